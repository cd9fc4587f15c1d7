"""The verbs of a 収支決算: its lines settled, its receipts kept, its sums proposed."""

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import BudgetLine as BudgetRow
from kyodo_desktop.models import Proposal, Receipt
from kyodo_desktop.programmes.settling import name_of, paper_words
from kyodo_desktop.records.cases import LineSide, ReceiptLine
from kyodo_desktop.records.settling import SettlingRecord
from kyodo_desktop.services.case_edit import find_case
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.proposal_records import find_proposal, programme_of, receipt_number_of
from kyodo_desktop.services.settling_records import (
    apply_receipt,
    apply_settled,
    find_line,
    find_receipt,
    line_record,
    read_settling,
    receipt_record,
)
from kyodo_desktop.store import Store


class SettlingService:
    """What can be asked of the 収支決算 of a case and written into it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, proposal_id: int) -> SettlingRecord:
        """Return the 収支決算 of a case; an empty one where its programme's file is gone.

        Raises:
            NotFoundError: there is no such proposal.
        """
        with self._store.reading() as session:
            row = find_proposal(session, proposal_id)
            programme = programme_of(row)
            return SettlingRecord(row.id) if programme is None else read_settling(row, programme)

    # Lines

    def settle_line(self, line_id: int, settled: int | None, note: str) -> None:
        """Write the 決算額 and the 摘要 of a line.

        Raises:
            InputError: the amount is below zero.
            NotFoundError: there is no such line.
            ConflictError: the case is a draft or in the wastebasket.
        """
        with self._store.writing(
            self._line_words(_("「{item}」の決算を書く: {proposal}"), line_id)
        ) as session:
            line = find_line(session, line_id)
            find_case(session, line.proposal_id)
            apply_settled(line, settled, note)

    def add_line(
        self, proposal_id: int, side: LineSide, item: str, settled: int | None, note: str = ""
    ) -> int:
        """Add a line that was not planned, and return its id.

        Raises:
            InputError: it has no name, or the amount is below zero.
            NotFoundError: there is no such proposal.
            ConflictError: the case is a draft or in the wastebasket.
        """
        item = item.strip()
        with self._store.reading() as session:
            row = find_proposal(session, proposal_id)
            words = _words(_("予算になかった「{item}」を決算に加える: {proposal}"), row, item)
        with self._store.writing(words) as session:
            row, _programme = find_case(session, proposal_id)
            if not item:
                raise InputError(_("区分を書いてください。"), "item")
            refuse_my_number(item, _("区分"), "item")
            line = BudgetRow(side=side.value, item=item, position=_next(row.lines))
            apply_settled(line, settled, note)
            row.lines.append(line)
            session.flush()
            return line.id

    def remove_line(self, line_id: int) -> None:
        """Take away a line that was not planned.

        Raises:
            NotFoundError: there is no such line.
            ConflictError: it is planned, has receipts, or its case is a draft or in the wastebasket.
        """
        with self._store.writing(
            self._line_words(_("「{item}」を決算から消す: {proposal}"), line_id)
        ) as session:
            line = find_line(session, line_id)
            row, _programme = find_case(session, line.proposal_id)
            if line.planned is not None or line.basis:
                raise ConflictError(_("予算にある費目は、決算からは消せません。決算額を空けてください。"))
            if any(one.line_id == line.id for one in row.receipts):
                raise ConflictError(_("この費目には領収書があります。先に領収書を消してください。"))
            row.lines.remove(line)

    # Receipts

    def add_receipt(self, receipt: ReceiptLine) -> int:
        """Keep a receipt of the line it names, and return its id; without 認定額 all of it is approved.

        Raises:
            InputError: an amount is missing or cannot be, a cut has no reason, or no expense is named.
            NotFoundError: there is no such line.
            ConflictError: the case is a draft or in the wastebasket.
        """
        if receipt.line_id is None:
            raise InputError(_("どの費目の領収書か選んでください。"), "line_id")
        words = _("「{item}」の領収書を記録する: {proposal}")
        with self._store.writing(self._line_words(words, receipt.line_id)) as session:
            line = find_line(session, receipt.line_id)
            row, _programme = find_case(session, line.proposal_id)
            if line.side != LineSide.EXPENSE:
                raise InputError(_("領収書は、支出の費目に付けてください。"), "line_id")
            kept = Receipt(line_id=line.id, position=_next(row.receipts))
            apply_receipt(kept, receipt)
            row.receipts.append(kept)
            session.flush()
            return kept.id

    def edit_receipt(self, receipt_id: int, receipt: ReceiptLine) -> None:
        """Make a receipt what the clerk wrote; it stays with its line.

        Raises:
            InputError: an amount is missing or cannot be, or a cut has no reason.
            NotFoundError: there is no such receipt.
            ConflictError: the case is a draft or in the wastebasket.
        """
        words = _("領収書（{paper}）を直す: {proposal}")
        with self._store.writing(self._receipt_words(words, receipt_id)) as session:
            kept = find_receipt(session, receipt_id)
            find_case(session, kept.proposal_id)
            apply_receipt(kept, receipt)

    def remove_receipt(self, receipt_id: int) -> None:
        """Take a receipt away.

        Raises:
            NotFoundError: there is no such receipt.
            ConflictError: the case is a draft or in the wastebasket.
        """
        words = _("領収書（{paper}）を消す: {proposal}")
        with self._store.writing(self._receipt_words(words, receipt_id)) as session:
            kept = find_receipt(session, receipt_id)
            row, _programme = find_case(session, kept.proposal_id)
            row.receipts.remove(kept)

    # Words

    def _line_words(self, words: str, line_id: int) -> str:
        with self._store.reading() as session:
            line = find_line(session, line_id)
            return _words(words, find_proposal(session, line.proposal_id), name_of(line_record(line)))

    def _receipt_words(self, words: str, receipt_id: int) -> str:
        with self._store.reading() as session:
            kept = find_receipt(session, receipt_id)
            row = find_proposal(session, kept.proposal_id)
            return _words(words, row, paper=paper_words(receipt_record(kept)))


def _words(words: str, row: Proposal, item: str = "", paper: str = "") -> str:
    name = f"{receipt_number_of(row)} {' '.join(row.title.split())}".strip()
    return words.format(item=item, paper=paper, proposal=name)


def _next(rows: "list[BudgetRow] | list[Receipt]") -> int:
    return max((one.position for one in rows), default=-1) + 1
