"""The last page of the intake: how it came and who took it in, what is open, everything once more."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Flow, Step
from kyodo_desktop.flows.intake_answers import draft_of, leftovers
from kyodo_desktop.flows.intake_facts import IntakeFacts
from kyodo_desktop.flows.intake_problems import (
    BUDGET,
    CONTACT,
    MONEY,
    PAPERS,
    PLAN,
    PROJECT,
    ROUND,
    all_problems,
    gathered,
    step_of_problem,
)
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.programmes import rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS, Confirmation, Problem, ProposalDraft, Weight
from kyodo_desktop.records.rounds import ThemeChoice
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.plan_rows import aim_rows, budget_rows, plan_rows
from kyodo_desktop.ui.pages.proposals.problem_rows import make_problem_row
from kyodo_desktop.ui.pages.proposals.wording import amount_words, paper_words, period_words
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import FieldRows, make_section
from kyodo_desktop.ui.widgets.tags import Tag
from kyodo_desktop.ui.wizard.fields_body import FieldsBody

_LABEL_WIDTH = 136
_Told = Sequence[tuple[Problem, bool]]
"""Problems as they are told, each with whether the reason lets it pass or it is only told."""


class ReviewBody(FieldsBody):
    """The fields of the 受付; below them the open problems with links, and a summary of all steps."""

    def __init__(self, context: UiContext, flow: Flow, step: Step) -> None:
        self._rest: QWidget | None = None
        self._said: tuple[object, ...] = ()
        super().__init__(context, flow, step, {})

    def refresh(self, *, revealed: bool) -> None:
        """Bring problems and summary up to date as well."""
        super().refresh(revealed=revealed)
        facts = self.flow.facts
        draft = draft_of(self.flow.answers)
        found = all_problems(self.flow.answers, facts)
        weighty = [one for one in found if not self.flow.is_light(one)]
        light = [one for one in found if self.flow.is_light(one)]
        programme = facts.programme(draft)
        problems = [(one, False) for one in gathered(weighty, draft, programme)]
        problems += [(one, True) for one in gathered(light, draft, programme)]
        said = (draft, problems, leftovers(self.flow.answers))
        if said != self._said:
            self._said = said
            self._show_rest(draft, problems, facts)

    def _show_rest(self, draft: ProposalDraft, problems: _Told, facts: IntakeFacts) -> None:
        if self._rest is not None:
            self._rest.hide()
            self._rest.deleteLater()
        self._rest = QWidget()
        column = QVBoxLayout(self._rest)
        self.context.theme.space(column, 0)
        for part in (*self._problem_parts(draft, problems, facts), *self._summary_parts(draft, facts)):
            column.addWidget(part)
        self.add_below(self._rest)
        self.rebuilt.emit()

    def _problem_parts(self, draft: ProposalDraft, problems: _Told, facts: IntakeFacts) -> list[QWidget]:
        theme = self.context.theme
        before_slip = rules.slip_problems(draft) if facts.fixed is None else ()
        later = [pair for pair in problems if pair[0] not in before_slip]
        groups = (
            (
                _("受付の前に直すところ"),
                [(one, is_light) for one, is_light in problems if one in before_slip],
            ),
            (
                _("受理の前に残っていること（受付はできます）")
                if facts.fixed is None
                else _("受理の前に残っていること"),
                [pair for pair in later if pair[0].weight is not Weight.NOTICE],
            ),
            (
                _("お知らせ"),
                [pair for pair in later if pair[0].weight is Weight.NOTICE],
            ),
        )
        parts: list[QWidget] = []
        for title, found in groups:
            if found:
                parts.append(make_section(theme, title, len(found)))
                parts += [self._problem_row(problem, is_light=is_light) for problem, is_light in found]
        if not problems:
            parts.append(make_section(theme, _("直すところ")))
            parts.append(Tag(theme, Tone.DONE, _("ありません")))
        return parts

    def _problem_row(self, problem: Problem, *, is_light: bool) -> QWidget:
        key = step_of_problem(problem)
        mend = partial(self.jump.emit, f"{key}:{problem.field}")
        title = self.flow.step(key).title
        return make_problem_row(self.context.theme, problem, mend, title, is_light=is_light)

    def _summary_parts(self, draft: ProposalDraft, facts: IntakeFacts) -> list[QWidget]:
        theme = self.context.theme
        programme = facts.programme(draft)
        parts: list[QWidget] = []
        for key, rows in _summary(draft, programme, leftovers(self.flow.answers), facts.partner.themes):
            step = self.flow.step(key)
            link = make_button(theme, _("直す"), partial(self.jump.emit, key), kind="link", icon="pencil")
            link.setAccessibleName(_("{step} を直す").format(step=step.title))
            parts.append(make_section(theme, step.title, action=link))
            fields = FieldRows(theme, _LABEL_WIDTH)
            for label, text in rows:
                fields.add_text(label, text or _("未記入"), "body" if text else "muted")
            parts.append(fields)
        return parts


def _summary(
    draft: ProposalDraft, programme: Programme | None, typed: Answers, themes: Sequence[ThemeChoice]
) -> list[tuple[str, list[tuple[str, str]]]]:
    year = format_fiscal_year(draft.fiscal_year) if draft.fiscal_year else ""
    return [
        (
            ROUND,
            [
                (_("制度"), f"{year} {programme.title}" if programme is not None else ""),
                *_theme_rows(draft, themes),
                (_("団体名"), draft.partner_name),
            ],
        ),
        (
            CONTACT,
            [
                (_("申請者（代表者）"), draft.contact_name),
                (_("電話"), draft.contact_phone),
                (_("電子メール"), draft.contact_email),
            ],
        ),
        (
            PROJECT,
            [
                (_("事業の名称"), draft.title),
                (_("事業の内容"), draft.summary),
                (_("実施期間"), period_words(draft, typed)),
                *aim_rows(draft),
            ],
        ),
        (PLAN, plan_rows(draft) or [(_("役割分担"), "")]),
        (BUDGET, budget_rows(draft)),
        (MONEY, _money_rows(draft, programme, typed)),
        (PAPERS, [(_("出された紙"), paper_words(draft, programme))]),
    ]


def _theme_rows(draft: ProposalDraft, themes: Sequence[ThemeChoice]) -> list[tuple[str, str]]:
    if not themes and draft.theme_id is None:
        return []
    words = (f"{one.number}　{one.title}" for one in themes if one.id == draft.theme_id)
    shown = _("（この募集で提示していないテーマ）") if draft.theme_id is not None else ""
    return [(_("テーマ・課題"), next(words, shown))]


def _money_rows(draft: ProposalDraft, programme: Programme | None, typed: Answers) -> list[tuple[str, str]]:
    states = {answer.key: answer.state for answer in draft.requirements}
    counted = []
    if programme is not None:
        asked = [states.get(one.key, Confirmation.NOT_YET) for one in programme.requirements]
        counted = [
            _("{state} {n}").format(state=_(label), n=asked.count(state))
            for state, label in CONFIRMATION_LABELS.items()
            if state in asked
        ]
    rows = [(_("要件"), " ・ ".join(counted))]
    if programme is not None and programme.rate is not None:
        rows.append((_("補助対象経費"), amount_words(draft.eligible_cost, typed.get("eligible_cost"))))
    label = programme.amount_label if programme is not None else _("申請額")
    return [*rows, (label, amount_words(draft.amount, typed.get("amount")))]
