"""One stage of a case: what it needs, what is recorded in it, the papers it offers."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.records.cases import ActRecord, CaseStage, Move
from kyodo_desktop.records.evaluations import EVALUATION_LABELS, EvaluationKind
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.evaluations.opening import kind_at_stage, open_evaluation
from kyodo_desktop.ui.pages.proposals.cases.act_form import ACT, ActForm, new_target
from kyodo_desktop.ui.pages.proposals.cases.money_section import MoneyParts, offers_money
from kyodo_desktop.ui.pages.proposals.cases.moving import MoveForm, move_target
from kyodo_desktop.ui.pages.proposals.cases.revised_rows import REVISION, RevisedRows
from kyodo_desktop.ui.pages.proposals.cases.view import CaseView
from kyodo_desktop.ui.pages.proposals.cases.wording import act_title, told_values, window_words
from kyodo_desktop.ui.pages.proposals.section import ListSection
from kyodo_desktop.ui.pages.proposals.spots import at_spot
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import FieldRows, make_flow, make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox

_LABEL_WIDTH = 128


class StageSection(ListSection[CaseView]):
    """The acts of a stage by their kinds, each written where it is read; above them the way into it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _("段階の内容"))
        self._kinds = {kind.key: kind for kind in context.services.cases.kinds()}
        self.money = MoneyParts(self)

    def parts(self, detail: CaseView) -> Iterator[QWidget]:
        """Yield the way into the stage, its acts, its papers."""
        self.money.forget()
        stage = detail.stage
        if stage is None:
            return
        yield make_label(" ・ ".join(filter(None, (stage.who, window_words(stage)))), "muted", wrap=True)
        move = next((one for one in detail.case.moves if one.stage == stage.key), None)
        if move is not None:
            yield from self._move(detail, move)
        kind = kind_at_stage(stage.acts)
        if kind is not None:
            yield self._evaluation(detail, kind)
        for key in stage.acts:
            yield from self._acts(detail, self._kinds[key])
        if offers_money(detail.case, stage):
            yield from self.money.parts(detail)
        if stage.papers:
            yield make_section(self.context.theme, _("この段階の紙"))
            for key in stage.papers:
                yield self._paper(detail, key)

    def _evaluation(self, detail: CaseView, kind: EvaluationKind) -> QWidget:
        """Return the way to what is evaluated at this stage, filled in by both sides."""
        theme = self.context.theme
        button = make_button(
            theme,
            _("「{kind}」を開く").format(kind=_(EVALUATION_LABELS[kind])),
            partial(open_evaluation, self.context, self, SheetOwner("proposal", detail.id), kind),
            icon="list-checks",
        )
        holder = QWidget()
        column = QVBoxLayout(holder)
        theme.space(column, 4, (0, 8, 0, 0))
        column.addWidget(at_spot(button, "evaluation"), 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _move(self, detail: CaseView, move: Move) -> Iterator[QWidget]:
        target = move_target(move.stage, detail.id)
        if self.is_open(target):
            yield self.put(target, partial(MoveForm, self.context, detail.id, move))
            return
        theme = self.context.theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        theme.space(column, 8, (0, 8, 0, 8))
        if move.missing:
            words = "\n".join(move.missing)
            column.addWidget(NoteBox(theme, Tone.DUE, _("この段階に進むのに足りないもの"), words))
        button = make_button(
            theme,
            _("「{stage}」に進める").format(stage=move.label),
            partial(self.open_form, target),
            kind="plain" if move.missing else "primary",
        )
        column.addWidget(at_spot(button, f"new {target.kind}"), 0, Qt.AlignmentFlag.AlignLeft)
        yield holder

    def _acts(self, detail: CaseView, kind: ActKind) -> Iterator[QWidget]:
        acts = detail.case.of_kind(kind.key)
        target = new_target(kind.key, detail.id)
        one_more = not (kind.once and acts)
        label = _(kind.label)
        yield self.make_head(label, len(acts) or None, target if one_more else None, _("記録する"))
        if one_more and self.is_open(target):
            cases = self.context.services.cases
            first = cases.default_values(detail.id, kind.key)
            yield self.put(target, partial(ActForm, self.context, detail.id, kind, None, first))
        for notice in detail.case.notices:
            if notice.kind == kind.key:
                yield NoteBox(self.context.theme, Tone.DUE, notice.text)
        for at, act in enumerate(acts):
            if at:
                yield make_line(faint=True)
            edited = FormTarget(ACT, act.id)
            if self.is_open(edited):
                yield self.put(edited, partial(ActForm, self.context, detail.id, kind, act, act.values))
            else:
                yield self._act(kind, act, edited)

    def _act(self, kind: ActKind, act: ActRecord, edited: FormTarget) -> QWidget:
        theme = self.context.theme
        row = QWidget()
        column = QVBoxLayout(row)
        theme.space(column, 2, (0, 8, 0, 8))
        title = act_title(act)
        column.addWidget(make_label(title, "head", wrap=True))
        told = list(told_values(kind, act.values))
        if told:
            fields = FieldRows(theme, _LABEL_WIDTH)
            for label, words in told:
                fields.add_text(label, words)
            column.addWidget(fields)
        if kind.key == REVISION:
            column.addWidget(RevisedRows(theme, self.context.services.cases.revised(act.id)))
        about = f"{_(kind.label)} {title}"
        discard = partial(
            self.act,
            _("「{act}」をごみ箱に入れました").format(act=_(kind.label)),
            partial(self.context.services.cases.discard_acts, [act.id]),
        )
        spot = f"edit {ACT} {act.id}"
        links = (
            self.make_link(
                self.edit_word(edited), partial(self.open_form, edited), spot, icon="pencil", about=about
            ),
            self.make_link(_("ごみ箱へ"), discard, f"discard {act.id}", about=about),
        )
        column.addWidget(make_flow(theme, links, 16))
        return row

    def _paper(self, detail: CaseView, key: str) -> QWidget:
        theme = self.context.theme
        title = detail.titles.get(key, key)
        owner = SheetOwner("proposal", detail.id)
        make = self.make_link(
            title, partial(self.context.make_paper, owner, key), f"paper {key}", icon="file-text"
        )
        made = [
            make_button(
                theme,
                f"{one.number} {_(SHEET_STATE_LABELS[one.state])}",
                partial(self.context.open_page, "papers", one.id),
                kind="link",
            )
            for one in detail.sheets_of(key)
        ]
        return make_flow(theme, (make, *made), 16)


def stage_title(stage: CaseStage | None) -> str:
    """Return what a side of the page is called."""
    return stage.label if stage is not None else _("経過と終わり")
