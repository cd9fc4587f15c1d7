"""The wizard: shows any Flow as a page of its own, steps down the left, one step at a time at the right.

To give a flow its wizard:

1. Declare the flow (`flows/<name>.py`): steps, sections, fields, problems over one flat dict of answers.
2. Make `Wizard(context, flow, finish_word=...)`, connect `draft_due` (write `wizard.answers()` and
   `wizard.place()` where drafts are kept, then `wizard.show_saved(moment)`), `closed` and `finished`.
3. `wizard.resume(place)` goes on where the clerk was; `wizard.begin()` opens at the first step.

A kind of field of its own: `editors={"kind": MakerOfFieldEditor}` (see `editors`). A step that is no list of
fields: `Step(body="name")` and `bodies={"name": MakerOfStepBody}` (see `step_body`).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Flow
from kyodo_desktop.flows.trail import Trail
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.composing import take_composed
from kyodo_desktop.ui.widgets.frames import make_line, make_upright
from kyodo_desktop.ui.wizard.bottom_bar import BottomBar
from kyodo_desktop.ui.wizard.editors import EditorMaker
from kyodo_desktop.ui.wizard.fields_body import FieldsBody
from kyodo_desktop.ui.wizard.step_body import BodyMaker, StepBody
from kyodo_desktop.ui.wizard.step_column import WIDTH as COLUMN_WIDTH
from kyodo_desktop.ui.wizard.step_column import Heading, StepColumn
from kyodo_desktop.ui.wizard.step_view import StepView

PAUSE_MS = 1000
"""A draft is due this long after the last key."""
OVERDUE_MS = 1500
"""A draft is due this long after the first key, if there was no pause since."""
_MOST_OF_COLUMN = 0.3

__all__ = ["PAUSE_MS", "Heading", "Wizard"]


class Wizard(QFrame):
    """Shows a flow; keeps no draft itself but says when one is due.

    `draft_due` comes a second after the last key (1.5 after the first of many), at each step change, when the
    window loses the focus and on `keep()`. `answered` carries the names of the answers that changed, `moved`
    the step come to; `closed` when the clerk closes the draft, `finished` when the last step's primary is
    pressed.
    Keys: Enter to the next field; Ctrl+Enter, Alt+Right, Ctrl+PageDown to the next step; Alt+Left,
    Ctrl+PageUp to the one before; Ctrl+W closes the draft. No key for the next step finishes: on the last one
    Ctrl+Enter only goes to the primary button.
    """

    draft_due = Signal()
    closed = Signal()
    finished = Signal()
    moved = Signal(str)
    answered = Signal(object)

    def __init__(
        self,
        context: UiContext,
        flow: Flow,
        *,
        finish_word: str,
        close_word: str = "",
        editors: Mapping[str, EditorMaker] | None = None,
        bodies: Mapping[str, BodyMaker] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.context, self.flow = context, flow
        self._editors = dict(editors or {})
        self._bodies = dict(bodies or {})
        self._trail = Trail(flow)
        self._is_dirty = False
        self._is_refreshing = False
        self.body: StepBody | None = None
        self.column = StepColumn(context.theme)
        self.view = StepView(context.theme)
        self.bar = BottomBar(
            context.theme,
            finish_word,
            close_word or _("下書きを閉じる"),
            on_back=self.previous_step,
            on_forward=self.next_step,
            on_close=self.close_draft,
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_rested)
        self._overdue = QTimer(self, singleShot=True, interval=OVERDUE_MS)
        self._overdue.timeout.connect(self._keep_meanwhile)
        self._lay_out()
        self._connect()

    # Where the clerk is

    @property
    def here(self) -> str:
        """The key of the step shown."""
        return self._trail.here

    def begin(self) -> None:
        """Open at the first step."""
        self._show_step(self.flow.path()[0].key)

    def resume(self, place: Mapping[str, Any]) -> None:
        """Go on at a place that `place()` returned."""
        self._show_step(self._trail.resume(place))

    def place(self) -> dict[str, Any]:
        """Return where the clerk is and which steps were seen, JSON-able."""
        return self._trail.place()

    def go(self, key: str, name: str = "") -> None:
        """Go to a step, the cursor at the answer `name`; what is typed is taken and a draft is due."""
        take_composed()
        self._take()
        self._trail.leave()
        self._show_step(key)
        self.focus_on(name)
        self.draft_due.emit()
        self.moved.emit(key)

    def focus_on(self, name: str) -> None:
        """Put the cursor at an answer of the step, if it has that."""
        at = self.body.focus_widget(name) if name and self.body is not None else None
        if at is not None:
            self.view.focus(at)

    def next_step(self) -> None:
        """Go to the next step; on the last one it is `finished`."""
        step = self.flow.next(self.here)
        if step is not None:
            self.go(step.key)
        else:
            self.finish()

    def previous_step(self) -> None:
        """Go to the step before."""
        step = self.flow.previous(self.here)
        if step is not None:
            self.go(step.key)

    def finish(self) -> None:
        """Take what is typed and tell that the clerk is through."""
        take_composed()
        self.keep()
        self.finished.emit()

    def close_draft(self) -> None:
        """Keep what is typed and tell that the clerk closes it."""
        take_composed()
        self.keep()
        self.closed.emit()

    def take_focus(self) -> None:
        """Put the cursor into the first field of the step; where there is none, on what goes on."""
        if self.body is not None:
            self.view.focus(self.body.focus_widget() or self.bar.forward)

    def show_heading(self, heading: Heading) -> None:
        """Show whose wizard it is, above the steps."""
        self.column.show_heading(heading)

    # What is typed

    def answers(self) -> Answers:
        """Return all answers as they stand now, those half-typed as well."""
        self._take()
        return dict(self.flow.answers)

    def keep(self) -> None:
        """Ask for a draft now if anything was typed since the last one that could be saved."""
        self._pause.stop()
        self._keep_meanwhile()

    def put(self, answers: Mapping[str, Any]) -> None:
        """Put answers into the flow from outside (a name looked up) and show them."""
        self._take()
        self.flow.answers.update(answers)
        self._is_dirty = True
        if self.body is not None:
            self.body.show_answers()
        self.refresh()
        self._pause.start()

    def show_saved(self, moment: datetime) -> None:
        """Say at the bottom left when the draft was kept; until then it counts as not kept."""
        self._is_dirty = False
        self.column.show_saved(moment)

    def refresh(self) -> None:
        """Bring steps, problems and buttons up to date with the answers."""
        if self._is_refreshing:
            # Rows that make way for others lose the focus, and that asks again.
            return
        if self.body is not None:
            self._is_refreshing = True
            try:
                self.body.refresh(revealed=self._trail.is_seen)
            finally:
                self._is_refreshing = False
            if self.body.is_typing:
                return
        self.column.show_steps(self._trail.lines())
        self.view.count.setText(self._trail.count_words())
        self.bar.show_place(is_first=self._trail.is_first, is_last=self._trail.is_last)
        self.bar.show_problems(self._trail.problem_words())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the first field when the page comes up."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a narrow window to the step."""
        super().resizeEvent(event)
        self.column.setFixedWidth(
            min(self.context.theme.px(COLUMN_WIDTH), round(self.width() * _MOST_OF_COLUMN))
        )

    # Inside

    def _lay_out(self) -> None:
        theme = self.context.theme
        row = QHBoxLayout(self)
        theme.space(row, 0)
        row.addWidget(self.column)
        row.addWidget(make_upright())
        right = QVBoxLayout()
        theme.space(right, 0)
        right.addWidget(self.view, 1)
        right.addWidget(make_line())
        right.addWidget(self.bar)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.column.chosen.connect(self.go)
        keys = {
            "Ctrl+Return": self._go_on_or_to_primary,
            "Ctrl+Enter": self._go_on_or_to_primary,
            "Alt+Right": self._go_on,
            "Ctrl+PgDown": self._go_on,
            "Alt+Left": self.previous_step,
            "Ctrl+PgUp": self.previous_step,
            "Ctrl+W": self.close_draft,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from what does not take it itself; press the button that has the focus."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and not isinstance(focused, QCheckBox):
            # A key held down must not press what it has just come to.
            if not event.isAutoRepeat():
                focused.click()
        else:
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go to the next place, with Enter to the next field."""
        moved = super().focusNextPrevChild(next)
        while moved and self.view.passes_by(self.focusWidget()):
            moved = super().focusNextPrevChild(next)
        return moved

    def _go_on(self) -> bool:
        """Go to the next step if there is one; no key held or pressed once too often finishes."""
        step = self.flow.next(self.here)
        if step is not None:
            self.go(step.key)
        return step is not None

    def _go_on_or_to_primary(self) -> None:
        if not self._go_on():
            self.bar.forward.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keep what is typed when the wizard is left; bring the field the cursor comes to into sight."""
        if not self.isVisible():
            return
        is_inside = now is not None and self.isAncestorOf(now)
        if now is None or not is_inside:
            self.keep()
        else:
            self.view.bring_into_sight()
        if now is not None and self.body is not None:
            self._take_in_hand(self.body.names_at(now) if is_inside else frozenset())

    def _take_in_hand(self, names: frozenset[str]) -> None:
        """Take note of the row the cursor is in: what a row lacks is called wrong when it is left."""
        if names != self.flow.in_hand:
            self.flow.in_hand = names
            self.refresh()

    def _show_step(self, key: str) -> None:
        step = self.flow.step(key)
        self._trail.here = key
        if step.body:
            body = self._bodies[step.body](self.context, self.flow, step)
        else:
            body = FieldsBody(self.context, self.flow, step, self._editors)
        body.edited.connect(self._on_edited)
        body.left.connect(self._on_left)
        body.jump.connect(self._on_jump)
        body.confirmed.connect(self._on_confirmed)
        body.grew.connect(self.view.follow)
        body.rebuilt.connect(self._chain)
        body.show_answers()
        for name, answer in body.answers().items():
            self.flow.answers.setdefault(name, answer)
        self.body = body
        # All is there before it is shown: a scroll area squeezes what grows while it is seen.
        self.refresh()
        self.view.show_body(step.title, body)
        self._chain()
        self.take_focus()

    def _chain(self) -> None:
        self.view.chain((self.bar.forward, self.bar.back, self.bar.close_draft))

    def _take(self) -> None:
        if self.body is not None:
            new = self.body.answers()
            changed = {name for name, answer in new.items() if self.flow.answers.get(name) != answer}
            if changed:
                self.flow.answers.update(new)
                if self.flow.reason in changed:
                    self.flow.take_reason(self.flow.in_hand)
                self._is_dirty = True
                self.answered.emit(changed)

    def _on_edited(self) -> None:
        self._take()
        self.refresh()
        self._pause.start()
        if not self._overdue.isActive():
            self._overdue.start()

    def _keep_meanwhile(self) -> None:
        """Ask for a draft without touching what the clerk is typing in."""
        self._overdue.stop()
        self._take()
        if self._is_dirty:
            self.draft_due.emit()

    def _on_rested(self) -> None:
        if self.body is not None:
            self.body.settle()
        self.refresh()
        self.keep()

    def _on_left(self) -> None:
        self._take()
        self.refresh()

    def _on_confirmed(self, names: frozenset[str]) -> None:
        self._take()
        self.flow.take_reason(names)
        self._is_dirty = True
        self.refresh()
        self._pause.start()

    def _on_jump(self, target: str) -> None:
        key, _colon, name = target.partition(":")
        self.go(key, name)
