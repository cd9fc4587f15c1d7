"""What the sides of a round and of a case share: read anew after each act, written where they are read."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.spots import at_spot, focused_spot, put_back, typed_texts
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, bring_into_sight, spaced


class Shown(Protocol):
    """What a side shows: a round, or a case."""

    @property
    def id(self) -> int:
        """The record's id."""


D = TypeVar("D", bound=Shown)


class Section(QScrollArea, Generic[D]):
    """One side of a record, scrolling; it is shown the record, and asked to keep what is typed."""

    def __init__(self, context: UiContext, name: str) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(name)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        context.theme.space(self.column, 0, (24, 0, 24, 24))
        self.setWidget(self._holder)

    def show_record(self, detail: D) -> None:
        """Show the record."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what is typed and not saved."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        raise NotImplementedError

    def act(self, words: str, do: Callable[[], object]) -> None:
        """Do something and say so, with the way back; a refusal is told instead."""
        with self.context.reporting():
            do()
            self.say(words)

    def say(self, words: str) -> None:
        """Say what was done, with the way back."""
        self.context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def _undo(self) -> None:
        with self.context.reporting():
            self.context.services.history.undo()


class ListSection(Section[D]):
    """A side that lists what belongs to a record; at most one form is open, in place of what it writes."""

    def __init__(self, context: UiContext, name: str) -> None:
        super().__init__(context, name)
        self.detail: D | None = None
        self.form: InPlaceForm | None = None
        self._target: FormTarget | None = None
        self._inside = QWidget()
        self.column.addWidget(self._inside)
        self.column.addStretch(1)

    def parts(self, detail: D) -> Iterator[QWidget]:
        """Yield what is listed, from top to bottom."""
        raise NotImplementedError

    def show_record(self, detail: D) -> None:
        """Show a record; the form of another one makes way, its draft kept."""
        self.keep()
        if self.detail is None or self.detail.id != detail.id:
            self._target = None
            self.verticalScrollBar().setValue(0)
        self.detail = detail
        self._build()

    def keep(self) -> None:
        """Keep what is typed in the open form."""
        if self.form is not None:
            self.form.keep_draft()

    def focus_first(self) -> None:
        """Go to the first button."""
        first = self._inside.findChild(QPushButton)
        if first is not None:
            first.setFocus()

    def open_form(self, target: FormTarget | None) -> None:
        """Open a form in place of the one that is open, whose draft is kept; None opens none."""
        self.keep()
        self._target = target
        self._build()
        if self.form is not None:
            self.form.focus_first()
            QTimer.singleShot(0, self.form, self._show_form)

    def is_open(self, target: FormTarget) -> bool:
        """Tell whether a form is the one that is open."""
        return self._target == target

    def put(self, target: FormTarget, make: Callable[[], InPlaceForm]) -> QWidget:
        """Return the open form with room around it; one that is being typed in stays as it is."""
        form = self.form
        if form is None or form.target != target or not form.is_changed():
            form = make()
            form.done.connect(self._on_done)
        self.form = form
        return spaced(self.context.theme, form)

    def make_head(
        self, title: str, count: int | None, target: FormTarget | None = None, word: str = ""
    ) -> QWidget:
        """Return the head of a list, with the way to one more; it hides while that is being written."""
        if target is None:
            return make_section(self.context.theme, title, count)
        words = _("書きかけの続き") if target.has_draft(self.context) else word
        action = make_button(
            self.context.theme, words, partial(self.open_form, target), kind="link", icon="plus"
        )
        if self.is_open(target):
            action.hide()
        return make_section(self.context.theme, title, count, at_spot(action, f"new {target.kind}"))

    def make_link(
        self, word: str, do: Callable[[], object], spot: str, *, icon: str = "", about: str = ""
    ) -> QPushButton:
        """Return a quiet action that is found again after it is done."""
        button = make_button(self.context.theme, word, do, kind="link", icon=icon)
        if about:
            button.setAccessibleDescription(about)
        return at_spot(button, spot)

    def edit_word(self, target: FormTarget) -> str:
        """Return 直す, or that something half written is waiting."""
        return _("書きかけの続き") if target.has_draft(self.context) else _("直す")

    def _build(self) -> None:
        """Lay it out anew, keeping the keys where they were."""
        if self.detail is None:
            return
        spot, texts = focused_spot(self), typed_texts(self._inside)
        there = QApplication.focusWidget()
        typing = there if self.form is not None and there and self.form.isAncestorOf(there) else None
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.context.theme.space(column, 0)
        for part in self.parts(self.detail):
            column.addWidget(part)
        if self._target is None or self.form is None or self.form.target != self._target:
            self.form = None
        self.column.replaceWidget(self._inside, inside)
        old, self._inside = self._inside, inside
        # Not deleted at once: the button that was pressed is one of its own.
        old.hide()
        old.setParent(None)
        old.deleteLater()
        inside.show()
        if typing is not None and self.form is not None and self.form.isAncestorOf(typing):
            typing.setFocus()
        else:
            put_back(inside, spot, texts)

    def _on_done(self, words: str) -> None:
        target = self._target
        self.form = None
        self.open_form(None)
        if target is not None:
            # Back to where the form was opened from.
            put_back(self._inside, f"edit {target.kind} {target.record_id}", {})
            put_back(self._inside, f"new {target.kind}", {})
        if words:
            self.say(words)

    def _show_form(self) -> None:
        if self.form is not None:
            bring_into_sight(self, self.form)
