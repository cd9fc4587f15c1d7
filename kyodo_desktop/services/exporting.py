"""Writing the list out for other programs."""

from collections.abc import Sequence
from pathlib import Path

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import Collaboration
from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.services.collaboration_forms import form_label
from kyodo_desktop.services.collaboration_records import read_chosen, read_collaborations
from kyodo_desktop.services.list_files import has_several_years, list_csv, list_json
from kyodo_desktop.services.list_workbook import list_workbook
from kyodo_desktop.store import Store

FORMATS = ("xlsx", "csv", "json")


class ExportingService:
    """Makes files of what the register holds."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collaborations(
        self, ids: Sequence[int] | None, fiscal_year: int | None, file_format: str, path: Path
    ) -> None:
        """Write entries to a file, whole or not at all.

        Raises:
            OutputError: the file cannot be written; what stood under its name is untouched.
        """
        write_whole_file(Path(path), self.collaborations_bytes(ids, fiscal_year, file_format))

    def collaborations_bytes(
        self, ids: Sequence[int] | None, fiscal_year: int | None, file_format: str
    ) -> bytes:
        """Return the file's bytes: the entries in the order of `ids`, or for None the whole year.

        `fiscal_year` is the one year that is written, None where there are several. `file_format` is xlsx,
        csv or json.
        """
        entries = self._entries(ids, fiscal_year)
        if file_format == "json":
            return list_json(entries, form_label)
        if file_format == "csv":
            return list_csv(entries, form_label)
        if file_format == "xlsx":
            return list_workbook(entries, form_label, _title(entries), self._store.clock.now())
        raise InputError(
            _("「{file_format}」という種類のファイルは書けません。{known} から選んでください。").format(
                file_format=file_format, known="・".join(FORMATS)
            ),
            "file_format",
        )

    def _entries(self, ids: Sequence[int] | None, fiscal_year: int | None) -> tuple[CollaborationRecord, ...]:
        of_year = () if fiscal_year is None else (Collaboration.fiscal_year == fiscal_year,)
        with self._store.reading() as session:
            if ids is None:
                return read_collaborations(session, Collaboration.deleted_at.is_(None), *of_year)
            return read_chosen(session, ids)


def _title(entries: Sequence[CollaborationRecord]) -> str:
    if not entries or has_several_years(entries):
        return _("協働や連携の取組一覧")
    year = format_fiscal_year(entries[0].fiscal_year)
    return _("協働や連携の取組一覧（{year}）").format(year=year)
