"""A paper on the screen before it is printed: pages left, what to know about it right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.personal_data import DataUse
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.paper import lp_command, page_layout, print_in_bands, send_with_lp
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.detail import DetailPane, make_section
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import Tag

_ZOOM_STEP = 1.25


class PrintPreview(QDialog):
    """Shows a PrintedForm; prints it or saves it as a file."""

    def __init__(
        self, context: UiContext, printed: PrintedForm, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._printed, self._title = context, printed, title
        self._is_closed = False
        self.setWindowTitle(_("印刷の前に見る: {title}").format(title=title))
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(printed.pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.view = QPdfView(self)
        self.page_label = make_label("", "muted")
        self.messages = MessageBar(context.theme)
        self._build()
        self._add_keys()
        self._show_page_number()
        self.resize(context.theme.px(1040), context.theme.px(720))

    def _build(self) -> None:
        theme, view = self._context.theme, self.view
        view.setDocument(self.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setDocumentMargins(QMargins(*[theme.px(16)] * 4))
        view.setAccessibleName(_("紙のようす"))
        view.pageNavigator().currentPageChanged.connect(lambda _page: self._show_page_number())
        outer = QHBoxLayout(self)
        theme.space(outer, 0)
        left = QVBoxLayout()
        theme.space(left, 0)
        left.addWidget(self._make_bar())
        left.addWidget(self.messages)
        left.addWidget(view, 1)
        outer.addLayout(left, 1)
        outer.addWidget(self._make_side())

    def _make_bar(self) -> QWidget:
        theme = self._context.theme
        bar = make_frame("window")
        layout = QHBoxLayout(bar)
        theme.space(layout, 4, (16, 4, 16, 4))
        layout.addWidget(make_icon_button(theme, "chevron-left", _("前のページ"), lambda: self.turn(-1)))
        layout.addWidget(self.page_label)
        layout.addWidget(make_icon_button(theme, "chevron-right", _("次のページ"), lambda: self.turn(1)))
        layout.addStretch(1)
        layout.addWidget(
            make_icon_button(theme, "zoom-out", _("小さく見る"), lambda: self.zoom(1 / _ZOOM_STEP))
        )
        layout.addWidget(make_icon_button(theme, "zoom-in", _("大きく見る"), lambda: self.zoom(_ZOOM_STEP)))
        layout.addWidget(make_button(theme, _("幅に合わせる"), self.fit_width, kind="flat"))
        return bar

    def _make_side(self) -> QWidget:
        theme = self._context.theme
        side = make_frame("surface")
        side.setFixedWidth(theme.px(320))
        layout = QVBoxLayout(side)
        theme.space(layout, 8, (0, 8, 0, 16))
        pane = DetailPane(theme, _("紙について"))
        pane.add(make_label(self._title, "title", wrap=True))
        pane.add_space(8)
        pages = _("{paper} {n}ページ").format(
            paper=page_layout(self.document, 0).pageSize().name(), n=self.document.pageCount()
        )
        pane.add(make_label(pages, "muted"))
        for widget in self._make_findings():
            pane.add(widget)
        pane.finish()
        layout.addWidget(pane, 1)
        buttons = QVBoxLayout()
        theme.space(buttons, 8, (24, 0, 24, 0))
        buttons.addWidget(make_button(theme, _("印刷"), self.print_out, kind="primary", icon="printer"))
        buttons.addWidget(make_button(theme, _("PDFで保存"), self.ask_where, icon="save"))
        buttons.addWidget(make_button(theme, _("閉じる"), self.reject, kind="flat"))
        layout.addLayout(buttons)
        return side

    def _make_findings(self) -> list[QWidget]:
        theme, printed = self._context.theme, self._printed
        parts: list[QWidget] = []
        if printed.empty_required:
            parts.append(make_section(theme, _("空いている欄"), len(printed.empty_required)))
            parts.append(make_label("\n".join(printed.empty_required), wrap=True))
            parts.append(make_label(_("書きこむ場所を空けて印刷します。"), "caption", wrap=True))
        if printed.missing_glyphs:
            parts.append(make_section(theme, _("字体にない文字"), len(printed.missing_glyphs)))
            parts.append(make_label("　".join(printed.missing_glyphs), wrap=True))
            parts.append(
                make_label(_("近い字で印刷します。紙の上で確かめてください。"), "caption", wrap=True)
            )
        if not parts:
            row = QWidget()
            line = QHBoxLayout(row)
            theme.space(line, 0, (0, 12, 0, 0))
            line.addWidget(Tag(theme, Tone.DONE, _("空いている欄・ない文字はありません")))
            line.addStretch(1)
            parts.append(row)
        if printed.personal is not None:
            parts.append(make_section(theme, _("個人情報"), len(printed.personal.fields)))
            parts.append(make_label("・".join(printed.personal.fields), wrap=True))
            parts.append(
                make_label(
                    _("印刷か保存をすると、「個人情報の記録」に残ります。見るだけなら残りません。"),
                    "caption",
                    wrap=True,
                )
            )
        return parts

    def _add_keys(self) -> None:
        """Give the paper the keys that the window has for the same things."""
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+P": self.print_out,
            "Ctrl+S": self.ask_where,
            "Ctrl++": lambda: self.zoom(_ZOOM_STEP),
            "Ctrl+;": lambda: self.zoom(_ZOOM_STEP),
            "Ctrl+-": lambda: self.zoom(1 / _ZOOM_STEP),
            "Ctrl+0": self.fit_width,
            "PgUp": lambda: self.turn(-1),
            "PgDown": lambda: self.turn(1),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)

    def done(self, result: int) -> None:
        """Close; what is still on its way to a printer is told in the window."""
        self._is_closed = True
        super().done(result)

    def findings(self) -> str:
        """Return all the words at the right, for a test or a screen reader."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def turn(self, step: int) -> None:
        """Go some pages on or back."""
        navigator = self.view.pageNavigator()
        page = min(max(navigator.currentPage() + step, 0), self.document.pageCount() - 1)
        navigator.jump(page, navigator.currentLocation(), navigator.currentZoom())

    def zoom(self, factor: float) -> None:
        """Show the paper larger or smaller."""
        fits = self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth
        now = self._fitting_factor() if fits else self.view.zoomFactor()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, 0.25), 4.0))

    def _fitting_factor(self) -> float:
        """Return the zoom at which the paper is as wide as the window: the view itself does not tell."""
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        inches = self.document.pagePointSize(self.view.pageNavigator().currentPage()).width() / 72
        return room / (inches * QGuiApplication.primaryScreen().logicalDotsPerInch())

    def fit_width(self) -> None:
        """Show the paper as wide as the window."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def ask_where(self) -> None:
        """Ask for a file and save the paper there."""
        name = f"{self._title}.pdf"
        self._context.files.save(self, _("PDFで保存"), name, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the PDF to a file, whole or not at all."""
        done = _("保存しました: {path}").format(path=path)

        def save() -> None:
            write_whole_file(path, self._printed.pdf)
            self._note(DataUse.EXPORT, str(path))

        self._do(save, done)

    def print_out(self) -> None:
        """Ask for the printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._send(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _send(self, printer: QPrinter) -> None:
        command = lp_command(printer)
        if command:
            self.send_with(command, printer.printerName())
            return

        def draw() -> None:
            print_in_bands(self.document, printer)
            into_file = printer.outputFileName()
            self._note(DataUse.EXPORT if into_file else DataUse.PRINT, into_file or printer.printerName())

        self._do(draw, self._sent_words())

    def send_with(self, command: Sequence[str], printer: str = "") -> None:
        """Print with a command, in the job thread: it waits for the print server."""
        pdf, done = self._printed.pdf, self._sent_words()

        def send() -> None:
            send_with_lp(pdf, command)
            self._note(DataUse.PRINT, printer)

        self._context.jobs.run(
            _("印刷に送っています…"), send, lambda _nothing: self._tell_done(done), self._tell_failed
        )

    def _note(self, use: DataUse, target: str) -> None:
        """Keep in the log what of persons left with the paper; looking at it here is not noted."""
        self._context.services.personal_data.note(self._printed.personal, use, target)

    def _sent_words(self) -> str:
        return _("印刷に送りました: {title}").format(title=self._title)

    def _do(self, act: Callable[[], object], done: str) -> None:
        """Do it, and say here how it went: the window's own notes lie behind this dialog."""
        try:
            act()
        except KyodoError as error:
            self._tell_failed(error)
        else:
            self._tell_done(done)

    def _tell_done(self, words: str) -> None:
        self._context.tell(Tone.DONE, words, "", None)
        if not self._is_closed:
            self.messages.show_note(Tone.DONE, words)

    def _tell_failed(self, error: KyodoError) -> None:
        if not self._is_closed:
            self.messages.show_note(Tone.ERROR, str(error))
        else:
            self._context.report(error)

    def _show_page_number(self) -> None:
        at = self.view.pageNavigator().currentPage() + 1
        self.page_label.setText(_("{at} / {all}").format(at=at, all=self.document.pageCount()))
