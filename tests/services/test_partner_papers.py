"""The papers of the register from real records: what a card holds, what a published list may say, labels."""

from dataclasses import replace
from datetime import date

import pytest

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.records.partner_fields import PARTNER_FIELDS
from kyodo_desktop.records.partner_papers import Addressee, Edition, LabelLayout
from kyodo_desktop.records.partner_parts import PartnerContact, PartnerOfficer, PartnerProfile, ProfileAnswer
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import Confirmation
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store
from tests.printing.conftest import ReadPaper

GROUP = PartnerDraft(
    name="みどりのこみち",
    kana="ミドリノコミチ",
    kind=PartnerKind.CITIZEN_GROUP,
    representative="代表　山田 花子",
    phone="042-346-9809",
    email="midori@example.jp",
    postal_code="1870032",
    address="小平市小川町２－１３３３",
    note="内部の覚え",
    legal_form="npo",
    corporate_number="7000012050002",
    activity_fields=(3, 7),
    established_on=date(2008, 4, 1),
    members=23,
    website="https://midori.example.jp/",
    tags=("水辺",),
    contacts=(PartnerContact("通知", "鈴木 一郎", "042-341-0000"),),
    officers=(
        PartnerOfficer("理事長", "前田 前子", starts_on=date(2020, 4, 1), ends_on=date(2026, 3, 31)),
        PartnerOfficer("理事長", "髙橋 𠮷美", "タカハシ", date(2026, 4, 1)),
    ),
    profile=PartnerProfile(
        purpose="玉川上水を守る。",
        finances="会費で賄う。",
        asked=(ProfileAnswer("independence", Confirmation.CONFIRMED, "会則", "田中", date(2026, 5, 2)),),
    ),
)
SECRETS = {
    "kana": "ミドリノコミチ",
    "kind": "ボランティア団体",
    "representative": "山田",
    "phone": "042-346-9809",
    "email": "midori@example.jp",
    "postal_code": "187-0032",
    "address": "小川町２",
    "website": "https://midori.example.jp/",
    "activity_fields": "まちづくり",
    "profile.purpose": "玉川上水を守る。",
}
NEVER = ("内部の覚え", "水辺", "鈴木", "042-341-0000", "髙橋", "前田", "会費で賄う", "田中", "取扱注意")


@pytest.fixture
def documents(store: Store) -> DocumentsService:
    return DocumentsService(store)


def words_of(pdf: bytes) -> str:
    return ReadPaper(pdf).words()


def test_card_holds_all_of_a_partner(documents: DocumentsService, partners: PartnersService) -> None:
    made = partners.add(GROUP)
    partners.confirm(made)
    words = words_of(documents.print_record("partner_card", made).pdf)
    for wanted in (
        "団体名みどりのこみち",
        "法人格特定非営利活動法人法人番号7000012050002",
        "活動分野まちづくり、環境の保全",
        "代表者理事長髙橋𠮷美",
        "通知鈴木一郎042-341-0000",
        "理事長前田前子令和２年４月１日～令和８年３月31日",
        "理事長髙橋𠮷美タカハシ令和８年４月１日～",
        "財政状況会費で賄う。",
        "自立性確認した会則田中令和８年５月２日",
        "備考内部の覚え",
        "最終確認令和８年11月24日",
    ):
        assert wanted in words


def test_card_of_a_shipped_partner_tells_its_entries(
    documents: DocumentsService, partners: PartnersService
) -> None:
    university = next(one for one in partners.list() if one.name == "武蔵野美術大学")
    words = words_of(documents.print_record("partner_card", university.id).pdf)
    assert "平成30年度43木彫ワークショップ文化スポーツ課共催" in words


def test_published_list_says_nothing_that_is_not_public(
    documents: DocumentsService, partners: PartnersService
) -> None:
    made = partners.add(GROUP)
    words = words_of(documents.print_directory([made], Edition.PUBLIC).pdf)
    assert "1みどりのこみち" in words
    for secret in (*SECRETS.values(), *NEVER):
        assert secret not in words


@pytest.mark.parametrize("name", SECRETS)
def test_published_list_says_one_field_once_it_is_public(
    documents: DocumentsService, partners: PartnersService, name: str
) -> None:
    made = partners.add(replace(GROUP, public_fields=frozenset({name})))
    words = words_of(documents.print_directory([made], Edition.PUBLIC).pdf)
    assert [one for one, secret in SECRETS.items() if secret in words] == [name]
    assert not any(secret in words for secret in NEVER)


def test_fields_that_may_never_be_public_stay_in_the_office(
    documents: DocumentsService, partners: PartnersService
) -> None:
    everything = frozenset(field.name for field in PARTNER_FIELDS if field.may_be_public)
    made = partners.add(replace(GROUP, public_fields=everything))
    words = words_of(documents.print_directory([made], Edition.PUBLIC).pdf)
    assert all(secret in words for secret in SECRETS.values())
    assert not any(secret in words for secret in NEVER)


def test_office_list_has_who_is_in_office_today_in_the_order_given(
    documents: DocumentsService, partners: PartnersService
) -> None:
    made, other = partners.add(GROUP), partners.add(PartnerDraft("あおぞら会"))
    words = words_of(documents.print_directory([made, other], Edition.OFFICE).pdf)
    assert "取扱注意" in words
    assert "理事長髙橋𠮷美" in words
    assert "前田" not in words
    assert words.index("みどりのこみち") < words.index("あおぞら会")


def test_whole_register_is_listed(documents: DocumentsService, partners: PartnersService) -> None:
    everybody = partners.list()
    words = words_of(documents.print_directory([one.id for one in everybody], Edition.PUBLIC).pdf)
    assert f"{len(everybody)}団体" in words
    assert all("".join(one.name.split()) in words for one in everybody)


def test_labels_name_who_has_no_address(documents: DocumentsService, partners: PartnersService) -> None:
    made, other = partners.add(GROUP), partners.add(PartnerDraft("あおぞら会"))
    printed = documents.print_labels([made, other], LabelLayout.TWELVE)
    assert printed.empty_required == ("所在地（あおぞら会）",)
    assert "みどりのこみち御中" in words_of(printed.pdf)
    assert "あおぞら会御中" in words_of(printed.pdf)


def test_labels_go_to_who_is_in_office_by_choice(
    documents: DocumentsService, partners: PartnersService
) -> None:
    made, other = partners.add(GROUP), partners.add(PartnerDraft("あおぞら会", address="小川町"))
    printed = documents.print_labels([made, other], LabelLayout.TWENTY_FOUR, 3, Addressee.REPRESENTATIVE)
    words = words_of(printed.pdf)
    assert "みどりのこみち理事長髙橋𠮷美様" in words
    assert "あおぞら会御中" in words


@pytest.mark.parametrize(("layout", "start_at"), [("12", 0), ("12", 13), ("24", 25), ("envelope", 2)])
def test_a_label_that_no_sheet_has_is_refused(
    documents: DocumentsService, partners: PartnersService, layout: str, start_at: int
) -> None:
    with pytest.raises(InputError, match="始めの位置"):
        documents.print_labels([partners.add(GROUP)], LabelLayout(layout), start_at)


def test_what_cannot_be_printed_is_told(documents: DocumentsService) -> None:
    with pytest.raises(InputError, match="印刷する団体がありません"):
        documents.print_directory([], Edition.PUBLIC)
    with pytest.raises(NotFoundError):
        documents.print_record("partner_card", 999_999)
    with pytest.raises(InputError, match="団体台帳"):
        documents.print_record("partner_directory", 1)
