"""What is shown when the program itself is at fault."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.labels import make_label


class CrashDialog(QDialog):
    """Says that the data is whole, shows the report, and copies it."""

    def __init__(self, theme: Theme, report: str, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("思わぬ誤りがありました"))
        self._report = report
        layout = QVBoxLayout(self)
        theme.space(layout, 8, (24, 16, 24, 16))
        layout.addWidget(
            make_label(_("プログラムの誤りで、いまの操作は終わりませんでした。"), "title", wrap=True)
        )
        layout.addWidget(
            make_label(
                _(
                    "保存ずみのデータは無事です。そのまま続けられます。くり返すときは、下の文を写して管理の担当へ"
                    "知らせてください。同じ文は {file} にも書きました。"
                ).format(file=log_file),
                wrap=True,
            )
        )
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(_("誤りの内容"))
        layout.addWidget(text, 1)
        copy = make_button(theme, _("写す"), self.copy, icon="copy")
        close = make_button(theme, _("閉じる"), self.accept, kind="primary")
        layout.addLayout(make_button_row(theme, copy, close))
        self.resize(theme.px(640), theme.px(420))
        close.setFocus()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
