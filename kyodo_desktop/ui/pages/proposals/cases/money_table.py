"""One side of a 収支決算 as a table: 決算額 and 摘要 are typed where they are read, the sums follow."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.settling import name_of
from kyodo_desktop.records.cases import LineSide
from kyodo_desktop.records.settling import SettlingLine, SideTotals
from kyodo_desktop.ui.pages.proposals.spots import at_spot
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_icon_button
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, YenEdit
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import TextRole, make_label

_YEN, _SETTLED, _NOTE, _OFF = 88, 112, 140, 28
_INSIDE = 13
"""The figures in a field stand this far from its edge."""
_BESIDE = 16
_WIDE_UP_TO = 130
"""The 摘要 stands in a line of its own where text is larger than this, in per cent."""
_UNKNOWN = "－"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineCells:
    """What can be typed of one line, and its difference, which follows the typing."""

    def __init__(self, theme: Theme, one: SettlingLine, *, has_head: bool) -> None:
        item = name_of(one.line)
        self.one = one
        self.settled = at_spot(YenEdit(_("{item}の決算額").format(item=item)), f"settled {one.line.id}")
        self.settled.set_value(one.line.settled)
        self.settled.setFixedWidth(theme.px(_SETTLED))
        self.note = at_spot(
            JapaneseLineEdit(_("{item}の摘要").format(item=item)), f"settled note {one.line.id}"
        )
        self.note.setText(one.line.note)
        self.note.setPlaceholderText(one.line.basis or ("" if has_head else _("摘要")))
        self.note.setMinimumWidth(theme.px(_NOTE))
        self.difference = _amount_label(one.difference)

    def amount(self) -> int | None:
        """Return the amount that stands there."""
        return self.settled.value()

    def is_changed(self) -> bool:
        """Tell whether something else stands there than what is stored, and it can be taken."""
        there = self.amount()
        if there is None and self.settled.text().strip():
            return False
        return there != self.one.line.settled or self.note.text().strip() != self.one.line.note

    def take(self) -> None:
        """Regard what stands there as stored: it is not put back over what is read anew."""
        for edit in (self.settled, self.note):
            edit.setModified(False)

    def show_problem(self, error: InputError) -> None:
        """Say of the field what cannot be taken."""
        (self.note if error.field == "note" else self.settled).set_problem(str(error))


class MoneyTable(QWidget):
    """The lines of one side with their sums; `left` tells that a line was typed in and left."""

    left = Signal(object)

    def __init__(
        self,
        theme: Theme,
        side: LineSide,
        lines: Sequence[SettlingLine],
        totals: SideTotals,
        take_off: Callable[[SettlingLine], object],
    ) -> None:
        super().__init__()
        self._theme, self._totals = theme, totals
        self._is_expense = side is LineSide.EXPENSE
        self._has_note_column = theme.percent <= _WIDE_UP_TO
        self.cells = [LineCells(theme, one, has_head=self._has_note_column) for one in lines]
        self._grid = QGridLayout()
        theme.space(self._grid, 8, (0, 4, 0, 4))
        self._grid.setVerticalSpacing(theme.px(4))
        self._columns = self._laid_columns()
        self.problem = make_label("", "error", wrap=True)
        self.problem.hide()
        self._put_heads()
        for cells in self.cells:
            self._put_line(cells, take_off)
        self.total_settled = _amount_label(totals.settled, "head")
        self.total_difference = _amount_label(totals.difference, "head")
        self._put_totals()
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addLayout(self._grid)
        outer.addWidget(self.problem)

    def _laid_columns(self) -> dict[str, int]:
        """Lay the columns out, both sides alike; what is approved stays empty for income."""
        names = ["item", "planned", "settled", "approved", "difference"]
        names += ["note", "off"] if self._has_note_column else ["off"]
        columns = {name: at for at, name in enumerate(names)}
        self._grid.setColumnMinimumWidth(columns["off"], self._theme.px(_OFF))
        for name in ("planned", "approved", "difference"):
            self._grid.setColumnMinimumWidth(columns[name], self._theme.px(_YEN))
        self._grid.setColumnStretch(columns["item"], 2)
        if self._has_note_column:
            self._grid.setColumnStretch(columns["note"], 3)
        return columns

    def _put_heads(self) -> None:
        heads = {
            "item": _("区分"),
            "planned": _("予算額"),
            "settled": _("決算額"),
            "approved": _("認定額"),
            "difference": _("差"),
            "note": _("摘要"),
        }
        for name, words in heads.items():
            if name not in self._columns or (name == "approved" and not self._is_expense):
                continue
            label = make_label(words, "caption")
            if name == "note":
                label.setContentsMargins(self._theme.px(_BESIDE), 0, 0, 0)
            elif name != "item":
                label.setAlignment(_RIGHT)
            if name == "settled":
                label.setContentsMargins(0, 0, self._theme.px(_INSIDE), 0)
            self._grid.addWidget(label, 0, self._columns[name])

    def _put_line(self, cells: LineCells, take_off: Callable[[SettlingLine], object]) -> None:
        one, at = cells.one, self._grid.rowCount()
        parts: dict[str, QWidget] = {
            "item": make_label(name_of(one.line), wrap=True),
            "planned": _amount_label(one.line.planned),
            "settled": cells.settled,
            "difference": cells.difference,
        }
        if self._is_expense:
            parts["approved"] = _amount_label(one.approved)
        for name, widget in parts.items():
            self._grid.addWidget(widget, at, self._columns[name])
        if self._has_note_column:
            self._grid.addWidget(_beside(self._theme, cells.note), at, self._columns["note"])
        else:
            self._grid.addWidget(cells.note, at + 1, 0, 1, len(self._columns))
        if _is_off_plan(one):
            words = _("{item}を決算から消す").format(item=name_of(one.line))
            off = make_icon_button(self._theme, "x", words, partial(take_off, one))
            self._grid.addWidget(off, at, self._columns["off"])
        cells.settled.textChanged.connect(lambda _text: self._follow())
        for edit in (cells.settled, cells.note):
            edit.editingFinished.connect(lambda: self._on_left(cells))
            edit.problem_changed.connect(self._show_problem)

    def _put_totals(self) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(make_line(), at, 0, 1, len(self._columns))
        parts = {
            "item": make_label(_("計"), "head"),
            "planned": _amount_label(self._totals.planned, "head"),
            "settled": self.total_settled,
            "difference": self.total_difference,
        }
        if self._is_expense:
            parts["approved"] = _amount_label(self._totals.approved, "head")
        self.total_settled.setContentsMargins(0, 0, self._theme.px(_INSIDE), 0)
        for name, label in parts.items():
            self._grid.addWidget(label, at + 1, self._columns[name])

    def _follow(self) -> None:
        """Let differences and sums follow what is being typed."""
        for cells in self.cells:
            there = cells.amount()
            known = None if there is None else there - (cells.one.line.planned or 0)
            cells.difference.setText(_amount_words(known))
        settled = sum(cells.amount() or 0 for cells in self.cells)
        self.total_settled.setText(_amount_words(settled))
        self.total_difference.setText(_amount_words(settled - self._totals.planned))

    def _on_left(self, cells: LineCells) -> None:
        if cells.is_changed():
            self.left.emit(cells)
        elif not cells.settled.problem:
            cells.take()

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(f"✕ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))


def _is_off_plan(one: SettlingLine) -> bool:
    """Tell whether a line was not planned, and can be taken off again."""
    return one.line.planned is None and not one.line.basis and not one.receipts


def _beside(theme: Theme, edit: QWidget) -> QWidget:
    holder = QWidget()
    line = QVBoxLayout(holder)
    theme.space(line, 0, (_BESIDE, 0, 0, 0))
    line.addWidget(edit)
    return holder


def _amount_label(amount: int | None, role: TextRole = "body") -> QLabel:
    label = make_label(_amount_words(amount), role)
    label.setAlignment(_RIGHT)
    return label


def _amount_words(amount: int | None) -> str:
    return _UNKNOWN if amount is None else format_yen(amount)
