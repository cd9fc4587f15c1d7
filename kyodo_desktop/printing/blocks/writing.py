"""Places for a hand: labelled lines, ruled areas, signatures."""

from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.blocks import Party, Ruled, SignatureLines, WritingLines
from kyodo_desktop.printing.blocks.filling import Fill
from kyodo_desktop.printing.blocks.seals import seal_words
from kyodo_desktop.printing.blocks.sheet import Draw, Sheet
from kyodo_desktop.printing.flow import FlowLine, paragraph
from kyodo_desktop.printing.overflow import Fitted
from kyodo_desktop.printing.page import HAIR, WRITING, Align, Page
from kyodo_desktop.printing.style import gothic, mincho

_BODY, _HEADING = mincho(10.5), gothic(10.5)
_PITCH = 6.4
_UNDER = 3.3
_VALUE_INSET = 2.0
_SIGN_PITCH, _SIGN_LABEL, _SIGN_VALUES = 10.5, 26.0, 34.0
_PARTY_GAP = 5.0


def lay_writing_lines(sheet: Sheet, fill: Fill, block: WritingLines) -> None:
    """Put labels with a line beside each."""
    sheet.begin(block, block.pitch, gap=6.0, lead=block.pitch / 2)
    right = block.right or sheet.right
    for line in block.lines:
        label, text = fill.words(line.label), fill.pattern(line.pattern)
        inset = _VALUE_INSET if text else 0.0
        fitted = sheet.fit(label, text, _BODY, right - block.left - inset, 2)
        y = sheet.take(block.pitch) + block.pitch / 2
        sheet.draw(_labelled_line(block, label, fitted, y, sheet.left, right))


def _labelled_line(
    block: WritingLines, label: str, fitted: Fitted, y: float, left: float, right: float
) -> Draw:
    pitch = 1.2 * fitted.style.em

    def draw(page: Page) -> None:
        page.spread(left, block.label_width, y, label, _BODY.shrunk_to(label, block.label_width, 7.0))
        page.lines(block.left + _VALUE_INSET, y, fitted.lines, fitted.style, pitch)
        page.across(block.left, right, y + _UNDER, WRITING)

    return draw


def lay_ruled(sheet: Sheet, fill: Fill, block: Ruled) -> None:
    """Put ruled lines, as many as are declared or as the text needs."""
    sheet.begin(block, 3 * block.pitch, gap=5.0)
    if block.label:
        label = fill.words(block.label)
        sheet.flow([FlowLine(label, _HEADING, sheet.left, 7.0, sticky=True)])
    text = fill.pattern(block.pattern)
    lines = paragraph(text, _BODY, sheet.left + 1, sheet.width - 2, block.pitch) if text else []
    lines += [FlowLine("", _BODY, sheet.left, block.pitch)] * (block.lines - len(lines))
    for line in lines:
        top = sheet.take(block.pitch)
        sheet.draw(_rule(sheet.left, sheet.right, top + block.pitch))
        sheet.y = top
        sheet.flow([line])


def _rule(left: float, right: float, y: float) -> Draw:
    return lambda page: page.across(left, right, y, WRITING)


def lay_signatures(sheet: Sheet, fill: Fill, block: SignatureLines) -> None:
    """Put the day, and the parties below each other, each whole on one page."""
    heights = [len(party.lines) * _SIGN_PITCH for party in block.parties]
    whole = sum(heights) + _PARTY_GAP * len(heights) + (_SIGN_PITCH if block.date else 0.0)
    text = fill.text(block.text) if block.text else ""
    closing = paragraph(text, _BODY, sheet.left, sheet.width, _PITCH, first_indent=_BODY.em) if text else []
    whole += len(closing) * _PITCH + (_PARTY_GAP if closing else 0.0)
    sheet.begin(block, min(whole, sheet.tallest), gap=8.0)
    sheet.flow(closing)
    sheet.y += _PARTY_GAP if closing else 0.0
    if block.date:
        day = fill.values.get(block.date)
        words = fill.day_words(day) if isinstance(day, date) else _("令和　　　年　　　月　　　日")
        sheet.flow([FlowLine(words, _BODY, sheet.left + _BODY.em, _SIGN_PITCH)])
    for party, height in zip(block.parties, heights, strict=True):
        top = sheet.take(height)
        _lay_party(sheet, fill, block, party, top)
        sheet.y += _PARTY_GAP


def _lay_party(sheet: Sheet, fill: Fill, block: SignatureLines, party: Party, top: float) -> None:
    role, seal = fill.words(party.role), seal_words(fill.template.seal) if party.seal else ""
    values = block.left + _SIGN_VALUES
    room = sheet.right - values - (9.0 if seal else 0.0)
    lines = []
    for label, pattern in party.lines:
        words = fill.words(label)
        lines.append((words, sheet.fit(words, fill.pattern(pattern), _BODY, room, 2)))

    def draw(page: Page) -> None:
        page.text(block.left - 4.0, top + _SIGN_PITCH / 2, role, _BODY, Align.RIGHT)
        for number, (label, fitted) in enumerate(lines):
            y = top + (number + 0.5) * _SIGN_PITCH
            style = _BODY.shrunk_to(label, _SIGN_LABEL, 7.0)
            page.spread(block.left, _SIGN_LABEL, y, label, style)
            page.lines(values, y, fitted.lines, fitted.style, 1.2 * fitted.style.em)
            page.across(values, sheet.right, y + 4.0, HAIR)
        if seal:
            y = top + (len(lines) - 0.5) * _SIGN_PITCH
            page.text(sheet.right - 0.8, y, seal, _BODY if len(seal) == 1 else mincho(7), Align.RIGHT)

    sheet.draw(draw)
