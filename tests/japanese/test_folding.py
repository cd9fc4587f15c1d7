"""Search finds a name however it is typed (pairs of domain.md §1.6)."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kyodo_desktop.japanese.folding import Query, bare_key, full_key, join_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("㈱スワレント", "株式会社スワレント"),
        ("NPO法人日本下水文化研究会", "特定非営利活動法人　日本下水文化研究会"),
        ("ＮＰＯ日本キャリア・コンサルタント協会", "NPO法人日本キャリアコンサルタント協会"),
        ("陣内　利博", "陣内利博"),
        ("斎藤素巖", "齋藤素巌"),
        ("髙橋", "高橋"),
        ("ｺﾀﾞｲﾗ", "こだいら"),
        ("LｉＮＫＳ", "Links"),
        ("コーヒー", "コ－ヒ－"),
        ("葛\U000e0100飾", "葛飾"),
        ("㈳小平", "社団法人小平"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert full_key(one) == full_key(other)


def test_different_families_of_names_stay_apart() -> None:
    assert full_key("佐藤") != full_key("斎藤")
    assert full_key("東京都水道局") != full_key("東京都下水道局")


def find(typed: str, *names: str) -> list[str]:
    query = Query.parse(typed)
    return [name for name in names if query.matches(full_key(name), bare_key(name), name)]


def test_words_are_found_in_any_order_and_all_of_them() -> None:
    names = ("小平市文化振興財団", "小平市体育協会")
    assert find("振興 小平", *names) == ["小平市文化振興財団"]
    assert find("小平　市", *names) == list(names)


def test_the_legal_form_may_stand_before_or_behind() -> None:
    assert find("スワレント株式会社", "㈱スワレント", "㈱クボタ") == ["㈱スワレント"]
    assert find("株式会社", "㈱スワレント", "イオンモール") == ["㈱スワレント"]


def test_a_word_that_folds_to_nothing_is_found_as_typed() -> None:
    assert find("・", "道路・公園", "道路公園") == ["道路・公園"]


def test_no_match_spans_two_fields() -> None:
    row = join_keys([full_key("市民課"), full_key("題名")])
    assert not Query.parse("課題").matches(row, row)


def test_an_empty_query_finds_all() -> None:
    assert find("　 ", "なんでも") == ["なんでも"]


@given(st.text())
@example("0\u0339 \u0334")
@example("A¨")
def test_a_row_is_found_by_each_of_its_own_words(text: str) -> None:
    assert Query.parse(text).matches(full_key(text), bare_key(text), text)
