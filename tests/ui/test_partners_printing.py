"""The menu 印刷 of 団体台帳, through the real window."""

import pytest
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.partner_papers import Addressee, Edition, LabelLayout
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.printing_dialogs import DirectoryDialog, LabelsDialog


@pytest.fixture
def page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    assert isinstance(window.page, PartnersPage)
    return window.page


def preview(qtbot: QtBot, window: MainWindow) -> PrintPreview:
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None, timeout=20_000)
    shown = window.findChild(PrintPreview)
    assert isinstance(shown, PrintPreview)
    return shown


def words_of(shown: PrintPreview) -> str:
    pages = range(shown.document.pageCount())
    return "".join("".join(shown.document.getAllText(page).text().split()) for page in pages)


def test_card_of_the_current_partner_is_shown(qtbot: QtBot, window: MainWindow, page: PartnersPage) -> None:
    partner = next(one for one in page.table.rows if one.name == "武蔵野美術大学")
    assert page.view.select_record(partner.id)
    page.verbs.printing.card.trigger()
    shown = preview(qtbot, window)
    assert "武蔵野美術大学" in shown.windowTitle()
    assert "木彫ワークショップ" in words_of(shown)


def test_card_has_the_key_for_printing(page: PartnersPage) -> None:
    assert page.verbs.printing.card.shortcut().toString() == "Ctrl+P"


def test_list_is_public_unless_the_office_asks(qtbot: QtBot, window: MainWindow, page: PartnersPage) -> None:
    page.verbs.printing.directory.trigger()
    dialog = page.findChild(DirectoryDialog)
    assert isinstance(dialog, DirectoryDialog)
    assert dialog.edition.value() == Edition.PUBLIC.value
    dialog.confirm()
    words = words_of(preview(qtbot, window))
    assert "団体名簿（公開版）" in words
    assert f"{len(page.table.shown)}団体" in words


def test_list_holds_only_what_is_shown(qtbot: QtBot, window: MainWindow, page: PartnersPage) -> None:
    page.filters.box.setText("武蔵野美術")
    qtbot.waitUntil(lambda: 0 < len(page.table.shown) < 5)
    page.verbs.printing.print_directory(Edition.OFFICE)
    words = words_of(preview(qtbot, window))
    assert "取扱注意" in words
    assert "武蔵野美術大学" in words
    assert "小平市文化振興財団" not in words


def test_labels_begin_where_the_sheet_is_free_and_name_who_has_no_address(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    made = page.context.services.partners.add(PartnerDraft("あおぞら会", address="小平市小川町２"))
    qtbot.waitUntil(lambda: page.table.row_of(made) is not None)
    page.verbs.printing.labels.trigger()
    dialog = page.findChild(LabelsDialog)
    assert isinstance(dialog, LabelsDialog)
    dialog.layout_choice.set_value(LabelLayout.TWENTY_FOUR.value)
    dialog.addressee.set_value(Addressee.REPRESENTATIVE.value)
    dialog.start_at.setText("２５")
    dialog.confirm()
    assert dialog.isVisible()
    assert "1 から 24" in dialog.start_at.problem
    dialog.start_at.setText("２")
    dialog.confirm()
    assert not dialog.isVisible()
    shown = preview(qtbot, window)
    assert "あおぞら会御中" in words_of(shown)
    findings = shown.findings()
    assert "所在地" in findings
    assert "あおぞら会" not in findings


def test_blank_card_is_shown(qtbot: QtBot, window: MainWindow, page: PartnersPage) -> None:
    page.verbs.printing.blank.trigger()
    assert "□自治会・町会" in words_of(preview(qtbot, window))


def test_nothing_can_be_printed_where_nothing_is_shown(qtbot: QtBot, page: PartnersPage) -> None:
    page.filters.box.setText("どこにもない名前")
    qtbot.waitUntil(lambda: not page.table.shown)
    printing = page.verbs.printing
    qtbot.waitUntil(lambda: not printing.directory.isEnabled())
    assert not printing.card.isEnabled()
    assert not printing.labels.isEnabled()
    assert printing.blank.isEnabled()
