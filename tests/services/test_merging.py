"""Two partners made one, on a real database."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.models import Attachment, Base, ContactRecord, Referral, Talent
from kyodo_desktop.records.check_sheets import CheckSheetDraft
from kyodo_desktop.records.collaborations import ParticipationDraft
from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.merging import MergeChoice, MergeMoves, MergeRow
from kyodo_desktop.records.partner_fields import PARTNER_FIELDS
from kyodo_desktop.records.partner_parts import PartnerContact, PartnerOfficer, PartnerProfile, ProfileAnswer
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft
from kyodo_desktop.records.rounds import BriefingDraft, GuestDraft
from kyodo_desktop.records.talents import ReferralDraft
from kyodo_desktop.services.check_sheets import CheckSheetsService
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.contacts import ContactsService
from kyodo_desktop.services.drafts import DraftsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.matching import MatchingService
from kyodo_desktop.services.merging import MergingService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.rounds import RoundsService
from kyodo_desktop.services.talents import TalentsService
from kyodo_desktop.store import Store
from tests.databases.filled import proposal_of
from tests.services.conftest import NOON
from tests.services.drafts import draft_of
from tests.services.test_history import dump

KEEP, LOSE, BOTH = MergeChoice

FULL = PartnerDraft(
    name="特定非営利活動法人　緑の会",
    kana="ミドリノカイ",
    kind=PartnerKind.CITIZEN_GROUP,
    phone="042-346-9809",
    email="midori@example.jp",
    address="東京都小平市小川町2-1333",
    note="月末は留守",
    former_names=("みどりを育てる会",),
    activity_fields=(3, 7),
    members=20,
    tags=("環境", "緑化"),
    contacts=(PartnerContact("事務局", "高﨑", "042-346-9809"),),
    officers=(PartnerOfficer("会長", "高﨑　一郎", starts_on=date(2024, 4, 1)),),
    profile=PartnerProfile(
        purpose="緑を守る", asked=(ProfileAnswer("non_profit", Confirmation.CONFIRMED, "会則", "山田"),)
    ),
    public_fields=frozenset({"phone", "activity_fields"}),
)
PLAIN = PartnerDraft(
    name="緑の会",
    kind=PartnerKind.CITIZEN_GROUP,
    kind_estimated=True,
    phone="03-3346-9809",
    postal_code="1870032",
    note="雨天中止",
    activity_fields=(7,),
    tags=("緑化", "公園"),
    contacts=(PartnerContact("会計", "山田"),),
    asupia_registered=True,
    public_fields=frozenset({"postal_code"}),
)


@pytest.fixture
def merging(store: Store) -> MergingService:
    return MergingService(store)


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


@pytest.fixture
def pair(partners: PartnersService) -> tuple[int, int]:
    """The plain record, which stays, and the full one, which goes."""
    return partners.add(PLAIN), partners.add(FULL)


def row(rows: tuple[MergeRow, ...], name: str) -> MergeRow:
    return next(one for one in rows if one.field.name == name)


# Side by side


def test_every_field_is_there_what_differs_first(merging: MergingService, pair: tuple[int, int]) -> None:
    plan = merging.plan(*pair)
    assert (plan.keep.name, plan.lose.name) == (PLAIN.name, FULL.name)
    assert {one.field for one in plan.rows} == set(PARTNER_FIELDS)
    differs = [one.differs for one in plan.rows]
    assert differs == sorted(differs, reverse=True)
    assert not row(plan.rows, "kind").differs
    assert row(plan.rows, "name").differs


def test_what_is_empty_is_never_proposed_over_what_is_not(
    merging: MergingService, pair: tuple[int, int]
) -> None:
    rows = merging.plan(*pair).rows
    proposed = {one.field.name: one.proposed for one in rows if one.differs}
    assert proposed["kana"] is proposed["email"] is proposed["address"] is proposed["members"] is LOSE
    assert proposed["officers"] is proposed["profile.purpose"] is proposed["profile.asked"] is LOSE
    assert proposed["postal_code"] is proposed["asupia_registered"] is proposed["name"] is KEEP
    assert proposed["note"] is proposed["tags"] is proposed["contacts"] is proposed["activity_fields"] is BOTH
    turned = merging.plan(*reversed(pair)).rows
    assert {one.proposed for one in turned if one.field.name in {"kana", "email"}} == {KEEP}
    assert row(turned, "postal_code").proposed is row(turned, "asupia_registered").proposed is LOSE


def test_what_moves_is_counted(
    store: Store, merging: MergingService, partners: PartnersService, pair: tuple[int, int]
) -> None:
    assert merging.plan(*pair).moves == MergeMoves()
    university = partners.search("武蔵野美術大学", 1)[0].id
    proposals, sheets = ProposalsService(store), CheckSheetsService(store)
    proposals.create(ProposalDraft(programme="open_call", partner_id=university, title="下書き"))
    proposals.receive(proposals.create(proposal_of(university)))
    sheets.create(CheckSheetDraft(2026, "花いっぱい", partner_id=university))
    moves = merging.plan(pair[0], university).moves
    assert moves == MergeMoves(collaborations=13, proposals=1, check_sheets=1, drafts=1)


# Making one of two


def test_values_are_as_chosen_and_nothing_else_is_lost(
    merging: MergingService, partners: PartnersService, pair: tuple[int, int]
) -> None:
    keep, lose = pair
    merging.merge(keep, lose, {"phone": LOSE, "tags": LOSE, "activity_fields": LOSE, "name": LOSE})
    one = partners.get(keep)
    assert one.name == FULL.name
    assert one.former_names == ("緑の会", "みどりを育てる会")
    assert (one.kana, one.phone, one.email, one.postal_code) == (
        "ミドリノカイ",
        "042-346-9809",
        "midori@example.jp",
        "1870032",
    )
    assert not one.kind_estimated
    assert one.note == "雨天中止\n月末は留守"
    assert (one.tags, set(one.activity_fields), one.members) == (("環境", "緑化"), {3, 7}, 20)
    assert [(contact.purpose, contact.person) for contact in one.contacts] == [
        ("会計", "山田"),
        ("事務局", "高﨑"),
    ]
    assert one.officers[0].name == "高﨑　一郎"
    assert one.profile.purpose == "緑を守る"
    assert one.profile.asked[0].seen == "会則"
    assert one.asupia_registered
    assert one.public_fields == {"phone", "activity_fields", "postal_code"}
    gone = partners.get(lose)
    assert gone.deleted
    assert gone.merged_into == keep
    assert [contact.person for contact in gone.contacts] == ["高﨑"]


def test_what_was_public_on_one_side_only_is_not_where_both_stand(
    merging: MergingService, partners: PartnersService, pair: tuple[int, int]
) -> None:
    merging.merge(*pair, {})
    assert partners.get(pair[0]).public_fields == {"postal_code"}


def test_the_one_that_stays_is_found_by_the_names_of_the_one_that_went(
    merging: MergingService, partners: PartnersService, pair: tuple[int, int]
) -> None:
    merging.merge(*pair, {})
    for words in ("特定非営利活動法人　緑の会", "みどりを育てる会", "ＮＰＯ法人緑の会"):
        assert partners.search(words, 5)[0].id == pair[0], words


def test_all_that_named_the_one_names_the_other_and_undo_takes_all_back(
    store: Store,
    merging: MergingService,
    partners: PartnersService,
    collaborations: CollaborationsService,
    history: HistoryService,
) -> None:
    university, other = partners.search("武蔵野美術大学", 1)[0].id, partners.add(replace(FULL, name="美大"))
    third = partners.search("小平商工会", 1)[0].id
    proposals, sheets = ProposalsService(store), CheckSheetsService(store)
    proposal = proposals.create(proposal_of(university))
    proposals.receive(proposal)
    sheet = sheets.create(CheckSheetDraft(2026, "花いっぱい", partner_id=university))
    double = collaborations.list(2018)[0]
    both = ParticipationDraft("美大など", "cooperation", ((other, "工房"), (university, "建築"), (third, "")))
    collaborations.edit(double.id, replace(draft_of(double), participations=(both,)))
    before = dump(store)
    texts = [[cell.text for cell in entry.participations] for entry in collaborations.list(2018)]

    merging.merge(other, university, {})

    assert history.can_undo() == "一つにする: 武蔵野美術大学を美大へ"
    assert texts == [[cell.text for cell in entry.participations] for entry in collaborations.list(2018)]
    assert len(partners.detail(other).collaborations) == 13
    assert partners.detail(university).collaborations == ()
    (cell,) = collaborations.get(double.id).participations
    assert [(link.partner_id, link.unit) for link in cell.partners] == [(other, "工房・建築"), (third, "")]
    assert proposals.get(proposal).draft.partner_id == sheets.get(sheet).partner_id == other
    query = Query.parse("美大")
    entries = [e for e in collaborations.list(2018) if query.matches(e.full_key, e.bare_key)]
    assert len(entries) >= 13
    assert "一つにする: 武蔵野美術大学を美大へ" in [act.what for act in history.of("partner", other)]

    after = dump(store)
    history.undo()
    assert dump(store) == before
    history.redo()
    assert dump(store) == after
    history.undo()
    assert dump(store) == before


def test_every_table_that_can_name_a_partner_is_thought_of() -> None:
    naming = {
        table.name
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "partner" and not table.name.startswith("partner_")
    }
    assert naming == {
        "participation_partner",
        "proposal",
        "check_sheet",
        "partner",
        "contact_record",
        "talent",
        "referral",
        "attachment",
        "issued_sheet",
        "briefing_guest",
        "evaluation",
        "guide",
    }


def test_talks_offers_referrals_and_files_move_and_come_back(
    store: Store,
    merging: MergingService,
    partners: PartnersService,
    history: HistoryService,
    pair: tuple[int, int],
) -> None:
    keep, lose = pair
    third = partners.search("小平商工会", 1)[0].id
    ContactsService(store).note(ContactDraft(ContactWay.PHONE, "会場のこと", partner_id=lose))
    with store.writing("したこと") as session:
        offer = Talent(partner_id=lose, side="offer", title="紙芝居", noted_on=date(2026, 11, 1))
        session.add(offer)
        session.flush()
        away = Referral(
            partner_id=third, to_partner_id=lose, talent_id=offer.id, referred_on=date(2026, 11, 2)
        )
        out = Referral(partner_id=lose, organization="asupia", referred_on=date(2026, 11, 2))
        sheet = Attachment(partner_id=lose, name="会則.pdf", size=1, sha256="0" * 64, added_at=NOON)
        session.add_all([away, out, sheet])
    moves = merging.plan(keep, lose).moves
    assert moves == MergeMoves(talks=1, talents=1, referrals=2, attachments=1)
    before = dump(store)
    merging.merge(keep, lose, {})
    with store.reading() as session:
        for link in (ContactRecord, Talent, Attachment):
            assert {row.partner_id for row in session.scalars(select(link))} == {keep}
        assert set(session.scalars(select(Referral.partner_id))) == {third, keep}
        assert set(session.scalars(select(Referral.to_partner_id))) == {keep, None}
    history.undo()
    assert dump(store) == before


def test_a_referral_between_the_two_lies_in_the_wastebasket_and_comes_back(
    store: Store, merging: MergingService, history: HistoryService, pair: tuple[int, int]
) -> None:
    keep, lose = pair
    talents = TalentsService(store)
    kept = talents.refer(ReferralDraft(lose, date(2026, 11, 2), organization="asupia"))
    there = talents.refer(ReferralDraft(keep, date(2026, 11, 2), to_partner_id=lose, about="会場"))
    back = talents.refer(ReferralDraft(lose, date(2026, 11, 3), to_partner_id=keep))
    moves = merging.plan(keep, lose).moves
    assert (moves.referrals, moves.referrals_between) == (1, 2)
    before = dump(store)
    merging.merge(keep, lose, {})
    assert [one.id for one in talents.referrals()] == [kept]
    assert [(one.id, one.partner_name, one.to_name) for one in talents.discarded_referrals()] == [
        (back, FULL.name, PLAIN.name),
        (there, PLAIN.name, FULL.name),
    ]
    with pytest.raises(InputError, match="いまは一つの団体です"):
        talents.restore_referral(there)
    history.undo()
    assert dump(store) == before


def test_who_came_to_a_briefing_follows_and_both_lines_stay(
    store: Store, merging: MergingService, history: HistoryService, pair: tuple[int, int]
) -> None:
    keep, lose = pair
    rounds = RoundsService(store)
    made = rounds.create("open_call", 2026)
    briefing = rounds.add_briefing(made, BriefingDraft(place="中央公民館"))
    theirs, _ours = (rounds.add_guest(briefing, GuestDraft(one, persons=2)) for one in (lose, keep))
    assert merging.plan(keep, lose).moves == MergeMoves(briefings=1)
    before = dump(store)
    merging.merge(keep, lose, {})
    guests = rounds.get(made).briefings[0].guests
    assert [(one.draft.partner_id, one.name) for one in guests] == [(keep, PLAIN.name)] * 2
    rounds.edit_guest(theirs, GuestDraft(lose, persons=1))
    assert rounds.get(made).briefings[0].persons == 3
    history.undo()
    history.undo()
    assert dump(store) == before


_words = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), max_size=6)
_names = _words.filter(lambda words: bool(words.strip()))


def some_partner(draw: st.DrawFn) -> PartnerDraft:
    return PartnerDraft(
        name=draw(_names),
        kana=draw(st.sampled_from(["", "ミドリノカイ"])),
        kind=draw(st.sampled_from(PartnerKind)),
        kind_estimated=draw(st.booleans()),
        phone=draw(st.sampled_from(["", "042-346-9809"])),
        note=draw(_words),
        former_names=tuple(draw(st.lists(_names, max_size=2))),
        activity_fields=tuple(draw(st.sets(st.integers(1, 20), max_size=3))),
        members=draw(st.none() | st.integers(0, 99)),
        asupia_registered=draw(st.booleans()),
        tags=tuple(draw(st.lists(_names, max_size=2))),
        contacts=tuple(PartnerContact(purpose) for purpose in draw(st.lists(_names, max_size=2))),
        officers=tuple(PartnerOfficer("会長", name) for name in draw(st.lists(_names, max_size=1))),
        public_fields=frozenset(draw(st.sets(st.sampled_from(["phone", "kana", "members"])))),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_merged_one_undo_takes_it_back(
    store: Store,
    merging: MergingService,
    partners: PartnersService,
    history: HistoryService,
    data: st.DataObject,
) -> None:
    keep, lose = (partners.add(data.draw(st.composite(some_partner)())) for _side in range(2))
    rows = merging.plan(keep, lose).rows
    choices = {row.field.name: data.draw(st.sampled_from(row.choices)) for row in rows}
    before, one, other = dump(store), partners.get(keep), partners.get(lose)
    merging.merge(keep, lose, choices)
    both = partners.get(keep)
    names = {name.strip() for name in (one.name, *one.former_names, other.name, *other.former_names)}
    assert names == {name.strip() for name in (both.name, *both.former_names)}
    after = dump(store)
    history.undo()
    assert dump(store) == before
    history.redo()
    assert dump(store) == after


# Drafts


def test_a_draft_follows_when_it_is_saved_or_received(
    store: Store, merging: MergingService, collaborations: CollaborationsService, pair: tuple[int, int]
) -> None:
    keep, lose = pair
    proposals, sheets = ProposalsService(store), CheckSheetsService(store)
    draft = replace(proposal_of(lose), partner_name=FULL.name)
    saved, received = proposals.create(draft), proposals.create(draft)
    merging.merge(keep, lose, {})
    assert proposals.get(saved).draft.partner_id == lose
    proposals.save(saved, draft)
    assert proposals.get(saved).draft.partner_id == keep
    assert proposals.receive(received).draft.partner_id == keep
    entry = collaborations.list(2018)[0]
    cell = ParticipationDraft("緑の会", "cooperation", ((lose, ""), (keep, "")))
    collaborations.edit(entry.id, replace(draft_of(entry), participations=(cell,)))
    (link,) = collaborations.get(entry.id).participations[0].partners
    assert link.partner_id == keep
    sheet = sheets.create(CheckSheetDraft(2026, "花いっぱい", partner_id=lose))
    assert sheets.get(sheet).partner_id == keep


def test_what_is_typed_and_not_saved_holds_it_back(
    store: Store, merging: MergingService, partners: PartnersService, pair: tuple[int, int]
) -> None:
    drafts = DraftsService(store)
    for record_id, name in zip(pair, (PLAIN.name, FULL.name), strict=True):
        drafts.save("partner", record_id, {"name": "書きかけ"})
        with pytest.raises(ConflictError, match=f"「{name}」に書きかけの編集"):
            merging.merge(*pair, {})
        drafts.drop("partner", record_id)
    assert not partners.get(pair[1]).deleted


# Pairs, and the way back


def test_a_decision_about_the_one_that_went_holds_for_the_one_that_stays(
    store: Store,
    merging: MergingService,
    partners: PartnersService,
    history: HistoryService,
    pair: tuple[int, int],
) -> None:
    third = partners.add(PartnerDraft("緑の会（鈴木町）", phone="042-346-9809"))
    matching = MatchingService(store)
    partners.mark_different(third, pair[1])
    before = dump(store)
    merging.merge(*pair, {"phone": LOSE})
    assert partners.get(third).phone == partners.get(pair[0]).phone
    assert len(matching.likely_pairs()) == 2
    history.undo()
    assert dump(store) == before


def test_one_taken_out_of_the_wastebasket_comes_back_alone(
    store: Store,
    merging: MergingService,
    partners: PartnersService,
    history: HistoryService,
    pair: tuple[int, int],
) -> None:
    university = partners.search("武蔵野美術大学", 1)[0].id
    merging.merge(pair[0], university, {})
    partners.restore([university])
    back = partners.get(university)
    assert (back.deleted, back.merged_into, back.collaborations) == (False, None, 0)
    assert partners.get(pair[0]).collaborations == 13
    pairs = partners.detail(university).likely_same
    assert [(one.second.id, one.reason) for one in pairs] == [
        (pair[0], "一方の旧称・略称が、もう一方の名称と同じです。")
    ]
    history.undo()
    assert partners.get(university).merged_into == pair[0]


# What is refused


def test_what_cannot_be_merged_is_said(
    merging: MergingService, partners: PartnersService, pair: tuple[int, int]
) -> None:
    keep, lose = pair
    with pytest.raises(InputError, match="同じ団体どうし"):
        merging.plan(keep, keep)
    with pytest.raises(NotFoundError, match="台帳にありません"):
        merging.merge(keep, 99_999, {})
    with pytest.raises(InputError, match="「電話」は両方を残せません"):
        merging.merge(keep, lose, {"phone": BOTH})
    with pytest.raises(InputError, match="「fax」という項目はありません"):
        merging.merge(keep, lose, {"fax": KEEP})
    partners.discard([lose])
    for ask in (merging.plan, lambda one, other: merging.merge(one, other, {})):
        with pytest.raises(ConflictError, match="「特定非営利活動法人　緑の会」はごみ箱にあります"):
            ask(keep, lose)
    assert partners.get(keep).former_names == ()
