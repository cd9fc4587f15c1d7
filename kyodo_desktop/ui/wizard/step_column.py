"""The column at a wizard's left: whose it is, the steps with their discs, when the draft was kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.flows.engine import StepState
from kyodo_desktop.flows.trail import StepLine
from kyodo_desktop.japanese.day_time import format_time
from kyodo_desktop.ui.theme.icons import paint_icon
from kyodo_desktop.ui.theme.theme import TextSize, Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label
from kyodo_desktop.ui.widgets.tags import SignMark

WIDTH = 256
_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
STATE_WORDS: dict[StepState, str] = {
    StepState.TODO: N_("まだ"),
    StepState.HERE: N_("ここ"),
    StepState.DONE: N_("済"),
    StepState.PROBLEM: N_("直すところあり"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the steps: a caption (the programme), a title, a line (受付番号)."""

    caption: str
    title: str
    line: str = ""


class StepButton(QAbstractButton):
    """One step, 48 high: a disc of 20 px with its sign, the title, a small line of what is open."""

    walked = Signal(int)

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self.state = StepState.TODO
        self.line = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(48))

    def show_step(self, title: str, state: StepState, line: str) -> None:
        """Show how the step stands."""
        self.setText(title)
        self.state, self.line = state, line
        here = state is StepState.HERE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"{title} {_(STATE_WORDS[state])} {line}".strip())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the steps with Up and Down; Enter opens one."""
        key = Qt.Key(event.key())
        if key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a height only; the column gives the width."""
        return QSize(self._theme.px(120), self._theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, disc and words."""
        t, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.state is StepState.HERE
        ground = self.rect().toRectF().adjusted(px(12) + 1, px(2), -px(12) - 1, -px(2))
        if here or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QColor(t.soft if here else t.hover))
            painter.drawRoundedRect(ground, px(6), px(6))
        side = px(20)
        self._paint_disc(painter, QRectF(px(26), (self.height() - side) / 2, side, side))
        self._paint_words(painter)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        t, px = self._theme.tokens, self._theme.px
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.state in (StepState.DONE, StepState.PROBLEM):
            done = self.state is StepState.DONE
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.done_ground if done else t.error_ground))
            painter.drawEllipse(disc)
            if done:
                inset = px(3)
                paint_icon(painter, "check", disc.adjusted(inset, inset, -inset, -inset), t.done)
            else:
                painter.setPen(QColor(t.error))
                painter.setFont(self._theme.font(TextSize.CAPTION, bold=True))
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "!")
            return
        here = self.state is StepState.HERE
        width = 1.6 * self._theme.percent / 100
        painter.setPen(QPen(QColor(t.accent if here else t.control), width))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent))
            painter.drawEllipse(disc.center(), disc.width() * 0.22, disc.width() * 0.22)

    def _paint_words(self, painter: QPainter) -> None:
        t, px = self._theme.tokens, self._theme.px
        words = self.rect().adjusted(px(58), px(4), -px(16), -px(4))
        title_font = self._theme.font(bold=self.state is StepState.HERE)
        small = self._theme.font(TextSize.CAPTION)
        painter.setFont(title_font)
        painter.setPen(QColor(t.muted if self.state is StepState.TODO else t.ink))
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        tips = [self.text()] if title != self.text() else []
        if not self.line:
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        else:
            half = words.height() // 2
            painter.drawText(words.adjusted(0, 0, 0, -half + px(1)), Qt.AlignmentFlag.AlignVCenter, title)
            painter.setFont(small)
            painter.setPen(QColor(t.error if self.state is StepState.PROBLEM else t.muted))
            line = painter.fontMetrics().elidedText(self.line, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words.adjusted(0, half - px(1), 0, 0), Qt.AlignmentFlag.AlignVCenter, line)
            if line != self.line:
                tips.append(self.line)
        self.setToolTip("\n".join(tips))


class StepColumn(QFrame):
    """Tells `chosen` when the clerk picks a step by click, Enter or Space; Up and Down walk along them.

    `saved_form` are the words of what is kept, with {time} in them.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "window")
        self.setFixedWidth(theme.px(WIDTH))
        self.buttons: list[StepButton] = []
        self.saved_form = _("下書きを保存 {time}")
        self._caption = ElidedLabel("", "caption")
        self._title = ElidedLabel("", "title")
        self._line = ElidedLabel("", "muted")
        self._saved = make_label("", "caption")
        self._saved_mark = SignMark(theme, Tone.DONE)
        self._saved_mark.hide()
        self._lay_out()

    def show_heading(self, heading: Heading) -> None:
        """Show caption, title and line."""
        for label, text in (
            (self._caption, heading.caption),
            (self._title, heading.title),
            (self._line, heading.line),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    def show_steps(self, steps: Sequence[StepLine]) -> None:
        """Show the steps; those that stay keep their place and focus."""
        if [button.key for button in self.buttons] != [step[0] for step in steps]:
            self._make_buttons(steps)
        for button, (_key, title, state, line) in zip(self.buttons, steps, strict=True):
            button.show_step(title, state, line)
            if state is StepState.HERE:
                self._scroll.ensureWidgetVisible(button, 0, self._theme.px(12))

    def show_saved(self, moment: datetime) -> None:
        """Say when the draft was kept."""
        self._saved.setText(self.saved_form.format(time=format_time(office_time(moment))))
        self._saved_mark.show()

    def show_note(self, text: str) -> None:
        """Say something else at the bottom."""
        self._saved.setText(text)
        self._saved_mark.setVisible(False)

    def saved_words(self) -> str:
        """Return what stands at the bottom."""
        return self._saved.text()

    def heading_words(self) -> str:
        """Return caption, title and line."""
        return "\n".join((self._caption.text(), self._title.text(), self._line.text()))

    def _lay_out(self) -> None:
        theme = self._theme
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        head = QVBoxLayout()
        theme.space(head, 2, (24, 20, 16, 14))
        for label in (self._caption, self._title, self._line):
            head.addWidget(label)
        outer.addLayout(head)
        inside = make_frame("window")
        self._steps = QVBoxLayout(inside)
        theme.space(self._steps, 0)
        self._steps.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._scroll.setStyleSheet(f"QScrollArea {{ background: {theme.tokens.window}; }}")
        outer.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        theme.space(foot, 8, (24, 0, 16, 0))
        foot.addWidget(self._saved_mark)
        foot.addWidget(self._saved)
        foot.addStretch(1)
        holder = make_frame("window")
        holder.setLayout(foot)
        holder.setFixedHeight(theme.px(56))
        outer.addWidget(holder)

    def _make_buttons(self, steps: Sequence[StepLine]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for at, (key, *_rest) in enumerate(steps):
            button = StepButton(self._theme, key)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            button.walked.connect(lambda step, at=at: self._walk(at + step))
            self._steps.insertWidget(at, button)
            self.buttons.append(button)

    def _walk(self, at: int) -> None:
        button = self.buttons[min(max(at, 0), len(self.buttons) - 1)]
        button.setFocus()
        self._scroll.ensureWidgetVisible(button, 0, self._theme.px(12))
