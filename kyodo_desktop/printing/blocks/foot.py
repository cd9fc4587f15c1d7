"""The foot of a page: 受付欄, the sheet's own number and code, （仮）, the page's number."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.blocks import ReceptionBox
from kyodo_desktop.printing.blocks.filling import Fill
from kyodo_desktop.printing.blocks.seals import draw_corners
from kyodo_desktop.printing.page import HAIR, WRITING, Align, Page
from kyodo_desktop.printing.qr import draw_qr
from kyodo_desktop.printing.style import gothic, mincho
from kyodo_desktop.records.sheet_codes import SheetCode

CODE = 22.0
"""The code at the lower right corner, its quiet zone included."""
NOTE_RISE = 3.0
_ABOVE, _ABOVE_NUMBER = 11.0, 4.5
"""The top of a code beside the title, and how far below it the number's middle is."""

_TITLE, _LABELS, _VALUES, _STAMP_HEAD, _SMALL = gothic(10.5), gothic(9), mincho(9), gothic(8), gothic(7)
_HEIGHT, _ROW = 36.0, 9.0
_STAMP_AT, _LABELS_AT, _VALUES_AT, _CODE_AT = 8.0, 48.0, 67.0, 121.0
_LABEL_SPREAD = 15.0
_MARKS = 26.0


def draw_reception(
    page: Page, fill: Fill, box: ReceptionBox, left: float, right: float, code: SheetCode | None
) -> None:
    """Draw 受付欄: stamp, four rows, and the sheet's code or the marks where it goes."""
    top, bottom = box.top, box.top + _HEIGHT
    page.text(left, top - NOTE_RISE, fill.words(box.note), mincho(8))
    middle = top + _HEIGHT / 2
    for place, letter in enumerate(_("受付欄")):
        page.text(left + _STAMP_AT / 2, middle + (place - 1) * 10.3, letter, _TITLE, Align.CENTRE)
    stamp_middle = left + (_STAMP_AT + _LABELS_AT) / 2
    page.text(stamp_middle, top + 3.6, _("受付印"), _STAMP_HEAD, Align.CENTRE)
    labels, values, codes = left + _LABELS_AT, left + _VALUES_AT, left + _CODE_AT
    rows = (
        (_("受付番号"), ""),
        (_("受付方法"), _("窓口・郵送・メール")),
        (_("書類確認"), _("□ 完備　□ 要補正")),
        (_("受付者"), ""),
    )
    for place, (label, value) in enumerate(rows):
        y = top + place * _ROW
        if place:
            page.across(labels, codes, y, HAIR)
        page.spread(labels + 2, _LABEL_SPREAD, y + _ROW / 2, label, _LABELS)
        page.text((values + codes) / 2, y + _ROW / 2, value, _VALUES, Align.CENTRE)
    for x in (left + _STAMP_AT, labels, values, codes):
        page.down(x, top, bottom)
    _draw_code_place(page, codes, right, top, code)
    page.frame(left, top, right - left, _HEIGHT)


def _draw_code_place(page: Page, left: float, right: float, top: float, code: SheetCode | None) -> None:
    x = left + (right - left - _MARKS) / 2
    if code is not None:
        draw_qr(page, x, top + 2, _MARKS, str(code))
        page.text((left + right) / 2, top + 31.5, str(code.number), _VALUES, Align.CENTRE)
    else:
        draw_corners(page, x, top + 2, _MARKS, _MARKS)
        page.text(x + _MARKS / 2, top + 2 + _MARKS / 2, _("二次元コード"), _SMALL, Align.CENTRE)
        page.text(x, top + 32.2, _("番号"), _SMALL)
    page.across(x, x + _MARKS, top + 34, WRITING)


def draw_sheet_code(page: Page, right: float, code: SheetCode, *, above: bool = False) -> None:
    """Draw the code of a page at the lower right, or `above` at the upper, and to its left the number."""
    top = _ABOVE if above else page.height - 10 - CODE
    draw_qr(page, right - CODE, top, CODE, str(code))
    y = top + _ABOVE_NUMBER if above else page.height - 11.5
    page.text(right - CODE, y, str(code.number), _VALUES, Align.RIGHT)
