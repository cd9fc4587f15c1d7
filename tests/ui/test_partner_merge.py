"""名寄せ through the real window: the pairs, two partners side by side, one of them made by hand."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.merging import MergeChoice
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.merge_dialog import MergeDialog, open_merge
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.pairs_dialog import PairsDialog
from tests.ui.hands import click, focused, press, words_in

KEEP, LOSE, BOTH = MergeChoice
COMPANY = PartnerDraft(
    name="株式会社スワレント",
    kana="スワレント",
    kind=PartnerKind.BUSINESS,
    phone="042-346-9809",
    note="月末は留守",
    tags=("印刷",),
)


@pytest.fixture
def page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    page = window.page
    assert isinstance(page, PartnersPage)
    return page


@pytest.fixture
def shown(page: PartnersPage) -> int:
    """The id of the shipped company, which stays."""
    return page.context.services.partners.search("㈱スワレント", 1)[0].id


@pytest.fixture
def twin(page: PartnersPage) -> int:
    return page.context.services.partners.add(COMPANY)


@pytest.fixture
def pairs(qtbot: QtBot, window: MainWindow, page: PartnersPage, twin: int) -> PairsDialog:
    page.verbs.pairs.trigger()
    dialog = window.findChild(PairsDialog)
    assert isinstance(dialog, PairsDialog)
    qtbot.waitUntil(lambda: len(dialog.table.rows) > 0)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, page: PartnersPage, shown: int, twin: int) -> MergeDialog:
    open_merge(page, shown, twin)
    found = window.findChild(MergeDialog)
    assert isinstance(found, MergeDialog)
    with qtbot.waitActive(found):
        found.activateWindow()
    return found


def both(pairs: PairsDialog) -> list[tuple[str, str]]:
    return [(pair.first.name, pair.second.name) for pair in pairs.table.shown]


# The pairs


def test_the_pairs_are_listed_with_their_reasons(pairs: PairsDialog, page: PartnersPage) -> None:
    assert page.verbs.pairs.shortcut().toString() == "Ctrl+M"
    assert ("㈱スワレント", "株式会社スワレント") in both(pairs)
    assert len(pairs.table.shown) == 3
    assert "3組 あります" in words_in(pairs)
    reasons = [pairs.table.index(row, 3).data() for row in range(3)]
    assert "法人格などの書き方だけが違います。" in reasons
    assert pairs.reason.text() == reasons[0]


def test_another_group_is_remembered_and_the_pair_is_gone(
    qtbot: QtBot, pairs: PairsDialog, page: PartnersPage, shown: int, twin: int
) -> None:
    pairs.view.select_record(
        next(p.first.id << 32 | p.second.id for p in pairs.table.rows if p.second.id == twin)
    )
    click(pairs, "別の団体")
    qtbot.waitUntil(lambda: len(pairs.table.shown) == 2)
    assert ("㈱スワレント", "株式会社スワレント") not in both(pairs)
    assert not page.context.services.partners.get(twin).deleted


def test_enter_puts_two_side_by_side_and_the_list_goes_on(
    qtbot: QtBot, pairs: PairsDialog, page: PartnersPage, shown: int, twin: int
) -> None:
    pairs.view.select_record(shown << 32 | twin)
    qtbot.keyClick(pairs.view, Qt.Key.Key_Return)
    dialog = pairs.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    assert (dialog.plan.keep.id, dialog.plan.lose.id) == (shown, twin)
    click(dialog, "一つにする")
    qtbot.waitUntil(lambda: len(pairs.table.shown) == 2)
    assert page.context.services.partners.get(twin).deleted


def test_the_card_leads_there_as_well(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, shown: int, twin: int
) -> None:
    qtbot.waitUntil(lambda: page.table.row_of(twin) is not None)
    page.open_record(shown)
    qtbot.waitUntil(lambda: "株式会社スワレント と並べて見る" in words_in(page.side.detail))
    assert "法人格などの書き方だけが違います。" in words_in(page.side.detail)
    click(page.side.detail, "並べて見る")
    dialog = window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    assert (dialog.plan.keep.id, dialog.plan.lose.id) == (shown, twin)


# Side by side


def test_both_stand_there_with_what_moves(dialog: MergeDialog) -> None:
    words = words_in(dialog)
    assert "残す団体" in words
    assert "「株式会社スワレント」から「㈱スワレント」へ、移る取組や提案はありません。" in words
    assert "旧称として残り" in words
    dialog.swap()
    assert "「㈱スワレント」から「株式会社スワレント」へ、取組 1件が移ります。" in words_in(dialog)
    assert dialog.plan.keep.name == "株式会社スワレント"


def test_talks_are_among_what_moves(page: PartnersPage, window: MainWindow, shown: int, twin: int) -> None:
    talk = ContactDraft(ContactWay.PHONE, "見積もりのこと", partner_id=twin)
    page.context.services.contacts.note(talk)
    open_merge(page, shown, twin)
    dialog = window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    assert "「株式会社スワレント」から「㈱スワレント」へ、相談記録 1件が移ります。" in words_in(dialog)


def test_what_differs_comes_first_with_the_filled_value_proposed(dialog: MergeDialog) -> None:
    labels = [label.text() for label in dialog.table.findChildren(QLabel)]
    assert labels.index("電話") < labels.index("どちらも未記入")
    assert dialog.table.radio("phone", LOSE).isChecked()
    assert dialog.table.radio("name", KEEP).isChecked()
    assert dialog.table.radio("tags", LOSE).accessibleName() == "タグ 右 印刷"


def test_the_whole_choice_is_made_by_keyboard(
    qtbot: QtBot, page: PartnersPage, dialog: MergeDialog, shown: int, twin: int
) -> None:
    assert focused() is dialog.table.radio("name", KEEP)
    press(qtbot, Qt.Key.Key_Right)
    assert focused() is dialog.table.radio("name", LOSE)
    assert dialog.table.choices()["name"] is LOSE
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is not dialog.table.radio("name", KEEP)
    dialog.merge_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    one = page.context.services.partners.get(shown)
    assert (one.name, one.phone, one.tags) == ("株式会社スワレント", "042-346-9809", ("印刷",))
    assert one.former_names == ("㈱スワレント",)


def test_one_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, dialog: MergeDialog, shown: int, twin: int
) -> None:
    services = page.context.services
    before = services.partners.get(shown), services.partners.get(twin)
    click(dialog, "一つにする")
    qtbot.waitUntil(lambda: page.table.row_of(twin) is None)
    assert "一つにしました: 株式会社スワレント → ㈱スワレント" in words_in(window)
    page.verbs.open_wastebasket()
    basket = window.findChild(WastebasketDialog)
    assert isinstance(basket, WastebasketDialog)
    assert [one.detail for one in basket.table.rows] == ["㈱スワレント と一つにした"]
    basket.reject()
    services.history.undo()
    assert (services.partners.get(shown), services.partners.get(twin)) == before


@pytest.mark.parametrize("leave", [lambda d: click(d, "やめる"), lambda d: d.reject()])
def test_nothing_happens_without_a_person(
    page: PartnersPage, dialog: MergeDialog, twin: int, leave: Callable[[MergeDialog], None]
) -> None:
    dialog.swap()
    dialog.table.radio("name", LOSE).setChecked(True)
    leave(dialog)
    assert page.context.services.history.can_undo() == "団体を足す: 株式会社スワレント"
    assert not page.context.services.partners.get(twin).deleted


def test_what_is_refused_is_said_in_the_dialog(page: PartnersPage, dialog: MergeDialog, twin: int) -> None:
    page.context.services.drafts.save("partner", twin, {"name": "書きかけ"})
    click(dialog, "一つにする")
    assert dialog.isVisible()
    assert "書きかけの編集が残っています" in dialog.problem.text()
    page.context.services.drafts.drop("partner", twin)
    click(dialog, "別の団体")
    assert not dialog.isVisible()
    assert page.context.services.partners.detail(twin).likely_same == ()
