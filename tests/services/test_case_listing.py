"""An adopted project becomes a row of the 取組一覧 of the year in which it is carried out."""

from dataclasses import replace

import pytest

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.services.cases import CasesService
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.history import HistoryService
from tests.services.proposal_fixtures import Office, office
from tests.services.test_cases import SELECTED, accepted

__all__ = ["office"]


@pytest.fixture
def cases(office: Office) -> CasesService:
    return CasesService(office.store)


def adopted(office: Office, cases: CasesService, key: str, department: str = "水と緑と公園課") -> int:
    made = accepted(office, key)
    draft = office.proposals.get(made).draft
    office.proposals.save(made, replace(draft, department=department))
    cases.record(made, "selection", SELECTED)
    return made


@pytest.mark.parametrize(
    ("key", "year", "form"), [("open_call", 2026, "subsidy"), ("ikiiki", 2027, "commission")]
)
def test_it_stands_on_the_list_of_its_year_with_partner_and_form(
    office: Office, cases: CasesService, key: str, year: int, form: str
) -> None:
    made = adopted(office, cases, key)
    assert (cases.get(made).list_year, cases.get(made).collaboration_id) == (year, None)
    row = cases.put_on_list(made)
    draft = office.proposals.get(made).draft
    entry = CollaborationsService(office.store).get(row)
    assert (entry.fiscal_year, entry.number, entry.title) == (year, 1, draft.title)
    assert entry.departments == ("水と緑と公園課",)
    (cell,) = entry.participations
    assert (cell.text, cell.collaboration_form) == (draft.partner_name, form)
    assert [link.partner_id for link in cell.partners] == [office.partner_id]
    assert office.proposals.get(made).receipt_number in entry.note
    assert cases.get(made).collaboration_id == row


def test_it_is_put_there_once_and_again_when_the_row_is_gone(office: Office, cases: CasesService) -> None:
    made = adopted(office, cases, "open_call")
    row = cases.put_on_list(made)
    with pytest.raises(ConflictError, match="令和8年度の取組一覧の1番"):
        cases.put_on_list(made)
    CollaborationsService(office.store).discard([row])
    assert cases.get(made).collaboration_id is None
    assert cases.put_on_list(made) != row


def test_one_undo_takes_the_row_away(office: Office, cases: CasesService) -> None:
    made = adopted(office, cases, "open_call")
    cases.put_on_list(made)
    HistoryService(office.store).undo()
    assert cases.get(made).collaboration_id is None
    assert CollaborationsService(office.store).list(2026) == ()


def test_what_is_not_adopted_is_refused(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    assert cases.get(made).list_year is None
    with pytest.raises(ConflictError, match="まだ採択と決まっていません"):
        cases.put_on_list(made)


def test_without_a_section_in_charge_it_is_said_and_nothing_is_kept(
    office: Office, cases: CasesService
) -> None:
    made = adopted(office, cases, "open_call", "")
    with pytest.raises(InputError, match="課"):
        cases.put_on_list(made)
    assert CollaborationsService(office.store).list(2026) == ()
