"""The rounds at the left of their page: one to look at, and the way to one more."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.rounds import RoundRecord
from kyodo_desktop.ui.pages.proposals.two_lines import TwoLineList, TwoLines
from kyodo_desktop.ui.theme.theme import Theme


class RoundList(TwoLineList):
    """Lists the rounds; `round_chosen` carries the id of the one a person goes to."""

    round_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("募集回の一覧"))
        self.chosen.connect(lambda key: self.round_chosen.emit(int(key)))

    def show_rounds(self, rounds: Sequence[RoundRecord], round_id: int) -> None:
        """List the rounds by year and programme, the one that is looked at chosen."""
        rows = [TwoLines(str(one.id), format_fiscal_year(one.fiscal_year), one.title) for one in rounds]
        self.show_rows(rows, str(round_id) if round_id else "")
