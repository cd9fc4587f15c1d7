"""Roles and lines of money in the real wizard, by keyboard; what is known of the group beside them."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.wizard.fields_body import FieldsBody
from tests.ui.hands import focused, press, words_in
from tests.ui.typing_in import commit

DRAFT = ProposalDraft(
    programme="open_call",
    fiscal_year=2026,
    partner_name="かわせみ水辺くらぶ",
    contact_name="会長　髙﨑　一郎",
    title="用水路いきもの調べ",
    summary="生き物を調べる。",
    organisation="会員12人。月に一度集まる。",
    received_by="鈴木",
)


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    found = window.page
    assert isinstance(found, ProposalsPage)
    return found


def body(page: ProposalsPage) -> FieldsBody:
    assert page.intake.wizard is not None
    assert isinstance(page.intake.wizard.body, FieldsBody)
    return page.intake.wizard.body


def shown(page: ProposalsPage, name: str) -> str:
    """Return what a computed field shows."""
    field = body(page).row(name).editor.focus_widget()
    assert isinstance(field, QLineEdit)
    return field.text()


def begin(qtbot: QtBot, page: ProposalsPage, step: str, draft: ProposalDraft = DRAFT) -> int:
    """Open a draft in the wizard, as the clerk does from the list."""
    made = page.context.services.proposals.create(draft)
    qtbot.waitUntil(lambda: made in [row.id for row in page.table.rows])
    assert page.view.select_record(made)
    page.settle()
    page.verbs.edit.trigger()
    assert page.intake.wizard is not None
    page.intake.wizard.go(step)
    return made


def key_in(qtbot: QtBot, *texts: str) -> None:
    """Type what stands in the cells of a line, each ended with Enter."""
    for text in texts:
        if text:
            commit(focused(), text)
        press(qtbot, Qt.Key.Key_Return)


def test_a_budget_is_keyed_in_with_enter_alone_and_its_totals_are_there_at_once(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = begin(qtbot, page, "budget")
    press(qtbot, Qt.Key.Key_Return)
    key_in(qtbot, "補助金", "９８０００", "市の補助金")
    key_in(qtbot, "参加費", "15,000", "")
    assert shown(page, "_income") == "113,000"
    # The empty line leads out of the table, to the first line of the expenses.
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    key_in(qtbot, "報償費", "60000", "60000", "30,000円×2回")
    key_in(qtbot, "消耗品費", "38000", "38000", "")
    assert shown(page, "_expenses") == "98,000"
    assert shown(page, "_eligible") == "98,000"
    key_in(qtbot, "保険料", "14000", "", "")
    press(qtbot, Qt.Key.Key_Return)
    assert "収入の計 113,000円と支出の計 112,000円が、1,000円 違います" in body(page).row("expenses").spoken()
    page.intake.keep()
    draft = page.context.services.proposals.get(made).draft
    assert [(one.side, one.item, one.planned, one.eligible, one.basis) for one in draft.lines] == [
        (LineSide.INCOME, "補助金", 98000, None, "市の補助金"),
        (LineSide.INCOME, "参加費", 15000, None, ""),
        (LineSide.EXPENSE, "報償費", 60000, 60000, "30,000円×2回"),
        (LineSide.EXPENSE, "消耗品費", 38000, 38000, ""),
        (LineSide.EXPENSE, "保険料", 14000, None, ""),
    ]
    assert draft.eligible_cost == 98000


def test_the_programme_without_a_rate_asks_for_no_eligible_part_and_its_sum_is_the_amount(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    begin(qtbot, page, "budget", replace(DRAFT, programme="ikiiki"))
    field = next(one for one in page.intake.wizard.flow.fields("budget") if one.name == "expenses")  # type: ignore[union-attr]
    assert [one.label for one in field.extra["columns"]] == ["区分", "予算額", "積算"]
    body(page).row("expenses").editor.focus_widget().setFocus()
    press(qtbot, Qt.Key.Key_Return)
    key_in(qtbot, "委託料", "650000", "")
    wizard = page.intake.wizard
    assert wizard is not None
    assert wizard.answers()["amount"] == 650000
    wizard.put({"amount": 700000})
    wizard.go("money")
    assert (
        "事業費（消費税込） 700,000円が、支出の計 650,000円と 50,000円 違います"
        in body(page).row("amount").spoken()
    )


def test_an_amount_that_cannot_be_read_is_kept_as_typed_and_its_line_named(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    made = begin(qtbot, page, "budget")
    press(qtbot, Qt.Key.Key_Return)
    key_in(qtbot, "参加費", "一万くらい", "")
    assert "収入の 1行目: " in body(page).row("income").spoken()
    page.intake.keep()
    page.intake.open_record(made)
    assert page.intake.wizard is not None
    assert page.intake.wizard.answers()["income"] == [
        {"item": "参加費", "planned": "一万くらい", "basis": ""}
    ]


def test_what_is_known_of_the_group_is_carried_over_and_its_history_stands_beside_the_requirements(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    services = page.context.services
    partner = services.partners.add(PartnerDraft("かわせみ水辺くらぶ", address="東京都国分寺市本町1-1"))
    before = services.proposals.create(
        replace(DRAFT, partner_id=partner, fiscal_year=2025, title="水辺の学校")
    )
    services.proposals.receive(before)
    chosen = {"result": "adopted", "granted_amount": 90000, "decided_on": date(2025, 6, 20)}
    services.cases.record(before, "selection", {"held_on": date(2025, 6, 18), **chosen})
    bare = ProposalDraft("open_call", 2026, title="水辺の観察", received_by="鈴木")
    begin(qtbot, page, "round", bare)
    wizard = page.intake.wizard
    assert wizard is not None
    box = body(page).row("partner_id").editor.focus_widget("partner_name")
    box.setFocus()
    commit(box, "かわせみ水辺くらぶ")
    press(qtbot, Qt.Key.Key_Return)
    answers = wizard.answers()
    assert answers["partner_id"] == partner
    assert answers["contact_name"] == "会長　髙﨑　一郎"
    assert answers["organisation"] == "会員12人。月に一度集まる。"
    wizard.go("plan")
    assert "令和7年度の提案と同じ" in body(page).row("organisation").spoken()
    wizard.go("money")
    told = words_in(wizard)
    assert "提案 1回・採択 1回・決定額の計 90,000円" in told
    assert "水辺の学校" in shown(page, "_case0")
    assert "国分寺市" in body(page).row("requirements.base_in_city").spoken()


def test_what_was_asked_to_be_put_right_stands_with_the_papers(qtbot: QtBot, page: ProposalsPage) -> None:
    services = page.context.services
    made = services.proposals.create(DRAFT)
    services.proposals.receive(made)
    asked = {
        "target": "収支予算書",
        "fault": "missing",
        "words": "積算がない",
        "asked_on": date(2026, 11, 24),
    }
    services.cases.record(made, "correction", {**asked, "due_on": date(2026, 12, 1)})
    page.intake.open_record(made)
    assert page.intake.wizard is not None
    page.intake.wizard.go("papers")
    row = next(one for one in body(page).rows if one.field.name.startswith("_correction"))
    assert row.field.label == "不足"
    assert shown(page, row.field.name) == "収支予算書 積算がない ・ 期限 令和8年12月1日"


def test_roles_are_asked_for_and_told_on_the_last_page(qtbot: QtBot, page: ProposalsPage) -> None:
    lines = (BudgetLine(LineSide.INCOME, "補助金", 98000),)
    begin(qtbot, page, "receive", replace(DRAFT, roles=(RoleLine("運営", "会場の確保"),), lines=lines))
    told = words_in(body(page))
    assert "団体：運営　市：会場の確保" in told
    assert "補助金 98,000円\n計 98,000円" in told
