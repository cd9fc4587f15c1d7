"""The verbs of scans coming home: read, looked at by a person, put to their record. Never a guess.

- taking in: `take_in(paths, progress)`, `look_through(progress)` (the 取り込みフォルダー, `folder`);
- asking: `inbox`, `dropped`, `of_sheet`, `get`, `pdf`, `image`;
- deciding: `assign` (a number typed by hand), `confirm`, `drop`, `put_back`.

A run whose codes say with certainty which sheet it is waits as `ready` for a glance; everything else is
`doubtful`, with its reason, until a person types the number.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.file_names import harmless_name
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.my_number import holds_my_number
from kyodo_desktop.models import Scan
from kyodo_desktop.programmes import files as programme_files
from kyodo_desktop.records.scans import FileOutcome, ScannedFile, ScanRecord, ScanState, TakenIn
from kyodo_desktop.records.settings import SCAN_FOLDER
from kyodo_desktop.records.sheet_codes import SheetCode
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.scan_filing import attach, find_open, whole_file
from kyodo_desktop.services.scan_records import (
    OPEN,
    doubts_about,
    find_scan,
    known_sums,
    read_scan_records,
    what_bears,
)
from kyodo_desktop.services.scanning.codes import Unknown, read_typed
from kyodo_desktop.services.scanning.files import changed_since
from kyodo_desktop.services.scanning.pdfs import glance_at
from kyodo_desktop.services.scanning.piles import Pile, read_pile, refuse_together, scans_in
from kyodo_desktop.services.scanning.splitting import PageRun, split
from kyodo_desktop.services.scanning.writing import pdf_of
from kyodo_desktop.services.settings import read_setting
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import KeptFile, keep


class ScansService:
    """What can be asked of scanned papers and done to them; reading runs in the job thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Taking in

    def folder(self) -> Path:
        """Return where scanned files are looked for: what the office chose, else a place beside the data."""
        with self._store.reading() as session:
            chosen = read_setting(session, SCAN_FOLDER, "")
        return Path(chosen) if chosen else self._store.folder.scans

    def look_through(self, progress: Progress | None = None) -> TakenIn:
        """Read what is new in the 取り込みフォルダー and the folders in it; the files stay where they are.

        Raises:
            CancelledError: `progress` was cancelled; nothing is taken in.
            InputError: the chosen folder is not there.
            StoreError: the disk refuses.
        """
        folder = self.folder()
        if folder == self._store.folder.scans and not folder.exists():
            return TakenIn()
        progress = progress or Progress()
        return self._take_in(scans_in(folder, self._store.folder.root, progress), progress)

    def take_in(self, paths: Sequence[Path], progress: Progress | None = None) -> TakenIn:
        """Read scanned files, and all in folders among them, and keep each run of pages as a PDF of its own.

        A file that was taken in before is left alone; one that cannot be read keeps no other from it.

        Raises:
            CancelledError: `progress` was cancelled; nothing is taken in.
            InputError: a folder cannot be looked into.
            StoreError: the disk refuses; nothing is taken in.
        """
        progress, data = progress or Progress(), self._store.folder.root
        found = [
            one for path in paths for one in (scans_in(path, data, progress) if path.is_dir() else (path,))
        ]
        return self._take_in(found, progress)

    def _take_in(self, paths: Sequence[Path], progress: Progress) -> TakenIn:
        with self._store.reading() as session:
            known = known_sums(session)
        pile = read_pile(paths, known, progress)
        with self._store.files_lock:
            kept = self._keep(pile, split(pile.pages, programme_files.load_all()))
            scans: tuple[ScanRecord, ...] = ()
            if kept:
                read = dict.fromkeys(page.file for run, _file in kept for page in run.pages)
                with self._store.writing(
                    _("スキャンを読む: {name}").format(name=_list(list(map(_source_name, read))))
                ) as session:
                    ids = [self._add(session, pile, run, file) for run, file in kept]
                    scans = read_scan_records(session, Scan.id.in_(ids))
        return TakenIn(tuple(_told(pile, path) for path in pile.paths), scans)

    def _keep(self, pile: Pile, runs: Sequence[PageRun]) -> list[tuple[PageRun, KeptFile]]:
        """Keep the PDF of each run, but of none with a page of a file that cannot be copied or changed."""
        kept: list[tuple[PageRun, KeptFile]] = []
        for run in runs:
            if any(page.file in pile.refused for page in run.pages):
                continue
            try:
                kept.append((run, keep(self._store.folder.files, pdf_of(run.pages))))
            except InputError as error:
                pile.refused |= {page.file: str(error) for page in run.pages}
        for path, digest in pile.sums.items():
            if path not in pile.refused and (changed := changed_since(path, digest)) is not None:
                pile.refused[path] = str(changed)
        refuse_together(pile, runs)
        return [one for one in kept if not any(page.file in pile.refused for page in one[0].pages)]

    def _add(self, session: Session, pile: Pile, run: PageRun, file: KeptFile) -> int:
        meant, doubts = doubts_about(session, run)
        first = min(run.pages, key=lambda page: (pile.paths.index(page.file), page.page))
        row = Scan(
            source=_source_name(first.file),
            first_page=first.page,
            pages=len(run.pages),
            state=(ScanState.DOUBTFUL if doubts else ScanState.READY).value,
            sha256=file.sha256,
            sums=list(dict.fromkeys(pile.sums[page.file] for page in run.pages)),
            taken_in_at=self._store.clock.now(),
            code=str(run.number) if run.number is not None else "",
            reason="\n".join(doubts),
            sheet_id=meant.sheet.id if meant.sheet is not None else None,
        )
        session.add(row)
        session.flush()
        return row.id

    # Asking

    def inbox(self) -> tuple[ScanRecord, ...]:
        """Return the runs that wait for a person, in the order they were read."""
        with self._store.reading() as session:
            return read_scan_records(session, Scan.state.in_(OPEN))

    def dropped(self) -> tuple[ScanRecord, ...]:
        """Return the runs in the wastebasket, the last read first."""
        with self._store.reading() as session:
            return read_scan_records(session, Scan.state == ScanState.DROPPED.value)[::-1]

    def of_sheet(self, sheet_id: int) -> tuple[ScanRecord, ...]:
        """Return the runs that came home of a sheet."""
        attached = Scan.state == ScanState.ATTACHED.value
        with self._store.reading() as session:
            return read_scan_records(session, attached, Scan.sheet_id == sheet_id)

    def get(self, scan_id: int) -> ScanRecord:
        """Return one run.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            find_scan(session, scan_id)
            return read_scan_records(session, Scan.id == scan_id)[0]

    def pdf(self, scan_id: int) -> bytes:
        """Return the pages of a run as a PDF, upright.

        Raises:
            NotFoundError: there is no such run, or its file is gone or damaged.
        """
        return self._file_of(scan_id).read_bytes()

    def image(self, scan_id: int, page: int = 1, width: int = 120) -> bytes:
        """Return a page of a run as a PNG of a width in pixels.

        Raises:
            InputError: there is no such page.
            NotFoundError: there is no such run, or its file is gone or damaged.
        """
        return glance_at(self._file_of(scan_id), page, width)

    # Deciding

    def assign(self, scan_id: int, text: str) -> ScanRecord:
        """Say which sheet or receipt a run is, by its number as typed; it then waits for a glance.

        Raises:
            ConflictError: it was settled meanwhile.
            InputError: that is no number, nothing has it, or the sheet is void.
            NotFoundError: there is no such run.
        """
        number = read_typed(text, programme_files.load_all())
        if isinstance(number, Unknown):
            raise InputError(number.sentence, "number")
        named = number.number if isinstance(number, SheetCode) else number
        with self._store.writing(_("スキャンの番号を決める: {number}").format(number=named)) as session:
            row = find_open(session, scan_id)
            meant = what_bears(session, named)
            row.code, row.reason, row.state = str(named), "", ScanState.READY.value
            row.sheet_id = meant.sheet.id if meant.sheet is not None else None
            session.flush()
            return read_scan_records(session, Scan.id == scan_id)[0]

    def confirm(self, ids: Sequence[int]) -> tuple[ScanRecord, ...]:
        """Put runs to the records of their sheets, and note that those have come back.

        A sheet that came back before stays as it is; one that belongs to no record keeps its scan itself.

        Raises:
            ConflictError: one is doubtful, was settled meanwhile, or its sheet has become void.
            NotFoundError: a run, its record or its file is not there. In any case none is put anywhere.
        """
        words = self._words(_("スキャンを綴じる: {name}"), ids)
        with self._store.writing(words) as session:
            for scan_id in ids:
                attach(self._store, session, find_open(session, scan_id))
            session.flush()
            return read_scan_records(session, Scan.id.in_(ids))

    def drop(self, ids: Sequence[int]) -> None:
        """Put runs that belong nowhere into the wastebasket; their files are kept.

        Raises:
            ConflictError: one was settled meanwhile.
            NotFoundError: there is no such run.
        """

        def put_aside(session: Session, scan_id: int) -> None:
            find_open(session, scan_id).state = ScanState.DROPPED.value

        self._each(ids, _("スキャンをごみ箱へ: {name}"), put_aside)

    def put_back(self, ids: Sequence[int]) -> None:
        """Take runs out of the wastebasket.

        Raises:
            NotFoundError: there is no such run.
        """

        def take_back(session: Session, scan_id: int) -> None:
            row = find_scan(session, scan_id)
            if row.state == ScanState.DROPPED.value:
                row.state = (ScanState.DOUBTFUL if row.reason else ScanState.READY).value

        self._each(ids, _("スキャンをごみ箱から戻す: {name}"), take_back)

    # Within

    def _each(self, ids: Sequence[int], words: str, act: Callable[[Session, int], None]) -> None:
        with self._store.writing(self._words(words, ids)) as session:
            for scan_id in ids:
                act(session, scan_id)

    def _words(self, words: str, ids: Sequence[int]) -> str:
        with self._store.reading() as session:
            rows = [find_scan(session, one) for one in ids]
        return words.format(name=_list([row.code or row.source for row in rows]))

    def _file_of(self, scan_id: int) -> Path:
        with self._store.reading() as session:
            row = find_scan(session, scan_id)
            return whole_file(self._store.folder, row.source, row.sha256)


def _source_name(path: Path) -> str:
    """Return a file's name as it may be kept: a scanner names files by twelve digits of its clock, too."""
    name = harmless_name(path.name)
    return _("スキャン{suffix}").format(suffix=path.suffix) if holds_my_number(name) else name


def _told(pile: Pile, path: Path) -> ScannedFile:
    name = harmless_name(path.name)
    if path in pile.refused:
        return ScannedFile(name, FileOutcome.REFUSED, pile.refused[path])
    return ScannedFile(name, FileOutcome.TAKEN_IN if path in pile.sums else FileOutcome.KNOWN)


def _list(names: Sequence[str]) -> str:
    """Return the first name, and how many more there are."""
    if len(names) < 2:
        return "".join(names)
    return _("{name} ほか{n}件").format(name=names[0], n=len(names) - 1)
