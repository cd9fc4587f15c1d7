"""The rounds on their page: the list of them, and one with its sides, each written where it is read."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.rounds import RoundDetail
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.briefings import BriefingsSection
from kyodo_desktop.ui.pages.proposals.rounds.closing import ClosingSection
from kyodo_desktop.ui.pages.proposals.rounds.meetings import MeetingsSection
from kyodo_desktop.ui.pages.proposals.rounds.new_round import NewRound
from kyodo_desktop.ui.pages.proposals.rounds.round_list import RoundList
from kyodo_desktop.ui.pages.proposals.rounds.schedule import ScheduleSection
from kyodo_desktop.ui.pages.proposals.rounds.themes import ThemesSection
from kyodo_desktop.ui.pages.proposals.rounds.wording import round_title
from kyodo_desktop.ui.pages.proposals.section import Section
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.frames import make_frame, make_upright
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.labels import make_label

SCHEDULE, THEMES, MEETINGS, BRIEFINGS, CLOSING = "schedule", "themes", "meetings", "briefings", "closing"
_LIST = 224


class RoundPane(QFrame):
    """Shows one round, or asks for a new one. `closed` when the clerk goes back to the proposals."""

    closed = Signal()
    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.context = context
        self.is_open = False
        self.detail: RoundDetail | None = None
        theme = context.theme
        self.list = RoundList(theme)
        self.list.round_chosen.connect(self._on_chosen)
        self.new_button = make_button(theme, _("募集回をつくる"), self.begin_new, kind="link", icon="plus")
        self.new = NewRound(context)
        self.new.made.connect(self._on_made)
        self._tab_titles = (
            (SCHEDULE, _("日程")),
            (THEMES, _("テーマ")),
            (MEETINGS, _("庁内検討会議")),
            (BRIEFINGS, _("事業説明会")),
            (CLOSING, _("締切・履歴")),
        )
        self.tabs = InnerTabs(theme, self._tab_titles, _("募集回の内容"))
        self.sections: dict[str, Section[RoundDetail]] = {
            SCHEDULE: ScheduleSection(context),
            THEMES: ThemesSection(context),
            MEETINGS: MeetingsSection(context),
            BRIEFINGS: BriefingsSection(context),
            CLOSING: ClosingSection(context),
        }
        self._lay_out()
        self.tabs.chosen.connect(self._on_tab)

    # Opening and closing

    def open_round(self, round_id: int | None) -> None:
        """Open a round, the newest one without an id; where there is none, ask for the first."""
        rounds = self.context.services.rounds.list()
        if round_id is None and rounds:
            round_id = rounds[0].id
        self.is_open = True
        if round_id is None:
            self.begin_new()
        else:
            self._show_round(round_id)

    def begin_new(self) -> None:
        """Ask which round to make."""
        self.keep()
        self.detail = None
        self.list.show_rounds(self.context.services.rounds.list(), 0)
        self._show_head("", _("募集回をつくる"))
        self._bodies.setCurrentWidget(self.new)
        self.new.begin()
        self.changed.emit()

    def close_pane(self) -> None:
        """Go back to the proposals; what is typed is kept."""
        self.keep()
        self.is_open = False
        self.closed.emit()

    def keep(self) -> None:
        """Keep what is typed, also what an input method still composes."""
        if self.is_open and self.detail is not None:
            QGuiApplication.inputMethod().commit()
            self.section().keep()

    def section(self) -> Section[RoundDetail]:
        """Return the side that is shown."""
        return self.sections[self.tabs.value()]

    def show_side(self, key: str) -> None:
        """Show one side of the round."""
        self.tabs.choose(key)

    def reload(self) -> None:
        """Read again what is shown."""
        if not self.is_open:
            return
        if self.detail is None:
            self.list.show_rounds(self.context.services.rounds.list(), 0)
            self.new.refresh()
            return
        try:
            detail = self.context.services.rounds.get(self.detail.id)
        except NotFoundError:
            self._leave()
            return
        if detail.deleted:
            self._leave()
        else:
            self._show(detail)

    def state(self) -> dict[str, Any]:
        """Return what is open, so that it can be opened again; JSON-able."""
        if not self.is_open:
            return {}
        return {"round": self.detail.id if self.detail is not None else 0, "side": self.tabs.value()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Open again what `state` returned."""
        if state:
            self.is_open = True
            self.tabs.set_value(str(state["side"]))
            if state["round"]:
                self._show_round(int(state["round"]))
            else:
                self.begin_new()

    def heading(self) -> tuple[str, ...]:
        """Return in words which round is open."""
        if self.detail is None:
            return (_("募集回をつくる"),)
        return (round_title(self.detail.title, self.detail.fiscal_year), self._tab_words())

    def event(self, event: QEvent) -> bool:
        """Save before 元に戻す, so that it takes back what was typed last."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            self.keep()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_pane()
        else:
            super().keyPressEvent(event)

    # Inside

    def _lay_out(self) -> None:
        theme = self.context.theme
        left = make_frame("window")
        left.setFixedWidth(theme.px(_LIST))
        column = QVBoxLayout(left)
        theme.space(column, 0, (0, 16, 0, 12))
        head = make_label(_("募集回"), "title")
        for widget in (head, self.new_button):
            padded = QHBoxLayout()
            theme.space(padded, 0, (24, 0, 24, 8))
            padded.addWidget(widget)
            padded.addStretch(1)
            column.addLayout(padded)
        column.insertWidget(1, self.list, 1)
        column.insertSpacing(2, theme.px(8))
        right = make_frame("surface")
        inside = QVBoxLayout(right)
        theme.space(inside, 0)
        inside.addWidget(self._make_head())
        inside.addWidget(self.tabs)
        self._bodies = QStackedWidget()
        for body in (*self.sections.values(), self.new):
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
        line = QHBoxLayout(head)
        theme.space(line, 16, (24, 12, 24, 8))
        words = QVBoxLayout()
        theme.space(words, 0)
        self.caption, self.title = make_label("", "caption"), make_label("", "title", wrap=True)
        words.addWidget(self.caption)
        words.addWidget(self.title)
        line.addLayout(words, 1)
        self.discard_button = make_button(theme, _("ごみ箱へ"), self._discard, kind="link", icon="trash-2")
        self.back_button = make_button(theme, _("提案の一覧にもどる"), self.close_pane)
        line.addWidget(self.discard_button)
        line.addWidget(self.back_button)
        return head

    def _show_round(self, round_id: int) -> None:
        with self.context.reporting():
            self._show(self.context.services.rounds.get(round_id))

    def _show(self, detail: RoundDetail) -> None:
        self.detail = detail
        self.list.show_rounds(self.context.services.rounds.list(), detail.id)
        self._show_head(detail.title, _("{year}の募集").format(year=format_fiscal_year(detail.fiscal_year)))
        with self.context.reporting():
            self.section().show_record(detail)
        self._bodies.setCurrentWidget(self.section())
        self.changed.emit()

    def _show_head(self, caption: str, title: str) -> None:
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.title.setText(title)
        self.tabs.setVisible(self.detail is not None)
        self.discard_button.setVisible(self.detail is not None)

    def _leave(self) -> None:
        """Go on without the round that is gone."""
        self.detail = None
        self.is_open = False
        self.closed.emit()

    def _on_chosen(self, round_id: int) -> None:
        self.keep()
        self._show_round(round_id)

    def _on_made(self, round_id: int) -> None:
        self.tabs.set_value(SCHEDULE)
        self._show_round(round_id)
        self.section().focus_first()
        if self.detail is not None:
            name = round_title(self.detail.title, self.detail.fiscal_year)
            self.section().say(_("募集回をつくりました: {name}").format(name=name))

    def _on_tab(self, _key: str) -> None:
        for section in self.sections.values():
            if section is not self.section():
                section.keep()
        if self.detail is not None:
            self._show_round(self.detail.id)

    def _discard(self) -> None:
        if self.detail is None:
            return
        self.keep()
        name = round_title(self.detail.title, self.detail.fiscal_year)
        section, round_id = self.section(), self.detail.id
        words = _("募集回をごみ箱に入れました: {name}").format(name=name)
        section.act(words, lambda: self.context.services.rounds.discard([round_id]))

    def _tab_words(self) -> str:
        return next(words for key, words in self._tab_titles if key == self.tabs.value())
