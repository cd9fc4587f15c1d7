"""Every paper there is: all fields stand on it, nothing is lost, nothing is markup, blank or filled."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kyodo_desktop.forms.blocks import Boxes, Grid, Table
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

EXACT = 0.2
"""How far, in mm, a line may be from where the layout has it."""
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
@pytest.mark.parametrize("blank", [True, False], ids=["blank", "filled"])
def test_rules_and_frames_stand_where_the_text_area_ends(read: Read, form: Form, blank: bool) -> None:
    """To 0.2 mm: what has boxes or tables reaches from one edge to the other, and nothing goes beyond."""
    assert form.layout is not None
    if blank and not form.blank:
        pytest.skip("never handed out to be filled in by hand")
    paper = read(print_form(form, {} if blank else filled(form)[1], blank=blank).pdf)
    left, right = form.layout.paper.area[:2]
    edges = [edge for page in range(paper.pages) for edge in sides(paper, page)]
    assert min(edges) >= left - EXACT
    assert max(edges) <= right + EXACT
    if any(isinstance(block, Boxes | Table | Grid) for block in form.layout.blocks):
        assert min(edges) == pytest.approx(left, abs=EXACT)
        assert max(edges) == pytest.approx(right, abs=EXACT)


def sides(paper: ReadPaper, page: int) -> Iterator[float]:
    """Yield where rules and frames of a page begin and end, in mm from the left; the marks of seals aside."""
    for box in paper.frames(page):
        yield from (box.x, box.x + box.width)
    for x, y, to_x, to_y in paper.rules(page):
        if abs(y - to_y) < EXACT:
            yield from (x, to_x)


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
    """A name with variation selector, a bell, an emoji: each field prints what there is a glyph for."""
    _tokens, values = filled(form)
    paths = list(text_fields(form.fields))
    for path in paths:
        values = with_text(values, path, "葛\U000e0100城𠮷田\x07㋿🌸\r\n\t髙﨑")
    printed = print_form(form, values)
    words = read(printed.pdf).words()
    for letter in ("葛\U000e0100", "𠮷", "㋿", "髙", "﨑"):
        assert words.count(letter) >= len(paths)
    assert "\x07" not in words
    assert bool(paths) == any("🌸" in missing for missing in printed.missing_glyphs)
