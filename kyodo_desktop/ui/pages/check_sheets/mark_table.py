"""The table of a stage: four items, each with its boxes before and after, for 団体 and 市."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import (
    Box,
    CheckItem,
    CheckStage,
    Marks,
    MarkValue,
    Moment,
    Side,
    differs,
)
from kyodo_desktop.ui.pages.check_sheets.mark_parts import (
    BETWEEN,
    PAIR_PADDING,
    Difference,
    Pair,
    PairHead,
)
from kyodo_desktop.ui.pages.check_sheets.wording import difference_words
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.mark_box import NARROW, SMALL, WIDE, MarkBox
from kyodo_desktop.ui.widgets.marks import place_word

_GAP = 16
_WORDS, _ITEM, _LEAST, _SCROLL_BAR = 136, 272, 120, 24
"""The column of the differences, and the least room for an item's text: what is wished for, what must be."""


class MarkTable(QWidget):
    """Tells `edited` when a person changed a mark, `entered` when the cursor came to another box.

    The cursor moves as on the paper: arrows to the box beside, Enter and Tab as one reads, a digit on to the
    next box of the same column (so that a filled-in paper is typed column by column).
    """

    edited = Signal()
    entered = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme, stage: CheckStage) -> None:
        super().__init__()
        self._theme, self._stage = theme, stage
        self.boxes: dict[Box, MarkBox] = {}
        self._pairs: list[Pair] = []
        self._heads: list[PairHead] = []
        self._apart: dict[str, Difference] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self._sides: tuple[Side, ...] = tuple(Side)
        self.current: Box = (stage.items[0].key, Moment.BEFORE, Side.PARTNER)
        self._width = 0
        self._grid = QGridLayout(self)
        theme.space(self._grid, 0)
        self._grid.setHorizontalSpacing(theme.px(_GAP))
        self._grid.setColumnStretch(1, 1)
        self._make_head()
        for item in stage.items:
            self._make_row(item)

    # What stands in it

    def marks(self) -> dict[Box, MarkValue]:
        """Return the marks, of both sides."""
        return {key: box.value for key, box in self.boxes.items() if box.value is not None}

    def show_marks(self, marks: Marks) -> None:
        """Show marks, without telling."""
        for key, box in self.boxes.items():
            box.set_value(marks.get(key))
        self.refresh()

    def show_notes(self, notes: Mapping[Box, str]) -> None:
        """Mark the boxes that have a note."""
        for key, box in self.boxes.items():
            box.set_note(notes.get(key, ""))

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Show the boxes of one side or of both; the other's keep their marks."""
        self._sides = tuple(sides)
        for key, box in self.boxes.items():
            box.setVisible(key[2] in self._sides)
        for head in self._heads:
            head.show_sides(self._sides)
        if self.current[2] not in self._sides:
            item, moment, _side = self.current
            self.current = (item, moment, self._sides[0])
        self._width = 0
        if self.width() > 0:
            self.fit(self.width())
        self.refresh()

    def refresh(self) -> None:
        """Show where the sides differ (only while both are shown) and which box is the current one."""
        marks = self.marks() if len(self._sides) > 1 else {}
        for (item, moment, side), box in self.boxes.items():
            is_current = (item, moment, side) == self.current
            box.set_look(apart=differs(marks, item, moment), is_current=is_current)
        for pair in self._pairs:
            pair.set_apart(differs(marks, pair.item, pair.moment))
        for item, words in self._apart.items():
            words.show_words(difference_words(marks, item))

    def shown(self) -> list[Box]:
        """Return the boxes that can be seen, as they are read."""
        return [key for key in self.boxes if key[2] in self._sides]

    def first_open(self) -> Box:
        """Return the first box without a mark, the first of all if none is open."""
        shown = self.shown()
        return next((key for key in shown if self.boxes[key].value is None), shown[0])

    def make_current(self, key: Box) -> None:
        """Let a box be the one the note belongs to."""
        if key != self.current:
            self.current = key
            self.refresh()
            self.entered.emit()

    # Moving

    def focus_current(self) -> None:
        """Put the cursor into the box that the note belongs to."""
        self.boxes[self.current].setFocus()

    def _on_marked(self, key: Box, by_digit: bool) -> None:
        self.refresh()
        self.edited.emit()
        if by_digit:
            shown = self.shown()
            columns = sorted(shown, key=lambda box: shown.index((shown[0][0], box[1], box[2])))
            self._go(columns, key, 1)

    def _on_stepped(self, key: Box, forward: bool) -> None:
        if forward and key == self.shown()[-1]:
            self.note_wanted.emit()
        else:
            self._go(self.shown(), key, 1 if forward else -1)

    def _on_walked(self, key: Box, rows: int, columns: int) -> None:
        items = [item.key for item in self._stage.items]
        across = [box[1:] for box in self.shown() if box[0] == items[0]]
        row = min(max(items.index(key[0]) + rows, 0), len(items) - 1)
        column = min(max(across.index(key[1:]) + columns, 0), len(across) - 1)
        self.boxes[(items[row], *across[column])].setFocus()

    def _go(self, order: Sequence[Box], key: Box, step: int) -> None:
        at = min(max(order.index(key) + step, 0), len(order) - 1)
        self.boxes[order[at]].setFocus()

    # Making and placing

    def _make_head(self) -> None:
        grid = self._grid
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        head = make_label(_("項目"), "muted")
        head.setMinimumHeight(self._theme.px(26))
        grid.addWidget(head, 0, 0, 1, 2, bottom)
        for at, moment in enumerate(Moment):
            pair = PairHead(self._theme, moment)
            self._heads.append(pair)
            grid.addWidget(pair, 0, 2 + at)
        self._apart_head = make_label(_("団体と市のちがい"), "muted")
        self._apart_head.setMinimumHeight(self._theme.px(26))
        grid.addWidget(self._apart_head, 0, 4, bottom)
        grid.addWidget(make_line(), 1, 0, 1, 5)

    def _make_row(self, item: CheckItem) -> None:
        theme, grid, row = self._theme, self._grid, self._grid.rowCount()
        number = make_label(str(item.number), "muted")
        number.setMinimumWidth(theme.px(20))
        grid.addWidget(number, row, 0)
        words = QWidget()
        column = QVBoxLayout(words)
        theme.space(column, 2, (0, 6, 0, 6))
        text = make_label(item.text, wrap=True)
        text.setMinimumWidth(theme.px(_LEAST))
        column.addWidget(text)
        self._columns[item.key] = column
        grid.addWidget(words, row, 1)
        for at, moment in enumerate(Moment):
            pair = Pair(theme, item.key, moment, partial(self._make_box, item))
            self._pairs.append(pair)
            grid.addWidget(pair, row, 2 + at)
        difference = Difference(theme)
        self._apart[item.key] = difference
        grid.addWidget(difference, row, 4)
        grid.addWidget(make_line(faint=True), row + 1, 0, 1, 5)

    def _make_box(self, item: CheckItem, moment: Moment, side: Side) -> MarkBox:
        key: Box = (item.key, moment, side)
        place = f"{self._stage.numeral}－{item.number} {place_word(moment, side)}"
        box = MarkBox(self._theme, place)
        box.marked.connect(partial(self._on_marked, key))
        box.stepped.connect(partial(self._on_stepped, key))
        box.walked.connect(partial(self._on_walked, key))
        box.note_wanted.connect(self.note_wanted)
        box.entered.connect(partial(self.make_current, key))
        self.boxes[key] = box
        return box

    def fit(self, room: int) -> None:
        """Make the boxes as wide as there is room for; in wide ones the marks' words stand beside them.

        The differences have a column of their own only then, else they stand below the items.
        """
        both = len(self._sides) > 1
        if self._fits(WIDE, room - (self._theme.px(_WORDS + _GAP) if both else 0)):
            self._place(WIDE)
        else:
            self._place(NARROW if self._fits(NARROW, room) else SMALL)
        # What changes while the page is being laid out is not laid out again by itself.
        QTimer.singleShot(0, self, self._lay_out_anew)

    def _fits(self, width: int, room: int) -> bool:
        """Tell whether boxes of a width leave room for the items.

        Those that are there stay when a scroll bar comes: they would go with it, and come back without it.
        """
        slack = _SCROLL_BAR if width == self._width else 0
        return room - self._taken(width) >= self._theme.px(_ITEM - slack)

    def _taken(self, width: int) -> int:
        boxes, px = len(Moment) * len(self._sides), self._theme.px
        return boxes * px(width + BETWEEN) + px(2 * 2 * PAIR_PADDING + 20 + 3 * _GAP)

    def _place(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        has_column = len(self._sides) > 1 and width == WIDE
        for box in self.boxes.values():
            box.show_width(width)
        for head in self._heads:
            head.show_width(width)
        self._apart_head.setVisible(has_column)
        for at, item in enumerate(self._stage.items):
            difference, below = self._apart[item.key], self._columns[item.key]
            self._grid.removeWidget(difference)
            below.removeWidget(difference)
            if has_column:
                self._grid.addWidget(difference, 2 + 2 * at, 4)
            else:
                below.addWidget(difference)
            difference.keep_room(has_column)
        self._grid.setColumnMinimumWidth(4, self._theme.px(_WORDS) if has_column else 0)

    def _lay_out_anew(self) -> None:
        self._grid.invalidate()
        self._grid.activate()
