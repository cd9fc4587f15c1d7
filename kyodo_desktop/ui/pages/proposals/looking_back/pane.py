"""The pane that looks back: the figures of the rounds, and the projects of former years."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.looking_back.figures import FiguresTable
from kyodo_desktop.ui.pages.proposals.looking_back.past_list import PastList
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.labels import make_label

FIGURES, PAST = "figures", "past"


class LookingBackPane(QFrame):
    """Shows one of the two; `closed` when the clerk goes back to the proposals."""

    closed = Signal()
    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.context = context
        self.is_open = False
        theme = context.theme
        self._titles = ((FIGURES, _("募集回ごとの集計")), (PAST, _("以前の事業")))
        self.tabs = InnerTabs(theme, self._titles, _("これまでの提案"))
        self.tabs.chosen.connect(lambda _key: self._show())
        self.figures, self.past = FiguresTable(context), PastList(context)
        self._bodies = QStackedWidget()
        self._bodies.addWidget(self.figures)
        self._bodies.addWidget(self.past)
        head = QHBoxLayout()
        theme.space(head, 16, (24, 12, 24, 8))
        head.addWidget(make_label(_("これまでの提案"), "title"), 1)
        self.back_button = make_button(theme, _("提案の一覧にもどる"), self.close_pane)
        head.addWidget(self.back_button)
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self._bodies, 1)

    def open_side(self, side: str) -> None:
        """Open one side."""
        self.is_open = True
        self.tabs.set_value(side)
        self._show()

    def begin_past(self) -> None:
        """Open the form of a former project that is not recorded yet."""
        self.open_side(PAST)
        self.past.begin_new()

    def edit_past(self, proposal_id: int) -> None:
        """Open a former project."""
        self.open_side(PAST)
        self.past.begin_edit(proposal_id)

    def close_pane(self) -> None:
        """Go back to the proposals; what is typed is kept."""
        self.keep()
        self.is_open = False
        self.closed.emit()

    def keep(self) -> None:
        """Keep what is typed, also what an input method still composes."""
        if self.is_open:
            QGuiApplication.inputMethod().commit()
            self.past.keep()

    def reload(self) -> None:
        """Read again what is shown."""
        if self.is_open:
            self._show()

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        if self.tabs.value() == PAST:
            self.past.focus_first()
        else:
            self.figures.focus_first()

    def heading(self) -> tuple[str, ...]:
        """Return in words what is open."""
        return (_("これまでの提案"), next(words for key, words in self._titles if key == self.tabs.value()))

    def state(self) -> dict[str, Any]:
        """Return what is open, so that it can be opened again; JSON-able."""
        return {"side": self.tabs.value()} if self.is_open else {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Open again what `state` returned."""
        if state:
            self.open_side(str(state["side"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_pane()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        if self.tabs.value() == PAST:
            self.past.refresh()
            self._bodies.setCurrentWidget(self.past)
        else:
            self.past.keep()
            self.figures.refresh()
            self._bodies.setCurrentWidget(self.figures)
        self.changed.emit()
