"""宛名ラベル on paper: each on its own label, none clipped."""

from collections.abc import Callable
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import PrintedForm
from tests.printing.conftest import ReadPaper, squash

Read = Callable[[bytes], ReadPaper]

FORM = find_form("address_labels")
SHEETS = {"12": (2, 6, 18.6, 21.6, 86.4, 42.3), "24": (3, 8, 6.0, 12.9, 66.0, 33.9)}
LONG = "小平市内の緑と水と歴史的な建物を末永く守り育ててゆくための市民と学生と事業者の連絡協議会（準備会）"
ADDRESS = "東京都小平市学園東町一丁目１９番１３号　小平市福祉会館内　社会福祉協議会気付　連絡協議会事務局"


def row(name: str = "みどりの会", **more: Any) -> dict[str, Any]:
    return {"postal_code": "1870032", "address": "小平市小川町２－１３３３", "name": name, **more}


def print_labels(rows: list[dict[str, Any]], layout: str = "12", **more: Any) -> PrintedForm:
    return print_form(FORM, check_data(FORM, {"layout": layout, "rows": rows, **more}))


def inked(paper: ReadPaper, layout: str, page: int = 0) -> list[int]:
    """Return the labels of a sheet that are printed on, with nothing but white round each."""
    across, down, left, top, width, height = SHEETS[layout]
    ink = paper.ink(page)
    found = []
    for number in range(across * down):
        x, y = left + number % across * width, top + number // across * height
        if ink.share(x + 2, y + 2, width - 4, height - 4):
            found.append(number + 1)
        for edge in ((x, y, width, 2.0), (x, y + height - 2, width, 2.0)):
            assert ink.share(*edge) == 0
        for edge in ((x, y, 2.0, height), (x + width - 2, y, 2.0, height)):
            assert ink.share(*edge) == 0
    return found


@pytest.mark.parametrize(("layout", "labels"), [("12", 12), ("24", 24)])
def test_a_sheet_holds_its_labels_and_the_next_follows(read: Read, layout: str, labels: int) -> None:
    paper = read(print_labels([row(f"団体その{n}番") for n in range(1, labels + 4)], layout).pdf)
    assert paper.pages == 2
    assert paper.size() == pytest.approx((210, 297), abs=0.1)
    assert inked(paper, layout) == list(range(1, labels + 1))
    assert inked(paper, layout, 1) == [1, 2, 3]
    assert all(f"団体その{n}番御中" in paper.words() for n in range(1, labels + 4))


@pytest.mark.parametrize("layout", ["12", "24"])
def test_a_sheet_in_use_is_begun_at_its_first_free_label(read: Read, layout: str) -> None:
    paper = read(print_labels([row(), row()], layout, start_at=5).pdf)
    assert inked(paper, layout) == [5, 6]


def test_label_has_code_address_and_body(read: Read) -> None:
    words = read(print_labels([row()]).pdf).words()
    assert words == "〒187-0032小平市小川町２－１３３３みどりの会御中"


def test_a_person_is_addressed_with_sama_and_the_body_without(read: Read) -> None:
    words = read(print_labels([row(person="会長　髙橋 𠮷美")]).pdf).words()
    assert words.endswith("みどりの会会長髙橋𠮷美様")
    assert "御中" not in words


@pytest.mark.parametrize("layout", ["12", "24"])
@pytest.mark.parametrize("person", ["", "特命担当共同代表理事　長宗我部 龍之介"])
def test_long_names_and_addresses_stay_whole_on_their_label(read: Read, layout: str, person: str) -> None:
    paper = read(print_labels([row(LONG, address=ADDRESS, person=person)] * 2, layout).pdf)
    assert paper.pages == 1
    assert inked(paper, layout) == [1, 2]
    assert paper.words().count(LONG) == 2
    assert paper.words().count(squash(ADDRESS)) == 2


@pytest.mark.parametrize("layout", ["12", "24", "envelope"])
@pytest.mark.parametrize("name", ["name", "address", "person"])
def test_what_no_label_holds_stands_whole_on_a_page_of_its_own(read: Read, layout: str, name: str) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(4_000))
    paper = read(print_labels([row(**{name: text}), row("次の会")], layout).pdf)
    assert set(text) <= set(paper.words())
    assert "次の会御中" in paper.words()
    if layout in SHEETS:
        assert inked(paper, layout) == [1, 2]


@pytest.mark.parametrize("layout", ["12", "24"])
def test_words_without_a_break_stay_on_their_label(read: Read, layout: str) -> None:
    paper = read(print_labels([row("W" * 400, address="W" * 400), row()], layout).pdf)
    assert inked(paper, layout) == [1, 2]


def test_envelope_has_one_address_each(read: Read) -> None:
    paper = read(print_labels([row(), row("次の会")], "envelope").pdf)
    assert paper.pages == 2
    assert paper.size() == pytest.approx((235, 120), abs=0.1)
    assert paper.words(1) == "〒187-0032小平市小川町２－１３３３次の会御中"


def test_a_missing_address_is_named_by_its_row() -> None:
    assert print_labels([row(), row(address="")]).empty_required == ("宛先の2行目の所在地",)


def test_nobody_to_write_to_is_told() -> None:
    assert print_labels([]).empty_required == ("宛先",)
