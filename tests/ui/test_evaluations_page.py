"""評価 beside the check sheets: the list, what both sides said once both are in, the ways to and from it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationKind,
    EvaluationSide,
)
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.counter.desk import CounterDesk
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.evaluations.item_rows import MarkPair
from kyodo_desktop.ui.pages.check_sheets.evaluations.new_dialog import NewEvaluationDialog
from kyodo_desktop.ui.pages.check_sheets.evaluations.page import EvaluationsPage
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.widgets.labels import ElidedLabel
from tests.printing.test_fonts import text_of
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import click, focused, press, words_in
from tests.ui.test_evaluation_wizard import holds_cursor, page, tab_to
from tests.ui.typing_in import commit

__all__ = ["page"]

PARTNER, CITY, JOINT = EvaluationSide
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DONE = (
    EvaluationFilling(PARTNER, "髙﨑　一郎", date(2026, 5, 27)),
    EvaluationFilling(CITY, "西田　聡", date(2026, 5, 29)),
)
MARKET = EvaluationDraft(
    EvaluationKind.EVALUATION,
    2026,
    "朝の野菜市",
    department="産業振興課",
    goals=(EvaluationGoal("来る人を増やす", "来場者", "100人", "120人", "受付で数えた"),),
    answers=(
        EvaluationAnswer("goal", PARTNER, "4"),
        EvaluationAnswer("goal", CITY, "4"),
        EvaluationAnswer("schedule", PARTNER, "2", "雨で二回流れた"),
        EvaluationAnswer("schedule", CITY, "3"),
        EvaluationAnswer("schedule", JOINT, None, "予備日を決める"),
        EvaluationAnswer("money", PARTNER, "3"),
    ),
    fillings=DONE,
    joint_result="多くの人が来た。",
    comment="続けてほしい",
)
CONCERT = EvaluationDraft(EvaluationKind.MIDTERM, 2025, "夕やけコンサート", department="文化スポーツ課")


def add(qtbot: QtBot, page: EvaluationsPage, draft: EvaluationDraft) -> int:
    made = page.context.services.evaluations.create(draft)
    qtbot.waitUntil(lambda: made in [row.id for row in page.table.rows])
    assert page.view.select_record(made)
    page.settle()
    return made


def titles(page: EvaluationsPage) -> list[str]:
    return [row.title for row in page.table.shown]


def pairs(page: EvaluationsPage) -> list[str]:
    return [one.accessibleName() for one in page.side.detail.widget().findChildren(MarkPair)]


def dialog_of(qtbot: QtBot, window: MainWindow) -> EvaluationDialog:
    qtbot.waitUntil(lambda: window.findChild(EvaluationDialog) is not None)
    dialog = window.findChild(EvaluationDialog)
    qtbot.waitUntil(lambda: holds_cursor(dialog))
    return dialog


# The list


def test_empty_says_what_belongs_here_and_asks_the_kind_first(page: EvaluationsPage) -> None:
    assert "まだ評価はありません" in words_in(page._no_records)
    click(page._no_records, "新しい評価")
    asked = page.findChild(NewEvaluationDialog)
    assert asked.isVisible()
    assert asked.kinds.value() == "evaluation"


def test_the_list_is_sifted_by_words_kind_and_stand(
    qtbot: QtBot, window: MainWindow, page: EvaluationsPage
) -> None:
    add(qtbot, page, MARKET)
    add(qtbot, page, replace(CONCERT, fillings=DONE[:1]))
    page.filters.box.setText("野菜　産業")
    assert titles(page) == ["朝の野菜市"]
    assert "2件中 1件を表示" in window.status.text()
    page.verbs.clear.trigger()
    page.filters.stand.choose({"own"})
    assert titles(page) == ["夕やけコンサート"]
    page.verbs.clear.trigger()
    page.filters.kind.choose({"evaluation"})
    assert titles(page) == ["朝の野菜市"]
    assert "事業の評価 1" in page.footer.words()


def test_columns_tell_where_it_stands_and_what_comes_next(qtbot: QtBot, page: EvaluationsPage) -> None:
    made = add(qtbot, page, replace(MARKET, next_on=date(2026, 11, 20)))

    def told() -> dict[str, str]:
        row = page.table.rows[0]
        return {column.title: column.cell_of(row).spoken for column in page.table.columns}

    assert (told()["種類"], told()["年度"], told()["課"]) == ("事業の評価", "令和8年度", "産業振興課")
    assert told()["段階"] == "話し合い"
    assert told()["次の確認"] == "令和8年11月20日 その日になっています"
    services = page.context.services.evaluations
    services.hold(made, date(2026, 6, 3))
    qtbot.waitUntil(lambda: told()["段階"] == "公表前")
    services.save(made, replace(services.get(made).draft, public_summary="続いた。"))
    services.publish(made, date(2026, 7, 1), "市ホームページ")
    qtbot.waitUntil(lambda: told()["段階"] == "公表済み")


def test_discarded_ones_lie_in_the_wastebasket_and_come_back(qtbot: QtBot, page: EvaluationsPage) -> None:
    made = add(qtbot, page, MARKET)
    before = page.context.services.evaluations.get(made)
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not page.table.rows)
    page.verbs.wastebasket.trigger()
    basket = page.findChild(WastebasketDialog)
    assert [one.title for one in basket.table.rows] == ["朝の野菜市"]
    basket.view.selectRow(0)
    basket.restore_button.click()
    qtbot.waitUntil(lambda: titles(page) == ["朝の野菜市"])
    assert page.context.services.evaluations.get(made).draft == before.draft


def test_ctrl_k_finds_an_evaluation_and_opens_it(
    qtbot: QtBot, window: MainWindow, page: EvaluationsPage
) -> None:
    add(qtbot, page, CONCERT)
    made = add(qtbot, page, MARKET)
    window.open_page("partners")
    window.search.setFocus()
    commit(window.search, "野菜市")
    window.search.search_now()
    assert any(line.startswith("評価") for line in window.search.results())
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(window.page, CheckSheetTab)
    current = window.page.current
    assert isinstance(current, EvaluationsPage)
    row = current.current()
    assert row is not None
    assert row.id == made


def test_what_one_side_said_is_not_found_either(qtbot: QtBot, page: EvaluationsPage) -> None:
    add(qtbot, page, replace(MARKET, fillings=DONE[:1]))
    assert EvaluationsPage.search(page.context.services, "雨で二回", 8) == []


# The detail


def test_neither_side_is_shown_before_both_are_in(qtbot: QtBot, page: EvaluationsPage) -> None:
    made = add(qtbot, page, replace(MARKET, fillings=DONE[:1]))
    words = words_in(page.side.detail)
    assert "団体と担当課の両方が記入を終えると" in words
    assert "担当課の記入が、まだ終わっていません。もう一方の記入は残っています。" in words
    assert "雨で二回流れた" not in words
    assert pairs(page) == []
    page.context.services.evaluations.save(made, MARKET)
    qtbot.waitUntil(lambda: len(page.table.rows[0].record.draft.fillings) == 2)
    page.settle()
    assert "雨で二回流れた" in words_in(page.side.detail)


def test_both_sides_stand_side_by_side_with_what_they_say_together(
    qtbot: QtBot, page: EvaluationsPage
) -> None:
    add(qtbot, page, MARKET)
    shown = pairs(page)
    assert shown[:2] == ["団体: ４、担当課: ４", "団体: ２、担当課: ３ ちがい"]
    assert "団体: ３、担当課: 未記入" in shown
    words = words_in(page.side.detail)
    for said in (
        "ちがい 1項目",
        "一致",
        "担当課が未記入",
        "双方: 予備日を決める",
        "来る人を増やす",
        "指標 来場者 ・ 目標値 100人 ・ 結果 120人 ・ 受益者の評価を聴いた方法 受付で数えた",
        "続けてほしい",
        "（仮）",
        "事業の評価を作る: 朝の野菜市",
    ):
        assert said in words, said
    for reckoned in ("合計", "平均", "順位"):
        assert reckoned not in words


def test_two_of_the_same_year_are_told_and_stand_beside_each_other(
    qtbot: QtBot, page: EvaluationsPage
) -> None:
    second = replace(MARKET, answers=(EvaluationAnswer("schedule", PARTNER, "4"),))
    first, other = add(qtbot, page, MARKET), add(qtbot, page, second)
    page.open_record(first)
    page.settle()
    assert "この事業のこの年度の事業の評価は、ほかにも1件あります。どれも残ります。" in words_in(
        page.side.detail
    )
    compare = page.side.detail.compare
    assert compare is not None
    compare.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert "令和8年度の評価では 団体 ４・担当課 未記入" in words_in(page.side.detail)
    links = [one.accessibleName() for one in page.side.detail.findChildren(QPushButton)]
    click(page.side.detail, next(name for name in links if name.startswith("事業の評価　令和8年度")))
    row = page.current()
    assert row is not None
    assert row.id == other


def test_links_lead_to_what_it_belongs_to(qtbot: QtBot, window: MainWindow, page: EvaluationsPage) -> None:
    services = page.context.services
    partner = services.partners.list()[2]
    proposal = services.proposals.create(ProposalDraft(title="朝の野菜市", fiscal_year=2026))
    entry = services.collaborations.list(None)[0]
    subject = replace(MARKET, partner_id=partner.id, proposal_id=proposal, collaboration_id=entry.id)
    made = add(qtbot, page, subject)
    for words, key in (
        ("朝の野菜市", "proposals"),
        (f"の取組 {entry.number}", "collaborations"),
        (partner.name, "partners"),
    ):
        window.open_page("check_sheets/evaluations", made)
        page.settle()
        names = [one.accessibleName() for one in page.side.detail.widget().findChildren(QPushButton)]
        click(page.side.detail, next(name for name in names if name.endswith(words)))
        assert window.page is not None
        assert window.page.key == key


# Opened from elsewhere


def test_an_entry_of_the_list_is_evaluated_from_its_row(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page("collaborations")
    entries = window.page
    assert isinstance(entries, CollaborationsPage)
    entries.view.setFocus()
    entry = entries.current()
    assert entry is not None
    press(qtbot, Qt.Key.Key_V, CTRL | SHIFT)
    dialog = dialog_of(qtbot, window)
    assert (dialog.draft.collaboration_id, dialog.draft.title) == (entry.id, entry.title)
    dialog.bodies["goals"].focus_widget("goals").click()  # type: ignore[union-attr]
    commit(focused(), "続ける")
    dialog.close()
    (record,) = window.context.services.evaluations.list()
    assert record.draft.collaboration_id == entry.id
    text = paper_of(window, record.id)
    assert "続ける" in text
    assert "".join(entry.title.split()) in text


def paper_of(window: MainWindow, record_id: int) -> str:
    printed = window.context.services.documents.print_evaluation("evaluation_self_partner", record_id)
    return "".join("".join(text_of(printed.pdf)).split())


def test_a_new_one_is_begun_for_a_proposal_that_is_searched(
    qtbot: QtBot, window: MainWindow, page: EvaluationsPage
) -> None:
    proposal = page.context.services.proposals.create(
        ProposalDraft(title="灯りまつり", fiscal_year=2025, department="産業振興課")
    )
    page.verbs.new.trigger()
    asked = page.findChild(NewEvaluationDialog)
    qtbot.waitUntil(lambda: asked.isVisible() and focused() is asked.kinds)
    press(qtbot, Qt.Key.Key_Right)
    tab_to(qtbot, asked.picker.box)
    commit(focused(), "灯り")
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, window)
    assert (dialog.draft.kind, dialog.draft.proposal_id) == (EvaluationKind.RETROSPECTIVE, proposal)
    assert (dialog.draft.fiscal_year, dialog.draft.department) == (2025, "産業振興課")


def test_the_next_date_is_told_at_the_counter_and_leads_here(
    qtbot: QtBot, window: MainWindow, page: EvaluationsPage
) -> None:
    partner = page.context.services.partners.list()[2]
    made = add(qtbot, page, replace(MARKET, partner_id=partner.id, next_on=date(2027, 1, 20)))
    window.open_page("partners")
    window.open_counter(partner.id)
    desk = window.findChild(CounterDesk)
    qtbot.waitUntil(lambda: "「朝の野菜市」の事業の評価の次の確認" in words_in(desk.card))
    desk.open_place("check_sheets/evaluations", made)
    assert isinstance(window.page, CheckSheetTab)
    assert isinstance(window.page.current, EvaluationsPage)


def test_persons_in_the_text_are_told_before_a_file_is_written(
    qtbot: QtBot, window: MainWindow, page: EvaluationsPage, chooser: AnsweringChooser
) -> None:
    add(qtbot, page, replace(MARKET, public_text="髙﨑一郎さんの話です。"))
    page.verbs.edit.trigger()
    dialog = dialog_of(qtbot, window)
    dialog.show_step("public")
    dialog.file_button.click()
    assert "人の名前「髙﨑一郎」" in dialog.messages.text()
    assert chooser.asked == []
    click(dialog.messages, "このまま保存する")
    assert (chooser.folder / "評価結果_朝の野菜市.txt").exists()


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, page: EvaluationsPage, tmp_path: Path
) -> None:
    add(qtbot, page, replace(MARKET, public_summary="続いた。"))
    page.verbs.edit.trigger()
    dialog = dialog_of(qtbot, window)
    dialog.show_step("public")
    dialog.public.write_to(tmp_path / "ない" / "結果.txt")
    assert "保存する場所を選び直してください" in dialog.messages.text()


# Names and sizes


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, page: EvaluationsPage, percent: int) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    assert isinstance(window.page, CheckSheetTab)
    anew = window.page.current
    assert isinstance(anew, EvaluationsPage)
    add(qtbot, anew, replace(MARKET, next_on=date(2026, 5, 20)))
    detail = anew.side.detail
    qtbot.waitUntil(lambda: detail.widget().width() <= detail.viewport().width())
    cut = [
        label.text()
        for label in detail.widget().findChildren(QLabel)
        if label.isVisible()
        and not isinstance(label, ElidedLabel)
        and label.height()
        < (label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height())
    ]
    assert cut == []
