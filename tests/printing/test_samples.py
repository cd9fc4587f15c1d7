"""The sample book's papers: each is filled in wholly, with letters that our fonts have."""

import json
from pathlib import Path

import pytest

from kyodo_desktop.forms.catalogue import all_forms, find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form

SAMPLES = Path(__file__).parent / "samples"


def test_every_paper_has_its_sample_and_no_sample_lacks_its_paper() -> None:
    assert sorted(path.stem for path in SAMPLES.glob("*.json")) == [form.key for form in all_forms()]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_a_sample_leaves_nothing_empty_that_is_required(path: Path) -> None:
    form = find_form(path.stem)
    values = check_data(form, json.loads(path.read_text(encoding="utf-8")))
    printed = print_form(form, values)
    assert printed.empty_required == ()
    assert printed.missing_glyphs == ()
