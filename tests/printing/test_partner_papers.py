"""What a group hands in: each paper keeps to its pages, and says what such a paper has to say."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.handbook_points import EVALUATION_POINTS, PRINCIPLES
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.sheet_codes import SheetNumber
from tests.printing.conftest import ReadPaper, squash

Read = Callable[[bytes], ReadPaper]
NUMBER = SheetNumber(2026, 12)
PAGES = {
    "project_plan": 2,
    "applicant_profile": 2,
    "officers_list": 1,
    "pledge": 1,
    "ikiiki_proposal": 3,
    "change_request": 2,
    "payment_request": 1,
    "project_report": 2,
    "budget_settlement": 1,
    "retrospective": 2,
    "midterm_review": 2,
}
EACH = pytest.mark.parametrize("key", PAGES)


def sample(key: str) -> dict[str, Any]:
    path = Path(__file__).parent / "samples" / f"{key}.json"
    return check_data(find_form(key), json.loads(path.read_text(encoding="utf-8")))


@EACH
def test_blank_filled_or_numbered_it_keeps_to_its_pages(read: Read, key: str) -> None:
    form, values = find_form(key), sample(key)
    printed = (
        print_form(form, {}, blank=True),
        print_form(form, {}, blank=True, issued=True, sheet_number=NUMBER),
        print_form(form, values),
        print_form(form, values, issued=True, sheet_number=NUMBER),
    )
    assert [read(one.pdf).pages for one in printed] == [PAGES[key]] * 4


@EACH
def test_the_sample_has_all_that_is_required_in_letters_we_have(key: str) -> None:
    printed = print_form(find_form(key), sample(key))
    assert (printed.empty_required, printed.missing_glyphs) == ((), ())


def test_a_blank_request_for_money_has_room_for_the_amount_and_says_it_is_never_corrected(read: Read) -> None:
    paper = read(print_form(find_form("payment_request"), {}, blank=True).pdf)
    assert "請求金額金円" in paper.words()
    assert "請求金額は、訂正することができない。" in paper.words()
    line = next(rule for rule in paper.rules(0) if rule[0] == pytest.approx(66.0, abs=0.2))
    assert line[2] - line[0] == pytest.approx(92.0, abs=0.2)


def test_a_settlement_adds_up_and_writes_what_was_saved_with_a_triangle(read: Read) -> None:
    words = read(print_form(find_form("budget_settlement"), sample("budget_settlement")).pdf).words()
    assert words.count("112,500108,050") == 2
    assert "△6,400" in words


def test_a_change_stands_beside_what_it_changes(read: Read) -> None:
    words = read(print_form(find_form("change_request"), sample("change_request")).pdf).words(1)
    places = [
        words.index(part) for part in ("変更前", "変更後", "11月14日", "11月28日", "112,500円104,000円")
    ]
    assert places == sorted(places)


def test_a_blank_list_of_officers_has_ten_rows_and_the_choice_to_ring(read: Read) -> None:
    words = read(print_form(find_form("officers_list"), {}, blank=True).pdf).words()
    assert words.count("在住・在勤・在学") == 10


def test_a_retrospective_without_answers_asks_what_the_handbook_asks(read: Read) -> None:
    words = read(print_form(find_form("retrospective"), {"title": "みどりの学校"}).pdf).words()
    for point, question in EVALUATION_POINTS:
        assert squash(point) in words
        assert squash(question) in words
    assert all(principle in words for principle in PRINCIPLES)


@pytest.mark.parametrize("key", ["applicant_profile", "officers_list", "payment_request"])
def test_papers_with_persons_or_accounts_say_that_they_want_care(read: Read, key: str) -> None:
    paper = read(print_form(find_form(key), sample(key)).pdf)
    assert all("取扱注意" in paper.words(page) for page in range(paper.pages))
