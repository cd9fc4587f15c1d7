"""Issued papers: each page can be told by a scanner, and nothing else has moved for it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kyodo_desktop.forms.catalogue import all_forms, find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheet_codes import SheetNumber
from tests.printing.conftest import ReadPaper

Read = Callable[[bytes], ReadPaper]

NUMBER = SheetNumber(2026, 12)
SAMPLES = Path(__file__).parent / "samples"
TO_THE_FOOT = pytest.mark.parametrize("key", ["budget", "collaboration_survey"])


def sample_of(form: Form) -> dict[str, object]:
    return check_data(form, json.loads((SAMPLES / f"{form.key}.json").read_text(encoding="utf-8")))


def printed(form: Form, *, blank: bool, number: SheetNumber | None) -> PrintedForm:
    return print_form(form, {} if blank else sample_of(form), blank=blank, sheet_number=number)


@TO_THE_FOOT
@pytest.mark.parametrize("blank", [True, False], ids=["blank", "filled"])
def test_a_paper_that_reaches_its_foot_stays_one_page_and_where_it_was(
    read: Read, key: str, blank: bool
) -> None:
    form = find_form(key)
    plain, issued = (read(printed(form, blank=blank, number=one).pdf) for one in (None, NUMBER))
    assert plain.pages == issued.pages == 1
    assert plain.frames(0) == issued.frames(0)
    assert str(NUMBER) in issued.words(0)


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.key)
def test_a_number_gives_no_filled_paper_another_page(form: Form) -> None:
    assert printed(form, blank=False, number=NUMBER).pages == printed(form, blank=False, number=None).pages
