"""The pages behind the tabs: made when first opened, told of changes when they are seen."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from kyodo_desktop.records.changes import Touched
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.pages.registry import PAGES


class PageStack(QStackedWidget):
    """Holds at most one page of each kind."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pages: dict[str, Page] = {}
        self._unseen: dict[str, list[Touched]] = {}
        self._states: dict[str, Mapping[str, Any]] = {}

    @property
    def current(self) -> Page | None:
        """The page in front."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def show_page(self, key: str) -> Page:
        """Bring a page to the front, making it if need be; drafts of the one left are kept."""
        if self.current is not None and self.current.key != key:
            self.current.keep_drafts()
        page = self._pages.get(key) or self._make(key)
        self.setCurrentWidget(page)
        page.activate()
        unseen = self._unseen.pop(key, None)
        if unseen:
            page.reload(unseen)
        return page

    def tell(self, touched: Sequence[Touched]) -> None:
        """Let the page in front read again; the others do when they come to the front."""
        for key, page in self._pages.items():
            if page is self.current:
                page.reload(touched)
            else:
                self._unseen.setdefault(key, []).extend(touched)

    def pages(self) -> tuple[Page, ...]:
        """Return the pages that have been made."""
        return tuple(self._pages.values())

    def states(self) -> dict[str, Mapping[str, Any]]:
        """Return the state of every page, to outlive this stack."""
        return {**self._states, **{key: page.state() for key, page in self._pages.items()}}

    def restore(self, states: Mapping[str, Mapping[str, Any]]) -> None:
        """Take up states; each page gets its own when it is made."""
        self._states = dict(states)

    def _make(self, key: str) -> Page:
        spec = next(spec for spec in PAGES if spec.key == key)
        page = spec.load()(self._context, self)
        self._pages[key] = page
        self.addWidget(page)
        if key in self._states:
            page.restore(self._states.pop(key))
        return page
