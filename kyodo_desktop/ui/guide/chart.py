"""The handbook's chart: five 領域 from the citizens' own to the city's own, the 形態 below them."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.guides import GuideForm, GuideText, Zone
from kyodo_desktop.ui.theme.theme import TextSize, Theme

_HEAD, _ZONE, _ROW, _GAP = 24, 64, 28, 6
_BANDS = 2 * _HEAD
"""The names of the wide and the narrow 協働 stand above the names of the 領域."""
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class FormChart(QWidget):
    """Draws the chart; the chosen zone has a thick frame, what fits the answers a ●."""

    def __init__(self, theme: Theme, text: GuideText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text = theme, text
        self._zone, self._fitting = "", frozenset[str]()
        self.setFont(theme.font(TextSize.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def show_fit(self, zone: str, fitting: Collection[str]) -> None:
        """Mark a zone and the forms that fit."""
        self._zone, self._fitting = zone, frozenset(fitting)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of zones and forms."""
        height = _BANDS + _HEAD + _ZONE + _GAP + len(self._forms_by_row()) * (_ROW + _GAP)
        return QSize(self._theme.px(560), self._theme.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the zones, and each form across those it stands in."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.ink))
        self._paint_band(painter, 0, 5, 0, _("広義の連携・協働の領域"))
        self._paint_band(painter, 1, 3, _HEAD, _("狭義の協働の領域"))
        heads = ((_("市民の領域"), 0, 1), (_("協働の領域"), 1, 3), (_("市の領域"), 4, 1))
        for words, first, many in heads:
            painter.drawText(self._box(first, many, _BANDS, _HEAD), _CENTRE, words)
        for at, zone in enumerate(self._text.zones):
            self._paint_zone(painter, at, zone)
        for row, forms in enumerate(self._forms_by_row()):
            for at, form in forms:
                self._paint_form(painter, row, at, form)

    def _paint_band(self, painter: QPainter, first: int, many: int, top: float, words: str) -> None:
        """Draw a name in a line that reaches as far as what it names, with an upright at each end."""
        box = self._box(first, many, top, _HEAD).adjusted(2, 2, -2, -2)
        half = painter.fontMetrics().horizontalAdvance(words) / 2 + self._theme.px(6)
        middle = box.center()
        for end, inner in ((box.left(), middle.x() - half), (box.right(), middle.x() + half)):
            painter.drawLine(QPointF(end, middle.y()), QPointF(inner, middle.y()))
            painter.drawLine(QPointF(end, box.top()), QPointF(end, box.bottom()))
        painter.drawText(box, _CENTRE, words)

    def _paint_zone(self, painter: QPainter, at: int, zone: Zone) -> None:
        chosen, tokens = zone.key == self._zone, self._theme.tokens
        painter.setPen(QPen(QColor(tokens.ink if chosen else tokens.control), 3 if chosen else 1))
        painter.setBrush(QColor(tokens.soft if chosen else tokens.surface))
        box = self._box(at, 1, _BANDS + _HEAD, _ZONE).adjusted(2, 2, -2, -2)
        painter.drawRect(box)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(box.adjusted(2, 0, -2, 0), _CENTRE, f"{zone.title}\n{zone.text}")

    def _paint_form(self, painter: QPainter, row: int, at: int, form: GuideForm) -> None:
        fits, tokens = form.key in self._fitting, self._theme.tokens
        top = _BANDS + _HEAD + _ZONE + _GAP + row * (_ROW + _GAP)
        box = self._box(at, 1, top, _ROW).adjusted(2, 1, -2, -1)
        painter.setPen(QPen(QColor(tokens.ink if fits else tokens.control), 2 if fits else 1))
        painter.setBrush(QColor(tokens.soft if fits else tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(tokens.ink if fits else tokens.muted))
        painter.drawText(box, _CENTRE, f"● {form.title}" if fits else form.title)

    def _box(self, at: int, many: int, top: float, height: float) -> QRectF:
        width, px = self.width() / len(self._text.zones), self._theme.px
        return QRectF(at * width, px(top), many * width, px(height))

    def _forms_by_row(self) -> list[list[tuple[int, GuideForm]]]:
        """Return the forms below their zones, each zone's from the top down."""
        rows: list[list[tuple[int, GuideForm]]] = []
        for at, zone in enumerate(self._text.zones):
            here = [form for form in self._text.forms if zone.key in form.zones]
            for row, form in enumerate(here):
                if row == len(rows):
                    rows.append([])
                rows[row].append((at, form))
        return rows

    def _say(self) -> None:
        zone = next((one.title for one in self._text.zones if one.key == self._zone), _("未選択"))
        forms = _("、").join(one.title for one in self._text.forms if one.key in self._fitting)
        self.setAccessibleName(_("五つの領域と形態の図"))
        self.setAccessibleDescription(_("領域: {zone}　合う形態: {forms}").format(zone=zone, forms=forms))
