"""The verbs of writing partners out: all that the office knows, or the public edition."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Partner
from kyodo_desktop.records.partner_export import LeftOut, PartnerFile, Unwritable
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, LIST_ONLY, PARTNER_FIELDS
from kyodo_desktop.records.partner_import import PUBLIC_FIELDS
from kyodo_desktop.records.partner_public import PublicView, public_view
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.records.personal_data import DataUse
from kyodo_desktop.services.open_data import OPEN_DATA_FIELDS, open_data_table
from kyodo_desktop.services.partner_cells import heading_of, plain_of, public_text, text_of
from kyodo_desktop.services.partner_records import read_partners, read_whole_partners
from kyodo_desktop.services.personal_data_log import content_of_partners, note_use
from kyodo_desktop.services.table_files import with_guard
from kyodo_desktop.services.table_workbook import TextTable, text_workbook
from kyodo_desktop.store import Store

FORMATS = ("xlsx", "csv", "csv-cp932", "json")
"""`csv` is UTF-8 with its mark; `csv-cp932` is what old programs read."""
_JSON_ID = "partner_id"
_IN_PLACE = "〓"
"""Stands for a character that cp932 does not have and that none of its own looks like."""
_NEAREST = str.maketrans("〜−‖–—‑", "～－∥－―-")


@dataclass(frozen=True, slots=True)
class _Edition:
    """The partners of a file, the columns they are written in, and what was left out of them.

    `is_whole`: the office's own, with what an import knows a partner by.
    """

    title: str
    partners: tuple[PartnerRecord, ...]
    columns: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    is_whole: bool = False


class PartnerExportService:
    """Makes files of the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def partners(
        self,
        ids: Sequence[int] | None,
        file_format: str,
        path: Path,
        *,
        public: bool = False,
        columns: Sequence[str] | None = None,
        open_data: bool = False,
    ) -> PartnerFile:
        """Write partners to a file, whole or not at all, and tell what is not in it.

        What of persons is in it is noted in the log.

        Raises:
            OutputError: the file cannot be written; what stood under its name is untouched.
            StoreError: the file is there, but could not be noted.
        """
        made = self.partners_file(ids, file_format, public=public, columns=columns, open_data=open_data)
        write_whole_file(Path(path), made.data)
        note_use(self._store, made.personal, DataUse.EXPORT, str(path))
        return made

    def partners_file(
        self,
        ids: Sequence[int] | None,
        file_format: str,
        *,
        public: bool = False,
        columns: Sequence[str] | None = None,
        open_data: bool = False,
    ) -> PartnerFile:
        """Return the file's bytes: the partners in the order of `ids`, or all by reading for None.

        `columns` names what is written and in which order (a field, or one of `LIST_ONLY`); only without it
        an import gives the same register again. The public edition takes the name, and of the rest what the
        office chose to publish. `open_data` is that in the columns of 自治体標準オープンデータセット, and
        leaves out whoever published nothing.

        Raises:
            InputError: there is no such format, or no such column.
        """
        _check_wish(file_format, columns)
        partners = self._read(ids)
        if open_data:
            edition = _open_edition(partners)
            table = open_data_table(edition.title, edition.partners)
        else:
            edition = _public_edition(partners, columns) if public else _office_edition(partners, columns)
            table = _table(edition)
        unwritable: tuple[Unwritable, ...] = ()
        if file_format == "json":
            data = _as_json(_rows(table) if open_data else _shapes(edition))
        elif file_format == "xlsx":
            data = text_workbook(table, self._store.clock.now())
        else:
            data, unwritable = _csv(table, old=file_format == "csv-cp932")
        personal = content_of_partners(edition.title, edition.partners, edition.columns)
        return PartnerFile(
            data, len(edition.partners), edition.left_out, unwritable, edition.columns, personal
        )

    def _read(self, ids: Sequence[int] | None) -> tuple[PartnerRecord, ...]:
        with self._store.reading() as session:
            if ids is None:
                return read_partners(session, Partner.deleted_at.is_(None), whole=True)
            found = read_whole_partners(session, ids)
        return tuple(found[one] for one in ids if one in found)


def _check_wish(file_format: str, columns: Sequence[str] | None) -> None:
    if file_format not in FORMATS:
        raise InputError(
            _("「{file_format}」という種類のファイルは書けません。{known} から選んでください。").format(
                file_format=file_format, known="・".join(FORMATS)
            ),
            "file_format",
        )
    unknown = [name for name in columns or () if name not in FIELDS_BY_NAME and name not in LIST_ONLY]
    if unknown:
        known = "・".join((*FIELDS_BY_NAME, *LIST_ONLY))
        raise InputError(
            _("「{column}」という欄はありません。{known} から選んでください。").format(
                column=unknown[0], known=known
            ),
            "columns",
        )


def _office_edition(partners: tuple[PartnerRecord, ...], columns: Sequence[str] | None) -> _Edition:
    chosen = tuple(field.name for field in PARTNER_FIELDS) if columns is None else tuple(columns)
    return _Edition(_("団体台帳"), partners, chosen, is_whole=columns is None)


def _public_edition(partners: tuple[PartnerRecord, ...], columns: Sequence[str] | None) -> _Edition:
    open_fields = tuple(field.name for field in PARTNER_FIELDS if field.may_be_public)
    chosen = open_fields if columns is None else tuple(name for name in columns if name in open_fields)
    views = [public_view(partner) for partner in partners]
    left_out = tuple(filter(None, (_left_out(view, columns) for view in views)))
    return _Edition(_("団体名簿（公開用）"), tuple(view.partner for view in views), chosen, left_out)


def _open_edition(partners: tuple[PartnerRecord, ...]) -> _Edition:
    silent = tuple(LeftOut(one.name, (_("団体の全体"),)) for one in partners if not one.public_fields)
    views = [public_view(partner) for partner in partners if partner.public_fields]
    left_out = tuple(filter(None, (_left_out(view, OPEN_DATA_FIELDS) for view in views)))
    shown = tuple(view.partner for view in views)
    return _Edition(_("市民活動団体一覧"), shown, OPEN_DATA_FIELDS, (*silent, *left_out))


def _left_out(view: PublicView, columns: Sequence[str] | None) -> LeftOut | None:
    """Return what of a partner would have stood in the columns, were it public."""
    names = [name for name in view.left_out if columns is None or name in columns]
    if not names:
        return None
    return LeftOut(view.partner.name, tuple(_(FIELDS_BY_NAME[name].label) for name in names))


def _table(edition: _Edition) -> TextTable:
    headings = [_heading(name) for name in edition.columns]
    rows = [[_text(partner, name) for name in edition.columns] for partner in edition.partners]
    if edition.is_whole:
        headings = [_("台帳番号"), *headings, _("公開する項目")]
        rows = [[_key(one), *row, public_text(one)] for one, row in zip(edition.partners, rows, strict=True)]
    return TextTable(edition.title, tuple(headings), tuple(map(tuple, rows)))


def _heading(name: str) -> str:
    return _(LIST_ONLY[name]) if name in LIST_ONLY else heading_of(name)


def _text(partner: PartnerRecord, name: str) -> str:
    if name not in LIST_ONLY:
        return text_of(partner, name)
    value = getattr(partner, name)
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _shapes(edition: _Edition) -> list[dict[str, Any]]:
    shapes = []
    for partner in edition.partners:
        shape = {name: _plain(partner, name) for name in edition.columns}
        if edition.is_whole:
            shape = {_JSON_ID: _key(partner), **shape, PUBLIC_FIELDS: sorted(partner.public_fields)}
        shapes.append(shape)
    return shapes


def _plain(partner: PartnerRecord, name: str) -> Any:
    if name not in LIST_ONLY:
        return plain_of(partner, name)
    value = getattr(partner, name)
    return value.isoformat() if isinstance(value, date) else value


def _rows(table: TextTable) -> list[dict[str, str]]:
    return [dict(zip(table.headings, row, strict=True)) for row in table.rows]


def _as_json(shapes: Sequence[Mapping[str, Any]]) -> bytes:
    return (json.dumps(shapes, ensure_ascii=False, indent=2) + "\n").encode()


def _csv(table: TextTable, *, old: bool) -> tuple[bytes, tuple[Unwritable, ...]]:
    """Return the CSV, and for cp932 the cells that it cannot hold as they are."""
    unwritable = []
    rows = [table.headings, *table.rows]
    if old:
        for line, row in enumerate(table.rows, 2):
            for heading, text in zip(table.headings, row, strict=True):
                if missing := _missing(text):
                    unwritable.append(Unwritable(line, heading, text, missing))
        rows = [tuple(map(_in_cp932, row)) for row in rows]
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([with_guard(cell) for cell in row] for row in rows)
    return written.getvalue().encode("cp932" if old else "utf-8-sig"), tuple(unwritable)


def _missing(text: str) -> str:
    return "".join(dict.fromkeys(letter for letter in text if not _is_in_cp932(letter)))


def _in_cp932(text: str) -> str:
    near = text.translate(_NEAREST)
    return "".join(letter if _is_in_cp932(letter) else _IN_PLACE for letter in near)


def _is_in_cp932(letter: str) -> bool:
    """Tell whether a character comes back from cp932 as itself (〜 would come back as ～)."""
    try:
        return letter.encode("cp932").decode("cp932") == letter
    except UnicodeEncodeError:
        return False


def _key(partner: PartnerRecord) -> str:
    return partner.key or str(partner.id)
