"""Numbers with a check digit: 法人番号, which is kept, and マイナンバー, which is refused."""

import pytest

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.corporate_number import is_corporate_number, normalise_corporate_number
from kyodo_desktop.japanese.my_number import holds_my_number


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("5835678256246", True),
        ("7000012050002", True),
        ("8000020130001", True),
        ("1000012160145", True),
        ("1000020132110", False),
        ("2000020132110", True),
        ("700001205000", False),
        ("７000012050002", False),
        ("", False),
    ],
)
def test_a_corporate_number_is_known_by_its_first_digit(number: str, is_one: bool) -> None:
    assert is_corporate_number(number) is is_one


@pytest.mark.parametrize(
    "typed",
    [
        "7000012050002",
        "７００００１２０５０００２",
        "7-0000-1205-0002",
        " 7 0000 1205 0002",
        "T7000012050002",
    ],
)
def test_a_corporate_number_is_taken_however_it_is_typed(typed: str) -> None:
    assert normalise_corporate_number(typed) == "7000012050002"


def test_no_corporate_number_is_none() -> None:
    assert normalise_corporate_number(" 　") == ""


@pytest.mark.parametrize(
    ("typed", "words"), [("1000020132110", "検査用の数字"), ("70000120500", "13けた"), ("七", "13けた")]
)
def test_a_wrong_corporate_number_is_said(typed: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as refusal:
        normalise_corporate_number(typed)
    assert refusal.value.field == "corporate_number"


@pytest.mark.parametrize(
    "text",
    [
        "123456789018",
        "１２３４５６７８９０１８",
        "1234-5678-9018",
        "1234 5678 9018",
        "1234　5678　9018",
        "会長の番号は1234‐5678‐9018、内緒です",
        "電話042-346-9809 123456789018",
    ],
)
def test_a_persons_number_is_found_in_any_text(text: str) -> None:
    assert holds_my_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "123456789012",
        "7000012050002",
        "0423469809",
        "042-346-9809",
        "12345678901",
        "1234567890123",
        "2026-11-24",
        "",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not holds_my_number(text)
