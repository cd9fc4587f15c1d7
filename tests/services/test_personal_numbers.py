"""A person's マイナンバー is kept nowhere."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.services.check_sheets import CheckSheetsService
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.drafts import DraftsService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.store import Store
from tests.services.drafts import draft_of

NUMBER = "１２３４-5678-9018"
TYPED = f"番号は{NUMBER}です"


def in_an_entry(store: Store) -> None:
    entries = CollaborationsService(store)
    entries.edit(1, replace(draft_of(entries.get(1)), note=TYPED))


def in_a_check_sheet(store: Store) -> None:
    mark = CheckMarkRecord("plan_1", Side.CITY, Moment.BEFORE, MarkValue.TALK, TYPED)
    CheckSheetsService(store).create(CheckSheetDraft(fiscal_year=2026, title="朝市", marks=(mark,)))


PLACES: list[Callable[[Store], object]] = [
    in_an_entry,
    in_a_check_sheet,
    lambda store: PartnersService(store).add(PartnerDraft(name="会", note=TYPED)),
    lambda store: ProposalsService(store).create(ProposalDraft(title="朝市", summary=TYPED)),
    lambda store: SettingsService(store).set("contact_block", TYPED),
]


@pytest.mark.parametrize("place", PLACES)
def test_it_is_refused_in_every_kind_of_record_and_not_repeated(
    store: Store, place: Callable[[Store], object]
) -> None:
    with pytest.raises(InputError, match=r"マイナンバー.*残せません。消して") as refusal:
        place(store)
    assert "5678" not in str(refusal.value)
    assert b"5678-9018" not in store.folder.database.read_bytes()


def test_a_draft_keeps_all_but_it(store: Store) -> None:
    drafts = DraftsService(store)
    drafts.save("partner", 0, {"name": "朝市の会", "note": TYPED, "contacts": [{"phone": NUMBER, "n": 1}]})
    assert drafts.load("partner", 0) == {
        "name": "朝市の会", "note": "", "contacts": [{"phone": "", "n": 1}],
    }  # fmt: skip
    assert b"5678-9018" not in store.folder.database.read_bytes()
