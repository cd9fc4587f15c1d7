"""The list on paper: every cell of the handbook's 168 entries, its header on every page, its merged cells."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import PrintedForm
from tests.printing.conftest import Box, ReadPaper, squash

Read = Callable[[bytes], ReadPaper]

_HEADS = "番号課名事業名称協働相手（団体名）協働形態"
_PAGE_ROOM = 277.0


def entries() -> list[dict[str, Any]]:
    return list(resources.read_json("collaborations/2018.json")["entries"])


def rows_of(entry: dict[str, Any]) -> list[dict[str, Any]]:
    labels = {one["key"]: one["label"] for one in resources.read_toml("collaboration_forms.toml")["form"]}
    return [
        {
            "number": entry["number"],
            "departments": "・".join(entry["departments"]),
            "title": entry["title"],
            "partner": cell["text"],
            "collaboration_form": labels[cell["form"]],
            **({} if position else {k: entry[k] for k in ("note", "note_doubtful") if k in entry}),
        }
        for position, cell in enumerate(entry["participations"])
    ]


def print_list(**data: Any) -> PrintedForm:
    form = find_form("collaboration_list")
    return print_form(form, check_data(form, {"fiscal_year": "平成３０年度", **data}))


def row(number: int = 1, title: str = "事業", partner: str = "団体", **more: Any) -> dict[str, Any]:
    return {"number": number, "title": title, "partner": partner, "collaboration_form": "協力"} | more


def flowing(paper: ReadPaper) -> str:
    """Return the words of all pages without running titles and page numbers."""
    pages = []
    for number in range(paper.pages):
        words = paper.words(number).removesuffix(f"{number + 1}/{paper.pages}")
        pages.append(words.split("（続き）", 1)[-1] if number else words)
    return "".join(pages)


@pytest.fixture(scope="module")
def whole_pdf() -> bytes:
    data = resources.read_json("collaborations/2018.json")
    return print_list(
        preface=data["preface"], rows=[one for entry in data["entries"] for one in rows_of(entry)]
    ).pdf


@pytest.fixture
def whole(whole_pdf: bytes, read: Read) -> ReadPaper:
    return read(whole_pdf)


def test_every_cell_of_the_168_entries_stands_beside_its_number(whole: ReadPaper) -> None:
    words = whole.words()
    at = 0
    for entry in entries():
        mark = "注１" if "note" in entry else ""
        cells = "".join(one["partner"] + one["collaboration_form"] for one in rows_of(entry))
        wanted = squash(f"{entry['number']}{mark}{'・'.join(entry['departments'])}{entry['title']}{cells}")
        at = words.find(wanted, at)
        assert at >= 0, wanted


def test_title_and_preface_stand_on_the_first_page_as_in_the_handbook(whole: ReadPaper) -> None:
    data = resources.read_json("collaborations/2018.json")
    first = whole.words(0)
    assert first.startswith(squash(data["title"]))
    assert squash(data["preface"]) in first
    assert squash(data["preface"]) not in "".join(whole.words(n) for n in range(1, whole.pages))


def test_seven_pages_of_a4_each_with_header_and_page_number(whole: ReadPaper) -> None:
    assert whole.pages == 7
    for number in range(whole.pages):
        assert whole.size(number) == pytest.approx((210, 297), abs=0.1)
        words = whole.words(number)
        assert words.count(_HEADS) == 1
        assert words.endswith(f"{number + 1}/7")
        assert ("（続き）" in words) == (number > 0)


def test_frame_and_columns_are_where_the_pattern_has_them(whole: ReadPaper) -> None:
    edges = [25.0, 35.4, 76.4, 120.6, 171.1, 190.0]
    for number in range(whole.pages):
        [frame] = whole.frames(number)
        assert frame.x == pytest.approx(25.0, abs=0.01)
        assert frame.width == pytest.approx(165.0, abs=0.01)
        assert frame.top + frame.height <= _PAGE_ROOM + 0.01
        if number:
            assert frame.top == pytest.approx(31.0, abs=0.01)
        upright = sorted({round(x, 1) for x, y, to_x, to_y in whole.rules(number) if x == to_x})
        assert upright == edges[1:-1]
        head = [y for x, y, to_x, to_y in whole.rules(number) if y == to_y and to_x - x > 164]
        assert any(y == pytest.approx(frame.top + 8, abs=0.01) for y in head)


def test_43_44_and_65_have_two_cells_under_one_number(read: Read) -> None:
    chosen = [entry for entry in entries() if entry["number"] in (43, 44, 65)]
    paper = read(print_list(rows=[one for entry in chosen for one in rows_of(entry)]).pdf)
    across = [(x, to_x) for x, y, to_x, to_y in paper.rules(0) if y == to_y]
    assert sum(1 for x, to_x in across if x == pytest.approx(120.6, abs=0.01)) == 3
    # One under the head and one between each two entries run the whole width.
    assert sum(1 for x, to_x in across if x == pytest.approx(25, abs=0.01)) == 3
    words = paper.words()
    for number in ("43文化スポーツ課木彫", "44文化スポーツ課展覧会", "65環境政策課"):
        assert words.count(number) == 1


def test_a_doubtful_note_stands_under_its_page_and_says_that_it_is_doubtful(whole: ReadPaper) -> None:
    page = next(n for n in range(whole.pages) if "119注１" in whole.words(n))
    assert "注１開催行事は基本的に「共催」扱い（要確認）" in whole.words(page)
    assert whole.words().count("開催行事は基本的に") == 1


def test_a_long_note_follows_the_table_whole(read: Read) -> None:
    note = "".join(f"備考その{n}。" for n in range(2000))
    paper = read(print_list(rows=[row(note=note), row(2)]).pdf)
    assert paper.pages > 3
    assert f"注１{note}" in flowing(paper)


@pytest.mark.parametrize("field", ["title", "partner", "departments", "collaboration_form"])
def test_a_row_higher_than_a_page_is_split_and_loses_nothing(read: Read, field: str) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(10_000))
    paper = read(print_list(rows=[row(1), row(2, **{field: text}), row(3)]).pdf)
    assert paper.pages > 2
    for number in range(paper.pages):
        [frame] = paper.frames(number)
        assert frame.top + frame.height <= _PAGE_ROOM + 0.01
        assert _HEADS in paper.words(number)
    assert set(text) <= set(paper.words())


def test_rows_are_whole_on_one_page(read: Read) -> None:
    rows = [row(n, partner="\n".join(f"相手{n}の{m}" for m in range(7))) for n in range(1, 60)]
    paper = read(print_list(rows=rows).pdf)
    pages = [paper.words(n) for n in range(paper.pages)]
    for one in rows:
        assert sum(squash(one["partner"]) in words for words in pages) == 1


def test_a_filtered_list_says_so_under_the_title(read: Read) -> None:
    paper = read(print_list(excerpt="抜粋　27件", rows=[row()]).pdf)
    assert paper.words().startswith("協働や連携の取組一覧（平成３０年度）抜粋27件番号")


def test_very_long_front_matter_flows_before_the_table(read: Read) -> None:
    text = "前書き" * 3000
    paper = read(print_list(preface=text, fiscal_year="年" * 10_000, rows=[row()]).pdf)
    assert paper.words().count("前") >= 3000
    assert paper.words().count("年") >= 10_000
    assert "1事業団体協力" in paper.words(paper.pages - 1)


def test_what_looks_like_markup_is_printed_as_typed(read: Read) -> None:
    typed = '<img src="file:///etc/passwd"/> &amp; <b>太字</b>'
    paper = read(print_list(rows=[row(title=typed, partner=typed)]).pdf)
    assert paper.words().count(squash(typed)) == 2


def test_empty_required_fields_are_named_and_the_paper_still_comes(read: Read) -> None:
    form = find_form("collaboration_list")
    printed = print_form(form, check_data(form, {"rows": [{"number": 1}]}))
    assert printed.empty_required == (
        "年度",
        "取組の番号1の課名",
        "取組の番号1の事業名称",
        "取組の番号1の協働相手（団体名）",
        "取組の番号1の協働形態",
    )
    assert read(printed.pdf).pages == 1


@pytest.mark.parametrize("text", ["W" * 3000, "㍿" * 3000])
def test_long_words_stay_inside_the_frame(read: Read, text: str) -> None:
    names = ("title", "partner", "departments", "collaboration_form", "note")
    paper = read(print_list(preface=text, excerpt=text, rows=[row(**dict.fromkeys(names, text))]).pdf)
    for page in range(paper.pages):
        assert paper.ink(page).share(191.5, 5, 17, 290) == 0


def test_a_list_without_entries_is_room_to_write(read: Read) -> None:
    printed = print_list()
    paper = read(printed.pdf)
    assert printed.empty_required == ("取組",)
    level = sorted(y for x, y, to_x, to_y in paper.rules(0) if y == to_y and to_x - x > 164)
    assert len(level) == 24
    assert all(below - above >= 8 for above, below in pairwise(level))


def test_a_huge_number_stays_in_its_column(read: Read) -> None:
    paper = read(print_list(rows=[row(10**40)]).pdf)
    assert str(10**40) in paper.words()
    assert paper.ink(0).share(10, 36, 14, 60) == 0


def test_a_number_higher_than_a_page_goes_on_over_the_next(read: Read) -> None:
    paper = read(print_list(rows=[row(int("7" * 3000)), row(2, "夕市")]).pdf)
    assert paper.words().count("7") >= 3000
    assert "夕市" in paper.words()
    for number in range(paper.pages):
        [frame] = paper.frames(number)
        assert frame.top + frame.height <= _PAGE_ROOM + 0.01


def test_the_same_data_gives_the_same_bytes() -> None:
    assert print_list(rows=[row()]).pdf == print_list(rows=[row()]).pdf


def test_a_letter_that_no_font_has_is_named_with_its_field() -> None:
    printed = print_list(rows=[row(partner="渡邉󠄂商店")])
    assert any("協働相手" in one for one in printed.missing_glyphs)


def test_frames_do_not_overlap_the_page_number(whole: ReadPaper) -> None:
    for number in range(whole.pages):
        boxes: list[Box] = whole.frames(number)
        assert all(box.top + box.height < 283 for box in boxes)
