"""記, its numbered items with sub-items, and 以上."""

from collections.abc import Sequence
from dataclasses import replace

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.blocks import Item, Ki
from kyodo_desktop.forms.templates import text_of
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.japanese.letters import kana_mark
from kyodo_desktop.printing.blocks.filling import Fill
from kyodo_desktop.printing.blocks.sheet import Sheet, draw_apart
from kyodo_desktop.printing.flow import FlowLine, paragraph
from kyodo_desktop.printing.page import WRITING, Align, Page
from kyodo_desktop.printing.style import mincho

_BODY = mincho(10.5)
_PITCH = 6.5
_NARROW_PITCH = 7.2
_LINES_APART, _UNDER = 10.0, 4.0
_NUMBER_TO_LABEL = 7.4
_AFTER_LINES = 9.0
_SUFFIX_INSET = 0.4
_LEAST_TO_WRITE = 8.5


def lay_ki(sheet: Sheet, fill: Fill, ki: Ki) -> None:
    """Put 記 in the middle, the items below, 以上 at the end."""
    if ki.headed:
        sheet.begin(ki, _PITCH + ki.first, gap=5.0, lead=_PITCH / 2)
        middle = (sheet.left + sheet.right) / 2
        sheet.flow([FlowLine(_("記"), _BODY, middle, _PITCH, Align.CENTRE)])
        sheet.y += ki.first - _PITCH
    else:
        sheet.begin(ki, _PITCH, gap=5.0, lead=_PITCH / 2)
    items = [item for item in ki.items if _is_printed(fill, item)]
    for number, item in enumerate(items, 1):
        if number > 1:
            sheet.y += ki.pitch - _PITCH
        _Item(sheet, fill, ki, item, number).lay()
    if ki.closed:
        sheet.y += 3.9
        end = sheet.right - _BODY.em
        sheet.flow([FlowLine(_("以上"), _BODY, end, _PITCH, Align.RIGHT)])


def _is_printed(fill: Fill, item: Item) -> bool:
    return fill.is_meant(item.only) and (fill.blank or not item.optional or _has_value(fill, item))


def _has_value(fill: Fill, item: Item) -> bool:
    if item.rows:
        return fill.given(item.rows)
    return bool(text_of(fill.form, fill.template, item.text)) if item.text else fill.any_given(item.pattern)


class _Item:
    """One numbered item."""

    def __init__(self, sheet: Sheet, fill: Fill, ki: Ki, item: Item, number: int) -> None:
        self._sheet, self._fill, self._ki, self._item = sheet, fill, ki, item
        self._label = fill.words(item.label)
        lone = Digits.FULL if fill.template.digits.digits is not Digits.HALF and number < 10 else Digits.HALF
        self._number = with_digits(str(number), lone)
        self._room = sheet.right - ki.value_left

    def lay(self) -> None:
        """Put number and label, and the value beside and below them."""
        item, sheet = self._item, self._sheet
        if item.lines:
            at = item.at - _PITCH / 2 if item.at is not None else None
            sheet.stop(at, item.lines * _LINES_APART, 0.0)
            self._lay_lines()
            return
        lines = self._subs() if item.text or item.rows else self._plain()
        lines = lines or [FlowLine("\u3000", _BODY, self._ki.value_left, _PITCH)]
        at = item.at - lines[0].height / 2 if item.at is not None else None
        # The value's first line hangs on the height of the label's.
        sheet.stop(at, lines[0].height, (_PITCH - lines[0].height) / 2)
        top, page = sheet.y, len(sheet.pages)
        self._draw_label(sheet.y + lines[0].height / 2)
        sheet.flow(lines)
        if self._fill.blank and len(sheet.pages) == page:
            sheet.y = max(sheet.y, top + _LEAST_TO_WRITE)

    def _draw_label(self, y: float) -> None:
        left, width = self._sheet.left, self._ki.label_width
        label, number = self._label, self._number
        style = _BODY.shrunk_to(label, width, 7.0)

        def draw(page: Page) -> None:
            page.text(left, y, number, _BODY)
            page.spread(left + _NUMBER_TO_LABEL, width, y, label, style)

        self._sheet.draw(draw)

    def _plain(self) -> list[FlowLine]:
        text = self._fill.pattern(self._item.pattern, self._item.blanks)
        if not text:
            return []
        return paragraph(text, _BODY, self._ki.value_left, self._room, _PITCH)

    def _subs(self) -> list[FlowLine]:
        """Return the sub-items; a single one carries no number."""
        if self._item.rows:
            rows = self._fill.rows(self._item.rows) or [self._fill.no_row(self._item.rows)]
            texts = [row.pattern(self._item.pattern) for row in rows]
        else:
            texts = self._fill.text(self._item.text).splitlines()
        if len(texts) == 1:
            return paragraph(texts[0], _BODY, self._ki.value_left, self._room, _PITCH)
        return _numbered(texts, self._ki.value_left, self._sheet.right, self._fill.template.digits.digits)

    def _lay_lines(self) -> None:
        """Put the value on lines to write on."""
        item, fill, sheet, ki = self._item, self._fill, self._sheet, self._ki
        text = fill.pattern(item.pattern)
        width = item.width or self._room
        end = ki.value_left + width - (_SUFFIX_INSET if item.width else 0.0)
        fitted = sheet.fit_apart(self._label, text, _BODY, width, item.lines)
        prefix, suffix = ("", "") if text else (fill.words(item.prefix), fill.words(item.suffix))
        y = sheet.take(item.lines * _LINES_APART) + _PITCH / 2
        self._draw_label(y)

        def draw(page: Page) -> None:
            for number in range(item.lines):
                under = y + number * _LINES_APART + _UNDER
                page.across(ki.value_left, ki.value_left + width, under, WRITING)
            draw_apart(page, ki.value_left, y, fitted, item.lines, _LINES_APART)
            page.text(ki.value_left, y, prefix, _BODY)
            page.text(end, y, suffix, _BODY, Align.RIGHT)

        sheet.draw(draw)
        # The next item follows the last line, not the height kept for a hand.
        sheet.y = y + (item.lines - 1) * _LINES_APART + _UNDER + _AFTER_LINES - ki.pitch + _PITCH / 2


def _numbered(texts: Sequence[str], left: float, right: float, digits: Digits) -> list[FlowLine]:
    """Return （１） … with ア … below it for lines that begin with a full-width space."""
    pitch = _NARROW_PITCH if all(_BODY.width(text) < right - left - 12 for text in texts) else _PITCH
    start, hang = left - _BODY.em / 2, left + 2.5 * _BODY.em
    lines: list[FlowLine] = []
    upper = lower = 0
    for text in texts:
        if text.startswith("\u3000"):
            lower += 1
            mark = kana_mark(lower)
            at, to = hang, hang + 1.5 * _BODY.em
        else:
            upper, lower = upper + 1, 0
            lone = Digits.FULL if digits is not Digits.HALF and upper < 10 else Digits.HALF
            mark = _("（{n}）").format(n=with_digits(str(upper), lone))
            at, to = start, hang
        body = paragraph(text.strip("\u3000"), _BODY, to, right - to, pitch)
        lines += marked(mark, at, body)
    return lines


def marked(mark: str, left: float, body: Sequence[FlowLine]) -> list[FlowLine]:
    """Return the lines with a mark before the first, on the same height."""
    if not body:
        return []
    return [replace(body[0], mark=mark, mark_x=left), *body[1:]]
