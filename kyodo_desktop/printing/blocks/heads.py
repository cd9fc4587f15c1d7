"""What stands at the head: the applicant's block, a letter's number, addressee and sender, the title."""

from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.blocks import ApplicantLine, ApplicationHead, LetterHead, Title
from kyodo_desktop.japanese.letters import spaced_name, spaced_person
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.printing.blocks.filling import Fill
from kyodo_desktop.printing.blocks.seals import draw_seal_place, seal_words
from kyodo_desktop.printing.blocks.sheet import Draw, Sheet, draw_apart
from kyodo_desktop.printing.flow import FlowLine, cell_lines
from kyodo_desktop.printing.page import WRITING, Align, Page
from kyodo_desktop.printing.style import Style, gothic, mincho
from kyodo_desktop.records.templates import DateStyle, Seal

_BODY = mincho(10.5)
_PITCH = 6.4
_DATE_Y, _ADDRESSEE_Y, _FIRST_Y = 34.0, 46.0, 60.0
_LABELS, _LABEL_WIDTH, _VALUES = 96.0, 26.0, 126.0
_LINE_PITCH, _UNDER = 10.5, 4.0
_POSTAL_END, _POSTAL_DIGITS = 145.0, 7
_NUMBER_Y, _NAME_Y, _SENDER_Y, _SENDER_END = 26.0, 48.0, 75.0, 164.6
_NAME_WIDTH = 120.0
_SEAL = 24.0


def lay_application_head(sheet: Sheet, fill: Fill, head: ApplicationHead) -> None:
    """Put date, addressee and applicant at the top of a paper."""
    end, first = sheet.right - _BODY.em, head.at or _DATE_Y
    day = fill.values.get(head.date)
    if isinstance(day, date):
        words = fill.day_words(day)
        sheet.draw(lambda page: page.text(end, first, words, _BODY, Align.RIGHT))
    else:
        sheet.draw(_date_to_write(end, first, fill.template.date_style))
    addressee = _("{name}　様").format(name=fill.template.sender)
    down = first - _DATE_Y
    sheet.draw(lambda page: page.text(sheet.left + _BODY.em, _ADDRESSEE_Y + down, addressee, _BODY))
    role = fill.words(head.role)
    role_end = _LABELS - 3.2
    y = _FIRST_Y + down
    sheet.draw(lambda page: page.text(role_end, _FIRST_Y + down, role, _BODY, Align.RIGHT))
    for line in head.lines:
        _lay_applicant_line(sheet, fill, line, y)
        y += line.lines * _LINE_PITCH
    sheet.y = y - _LINE_PITCH + _UNDER


def _date_to_write(end: float, y: float, style: DateStyle) -> Draw:
    def draw(page: Page) -> None:
        x = end
        for word in (_("日"), _("月"), _("年")):
            page.text(x, y, word, _BODY, Align.RIGHT)
            x -= 12.0 + _BODY.em
        if style is DateStyle.WAREKI:
            page.text(x, y, _("令和"), _BODY, Align.RIGHT)

    return draw


def _lay_applicant_line(sheet: Sheet, fill: Fill, line: ApplicantLine, y: float) -> None:
    label, text = fill.words(line.label), fill.pattern(line.pattern)
    seal = seal_words(fill.template.seal) if line.seal else ""
    room = sheet.right - _VALUES - (8.0 if seal else 0.0)
    postal = _postal_code(str(fill.values.get(line.postal_code, ""))) if line.postal_code else ""
    code = sheet.fit(_("郵便番号"), postal, _BODY, room, 1)
    first = 1 if postal else 0
    free = max(line.lines - first, 1)
    value = sheet.fit_apart(label, text, _BODY, room, free)

    def draw(page: Page) -> None:
        page.spread(_LABELS, _LABEL_WIDTH, y, label, _BODY)
        for number in range(line.lines):
            page.across(_VALUES, sheet.right, y + number * _LINE_PITCH + _UNDER, WRITING)
        draw_apart(page, _VALUES, y, code, 1, _LINE_PITCH)
        draw_apart(page, _VALUES, y + first * _LINE_PITCH, value, free, _LINE_PITCH)
        if line.postal_code and not postal and not text:
            page.text(_VALUES, y, _("〒"), _BODY)
            page.text(_POSTAL_END, y, _("－"), _BODY)
        if seal:
            page.text(sheet.right - 0.8, y, seal, _BODY if len(seal) == 1 else mincho(7), Align.RIGHT)

    sheet.draw(draw)


def _postal_code(given: str) -> str:
    is_code = len(given) == _POSTAL_DIGITS and given.isdecimal()
    return _("〒{code}").format(code=format_postal_code(given) if is_code else given) if given else ""


def lay_letter_head(sheet: Sheet, fill: Fill, head: LetterHead) -> None:
    """Put number, date, addressee and sender at the top of a letter."""
    end, top = sheet.right - _BODY.em, head.at or _NUMBER_Y
    down = top - _NUMBER_Y
    _lay_number_and_date(sheet, fill, head, end, top)
    below = sheet.y + _PITCH
    sheet.y = max(_NAME_Y + down - _PITCH / 2, below) if sheet.is_first else below
    _lay_addressee(sheet, fill, head)
    sheet.stop(_SENDER_Y + down - _SEAL / 2, _SEAL, 2.0)
    y = _lay_sender(sheet, fill, head)
    seal = fill.template.seal
    if seal is Seal.NONE:
        sheet.draw(lambda page: page.text(end, y + _PITCH, _("（公印省略）"), mincho(9), Align.RIGHT))
    elif not sheet.issued:
        sheet.draw(lambda page: draw_seal_place(page, end - _SEAL, y - _SEAL / 2, _SEAL, seal))
    sheet.y = y + _SEAL / 2


def _lay_sender(sheet: Sheet, fill: Fill, head: LetterHead) -> float:
    """Put who sends the letter to the left of the seal's place; return the height of its last line."""
    y = sheet.y + _SEAL / 2
    mayor = fill.template.mayor or _("○○　○○")
    spoken = fill.declared(head.sender) if head.sender else f"{fill.template.sender}　{mayor}"
    shown = spoken if head.sender else f"{fill.template.sender}　　{spaced_name(mayor)}"
    lines = cell_lines(spoken, _SENDER_END - sheet.left, _BODY)
    if len(lines) == 1:
        sheet.draw(lambda page: page.text(_SENDER_END, y, shown, _BODY, Align.RIGHT, spoken=spoken))
        return y
    sheet.y = y - _PITCH / 2
    sheet.flow([FlowLine(line, _BODY, _SENDER_END, _PITCH, Align.RIGHT) for line in lines])
    return sheet.y - _PITCH / 2


def _lay_number_and_date(sheet: Sheet, fill: Fill, head: LetterHead, end: float, top: float) -> None:
    number = fill.pattern("{" + head.number + "}") or _("第　　　　　　号")
    day = fill.values.get(head.date)
    date_words = fill.day_words(day) if isinstance(day, date) else fill.pattern("{" + head.date + "}")
    width = _BODY.width(date_words)
    lines = cell_lines(number, sheet.width / 2, _BODY)
    if len(lines) == 1 and fill.given(head.number) and width * 0.6 < _BODY.width(number) < width:
        sheet.draw(lambda page: page.spread(end - width, width, top, number, _BODY))
    else:
        # A number of many lines is nobody's; it still stands there whole.
        sheet.y = top - _PITCH / 2
        sheet.flow([FlowLine(line, _BODY, end, _PITCH, Align.RIGHT) for line in lines])
    if len(lines) < 2:
        sheet.y = top + _PITCH / 2
    sheet.flow([FlowLine(date_words, _BODY, end, _PITCH, Align.RIGHT)])


def _lay_addressee(sheet: Sheet, fill: Fill, head: LetterHead) -> None:
    name, person = fill.pattern("{" + head.name + "}"), ""
    if head.person:
        person = fill.pattern("{" + head.person + "}")
    if fill.blank and head.person:
        name, person = "\u3000", "\u3000" * 12
    if not person:
        name = _("{name}　御中").format(name=name or "\u3000" * 12)
    lines = [
        FlowLine(one, _BODY, sheet.left + _BODY.em, _PITCH) for one in cell_lines(name, _NAME_WIDTH, _BODY)
    ]
    sheet.flow(lines)
    if not person:
        return
    shown, spoken = spaced_person(person), _("{name}　様").format(name=person)
    words = _("{name}　　様").format(name=shown) if shown != person else spoken
    if _BODY.width(words) <= _NAME_WIDTH:
        y, x = sheet.take(_PITCH) + _PITCH / 2, sheet.left + 2 * _BODY.em
        sheet.draw(lambda page: page.text(x, y, words, _BODY, spoken=spoken))
    else:
        left = sheet.left + 2 * _BODY.em
        sheet.flow([FlowLine(one, _BODY, left, _PITCH) for one in cell_lines(spoken, _NAME_WIDTH, _BODY)])


def lay_title(sheet: Sheet, fill: Fill, title: Title) -> None:
    """Put the title in the middle, on as many lines as it needs."""
    words = fill.title(title.blanks)
    style = gothic(title.size, 0.0 if title.size < 14 else 1.0)
    pitch = 1.5 * style.em
    middle = (sheet.left + sheet.right) / 2
    if title.spread and style.width(words) < title.spread:
        y = sheet.begin(title, pitch, gap=8.0, lead=pitch / 2) + pitch / 2
        plain = Style(style.face, style.size)
        sheet.draw(lambda page: page.spread(middle - title.spread / 2, title.spread, y, words, plain))
        sheet.y += pitch
        return
    lines = cell_lines(words, sheet.width - 10, style)
    sheet.begin(title, pitch, gap=8.0, lead=pitch / 2)
    sheet.flow([FlowLine(line, style, middle, pitch, Align.CENTRE) for line in lines])
