"""The paper beside its template: drawn again while one types, in each way that it can look."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import FormField
from kyodo_desktop.records.templates import Template
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.live_paper import LivePaper


class SamplePane(QWidget):
    """Shows the sample of a template; above it the choices by which the paper looks another way."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._redraw: Callable[[], object] = lambda: None
        self.choices: dict[str, Choice] = {}
        self.live = LivePaper(theme, context.jobs, _("紙のようす"))
        self._bar = FlowBar(theme.px(32), theme.px(4))
        self._bar.setProperty("ground", "window")
        theme.space(self._bar.flow, 8, (16, 8, 16, 0))
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self._bar)
        outer.addWidget(self.live, 1)

    def offer(self, variants: Sequence[FormField]) -> None:
        """Offer the choices by which a paper looks another way; one that was made before stands."""
        before = {name: choice.value() for name, choice in self.choices.items()}
        while (item := self._bar.flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for field in variants:
            options = [(option.key, option.label) for option in field.options]
            choice = Choice(self._context.theme, field.label, options)
            chosen = before.get(field.name, "")
            choice.set_value(chosen if chosen in dict(options) else field.options[0].key)
            choice.chosen.connect(lambda _key: self._redraw())
            self.choices[field.name] = choice
            self._bar.flow.addWidget(make_label(field.label, "muted"))
            self._bar.flow.addWidget(choice)
        self._bar.setVisible(bool(variants))

    def show_soon(self, words: str, template: Template, *, at_once: bool = False) -> None:
        """Draw a template when the typing pauses; `words` tell which it is."""
        self._redraw = partial(self.show_soon, words, template, at_once=True)
        chosen = {name: choice.value() for name, choice in self.choices.items()}
        sample = partial(self._context.services.templates.sample, template, chosen)
        self.live.show_soon(words, sample, at_once=at_once)
