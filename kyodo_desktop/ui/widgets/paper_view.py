"""A PDF on the screen: its pages below each other, which one is in sight, larger and smaller."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tick_box import TickBox

ZOOM_STEP = 1.25
_REST_MS = 120
_NUDGE = 1e-4
"""Changes nothing that is seen where the paper fits the width, and lets the view draw its pages anew."""


class PaperView(QWidget):
    """Shows a PDF, a bar above it; another one shown in its place is seen at the same place and size."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.page_label = make_label("", "muted")
        self.single = TickBox(theme, _("1ページずつ"))
        self.single.toggled.connect(lambda on: self.show_single(single=on))
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocumentMargins(QMargins(*[theme.px(16)] * 4))
        self.view.setAccessibleName(name)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._draw_anew)
        self.view.viewport().installEventFilter(self)
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._show_page_number())
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self._make_bar())
        outer.addWidget(self.view, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF."""
        across, down = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        at = across.value(), down.value()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        across.setValue(at[0])
        down.setValue(at[1])
        self._show_page_number()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the pages anew once a new width has come to rest."""
        if event.type() == QEvent.Type.Resize:
            self._rest.start()
        return super().eventFilter(watched, event)

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

    def show_single(self, *, single: bool) -> None:
        """Show one page at a time, or all below each other."""
        modes = QPdfView.PageMode
        self.view.setPageMode(modes.SinglePage if single else modes.MultiPage)

    def fit_width(self) -> None:
        """Show the paper as wide as the window."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _draw_anew(self) -> None:
        # A page that was being drawn for the former width is kept by QPdfView and stretched to the new one:
        # whole rows of dots are lost, and letters look cut.
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            now = self.view.zoomFactor()
            self.view.setZoomFactor(now - _NUDGE if now > 1 else now + _NUDGE)

    def _make_bar(self) -> QWidget:
        theme = self._theme
        bar = FlowBar(theme.px(32), 0)
        bar.setProperty("ground", "window")
        theme.space(bar.flow, 4, (16, 4, 16, 4))
        for widget in (
            make_icon_button(theme, "chevron-left", _("前のページ"), lambda: self.turn(-1)),
            self.page_label,
            make_icon_button(theme, "chevron-right", _("次のページ"), lambda: self.turn(1)),
            make_icon_button(theme, "zoom-out", _("小さく見る"), lambda: self.zoom(1 / ZOOM_STEP)),
            make_icon_button(theme, "zoom-in", _("大きく見る"), lambda: self.zoom(ZOOM_STEP)),
            make_button(theme, _("幅に合わせる"), self.fit_width, kind="flat"),
            self.single,
        ):
            bar.flow.addWidget(widget)
        return bar

    def _fitting_factor(self) -> float:
        """Return the zoom at which the paper is as wide as the window: the view itself does not tell."""
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        inches = self.document.pagePointSize(self.view.pageNavigator().currentPage()).width() / 72
        return room / (inches * QGuiApplication.primaryScreen().logicalDotsPerInch())

    def _show_page_number(self) -> None:
        pages = self.document.pageCount()
        at = self.view.pageNavigator().currentPage() + 1
        self.page_label.setText(_("{at} / {all}").format(at=min(at, pages), all=pages))
