"""対応履歴 through its service, on a real database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.records.contacts import ContactDraft, ContactRecord, ContactWay
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.services.contacts import ContactsService
from kyodo_desktop.services.merging import MergingService
from tests.databases.filled import proposal_of
from tests.services.proposal_fixtures import GROUP, Office, office

__all__ = ["office"]

NOW = datetime(2026, 5, 27, 1, 25, tzinfo=UTC)
CALL = ContactDraft(ContactWay.PHONE, "朝市の会場の使用料について。", person="髙﨑　一郎", phone="0423469809")


@pytest.fixture
def contacts(office: Office) -> ContactsService:
    return ContactsService(office.store)


def texts(talks: tuple[ContactRecord, ...]) -> list[str]:
    return [talk.draft.text for talk in talks]


def test_a_talk_needs_no_more_than_who_and_what(office: Office, contacts: ContactsService) -> None:
    office.settings.set("clerk_name", "西田")
    noted = contacts.get(contacts.note(replace(CALL, partner_id=office.partner_id)))
    assert (noted.who, noted.happened_at) == (GROUP, NOW)
    assert (noted.draft.taken_by, noted.draft.phone) == ("西田", "042-346-9809")
    assert not noted.is_open
    assert office.acts("partner", office.partner_id)[0] == f"相談記録を書く（電話）: {GROUP}"
    (listed,) = contacts.of_partner(office.partner_id)
    assert listed == noted
    assert {(touched.kind, touched.record_id) for touched in office.heard} >= {
        ("contact_record", noted.id),
        ("partner", office.partner_id),
    }
    assert office.partners.get(office.partner_id).last_contact_on == date(2026, 5, 27)


def test_who_is_not_in_the_register_is_named(contacts: ContactsService) -> None:
    draft = replace(CALL, caller="　多摩湖町の田中さん ", phone="代わりの人", way=ContactWay.VISIT)
    noted = contacts.get(contacts.note(draft))
    assert (noted.who, noted.draft.partner_id) == ("多摩湖町の田中さん", None)
    assert noted.draft.phone == "代わりの人"


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (CALL, "caller", "だれと話したか"),
        (replace(CALL, caller="田中", text="　\n"), "text", "話したことが書かれていません"),
        (replace(CALL, caller="田中", happened_at=NOW + timedelta(days=1)), "happened_at", "5月28日は、まだ"),
        (replace(CALL, caller="田中", next_on=date(2026, 5, 26)), "next_on", "令和8年5月26日が、話した日の"),
        (replace(CALL, partner_id=999), "partner_id", "団体を選び直して"),
        (replace(CALL, caller="田中", proposal_id=999), "proposal_id", "提案を選び直して"),
        (
            replace(CALL, caller="田中", text="番号は 123456789018 です"),
            "text",
            "「話したこと」に、マイナンバー",
        ),
        (replace(CALL, caller="田中", phone="1234-5678-9018"), "phone", "「電話」に、マイナンバー"),
        (replace(CALL, caller="田中", next_what="123456789018"), "next_what", "マイナンバー"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_kept(
    contacts: ContactsService, draft: ContactDraft, field: str | None, words: str
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        contacts.note(draft)
    assert caught.value.field == field
    assert contacts.recent(10) == ()


def test_the_newest_talk_comes_first(office: Office, contacts: ContactsService) -> None:
    other = office.partners.add(PartnerDraft("ほかの会"))
    for partner, text, minutes in [
        (office.partner_id, "一つめ", 30),
        (other, "よその話", 20),
        (office.partner_id, "三つめ", 0),
        (office.partner_id, "二つめ", 10),
    ]:
        moment = NOW - timedelta(minutes=minutes)
        contacts.note(replace(CALL, partner_id=partner, text=text, happened_at=moment))
    assert texts(contacts.of_partner(office.partner_id)) == ["三つめ", "二つめ", "一つめ"]
    assert texts(contacts.of_partner(office.partner_id, 1)) == ["三つめ"]
    assert texts(contacts.recent(2)) == ["三つめ", "二つめ"]


def test_what_was_promised_stays_open_until_it_is_done(office: Office, contacts: ContactsService) -> None:
    mine = replace(CALL, partner_id=office.partner_id)
    some_day = contacts.note(replace(mine, text="いつか", next_what="資料をさがす"))
    later = contacts.note(replace(mine, text="あとで", next_on=date(2026, 12, 1), next_what="電話する"))
    soon = contacts.note(replace(mine, text="すぐ", next_on=date(2026, 5, 28)))
    contacts.note(mine)
    assert [talk.id for talk in contacts.open_ones()] == [soon, later, some_day]
    office.wait(60 * 24)
    contacts.settle(soon)
    assert contacts.get(soon).draft.settled_on == date(2026, 5, 28)
    assert [talk.id for talk in contacts.open_ones()] == [later, some_day]
    office.wait(60 * 24)
    contacts.settle(soon)
    assert contacts.get(soon).draft.settled_on == date(2026, 5, 28)
    contacts.settle(soon, False)
    assert contacts.open_ones()[0].id == soon
    assert office.acts("partner", office.partner_id)[:2] == [
        f"約束の「済」を取り消す（電話）: {GROUP}",
        f"約束を済みにする（電話）: {GROUP}",
    ]


def test_an_edit_keeps_time_and_name_where_it_does_not_say(office: Office, contacts: ContactsService) -> None:
    mine = replace(CALL, partner_id=office.partner_id, taken_by="西田")
    noted = contacts.note(mine)
    office.wait(30)
    contacts.edit(noted, replace(mine, text="使用料は無料とこたえた。", taken_by=""))
    changed = contacts.get(noted)
    assert (changed.draft.text, changed.draft.taken_by) == ("使用料は無料とこたえた。", "西田")
    assert changed.happened_at == NOW
    office.history.undo()
    assert contacts.get(noted).draft.text == CALL.text
    with pytest.raises(NotFoundError, match="相談記録は、もうありません"):
        contacts.edit(999, mine)


def test_the_wastebasket_gives_back(office: Office, contacts: ContactsService) -> None:
    mine = replace(CALL, partner_id=office.partner_id, next_what="電話する")
    ids = [contacts.note(replace(mine, text=text)) for text in ("一つめ", "二つめ")]
    contacts.discard(ids[:1])
    office.wait()
    contacts.discard(ids[1:])
    assert contacts.of_partner(office.partner_id) == contacts.open_ones() == contacts.recent(9) == ()
    assert texts(contacts.wastebasket()) == ["二つめ", "一つめ"]
    with pytest.raises(ConflictError, match="先に戻して"):
        contacts.edit(ids[0], mine)
    with pytest.raises(ConflictError, match="先に戻して"):
        contacts.settle(ids[0])
    contacts.restore(ids)
    assert texts(contacts.of_partner(office.partner_id)) == ["二つめ", "一つめ"]
    assert contacts.wastebasket() == ()


def test_a_talk_may_be_about_a_case_and_stays_with_what_it_named(
    office: Office, contacts: ContactsService
) -> None:
    case = office.proposals.create(proposal_of(office.partner_id))
    draft = replace(CALL, partner_id=office.partner_id, proposal_id=case)
    noted = contacts.note(draft)
    office.proposals.discard([case])
    office.partners.discard([office.partner_id])
    contacts.edit(noted, replace(draft, text="取り下げるとのこと。"))
    assert contacts.get(noted).draft.proposal_id == case
    assert contacts.get(noted).who == GROUP
    with pytest.raises(InputError, match="団体を選び直して"):
        contacts.note(draft)


def test_a_talk_with_one_that_was_merged_is_noted_with_the_one_that_stays(
    office: Office, contacts: ContactsService
) -> None:
    other = office.partners.add(PartnerDraft("みどりのこみち"))
    MergingService(office.store).merge(office.partner_id, other, {})
    noted = contacts.get(contacts.note(replace(CALL, partner_id=other)))
    assert (noted.draft.partner_id, noted.who) == (office.partner_id, GROUP)
