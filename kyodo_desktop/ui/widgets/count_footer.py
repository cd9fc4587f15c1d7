"""The line below a list: what is counted there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.labels import make_label

_EDGE, _HEIGHT, _GAP = 24, 40, 16


class CountFooter(QFrame):
    """A caption, names with bold counts, and a total at the right; always one line.

    Where that is too narrow (large text, a small screen) the total gives way first, then the last counts; a
    word says how many are left out, and the tool tip has everything. The rows of the list need the room more.
    """

    def __init__(self, theme: Theme, caption: str) -> None:
        super().__init__()
        self._theme, self._caption = theme, caption
        self._words: tuple[str, ...] = ()
        self._pairs: list[QWidget] = []
        self.setProperty("ground", "surface")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(_HEIGHT))
        layout = QHBoxLayout(self)
        theme.space(layout, _GAP, (_EDGE, 0, _EDGE, 0))
        self._head = make_label(caption, "muted")
        self._more = make_label("", "muted")
        self._total = make_label("", "muted")
        self._counts = QHBoxLayout()
        theme.space(self._counts, _GAP)
        layout.addWidget(self._head)
        layout.addLayout(self._counts)
        layout.addWidget(self._more)
        layout.addStretch(1)
        layout.addWidget(self._total)

    def minimumSizeHint(self) -> QSize:
        """Return a height only: any width will do."""
        return QSize(0, self._theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what has room."""
        super().resizeEvent(event)
        self._fit()

    def show_counts(self, counts: Sequence[tuple[str, int]], total: str) -> None:
        """Show the pairs of name and count, and the total's words."""
        for pair in self._pairs:
            self._counts.removeWidget(pair)
            pair.hide()
            pair.deleteLater()
        self._pairs = [self._pair(name, count) for name, count in counts]
        for pair in self._pairs:
            self._counts.addWidget(pair)
        self._total.setText(total)
        caption = (self._caption,) if counts else ()
        self._words = (*caption, *(f"{name} {count}" for name, count in counts), total)
        self.setAccessibleName(self.words())
        self._fit()

    def words(self) -> str:
        """Return everything the line has to say."""
        return " ".join(self._words)

    def _pair(self, name: str, count: int) -> QWidget:
        pair = QWidget(self)
        layout = QHBoxLayout(pair)
        self._theme.space(layout, 6)
        layout.addWidget(make_label(name, "muted"))
        layout.addWidget(make_label(str(count), "head"))
        return pair

    def _fit(self) -> None:
        px, count = self._theme.px, len(self._pairs)
        room = self.width() - 2 * px(_EDGE)
        left = room - (self._wide(self._head) if count else 0)
        widths = [self._wide(pair) for pair in self._pairs]
        shows_total = sum(widths) + self._wide(self._total) <= left + px(_GAP) or not count
        shown = count
        while shown and sum(widths[:shown]) + self._width_of_more(count - shown) > left + px(_GAP):
            shown -= 1
        for at, pair in enumerate(self._pairs):
            pair.setVisible(at < shown)
        self._head.setVisible(bool(count))
        self._more.setText(_more_words(count - shown))
        self._more.setVisible(shown < count)
        self._total.setVisible(shows_total)
        self.setToolTip("" if shows_total and shown == count else "\n".join(self._words))

    def _wide(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + self._theme.px(_GAP)

    def _width_of_more(self, left_out: int) -> int:
        if not left_out:
            return 0
        return QLabel.fontMetrics(self._more).horizontalAdvance(_more_words(left_out)) + self._theme.px(_GAP)


def _more_words(left_out: int) -> str:
    return _("ほか{n}").format(n=left_out) if left_out else ""
