"""What scanned runs are held to be: the sheet or proposal of a number, what speaks against it, and records.

For services to share.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.models import IssuedSheet as SheetRow
from kyodo_desktop.models import Proposal, Scan
from kyodo_desktop.programmes.receipt import ReceiptNumber
from kyodo_desktop.records.scanned_pages import DOUBT_SENTENCES, Doubt
from kyodo_desktop.records.scans import ScanRecord, ScanState
from kyodo_desktop.records.sheet_codes import SheetNumber
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, IssuedSheet, SheetOwner, SheetState
from kyodo_desktop.services.proposal_receipts import bears_receipt
from kyodo_desktop.services.scanning.splitting import PageRun
from kyodo_desktop.services.sheet_records import bears, read_sheets

OPEN = (ScanState.READY.value, ScanState.DOUBTFUL.value)
_SLIP = "reception_slip"
_HOME = (SheetState.RECEIVED, SheetState.FILED)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a number names: an issued sheet, or a proposal by its receipt number."""

    sheet: IssuedSheet | None = None
    proposal: Proposal | None = None


def what_bears(session: Session, number: SheetNumber | ReceiptNumber) -> Meant:
    """Return what has a number.

    Raises:
        InputError: nothing has it, or the sheet is void; the sentence says what to do.
    """
    if isinstance(number, ReceiptNumber):
        condition = bears_receipt(str(number))
        proposal = None if condition is None else session.scalar(select(Proposal).where(condition))
        if proposal is None:
            raise InputError(
                _("受付番号「{number}」の提案はありません。紙の番号を確かめてください。").format(
                    number=number
                ),
                "number",
            )
        return Meant(proposal=proposal)
    found = read_sheets(session, bears(number))
    if not found:
        raise InputError(
            _("「{number}」という番号の紙は出していません。紙の番号を確かめてください。").format(
                number=number
            ),
            "number",
        )
    if found[0].state is SheetState.VOID:
        raise InputError(_void_words(found[0]), "number")
    return Meant(found[0])


def doubts_about(session: Session, run: PageRun) -> tuple[Meant, tuple[str, ...]]:
    """Return what a run is held to be, and all that a person has to look at."""
    if run.number is None:
        return Meant(), run.doubts
    try:
        meant = what_bears(session, run.number)
    except InputError as error:
        return Meant(), (str(error), *run.doubts)
    sheet = meant.sheet
    return meant, ((*_about_sheet(session, sheet, run), *run.doubts) if sheet is not None else run.doubts)


def _about_sheet(session: Session, sheet: IssuedSheet, run: PageRun) -> Iterable[str]:
    yield from _about_receipts(session, sheet, run)
    if sheet.state in _HOME:
        day = sheet.received_on or sheet.filed_on
        yield _("{number} は「{state}」です（{day}）。もう一度綴じるか、確かめてください。").format(
            number=sheet.number,
            state=_(SHEET_STATE_LABELS[sheet.state]),
            day=format_date(day) if day is not None else "",
        )
    waiting = select(Scan.id).where(Scan.sheet_id == sheet.id, Scan.state.in_(OPEN))
    if session.scalar(waiting.limit(1)) is not None:
        yield _("{number} は、前にもう1つ読んでいます。").format(number=sheet.number)
    # What lies between is told by the run itself.
    last = max(run.sheet_pages, default=0)
    missing = range(last + 1, sheet.pages + 1)
    if missing:
        yield _("{number} の {pages} ページ目がありません。").format(
            number=sheet.number, pages=_("、").join(map(str, missing))
        )
    if last > sheet.pages:
        yield _("{number} は {n}ページの紙ですが、{page}ページ目と書いてあります。").format(
            number=sheet.number, n=sheet.pages, page=last
        )


def _about_receipts(session: Session, sheet: IssuedSheet, run: PageRun) -> Iterable[str]:
    """Tell of receipts that are not on the sheet itself, an issued 受付票: another paper lies on it."""
    for receipt in run.receipts:
        condition = bears_receipt(str(receipt))
        found = None if condition is None else session.scalar(select(Proposal.id).where(condition))
        its_own = found is not None and sheet.owner == SheetOwner("proposal", found)
        if sheet.form_key != _SLIP or not its_own:
            words = _(DOUBT_SENTENCES[Doubt.SEVERAL_CODES])
            yield words.format(texts=_("、").join((sheet.number, str(receipt))))


def find_scan(session: Session, scan_id: int) -> Scan:
    """Return the row of a run, to be changed.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(Scan, scan_id)
    if row is None:
        raise NotFoundError(_("このスキャンは、もうありません。一覧を開き直してください。"))
    return row


def read_scan_records(session: Session, *where: ColumnElement[bool]) -> tuple[ScanRecord, ...]:
    """Return the runs that fulfil `where`, in the order they were read."""
    rows = session.scalars(select(Scan).where(*where).order_by(Scan.id)).all()
    wanted = {row.sheet_id for row in rows if row.sheet_id is not None}
    sheets = {one.id: one for one in read_sheets(session, SheetRow.id.in_(wanted))} if wanted else {}
    return tuple(_record(session, row, sheets) for row in rows)


def known_sums(session: Session) -> frozenset[str]:
    """Return the sums of all files that were taken in."""
    return frozenset(one for sums in session.scalars(select(Scan.sums)) for one in _texts(sums))


def proposal_of(session: Session, row: Scan) -> Proposal | None:
    """Return the proposal whose receipt number a run bears."""
    condition = bears_receipt(row.code) if row.sheet_id is None and row.code else None
    return None if condition is None else session.scalar(select(Proposal).where(condition))


def _record(session: Session, row: Scan, sheets: Mapping[int, IssuedSheet]) -> ScanRecord:
    sheet = sheets.get(row.sheet_id or 0)
    proposal = proposal_of(session, row)
    title, owner, owner_name = "", None, ""
    if sheet is not None:
        title, owner, owner_name = sheet.title, sheet.owner, sheet.owner_name
    elif proposal is not None:
        title, owner, owner_name = _("提案の書類"), SheetOwner("proposal", proposal.id), proposal.title
    return ScanRecord(
        id=row.id,
        source=row.source,
        first_page=row.first_page,
        pages=row.pages,
        state=ScanState(row.state),
        sha256=row.sha256,
        taken_in_at=row.taken_in_at,
        files=max(1, len(_texts(row.sums))),
        number=row.code,
        reason=row.reason,
        title=title,
        owner=owner,
        owner_name=" ".join(owner_name.split()),
        sheet_id=row.sheet_id,
        sheet_state=sheet.state if sheet is not None else None,
        attachment_id=row.attachment_id,
    )


def _texts(sums: object) -> Sequence[str]:
    return [str(one) for one in sums] if isinstance(sums, list) else []


def _void_words(sheet: IssuedSheet) -> str:
    if sheet.replaced_by:
        return _(
            "{number} は {later} に差し替えた、無効の紙です。"
            "紙を確かめて、{later} でなければごみ箱に入れてください。"
        ).format(number=sheet.number, later=sheet.replaced_by)
    return _(
        "{number} は無効にした紙です。紙を確かめて、ちがう番号を打つか、ごみ箱に入れてください。"
    ).format(number=sheet.number)
