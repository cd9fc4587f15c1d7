"""From records to the values of papers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.check_sheet import BOTH_SIDES, FOUR_PAGES, TWO_PAGES, mark_name
from kyodo_desktop.japanese.day_time import spell_time
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.japanese.fiscal_year import fiscal_year as year_of
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year, parse_fiscal_year
from kyodo_desktop.programmes import files
from kyodo_desktop.records.check_sheets import (
    HANDBOOK_STYLE,
    MOMENT_LABELS,
    SIDE_LABELS,
    CheckMarkRecord,
    CheckSheetRecord,
    CheckSheetText,
    SheetStyle,
    Side,
)
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.records.proposals import LATE, RECEPTION_WAY_LABELS, ProposalRecord, ReceptionWay
from kyodo_desktop.services.collaboration_forms import form_label

_LISTS = "collaborations"


def list_values(fiscal_year: int, entries: Sequence[CollaborationRecord], whole: int) -> dict[str, Any]:
    """Return the list's values; fewer entries than the year's `whole` list are said to be an excerpt."""
    values: dict[str, Any] = {
        "fiscal_year": format_fiscal_year(fiscal_year, Digits.FULL),
        "preface": _preface(fiscal_year),
        "rows": tuple(row for entry in entries for row in _rows(entry)),
    }
    if len(entries) < whole:
        values["excerpt"] = _("抜粋　{n}件（全{all}件のうち）").format(n=len(entries), all=whole)
    return values


def _preface(fiscal_year: int) -> str:
    """Return the ※ words of the year's shipped list, else of the last one before it, else of the first."""
    years = sorted(int(path.stem) for path in resources.list_resources(_LISTS, ".json"))
    source = max((year for year in years if year <= fiscal_year), default=years[0])
    return str(resources.read_json(f"{_LISTS}/{source}.json")["preface"])


def _rows(entry: CollaborationRecord) -> list[dict[str, Any]]:
    shared = {
        "number": entry.number,
        "departments": entry.department_words,
        "title": entry.title,
    }
    cells = [
        {**shared, "partner": cell.text, "collaboration_form": form_label(cell.collaboration_form)}
        for cell in entry.participations
    ] or [dict(shared)]
    cells[0].update(note=entry.note, note_doubtful=entry.note_doubtful)
    return cells


def style_values(style: SheetStyle) -> dict[str, Any]:
    """Return how a check sheet is to be printed, as its form has it."""
    return {
        "edition": TWO_PAGES if style.two_pages else FOUR_PAGES,
        "signature_lines": style.signature_lines,
    }


def sheet_values(
    sheet: CheckSheetRecord, side: Side | None, contact: str, style: SheetStyle = HANDBOOK_STYLE
) -> dict[str, Any]:
    """Return a check sheet's values: the marks and notes of one side, or for None of both."""
    text = check_sheet_text.load(sheet.version)
    values: dict[str, Any] = {
        "fiscal_year": format_fiscal_year(sheet.fiscal_year, Digits.FULL),
        "title": sheet.title,
        "contact": contact,
        "text_version": sheet.version,
        **style_values(style),
    }
    if style.by_hand:
        return values
    marks = [mark for mark in sheet.marks if side is None or mark.side is side]
    values |= {
        "sides": BOTH_SIDES if side is None else side.value,
        "notes": tuple(
            {"place": _place(text, mark), "text": mark.note} for mark in marks if mark.note.strip()
        ),
    }
    for mark in marks:
        if mark.value is not None:
            values[mark_name(mark.item, mark.moment, mark.side)] = mark.value.value
    return values


def words_of_year(form_key: str, values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return which version of the words a check sheet of no record has: its year's, else this year's."""
    if form_key != "check_sheet":
        return {}
    try:
        year = parse_fiscal_year(str(values.get("fiscal_year", "")))
    except InputError:
        year = year_of(today)
    return {"text_version": check_sheet_text.version_for(year)}


def _place(text: CheckSheetText, mark: CheckMarkRecord) -> str:
    """Return Ⅰ－１　事業前（団体）."""
    stage, item = next(
        (stage, item) for stage in text.stages for item in stage.items if item.key == mark.item
    )
    return _("{stage}－{number}　{moment}（{side}）").format(
        stage=stage.numeral,
        number=with_digits(str(item.number), Digits.FULL),
        moment=_(MOMENT_LABELS[mark.moment]),
        side=_(SIDE_LABELS[mark.side]),
    )


def slip_values(proposal: ProposalRecord, contact: str) -> dict[str, Any]:
    """Return the 受付票's values."""
    draft = proposal.draft
    programme = files.find(draft.programme, proposal.programme_revision)
    labels = {paper.key: paper.label for paper in programme.papers}
    lines = contact.splitlines() or check_sheet_text.load().contact
    way = _(RECEPTION_WAY_LABELS[ReceptionWay(draft.received_by_way)])
    section = next((line for line in lines if "課" in line), "")
    values: dict[str, Any] = {
        "receipt_number": proposal.receipt_number,
        "received_way": _("{way}で受付").format(way=way),
        "partner_name": draft.partner_name,
        "title": _("{paper}「{title}」").format(paper=programme.paper_title, title=draft.title),
        "papers": tuple({"name": labels.get(key, key), "copies": copies} for key, copies in draft.papers),
        "received_by": f"{section}　　{draft.received_by}".strip(),
        "next_steps": "\n".join(programme.next_steps),
        "contact": contact,
    }
    if proposal.received_at is not None:
        moment = office_time(proposal.received_at)
        spelt = spell_time(moment, Digits.SINGLE_FULL)
        late = _("{time}（{late}）").format(time=spelt, late=_(LATE))
        values.update(received_on=moment.date(), received_time=late if proposal.late else spelt)
    return values
