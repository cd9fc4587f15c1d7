"""Counter mode through its service: who is on the telephone, and what is open with them."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.models import ContactRecord
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.collaborations import CollaborationDraft, ParticipationDraft
from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.counter import CounterHit
from kyodo_desktop.records.partner_parts import PartnerOfficer
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.past_cases import PastCaseDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.services.cases import CasesService
from kyodo_desktop.services.contacts import ContactsService
from kyodo_desktop.services.counter import CounterService
from kyodo_desktop.services.keys import refresh_lagging
from kyodo_desktop.services.merging import MergingService
from kyodo_desktop.services.past_cases import PastCasesService
from tests.databases.filled import proposal_of
from tests.services.partner_fixtures import KNOWN_WELL
from tests.services.proposal_fixtures import GROUP, Office, office

__all__ = ["office"]

CALL = ContactDraft(
    ContactWay.PHONE, "折り返してほしいとのこと。", person="森　すみれ", phone="080-5555-0123"
)


@pytest.fixture
def counter(office: Office) -> CounterService:
    return CounterService(office.store)


@pytest.fixture
def contacts(office: Office) -> ContactsService:
    return ContactsService(office.store)


@pytest.fixture
def walkers(office: Office) -> int:
    """A group of which the office knows everything."""
    return office.partners.add(KNOWN_WELL)


def titles(hits: tuple[CounterHit, ...]) -> list[str]:
    return [hit.title for hit in hits]


# Finding


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("葛飾", ""),
        ("ｶﾂｼｶ", ""),
        ("特定非営利活動法人葛飾高崎の会", ""),
        ("かつたか", "略称 かつたか"),
        ("高崎同好会", "もとの名称 高崎同好会"),
        ("高崎一郎", "代表者 代表　髙﨑　一郎"),
        ("斉藤", "連絡先 事務局 斎藤　花"),
        ("わたなべじろう", "会計 渡邉　次郎"),
        ("山本", "もとの会長 山本　三郎"),
        ("042-346-9809", "電話 042-346-9809"),
        ("０４２ー３４６ー９８０９", "電話 042-346-9809"),
        ("+81 42 346 9809", "電話 042-346-9809"),
        ("3410016", "ファクス 042-341-0016 事務局 斎藤　花"),
        ("09012345678", "電話 090-1234-5678 会計 渡邉　次郎"),
        ("小川町二丁目", None),
        ("小川町2-1333", "所在地 東京都小平市小川町２－１３３３"),
        ("葛飾　花", "連絡先 事務局 斎藤　花"),
        ("葛飾　八百屋", None),
        ("歴", "タグ 歴史"),
        ("　", None),
        ("・", None),
        ("\ud840", None),
        ("葛飾 " * 5_000, None),
    ],
)
def test_a_partner_is_found_by_all_that_a_caller_may_say(
    counter: CounterService, walkers: int, typed: str, why: str | None
) -> None:
    hits = counter.find(typed)
    if why is None:
        assert hits == ()
        return
    (hit,) = hits
    assert hit.partner is not None
    assert (hit.partner.id, hit.why) == (walkers, why)


def test_the_likeliest_comes_first_and_no_more_than_fit(office: Office, counter: CounterService) -> None:
    for number in range(20):
        office.partners.add(PartnerDraft(f"花の会{number}"))
    office.partners.add(PartnerDraft("花の会"))
    office.partners.add(PartnerDraft("草の会", note="花の会から分かれた"))
    hits = counter.find("花の会")
    assert titles(hits)[0] == "花の会"
    assert len(hits) == 12
    assert "草の会" not in titles(hits)
    assert len(counter.find("花の会", 3)) == 3


@pytest.mark.parametrize("typed", ["2026-T-001", "R8-T-1", "令和8年度　提　1号", "Ｒ８Ｔ１", "提1", "t-1"])
def test_a_receipt_number_leads_to_its_partner(office: Office, counter: CounterService, typed: str) -> None:
    case = office.proposals.create(proposal_of(office.partner_id))
    number = office.proposals.receive(case).receipt_number
    (hit,) = counter.find(typed)
    assert hit.partner is not None
    assert (hit.partner.name, hit.proposal_id) == (GROUP, case)
    assert hit.why == f"受付番号 {number}"


def test_who_rang_before_is_known_by_the_number_they_rang_from(
    office: Office, counter: CounterService, contacts: ContactsService
) -> None:
    contacts.note(replace(CALL, partner_id=office.partner_id))
    for typed in ("08055550123", "0123", "森すみれ", "すみれ　森", "スミレ"):
        (hit,) = counter.find(typed)
        assert hit.partner is not None
        assert hit.partner.id == office.partner_id
        assert hit.why == "5月27日の電話 森　すみれ 080-5555-0123"


def test_a_talk_is_found_by_what_it_says_now(
    office: Office, counter: CounterService, contacts: ContactsService
) -> None:
    noted = contacts.note(replace(CALL, caller="多摩湖町の田中さん"))
    contacts.edit(noted, replace(CALL, caller="多摩湖町の谷さん"))
    assert counter.find("田中") == ()
    assert titles(counter.find("谷さん")) == ["多摩湖町の谷さん"]
    office.history.undo()
    assert counter.find("谷さん") == ()
    assert titles(counter.find("田中")) == ["多摩湖町の田中さん"]
    with office.store.seeding() as session:
        session.execute(update(ContactRecord).values(full_key="", bare_key="", key_version=0))
        assert refresh_lagging(session) == 1
    assert titles(counter.find("田中")) == ["多摩湖町の田中さん"]


def test_a_caller_who_is_not_in_the_register_is_known_again(
    office: Office, counter: CounterService, contacts: ContactsService
) -> None:
    first = contacts.note(replace(CALL, caller="多摩湖町の田中さん", person=""))
    office.wait()
    again = contacts.note(replace(CALL, caller="多摩湖町の田中さん", person="", way=ContactWay.VISIT))
    (hit,) = counter.find("田中")
    assert (hit.partner, hit.title, hit.phone) == (None, "多摩湖町の田中さん", "080-5555-0123")
    assert (hit.contact_id, hit.why) == (again, "5月27日の来庁 080-5555-0123")
    contacts.discard([again])
    assert counter.find("5555-0123")[0].contact_id == first


def test_the_contact_of_a_proposal_is_known(office: Office, counter: CounterService) -> None:
    draft = ProposalDraft(
        programme="open_call",
        partner_name="たんぽぽの会",
        contact_name="野中　こずえ",
        contact_phone="090-7777-8888",
        title="花壇",
    )
    loose = office.proposals.create(draft)
    (hit,) = counter.find("タンポポ")
    assert (hit.partner, hit.title, hit.proposal_id) == (None, "たんぽぽの会", loose)
    assert hit.why == "下書き「花壇」の連絡先 野中　こずえ 090-7777-8888"
    assert counter.find("77778888")[0].proposal_id == loose
    office.proposals.save(loose, replace(draft, partner_id=office.partner_id))
    (hit,) = counter.find("野中")
    assert hit.partner is not None
    assert hit.partner.id == office.partner_id


def test_talks_keep_their_room_beside_a_register_full_of_likenesses(
    office: Office, counter: CounterService, contacts: ContactsService
) -> None:
    for number in range(20):
        office.partners.add(PartnerDraft(f"田中会{number}"))
    contacts.note(replace(CALL, caller="田中さん"))
    hits = counter.find("田中")
    assert len(hits) == 12
    assert hits[-1].title == "田中さん"


def test_what_lies_in_the_wastebasket_is_not_found(
    office: Office, counter: CounterService, contacts: ContactsService, walkers: int
) -> None:
    contacts.note(replace(CALL, partner_id=walkers))
    office.partners.discard([walkers])
    assert counter.find("葛飾") == counter.find("森すみれ") == ()


# At one glance


def test_a_partner_of_which_nothing_is_open(office: Office, counter: CounterService) -> None:
    card = counter.card(office.partner_id)
    assert (card.partner.name, card.partner.whole) == (GROUP, True)
    assert card.cases == card.papers_out == card.talks == card.next_dates == ()
    with pytest.raises(NotFoundError, match="もう台帳にありません"):
        counter.card(999)


def test_open_cases_say_what_they_wait_for(
    office: Office, counter: CounterService, contacts: ContactsService
) -> None:
    office.proposals.create(ProposalDraft(partner_id=office.partner_id, title="花壇づくり"))
    received = office.proposals.create(proposal_of(office.partner_id))
    number = office.proposals.receive(received).receipt_number
    office.check_sheets.create(CheckSheetDraft(2026, "朝市", partner_id=office.partner_id))
    office.check_sheets.create(CheckSheetDraft(2024, "昔の朝市", partner_id=office.partner_id))
    promise = contacts.note(replace(CALL, partner_id=office.partner_id, next_what="資料をさがす"))
    cell = ParticipationDraft(GROUP, "cooperation", ((office.partner_id, ""),))
    entry = CollaborationDraft(
        fiscal_year=2026,
        number=7,
        title="緑道の清掃",
        departments=("水と緑と公園課",),
        participations=(cell,),
    )
    office.collaborations.add(entry)
    office.collaborations.add(replace(entry, fiscal_year=2018))
    cases = [(case.kind, case.number, case.title) for case in counter.card(office.partner_id).cases]
    assert cases == [
        ("proposals", number, "朝市で会う"),
        ("proposals", "", "花壇づくり"),
        ("check_sheets", "", "朝市"),
        ("contacts", "", "資料をさがす"),
        ("collaborations", "7", "緑道の清掃"),
    ]
    states = [case.state for case in counter.card(office.partner_id).cases]
    assert states[0].startswith("受付済み・受理まで残り ")
    assert states[1:] == [
        "下書き（受け付けていません）",
        "事業前の欄を記入中（残り: 団体・市）",
        "令和8年5月27日の電話での約束（期日なし）",
        "水と緑と公園課と協力",
    ]
    contacts.settle(promise)
    assert "contacts" not in {case.kind for case in counter.card(office.partner_id).cases}


def test_a_case_says_where_it_stands_and_what_is_awaited_until_it_ends(
    office: Office, counter: CounterService
) -> None:
    cases, past = CasesService(office.store), PastCasesService(office.store)
    made = office.proposals.create(proposal_of(office.partner_id))
    office.proposals.receive(made)
    day = date(2026, 5, 27)
    cases.enter(made, "opinion", day, "受理の前に所見を聞く")
    asked = {"department": "環境政策課", "asked_on": day, "due_on": date(2026, 6, 5)}
    cases.record(made, "opinion", asked)
    past.record(PastCaseDraft("support_call", 2010, office.partner_id, "", "用水路のごみ拾い"))
    office.wait(3 * 24 * 60)
    card = counter.card(office.partner_id)
    assert [case.state for case in card.cases] == ["調整・所見（この段階 3日）"]
    awaited = [(one.on, one.what, one.is_late) for one in card.next_dates if one.record_id == made]
    assert awaited[0] == (date(2026, 6, 5), "所見 環境政策課の期限", False)
    cases.enter(made, "withdrawn")
    card = counter.card(office.partner_id)
    assert (card.cases, card.next_dates) == ((), ())


def test_papers_the_partner_owes_are_told(office: Office, counter: CounterService) -> None:
    case = office.proposals.create(proposal_of(office.partner_id))
    programme = office.proposals.programme("open_call")
    missing = [paper.label for paper in programme.papers if paper.key != "project_plan"]
    assert counter.card(office.partner_id).papers_out == ()
    number = office.proposals.receive(case).receipt_number
    papers = counter.card(office.partner_id).papers_out
    assert [paper.title for paper in papers] == missing
    assert {(paper.kind, paper.record_id, paper.since) for paper in papers} == {
        ("proposals", case, date(2026, 5, 27))
    }
    assert papers[0].state == f"{number}にまだ付いていません"


def test_a_sheet_whose_other_half_is_empty_is_with_the_partner(
    office: Office, counter: CounterService
) -> None:
    items = [item.key for stage in office.check_sheets.text().stages for item in stage.items]
    city = tuple(CheckMarkRecord(item, Side.CITY, Moment.BEFORE, MarkValue.DONE) for item in items)
    draft = CheckSheetDraft(2026, "朝市", partner_id=office.partner_id, marks=city)
    sheet = office.check_sheets.create(draft)
    (paper,) = counter.card(office.partner_id).papers_out
    assert (paper.kind, paper.record_id, paper.since) == ("check_sheets", sheet, date(2026, 5, 27))
    assert (paper.title, paper.state) == ("相互チェックシート（朝市）", "事業前の団体の欄が空です")
    came_home = CheckMarkRecord(items[0], Side.PARTNER, Moment.BEFORE, MarkValue.TALK)
    office.check_sheets.save(sheet, replace(draft, marks=(*city, came_home)))
    assert counter.card(office.partner_id).papers_out == ()


def test_the_last_talk_and_the_next_dates(
    office: Office, counter: CounterService, contacts: ContactsService
) -> None:
    mine = replace(CALL, partner_id=office.partner_id)
    contacts.note(replace(mine, text="はじめの話", next_on=date(2026, 5, 27), next_what="電話する"))
    office.wait(60 * 24 * 2)
    contacts.note(replace(mine, text="あとの話\nつづき", next_on=date(2026, 12, 1)))
    officers = (PartnerOfficer("会長", "髙﨑　一郎", ends_on=date(2026, 6, 30)),)
    office.partners.edit(office.partner_id, PartnerDraft(GROUP, officers=officers))
    sheet = office.check_sheets.create(CheckSheetDraft(2026, "朝市", partner_id=office.partner_id))
    office.check_sheets.plan_check(sheet, date(2026, 7, 1))
    card = counter.card(office.partner_id)
    assert [talk.draft.text for talk in card.talks] == ["あとの話\nつづき", "はじめの話"]
    assert [(one.on, one.what, one.kind, one.is_late) for one in card.next_dates] == [
        (date(2026, 5, 27), "電話する", "contacts", True),
        (date(2026, 6, 30), "会長 髙﨑　一郎の任期の終わり", "partners", False),
        (date(2026, 7, 1), "「朝市」のチェックシートの確認", "check_sheets", False),
        (date(2026, 12, 1), "あとの話 つづき", "contacts", False),
    ]


def test_one_that_was_merged_opens_the_one_that_stays_with_all_of_it(
    office: Office, counter: CounterService, contacts: ContactsService
) -> None:
    other = office.partners.add(PartnerDraft("みどりのこみち"))
    contacts.note(replace(CALL, partner_id=other))
    draft = office.proposals.create(ProposalDraft(partner_id=other, title="書きかけ"))
    MergingService(office.store).merge(office.partner_id, other, {})
    card = counter.card(other)
    assert card.partner.id == office.partner_id
    assert [case.record_id for case in card.cases] == [draft]
    assert len(card.talks) == 1
    (hit,) = counter.find("みどりのこみち")
    assert hit.partner is not None
    assert hit.partner.id == office.partner_id
