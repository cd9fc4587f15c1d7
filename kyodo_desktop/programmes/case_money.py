"""What a case is granted as its acts go on: by decision, council and changes to the plan. Pure."""

from collections.abc import Sequence

from kyodo_desktop.records.cases import ActRecord

_DECIDING = ("selection", "council_vote", "grant")
_REFUSED = ("refused", "rejected", "not_passed")
_CHANGE = "plan_change"


def granted(acts: Sequence[ActRecord]) -> int | None:
    """Return what is granted after these acts, in whole yen; None while nothing is, or after a refusal.

    A refused change leaves it as it was; one that is 軽微 holds without an approval.
    """
    amount: int | None = None
    for act in acts:
        if act.done_on is None:
            continue
        refused = act.verdict in _REFUSED
        if act.kind in _DECIDING:
            amount = None if refused else act.amount if act.amount is not None else amount
        elif act.kind == _CHANGE and act.amount is not None and not refused:
            amount = act.amount
    return amount


def granted_before(acts: Sequence[ActRecord], act: ActRecord) -> int | None:
    """Return what was granted before one of the acts."""
    return granted(acts[: acts.index(act)])
