"""様式の設定: the papers and the stock sentences, each a tab."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.templates.pane import TemplatesPane
from kyodo_desktop.ui.dialogs.templates.phrases import PhrasesPane
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs

_TEMPLATES, _PHRASES = "templates", "phrases"


class TemplatesDialog(QDialog):
    """Lets the office make its papers its own."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("様式の設定"))
        self._context = context
        self.templates = TemplatesPane(context)
        self.phrases = PhrasesPane(context)
        theme = context.theme
        tabs = [(_TEMPLATES, _("様式")), (_PHRASES, _("決まり文句"))]
        self.tabs = InnerTabs(theme, tabs, _("様式の設定"))
        self._panes = QStackedWidget()
        self._panes.addWidget(self.templates)
        self._panes.addWidget(self.phrases)
        self.tabs.chosen.connect(self._show)
        foot = make_frame("window")
        row = QHBoxLayout(foot)
        theme.space(row, 8, (24, 8, 24, 8))
        row.addStretch(1)
        row.addWidget(make_button(theme, _("閉じる"), self.reject))
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self.tabs)
        outer.addWidget(self._panes, 1)
        outer.addWidget(make_line())
        outer.addWidget(foot)
        size = QSize(theme.px(1280), theme.px(740))
        self.templates.forms.list.setFocus()
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    def show_phrases(self, form_key: str) -> None:
        """Show the stock sentences of a form."""
        self.tabs.choose(_PHRASES)
        self.phrases.start(form_key)
        self.phrases.list.view.setFocus()

    def done(self, result: int) -> None:
        """Keep what is typed and not saved."""
        self.templates.keep()
        self.phrases.keep()
        super().done(result)

    def _show(self, key: str) -> None:
        self._panes.setCurrentWidget(self.phrases if key == _PHRASES else self.templates)


def open_templates(context: UiContext, parent: QWidget, form_key: str | None = None) -> None:
    """Open the settings of the papers over the window, at a form if one is named."""
    with context.reporting():
        dialog = TemplatesDialog(context, parent)
        dialog.open()
        if form_key is not None:
            dialog.templates.open_form(form_key)


def open_phrases(context: UiContext, parent: QWidget, form_key: str) -> None:
    """Open the stock sentences over the window, those of a form first."""
    with context.reporting():
        dialog = TemplatesDialog(context, parent)
        dialog.open()
        dialog.show_phrases(form_key)
