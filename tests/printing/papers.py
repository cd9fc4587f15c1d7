"""What any paper can be asked: values for all its fields, how they are read, what stands out of place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from kyodo_desktop.forms.form import Form
from kyodo_desktop.japanese.digits import Digits
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.forms import FormField, FormFieldKind

MM = 72 / 25.4
MARGIN = 9.5
"""No word stands nearer to the edge, in mm: 10 for the ink, and what PDFium counts around it."""

_MARKS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
"""Letters of tokens: digits would be changed by no paper, but could be part of one another."""
_K = FormFieldKind
_TEXTS = {_K.TEXT, _K.MULTILINE, _K.KANA}


@dataclass(frozen=True)
class Expected:
    """A field's value on paper: the ways it may be written, and how often it stands there."""

    field: str
    readings: tuple[str, ...]
    times: int

    def found(self, words: str) -> int:
        """Return how often it is found."""
        return sum(words.count(reading) for reading in self.readings)


class Tokens:
    """A value for every field, each of which stands nowhere else, and how it is read on paper."""

    def __init__(self, form: Form) -> None:
        self._count = 0
        self.expected: list[Expected] = []
        self.values = {field.name: self._value(field, field.name) for field in form.fields}

    def _value(self, field: FormField, where: str) -> Any:
        self._count += 1
        if field.kind is _K.ROWS:
            return tuple(
                {
                    column.name: self._value(column, f"{where}[{row}].{column.name}")
                    for column in field.columns
                }
                for row in range(2)
            )
        value, *readings = _value_and_readings(field, self._count)
        if readings:
            self.expected.append(Expected(where, tuple(readings), field.times))
        return value


def _value_and_readings(field: FormField, number: int) -> tuple[Any, ...]:
    """Return a value and the ways to write it; none of a check or a choice, whose words stand in any case."""
    if field.kind in _TEXTS:
        token = f"欄{_MARKS[number // len(_MARKS)]}{_MARKS[number % len(_MARKS)]}の"
        return token, token
    if field.kind is _K.DATE:
        day = date(1880 + number // 12, number % 12 + 1, 11)
        return day, format_date(day, Digits.SINGLE_FULL)
    if field.kind is _K.YEN:
        amount = 7_000_000 + number * 1_013
        return amount, format_yen(amount)
    if field.kind is _K.NUMBER:
        # 1990 and not 2026, so that no year of a date reads alike.
        count = 1990 + number
        return count, f"{count:,}", format_fiscal_year(count, Digits.SINGLE_FULL)
    return (True,) if field.kind is _K.CHECK else (field.options[0].key,)


def text_fields(fields: Sequence[FormField], where: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Return the path of each text of unlimited length, columns of rows included."""
    for field in fields:
        if field.kind is _K.ROWS:
            yield from text_fields(field.columns, (*where, field.name))
        elif field.kind in _TEXTS and field.max_length is None:
            yield (*where, field.name)


def with_text(values: Mapping[str, Any], path: tuple[str, ...], text: str) -> dict[str, Any]:
    """Return the values with another text in one field (of the first row)."""
    if len(path) == 1:
        return {**values, path[0]: text}
    rows = list(values[path[0]])
    rows[0] = with_text(rows[0], path[1:], text)
    return {**values, path[0]: tuple(rows)}


def long_text(length: int = 10_000) -> str:
    """Return a text no two letters of which are the same, so that none can be missed."""
    return "".join(chr(0x4E00 + number) for number in range(length))


def fonts_without_file(pdf: bytes) -> list[str]:
    """Return the fonts that a PDF uses without carrying them."""
    found = []
    for page in PdfReader(BytesIO(pdf)).pages:
        resources = page.get("/Resources", DictionaryObject())
        fonts = resources.get("/Font", DictionaryObject()) if isinstance(resources, DictionaryObject) else {}
        for font in fonts.values():
            one = font.get_object()
            inner = [part.get_object() for part in one.get("/DescendantFonts", [])] or [one]
            for part in inner:
                descriptor = part.get("/FontDescriptor")
                held = descriptor is not None and {"/FontFile", "/FontFile2", "/FontFile3"} & set(
                    descriptor.get_object()
                )
                if not held:
                    found.append(str(part.get("/BaseFont")))
    return found


class Sheets:
    """A PDF as PDFium reads it: quick enough for the longest texts."""

    def __init__(self, pdf: bytes) -> None:
        self._document, self._buffer = QPdfDocument(), QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    def words(self, page: int) -> str:
        """Return what a person would copy from a page."""
        return self._document.getAllText(page).text()

    def letters(self) -> Counter[str]:
        """Return how often each letter stands on the pages."""
        count: Counter[str] = Counter()
        for page in range(self._document.pageCount()):
            count.update(self.words(page))
        return count

    def beyond_margins(self) -> list[tuple[int, float, float, float, float]]:
        """Return page, left, top, right and bottom (mm) of the words of pages where they come too near."""
        found = []
        for page in range(self._document.pageCount()):
            size = self._document.pagePointSize(page)
            words = self._document.getAllText(page).boundingRectangle()
            edges = (words.left(), words.top(), words.right(), words.bottom())
            left, top, right, bottom = (edge / MM for edge in edges)
            inside = left >= MARGIN and top >= MARGIN and right <= size.width() / MM - MARGIN
            if not inside or bottom > size.height() / MM - MARGIN:
                found.append((page + 1, left, top, right, bottom))
        return found
