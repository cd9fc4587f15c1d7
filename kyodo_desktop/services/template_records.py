"""Which template a paper has in a fiscal year: the form's own, what all papers share, what ships.

A stored version holds only what differs from what lies below it, so that a new mayor's name, given once for
all papers, reaches also those whose wording the office made its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.templates import SENDER, default_template
from kyodo_desktop.models import FormTemplate
from kyodo_desktop.records.settings import CONTACT_BLOCK
from kyodo_desktop.records.templates import COMMON, Template, TemplateVersion
from kyodo_desktop.services.settings import read_setting

_SHARED = ("sender", "mayor", "contact_block", "digits", "date_style")
"""What all papers may have in common."""
_NEVER_EMPTY = frozenset({"title", "sender", "mayor", "contact_block"})
"""Left empty, what lies below it stands."""
_KEPT = ("form_number", "title", "wording", "notes", "seal", *_SHARED, "own")


def read_template(session: Session, form: Form, fiscal_year: int) -> Template:
    """Return what a form prints with in a fiscal year.

    It is the office's newest version of that year, else of the last year before, else the shipped one; its
    `fiscal_year` and `version` are the stored version's.
    """
    below = read_below(session, form, fiscal_year)
    row = _in_use(session, form.key, fiscal_year)
    return below if row is None else _laid_over(below, row)


def read_template_id(session: Session, form_key: str, fiscal_year: int) -> int | None:
    """Return the id of the stored version that `read_template` found, if it is one."""
    row = _in_use(session, form_key, fiscal_year)
    return None if row is None else row.id


def read_common(session: Session, fiscal_year: int) -> Template:
    """Return what all papers share in a fiscal year."""
    below = read_below(session, None, fiscal_year)
    row = _in_use(session, COMMON, fiscal_year)
    return below if row is None else _laid_over(below, row)


def read_below(session: Session, form: Form | None, fiscal_year: int) -> Template:
    """Return what a form (None: what all papers share) has without a version of its own."""
    if form is None:
        contact = read_setting(session, CONTACT_BLOCK, "")
        return Template(COMMON, sender=_(SENDER), contact_block=contact)
    return sharing(default_template(form), read_common(session, fiscal_year))


def sharing(template: Template, common: Template) -> Template:
    """Return a template with what all papers share."""
    return replace(template, **{name: getattr(common, name) for name in _SHARED})


def read_versions(session: Session, form: Form | None) -> tuple[TemplateVersion, ...]:
    """Return the stored versions of a form, the newest first."""
    key = COMMON if form is None else form.key
    rows = session.scalars(
        select(FormTemplate)
        .where(FormTemplate.form_key == key)
        .order_by(FormTemplate.fiscal_year.desc(), FormTemplate.version.desc())
    )
    return tuple(
        TemplateVersion(
            row.id,
            row.made_at,
            row.made_by,
            _laid_over(read_below(session, form, row.fiscal_year), row),
            shipped=not row.content,
        )
        for row in rows
    )


def content_of(template: Template, below: Template) -> dict[str, object]:
    """Return what is to be stored of a template: where it differs from what lies below it."""
    differing = (name for name in _KEPT if getattr(template, name) != getattr(below, name))
    return {name: _plain(getattr(template, name)) for name in differing if not _is_left_out(template, name)}


def _is_left_out(template: Template, name: str) -> bool:
    return name in _NEVER_EMPTY and not getattr(template, name).strip()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _in_use(session: Session, form_key: str, fiscal_year: int) -> FormTemplate | None:
    return session.scalar(
        select(FormTemplate)
        .where(FormTemplate.form_key == form_key, FormTemplate.fiscal_year <= fiscal_year)
        .order_by(FormTemplate.fiscal_year.desc(), FormTemplate.version.desc())
        .limit(1)
    )


def _laid_over(below: Template, row: FormTemplate) -> Template:
    content: Mapping[str, Any] = row.content if isinstance(row.content, Mapping) else {}
    known = {name: value for name, value in content.items() if name in _KEPT}
    return replace(below.with_data(known), fiscal_year=row.fiscal_year, version=row.version)
