"""The verbs of issued papers: giving one out with its number, and where it is from then on.

What the window builds on (all ids are ids of sheets; `SheetDraft.values` are typed as the form's fields say):

- asking: `get`, `list`, `of(owner)`, `of_partner(partner_id)`, `out`, `find(text)`, `pdf`, `values`;
- before: `preview(draft)` prints a draft as it would be issued, without a number;
- giving out: `issue`, `issue_many(drafts, progress)`, `reissue`;
- its life: `mark_printed`, `hand_out`, `receive`, `file_away`, `step_back`, `void`;
- on the way out: `for_printer` (several sheets in files of at most 200), `save`, `save_together`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kyodo_desktop.base.errors import ConflictError, NotFoundError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import IssuedSheet
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.personal_data import DataUse
from kyodo_desktop.records.sheets import IssuedSheet as SheetRecord
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner, SheetState
from kyodo_desktop.services import sheet_life
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.personal_data_log import note_use
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.sheet_contents import contents_of, named
from kyodo_desktop.services.sheet_files import one_after_another
from kyodo_desktop.services.sheet_making import Ready, draw, drawn, get_ready, keep_drawn
from kyodo_desktop.services.sheet_records import (
    belongs_to,
    find_sheet,
    number_of,
    read_sheet,
    read_sheets,
    sheet_numbered,
    values_of,
)
from kyodo_desktop.services.sheet_search import find_sheets, of_partner
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import find_whole


class SheetsService:
    """What can be asked of issued papers and done to them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def list(self) -> tuple[SheetRecord, ...]:
        """Return every sheet, the last issued first."""
        with self._store.reading() as session:
            return read_sheets(session)

    def get(self, sheet_id: int) -> SheetRecord:
        """Return one sheet.

        Raises:
            NotFoundError: there is none.
        """
        return self._read(sheet_id)

    def of(self, owner: SheetOwner) -> tuple[SheetRecord, ...]:
        """Return the sheets that belong to a record itself, the last issued first."""
        with self._store.reading() as session:
            return read_sheets(session, belongs_to(session, owner))

    def of_partner(self, partner_id: int) -> tuple[SheetRecord, ...]:
        """Return the sheets of a partner, its proposals and check sheets, the last issued first."""
        with self._store.reading() as session:
            return read_sheets(session, of_partner(session, partner_id))

    def out(self) -> tuple[SheetRecord, ...]:
        """Return the sheets that are with somebody (手元にない紙), what went out first at the front."""
        with self._store.reading() as session:
            found = read_sheets(session, IssuedSheet.state == SheetState.AWAITED.value)
        return tuple(sorted(found, key=lambda one: (one.awaited_since or date.max, one.number)))

    def find(self, text: str) -> tuple[SheetRecord, ...]:
        """Return the sheets meant by a number of any spelling, or by words of title, record or holder."""
        with self._store.reading() as session:
            return find_sheets(session, text)

    def numbered(self, text: str) -> SheetRecord | None:
        """Return the sheet whose number was typed, in any spelling; None if there is none."""
        with self._store.reading() as session:
            row = sheet_numbered(session, text)
            return read_sheet(session, row.id) if row is not None else None

    def pdf(self, sheet_id: int) -> bytes:
        """Return the file that was issued, byte for byte, after looking that it is whole.

        Raises:
            NotFoundError: there is no such sheet, or its file is gone or damaged.
        """
        with self._store.reading() as session:
            row = find_sheet(session, sheet_id)
            return self._file_of(row).read_bytes()

    def values(self, sheet_id: int) -> dict[str, Any]:
        """Return what stands on a sheet, to begin one from it that replaces it.

        Raises:
            NotFoundError: there is no such sheet.
        """
        with self._store.reading() as session:
            return values_of(find_sheet(session, sheet_id))

    # Giving out

    def preview(self, draft: SheetDraft) -> PrintedForm:
        """Return a draft printed as it would be issued; empty required fields are room to write, and named.

        Raises:
            InputError: a value cannot be taken.
            NotFoundError: its form or its record is not there.
        """
        return draw(self._ready(draft, allow_empty=True), None)

    def issue(self, draft: SheetDraft, *, allow_empty: bool = False) -> SheetRecord:
        """Give a paper its number, print it on every page, and keep the file.

        Raises:
            InputError: a value cannot be taken, or required fields are empty; the sentence names them.
            NotFoundError: its form or its record is not there.
            StoreError: the disk refuses. In any case nothing is issued.
        """
        ready = self._ready(draft, allow_empty=allow_empty)
        return self._issue((ready,), _("{title}を発行する"))[0]

    def issue_many(
        self, drafts: Sequence[SheetDraft], progress: Progress | None = None
    ) -> tuple[SheetRecord, ...]:
        """Issue several papers in one act: all of them or none.

        Raises:
            InputError: one cannot be issued; the sentence says which, and what it lacks.
            NotFoundError: a form or a record is not there.
            CancelledError: somebody stopped it.
            StoreError: the disk refuses. In any case nothing is issued.
        """
        if progress is not None:
            progress.begin(len(drafts))
        with self._store.reading() as session:
            today = self._store.clock.today()
            readies = [get_ready(session, draft, today, one_of_many=True) for draft in drafts]
        return self._issue(readies, _("{title}を発行する"), progress=progress) if readies else ()

    def reissue(self, sheet_id: int, draft: SheetDraft, *, allow_empty: bool = False) -> SheetRecord:
        """Issue a paper that replaces a former one, which becomes void; each names the other.

        Raises:
            ConflictError: the former one is replaced or void already.
            InputError, NotFoundError, StoreError: as for `issue`; nothing is issued then.
        """
        former = self._read(sheet_id)
        if former.state is SheetState.VOID:
            raise ConflictError(
                _("{number}はもう無効なので、差し替えられません。新しく発行してください。").format(
                    number=former.number
                )
            )
        ready = self._ready(_in_place_of(former, draft), allow_empty=allow_empty)
        return self._issue((ready,), _("{former}を差し替えて{title}を発行する"), replaced=former)[0]

    # Its life

    def mark_printed(self, ids: Sequence[int], target: str = "") -> None:
        """Note that sheets are on their way to a printer (`target`), and what they hold of persons.

        Raises:
            ConflictError: one is void.
            StoreError: it cannot be noted.
        """
        today = self._store.clock.today()
        self._step(ids, _("{sheet}を印刷する"), lambda row: sheet_life.print_sheet(row, today))
        self._note_use(ids, DataUse.PRINT, target)

    def hand_out(self, ids: Sequence[int], holder: str, due_on: date | None = None) -> None:
        """Give sheets to somebody who signs or seals them; `due_on` is when they should be back.

        Raises:
            ConflictError: one is void, or has come back.
            InputError: nobody is named, or they would be due before they go.
        """
        today = self._store.clock.today()
        refuse_my_number(holder, _("渡した相手"), "holder")
        name = " ".join(holder.split())
        self._step(
            ids, _("{sheet}を{holder}に渡す"), lambda row: sheet_life.hand_out(row, name, today, due_on), name
        )

    def receive(self, ids: Sequence[int], on: date | None = None) -> None:
        """Note that sheets have come back, today or on a day.

        Raises:
            ConflictError: one is void, or came back before.
        """
        day = on or self._store.clock.today()
        self._step(ids, _("{sheet}を受領する"), lambda row: sheet_life.receive(row, day))

    def file_away(self, ids: Sequence[int], on: date | None = None) -> None:
        """Note that sheets were filed, today or on a day.

        Raises:
            ConflictError: one is void, filed already, was never printed, or is still with somebody.
        """
        day = on or self._store.clock.today()
        self._step(ids, _("{sheet}を綴る"), lambda row: sheet_life.file_away(row, day))

    def step_back(self, sheet_id: int) -> None:
        """Take the last step of a sheet back.

        Raises:
            ConflictError: it has made none, or another one has replaced it.
        """
        sheet = self._read(sheet_id)
        if sheet.state is SheetState.VOID and sheet.replaced_by:
            raise ConflictError(
                _("{number}は{later}に差し替えたので、戻せません。").format(
                    number=sheet.number, later=sheet.replaced_by
                )
            )
        self._step((sheet_id,), _("{sheet}の段階を戻す"), sheet_life.step_back)

    def void(self, sheet_id: int, reason: str) -> None:
        """Make a sheet void; its number stays taken.

        Raises:
            ConflictError: it is void already.
            InputError: there is no reason.
        """
        today = self._store.clock.today()
        refuse_my_number(reason, _("理由"), "reason")
        self._step(
            (sheet_id,), _("{sheet}を無効にする"), lambda row: sheet_life.make_void(row, today, reason)
        )

    # On the way out

    def for_printer(self, ids: Sequence[int], progress: Progress | None = None) -> Iterator[bytes]:
        """Give the files that were issued, page for page, one sheet after the other, at most 200 a file.

        Each is made when it is asked for, so that memory stays flat. One sheet is its own file (`pdf`).

        Raises:
            NotFoundError: a sheet is not there, or its file is gone or damaged; before any is given.
            CancelledError: somebody stopped it.
        """
        with self._store.reading() as session:
            files = [self._file_of(find_sheet(session, one)) for one in ids]
        return one_after_another(files, progress or Progress())

    def save(self, sheet_id: int, path: Path) -> None:
        """Write the file that was issued to where the clerk wants it, and note what it holds of persons.

        Raises:
            NotFoundError: there is no such sheet, or its file is gone or damaged.
            OutputError: it cannot be written there.
        """
        with self._store.reading() as session:
            data = self._file_of(find_sheet(session, sheet_id)).read_bytes()
        write_whole_file(Path(path), data)
        self._note_use((sheet_id,), DataUse.EXPORT, str(Path(path).resolve()))

    def save_together(self, ids: Sequence[int], path: Path) -> None:
        """Write the files of at most 200 sheets into one, as `for_printer` does, and note that they left.

        Raises:
            NotFoundError: a sheet is not there, or its file is gone or damaged.
            OutputError: it cannot be written there.
        """
        with self._store.reading() as session:
            files = [self._file_of(find_sheet(session, one)) for one in ids]
        write_whole_file(Path(path), next(one_after_another(files, Progress())))
        self._note_use(ids, DataUse.EXPORT, str(Path(path).resolve()))

    # Within

    def _read(self, sheet_id: int) -> SheetRecord:
        with self._store.reading() as session:
            return read_sheet(session, sheet_id)

    def _ready(self, draft: SheetDraft, *, allow_empty: bool) -> Ready:
        with self._store.reading() as session:
            return get_ready(session, draft, self._store.clock.today(), allow_empty=allow_empty)

    def _issue(
        self,
        readies: Sequence[Ready],
        words: str,
        *,
        replaced: SheetRecord | None = None,
        progress: Progress | None = None,
    ) -> tuple[SheetRecord, ...]:
        title = _(readies[0].form.title)
        if len(readies) > 1:
            title = _("{title} ほか{n}件").format(title=title, n=len(readies) - 1)
        what = words.format(title=title, former=replaced.number if replaced is not None else "")
        with (
            drawn(self._store, readies, progress) as sheets,
            self._store.files_lock,
            self._store.writing(what) as session,
        ):
            if replaced is not None:
                reason = _("{number}に差し替え").format(number=sheets[0].number)
                sheet_life.make_void(find_sheet(session, replaced.id), self._store.clock.today(), reason)
            ids = [keep_drawn(self._store, session, one).id for one in sheets]
            found = {one.id: one for one in read_sheets(session, IssuedSheet.id >= min(ids))}
            return tuple(found[one] for one in ids)

    def _step(
        self, ids: Sequence[int], words: str, step: Callable[[IssuedSheet], None], holder: str = ""
    ) -> None:
        if not ids:
            return
        with self._store.reading() as session:
            what = words.format(sheet=named([find_sheet(session, one) for one in ids]), holder=holder)
        with self._store.writing(what) as session:
            for sheet_id in ids:
                step(find_sheet(session, sheet_id))

    def _file_of(self, row: IssuedSheet) -> Path:
        found = find_whole(self._store.folder, row.sha256)
        if found is None:
            raise NotFoundError(
                _(
                    "{number}（{title}）のファイルが、なくなっているか、壊れています。"
                    "情報システムの担当に知らせてください。急ぐときは「差し替え」で発行し直せます。"
                ).format(number=number_of(row), title=row.title)
            )
        return found

    def _note_use(self, ids: Sequence[int], use: DataUse, target: str) -> None:
        with self._store.reading() as session:
            contents = contents_of(find_sheet(session, one) for one in dict.fromkeys(ids))
        for content in contents:
            note_use(self._store, content, use, target)


def _in_place_of(former: SheetRecord, draft: SheetDraft) -> SheetDraft:
    """Return the draft of a paper that replaces a former one; it belongs where that one did."""
    return replace(draft, replaces_id=former.id, owner=draft.owner or former.owner)
