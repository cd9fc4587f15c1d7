"""名寄せ: which partners look like the same one, and why; on a real database."""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy.orm import Session

from kyodo_desktop.japanese.folding import search_keys
from kyodo_desktop.japanese.naming import place_key
from kyodo_desktop.models import Partner, PartnerFormerName
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.likeness import Ground, grounds
from kyodo_desktop.services.matching import MatchingService
from kyodo_desktop.services.matching_rows import traits_of
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store


@pytest.fixture
def matching(store: Store) -> MatchingService:
    return MatchingService(store)


def found(matching: MatchingService) -> set[frozenset[int]]:
    return {frozenset((pair.first.id, pair.second.id)) for pair in matching.likely_pairs()}


def why(one: PartnerDraft, other: PartnerDraft) -> tuple[Ground, ...]:
    return tuple(reason.ground for reason in grounds(traits_of(one), traits_of(other)))


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


# The grounds


@pytest.mark.parametrize(
    ("one", "other", "ground"),
    [
        ("㈱スワレント", "株式会社スワレント", Ground.LEGAL_FORM),
        ("小平商店", "株式会社小平商店", Ground.LEGAL_FORM),
        ("NPO法人日本下水文化研究会", "特定非営利活動法人　日本下水文化研究会", Ground.LEGAL_FORM),
        ("陣内　利博", "陣内利博", Ground.WIDTH),
        ("LｉＮＫＳ", "Links", Ground.WIDTH),
        ("ｺﾀﾞｲﾗ", "こだいら", Ground.MARKS),
        ("髙橋造園", "高橋造園", Ground.KANJI),
        ("コーヒーの会", "コ－ヒ－の会", Ground.MARKS),
        ("ＪＡ東京むさし", "東京むさし農業協同組合", Ground.ALSO_CALLED),
        ("小平市社協", "小平市社会福祉協議会", Ground.ALSO_CALLED),
        ("小平第一小学校等", "小平第一小学校", Ground.CONTAINS),
        ("緑の会", "緑の会", Ground.NAME),
    ],
)
def test_the_same_but_for_writing_is_said_with_what_differs(one: str, other: str, ground: Ground) -> None:
    assert why(PartnerDraft(one), PartnerDraft(other)) == (ground,)
    assert why(PartnerDraft(other), PartnerDraft(one)) == (ground,)


def test_two_kanji_that_are_not_one_are_never_more_than_a_hint(
    matching: MatchingService, partners: PartnersService
) -> None:
    assert why(PartnerDraft("齋藤書店"), PartnerDraft("斎藤書店")) == (Ground.KANJI,)
    (reason,) = grounds(traits_of(PartnerDraft("斉藤書店")), traits_of(PartnerDraft("齋藤書店")))
    assert reason.ground is Ground.TWO_KANJI
    assert reason.words == "「斉」と「斎」だけが違います。別の字なので、要確認です。"
    partners.add(PartnerDraft("斎藤素巖の会"))
    assert look(matching, "斉藤素巌の会") == [("斎藤素巖の会", True)]
    partners.add(PartnerDraft("斉藤素巌の会"))
    last = matching.likely_pairs()[-1]
    assert last.doubtful
    assert last.reason == reason.words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"corporate_number": "5835678256246"}, {"corporate_number": "5835678256246"}, (Ground.NUMBER,)),
        ({"phone": "042-346-9809"}, {"phone": "０４２（３４６）９８０９"}, (Ground.PHONE,)),
        ({"phone": "042-346-9809"}, {"phone": "346-9809"}, (Ground.PHONE,)),
        ({"phone": "042-346-9809"}, {"phone": "03-346-9809"}, ()),
        ({"email": "Info@example.jp"}, {"email": "info@example.jp"}, (Ground.EMAIL,)),
        ({"short_name": "むさしの里"}, {"former_names": ("ムサシノ里",)}, (Ground.ALIAS,)),
        ({"kana": "ミドリノサト"}, {"kana": "みどりのさと"}, (Ground.READING,)),
    ],
)
def test_what_else_can_be_the_same(
    one: dict[str, object], other: dict[str, object], expected: tuple[Ground, ...]
) -> None:
    first, second = PartnerDraft("北風の会"), PartnerDraft("太陽クラブ")
    assert why(replace(first, **one), replace(second, **other)) == expected  # type: ignore[arg-type]


def test_one_address_says_something_only_of_similar_names() -> None:
    here, there = "東京都小平市小川町２丁目１３３３番地", "小川町2-1333"
    assert place_key(here) == place_key(there) == "小川町2-1333"
    one = PartnerDraft("小平自然友の会", address=here)
    assert why(one, PartnerDraft("小平の自然友の会", address=there)) == (Ground.ADDRESS,)
    assert why(one, PartnerDraft("小平囲碁の会", address=there)) == ()
    assert why(one, PartnerDraft("小平の自然友の会", address="小川町2-1334")) == ()


def test_who_has_the_address_that_is_typed_is_told_but_makes_no_pair(
    partners: PartnersService, matching: MatchingService
) -> None:
    there = partners.add(PartnerDraft("囲碁の会", address="小平市小川町2-1333"))
    draft = PartnerDraft("朝市の会", address="東京都小平市小川町２丁目１３３３番地")
    (alike,) = matching.look_alikes(draft)
    assert (alike.partner.id, alike.reason, alike.doubtful) == (there, "所在地が同じです。", True)
    assert partners.detail(partners.add(draft)).likely_same == ()


def test_a_hall_with_many_partners_says_nothing(partners: PartnersService, matching: MatchingService) -> None:
    for letter in "甲乙丙丁戊己庚":
        partners.add(PartnerDraft(f"{letter}倶楽部", address="小平市小川町2-1333"))
    assert matching.look_alikes(PartnerDraft("朝市の会", address="小川町2-1333")) == ()


def test_a_reading_joins_kanji_and_kana() -> None:
    kanji = PartnerDraft("緑の会", kana="ミドリノカイ")
    assert why(kanji, PartnerDraft("みどりの会", kana="みどりのかい")) == (Ground.READING,)
    assert why(kanji, PartnerDraft("ミドリノカイ")) == (Ground.SPELT_IN_KANA,)
    longer = PartnerDraft("緑の会（小平）", kana="ミドリノカイ")
    assert why(kanji, longer) == (Ground.CONTAINS,)


# The list of pairs


def test_the_register_as_shipped_has_its_noted_pairs_and_no_others(matching: MatchingService) -> None:
    pairs = matching.likely_pairs()
    assert len(pairs) == 2
    assert {pair.reason for pair in pairs} == {
        "法人格の有無だけが違います（番号91と106）。",
        "ＪＡは農業協同組合の通称です（番号23と75）。",
    }
    assert not any(pair.doubtful for pair in pairs)


def test_a_pair_found_to_be_two_never_comes_back(
    matching: MatchingService, partners: PartnersService, history: HistoryService
) -> None:
    first = partners.search("㈱スワレント", 1)[0].id
    second = partners.add(PartnerDraft("株式会社スワレント", phone="042-346-9809"))
    assert frozenset((first, second)) in found(matching)
    assert [pair.second.id for pair in partners.detail(second).likely_same] == [first]
    partners.mark_different(second, first)
    assert frozenset((first, second)) not in found(matching)
    assert partners.detail(first).likely_same == partners.detail(second).likely_same == ()
    draft = PartnerDraft("(株)スワレント", phone="042-346-9809")
    assert [one.partner.id for one in matching.look_alikes(draft, but_not=second)] == []
    assert {one.partner.id for one in matching.look_alikes(draft)} == {first, second}
    history.undo()
    assert frozenset((first, second)) in found(matching)


def test_the_discarded_are_no_longer_held_against_anybody(
    matching: MatchingService, partners: PartnersService
) -> None:
    second = partners.add(PartnerDraft("株式会社スワレント"))
    partners.discard([second])
    assert len(found(matching)) == 2
    assert [one.partner.name for one in matching.look_alikes(PartnerDraft("スワレント"))] == ["㈱スワレント"]


def test_a_telephone_of_a_whole_house_says_nothing(
    matching: MatchingService, partners: PartnersService
) -> None:
    for name in "甲乙丙丁戊己庚":
        partners.add(PartnerDraft(f"{name}倶楽部", phone="042-346-9809"))
    assert len(found(matching)) == 2
    assert len(matching.look_alikes(PartnerDraft("辛倶楽部", phone="0423469809"))) == 7


# While typing


def look(matching: MatchingService, name: str, **more: str) -> list[tuple[str, bool]]:
    draft = replace(PartnerDraft(name), **more)  # type: ignore[arg-type]
    return [(one.partner.name, one.doubtful) for one in matching.look_alikes(draft)]


def test_what_is_typed_is_held_against_the_register(
    matching: MatchingService, partners: PartnersService
) -> None:
    made = partners.add(
        PartnerDraft(
            "葛飾の会",
            kana="カツシカノカイ",
            phone="042-346-9809",
            email="info@example.jp",
            address="東京都小平市小川町２－１３３３",
        )
    )
    assert look(matching, "") == []
    assert look(matching, "小平") == []
    assert look(matching, "すわれんと") == [("㈱スワレント", False)]
    for more in (
        {"phone": "０４２３４６９８０９"},
        {"phone": "346-9809"},
        {"email": "INFO@example.jp"},
        {"kana": "かつしかのかい"},
    ):
        assert [name for name, _doubtful in look(matching, "別の名前", **more)] == ["葛飾の会"]
    assert look(matching, "葛飾のかい", address="小川町二丁目") == []
    assert look(matching, "葛飾の会連合", address="小川町2-1333") == [("葛飾の会", False)]
    assert matching.look_alikes(PartnerDraft("葛飾の会"), but_not=made) == ()


# Recall and precision on a generated register

_PLACES = [
    ("小平", "コダイラ"),
    ("花小金井", "ハナコガネイ"),
    ("鈴木町", "スズキチョウ"),
    ("回田", "メグリタ"),
    ("学園西", "ガクエンニシ"),
    ("仲町", "ナカマチ"),
    ("小川東", "オガワヒガシ"),
    ("美園", "ミソノ"),
    ("天神", "テンジン"),
    ("喜平", "キヘイ"),
    ("上水", "ジョウスイ"),
    ("津田", "ツダ"),
]
_THINGS = [
    ("髙齢者配食", "コウレイシャハイショク"),
    ("子ども食堂", "コドモショクドウ"),
    ("コーヒーサロン", "コーヒーサロン"),
    ("國際交流", "コクサイコウリュウ"),
    ("桜保存", "サクラホゾン"),
    ("濱辺の詩", "ハマベノウタ"),
    ("キャリア・ネットワーク", "キャリアネットワーク"),
    ("広場づくり", "ヒロバヅクリ"),
    ("Ｌｉｎｋｓ", "リンクス"),
    ("沢遊び", "サワアソビ"),
    ("玉川上水ウォーク", "タマガワジョウスイウォーク"),
    ("防災ラジオ", "ボウサイラジオ"),
]
_ENDS = [("の会", "ノカイ"), ("クラブ", "クラブ"), ("協議会", "キョウギカイ"), ("隊", "タイ")]


def generated() -> list[PartnerDraft]:
    """Return 576 partners, no two of which are the same."""
    made: list[PartnerDraft] = []
    for (place, said), (thing, spoken), (end, ends) in product(_PLACES, _THINGS, _ENDS):
        n = len(made)
        made.append(
            PartnerDraft(
                f"{place}{thing}{end}",
                kana=said + spoken + ends,
                phone=f"042-{300 + n // 100}-{1000 + n * 7:04d}",
                email=f"group{n}@example.jp",
                address=f"東京都小平市{place}町{1 + n % 5}-{n + 10}",
            )
        )
    return made


KINDS: dict[str, Callable[[PartnerDraft], PartnerDraft]] = {
    "legal form in front": lambda d: PartnerDraft("ＮＰＯ法人　" + d.name),
    "legal form behind": lambda d: PartnerDraft(d.name + "㈱"),
    "spelt out": lambda d: PartnerDraft("特定非営利活動法人" + d.name),
    "spaces": lambda d: PartnerDraft("　".join(d.name)),
    "width": lambda d: PartnerDraft(d.name.replace("Ｌｉｎｋｓ", "LINKS").replace("コーヒー", "ｺｰﾋｰ") + " "),
    "kanji": lambda d: PartnerDraft(d.name.translate(str.maketrans("髙國桜濱広沢", "高国櫻浜廣澤"))),
    "long vowel": lambda d: PartnerDraft(d.name.replace("ー", "−").replace("・", "")),
    "kana": lambda d: PartnerDraft(d.kana),
    "reading": lambda d: PartnerDraft(d.name[:2] + "…" + d.name[-1], kana=d.kana),
    "telephone": lambda d: PartnerDraft("別名" + d.email[:8], phone=d.phone.replace("-", "")),
    "e-mail": lambda d: PartnerDraft("異名" + d.phone, email=d.email.upper()),
    "address": lambda d: PartnerDraft(d.name + "本部", address=d.address.replace("-", "丁目") + "番地"),
    "former name": lambda d: PartnerDraft("改称" + d.phone, former_names=(d.name,)),
}


def entity_of(draft: PartnerDraft, number: str = "") -> Partner:
    """Return a partner as it is, unchecked: a register of years holds what no editor takes today."""
    former = [PartnerFormerName(name=name) for name in draft.former_names]
    digits = draft.phone.replace("-", "")
    full, bare = search_keys((draft.name, draft.kana, digits, draft.email, draft.address))
    return Partner(
        name=draft.name,
        kana=draft.kana,
        phone=draft.phone,
        email=draft.email,
        address=draft.address,
        corporate_number=number,
        former_names=former,
        full_key=full,
        bare_key=bare,
    )


def put(session: Session, draft: PartnerDraft, number: str = "") -> int:
    entity = entity_of(draft, number)
    session.add(entity)
    session.flush()
    return entity.id


def test_recall_and_precision_on_a_generated_register(store: Store) -> None:
    every, twins = generated(), {}
    before = found(MatchingService(store))
    with store.seeding() as session:
        ids = [put(session, draft, f"{n:013}") for n, draft in enumerate(every)]
        places = random.Random(9).sample(range(len(every)), 35 * (len(KINDS) + 1))  # noqa: S311
        for kind, n in zip([*KINDS, "number"] * 35, places, strict=True):
            twin = KINDS[kind](every[n]) if kind in KINDS else PartnerDraft(f"第{n}")
            twins[frozenset((ids[n], put(session, twin, "" if kind in KINDS else f"{n:013}")))] = kind
    pairs = found(MatchingService(store)) - before
    missed = Counter(kind for pair, kind in twins.items() if pair not in pairs)
    assert len(twins.keys() & pairs) / len(twins) >= 0.95, missed
    assert all(count <= 5 for count in missed.values()), missed
    assert len(twins.keys() & pairs) / len(pairs) >= 0.90


def test_ten_thousand_partners_are_no_reason_to_wait(store: Store) -> None:
    with store.seeding() as session:
        for n in range(10_000):
            draft = PartnerDraft(
                f"第{n // 2}班",
                phone=f"042-{n // 100:03}-{n % 100:04}",
                email=f"{n}@example.jp",
                address=f"小川町{n}-{n % 9}",
            )
            session.add(entity_of(draft))
    matching = MatchingService(store)
    begun = time.perf_counter()
    pairs = matching.likely_pairs()
    assert time.perf_counter() - begun < 10
    assert len(pairs) == 5_002
    begun = time.perf_counter()
    alike = matching.look_alikes(PartnerDraft("第4999班", phone="042-000-0077"))
    assert time.perf_counter() - begun < 1
    assert len(alike) == 3
