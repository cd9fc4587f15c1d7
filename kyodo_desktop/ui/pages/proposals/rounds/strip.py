"""The strip of a round: its stages in a row, with their dates and how many proposals stand in each."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.rounds import RoundStrip, StageLevel, StripStage
from kyodo_desktop.ui.pages.proposals.rounds.wording import dates_words, window_words
from kyodo_desktop.ui.theme.theme import TextSize, Theme
from kyodo_desktop.ui.widgets.bars import EDGE

DRAFTS = "drafts"
"""Where a proposal stands that is not taken in yet."""
_HEIGHT, _LOW, _GAP, _LEAST, _BELOW = 48, 28, 4, 116, 8
_WALKS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class _Face:
    """What a cell shows: key, label, its count (None: nothing is counted), dates in short, all in words."""

    key: str
    label: str
    count: int | None
    dates: str
    spoken: str
    now: bool = False


class StageCell(QAbstractButton):
    """One stage; chosen, it narrows the list to the proposals that stand in it."""

    walked = Signal(int)

    def __init__(self, theme: Theme, face: _Face, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.face = theme, face
        self.is_low = False
        self.setText(face.label)
        self.setToolTip(face.spoken)
        self.setAccessibleName(face.spoken)
        self.setCheckable(face.count is not None)
        if face.count is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the least that shows something."""
        return QSize(self._theme.px(_LEAST), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the strip with the arrow keys; Enter chooses."""
        key = Qt.Key(event.key())
        if key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the words, and the part of the line below that is this stage's."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, 0, 0, -px(4))
        can_hover = self.isCheckable() and self.underMouse()
        if self.isChecked() or can_hover or self.hasFocus():
            edge = self.hasFocus()
            painter.setPen(QPen(QColor(t.accent), 2) if edge else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QColor(t.soft if self.isChecked() else t.hover if can_hover else t.window))
            painter.drawRoundedRect(box.toRectF().adjusted(1, 1, -1, -1), px(4), px(4))
        thick = px(3 if self.face.now else 1)
        line = QRect(0, self.height() - thick, self.width(), thick)
        painter.fillRect(line, QColor(t.accent if self.face.now else t.line))
        self._paint_words(painter, box.adjusted(px(6), px(3), -px(4), -px(3)))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        t, px, face = self._theme.tokens, self._theme.px, self.face
        if self.is_low:
            self._paint_line(painter, room)
            return
        upper, lower = QRect(room), QRect(room)
        upper.setBottom(room.center().y())
        lower.setTop(room.center().y() + 1)
        _draw(painter, upper, self._theme, face.label, t.ink if face.now else t.muted, bold=face.now)
        left = lower.left()
        if face.count is not None:
            colour = t.ink if face.count else t.muted
            left = _draw(painter, lower, self._theme, str(face.count), colour, bold=bool(face.count)) + px(8)
        if face.now:
            left = _draw(
                painter, lower.adjusted(left - lower.left(), 0, 0, 0), self._theme, _("いま"), t.accent
            )
            left += px(6)
        _draw(painter, lower.adjusted(left - lower.left(), 0, 0, 0), self._theme, face.dates, t.muted)

    def _paint_line(self, painter: QPainter, room: QRect) -> None:
        """Draw label and count beside each other, where there is no room for the dates."""
        t, px, face = self._theme.tokens, self._theme.px, self.face
        colour = t.ink if face.now else t.muted
        left = _draw(painter, room.adjusted(0, 0, -px(24), 0), self._theme, face.label, colour, bold=face.now)
        if face.count is not None:
            after = room.adjusted(left - room.left() + px(6), 0, 0, 0)
            colour = t.ink if face.count else t.muted
            _draw(painter, after, self._theme, str(face.count), colour, bold=bool(face.count))


class RoundStripBar(QWidget):
    """Shows the strip of one round; as a chooser of the filter it holds at most one stage."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cells: tuple[StageCell, ...] = ()
        self._key = ""
        self.setAccessibleName(_("段階と件数"))
        self.hide()

    def show_strip(self, strip: RoundStrip | None) -> None:
        """Show where the proposals of a round stand; None shows nothing and chooses nothing."""
        focused = next((cell.face.key for cell in self.cells if cell.hasFocus()), "")
        for cell in self.cells:
            cell.hide()
            cell.deleteLater()
        faces = _faces(strip) if strip is not None else []
        self.cells = tuple(StageCell(self._theme, face, self) for face in faces)
        for at, cell in enumerate(self.cells):
            cell.clicked.connect(lambda _checked=False, key=cell.face.key: self._on_clicked(key))
            cell.walked.connect(lambda step, at=at: self._walk(at, step))
            cell.show()
        if strip is None or self._key not in {cell.face.key for cell in self.cells}:
            self.choose(())
        self._refresh()
        self.setVisible(strip is not None)
        self._place()
        for cell in self.cells:
            if focused and cell.face.key == focused:
                cell.setFocus()

    def chosen(self) -> frozenset[str]:
        """Return the stage that is chosen; empty means no condition."""
        return frozenset({self._key} - {""})

    def choose(self, keys: Iterable[str]) -> None:
        """Choose a stage, telling only if that changes something."""
        offered = {cell.face.key for cell in self.cells if cell.isCheckable()}
        key = next((key for key in keys if key in offered), "")
        if key != self._key:
            self._key = key
            self._refresh()
            self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells in as many rows as they need."""
        super().resizeEvent(event)
        self._place()

    def _on_clicked(self, key: str) -> None:
        self.choose(() if key == self._key else (key,))
        self._refresh()

    def _walk(self, at: int, step: int) -> None:
        there = self.cells[min(max(at + step, 0), len(self.cells) - 1)]
        there.setFocus()

    def _refresh(self) -> None:
        stops = [cell for cell in self.cells if cell.face.key == self._key] or list(self.cells[:1])
        for cell in self.cells:
            cell.setChecked(cell.isCheckable() and cell.face.key == self._key)
            # One stop of the Tab key for all; the arrow keys go from one to the other.
            strong = cell in stops
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _place(self) -> None:
        px = self._theme.px
        if not self.cells:
            return
        room = self.width() - px(2 * EDGE)
        fit = max(1, (room + px(_GAP)) // (px(_LEAST) + px(_GAP)))
        rows = -(-len(self.cells) // fit)
        columns = -(-len(self.cells) // rows)
        width = (room + px(_GAP)) / columns
        high = px(_HEIGHT if rows == 1 else _LOW)
        for at, cell in enumerate(self.cells):
            row, column = divmod(at, columns)
            left, right = round(column * width), round((column + 1) * width) - px(_GAP)
            top = row * (high + px(_GAP))
            cell.is_low = rows > 1
            cell.setGeometry(px(EDGE) + left, top, right - left, high)
        height = rows * high + (rows - 1) * px(_GAP) + px(_BELOW)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


def _faces(strip: RoundStrip) -> list[_Face]:
    drafts = _("下書き {n}件 まだ受け付けていません").format(n=strip.drafts)
    return [
        _Face(DRAFTS, _("下書き"), strip.drafts, _("受付の前"), drafts),
        *(_face(one, strip.fiscal_year) for one in strip.stages),
    ]


def _face(one: StripStage, fiscal_year: int) -> _Face:
    dates = dates_words(one.starts_on, one.ends_on)
    counted = one.level is not StageLevel.ROUND
    parts = (
        one.label,
        _("提案 {n}件").format(n=one.proposals) if counted else "",
        _("いま") if one.now else "",
        dates,
        *one.missing,
    )
    return _Face(
        one.stage,
        one.label,
        one.proposals if counted else None,
        window_words(one.starts_on, one.ends_on, fiscal_year),
        " ".join(part for part in parts if part),
        one.now,
    )


def _draw(painter: QPainter, room: QRect, theme: Theme, text: str, colour: str, *, bold: bool = False) -> int:
    """Draw a word as far as there is room; return where it ends."""
    painter.setFont(theme.font(TextSize.CAPTION, bold=bold))
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return room.left() + metrics.horizontalAdvance(shown)
