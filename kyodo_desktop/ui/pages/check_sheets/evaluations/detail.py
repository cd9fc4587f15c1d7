"""An evaluation to be read: what was aimed at, how both sides see it, what they found together."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.evaluations import (
    EVALUATION_SIDE_LABELS,
    OWN_SIDES,
    EvaluationGoal,
    EvaluationStand,
    apart,
)
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS
from kyodo_desktop.ui.evaluations.papers import papers_of
from kyodo_desktop.ui.evaluations.wording import kind_words, side_words, which_words
from kyodo_desktop.ui.pages.check_sheets.evaluations.item_rows import make_item_rows, make_scale
from kyodo_desktop.ui.pages.check_sheets.evaluations.view import EvaluationActions, EvaluationView
from kyodo_desktop.ui.pages.shared.record_detail import RecordDetail
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.detail import (
    FieldRows,
    LinkHolder,
    make_caption_row,
    make_flow,
    make_link_row,
    make_section,
    make_text_row,
    make_title,
)
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.labels import TextRole, make_label
from kyodo_desktop.ui.widgets.pill import TAG, Pill
from kyodo_desktop.ui.widgets.tags import NoteBox, Tag

_LABEL_WIDTH = 64
_ALONE = ""


class EvaluationDetail(RecordDetail):
    """Kind, title, 記入する, fields, papers, goals, items, what was found and made public, history."""

    edit_button: QPushButton | None = None
    compare: Choice | None = None

    def show_evaluation(self, view: EvaluationView, actions: EvaluationActions) -> None:
        """Show an evaluation from the top."""
        self.clear()
        theme, row = self.theme, view.row
        self.add(make_caption_row(theme, f"{row.year} ・ {row.kind}"))
        self.add(make_title(theme, row.title))
        self.add_space(4)
        self.add(make_flow(theme, (self._make_stand(view),)))
        self.add_space(8)
        self.add(self._make_buttons(actions))
        self.add_space(8)
        if view.remarks:
            self.add(NoteBox(theme, Tone.DUE, _("確かめてください"), "\n".join(view.remarks)))
            self.add_space(8)
        self.add(self._make_fields(view, actions))
        for part in (
            *self._goals(view),
            *self._items(view, actions),
            *self._found(view),
            *self._public(view),
            *self._papers(view, actions),
            *self._others(view, actions),
        ):
            self.add(part)
        self.add(make_section(theme, _("履歴")))
        for part in make_history_rows(theme, view.history):
            self.add(part)
        self.finish()

    def _make_stand(self, view: EvaluationView) -> QWidget:
        if view.record.stand is EvaluationStand.PUBLISHED:
            return Tag(self.theme, Tone.DONE, view.row.stand)
        return Pill(self.theme, view.row.stand, TAG)

    def _make_buttons(self, actions: EvaluationActions) -> QWidget:
        theme = self.theme
        self.edit_button = make_button(theme, _("記入する"), actions.edit, kind="primary", icon="pencil")
        bar = FlowBar(theme.px(32), theme.px(8))
        bar.setProperty("ground", "surface")
        theme.space(bar.flow, 8)
        bar.flow.addWidget(self.edit_button)
        bar.flow.addWidget(make_label("F2", "caption"))
        return bar

    def _make_fields(self, view: EvaluationView, actions: EvaluationActions) -> QWidget:
        record, theme = view.record, self.theme
        draft = record.draft
        fields = FieldRows(theme, _LABEL_WIDTH)
        for label, words, page, record_id in (
            (_("相手"), record.partner_name, "partners", draft.partner_id),
            (_("提案"), view.proposal, "proposals", draft.proposal_id),
            (_("取組"), view.entry, "collaborations", draft.collaboration_id),
        ):
            if record_id is not None and words:
                link = make_button(theme, words, partial(actions.open_page, page, record_id), kind="link")
                fields.add_widget(label, LinkHolder(link))
        fields.add_text(_("課"), draft.department or _("未記入"), "body" if draft.department else "muted")
        for side in OWN_SIDES:
            role: TextRole = "body" if draft.done_on(side) is not None else "muted"
            fields.add_text(_(EVALUATION_SIDE_LABELS[side]), side_words(record, side), role)
        if record.held_on is not None:
            fields.add_text(_("話し合い"), format_date(record.held_on))
        if record.published_on is not None:
            where = f"{format_date(record.published_on)}　{record.published_where}".rstrip()
            fields.add_text(_("公表"), where)
        self._add_next(fields, draft.next_on, view.today)
        prints = [
            make_button(theme, _(words), partial(actions.print, key, _(words)), kind="link", icon="printer")
            for key, words in papers_of(draft.kind)
        ]
        fields.add_widget(_("紙"), make_flow(theme, prints, 16))
        return fields

    def _add_next(self, fields: FieldRows, day: date | None, today: date) -> None:
        if day is None:
            fields.add_text(_("次の確認"), _("決めていません"), "muted")
        elif day <= today:
            told = (make_label(format_date(day)), Tag(self.theme, Tone.DUE, _("予定の日です")))
            fields.add_widget(_("次の確認"), make_flow(self.theme, told))
        else:
            fields.add_text(_("次の確認"), format_date(day))

    def _goals(self, view: EvaluationView) -> Iterator[QWidget]:
        goals = view.record.draft.goals
        if not goals:
            return
        yield make_section(self.theme, _("目標と結果"), len(goals))
        for goal in goals:
            yield make_text_row(self.theme, goal.goal or _("（目標未記入）"), below=_goal_words(goal))

    def _items(self, view: EvaluationView, actions: EvaluationActions) -> Iterator[QWidget]:
        theme, draft = self.theme, view.record.draft
        self.compare = None
        if not draft.both_are_in:
            yield make_section(theme, _("両方の評価"))
            words = _("団体と担当課の両方が記入を終えると、ここに並びます。それまでは、どちらも出ません。")
            yield make_label(words, "muted", wrap=True)
            return
        differing = apart(view.text, draft)
        tag = Tag(theme, Tone.DUE, _("ちがい {n}項目").format(n=len(differing))) if differing else None
        yield make_section(theme, _("両方の評価"), mark=tag)
        choices = [(str(one.id), which_words(one)) for one in view.others if one.draft.kind is draft.kind]
        if choices:
            self.compare = Choice(theme, _("ならべる評価"), [(_ALONE, _("ほかの評価とならべない")), *choices])
            self.compare.set_value(str(view.compared[1].id) if view.compared is not None else _ALONE)
            self.compare.chosen.connect(lambda key: actions.compare(int(key) if key else None))
            yield self.compare
        yield from make_item_rows(theme, view.text, draft, view.compared)
        yield make_scale(theme, view.text)

    def _found(self, view: EvaluationView) -> Iterator[QWidget]:
        draft = view.record.draft
        told = (
            (_("協働による成果"), draft.joint_result),
            (_("差異の原因"), draft.causes),
            (_("改善すること"), draft.improvements),
            (_("市民協働担当の意見"), draft.comment),
        )
        yield from self._texts(_("話し合いのまとめ"), told)

    def _public(self, view: EvaluationView) -> Iterator[QWidget]:
        draft = view.record.draft
        told = ((_("公表用の要約"), draft.public_summary), (_("ホームページの文"), draft.public_text))
        yield from self._texts(_("公表する文"), told)

    def _texts(self, head: str, told: tuple[tuple[str, str], ...]) -> Iterator[QWidget]:
        written = [(label, words.strip()) for label, words in told if words.strip()]
        if not written:
            return
        yield make_section(self.theme, head)
        for label, words in written:
            yield make_label(label, "muted")
            yield make_text_row(self.theme, words)

    def _papers(self, view: EvaluationView, actions: EvaluationActions) -> Iterator[QWidget]:
        if not view.sheets:
            return
        yield make_section(self.theme, _("発行した紙"), len(view.sheets))
        for sheet in view.sheets:
            yield make_link_row(
                self.theme,
                f"{sheet.number} {sheet.title}",
                partial(actions.open_page, "papers", sheet.id),
                after=_(SHEET_STATE_LABELS[sheet.state]),
            )

    def _others(self, view: EvaluationView, actions: EvaluationActions) -> Iterator[QWidget]:
        if not view.others:
            return
        yield make_section(self.theme, _("同じ事業のほかの評価"), len(view.others))
        for one in view.others:
            words = f"{kind_words(one)}　{which_words(one)}"
            yield make_link_row(self.theme, words, partial(actions.open_other, one.id))


def _goal_words(goal: EvaluationGoal) -> str:
    told = (
        (_("指標"), goal.indicator),
        (_("目標値"), goal.target),
        (_("結果"), goal.result),
        (_("受益者の評価を聴いた方法"), goal.how_measured),
    )
    return " ・ ".join(f"{label} {' '.join(words.split())}" for label, words in told if words.strip())
