"""Names, marks and ways to be reached, as letters write them."""

import pytest

from kyodo_desktop.japanese.letters import contact_ways, kana_mark, spaced_name, spaced_person


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("佐藤　花子", "佐　藤　　花　子"),
        ("森　桂", "森　　桂"),
        ("勅使河原　花子", "勅使河原　花子"),
        ("スミス　花子", "スミス　花子"),
        ("佐藤花子", "佐藤花子"),
        ("", ""),
    ],
)
def test_a_short_name_is_spread(name: str, shown: str) -> None:
    assert spaced_name(name) == shown


def test_a_title_before_the_name_stays_whole() -> None:
    assert spaced_person("理事長　佐藤　花子") == "理事長　佐　藤　　花　子"
    assert spaced_person("代表　みどりの会") == "代表　みどりの会"


def test_marks_follow_the_kana() -> None:
    assert [kana_mark(number) for number in (1, 2, 6, 26)] == ["ア", "イ", "カ", "ア"]


def test_a_contact_line_is_taken_apart() -> None:
    assert contact_ways("ＴＥＬ：042-346-9809　ＦＡＸ：042-346-9575") == [
        ("電話", "042-346-9809"),
        ("ＦＡＸ", "042-346-9575"),
    ]
    assert contact_ways("メール dd@example.jp") == [("メール", "dd@example.jp")]
    assert contact_ways("市民協働・男女参画推進課　市民協働担当") == [
        ("", "市民協働・男女参画推進課　市民協働担当")
    ]
