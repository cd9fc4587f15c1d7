"""Running text: body, headings, articles, boxes to tick, notes, the contact block."""

from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.blocks import Articles, Body, ContactBlock, Heading, Notes, Ticks
from kyodo_desktop.forms.templates import text_of, texts_of
from kyodo_desktop.japanese.digits import with_digits
from kyodo_desktop.japanese.letters import contact_ways
from kyodo_desktop.printing.blocks.filling import OFF, ON, Fill
from kyodo_desktop.printing.blocks.items import marked
from kyodo_desktop.printing.blocks.sheet import Sheet
from kyodo_desktop.printing.flow import FlowLine, cell_lines, paragraph
from kyodo_desktop.printing.page import Page
from kyodo_desktop.printing.style import gothic, mincho

_BODY, _NOTE, _CONTACT = mincho(10.5), mincho(9), mincho(9)
_BODY_PITCH = 1.755
"""Of the size."""
_NOTE_PITCH, _NOTE_LEFT = 5.6, 8.0
_ARTICLE_PITCH = 6.4
_CONTACT_LEFT, _CONTACT_TEXT, _CONTACT_PITCH = 104.0, 122.0, 5.4
_CODE_ROOM = 26.0
"""What a code at the foot takes, with some air."""
_WAY_WIDTH, _WAY_INDENT = 9.6, 13.0


def lay_body(sheet: Sheet, fill: Fill, body: Body) -> None:
    """Put sentences on the paper, justified."""
    style = mincho(body.size)
    pitch = _BODY_PITCH * style.em
    text = fill.declared(body.text, body.blanks)
    if not text:
        return
    sheet.begin(body, pitch, gap=6.0, lead=pitch / 2)
    indent = style.em if body.indent else 0.0
    sheet.flow(paragraph(text, style, sheet.left, sheet.width, pitch, first_indent=indent))


def lay_heading(sheet: Sheet, fill: Fill, heading: Heading) -> None:
    """Put a heading that stays with what follows."""
    style = gothic(heading.size)
    pitch = 1.75 * style.em
    sheet.begin(heading, 3 * pitch, gap=5.0, lead=pitch / 2)
    lines = paragraph(fill.pattern(heading.text), style, sheet.left, sheet.width, pitch)
    sheet.flow(lines)


def lay_articles(sheet: Sheet, fill: Fill, articles: Articles) -> None:
    """Put 第１条 and the following; an article without words is left out and the numbers close up."""
    sheet.begin(articles, 3 * _ARTICLE_PITCH, gap=6.0, lead=_ARTICLE_PITCH / 2)
    labels = {one.name: one.label for one in texts_of(fill.form)}
    number = 0
    for name in articles.texts:
        if not text_of(fill.form, fill.template, name).strip():
            continue
        number += 1
        heading = _("（{heading}）").format(heading=_(labels[name]))
        x = sheet.left + _BODY.em
        count = with_digits(_("第{n}条").format(n=number), fill.template.digits.digits)
        article = _article(f"{count}\u3000{fill.text(name)}", sheet.left, sheet.width)
        sheet.flow([FlowLine(heading, _BODY, x, _ARTICLE_PITCH, sticky=True), *article])
        sheet.y += _ARTICLE_PITCH / 3


def _article(text: str, left: float, width: float) -> list[FlowLine]:
    lines: list[FlowLine] = []
    for part in text.splitlines():
        lines += paragraph(part, _BODY, left, width, _ARTICLE_PITCH, hanging=_BODY.em)
    return lines


def lay_ticks(sheet: Sheet, fill: Fill, ticks: Ticks) -> None:
    """Put sentences with a box before each."""
    sheet.begin(ticks, ticks.pitch, gap=5.0, lead=ticks.pitch / 2)
    left = sheet.left + 2 * _BODY.em
    for name, sentence in ticks.rows:
        mark = ON if fill.values.get(name) else OFF
        text = fill.pattern(sentence)
        lines = paragraph(text, _BODY, left, sheet.right - left, _BODY_PITCH * _BODY.em)
        sheet.flow(marked(mark, sheet.left, lines))
        sheet.y += max(ticks.pitch - _BODY_PITCH * _BODY.em, 0.0)


def lay_notes(sheet: Sheet, fill: Fill, notes: Notes) -> None:
    """Put the template's notes under 注."""
    texts = [fill.put_in(note) for note in fill.template.notes if note.strip()]
    if not texts:
        return
    sheet.begin(notes, _NOTE_PITCH, gap=3.2, lead=_NOTE_PITCH / 2)
    left = sheet.left + _NOTE_LEFT
    for number, text in enumerate(texts):
        lines = paragraph(text, _NOTE, left, sheet.right - left, _NOTE_PITCH)
        sheet.flow(marked(fill.words(notes.label), sheet.left, lines) if number == 0 else lines)


def lay_contact(sheet: Sheet, fill: Fill, contact: ContactBlock) -> None:
    """Put 問合せ先 at the lower right, whole; left of the code or higher up if the page's foot is taken."""
    block = fill.template.contact_block or str(fill.values.get("contact", ""))
    given = block.splitlines() or list(check_sheet_text.load().contact)
    lines = _contact_lines(given, sheet.right - _CONTACT_TEXT)
    if not lines:
        return
    height = len(lines) * _CONTACT_PITCH + 3.6
    gap = 3.4 if contact.gap is None else contact.gap
    right, x = sheet.right, max(_CONTACT_LEFT, sheet.right - 86.0)
    if sheet.bottom < sheet.y + gap + height <= sheet.beside:
        right, x, top = right - _CODE_ROOM, x - _CODE_ROOM, sheet.beside - height
    else:
        at = max(min(contact.at or 240.0, sheet.bottom - height), sheet.y)
        top = sheet.stop(at, min(height, sheet.tallest), gap)

    def draw(page: Page) -> None:
        page.across(x, right, top)
        page.text(x, top + 4.9, _("問合せ先"), gothic(9))
        for number, (label, line) in enumerate(lines):
            y = top + 4.9 + number * _CONTACT_PITCH
            text_x = x + 18.0
            if label:
                page.spread(text_x, _WAY_WIDTH, y, label, _CONTACT)
                text_x += _WAY_INDENT
            page.text(text_x, y, line, _CONTACT)
        page.across(x, right, top + height)

    sheet.draw(draw)
    sheet.y = top + height


def _contact_lines(given: Sequence[str], room: float) -> list[tuple[str, str]]:
    """Return label and line: telephone, fax and mail each on a line of its own."""
    lines: list[tuple[str, str]] = []
    for label, text in (way for line in given for way in contact_ways(line)):
        width = room - (_WAY_INDENT if label else 0.0)
        pieces = cell_lines(text, width, _CONTACT)
        lines += [("" if number else label, piece) for number, piece in enumerate(pieces)]
    return lines
