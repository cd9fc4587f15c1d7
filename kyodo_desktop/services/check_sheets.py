"""The verbs of チェックシート."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.models import CheckAgreement, CheckSheet
from kyodo_desktop.records.check_sheets import (
    CheckSheetBeginning,
    CheckSheetDraft,
    CheckSheetRecord,
    CheckSheetText,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.check_sheet_beginning import (
    begin_for,
    blank_for,
)
from kyodo_desktop.services.check_sheet_edit import apply_draft, refuse_unknown_items, version_of
from kyodo_desktop.services.check_sheet_records import missing, read_check_sheet, read_check_sheets
from kyodo_desktop.services.check_sheet_remarks import check_sheet_remarks
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.store import Store

_LIVING = CheckSheet.deleted_at.is_(None)
_OWNERS = {
    "proposal": CheckSheet.proposal_id,
    "collaboration": CheckSheet.collaboration_id,
    "partner": CheckSheet.partner_id,
}


class CheckSheetsService:
    """What can be asked of the check sheets and done to them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def text(self, version: int | None = None) -> CheckSheetText:
        """Return the sheet's words; the newest version when none is named."""
        return check_sheet_text.load(version)

    def text_for(self, fiscal_year: int) -> CheckSheetText:
        """Return the words that hold in a fiscal year."""
        return check_sheet_text.load(check_sheet_text.version_for(fiscal_year))

    def list(self) -> tuple[CheckSheetRecord, ...]:
        """Return the sheets, the last filled in first."""
        with self._store.reading() as session:
            return read_check_sheets(session, _LIVING)

    def get(self, record_id: int) -> CheckSheetRecord:
        """Return one sheet, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return read_check_sheet(session, record_id)

    def wastebasket(self) -> tuple[CheckSheetRecord, ...]:
        """Return what was discarded, the last first."""
        with self._store.reading() as session:
            return read_check_sheets(session, ~_LIVING, first=CheckSheet.deleted_at.desc())

    def blank_for(self, owner: SheetOwner) -> CheckSheetDraft:
        """Return a blank sheet for an entry, a proposal or a partner: its year, name, 課 and partner.

        Raises:
            NotFoundError: there is no such record.
        """
        with self._store.reading() as session:
            return blank_for(session, owner, self._store.clock.today())

    def beginning(self, owner: SheetOwner) -> CheckSheetBeginning:
        """Return a blank sheet for an entry, a proposal or a partner, and the sheets it has in that year.

        Raises:
            NotFoundError: the record is not there.
        """
        with self._store.reading() as session:
            return begin_for(session, owner, self._store.clock.today())

    def of(self, owner: SheetOwner) -> tuple[CheckSheetRecord, ...]:
        """Return the sheets of a `proposal`, a `collaboration` or a `partner`, the last filled in first."""
        with self._store.reading() as session:
            return read_check_sheets(session, _LIVING, _OWNERS[owner.kind] == owner.record_id)

    def remarks(self, draft: CheckSheetDraft, record_id: int | None = None) -> tuple[str, ...]:
        """Return what is odd about a sheet and kept all the same, each in a sentence."""
        with self._store.reading() as session:
            return check_sheet_remarks(session, draft, record_id)

    def due(self, until: date) -> tuple[CheckSheetRecord, ...]:
        """Return the sheets whose next check is on or before a day, the earliest first."""
        with self._store.reading() as session:
            return read_check_sheets(
                session, _LIVING, CheckSheet.next_check_on <= until, first=CheckSheet.next_check_on.asc()
            )

    # Doing

    def create(self, draft: CheckSheetDraft) -> int:
        """Keep a new sheet, in the words of its marks, else in those of its year, and return its id.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("チェックシートを作る: {title}").format(title=_words(draft))) as session:
            sheet = CheckSheet(version=version_of(draft), updated_at=self._store.clock.now())
            apply_draft(session, sheet, draft, self._store.clock.today())
            session.add(sheet)
            session.flush()
            return sheet.id

    def save(self, record_id: int, draft: CheckSheetDraft) -> None:
        """Make a sheet what the draft says; if it is that already, nothing is changed or logged.

        In another year a sheet without any mark takes that year's words; one with marks keeps its own.

        Raises:
            InputError: something of the draft cannot be taken.
        """
        with self._store.writing(_("チェックシートに記入: {title}").format(title=_words(draft))) as session:
            sheet = _find(session, record_id)
            if apply_draft(session, sheet, draft, self._store.clock.today()):
                sheet.updated_at = self._store.clock.now()

    def agree(self, record_id: int, item: str, words: str, agreed_on: date | None = None) -> None:
        """Keep what both sides agreed of an item; without words, nothing is agreed of it any more.

        Raises:
            InputError: the sheet has no such item, or the words hold an individual number.
        """
        words = words.strip()
        refuse_my_number(words, _("話し合いのメモ"))
        with self._store.writing(_("話し合いのメモを書く")) as session:
            sheet = _find(session, record_id)
            refuse_unknown_items(sheet, (item,))
            row = next((one for one in sheet.agreements if one.item == item), None)
            if not words:
                sheet.agreements[:] = [one for one in sheet.agreements if one is not row]
                return
            if row is None:
                row = CheckAgreement(item=item)
                sheet.agreements.append(row)
            row.words, row.agreed_on = words, agreed_on

    def plan_check(self, record_id: int, day: date | None) -> None:
        """Keep the day on which both sides look at the sheet again; None takes it away."""
        with self._store.writing(_("チェックシートの次の確認日を決める")) as session:
            _find(session, record_id).next_check_on = day

    def discard(self, ids: Sequence[int]) -> None:
        """Put sheets into the wastebasket."""
        with self._store.writing(_("チェックシートをごみ箱へ: {n}枚").format(n=len(set(ids)))) as session:
            for record_id in ids:
                sheet = _find(session, record_id)
                sheet.deleted_at = sheet.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take sheets out of the wastebasket."""
        with self._store.writing(
            _("チェックシートをごみ箱から戻す: {n}枚").format(n=len(set(ids)))
        ) as session:
            for record_id in ids:
                _find(session, record_id).deleted_at = None


def _words(draft: CheckSheetDraft) -> str:
    return " ".join(draft.title.split()) or _("（事業名未記入）")


def _find(session: Session, record_id: int) -> CheckSheet:
    sheet = session.get(CheckSheet, record_id)
    if sheet is None:
        raise missing()
    return sheet
