"""The columns of 取組一覧, as the handbook's table has them, and 備考 of ours."""

from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.sorting import sort_key
from kyodo_desktop.records.collaborations import (
    COLLABORATION_ZONE_LABELS,
    CollaborationRecord,
    CollaborationZone,
)
from kyodo_desktop.ui.pages.collaborations.wording import FormLabels, form_words, note_words, partner_names
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.theme.tokens import Tone

YEAR = "fiscal_year"

Entry = CollaborationRecord


def make_columns(labels: FormLabels, departments: Sequence[str]) -> tuple[Column[Entry], ...]:
    """Return the columns; `departments` is the office's order of 課, by which that column sorts."""
    place = {name: position for position, name in enumerate(departments)}

    def department_key(entry: Entry) -> object:
        return [(place.get(name, len(place)), name) for name in entry.departments]

    return (
        Column("number", _("番号"), lambda e: str(e.number), 64, _number_key, right=True, muted=True),
        Column(YEAR, _("年度"), lambda e: format_fiscal_year(e.fiscal_year), 96, _number_key, muted=True),
        Column("departments", _("課名"), lambda e: e.department_words, 120, department_key, most=200),
        Column(
            "title", _("事業名称"), lambda e: e.title, None, lambda e: sort_key(e.title), elide=Elide.MIDDLE
        ),
        Column(
            "partners",
            _("協働相手（団体名）"),
            _partners,
            264,
            lambda e: sort_key(_partners(e)),
            _partner_cell,
        ),
        Column("forms", _("協働形態"), lambda e: form_words(e, labels), 92),
        Column("note", _("備考"), note_words, 116, cell=_note_cell),
        Column("zone", _("領域"), _zone, 132, _zone_key, shown=False),
        Column("source", _("出典"), lambda e: e.source, 200, shown=False),
    )


def _number_key(entry: Entry) -> object:
    return (-entry.fiscal_year, entry.number)


def _partners(entry: Entry) -> str:
    return "、".join(partner_names(entry))


def _partner_cell(entry: Entry) -> Cell:
    names = partner_names(entry)
    if not names:
        return Cell("")
    more = _("ほか{n}").format(n=len(names) - 1) if len(names) > 1 else ""
    return Cell(names[0], pill=more)


def _zone(entry: Entry) -> str:
    return "" if entry.zone is None else _(COLLABORATION_ZONE_LABELS[entry.zone])


def _zone_key(entry: Entry) -> object:
    return -1 if entry.zone is None else list(CollaborationZone).index(entry.zone)


def _note_cell(entry: Entry) -> Cell:
    return Cell(_("要確認"), tone=Tone.DUE) if entry.note_doubtful else Cell(entry.note)
