"""A filter that looks like a pill and opens a list of values with their counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip_popup import ChipPopup

_LONGEST_VALUE = 200


@dataclass(frozen=True, slots=True)
class ChipOption:
    """One value of a chip: its key, its words, how many records have it."""

    key: str
    label: str
    count: int = 0


class Chip(QWidget):
    """Shows its name and what is chosen; nothing chosen means すべて.

    `changed` tells of a person's choice; `opening` comes before the list is shown, so that its counts can be
    brought up to date. A click on the ✕ clears, anywhere else opens the list; so do Space, Enter and Down,
    and Delete clears.
    """

    changed = Signal()
    opening = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self._options: tuple[ChipOption, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._popup: ChipPopup | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()

    @property
    def options(self) -> tuple[ChipOption, ...]:
        """The values that can be chosen."""
        return self._options

    def set_options(self, options: Sequence[ChipOption]) -> None:
        """Replace the values; a chosen one that is gone is no longer chosen."""
        self._options = tuple(options)
        self._chosen &= {option.key for option in options}
        if self._popup is not None:
            self._popup.show_options([(o.key, o.label, o.count) for o in self._options], self._chosen)
        self._refresh()

    def chosen(self) -> frozenset[str]:
        """Return the chosen keys; empty means no condition."""
        return self._chosen

    def choose(self, keys: Iterable[str]) -> None:
        """Choose keys, telling only if that changes something."""
        keys = frozenset(keys) & {option.key for option in self._options}
        if keys == self._chosen:
            return
        self._chosen = keys
        self._refresh()
        self.changed.emit()

    def open_list(self) -> ChipPopup:
        """Open the list of values below the chip and return it."""
        self.opening.emit()
        popup = ChipPopup(self._theme, self._name, self)
        popup.show_options([(o.key, o.label, o.count) for o in self._options], self._chosen)
        popup.chosen_changed.connect(self.choose)
        popup.closed.connect(self._on_closed)
        self._popup = popup
        popup.open_below(self)
        return popup

    def value_text(self) -> str:
        """Return what stands for the value."""
        chosen = [option.label for option in self._options if option.key in self._chosen]
        return "・".join(chosen) if chosen else _("すべて")

    def sizeHint(self) -> QSize:
        """Return the room of name, value and mark; 28 high."""
        px, metrics = self._theme.px, self.fontMetrics()
        return QSize(
            px(12)
            + metrics.horizontalAdvance(self._name)
            + px(8)
            + metrics.horizontalAdvance(self._shown_value())
            + px(6 + 14 + 8),
            px(28),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        t, px = self._theme.tokens, self._theme.px
        is_set = bool(self._chosen)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(t.accent if is_set or self.hasFocus() else t.control), wide))
        painter.setBrush(QColor(t.soft if is_set else t.surface))
        inset = wide / 2
        radius = px(14) - inset
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), radius, radius)
        metrics = self.fontMetrics()
        name = self.rect().adjusted(px(12), 0, 0, 0)
        painter.setPen(QColor(t.accent if is_set else t.muted))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._name)
        value = name.adjusted(metrics.horizontalAdvance(self._name) + px(8), 0, 0, 0)
        painter.setPen(QColor(t.ink))
        painter.drawText(value, Qt.AlignmentFlag.AlignVCenter, self._shown_value())
        colour = t.accent if is_set else t.muted
        paint_icon(painter, "x" if is_set else "chevron-down", self._mark_box(), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Clear on the ✕, open the list elsewhere."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._chosen and event.position().x() >= self._mark_box().left() - self._theme.px(6):
            self.choose(())
        else:
            self.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Space, Enter or Down; clear with Delete or Backspace."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.open_list()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(())
        else:
            super().keyPressEvent(event)

    def _mark_box(self) -> QRectF:
        px = self._theme.px
        return QRectF(self.width() - px(8 + 14), (self.height() - px(14)) / 2, px(14), px(14))

    def _shown_value(self) -> str:
        limit = self._theme.px(_LONGEST_VALUE)
        return self.fontMetrics().elidedText(self.value_text(), Qt.TextElideMode.ElideRight, limit)

    def _refresh(self) -> None:
        self.setAccessibleName(f"{self._name} {self.value_text()}")
        self.setToolTip("" if self._shown_value() == self.value_text() else self.value_text())
        self.updateGeometry()
        self.update()

    def _on_closed(self) -> None:
        self._popup = None
