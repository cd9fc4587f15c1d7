"""Every paper there is: all fields stand on it, nothing is lost, nothing is markup, blank or filled."""

from collections.abc import Callable
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import all_forms
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.sheet_codes import SheetNumber
from tests.printing.conftest import ReadPaper, squash
from tests.printing.papers import (
    Sheets,
    Tokens,
    fonts_without_file,
    long_text,
    text_fields,
    with_text,
)

Read = Callable[[bytes], ReadPaper]

EVERY = pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.key)
OF_BLOCKS = pytest.mark.parametrize(
    "form", [form for form in all_forms() if form.layout is not None], ids=lambda form: form.key
)
"""The others have tests of their own for what hangs on how they are drawn."""


def filled(form: Form) -> tuple[Tokens, dict[str, Any]]:
    tokens = Tokens(form)
    return tokens, check_data(form, tokens.values)


@OF_BLOCKS
def test_every_field_stands_on_the_paper(read: Read, form: Form) -> None:
    tokens, values = filled(form)
    words = read(print_form(form, values).pdf).words()
    found = [(one.field, one.found(words)) for one in tokens.expected]
    assert found == [(one.field, one.times) for one in tokens.expected]


@EVERY
def test_blank_or_filled_every_font_is_carried_along(form: Form) -> None:
    _tokens, values = filled(form)
    assert fonts_without_file(print_form(form, values).pdf) == []
    if form.blank:
        assert fonts_without_file(print_form(form, {}, blank=True).pdf) == []


@OF_BLOCKS
@pytest.mark.usefixtures("qapp")
def test_words_keep_away_from_the_edge(form: Form) -> None:
    _tokens, values = filled(form)
    issued = print_form(form, values, issued=True, sheet_number=SheetNumber(2026, 12))
    assert Sheets(issued.pdf).beyond_margins() == []
    assert Sheets(print_form(form, {}, blank=True).pdf).beyond_margins() == []


@EVERY
def test_the_same_values_make_the_same_bytes(form: Form) -> None:
    _tokens, values = filled(form)
    assert print_form(form, values).pdf == print_form(form, values).pdf


@EVERY
def test_a_blank_paper_prints_and_misses_nothing(read: Read, form: Form) -> None:
    if not form.blank:
        pytest.skip("never handed out to be filled in by hand")
    printed = print_form(form, {}, blank=True)
    assert printed.empty_required == ()
    assert read(printed.pdf).words(0)


@OF_BLOCKS
@pytest.mark.usefixtures("qapp")
def test_ten_thousand_letters_in_every_text_lose_nothing(form: Form) -> None:
    _tokens, values = filled(form)
    text, paths = long_text(), list(text_fields(form.fields))
    for path in paths:
        values = with_text(values, path, text)
    sheets = Sheets(print_form(form, values).pdf)
    count = sheets.letters()
    lost = [letter for letter in text if count[letter] < len(paths)]
    assert lost == []
    assert sheets.beyond_margins() == []


@OF_BLOCKS
def test_what_is_typed_is_never_markup_nor_a_place(read: Read, form: Form) -> None:
    typed = "<b>&amp;<img src=x>{title}{unknown}％"
    _tokens, values = filled(form)
    paths = list(text_fields(form.fields))
    for path in paths:
        values = with_text(values, path, typed)
    words = read(print_form(form, values).pdf).words()
    assert words.count(squash(typed)) >= len(paths)


@OF_BLOCKS
def test_empty_places_and_strange_letters_still_print(read: Read, form: Form) -> None:
    _tokens, values = filled(form)
    for path in text_fields(form.fields):
        values = with_text(values, path, "葛\U000e0100城𠮷田\x07㋿🌸\r\n\t髙﨑")
    assert "𠮷" in read(print_form(form, values).pdf).words() or not list(text_fields(form.fields))
