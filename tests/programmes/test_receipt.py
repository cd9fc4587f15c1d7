"""Receipt numbers: written one way, read the many ways people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.receipt import ReceiptNumber, read_receipt

PROGRAMMES = files.load_all()
ALIASES = {one.letter: one.alias for one in PROGRAMMES}
FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {" ": "　"})


@pytest.mark.parametrize(
    "typed",
    [
        "2026-T-003",
        "2026-T-3",
        "2026-t-3",
        "R8-T-3",
        "r8 t 3",
        "令8 提 3",
        "令8提3",
        "令和8年度 提 3",
        "令和８年度　提　３",
        "令和8年度提第3号",
        "２０２６－Ｔ－００３",
        "2026‐T‐003",
        " 2026ーTー3 ",
    ],
)
def test_what_people_type_is_read(typed: str) -> None:
    assert str(read_receipt(typed, PROGRAMMES)) == "2026-T-003"


@pytest.mark.parametrize("typed", ["", "T-3", "2026-T", "2026-X-3", "平成40年度 提 3", "2026-T-3-1", "花壇"])
def test_what_is_no_receipt_number_is_none(typed: str) -> None:
    assert read_receipt(typed, PROGRAMMES) is None


def test_four_digits_stay_four() -> None:
    assert str(ReceiptNumber(2026, "I", 1234)) == "2026-I-1234"


numbers = st.builds(
    ReceiptNumber, st.integers(2019, 2100), st.sampled_from(sorted(ALIASES)), st.integers(1, 99_999)
)


@settings(deadline=None)
@given(numbers, st.booleans(), st.booleans())
def test_what_is_written_is_read_back(number: ReceiptNumber, full_width: bool, lower: bool) -> None:
    text = str(number)
    text = text.lower() if lower else text
    assert read_receipt(text.translate(FULL_WIDTH) if full_width else text, PROGRAMMES) == number


@settings(deadline=None)
@given(numbers, st.sampled_from(["", " ", "　", "-", " - "]))
def test_the_words_of_an_office_are_read(number: ReceiptNumber, gap: str) -> None:
    year = format_fiscal_year(number.fiscal_year)
    text = gap.join((year, ALIASES[number.letter], str(number.serial)))
    assert read_receipt(text, PROGRAMMES) == number
