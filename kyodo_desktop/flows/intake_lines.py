"""The tables of the intake: 役割分担 and the two sides of the 収支予算, as answers and as a draft's lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, FieldKind, as_number, as_text, is_empty, unreadable
from kyodo_desktop.programmes.budget_rules import EXPENSES, INCOME
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine
from kyodo_desktop.records.proposals import Problem, ProposalDraft

ROWS = "rows"
"""The kind of field that is a table of lines."""
ROLES = "roles"
_AMOUNTS = ("planned", "eligible")
_SIDES = {INCOME: LineSide.INCOME, EXPENSES: LineSide.EXPENSE}


def line_answers(draft: ProposalDraft) -> Answers:
    """Return the answers of the tables, None where nothing is written."""
    income = [_income(one) for one in draft.lines if one.side is LineSide.INCOME]
    expenses = [_expense(one) for one in draft.lines if one.side is LineSide.EXPENSE]
    roles = [{"partner": one.partner, "city": one.city} for one in draft.roles]
    return {INCOME: income or None, EXPENSES: expenses or None, ROLES: roles or None}


def lines_of(answers: Mapping[str, Any]) -> tuple[BudgetLine, ...]:
    """Return the lines of the 収支予算 that the answers make; an amount that cannot be read is left empty."""
    return tuple(
        BudgetLine(
            side,
            as_text(row.get("item")),
            as_number(row.get("planned")),
            as_number(row.get("eligible")),
            as_text(row.get("basis")),
        )
        for name, side in _SIDES.items()
        for row in _written(answers.get(name))
    )


def roles_of(answers: Mapping[str, Any]) -> tuple[RoleLine, ...]:
    """Return the lines of 役割分担 that the answers make."""
    return tuple(
        RoleLine(as_text(row.get("partner")), as_text(row.get("city")))
        for row in _written(answers.get(ROLES))
    )


def unread_lines(answers: Mapping[str, Any]) -> Answers:
    """Return the tables in which an amount is typed that cannot be read."""
    return {name: answers[name] for name in _SIDES if any(_unread(answers.get(name)))}


def unread_problems(answers: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield which amounts cannot be read, and in which line."""
    for name, side in _SIDES.items():
        where = _("収入") if side is LineSide.INCOME else _("支出")
        for number, sentence in _unread(answers.get(name)):
            text = _("{side}の {n}行目: {sentence}").format(side=where, n=number, sentence=sentence)
            yield Problem(name, text)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the expenses come to, and what of them is 補助対象; None where no line says."""

    expenses: int | None = None
    eligible: int | None = None


def sums(draft: ProposalDraft) -> Sums:
    """Return what the expenses of a draft come to."""
    has_expenses = draft.has_lines(LineSide.EXPENSE)
    return Sums(draft.total(LineSide.EXPENSE) if has_expenses else None, draft.eligible_total)


def following(answers: Mapping[str, Any], before: Sums, now: Sums, programme: Programme | None) -> Answers:
    """Return the amount that goes with the sum: one still empty, or one that was the sum until now."""
    if programme is None:
        return {}
    name, old, new = (
        ("eligible_cost", before.eligible, now.eligible)
        if programme.rate is not None
        else ("amount", before.expenses, now.expenses)
    )
    stands = answers.get(name)
    return {name: new} if new != stands and (is_empty(stands) or stands == old) else {}


def _income(line: BudgetLine) -> Answers:
    return {"item": line.item, "planned": line.planned, "basis": line.basis}


def _expense(line: BudgetLine) -> Answers:
    return {"item": line.item, "planned": line.planned, "eligible": line.eligible, "basis": line.basis}


def _written(rows: Any) -> Iterable[Mapping[str, Any]]:
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        return ()
    return [row for row in rows if isinstance(row, Mapping) and not all(map(is_empty, row.values()))]


def _unread(rows: Any) -> Iterator[tuple[int, str]]:
    for number, row in enumerate(_written(rows), 1):
        for name in _AMOUNTS:
            sentence = unreadable(FieldKind.YEN, row.get(name))
            if sentence:
                yield number, sentence
