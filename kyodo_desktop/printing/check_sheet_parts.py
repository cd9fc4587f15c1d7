"""What both editions of the check sheet are made of: values on lines, POINT!, contact, signatures, メモ."""

from dataclasses import dataclass

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.check_sheet_cover import BODY, BODY_PITCH, draw_frame_title
from kyodo_desktop.printing.check_sheet_data import SheetData
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.flow import FlowLine, draw, paragraph, place, space
from kyodo_desktop.printing.overflow import Fitted, fit, whole_texts
from kyodo_desktop.printing.page import BOTTOM, HAIR, LEFT, RIGHT, TOP, WRITING, Page
from kyodo_desktop.printing.style import Style, bold, gothic, mincho
from kyodo_desktop.records.check_sheets import CheckStage

_LABEL, _VALUE = gothic(12), mincho(12)
_VALUE_FLOOR, _VALUE_PITCH = 9.0, 4.4
_VALUE_LEFT = 47.0
_POINT_TEXT_LEFT = 37.2
_CONTACT_LEFT, _MOST_CONTACT_LINES = 104.0, 5
_SIGN_RIGHT, _SIGN_PITCH, _SIGN_LABEL = 96.0, 8.0, 12.0
_SIGN = mincho(9.5)
SIGNATURES = 21.0
"""How high the lines to sign on are."""


@dataclass(frozen=True, slots=True)
class StageSize:
    """How large a stage is set: its heading, POINT! and the contact block; mm, from line to line.

    `lead` is from the frame's top to the first line, `apart` between two points, `after` from a point's
    heading to its text, `end` from the last line to the frame; the text ends at `text_right`.
    """

    heading: Style
    heading_height: float
    title: Style
    point: Style
    text: Style
    pitch: float
    lead: float
    apart: float
    after: float
    end: float
    contact: Style
    contact_pitch: float
    text_right: float


FULL = StageSize(
    heading=bold(16),
    heading_height=12.0,
    title=bold(14),
    point=bold(12),
    text=BODY,
    pitch=BODY_PITCH,
    lead=11.9,
    apart=11.3,
    after=8.1,
    end=9.2,
    contact=mincho(10),
    contact_pitch=5.6,
    text_right=182.0,
)
"""As in the handbook: a stage a page."""


class Parts:
    """Draws the parts of one sheet; keeps what was too long for its place."""

    def __init__(self, document: Document, data: SheetData) -> None:
        self._document, self._data = document, data
        self._whole: list[tuple[str, str]] = []

    def draw_value(self, page: Page, y: float, label: str, value: str, to_x: float) -> None:
        """Draw a label and its value on a line to write on."""
        page.spread(LEFT, 16, y, label, _LABEL)
        page.text(LEFT + 16, y, "：", _LABEL)
        page.across(_VALUE_LEFT, to_x, y + 4, WRITING)
        fitted = self._fit(label, value, to_x - _VALUE_LEFT - 3, 2)
        middle = y if len(fitted.lines) == 1 else y - 0.4
        page.lines(_VALUE_LEFT + 1.5, middle, fitted.lines, fitted.style, _VALUE_PITCH)

    def fit_contact(self, size: StageSize) -> tuple[FlowLine, ...]:
        """Return the lines of the contact block."""
        words, pitch = "\n".join(self._data.contact), size.contact_pitch
        width = RIGHT - _CONTACT_LEFT - 4
        lines = paragraph(words, size.contact, _CONTACT_LEFT + 2, width, pitch)
        if len(lines) <= _MOST_CONTACT_LINES:
            return tuple(lines)
        fitted = fit(words, size.contact, width, min(size.contact.size, _VALUE_FLOOR), _MOST_CONTACT_LINES)
        if not fitted.whole:
            self._whole.append((_("問合せ先"), words))
        return tuple(FlowLine(line, fitted.style, _CONTACT_LEFT + 2, pitch) for line in fitted.lines)

    def draw_memo(self) -> None:
        """Draw the notes, and whole what was too long, on pages after the stages."""
        parts = [*self._whole, *self._data.notes]
        if not parts:
            return
        pages, _y = place(whole_texts(parts, LEFT, RIGHT - LEFT), 46.0, BOTTOM, 46.0)
        for number, placed in enumerate(pages):
            page = self._document.new_page()
            draw_stage_title(page, 25, _("メモ（続き）") if number else _("メモ"))
            draw(page, placed)

    def _fit(self, label: str, value: str, width: float, most_lines: int) -> Fitted:
        fitted = fit(value, _VALUE, width, _VALUE_FLOOR, most_lines)
        if not fitted.whole:
            self._whole.append((label, value))
        return fitted


def draw_stage_title(page: Page, top: float, words: str, size: StageSize = FULL) -> None:
    """Draw the frame with a stage's name."""
    height = size.heading_height
    page.fill(LEFT, top, 4, height)
    page.text(34, top + height / 2, words, size.heading)
    page.frame(LEFT, top, RIGHT - LEFT, height)


def draw_points(page: Page, top: float, stage: CheckStage, size: StageSize = FULL) -> float:
    """Draw the POINT! box and return where it ends."""
    width = size.text_right - _POINT_TEXT_LEFT
    text, pitch = size.text, size.pitch
    flow: list[FlowLine] = [space(size.lead - pitch / 2, text)]
    for number, point in enumerate(stage.points):
        if number:
            flow.append(space(size.apart - pitch, text))
        flow.append(FlowLine(f"■{point.heading}", size.point, 33, pitch))
        flow.append(space(size.after - pitch, text))
        flow += paragraph(point.text.strip(), text, _POINT_TEXT_LEFT, width, pitch, first_indent=text.em)
    placed, y = place(flow, top, BOTTOM, TOP)
    bottom = y - pitch / 2 + size.end
    page.frame(LEFT, top, RIGHT - LEFT, bottom - top, radius=3)
    draw_frame_title(page, 34, top, _("ＰＯＩＮＴ！"), size.title)
    draw(page, placed[0])
    return bottom


def draw_contact(page: Page, lines: tuple[FlowLine, ...]) -> None:
    """Draw the contact block at the page's lower right."""
    height = sum(line.height for line in lines) + 4
    top = BOTTOM - height
    page.across(_CONTACT_LEFT, RIGHT, top, HAIR)
    page.across(_CONTACT_LEFT, RIGHT, BOTTOM, HAIR)
    placed, _y = place(lines, top + 2, BOTTOM + 20, TOP)
    draw(page, placed[0])


def draw_signatures(page: Page) -> None:
    """Draw lines at the page's lower left on which both sides sign that they have talked."""
    first = BOTTOM - 2 * _SIGN_PITCH - 4
    page.text(LEFT, first, _("確認日　　　　　年　　　月　　　日"), _SIGN)
    for number, side in enumerate((_("団体"), _("市")), 1):
        y = first + number * _SIGN_PITCH
        page.spread(LEFT, _SIGN_LABEL - 3, y, side, _SIGN)
        page.across(LEFT + _SIGN_LABEL, _SIGN_RIGHT, y + 4, WRITING)
