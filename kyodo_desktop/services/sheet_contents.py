"""What issued sheets are called together, and what they hold of persons. For services to share."""

from collections.abc import Iterable, Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.personal import personal_content, together
from kyodo_desktop.models import IssuedSheet
from kyodo_desktop.records.personal_data import PersonalContent
from kyodo_desktop.services.sheet_records import number_of, values_of


def named(rows: Sequence[IssuedSheet]) -> str:
    """Return 2026-S-00012 交付決定通知書 ほか2枚."""
    name = f"{number_of(rows[0])} {rows[0].title}"
    return name if len(rows) < 2 else _("{name} ほか{n}枚").format(name=name, n=len(rows) - 1)


def contents_of(rows: Iterable[IssuedSheet]) -> tuple[PersonalContent, ...]:
    """Return what sheets hold of persons, one content a form."""
    return together(personal_content(catalogue.find_form(row.form_key), values_of(row)) for row in rows)
