"""From records to the values of the papers that a module of their own draws; for services to share."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.forms.form import Form
from kyodo_desktop.models import Collaboration
from kyodo_desktop.records.settings import CONTACT_BLOCK
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.check_sheet_records import read_check_sheet
from kyodo_desktop.services.collaboration_records import read_collaborations
from kyodo_desktop.services.document_data import list_values, sheet_values, slip_values
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.partner_papers import card_values
from kyodo_desktop.services.partner_records import read_chosen_partners, read_partner_collaborations
from kyodo_desktop.services.proposal_records import read_proposal
from kyodo_desktop.services.settings import read_setting
from kyodo_desktop.services.talk_values import talk_values


def drawn_values(session: Session, form: Form, owner: SheetOwner, today: date) -> dict[str, Any]:
    """Return what such a paper prints of a record of its own kind; nothing for other papers and records.

    Raises:
        NotFoundError: the record is not there.
    """
    if form.key not in _VALUES or owner.kind != form.record_kind:
        return {}
    return _VALUES[form.key](session, owner.record_id, today)


def _of_check_sheet(session: Session, record_id: int, _today: date) -> dict[str, Any]:
    return sheet_values(read_check_sheet(session, record_id), None, _contact(session))


def _of_talk(session: Session, record_id: int, _today: date) -> dict[str, Any]:
    return talk_values(read_check_sheet(session, record_id))


def _of_slip(session: Session, record_id: int, _today: date) -> dict[str, Any]:
    proposal = read_proposal(session, record_id)
    return slip_values(proposal, _contact(session)) if proposal.receipt_number else {}


def _of_card(session: Session, record_id: int, today: date) -> dict[str, Any]:
    partner_id = living_id(session, record_id) or record_id
    (partner,) = read_chosen_partners(session, (partner_id,))
    return card_values(partner, read_partner_collaborations(session, partner_id), today)


def _of_list(session: Session, year: int, _today: date) -> dict[str, Any]:
    entries = read_collaborations(
        session, Collaboration.fiscal_year == year, Collaboration.deleted_at.is_(None)
    )
    return list_values(year, entries, len(entries))


def _contact(session: Session) -> str:
    return read_setting(session, CONTACT_BLOCK, "")


_VALUES: dict[str, Callable[[Session, int, date], dict[str, Any]]] = {
    "check_sheet": _of_check_sheet,
    "talk_sheet": _of_talk,
    "reception_slip": _of_slip,
    "partner_card": _of_card,
    "collaboration_list": _of_list,
}
