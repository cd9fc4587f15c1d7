"""団体台帳 through its service, on a real database."""

from dataclasses import replace
from datetime import date

import pytest

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store
from tests.services.drafts import draft_of, partner_draft_of

NEW = PartnerDraft(
    name="ＮＰＯ法人　葛\U000e0100飾　髙﨑の会",
    kana="かつしかたかさきのかい",
    kind=PartnerKind.CITIZEN_GROUP,
    representative="代表　髙﨑　一郎",
    phone="０４２－３４６－９８０９",
    email="ｉｎｆｏ＠example.jp",
    postal_code="〒187-0032",
    address="東京都小平市小川町２－１３３３",
    note="月末は留守",
)


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


def names(partners: PartnersService, text: str, limit: int = 10) -> list[str]:
    return [partner.name for partner in partners.search(text, limit)]


# Searching


@pytest.mark.parametrize(
    "text", ["㈱スワレント", "株式会社スワレント", "(株)ｽﾜﾚﾝﾄ", "スワレント", "すわれんと"]
)
def test_a_company_is_found_however_its_legal_form_is_written(partners: PartnersService, text: str) -> None:
    assert names(partners, text) == ["㈱スワレント"]


def test_the_same_name_with_another_legal_form_comes_after_the_exact_one(partners: PartnersService) -> None:
    partners.add(PartnerDraft("株式会社スワレント"))
    partners.add(PartnerDraft("有限会社スワレント"))
    assert names(partners, "有限会社スワレント")[0] == "有限会社スワレント"
    every = ["㈱スワレント", "株式会社スワレント", "有限会社スワレント"]
    assert names(partners, "㈱スワレント") == every
    assert names(partners, "株式会社スワレント")[0] == "株式会社スワレント"


def test_the_best_answer_comes_first(partners: PartnersService) -> None:
    for name, kana in [
        ("緑の会連絡会", "ミドリノカイレンラクカイ"),
        ("北の緑の会", "キタノミドリノカイ"),
        ("翠嶺クラブ", "ミドリノカイソンクラブ"),
        ("緑の会", "ミドリノカイ"),
    ]:
        partners.add(PartnerDraft(name, kana))
    partners.add(PartnerDraft("花の会", "ハナノカイ", note="緑の会から分かれた"))
    assert names(partners, "緑の会")[:4] == ["緑の会", "緑の会連絡会", "北の緑の会", "こだいら水と緑の会"]
    assert names(partners, "緑の会")[-1] == "花の会"
    assert names(partners, "みどりのかい")[:3] == ["緑の会", "翠嶺クラブ", "緑の会連絡会"]


@pytest.mark.parametrize(
    "text", ["042-346-9809", "0423469809", "(042)346-9809", "０４２（３４６）９８０９", "346-9809", "9809"]
)
def test_a_telephone_number_finds_its_partner(partners: PartnersService, text: str) -> None:
    partners.add(NEW)
    assert names(partners, text) == [NEW.name]


def test_old_and_new_kanji_kana_and_width_are_one(partners: PartnersService) -> None:
    partners.add(NEW)
    for text in ("高崎の会", "ｶﾂｼｶ", "葛飾　高崎", "特定非営利活動法人葛飾", "代表 高崎"):
        assert NEW.name in names(partners, text)


def test_nothing_is_found_for_nothing_and_no_more_than_asked(partners: PartnersService) -> None:
    assert names(partners, " 　") == []
    assert names(partners, "どこにもない") == []
    assert len(partners.search("小平", 6)) == 6


def test_the_discarded_are_not_found(partners: PartnersService) -> None:
    record_id = partners.add(NEW)
    partners.discard([record_id])
    assert names(partners, "高崎の会") == []


# Reading


def test_the_register_is_in_order_of_reading(partners: PartnersService) -> None:
    keys = [partner.sort_key for partner in partners.list()]
    assert len(keys) == 130
    assert keys == sorted(keys)
    assert partners.list()[0].kana.startswith("ア")


def test_a_card_shows_where_a_partner_takes_part_newest_year_first(
    partners: PartnersService, collaborations: CollaborationsService
) -> None:
    collaborations.copy_year(2018, 2019)
    detail = partners.detail(partners.search("武蔵野美術大学", 1)[0].id)
    assert detail.partner.collaborations == 26
    assert [one.fiscal_year for one in detail.collaborations] == [2019] * 13 + [2018] * 13
    first = detail.collaborations[0]
    assert (first.number, first.unit) == (1, "造形学部建築学科鈴木明スタジオ")
    assert first.departments == ("公共施設マネジメント課",)
    assert first.collaboration_form == "cooperation"


def test_pairs_are_offered_from_both_sides_until_a_person_decides(partners: PartnersService) -> None:
    first = partners.search("東京都都市づくり公社", 2)[0]
    second = partners.search("公益社団法人東京都都市づくり公社", 1)[0]
    for one, other in ((first, second), (second, first)):
        (pair,) = partners.detail(one.id).likely_same
        assert (pair.first.id, pair.second.id) == (one.id, other.id)
        assert "91と106" in pair.reason
    partners.mark_different(second.id, first.id)
    assert partners.detail(first.id).likely_same == ()


def test_a_pair_of_ones_own_can_be_decided(partners: PartnersService, history: HistoryService) -> None:
    first, second = partners.list()[:2]
    partners.mark_different(first.id, second.id)
    assert history.can_undo() == f"別の団体とする: {first.name}と{second.name}"
    with pytest.raises(InputError):
        partners.mark_different(first.id, first.id)


# Adding and changing


def test_names_stay_letter_for_letter_and_the_rest_is_written_one_way(partners: PartnersService) -> None:
    made = partners.get(partners.add(NEW))
    assert partner_draft_of(made) == replace(
        NEW,
        kana="カツシカタカサキノカイ",
        phone="042-346-9809",
        email="info@example.jp",
        postal_code="1870032",
    )
    assert made.key is None
    assert made.sort_key.startswith("かつしか")


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"name": "　 "}, "name", "団体名が空"),
        ({"name": "朝市の会\n夕市の会"}, "name", "1行"),
        ({"kana": "葛飾のかい"}, "kana", "「葛飾のかい」に漢字"),
        ({"phone": "でんわ"}, "phone", "「でんわ」が読めません"),
        ({"postal_code": "187"}, "postal_code", "7けた"),
        ({"email": "info.example.jp"}, "email", "info.example.jp"),
        ({"email": "info@example"}, "email", "正しい形"),
    ],
)
def test_what_cannot_be_taken_is_said_with_its_field(
    partners: PartnersService, change: dict[str, str], field: str, words: str
) -> None:
    with pytest.raises(InputError, match=words) as refusal:
        partners.add(replace(NEW, **change))  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert len(partners.list()) == 130


def test_a_renamed_partner_is_found_in_its_entries_by_the_new_name(
    partners: PartnersService, collaborations: CollaborationsService, history: HistoryService
) -> None:
    partner = partners.search("獣医師会", 1)[0]
    partners.edit(partner.id, replace(partner_draft_of(partner), name="公益社団法人東京都獣医師会"))
    assert history.can_undo() == "団体を直す: 公益社団法人東京都獣医師会"

    def found(words: str) -> set[int]:
        query = Query.parse(words)
        entries = collaborations.list(2018)
        return {one.number for one in entries if query.matches(one.full_key, one.bare_key)}

    assert found("東京都獣医師会") == {57}
    history.undo()
    assert found("東京都獣医師会") == set()
    assert names(partners, "獣医師会") == ["獣医師会"]


def test_a_kind_that_a_person_sets_is_no_guess_any_more(partners: PartnersService) -> None:
    partner = partners.search("武蔵野美術大学", 1)[0]
    partners.edit(partner.id, replace(partner_draft_of(partner), kind_estimated=False))
    assert not partners.get(partner.id).kind_estimated
    partners.edit(partner.id, replace(partner_draft_of(partner), kind=PartnerKind.UNSET, kind_estimated=True))
    assert not partners.get(partner.id).kind_estimated


def test_confirming_notes_the_day_at_the_office(partners: PartnersService, history: HistoryService) -> None:
    partner = partners.search("小平商工会", 1)[0]
    assert partner.confirmed_on is None
    partners.confirm(partner.id)
    assert partners.get(partner.id).confirmed_on == date(2026, 11, 24)
    assert history.can_undo() == "団体を確かめた: 小平商工会"


# The wastebasket


def test_a_partner_that_entries_name_is_not_discarded_and_that_is_said(partners: PartnersService) -> None:
    unused, used = partners.add(NEW), partners.search("武蔵野美術大学", 1)[0].id
    with pytest.raises(ConflictError, match="「武蔵野美術大学」は取組13件の協働相手です"):
        partners.discard([unused, used])
    assert partners.wastebasket() == ()


def test_a_partner_that_no_living_entry_names_goes_and_comes_back(
    partners: PartnersService, collaborations: CollaborationsService, history: HistoryService
) -> None:
    partner = partners.search("獣医師会", 1)[0]
    entry = next(one for one in collaborations.list(2018) if one.number == 57)
    cells = (replace(draft_of(entry).participations[0], links=()),)
    collaborations.edit(entry.id, replace(draft_of(entry), participations=cells))
    partners.discard([partner.id])
    assert history.can_undo() == "団体をごみ箱へ: 1件"
    assert [one.name for one in partners.wastebasket()] == ["獣医師会"]
    assert len(partners.list()) == 129
    with pytest.raises(InputError, match="台帳にありません"):
        collaborations.edit(entry.id, draft_of(entry))
    partners.restore([partner.id])
    assert len(partners.list()) == 130
    assert partners.wastebasket() == ()


def test_a_partner_that_is_not_there_is_said(partners: PartnersService) -> None:
    for ask in (partners.get, partners.detail, partners.confirm):
        with pytest.raises(NotFoundError, match="台帳にありません"):
            ask(99_999)
