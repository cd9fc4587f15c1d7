import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.personal_data import DataUse, PersonalContent
from kyodo_desktop.ui.dialogs.paper import lp_command, print_in_bands, send_with_lp, sides_options
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.widgets.paper_view import PaperView
from tests.ui.conftest import AnsweringChooser


def make_pdf(
    pages: int,
    size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4,
    orientation: QPageLayout.Orientation = QPageLayout.Orientation.Portrait,
) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(QPageLayout(QPageSize(size), orientation, QMarginsF()))
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(1000, 1000, f"page {page + 1}")
    painter.end()
    return bytes(buffer.data().data())


@pytest.fixture
def preview(qtbot: QtBot, window: MainWindow) -> PrintPreview:
    printed = PrintedForm(make_pdf(3), empty_required=("代表者",), missing_glyphs=("邉󠄂",))
    window.print_preview(printed, "受付票")
    made = window.findChild(PrintPreview)
    assert made.isVisible()
    return made


def test_shows_every_page_and_turns_them(preview: PrintPreview) -> None:
    assert preview.document.pageCount() == 3
    assert preview.page_label.text() == "1 / 3"
    preview.turn(1)
    preview.turn(5)
    assert preview.page_label.text() == "3 / 3"


def test_one_page_at_a_time_or_all_below_each_other(preview: PrintPreview) -> None:
    paper = preview.findChild(PaperView)
    assert paper is not None
    assert paper.view.pageMode() == QPdfView.PageMode.MultiPage
    paper.single.click()
    assert paper.view.pageMode() == QPdfView.PageMode.SinglePage
    paper.turn(1)
    assert paper.page_label.text().startswith("2 / ")
    paper.single.click()
    assert paper.view.pageMode() == QPdfView.PageMode.MultiPage


def test_names_empty_fields_and_characters_no_font_has(preview: PrintPreview) -> None:
    words = preview.findings()
    assert "空いている欄" in words
    assert "代表者" in words
    assert "字体にない文字" in words
    assert "邉󠄂" in words


def test_a_whole_paper_says_that_nothing_is_missing(window: MainWindow) -> None:
    window.print_preview(PrintedForm(make_pdf(1)), "一覧")
    words = window.findChild(PrintPreview).findings()
    assert "空いている欄" not in words
    assert "個人情報" not in words


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A5])
def test_says_which_paper_goes_into_the_printer(window: MainWindow, size: QPageSize.PageSizeId) -> None:
    window.print_preview(PrintedForm(make_pdf(2, size)), "受付票")
    assert f"{QPageSize.name(size)} 2ページ" in window.findChild(PrintPreview).findings()


def test_zoom_stays_within_reason(preview: PrintPreview) -> None:
    for _time in range(20):
        preview.zoom(1.25)
    assert preview.view.zoomFactor() == pytest.approx(4.0)
    preview.fit_width()


def test_zoom_begins_at_what_is_seen(qtbot: QtBot, preview: PrintPreview) -> None:
    preview.resize(1900, 700)
    qtbot.waitUntil(lambda: preview.view.viewport().width() > 1400)
    dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
    wide = preview.document.pagePointSize(0).width() / 72 * dots
    fitting = (preview.view.viewport().width() - 32) / wide
    preview.zoom(1.25)
    assert preview.view.zoomFactor() == pytest.approx(fitting * 1.25, rel=0.02)


def test_keys_zoom_turn_and_save(qtbot: QtBot, preview: PrintPreview, chooser: AnsweringChooser) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page_label.text() == "2 / 3"
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomMode() == QPdfView.ZoomMode.Custom
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitToWidth
    qtbot.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert chooser.asked == ["受付票.pdf"]


def test_saves_the_same_bytes(preview: PrintPreview, tmp_path: Path, window: MainWindow) -> None:
    preview.ask_where()
    path = tmp_path / "受付票.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert "保存しました" in window.status.news_text()


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(
    preview: PrintPreview, tmp_path: Path
) -> None:
    preview.save_to(tmp_path / "ない" / "受付票.pdf")
    assert "保存する場所を選び直してください" in preview.messages.text()
    assert preview.messages.isVisible()
    assert not (tmp_path / "ない").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lp is the printing command of Linux")
@pytest.mark.parametrize(
    ("answer", "said"),
    [("test -s $4", "印刷に送りました"), ("echo 用紙がない >&2; exit 1", "用紙がない")],
)
def test_lp_is_waited_for_beside_the_window(
    qtbot: QtBot, window: MainWindow, preview: PrintPreview, tmp_path: Path, answer: str, said: str
) -> None:
    lp = tmp_path / "lp"
    lp.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    lp.chmod(0o755)
    preview.send_with([str(lp), "-n", "1"])
    preview.reject()
    qtbot.waitUntil(lambda: said in window.messages.text() + window.status.news_text(), timeout=5000)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lp is the printing command of Linux")
def test_lp_is_told_copies_pages_and_sides(qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName("")
    printer.setCopyCount(3)
    printer.setFromTo(2, 4)
    command = lp_command(printer)
    assert command[:3] == ["lp", "-n", "3"]
    assert command[-2:] == ["-P", "2-4"]
    modes = QPrinter.DuplexMode
    assert sides_options(modes.DuplexLongSide) == ["-o", "sides=two-sided-long-edge"]
    assert sides_options(modes.DuplexNone) == ["-o", "sides=one-sided"]
    assert sides_options(modes.DuplexAuto) == []


@pytest.mark.parametrize("orientation", list(QPageLayout.Orientation))
@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A5])
def test_bands_make_one_paper_page_by_page(
    qtbot: QtBot, tmp_path: Path, size: QPageSize.PageSizeId, orientation: QPageLayout.Orientation
) -> None:
    pdf = make_pdf(2, size, orientation)
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(1200)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_in_bands(document, printer)
    out = QPdfDocument()
    out.load(str(tmp_path / "out.pdf"))
    assert out.pageCount() == 2
    assert out.pagePointSize(0).toSize() == document.pagePointSize(0).toSize()
    assert printer.resolution() <= 600


class PaperJam(QPrinter):
    """A printer that is gone after its first page."""

    def newPage(self) -> bool:
        return False


def test_a_printer_that_is_gone_after_a_page_is_said(tmp_path: Path) -> None:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(make_pdf(3))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    printer = PaperJam(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with pytest.raises(OutputError, match="2ページ目でプリンターが使えなくなりました"):
        print_in_bands(document, printer)


@pytest.mark.parametrize(("command", "said"), [("ない命令", "印刷の命令 lp がありません")])
def test_a_printing_command_that_is_not_there_is_said(command: str, said: str) -> None:
    with pytest.raises(OutputError, match=said):
        send_with_lp(make_pdf(1), [command])


NAMES = PersonalContent("宛名ラベル", 2, ("所在地",))


def test_looking_at_a_paper_is_not_noted_saving_it_is(window: MainWindow, tmp_path: Path) -> None:
    window.print_preview(PrintedForm(make_pdf(1), personal=NAMES), "宛名ラベル")
    log, preview = window.context.services.personal_data, window.findChild(PrintPreview)
    assert log.uses() == ()
    assert "「個人情報の記録」に残ります" in preview.findings()
    path = tmp_path / "宛名ラベル.pdf"
    preview.save_to(path)
    assert [(use.use, use.records, use.target) for use in log.uses()] == [(DataUse.EXPORT, 2, str(path))]
    preview.save_to(tmp_path / "ない" / "宛名ラベル.pdf")
    assert len(log.uses()) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lp is the printing command of Linux")
def test_what_went_to_the_printer_is_noted_with_its_name(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.print_preview(PrintedForm(make_pdf(1), personal=NAMES), "宛名ラベル")
    log, preview = window.context.services.personal_data, window.findChild(PrintPreview)
    lp = tmp_path / "lp"
    for answer in ("exit 1", "exit 0"):
        lp.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
        lp.chmod(0o755)
        preview.send_with([str(lp)], "複合機")
        said = "印刷に送りました" if answer == "exit 0" else "送れませんでした"
        qtbot.waitUntil(lambda said=said: said in preview.messages.text(), timeout=5000)
    assert [(use.use, use.what, use.target) for use in log.uses()] == [
        (DataUse.PRINT, "宛名ラベル", "複合機")
    ]
