"""The next check of a sheet: in the list, among its conditions, at the counter; and a partner's own views."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from kyodo_desktop.ui.pages.check_sheets.trends.page import TrendsPage
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.theme.tokens import Tone
from tests.ui.hands import click, words_in

TODAY = date(2026, 11, 24)


@pytest.fixture
def partner_id(window: MainWindow) -> int:
    """A sheet that is due today, one of last year, one still to come, one without a day."""
    services = window.context.services
    club = services.partners.add(PartnerDraft("かわせみ水辺くらぶ"))
    marks = (
        CheckMarkRecord("plan_1", Side.PARTNER, Moment.BEFORE, MarkValue.DONE),
        CheckMarkRecord("plan_1", Side.CITY, Moment.BEFORE, MarkValue.TALK),
    )
    for title, day in (
        ("用水路いきもの調べ", TODAY),
        ("放課後の居場所", date(2025, 12, 1)),
        ("朝の野菜市", date(2026, 11, 25)),
        ("花いっぱい", None),
    ):
        made = services.check_sheets.create(CheckSheetDraft(2026, title, partner_id=club, marks=marks))
        services.check_sheets.plan_check(made, day)
    return club


def sheets_of(window: MainWindow) -> CheckSheetsPage:
    window.open_page("check_sheets/sheets")
    assert isinstance(window.page, CheckSheetTab)
    return window.page.sheets


def titles(page: CheckSheetsPage) -> list[str]:
    return [row.title for row in page.table.shown]


@pytest.mark.usefixtures("partner_id")
def test_the_list_tells_and_sorts_by_the_next_check(window: MainWindow) -> None:
    page = sheets_of(window)
    page.view.sort_on("next_check", Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["放課後の居場所", "用水路いきもの調べ", "朝の野菜市", "花いっぱい"]
    column = next(one for one in page.table.columns if one.key == "next_check")
    cells = [column.cell_of(row) for row in page.table.shown]
    assert [(cell.text, cell.tone) for cell in cells] == [
        ("R7.12.1", Tone.DUE),
        ("11月24日", Tone.DUE),
        ("11月25日", None),
        ("", None),
    ]
    assert cells[1].spoken == "11月24日 確認の日が来ています"
    assert "▲ 確認の日が来たもの 2枚" in page.status_text()


@pytest.mark.usefixtures("partner_id")
def test_the_list_is_narrowed_to_what_is_due(window: MainWindow) -> None:
    page = sheets_of(window)
    page.filters.check.choose(["due"])
    assert sorted(titles(page)) == ["放課後の居場所", "用水路いきもの調べ"]
    page.filters.check.choose(["none"])
    assert titles(page) == ["花いっぱい"]
    page.filters.clear()
    page.filters.check.choose(["planned"])
    assert titles(page) == ["朝の野菜市"]


@pytest.mark.usefixtures("partner_id")
def test_the_counter_tells_what_is_due_and_leads_there(window: MainWindow) -> None:
    window.open_counter(None)
    desk = window.counter.desk
    assert desk is not None
    told = words_in(desk.waiting)
    assert "確認の日が来たチェックシート" in told
    assert "令和7年12月1日" in told
    assert "朝の野菜市" not in told
    click(desk.waiting, "放課後の居場所")
    assert isinstance(window.page, CheckSheetTab)
    assert window.page.sheets.view.current_record().title == "放課後の居場所"


def test_nothing_due_is_no_section_at_the_counter(window: MainWindow) -> None:
    window.open_counter(None)
    assert window.counter.desk is not None
    assert "確認の日が来たチェックシート" not in words_in(window.counter.desk.waiting)


def test_a_partners_card_leads_to_its_own_trends(qtbot: QtBot, window: MainWindow, partner_id: int) -> None:
    window.open_page("partners", partner_id)
    page = window.page
    assert isinstance(page, PartnersPage)
    page.settle()
    page.side.detail.show_tab(Tab.STORY)
    told = words_in(page.side.detail)
    assert "シート 4枚" in told
    assert "・課題と解決手段について" in told
    window.context.services.check_sheets.create(CheckSheetDraft(2026, "灯りまつり", partner_id=partner_id))
    qtbot.waitUntil(lambda: "シート 5枚" in words_in(page.side.detail))
    click(page.side.detail, "傾向を見る")
    assert isinstance(window.page, CheckSheetTab)
    trends = window.page.current
    assert isinstance(trends, TrendsPage)
    assert trends.in_hand() == (partner_id, None)


def test_a_partner_without_papers_has_no_such_section(window: MainWindow) -> None:
    made = window.context.services.partners.add(PartnerDraft("みどりの会"))
    window.open_page("partners", made)
    assert isinstance(window.page, PartnersPage)
    window.page.settle()
    window.page.side.detail.show_tab(Tab.STORY)
    assert "チェックシートと評価" not in words_in(window.page.side.detail)
