"""What a page (one tab of the window) is, and how one joins.

1. Write `pages/<name>/page.py` with a subclass of `Page`: `key`, `title` (with `N_`), an `__init__` that
   takes the `UiContext` and builds widgets from `self.context.theme`, and as many of the methods below as it
   needs.
2. Add one loader and one line to `PAGES` in `pages/registry.py`. The tab, its menus, the status line and
   Ctrl+K follow from that.

The window makes a page when its tab is first opened and calls `activate()` each time the tab comes to the
front; `reload(touched)` follows a committed act (only while the page is in front: else before its next
`activate`). A page reads and writes through `self.context.services` only, inside `self.context.reporting()`
where the clerk's input may be refused; long work goes through `self.context.jobs.run(words, work, done)`.
It imports `Services` under `TYPE_CHECKING` only: the window is painted before the ORM is imported.
When text size or palette change, the window makes the pages anew: what must outlive that (filter, current
record) is what `state()` returns and `restore()` takes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


class Menu(StrEnum):
    """The menus of the window, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    RECORD = "record"
    PRINT = "print"
    TOOLS = "tools"
    HELP = "help"


MENU_TITLES: dict[Menu, str] = {
    Menu.FILE: N_("ファイル"),
    Menu.EDIT: N_("編集"),
    Menu.VIEW: N_("表示"),
    Menu.RECORD: N_("記録"),
    Menu.PRINT: N_("印刷"),
    Menu.TOOLS: N_("ツール"),
    Menu.HELP: N_("ヘルプ"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a page and the menu it stands in."""

    menu: Menu
    action: QAction


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result of さがす (Ctrl+K): what it is, a muted detail, and the record to open on the page."""

    title: str
    detail: str
    record_id: int


class Page(QFrame):
    """One tab. Emits `status_changed` or `commands_changed` when what it says there is new."""

    key: ClassVar[str]
    title: ClassVar[str]
    status_changed = Signal()
    commands_changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setProperty("ground", "window")
        self._commands: list[Command] = []

    @classmethod
    def search(cls, services: "Services", text: str, limit: int) -> Sequence[SearchHit]:
        """Return what さがす finds for `text` on this page, best first; works without a window."""
        return ()

    def activate(self) -> None:
        """Be shown; load what is to be seen if that has not happened yet."""

    def reload(self, touched: Sequence[Touched]) -> None:
        """Read again what these records changed of what is shown."""

    def open_record(self, record_id: int) -> None:
        """Bring a record to the front (from another tab, a link, a search)."""

    def begin_for(self, owner: SheetOwner, form_key: str = "") -> None:
        """Begin something new that is of a record of another page."""

    def status_text(self) -> tuple[str, ...]:
        """Return the page's part of the status line."""
        return ()

    def commands(self) -> Sequence[Command]:
        """Return the page's commands for the menus; their shortcuts work while the tab is in front."""
        return self._commands

    def keep_drafts(self) -> None:
        """Save what is typed and not yet saved, without asking (tab left, window closed, session ends)."""

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return partner and proposal that the current record is about, to note a talk of."""
        return None, None

    def state(self) -> Mapping[str, Any]:
        """Return what must outlive the page when it is made anew; JSON-able."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up a state that `state()` returned."""

    def remember(self) -> None:
        """Keep widths and splitter in `context.settings` (before the window closes)."""

    def add_command(
        self,
        menu: Menu,
        text: str,
        on_trigger: Callable[[], object],
        shortcut: str = "",
        *,
        within: QWidget | None = None,
    ) -> QAction:
        """Make a command of this page: a menu entry, with its shortcut shown there.

        Give a command without a shortcut a mnemonic, as in 名寄せ(&M). A key that also means something to
        other widgets (Delete) works only `within` one.
        """
        action = QAction(text, self)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        if within is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            within.addAction(action)
        action.triggered.connect(lambda _checked=False: on_trigger())
        self._commands.append(Command(menu, action))
        return action
