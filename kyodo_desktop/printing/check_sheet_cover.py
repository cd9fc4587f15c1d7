"""The check sheet's cover: title, the three questions with their answers, 使い方."""

from kyodo_desktop.printing.flow import draw, paragraph, place
from kyodo_desktop.printing.page import BOTTOM, LEFT, MIDDLE, RIGHT, TOP, Align, Page
from kyodo_desktop.printing.style import Style, bold, gothic, mincho
from kyodo_desktop.records.check_sheets import CheckSheetText

BODY = mincho(12)
BODY_PITCH = 1.75 * BODY.em
_LEAD, _TITLE, _QUESTION, _USAGE_TITLE = gothic(14, 1), bold(28, 3), bold(14), bold(13)
_TEXT_LEFT = 30.0


def draw_cover(page: Page, text: CheckSheetText) -> None:
    """Draw the cover."""
    page.text(MIDDLE, 45, text.lead, _LEAD, Align.CENTRE)
    page.text(MIDDLE, 60, text.title, _TITLE, Align.CENTRE)
    page.across(LEFT, RIGHT, 74, 0.9)
    page.across(LEFT, RIGHT, 75.2, 0.3)
    y = 95.0
    for question, answer in text.questions:
        y = _draw_question(page, y, question, answer) + 17.3
    _draw_usage(page, max(y + 2.3, 227.0), text)


def _draw_question(page: Page, y: float, question: str, answer: str) -> float:
    """Draw a question and its answer; return the y of the last line."""
    page.fill(LEFT, y - 3.2, 2.2, 6.4)
    page.text(_TEXT_LEFT, y, question, _QUESTION)
    lines = paragraph(answer, BODY, _TEXT_LEFT, RIGHT - _TEXT_LEFT, BODY_PITCH, first_indent=BODY.em)
    placed, bottom = place(lines, y + 10.5 - BODY_PITCH / 2, BOTTOM, TOP)
    draw(page, placed[0])
    return bottom - BODY_PITCH / 2


def _draw_usage(page: Page, top: float, text: CheckSheetText) -> None:
    page.frame(LEFT, top, RIGHT - LEFT, 23)
    draw_frame_title(page, 35, top, text.usage_title, _USAGE_TITLE)
    page.text(32.2, top + 12.7, f"■{text.usage}", BODY)


def draw_frame_title(page: Page, x: float, y: float, title: str, style: Style) -> None:
    """Write a title into a frame's top line, which makes way for it."""
    page.fill(x - 3, y - 1, style.width(title) + 6, 2, shade=1.0)
    page.text(x, y, title, style)
