"""Makes the sample book of docs/forms anew: page 1 of every paper, blank and filled, as pictures.

`make sample-book`. What stands on the filled ones is invented: tests/printing/samples.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from kyodo_desktop.forms.catalogue import all_forms
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import FORM_GROUP_LABELS
from kyodo_desktop.records.sheet_codes import SheetNumber

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "docs" / "forms"
SAMPLES = ROOT / "tests" / "printing" / "samples"
_DOTS_PER_INCH = 110
_POINTS_PER_INCH = 72
_SHEET = SheetNumber(2026, 12)
_HEAD = """# 様式の見本帳

どの様式も１枚目だけを載せています。団体、人、文書番号は架空です。`make sample-book` で作り直せます。
"""


def main() -> int:
    """Write the pictures and the book's contents; say which paper has no sample."""
    _application = QApplication.instance() or QApplication(sys.argv)
    PLACE.mkdir(parents=True, exist_ok=True)
    for picture in PLACE.glob("*.png"):
        picture.unlink()
    missing = [form.key for form in all_forms() if not _write_pictures(form)]
    (PLACE / "README.md").write_text(_contents(), encoding="utf-8")
    for key in missing:
        print(f"no sample of {key}: write {SAMPLES.relative_to(ROOT) / key}.json", file=sys.stderr)
    return 1 if missing else 0


def _write_pictures(form: Form) -> bool:
    """Write the pictures of one form; return whether there is a sample to fill it in with."""
    if form.blank:
        _save_first_page(print_form(form, {}, blank=True).pdf, _picture(form, "blank"))
    sample = SAMPLES / f"{form.key}.json"
    if not sample.is_file():
        return False
    values = check_data(form, json.loads(sample.read_text(encoding="utf-8")))
    _save_first_page(print_form(form, values, sheet_number=_SHEET).pdf, _picture(form, "filled"))
    return True


def _picture(form: Form, kind: str) -> Path:
    return PLACE / f"{form.key}-{kind}.png"


def _save_first_page(pdf: bytes, path: Path) -> None:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    size = document.pagePointSize(0)
    drawn = document.render(0, QSize(round(size.width() * scale), round(size.height() * scale)))
    # The rendered page is black on nothing; on paper it is black on white.
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    document.close()
    if not paper.convertToFormat(QImage.Format.Format_Grayscale8).save(str(path)):
        raise OSError(f"{path} cannot be written")


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
    pictures = (_picture(form, kind) for kind in ("blank", "filled"))
    cells = (f'<img src="{one.name}" width="300" alt="">' if one.is_file() else "－" for one in pictures)
    return f"| {form.title}<br>`{form.key}` | {' | '.join(cells)} |\n"


if __name__ == "__main__":
    sys.exit(main())
