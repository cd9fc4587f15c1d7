"""提案受付 through the real window: the whole intake by keyboard, and what a clerk does afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import (
    Confirmation,
    ProposalDraft,
    ProposalRecord,
    ProposalStage,
    RequirementAnswer,
    Weight,
)
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.proposals.dialogs import AcceptDialog
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.pages.proposals.review import ReviewBody
from kyodo_desktop.ui.wizard.fields_body import FieldsBody
from kyodo_desktop.ui.wizard.wizard import Wizard
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit, compose

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REQUIREMENTS = (
    "own_project",
    "city_issue",
    "no_other_subsidy",
    "non_profit",
    "base_in_city",
    "bylaws",
    "accounting",
    "members",
    "not_religious_or_political",
    "no_organized_crime",
)
SOUND = ProposalDraft(
    programme="open_call",
    fiscal_year=2026,
    partner_name="かわせみ水辺くらぶ",
    contact_name="会長",
    title="用水路いきもの調べ",
    summary="生き物を調べる。",
    starts_on=date(2026, 7, 1),
    ends_on=date(2027, 3, 31),
    eligible_cost=90_000,
    amount=90_000,
    requirements=tuple(
        RequirementAnswer(key, Confirmation.CONFIRMED, "計画書", "田中", date(2026, 5, 22))
        for key in REQUIREMENTS
    ),
    received_by="田中",
)


def page_of(window: MainWindow) -> ProposalsPage:
    page = window.page
    assert isinstance(page, ProposalsPage)
    return page


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    return page_of(window)


def wizard_of(page: ProposalsPage) -> Wizard:
    assert page.intake.wizard is not None
    return page.intake.wizard


def fields(page: ProposalsPage) -> FieldsBody:
    body = wizard_of(page).body
    assert isinstance(body, FieldsBody)
    return body


def field(page: ProposalsPage, name: str) -> Any:
    return fields(page).row(name).editor.focus_widget(name)


def type_in(text: str) -> None:
    commit(focused(), text)


def detail(page: ProposalsPage) -> str:
    return words_in(page.side.detail)


def add(qtbot: QtBot, page: ProposalsPage, draft: ProposalDraft, *, received: bool = False) -> int:
    proposals = page.context.services.proposals
    made = proposals.create(draft)
    if received:
        proposals.receive(made)
    qtbot.waitUntil(lambda: made in [row.id for row in page.table.rows])
    qtbot.waitUntil(lambda: record(page, made).stage.value == ("received" if received else "draft"))
    assert page.view.select_record(made)
    page.settle()
    return made


def record(page: ProposalsPage, record_id: int) -> ProposalRecord:
    return page.context.services.proposals.get(record_id)


# The whole way by keyboard


def test_a_proposal_is_taken_in_by_keyboard_and_its_slip_opens(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    page._no_records.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    wizard = wizard_of(page)
    # 1 制度と団体
    assert field(page, "programme").hasFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    assert field(page, "fiscal_year").hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    type_in("小平商工会")
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.answers()["partner_name"] == "小平商工会"
    assert wizard.answers()["partner_id"] is not None
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 2 申請者と連絡先
    assert field(page, "contact_name").hasFocus()
    type_in("山田 花子")
    press(qtbot, Qt.Key.Key_Return)
    type_in("０４２ー３４１ー００１５")
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.answers()["contact_phone"] == "042-341-0015"
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 3 事業の内容
    type_in("用水路いきもの調べ")
    press(qtbot, Qt.Key.Key_Return)
    type_in("水辺に親しむ。")
    press(qtbot, Qt.Key.Key_Tab)
    type_in("生き物を調べる。")
    press(qtbot, Qt.Key.Key_Tab)
    type_in("R8.7.1")
    press(qtbot, Qt.Key.Key_Return)
    type_in("令和９年３月３１日")
    press(qtbot, Qt.Key.Key_Return)
    assert "7月から3月のうち" in fields(page).row("period").spoken()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 4 体制と役割分担
    assert field(page, "organisation").hasFocus()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 5 収支予算
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 6 要件と申請額
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Return)
    type_in("事業計画書 1枚目")
    while not field(page, "eligible_cost").hasFocus():
        press(qtbot, Qt.Key.Key_Return)
    type_in("128000")
    press(qtbot, Qt.Key.Key_Return)
    assert field(page, "amount").hasFocus()
    type_in("１２８，０００円")
    press(qtbot, Qt.Key.Key_Return)
    assert "上限 100,000円を 28,000円 超えています" in fields(page).row("amount").spoken()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 7 添付の紙
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.answers()["papers.application"] == 1
    press(qtbot, Qt.Key.Key_Return, CTRL)
    # 8 確かめて受け付ける
    assert isinstance(wizard.body, ReviewBody)
    assert "受理の前に残っていること（受付はできます）" in words_in(wizard.body)
    field(page, "received_by").setFocus()
    type_in("田中")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.intake.is_open
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.intake.is_open)
    row = page.current()
    assert row is not None
    assert row.record.receipt_number == "2026-T-001"
    assert row.record.stage is ProposalStage.RECEIVED
    assert row.record.draft.requirements[0].seen == "事業計画書 1枚目"
    assert "2026-T-001" in window.status.news_text()
    assert "受け付けました ・ 受付番号 2026-T-001" in detail(page)
    assert page.side.detail.slip_button is not None
    assert page.side.detail.slip_button.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None, timeout=20_000)
    preview = window.findChild(PrintPreview)
    text = preview.document.getAllText(0).text()
    assert "2026-T-001" in text
    assert "用水路いきもの調べ" in text
    preview.close()


# The draft


def test_a_killed_window_loses_nothing_and_goes_on_where_it_was(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    with open_window(qtbot, folder, clock, killed=True) as first:
        first.open_page("proposals")
        page = page_of(first)
        qtbot.waitUntil(page.isVisible)
        page.verbs.new.trigger()
        press(qtbot, Qt.Key.Key_Right)
        wizard_of(page).go("project")
        type_in("書きかけの事業")
        wizard_of(page).go("money")
        field(page, "amount").setFocus()
        type_in("十万ぐらい")
        drafts = page.context.services.drafts
        qtbot.waitUntil(lambda: page.intake.record_id != 0, timeout=3000)
        made = page.intake.record_id
        qtbot.waitUntil(
            lambda: (drafts.load("proposal", made) or {}).get("answers", {}).get("amount") == "十万ぐらい",
            timeout=3000,
        )
    with open_window(qtbot, folder, clock) as second:
        second.open_page("proposals")
        page = page_of(second)
        qtbot.waitUntil(page.isVisible)
        assert [row.title for row in page.table.shown] == ["書きかけの事業"]
        page.view.setFocus()
        press(qtbot, Qt.Key.Key_F2)
        assert wizard_of(page).here == "money"
        assert field(page, "amount").text() == "十万ぐらい"
        wizard_of(page).go("project")
        assert field(page, "title").text() == "書きかけの事業"


def test_a_new_one_in_which_nothing_was_typed_leaves_nothing(qtbot: QtBot, page: ProposalsPage) -> None:
    page.verbs.new.trigger()
    wizard_of(page).next_step()
    wizard_of(page).close_draft()
    assert not page.intake.is_open
    assert page.context.services.proposals.list() == ()


def test_the_draft_is_kept_when_the_tab_is_left(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    page.verbs.new.trigger()
    wizard_of(page).go("project")
    type_in("途中の事業")
    window.open_page("partners")
    assert [one.draft.title for one in page.context.services.proposals.list()] == ["途中の事業"]
    window.open_page("proposals")
    assert field(page_of(window), "title").text() == "途中の事業"


def test_enter_while_composing_neither_moves_nor_picks(qtbot: QtBot, page: ProposalsPage) -> None:
    page.verbs.new.trigger()
    box = field(page, "partner_name")
    box.setFocus()
    commit(box, "小平商工会")
    compose(box, "せいねんぶ")
    press(qtbot, Qt.Key.Key_Return)
    assert wizard_of(page).answers()["partner_id"] is None
    assert box.hasFocus()
    commit(box, "青年部")
    assert wizard_of(page).answers()["partner_name"] == "小平商工会青年部"


def test_what_cannot_be_read_is_not_called_unwritten(qtbot: QtBot, page: ProposalsPage) -> None:
    made = add(qtbot, page, replace(SOUND, starts_on=None, amount=None, eligible_cost=None))
    page.verbs.edit.trigger()
    for step, name, text in (
        ("project", "starts_on", "七月ごろ"),
        ("money", "eligible_cost", "10万ちょっと"),
        ("money", "amount", "十万ぐらい"),
    ):
        wizard_of(page).go(step, name)
        type_in(text)
    wizard_of(page).go("receive")
    for words in (words_in(fields(page)), _closed(page, made)):
        for sentence in (
            "実施期間の始まり: 「七月ごろ」は日付として読めません",
            "補助対象経費: 「10万ちょっと」は金額として読めません",
            "申請額: 「十万ぐらい」は金額として読めません",
            "「七月ごろ」（読めません） ～ 令和9年3月31日",
            "「十万ぐらい」（読めません）",
        ):
            assert sentence in words
        assert "書かれていません" not in words
        assert "書かれていないので" not in words


def _closed(page: ProposalsPage, record_id: int) -> str:
    wizard_of(page).close_draft()
    page.open_record(record_id)
    page.settle()
    return detail(page)


# The partner


def test_a_partner_of_the_register_fills_the_contact(qtbot: QtBot, page: ProposalsPage) -> None:
    page.context.services.partners.add(
        PartnerDraft("かわせみ水辺くらぶ", representative="会長 山田", phone="042-341-0015")
    )
    page.verbs.new.trigger()
    box = field(page, "partner_name")
    box.setFocus()
    commit(box, "かわせみ")
    press(qtbot, Qt.Key.Key_Return)
    wizard_of(page).go("contact")
    assert field(page, "contact_name").text() == "会長 山田"
    assert field(page, "contact_phone").text() == "042-341-0015"


def test_a_new_partner_is_put_into_the_register_by_a_button(qtbot: QtBot, page: ProposalsPage) -> None:
    page.verbs.new.trigger()
    box = field(page, "partner_name")
    box.setFocus()
    commit(box, "まったく新しい会")
    click(fields(page), "この名前で台帳に加える")
    found = page.context.services.partners.search("まったく新しい会", 3)
    assert [one.name for one in found] == ["まったく新しい会"]
    assert wizard_of(page).answers()["partner_id"] == found[0].id


def test_a_mail_and_a_phone_that_cannot_be_are_told_beside_the_field(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    page.verbs.new.trigger()
    wizard_of(page).go("contact")
    for name, wrong, right, kept in (
        ("contact_phone", "0901234", "０９０１２３４５６７８", "090-1234-5678"),
        ("contact_email", "yamada@", "ｙａｍａｄａ＠example.jp", "yamada@example.jp"),
    ):
        field(page, name).setFocus()
        type_in(wrong)
        assert wrong not in fields(page).row(name).spoken()
        press(qtbot, Qt.Key.Key_Return)
        assert f"「{wrong}」が" in fields(page).row(name).spoken()
        field(page, name).setFocus()
        field(page, name).selectAll()
        type_in(right)
        press(qtbot, Qt.Key.Key_Return)
        assert field(page, name).text() == kept
        assert fields(page).row(name).spoken() == ""


# Who confirms


def test_without_a_clerk_only_the_name_is_asked_for_and_wrong_only_when_it_was_left_out(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    page.verbs.new.trigger()
    press(qtbot, Qt.Key.Key_Right)
    wizard = wizard_of(page)
    wizard.go("money")
    row = fields(page).row("requirements.own_project")
    press(qtbot, Qt.Key.Key_Left)
    assert "確認した人が書かれていません" in row.spoken()
    assert "日が" not in row.spoken()
    assert [one.weight for one in wizard.flow.problems("money") if one.field == row.field.name] == [
        Weight.NOTICE
    ]
    assert "この頁" not in wizard.bar.words()
    press(qtbot, Qt.Key.Key_Return)
    assert "この頁" not in wizard.bar.words()
    field(page, "requirements.city_issue").setFocus()
    assert "確認した人が書かれていません" in row.spoken()
    assert "この頁に 1つ" in wizard.bar.words()


def test_a_name_typed_once_is_proposed_from_then_on(qtbot: QtBot, page: ProposalsPage) -> None:
    page.verbs.new.trigger()
    press(qtbot, Qt.Key.Key_Right)
    wizard = wizard_of(page)
    wizard.go("money")
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Return)
    type_in("計画書")
    press(qtbot, Qt.Key.Key_Return)
    type_in("佐藤")
    press(qtbot, Qt.Key.Key_Return)
    assert field(page, "requirements.city_issue").hasFocus()
    press(qtbot, Qt.Key.Key_Left)
    found = wizard.answers()["requirements.city_issue"]
    assert (found["by"], found["on"]) == ("佐藤", "2026-11-24")
    wizard.go("receive")
    assert field(page, "received_by").text() == "佐藤"
    assert "設定" in fields(page).row("received_by").spoken()
    wizard.close_draft()
    page.verbs.new.trigger()
    assert wizard_of(page).answers()["received_by"] == "佐藤"
    # Who sits here is for the settings to say: a name typed once is proposed, not put there.
    assert page.context.services.settings.get("clerk_name", "") == ""


# 受付 and 受理


def test_what_makes_a_slip_impossible_is_said_and_its_field_opens(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    page.verbs.new.trigger()
    wizard_of(page).go("receive")
    wizard_of(page).finish()
    assert page.intake.is_open
    assert "受け付けられません" in window.messages.text()
    assert wizard_of(page).here == "round"


def test_a_breach_does_not_hold_back_the_reception_but_the_acceptance(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = add(qtbot, page, replace(SOUND, amount=128_000, eligible_cost=128_000), received=True)
    assert record(page, made).receipt_number == "2026-T-001"
    assert "上限 100,000円を 28,000円 超えています" in detail(page)
    page.verbs.accept.trigger()
    dialog = page.findChild(AcceptDialog)
    assert "28,000円 超えています" in words_in(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.confirm()
    assert record(page, made).stage is ProposalStage.RECEIVED
    commit(dialog.reason, "市長の指示による")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: record(page, made).stage is ProposalStage.ACCEPTED)
    assert record(page, made).acceptance_reason == "市長の指示による"
    qtbot.waitUntil(lambda: "市長の指示による" in detail(page))
    assert "受理しました: 2026-T-001" in window.status.news_text()


def test_a_reason_written_for_one_breach_is_not_taken_for_the_next(qtbot: QtBot, page: ProposalsPage) -> None:
    made = add(qtbot, page, replace(SOUND, eligible_cost=None, amount=90_000))
    page.verbs.edit.trigger()
    wizard = wizard_of(page)
    wizard.go("money")
    wizard.go("papers")
    wizard.go("money", "amount")
    cost, amount = fields(page).row("eligible_cost"), fields(page).row("amount")
    click(cost, "理由を書く")
    type_in("収支予算書はあとから届く")
    field(page, "amount").setFocus()
    assert "理由: 収支予算書はあとから届く" in cost.spoken()
    assert wizard.flow.weighty("money") == ()
    field(page, "amount").selectAll()
    type_in("128000")
    press(qtbot, Qt.Key.Key_Return)
    assert "28,000円 超えています" in amount.spoken()
    assert "書いてある理由: 収支予算書はあとから届く" in amount.spoken()
    assert [one.field for one in wizard.flow.weighty("money")] == ["amount"]
    # The last step says so beside the reason, also after the draft was closed.
    wizard.close_draft()
    page.open_intake(made)
    wizard = wizard_of(page)
    wizard.go("receive")
    assert "まだ確かめていないことが 1つ" in fields(page).row("reason").spoken()
    wizard.go("money", "amount")
    amount = fields(page).row("amount")
    click(amount, "この理由でよいか確かめる")
    assert focused() is amount.reason
    click(amount, "この理由でよい")
    assert "理由: 収支予算書はあとから届く" in amount.spoken()
    assert wizard.flow.weighty("money") == ()
    wizard.go("receive")
    assert "まだ確かめていない" not in fields(page).row("reason").spoken()


def test_a_reason_left_open_elsewhere_does_not_take_back_what_is_written(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    add(qtbot, page, replace(SOUND, eligible_cost=None, amount=128_000))
    page.verbs.edit.trigger()
    wizard = wizard_of(page)
    wizard.go("money")
    wizard.go("papers")
    wizard.go("money")
    click(fields(page).row("amount"), "理由を書く")
    click(fields(page).row("eligible_cost"), "理由を書く")
    type_in("収支予算書はあとから届く")
    field(page, "amount").setFocus()
    assert wizard.answers()["reason"] == "収支予算書はあとから届く"
    assert "理由: 収支予算書" in fields(page).row("eligible_cost").spoken()


def _in_sight(page: ProposalsPage, one: QWidget) -> bool:
    port = wizard_of(page).view.area.viewport()
    top = one.mapTo(port, QPoint(0, 0)).y()
    return top >= 0 and top + one.height() <= port.height()


def test_what_the_last_field_says_is_scrolled_into_sight(qtbot: QtBot, page: ProposalsPage) -> None:
    add(qtbot, page, replace(SOUND, amount=None))
    page.verbs.edit.trigger()
    wizard_of(page).go("money", "amount")
    row = fields(page).row("amount")
    settling = wizard_of(page).view._settling
    qtbot.waitUntil(lambda: _in_sight(page, row) and not settling.isActive())
    before = row.height()
    type_in("128000")
    press(qtbot, Qt.Key.Key_Return)
    assert wizard_of(page).bar.forward.hasFocus()
    qtbot.waitUntil(lambda: row.height() > before and _in_sight(page, row), timeout=2000)
    qtbot.waitUntil(lambda: not settling.isActive())
    before = row.height()
    field(page, "amount").setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is row.reason
    qtbot.waitUntil(lambda: row.height() > before and _in_sight(page, focused()), timeout=2000)


def test_a_reason_is_confirmed_for_all_on_the_last_step(qtbot: QtBot, page: ProposalsPage) -> None:
    add(qtbot, page, replace(SOUND, reason="市長の指示による"))
    page.verbs.edit.trigger()
    wizard = wizard_of(page)
    wizard.go("money", "amount")
    field(page, "amount").selectAll()
    type_in("128000")
    wizard.go("receive")
    click(fields(page), "この理由でよい")
    assert "まだ確かめていない" not in fields(page).row("reason").spoken()
    assert wizard.flow.weighty("money") == ()


def test_a_reason_that_is_written_is_asked_about_before_the_acceptance(
    qtbot: QtBot, page: ProposalsPage
) -> None:
    draft = replace(SOUND, amount=128_000, reason="収支予算書はあとから届く")
    made = add(qtbot, page, draft, received=True)
    page.verbs.accept.trigger()
    dialog = page.findChild(AcceptDialog)
    assert "28,000円 超えています" in words_in(dialog)
    assert dialog.reason.text() == "収支予算書はあとから届く"
    assert record(page, made).stage is ProposalStage.RECEIVED
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: record(page, made).stage is ProposalStage.ACCEPTED)


def test_what_stops_an_acceptance_is_named(qtbot: QtBot, window: MainWindow, page: ProposalsPage) -> None:
    made = add(qtbot, page, replace(SOUND, summary=""), received=True)
    page.verbs.accept.trigger()
    assert record(page, made).stage is ProposalStage.RECEIVED
    assert "事業の内容が書かれていません" in window.messages.text()


def test_a_sound_one_is_accepted_without_asking_and_undone(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = add(qtbot, page, SOUND, received=True)
    click(page.side.detail, "受理する")
    qtbot.waitUntil(lambda: record(page, made).stage is ProposalStage.ACCEPTED)
    qtbot.waitUntil(lambda: "「選考審査会」へ" in words_in(page.side.detail))
    window.window_commands.undo()
    qtbot.waitUntil(lambda: record(page, made).stage is ProposalStage.RECEIVED)


def test_ctrl_s_saves_a_received_proposal_from_any_step(qtbot: QtBot, page: ProposalsPage) -> None:
    made = add(qtbot, page, SOUND, received=True)
    page.verbs.edit.trigger()
    wizard_of(page).go("project")
    field(page, "title").selectAll()
    type_in("新しい名前")
    page.verbs.save.trigger()
    assert record(page, made).draft.title == "新しい名前"
    assert not page.intake.is_open


def test_after_the_number_what_is_typed_waits_for_saving(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = add(qtbot, page, SOUND, received=True)
    page.verbs.edit.trigger()
    wizard = wizard_of(page)
    wizard.go("project")
    field(page, "title").selectAll()
    type_in("新しい名前")
    wizard.close_draft()
    assert record(page, made).draft.title == SOUND.title
    qtbot.waitUntil(lambda: "書きかけがあります" in detail(page))
    page.verbs.edit.trigger()
    assert field(page, "title").text() == "新しい名前"
    wizard_of(page).go("receive")
    assert wizard_of(page).bar.forward.text() == "保存する"
    wizard_of(page).finish()
    assert record(page, made).draft.title == "新しい名前"
    assert record(page, made).receipt_number == "2026-T-001"
    qtbot.waitUntil(lambda: "提案を直す" in detail(page))


def test_a_problem_in_the_detail_leads_to_its_field(qtbot: QtBot, page: ProposalsPage) -> None:
    add(qtbot, page, replace(SOUND, amount=128_000), received=True)
    link = next(
        b for b in page.side.detail.findChildren(QPushButton) if "上限 100,000円" in b.accessibleName()
    )
    link.click()
    assert wizard_of(page).here == "money"
    assert field(page, "amount").hasFocus()


# The list


def test_empty_says_what_belongs_here(page: ProposalsPage) -> None:
    assert page._no_records.isVisible()
    assert "まだ提案はありません" in words_in(page._no_records)
    click(page._no_records, "新しい提案")
    assert page.intake.is_open


def test_the_list_is_sifted_and_counted(qtbot: QtBot, page: ProposalsPage) -> None:
    add(qtbot, page, SOUND, received=True)
    add(qtbot, page, replace(SOUND, programme="ikiiki", title="居場所づくり", amount=500_000), received=True)
    add(qtbot, page, replace(SOUND, title="下書きの事業"))
    numbers = [row.record.receipt_number for row in page.table.shown]
    assert numbers == ["", "2026-I-001", "2026-T-001"]
    assert page.footer.words() == "段階ごと 下書き 1 受付 2 提案 3件"
    page.filters.box.setText("2026-T-1")
    assert [row.title for row in page.table.shown] == ["用水路いきもの調べ"]
    page.filters.clear()
    page.filters.stage.choose({"draft"})
    assert [row.title for row in page.table.shown] == ["下書きの事業"]
    page.filters.stage.choose(())
    page.filters.programme.choose({"ikiiki"})
    assert [row.title for row in page.table.shown] == ["居場所づくり"]
    page.filters.box.setText("どこにもない")
    assert page._no_match.isVisible()


@pytest.mark.parametrize("typed", ["R8-T-1", "令8 提 1", "２０２６－Ｔ－００１", "2026-T-001"])
def test_ctrl_k_finds_a_receipt_number_however_it_is_typed(
    qtbot: QtBot, page: ProposalsPage, typed: str
) -> None:
    made = add(qtbot, page, SOUND, received=True)
    hits = ProposalsPage.search(page.context.services, typed, 8)
    assert [hit.record_id for hit in hits] == [made]
    assert "2026-T-001" in hits[0].detail


def test_ctrl_k_finds_words_and_opens_the_proposal(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = add(qtbot, page, SOUND)
    window.open_page("partners")
    window.search.setText("いきもの")
    window.search.search_now()
    assert any("用水路いきもの調べ" in line for line in window.search.results())
    window.open_page("proposals", made)
    row = page_of(window).current()
    assert row is not None
    assert row.id == made


def test_deleted_ones_lie_in_the_wastebasket_and_come_back(qtbot: QtBot, page: ProposalsPage) -> None:
    made = add(qtbot, page, SOUND, received=True)
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.table.rows == ())
    page.verbs.wastebasket.trigger()
    basket = page.findChild(WastebasketDialog)
    assert [(one.title, one.detail) for one in basket.table.rows] == [("用水路いきもの調べ", "2026-T-001")]
    basket.view.selectRow(0)
    basket.restore_button.click()
    qtbot.waitUntil(lambda: [row.id for row in page.table.rows] == [made])


def test_an_open_wizard_outlives_another_text_size(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    page.verbs.new.trigger()
    press(qtbot, Qt.Key.Key_Right)
    wizard_of(page).go("project")
    type_in("大きな文字の事業")
    window.change_look(window.context.settings.palette, 150)
    again = page_of(window)
    assert again is not page
    assert wizard_of(again).here == "project"
    assert field(again, "title").text() == "大きな文字の事業"
    again.intake.keep()
    assert len(again.context.services.proposals.list()) == 1


def test_a_link_to_another_proposal_closes_the_wizard_and_keeps_its_draft(
    qtbot: QtBot, window: MainWindow, page: ProposalsPage
) -> None:
    made = add(qtbot, page, SOUND)
    page.verbs.new.trigger()
    wizard_of(page).go("project")
    type_in("別の事業")
    window.open_page("proposals", made)
    assert not page.intake.is_open
    row = page.current()
    assert row is not None
    assert row.id == made
    titles = {one.draft.title for one in page.context.services.proposals.list()}
    assert titles == {SOUND.title, "別の事業"}


# For everybody


def steps_of(page: ProposalsPage) -> Iterator[Wizard]:
    for step in wizard_of(page).flow.path():
        wizard_of(page).go(step.key)
        yield wizard_of(page)


LONG_NAME = "特定非営利活動法人かわせみ水辺と雑木林をみんなで守り育てる小平市民の会連絡協議会"


def _add_long_partner(qtbot: QtBot, page: ProposalsPage) -> int:
    partner = page.context.services.partners.add(
        PartnerDraft(
            LONG_NAME,
            kind=PartnerKind.CITIZEN_GROUP,
            representative="代表理事　武者小路　はなこ　共同代表　山田　太郎左衛門",
            phone="042-341-0015",
        )
    )
    return add(qtbot, page, replace(SOUND, partner_id=partner, partner_name=LONG_NAME))


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_card_of_a_partner_grows_with_its_words(qtbot: QtBot, window: MainWindow, percent: int) -> None:
    window.change_look(window.context.settings.palette, percent)
    window.open_page("proposals")
    page = page_of(window)
    _add_long_partner(qtbot, page)
    inside = page.side.detail.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() <= page.side.detail.viewport().width())
    page.verbs.edit.trigger()
    wizard_of(page).go("round", "partner_id")
    row = fields(page).row("partner_id")
    labels = [one for one in row.findChildren(QLabel) if one.isVisible() and one.text()]
    assert any("武者小路" in one.text() for one in labels)
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in labels))
    assert wizard_of(page).view.area.horizontalScrollBar().maximum() == 0


def test_the_day_and_its_title_stand_at_the_same_side(qtbot: QtBot, page: ProposalsPage) -> None:
    add(qtbot, page, SOUND)
    day = [column.key for column in page.table.columns].index("day")
    role = Qt.ItemDataRole.TextAlignmentRole
    assert page.table.headerData(day, Qt.Orientation.Horizontal, role) & int(Qt.AlignmentFlag.AlignRight)
    assert "受付番号はまだ\n" in detail(page)


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, page: ProposalsPage) -> None:
    add(qtbot, page, SOUND, received=True)
    _assert_named(page)
    page.verbs.edit.trigger()
    for wizard in steps_of(page):
        _assert_named(wizard)


def _assert_named(widget: QWidget) -> None:
    for one in widget.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(one)
            assert interface.text(QAccessible.Text.Name), one


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, percent: int) -> None:
    window.change_look(window.context.settings.palette, percent)
    window.open_page("proposals")
    page = page_of(window)
    lines = (BudgetLine(LineSide.INCOME, "補助金", 128_000), BudgetLine(LineSide.EXPENSE, "報償費", 98_000))
    plan = replace(SOUND, amount=128_000, lines=lines, roles=(RoleLine("企画と運営", "会場の確保"),))
    add(qtbot, page, replace(plan, requirements=SOUND.requirements[:4]), received=True)
    page.verbs.edit.trigger()
    for wizard in steps_of(page):
        qtbot.waitUntil(lambda: _has_its_room(page), timeout=3000)
        assert wizard.view.area.horizontalScrollBar().maximum() == 0, wizard.here
        for label in wizard.findChildren(QLabel):
            plain = type(label) is QLabel and not label.wordWrap()
            if plain and label.isVisible() and label.text():
                assert label.width() >= label.sizeHint().width() - 1, label.text()


def _has_its_room(page: ProposalsPage) -> bool:
    return all(row.height() >= row.heightForWidth(row.width()) for row in fields(page).rows)
