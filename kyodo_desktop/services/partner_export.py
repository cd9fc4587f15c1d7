"""The verbs of writing partners out: all that the office knows, or the public edition."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Partner
from kyodo_desktop.records.partner_export import LeftOut, PartnerFile, Unwritable
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PARTNER_FIELDS, PartnerField
from kyodo_desktop.records.partner_import import PUBLIC_FIELDS
from kyodo_desktop.records.partner_public import public_view
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.services.partner_cells import heading_of, plain_of, public_text, text_of
from kyodo_desktop.services.partner_records import read_partners
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
    """The partners of a file, the fields they are written with, and what was left out of them."""

    partners: tuple[PartnerRecord, ...]
    fields: tuple[PartnerField, ...]
    left_out: tuple[LeftOut, ...]
    public: bool


class PartnerExportService:
    """Makes files of the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def partners(
        self, ids: Sequence[int] | None, file_format: str, path: Path, *, public: bool = False
    ) -> PartnerFile:
        """Write partners to a file, whole or not at all, and tell what is not in it.

        Raises:
            OutputError: the file cannot be written; what stood under its name is untouched.
        """
        made = self.partners_file(ids, file_format, public=public)
        write_whole_file(Path(path), made.data)
        return made

    def partners_file(
        self, ids: Sequence[int] | None, file_format: str, *, public: bool = False
    ) -> PartnerFile:
        """Return the file's bytes: the partners in the order of `ids`, or all by reading for None.

        The public edition takes the name, and of the rest what the office chose to publish.

        Raises:
            InputError: there is no such format.
        """
        if file_format not in FORMATS:
            raise InputError(
                _("「{file_format}」という種類のファイルは書けません。{known} から選んでください。").format(
                    file_format=file_format, known="・".join(FORMATS)
                ),
                "file_format",
            )
        edition = _edition(self._read(ids), public=public)
        unwritable: tuple[Unwritable, ...] = ()
        if file_format == "json":
            data = _json(edition)
        elif file_format == "xlsx":
            data = text_workbook(_table(edition), self._store.clock.now())
        else:
            data, unwritable = _csv(_table(edition), old=file_format == "csv-cp932")
        return PartnerFile(data, len(edition.partners), edition.left_out, unwritable)

    def _read(self, ids: Sequence[int] | None) -> tuple[PartnerRecord, ...]:
        with self._store.reading() as session:
            if ids is None:
                return read_partners(session, Partner.deleted_at.is_(None), whole=True)
            found = {one.id: one for one in read_partners(session, Partner.id.in_(ids), whole=True)}
        return tuple(found[one] for one in ids if one in found)


def _edition(partners: tuple[PartnerRecord, ...], *, public: bool) -> _Edition:
    if not public:
        return _Edition(partners, PARTNER_FIELDS, (), public=False)
    views = [public_view(partner) for partner in partners]
    left_out = tuple(
        LeftOut(partner.name, tuple(_(FIELDS_BY_NAME[name].label) for name in view.left_out))
        for partner, view in zip(partners, views, strict=True)
        if view.left_out
    )
    fields = tuple(field for field in PARTNER_FIELDS if field.may_be_public)
    return _Edition(tuple(view.partner for view in views), fields, left_out, public=True)


def _table(edition: _Edition) -> TextTable:
    headings = [heading_of(field.name) for field in edition.fields]
    rows = [[text_of(partner, field.name) for field in edition.fields] for partner in edition.partners]
    if not edition.public:
        headings = [_("台帳番号"), *headings, _("公開する項目")]
        rows = [[_key(one), *row, public_text(one)] for one, row in zip(edition.partners, rows, strict=True)]
    title = _("団体名簿（公開用）") if edition.public else _("団体台帳")
    return TextTable(title, tuple(headings), tuple(map(tuple, rows)))


def _json(edition: _Edition) -> bytes:
    shapes = []
    for partner in edition.partners:
        shape = {field.name: plain_of(partner, field.name) for field in edition.fields}
        if not edition.public:
            shape = {_JSON_ID: _key(partner), **shape, PUBLIC_FIELDS: sorted(partner.public_fields)}
        shapes.append(shape)
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
