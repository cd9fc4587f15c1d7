"""履歴, 元に戻す and やり直す, on a real database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.models import ChangeSet, Collaboration, Participation
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.collaborations import ParticipationDraft
from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.partner_parts import PartnerContact, PartnerProfile
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, RequirementAnswer
from kyodo_desktop.services.check_sheets import CheckSheetsService
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.contacts import ContactsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.keys import refresh_keys
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.store import Store
from tests.databases.filled import proposal_of
from tests.services.drafts import draft_of, partner_draft_of
from tests.services.partner_fixtures import KNOWN_WELL

SELECT = 'SELECT * FROM "{}" ORDER BY 1'
LOG = {"change", "change_set", "sqlite_sequence"}


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the log."""
    with store.reading() as session:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        return {
            name: [tuple(row) for row in session.execute(text(SELECT.format(name)))]
            for name in sorted(set(names) - LOG)
        }


def edit_an_entry(store: Store) -> None:
    collaborations = CollaborationsService(store)
    draft = draft_of(collaborations.get(65))
    kept = replace(draft.participations[1], text="大学など", links=())
    new = ParticipationDraft("町内会", "cooperation", ((1, "青年部"),))
    draft = replace(draft, title="禁煙", number=300, departments=("新課", "道路課"))
    collaborations.edit(65, replace(draft, participations=(kept, new, new)))


def shrink_an_entry(store: Store) -> None:
    collaborations = CollaborationsService(store)
    collaborations.edit(65, replace(draft_of(collaborations.get(65)), participations=()))


def move_two_numbers_up(store: Store) -> None:
    with store.writing("番号をずらす") as session:
        for record_id, number in ((1, 999), (2, 1)):
            entry = session.get_one(Collaboration, record_id)
            entry.number = number
            refresh_keys(session, entry)
            session.flush()


def rename_a_partner(store: Store) -> None:
    partners = PartnersService(store)
    partner = partners.search("武蔵野美術大学", 1)[0]
    partners.edit(partner.id, replace(partner_draft_of(partner), name="むさび", kana="むさび"))


def change_every_part_of_a_partner(store: Store) -> None:
    partners = PartnersService(store)
    record_id = partners.add(KNOWN_WELL)
    contact, other = partners.get(record_id).contacts
    draft = replace(
        KNOWN_WELL,
        kind=PartnerKind.BUSINESS,
        former_names=("高崎同好会", "夕市の会"),
        tags=(),
        activity_fields=(20,),
        established_on=None,
        contacts=(PartnerContact("広報", "花"), replace(other, person="次郎"), contact),
        officers=KNOWN_WELL.officers[:1],
        profile=PartnerProfile(finances="黒字", asked=KNOWN_WELL.profile.asked[1:]),
        public_fields=frozenset({"phone"}),
    )
    partners.edit(record_id, draft)


def fill_in_a_sheet(store: Store) -> None:
    sheets = CheckSheetsService(store)
    marks = (CheckMarkRecord("plan_1", Side.CITY, Moment.BEFORE, MarkValue.DONE, "よい"),)
    sheets.create(CheckSheetDraft(fiscal_year=2026, title="朝市", marks=marks))


def change_settings(store: Store) -> None:
    SettingsService(store).set("contact_block", "小平市\n市民協働・男女参画推進課")


ACTS: list[Callable[[Store], object]] = [
    edit_an_entry,
    shrink_an_entry,
    move_two_numbers_up,
    rename_a_partner,
    lambda store: PartnersService(store).add(KNOWN_WELL),
    lambda store: PartnersService(store).edit(1, replace(KNOWN_WELL, name="何でも知る会")),
    fill_in_a_sheet,
    change_settings,
    lambda store: CollaborationsService(store).duplicate(10),
    lambda store: CollaborationsService(store).discard([3, 4, 5]),
    lambda store: CollaborationsService(store).copy_year(2018, 2019),
    lambda store: PartnersService(store).add(PartnerDraft(name="朝市の会", phone="042-000-0000")),
    lambda store: PartnersService(store).confirm(1),
    lambda store: ContactsService(store).note(ContactDraft(ContactWay.PHONE, "会場のこと", partner_id=1)),
    lambda store: ContactsService(store).note(ContactDraft(ContactWay.VISIT, "道をきかれた", caller="田中")),
]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_can_be_taken_back_and_done_again(
    store: Store, history: HistoryService, act: Callable[[Store], object]
) -> None:
    before = dump(store)
    act(store)
    after, what = dump(store), history.can_undo()
    assert after != before
    assert what is not None
    assert history.can_redo() is None
    assert history.undo().what == what
    assert dump(store) == before
    assert (history.can_undo(), history.can_redo()) == (None, what)
    assert history.redo().what == what
    assert without_times(dump(store)) == without_times(after)
    assert (history.can_undo(), history.can_redo()) == (what, None)
    history.undo()
    assert dump(store) == before


def without_times(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    return {**tables, "check_sheet": [row[:7] for row in tables["check_sheet"]]}


def test_every_part_of_a_partner_goes_back_and_forth(store: Store, history: HistoryService) -> None:
    states = [dump(store)]
    change_every_part_of_a_partner(store)
    states.append(dump(store))
    history.undo()
    between = dump(store)
    history.undo()
    assert dump(store) == states[0]
    history.redo()
    assert dump(store) == between
    history.redo()
    assert dump(store) == states[1]


def test_all_acts_go_back_one_by_one_and_forth_again(store: Store, history: HistoryService) -> None:
    states = [dump(store)]
    for act in ACTS:
        act(store)
        states.append(dump(store))
    for state in reversed(states[:-1]):
        history.undo()
        assert dump(store) == state
    assert history.can_undo() is None
    with pytest.raises(ConflictError, match="元に戻せる操作はありません"):
        history.undo()
    for state in states[1:]:
        history.redo()
        assert without_times(dump(store)) == without_times(state)
    with pytest.raises(ConflictError, match="やり直せる操作はありません"):
        history.redo()


def test_a_new_act_ends_what_could_be_done_again(store: Store, history: HistoryService) -> None:
    rename_a_partner(store)
    change_settings(store)
    history.undo()
    history.undo()
    history.redo()
    assert history.can_redo() == "設定を変える: 連絡先"
    edit_an_entry(store)
    assert history.can_redo() is None
    history.undo()
    assert history.can_undo() == "団体を直す: むさび"
    assert history.can_redo() == "取組を直す: 300 禁煙"


def test_after_an_undo_the_record_is_found_by_its_old_words(store: Store, history: HistoryService) -> None:
    rename_a_partner(store)
    history.undo()
    found = PartnersService(store).search("武蔵野美術大学", 1)[0]
    assert found.sort_key.startswith("む")
    named = [*CollaborationsService(store).same_partners(1), CollaborationsService(store).get(1)]
    assert all(Query.parse("武蔵野美術大学").matches(one.full_key, one.bare_key) for one in named)


def test_the_window_is_told_of_an_undo(store: Store, history: HistoryService) -> None:
    edit_an_entry(store)
    heard: list[Touched] = []
    store.subscribe(heard.extend)
    history.undo()
    assert Touched("collaboration", 65) in heard


# What cannot be taken back


def test_a_receipt_number_stays_given(store: Store, history: HistoryService) -> None:
    proposals = ProposalsService(store)
    record_id = proposals.create(proposal_of(1))
    proposals.receive(record_id)
    before = dump(store)
    with pytest.raises(ConflictError, match="受付番号は一度出すと取り消せません"):
        history.undo()
    assert dump(store) == before
    proposals.discard([record_id])
    history.undo()
    assert dump(store) == before


def save_a_proposal(proposals: ProposalsService, record_id: int) -> None:
    draft = replace(proposal_of(1), title="夕市で会う", requirements=(), papers=(("budget", 1),))
    proposals.save(record_id, draft)


@pytest.mark.parametrize(
    "act",
    [
        save_a_proposal,
        lambda proposals, record_id: proposals.accept(record_id, "理由は別紙"),
        lambda proposals, record_id: proposals.discard([record_id]),
    ],
)
def test_what_is_done_to_a_proposal_after_its_receipt_can_be_taken_back(
    store: Store, history: HistoryService, act: Callable[[ProposalsService, int], object]
) -> None:
    proposals = ProposalsService(store)
    record_id = proposals.create(acceptable_proposal(proposals))
    proposals.receive(record_id)
    before = dump(store)
    act(proposals, record_id)
    after = dump(store)
    history.undo()
    assert dump(store) == before
    history.redo()
    assert dump(store) == after


def acceptable_proposal(proposals: ProposalsService) -> ProposalDraft:
    programme = proposals.programme("open_call")
    return replace(
        proposal_of(1),
        contact_name="西田",
        contact_phone="042-000-0000",
        summary="市民が出会う",
        eligible_cost=200_000,
        requirements=tuple(
            RequirementAnswer(one.key, Confirmation.CONFIRMED, by="西田", on=date(2026, 11, 24))
            for one in programme.requirements
        ),
        papers=tuple((one.key, 1) for one in programme.papers),
    )


def test_a_record_changed_behind_the_log_is_not_overwritten(store: Store, history: HistoryService) -> None:
    edit_an_entry(store)
    with store.seeding() as session:
        row = session.query(Participation).filter_by(text="大学など").one()
        row.text = "大学"
    before = dump(store)
    with pytest.raises(ConflictError, match="そのあとで記録が変わっています"):
        history.undo()
    assert dump(store) == before


def test_a_part_that_came_behind_the_log_is_not_lost(store: Store, history: HistoryService) -> None:
    record_id = CollaborationsService(store).duplicate(10)
    with store.seeding() as session:
        session.add(
            Participation(collaboration_id=record_id, text="あとから", collaboration_form="cooperation")
        )
    with pytest.raises(ConflictError, match="そのあとで記録が変わっています"):
        history.undo()


def test_a_record_that_a_draft_uses_is_not_taken_away(store: Store, history: HistoryService) -> None:
    partner = PartnersService(store).add(PartnerDraft(name="朝市の会"))
    ProposalsService(store).create(proposal_of(partner))
    before = dump(store)
    with pytest.raises(ConflictError, match="ほかの記録がこれを使っています"):
        history.undo()
    assert dump(store) == before


def test_a_number_taken_behind_the_log_is_a_conflict(store: Store, history: HistoryService) -> None:
    CollaborationsService(store).discard([1])
    entry = CollaborationsService(store).get(2)
    with store.seeding() as session:
        session.get_one(Collaboration, entry.id).number = 1
    with pytest.raises(ConflictError, match="元に戻せません"):
        history.undo()


def test_an_act_of_an_older_schema_stays(store: Store, history: HistoryService) -> None:
    rename_a_partner(store)
    with store.seeding() as session:
        session.get_one(ChangeSet, 1).schema = 0
    assert history.can_undo() is None
    with pytest.raises(ConflictError, match="プログラムを新しくする前の操作"):
        history.undo()


# History


def test_a_records_history_tells_its_own_part_of_each_act(store: Store, history: HistoryService) -> None:
    CollaborationsService(store).discard([3, 4])
    acts = history.of("collaboration", 3)
    assert [act.what for act in acts] == ["取組をごみ箱へ: 2件"]
    assert [(change.record_id, change.field) for change in acts[0].changes] == [(3, "deleted_at")]
    history.undo()
    assert [(act.what, act.undoes) for act in history.of("collaboration", 3)] == [
        ("元に戻す: 取組をごみ箱へ: 2件", 1),
        ("取組をごみ箱へ: 2件", None),
    ]


def test_the_id_of_a_record_taken_back_is_not_given_again(store: Store, history: HistoryService) -> None:
    partners = PartnersService(store)
    first = partners.add(PartnerDraft(name="取り消す会"))
    history.undo()
    second = partners.add(PartnerDraft(name="別の会"))
    assert second != first
    assert len(history.of("partner", second)) == 1
