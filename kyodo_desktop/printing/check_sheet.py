"""Lays out the 相互チェックシート: cover, Ⅰ, Ⅱ, Ⅲ with the contact block, and メモ if there are notes."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.printing.check_sheet_cover import BODY, BODY_PITCH, draw_cover, draw_frame_title
from kyodo_desktop.printing.check_sheet_data import SheetData, read_sheet
from kyodo_desktop.printing.check_sheet_table import StageTable
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.flow import FlowLine, draw, paragraph, place, space
from kyodo_desktop.printing.overflow import Fitted, fit, whole_texts
from kyodo_desktop.printing.page import BOTTOM, HAIR, LEFT, RIGHT, TOP, WRITING, Page
from kyodo_desktop.printing.style import bold, gothic, mincho
from kyodo_desktop.records.check_sheets import CheckStage

_LABEL, _VALUE = gothic(12), mincho(12)
_VALUE_FLOOR, _VALUE_PITCH = 9.0, 4.4
_VALUE_LEFT = 47.0
_STAGE, _POINT, _HEADING = bold(16), bold(14), bold(12)
_POINT_TEXT_LEFT, _POINT_TEXT_RIGHT = 37.2, 182.0
_CONTACT = mincho(10)
_CONTACT_PITCH, _CONTACT_LEFT = 5.6, 104.0
_MOST_CONTACT_LINES = 5
_LEAST_ROW, _MOST_ROW = 22.0, 30.0


def lay_out_check_sheet(document: Document, values: Values) -> None:
    """Draw the sheet."""
    data = read_sheet(values)
    sheet = _Sheet(document, data)
    draw_cover(document.new_page(), data.text)
    for number, stage in enumerate(data.text.stages):
        sheet.draw_stage(stage, first=number == 0, last=number == len(data.text.stages) - 1)
    sheet.draw_memo()


class _Sheet:
    """The pages after the cover; keeps what was too long for its place."""

    def __init__(self, document: Document, data: SheetData) -> None:
        self._document, self._data = document, data
        self._whole: list[tuple[str, str]] = []

    def draw_stage(self, stage: CheckStage, *, first: bool, last: bool) -> None:
        """Draw the page of a stage."""
        page = self._document.new_page()
        top = 25.0
        if first:
            self._draw_value(page, 25, _("年度"), self._data.fiscal_year, 100)
            self._draw_value(page, 38, _("事業名"), self._data.title, RIGHT)
            top = 52.5
        _draw_stage_title(page, top, f"{stage.numeral}　{stage.title}")
        table_top = _draw_points(page, top + 24.5, stage) + 12
        contact = self._fit_contact() if last else ()
        foot = BOTTOM - (12 + len(contact) * _CONTACT_PITCH if last else 0)
        foot -= 8 if self._data.sides else 0
        row = min(_MOST_ROW, max(_LEAST_ROW, (foot - table_top - 13) / len(stage.items)))
        row = 27.0 if first else row
        table = StageTable(self._data, stage, table_top, row)
        table.draw(page)
        if self._data.sides:
            table.draw_legend(page, table.bottom + 5)
        if last:
            _draw_contact(page, contact)

    def _draw_value(self, page: Page, y: float, label: str, value: str, to_x: float) -> None:
        page.spread(LEFT, 16, y, label, _LABEL)
        page.text(LEFT + 16, y, "：", _LABEL)
        page.across(_VALUE_LEFT, to_x, y + 4, WRITING)
        fitted = self._fit(label, value, to_x - _VALUE_LEFT - 3, 2)
        middle = y if len(fitted.lines) == 1 else y - 0.4
        page.lines(_VALUE_LEFT + 1.5, middle, fitted.lines, fitted.style, _VALUE_PITCH)

    def _fit(self, label: str, value: str, width: float, most_lines: int) -> Fitted:
        fitted = fit(value, _VALUE, width, _VALUE_FLOOR, most_lines)
        if not fitted.whole:
            self._whole.append((label, value))
        return fitted

    def _fit_contact(self) -> tuple[FlowLine, ...]:
        words = "\n".join(self._data.contact)
        width = RIGHT - _CONTACT_LEFT - 4
        lines = paragraph(words, _CONTACT, _CONTACT_LEFT + 2, width, _CONTACT_PITCH)
        if len(lines) <= _MOST_CONTACT_LINES:
            return tuple(lines)
        fitted = fit(words, _CONTACT, width, _VALUE_FLOOR, _MOST_CONTACT_LINES)
        if not fitted.whole:
            self._whole.append((_("問合せ先"), words))
        return tuple(FlowLine(line, fitted.style, _CONTACT_LEFT + 2, _CONTACT_PITCH) for line in fitted.lines)

    def draw_memo(self) -> None:
        """Draw the notes, and whole what was too long, on pages after the stages."""
        parts = [*self._whole, *self._data.notes]
        if not parts:
            return
        pages, _y = place(whole_texts(parts, LEFT, RIGHT - LEFT), 46.0, BOTTOM, 46.0)
        for number, placed in enumerate(pages):
            page = self._document.new_page()
            _draw_stage_title(page, 25, _("メモ（続き）") if number else _("メモ"))
            draw(page, placed)


def _draw_stage_title(page: Page, top: float, words: str) -> None:
    page.fill(LEFT, top, 4, 12)
    page.text(34, top + 6, words, _STAGE)
    page.frame(LEFT, top, RIGHT - LEFT, 12)


def _draw_points(page: Page, top: float, stage: CheckStage) -> float:
    """Draw the POINT! box and return where it ends."""
    width = _POINT_TEXT_RIGHT - _POINT_TEXT_LEFT
    flow: list[FlowLine] = [space(11.9 - BODY_PITCH / 2, BODY)]
    for number, point in enumerate(stage.points):
        if number:
            flow.append(space(11.3 - BODY_PITCH, BODY))
        flow.append(FlowLine(f"■{point.heading}", _HEADING, 33, BODY_PITCH))
        flow.append(space(8.1 - BODY_PITCH, BODY))
        flow += paragraph(point.text.strip(), BODY, _POINT_TEXT_LEFT, width, BODY_PITCH, first_indent=BODY.em)
    placed, y = place(flow, top, BOTTOM, TOP)
    bottom = y - BODY_PITCH / 2 + 9.2
    page.frame(LEFT, top, RIGHT - LEFT, bottom - top, radius=3)
    draw_frame_title(page, 34, top, _("ＰＯＩＮＴ！"), _POINT)
    draw(page, placed[0])
    return bottom


def _draw_contact(page: Page, lines: tuple[FlowLine, ...]) -> None:
    height = len(lines) * _CONTACT_PITCH + 4
    top = BOTTOM - height
    page.across(_CONTACT_LEFT, RIGHT, top, HAIR)
    page.across(_CONTACT_LEFT, RIGHT, BOTTOM, HAIR)
    placed, _y = place(lines, top + 2, BOTTOM + 20, TOP)
    draw(page, placed[0])
