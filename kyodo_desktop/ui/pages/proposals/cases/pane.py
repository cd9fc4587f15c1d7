"""A case on its page: its stages down the left, what belongs to the chosen one at the right."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.cases import CaseRecord
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.cases.stage_section import StageSection, stage_title
from kyodo_desktop.ui.pages.proposals.cases.story_section import StorySection
from kyodo_desktop.ui.pages.proposals.cases.view import STORY, CaseView
from kyodo_desktop.ui.pages.proposals.cases.wording import days_words, stage_below
from kyodo_desktop.ui.pages.proposals.section import ListSection
from kyodo_desktop.ui.pages.proposals.two_lines import TwoLineList, TwoLines
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_flow
from kyodo_desktop.ui.widgets.frames import make_frame, make_upright
from kyodo_desktop.ui.widgets.labels import make_label

_LIST = 224
_STORY_KEY = "story"
_DONE, _HERE = "✓", "●"


class CasePane(QFrame):
    """Shows one case. `closed` when the clerk goes back to the proposals."""

    closed = Signal()
    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.context = context
        self.is_open = False
        self.view: CaseView | None = None
        self._titles = {one.key: one.title for one in context.services.documents.forms()}
        self.list = TwoLineList(context.theme, _("段階"))
        self.list.chosen.connect(self._on_chosen)
        self.stage = StageSection(context)
        self.story = StorySection(context)
        self._lay_out()

    # Opening and closing

    def open_case(self, proposal_id: int, stage: str | None = None) -> None:
        """Open a case at a stage; without one at that which it stands in."""
        self.is_open = True
        self._show(proposal_id, stage)

    def close_pane(self) -> None:
        """Go back to the proposals; what is typed is kept."""
        self.keep()
        self.is_open = False
        self.view = None
        self.closed.emit()

    def keep(self) -> None:
        """Keep what is typed."""
        self.stage.money.keep()
        self.section().keep()

    def section(self) -> ListSection[CaseView]:
        """Return the side that is shown."""
        return self.story if self.view is None or self.view.stage is None else self.stage

    def reload(self) -> None:
        """Read the case again; leave it if it is gone."""
        if self.view is None:
            return
        try:
            self._show(self.view.id, self.view.stage_key)
        except NotFoundError:
            self.close_pane()

    def state(self) -> dict[str, Any]:
        """Return which case is open, and at which stage."""
        return {"case": self.view.id, "stage": self.view.stage_key} if self.view is not None else {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Open what was open."""
        self.open_case(int(state["case"]), str(state.get("stage", "")))

    def heading(self) -> tuple[str, ...]:
        """Say which case is open, for the status line."""
        if self.view is None:
            return ()
        record = self.view.proposal
        return (f"{record.receipt_number} {record.draft.title}".strip(), stage_title(self.view.stage))

    def event(self, event: QEvent) -> bool:
        """Take Escape for going back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_pane()
        else:
            super().keyPressEvent(event)

    # Inside

    def _show(self, proposal_id: int, stage: str | None) -> None:
        services = self.context.services
        case = services.cases.get(proposal_id)
        keys = {one.key for one in case.stages}
        wanted = case.stage if stage is None else stage
        before = self.view.stage_key if self.view is not None else None
        self.view = CaseView(
            case,
            services.proposals.get(proposal_id),
            wanted if wanted in keys else STORY,
            services.sheets.of(SheetOwner("proposal", proposal_id)),
            self._titles,
        )
        self._show_head(self.view)
        self.list.show_rows(_rows(case), self.view.stage_key or _STORY_KEY)
        if before != self.view.stage_key:
            self.stage.open_form(None)
            self.story.open_form(None)
        with self.context.reporting():
            self.section().show_record(self.view)
        if before != self.view.stage_key:
            # What a stage needs stands at its top.
            self.section().verticalScrollBar().setValue(0)
        self._bodies.setCurrentWidget(self.section())
        self.changed.emit()

    def _on_chosen(self, key: str) -> None:
        if self.view is None:
            return
        self.keep()
        with self.context.reporting():
            self._show(self.view.id, STORY if key == _STORY_KEY else key)

    def _show_head(self, view: CaseView) -> None:
        draft = view.proposal.draft
        caption = " ・ ".join(filter(None, (view.proposal.receipt_number, draft.partner_name)))
        self.caption.setText(caption)
        self.title.setText(draft.title)
        self.state_label.setText(_("いまの段階: {stage}").format(stage=view.case.state or _("受付の前")))
        self.days_label.setText(days_words(view.case))
        self.heading_label.setText(stage_title(view.stage))

    def _lay_out(self) -> None:
        theme = self.context.theme
        left = make_frame("window")
        left.setFixedWidth(theme.px(_LIST))
        column = QVBoxLayout(left)
        theme.space(column, 0, (0, 16, 0, 12))
        head = QHBoxLayout()
        theme.space(head, 0, (24, 0, 24, 8))
        head.addWidget(make_label(_("段階"), "title"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        right = make_frame("surface")
        inside = QVBoxLayout(right)
        theme.space(inside, 0)
        inside.addWidget(self._make_head())
        self._bodies = QStackedWidget()
        for body in (self.stage, self.story):
            self._bodies.addWidget(body)
        inside.addWidget(self._bodies, 1)
        outer = QHBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(left)
        outer.addWidget(make_upright())
        outer.addWidget(right, 1)

    def _make_head(self) -> QWidget:
        theme = self.context.theme
        head = QWidget()
        column = QVBoxLayout(head)
        theme.space(column, 4, (24, 12, 24, 8))
        line = QHBoxLayout()
        theme.space(line, 16)
        words = QVBoxLayout()
        theme.space(words, 0)
        self.caption, self.title = make_label("", "caption"), make_label("", "title", wrap=True)
        words.addWidget(self.caption)
        words.addWidget(self.title)
        line.addLayout(words, 1)
        self.back_button = make_button(theme, _("提案の一覧にもどる"), self.close_pane)
        line.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self.state_label, self.days_label = make_label(""), make_label("", "muted")
        states = make_flow(theme, (self.state_label, self.days_label), 16)
        column.addWidget(states)
        self.heading_label = make_label("", "head")
        column.addWidget(self.heading_label)
        return head


def _rows(case: CaseRecord) -> list[TwoLines]:
    """Return the rows of the list: the stages with their signs, and the time-line."""
    signs = {
        one.key: _HERE if one.is_now else _DONE if one.entered_on is not None else "" for one in case.stages
    }
    rows = [TwoLines(one.key, one.label, stage_below(case, one), signs[one.key]) for one in case.stages]
    state = case.state if case.ended else ""
    return [*rows, TwoLines(_STORY_KEY, stage_title(None), state)]
