"""The signs ▲ ✕ ✓ that go with a meaning; painted, never a font's glyph."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.tokens import Tone


def paint_sign(painter: QPainter, rect: QRectF, tone: Tone, colour: str) -> None:
    """Draw the sign of `tone` into `rect` (a square)."""
    if tone is Tone.DUE:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        inset = rect.height() * 0.08
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(rect.center().x(), rect.top() + inset),
                    QPointF(rect.right(), rect.bottom() - inset),
                    QPointF(rect.left(), rect.bottom() - inset),
                ]
            )
        )
        painter.restore()
        return
    grown = rect.adjusted(-1.5, -1.5, 1.5, 1.5)
    paint_icon(painter, "x" if tone is Tone.ERROR else "check", grown, colour)
