"""人財の森: what is offered and needed, what fits, and where the counter sent someone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.talents import ReferralDraft, TalentDraft, TalentMatch, TalentSide
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.talent_words import shared_words
from kyodo_desktop.services.talents import TalentsService
from kyodo_desktop.store import Store

TODAY = date(2026, 11, 24)
OFFER, NEED = TalentSide.OFFER, TalentSide.NEED
MY_NUMBER = "1234 5678 9018"


@pytest.fixture
def talents(store: Store) -> TalentsService:
    return TalentsService(store)


@pytest.fixture
def garden(partners: PartnersService) -> int:
    return partners.add(PartnerDraft(name="みどりの手の会"))


@pytest.fixture
def park(partners: PartnersService) -> int:
    return partners.add(PartnerDraft(name="ひばり公園を守る会"))


def titles(found: tuple[TalentMatch, ...]) -> list[str]:
    return [match.talent.draft.title for match in found]


# Words


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("庭木の剪定ができます", "庭木剪定の講師を探しています", {"庭木", "剪定"}),
        ("地域防災の知識", "防災訓練を手伝ってほしい", {"防災"}),
        ("パソコンを教えられます", "ＰＣ教室の講師募集", {"パソコン"}),
        ("スマホの使い方を教えます", "スマートフォン教室を開きたい", {"スマートフォン"}),
        ("絵本の読み聞かせ", "よみきかせをしてくれる方", {"読み聞かせ"}),
        ("ものづくりを教えたい", "こどもたちとものづくりをしたい", {"ものづくり"}),
        ("おりがみを教えます", "折り紙の先生", {"折り紙"}),
        ("ケンダマの名人です", "けんだまを習いたい", {"ケンダマ"}),
        ("編み物ができます", "編み物を習いたい", {"編み物"}),
        ("社交ダンスを教えます", "フラダンスの先生を探しています", {"ダンス"}),
        ("コンピューターの修理", "コンピュータが動かない", {"パソコン"}),
        ("障害者のスポーツ指導", "障がいのある方のスポーツ大会", {"障がい", "スポーツ"}),
        ("花の手入れ", "花を植えたい", {"花"}),
        ("髙齢者の食事会", "高齢者の集い", {"高齢者"}),
        ("踊りの指導", "踊りを習いたい", {"踊り"}),
        ("ＥＸＣＥＬの入力", "excelを使える方", {"excel"}),
    ],
)
def test_words_of_an_office_are_found_in_each_other(one: str, other: str, shared: set[str]) -> None:
    assert set(shared_words(one, other)) == shared
    assert len(shared_words(other, one)) == len(shared)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("講演会の司会", "公演会の照明"),
        ("地域防災", "地域防犯"),
        ("コンサートの演奏", "コンサルタントを探す"),
        ("活動を手伝いたい", "活動を手伝ってほしい"),
        ("できることを教えてください", "できることがあれば教えてください"),
        ("小平市の市民団体を支援したい", "小平市の団体の講師募集"),
        ("市民活動の講師募集", "市民活動の講師募集"),
        ("英語の通訳ができます", "剪定を教えてほしい"),
        ("", "庭木"),
    ],
)
def test_what_everyone_writes_does_not_make_a_match(one: str, other: str) -> None:
    assert shared_words(one, other) == ()


_WRITTEN = st.text(
    st.sampled_from("庭木剪定講演会公防災地域おりがみをのオリガミーパソコンPCの教室を。、 子どもて踊り英"),
    max_size=24,
)


@given(_WRITTEN, _WRITTEN)
def test_two_share_something_whichever_is_asked_first(one: str, other: str) -> None:
    assert bool(shared_words(one, other)) == bool(shared_words(other, one))
    assert all(word.strip() for word in shared_words(one, other))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_held_against_any_other(one: str, other: str) -> None:
    assert len(shared_words(one, other)) == len(set(shared_words(one, other)))


def test_letters_of_an_office_of_its_own_are_no_words() -> None:
    assert shared_words("\ue000さんの紙芝居", "\ue000と\uf8ff、紙芝居") == ("紙芝居",)


# Offers and needs


def test_an_offer_and_a_need_find_each_other_with_the_reasons(
    talents: TalentsService, garden: int, park: int
) -> None:
    offer = talents.add(TalentDraft(garden, OFFER, "庭木の剪定", activity_fields=(3, 7)))
    need = talents.add(TalentDraft(park, NEED, "公園の木の剪定を手伝ってほしい", activity_fields=(7,)))
    (match,) = talents.matches(offer)
    assert match.talent.id == need
    assert match.talent.partner_name == "ひばり公園を守る会"
    assert match.reasons == ("同じことば「剪定」", "同じ分野（環境の保全）")
    assert titles(talents.matches(need)) == ["庭木の剪定"]


def test_the_more_is_shared_the_earlier_it_stands(talents: TalentsService, garden: int, park: int) -> None:
    need = talents.add(TalentDraft(park, NEED, "花壇の水やりと草取り", activity_fields=(3,)))
    talents.add(TalentDraft(garden, OFFER, "まちのこと何でも", activity_fields=(3,)))
    talents.add(TalentDraft(garden, OFFER, "花壇づくり"))
    talents.add(TalentDraft(garden, OFFER, "庭仕事", text="花壇の手入れも、除草もします"))
    talents.add(TalentDraft(garden, OFFER, "フルートの演奏"))
    assert titles(talents.matches(need)) == ["庭仕事", "花壇づくり", "まちのこと何でも"]


def test_only_open_entries_of_others_on_the_other_side_fit(
    talents: TalentsService, partners: PartnersService, garden: int, park: int
) -> None:
    offer = talents.add(TalentDraft(garden, OFFER, "剪定"))
    talents.add(TalentDraft(garden, NEED, "剪定ばさみ"))
    talents.add(TalentDraft(park, OFFER, "剪定の手伝い"))
    ended = talents.add(TalentDraft(park, NEED, "剪定を頼みたい"))
    assert titles(talents.matches(offer)) == ["剪定を頼みたい"]
    talents.close(ended, TODAY)
    assert talents.matches(offer) == ()
    talents.reopen(ended)
    talents.discard([ended])
    assert talents.matches(offer) == ()
    talents.restore([ended])
    partners.discard([park])
    assert talents.matches(offer) == ()


def test_an_entry_holds_until_its_last_day(talents: TalentsService, garden: int) -> None:
    tomorrow = TODAY + timedelta(days=1)
    talents.add(TalentDraft(garden, OFFER, "今日まで", ends_on=TODAY))
    talents.add(TalentDraft(garden, NEED, "いつでも"))
    assert [one.draft.title for one in talents.list(open_on=TODAY)] == ["いつでも", "今日まで"]
    assert [one.draft.title for one in talents.list(open_on=tomorrow)] == ["いつでも"]
    assert [one.draft.title for one in talents.list(OFFER, tomorrow)] == []
    assert [one.draft.title for one in talents.list(OFFER)] == ["今日まで"]


def test_what_a_partner_has_stands_open_ones_first(talents: TalentsService, garden: int) -> None:
    talents.add(TalentDraft(garden, OFFER, "はじめ"))
    talents.close(talents.add(TalentDraft(garden, OFFER, "終わった")), TODAY)
    assert [one.draft.title for one in talents.of_partner(garden)] == ["はじめ", "終わった"]


def test_an_entry_can_be_mended_thrown_away_and_brought_back(
    talents: TalentsService, store: Store, garden: int
) -> None:
    draft = TalentDraft(garden, OFFER, "　剪定 ", "はさみ持参", (7, 3), "山田", TODAY)
    record_id = talents.add(draft)
    kept = talents.get(record_id)
    assert kept.draft == replace(draft, title="剪定", activity_fields=(3, 7))
    assert (kept.noted_on, kept.partner_name) == (TODAY, "みどりの手の会")
    talents.edit(record_id, replace(kept.draft, title="庭木の剪定"))
    talents.discard([record_id])
    assert talents.of_partner(garden) == ()
    assert [one.draft.title for one in talents.wastebasket()] == ["庭木の剪定"]
    history = HistoryService(store)
    history.undo()
    history.undo()
    assert [one.draft.title for one in talents.of_partner(garden)] == ["剪定"]
    assert [act.what for act in history.of("partner", garden)][-2:] == [
        "人財の森に書く: 剪定",
        "団体を足す: みどりの手の会",
    ]


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"title": "  "}, "title", "件名が空です"),
        ({"title": "一行\n二行"}, "title", "1行"),
        ({"text": f"番号は{MY_NUMBER}"}, "text", "マイナンバー"),
        ({"person": MY_NUMBER}, "person", "マイナンバー"),
        ({"activity_fields": (21,)}, "activity_fields", "21番"),
        ({"ends_on": TODAY - timedelta(days=1)}, "ends_on", "令和8年11月23日は、もう過ぎた日"),
        ({"closed_on": TODAY + timedelta(days=1)}, "closed_on", "まだ来ていません"),
        ({"partner_id": 99_999}, "partner_id", "台帳にありません"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_kept(
    talents: TalentsService, garden: int, change: dict[str, object], field: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        talents.add(replace(TalentDraft(garden, OFFER, "剪定"), **change))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert said in str(caught.value)
    assert MY_NUMBER not in str(caught.value)
    assert talents.list() == ()


def test_an_entry_that_is_over_can_still_be_mended(
    talents: TalentsService, store: Store, garden: int
) -> None:
    record_id = talents.add(TalentDraft(garden, OFFER, "剪定", ends_on=TODAY))
    with store.seeding() as session:
        from kyodo_desktop.models import Talent

        session.get_one(Talent, record_id).ends_on = TODAY - timedelta(days=9)
    draft = talents.get(record_id).draft
    talents.edit(record_id, replace(draft, title="庭木の剪定"))
    assert talents.get(record_id).draft.title == "庭木の剪定"
    talents.reopen(record_id)
    assert talents.get(record_id).is_open_on(TODAY)


def test_an_entry_that_is_gone_is_said(talents: TalentsService) -> None:
    for ask in (talents.get, talents.matches, talents.reopen):
        with pytest.raises(NotFoundError, match="人財の森"):
            ask(4711)
    with pytest.raises(NotFoundError, match="紹介"):
        talents.discard_referral(4711)


# Referrals


def test_somebody_is_sent_to_a_support_organization_or_to_another_partner(
    talents: TalentsService, garden: int, park: int
) -> None:
    need = talents.add(TalentDraft(park, NEED, "剪定"))
    talents.refer(ReferralDraft(park, TODAY - timedelta(days=2), organization="asupia", about="会議室"))
    talents.refer(ReferralDraft(park, TODAY, to_partner_id=garden, about="剪定", talent_id=need))
    to_garden, to_asupia = talents.referrals_of(park)
    assert (to_asupia.partner_name, to_asupia.to_name) == (
        "ひばり公園を守る会",
        "小平市民活動支援センターあすぴあ",
    )
    assert to_garden.to_name == "みどりの手の会"
    assert talents.referrals_of(garden) == (to_garden,)
    assert talents.referrals() == (to_garden, to_asupia)
    assert {one.key for one in talents.organizations()} == {"asupia", "community_centre", "volunteer_centre"}


def test_a_referral_can_be_mended_and_thrown_away(talents: TalentsService, store: Store, park: int) -> None:
    record_id = talents.refer(ReferralDraft(park, TODAY, organization="asupia"))
    draft = talents.referrals()[0].draft
    talents.edit_referral(record_id, replace(draft, outcome="会えた"))
    assert talents.referrals()[0].draft.outcome == "会えた"
    talents.discard_referral(record_id)
    assert talents.referrals() == ()
    talents.restore_referral(record_id)
    assert HistoryService(store).can_undo() == "紹介の記録をごみ箱から戻す"


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"organization": ""}, "to", "紹介先を一つ"),
        ({"to_partner_id": 1}, "to", "紹介先を一つ"),
        ({"organization": "somewhere"}, "to", "一覧にありません"),
        ({"organization": "", "to_partner_id": 99_999}, "to", "台帳にありません"),
        ({"referred_on": TODAY + timedelta(days=1)}, "referred_on", "まだ来ていない日"),
        ({"about": MY_NUMBER}, "about", "マイナンバー"),
        ({"outcome": MY_NUMBER}, "outcome", "マイナンバー"),
        ({"talent_id": 4711}, "talent_id", "もうありません"),
    ],
)
def test_a_referral_that_leads_nowhere_is_refused(
    talents: TalentsService, park: int, change: dict[str, object], field: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        talents.refer(replace(ReferralDraft(park, TODAY, organization="asupia"), **change))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert said in str(caught.value)
    assert talents.referrals() == ()


def test_nobody_is_sent_to_themselves(talents: TalentsService, park: int) -> None:
    with pytest.raises(InputError, match="同じ団体"):
        talents.refer(ReferralDraft(park, TODAY, to_partner_id=park))
