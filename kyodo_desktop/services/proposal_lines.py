"""The roles and the 収支予算 of a proposal: from its rows to a draft's lines, and back."""

from collections.abc import Sequence

from kyodo_desktop.models import BudgetLine as BudgetRow
from kyodo_desktop.models import Proposal
from kyodo_desktop.models import RoleLine as RoleRow
from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine


def roles_of(row: Proposal) -> tuple[RoleLine, ...]:
    """Return the lines of 役割分担."""
    return tuple(RoleLine(one.partner, one.city) for one in row.roles)


def lines_of(row: Proposal) -> tuple[BudgetLine, ...]:
    """Return the lines of the 収支予算 as handed in, the income first."""
    planned = [
        BudgetLine(LineSide(one.side), one.item, one.planned, one.eligible, one.basis) for one in row.lines
    ]
    return tuple(line for side in LineSide for line in planned if line.side is side and _says(line))


def apply_roles(row: Proposal, roles: Sequence[RoleLine]) -> None:
    """Make 役割分担 what the lines say; a line that stays keeps its row."""
    wanted = [one for one in roles if one.partner.strip() or one.city.strip()]
    kept = [*row.roles[: len(wanted)]]
    row.roles[:] = kept + [RoleRow() for _more in wanted[len(kept) :]]
    for position, (stored, line) in enumerate(zip(row.roles, wanted, strict=True)):
        stored.position, stored.partner, stored.city = position, line.partner.strip(), line.city.strip()


def apply_lines(row: Proposal, lines: Sequence[BudgetLine]) -> None:
    """Make the 収支予算 what the lines say.

    A line goes on in the row that had its item, else in the one that stood where it stands: what was settled
    there, and the receipts to it, stay with it. A row that is settled is not dropped with its plan.
    """
    found: list[BudgetRow] = []
    for side in LineSide:
        wanted = [one for one in lines if one.side is side and _says(one)]
        stored = [one for one in row.lines if one.side == side.value]
        found += _matched(wanted, stored)
        found += [_without_plan(one) for one in stored if one not in found and _is_settled(row, one)]
    row.lines[:] = found
    for position, one in enumerate(found):
        one.position = position


def _matched(wanted: Sequence[BudgetLine], stored: Sequence[BudgetRow]) -> list[BudgetRow]:
    free = list(stored)
    taken: dict[int, BudgetRow] = {}
    for at, line in enumerate(wanted):
        same = next((one for one in free if one.item == line.item.strip()), None)
        if same is not None:
            taken[at] = same
            free.remove(same)
    for at, _line in enumerate(wanted):
        if at not in taken and at < len(stored) and stored[at] in free:
            taken[at] = stored[at]
            free.remove(stored[at])
    return [_filled(taken.get(at) or BudgetRow(side=line.side.value), line) for at, line in enumerate(wanted)]


def _filled(row: BudgetRow, line: BudgetLine) -> BudgetRow:
    row.item, row.basis = line.item.strip(), line.basis.strip()
    row.planned, row.eligible = line.planned, line.eligible
    return row


def _without_plan(row: BudgetRow) -> BudgetRow:
    row.planned = row.eligible = None
    row.basis = ""
    return row


def _is_settled(row: Proposal, line: BudgetRow) -> bool:
    return line.settled is not None or any(one.line_id == line.id for one in row.receipts)


def _says(line: BudgetLine) -> bool:
    return (
        bool(line.item.strip() or line.basis.strip()) or line.planned is not None or line.eligible is not None
    )
