"""The rows of 審査集計表: every proposal of a round with the marks on its issued 審査採点表."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import IssuedSheet
from kyodo_desktop.records.proposals import ProposalRecord
from kyodo_desktop.records.sheets import SheetState
from kyodo_desktop.services.sheet_records import values_of

_SCORE_SHEET = "score_sheet"


@dataclass(frozen=True, slots=True)
class _Marks:
    """One member's marks for a proposal: points a criterion, None where nothing was written."""

    member: str
    recused: bool
    points: tuple[int | None, ...]
    full: int

    @property
    def counts(self) -> bool:
        """Whether the average takes them in: whoever stood aside or left a mark out is not counted."""
        return not self.recused and bool(self.points) and None not in self.points

    @property
    def total(self) -> int:
        """All points together."""
        return sum(points or 0 for points in self.points)


def score_rows(session: Session, proposals: Sequence[ProposalRecord]) -> tuple[dict[str, Any], ...]:
    """Return a row a member for each proposal, the best first; a row alone for one nobody has marked yet."""
    sheets = _score_sheets(session, [one.id for one in proposals])
    marked = [(one, sheets.get(one.id, [])) for one in proposals]
    averages = {one.id: _average(marks) for one, marks in marked}
    known = [average for average, _hundred in averages.values() if average is not None]
    marked.sort(key=lambda pair: -(averages[pair[0].id][0] or Fraction(-1)))
    return tuple(row for one, marks in marked for row in _rows(one, marks, averages[one.id], known))


def _rows(
    proposal: ProposalRecord,
    marks: Sequence[_Marks],
    result: tuple[Fraction | None, Fraction | None],
    known: Sequence[Fraction],
) -> Iterable[dict[str, Any]]:
    average, hundred = result
    shared: dict[str, Any] = {
        "receipt_number": proposal.receipt_number,
        "partner_name": proposal.draft.partner_name,
        "title": proposal.draft.title,
    }
    if average is not None and hundred is not None:
        shared |= {"rank": 1 + sum(one > average for one in known)}
        shared |= {"average": _one_place(average), "hundred": _one_place(hundred)}
    return [{**shared, **_member(one)} for one in marks] or [shared]


def _member(marks: _Marks) -> dict[str, Any]:
    if marks.recused:
        return {"member_name": marks.member, "total": _("除斥")}
    points = {f"points_{number}": value for number, value in enumerate(marks.points, 1) if value is not None}
    return {"member_name": marks.member, **points, "total": str(marks.total) if marks.counts else ""}


def _average(marks: Sequence[_Marks]) -> tuple[Fraction | None, Fraction | None]:
    """Return the members' average, and what it is of 100 points."""
    counted = [one for one in marks if one.counts]
    full = sum(one.full for one in counted)
    if not full:
        return None, None
    total = sum(one.total for one in counted)
    return Fraction(total, len(counted)), Fraction(100 * total, full)


def _one_place(value: Fraction) -> str:
    """Return a value with one place, rounded as an office does (half up)."""
    tenths = (value * 20 + 1) // 2
    return f"{tenths // 10}.{tenths % 10}"


def _score_sheets(session: Session, ids: Sequence[int]) -> dict[int, list[_Marks]]:
    """Return by proposal the marks on its papers that hold, as they were issued."""
    rows = session.scalars(
        select(IssuedSheet)
        .where(
            IssuedSheet.form_key == _SCORE_SHEET,
            IssuedSheet.proposal_id.in_(ids),
            IssuedSheet.state != SheetState.VOID.value,
        )
        .order_by(IssuedSheet.id)
    )
    found: dict[int, list[_Marks]] = {}
    for row in rows:
        if row.proposal_id is not None:
            found.setdefault(row.proposal_id, []).append(_marks(values_of(row)))
    return found


def _marks(values: Mapping[str, Any]) -> _Marks:
    criteria = values.get("criteria", ())
    full = sum((one.get("full") or 0) * (one.get("weight") or 1) for one in criteria)
    return _Marks(
        values.get("member_name", ""), values.get("recused", False), tuple(map(_score, criteria)), full
    )


def _score(criterion: Mapping[str, Any]) -> int | None:
    """Return a mark as it counts: as written, else the points by their weight."""
    score, points = criterion.get("score"), criterion.get("points")
    if score is not None or points is None:
        return score
    return int(points) * int(criterion.get("weight") or 1)
