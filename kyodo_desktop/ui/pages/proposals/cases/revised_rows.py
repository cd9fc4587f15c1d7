"""What a 再提出 changed: as it was first handed in, and beside it as it stands since."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.cases import RevisedField
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.labels import make_label

REVISION = "revision"
"""The kind of act that keeps the proposal as it was before it."""
_LABEL = 128


class RevisedRows(QWidget):
    """Three columns: what, before, after; one line where nothing is changed yet."""

    def __init__(self, theme: Theme, changed: Sequence[RevisedField]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        theme.space(grid, 4, (0, 4, 0, 4))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setColumnMinimumWidth(0, theme.px(_LABEL))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        if not changed:
            words = _("提案の中身は、まだ変わっていません。「編集」で、再提出された内容に直してください。")
            grid.addWidget(make_label(words, "muted", wrap=True), 0, 0, 1, 3)
            return
        for column, words in enumerate(("", _("初めの提案"), _("再提出"))):
            grid.addWidget(make_label(words, "caption"), 0, column)
        for row, one in enumerate(changed, 1):
            for column, text in enumerate((one.label, one.before, one.after)):
                shown = text or _("（なし）")
                label = make_label(shown, "muted" if column == 0 or not text else "body", wrap=True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
