"""収支決算 in the real window: typed into the table by keyboard, receipts kept in place, sums that follow."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.programmes import files
from kyodo_desktop.records.cases import BudgetLine, LineSide
from kyodo_desktop.records.settling import SettlingRecord
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.cases.act_form import ActForm, new_target
from kyodo_desktop.ui.pages.proposals.cases.money_forms import (
    NewLineForm,
    ReceiptForm,
    new_line_target,
    new_receipt_target,
)
from kyodo_desktop.ui.pages.proposals.cases.money_table import LineCells, MoneyTable
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.theme.theme import make_theme
from kyodo_desktop.ui.widgets.tags import NoteBox
from tests.programmes.samples import sound_draft
from tests.ui.hands import click, focused, open_window, press, words_in

RETURN, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
PLAN = (
    BudgetLine(LineSide.INCOME, "補助金", 100_000),
    BudgetLine(LineSide.EXPENSE, "印刷費", 60_000, 60_000, "チラシ 2,000枚"),
    BudgetLine(LineSide.EXPENSE, "謝礼", 40_000, 40_000),
)


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    assert isinstance(window.page, ProposalsPage)
    return window.page


def opened(qtbot: QtBot, page: ProposalsPage, stage: str = "report", key: str = "open_call") -> int:
    """Open a case that was granted and paid at one of its stages."""
    services = page.context.services
    draft = replace(sound_draft(files.find(key)), lines=PLAN)
    made = services.proposals.receive(services.proposals.create(draft)).id
    services.cases.record(
        made, "grant", {"decided_on": "2026-06-22", "result": "granted", "granted_amount": 100_000}
    )
    services.cases.record(made, "payment", {"paid_on": "2026-06-29", "amount": 100_000})
    page.open_record(made)
    page.open_case(stage)
    qtbot.waitUntil(page.cases.isVisible)
    return made


def told(page: ProposalsPage, made: int) -> SettlingRecord:
    return page.context.services.settling.get(made)


def table(page: ProposalsPage, side: LineSide = LineSide.EXPENSE) -> MoneyTable:
    return page.cases.stage.money.tables[side]


def line(page: ProposalsPage, at: int) -> LineCells:
    return table(page).cells[at]


def write(text: str) -> None:
    """Put text where the cursor is, as an input method does."""
    there = focused()
    assert isinstance(there, QLineEdit)
    there.insert(text)


def type_amounts(qtbot: QtBot, page: ProposalsPage, made: int) -> None:
    """Type what was spent, going down with Enter."""
    line(page, 0).settled.setFocus()
    for item, amount in (("印刷費", "５８０００"), ("謝礼", "40,000円")):
        assert focused().accessibleName() == f"{item}の決算額"
        write(amount)
        press(qtbot, RETURN)
        assert focused().accessibleName() == f"{item}の摘要"
        press(qtbot, RETURN)
    qtbot.waitUntil(lambda: told(page, made).expenses.settled == 98_000)


def test_amounts_are_typed_in_the_table_one_after_the_other_and_the_sums_follow(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = opened(qtbot, page)
    line(page, 0).settled.setFocus()
    write("58000")
    assert table(page).total_settled.text() == "58,000"
    assert line(page, 0).difference.text() == "△2,000"
    line(page, 0).settled.clear()
    type_amounts(qtbot, page, made)
    assert table(page).total_settled.text() == "98,000"
    assert table(page).total_difference.text() == "△2,000"
    qtbot.waitUntil(lambda: "確定額の案\n98,000円\n返還額の案\n2,000円" in words_in(page.cases.stage))


def test_a_saved_amount_is_taken_back_by_undo(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    line(page, 0).settled.setFocus()
    write("500")
    press(qtbot, RETURN)
    qtbot.waitUntil(lambda: line(page, 0).one.line.settled == 500)
    page.context.services.history.undo()
    qtbot.waitUntil(lambda: line(page, 0).settled.text() == "")
    assert told(page, made).expenses.settled == 0


def test_what_is_no_amount_is_said_and_stays_typed(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    line(page, 0).settled.setFocus()
    write("たくさん")
    press(qtbot, RETURN)
    assert "金額として読めません" in table(page).problem.text()
    assert table(page).problem.isVisible()
    assert told(page, made).expenses.settled == 0
    line(page, 1).settled.setFocus()
    write("-5")
    press(qtbot, RETURN)
    assert "0円以上" in line(page, 1).settled.problem
    assert line(page, 0).settled.text() == "たくさん"


def test_what_is_typed_is_saved_when_the_case_is_left(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    line(page, 0).settled.setFocus()
    write("700")
    page.cases.close_pane()
    assert told(page, made).expenses.settled == 700


def test_what_is_typed_is_saved_when_the_window_is_closed(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    with open_window(qtbot, folder, clock) as window:
        window.open_page("proposals")
        assert isinstance(window.page, ProposalsPage)
        made = opened(qtbot, window.page)
        line(window.page, 0).settled.setFocus()
        write("700")
    with open_window(qtbot, folder, clock) as window:
        window.open_page("proposals")
        assert isinstance(window.page, ProposalsPage)
        assert told(window.page, made).expenses.settled == 700


def test_a_receipt_is_kept_by_keyboard_and_a_cut_asks_for_its_reason(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = opened(qtbot, page)
    type_amounts(qtbot, page, made)
    wanted = line(page, 0).one.line.id
    assert wanted is not None
    section = page.cases.stage
    section.open_form(new_receipt_target(wanted, made))
    form = section.form
    assert isinstance(form, ReceiptForm)
    assert focused() is form.number
    for text in ("1", "R8.8.3", "小平印刷", "ちらし", "58000", "55000"):
        write(text)
        press(qtbot, RETURN)
    assert focused() is form.cut_reason
    press(qtbot, RETURN, CTRL)
    assert section.form is form
    assert "減らした理由" in words_in(form)
    form.cut_reason.setText("私用の分を除く")
    press(qtbot, RETURN, CTRL)
    qtbot.waitUntil(lambda: section.form is None)
    qtbot.waitUntil(lambda: "減額の理由: 私用の分を除く" in words_in(section))
    words = words_in(section)
    assert "番号 1　令和8年8月3日　小平印刷　ちらし" in words
    assert "金額 58,000円　認定額 55,000円" in words
    assert told(page, made).settled_amount == 95_000
    assert "95,000円" in words
    assert "5,000円" in words
    click(section, "消す")
    qtbot.waitUntil(lambda: "小平印刷" not in words_in(section))


def test_a_cost_that_was_not_planned_is_added_said_and_taken_off(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    section = page.cases.stage
    section.open_form(new_line_target(LineSide.EXPENSE, made))
    form = section.form
    assert isinstance(form, NewLineForm)
    for text in ("会場費", "3000", "雨天のため"):
        write(text)
        press(qtbot, RETURN)
    form.save()
    qtbot.waitUntil(lambda: len(table(page).cells) == 3)
    box = page.cases.stage.findChildren(NoteBox)[-1]
    assert "「会場費」は、予算になかった支出です。" in words_in(box)
    click(section, "会場費を決算から消す")
    qtbot.waitUntil(lambda: len(table(page).cells) == 2)


def test_the_settlement_begins_with_what_the_table_proposes(qtbot: QtBot, page: ProposalsPage) -> None:
    made = opened(qtbot, page)
    type_amounts(qtbot, page, made)
    section = page.cases.stage
    section.open_form(new_target("settlement", made))
    form = section.form
    assert isinstance(form, ActForm)
    answers = form.answers()
    assert str(answers["settled_amount"]).replace(",", "") == "98000"
    assert str(answers["refund_amount"]).replace(",", "") == "2000"


def test_it_stands_where_money_is_settled_and_else_where_it_is_reported(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    opened(qtbot, page, "execution")
    assert page.cases.stage.money.tables == {}
    opened(qtbot, page, "evaluation", "ikiiki")
    assert "支出の決算" in words_in(page.cases.stage)
    assert "確定額の案" not in words_in(page.cases.stage)


def test_every_amount_is_seen_whole_at_150_per_cent(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, page: ProposalsPage, tmp_path: Path
) -> None:
    made = opened(qtbot, page)
    type_amounts(qtbot, page, made)
    shown = table(page)
    theme = make_theme(percent=150)
    theme.apply(qapp)
    record = told(page, made)
    large = MoneyTable(
        theme,
        LineSide.EXPENSE,
        record.side(LineSide.EXPENSE),
        record.totals(LineSide.EXPENSE),
        lambda _one: None,
    )
    qtbot.addWidget(large)
    assert large.minimumSizeHint().width() <= page.cases.stage.viewport().width()
    make_theme().apply(qapp)
    assert shown.minimumSizeHint().width() <= page.cases.stage.viewport().width()
