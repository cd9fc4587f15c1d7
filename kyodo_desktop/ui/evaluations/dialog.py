"""評価: goals, each side alone, the talk, what is made public; one window for all three kinds."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Flow
from kyodo_desktop.flows.evaluation import (
    JOINT,
    MARK,
    PUBLIC,
    EvaluationFacts,
    answers_from,
    day_in,
    draft_from,
    make_flow,
    side_to_cover,
)
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    EvaluationDraft,
    EvaluationKind,
    EvaluationRecord,
    EvaluationText,
    like,
    without_undone,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.evaluations.joint_editor import JointEditor
from kyodo_desktop.ui.evaluations.mark_editor import MarkEditor
from kyodo_desktop.ui.evaluations.papers import paper_of_step, print_paper
from kyodo_desktop.ui.evaluations.public_text import PublicText
from kyodo_desktop.ui.evaluations.wording import title_words, which_words
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.pages.shared.rows_editor import EDITORS
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.in_place_form import DRAFT_PAUSE_MS
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.wizard.fields_body import FieldsBody

_NEW = "new"
_EDITORS = {**EDITORS, MARK: MarkEditor, JOINT: JointEditor}


class EvaluationDialog(QDialog):
    """The evaluations of one thing, a kind at a time; what is typed is saved at once.

    The subject is a proposal, an entry of the list, a partner, one evaluation, or nothing yet.
    """

    def __init__(
        self,
        context: UiContext,
        subject: SheetOwner | None,
        kind: EvaluationKind = EvaluationKind.EVALUATION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("評価・振り返り"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        self._service = context.services.evaluations
        self.record: EvaluationRecord | None = None
        self.bodies: dict[str, FieldsBody] = {}
        self.messages = MessageBar(context.theme)
        self.public = PublicText(self)
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Save, self, self.keep)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, partial(self.go, 1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, partial(self.go, -1))
        size = QSize(context.theme.px(900), context.theme.px(700))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))
        if subject is not None and subject.kind == "evaluation":
            self.draft: EvaluationDraft = self._service.get(subject.record_id).draft
            self.open_kind(self.draft.kind, subject.record_id)
        else:
            self.draft = self._service.blank_for(subject, kind)
            self.open_kind(kind)

    # Which evaluation

    def open_kind(self, kind: EvaluationKind, record_id: int | None = None) -> None:
        """Show an evaluation of a kind: the one that is named, else the last filled in, else a blank one."""
        found = [one for one in self._service.of_subject(self.draft) if one.draft.kind is kind]
        if record_id is not None:
            self._open(self._service.get(record_id), kind)
        else:
            self._open(found[0] if found else None, kind)

    def open_new(self) -> None:
        """Begin one more evaluation of the same kind; those there are stay."""
        if self.keep():
            self._open(None, self.draft.kind)

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
        sound = without_undone(self.text, draft)
        try:
            if sound != self.draft:
                self._save(sound)
            if sound != draft and self.record is not None:
                # Refused, with a sentence that says which reasons are owed; all else is kept.
                self._service.save(self.record.id, draft)
            self._keep_days()
        except KyodoError as error:
            self._tell_problem(error)
            return False
        if self.record is None or self._in_front != PUBLIC or not self.public.warn_of_persons():
            self.messages.clear()
        self._tell_remarks()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed; stay if it cannot be taken."""
        # Not to Qt's own: it asks `reject`, which comes back here, and stays open.
        event.setAccepted(self.keep())

    def reject(self) -> None:
        """Close with Escape as by the button."""
        self.close()

    def print_step(self) -> None:
        """Show the paper of the step in front."""
        paper = paper_of_step(self.draft.kind, self._in_front)
        if paper is not None and self.keep() and self._is_begun():
            print_paper(self.context, self.record, paper[0], _(paper[1]))

    # Inside

    def _is_begun(self) -> bool:
        """Tell whether there is anything to print; say so if not."""
        if self.record is None:
            self.messages.show_note(
                Tone.DUE, _("まだ何も書かれていません。目標か評価を書くと、紙に出せます。")
            )
        return self.record is not None

    def _open(self, record: EvaluationRecord | None, kind: EvaluationKind) -> None:
        self.record = record
        self.kinds.set_value(kind.value)
        if record is not None:
            self.draft = record.draft
            self.text: EvaluationText = self._service.text_of(record)
        else:
            self.draft = like(self.draft, kind)
            self.text = self._service.text(kind, self.draft.fiscal_year)
        self._make_flow()
        self._show_steps("")
        self._tell_which()
        self._tell_remarks()

    def _make_flow(self) -> None:
        answers = answers_from(self.draft, self.record)
        if self.record is None and self.draft.partner_id is not None:
            answers["partner_name"] = self.context.services.partners.get(self.draft.partner_id).name
        this_year = fiscal_year(self.context.clock.today())
        self.flow: Flow = make_flow(self.text, self.draft, answers, EvaluationFacts(this_year))

    def _save(self, draft: EvaluationDraft) -> None:
        is_new = self.record is None
        made = self.record.id if self.record is not None else self._service.create(draft)
        if not is_new:
            self._service.save(made, draft)
        self._read(made)
        if self.record is not None and self.record.version != self.text.version:
            # Another year asks its own items, as long as nobody has answered.
            self.text = self._service.text_of(self.record)
            answers, facts = self.flow.answers, self.flow.facts
            self.flow = make_flow(self.text, self.draft, answers, facts)
            self._show_steps(self._in_front)
        self._tell_which()

    def _read(self, record_id: int) -> None:
        self.record = self._service.get(record_id)
        self.draft = self.record.draft
        self.title.setText(title_words(self.draft.title))

    def _keep_days(self) -> None:
        """Record the talk and the publication where their day is another one."""
        if self.record is None:
            return
        answers, record = self.flow.answers, self.record
        held = day_in(answers, "held_on", record.held_on)
        published = day_in(answers, "published_on", record.published_on)
        where = str(answers.get("published_where") or "")
        if held != record.held_on:
            self._service.hold(record.id, held)
        if (published, where) != (record.published_on, record.published_where):
            self._service.publish(record.id, published, where)
        self._read(record.id)

    def _tell_which(self) -> None:
        """Offer all evaluations of this kind: an older one is not hidden by a newer one."""
        found = [one for one in self._service.of_subject(self.draft) if one.draft.kind is self.draft.kind]
        if self.record is not None and self.record.id not in [one.id for one in found]:
            found = [self.record, *found]
        choices = [(str(one.id), which_words(one)) for one in found]
        if self.record is None:
            choices = [(_NEW, _("新しく書く")), *choices]
        self.which.set_choices(choices)
        self.which.set_value(_NEW if self.record is None else str(self.record.id))
        self.which.setVisible(len(choices) > 1)
        self.more_button.setVisible(self.record is not None)

    def _tell_remarks(self) -> None:
        own = self.record.id if self.record is not None else None
        told = self._service.remarks(self.draft, own) if own is not None else ()
        self.remarks.setText("\n".join(told))
        self.remarks.setVisible(bool(told))

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

    def _on_which(self, key: str) -> None:
        if self.keep():
            if key != _NEW:
                self.open_kind(self.draft.kind, int(key))
        else:
            self._tell_which()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.kinds = Segments(
            theme, [(kind.value, _(EVALUATION_LABELS[kind])) for kind in EvaluationKind], _("評価の種類")
        )
        self.kinds.chosen.connect(self._on_kind)
        self.which = Choice(theme, _("どの評価か"))
        self.which.chosen.connect(self._on_which)
        self.more_button = make_button(theme, _("もう一つ作る"), self.open_new, kind="link", icon="plus")
        self._layout = QVBoxLayout(self)
        theme.space(self._layout, 8, (0, 12, 0, 12))
        self._layout.addWidget(self.messages)
        top = QVBoxLayout()
        theme.space(top, 8, (24, 0, 24, 0))
        self.title = make_label("", "title", wrap=True)
        top.addWidget(self.title)
        line = QHBoxLayout()
        theme.space(line, 12)
        line.addWidget(self.kinds)
        line.addWidget(self.which, 1)
        line.addWidget(self.more_button)
        line.addStretch(0)
        top.addLayout(line)
        self.remarks = make_label("", "due", wrap=True)
        top.addWidget(self.remarks)
        self._layout.addLayout(top)
        self._inside = QWidget()
        self._layout.addWidget(self._inside, 1)
        self.close_button = make_button(theme, _("閉じる"), self.close)
        self.print_button = make_button(theme, _("印刷"), self.print_step, icon="printer")
        self.copy_button = make_button(theme, _("ホームページの文を写す"), self.public.copy, icon="copy")
        self.file_button = make_button(theme, _("ファイルに保存"), self.public.ask_where, icon="file-output")
        self._buttons = (self.print_button, self.copy_button, self.file_button, self.close_button)
        bottom = make_button_row(theme, *self._buttons)
        bottom.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._layout.addLayout(bottom)

    def _show_steps(self, key: str) -> None:
        theme, steps = self.context.theme, self.flow.steps
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 0)
        self.title.setText(title_words(self.draft.title))
        self.tabs = InnerTabs(theme, [(step.key, step.title) for step in steps], _("評価の段階"))
        self.tabs.chosen.connect(self._on_step)
        self._stack = QStackedWidget()
        self.bodies = {step.key: self._make_body(step.key) for step in steps}
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._layout.replaceWidget(self._inside, inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = inside
        # A layout shows what it is given only later, and what is not seen cannot have the cursor.
        inside.show()
        self._in_front = key or steps[0].key
        self.tabs.set_value(self._in_front)
        self._show_step(self._in_front)

    def _make_body(self, key: str) -> FieldsBody:
        body = FieldsBody(self.context, self.flow, self.flow.step(key), _EDITORS)
        body.edited.connect(self._on_edited)
        body.left.connect(partial(self._refresh, revealed=False))
        body.rebuilt.connect(self._chain)
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
        # While a side is being written nothing of it goes away: it is covered when one comes back to it.
        self.flow.facts = replace(self.flow.facts, covered=side_to_cover(self.text, self.draft))
        body = self.bodies[key]
        body.refresh(revealed=False)
        body.show_answers()
        self._stack.setCurrentIndex([step.key for step in self.flow.steps].index(key))
        paper = paper_of_step(self.draft.kind, key)
        self.print_button.setVisible(paper is not None)
        if paper is not None:
            self.print_button.setText(_(paper[1]))
        for button in (self.copy_button, self.file_button):
            button.setVisible(key == PUBLIC)
        self._chain()
        widget = body.focus_widget()
        if widget is not None:
            widget.setFocus()

    def _chain(self) -> None:
        """Let Tab go from the steps through the page in front, in its order, then to the buttons."""
        body = self.bodies.get(self._in_front)
        if body is None or body.window() is not self:
            return
        inside = [
            one
            for one in body.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is self
        ]
        for first, second in pairwise((*self.tabs.buttons(), *inside, *self._buttons)):
            QWidget.setTabOrder(first, second)

    def _take_answers(self) -> None:
        self.flow.answers.update(self.bodies[self._in_front].answers())

    def _on_edited(self) -> None:
        self._refresh(revealed=False)
        self._pause.start()

    def _refresh(self, *, revealed: bool) -> None:
        self._take_answers()
        self.bodies[self._in_front].refresh(revealed=revealed)
