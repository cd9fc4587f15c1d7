"""The check sheet on paper: the handbook's four pages, marks as shapes, notes on a page of their own."""

from collections.abc import Callable
from typing import Any

import pytest

from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.check_sheet import mark_name
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.check_sheets import MarkValue, Moment, Side
from kyodo_desktop.records.forms import PrintedForm
from tests.printing.conftest import ReadPaper, squash

Read = Callable[[bytes], ReadPaper]

FORM = find_form("check_sheet")
ITEMS = [item.key for stage in check_sheet_text.load().stages for item in stage.items]


def print_sheet(**data: Any) -> PrintedForm:
    return print_form(FORM, check_data(FORM, data))


def filled(sides: tuple[Side, ...] = tuple(Side), value: MarkValue = MarkValue.DONE) -> dict[str, Any]:
    names = [mark_name(item, moment, side) for item in ITEMS for moment in Moment for side in sides]
    return {"fiscal_year": "令和８年度", "title": "玉川上水みどりの学校", **dict.fromkeys(names, value.value)}


@pytest.fixture
def blank(read: Read) -> ReadPaper:
    return read(print_form(FORM, {}, blank=True).pdf)


def test_blank_has_the_handbooks_four_pages_in_its_order(blank: ReadPaper) -> None:
    text = check_sheet_text.load()
    assert blank.pages == 4
    cover = blank.words(0)
    wanted = [text.lead, text.title]
    for question, answer in text.questions:
        wanted += [question, answer]
    wanted += [text.usage_title, f"■{text.usage}"]
    assert cover == squash("".join(wanted))
    for number, stage in enumerate(text.stages, 1):
        words = blank.words(number)
        parts = ["年度：事業名："] if number == 1 else []
        parts.append(f"{stage.numeral}　{stage.title}")
        parts.append("ＰＯＩＮＴ！")
        parts += [f"■{point.heading}{point.text}" for point in stage.points]
        parts.append("NO内容事業前事業後")
        parts += [f"{'０１２３４'[item.number]}{item.text}" for item in stage.items]
        parts += list(text.contact) if number == 3 else []
        assert words == squash("".join(parts))


def test_blank_has_room_to_write(blank: ReadPaper) -> None:
    for number in range(1, 4):
        table = max(blank.frames(number), key=lambda box: box.height)
        assert (table.x, table.width) == pytest.approx((25.0, 165.0), abs=0.01)
        tall = [rule for rule in blank.rules(number) if abs(rule[3] - rule[1]) > 95]
        upright = sorted({round(x, 1) for x, _y, to_x, _to_y in tall if x == to_x})
        assert upright == [39.0, 146.0, 168.0]
        level = sorted(y for x, y, to_x, to_y in blank.rules(number) if y == to_y and to_x - x > 164)
        bottoms = [*level[1:], table.top + table.height]
        assert all(bottom - top >= 22 for top, bottom in zip(level, bottoms, strict=True))
        assert table.top + table.height <= 277


def test_frames_stand_where_the_pattern_has_them(blank: ReadPaper) -> None:
    assert [box.top for box in blank.frames(1)] == pytest.approx([52.5, 145.0], abs=0.1)
    lines = [(x, y, to_x) for x, y, to_x, to_y in blank.rules(1) if y == to_y]
    assert (47.0, 29.0, 100.0) in [tuple(round(v, 2) for v in line) for line in lines]
    assert (47.0, 42.0, 190.0) in [tuple(round(v, 2) for v in line) for line in lines]


def test_a_blank_sheet_names_no_empty_fields() -> None:
    assert print_form(FORM, {}, blank=True).empty_required == ()


@pytest.mark.parametrize(
    ("value", "left", "right"),
    [(MarkValue.DONE, True, True), (MarkValue.TALK, True, False), (MarkValue.NOT_YET, False, False)],
)
def test_marks_are_shapes_that_black_and_white_shows(
    read: Read, value: MarkValue, left: bool, right: bool
) -> None:
    ink = read(print_sheet(**filled((Side.PARTNER,), value)).pdf).ink(1)
    first_row = 145 + 11 + 27 / 2 - 1.6
    for column in (157.0, 179.0):
        assert ink.dark(column - 1.5, first_row) is left
        assert ink.dark(column + 1.5, first_row) is right
        assert ink.dark(column, first_row - 3.5)


def test_one_side_says_which_and_what_the_marks_mean(read: Read) -> None:
    paper = read(print_sheet(**filled((Side.CITY,))).pdf)
    for number in (1, 2, 3):
        assert "できている話し合いが必要まだ" in paper.words(number)
        assert "記入した側：市" in paper.words(number)
        assert paper.words(number).count("できている") == 9


def test_both_sides_stand_side_by_side_with_their_differences(read: Read) -> None:
    data = filled()
    data[mark_name("plan_2", Moment.AFTER, Side.CITY)] = MarkValue.NOT_YET.value
    paper = read(print_sheet(**data).pdf)
    assert "事業前事業後団体市団体市" in paper.words(1)
    thick = [box for box in paper.filled(1) if box.x > 190.5]
    assert len(thick) == 1
    assert not [box for box in paper.filled(2) if box.x > 190.5]


def test_a_side_that_has_not_answered_yet_is_no_difference(read: Read) -> None:
    paper = read(print_sheet(**filled((Side.PARTNER,)), sides="both").pdf)
    assert "事業前事業後団体市団体市" in paper.words(1)
    assert not [box for box in paper.filled(1) if box.x > 190.5]


def test_every_mark_given_is_printed_even_of_the_side_not_named(read: Read) -> None:
    paper = read(print_sheet(**filled((Side.CITY,)), sides="partner").pdf)
    assert "団体市団体市" in paper.words(1)


def test_notes_stand_whole_on_a_page_of_their_own(read: Read) -> None:
    long = "".join(f"メモの{n}。" for n in range(1500))
    notes = [
        {"place": "Ⅰ－１　事業前（団体）", "text": "役割を決める"},
        {"place": "Ⅲ－４　事業後（市）", "text": long},
    ]
    paper = read(print_sheet(**filled(), notes=notes).pdf)
    assert paper.words(4).startswith(squash("メモⅠ－１　事業前（団体）役割を決めるⅢ－４　事業後（市）"))
    words = "".join(paper.words(n).removeprefix("メモ（続き）") for n in range(4, paper.pages))
    assert long in words
    assert paper.pages > 5


def test_a_long_title_shrinks_then_takes_two_lines_then_goes_to_the_memo(read: Read) -> None:
    for title, pages in (("名" * 40, 4), ("名" * 80, 4), ("名" * 300, 5)):
        paper = read(print_sheet(fiscal_year="令和８年度", title=title).pdf)
        assert paper.pages == pages
        assert title in "".join(paper.words(n) for n in range(paper.pages))


def test_ten_thousand_letters_in_any_one_line_field_lose_nothing(read: Read) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(10_000))
    for name in ("fiscal_year", "title", "contact"):
        paper = read(print_sheet(**{"fiscal_year": "令和８年度", "title": "事業", name: text}).pdf)
        words = "".join(paper.words(n).removeprefix("メモ（続き）") for n in range(4, paper.pages))
        assert text in words


@pytest.mark.parametrize("text", ["W" * 3000, "㍿" * 3000])
def test_long_words_stay_inside_the_text_area(read: Read, text: str) -> None:
    notes = [{"place": text, "text": text}]
    paper = read(print_sheet(fiscal_year=text, title=text, contact=text, notes=notes).pdf)
    for page in range(1, paper.pages):
        assert paper.ink(page).share(191, 5, 17, 290) == 0


def test_the_offices_own_contact_block_replaces_the_handbooks(read: Read) -> None:
    paper = read(print_sheet(contact="青山市　協働課\n電話 00-0000").pdf)
    assert paper.words(3).endswith("青山市協働課電話00-0000")
    assert "042-346-9809" not in paper.words()


def test_a_pdf_reader_gets_spread_labels_as_words(blank: ReadPaper) -> None:
    content = blank.reader.pages[1].get_contents()
    assert content is not None
    spoken = "事業名".encode("utf-16-be").hex().upper().encode()
    assert spoken in content.get_data().upper()


def test_title_language_and_fonts_of_the_file(blank: ReadPaper) -> None:
    assert blank.reader.metadata is not None
    assert blank.reader.metadata.title == "相互チェックシート"
    assert b"/Lang (ja-JP)" in blank.pdf
    assert b"Helvetica" not in blank.pdf
