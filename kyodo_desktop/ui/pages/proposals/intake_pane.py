"""The wizard of a proposal on its page: opening it, keeping its draft, 受付."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import REASON_FOR, Answers, Flow
from kyodo_desktop.flows.intake import make_intake
from kyodo_desktop.flows.intake_answers import (
    answers_of,
    blank_answers,
    draft_of,
    is_same,
    leftovers,
    name_typed,
    says_something,
)
from kyodo_desktop.flows.intake_facts import IntakeFacts
from kyodo_desktop.flows.intake_lines import ROWS, Sums, following, sums
from kyodo_desktop.flows.intake_problems import RECEIVE, REVIEW, step_of_problem
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.programmes.budget_rules import EXPENSES
from kyodo_desktop.records.proposals import Problem, ProposalRecord, ProposalStage
from kyodo_desktop.records.settings import CLERK_NAME
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.intake_lookup import (
    known_of_partner,
    look_up,
    refresh_partner,
    refresh_rules,
)
from kyodo_desktop.ui.pages.proposals.review import ReviewBody
from kyodo_desktop.ui.pages.proposals.rows import KIND
from kyodo_desktop.ui.pages.shared.answers import NEW
from kyodo_desktop.ui.pages.shared.rows_editor import RowsEditor
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.wizard.wizard import Heading, Wizard

_ASKED_ABOUT = {"partner_id", "programme", "fiscal_year", "title", "department"}
"""The answers with which what is looked up changes."""


class IntakePane(QFrame):
    """Holds the wizard of at most one proposal.

    Before 受付 what is typed is the proposal itself, saved as it grows; what cannot be read yet is kept
    beside it. After 受付 what is typed is a draft beside the record until 保存する, so that the history tells
    acts and not keystrokes. `closed` and `received` carry the proposal's id.
    """

    closed = Signal(int)
    received = Signal(int)
    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self._context, self._services = context, context.services
        self.wizard: Wizard | None = None
        self.record_id = NEW
        self._record: ProposalRecord | None = None
        self._blank: Answers = {}
        self._last_name = ""
        self._sums = Sums()
        self._layout = QVBoxLayout(self)
        context.theme.space(self._layout, 0)

    # Opening and closing

    @property
    def is_open(self) -> bool:
        """Whether a wizard is open."""
        return self.wizard is not None

    def open_new(
        self, answers: Mapping[str, Any] | None = None, place: Mapping[str, Any] | None = None
    ) -> None:
        """Begin a new proposal, going on from one that could not be saved."""
        kept = self._services.drafts.load(KIND, NEW) or {}
        self._blank = blank_answers(self._this_year(), self._clerk() or self._last_name)
        first = {**self._blank, **dict(answers or kept.get("answers", {}))}
        self.record_id, self._record = NEW, None
        self._show(first, place or kept.get("place", {}))

    def open_record(self, record_id: int, problem: Problem | None = None) -> None:
        """Go on with a proposal where it was left, or at a problem."""
        record = self._services.proposals.get(record_id)
        kept = self._services.drafts.load(KIND, record_id) or {}
        typed = dict(kept.get("answers", {}))
        if record.stage is ProposalStage.DRAFT:
            reason = {name: typed[name] for name in (REASON_FOR,) if name in typed}
            typed = {**leftovers({**answers_of(record.draft), **typed}), **reason}
        self.record_id, self._record = record_id, record
        self._show({**answers_of(record.draft), **typed}, kept.get("place", {}))
        if problem is not None and self.wizard is not None:
            self.wizard.go(step_of_problem(problem), problem.field)

    def keep(self) -> None:
        """Keep what is typed and not yet kept."""
        if self.wizard is not None:
            self.wizard.keep()

    def save(self) -> None:
        """Save a received proposal from any step, and be through; a draft is only kept."""
        received = self._record is not None and self._record.stage is not ProposalStage.DRAFT
        if self.wizard is not None and received:
            self.wizard.finish()
        else:
            self.keep()

    def state(self) -> dict[str, Any]:
        """Return what is open, so that it can be opened again; JSON-able."""
        if self.wizard is None:
            return {}
        return {"record": self.record_id, "answers": self.wizard.answers(), "place": self.wizard.place()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Open again what `state` returned."""
        if not state:
            return
        if state["record"] == NEW:
            self.open_new(state["answers"], state["place"])
            return
        self.open_record(int(state["record"]))
        if self.wizard is not None:
            self.wizard.resume(state["place"])

    def heading(self) -> str:
        """Return in words whose wizard is open."""
        return self.wizard.column.heading_words() if self.wizard is not None else ""

    # Inside

    def _show(self, answers: Answers, place: Mapping[str, Any]) -> None:
        self._drop_wizard()
        is_draft = self._record is None or self._record.stage is ProposalStage.DRAFT
        flow = make_intake(answers, self._facts(answers))
        self._sums = sums(draft_of(answers))
        if REASON_FOR not in answers:
            # Which problems the reason was written for is not kept with the record: those there are.
            flow.take_reason()
        wizard = Wizard(
            self._context,
            flow,
            finish_word=_("受け付ける") if is_draft else _("保存する"),
            close_word=_("下書きを閉じる") if is_draft else _("閉じる"),
            editors={ROWS: RowsEditor},
            bodies={REVIEW: ReviewBody},
        )
        wizard.draft_due.connect(self._on_draft_due)
        wizard.answered.connect(self._on_answered)
        wizard.moved.connect(self._on_moved)
        wizard.closed.connect(self._on_closed)
        wizard.finished.connect(self._on_finished)
        self.wizard = wizard
        self._layout.addWidget(wizard)
        wizard.show()
        self._refresh_heading()
        seen = [] if is_draft else [step.key for step in flow.steps]
        wizard.resume({"visited": seen, **place})
        if self._record is not None and self._record.updated_at is not None and is_draft:
            wizard.show_saved(self._record.updated_at)
        self.changed.emit()

    def _drop_wizard(self) -> None:
        if self.wizard is not None:
            wizard, self.wizard = self.wizard, None
            wizard.hide()
            self._layout.removeWidget(wizard)
            wizard.deleteLater()

    def _facts(self, answers: Answers) -> IntakeFacts:
        facts = look_up(self._services, self._record, answers, self._this_year(), self._clerk())
        facts.last_name = self._last_name
        return facts

    def _on_answered(self, names: set[str]) -> None:
        wizard = self.wizard
        if wizard is None:
            return
        self._remember_name(wizard, names)
        flow = wizard.flow
        self._follow_sums(flow, names)
        if not names & _ASKED_ABOUT:
            return
        with self._context.reporting():
            refresh_rules(self._services, flow.facts, flow.answers, self.record_id)
            if "partner_id" in names:
                refresh_partner(self._services, flow.facts, flow.answers, self.record_id)
                flow.answers.update(known_of_partner(self._services, flow.facts, flow.answers))
        self._refresh_heading()

    def _follow_sums(self, flow: Flow, names: set[str]) -> None:
        """Let the amount that goes with the expenses follow them."""
        if EXPENSES in names:
            draft = draft_of(flow.answers)
            now = sums(draft)
            flow.answers.update(following(flow.answers, self._sums, now, flow.facts.programme(draft)))
            self._sums = now

    def _remember_name(self, wizard: Wizard, names: set[str]) -> None:
        """Take note of a name that is typed, to propose it for what is confirmed or taken in next."""
        for name in names:
            typed = name_typed(name, wizard.flow.answers)
            if typed is not None:
                self._last_name = wizard.flow.facts.last_name = typed

    def _on_moved(self, key: str) -> None:
        """Propose who takes it in, where nobody is named yet."""
        if self.wizard is None or key != RECEIVE:
            return
        draft = draft_of(self.wizard.flow.answers)
        name = self.wizard.flow.facts.name_to_propose(draft)
        if name and not draft.received_by.strip():
            self.wizard.put({"received_by": name})

    def _refresh_heading(self) -> None:
        if self.wizard is None:
            return
        draft = draft_of(self.wizard.flow.answers)
        programme = self.wizard.flow.facts.programme(draft)
        number = self._record.receipt_number if self._record is not None else ""
        self.wizard.show_heading(
            Heading(
                programme.title if programme is not None else _("制度はまだ"),
                _("{year}の提案").format(year=format_fiscal_year(draft.fiscal_year)),
                _("受付番号 {number}").format(number=number) if number else _("受付番号はまだ"),
            )
        )
        self.changed.emit()

    # Keeping and finishing

    def _on_draft_due(self) -> None:
        if self.wizard is not None:
            self._write(self.wizard)

    def _write(self, wizard: Wizard, *, even_blank: bool = False) -> None:
        """Keep the answers and the place; what the store refuses is still kept as typed."""
        answers = dict(wizard.flow.answers)
        proposals, drafts = self._services.proposals, self._services.drafts
        kept = {"answers": answers, "place": wizard.place()}
        with self._context.reporting():
            if self._record is not None and self._record.stage is not ProposalStage.DRAFT:
                if not is_same(draft_of(answers), self._record.draft) or leftovers(answers):
                    drafts.save(KIND, self.record_id, kept)
                    wizard.show_saved(self._context.clock.now())
                else:
                    drafts.drop(KIND, self.record_id)
                return
            if self.record_id == NEW and not even_blank and not says_something(answers, self._blank):
                return
            drafts.save(KIND, self.record_id, kept)
            if self.record_id == NEW:
                self.record_id = proposals.create(draft_of(answers))
                drafts.drop(KIND, NEW)
                drafts.save(KIND, self.record_id, kept)
            else:
                proposals.save(self.record_id, draft_of(answers))
            self._record = proposals.get(self.record_id)
            wizard.show_saved(self._context.clock.now())

    def _on_closed(self) -> None:
        record_id = self.record_id
        self._drop_wizard()
        self.closed.emit(record_id)

    def _on_finished(self) -> None:
        if self.wizard is None:
            return
        if self._record is None or self._record.stage is ProposalStage.DRAFT:
            self._receive(self.wizard)
        else:
            self._save(self.wizard)

    def _receive(self, wizard: Wizard) -> None:
        self._write(wizard, even_blank=True)
        try:
            record = self._services.proposals.receive(self.record_id)
        except KyodoError as error:
            self._refuse(wizard, error)
            return
        self._finish_draft(wizard)
        self.received.emit(record.id)

    def _save(self, wizard: Wizard) -> None:
        try:
            self._services.proposals.save(self.record_id, draft_of(wizard.flow.answers))
        except KyodoError as error:
            self._refuse(wizard, error)
            return
        record = self._services.proposals.get(self.record_id)
        name = f"{record.receipt_number} {record.draft.title}"
        self._context.tell(Tone.DONE, _("保存しました: {name}").format(name=name), "", None)
        self._finish_draft(wizard)
        self.closed.emit(self.record_id)

    def _refuse(self, wizard: Wizard, error: KyodoError) -> None:
        self._context.report(error)
        if isinstance(error, InputError) and error.field:
            wizard.go(step_of_problem(Problem(error.field, "")), error.field)

    def _finish_draft(self, wizard: Wizard) -> None:
        """Forget the draft, but not what could not be read: nothing typed is lost."""
        left = leftovers(wizard.flow.answers)
        if left:
            kept = {"answers": dict(wizard.flow.answers), "place": wizard.place()}
            self._services.drafts.save(KIND, self.record_id, kept)
        else:
            self._services.drafts.drop(KIND, self.record_id)
        self._drop_wizard()

    def _this_year(self) -> int:
        return fiscal_year(self._context.clock.today())

    def _clerk(self) -> str:
        return self._services.settings.get(CLERK_NAME, "").strip()
