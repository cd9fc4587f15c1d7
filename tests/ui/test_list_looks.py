"""The columns of a list as a person chose them, and ways of looking at it that have a name."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.dialogs.columns import ColumnsDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.pages.shared.list_page import ListPage
from kyodo_desktop.ui.pages.shared.name_dialog import NameDialog
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.widgets.tick_menu import TickMenu
from tests.ui.hands import click, open_window, press, words_in
from tests.ui.typing_in import commit, compose

STANDARD = ["名称", "フリガナ", "区分", "分野", "代表者", "電話", "最終確認"]


@pytest.fixture
def page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    assert isinstance(window.page, PartnersPage)
    return window.page


def seen(page: ListPage) -> list[str]:
    """Return the headings of the columns that are shown, from left to right."""
    header = page.view.horizontalHeader()
    order = sorted(range(header.count()), key=header.visualIndex)
    return [page.table.columns[at].title for at in order if not header.isSectionHidden(at)]


def entry(menu: TickMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == words)


def choose_column(page: ListPage, words: str) -> None:
    entry(page.columns.make_menu(), words).trigger()


def name_look(window: MainWindow, page: ListPage, name: str) -> NameDialog:
    """Give what is shown a name, as a clerk does from the menu."""
    page.verbs.name_look.trigger()
    dialog = window.findChildren(NameDialog)[-1]
    dialog.name.clear()
    commit(dialog.name, name)
    dialog.confirm()
    return dialog


def take_look(page: ListPage, name: str) -> None:
    entry(page.looks.make_menu(), name).trigger()


# Columns


def test_more_columns_are_offered_at_the_header_and_stay_chosen(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    with open_window(qtbot, folder, clock) as window:
        window.open_page("partners")
        page = window.page
        assert isinstance(page, PartnersPage)
        assert seen(page) == STANDARD
        choose_column(page, "所在地")
        choose_column(page, "分野")
        expected = ["名称", "フリガナ", "区分", "代表者", "電話", "最終確認", "所在地"]
        assert seen(page) == expected
        menu = page.columns.make_menu()
        assert entry(menu, "所在地").isChecked()
        assert not entry(menu, "分野").isChecked()
    with open_window(qtbot, folder, clock) as window:
        assert isinstance(window.page, PartnersPage)
        assert seen(window.page) == expected
        entry(window.page.columns.make_menu(), "元の並びに戻す").trigger()
        assert seen(window.page) == STANDARD


def test_a_column_comes_back_to_the_place_it_has_by_nature(page: PartnersPage) -> None:
    choose_column(page, "区分")
    choose_column(page, "区分")
    assert seen(page) == STANDARD


def test_the_first_column_stays_where_it_is(page: PartnersPage) -> None:
    assert "名称" not in [action.text() for action in page.columns.make_menu().actions()]
    page.view.chosen.choose(["phone", "kana"])
    assert seen(page) == ["名称", "電話", "フリガナ"]


def test_columns_are_dragged_into_another_order(page: PartnersPage) -> None:
    header = page.view.horizontalHeader()
    header.moveSection(header.visualIndex(5), 1)
    assert seen(page) == ["名称", "電話", "フリガナ", "区分", "分野", "代表者", "最終確認"]
    assert page.view.chosen.chosen()[1] == "phone"


def test_columns_are_ticked_and_moved_with_the_keyboard(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    page.verbs.columns.trigger()
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.list.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert seen(page) == STANDARD, "nothing changes before the dialog is confirmed"
    click(dialog, "この列にする")
    assert seen(page) == ["名称", "分野", "区分", "代表者", "電話", "最終確認"]


def test_on_a_small_screen_with_large_text_the_list_gives_up_rows_and_covers_nothing(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    window.change_look(PaletteName.LIGHT, 150)
    window.page.verbs.columns.trigger()  # type: ignore[union-attr]
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.list.hasFocus)
    dialog.resize(dialog.width(), 600)
    qtbot.waitUntil(lambda: dialog.height() == 600)
    assert dialog.list.geometry().bottom() < dialog.standard.geometry().top()


def test_every_column_says_something_and_sorts(page: PartnersPage) -> None:
    full = PartnerDraft(
        name="朝市の会", members=1200, address="小平市小川町", tags=("食",), asupia_registered=True
    )
    made = page.context.services.partners.add(full)
    page.read_records()
    partner = next(one for one in page.table.rows if one.id == made)
    told = {column.title: column.text(partner) for column in page.table.columns}
    assert told["会員数"] == "1,200"
    assert told["あすぴあ登録"] == "○"
    assert told["取組の数"] == "0"
    for column in page.table.columns:
        page.table.sort_by(column.key)
        assert len(page.table.shown) == len(page.table.rows)


def test_the_day_of_the_last_talk_is_a_column(page: PartnersPage) -> None:
    from kyodo_desktop.records.contacts import ContactDraft, ContactWay

    made = page.context.services.partners.add(PartnerDraft(name="朝市の会"))
    page.context.services.contacts.note(ContactDraft(ContactWay.PHONE, "問い合わせ", partner_id=made))
    page.read_records()
    column = next(one for one in page.table.columns if one.title == "最終対応日")
    partner = next(one for one in page.table.rows if one.id == made)
    assert column.text(partner) == "令和8年11月24日"


def test_the_year_is_shown_only_while_it_says_something(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, CollaborationsPage)
    assert "年度" not in seen(page)
    page.filters.year.choose(())
    assert "年度" in seen(page)
    choose_column(page, "年度")
    assert "年度" not in seen(page)


@pytest.mark.parametrize(
    ("key", "more"),
    [("collaborations", {"領域", "出典"}), ("proposals", {"年度", "連絡担当者", "始まり", "受理した日"})],
)
def test_other_lists_have_more_columns_as_well(window: MainWindow, key: str, more: set[str]) -> None:
    window.open_page("proposals")
    page = window.page
    assert isinstance(page, ProposalsPage)
    page.context.services.proposals.create(
        ProposalDraft(title="朝市", fiscal_year=2026, contact_name="西田", starts_on=date(2027, 4, 1))
    )
    page.read_records()
    window.open_page(key)
    page = window.page
    assert isinstance(page, ListPage)
    assert more.isdisjoint(seen(page))
    for words in more:
        choose_column(page, words)
    assert more <= set(seen(page))
    for column in page.table.columns:
        page.view.sort_on(column.key, Qt.SortOrder.AscendingOrder)
    page.grab()


# Searches with a name


def test_a_search_brings_back_words_strip_chips_sorting_and_columns(
    window: MainWindow, page: PartnersPage
) -> None:
    commit(page.filters.box, "大学")
    click(page.filters.strip, "か")
    page.filters.kind.choose({"university?"})
    page.view.sort_on("kana", Qt.SortOrder.DescendingOrder)
    choose_column(page, "所在地")
    found, columns = [one.name for one in page.table.shown], seen(page)
    assert found
    name_look(window, page, "か行の大学")
    assert page.filters.looks.value_text() == "か行の大学"
    page.filters.clear()
    page.view.sort_on("name", Qt.SortOrder.AscendingOrder)
    page.view.chosen.choose(page.view.chosen.standard())
    assert page.filters.looks.value_text() == "選ぶ"
    take_look(page, "か行の大学")
    assert [one.name for one in page.table.shown] == found
    assert seen(page) == columns
    assert page.filters.box.text() == "大学"
    assert page.filters.strip.chosen() == {"か"}
    assert page.filters.looks.value_text() == "か行の大学"


def test_a_search_is_there_again_in_another_window_and_on_its_own_page_only(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    with open_window(qtbot, folder, clock) as window:
        page = window.page
        assert isinstance(page, CollaborationsPage)
        page.filters.year.choose(())
        commit(page.filters.box, "まつり")
        found = [one.id for one in page.table.shown]
        name_look(window, page, "まつり")
    with open_window(qtbot, folder, clock) as window:
        page = window.page
        assert isinstance(page, CollaborationsPage)
        take_look(page, "まつり")
        assert [one.id for one in page.table.shown] == found
        assert page.filters.years() == ()
        window.open_page("partners")
        assert isinstance(window.page, PartnersPage)
        assert "まつり" not in [action.text() for action in window.page.looks.make_menu().actions()]


def test_a_search_that_was_changed_says_so_and_is_brought_up_to_date(
    window: MainWindow, page: PartnersPage
) -> None:
    commit(page.filters.box, "大学")
    name_look(window, page, "学校")
    commit(page.filters.box, "院")
    assert page.filters.looks.value_text() == "変更あり: 学校"
    entry(page.looks.make_menu(), "「学校」をいまの内容に改める").trigger()
    assert page.filters.looks.value_text() == "学校"
    page.filters.clear()
    take_look(page, "学校")
    assert page.filters.box.text() == "大学院"


def test_the_same_name_is_said_before_it_is_replaced(window: MainWindow, page: PartnersPage) -> None:
    name_look(window, page, "いつもの")
    page.verbs.name_look.trigger()
    dialog = window.findChildren(NameDialog)[-1]
    assert "置き換えます" in dialog.notice()
    dialog.name.clear()
    assert dialog.notice() == ""
    dialog.reject()


def test_an_empty_name_is_said_beside_the_field_and_enter_confirms_after_the_input_method(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    page.verbs.name_look.trigger()
    dialog = window.findChildren(NameDialog)[-1]
    qtbot.waitUntil(dialog.name.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    assert "名前が空です" in words_in(dialog)
    compose(dialog.name, "あさいち")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    commit(dialog.name, "朝市")
    press(qtbot, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert page.filters.looks.value_text() == "朝市"


def test_another_name_taking_away_and_undo(qtbot: QtBot, window: MainWindow, page: PartnersPage) -> None:
    commit(page.filters.box, "大学")
    name_look(window, page, "学校")
    entry(page.looks.make_menu(), "「学校」の名前を変える…").trigger()
    dialog = window.findChildren(NameDialog)[-1]
    dialog.name.setText("大学 & 学校")
    dialog.confirm()
    assert page.filters.looks.value_text() == "大学 & 学校"
    entry(page.looks.make_menu(), "「大学 && 学校」を消す").trigger()
    assert page.filters.looks.value_text() == "選ぶ"
    window.window_commands.undo()
    qtbot.waitUntil(lambda: page.filters.looks.value_text() == "大学 & 学校")


def test_conditions_that_nothing_meets_any_more_are_said(window: MainWindow, page: PartnersPage) -> None:
    services = page.context.services
    state = {"text": "", "chosen": {"kind": ["government", "university?"]}}
    services.saved_searches.save("partners", "役所と大学", state)
    page.looks.reload()
    take_look(page, "役所と大学")
    assert page.filters.kind.chosen() == {"university?"}
    assert "「役所と大学」の条件のうち" in words_in(window)
    assert "行政" in words_in(window)


def test_the_cross_of_the_chip_takes_the_conditions_away(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    commit(page.filters.box, "大学")
    name_look(window, page, "学校")
    page.filters.looks.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert page.filters.box.text() == ""
    assert len(page.table.shown) == len(page.table.rows)
    assert page.filters.looks.value_text() == "選ぶ"


def test_the_columns_of_a_search_go_with_it(qtbot: QtBot, window: MainWindow, page: PartnersPage) -> None:
    commit(page.filters.box, "大学")
    choose_column(page, "所在地")
    name_look(window, page, "学校")
    page.filters.clear()
    page.view.chosen.choose(page.view.chosen.standard())
    take_look(page, "学校")
    assert "所在地" in seen(page)
    page.filters.looks.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert seen(page) == STANDARD


def test_sorting_outlives_another_text_size(window: MainWindow, page: PartnersPage) -> None:
    page.view.sort_on("kana", Qt.SortOrder.DescendingOrder)
    window.change_look(PaletteName.LIGHT, 125)
    assert isinstance(window.page, PartnersPage)
    assert window.page.table.sorting() == ("kana", Qt.SortOrder.DescendingOrder)


@pytest.mark.parametrize("key", ["collaborations", "partners", "proposals", "check_sheets"])
def test_every_list_offers_it_in_the_menus(window: MainWindow, key: str) -> None:
    window.open_page(key)
    words = [action.text() for menu in (Menu.EDIT, Menu.VIEW) for action in window.menus.actions_of(menu)]
    assert {"さがし方に名前を付ける(&M)…", "さがし方を選ぶ(&J)…", "列を選ぶ(&T)…"} <= set(words)
