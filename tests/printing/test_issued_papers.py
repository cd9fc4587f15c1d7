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
from kyodo_desktop.records.sheet_codes import SheetCode, SheetNumber
from kyodo_desktop.services.scanning.codes import identify
from kyodo_desktop.services.scanning.reader import read_scans
from tests.printing.conftest import ReadPaper
from tests.services import scans

Read = Callable[[bytes], ReadPaper]

NUMBER = SheetNumber(2026, 12)
SAMPLES = Path(__file__).parent / "samples"
NUMBERED = pytest.mark.parametrize(
    "form", [form for form in all_forms() if form.numbered], ids=lambda form: form.key
)
DRAWN = pytest.mark.parametrize(
    "form", [form for form in all_forms() if form.numbered and form.layout is None], ids=lambda form: form.key
)
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


@NUMBERED
def test_a_number_gives_no_blank_paper_another_page(form: Form) -> None:
    if not form.blank:
        pytest.skip("never handed out to be filled in by hand")
    plain, issued = (
        print_form(form, {}, blank=True, issued=number is not None, sheet_number=number)
        for number in (None, NUMBER)
    )
    assert issued.pages == plain.pages


@NUMBERED
def test_every_page_says_grey_at_200_dpi_which_sheet_it_is(tmp_path: Path, form: Form) -> None:
    pages = scans.scan_of(printed(form, blank=False, number=NUMBER).pdf)
    path = scans.put(tmp_path, "scan.pdf", scans.scanned_pdf(pages))
    told = [identify(page, scans.programmes()) for page in read_scans(path)]
    assert told == [SheetCode(NUMBER, page) for page in range(1, len(pages) + 1)]


@DRAWN
@pytest.mark.parametrize("blank", [True, False], ids=["blank", "filled"])
def test_a_number_stands_in_the_margin_and_moves_nothing(read: Read, form: Form, blank: bool) -> None:
    if blank and not form.blank:
        pytest.skip("never handed out to be filled in by hand")
    plain, issued = (read(printed(form, blank=blank, number=one).pdf) for one in (None, NUMBER))
    assert plain.pages == issued.pages
    for page in range(plain.pages):
        assert plain.frames(page) == issued.frames(page)
        assert plain.rules(page) == issued.rules(page)
        words = f"{NUMBER}{page + 1}ページ"
        assert words in issued.words(page)
        assert issued.words(page).replace(words, "") == plain.words(page)


@pytest.mark.parametrize("edition", ["four", "two"])
def test_a_check_sheet_to_be_signed_is_told_in_both_editions(tmp_path: Path, edition: str) -> None:
    form = find_form("check_sheet")
    values = {**sample_of(form), "edition": edition, "signature_lines": True}
    issued = print_form(form, values, issued=True, sheet_number=NUMBER)
    path = scans.put(tmp_path, "scan.pdf", scans.scanned_pdf(scans.scan_of(issued.pdf)))
    told = [identify(page, scans.programmes()) for page in read_scans(path)]
    assert told == [SheetCode(NUMBER, page) for page in range(1, issued.pages + 1)]


def test_labels_have_no_room_for_a_number_and_carry_none(read: Read) -> None:
    form = find_form("address_labels")
    assert not form.numbered
    assert printed(form, blank=False, number=NUMBER).pdf == printed(form, blank=False, number=None).pdf
