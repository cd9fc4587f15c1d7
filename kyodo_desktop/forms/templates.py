"""The template a form ships with, and what of a template its paper shows."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms.blocks import ApplicationHead, Block, ContactBlock, LetterHead, SignatureLines
from kyodo_desktop.forms.form import Form, Text
from kyodo_desktop.forms.places import MAYOR, places_in
from kyodo_desktop.forms.places import SENDER as SENDER_PLACE
from kyodo_desktop.records.templates import Seal, Template, TemplateParts

SENDER = N_("小平市長")
_HAND_SEALS = (Seal.REPRESENTATIVE, Seal.PERSONAL, Seal.SIGNATURE, Seal.NONE)


def default_template(form: Form) -> Template:
    """Return what the form prints with until the office makes it its own; it prints （仮）."""
    return Template(
        form_key=form.key,
        title=_(form.wording.title or form.title),
        notes=tuple(_(note) for note in form.wording.notes),
        seal=form.signs[0].seal if form.signs else Seal.NONE,
        sender=_(SENDER),
    )


def texts_of(form: Form) -> tuple[Text, ...]:
    """Return the texts of the form's wording that a template may change, in its order, as shipped."""
    body = (Text("body", N_("本文"), form.wording.body),) if form.wording.body else ()
    return body + form.wording.more


def text_of(form: Form, template: Template, name: str) -> str:
    """Return a text of the wording: the template's, else the shipped one."""
    if name in template.wording:
        return template.wording[name]
    shipped = next(one.text for one in texts_of(form) if one.name == name)
    return _(shipped) if shipped else ""


def words_of(form: Form, template: Template) -> tuple[tuple[str, str], ...]:
    """Return every text of a template that stands on the paper: what a clerk calls it, its words."""
    return (
        (_("様式番号"), template.form_number),
        (_("標題"), template.title),
        *((_(one.label), text_of(form, template, one.name)) for one in texts_of(form)),
        *((_("注"), note) for note in template.notes),
        (_("差出人の職名"), template.sender),
        (_("市長名"), template.mayor),
        (_("問合せ先"), template.contact_block),
    )


def left_open(form: Form, template: Template) -> tuple[str, ...]:
    """Return what a paper that goes out still wants of its template: the mayor's name, where it stands."""
    if template.mayor.strip() or not shows_mayor(form, template):
        return ()
    return (_("市長名（「様式の設定」で入れてください）"),)


def parts_of(form: Form) -> TemplateParts:
    """Return which parts of a template the form's paper shows at all."""
    layout = form.layout
    if layout is None:
        return TemplateParts()
    letters = [block for block in layout.blocks if isinstance(block, LetterHead)]
    sealed = bool(letters) or any(_has_seal(block) for block in layout.blocks)
    places = {place for text in _texts((layout, form.wording)) for place in places_in(text)}
    from_mayor = any(not letter.sender for letter in letters)
    addressed = any(isinstance(block, ApplicationHead) for block in layout.blocks)
    return TemplateParts(
        form_number=layout.number,
        seals=((Seal.OFFICIAL, Seal.NONE) if letters else _HAND_SEALS) if sealed else (),
        sender=from_mayor or addressed or SENDER_PLACE in places,
        mayor=from_mayor or MAYOR in places,
        contact=any(isinstance(block, ContactBlock) for block in layout.blocks),
    )


def _has_seal(block: Block) -> bool:
    if isinstance(block, ApplicationHead):
        return any(line.seal for line in block.lines)
    return isinstance(block, SignatureLines) and any(party.seal for party in block.parties)


def shows_mayor(form: Form, template: Template) -> bool:
    """Tell whether the mayor's name stands on the paper, in the office's own words as well."""
    own = (place for _label, words in words_of(form, template) for place in places_in(words))
    return parts_of(form).mayor or (form.layout is not None and MAYOR in own)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
