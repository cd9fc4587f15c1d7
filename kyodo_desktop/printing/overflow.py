"""What is too long for its place: its beginning stands there, the whole of it on a page of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from kyodo_desktop.base.i18n import _
from kyodo_desktop.printing.flow import FlowLine, cell_lines, paragraph, space
from kyodo_desktop.printing.style import Style, gothic, mincho

_HEADING, _BODY = gothic(10.5), mincho(10.5)
_PITCH = 6.4


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines that stand in a place, and their style; `whole` is False if they are only the beginning."""

    lines: tuple[str, ...]
    style: Style
    whole: bool = True


def fit(text: str, style: Style, width: float, floor: float, most_lines: int) -> Fitted:
    """Fit a text into a place: smaller down to `floor`, then on several lines, then only its beginning."""
    shrunk = style.shrunk_to(text, width, floor)
    if len(text.splitlines()) < 2 and shrunk.width(text) <= width:
        return Fitted((text,), shrunk)
    small = Style(style.face, floor, style.tracking)
    lines = cell_lines(text, width, small)
    if len(lines) <= most_lines:
        return Fitted(lines, small)
    last = _beginning(lines[most_lines - 1], small, width)
    return Fitted((*lines[: most_lines - 1], last), small, whole=False)


def _beginning(line: str, style: Style, width: float) -> str:
    sign = _("…（全文は別のページ）")
    while line and style.width(line + sign) > width:
        line = line[:-1]
    return line + sign


def whole_texts(parts: Sequence[tuple[str, str]], x: float, width: float) -> list[FlowLine]:
    """Return lines with each heading and its whole text."""
    lines: list[FlowLine] = []
    for heading, text in parts:
        lines += [
            FlowLine(line.text, line.style, line.x, line.height, sticky=True)
            for line in paragraph(heading, _HEADING, x, width, 7.5)
        ]
        lines += paragraph(text, _BODY, x + _BODY.em, width - _BODY.em, _PITCH)
        lines.append(space(4.0, _BODY))
    return lines
