"""The detail of a proposal: what comes next, what is open, what was handed in, what was done."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.intake_problems import as_typed, gathered
from kyodo_desktop.japanese.day_time import format_time
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.programmes.case_stages import usual_move
from kyodo_desktop.records.cases import CaseRecord
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.guides import GuideRecord
from kyodo_desktop.records.proposals import (
    LATE,
    RECEPTION_WAY_LABELS,
    Confirmation,
    Problem,
    ProposalDraft,
    ProposalStage,
    ReceptionWay,
    Weight,
)
from kyodo_desktop.ui.guide.section import OpenGuide, make_guide_rows
from kyodo_desktop.ui.pages.proposals.case_rows import (
    due_words,
    make_case_tags,
    make_stage_row,
    told_stages,
)
from kyodo_desktop.ui.pages.proposals.cases.view import STORY
from kyodo_desktop.ui.pages.proposals.plan_rows import aim_rows, budget_rows, plan_rows
from kyodo_desktop.ui.pages.proposals.problem_rows import make_problem_row
from kyodo_desktop.ui.pages.proposals.rows import ProposalRow
from kyodo_desktop.ui.pages.proposals.wording import amount_words, paper_words, period_words
from kyodo_desktop.ui.pages.shared.record_detail import RecordDetail
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import FieldRows, LinkHolder, make_flow, make_section
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.pill import TAG, Pill
from kyodo_desktop.ui.widgets.tags import NoteBox, Tag

_LABEL_WIDTH = 72


@dataclass(frozen=True, slots=True)
class ProposalView:
    """All that the detail shows of one proposal; `typed` is what was written of it and cannot be read yet.

    `case` is how it goes on; None for a draft and a former project.
    """

    row: ProposalRow
    history: Sequence[ChangeSetRecord]
    case: CaseRecord | None = None
    has_draft: bool = False
    just_received: bool = False
    typed: Mapping[str, object] = field(default_factory=dict)
    guides: Sequence[GuideRecord] = ()


@dataclass(frozen=True, slots=True)
class ProposalActions:
    """Where the detail's buttons and links lead; `edit_at` opens the wizard where a problem can be mended."""

    edit: Callable[[], object]
    edit_at: Callable[[Problem], object]
    accept: Callable[[], object]
    print_slip: Callable[[], object]
    drop_draft: Callable[[], object]
    open_partner: Callable[[int], object]
    open_case: Callable[[str | None], object]
    open_guide: OpenGuide


class ProposalDetail(RecordDetail):
    """Caption, title, tags, the next act, fields, open problems, requirements, papers, history."""

    next_button: QPushButton | None = None
    slip_button: QPushButton | None = None

    def show_proposal(
        self, view: ProposalView, actions: ProposalActions, both_sides: Iterable[QWidget]
    ) -> None:
        """Show a proposal from the top; `both_sides` is the section of its check sheets and evaluations."""
        self.clear()
        record = view.row.record
        number = record.receipt_number or (_("以前の事業") if record.past else _("受付番号はまだ"))
        self.add_head(number, view.row.title, actions.edit)
        self.add_space(8)
        self.add(make_flow(self.theme, self._make_tags(view)))
        if view.just_received:
            self.add_space(8)
            head = _("受け付けました ・ 受付番号 {number}").format(number=record.receipt_number)
            self.add(NoteBox(self.theme, Tone.DONE, head, _("受付票を印刷して渡してください。")))
        if view.has_draft:
            self.add_draft_note(actions.drop_draft)
        self.add_space(12)
        self.add(self._make_buttons(view, actions))
        if view.case is not None:
            self._add_case(view.case, actions)
        self.add_space(12)
        self.add(self._make_fields(view, actions))
        problems = as_typed(record.problems, view.typed)
        self._add_problems(gathered(problems, record.draft, view.row.programme), actions)
        if not record.past:
            self._add_requirements(view)
            self._add_papers(view)
        self._add_plan(record.draft)
        for part in (*both_sides, *make_guide_rows(self.theme, view.guides, actions.open_guide)):
            self.add(part)
        self.add(make_section(self.theme, _("履歴")))
        for one in make_history_rows(self.theme, view.history):
            self.add(one)
        self.finish()

    def _make_tags(self, view: ProposalView) -> list[QWidget]:
        record, theme = view.row.record, self.theme
        tags: list[QWidget] = []
        if record.past:
            tags.append(Pill(theme, view.row.stage, TAG))
        elif record.stage is ProposalStage.DRAFT:
            tags.append(Tag(theme, Tone.DUE, _("下書き ・ まだ受け付けていません")))
        elif record.stage is ProposalStage.RECEIVED:
            tags.append(Tag(theme, Tone.DONE, _("受付 済")))
            tags.append(Tag(theme, Tone.DUE, _("受理はまだ")))
        elif view.case is None:
            tags.append(Tag(theme, Tone.DONE, _("受理 済")))
        if view.case is not None and (record.stage is ProposalStage.ACCEPTED or view.case.ended):
            tags += make_case_tags(theme, view.case)
        if record.late:
            tags.append(Tag(theme, Tone.DUE, _(LATE)))
        return tags

    def _make_buttons(self, view: ProposalView, actions: ProposalActions) -> QWidget:
        theme, stage, past = self.theme, view.row.record.stage, view.row.record.past
        if stage is ProposalStage.DRAFT or past:
            words = _("記録を直す") if past else _("下書きを続ける")
            self.next_button = make_button(theme, words, actions.edit, kind="plain" if past else "primary")
            self.slip_button = None
            buttons = [self.next_button]
        else:
            accepted = stage is ProposalStage.ACCEPTED
            self.slip_button = make_button(theme, _("受付票を印刷"), actions.print_slip)
            self.next_button = (
                self._make_next(view.case, actions)
                if accepted
                else make_button(theme, _("受理する"), actions.accept, kind="primary")
            )
            buttons = [self.next_button, self.slip_button]
        bar = FlowBar(theme.px(32), theme.px(8))
        bar.setProperty("ground", "surface")
        theme.space(bar.flow, 8)
        for button in buttons:
            bar.flow.addWidget(button)
        return bar

    def _make_next(self, case: CaseRecord | None, actions: ProposalActions) -> QPushButton:
        """Return the way to what comes next in a case; of one that is over, to its time-line."""
        move = usual_move(case.moves) if case is not None else None
        if move is None:
            return make_button(self.theme, _("経過と記録を開く"), partial(actions.open_case, None))
        words = _("「{stage}」へ").format(stage=move.label)
        return make_button(
            self.theme,
            words,
            partial(actions.open_case, STORY if move.is_end else move.stage),
            kind="primary",
        )

    def _add_case(self, case: CaseRecord, actions: ProposalActions) -> None:
        link = make_button(self.theme, _("経過と記録を開く"), partial(actions.open_case, None), kind="link")
        self.add(make_section(self.theme, _("段階"), action=link))
        for stage in told_stages(case):
            self.add(make_stage_row(self.theme, case, stage, actions.open_case))
        fields = FieldRows(self.theme, _LABEL_WIDTH)
        if due := due_words(case):
            fields.add_text(_("次の期限"), due)
        received, asked = case.opinions
        if asked:
            fields.add_text(_("所見"), _("{received} / {asked}").format(received=received, asked=asked))
        if due or asked:
            self.add_space(8)
            self.add(fields)

    def _make_fields(self, view: ProposalView, actions: ProposalActions) -> QWidget:
        record, draft = view.row.record, view.row.record.draft
        fields = FieldRows(self.theme, _LABEL_WIDTH)
        if draft.partner_id is not None:
            link = make_button(
                self.theme, view.row.partner, partial(actions.open_partner, draft.partner_id), kind="link"
            )
            fields.add_widget(_("団体"), LinkHolder(link))
        else:
            _add(fields, _("団体"), draft.partner_name)
        year = format_fiscal_year(draft.fiscal_year) if draft.fiscal_year else ""
        _add(fields, _("募集"), f"{year} {view.row.programme_title}".strip())
        if record.theme is not None:
            fields.add_text(_("テーマ・課題"), f"{record.theme.number}　{record.theme.title}")
        _add(fields, _("申請者"), draft.contact_name)
        _add(fields, _("連絡先"), " ・ ".join(t for t in (draft.contact_phone, draft.contact_email) if t))
        _add(fields, _("内容"), draft.summary)
        _add(fields, _("実施期間"), period_words(draft, view.typed))
        _add(fields, _("申請額"), amount_words(draft.amount, view.typed.get("amount")))
        if record.received_at is not None:
            fields.add_text(_("受付"), _received(view.row))
        if draft.arrived_on is not None:
            fields.add_text(_("届いた日"), format_date(draft.arrived_on))
        if record.accepted_on is not None:
            fields.add_text(_("受理"), format_date(record.accepted_on))
        reason = record.acceptance_reason or draft.reason
        if reason:
            fields.add_text(_("理由"), reason)
        return fields

    def _add_problems(self, problems: Sequence[Problem], actions: ProposalActions) -> None:
        if not problems:
            return
        self.add(make_section(self.theme, _("直すところ・残っていること"), len(problems)))
        for problem in sorted(problems, key=lambda one: list(Weight).index(one.weight)):
            self.add(make_problem_row(self.theme, problem, partial(actions.edit_at, problem)))

    def _add_requirements(self, view: ProposalView) -> None:
        programme = view.row.programme
        if programme is None:
            return
        answers = {answer.key: answer for answer in view.row.record.draft.requirements}
        found = [one for one in programme.requirements if one.key in answers]
        done = [one for one in found if answers[one.key].state is Confirmation.CONFIRMED]
        count = _("{done} / {all}").format(done=len(done), all=len(programme.requirements))
        self.add(make_section(self.theme, _("確認した要件"), action=make_label(count, "muted")))
        fields = FieldRows(self.theme, _LABEL_WIDTH)
        for one in done:
            answer = answers[one.key]
            day = format_date(answer.on) if answer.on is not None else ""
            parts = (answer.seen, answer.by, day)
            fields.add_text(one.label, " ・ ".join(part for part in parts if part))
        if not done:
            self.add(make_label(_("まだありません"), "muted"))
        else:
            self.add(fields)

    def _add_papers(self, view: ProposalView) -> None:
        papers = view.row.record.draft.papers
        self.add(make_section(self.theme, _("出された紙"), len(papers)))
        words = paper_words(view.row.record.draft, view.row.programme)
        label = make_label(words or _("まだありません"), "body" if papers else "muted", wrap=True)
        self.add(label)

    def _add_plan(self, draft: ProposalDraft) -> None:
        """Add what of the plan is written; nothing of one that was not keyed in."""
        rows = [*aim_rows(draft), *plan_rows(draft)]
        rows += [(label, text) for label, text in budget_rows(draft) if text]
        if not rows:
            return
        self.add(make_section(self.theme, _("計画と収支予算")))
        fields = FieldRows(self.theme, _LABEL_WIDTH)
        for label, text in rows:
            fields.add_text(label, text)
        self.add(fields)


def _add(fields: FieldRows, label: str, text: str) -> None:
    fields.add_text(label, text or _("未記入"), "body" if text else "muted")


def _received(row: ProposalRow) -> str:
    record = row.record
    moment = office_time(record.received_at) if record.received_at is not None else None
    when = f"{format_date(moment.date())} {format_time(moment)}" if moment is not None else ""
    way = _(RECEPTION_WAY_LABELS[ReceptionWay(record.draft.received_by_way)])
    return " ・ ".join(part for part in (when, way, record.draft.received_by) if part)
