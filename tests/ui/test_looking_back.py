"""Looking back through the real window: figures of the rounds, former projects, a partner's own story."""

from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.case_figures import Continuation
from kyodo_desktop.records.cases import CaseEnd
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.past_cases import PastCaseDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.story_part import StorySheet
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.pages.proposals.looking_back.past_form import PastForm
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.widgets.choice import Choice
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
OLD = PastCaseDraft(
    programme="support_call",
    fiscal_year=2010,
    partner_name="かわせみ水辺くらぶ",
    title="用水路のごみ拾い",
    asked=120_000,
    granted=100_000,
    settled=98_000,
    continued=Continuation.INDEPENDENT,
)


@pytest.fixture
def page(window: MainWindow) -> ProposalsPage:
    window.open_page("proposals")
    found = window.page
    assert isinstance(found, ProposalsPage)
    return found


def services(page: Any) -> Any:
    return page.context.services


def form_of(page: ProposalsPage) -> PastForm:
    form = page.looking_back.past.form
    assert form is not None
    return form


def pick(choice: Choice, key: str) -> None:
    """Choose as a person does."""
    choice.set_value(key)
    choice.chosen.emit(key)


def test_a_former_project_is_recorded_by_keyboard(qtbot: QtBot, page: ProposalsPage) -> None:
    press(qtbot, Qt.Key.Key_I, CTRL_SHIFT)
    form = form_of(page)
    assert focused() is form.year
    pick(form.year, "2010")
    assert [form.programme.itemText(at) for at in range(form.programme.count())] == [
        "小平市市民活動支援公募事業",
        "小平市民活動支援公募事業（学生団体コース）",
        "いきいき協働事業提案制度",
    ]
    pick(form.programme, "ikiiki_system")
    commit(form.group.name, "小川の会")
    commit(form.title_line, "放課後の居場所")
    commit(form.money["granted"], "８０万円")
    press(qtbot, Qt.Key.Key_Tab)
    form.title_line.setFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "放課後の居場所" in words_in(page.looking_back.past))
    assert "平成22年度" in words_in(page.looking_back.past)
    (line,) = services(page).statistics.cases()
    assert (line.fiscal_year, line.programme_title, line.granted, line.end) == (
        2010,
        "いきいき協働事業提案制度",
        800_000,
        CaseEnd.FINISHED,
    )
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.looking_back.isVisible()


def test_what_is_missing_is_said_at_its_field(qtbot: QtBot, page: ProposalsPage) -> None:
    page.record_past()
    form = form_of(page)
    commit(form.group.name, "小川の会")
    form.save()
    assert "事業名が書かれていません" in form.title_line.problem
    assert services(page).statistics.cases() == ()


def test_a_half_written_one_is_there_after_a_crash(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    with open_window(qtbot, folder, clock, killed=True) as window:
        window.open_page("proposals")
        page = window.page
        assert isinstance(page, ProposalsPage)
        page.record_past()
        commit(form_of(page).title_line, "途中まで書いた事業")
        form_of(page).keep_draft()
    with open_window(qtbot, folder, clock) as window:
        window.open_page("proposals")
        page = window.page
        assert isinstance(page, ProposalsPage)
        page.record_past()
        assert form_of(page).title_line.text() == "途中まで書いた事業"


def test_editing_it_in_the_list_opens_its_own_form(qtbot: QtBot, page: ProposalsPage) -> None:
    made = services(page).past_cases.record(OLD)
    page.read_records()
    page.open_record(made)
    row = page.current()
    assert row is not None
    assert row.record.past
    assert (row.stage, page.verbs.slip.isEnabled()) == ("完了", False)
    page.settle()
    assert "受付票を印刷" not in words_in(page.side.detail)
    page.verbs.edit_record()
    form = form_of(page)
    assert form.title_line.text() == "用水路のごみ拾い"
    assert not page.intake.is_open
    commit(form.title_line, "の記録")
    form.save()
    assert services(page).past_cases.get(made).title.endswith("の記録")
    page.looking_back.past.begin_edit(made)
    click(form_of(page), "ごみ箱へ")
    assert services(page).statistics.cases() == ()


def test_the_figures_are_counted_and_written_to_a_file(
    qtbot: QtBot, page: ProposalsPage, chooser: AnsweringChooser
) -> None:
    services(page).past_cases.record(OLD)
    proposals = services(page).proposals
    proposals.receive(
        proposals.create(
            ProposalDraft(
                "open_call", 2026, None, "みどりの会", title="緑の道", amount=90_000, received_by="鈴木"
            )
        )
    )
    press(qtbot, Qt.Key.Key_R, CTRL_SHIFT)
    figures = page.looking_back.figures
    assert [(one.fiscal_year, one.counts.received) for one in figures.shown()] == [(2026, 1), (2010, 1)]
    assert "申請額の計 210,000円" in figures.sum.text()
    pick(figures.programme, "support_call")
    assert [one.fiscal_year for one in figures.shown()] == [2010]
    click(figures, "Excelに書き出す")
    assert chooser.asked == ["募集回ごとの集計.xlsx"]
    path = chooser.folder / "募集回ごとの集計.xlsx"
    qtbot.waitUntil(path.exists)
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert rows[1][:3] == ("平成22年度", "小平市市民活動支援公募事業", 1)


def test_nothing_to_count_is_said(qtbot: QtBot, page: ProposalsPage) -> None:
    page.look_back()
    figures = page.looking_back.figures
    assert not figures.view.isVisible()
    assert figures.empty.isVisible()
    assert not any(button.isEnabled() for button in figures.export_buttons)


def test_the_card_tells_what_a_partner_did_and_takes_a_former_project(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_page("partners")
    page = window.page
    assert isinstance(page, PartnersPage)
    partner = services(page).partners.add(PartnerDraft("かわせみ水辺くらぶ"))
    made = services(page).past_cases.record(replace(OLD, partner_id=partner))
    QApplication.processEvents()
    page.open_record(partner)
    page.settle()
    page.side.detail.show_tab(Tab.STORY)
    sheet = story(page)
    assert "提案 1件 ・ 採択 1件 ・ 完了 1件 ・ 継続・自立 1件 ・ 決定額の計 100,000円" in words_in(sheet)
    assert "完了 ・ 自立" in words_in(sheet)
    click(sheet, "以前の事業を記録")
    form = story(page).form
    assert form is not None
    assert form.group.answers() == {"partner_id": partner, "name": "かわせみ水辺くらぶ"}
    pick(form.year, "2011")
    commit(form.title_line, "用水路の生き物地図")
    form.save()
    QApplication.processEvents()
    assert "提案 2件" in words_in(story(page))
    click(story(page), "用水路のごみ拾い")
    assert isinstance(window.page, ProposalsPage)
    row = window.page.current()
    assert row is not None
    assert row.id == made


def story(page: PartnersPage) -> StorySheet:
    (sheet,) = (one for one in page.side.detail.findChildren(StorySheet) if one.isVisible())
    return sheet
