"""Lays out 団体名簿, A4 landscape: the office's with 取扱注意, the public one with what may be published."""

from collections.abc import Mapping, Sequence
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.page import Align, Page
from kyodo_desktop.printing.running import draw_caution, draw_foot, draw_running_title
from kyodo_desktop.printing.style import gothic, mincho
from kyodo_desktop.printing.tables import (
    Cell,
    Pager,
    Row,
    Table,
    draw_parts,
    head_row,
    shrunk_cell,
    text_cell,
)
from kyodo_desktop.records.partner_papers import EDITION_LABELS, Edition

_LEFT, _RIGHT = 20.0, 277.0
_TOP, _NEXT_TOP, _BOTTOM = 46.0, 36.0, 190.0
_TITLE, _HEADS, _BODY, _NAME, _NOTE = gothic(14, 1), gothic(9.5), mincho(9), mincho(10), mincho(9)
_FLOOR = 8.0
_STORY = mincho(8)


def lay_out_directory(document: Document, values: Values) -> None:
    """Draw the list."""
    edition = Edition(values.get("edition", Edition.OFFICE.value))
    rows: Sequence[Mapping[str, Any]] = values.get("rows") or ({},)
    columns = _columns(edition)
    table = Table(
        "",
        tuple(_row(number, row, columns) for number, row in enumerate(rows, 1)),
        head_row([(head, width) for head, width, _fields in columns], _HEADS),
    )
    pager = Pager(_TOP, _NEXT_TOP, _BOTTOM)
    pager.add(table)
    title = _("団体名簿（{edition}）").format(edition=_(EDITION_LABELS[edition]))
    for number, parts in enumerate(pager.pages, 1):
        page = document.new_page()
        if number == 1:
            _draw_front(page, title, edition, values)
        else:
            draw_running_title(page, title, _LEFT, _RIGHT, 31.0)
        if edition is Edition.OFFICE:
            draw_caution(page, _RIGHT, 14.0)
        draw_parts(page, parts, _LEFT)
        draw_foot(page, _LEFT, _RIGHT, number, len(pager.pages))


_Column = tuple[str, float, tuple[str, ...]]
_Columns = tuple[_Column, ...]


def _columns(edition: Edition) -> _Columns:
    """Return head, width and fields of the columns; only the office's says when a record was confirmed."""
    kind: _Column = (_("区分"), 33.0, ("kind",))
    if edition is Edition.OFFICE:
        kind = (_("区分・最終確認"), 33.0, ("kind", "confirmed_on"))
    return (
        (_("番号"), 12.0, ()),
        (_("団体名"), 56.0, ("kana", "name")),
        kind,
        (_("代表者"), 31.0, ("representative",)),
        (_("所在地"), 50.0, ("postal_code", "address")),
        (_("電話・メール等"), 34.0, ("phone", "email", "website")),
        (_("活動"), 41.0, ("activity_fields", "purpose")),
    )


def _row(number: int, row: Mapping[str, Any], columns: _Columns) -> Row:
    _head, number_width, _fields = columns[0]
    _head, name_width, _fields = columns[1]
    cells = [
        Cell(number_width, (str(number),), _BODY, Align.CENTRE),
        shrunk_cell(row.get("name", ""), name_width, _NAME, _FLOOR, reading=row.get("kana", "")),
    ]
    for _head, width, fields in columns[2:]:
        words = "\n".join(filter(None, (_words(name, row.get(name)) for name in fields)))
        told = "purpose" in fields
        cells.append(text_cell(words, width, _STORY) if told else shrunk_cell(words, width, _BODY, _FLOOR))
    return Row(tuple(cells))


def _words(name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if name == "postal_code":
        return f"〒{format_postal_code(value)}"
    if name == "confirmed_on":
        return _("{day}確認").format(day=format_date(value, Digits.SINGLE_FULL))
    return str(value)


def _draw_front(page: Page, title: str, edition: Edition, values: Values) -> None:
    page.text((_LEFT + _RIGHT) / 2, 24, title, _TITLE, Align.CENTRE)
    note = (
        _("庁内版　個人の情報があります。庁外に出さないでください。")
        if edition is Edition.OFFICE
        else _("公開版　公開するとした項目だけを載せています。空欄は、公開していないか、記録のない項目です。")
    )
    page.text(_LEFT, 40.5, note, _NOTE)
    count = _("{n}団体").format(n=len(values.get("rows", ())))
    day = values.get("printed_on")
    when = _("{day}現在").format(day=format_date(day, Digits.SINGLE_FULL)) if day is not None else ""
    words = "　".join(filter(None, (when, with_digits(count, Digits.SINGLE_FULL))))
    page.text(_RIGHT, 40.5, words, _NOTE, Align.RIGHT)
