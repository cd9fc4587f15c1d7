"""The right side of 評価: an evaluation to be read; filling it in happens in its own window."""

from collections.abc import Callable

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.evaluations import EvaluationDraft, EvaluationText
from kyodo_desktop.records.evaluations import EvaluationRecord as Evaluation
from kyodo_desktop.records.sheets import IssuedSheet, SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.evaluations.opening import open_evaluation
from kyodo_desktop.ui.evaluations.papers import papers_of, print_paper
from kyodo_desktop.ui.evaluations.wording import title_words
from kyodo_desktop.ui.pages.check_sheets.evaluations.detail import EvaluationDetail
from kyodo_desktop.ui.pages.check_sheets.evaluations.rows import KIND, EvaluationRow
from kyodo_desktop.ui.pages.check_sheets.evaluations.view import EvaluationActions, EvaluationView
from kyodo_desktop.ui.pages.shared.side import Side


class EvaluationSide(Side):
    """Shows an evaluation; `edit` opens it in its window."""

    def __init__(self, context: UiContext, open_other: Callable[[int], object]) -> None:
        super().__init__()
        self._context = context
        self._row: EvaluationRow | None = None
        self._compared: int | None = None
        self.detail = EvaluationDetail(context.theme, _("評価の内容"))
        self.addWidget(self.detail)
        self._actions = EvaluationActions(
            edit=self.begin_edit,
            print=self.print_paper,
            open_page=context.open_page,
            open_other=open_other,
            compare=self._compare,
        )

    def show_record(self, record: EvaluationRow | None) -> None:
        """Show an evaluation."""
        if record is None or self._row is None or record.id != self._row.id:
            self._compared = None
        self._row = record
        if record is None:
            self.detail.show_nothing(_("評価を選ぶと、ここに内容が出ます。"))
            return
        with self._context.reporting():
            self.detail.show_evaluation(self._look_up(record), self._actions)

    def begin_edit(self) -> None:
        """Open the evaluation in its window."""
        if self._row is not None:
            open_evaluation(self._context, self, SheetOwner(KIND, self._row.id))

    def print_paper(self, key: str, title: str) -> None:
        """Show one of its papers."""
        if self._row is not None:
            name = _("{paper}（{title}）").format(paper=title, title=self._row.title)
            print_paper(self._context, self._row.record, key, name)

    def save(self) -> None:
        """Have nothing to save: it is written in its own window."""

    def keep_draft(self) -> None:
        """Have nothing to keep."""

    def _compare(self, record_id: int | None) -> None:
        self._compared = record_id
        self.show_record(self._row)

    def _look_up(self, row: EvaluationRow) -> EvaluationView:
        services, draft = self._context.services, row.record.draft
        evaluations = services.evaluations
        others = [one for one in evaluations.of_subject(draft) if one.id != row.id]
        return EvaluationView(
            row=row,
            text=evaluations.text_of(row.record),
            remarks=evaluations.remarks(draft, row.id),
            others=others,
            history=services.history.of(KIND, row.id),
            today=self._context.clock.today(),
            sheets=self._sheets(draft),
            entry=self._entry_words(draft.collaboration_id),
            proposal=self._proposal_words(draft.proposal_id),
            compared=self._compared_with(others),
        )

    def _compared_with(self, others: list[Evaluation]) -> tuple[EvaluationText, Evaluation] | None:
        found = next((one for one in others if one.id == self._compared), None)
        if found is None:
            return None
        return self._context.services.evaluations.text_of(found), found

    def _sheets(self, draft: EvaluationDraft) -> tuple[IssuedSheet, ...]:
        if draft.proposal_id is None:
            return ()
        keys = {key for key, _words in papers_of(draft.kind)}
        made = self._context.services.sheets.of(SheetOwner("proposal", draft.proposal_id))
        return tuple(one for one in made if one.form_key in keys)

    def _proposal_words(self, proposal_id: int | None) -> str:
        def read(record_id: int) -> str:
            proposal = self._context.services.proposals.get(record_id)
            return f"{proposal.receipt_number} {title_words(proposal.draft.title)}".strip()

        return _found(read, proposal_id)

    def _entry_words(self, entry_id: int | None) -> str:
        def read(record_id: int) -> str:
            entry = self._context.services.collaborations.get(record_id)
            return _("{year}の取組 {n}").format(year=format_fiscal_year(entry.fiscal_year), n=entry.number)

        return _found(read, entry_id)


def _found(read: Callable[[int], str], record_id: int | None) -> str:
    """Return the words of a record; of one that is gone, nothing."""
    try:
        return read(record_id) if record_id is not None else ""
    except NotFoundError:
        return ""
