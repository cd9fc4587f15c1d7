"""様式の設定: the papers and the stock sentences, each a tab."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.templates.pane import TemplatesPane
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.frames import make_frame, make_line


class TemplatesDialog(QDialog):
    """Lets the office make its papers its own."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("様式の設定"))
        self._context = context
        self.templates = TemplatesPane(context)
        theme = context.theme
        foot = make_frame("window")
        row = QHBoxLayout(foot)
        theme.space(row, 8, (24, 8, 24, 8))
        row.addStretch(1)
        row.addWidget(make_button(theme, _("閉じる"), self.reject))
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self.templates, 1)
        outer.addWidget(make_line())
        outer.addWidget(foot)
        size = QSize(theme.px(1280), theme.px(740))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    def done(self, result: int) -> None:
        """Keep what is typed and not saved."""
        self.templates.keep()
        super().done(result)


def open_templates(context: UiContext, parent: QWidget, form_key: str | None = None) -> None:
    """Open the settings of the papers over the window, at a form if one is named."""
    with context.reporting():
        dialog = TemplatesDialog(context, parent)
        dialog.open()
        if form_key is not None:
            dialog.templates.open_form(form_key)
