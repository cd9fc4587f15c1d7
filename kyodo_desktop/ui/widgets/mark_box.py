"""A box of the check sheet that takes a mark, by mouse and by keys."""

import unicodedata

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_sheets import MarkValue
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.marks import SIZE, mark_word, paint_mark

SMALL, NARROW, WIDE = 40, 56, 134
"""Widths of a box, in px at 100 %; a wide one has room for the mark's word."""
HEIGHT = 36
_PADDING = 9
KEYS: dict[str, MarkValue | None] = {
    "1": MarkValue.DONE,
    "2": MarkValue.TALK,
    "3": MarkValue.NOT_YET,
    "0": None,
}
NOTE_KEY = "M"
_CYCLE = (None, *MarkValue)
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MarkBox(QAbstractButton):
    """Shows a mark; a click or Space goes on to the next one, 1 2 3 0 choose it (full width as well).

    `marked` follows each change by a person, with whether it came from a digit; `walked` (rows, columns) an
    arrow key; `stepped` Enter (True) or Shift+Enter (False); `note_wanted` the key of the note; `entered`
    the focus.
    """

    marked = Signal(bool)
    walked = Signal(int, int)
    stepped = Signal(bool)
    note_wanted = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._place = theme, place
        self._value: MarkValue | None = None
        self._width = NARROW
        self._apart = self._is_current = False
        self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self._say()

    @property
    def value(self) -> MarkValue | None:
        """The mark, None while there is none."""
        return self._value

    def set_value(self, value: MarkValue | None) -> None:
        """Show a mark without telling."""
        self._value = value
        self._say()

    def set_note(self, note: str) -> None:
        """Show that the box has a note, with a small corner."""
        self._note = note.strip()
        self._say()

    def set_look(self, *, apart: bool, is_current: bool) -> None:
        """Show whether the sides differ here, and whether the note below is this box's."""
        if (apart, is_current) != (self._apart, self._is_current):
            self._apart, self._is_current = apart, is_current
            self._say()

    def show_width(self, width: int) -> None:
        """Be SMALL, NARROW or WIDE, which is with the mark's word."""
        self._width = width
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the box's size."""
        return QSize(self._theme.px(self._width), self._theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit, or go to another box or to the note."""
        typed = unicodedata.normalize("NFKC", event.text()).upper()
        # A full-width letter's code is no Qt.Key.
        key = event.key()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain and typed in KEYS:
            self._choose(KEYS[typed], by_digit=True)
        elif plain and typed == NOTE_KEY:
            self.note_wanted.emit()
        elif plain and key in _ARROWS:
            self.walked.emit(*_ARROWS[key])
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif plain and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._choose(None, by_digit=False)
        elif key == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            # QAbstractButton walks between buttons with the arrow keys by itself; here nothing else may.
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, outline, mark, word and the corner of a note."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        outline = t.accent if focused or self._is_current else t.due if self._apart else t.control
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(QColor(outline), width))
        ground = t.hover if self.underMouse() else t.surface
        painter.setBrush(QColor(t.due_ground if self._apart else ground))
        inset = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), px(4), px(4))
        self._paint_mark(painter)
        if self._note:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent))
            right, top, side = self.width() - 3, 3, px(7)
            corner = [QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)]
            painter.drawPolygon(QPolygonF(corner))

    def _paint_mark(self, painter: QPainter) -> None:
        t, px = self._theme.tokens, self._theme.px
        colour = t.due if self._apart else t.muted
        side = px(SIZE)
        with_word = self._width == WIDE
        left = px(_PADDING) if with_word else (self.width() - side) / 2
        paint_mark(painter, QRectF(left, (self.height() - side) / 2, side, side), self._value, colour)
        if with_word:
            painter.setPen(QColor(t.due if self._apart else t.muted if self._value is None else t.ink))
            words = self.rect().adjusted(px(_PADDING) + side + px(5), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, mark_word(self._value))

    def _on_clicked(self) -> None:
        following = _CYCLE[(_CYCLE.index(self._value) + 1) % len(_CYCLE)]
        self._choose(following, by_digit=False)

    def _choose(self, value: MarkValue | None, *, by_digit: bool) -> None:
        self.set_value(value)
        self.marked.emit(by_digit)

    def _say(self) -> None:
        said = f"{self._place}: {mark_word(self._value)}"
        self.setAccessibleName(said + (_(" ちがい") if self._apart else ""))
        self.setAccessibleDescription(_("メモ: {note}").format(note=self._note) if self._note else "")
        self.setToolTip("\n".join(words for words in (said, self._note) if words))
        self.update()
