"""さがし方: the conditions, sorting and columns of a list under a name, to be taken up again."""

from functools import partial
from typing import TYPE_CHECKING

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.saved_searches import SavedSearch
from kyodo_desktop.ui.pages.shared.name_dialog import NameDialog
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.tick_menu import TickMenu

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.shared.list_page import ListPage

KIND = "saved_search"
"""The kind of record in the change log."""


class SavedLooks:
    """The named searches of one list: the chip that shows which one it is, and its menu."""

    def __init__(self, page: "ListPage") -> None:
        self._page, self._service = page, page.context.services.saved_searches
        self._searches: tuple[SavedSearch, ...] = ()
        self._chosen_id: int | None = None
        self._columns_before: tuple[str, ...] = ()
        self._chip = page.filters.looks
        self._chip.opened.connect(self.open_menu)
        self._chip.cleared.connect(self.leave)
        page.filters.filter_changed.connect(self.refresh)
        page.view.chosen.changed.connect(self.refresh)
        page.view.horizontalHeader().sortIndicatorChanged.connect(lambda *_sorting: self.refresh())

    def reload(self) -> None:
        """Read the searches again."""
        self._searches = self._service.of(self._page.key)
        self.refresh()

    def refresh(self) -> None:
        """Say which search the list shows, if it is one, and whether it was changed since."""
        look = self._page.look()
        same = next((one for one in self._searches if one.state == look), None)
        if same is not None:
            self._chosen_id = same.id
        elif self._page.filters.filter().is_empty():
            self._chosen_id = None
        chosen = self._chosen()
        words = "" if chosen is None else chosen.name
        if chosen is not None and same is None:
            words = _("変更あり: {name}").format(name=chosen.name)
        self._chip.set_value(words)

    def open_menu(self) -> None:
        """Offer the searches below the chip."""
        self._chip.pop_up(self.make_menu())

    def make_menu(self) -> TickMenu:
        """Return the searches to choose from, and what can be done with the one that is chosen."""
        menu, chosen = TickMenu(self._page.context.theme, self._chip), self._chosen()
        for search in self._searches:
            menu.add_tick(search.name, partial(self.take_up, search), ticked=search is chosen)
        if not self._searches:
            menu.addAction(_("名前を付けたさがし方は、まだありません")).setEnabled(False)
        menu.addSeparator()
        menu.add_words(_("いまのさがし方に名前を付ける…"), self.ask_name)
        if chosen is not None:
            name = chosen.name
            if chosen.state != self._page.look():
                words = _("「{name}」をいまの内容に改める").format(name=name)
                menu.add_words(words, partial(self._replace, chosen))
            rename, remove = partial(self._ask_other, chosen), partial(self._remove, chosen)
            menu.add_words(_("「{name}」の名前を変える…").format(name=name), rename)
            menu.add_words(_("「{name}」を消す").format(name=name), remove)
        return menu

    def take_up(self, search: SavedSearch) -> None:
        """Show the list as a search has it; what of it is no longer there is said."""
        if self._chosen() is None:
            self._columns_before = self._page.view.chosen.chosen()
        missing = self._page.take_look(search.state)
        self._chosen_id = search.id
        self.refresh()
        if missing:
            head = _("「{name}」の条件のうち、いまの一覧に無いものがあります").format(name=search.name)
            words = _("{values}。この条件は外して表示しています。").format(values=_("、").join(missing))
            self._page.context.tell(Tone.DUE, head, words, None)

    def leave(self) -> None:
        """Take the conditions away, and the columns that came with them."""
        search, columns = self._chosen(), self._page.view.chosen
        came_with_it = search is not None and search.state.get("columns") == list(columns.chosen())
        self._page.filters.clear()
        if came_with_it and self._columns_before:
            columns.choose(self._columns_before)

    def ask_name(self) -> None:
        """Ask for a name for what is shown now."""
        chosen = self._chosen()
        NameDialog(
            self._page.context.theme,
            _("さがし方に名前を付ける"),
            "" if chosen is None else chosen.name,
            self._save,
            self._page.window(),
            taken=[one.name for one in self._searches],
        ).open()

    def _save(self, name: str) -> None:
        replaced = name.strip() in [one.name for one in self._searches]
        self._chosen_id = self._service.save(self._page.key, name, self._page.look())
        self.reload()
        words = _("さがし方を置き換えました: {name}") if replaced else _("さがし方を残しました: {name}")
        self._page.verbs.tell_done(words.format(name=name.strip()))

    def _replace(self, search: SavedSearch) -> None:
        with self._page.context.reporting():
            self._save(search.name)

    def _ask_other(self, search: SavedSearch) -> None:
        NameDialog(
            self._page.context.theme,
            _("さがし方の名前を変える"),
            search.name,
            partial(self._rename, search),
            self._page.window(),
        ).open()

    def _rename(self, search: SavedSearch, name: str) -> None:
        self._service.rename(search.id, name)
        self.reload()
        self._page.verbs.tell_done(_("さがし方の名前を変えました: {name}").format(name=name.strip()))

    def _remove(self, search: SavedSearch) -> None:
        with self._page.context.reporting():
            self._service.remove(search.id)
            self.reload()
            self._page.verbs.tell_done(_("さがし方を消しました: {name}").format(name=search.name))

    def _chosen(self) -> SavedSearch | None:
        return next((one for one in self._searches if one.id == self._chosen_id), None)
