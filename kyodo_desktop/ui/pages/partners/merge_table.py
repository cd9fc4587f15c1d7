"""Two partners field by field, with a choice for each that differs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.merging import MergeChoice, MergePlan, MergeRow
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.ui.pages.partners.field_words import field_words
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.value_radio import ValueRadio

_LABEL_WIDTH, _BOTH_WIDTH = 136, 80
_COLUMNS = {MergeChoice.KEEP: 1, MergeChoice.LOSE: 2, MergeChoice.BOTH: 3}
_NAMES = {MergeChoice.KEEP: N_("左"), MergeChoice.LOSE: N_("右"), MergeChoice.BOTH: N_("両方")}


def lay_columns(theme: Theme, grid: QGridLayout) -> None:
    """Give a grid the columns of the table: label, left, right, both."""
    grid.setHorizontalSpacing(theme.px(12))
    grid.setColumnMinimumWidth(0, theme.px(_LABEL_WIDTH))
    grid.setColumnMinimumWidth(3, theme.px(_BOTH_WIDTH))
    for column in (1, 2):
        grid.setColumnStretch(column, 1)


class MergeTable(QWidget):
    """One row a field: what differs with its choices, then what is the same.

    Arrow keys choose within a row; Tab goes to the next.
    """

    def __init__(self, theme: Theme, plan: MergePlan, terms: Terms) -> None:
        super().__init__()
        self._theme, self._plan, self._terms = theme, plan, terms
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout(self)
        lay_columns(theme, self._grid)
        theme.space(self._grid, 4, (24, 8, 12, 12))
        self._grid.setHorizontalSpacing(theme.px(12))
        for row in plan.rows:
            if row.differs:
                self._add_choice(row)
        self._add_same([row for row in plan.rows if not row.differs])
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def choices(self) -> dict[str, MergeChoice]:
        """Return whose value each field that differs gets."""
        return {
            name: MergeChoice(one.property("choice"))
            for name, group in self._groups.items()
            if (one := group.checkedButton()) is not None
        }

    def begin(self) -> None:
        """Go to the first choice."""
        first = next(iter(self._groups.values()), None)
        if first is not None and (chosen := first.checkedButton()) is not None:
            chosen.setFocus()

    def radio(self, field: str, choice: MergeChoice) -> ValueRadio:
        """Return one choice of a field."""
        found = (one for one in self._groups[field].buttons() if one.property("choice") == choice.value)
        radio = next(found)
        if not isinstance(radio, ValueRadio):
            raise TypeError(radio)
        return radio

    def _add_choice(self, row: MergeRow) -> None:
        at = self._add_label(row)
        group = self._groups[row.field.name] = QButtonGroup(self)
        if MergeChoice.KEEP not in row.choices:
            # Former names: nobody loses one. Both stand there, and there is nothing to choose.
            for side, partner in (
                (MergeChoice.KEEP, self._plan.keep),
                (MergeChoice.LOSE, self._plan.lose),
            ):
                words = make_label(self._words(partner, row) or _("未記入"), "muted", wrap=True)
                words.setContentsMargins(self._theme.px(32), self._theme.px(6), 0, self._theme.px(6))
                self._grid.addWidget(words, at, _COLUMNS[side])
        for choice in row.choices:
            radio = self._make_radio(row, choice)
            radio.setProperty("choice", choice.value)
            radio.setChecked(choice is row.proposed)
            group.addButton(radio)
            place = Qt.AlignmentFlag.AlignTop if choice is MergeChoice.BOTH else Qt.AlignmentFlag(0)
            self._grid.addWidget(radio, at, _COLUMNS[choice], place)

    def _make_radio(self, row: MergeRow, choice: MergeChoice) -> ValueRadio:
        name = _("{field} {side}").format(field=_(row.field.label), side=_(_NAMES[choice]))
        if choice is MergeChoice.BOTH:
            return ValueRadio(self._theme, _("両方"), name, width=_BOTH_WIDTH)
        words = self._words(self._plan.keep if choice is MergeChoice.KEEP else self._plan.lose, row)
        return ValueRadio(self._theme, words or _("未記入"), name, muted=not words)

    def _add_same(self, rows: list[MergeRow]) -> None:
        filled = [row for row in rows if self._words(self._plan.keep, row)]
        if filled:
            self._add_head(_("同じ項目"))
        for row in filled:
            at = self._add_label(row)
            # A 区分 that one side is sure of is a guess no more.
            sides = (self._words(one, row) for one in (self._plan.keep, self._plan.lose))
            words = make_label(min(sides, key=len), wrap=True)
            words.setContentsMargins(self._theme.px(32), self._theme.px(6), 0, self._theme.px(6))
            self._grid.addWidget(words, at, 1, 1, 2)
        empty = "・".join(_(row.field.label) for row in rows if row not in filled)
        if empty:
            self._add_head(_("どちらも未記入"))
            self._grid.addWidget(make_label(empty, "muted", wrap=True), self._grid.rowCount(), 1, 1, 3)

    def _add_head(self, words: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(make_line(), row, 0, 1, 4)
        self._grid.addWidget(make_label(words, "caption"), row + 1, 0, 1, 4)

    def _add_label(self, row: MergeRow) -> int:
        at = self._grid.rowCount()
        label: QLabel = make_label(_(row.field.label), "muted", wrap=True)
        label.setContentsMargins(0, self._theme.px(6), 0, self._theme.px(6))
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        return at

    def _words(self, partner: PartnerRecord, row: MergeRow) -> str:
        return field_words(partner, row.field, self._terms)
