"""The table of a stage: NO, 内容, and boxes to mark before and after the project, for one or both sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.printing.check_sheet_data import SheetData
from kyodo_desktop.printing.flow import cell_lines
from kyodo_desktop.printing.marks import draw_mark
from kyodo_desktop.printing.page import HEAD, LEFT, RIGHT, Align, Page
from kyodo_desktop.printing.style import Style, gothic, mincho
from kyodo_desktop.records.check_sheets import (
    MARK_LABELS,
    MOMENT_LABELS,
    SIDE_LABELS,
    CheckItem,
    MarkValue,
    Moment,
    Side,
)

_LEGEND, _WORD = mincho(9), mincho(7)
_WORD_PITCH, _WORD_PAD = 1.2, 1.4
_IN_TWO_LINES: dict[MarkValue, str] = {MarkValue.TALK: N_("話し合いが\n必要")}
"""A word too long for a narrow box, broken where it reads well."""
_BOX, _BOX_OF_BOTH = 22.0, 17.0
_NUMBER_WIDTH, _NUMBER_WIDTH_OF_BOTH = 14.0, 12.0
_MARK_OF_LEGEND = 3.2


@dataclass(frozen=True, slots=True)
class TableSize:
    """How large a table is set; what is `of_both` is for two sides beside each other.

    In the head of both sides, before and after stand at `moments`, the rule under them at `split`, the sides
    at `sides`. A mark's middle is `rise` above its row's, and `drop` below the mark stands what it means.
    """

    number: Style
    heads: Style
    side: Style
    item: Style
    item_of_both: Style
    item_pitch: float
    head: float
    head_of_both: float
    moments: float
    split: float
    sides: float
    mark: float
    mark_of_both: float
    rise: float
    drop: float
    pad: float = 4.0
    pad_of_both: float = 3.0
    least: float = 19.0
    """The lowest row in which a mark and its word stand clear of the rules."""


FULL = TableSize(
    number=mincho(14),
    heads=gothic(11),
    side=gothic(9),
    item=mincho(12),
    item_of_both=mincho(11),
    item_pitch=1.6,
    head=11.0,
    head_of_both=13.0,
    moments=3.6,
    split=7.0,
    sides=10.0,
    mark=7.0,
    mark_of_both=6.0,
    rise=1.6,
    drop=3.0,
)
"""As in the handbook: a stage a page."""


class StageTable:
    """The table of some of a stage's items from `top`, its rows `row` mm high."""

    def __init__(
        self,
        data: SheetData,
        items: Sequence[CheckItem],
        top: float,
        row: float = 0.0,
        size: TableSize = FULL,
    ) -> None:
        self._data, self._items, self._top, self._row, self._size = data, items, top, row, size
        both = len(data.sides) > 1
        self._sides: tuple[Side | None, ...] = tuple(data.sides) or (None,)
        self._head = size.head_of_both if both else size.head
        self._number = _NUMBER_WIDTH_OF_BOTH if both else _NUMBER_WIDTH
        self._box = _BOX_OF_BOTH if both else _BOX
        self._mark = size.mark_of_both if both else size.mark
        self._item = size.item_of_both if both else size.item
        self._pad = size.pad_of_both if both else size.pad
        self._boxes_left = RIGHT - self._box * len(self._sides) * len(Moment)

    @property
    def bottom(self) -> float:
        """Where the table ends."""
        return self._top + self._head + self._row * len(self._items)

    def fit(self, foot: float, most: float, end: float | None = None) -> tuple[CheckItem, ...]:
        """Make the rows as high as there is room for down to `foot`; return the items that have none.

        Low rows may go on down to the page's `end`.
        """
        top, least = self._top + self._head, self._least_row()
        kept = min(len(self._items), max(1, int(((foot if end is None else end) - top + 0.01) // least)))
        left = tuple(self._items[kept:])
        self._items = self._items[:kept]
        self._row = min(most, max(least, (foot - top) / kept))
        return left

    def _least_row(self) -> float:
        size, width = self._size, self._boxes_left - 2 * self._pad - LEFT - self._number
        lines = max(len(cell_lines(item.text, width, self._item)) for item in self._items)
        return max(size.least, lines * size.item_pitch * self._item.em + self._pad)

    def draw(self, page: Page) -> None:
        """Draw the table."""
        self._draw_heads(page)
        for number, item in enumerate(self._items):
            y = self._top + self._head + number * self._row
            if number:
                page.across(LEFT, RIGHT, y)
            self._draw_item(page, y, item)
        self._draw_rules(page)

    def _draw_heads(self, page: Page) -> None:
        size, y = self._size, self._top + self._head / 2
        page.text(LEFT + self._number / 2, y, _("NO"), size.heads, Align.CENTRE)
        middle = (LEFT + self._number + self._boxes_left) / 2
        page.spread(middle - 9.8, 19.6, y, _("内容"), size.heads)
        both = len(self._sides) > 1
        width = self._box * len(self._sides)
        for number, moment in enumerate(Moment):
            x = self._boxes_left + width * (number + 0.5)
            moment_y = self._top + size.moments if both else y
            page.text(x, moment_y, _(MOMENT_LABELS[moment]), size.heads, Align.CENTRE)
        if both:
            for x, _moment, side in self._each_box():
                words = _(SIDE_LABELS[side]) if side else ""
                page.text(x, self._top + size.sides, words, size.side, Align.CENTRE)

    def _draw_item(self, page: Page, top: float, item: CheckItem) -> None:
        size, middle = self._size, top + self._row / 2
        number = with_digits(str(item.number), Digits.FULL)
        page.text(LEFT + self._number / 2, middle, number, size.number, Align.CENTRE)
        left = LEFT + self._number + self._pad
        lines = cell_lines(item.text, self._boxes_left - self._pad - left, self._item)
        page.lines(left, middle, lines, self._item, size.item_pitch * self._item.em)
        for x, moment, side in self._each_box():
            value = self._data.marks.get((item.key, moment, side)) if side else None
            if value:
                draw_mark(page, x, middle - size.rise, self._mark, value)
                self._draw_word(page, x, middle - size.rise + self._mark / 2 + size.drop, value)
        if self._data.differs(item.key):
            page.fill(RIGHT + 1.2, top + 1.5, 1.2, self._row - 3)

    def _draw_word(self, page: Page, x: float, y: float, value: MarkValue) -> None:
        """Draw what a mark means below it."""
        words = _(MARK_LABELS[value])
        if _WORD.width(words) > self._box - 2 * _WORD_PAD:
            words = _(_IN_TWO_LINES[value])
        for number, line in enumerate(words.split("\n")):
            page.text(x, y + number * _WORD_PITCH * _WORD.em, line, _WORD, Align.CENTRE)

    def _each_box(self) -> Iterator[tuple[float, Moment, Side | None]]:
        """Give the middle of each box of a row, with whose it is."""
        boxes = [(moment, side) for moment in Moment for side in self._sides]
        for number, (moment, side) in enumerate(boxes):
            yield self._boxes_left + self._box * (number + 0.5), moment, side

    def _draw_rules(self, page: Page) -> None:
        bottom = self.bottom
        page.down(LEFT + self._number, self._top, bottom)
        sides = len(self._sides)
        for number in range(sides * len(Moment)):
            inside = number % sides > 0
            top = self._top + self._size.split if inside else self._top
            page.down(self._boxes_left + number * self._box, top, bottom)
        if sides > 1:
            page.across(self._boxes_left, RIGHT, self._top + self._size.split)
        page.across(LEFT, RIGHT, self._top + self._head, HEAD)
        page.frame(LEFT, self._top, RIGHT - LEFT, bottom - self._top)

    def draw_legend(self, page: Page, y: float) -> None:
        """Say under a filled table what the marks mean and who made them."""
        x = LEFT
        for value, words in MARK_LABELS.items():
            draw_mark(page, x + _MARK_OF_LEGEND / 2, y, _MARK_OF_LEGEND, MarkValue(value))
            page.text(x + _MARK_OF_LEGEND + 1.4, y, _(words), _LEGEND)
            x += _MARK_OF_LEGEND + 1.4 + _LEGEND.width(_(words)) + 2 * _LEGEND.em
        if len(self._sides) > 1:
            page.text(x, y, _("空欄は未記入"), _LEGEND)
            page.text(RIGHT, y, _("右端の太い線：団体と市の印が違う項目"), _LEGEND, Align.RIGHT)
        else:
            side = self._data.sides[0]
            words = _("空欄は未記入　　記入した側：{side}").format(side=_(SIDE_LABELS[side]))
            page.text(RIGHT, y, words, _LEGEND, Align.RIGHT)
