"""取組一覧 through the real window, on the 168 entries of 平成30年度."""

import csv
import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.collaborations import CollaborationRecord
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.collaborations.dialogs import CopyYearDialog, ExportDialog
from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.widgets.segments import Segments
from tests.ui.conftest import AnsweringChooser
from tests.ui.typing_in import commit


@pytest.fixture
def page(window: MainWindow) -> CollaborationsPage:
    page = window.page
    assert isinstance(page, CollaborationsPage)
    return page


def numbers(page: CollaborationsPage) -> list[int]:
    return [entry.number for entry in page.table.shown]


def entry(page: CollaborationsPage, number: int) -> CollaborationRecord:
    return next(one for one in page.table.rows if one.number == number)


def select(qtbot: QtBot, page: CollaborationsPage, number: int) -> None:
    page.view.select_record(entry(page, number).id)
    qtbot.waitUntil(lambda: f"番号 {number} " in detail_words(page))


def detail_words(page: CollaborationsPage) -> str:
    return "\n".join(label.text() for label in page.side.detail.findChildren(QLabel))


def press(widget: object, words: str) -> None:
    buttons = widget.findChildren(QPushButton)  # type: ignore[attr-defined]
    found = [button for button in buttons if button.text() == words and not button.isHidden()]
    assert found, [button.text() for button in buttons]
    found[0].click()


# Opening and reading


def test_opens_on_the_newest_year_with_all_168_entries(window: MainWindow, page: CollaborationsPage) -> None:
    assert numbers(page) == list(range(1, 169))
    assert page.filters.year.value_text() == "平成30年度"
    assert "平成30年度" in window.status.text()
    assert "168件中 168件を表示" in window.status.text()


def test_footer_counts_cells_by_form_and_says_so(page: CollaborationsPage) -> None:
    words = page.footer.words()
    for pair in ("協力 96", "共催 38", "実行委員会 14", "委託 12", "協議会 10", "連絡会 1"):
        assert pair in words
    assert "取組 168件 ・ 相手 171件" in words


def test_detail_shows_the_cells_of_a_joint_entry(qtbot: QtBot, page: CollaborationsPage) -> None:
    select(qtbot, page, 43)
    words = detail_words(page)
    assert "木彫ワークショップ" in words
    assert "共催（相手 2件とも）" in words
    assert "小平市文化振興財団" in "\n".join(b.text() for b in page.side.detail.findChildren(QPushButton))


def test_a_doubtful_note_is_shown_as_such(qtbot: QtBot, page: CollaborationsPage) -> None:
    select(qtbot, page, 120)
    assert "開催行事は基本的に「共催」扱い" in detail_words(page)
    column = [c.key for c in page.table.columns].index("note")
    row = page.table.row_of(entry(page, 120).id)
    assert row is not None
    assert page.table.index(row, column).data() == "要確認"


def test_more_than_one_partner_is_a_first_name_and_a_pill(page: CollaborationsPage) -> None:
    column = next(c for c in page.table.columns if c.key == "partners")
    cell = column.cell_of(entry(page, 43))
    assert cell.text == "武蔵野美術大学彫刻学科研究室"
    assert cell.pill == "ほか1"


# Sifting


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ｺﾀﾞｲﾗ", lambda text: "こだいら" in text or "コダイラ" in text),
        ("斎藤", lambda text: any(sai in text for sai in ("斎藤", "齋藤", "斉藤", "齊藤"))),
        ("㈱スワレント", lambda text: "スワレント" in text),
        ("グリーンロード 灯りまつり", lambda text: "グリーンロード" in text and "灯りまつり" in text),
        ("灯りまつり　ｸﾞﾘｰﾝﾛｰﾄﾞ", lambda text: "グリーンロード" in text and "灯りまつり" in text),
    ],
)
def test_typing_sifts_at_once_whatever_the_spelling(
    page: CollaborationsPage, words: str, expected: Callable[[str], bool]
) -> None:
    commit(page.filters.box, words)
    shown = [
        " ".join((one.title, *one.departments, *(c.text for c in one.participations)))
        for one in page.table.shown
    ]
    assert shown
    assert all(expected(text) for text in shown)
    everything = [
        " ".join((one.title, *one.departments, *(c.text for c in one.participations)))
        for one in page.table.rows
    ]
    assert len(shown) == sum(expected(text) for text in everything)


def test_chips_join_values_by_or_and_each_other_by_and(window: MainWindow, page: CollaborationsPage) -> None:
    page.filters.department.choose({"産業振興課", "文化スポーツ課"})
    both = len(page.table.shown)
    assert {d for one in page.table.shown for d in one.departments} == {"産業振興課", "文化スポーツ課"}
    page.filters.form.choose({"co_hosting"})
    assert 0 < len(page.table.shown) < both
    assert f"168件中 {len(page.table.shown)}件を表示" in window.status.text()
    page.filters.clear()
    assert len(page.table.shown) == 168


def test_kinds_offer_what_is_unset_guessed_and_without_a_partner(page: CollaborationsPage) -> None:
    popup = page.filters.kind.open_list()
    labels = popup.labels
    popup.close()
    assert "台帳なし" in labels
    assert "未設定" in labels
    assert "大学等（推定）" in labels
    counts = {option.label: option.count for option in page.filters.kind.options}
    page.filters.kind.choose({"none"})
    assert len(page.table.shown) == counts["台帳なし"] > 0
    assert all(any(not c.partners for c in one.participations) for one in page.table.shown)


def test_counts_of_a_chip_follow_the_other_conditions(page: CollaborationsPage) -> None:
    page.filters.department.choose({"産業振興課"})
    page.filters.form.open_list().close()
    counted = {option.key: option.count for option in page.filters.form.options}
    assert sum(counted.values()) >= len(page.table.shown)
    page.filters.form.choose({"cooperation"})
    assert len(page.table.shown) == counted["cooperation"]


def test_nothing_found_says_so_and_offers_the_way_back(page: CollaborationsPage) -> None:
    page.filters.box.setText("どこにもないことば")
    assert page.table.shown == ()
    assert page._no_match.isVisible()
    press(page._no_match, "条件を消す")
    assert len(page.table.shown) == 168
    assert page.view.isVisible()


def test_numbers_sort_as_numbers(page: CollaborationsPage) -> None:
    page.table.sort_by("number", Qt.SortOrder.DescendingOrder)
    assert numbers(page) == list(range(168, 0, -1))
    page.table.sort_by("departments")
    page.table.sort_by("number")
    assert numbers(page) == list(range(1, 169))


@pytest.mark.parametrize("key", ["departments", "title", "partners", "forms", "note"])
def test_every_column_sorts_and_loses_nothing(page: CollaborationsPage, key: str) -> None:
    page.table.sort_by(key)
    assert sorted(numbers(page)) == list(range(1, 169))
    column = next(c for c in page.table.columns if c.key == key)
    keys = [column.key_of(one) for one in page.table.shown]
    assert keys == sorted(keys)  # type: ignore[type-var]


# Writing


def test_f2_edits_in_place_and_undo_brings_the_old_back(
    qtbot: QtBot, window: MainWindow, page: CollaborationsPage
) -> None:
    select(qtbot, page, 31)
    before = entry(page, 31).title
    page.verbs.edit.trigger()
    editor = page.side.editor
    assert editor.isVisible()
    assert not editor.save_button.isVisible()
    editor.entry_title.setPlainText("銅像の手入れ")
    assert editor.save_button.isVisible()
    editor.save_button.click()
    qtbot.waitUntil(lambda: entry(page, 31).title == "銅像の手入れ")
    qtbot.waitUntil(lambda: "銅像の手入れ" in detail_words(page))
    assert "保存しました" in window.status.news_text()
    window.window_commands.undo_action.trigger()
    qtbot.waitUntil(lambda: entry(page, 31).title == before)
    window.window_commands.redo_action.trigger()
    qtbot.waitUntil(lambda: entry(page, 31).title == "銅像の手入れ")


def test_history_tells_the_act(qtbot: QtBot, page: CollaborationsPage) -> None:
    select(qtbot, page, 31)
    page.side.begin_edit()
    page.side.editor.note.setPlainText("来年度も続ける")
    page.side.save()
    qtbot.waitUntil(lambda: "令和8年11月24日" in detail_words(page))


def test_a_number_that_is_none_is_said_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, page: CollaborationsPage
) -> None:
    select(qtbot, page, 5)
    page.side.begin_edit()
    page.side.editor.number.setText("五番")
    page.side.editor.entry_title.setPlainText("新しい名前")
    page.side.save()
    assert page.side.is_editing
    assert "番号" in page.side.editor.number.problem
    assert page.side.editor.entry_title.text() == "新しい名前"
    assert "番号" in window.messages.text()


def test_leaving_a_half_written_entry_keeps_it_as_a_draft(qtbot: QtBot, page: CollaborationsPage) -> None:
    select(qtbot, page, 5)
    before = entry(page, 5).title
    page.side.begin_edit()
    page.side.editor.entry_title.setPlainText("書きかけの名前")
    select(qtbot, page, 6)
    select(qtbot, page, 5)
    assert "書きかけがあります" in detail_words(page)
    assert entry(page, 5).title == before
    page.side.begin_edit()
    assert page.side.editor.entry_title.text() == "書きかけの名前"
    page.side.editor.give_up_button.click()
    assert "書きかけ" not in detail_words(page)


def test_a_draft_is_kept_a_second_after_the_last_key(qtbot: QtBot, page: CollaborationsPage) -> None:
    select(qtbot, page, 7)
    page.side.begin_edit()
    page.side.editor.entry_title.setPlainText("打ちかけ")
    drafts = page.context.services.drafts
    record_id = entry(page, 7).id
    qtbot.waitUntil(lambda: drafts.load("collaboration", record_id) is not None, timeout=2000)
    kept = drafts.load("collaboration", record_id)
    assert kept is not None
    assert kept["title"] == "打ちかけ"


def test_a_new_entry_takes_the_next_number_and_is_selected(qtbot: QtBot, page: CollaborationsPage) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    assert editor.number.text() == "169"
    editor.entry_title.setPlainText("新しい朝市")
    editor.departments.setText("産業振興課、文化スポーツ課")
    editor._cells[0].text.setPlainText("朝市実行委員会")
    editor._cells[0].form.set_value("executive_committee")
    page.verbs.save.trigger()
    qtbot.waitUntil(lambda: len(page.table.rows) == 169)
    made = entry(page, 169)
    assert made.departments == ("産業振興課", "文化スポーツ課")
    assert made.participations[0].text == "朝市実行委員会"
    current = page.current()
    assert current is not None
    assert current.number == 169


def test_linking_a_partner_of_the_register(qtbot: QtBot, page: CollaborationsPage) -> None:
    select(qtbot, page, 12)
    page.side.begin_partner()
    cell = page.side.editor._cells[-1]
    cell.picker.box.setText("小平商工会")
    cell.picker.search_now()
    assert cell.picker.found()[0].name == "小平商工会"
    qtbot.keyClick(cell.picker.box, Qt.Key.Key_Return)
    assert cell.text.text() == "小平商工会"
    cell.form.set_value("cooperation")
    page.side.save()
    qtbot.waitUntil(lambda: len(entry(page, 12).participations) == 2)
    assert entry(page, 12).participations[1].partners[0].name == "小平商工会"


def test_duplicate_makes_the_next_number_and_opens_it(qtbot: QtBot, page: CollaborationsPage) -> None:
    select(qtbot, page, 22)
    page.verbs.duplicate.trigger()
    assert page.side.is_editing
    assert page.side.editor.entry_title.text() == entry(page, 22).title
    qtbot.waitUntil(lambda: len(page.table.rows) == 169)
    assert max(numbers(page)) == 169


def test_deleted_entries_lie_in_the_wastebasket_and_come_back(
    qtbot: QtBot, window: MainWindow, page: CollaborationsPage
) -> None:
    select(qtbot, page, 10)
    before = entry(page, 10)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.table.rows) == 167)
    assert "1件をごみ箱に入れました" in window.status.news_text()
    page.verbs.wastebasket.trigger()
    basket = page.findChild(WastebasketDialog)
    assert [d.title for d in basket.table.rows] == [before.title]
    basket.view.selectRow(0)
    basket.restore_button.click()
    assert basket.table.rows == ()
    assert "1件をごみ箱から戻しました" in window.status.news_text()
    qtbot.waitUntil(lambda: len(page.table.rows) == 168)
    assert entry(page, 10) == before


def test_several_entries_are_deleted_as_one_act(
    qtbot: QtBot, window: MainWindow, page: CollaborationsPage
) -> None:
    page.filters.department.choose({"産業振興課"})
    count = len(page.table.shown)
    page.view.selectAll()
    page.verbs.discard_chosen()
    qtbot.waitUntil(lambda: len(page.table.rows) == 168 - count)
    window.window_commands.undo()
    qtbot.waitUntil(lambda: len(page.table.rows) == 168)


def test_a_new_year_is_made_by_copying_the_last(
    qtbot: QtBot, window: MainWindow, page: CollaborationsPage
) -> None:
    page.verbs.copy_year.trigger()
    dialog = page.findChild(CopyYearDialog)
    assert dialog.target.text() == "令和元年度"
    dialog.confirm()
    assert page.filters.year.value_text() == "令和元年度"
    assert numbers(page) == list(range(1, 169))
    assert {one.fiscal_year for one in page.table.shown} == {2019}
    page.filters.year.choose(())
    assert len(page.table.shown) == 336
    at = [c.key for c in page.table.columns].index("fiscal_year")
    assert not page.view.isColumnHidden(at)
    window.window_commands.undo()
    qtbot.waitUntil(lambda: len(page.table.rows) == 168)


def test_a_year_that_cannot_be_read_is_said_beside_the_field(page: CollaborationsPage) -> None:
    page.verbs.copy_year.trigger()
    dialog = page.findChild(CopyYearDialog)
    dialog.target.setText("いつか")
    dialog.confirm()
    assert dialog.isVisible()
    assert dialog.target.problem


def test_enter_in_the_year_makes_the_year(qtbot: QtBot, page: CollaborationsPage) -> None:
    page.verbs.copy_year.trigger()
    dialog = page.findChild(CopyYearDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.target.setFocus()
    dialog.target.setText("平成32年度")
    qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.target.hasFocus()
    said = next(label for label in dialog.findChildren(QLabel) if dialog.target.problem in label.text())
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    dialog.target.setText("令和2年度")
    qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert page.filters.year.value_text() == "令和2年度"


def test_the_form_of_a_new_partner_is_chosen_by_a_person(qtbot: QtBot, page: CollaborationsPage) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    editor.entry_title.setPlainText("新しい朝市")
    editor._cells[0].text.setPlainText("朝市実行委員会")
    page.verbs.save.trigger()
    assert page.side.is_editing
    assert editor._cells[0].form.hasFocus()
    editor._cells[0].form.set_value("executive_committee")
    page.verbs.save.trigger()
    qtbot.waitUntil(lambda: len(page.table.rows) == 169)
    assert entry(page, 169).participations[0].collaboration_form == "executive_committee"


def test_the_room_of_the_clear_button_goes_with_it(page: CollaborationsPage) -> None:
    assert not page.filters.clear_button.isVisible()
    assert page.filters.clear_button.parentWidget().isHidden()
    page.filters.box.setText("まつり")
    assert page.filters.clear_button.isVisible()


# Out of the program


@pytest.mark.parametrize("file_format", ["csv", "json", "xlsx"])
def test_what_is_shown_is_written_out(
    qtbot: QtBot,
    window: MainWindow,
    page: CollaborationsPage,
    chooser: AnsweringChooser,
    file_format: str,
) -> None:
    page.filters.department.choose({"産業振興課"})
    count = len(page.table.shown)
    page.verbs.export.trigger()
    dialog = page.findChild(ExportDialog)
    dialog.file_format.set_value(file_format)
    dialog.confirm()
    path = chooser.folder / f"協働や連携の取組一覧（平成30年度）.{file_format}"
    qtbot.waitUntil(lambda: "書き出しました" in window.status.news_text(), timeout=10_000)
    assert path.is_file()
    if file_format == "csv":
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.reader(file))) >= count + 1
    elif file_format == "json":
        written = json.loads(path.read_text(encoding="utf-8"))
        assert [one["number"] for one in written] == numbers(page)
    else:
        assert path.read_bytes().startswith(b"PK")


def test_what_is_shown_is_printed(qtbot: QtBot, window: MainWindow, page: CollaborationsPage) -> None:
    page.filters.department.choose({"産業振興課"})
    page.verbs.print_shown.trigger()
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None, timeout=20_000)
    preview = window.findChild(PrintPreview)
    assert preview.document.pageCount() >= 1
    text = preview.document.getAllText(0).text()
    assert "産業まつり" in text
    preview.close()


def test_several_years_cannot_be_one_paper_and_that_is_said(
    window: MainWindow, page: CollaborationsPage
) -> None:
    page.context.services.collaborations.copy_year(2018, 2019)
    page.show_year(2019)
    page.filters.year.choose(())
    page.verbs.print_shown.trigger()
    assert "年度を一つ選んでください" in window.messages.text()


# Around it


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("number", [43, 65, 139])
def test_the_detail_and_its_editor_fit_their_width(
    qtbot: QtBot, window: MainWindow, percent: int, number: int
) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    page = window.page
    assert isinstance(page, CollaborationsPage)
    select(qtbot, page, number)
    detail = page.side.detail
    qtbot.waitUntil(lambda: detail.widget().width() <= detail.viewport().width())
    page.side.begin_edit()
    area = page.side.editor.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())


def test_conditions_and_place_outlive_another_text_size(
    qtbot: QtBot, window: MainWindow, page: CollaborationsPage
) -> None:
    page.filters.box.setText("まつり")
    select(qtbot, page, page.table.shown[2].number)
    current = page.current()
    assert current is not None
    shown = numbers(page)
    window.change_look(PaletteName.DARK, 150)
    anew = window.page
    assert isinstance(anew, CollaborationsPage)
    assert anew is not page
    assert numbers(anew) == shown
    there = anew.current()
    assert there is not None
    assert there.id == current.id


def test_a_link_leads_to_another_entry_even_if_a_filter_hides_it(
    qtbot: QtBot, page: CollaborationsPage
) -> None:
    page.filters.box.setText("木彫ワークショップ")
    page.open_record(entry(page, 1).id)
    current = page.current()
    assert current is not None
    assert current.number == 1


def test_a_list_of_values_is_in_words_and_in_the_office_s_order(page: CollaborationsPage) -> None:
    popup = page.filters.form.open_list()
    assert popup.labels == ("協力", "共催", "実行委員会", "協議会", "連絡会", "委託")
    popup.close()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_choices_of_a_dialog_are_whole(window: MainWindow, percent: int) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    page = window.page
    assert isinstance(page, CollaborationsPage)
    page.verbs.export.trigger()
    for segments in page.findChild(ExportDialog).findChildren(Segments):
        assert segments.width() >= segments.sizeHint().width()
