"""A real store on a real file, with a group in the register, for proposals and check sheets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.services.check_sheets import CheckSheetsService
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.rounds import RoundsService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.store import Store, open_store

GROUP = "特定非営利活動法人　みどりのこみち"


@dataclass
class Office:
    """An office on 27 May of 令和8年, 10:25: its services, its clock, what its listeners heard."""

    store: Store
    clock: FixedClock
    partner_id: int = 0
    heard: list[Touched] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.proposals = ProposalsService(self.store)
        self.rounds = RoundsService(self.store)
        self.check_sheets = CheckSheetsService(self.store)
        self.collaborations = CollaborationsService(self.store)
        self.partners = PartnersService(self.store)
        self.history = HistoryService(self.store)
        self.settings = SettingsService(self.store)
        self.partner_id = self.partners.add(PartnerDraft(GROUP, kind=PartnerKind.CITIZEN_GROUP))
        self.store.subscribe(self.heard.extend)

    def wait(self, minutes: int = 1) -> None:
        self.clock.moment += timedelta(minutes=minutes)

    def acts(self, kind: str, record_id: int) -> list[str]:
        """Return the words of what was done to a record, newest first."""
        return [act.what for act in self.history.of(kind, record_id)]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    clock = FixedClock(datetime(2026, 5, 27, 1, 25, tzinfo=UTC))
    store = open_store(DataFolder(tmp_path), clock)
    yield Office(store, clock)
    store.close()
