"""A paper on the screen before it is printed: pages left, what to know about it right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
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
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import DetailPane, make_section
from kyodo_desktop.ui.widgets.frames import make_frame
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.paper_view import ZOOM_STEP, PaperView
from kyodo_desktop.ui.widgets.tags import Tag


class WayOut:
    """What is done with a paper that leaves: it is written to a file, and what it holds of persons noted.

    `words` is what is to be known of a paper whose fields are not looked at any more.
    """

    words = ""

    def __init__(self, context: UiContext, printed: PrintedForm) -> None:
        self._log, self._paper = context.services.personal_data, printed

    def printed(self, target: str, *, into_file: bool = False) -> None:
        """Note that it is on its way to a printer, or into a file that a printer's dialog wrote."""
        self._log.note(self._paper.personal, DataUse.EXPORT if into_file else DataUse.PRINT, target)

    def save(self, path: Path) -> None:
        """Write it to a file, whole or not at all."""
        write_whole_file(path, self._paper.pdf)
        self._log.note(self._paper.personal, DataUse.EXPORT, str(path))


class PrintPreview(QDialog):
    """Shows a PrintedForm; prints it or saves it as a file, by a way out of its own if one is given."""

    def __init__(
        self,
        context: UiContext,
        printed: PrintedForm,
        title: str,
        parent: QWidget | None = None,
        *,
        way_out: WayOut | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._printed, self._title = context, printed, title
        self._way_out = way_out or WayOut(context, printed)
        self._is_closed = False
        self.setWindowTitle(_("印刷の前に見る: {title}").format(title=title))
        self.paper = PaperView(context.theme, _("紙のようす"))
        self.document, self.view = self.paper.document, self.paper.view
        self.page_label = self.paper.page_label
        self.paper.show_pdf(printed.pdf)
        self.messages = MessageBar(context.theme)
        self._build()
        self._add_keys()
        size = QSize(context.theme.px(1040), context.theme.px(720))
        self.resize(size.boundedTo(self.screen().availableSize()))

    def _build(self) -> None:
        theme = self._context.theme
        outer = QHBoxLayout(self)
        theme.space(outer, 0)
        left = QVBoxLayout()
        theme.space(left, 0)
        left.addWidget(self.messages)
        left.addWidget(self.paper, 1)
        outer.addLayout(left, 1)
        outer.addWidget(self._make_side())

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
        if self._way_out.words:
            parts.append(make_label(self._way_out.words, wrap=True))
        elif not parts:
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
            "Ctrl++": lambda: self.zoom(ZOOM_STEP),
            "Ctrl+;": lambda: self.zoom(ZOOM_STEP),
            "Ctrl+-": lambda: self.zoom(1 / ZOOM_STEP),
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
        self.paper.turn(step)

    def zoom(self, factor: float) -> None:
        """Show the paper larger or smaller."""
        self.paper.zoom(factor)

    def fit_width(self) -> None:
        """Show the paper as wide as the window."""
        self.paper.fit_width()

    def ask_where(self) -> None:
        """Ask for a file and save the paper there."""
        name = f"{self._title}.pdf"
        self._context.files.save(self, _("PDFで保存"), name, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the PDF to a file, whole or not at all."""
        done = _("保存しました: {path}").format(path=path)
        self._do(lambda: self._way_out.save(path), done)

    def print_out(self) -> None:
        """Ask for the printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.document.pageCount())
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
            self._way_out.printed(into_file or printer.printerName(), into_file=bool(into_file))

        self._do(draw, self._sent_words())

    def send_with(self, command: Sequence[str], printer: str = "") -> None:
        """Print with a command, in the job thread: it waits for the print server."""
        pdf, done = self._printed.pdf, self._sent_words()

        def send() -> None:
            send_with_lp(pdf, command)
            self._way_out.printed(printer)

        self._context.jobs.run(
            _("印刷に送っています…"), send, lambda _nothing: self._tell_done(done), self._tell_failed
        )

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
