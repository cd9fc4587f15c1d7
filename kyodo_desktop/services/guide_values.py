"""From a project in the six steps to the values of its paper."""

from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import guide_text
from kyodo_desktop.forms.six_steps import rows_field
from kyodo_desktop.records.guides import (
    NOTE_STATE_LABELS,
    GuideNote,
    GuidePoint,
    GuideRecord,
    GuideText,
    former_notes,
)


def guide_values(text: GuideText, record: GuideRecord, step: str = "") -> dict[str, Any]:
    """Return the values of `six_steps`: of one step, or of all six."""
    draft = record.draft
    suitability = next((one.title for one in text.suitabilities if one.key == draft.suitability), "")
    zone = next((one.title for one in text.zones if one.key == draft.zone), "")
    form = text.form(draft.collaboration_form)
    values: dict[str, Any] = {
        "part": step or "whole",
        "fiscal_year": draft.fiscal_year,
        "title": draft.title,
        "partner_name": record.partner_name,
        "department": draft.department,
        "suitability": suitability,
        "zone": zone,
        "collaboration_form": form.title if form is not None else "",
        "written": _written(record),
    }
    for one in text.steps:
        rows = [_row(point, record.note(one.key, point.key)) for point in one.points]
        rows += [_former_row(note) for note in former_notes(text, record, one.key)]
        values[rows_field(one.key)] = tuple(rows)
    return values


def _written(record: GuideRecord) -> str:
    if record.is_written:
        return _("協定や契約の書面があります。{which}").format(which=record.written_words)
    return _("協定や契約の書面が必要です。まだありません。") if record.paper_missing else ""


def _former_row(note: GuideNote) -> dict[str, Any]:
    point = guide_text.former_point(note.step, note.point)
    heading = point.heading if point is not None else note.point
    words = _("以前の項目: {heading}").format(heading=heading)
    return _row(GuidePoint(note.point, words, point.text if point is not None else ""), note)


def _row(point: GuidePoint, note: GuideNote | None) -> dict[str, Any]:
    row: dict[str, Any] = {"point": point.heading, "look": point.text}
    if note is not None:
        row["state"] = _(NOTE_STATE_LABELS[note.state]) if note.state is not None else ""
        row["memo"] = note.words
        row["noted_on"] = note.noted_on
    return row
