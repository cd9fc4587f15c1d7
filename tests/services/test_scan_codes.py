"""The numbers of sheets: written and read in one place, typed in any width, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.programmes.receipt import ReceiptNumber
from kyodo_desktop.records.sheet_codes import SheetCode, SheetNumber, read_page_code, read_typed_sheet
from kyodo_desktop.services.scanning.codes import Unknown, read_printed, read_typed
from tests.services.scans import programmes

CODES = st.builds(
    SheetCode,
    st.builds(SheetNumber, st.integers(1868, 2999), st.integers(1, 999_999)),
    st.integers(1, 9999),
)
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {" ": "　"})


def test_a_sheet_is_written_as_it_is_printed() -> None:
    code = SheetCode(SheetNumber(2026, 12), 2)
    assert (str(code.number), str(code)) == ("2026-S-00012", "2026-S-00012/2")


@given(CODES)
def test_what_is_printed_is_read_back(code: SheetCode) -> None:
    assert read_page_code(str(code)) == code
    assert read_typed_sheet(str(code)) == code
    assert read_typed_sheet(str(code).translate(WIDE).lower()) == code
    assert read_typed_sheet(str(code.number)) == SheetCode(code.number, None)


@given(st.text(max_size=30) | st.text("0123456789-/Ss２－Ｓ", max_size=18))
def test_no_other_text_is_taken_for_a_printed_code(text: str) -> None:
    code = read_page_code(text)
    assert code is None or str(code) == text


@pytest.mark.parametrize(
    "text",
    [
        "２０２６-Ｓ-12",
        "r8-s-12",
        "Ｒ８－Ｓ－００１２",
        " 2026 S 12 ",
        "令和8年度 S 12",
        "2026―S―00012",
        "2026s12",
    ],
)
def test_a_typed_number_is_read_in_any_width(text: str) -> None:
    assert read_typed(text, programmes()) == SheetCode(SheetNumber(2026, 12), None)


def test_a_typed_page_and_a_typed_receipt_are_read() -> None:
    assert read_typed("２０２６－Ｓ－１２／３", programmes()) == SheetCode(SheetNumber(2026, 12), 3)
    assert read_typed("令8 提 3", programmes()) == ReceiptNumber(2026, "T", 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "S-12",
        "8-S-12",
        "2026-S-0",
        "2026-S-12/0",
        "2026-Q-12",
        "平成40年度-S-1",
        "2026-S-12-3",
        "2026-T-0",
    ],
)
def test_anything_else_is_unknown_and_says_so(text: str) -> None:
    read = read_typed(text, programmes())
    assert isinstance(read, Unknown)
    assert read.sentence == f"「{text}」は番号として読めません。2026-S-12 のように打ってください。"


@pytest.mark.parametrize(
    "text",
    [
        "2026-S-12/2",
        "2026-S-00012",
        "２０２６-S-00012/2",
        "2026-s-00012/2",
        "2026-S-00012/02",
        " 2026-S-00012/2",
        "2026-S-000012/1",
        "R8-T-3",
        "2026-T-3",
        "2026-Z-003",
        "None",
    ],
)
def test_a_code_that_is_not_to_the_character_ours_is_nobodys(text: str) -> None:
    assert read_printed(text, programmes()) is None


def test_a_long_or_odd_text_is_shown_short_and_plain() -> None:
    read = read_typed("\u202e番号\n" + "長" * 100, programmes())
    assert isinstance(read, Unknown)
    assert read.sentence == f"「番号 {'長' * 37}…」は番号として読めません。2026-S-12 のように打ってください。"
