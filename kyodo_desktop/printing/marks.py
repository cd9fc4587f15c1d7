"""The marks of the check sheet, drawn as shapes so that black and white paper shows them: ● ◐ ○."""

from kyodo_desktop.printing.page import Page
from kyodo_desktop.printing.style import MM
from kyodo_desktop.records.check_sheets import MarkValue

_STROKE = 1.1


def draw_mark(page: Page, x: float, y: float, diameter: float, value: MarkValue) -> None:
    """Draw a mark centred at (x, y): full できている, half 話し合いが必要, open まだ."""
    canvas, radius = page.canvas, diameter / 2 * MM
    centre_x, centre_y = x * MM, (page.height - y) * MM
    canvas.setLineWidth(_STROKE)
    canvas.circle(centre_x, centre_y, radius, stroke=1, fill=1 if value is MarkValue.DONE else 0)
    if value is MarkValue.TALK:
        half = canvas.beginPath()
        half.arc(
            centre_x - radius,
            centre_y - radius,
            centre_x + radius,
            centre_y + radius,
            startAng=90,
            extent=180,
        )
        half.close()
        canvas.drawPath(half, stroke=0, fill=1)
