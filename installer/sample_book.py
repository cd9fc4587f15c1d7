"""Makes the sample book of docs/forms anew: page 1 of every paper, blank and filled, as pictures.

`make sample-book`. What stands on the filled ones is invented: tests/printing/samples. The tests hold the
papers against these pictures (tests/printing/test_sample_book.py): look at them before they are kept.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from kyodo_desktop.forms.catalogue import all_forms
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import FORM_GROUP_LABELS
from kyodo_desktop.records.sheet_codes import SheetNumber

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "docs" / "forms"
SAMPLES = ROOT / "tests" / "printing" / "samples"
DOTS_PER_INCH = 110
BLANK, FILLED = "blank", "filled"
_POINTS_PER_INCH = 72
_GREYS = 16
_SHEET = SheetNumber(2026, 12)
_HEAD = """# 様式の見本帳

どの様式も１枚目だけを載せています。団体、人、文書番号は架空です。`make sample-book` で作り直せます。
"""


def main() -> int:
    """Write the pictures and the book's contents; say which paper has no sample."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for picture in PLACE.glob("*.png"):
        picture.unlink()
    missing = [form.key for form in all_forms() if not sample_of(form).is_file()]
    for form in all_forms():
        for kind in kinds_of(form):
            keep_picture(first_page(form, kind), picture_of(form, kind))
    (PLACE / "README.md").write_text(_contents(), encoding="utf-8")
    for key in missing:
        print(f"no sample of {key}: write {SAMPLES.relative_to(ROOT) / key}.json", file=sys.stderr)
    return 1 if missing else 0


def sample_of(form: Form) -> Path:
    """Return where the values lie that a form is filled in with."""
    return SAMPLES / f"{form.key}.json"


def kinds_of(form: Form) -> Iterator[str]:
    """Give the kinds of paper that a form is shown as."""
    if form.blank:
        yield BLANK
    if sample_of(form).is_file():
        yield FILLED


def picture_of(form: Form, kind: str) -> Path:
    """Return where a form's picture is kept."""
    return PLACE / f"{form.key}-{kind}.png"


def first_page(form: Form, kind: str) -> Image.Image:
    """Return page 1 of a form as it looks on paper, in 16 greys."""
    if kind == BLANK:
        pdf = print_form(form, {}, blank=True).pdf
    else:
        values = check_data(form, json.loads(sample_of(form).read_text(encoding="utf-8")))
        pdf = print_form(form, values, sheet_number=_SHEET).pdf
    document = PdfDocument(pdf)
    drawn = document[0].render(scale=DOTS_PER_INCH / _POINTS_PER_INCH, grayscale=True).to_pil()
    picture = drawn.point([round(value / 255 * (_GREYS - 1)) * 255 // (_GREYS - 1) for value in range(256)])
    document.close()
    return picture


def keep_picture(picture: Image.Image, path: Path) -> None:
    """Write a picture of 16 greys as small as it can be."""
    step = 255 // (_GREYS - 1)
    small = picture.point([value // step for value in range(256)])
    small.putpalette([value * step for value in range(_GREYS) for _part in "rgb"])
    small.save(path, bits=4, optimize=True)


def _contents() -> str:
    """Return the book's contents: the forms by group, each with its pictures."""
    parts = [_HEAD]
    for group, label in FORM_GROUP_LABELS.items():
        forms = [form for form in all_forms() if form.group is group]
        if forms:
            parts.append(f"\n## {label}\n\n| 様式 | 空欄 | 記入済み |\n|---|---|---|\n")
            parts += [_line(form) for form in forms]
    return "".join(parts)


def _line(form: Form) -> str:
    pictures = (picture_of(form, kind) for kind in (BLANK, FILLED))
    cells = (f'<img src="{one.name}" width="300" alt="">' if one.is_file() else "－" for one in pictures)
    return f"| {form.title}<br>`{form.key}` | {' | '.join(cells)} |\n"


if __name__ == "__main__":
    sys.exit(main())
