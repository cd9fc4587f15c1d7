"""The stock sentences in a table, shortened as one types."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import Query, search_keys
from kyodo_desktop.records.phrases import Phrase
from kyodo_desktop.ui.tables.columns import Cell, Column
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.window_settings import WindowSettings


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and its place in the list: shipped ones have no id."""

    number: int
    phrase: Phrase


class PhraseList(QWidget):
    """Tells the sentence that becomes the current one; `words_of` says what it is for."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, settings: WindowSettings, words_of: Callable[[Phrase], str]) -> None:
        super().__init__()
        self._words_of = words_of
        self.box = FilterBox(theme, _("見出し・文・様式"), width=None)
        columns = (
            Column[Row]("title", _("見出し"), lambda row: row.phrase.title, cell=_title_cell, least=120),
            Column[Row]("for", _("どこに使う文か"), lambda row: words_of(row.phrase), 232, muted=True),
        )
        self.table = RecordTable(columns, lambda row: row.number)
        self.view = RecordView(theme, self.table, settings, settings_key="phrases", name=_("決まり文句"))
        self.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        inside = QVBoxLayout(self)
        theme.space(inside, 8, (0, 12, 0, 0))
        top = QVBoxLayout()
        theme.space(top, 0, (24, 0, 24, 0))
        top.addWidget(self.box)
        inside.addLayout(top)
        inside.addWidget(self.view, 1)
        self.box.query_changed.connect(self._sift)
        self.box.left_downwards.connect(self.view.setFocus)
        self.view.current_record_changed.connect(self._tell)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the sentences."""
        self.table.replace(rows, self._accepts(self.box.text()))

    def choose(self, number: int | None) -> None:
        """Make a row the current one, and tell it; what hides it goes. Without a number it is the first."""
        if number is None:
            self.view.selectRow(0)
        elif not self.view.select_record(number):
            self.box.clear()
            self.view.select_record(number)

    def _sift(self, words: str) -> None:
        self.table.set_filter(self._accepts(words))

    def _accepts(self, words: str) -> Callable[[Row], bool] | None:
        if not words.strip():
            return None
        query = Query.parse(words)

        def accepts(row: Row) -> bool:
            texts = (row.phrase.title, row.phrase.text, self._words_of(row.phrase))
            return query.matches(*search_keys(texts), " ".join(texts))

        return accepts

    def _tell(self, row: object) -> None:
        if isinstance(row, Row):
            self.chosen.emit(row.phrase)


def _title_cell(row: Row) -> Cell:
    return Cell(row.phrase.title, pill="" if row.phrase.own else _("仮"))
