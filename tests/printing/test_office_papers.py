"""The papers inside the office, and evaluations: sums, the handbook's words, long registers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.handbook_points import EVALUATION_POINTS, JUDGEMENT_POINTS, PRINCIPLES
from kyodo_desktop.forms.personal import personal_content
from kyodo_desktop.forms.selection_criteria import CRITERIA, FULL
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.printing.press import print_form
from tests.printing.conftest import ReadPaper, squash

Read = Callable[[bytes], ReadPaper]
SAMPLES = Path(__file__).parent / "samples"


def sample(key: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SAMPLES / f"{key}.json").read_text(encoding="utf-8"))
    return data


def print_values(key: str, data: dict[str, Any]) -> bytes:
    form = find_form(key)
    return print_form(form, check_data(form, data)).pdf


def print_blank(key: str) -> bytes:
    return print_form(find_form(key), {}, blank=True).pdf


def test_the_example_criteria_make_a_hundred_points_and_stand_on_the_blank_sheet(read: Read) -> None:
    def number(text: str) -> int:
        return int(with_digits(text, Digits.HALF))

    assert sum(number(FULL) * number(weight) for _item, _text, weight in CRITERIA) == 100
    words = read(print_blank("score_sheet")).words()
    assert [item for item, _text, _weight in CRITERIA if squash(item) not in words] == []


def test_a_member_sheet_adds_up_what_was_given(read: Read) -> None:
    data = sample("score_sheet")
    total = sum(row["score"] for row in data["criteria"])
    assert f"合計{total}" in read(print_values("score_sheet", data)).words()


def test_a_proposal_stands_once_beside_the_marks_of_all_members(read: Read) -> None:
    data = sample("score_summary")
    words = read(print_values("score_summary", data)).words()
    for number in {row["receipt_number"] for row in data["scores"]}:
        assert words.count(number) == 1
    members = {squash(row["member_name"]) for row in data["scores"]}
    assert [name for name in members if words.count(name) != 3] == []


def test_two_lines_of_a_cell_are_as_large_as_their_row_allows_and_the_row_stays(read: Read) -> None:
    def register(**told: str) -> ReadPaper:
        entry = {
            "receipt_number": "2026-T-001",
            "received_on": "2026-05-22",
            "received_time": "午前10時",
            **told,
        }
        return read(print_values("reception_register", {"fiscal_year": 2026, "entries": [entry]}))

    paper = register(title="ひとり暮らしの高齢者の見守りと茶話会")
    assert paper.frames(0) == register(title="茶話会").frames(0)
    sizes: dict[str, float] = {}

    def look(text: str, _user: Any, matrix: Any, _font: Any, size: float) -> None:
        sizes.update({squash(text): size * matrix[0]} if text.strip() else {})

    paper.reader.pages[0].extract_text(visitor_text=look)
    lines = [size for text, size in sizes.items() if text in ("ひとり暮らしの高齢者の", "見守りと茶話会")]
    assert lines
    assert min(lines) >= 8


def test_a_long_register_carries_its_head_on_every_page(read: Read) -> None:
    data = sample("reception_register")
    data["entries"] = [{**data["entries"][0], "receipt_number": f"2026-T-{n:03}"} for n in range(1, 61)]
    paper = read(print_values("reception_register", data))
    assert paper.pages > 3
    for page in range(paper.pages - 1):
        assert "受付番号文書番号" in paper.words(page)
    words = paper.words()
    assert [n for n in range(1, 61) if words.count(f"2026-T-{n:03}") != 1] == []


@pytest.mark.parametrize("key", ["evaluation_self_partner", "evaluation_self_department", "evaluation_joint"])
def test_a_blank_evaluation_asks_for_the_handbooks_points_and_principles(read: Read, key: str) -> None:
    words = read(print_blank(key)).words()
    wanted = [*("".join(pair) for pair in EVALUATION_POINTS), *PRINCIPLES]
    assert [part for part in wanted if squash(part) not in words] == []


def test_an_opinion_is_asked_on_the_handbooks_points(read: Read) -> None:
    words = read(print_blank("department_opinion")).words()
    assert [part for pair in JUDGEMENT_POINTS for part in pair if squash(part) not in words] == []


def test_what_is_published_names_no_person() -> None:
    form = find_form("evaluation_public")
    assert personal_content(form, check_data(form, sample("evaluation_public"))) is None


def test_a_survey_has_rows_for_new_entries_beside_those_of_the_year_before(read: Read) -> None:
    data = sample("collaboration_survey")
    del data["new_entries"]
    paper = read(print_values("collaboration_survey", data))
    assert "２新しい取組事業名称" in paper.words()
    lowest = [box for box in paper.frames(0) if box.top + box.height > 120]
    assert any(box.height == pytest.approx(8 + 3 * 9, abs=0.1) for box in lowest)
