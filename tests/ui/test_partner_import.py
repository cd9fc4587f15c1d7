"""Bringing partners in and writing them out, through the real window."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.partner_import import RowState
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.exporting import PartnerExportDialog, ReportDialog
from kyodo_desktop.ui.pages.partners.importing.dialog import ImportDialog
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import click, words_in

KNOWN = PartnerDraft(name="こだいら斎藤会", phone="042-346-9809")
FILE = """団体名,電話番号,会員数,メモ書き
まったく新しい会,042-341-0000,12,a
こだいら斎藤会,042-346-9809,35,b
こだいら斉藤会,042-341-1111,,c
だめな会,でんわ,,d
"""


@pytest.fixture
def page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    assert isinstance(window.page, PartnersPage)
    window.page.context.services.partners.add(KNOWN)
    return window.page


def opened(qtbot: QtBot, window: MainWindow, kind: type[QDialog]) -> QDialog:
    def shown() -> list[QDialog]:
        return [one for one in window.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[-1]


def begin(qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser, text: str = FILE) -> ImportDialog:
    chooser.to_open = chooser.folder / "名簿.csv"
    chooser.to_open.write_bytes(text.encode("cp932"))
    page.verbs.bring_in.trigger()
    dialog = opened(qtbot, page.window(), ImportDialog)  # type: ignore[arg-type]
    assert isinstance(dialog, ImportDialog)
    return dialog


def idle(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=60_000)


def to_rows(qtbot: QtBot, dialog: ImportDialog) -> None:
    click(dialog, "行を確かめる")
    idle(qtbot, dialog)


def states(dialog: ImportDialog) -> dict[str, RowState]:
    return {row.name: row.state for row in dialog.rows.table.rows}


def test_columns_stand_with_their_values_and_proposed_fields(
    qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    dialog = begin(qtbot, page, chooser)
    assert "まったく新しい会　／　こだいら斎藤会" in words_in(dialog)
    assert "Shift_JIS" in words_in(dialog)
    assert [choice.currentText() for choice in dialog.columns.choices] == [
        "名称",
        "電話",
        "会員数",
        "読まない",
    ]


def test_rows_stand_with_state_and_reason_before_anything_is_written(
    qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    before = page.context.services.partners.list()
    dialog = begin(qtbot, page, chooser)
    to_rows(qtbot, dialog)
    assert list(states(dialog).values()) == [
        RowState.NEW,
        RowState.CHANGED,
        RowState.DOUBTFUL,
        RowState.WRONG,
    ]
    assert "2件を読み込みます。要確認と誤りの 2行は読み込みません。まだ何も書いていません。" in words_in(
        dialog
    )
    dialog.rows.show_state(RowState.WRONG)
    assert [row.name for row in dialog.rows.table.shown] == ["だめな会"]
    assert "電話番号「でんわ」" in dialog.rows.reason.text()
    dialog.reject()
    assert page.context.services.partners.list() == before


def test_what_was_read_is_shown_alone_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    count = len(page.context.services.partners.list())
    dialog = begin(qtbot, page, chooser, "".join(FILE.splitlines(keepends=True)[:3]))
    to_rows(qtbot, dialog)
    click(dialog, "読み込む")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert sorted(one.name for one in page.table.shown) == ["こだいら斎藤会", "まったく新しい会"]
    assert "新規 1件、更新 1件" in words_in(window)
    page.filters.clear()
    assert len(page.table.shown) == count + 1
    page.context.services.history.undo()
    qtbot.waitUntil(lambda: len(page.table.rows) == count)


def test_a_person_decides_doubtful_rows(qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser) -> None:
    dialog = begin(qtbot, page, chooser)
    to_rows(qtbot, dialog)
    dialog.rows.show_state(RowState.DOUBTFUL)
    click(dialog, "新しい団体")
    idle(qtbot, dialog)
    assert states(dialog)["こだいら斉藤会"] is RowState.NEW


def test_rows_that_are_left_go_to_a_file_to_mend(
    qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    dialog = begin(qtbot, page, chooser)
    to_rows(qtbot, dialog)
    click(dialog, "読み込む")
    idle(qtbot, dialog)
    assert "1件を足し、1件を直しました。2行が残っています。" in words_in(dialog)
    click(dialog, "残る行をファイルに…")
    idle(qtbot, dialog)
    sheet = load_workbook(chooser.folder / "直す行_名簿.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][-2:] == ["結果", "理由"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["こだいら斉藤会", "だめな会"]


def test_a_mapping_without_a_name_is_told_in_the_dialog(
    qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    dialog = begin(qtbot, page, chooser)
    dialog.columns.choices[0].set_value("")
    to_rows(qtbot, dialog)
    assert "どの列が団体の名称か" in dialog.words.text()


def test_it_goes_by_keys(qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser) -> None:
    dialog = begin(qtbot, page, chooser)
    qtbot.keyClick(dialog.next_button, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert dialog.plan is not None
    qtbot.keyClick(dialog.write_button, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert any(one.name == "まったく新しい会" for one in page.context.services.partners.list())


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, chooser: AnsweringChooser, tmp_path: Path
) -> None:
    chooser.to_open = tmp_path / "空.xlsx"
    chooser.to_open.write_bytes(b"")
    page.verbs.bring_in.trigger()
    qtbot.waitUntil(lambda: "空のファイル" in words_in(window))
    assert not window.findChildren(ImportDialog)


def test_the_window_stays_alive_over_ten_thousand_rows_and_the_work_can_be_stopped(
    qtbot: QtBot, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    rows = "".join(f"まちの会{n},042-{300 + n // 9000}-{n % 9000 + 1000},{n % 90},\n" for n in range(10_000))
    dialog = begin(qtbot, page, chooser, "団体名,電話番号,会員数,メモ書き\n" + rows)
    before = page.context.services.partners.list()
    longest, clock = [0], QElapsedTimer()
    clock.start()
    beat = QTimer(interval=10)
    beat.timeout.connect(lambda: longest.append(clock.restart()))
    beat.start()
    to_rows(qtbot, dialog)
    assert len(dialog.rows.table.rows) == 10_000
    click(dialog, "読み込む")
    qtbot.waitUntil(lambda: dialog.work.bar.value() > 0, timeout=30_000)
    dialog.reject()
    idle(qtbot, dialog)
    beat.stop()
    assert dialog.isVisible()
    assert "台帳には何も書いていません" in dialog.words.text()
    assert page.context.services.partners.list() == before
    assert max(longest) < 1_500


def test_what_is_shown_is_written_out_in_its_order(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    page.filters.box.setText("大学")
    qtbot.waitUntil(lambda: 0 < len(page.table.shown) < len(page.table.rows))
    page.verbs.export.trigger()
    dialog = opened(qtbot, window, PartnerExportDialog)
    assert isinstance(dialog, PartnerExportDialog)
    dialog.file_format.set_value("json")
    click(dialog, "場所を選ぶ")
    path = chooser.folder / "団体台帳.json"
    qtbot.waitUntil(lambda: "件を書き出しました" in words_in(window))
    assert [row["name"] for row in json.loads(path.read_bytes())] == [one.name for one in page.table.shown]


def test_the_columns_shown_are_written_in_their_order(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    page.view.chosen.choose(["name", "phone", "address", "kind"])
    page.verbs.export.trigger()
    dialog = opened(qtbot, window, PartnerExportDialog)
    assert isinstance(dialog, PartnerExportDialog)
    assert dialog.columns.accessibleName() == "どの欄を 表示どおり 4列"
    dialog.file_format.set_value("csv")
    click(dialog, "場所を選ぶ")
    path = chooser.folder / "団体台帳.csv"
    qtbot.waitUntil(lambda: "件を書き出しました" in words_in(window))
    headings, *rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    assert headings == ["名称", "電話", "所在地", "区分"]
    assert [row[0] for row in rows] == [one.name for one in page.table.shown]


def test_every_column_is_there_for_whoever_brings_the_file_back(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    page.verbs.export.trigger()
    dialog = opened(qtbot, window, PartnerExportDialog)
    assert isinstance(dialog, PartnerExportDialog)
    qtbot.keyClick(dialog.columns, Qt.Key.Key_Right)
    assert "同じ台帳に戻ります" in words_in(dialog)
    dialog.file_format.set_value("csv")
    click(dialog, "場所を選ぶ")
    qtbot.waitUntil(lambda: "件を書き出しました" in words_in(window))
    written = (chooser.folder / "団体台帳.csv").read_text(encoding="utf-8-sig")
    headings = written.split("\n", maxsplit=1)[0].split(",")
    assert {"台帳番号", "会員数", "タグ", "公開する項目"} <= set(headings)


def test_open_data_has_columns_of_its_own_and_says_who_is_not_in_it(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    page.filters.box.setText("こだいら斎藤会")
    qtbot.waitUntil(lambda: len(page.table.shown) == 1)
    page.verbs.export.trigger()
    dialog = opened(qtbot, window, PartnerExportDialog)
    assert isinstance(dialog, PartnerExportDialog)
    qtbot.keyClick(dialog.edition, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.edition, Qt.Key.Key_Right)
    assert not dialog.columns.isEnabled()
    assert "自治体標準オープンデータセット" in words_in(dialog)
    dialog.file_format.set_value("csv")
    click(dialog, "場所を選ぶ")
    report = opened(qtbot, window, ReportDialog)
    assert isinstance(report, ReportDialog)
    assert [(row.place, row.words) for row in report.table.rows] == [("こだいら斎藤会", "団体の全体")]
    written = (chooser.folder / "市民活動団体一覧.csv").read_text(encoding="utf-8-sig")
    assert written.startswith("全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,")


def test_the_public_edition_says_what_it_left_out(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, chooser: AnsweringChooser
) -> None:
    page.filters.box.setText("こだいら斎藤会")
    qtbot.waitUntil(lambda: len(page.table.shown) == 1)
    page.verbs.export.trigger()
    dialog = opened(qtbot, window, PartnerExportDialog)
    assert isinstance(dialog, PartnerExportDialog)
    dialog.edition.set_value("public")
    click(dialog, "場所を選ぶ")
    report = opened(qtbot, window, ReportDialog)
    assert isinstance(report, ReportDialog)
    assert "公開にしていない欄は書きませんでした（1団体）" in words_in(report)
    assert [(row.place, row.words) for row in report.table.rows] == [("こだいら斎藤会", "電話")]
