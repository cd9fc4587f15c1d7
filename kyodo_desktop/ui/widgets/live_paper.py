"""A paper that is drawn again while one types, and what is to be known of it."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.ui.jobs import Jobs
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.paper_view import PaperView

_PAUSE = 250
"""ms after the last key: drawing takes about 30, in the job thread."""


class LivePaper(QWidget):
    """Shows what the last `show_soon` makes; below it a heading, and the findings in words.

    `drawn` carries the PrintedForm that is in sight now.
    """

    drawn = Signal(object)

    def __init__(self, theme: Theme, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._make: Callable[[], PrintedForm] | None = None
        self._wanted = 0
        self.paper = PaperView(theme, name)
        self.words = make_label("", "muted", wrap=True)
        self.findings = make_label("", "due", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._draw)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self.paper, 1)
        outer.addWidget(make_line())
        foot = make_frame("window")
        inside = QVBoxLayout(foot)
        theme.space(inside, 4, (16, 8, 16, 8))
        inside.addWidget(self.words)
        inside.addWidget(self.findings)
        outer.addWidget(foot)
        self._tell("", "")

    def show_soon(self, words: str, make: Callable[[], PrintedForm], *, at_once: bool = False) -> None:
        """Draw what `make` returns, in the job thread, when the typing pauses; `words` are its heading."""
        self._make = make
        self._wanted += 1
        self._tell(words, self.findings.text())
        if at_once:
            self._timer.stop()
            self._draw()
        else:
            self._timer.start()

    def _draw(self) -> None:
        if self._make is None:
            return
        at = self._wanted
        self._jobs.run(
            "",
            self._make,
            lambda printed: self._on_drawn(at, printed),
            lambda error: self._on_failed(at, error),
        )

    def _on_drawn(self, at: int, printed: PrintedForm) -> None:
        # What was typed meanwhile is drawn next; the window may be closed.
        if not shiboken6.isValid(self) or at != self._wanted:
            return
        self.paper.show_pdf(printed.pdf)
        self._tell(self.words.text(), finding_words(printed))
        self.drawn.emit(printed)

    def _on_failed(self, at: int, error: KyodoError) -> None:
        if shiboken6.isValid(self) and at == self._wanted:
            self._tell(self.words.text(), f"✕ {error}")

    def _tell(self, words: str, findings: str) -> None:
        for label, text in ((self.words, words), (self.findings, findings)):
            label.setText(text)
            label.setVisible(bool(text))


def finding_words(printed: PrintedForm) -> str:
    """Return which fields are empty and which letters no font has; empty if all is well."""
    lines = []
    if printed.empty_required:
        lines.append(_("▲ 空いている欄: {labels}").format(labels="、".join(printed.empty_required)))
    if printed.missing_glyphs:
        lines.append(_("▲ 字体にない文字: {letters}").format(letters="　".join(printed.missing_glyphs)))
    return "\n".join(lines)
