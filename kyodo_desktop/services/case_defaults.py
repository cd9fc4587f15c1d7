"""What is known of a new act before anyone writes."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.models import Proposal, Theme
from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.programmes.settling import SETTLEMENT
from kyodo_desktop.services.case_records import act_record, figures_of, in_order
from kyodo_desktop.services.proposal_records import programme_of
from kyodo_desktop.services.settling_records import read_settling

_ASKED_FOR = ("amount", "granted_amount")


def default_values(session: Session, row: Proposal, kind: ActKind, today: date) -> dict[str, Any]:
    """Return the values a new act of a kind begins with."""
    names = {field.name for field in kind.fields}
    found: dict[str, Any] = {kind.held: today}
    acts = tuple(act_record(act) for act in in_order(row.acts) if act.deleted_at is None)
    figures = figures_of(row, acts)
    money = figures.granted if figures.granted is not None else figures.asked
    if kind.key in ("payment_request", "payment", "agreement", "budgeting", "council_vote", "grant"):
        found |= {name: money for name in _ASKED_FOR if name in names and money is not None}
    if kind.key == "refund" and figures.refund is not None:
        found["amount"] = figures.refund
    if kind.key == SETTLEMENT:
        found |= _settled(row)
    if kind.key == "agreement":
        found["copies"] = 2
    if "department" in names and (department := _department(session, row)):
        found["department"] = department
    return found


def _settled(row: Proposal) -> dict[str, Any]:
    """Return the 確定額 and 返還額 that the 収支決算 proposes; nothing while it proposes none."""
    programme = programme_of(row)
    if programme is None:
        return {}
    told = read_settling(row, programme)
    amounts = {"settled_amount": told.settled_amount, "refund_amount": told.refund_amount}
    return {name: amount for name, amount in amounts.items() if amount is not None}


def _department(session: Session, row: Proposal) -> str:
    """Return the 担当課, else the first 課 of the theme that the proposal takes up."""
    if row.department:
        return row.department
    theme = session.get(Theme, row.theme_id) if row.theme_id is not None else None
    departments = theme.departments if theme is not None else None
    return str(departments[0]) if isinstance(departments, list) and departments else ""
