"""One problem as a row: its sign, its words, the way to where it can be mended."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.proposals import Problem, Weight
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import SignMark


def make_problem_row(
    theme: Theme, problem: Problem, mend: Callable[[], object], place: str = "", *, is_light: bool = False
) -> QWidget:
    """Return the row; `place` names where it is mended, `is_light` tells that a reason lets it pass."""
    tone = Tone.DUE if problem.weight is Weight.NOTICE or is_light else Tone.ERROR
    row = QWidget()
    line = QHBoxLayout(row)
    theme.space(line, 8, (0, 4, 0, 4))
    mark = QHBoxLayout()
    theme.space(mark, 0, (0, 5, 0, 0))
    mark.addWidget(SignMark(theme, tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(mark)
    words = make_label(problem.text, tone.value, wrap=True)
    line.addWidget(words, 1)
    word = place or _("直す")
    link = make_button(theme, word, mend, kind="link")
    link.setAccessibleName(f"{problem.text} {word}")
    line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    return row
