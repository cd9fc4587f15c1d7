"""スキャン of 様式: real scanned files let go of on the real window, looked at, filed with Enter."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.scans import ScanState
from kyodo_desktop.records.settings import SCAN_FOLDER
from kyodo_desktop.records.sheets import IssuedSheet, SheetDraft, SheetOwner, SheetState
from kyodo_desktop.store.files import place_of
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.papers.issued import IssuedPage
from kyodo_desktop.ui.pages.papers.page import PapersPage
from kyodo_desktop.ui.pages.papers.scans.page import ScansPage
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.widgets.paper_view import PaperView
from tests.services import scans as paper
from tests.services.test_scans import APPLICATION
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit

ENTER = Qt.Key.Key_Return


@pytest.fixture
def box(tmp_path: Path) -> Path:
    made = tmp_path / "複合機"
    made.mkdir()
    return made


@pytest.fixture
def sheets(window: MainWindow) -> tuple[IssuedSheet, IssuedSheet]:
    """Two issued papers of a partner; the second one is out."""
    services = window.context.services
    owner = SheetOwner("partner", services.partners.add(PartnerDraft(name="小川町　朝市の会")))
    first, second = (
        services.sheets.issue(SheetDraft("open_call_application", APPLICATION, owner)) for _at in range(2)
    )
    services.sheets.hand_out([second.id], "朝市の会　髙﨑さん")
    return first, second


def scanned(window: MainWindow, box: Path, name: str, wanted: Sequence[IssuedSheet | Image.Image]) -> Path:
    """Return a scanner's PDF of issued papers, a little askew, and of other pages."""
    pages = []
    for one in wanted:
        if isinstance(one, Image.Image):
            pages.append(one)
        else:
            pages += [
                paper.askew(page, 2) for page in paper.scan_of(window.context.services.sheets.pdf(one.id))
            ]
    return paper.put(box, name, paper.scanned_pdf(pages))


def blank() -> Image.Image:
    return Image.new("L", paper.A4, 255)


def struck() -> Image.Image:
    """Return a page with a thick line on it, and no code."""
    page = blank()
    page.paste(0, (200, 600, 1400, 640))
    return page


def hold_above(target: QWidget, *paths: Path) -> bool:
    """Hold files above a widget as a file manager does that would move them; tell whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    at = QPointF(target.rect().center())
    event = QDragEnterEvent(at, both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(target, event)
    return event.isAccepted() and event.dropAction() is Qt.DropAction.CopyAction


def let_go(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, both = QPointF(target.rect().center()), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    event = QDropEvent(at, both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)
    assert event.isAccepted()


def scans_page(window: MainWindow) -> ScansPage:
    window.open_page("papers")
    assert isinstance(window.page, PapersPage)
    part = window.page.show_part("scans")
    assert isinstance(part, ScansPage)
    return part


def veils(window: MainWindow) -> list[QWidget]:
    """Return what says over the window that files may be let go of."""
    there = [one for one in window.children() if isinstance(one, QWidget) and one.isVisible()]
    return [one for one in there if "放すと" in one.accessibleName()]


def read(qtbot: QtBot, window: MainWindow, path: Path) -> ScansPage:
    """Read a file and wait until its papers are in the list."""
    window.take_scans([path])
    page = scans_page(window)
    qtbot.waitUntil(lambda: not page.reading.work.is_busy and path.name in words_of(page))
    return page


def words_of(page: ScansPage) -> str:
    rows = page.list.rows
    return "\n".join(str(rows.data(rows.index(row))) for row in range(rows.rowCount()))


def state_of(window: MainWindow, sheet: IssuedSheet) -> SheetState:
    return window.context.services.sheets.get(sheet.id).state


def test_files_let_go_of_on_any_page_are_read_and_the_first_paper_is_looked_at(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    path = scanned(window, box, "朝.pdf", [*sheets, struck()])
    window.open_page("collaborations")
    assert hold_above(window, path)
    assert len(veils(window)) == 1
    let_go(window, path)
    page = scans_page(window)
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == 2 and not page.reading.work.is_busy)
    assert veils(window) == []
    first = sheets[0]
    said = words_in(page.pane)
    assert first.number in said
    assert "小川町 朝市の会" in said
    assert page.paper.document.pageCount() == 1
    assert "確かめるスキャン 2件（番号を確かめる 1件）" in page.status_text()
    assert path.exists()
    assert state_of(window, first) is SheetState.MADE
    QAbstractItemModelTester(page.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_what_is_no_scan_is_not_taken_from_the_mouse(window: MainWindow, box: Path) -> None:
    path = paper.put(box, "手紙.docx", b"PK")
    assert not hold_above(window, path)
    assert hold_above(window, box)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert veils(window) == []


def test_enter_files_the_paper_and_goes_on_to_the_next(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = read(qtbot, window, scanned(window, box, "朝.pdf", sheets))
    assert focused() is page.list
    press(qtbot, ENTER)
    assert state_of(window, sheets[0]) is SheetState.RECEIVED
    assert sheets[1].number in words_in(page.pane)
    assert "朝市の会 髙﨑さん" in words_in(page.pane)
    press(qtbot, ENTER)
    assert state_of(window, sheets[1]) is SheetState.RECEIVED
    assert window.context.services.sheets.out() == ()
    qtbot.waitUntil(lambda: "確かめるスキャン 0件" in page.status_text())
    assert "確かめるスキャンはありません" in words_in(page)
    owner = sheets[0].owner
    assert owner is not None
    files = window.context.services.attachments.of("partner", owner.record_id)
    assert {one.name for one in files} == {f"{one.number} 交付申請書.pdf" for one in sheets}


def test_a_paper_shows_the_scan_that_came_home_of_it(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    read(qtbot, window, scanned(window, box, "朝.pdf", [sheets[0], blank()]))
    press(qtbot, ENTER)
    window.open_page("papers", sheets[0].id)
    assert isinstance(window.page, PapersPage)
    issued = window.page.current
    assert isinstance(issued, IssuedPage)
    detail = issued.side.detail
    qtbot.waitUntil(lambda: sheets[0].number in words_in(detail))
    click(detail, "令和8年11月24日　朝.pdf（2ページ）")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PrintPreview)))
    preview = next(one for one in window.findChildren(PrintPreview) if one.isVisible())
    assert sheets[0].number in preview.windowTitle()
    assert preview.findChild(PaperView).document.pageCount() == 2
    preview.close()


def test_a_key_held_down_files_nothing_that_nobody_has_seen(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = read(qtbot, window, scanned(window, box, "朝.pdf", sheets))
    press(qtbot, ENTER)
    for _at in range(5):
        none = Qt.KeyboardModifier.NoModifier
        held = QKeyEvent(QEvent.Type.KeyPress, ENTER, none, "\r", autorep=True)
        QApplication.sendEvent(focused(), held)
    assert state_of(window, sheets[1]) is SheetState.AWAITED
    assert len(page.list.rows.rows) == 1


def test_a_doubtful_paper_asks_for_its_number_and_shows_what_that_is_before_it_is_filed(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = read(qtbot, window, scanned(window, box, "読めない.pdf", [blank()]))
    assert focused() is page.pane.number
    assert "1ページ目：何も写っていません。" in words_in(page.pane)
    press(qtbot, ENTER)
    assert "紙に印刷された番号を打ってください" in words_in(page.pane)
    for typed, words in (("会則", "番号として読めません"), ("2026-S-77", "「2026-S-00077」という番号の紙は")):
        page.pane.number.clear()
        commit(focused(), typed)
        press(qtbot, ENTER)
        assert words in words_in(page.pane)
        assert focused() is page.pane.number
    page.pane.number.clear()
    commit(focused(), "Ｒ８－Ｓ－２")
    press(qtbot, ENTER)
    assert sheets[1].number in words_in(page.pane)
    assert "交付申請書" in words_in(page.pane)
    assert state_of(window, sheets[1]) is SheetState.AWAITED
    assert focused() is page.list
    press(qtbot, ENTER)
    assert state_of(window, sheets[1]) is SheetState.RECEIVED


def test_a_number_that_is_being_typed_outlives_what_happens_elsewhere(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = read(qtbot, window, scanned(window, box, "読めない.pdf", [blank()]))
    commit(page.pane.number, "2026-S")
    window.context.services.partners.add(PartnerDraft(name="よその会"))
    path = scanned(window, box, "あと.pdf", [sheets[0]])
    window.take_scans([path])
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == 2 and not page.reading.work.is_busy)
    assert page.pane.typed() == "2026-S"


def test_what_was_filed_comes_back_with_undo_and_is_looked_at(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = read(qtbot, window, scanned(window, box, "朝.pdf", sheets))
    press(qtbot, ENTER)
    window.window_commands.undo()
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == 2 and not page.reading.work.is_busy)
    assert state_of(window, sheets[0]) is SheetState.MADE
    shown = page.list.current()
    assert shown is not None
    assert (shown.number, shown.state) == (sheets[0].number, ScanState.READY)
    assert sheets[0].number in words_in(page.pane)


def test_what_belongs_nowhere_goes_to_the_wastebasket_and_comes_back(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = read(qtbot, window, scanned(window, box, "朝.pdf", sheets))
    press(qtbot, Qt.Key.Key_Delete)
    assert [one.number for one in page.list.rows.rows] == [sheets[1].number]
    page.verbs.open_wastebasket()
    dialog = page.window().findChildren(WastebasketDialog)[-1]
    assert [one.title for one in dialog.table.rows] == [f"{sheets[0].number} 交付申請書 小川町 朝市の会"]
    dialog.view.selectRow(0)
    dialog.restore_chosen()
    dialog.close()
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == 2 and not page.reading.work.is_busy)


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_there(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    good = scanned(window, box, "よい.pdf", [sheets[0]])
    paper.put(box, "こわれた.pdf", b"%PDF-1.4 cut short")
    window.take_scans([box])
    page = scans_page(window)
    qtbot.waitUntil(lambda: good.name in words_of(page) and not page.reading.work.is_busy)
    assert "1件のファイルが読めませんでした" in words_in(window)
    assert "「こわれた.pdf」はこわれているか" in words_in(window)
    window.take_scans([good])
    qtbot.waitUntil(lambda: "どのファイルも、前に読んだものです。" in words_in(window))
    assert len(page.list.rows.rows) == 1


def test_reading_can_be_stopped_and_nothing_is_there(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = scans_page(window)
    qtbot.waitUntil(lambda: not page.reading.work.is_busy)
    path = scanned(window, box, "長い.pdf", [blank()] * 6)
    page.take_in([path])
    page.take_in([path])
    page.reading.work.cancel()
    qtbot.waitUntil(lambda: not page.reading.work.is_busy)
    assert "やめました" in words_in(window)
    assert window.context.services.scans.inbox() == ()


def test_closing_the_window_waits_for_no_long_reading(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    page = scans_page(window)
    qtbot.waitUntil(lambda: not page.reading.work.is_busy)
    page.take_in([scanned(window, box, "長い.pdf", [blank()] * 6)])
    window.close()
    assert window.context.services.scans.inbox() == ()


def test_files_are_chosen_and_the_folder_is_the_offices_own(
    qtbot: QtBot,
    window: MainWindow,
    sheets: tuple[IssuedSheet, ...],
    box: Path,
    chooser: AnsweringChooser,
) -> None:
    page = scans_page(window)
    qtbot.waitUntil(lambda: not page.reading.work.is_busy)
    chooser.to_open = scanned(window, box, "一つ.pdf", [sheets[0]])
    click(page, "スキャンを読む")
    qtbot.waitUntil(lambda: "一つ.pdf" in words_of(page) and not page.reading.work.is_busy)
    scanned(window, box, "二つ.pdf", [sheets[1]])
    chooser.to_open = box
    page.verbs.ask_folder()
    qtbot.waitUntil(lambda: "二つ.pdf" in words_of(page) and not page.reading.work.is_busy)
    assert f"取り込みフォルダー: {box}" in words_in(page)
    qtbot.waitUntil(lambda: not page.reading.work.is_busy)
    click(page, "取り込みフォルダーを見る")
    qtbot.waitUntil(lambda: "どのファイルも、前に読んだものです。" in words_in(window))


def test_what_came_into_the_folder_overnight_is_there_in_the_morning(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, box: Path
) -> None:
    with open_window(qtbot, folder, clock) as window:
        window.context.services.settings.set(SCAN_FOLDER, str(box))
        sheet = window.context.services.sheets.issue(SheetDraft("open_call_application", APPLICATION))
        path = scanned(window, box, "夜.pdf", [sheet])
    with open_window(qtbot, folder, clock) as window:
        page = scans_page(window)
        qtbot.waitUntil(lambda: path.name in words_of(page) and not page.reading.work.is_busy)
        assert "どの記録の紙でもありません" in words_in(page.pane)


def test_the_record_is_one_click_away_and_a_lost_file_is_said(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path, folder: DataFolder
) -> None:
    page = read(qtbot, window, scanned(window, box, "朝.pdf", sheets))
    click(page.pane, "小川町 朝市の会")
    assert isinstance(window.page, PartnersPage)
    page = scans_page(window)
    place_of(folder.files, page.list.rows.rows[1].sha256).unlink()
    page.list.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert "なくなっているか、壊れています" in words_in(window)


def test_it_is_the_same_with_large_text(
    qtbot: QtBot, window: MainWindow, sheets: tuple[IssuedSheet, ...], box: Path
) -> None:
    read(qtbot, window, scanned(window, box, "朝.pdf", sheets))
    second = scans_page(window)
    second.list.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    window.change_look(window.context.settings.palette, 150)
    page = scans_page(window)
    shown: Any = page.list.current()
    assert shown.number == sheets[1].number
    assert sheets[1].number in words_in(page.pane)
    page.pane.focus_number()
    qtbot.waitUntil(lambda: not page.pane.number.visibleRegion().isEmpty())
