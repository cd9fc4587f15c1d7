"""Lays out the 受付票, A5 landscape: number, place of the stamp, QR, what was taken in, what happens next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.data import Values
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.flow import FlowLine, draw, paragraph, place, space
from kyodo_desktop.printing.overflow import Fitted, fit, whole_texts
from kyodo_desktop.printing.page import HEAD, Align, Page
from kyodo_desktop.printing.qr import draw_qr
from kyodo_desktop.printing.style import bold, gothic, mincho

_LEFT, _RIGHT, _TOP = 20.0, 190.0, 27.0
_LABELS, _NUMBER, _STAMP, _QR = 30.0, 68.0, 40.0, 32.0
_FIRST_ROW, _ROW = 30.0, 8.4
_LABEL, _VALUE, _STEP = gothic(10), mincho(10), mincho(9)
_VALUE_LEFT, _VALUE_WIDTH = _LEFT + _LABELS + 3, 170 - _LABELS - 6
_VALUE_FLOOR, _VALUE_PITCH = 9.0, 4.4
_STEPS_LEFT = 50.8
_STEP_PITCHES = (5.2, 4.8, 4.4)
"""The pitch of the design, and closer ones that spare a second paper for one last line."""
_BOTTOM, _NEXT_TOP = 132.6, 32.0
_CONTACT_LINES = 3
"""Of the handbook's contact block: the section and its telephone, not its mail address."""
_PAPERS_ACROSS, _PAPER_WIDTH, _COPIES_AT, _PAPER_PITCH = 3, 42.1, 23.5, 5.6


def lay_out_slip(document: Document, values: Values) -> None:
    """Draw the slip."""
    slip = _Slip(values)
    page = document.new_page()
    page.spread(83, 44, 18, _("受付票"), gothic(18))
    slip.draw_table(page)
    rest = slip.draw_below(page)
    _draw_foot(page, slip.contact)
    gap = [space(4.0, _VALUE)] if rest else []
    following = [*rest, *gap, *whole_texts(slip.whole, _LEFT, _RIGHT - _LEFT)]
    if not rest and not slip.whole:
        return
    for placed in place(following, _NEXT_TOP, _BOTTOM, _NEXT_TOP)[0]:
        page = document.new_page()
        page.text(_LEFT, 22, _("受付票（続き）"), gothic(10.5))
        page.text(_RIGHT, 22, slip.number, mincho(10.5), Align.RIGHT)
        draw(page, placed)
        _draw_foot(page, slip.contact)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: label, what stands in it, and how high it is."""

    label: str
    value: Fitted | Sequence[tuple[str, str]]
    height: float


class _Slip:
    """The slip's rows; keeps what was too long for its place."""

    def __init__(self, values: Values) -> None:
        self.whole: list[tuple[str, str]] = []
        self._values = values
        self.number: str = values.get("receipt_number", "")
        contact = values.get("contact", "").splitlines() or check_sheet_text.load().contact[:_CONTACT_LINES]
        self.contact = self._fit_line(_("問合せ先"), "　".join(contact))
        self._rows = (
            self._row(_("受付年月日"), _when(values)),
            self._row(_("団体名"), values.get("partner_name", "")),
            self._row(_("件名"), values.get("title", "")),
            self._papers_row(),
            self._row(_("受付者"), values.get("received_by", "")),
        )

    def _row(self, label: str, value: str) -> _Row:
        fitted = fit(value, _VALUE, _VALUE_WIDTH, _VALUE_FLOOR, 2)
        self._keep(label, value, fitted)
        return _Row(label, fitted, max(_ROW, len(fitted.lines) * _VALUE_PITCH + 2))

    def _papers_row(self) -> _Row:
        label = _("受領書類")
        given = self._values.get("papers", ())
        papers = [(paper.get("name", ""), _copies(paper.get("copies"))) for paper in given]
        narrow = all(
            _VALUE.width(name) < _COPIES_AT and _VALUE.width(copies) < _PAPER_WIDTH - _COPIES_AT
            for name, copies in papers
        )
        if narrow and len(papers) <= 3 * _PAPERS_ACROSS:
            rows = max(2, -(-len(papers) // _PAPERS_ACROSS))
            return _Row(label, papers, rows * _PAPER_PITCH + 2.2)
        words = "、".join(f"{name}{copies}" for name, copies in papers)
        fitted = fit(words, _VALUE, _VALUE_WIDTH, _VALUE_FLOOR, 3)
        self._keep(label, words, fitted)
        return _Row(label, fitted, max(13.4, len(fitted.lines) * _VALUE_PITCH + 2))

    def _fit_line(self, label: str, value: str) -> Fitted:
        fitted = fit(value, mincho(8), _RIGHT - _LEFT - 12, 7, 2)
        self._keep(label, value, fitted)
        return fitted

    def _keep(self, label: str, value: str, fitted: Fitted) -> None:
        if not fitted.whole:
            self.whole.append((label, value))

    @property
    def bottom(self) -> float:
        """Where the table ends."""
        return _TOP + _FIRST_ROW + sum(row.height for row in self._rows)

    def draw_table(self, page: Page) -> None:
        """Draw the table."""
        self._draw_first_row(page)
        y = _TOP + _FIRST_ROW
        for number, row in enumerate(self._rows):
            if number:
                page.across(_LEFT, _RIGHT, y)
            page.spread(_LEFT + 5, 20, y + row.height / 2, row.label, _LABEL)
            self._draw_value(page, y, row)
            y += row.height
        page.down(_LEFT + _LABELS, _TOP, self.bottom)
        page.across(_LEFT, _RIGHT, _TOP + _FIRST_ROW, HEAD)
        page.frame(_LEFT, _TOP, _RIGHT - _LEFT, self.bottom - _TOP)

    def _draw_first_row(self, page: Page) -> None:
        middle, bottom = _TOP + _FIRST_ROW / 2, _TOP + _FIRST_ROW
        number_left = _LEFT + _LABELS
        stamp_left, qr_left = number_left + _NUMBER, _RIGHT - _QR
        page.spread(_LEFT + 5, 20, middle, _("受付番号"), _LABEL)
        fitted = fit(self.number, bold(26), _NUMBER - 4, 10, 3)
        pitch = 1.35 * fitted.style.em
        page.lines(number_left + _NUMBER / 2, middle, fitted.lines, fitted.style, pitch, align=Align.CENTRE)
        page.text(stamp_left + _STAMP / 2, _TOP + 3.3, _("受付印"), gothic(8), Align.CENTRE)
        if self.number:
            draw_qr(page, qr_left + 2, _TOP + 1, 28, self.number)
        else:
            _draw_corners(page, qr_left + 5, _TOP + 4, 22)
        page.down(stamp_left, _TOP, bottom)
        page.down(qr_left, _TOP, bottom)

    def _draw_value(self, page: Page, top: float, row: _Row) -> None:
        middle = top + row.height / 2
        if isinstance(row.value, Fitted):
            page.lines(_VALUE_LEFT, middle, row.value.lines, row.value.style, _VALUE_PITCH)
            return
        rows = -(-len(row.value) // _PAPERS_ACROSS)
        first = middle - (rows - 1) / 2 * _PAPER_PITCH
        for number, (name, copies) in enumerate(row.value):
            x = _VALUE_LEFT + number % _PAPERS_ACROSS * _PAPER_WIDTH
            y = first + number // _PAPERS_ACROSS * _PAPER_PITCH
            page.text(x, y, name, _VALUE)
            page.text(x + _COPIES_AT, y, copies, _VALUE)

    def draw_below(self, page: Page) -> list[FlowLine]:
        """Draw what happens next; return the lines that had no room."""
        top = self.bottom + 3.9
        steps = [step for step in self._values.get("next_steps", "").splitlines() if step.strip()]
        tries = [(pitch, place(_below(steps, pitch), top, _BOTTOM, _NEXT_TOP)[0]) for pitch in _STEP_PITCHES]
        pitch, pages = next((one for one in tries if len(one[1]) == 1), tries[0])
        if steps:
            page.text(_LEFT, top + pitch / 2, _("この後の流れ"), gothic(9.5))
        draw(page, pages[0])
        return [one.line for placed in pages[1:] for one in placed]


def _below(steps: Sequence[str], pitch: float) -> list[FlowLine]:
    """Return the lines below the table: the steps numbered, and what the slip is not."""
    lines: list[FlowLine] = []
    for number, step in enumerate(steps, 1):
        words = with_digits(f"{number}　{step}", Digits.SINGLE_FULL)
        lines += paragraph(words, _STEP, _STEPS_LEFT, _RIGHT - _STEPS_LEFT, pitch, hanging=2 * _STEP.em)
    note = _(
        "この票は、書類をお預かりしたことを示すもので、採択を示すものではありません。"
        "お問合せの際は、受付番号をお知らせください。"
    )
    if lines:
        lines.append(space(1.3 * pitch / _STEP_PITCHES[0], _STEP))
    return lines + paragraph(note, mincho(8), _LEFT, _RIGHT - _LEFT, pitch)


def _when(values: Values) -> str:
    day = values.get("received_on")
    words = format_date(day, Digits.SINGLE_FULL, weekday=True) if isinstance(day, date) else ""
    time, way = values.get("received_time", ""), values.get("received_way", "")
    return f"{words}{time}　　{way}" if way else f"{words}{time}"


def _copies(copies: int | None) -> str:
    return "" if copies is None else with_digits(_("{n}部").format(n=copies), Digits.SINGLE_FULL)


def _draw_corners(page: Page, x: float, top: float, size: float) -> None:
    """Mark where the code would stand."""
    arm = 3.0
    for corner_x, inward_x in ((x, arm), (x + size, -arm)):
        for corner_y, inward_y in ((top, arm), (top + size, -arm)):
            page.across(corner_x, corner_x + inward_x, corner_y)
            page.down(corner_x, corner_y, corner_y + inward_y)
    page.text(x + size / 2, top + size / 2, _("二次元コード"), gothic(7), Align.CENTRE)


def _draw_foot(page: Page, contact: Fitted) -> None:
    page.text(_LEFT, 137, _("（仮）"), mincho(7))
    page.lines(_RIGHT, 137, contact.lines, contact.style, 3.6, align=Align.RIGHT)
