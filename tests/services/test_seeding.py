"""A new database holds the list of 平成30年度 and its partners; filling again changes nothing."""

import time
from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete, func, select

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import ChangeSet, Collaboration, Department, Partner, PartnerPair
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.seeding import fill
from kyodo_desktop.services.shipped_list import shipped_list
from kyodo_desktop.store import Store, open_store
from tests.services.drafts import partner_draft_of


def count(store: Store) -> dict[str, int]:
    models = (Department, Partner, PartnerPair, Collaboration, ChangeSet)
    with store.reading() as session:
        return {
            model.__tablename__: session.scalar(select(func.count()).select_from(model)) or 0
            for model in models
        }


FILLED = {"department": 24, "partner": 130, "partner_pair": 2, "collaboration": 168, "change_set": 0}


def test_the_list_is_in_the_database_letter_for_letter(collaborations: CollaborationsService) -> None:
    shipped = shipped_list(2018)
    entries = collaborations.list(2018)
    assert len(entries) == 168
    for entry, original in zip(entries, shipped.entries, strict=True):
        assert (entry.number, entry.departments, entry.title) == (
            original.number,
            original.departments,
            original.title,
        )
        assert [(cell.text, cell.collaboration_form) for cell in entry.participations] == [
            (cell.text, cell.form) for cell in original.cells
        ]
        assert (entry.note, entry.note_doubtful) == (original.note, original.note_doubtful)
        assert (entry.source, entry.source_page) == (shipped.source, original.page)
        assert entry.zone is None


def test_partners_carry_their_fixed_key_and_a_guess_is_marked(partners: PartnersService) -> None:
    found = {partner.key: partner for partner in partners.list()}
    assert found["P001"].name == "武蔵野美術大学"
    assert found["P001"].kind is PartnerKind.UNIVERSITY
    assert found["P001"].kind_estimated
    assert found["P001"].collaborations == 13
    assert found["P004"].kind is PartnerKind.UNSET
    assert not found["P004"].kind_estimated


def test_filling_is_not_in_the_change_log_and_twice_is_once(store: Store) -> None:
    assert count(store) == FILLED
    fill(store)
    assert count(store) == FILLED


def test_filling_again_leaves_alone_what_the_office_changed(
    store: Store, partners: PartnersService, collaborations: CollaborationsService
) -> None:
    partner = partners.search("獣医師会", 1)[0]
    partners.edit(partner.id, replace(partner_draft_of(partner), name="東京都獣医師会"))
    collaborations.discard([collaborations.list(2018)[0].id])
    fill(store)
    assert partners.get(partner.id).name == "東京都獣医師会"
    assert len(collaborations.list(2018)) == 167
    assert len(partners.list()) == 130


def test_an_upgrade_adds_only_what_is_missing(store: Store, partners: PartnersService) -> None:
    with store.seeding() as session:
        session.execute(delete(PartnerPair))
    fill(store)
    assert count(store) == FILLED


def test_filling_is_quick(tmp_path: Path, clock: FixedClock) -> None:
    store = open_store(DataFolder(tmp_path), clock)
    started = time.process_time()
    fill(store)
    assert time.process_time() - started < 2
    store.close()


def test_an_office_without_a_section_of_the_printed_list_still_gets_the_list(
    tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "departments.toml").write_text('departments = ["総務課", "新しい課"]', encoding="utf-8")
    resources.use_overrides(tmp_path)
    try:
        store = open_store(DataFolder(tmp_path / "data"), clock, fill=fill)
    finally:
        resources.use_overrides(tmp_path / "none")
    assert count(store)["department"] == 25
    assert count(store)["collaboration"] == 168
    store.close()
