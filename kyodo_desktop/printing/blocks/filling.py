"""Patterns and values -> the words on paper: dates, amounts, choices, digits as the template wants."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.places import MAYOR, PLACE, SENDER
from kyodo_desktop.forms.templates import text_of, texts_of
from kyodo_desktop.japanese.digits import with_digits
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date, format_western_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.forms import FormField, FormFieldKind
from kyodo_desktop.records.templates import DateStyle, Template

_TEXT_ROOM = "\u3000" * 8
_DATE_ROOM = {
    DateStyle.WAREKI: N_("令和　　　年　　　月　　　日"),
    DateStyle.WESTERN: N_("　　　　　年　　　月　　　日"),
}
_YEAR, _GIVEN = "nendo", "given"
_YEAR_ROOM = N_("令和　　　　年度")
OFF, ON = "□", "☑"


@dataclass(frozen=True, slots=True)
class Fill:
    """The values of a form, or of one row of it, and how its template writes them."""

    form: Form
    template: Template
    values: Values
    fields: Mapping[str, FormField]
    blank: bool

    @classmethod
    def of(cls, form: Form, template: Template, values: Values, blank: bool) -> "Fill":
        """Return the filling of a whole form; a `blank` one has room to write wherever a value may stand."""
        return cls(form, template, values, {field.name: field for field in form.fields}, blank or not values)

    def rows(self, name: str) -> list["Fill"]:
        """Return a filling for each row of a rows field."""
        columns = {column.name: column for column in self.fields[name].columns}
        return [replace(self, values=row, fields=columns) for row in self.values.get(name) or ()]

    def no_row(self, name: str) -> "Fill":
        """Return the filling of an empty row."""
        columns = {column.name: column for column in self.fields[name].columns}
        return replace(self, values={}, fields=columns)

    def words(self, text: str) -> str:
        """Return a declared text in the language in use, with the template's digits."""
        return with_digits(_(text), self.template.digits.digits) if text else ""

    def title(self, blanks: Sequence[tuple[str, str]] = ()) -> str:
        """Return the paper's title."""
        return self.put_in(self.template.title or _(self.form.wording.title or self.form.title), blanks)

    def text(self, name: str, blanks: Sequence[tuple[str, str]] = ()) -> str:
        """Return a text of the wording with its places filled."""
        return self.put_in(text_of(self.form, self.template, name), blanks)

    def declared(self, name: str, blanks: Sequence[tuple[str, str]] = ()) -> str:
        """Return what a block declares by a text's name, or as a pattern, with its places filled."""
        in_wording = any(one.name == name for one in texts_of(self.form))
        return self.text(name, blanks) if in_wording else self.pattern(name, blanks)

    def pattern(self, pattern: str, blanks: Sequence[tuple[str, str]] = ()) -> str:
        """Return a declared pattern with its places filled; one place without a value is nothing."""
        return self.put_in(_(pattern) if pattern else "", blanks)

    def put_in(self, text: str, blanks: Sequence[tuple[str, str]] = ()) -> str:
        """Fill the places of a text; what is typed is never read as a place, an unknown place stays."""
        whole = PLACE.fullmatch(text) is not None
        rooms = dict(blanks)
        parts: list[str] = []
        end = 0
        for match in PLACE.finditer(text):
            parts += [with_digits(text[end : match.start()], self.template.digits.digits)]
            parts += [self._place(match, rooms, whole)]
            end = match.end()
        parts.append(with_digits(text[end:], self.template.digits.digits))
        return "".join(parts)

    def given(self, name: str) -> bool:
        """Tell whether a field has a value."""
        value = self.values.get(name)
        return value is not None and value not in ("", ())

    def names_in(self, pattern: str) -> list[str]:
        """Return the fields a pattern shows."""
        return [match[1] for match in PLACE.finditer(pattern) if match[1] in self.fields]

    def any_given(self, pattern: str) -> bool:
        """Tell whether a pattern has anything to show: a value, or words without places."""
        names = self.names_in(pattern)
        return any(self.given(name) for name in names) if names else bool(pattern)

    def is_meant(self, only: Sequence[str]) -> bool:
        """Tell whether what is printed for some choices only is printed: always on a blank paper."""
        return not only or self.blank or (self.values.get(only[0]) or "") in only[1:]

    def wants_room(self, name: str) -> bool:
        """Tell whether an empty place of this field is printed as room to write."""
        return self.blank or not self.values or self.fields[name].required

    def day_words(self, day: date) -> str:
        """Return a day as the template writes it."""
        digits = self.template.digits.digits
        if self.template.date_style is DateStyle.WESTERN:
            return format_western_date(day, digits)
        return format_date(day, digits)

    def _place(self, match: re.Match[str], rooms: Mapping[str, str], whole: bool) -> str:
        name, how = match[1], match[2] or ""
        field = self.fields.get(name)
        if field is None:
            return {SENDER: self.template.sender, MAYOR: self.template.mayor}.get(name, match.group())
        if how == "ticks":
            return self._ticks(field)
        if field.kind is FormFieldKind.CHECK:
            return ON if self.values.get(name) else OFF
        if self.given(name):
            return self._value(field, self.values[name], how)
        return self.words(rooms[name]) if name in rooms else self._room(field, how, whole)

    def _value(self, field: FormField, value: Any, how: str) -> str:
        write = _WRITERS.get(field.kind)
        return write(self, field, value, how) if write is not None else str(value)

    def _yen(self, _field: FormField, value: int, how: str) -> str:
        amount = format_yen(value)
        if how == "plain":
            return amount
        return (_("金{yen}円") if how == "kin" else _("{yen}円")).format(yen=amount)

    def _number(self, _field: FormField, value: int, how: str) -> str:
        if how == _YEAR:
            return format_fiscal_year(value, self.template.digits.digits)
        # As amounts: with a comma it is one number, never a full-width digit and half-width ones.
        return f"{value:,}" if abs(value) > 999 else with_digits(str(value), self.template.digits.digits)

    def _day(self, _field: FormField, value: date, _how: str) -> str:
        return self.day_words(value)

    def _choice(self, field: FormField, value: str, _how: str) -> str:
        return next((_(option.label) for option in field.options if option.key == value), value)

    def _rows(self, field: FormField, value: Sequence[Values], _how: str) -> str:
        lines = []
        for row in self.rows(field.name):
            cells = (row.put_in("{" + column.name + "}") for column in field.columns)
            lines.append("\u3000".join(cell for cell in cells if cell))
        return "\n".join(lines)

    def _ticks(self, field: FormField) -> str:
        """Return every choice with its box; what belongs together is not torn at a line's end."""
        chosen = self.values.get(field.name)
        marks = ((ON if option.key == chosen else OFF, _(option.label)) for option in field.options)
        return "\u3000".join(f"{mark}\u00a0{label}" for mark, label in marks)

    def _room(self, field: FormField, how: str, whole: bool) -> str:
        if how == _GIVEN:
            return ""
        if field.kind is FormFieldKind.CHOICE and self.blank:
            return "・".join(_(option.label) for option in field.options)
        if not self.wants_room(field.name):
            return ""
        if field.kind is FormFieldKind.DATE:
            return _(_DATE_ROOM[self.template.date_style])
        if how == _YEAR:
            return _(_YEAR_ROOM)
        return "" if whole else _room_between(field, how)


def _room_between(field: FormField, how: str) -> str:
    """Return the room of a value in the midst of words."""
    if field.kind is FormFieldKind.YEN and how != "plain":
        return _("金　　　　　　　　円") if how == "kin" else _("　　　　　　　　円")
    return "\u3000" * 4 if field.kind is FormFieldKind.NUMBER else _TEXT_ROOM


_WRITERS: dict[FormFieldKind, Callable[[Fill, FormField, Any, str], str]] = {
    FormFieldKind.YEN: Fill._yen,
    FormFieldKind.NUMBER: Fill._number,
    FormFieldKind.DATE: Fill._day,
    FormFieldKind.CHOICE: Fill._choice,
    FormFieldKind.ROWS: Fill._rows,
}
