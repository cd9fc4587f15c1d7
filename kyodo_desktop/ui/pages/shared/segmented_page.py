"""A page of pages: each part is a `Page` of its own, one of them in front."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Command, Page
from kyodo_desktop.ui.pages.registry import PageSpec
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs


class SegmentedPage(Page):
    """Shows one part at a time; its commands stand in the menus only while it is in front.

    A part is made when it first comes to the front. `main_part` is the one that a record of the page is of;
    the window opens another by "page/part".
    """

    parts: ClassVar[tuple[PageSpec, ...]]
    parts_name: ClassVar[str]
    main_part: ClassVar[str]

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        titles = [(spec.key, _(spec.title)) for spec in self.parts]
        self.tabs = InnerTabs(context.theme, titles, _(self.parts_name))
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._unseen: dict[str, list[Touched]] = {}
        self._states: dict[str, Any] = {}
        outer = QVBoxLayout(self)
        context.theme.space(outer, 0)
        outer.addWidget(self.tabs)
        outer.addWidget(self._stack, 1)
        self.tabs.chosen.connect(lambda _key: self._show())

    @property
    def current(self) -> Page:
        """The part in front."""
        return self.part(self.tabs.value())

    def part(self, key: str) -> Page:
        """Return a part, making it if need be."""
        if key not in self._pages:
            spec = next(spec for spec in self.parts if spec.key == key)
            page = spec.load()(self.context, self)
            page.status_changed.connect(lambda: self._on_status(page))
            self.connect_part(page)
            self._pages[key] = page
            self._stack.addWidget(page)
            for command in page.commands():
                self._commands.append(command)
                # A command's key works only while its part is in front.
                command.action.setVisible(key == self.tabs.value())
            if state := self._states.pop(key, None):
                page.restore(state)
            self.commands_changed.emit()
        return self._pages[key]

    def connect_part(self, page: Page) -> None:
        """Listen to a part that was just made."""

    def show_part(self, key: str, record_id: int | None = None) -> Page:
        """Bring a part to the front, at a record if one is named."""
        self.tabs.set_value(key)
        self._show()
        if record_id is not None:
            self.current.open_record(record_id)
        return self.current

    # The page among the others

    def activate(self) -> None:
        """Show the part that is in front."""
        self._show()

    def reload(self, touched: Sequence[Touched]) -> None:
        """Let the part in front read again; the others do when they come to the front."""
        for key, page in self._pages.items():
            if page is self.current:
                page.reload(touched)
            else:
                self._unseen.setdefault(key, []).extend(touched)

    def open_record(self, record_id: int) -> None:
        """Bring a record of the main part to the front."""
        self.show_part(self.main_part, record_id)

    def begin_for(self, owner: SheetOwner, form_key: str = "") -> None:
        """Begin something new in the main part."""
        self.show_part(self.main_part).begin_for(owner, form_key)

    def status_text(self) -> tuple[str, ...]:
        """Say what the part in front says."""
        return self.current.status_text()

    def commands(self) -> Sequence[Command]:
        """Return the commands of the parts; those of a part that is not in front are hidden."""
        return self._commands

    def keep_drafts(self) -> None:
        """Keep what is typed in every part."""
        for page in self._pages.values():
            page.keep_drafts()

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return partner and proposal that the part in front is about."""
        return self.current.in_hand()

    def state(self) -> Mapping[str, Any]:
        """Return which part is in front, and what each has to keep."""
        parts = {**self._states, **{key: page.state() for key, page in self._pages.items()}}
        return {"part": self.tabs.value(), "parts": parts}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` returned."""
        self._states = dict(state.get("parts", {}))
        if state.get("part") in [spec.key for spec in self.parts]:
            self.tabs.set_value(str(state["part"]))

    def remember(self) -> None:
        """Keep widths of every part."""
        for page in self._pages.values():
            page.remember()

    def _show(self) -> None:
        last, page = self._stack.currentWidget(), self.current
        if isinstance(last, Page) and last is not page:
            last.keep_drafts()
        self._stack.setCurrentWidget(page)
        for other in self._pages.values():
            for command in other.commands():
                command.action.setVisible(other is page)
        page.activate()
        unseen = self._unseen.pop(self.tabs.value(), None)
        if unseen:
            page.reload(unseen)
        self.status_changed.emit()

    def _on_status(self, page: Page) -> None:
        if page is self.current:
            self.status_changed.emit()
