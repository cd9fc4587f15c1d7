"""評価: goals, each side alone, the talk, what is made public; one window for all three kinds."""

from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.flows.engine import Flow, as_day
from kyodo_desktop.flows.evaluation import PUBLIC, TALK, answers_from, draft_from, make_flow
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    EvaluationDraft,
    EvaluationKind,
    EvaluationRecord,
    EvaluationSide,
    EvaluationText,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.pages.shared.rows_editor import EDITORS
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.in_place_form import DRAFT_PAUSE_MS
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.wizard.fields_body import FieldsBody

_PAPERS: dict[EvaluationKind, dict[str, tuple[str, str]]] = {
    EvaluationKind.EVALUATION: {
        EvaluationSide.PARTNER: ("evaluation_self_partner", N_("団体の評価シートを印刷")),
        EvaluationSide.CITY: ("evaluation_self_department", N_("担当課の評価シートを印刷")),
        TALK: ("evaluation_joint", N_("相互評価を印刷")),
        PUBLIC: ("evaluation_public", N_("評価結果を印刷")),
    },
    EvaluationKind.RETROSPECTIVE: {TALK: ("retrospective", N_("振り返りシートを印刷"))},
    EvaluationKind.MIDTERM: {TALK: ("midterm_review", N_("中間評価シートを印刷"))},
}
"""The paper of a step; one side's own paper tells nothing of the other."""


class EvaluationDialog(QDialog):
    """One proposal's evaluations, a kind at a time; what is typed is saved at once."""

    def __init__(
        self, context: UiContext, proposal_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("評価・振り返り"))
        self.context, self._proposal_id = context, proposal_id
        self._service = context.services.evaluations
        self.record: EvaluationRecord | None = None
        self.bodies: dict[str, FieldsBody] = {}
        theme = context.theme
        self.messages = MessageBar(theme)
        self.kinds = Segments(
            theme, [(kind.value, _(EVALUATION_LABELS[kind])) for kind in EvaluationKind], _("評価の種類")
        )
        self.kinds.chosen.connect(self._on_kind)
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self._layout = QVBoxLayout(self)
        theme.space(self._layout, 8, (0, 12, 0, 12))
        self._layout.addWidget(self.messages)
        top = QVBoxLayout()
        theme.space(top, 8, (24, 0, 24, 0))
        top.addWidget(make_label(name, "title", wrap=True))
        top.addWidget(self.kinds)
        self._layout.addLayout(top)
        self._inside = QWidget()
        self._layout.addWidget(self._inside, 1)
        self.close_button = make_button(theme, _("閉じる"), self.close)
        self.print_button = make_button(theme, _("印刷"), self.print_paper, icon="printer")
        self.copy_button = make_button(theme, _("ホームページの文を写す"), self.copy_text, icon="copy")
        bottom = make_button_row(theme, self.print_button, self.copy_button, self.close_button)
        bottom.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._layout.addLayout(bottom)
        QShortcut(QKeySequence.StandardKey.Save, self, self.keep)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, partial(self.go, 1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, partial(self.go, -1))
        size = QSize(theme.px(900), theme.px(680))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))
        self.open_kind(EvaluationKind.EVALUATION)

    # Steps

    def open_kind(self, kind: EvaluationKind) -> None:
        """Show the last evaluation of a kind, or a blank one."""
        self.kinds.set_value(kind.value)
        found = [one for one in self._service.of_proposal(self._proposal_id) if one.draft.kind is kind]
        self.record = found[0] if found else None
        if self.record is not None:
            self.draft: EvaluationDraft = self.record.draft
            self.text: EvaluationText = self._service.text_of(self.record)
        else:
            self.draft = self._service.from_proposal(self._proposal_id, kind)
            self.text = self._service.text(kind, self.draft.fiscal_year)
        self.flow: Flow = make_flow(self.text, self.draft, answers_from(self.draft, self.record))
        self._show_steps()

    def show_step(self, key: str) -> None:
        """Bring a step to the front; the one before is saved."""
        self.keep()
        self.tabs.set_value(key)
        self._show_step(key)

    def go(self, by: int) -> None:
        """Go on or back by steps."""
        keys = [step.key for step in self.flow.steps]
        at = keys.index(self.tabs.value()) + by
        if 0 <= at < len(keys):
            self.show_step(keys[at])

    # Keeping

    def keep(self) -> bool:
        """Save what is typed; tell whether it could be taken. What cannot be is said and stays."""
        self._pause.stop()
        self._take_answers()
        draft = draft_from(self.text, self.draft, self.flow.answers)
        try:
            if draft != self.draft:
                self._save(draft)
            self._keep_days()
        except KyodoError as error:
            self._tell_problem(error)
            return False
        self._warn_of_persons()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed; stay if it cannot be taken."""
        if self.keep():
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        """Close with Escape as by the button."""
        self.close()

    def print_paper(self) -> None:
        """Show the paper of the step in front."""
        if not self.keep():
            return
        key, _words = _PAPERS[self.draft.kind][self._in_front]
        documents, title = self.context.services.documents, self.print_button.text()
        self.context.jobs.run(
            _("紙を作っています…"),
            lambda: documents.print_record(key, self._proposal_id),
            lambda printed: self.context.print_preview(printed, title),
        )

    def copy_text(self) -> None:
        """Put the text for the website on the clipboard."""
        if self.keep() and self.record is not None:
            QGuiApplication.clipboard().setText(self._service.website_text(self.record.id))
            if not self._warn_of_persons():
                self.messages.show_note(Tone.DONE, _("ホームページの文を写しました。"))

    # Inside

    def _save(self, draft: EvaluationDraft) -> None:
        made = self.record.id if self.record is not None else self._service.create(draft)
        if self.record is not None:
            self._service.save(made, draft)
        self._read(made)

    def _read(self, record_id: int) -> None:
        self.record = self._service.get(record_id)
        self.draft = self.record.draft

    def _keep_days(self) -> None:
        """Record the talk and the publication where their day is new."""
        if self.record is None:
            return
        answers, record = self.flow.answers, self.record
        held, published = as_day(answers.get("held_on")), as_day(answers.get("published_on"))
        where = str(answers.get("published_where") or "")
        if held is not None and held != record.held_on:
            self._service.hold(record.id, held)
        if published is not None and (published, where) != (record.published_on, record.published_where):
            self._service.publish(record.id, published, where)
        self._read(record.id)

    def _warn_of_persons(self) -> bool:
        told = self._service.public_problems(self.record.id) if self.record is not None else ()
        if told and self._in_front == PUBLIC:
            self.messages.show_note(Tone.ERROR, "\n".join(told))
            return True
        self.messages.clear()
        return False

    def _tell_problem(self, error: KyodoError) -> None:
        self.messages.show_note(Tone.ERROR, str(error))
        body = self.bodies[self._in_front]
        widget = body.focus_widget(error.field) if isinstance(error, InputError) and error.field else None
        if widget is not None:
            widget.setFocus()

    def _on_kind(self, key: str) -> None:
        if self.keep():
            self.open_kind(EvaluationKind(key))
        else:
            self.kinds.set_value(self.draft.kind.value)

    def _show_steps(self) -> None:
        theme, steps = self.context.theme, self.flow.steps
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 0)
        self.tabs = InnerTabs(theme, [(step.key, step.title) for step in steps], _("評価の段階"))
        self.tabs.chosen.connect(self._on_step)
        self._stack = QStackedWidget()
        self.bodies = {step.key: self._make_body(step.key) for step in steps}
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._layout.replaceWidget(self._inside, inside)
        self._inside.deleteLater()
        self._inside = inside
        self._in_front = steps[0].key
        self._show_step(self._in_front)

    def _make_body(self, key: str) -> FieldsBody:
        body = FieldsBody(self.context, self.flow, self.flow.step(key), EDITORS)
        body.edited.connect(self._on_edited)
        body.left.connect(partial(self._refresh, revealed=False))
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        self._stack.addWidget(area)
        return body

    def _on_step(self, key: str) -> None:
        self.keep()
        self._show_step(key)

    def _show_step(self, key: str) -> None:
        self._in_front = key
        body = self.bodies[key]
        body.refresh(revealed=False)
        body.show_answers()
        self._stack.setCurrentIndex([step.key for step in self.flow.steps].index(key))
        paper = _PAPERS[self.draft.kind].get(key)
        self.print_button.setVisible(paper is not None)
        if paper is not None:
            self.print_button.setText(_(paper[1]))
        self.copy_button.setVisible(key == PUBLIC)
        widget = body.focus_widget()
        if widget is not None:
            widget.setFocus()

    def _take_answers(self) -> None:
        self.flow.answers.update(self.bodies[self._in_front].answers())

    def _on_edited(self) -> None:
        self._refresh(revealed=False)
        self._pause.start()

    def _refresh(self, *, revealed: bool) -> None:
        self._take_answers()
        self.bodies[self._in_front].refresh(revealed=revealed)
