"""The first page of the sheet's wizard: the cover, to be read."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.flows.engine import Flow, Step
from kyodo_desktop.records.check_sheets import CheckSheetText
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.wizard.step_body import StepBody

_MEASURE = 720
"""No line of running text is longer than this, in px at 100 %."""


class CoverBody(StepBody):
    """Lead and title, the three questions with their answers, 使い方."""

    def __init__(self, context: UiContext, flow: Flow, step: Step) -> None:
        super().__init__(context, flow, step)
        theme = context.theme
        text: CheckSheetText = flow.facts.text
        outer = QVBoxLayout(self)
        theme.space(outer, 0, (24, 12, 24, 24))
        page = QWidget()
        page.setMaximumWidth(theme.px(_MEASURE))
        outer.addWidget(page)
        outer.addStretch(1)
        self._column = QVBoxLayout(page)
        theme.space(self._column, 4)
        self._column.addWidget(make_label(text.lead, "muted", wrap=True))
        self._column.addWidget(make_label(text.title, "title", wrap=True))
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(make_line())
        for question, answer in text.questions:
            self._column.addSpacing(theme.px(16))
            self._column.addWidget(make_label(question, "head", wrap=True))
            self._column.addWidget(make_label(answer, wrap=True))
        self._column.addSpacing(theme.px(24))
        self._column.addWidget(self._make_usage(text))

    def _make_usage(self, text: CheckSheetText) -> QWidget:
        frame = make_frame("note")
        column = QVBoxLayout(frame)
        self.context.theme.space(column, 4, (16, 12, 16, 12))
        column.addWidget(make_label(text.usage_title, "head", wrap=True))
        column.addWidget(make_label(f"■{text.usage}", wrap=True))
        return frame
