"""The handbook's figure: five 領域 from the citizens' own to the city's own, the 形態 below them."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import GuideText, Zone
from kyodo_desktop.ui.theme.theme import TextSize, Theme

_HEAD, _ZONE, _ROW, _GAP = 24, 92, 30, 6
_BANDS = 2 * _HEAD
"""The names of the wide and the narrow 協働 stand above the names of the 領域."""
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_WALKS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PICKS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a box of the figure stands: chosen, fitting the answers, under the keys."""

    chosen: bool
    fits: bool
    here: bool


class FormChart(QWidget):
    """Draws the figure, and lets a 領域 and a 形態 be chosen in it.

    The arrow keys walk, space or Enter chooses, as a click does; `at_changed` tells the 形態 under the keys.
    What is chosen has a thick frame and a ✓, what fits the answers a ●.
    """

    zone_picked = Signal(str)
    form_picked = Signal(str, str)
    at_changed = Signal(str)

    def __init__(self, theme: Theme, text: GuideText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text = theme, text
        self._zone, self._form, self._fitting = "", "", frozenset[str]()
        self._at = (0, 0)
        self.setFont(theme.font(TextSize.CAPTION))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def show_fit(self, fitting: Collection[str]) -> None:
        """Mark the forms that fit."""
        self._fitting = frozenset(fitting)
        self._say()
        self.update()

    def show_choice(self, zone: str, form: str) -> None:
        """Mark what is chosen."""
        self._zone, self._form = zone, form
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of zones and forms."""
        rows = max((len(zone.forms) for zone in self._text.zones), default=0)
        height = _BANDS + _HEAD + _ZONE + _GAP + rows * (_ROW + _GAP)
        return QSize(self._theme.px(560), self._theme.px(height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, choose with space or Enter."""
        key = Qt.Key(event.key())
        if key in _WALKS:
            self._walk(*_WALKS[key])
        elif key in _PICKS:
            self._pick()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        for column, zone in enumerate(self._text.zones):
            for row in range(len(zone.forms) + 1):
                if self._cell(column, row).contains(event.position()):
                    self._at = (column, row)
                    self._tell_place()
                    self._pick()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at what is chosen."""
        zones = [one.key for one in self._text.zones]
        if self._zone in zones:
            column = zones.index(self._zone)
            forms = self._text.zones[column].forms
            self._at = (column, forms.index(self._form) + 1 if self._form in forms else 0)
        self._tell_place()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the place no more."""
        super().focusOutEvent(event)
        self.at_changed.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the zones, and below each the forms that stand in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.ink))
        heads, last = self._text.chart, len(self._text.zones) - 1
        self._paint_band(painter, 0, last + 1, 0, heads.wide)
        self._paint_band(painter, 1, last - 1, _HEAD, heads.narrow)
        for words, first, many in (
            (heads.citizens, 0, 1),
            (heads.shared, 1, last - 1),
            (heads.city, last, 1),
        ):
            painter.drawText(self._box(first, many, _BANDS, _HEAD), _CENTRE, words)
        for column, zone in enumerate(self._text.zones):
            self._paint_zone(painter, column, zone)
            for row, key in enumerate(zone.forms, 1):
                self._paint_form(painter, (column, row), key)

    # Choosing

    def _walk(self, columns: int, rows: int) -> None:
        column = min(max(self._at[0] + columns, 0), len(self._text.zones) - 1)
        row = min(max(self._at[1] + rows, 0), len(self._text.zones[column].forms))
        self._at = (column, row)
        self._tell_place()

    def _tell_place(self) -> None:
        self._say()
        self.update()
        self.at_changed.emit(self._form_at())

    def _pick(self) -> None:
        zone, form = self._text.zones[self._at[0]].key, self._form_at()
        if form:
            self.form_picked.emit(zone, form)
        else:
            self.zone_picked.emit(zone)

    def _form_at(self) -> str:
        column, row = self._at
        return self._text.zones[column].forms[row - 1] if row else ""

    # Drawing

    def _paint_band(self, painter: QPainter, first: int, many: int, top: float, words: str) -> None:
        """Draw a name in a line that reaches as far as what it names, with an upright at each end."""
        box = self._box(first, many, top, _HEAD).adjusted(2, 2, -2, -2)
        half = painter.fontMetrics().horizontalAdvance(words) / 2 + self._theme.px(6)
        middle = box.center()
        for end, inner in ((box.left(), middle.x() - half), (box.right(), middle.x() + half)):
            painter.drawLine(QPointF(end, middle.y()), QPointF(inner, middle.y()))
            painter.drawLine(QPointF(end, box.top()), QPointF(end, box.bottom()))
        painter.drawText(box, _CENTRE, words)

    def _paint_zone(self, painter: QPainter, column: int, zone: Zone) -> None:
        look = _Look(zone.key == self._zone, fits=False, here=self._is_at(column, 0))
        box = self._cell(column, 0)
        self._paint_frame(painter, box, look)
        painter.setPen(QColor(self._theme.tokens.ink))
        sign = "✓ " if look.chosen else ""
        words = zone.text.replace("＋", "\n＋\n")
        painter.drawText(box.adjusted(2, 0, -2, 0), _CENTRE, f"{sign}{zone.title}\n{words}")

    def _paint_form(self, painter: QPainter, at: tuple[int, int], key: str) -> None:
        form, tokens = self._text.form(key), self._theme.tokens
        chosen = key == self._form and self._text.zones[at[0]].key == self._zone
        look = _Look(chosen, fits=key in self._fitting, here=self._is_at(*at))
        box = self._cell(*at)
        self._paint_frame(painter, box, look)
        painter.setPen(QColor(tokens.ink if look.fits or chosen else tokens.muted))
        signs = ("✓" if chosen else "") + ("●" if look.fits else "")
        title = form.title if form is not None else key
        painter.drawText(box, _CENTRE, f"{signs} {title}".strip())

    def _paint_frame(self, painter: QPainter, box: QRectF, look: _Look) -> None:
        tokens = self._theme.tokens
        marked = look.chosen or look.fits
        width = 3 if look.chosen else 2 if look.fits else 1
        painter.setPen(QPen(QColor(tokens.ink if marked else tokens.control), width))
        painter.setBrush(QColor(tokens.soft if marked else tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        if look.here:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 3, 3)

    def _is_at(self, column: int, row: int) -> bool:
        return self.hasFocus() and self._at == (column, row)

    def _cell(self, column: int, row: int) -> QRectF:
        if not row:
            return self._box(column, 1, _BANDS + _HEAD, _ZONE).adjusted(2, 2, -2, -2)
        top = _BANDS + _HEAD + _ZONE + _GAP + (row - 1) * (_ROW + _GAP)
        return self._box(column, 1, top, _ROW).adjusted(2, 1, -2, -1)

    def _box(self, at: int, many: int, top: float, height: float) -> QRectF:
        width, px = self.width() / len(self._text.zones), self._theme.px
        return QRectF(at * width, px(top), many * width, px(height))

    def _say(self) -> None:
        zones = {one.key: one.title for one in self._text.zones}
        forms = {one.key: one.title for one in self._text.forms}
        here = forms.get(self._form_at()) or self._text.zones[self._at[0]].title
        fitting = _("、").join(title for key, title in forms.items() if key in self._fitting)
        self.setAccessibleName(_("五つの領域と形態の図　{here}").format(here=here))
        self.setAccessibleDescription(
            _("選んだ領域: {zone}　選んだ形態: {form}　合う形態: {forms}").format(
                zone=zones.get(self._zone, _("未選択")),
                form=forms.get(self._form, _("未選択")),
                forms=fitting,
            )
        )
