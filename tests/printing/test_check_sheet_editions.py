"""The check sheet on two pages, and its lines to sign on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.check_sheet import mark_name
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.check_sheets import MarkValue, Moment, Side
from tests.printing.conftest import ReadPaper, squash
from tests.printing.papers import Sheets
from tests.resources.later_items import write_later_items

Read = Callable[[bytes], ReadPaper]
FORM = find_form("check_sheet")
TEXT = check_sheet_text.load()
NAMES = [
    mark_name(item.key, moment, side)
    for stage in TEXT.stages
    for item in stage.items
    for moment in Moment
    for side in Side
]
MARKS = dict.fromkeys(NAMES, MarkValue.TALK.value)


def print_sheet(**data: Any) -> bytes:
    return print_form(FORM, check_data(FORM, {"edition": "two", **data})).pdf


def test_two_pages_hold_every_word_of_the_handbooks_four(read: Read) -> None:
    paper = read(print_form(FORM, check_data(FORM, {"edition": "two"}), blank=True).pdf)
    assert paper.pages == 2
    words = paper.words()
    wanted = [TEXT.lead, TEXT.title, TEXT.usage_title, TEXT.usage, "年度：事業名：", *TEXT.contact]
    wanted += [part for pair in TEXT.questions for part in pair]
    for stage in TEXT.stages:
        wanted += [f"{stage.numeral}　{stage.title}", *(item.text for item in stage.items)]
        wanted += [part for point in stage.points for part in (point.heading, point.text)]
    assert [part for part in wanted if squash(part) not in words] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("data", [{}, MARKS, {**MARKS, "contact": "市\n課\n担当\n電話\nメール"}])
@pytest.mark.parametrize("signed", [False, True])
def test_every_box_has_room_and_nothing_leaves_the_paper(
    read: Read, data: dict[str, str], signed: bool
) -> None:
    pdf = print_sheet(**data, fiscal_year="令和８年度", title="みどりの学校", signature_lines=signed)
    paper = read(pdf)
    assert paper.pages == 2
    assert Sheets(pdf).beyond_margins() == []
    heights = [height for page in range(2) for height in row_heights(paper, page)]
    assert len(heights) == 3 * 4
    assert min(heights) >= 12.5
    contact = min(y for x, y, to_x, to_y in rules(paper, 1) if (x, to_x) == (104.0, 190.0) and y == to_y)
    assert max(box.top + box.height for box in paper.frames(1)) < contact
    assert max(box.top + box.height for box in paper.frames(0)) <= 277


def rules(paper: ReadPaper, page: int) -> list[tuple[float, ...]]:
    return [tuple(round(value, 2) for value in rule) for rule in paper.rules(page)]


def row_heights(paper: ReadPaper, page: int) -> list[float]:
    """Return the heights of the rows below the heads of the page's tables."""
    across = [y for x, y, to_x, to_y in rules(paper, page) if (x, to_x) == (25.0, 190.0) and y == to_y]
    heights = []
    for box in paper.frames(page):
        inside = sorted(y for y in across if box.top + 1 < y < box.top + box.height - 1)
        ends = [*inside[1:], box.top + box.height]
        heights += [end - top for top, end in zip(inside, ends, strict=False)]
    return heights


def test_marks_of_two_pages_say_once_what_they_mean(read: Read) -> None:
    paper = read(print_sheet(**MARKS))
    assert paper.words(0).count("空欄は未記入") == 1
    assert "空欄は未記入" not in paper.words(1)
    assert paper.words().count("話し合いが必要") == len(NAMES) + 1


def test_notes_follow_the_two_pages(read: Read) -> None:
    paper = read(print_sheet(**MARKS, notes=[{"place": "Ⅰ－１", "text": "役割を決める"}]))
    assert paper.pages == 3
    assert paper.words(2) == "メモⅠ－１役割を決める"


@pytest.mark.parametrize("edition", ["two", "four"])
def test_lines_to_sign_on_stand_there_only_when_wanted(read: Read, edition: str) -> None:
    plain = read(print_sheet(edition=edition))
    signed = read(print_sheet(edition=edition, signature_lines=True, contact="市役所"))
    assert "確認日" not in plain.words()
    assert signed.words(signed.pages - 1).count("確認日") == 1
    lines = [
        y for x, y, to_x, to_y in rules(signed, signed.pages - 1) if y == to_y and (x, to_x) == (37.0, 96.0)
    ]
    lowest = max(box.top + box.height for box in signed.frames(signed.pages - 1))
    assert len(lines) == 2
    assert min(lines) - 8 > lowest


@pytest.mark.parametrize(("edition", "pages"), [("two", 2), ("four", 4)])
@pytest.mark.parametrize("filled", [False, True])
def test_another_years_items_have_room_as_well(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edition: str, pages: int, filled: bool
) -> None:
    write_later_items(tmp_path)
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    form, text = find_form("check_sheet"), check_sheet_text.load(2)
    names = [mark_name(item.key, moment, side) for item in text.items for moment in Moment for side in Side]
    marks = dict.fromkeys(names if filled else (), MarkValue.TALK.value)
    values = {**check_data(form, {"edition": edition, "signature_lines": True, **marks}), "text_version": 2}
    pdf = print_form(form, values).pdf
    paper = read(pdf)
    assert paper.pages == pages
    assert Sheets(pdf).beyond_margins() == []
    assert [item.key for item in text.items if paper.words().count(squash(item.text)) != 1] == []
    last = pages - 1
    contact = min(y for x, y, to_x, to_y in rules(paper, last) if (x, to_x) == (104.0, 190.0) and y == to_y)
    assert max(box.top + box.height for box in paper.frames(last)) < contact


@pytest.mark.parametrize("edition", ["two", "four"])
def test_more_items_than_a_page_holds_go_on_to_another(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edition: str
) -> None:
    write_later_items(tmp_path)
    place = tmp_path / "check_sheet" / "2.toml"
    shipped, more = place.read_text(encoding="utf-8"), ""
    for number in range(4, 24):
        more += (
            f'\n[[stages.items]]\nkey = "more_{number}"\nnumber = {number}\ntext = "確かめること{number}番"\n'
        )
    place.write_text(shipped + more, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    form = find_form("check_sheet")
    pdf = print_form(form, {**check_data(form, {"edition": edition}), "text_version": 2}).pdf
    paper = read(pdf)
    assert Sheets(pdf).beyond_margins() == []
    for number in range(4, 24):
        assert paper.words().count(f"確かめること{number}番") == 1
    assert "Ⅲ事業終了段階（続き）" in paper.words()
