"""All that a partner's card holds: kept, checked, found, taken back, and what of it may leave the office."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PARTNER_FIELDS, value_of, with_value
from kyodo_desktop.records.partner_parts import (
    PROFILE_QUESTIONS,
    PartnerContact,
    PartnerOfficer,
    PartnerProfile,
    ProfileAnswer,
)
from kyodo_desktop.records.partner_public import public_view
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind, officer_on, representative_on
from kyodo_desktop.records.proposals import Confirmation
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.partner_records import draft_of
from kyodo_desktop.services.partner_terms import activity_fields, legal_forms
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.store import Store
from tests.services.partner_fixtures import KNOWN_WELL

MY_NUMBER = "1234-5678-9018"


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


def without_ids(draft: PartnerDraft) -> PartnerDraft:
    return replace(
        draft,
        contacts=tuple(replace(one, id=None) for one in draft.contacts),
        officers=tuple(replace(one, id=None) for one in draft.officers),
    )


def names(partners: PartnersService, text: str) -> list[str]:
    return [partner.name for partner in partners.search(text, 5)]


# Keeping


def test_every_field_comes_back_as_it_was_typed(partners: PartnersService) -> None:
    made = partners.get(partners.add(KNOWN_WELL))
    assert without_ids(draft_of(made)) == KNOWN_WELL
    assert None not in {one.id for one in (*made.contacts, *made.officers)}
    assert partners.detail(made.id).partner == made


def test_saving_what_was_read_changes_nothing(partners: PartnersService, history: HistoryService) -> None:
    record_id = partners.add(KNOWN_WELL)
    before = partners.get(record_id)
    partners.edit(record_id, draft_of(before))
    assert partners.get(record_id) == before
    assert len(history.of("partner", record_id)) == 1


def test_a_list_has_what_its_columns_show_and_cannot_be_saved_by_mistake(partners: PartnersService) -> None:
    record_id = partners.add(KNOWN_WELL)
    row = next(one for one in partners.list() if one.id == record_id)
    assert (row.tags, row.former_names) == (KNOWN_WELL.tags, KNOWN_WELL.former_names)
    assert (row.activity_fields, row.members, row.website) == ((3, 6, 13), 42, KNOWN_WELL.website)
    assert (row.contacts, row.officers, row.profile) == ((), (), PartnerProfile())
    with pytest.raises(ValueError, match="whole"):
        draft_of(row)
    assert partners.get(record_id) in partners.list(whole=True)


def test_a_list_asks_the_database_as_often_for_many_as_for_few(
    store: Store, partners: PartnersService
) -> None:
    with statements() as few:
        partners.list(whole=True)
    for _ in range(5):
        partners.add(KNOWN_WELL)
    with statements() as many:
        assert len(partners.list(whole=True)) == 135
    assert len(many) == len(few)


@contextmanager
def statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*arguments: Any) -> None:
        seen.append(arguments[2])

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def test_numbers_readings_and_lists_are_written_one_way(partners: PartnersService) -> None:
    typed = PartnerDraft(
        name="朝市の会",
        short_name=" 朝市 ",
        former_names=("夕市の会", "", "夕市の会", "朝市の会"),
        corporate_number="Ｔ7000-0120-50002",
        activity_fields=(13, 3, 13),
        website="ｗｗｗ．example．jp",
        tags=("市", " ", "市", "野菜 "),
        contacts=(
            PartnerContact(""),
            PartnerContact("事務局", "花", "０４２３４１００１５", email="Ａ@example.jp"),
        ),
        officers=(PartnerOfficer("", ""), PartnerOfficer("会長", "山本", "やまもと")),
        profile=PartnerProfile(asked=(ProfileAnswer("capacity"),)),
        public_fields=frozenset({"name", "phone"}),
    )
    kept = partners.get(partners.add(typed))
    assert (kept.short_name, kept.former_names, kept.tags) == ("朝市", ("夕市の会",), ("市", "野菜"))
    assert (kept.corporate_number, kept.activity_fields) == ("7000012050002", (3, 13))
    assert kept.website == "www.example.jp"
    assert [(one.phone, one.email) for one in kept.contacts] == [("042-341-0015", "A@example.jp")]
    assert [(one.name, one.kana) for one in kept.officers] == [("山本", "ヤマモト")]
    assert kept.profile == PartnerProfile()
    assert kept.public_fields == {"phone"}


def test_the_legal_form_is_not_guessed_from_the_name(partners: PartnersService) -> None:
    kept = partners.get(partners.add(PartnerDraft(name="㈱スワレント北")))
    assert (kept.legal_form, kept.legal_form_position) == ("", "")


# Editing in place


def test_a_part_that_stays_keeps_its_id_however_it_is_moved_or_changed(
    partners: PartnersService, history: HistoryService
) -> None:
    record_id = partners.add(KNOWN_WELL)
    first, second = partners.get(record_id).contacts
    moved = (second, replace(first, person="斎藤　実"), PartnerContact("広報", "新人"))
    partners.edit(record_id, replace(draft_of(partners.get(record_id)), contacts=moved))
    now = partners.get(record_id).contacts
    assert [one.id for one in now[:2]] == [second.id, first.id]
    assert now[2].id not in {first.id, second.id}
    changes = history.of("partner", record_id)[0].changes
    told = {(change.kind, change.record_id, change.field) for change in changes}
    assert ("partner_contact", first.id, "person") in told
    assert {kind for kind, _, _ in told} == {"partner_contact"}


def test_parts_that_come_without_their_ids_are_known_by_their_words(partners: PartnersService) -> None:
    record_id = partners.add(KNOWN_WELL)
    before = partners.get(record_id)
    partners.edit(record_id, replace(KNOWN_WELL, tags=("歴史", "道")))
    after = partners.get(record_id)
    assert (after.contacts, after.officers) == (before.contacts, before.officers)
    assert after.tags == ("歴史", "道")


def test_confirming_notes_who_and_when(
    store: Store, partners: PartnersService, history: HistoryService
) -> None:
    SettingsService(store).set("clerk_name", "西田")
    partners.confirm(1)
    assert (partners.get(1).confirmed_on, partners.get(1).confirmed_by) == (date(2026, 11, 24), "西田")
    history.undo()
    assert (partners.get(1).confirmed_on, partners.get(1).confirmed_by) == (None, "")


# Refusing


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"corporate_number": "1000020132110"}, "corporate_number", "検査用の数字"),
        ({"legal_form": "kabu"}, "legal_form", "「kabu」という法人格は一覧にありません"),
        ({"legal_form_position": "middle"}, "legal_form_position", "前か後"),
        ({"activity_fields": (3, 21)}, "activity_fields", "21番の活動分野はありません"),
        ({"members": -1}, "members", "会員数が0より小さい"),
        ({"members": 20, "members_in_city": 30}, "members_in_city", "30人.*20人.*より多く"),
        ({"established_on": date(2026, 11, 25)}, "established_on", "設立の令和8年11月25日は、まだ"),
        ({"roster_seen_on": date(2027, 1, 1)}, "roster_seen_on", "名簿を見た日の令和9年1月1日"),
        ({"website": "ホームページなし"}, "website", "「ホームページなし」が正しい形では"),
        ({"website": "info@example.jp"}, "website", "正しい形では"),
        ({"website": "http://example"}, "website", "正しい形では"),
        ({"short_name": "朝\n市"}, "short_name", "略称は1行"),
        (
            {"contacts": (PartnerContact("a"), PartnerContact("b", phone="でんわ"))},
            "contacts.1.phone",
            "連絡先の2番目: .*「でんわ」",
        ),
        ({"contacts": (PartnerContact("a", email="x"),)}, "contacts.0.email", "連絡先の1番目: メール"),
        ({"officers": (PartnerOfficer("会長", " "),)}, "officers.0.name", "役員の1番目: 氏名が空"),
        ({"officers": (PartnerOfficer("会長", "山", "山"),)}, "officers.0.kana", "フリガナ「山」に漢字"),
        (
            {"officers": (PartnerOfficer("会長", "山本", "", date(2024, 4, 1), date(2023, 3, 31)),)},
            "officers.0.ends_on",
            "「山本」の任期の終わり（令和5年3月31日）が始まり（令和6年4月1日）より前",
        ),
        (
            {"profile": PartnerProfile(asked=(ProfileAnswer("luck", Confirmation.CONFIRMED),))},
            "profile.asked",
            "協働の相手として",
        ),
        ({"public_fields": frozenset({"note"})}, "public_fields", "「備考」は公開にできません"),
        ({"public_fields": frozenset({"nothing"})}, "public_fields", "公開にできません"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_with_its_field(
    partners: PartnersService, change: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(InputError, match=words) as refusal:
        partners.add(replace(KNOWN_WELL, **change))
    assert refusal.value.field == field
    assert len(partners.list()) == 130


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", MY_NUMBER),
        ("phone", MY_NUMBER),
        ("corporate_number", "123456789018"),
        ("note", f"番号は{MY_NUMBER}"),
        ("tags", ("a", MY_NUMBER)),
        ("contacts", (PartnerContact("事務局", note=MY_NUMBER),)),
        ("officers", (PartnerOfficer("会長", MY_NUMBER),)),
        ("profile.finances", MY_NUMBER),
        ("profile.asked", (ProfileAnswer("capacity", seen=MY_NUMBER),)),
    ],
)
def test_a_persons_number_is_refused_wherever_it_is_typed_and_not_repeated(
    partners: PartnersService, field: str, value: object
) -> None:
    with pytest.raises(InputError, match=r"マイナンバー.*残せません") as refusal:
        partners.add(with_value(KNOWN_WELL, field, value))
    assert refusal.value.field == field
    assert FIELDS_BY_NAME[field].label in str(refusal.value)
    assert MY_NUMBER not in str(refusal.value)


# Finding


@pytest.mark.parametrize(
    "text",
    [
        "葛飾を歩く会", "高崎同好会", "かつたか", "カツタカ", "斉藤花", "0423410015", "042-341-0016", "5678",
        "office@example.jp", "ヤマモト", "渡辺次郎", "7000012050002", "歴史", "夜のみ",
    ],
)  # fmt: skip
def test_a_partner_is_found_by_all_that_a_caller_may_say(partners: PartnersService, text: str) -> None:
    partners.add(KNOWN_WELL)
    assert KNOWN_WELL.name in names(partners, text)


def test_a_former_name_counts_as_a_name(partners: PartnersService) -> None:
    partners.add(KNOWN_WELL)
    partners.add(PartnerDraft(name="葛飾を歩く会の友"))
    assert names(partners, "葛飾を歩く会")[0] == KNOWN_WELL.name


def test_what_was_taken_out_is_not_found_any_more(partners: PartnersService, history: HistoryService) -> None:
    record_id = partners.add(KNOWN_WELL)
    partners.edit(record_id, replace(KNOWN_WELL, contacts=(), tags=()))
    assert names(partners, "斎藤花") == []
    history.undo()
    assert names(partners, "斎藤花") == [KNOWN_WELL.name]


def test_the_order_is_by_reading_without_the_legal_form(partners: PartnersService) -> None:
    made = partners.get(partners.add(KNOWN_WELL))
    assert made.sort_key.startswith("かつしか")
    assert partners.get(
        partners.add(PartnerDraft("アの会㈱", "アノカイ カブシキガイシャ"))
    ).sort_key.startswith("あのかい\x1f")
    law = partners.get(partners.add(PartnerDraft("法人会", "ホウジンカイ")))
    assert law.sort_key.startswith("ほうしんかい")


# Who stood for it, and what is public


def test_a_letter_names_who_was_in_office_on_its_date() -> None:
    assert representative_on(KNOWN_WELL, date(2024, 3, 31)) == "会長　山本　三郎"
    assert representative_on(KNOWN_WELL, date(2024, 4, 1)) == "会長　髙﨑　一郎"
    assert representative_on(KNOWN_WELL, date(2019, 1, 1)) == "代表　髙﨑　一郎"
    only_helpers = (
        PartnerOfficer("副会長", "一"),
        PartnerOfficer("事務局長", "二"),
        PartnerOfficer("副代表", "三"),
    )
    assert officer_on(replace(KNOWN_WELL, officers=only_helpers), date(2024, 1, 1)) is None
    director = (PartnerOfficer("代表理事", "四"),)
    assert representative_on(replace(KNOWN_WELL, officers=director), date(2024, 1, 1)) == "代表理事　四"


def test_nothing_but_the_name_is_public_until_somebody_says_so(partners: PartnersService) -> None:
    record = partners.get(partners.add(replace(KNOWN_WELL, public_fields=frozenset())))
    view = public_view(record)
    shown = {
        one.name
        for one in PARTNER_FIELDS
        if value_of(view.partner, one.name) != value_of(PartnerDraft(""), one.name)
    }
    assert shown == {"name"}
    assert set(view.left_out) == set(FIELDS_BY_NAME) - {"name"}
    secrets = ("髙﨑　一郎", "042-346-9809", "斎藤", "月末", "ぐち", "1333", "かつしか")
    assert not any(word in repr(view.partner) for word in secrets)


def test_what_is_public_is_shown_and_what_is_left_out_is_named(partners: PartnersService) -> None:
    view = public_view(partners.get(partners.add(KNOWN_WELL)))
    assert view.partner.kana == KNOWN_WELL.kana
    assert view.partner.activity_fields == KNOWN_WELL.activity_fields
    assert view.partner.profile == PartnerProfile(purpose=KNOWN_WELL.profile.purpose)
    assert (view.partner.kind, view.partner.phone, view.partner.contacts) == (PartnerKind.UNSET, "", ())
    assert "phone" in view.left_out
    assert not {"name", "kana", "website", "profile.purpose"} & set(view.left_out)
    bare = public_view(partners.get(partners.add(PartnerDraft(name="何もない会"))))
    assert bare.left_out == ()


# The lists


def test_every_field_of_a_draft_is_in_the_one_list() -> None:
    typed = {one.name for one in fields(PartnerDraft)} - {"profile", "kind_estimated", "public_fields"}
    profile = {f"profile.{one.name}" for one in fields(PartnerProfile)}
    assert [one.name for one in PARTNER_FIELDS] == list(FIELDS_BY_NAME)
    assert set(FIELDS_BY_NAME) == typed | profile


def test_the_laws_twenty_fields_and_the_legal_forms_are_there() -> None:
    assert [one.number for one in activity_fields()] == list(range(1, 21))
    assert activity_fields()[2].short == "まちづくり"
    keys = [one.key for one in legal_forms()]
    assert len(set(keys)) == len(keys)
    assert {"npo", "stock_company", "none"} <= set(keys)
    assert len(PROFILE_QUESTIONS) == 6
