"""The 受付票 on paper: its number, the code of the number, what was handed in, what comes next."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
import segno

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import PrintedForm
from tests.printing.conftest import Ink, ReadPaper, squash

Read = Callable[[bytes], ReadPaper]

FORM = find_form("reception_slip")
DATA: dict[str, Any] = {
    "receipt_number": "2026-T-003",
    "received_on": "2026-05-27",
    "received_time": "午前10時25分",
    "received_way": "窓口で受付",
    "partner_name": "特定非営利活動法人　みどりのこみち",
    "title": "小平市提示型公募事業補助金交付申請書「玉川上水みどりの学校」",
    "papers": [{"name": name, "copies": 1} for name in ("申請書", "事業計画書", "収支予算書", "団体概要書")],
    "received_by": "市民協働担当　　鈴木",
    "next_steps": "書類を確認します。\n選考審査会で審査します。",
    "contact": "小平市　地域振興部\n電話 042-346-9809",
}


def print_slip(**changes: Any) -> PrintedForm:
    data = {name: value for name, value in {**DATA, **changes}.items() if value is not None}
    return print_form(FORM, check_data(FORM, data))


def modules(ink: Ink, size: int) -> list[list[bool]]:
    """Read the code's modules where the slip has them."""
    module = 28 / (size + 8)
    left, top = 190 - 32 + 2 + 4 * module, 27 + 1 + 4 * module
    places = [(n + 0.5) * module for n in range(size)]
    return [[ink.dark(left + x, top + y) for x in places] for y in places]


def test_slip_says_what_was_taken_in(read: Read) -> None:
    paper = read(print_slip().pdf)
    assert paper.pages == 1
    assert paper.size() == pytest.approx((210, 148), abs=0.1)
    words = paper.words()
    for wanted in (
        "受付番号2026-T-003",
        "受付年月日令和８年５月27日（水）午前10時25分窓口で受付",
        "団体名特定非営利活動法人みどりのこみち",
        "件名小平市提示型公募事業補助金交付申請書「玉川上水みどりの学校」",
        "受領書類申請書１部事業計画書１部収支予算書１部団体概要書１部",
        "受付者市民協働担当鈴木",
        "この後の流れ１書類を確認します。２選考審査会で審査します。",
        "採択を示すものではありません。",
        "（仮）",
    ):
        assert wanted in words
    assert words.count("2026-T-003") == 1


@pytest.mark.parametrize("number", ["2026-T-003", "2027-I-120"])
def test_the_code_holds_the_number(read: Read, number: str) -> None:
    expected = segno.make(number, error="m", micro=False, boost_error=False)
    drawn = modules(read(print_slip(receipt_number=number).pdf).ink(0), len(expected.matrix))
    assert drawn == [[bool(module) for module in row] for row in expected.matrix]


def test_the_code_has_its_quiet_zone(read: Read) -> None:
    ink = read(print_slip().pdf).ink(0)
    assert ink.share(160.2, 28.2, 3.4, 27.6) == 0
    assert ink.share(160.2, 28.2, 27.6, 3.4) == 0


def test_blank_slip_has_rows_to_write_in(read: Read) -> None:
    printed = print_form(FORM, {}, blank=True)
    paper = read(printed.pdf)
    assert printed.empty_required == ()
    level = [y for x, y, to_x, to_y in paper.rules(0) if y == to_y and to_x - x > 160]
    [frame] = paper.frames(0)
    rows = sorted([*level, frame.top + frame.height])
    assert all(below - above >= 8 for above, below in pairwise(rows))


def test_empty_required_fields_are_named(read: Read) -> None:
    printed = print_slip(receipt_number=None, received_by="", papers=())
    assert printed.empty_required == ("受付番号", "受領書類", "受付者")
    assert read(printed.pdf).pages == 1


@pytest.mark.parametrize(
    "name", ["partner_name", "title", "received_by", "received_way", "received_time", "next_steps", "contact"]
)
def test_ten_thousand_letters_lose_nothing(read: Read, name: str) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(10_000))
    paper = read(print_slip(**{name: text}).pdf)
    assert set(text) <= set(paper.words())
    for page in range(paper.pages):
        for frame in paper.frames(page):
            assert frame.top + frame.height < 137


@pytest.mark.parametrize("text", ["W" * 3000, "㍿" * 3000, "長い語" * 1000])
def test_long_words_stay_inside_the_page(read: Read, text: str) -> None:
    names = ("partner_name", "title", "received_by", "next_steps", "contact")
    paper = read(print_slip(**dict.fromkeys(names, text)).pdf)
    for page in range(paper.pages):
        ink = paper.ink(page)
        assert ink.share(191, 5, 17, 138) == 0
        assert ink.share(2, 141.5, 206, 5) == 0


def test_half_a_letter_in_the_number_still_prints(read: Read) -> None:
    assert read(print_slip(receipt_number="2026-\ud800").pdf).pages == 1


def test_many_papers_with_long_names_stay_readable(read: Read) -> None:
    papers = [{"name": f"書類その{n}のとても長い名前", "copies": n} for n in range(1, 60)]
    words = read(print_slip(papers=papers).pdf).words()
    assert all(f"書類その{n}のとても長い名前" in words for n in range(1, 60))


def test_nothing_typed_is_markup(read: Read) -> None:
    typed = '<img src="http://example.invalid/a.png"/>&lt;'
    assert squash(typed) in read(print_slip(partner_name=typed).pdf).words()


def test_a_number_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(InputError, match=r"受付番号.*60字"):
        print_slip(receipt_number="2" * 61)
