"""The papers look as the pictures that were looked at and kept: docs/forms, made by `make sample-book`."""

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kyodo_desktop.forms.catalogue import all_forms
from kyodo_desktop.forms.form import Form

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "installer"))

import sample_book  # noqa: E402

PAPERS = [(form, kind) for form in all_forms() for kind in sample_book.kinds_of(form)]
ANOTHER_GREY = 48
"""By so much of 255 a dot has to differ: less is how another machine rounds."""
MOST_DOTS = 20
"""A comma has more, and so has a rule that moved by a dot (0.23 mm); frames hold to 0.2 mm by other tests."""
MM = 25.4 / sample_book.DOTS_PER_INCH


def difference(drawn: Image.Image, kept: Image.Image) -> tuple[int, str]:
    """Return in how many dots two pictures differ, and where, in millimetres."""
    if drawn.size != kept.size:
        return drawn.width * drawn.height, f"a page of {drawn.size} and not {kept.size} dots"
    apart = ImageChops.difference(drawn, kept)
    unlike = apart.point([255 if value > ANOTHER_GREY else 0 for value in range(256)])
    count, box = unlike.histogram()[255], unlike.getbbox()
    if box is None:
        return 0, "nowhere"
    left, top, right, bottom = (round(edge * MM, 1) for edge in box)
    return count, f"between ({left}, {top}) and ({right}, {bottom}) mm, by {apart.getextrema()[1]} of 255"


@pytest.mark.parametrize(("form", "kind"), PAPERS, ids=[f"{form.key}-{kind}" for form, kind in PAPERS])
def test_a_paper_looks_as_its_kept_picture(tmp_path: Path, form: Form, kind: str) -> None:
    path = sample_book.picture_of(form, kind)
    assert path.is_file(), f"{path.name} is not kept: make sample-book, look at it"
    drawn = sample_book.first_page(form, kind)
    with Image.open(path) as kept:
        count, where = difference(drawn, kept.convert("L"))
    if count > MOST_DOTS:
        seen = tmp_path / path.name
        sample_book.keep_picture(drawn, seen)
        pytest.fail(f"{form.key}, {kind}: {count} dots differ {where}; drawn now: {seen}", pytrace=False)


def test_no_picture_is_kept_of_a_paper_that_is_not_there() -> None:
    wanted = {sample_book.picture_of(form, kind).name for form, kind in PAPERS}
    assert {path.name for path in sample_book.PLACE.glob("*.png")} == wanted


def test_a_comma_and_a_rule_that_moved_by_a_dot_are_seen() -> None:
    paper = Image.new("L", (200, 200), 255)
    comma, rule = paper.copy(), paper.copy()
    comma.paste(0, (50, 50, 55, 56))
    rule.paste(128, (0, 100, 200, 101))
    for other in (comma, rule):
        assert difference(paper, other)[0] > MOST_DOTS
    grain = paper.point(lambda value: value - 40)
    assert difference(paper, grain)[0] == 0
