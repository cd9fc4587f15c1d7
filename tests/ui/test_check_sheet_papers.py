"""The papers of a check sheet: chosen by keys, issued with their number, signed, scanned, and home again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.check_sheets import CheckSheetDraft
from kyodo_desktop.records.sheets import IssuedSheet, SheetOwner, SheetState
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from kyodo_desktop.ui.pages.check_sheets.print_dialog import PrintSheetDialog
from kyodo_desktop.ui.pages.papers.issued import IssuedPage
from kyodo_desktop.ui.pages.papers.page import PapersPage
from tests.services import scans as paper
from tests.ui.hands import click, focused, press, words_in
from tests.ui.test_check_sheets_page import (
    CTRL,
    FESTIVAL,
    SHIFT,
    add,
    page,
    page_of,
    preview_text,
    print_dialog,
)
from tests.ui.test_scans_page import read

__all__ = ["page"]

ALT = Qt.KeyboardModifier.AltModifier
ENTER, RIGHT, TAB = Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Tab


def sheets_of(page: CheckSheetsPage, record_id: int) -> tuple[IssuedSheet, ...]:
    return page.context.services.sheets.of(SheetOwner("check_sheet", record_id))


def pages_shown(qtbot: QtBot, window: MainWindow) -> int:
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None, timeout=20_000)
    return int(window.findChild(PrintPreview).document.pageCount())


def issue_with_lines(qtbot: QtBot, page: CheckSheetsPage) -> None:
    """Issue the current sheet on two pages with lines to sign on, by keys alone."""
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot, page)
    assert focused() is dialog.marks
    press(qtbot, TAB)
    press(qtbot, RIGHT)
    press(qtbot, TAB)
    press(qtbot, RIGHT)
    press(qtbot, TAB)
    press(qtbot, TAB)
    assert "番号を付けて発行" in focused().property("text")
    press(qtbot, ENTER)


def test_how_a_sheet_is_printed_is_chosen_by_keys_and_remembered(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    add(qtbot, page, FESTIVAL)
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot, page)
    assert (dialog.marks.value(), dialog.edition.value(), dialog.lines.value()) == ("both", "four", "no")
    press(qtbot, RIGHT)
    press(qtbot, TAB)
    press(qtbot, RIGHT)
    press(qtbot, TAB)
    press(qtbot, RIGHT)
    press(qtbot, ENTER)
    assert pages_shown(qtbot, window) == 2
    text = preview_text(qtbot, window)
    assert "記入した側：団体" in text
    assert "確認日" in text
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = print_dialog(qtbot, page)
    assert (dialog.marks.value(), dialog.edition.value(), dialog.lines.value()) == ("both", "two", "yes")
    press(qtbot, Qt.Key.Key_Escape)
    assert page.findChild(PrintSheetDialog) is None or not page.findChild(PrintSheetDialog).isVisible()
    assert sheets_of(page, page.table.shown[0].id) == ()


def test_a_paper_to_write_on_names_year_and_project(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    add(qtbot, page, FESTIVAL)
    page.verbs.print_both.trigger()
    dialog = print_dialog(qtbot, page)
    for _step in range(3):
        press(qtbot, RIGHT)
    assert dialog.marks.value() == "by_hand"
    press(qtbot, ENTER)
    assert pages_shown(qtbot, window) == 4
    text = preview_text(qtbot, window)
    assert "用水路いきもの調べ" in text
    assert "令和８年度" in text
    assert "できている" not in text
    assert "請求書の出し方を確かめる" not in text


def test_a_signed_sheet_comes_home_to_its_check_sheet(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage, tmp_path: Path
) -> None:
    partner = page.context.services.partners.list()[0]
    record_id = add(qtbot, page, replace(FESTIVAL, partner_id=partner.id))
    issue_with_lines(qtbot, page)
    assert pages_shown(qtbot, window) == 3
    text = preview_text(qtbot, window)
    (issued,) = sheets_of(page, record_id)
    assert (issued.title, issued.pages, issued.state) == ("相互チェックシート", 3, SheetState.MADE)
    assert text.count(issued.number) >= 3
    assert f"発行しました: {issued.number}" in window.status.news_text()
    qtbot.waitUntil(lambda: f"{issued.number}　相互チェックシート" in words_in(page.side.detail))
    # The partner signs it.
    window.open_page("papers", issued.id)
    assert isinstance(window.page, PapersPage)
    part = window.page.current
    assert isinstance(part, IssuedPage)
    assert part.holder_of(issued) == partner.name
    window.context.services.sheets.hand_out([issued.id], partner.name)
    # What comes back is drawn from the file that was issued, as a scanner's glass sees it.
    pages = [paper.askew(one, 2) for one in paper.scan_of(window.context.services.sheets.pdf(issued.id))]
    scans = read(qtbot, window, paper.put(tmp_path, "署名済.pdf", paper.scanned_pdf(pages)))
    scans.list.setFocus()
    press(qtbot, ENTER)
    qtbot.waitUntil(
        lambda: window.context.services.sheets.get(issued.id).state is SheetState.RECEIVED, timeout=10_000
    )
    window.open_page("check_sheets", record_id)
    page.settle()
    words = words_in(page_of(window).side.detail)
    assert "受領" in words
    said = "戻った紙　令和8年11月24日　署名済.pdf（3ページ）"
    assert said in words
    click(page.side.detail, said)
    assert pages_shown(qtbot, window) == 3
    preview_text(qtbot, window)
    click(page.side.detail, f"{issued.number}　相互チェックシート")
    assert window.page is not page
    assert isinstance(window.page, PapersPage)


def test_a_sheet_without_a_title_is_issued_only_when_that_is_wanted(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage
) -> None:
    record_id = add(qtbot, page, CheckSheetDraft(fiscal_year=2026, title=""))
    issue_with_lines(qtbot, page)
    qtbot.waitUntil(lambda: "事業名" in window.messages.text(), timeout=10_000)
    assert sheets_of(page, record_id) == ()
    click(window.messages, "空けたまま発行")
    qtbot.waitUntil(lambda: len(sheets_of(page, record_id)) == 1, timeout=10_000)
    preview_text(qtbot, window)


@pytest.mark.parametrize("pages", [4, 2])
def test_the_blank_paper_has_two_editions_as_well(
    qtbot: QtBot, window: MainWindow, page: CheckSheetsPage, pages: int
) -> None:
    page._no_records.setFocus()
    press(qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    dialog = print_dialog(qtbot, page)
    assert focused() is dialog.edition
    if pages == 2:
        press(qtbot, RIGHT)
    press(qtbot, ENTER)
    assert pages_shown(qtbot, window) == pages
    preview_text(qtbot, window)
