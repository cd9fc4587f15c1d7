"""The first step: which field each column of the file is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.partner_import import ColumnProposal, Grounds
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label

_GROUNDS: dict[Grounds, str] = {
    Grounds.NONE: "",
    Grounds.REMEMBERED: N_("前回と同じ"),
    Grounds.HEADING: N_("見出しから"),
    Grounds.CONTENT: N_("中身から"),
}
_BY_HAND = N_("選んだもの")
_CHOICE_WIDTH = 240


class ColumnStep(QWidget):
    """Shows each column with three of its values and its field; `changed` tells of another choice."""

    changed = Signal()

    def __init__(
        self, theme: Theme, proposals: Sequence[ColumnProposal], targets: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.choices: list[Choice] = []
        outer = QVBoxLayout(self)
        theme.space(outer, 8)
        outer.addWidget(
            make_label(
                _("ファイルの列を、台帳のどの欄に入れるか確かめてください。「読まない」の列は使いません。"),
                "muted",
                wrap=True,
            )
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._make_rows(theme, proposals, targets))
        outer.addWidget(area, 1)

    def mapping(self) -> tuple[str, ...]:
        """Return the field chosen for each column."""
        return tuple(choice.value() for choice in self.choices)

    def _make_rows(
        self, theme: Theme, proposals: Sequence[ColumnProposal], targets: Sequence[tuple[str, str]]
    ) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        theme.space(grid, 8, (16, 12, 16, 12))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for at, words in enumerate((_("ファイルの列"), _("値の例"), _("台帳の欄"), _("理由"))):
            grid.addWidget(make_label(words, "caption"), 0, at)
        for line, proposal in enumerate(proposals, 1):
            choice = Choice(theme, _("「{heading}」の欄").format(heading=proposal.heading), targets)
            choice.set_value(proposal.target)
            choice.setFixedWidth(theme.px(_CHOICE_WIDTH))
            choice.setMaxVisibleItems(20)
            grounds = make_label(
                _(_GROUNDS[proposal.grounds]) if proposal.grounds.value != "none" else "", "muted"
            )
            choice.chosen.connect(lambda _key, label=grounds: label.setText(_(_BY_HAND)))
            choice.chosen.connect(lambda _key: self.changed.emit())
            self.choices.append(choice)
            grid.addWidget(ElidedLabel(proposal.heading), line, 0)
            grid.addWidget(ElidedLabel("　／　".join(proposal.samples).replace("\n", " "), "muted"), line, 1)
            grid.addWidget(choice, line, 2)
            grid.addWidget(grounds, line, 3)
        grid.setRowStretch(len(proposals) + 1, 1)
        return rows
