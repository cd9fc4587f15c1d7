"""様式 through the real window: a paper is filled in, issued, printed, followed and replaced."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.personal_data import DataUse
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner, SheetState
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.papers.batch_dialog import BatchDialog
from kyodo_desktop.ui.pages.papers.issued import SheetsPage
from kyodo_desktop.ui.pages.papers.making import MakingPage
from kyodo_desktop.ui.pages.papers.page import PapersPage
from kyodo_desktop.ui.pages.papers.step_dialogs import HandOutDialog, VoidDialog
from kyodo_desktop.ui.pages.shared.rows_editor import RowsEditor
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.wizard.date_editors import DateEditor
from kyodo_desktop.ui.wizard.field_editor import FieldEditor
from kyodo_desktop.ui.wizard.text_editors import TextEditor
from tests.ui.conftest import AnsweringChooser

LONG = 20_000


@pytest.fixture
def proposal(window: MainWindow) -> int:
    services = window.context.services
    partner = services.partners.add(
        PartnerDraft("かわせみ水辺くらぶ", address="小平市小川町２", representative="会長　髙﨑　葛󠄀子")
    )
    programme = services.proposals.programmes(2026)[0]
    return services.proposals.create(
        ProposalDraft(
            programme=programme.key,
            fiscal_year=2026,
            partner_id=partner,
            partner_name="かわせみ水辺くらぶ",
            title="用水路いきもの調べ",
            summary="子どもと用水路の生き物を調べる",
        )
    )


@pytest.fixture
def page(window: MainWindow) -> PapersPage:
    window.open_page("papers")
    assert isinstance(window.page, PapersPage)
    return window.page


@pytest.fixture
def making(page: PapersPage) -> MakingPage:
    return page.making


def issued_page(page: PapersPage, key: str = "issued") -> SheetsPage:
    part = page.show_part(key)
    assert isinstance(part, SheetsPage)
    return part


def text_of(making: MakingPage, name: str) -> TextEditor:
    assert making.fill.body is not None
    editor = making.fill.body.row(name).editor
    assert isinstance(editor, TextEditor)
    return editor


def write(editor: FieldEditor, text: str) -> None:
    line = editor.focus_widget()
    assert isinstance(line, QLineEdit)
    line.setText(text)


def drawn(qtbot: QtBot, making: MakingPage, act: Callable[[], object]) -> str:
    """Do something, wait for the picture that follows, return all its words."""
    with qtbot.waitSignal(making.live.drawn, timeout=LONG):
        act()
    document = making.live.paper.document
    return "".join("".join(document.getAllText(at).text().split()) for at in range(document.pageCount()))


def preview(qtbot: QtBot, window: MainWindow) -> PrintPreview:
    def shown() -> list[PrintPreview]:
        return [one for one in window.findChildren(PrintPreview) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=LONG)
    return shown()[-1]


def dialog_of(kind: type[QWidget]) -> QWidget:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def issue(window: MainWindow, proposal: int, key: str = "pledge") -> int:
    services = window.context.services
    values = services.documents.values_for(key, "proposal", proposal)
    draft = SheetDraft(key, values, SheetOwner("proposal", proposal))
    return services.sheets.issue(draft, allow_empty=True).id


# つくる


def test_papers_stand_in_their_groups_and_a_few_letters_shorten_the_list(making: MakingPage) -> None:
    def listed() -> list[str]:
        keys = making.list.keys()
        return [making.forms[key].title for key in keys]

    assert "交付申請書" in listed()
    making.list.box.setText("決定")
    assert listed() == ["交付決定通知書"]


def test_a_record_fills_the_paper_in_and_the_picture_shows_it(
    qtbot: QtBot, making: MakingPage, proposal: int
) -> None:
    words = drawn(qtbot, making, lambda: making.begin("budget", SheetOwner("proposal", proposal)))
    assert text_of(making, "partner_name").edit.text() == "かわせみ水辺くらぶ"
    assert "用水路いきもの調べ" in words
    assert "支出の部" in making.live.findings.text()


def test_what_is_typed_is_drawn_letter_for_letter(qtbot: QtBot, making: MakingPage, proposal: int) -> None:
    making.begin("budget", SheetOwner("proposal", proposal))
    words = drawn(qtbot, making, lambda: text_of(making, "title").edit.setText("<b>水辺</b>&amp;"))
    assert "<b>水辺</b>&amp;" in words


def test_rows_of_a_table_are_added_drawn_and_taken_away(
    qtbot: QtBot, making: MakingPage, proposal: int
) -> None:
    making.begin("budget", SheetOwner("proposal", proposal))
    assert making.fill.body is not None
    rows = making.fill.body.row("income").editor
    assert isinstance(rows, RowsEditor)
    rows.add_row()
    rows.add_row()
    item, amount = rows.rows[0].cells["item"], rows.rows[0].cells["amount"]
    write(item, "会費")
    words = drawn(qtbot, making, lambda: write(amount, "１２，０００"))
    assert "会費" in words
    assert "12,000" in words
    words = drawn(qtbot, making, rows.rows[0].off.click)
    assert "会費" not in words
    assert len(rows.rows) == 1


def test_another_record_keeps_what_a_person_typed(making: MakingPage, proposal: int) -> None:
    other = making.context.services.partners.add(PartnerDraft("風の音文庫", address="小平市学園東町１"))
    making.begin("pledge", SheetOwner("proposal", proposal))
    text_of(making, "address").edit.setText("小平市花小金井３")
    making.fill.records.choose(SheetOwner("partner", other))
    assert text_of(making, "partner_name").edit.text() == "風の音文庫"
    assert text_of(making, "address").edit.text() == "小平市花小金井３"


def test_the_record_goes_on_to_the_next_paper(making: MakingPage, proposal: int) -> None:
    making.begin("budget", SheetOwner("proposal", proposal))
    for key in ("reception_register", "check_sheet", "pledge"):
        making.list.choose(key)
    assert making.draft.owner == SheetOwner("proposal", proposal)
    assert text_of(making, "partner_name").edit.text() == "かわせみ水辺くらぶ"


def test_a_paper_of_a_year_begins_with_the_programme_that_is_chosen(making: MakingPage) -> None:
    making.list.choose("call_notice")
    parts = making.fill.records.parts
    assert not parts.isHidden()
    assert text_of(making, "programme_title").edit.text() == ""
    text_of(making, "period").edit.setText("７月から")
    for key, title in (("open_call", "小平市提示型公募事業"), ("ikiiki", "行政提案型いきいき協働事業")):
        parts.set_value(key)
        parts.chosen.emit(key)
        assert text_of(making, "programme_title").edit.text() == title
        assert text_of(making, "period").edit.text() == "７月から"
    making.list.choose("reception_register")
    assert parts.isHidden()


def test_a_record_is_found_by_a_few_letters(making: MakingPage, proposal: int) -> None:
    making.begin("budget", None)
    picker = making.fill.records.picker
    picker.box.setText("かわせみ")
    picker.search_now()
    assert {one.owner.kind for one in picker.found()} == {"proposal", "partner"}
    first = next(one for one in picker.found() if one.owner.kind == "proposal")
    picker.picked.emit(first)
    assert making.draft.owner == SheetOwner("proposal", proposal)
    assert text_of(making, "title").edit.text() == "用水路いきもの調べ"


def test_what_is_typed_outlives_another_paper_another_look_and_the_window(
    window: MainWindow, making: MakingPage, proposal: int
) -> None:
    making.begin("pledge", SheetOwner("proposal", proposal))
    text_of(making, "address").edit.setText("小平市花小金井３")
    making.list.choose("budget")
    assert "pledge" in making.drafts.written
    making.list.choose("pledge")
    assert text_of(making, "address").edit.text() == "小平市花小金井３"
    window.change_look(PaletteName.DARK, 125)
    again = window.page
    assert isinstance(again, PapersPage)
    assert text_of(again.making, "address").edit.text() == "小平市花小金井３"
    assert again.making.draft.owner == SheetOwner("proposal", proposal)


def test_each_record_keeps_what_was_typed_in_its_own_paper(making: MakingPage, proposal: int) -> None:
    other = SheetOwner("partner", making.context.services.partners.add(PartnerDraft("風の音文庫")))
    making.begin("pledge", SheetOwner("proposal", proposal))
    text_of(making, "address").edit.setText("小平市花小金井３")
    making.begin("pledge", other)
    assert text_of(making, "partner_name").edit.text() == "風の音文庫"
    assert text_of(making, "address").edit.text() == ""
    assert "ほかの書きかけ 1" in making.fill.others.text()
    making.fill.others.click()
    assert text_of(making, "address").edit.text() == "小平市花小金井３"
    assert making.draft.owner == SheetOwner("proposal", proposal)
    assert making.fill.others.isHidden()
    making.begin("budget", other)
    assert making.drafts.others("pledge", None) == (SheetOwner("proposal", proposal),)
    assert making.drafts.written == {"pledge"}


def test_what_was_typed_can_be_thrown_away(making: MakingPage, proposal: int) -> None:
    making.begin("pledge", SheetOwner("proposal", proposal))
    text_of(making, "address").edit.setText("小平市花小金井３")
    assert not making.fill.empty.isHidden()
    making.fill.empty.click()
    assert text_of(making, "address").edit.text() == "小平市小川町２"
    assert making.fill.empty.isHidden()


def test_a_day_that_cannot_be_read_is_said_and_nothing_goes_out(
    window: MainWindow, making: MakingPage, proposal: int
) -> None:
    making.begin("pledge", SheetOwner("proposal", proposal))
    assert making.fill.body is not None
    editor = making.fill.body.row("applied_on").editor
    assert isinstance(editor, DateEditor)
    write(editor, "来週の木曜")
    making.verbs.issue.trigger()
    assert "来週の木曜" in window.messages.text()
    assert window.context.services.sheets.list() == ()


def test_the_blank_paper_is_shown_to_be_printed(qtbot: QtBot, window: MainWindow, making: MakingPage) -> None:
    making.list.choose("open_call_application")
    making.verbs.blank.trigger()
    assert "交付申請書（空欄）" in preview(qtbot, window).windowTitle()


def test_saving_writes_the_paper_whole_and_notes_the_persons_on_it(
    qtbot: QtBot,
    window: MainWindow,
    making: MakingPage,
    proposal: int,
    chooser: AnsweringChooser,
    tmp_path: Path,
) -> None:
    making.begin("pledge", SheetOwner("proposal", proposal))
    making.verbs.save.trigger()
    qtbot.waitUntil(lambda: "保存しました" in window.status.news_text(), timeout=LONG)
    assert chooser.asked == ["誓約書（かわせみ水辺くらぶ）.pdf"]
    assert (tmp_path / chooser.asked[0]).read_bytes().startswith(b"%PDF")
    assert [use.what for use in window.context.services.personal_data.uses()] == ["誓約書"]


def test_a_paper_that_lacks_something_says_what_and_may_go_out_all_the_same(
    qtbot: QtBot, window: MainWindow, making: MakingPage, proposal: int
) -> None:
    making.begin("budget", SheetOwner("proposal", proposal))
    making.verbs.issue.trigger()
    qtbot.waitUntil(lambda: "必須の欄が空です" in window.messages.text(), timeout=LONG)
    assert "支出の部" in window.messages.text()
    assert making.fill.body is not None
    assert "支出の部が書かれていません" in making.fill.body.row("expenses").spoken()
    assert window.context.services.sheets.list() == ()
    making.verbs.issue_paper(allow_empty=True)
    shown = preview(qtbot, window)
    assert "2026-S-00001 収支予算書" in shown.windowTitle()
    assert [one.number for one in window.context.services.sheets.list()] == ["2026-S-00001"]


def test_issuing_gives_the_number_and_begins_a_new_paper(
    qtbot: QtBot, window: MainWindow, making: MakingPage, proposal: int
) -> None:
    making.begin("budget", SheetOwner("proposal", proposal))
    text_of(making, "title").edit.setText("用水路いきもの調べ（２回目）")
    making.verbs.issue_paper(allow_empty=True)
    preview(qtbot, window)
    assert "発行しました: 2026-S-00001" in window.status.news_text()
    assert text_of(making, "title").edit.text() == "用水路いきもの調べ"
    assert "budget" not in making.drafts.written
    sheet = window.context.services.sheets.list()[0]
    assert sheet.owner == SheetOwner("proposal", proposal)
    assert window.context.services.sheets.values(sheet.id)["title"] == "用水路いきもの調べ（２回目）"


def test_a_paper_nobody_wrote_in_follows_its_record(
    window: MainWindow, making: MakingPage, proposal: int
) -> None:
    proposals = window.context.services.proposals
    making.begin("budget", SheetOwner("proposal", proposal))
    window.open_page("proposals")
    proposals.save(proposal, replace(proposals.get(proposal).draft, title="水辺の観察会"))
    window.open_page("papers")
    assert text_of(making, "title").edit.text() == "水辺の観察会"


def test_all_papers_of_a_case_are_shown_in_one(qtbot: QtBot, window: MainWindow, proposal: int) -> None:
    sheet = issue(window, proposal)
    window.open_page("proposals", proposal)
    action = next(one.action for one in window.page.commands() if "一件書類" in one.action.text())
    action.trigger()
    shown = preview(qtbot, window)
    assert "用水路いきもの調べ" in shown.windowTitle()
    assert shown.document.pageCount() == 1 + window.context.services.sheets.get(sheet).pages


@pytest.mark.parametrize("key", ["proposals", "partners"])
def test_other_pages_begin_a_paper_of_their_record(window: MainWindow, proposal: int, key: str) -> None:
    services = window.context.services
    record = services.proposals.get(proposal).draft.partner_id if key == "partners" else proposal
    window.open_page(key, record)
    action = next(one.action for one in window.page.commands() if "様式をつくる" in one.action.text())
    action.trigger()
    assert isinstance(window.page, PapersPage)
    owner = window.page.making.draft.owner
    assert owner == SheetOwner(key.removesuffix("s"), record)


def test_the_picture_says_whose_words_the_paper_has(making: MakingPage) -> None:
    templates = making.context.services.templates
    making.list.choose("pledge")
    assert "（仮）" in making.live.words.text()
    templates.save(replace(templates.of("pledge", 2026), fiscal_year=2026, own=True))
    making.activate()
    assert making.live.words.text() == "令和8年度の様式 第1版"


# まとめて


def test_a_batch_names_who_lacks_something_and_issues_nothing(
    qtbot: QtBot, window: MainWindow, making: MakingPage, proposal: int
) -> None:
    making.begin("budget", SheetOwner("proposal", proposal))
    making.verbs.many.trigger()
    dialog = dialog_of(BatchDialog)
    assert isinstance(dialog, BatchDialog)
    assert dialog.ids() == [proposal]
    dialog.issue_button.click()
    qtbot.waitUntil(lambda: "かわせみ水辺くらぶ" in dialog.words.text(), timeout=LONG)
    assert "支出の部" in dialog.words.text()
    assert window.context.services.sheets.list() == ()
    dialog.reject()


def test_a_batch_puts_what_was_typed_on_all_and_shows_them_in_a_row(
    qtbot: QtBot, window: MainWindow, making: MakingPage, proposal: int
) -> None:
    services = window.context.services
    other = services.proposals.create(
        ProposalDraft(
            programme=services.proposals.get(proposal).draft.programme,
            fiscal_year=2026,
            partner_id=services.proposals.get(proposal).draft.partner_id,
            partner_name="かわせみ水辺くらぶ",
            title="水辺の観察会",
        )
    )
    making.begin("budget", SheetOwner("proposal", proposal))
    assert making.fill.body is not None
    for name in ("income", "expenses"):
        rows = making.fill.body.row(name).editor
        assert isinstance(rows, RowsEditor)
        rows.add_row()
        write(rows.rows[0].cells["item"], "雑費")
        write(rows.rows[0].cells["amount"], "1000")
    making.verbs.many.trigger()
    dialog = dialog_of(BatchDialog)
    assert isinstance(dialog, BatchDialog)
    dialog.tick_all(on=True)
    dialog.issue_button.click()
    shown = preview(qtbot, window)
    assert shown.document.pageCount() == sum(one.pages for one in services.sheets.list())
    assert {one.owner for one in services.sheets.list()} == {
        SheetOwner("proposal", proposal),
        SheetOwner("proposal", other),
    }
    assert "2枚（2026-S-00001 から 2026-S-00002 まで）" in window.status.news_text()


# 発行した紙


def test_every_step_of_a_paper_is_taken_and_taken_back(
    qtbot: QtBot, window: MainWindow, page: PapersPage, proposal: int
) -> None:
    sheets, sheet = window.context.services.sheets, issue(window, proposal)
    part = issued_page(page)
    qtbot.waitUntil(lambda: part.view.select_record(sheet))
    part.verbs.hand.trigger()
    dialog = dialog_of(HandOutDialog)
    assert isinstance(dialog, HandOutDialog)
    assert dialog.holder.text() == "かわせみ水辺くらぶ"
    dialog.due.setText("R8.11.1")
    dialog.confirm()
    assert dialog.isVisible()
    dialog.due.setText("R8.12.1")
    dialog.confirm()
    assert not dialog.isVisible()
    assert sheets.get(sheet).state is SheetState.AWAITED
    assert sheets.get(sheet).due_on == date(2026, 12, 1)
    qtbot.waitUntil(part.verbs.receive.isEnabled)
    part.verbs.receive.trigger()
    qtbot.waitUntil(part.verbs.file.isEnabled)
    part.verbs.file.trigger()
    assert sheets.get(sheet).state is SheetState.FILED
    qtbot.waitUntil(lambda: not part.verbs.file.isEnabled())
    part.verbs.back.trigger()
    assert sheets.get(sheet).state is SheetState.RECEIVED


def test_only_the_steps_that_fit_are_offered(
    qtbot: QtBot, window: MainWindow, page: PapersPage, proposal: int
) -> None:
    sheet = issue(window, proposal)
    part = issued_page(page)
    qtbot.waitUntil(lambda: part.view.select_record(sheet))
    offered = {
        one.text() for one in (part.verbs.hand, part.verbs.receive, part.verbs.file) if one.isEnabled()
    }
    assert offered == {part.verbs.hand.text(), part.verbs.receive.text()}


def test_a_paper_is_made_void_only_with_a_reason(
    qtbot: QtBot, window: MainWindow, page: PapersPage, proposal: int
) -> None:
    sheet = issue(window, proposal)
    part = issued_page(page)
    qtbot.waitUntil(lambda: part.view.select_record(sheet))
    part.verbs.void.trigger()
    dialog = dialog_of(VoidDialog)
    assert isinstance(dialog, VoidDialog)
    dialog.confirm()
    assert dialog.isVisible()
    dialog.reason.setPlainText("金額の書き間違い")
    dialog.confirm()
    found = window.context.services.sheets.get(sheet)
    assert found.state is SheetState.VOID
    assert "金額の書き間違い" in found.note


def test_reprinting_shows_the_file_that_was_issued_and_notes_it(
    qtbot: QtBot, window: MainWindow, page: PapersPage, proposal: int, tmp_path: Path
) -> None:
    sheets, sheet = window.context.services.sheets, issue(window, proposal)
    part = issued_page(page)
    qtbot.waitUntil(lambda: part.view.select_record(sheet))
    part.verbs.print.trigger()
    shown = preview(qtbot, window)
    assert "そのまま印刷します" in shown.findings()
    shown.save_to(tmp_path / "写し.pdf")
    assert (tmp_path / "写し.pdf").read_bytes() == sheets.pdf(sheet)
    lp = tmp_path / "lp"
    lp.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    lp.chmod(0o755)
    shown.send_with([str(lp)], "複合機")
    qtbot.waitUntil(lambda: sheets.get(sheet).state is SheetState.PRINTED, timeout=LONG)


def test_several_papers_go_out_one_after_the_other(
    qtbot: QtBot, window: MainWindow, page: PapersPage, proposal: int, tmp_path: Path
) -> None:
    sheets = window.context.services.sheets
    ids = [issue(window, proposal), issue(window, proposal, "budget")]
    part = issued_page(page)
    qtbot.waitUntil(lambda: len(part.table.shown) == 2)
    part.view.selectAll()
    part.verbs.print.trigger()
    shown = preview(qtbot, window)
    assert shown.document.pageCount() == sum(sheets.get(one).pages for one in ids)
    shown.save_to(tmp_path / "二枚.pdf")
    assert (tmp_path / "二枚.pdf").read_bytes().startswith(b"%PDF")
    assert {sheets.get(one).state for one in ids} == {SheetState.MADE}
    uses = window.context.services.personal_data.uses()
    assert [(use.use, use.what) for use in uses] == [(DataUse.EXPORT, "誓約書")]


def test_a_paper_is_replaced_by_one_that_begins_with_what_stands_on_it(
    qtbot: QtBot, window: MainWindow, page: PapersPage, proposal: int
) -> None:
    sheets, sheet = window.context.services.sheets, issue(window, proposal)
    part = issued_page(page)
    qtbot.waitUntil(lambda: part.view.select_record(sheet))
    part.verbs.replace.trigger()
    making = page.making
    assert page.current is making
    assert text_of(making, "partner_name").edit.text() == "かわせみ水辺くらぶ"
    making.verbs.issue_paper(allow_empty=True)
    preview(qtbot, window)
    assert sheets.get(sheet).state is SheetState.VOID
    assert sheets.get(sheet).replaced_by == "2026-S-00002"
    assert "2026-S-00001 と差し替え" in window.status.news_text()


def test_papers_that_are_out_say_with_whom_and_which_are_late(
    qtbot: QtBot, window: MainWindow, page: PapersPage, proposal: int, clock: FixedClock
) -> None:
    sheets, first, second = window.context.services.sheets, issue(window, proposal), issue(window, proposal)
    sheets.hand_out([first], "会長　髙﨑", date(2026, 11, 24))
    clock.moment += timedelta(days=3)
    sheets.hand_out([second], "公園整備課")
    part = issued_page(page, "out")
    qtbot.waitUntil(lambda: len(part.table.shown) == 2)
    assert [row.id for row in part.table.shown] == [first, second]
    assert [row.is_late for row in part.table.shown] == [True, False]
    assert "▲ 過ぎている 1" in part.footer.words()


def test_a_number_is_found_from_everywhere(window: MainWindow, page: PapersPage, proposal: int) -> None:
    sheet = issue(window, proposal)
    hits = PapersPage.search(window.context.services, "2026-s-1", 5)
    assert [hit.record_id for hit in hits] == [sheet]
    window.open_page("collaborations")
    window.open_page("papers", sheet)
    part = page.current
    assert isinstance(part, SheetsPage)
    assert part.view.current_record().id == sheet


def test_commands_of_a_part_that_is_not_in_front_do_nothing(page: PapersPage) -> None:
    part = issued_page(page)
    assert not page.making.verbs.print.isEnabled()
    page.show_part("making")
    assert page.making.verbs.print.isEnabled()
    assert not part.verbs.print.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_field_is_cut_off(window: MainWindow, page: PapersPage, proposal: int, percent: int) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    again = window.page
    assert isinstance(again, PapersPage)
    making = again.making
    for key in ("budget", "document_checklist", "officers_list", "project_report", "check_sheet"):
        making.begin(key, SheetOwner("proposal", proposal))
        assert making.fill.body is not None
        tables = [row.editor for row in making.fill.body.rows if isinstance(row.editor, RowsEditor)]
        for table in tables:
            table.add_row()
        QApplication.processEvents()
        area = making.fill.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        assert area.widget().width() <= area.viewport().width()
        for table in tables:
            for row in table.rows:
                for part in (row.off, *(cell.focus_widget() for cell in row.cells.values())):
                    assert part.mapTo(row, part.rect().topRight()).x() < row.width()
                assert row.layout().minimumSize().width() <= row.width()
