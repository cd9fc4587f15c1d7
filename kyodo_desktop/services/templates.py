"""The office's own words and habits of its papers, per fiscal year; each saving is a new version."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.labels import in_words
from kyodo_desktop.forms.places import known_places, unknown_places
from kyodo_desktop.forms.specimen import specimen_values, variants
from kyodo_desktop.forms.templates import default_template, parts_of, text_of, texts_of, words_of
from kyodo_desktop.japanese.fiscal_year import fiscal_year as year_of
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year, refuse_strange_year
from kyodo_desktop.models import FormTemplate
from kyodo_desktop.records.forms import FormField, FormInfo, PrintedForm
from kyodo_desktop.records.templates import COMMON, Template, TemplateParts, TemplateText, TemplateVersion
from kyodo_desktop.services.partner_texts import one_line
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.template_records import (
    content_of,
    read_below,
    read_common,
    read_template,
    read_versions,
    sharing,
)
from kyodo_desktop.store import Store
from kyodo_desktop.store.who import who_writes

_LETTER = "selection_result"
"""Shows what all papers share."""


class TemplatesService:
    """What can be asked of the papers' templates, and done to them.

    The `form_key` of what all papers share is `COMMON`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def forms(self) -> tuple[FormInfo, ...]:
        """Return the forms whose words and habits the office may change, by key."""
        mine = (form for form in catalogue.all_forms() if form.layout is not None)
        return tuple(replace(form.info, title=_(form.title)) for form in mine)

    def of(self, form_key: str, fiscal_year: int | None = None) -> Template:
        """Return what a paper prints with in a fiscal year, or today.

        Raises:
            NotFoundError: there is no such form.
        """
        year = year_of(self._store.clock.today()) if fiscal_year is None else fiscal_year
        form = _form(form_key)
        with self._store.reading() as session:
            return read_common(session, year) if form is None else read_template(session, form, year)

    def own_forms(self, fiscal_year: int) -> frozenset[str]:
        """Return the keys of the forms that the office made its own in a fiscal year."""
        forms = [form for form in catalogue.all_forms() if form.layout is not None]
        with self._store.reading() as session:
            return frozenset(form.key for form in forms if read_template(session, form, fiscal_year).own)

    def shipped(self, form_key: str, fiscal_year: int) -> Template:
        """Return what a paper would print with, had the office no version of its own.

        Raises:
            NotFoundError: there is no such form.
        """
        with self._store.reading() as session:
            return read_below(session, _form(form_key), fiscal_year)

    def versions(self, form_key: str) -> tuple[TemplateVersion, ...]:
        """Return the stored versions, the newest first.

        Raises:
            NotFoundError: there is no such form.
        """
        with self._store.reading() as session:
            return read_versions(session, _form(form_key))

    def texts(self, template: Template) -> tuple[TemplateText, ...]:
        """Return the texts of the paper's wording as the template has them, with their labels.

        Raises:
            NotFoundError: there is no such form.
        """
        form = _form(template.form_key)
        if form is None:
            return ()
        return tuple(
            TemplateText(one.name, _(one.label), text_of(form, template, one.name)) for one in texts_of(form)
        )

    def places(self, form_key: str) -> tuple[tuple[str, str], ...]:
        """Return the places that a text of the form may have: the name, and what a clerk calls it.

        Raises:
            NotFoundError: there is no such form.
        """
        form = _form(form_key)
        if form is None:
            return ()
        labels = {field.name: _(field.label) for field in form.fields}
        own = {"sender": _("差出人の職名"), "mayor": _("市長名")}
        return tuple((name, labels.get(name) or own[name]) for name in known_places(form))

    def parts(self, form_key: str) -> TemplateParts:
        """Return which parts of a template the paper shows; of what all papers share, what can be shared.

        Raises:
            NotFoundError: there is no such form.
        """
        form = _form(form_key)
        return TemplateParts(sender=True, mayor=True) if form is None else parts_of(form)

    def variants(self, form_key: str) -> tuple[FormField, ...]:
        """Return the choices by which a paper looks another way.

        Raises:
            NotFoundError: there is no such form.
        """
        form = _form(form_key)
        return () if form is None else tuple(map(in_words, variants(form)))

    def sample(self, template: Template, choices: Mapping[str, str] | None = None) -> PrintedForm:
        """Return the paper with this template, its fields filled with their own names, but for `choices`.

        What all papers share is shown on a letter.

        Raises:
            NotFoundError: there is no such form.
        """
        from kyodo_desktop.printing.press import print_form

        form = catalogue.find_form(template.form_key or _LETTER)
        if template.form_key == COMMON:
            template = sharing(default_template(form), template)
        values = {**specimen_values(form, self._store.clock.today()), **(choices or {})}
        return print_form(form, values, template=template)

    # Doing

    def save(self, template: Template) -> int:
        """Keep a template as the newest version of its fiscal year and return that version.

        Raises:
            NotFoundError: there is no such form.
            InputError: something cannot be taken, or a text has a place that its paper does not know.
        """
        form, year = _form(template.form_key), template.fiscal_year
        if year is None:
            raise InputError(_("どの年度の様式かを選んでください。"), "fiscal_year")
        refuse_strange_year(year)
        template = _checked(form, template)
        words = _("様式の設定を変える: {title}（{year}）")
        what = words.format(title=_title(form), year=format_fiscal_year(year))
        with self._store.writing(what) as session:
            content = content_of(template, read_below(session, form, year))
            return self._add(session, template.form_key, year, content)

    def back_to_default(self, form_key: str, fiscal_year: int) -> int:
        """Let a paper print from a fiscal year on as it ships; the versions before stay. Return the new one.

        Raises:
            NotFoundError: there is no such form.
        """
        form = _form(form_key)
        refuse_strange_year(fiscal_year)
        what = _("様式を初めの文面に戻す: {title}（{year}）")
        with self._store.writing(
            what.format(title=_title(form), year=format_fiscal_year(fiscal_year))
        ) as session:
            return self._add(session, form_key, fiscal_year, {})

    def _add(self, session: Session, form_key: str, fiscal_year: int, content: dict[str, object]) -> int:
        same = (FormTemplate.form_key == form_key, FormTemplate.fiscal_year == fiscal_year)
        version = (session.scalar(select(func.max(FormTemplate.version)).where(*same)) or 0) + 1
        session.add(
            FormTemplate(
                form_key=form_key,
                fiscal_year=fiscal_year,
                version=version,
                content=content,
                made_at=self._store.clock.now(),
                made_by=who_writes(session),
            )
        )
        return version


def _form(form_key: str) -> Form | None:
    return None if form_key == COMMON else catalogue.find_form(form_key)


def _title(form: Form | None) -> str:
    return _("すべての様式に共通") if form is None else _(form.title)


def _checked(form: Form | None, template: Template) -> Template:
    """Return the template as it is kept: only texts that are not as shipped, no empty notes.

    Raises:
        InputError: something cannot be taken.
    """
    for name, label in (
        ("form_number", _("様式番号")),
        ("sender", _("差出人の職名")),
        ("mayor", _("市長名")),
    ):
        one_line(getattr(template, name), label, name)
    refuse_my_number(template, _title(form))
    if form is None:
        return template
    _refuse_unknown_places(form, template)
    shipped = Template(form.key)
    wording = {
        one.name: template.wording[one.name]
        for one in texts_of(form)
        if one.name in template.wording and template.wording[one.name] != text_of(form, shipped, one.name)
    }
    return replace(
        template,
        form_number=template.form_number.strip(),
        wording=wording,
        notes=tuple(note.strip() for note in template.notes if note.strip()),
    )


def _refuse_unknown_places(form: Form, template: Template) -> None:
    """Refuse a place that would stand on the paper as it is written.

    Raises:
        InputError: there is one; the sentence says where.
    """
    for label, text in words_of(form, template):
        if unknown := unknown_places(form, text):
            raise InputError(
                _(
                    "「{label}」にある {{{name}}} は、「{title}」では使えない差し込みです。"
                    "「差し込み」の一覧から選び直すか、波かっこを消してください。"
                ).format(label=label, name=unknown[0], title=_(form.title))
            )
