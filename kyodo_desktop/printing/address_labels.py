"""Lays out 宛名ラベル: A4 sheets of 12 (86.4 × 42.3) or 24 (66 × 33.9), or one 長形3号 envelope each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.flow import cell_lines, draw, place
from kyodo_desktop.printing.overflow import whole_texts
from kyodo_desktop.printing.page import A4, Page
from kyodo_desktop.printing.style import Style, gothic, mincho
from kyodo_desktop.records.partner_papers import LABELS_A_SHEET, LabelLayout

_ENVELOPE = (235.0, 120.0)
_LEADING = 1.35
_STEP, _SMALLEST = 0.25, 4.0
_FLOOR = 0.85
"""A line becomes two before it is much smaller."""
_NAME_BLOCK = 2
_TEXTS = ("postal_code", "address", "name", "person")
_EDGE = 20.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where labels lie on their paper, how far their words stay from the edge, and how large those are."""

    paper: tuple[float, float]
    columns: int
    left: float
    top: float
    width: float
    height: float
    pad_side: float
    pad_top: float
    code: float
    address: float
    name: float


_SHEETS: dict[LabelLayout, _Sheet] = {
    LabelLayout.TWELVE: _Sheet(A4, 2, 18.6, 21.6, 86.4, 42.3, 6.0, 4.5, 10.5, 10.0, 13.0),
    LabelLayout.TWENTY_FOUR: _Sheet(A4, 3, 6.0, 12.9, 66.0, 33.9, 5.0, 3.5, 9.0, 8.5, 11.0),
    LabelLayout.ENVELOPE: _Sheet(_ENVELOPE, 1, 70.0, 30.0, 140.0, 65.0, 5.0, 3.5, 14.0, 14.0, 20.0),
}


def label_paper(values: Values) -> tuple[float, float]:
    """Return the paper of the chosen sheet."""
    return _SHEETS[_layout(values)].paper


def lay_out_labels(document: Document, values: Values) -> None:
    """Draw the labels, row by row from the first free one."""
    layout = _layout(values)
    sheet, on_sheet = _SHEETS[layout], LABELS_A_SHEET[layout]
    first = (max(values.get("start_at", 1), 1) - 1) % on_sheet
    page = document.new_page()
    whole: list[tuple[str, str]] = []
    for number, row in enumerate(values.get("rows", ()), first):
        place = number % on_sheet
        if place == 0 and number:
            page = document.new_page()
        x = sheet.left + place % sheet.columns * sheet.width
        label = _Label(sheet, row)
        label.draw(page, x, sheet.top + place // sheet.columns * sheet.height)
        if not label.is_whole:
            heading = _("{n}枚目の宛名の全文").format(n=number - first + 1)
            whole.append((heading, "\n".join(str(row[name]) for name in _TEXTS if row.get(name))))
    _draw_whole(document, whole, sheet.paper)


def _draw_whole(document: Document, whole: Sequence[tuple[str, str]], paper: tuple[float, float]) -> None:
    """Write out, on pages of their own, the addresses that no label could hold."""
    width, height = paper
    if not whole:
        return
    lines = whole_texts(whole, _EDGE, width - 2 * _EDGE)
    for placed in place(lines, _EDGE, height - _EDGE, _EDGE)[0]:
        draw(document.new_page(), placed)


def _layout(values: Values) -> LabelLayout:
    return LabelLayout(values.get("layout", LabelLayout.TWELVE.value))


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one kind, and the gap above them."""

    lines: tuple[str, ...]
    style: Style
    gap: float = 0.0

    @property
    def pitch(self) -> float:
        return _LEADING * self.style.em

    @property
    def height(self) -> float:
        return self.gap + len(self.lines) * self.pitch if self.lines else 0.0


class _Label:
    """The lines of one label, all smaller until they fit on it."""

    def __init__(self, sheet: _Sheet, row: Mapping[str, Any]) -> None:
        self._sheet, self._row = sheet, row
        self._room = sheet.width - 2 * sheet.pad_side
        most = sheet.height - 2 * sheet.pad_top
        share = 1.0
        self._blocks = self._blocks_at(share)
        while self._height() > most and sheet.address * share > _SMALLEST:
            share -= _STEP / sheet.address
            self._blocks = self._blocks_at(share)
        self.is_whole = self._height() <= most
        while self._height() > most:
            self._shorten()

    def _shorten(self) -> None:
        """Leave out the last line of the longest text; the whole of it follows elsewhere."""
        blocks = list(self._blocks)
        longest = max(range(len(blocks)), key=lambda number: len(blocks[number].lines))
        lines = blocks[longest].lines[:-1]
        blocks[longest] = replace(blocks[longest], lines=(*lines[:-1], lines[-1][:-1] + "…") if lines else ())
        self._blocks = tuple(blocks)

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw the label; 〒 and address at the top, the name below them in the middle."""
        sheet = self._sheet
        y = top + sheet.pad_top
        spare = sheet.height - 2 * sheet.pad_top - self._height()
        for number, block in enumerate(self._blocks):
            if not block.lines:
                continue
            y += block.gap + (max(spare, 0.0) / 2 if number == _NAME_BLOCK else 0.0)
            left = x + sheet.pad_side
            middle = y + len(block.lines) * block.pitch / 2
            page.lines(left, middle, block.lines, block.style, block.pitch)
            y += len(block.lines) * block.pitch

    def _height(self) -> float:
        return sum(block.height for block in self._blocks)

    def _blocks_at(self, share: float) -> tuple[_Block, ...]:
        sheet, row = self._sheet, self._row
        code, address, name, person = (str(row.get(field, "")) for field in _TEXTS)
        code_words = f"〒 {format_postal_code(code)}" if code else ""
        ending = _("　様") if person else _("　御中")
        named = "" if person else ending
        return (
            self._block(code_words, gothic(sheet.code * share)),
            self._block(address, mincho(sheet.address * share), gap=0.8),
            self._block(name, mincho(sheet.name * share), gap=2.0, ending=named if name else ""),
            self._block(person, mincho(sheet.name * share), gap=0.8, ending=ending if person else ""),
        )

    def _block(self, text: str, style: Style, *, gap: float = 0.0, ending: str = "") -> _Block:
        """Return a text with 御中 or 様: smaller to a floor to stay on one line, then on several."""
        if not text:
            return _Block((), style)
        whole = f"{text}{ending}"
        shrunk = style.shrunk_to(whole, self._room, style.size * _FLOOR)
        if shrunk.width(whole) <= self._room and "\n" not in text:
            return _Block((whole,), shrunk, gap)
        # 御中 and 様 keep room beside the last line, so that they never stand alone.
        lines = cell_lines(text, self._room - shrunk.width(ending), shrunk)
        return _Block((*lines[:-1], f"{lines[-1]}{ending}"), shrunk, gap)
