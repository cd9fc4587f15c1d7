"""Lines of body text and of cells, held against the line breaking classes of Unicode."""

import time
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break, line_break_breakables

from kyodo_desktop.base.resources import read_text
from kyodo_desktop.printing.clusters import clusters
from kyodo_desktop.printing.fonts import Face, text_width
from kyodo_desktop.printing.line_classes import letter
from kyodo_desktop.printing.lines import break_cell, break_lines

MM = 72 / 25.4
NEVER_FIRST = {"CL", "CP", "EX", "NS", "CJ", "IN"}
NEVER_LAST = {"OP"}
HAIR = 0.11
SPACES = " \t\u3000"

body = partial(text_width, face=Face.MINCHO, size=10.5)
cell = partial(text_width, face=Face.MINCHO, size=9)

LETTERS = (
    "市民協働の推進とあいうえおっゃをカタカナーッ０１２0123456789abcABC"
    "、。，．・：！？「」（）『』()々〜…―％ \u3000"
)
PIECES = (
    "市民活動|協働の|推進|ネットワーク|を、|です。|「提案」|（仮称）|１，０００|12,000円|NPO"
    "|――|……|！？|々|ー|）。|（\u3000"
)
words = st.text(LETTERS, max_size=120)
sentences = st.lists(st.sampled_from(PIECES.split("|")), max_size=60).map("".join)


def class_of(text: str) -> str:
    return line_break(text).name


def joined(lines: list[str]) -> str:
    return "".join("".join(lines).translate(dict.fromkeys(map(ord, SPACES))).split("\n"))


def test_all_closing_and_hanging_letters_of_unicode_are_known() -> None:
    from_japanese = [
        chr(code) for code in (*range(0x2000, 0x2070), *range(0x3000, 0x3400), *range(0xFE10, 0x10000))
    ]
    never_first = [one for one in from_japanese if class_of(one) in NEVER_FIRST]
    never_last = [one for one in from_japanese if class_of(one) in NEVER_LAST]
    assert len(never_first) > 120
    assert [one for one in never_first if not letter(one).never_first] == []
    assert [one for one in never_last if not letter(one).opens] == []


@pytest.mark.parametrize("width", [44.2, 80, 107, 165])
@pytest.mark.parametrize("flowing", [True, False])
def test_the_handbook_breaks_by_the_rules(width: float, flowing: bool) -> None:
    text = read_text("handbook/handbook.txt")
    parts = [text.replace("\n", "")] if flowing else text.splitlines()
    for part in parts:
        lines = break_lines(part, width * MM, body)
        assert joined([line.text for line in lines]) == joined([part])
        for line in lines:
            assert body(line.text) == pytest.approx(line.width)
            assert line.width <= width * MM + HAIR
        assert [line.text for line in lines[1:] if class_of(line.text[0]) in NEVER_FIRST] == []
        assert [line.text for line in lines[:-1] if class_of(line.text[-1]) in NEVER_LAST] == []


@given(sentences, st.integers(4, 44))
def test_sentences_keep_the_rules(text: str, letters: int) -> None:
    width = letters * 10.5
    lines = [line.text for line in break_lines(text, width, body)]
    assert joined(lines) == joined([text])
    for line, following in pairwise(lines):
        assert body(line) <= width + HAIR
        if class_of(following[0]) in NEVER_FIRST or class_of(line[-1]) in NEVER_LAST:
            assert not can_be_broken(line), (line, following)


def can_be_broken(line: str) -> bool:
    """Tell whether Unicode allows a break in a line; ours are fewer, for a space after （ belongs to it."""
    allowed = [number for number, breakable in enumerate(line_break_breakables(line)) if breakable and number]
    return any(not line[:number].endswith("（\u3000") for number in allowed)


@given(words, st.integers(1, 30), st.floats(0, 3))
def test_nothing_is_lost_and_nothing_overruns(text: str, letters: int, tracking: float) -> None:
    measure = partial(text_width, face=Face.MINCHO, size=10.5, tracking=tracking)
    width = letters * 10.5
    for lines in (
        [line.text for line in break_lines(text, width, measure)],
        break_cell(text, width, measure),
    ):
        assert joined(lines) == joined([text])
        assert all(measure(line) <= width + HAIR for line in lines)


@given(words, st.integers(2, 30))
def test_justified_lines_fill_the_measure(text: str, letters: int) -> None:
    width = letters * 10.5
    lines = break_lines(text, width, body)
    assert lines[-1].stretch == 0
    for line in lines:
        if line.stretch:
            filled = text_width(line.text, Face.MINCHO, 10.5, line.stretch)
            assert filled == pytest.approx(width)


def test_a_line_ends_before_what_must_not_begin_one() -> None:
    text = "あいうえお、かきく（けこ）さしすっせそ"
    assert [line.text for line in break_lines(text, 10.5 * 5, body)] == [
        "あいうえ",
        "お、かきく",
        "（けこ）さ",
        "しすっせそ",
    ]


def test_the_last_line_of_each_paragraph_is_not_justified() -> None:
    lines = break_lines("あいうえお、かき\nくけこさしす、せ", 10.5 * 5, body)
    assert [(line.text, line.stretch > 0) for line in lines] == [
        ("あいうえ", True),
        ("お、かき", False),
        ("くけこさし", False),
        ("す、せ", False),
    ]


def test_the_first_line_makes_room_for_its_indent() -> None:
    lines = break_lines("市民と行政が協働する", 10.5 * 5, body, first_indent=10.5)
    assert [line.text for line in lines] == ["市民と行", "政が協働す", "る"]


def test_empty_lines_are_kept() -> None:
    assert [line.text for line in break_lines("甲\n\n乙\n", 100, body)] == ["甲", "", "乙"]
    assert [line.text for line in break_lines("", 100, body)] == [""]
    assert break_cell("甲\n\n乙", 100, cell) == ["甲", "", "乙"]
    assert break_cell("", 100, cell) == [""]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("費用は12,000円です", ["費用は", "12,000円で", "す"]),
        ("電話は042-346-9508", ["電話は", "042-346-", "9508"]),
        ("予算１，０００円", ["予算", "１，０００", "円"]),
        ("市民活動NPOです", ["市民活動", "NPOです"]),
        ("ああああ……いい", ["あああ", "あ……いい"]),
        ("ああああ――いい", ["ああああ", "――いい"]),
        ("ああああ（\u3000）い", ["ああああ", "（\u3000）い"]),
        ("佐々木さんちの木々", ["佐々木さん", "ちの木々"]),
    ],
)
def test_numbers_words_and_double_signs_stay_whole(text: str, lines: list[str]) -> None:
    assert [line.text for line in break_lines(text, 10.5 * 5, body)] == lines


def test_a_word_longer_than_a_line_is_torn() -> None:
    lines = [line.text for line in break_lines("見る" + "a" * 40, 10.5 * 5, body)]
    assert lines[0] == "見る"
    assert "".join(lines[1:]) == "a" * 40
    assert all(body(line) <= 52.6 for line in lines)


def test_variation_sequences_and_marks_stay_with_their_letter() -> None:
    text = "葛\U000e0100飾区か\u3099行𠮷野" * 3
    lines = [line.text for line in break_lines(text, 10.5 * 2, body)]
    assert [one for line in lines for one in clusters(line)] == clusters(text)


@pytest.mark.parametrize(
    ("text", "column", "lines"),
    [
        (
            "（仮称）公共施設マネジメントに関わる官学共同プロジェクト",
            44.2,
            "（仮称）/公共施設マネジメントに/関わる官学共同プロジェクト",
        ),
        ("避難所管理運営マニュアルの作成", 44.2, "避難所管理運営/マニュアルの作成"),
        ("自主防災組織等の支援・育成事業", 44.2, "自主防災組織等の支援・/育成事業"),
        ("小平市のこれからの協働について考える", 44.2, "小平市のこれからの/協働について考える"),
        ("小平市民活動支援公募事業（学生団体コース）", 44.2, "小平市民活動支援公募事業/（学生団体コース）"),
        ("男女共同参画推進事業", 44.2, "男女共同参画推進事業"),
        (
            "武蔵野美術大学造形学部建築学科鈴木明スタジオ",
            50.5,
            "武蔵野美術大学造形学部建築学科/鈴木明スタジオ",
        ),
        ("一般社団法人　日本善行会　小平支部", 50.5, "一般社団法人　日本善行会/小平支部"),
        ("ＮＰＯ日本キャリア・コンサルタント協会", 50.5, "ＮＰＯ日本キャリア・/コンサルタント協会"),
        ("地域デビューパーティー実行委員会", 50.5, "地域デビューパーティー/実行委員会"),
        ("防災危機管理課・地域安全課", 41, "防災危機管理課・/地域安全課"),
        ("市民協働・男女参画推進課", 41, "市民協働・男女参画推進課"),
        ("実行委員会", 18.9, "実行委員会"),
        ("津田塾大学\n武蔵野美術大学", 50.5, "津田塾大学/武蔵野美術大学"),
    ],
)
def test_cells_of_the_list_break_as_in_the_sample(text: str, column: float, lines: str) -> None:
    assert break_cell(text, (column - 2.9) * MM, cell) == lines.split("/")


@pytest.mark.parametrize("text", ["考える会", "建築学科", "自治会館", "市民課", "総務部"])
def test_the_last_letter_of_a_name_never_stands_alone(text: str) -> None:
    assert all(line[0] not in "会館課部科" for line in break_cell(text * 2, 9 * len(text) * 1.5, cell))


def test_katakana_is_torn_only_where_it_is_longer_than_the_cell() -> None:
    assert break_cell("市民ボランティア講座", 9 * 7, cell) == ["市民", "ボランティア", "講座"]
    assert break_cell("コーディネーター", 9 * 5, cell) == ["コーディ", "ネーター"]


@pytest.mark.parametrize("text", ["市民と行政の協働、", "a", "、", "（", "…", "協働する NPO "])
def test_two_hundred_thousand_letters_are_quick(text: str) -> None:
    long = (text * 200_000)[:200_000]
    began = time.perf_counter()
    lines = break_lines(long, 165 * MM, body)
    assert time.perf_counter() - began < 3
    assert joined([line.text for line in lines]) == joined([long])
    assert joined(break_cell(long, 40 * MM, cell)) == joined([long])
