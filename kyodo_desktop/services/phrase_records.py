"""Stock sentences: those that ship, the office's own, and how one looks with its places filled."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kyodo_desktop.base import resources
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.data import Values
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.places import PLACE, known_places
from kyodo_desktop.models import Phrase
from kyodo_desktop.records.phrases import FilledPhrase
from kyodo_desktop.records.phrases import Phrase as PhraseRecord
from kyodo_desktop.records.templates import Template
from kyodo_desktop.services.shipped_files import Table

_FILE = "phrases.toml"
_RESULT = "result"
"""The choice whose keys are the outcomes."""
_COMMON_OUTCOMES = {"adopted": N_("採択"), "conditional": N_("条件付き採択"), "rejected": N_("不採択")}


def shipped_phrases() -> tuple[PhraseRecord, ...]:
    """Return the sentences of `resources/phrases.toml` in its order."""
    return tuple(
        PhraseRecord(0, form_key, outcome, _(title), _(text))
        for form_key, outcome, title, text in _shipped_words()
    )


@cache
def _shipped_words() -> tuple[tuple[str, str, str, str], ...]:
    tables = Table(_FILE, resources.read_toml(_FILE)).tables("phrase")
    return tuple((t.text("form", ""), t.text("outcome", ""), t.text("title"), t.text("text")) for t in tables)


def read_own_phrases(session: Session, *where: ColumnElement[bool]) -> tuple[PhraseRecord, ...]:
    """Return sentences of the office's own in their order."""
    rows = session.scalars(select(Phrase).where(*where).order_by(Phrase.position, Phrase.id))
    return tuple(
        PhraseRecord(row.id, row.form_key, row.outcome, row.title, row.text, own=True) for row in rows
    )


def outcomes_of(form_key: str) -> tuple[tuple[str, str], ...]:
    """Return the outcomes a sentence can be for: of a paper, or of papers at large.

    Raises:
        NotFoundError: there is no such form.
    """
    if not form_key:
        return tuple((key, _(label)) for key, label in _COMMON_OUTCOMES.items())
    fields = catalogue.find_form(form_key).fields
    return tuple(
        (one.key, _(one.label)) for field in fields if field.name == _RESULT for one in field.options
    )


def places_known(form_key: str) -> dict[str, str]:
    """Return the places a sentence may have, with their labels; one for all papers may have any paper's.

    Raises:
        NotFoundError: there is no such form.
    """
    forms = catalogue.all_forms() if not form_key else (catalogue.find_form(form_key),)
    labels: dict[str, str] = {"sender": _("差出人の職名"), "mayor": _("市長名")}
    for form in forms:
        names = set(known_places(form))
        labels = {field.name: _(field.label) for field in form.fields if field.name in names} | labels
    return labels


def fill_phrase(form: Form, template: Template, values: Values, text: str) -> FilledPhrase:
    """Return a sentence as it will stand on the paper."""
    from kyodo_desktop.printing.blocks.filling import Fill

    whole = Fill.of(form, template, values, blank=False)
    labels = {name: _label(form, name) for name in known_places(form)}
    fill = replace(whole, fields={name: one for name, one in whole.fields.items() if name in labels})
    names = dict.fromkeys(match[1] for match in PLACE.finditer(text))
    empty = [name for name in names if name in labels and not _has_words(fill.given(name), template, name)]
    shown = PLACE.sub(lambda m: f"〔{labels[m[1]]}〕" if m[1] in empty else m[0], text)
    return FilledPhrase(
        fill.put_in(shown),
        tuple(labels[name] for name in empty),
        tuple(name for name in names if name not in labels),
    )


def _label(form: Form, name: str) -> str:
    own = {"sender": _("差出人の職名"), "mayor": _("市長名")}
    return next((_(field.label) for field in form.fields if field.name == name), own.get(name, name))


def _has_words(given: bool, template: Template, name: str) -> bool:
    return given or bool({"sender": template.sender, "mayor": template.mayor}.get(name))


def suited(phrases: Sequence[PhraseRecord], form_key: str, outcome: str | None) -> tuple[PhraseRecord, ...]:
    """Return the sentences for a paper: its own before those for all papers, the office's before shipped.

    An `outcome` leaves out those for another one; None leaves out none.
    """
    fitting = [
        one
        for one in phrases
        if one.form_key in ("", form_key) and (outcome is None or one.outcome in ("", outcome))
    ]
    return tuple(sorted(fitting, key=lambda one: (not one.form_key, not one.own)))
