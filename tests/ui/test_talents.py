"""人財の森 through the real window: written on a partner's card, looked up, and two brought together."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.talents import ReferralDraft, TalentDraft, TalentSide
from kyodo_desktop.services.talents import TalentsService
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.talents.lookup import LookupDialog
from kyodo_desktop.ui.talents.referral_form import ReferralForm
from kyodo_desktop.ui.talents.talent_form import TalentForm
from kyodo_desktop.ui.talents.wording import HANDBOOK
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.widgets.chip_popup import ChipPopup
from kyodo_desktop.ui.widgets.in_place_form import InPlaceForm
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit, compose

OFFER, NEED = TalentSide.OFFER, TalentSide.NEED
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 24)


@pytest.fixture
def page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    page = window.page
    assert isinstance(page, PartnersPage)
    return page


@pytest.fixture
def talents(page: PartnersPage) -> TalentsService:
    return page.context.services.talents


@pytest.fixture
def garden(qtbot: QtBot, page: PartnersPage) -> int:
    """A partner that is shown, at the tab."""
    return shown(qtbot, page, "みどりの手の会")


@pytest.fixture
def park(page: PartnersPage, garden: int) -> int:
    """Another one that needs somebody."""
    return page.context.services.partners.add(PartnerDraft(name="ひばり公園を守る会"))


def shown(qtbot: QtBot, page: PartnersPage, name: str) -> int:
    made = page.context.services.partners.add(PartnerDraft(name=name))
    qtbot.waitUntil(lambda: page.table.row_of(made) is not None)
    page.open_record(made)
    page.settle()
    page.side.detail.show_tab(Tab.TALENTS)
    return made


def tab(page: PartnersPage) -> str:
    return words_in(page.side.detail)


def form_in(within: QWidget) -> InPlaceForm:
    (form,) = (one for one in within.findChildren(InPlaceForm) if one.isVisible())
    return form


def talent_form(page: PartnersPage) -> TalentForm:
    form = form_in(page.side.detail)
    assert isinstance(form, TalentForm)
    return form


def referral_form(within: QWidget) -> ReferralForm:
    form = form_in(within)
    assert isinstance(form, ReferralForm)
    return form


# On the card


def test_an_offer_is_written_where_it_is_read(
    qtbot: QtBot, page: PartnersPage, talents: TalentsService, garden: int
) -> None:
    assert "“知識や経験等を市民活動に役立てたい”" in tab(page)
    assert "役立てたいことはまだありません" in tab(page)
    click(page.side.detail, "役立てたいことを書く")
    commit(focused(), "庭木の剪定")
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(focused(), QPlainTextEdit)
    commit(focused(), "はさみは持参します")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    (kept,) = talents.of_partner(garden)
    assert (kept.draft.side, kept.draft.title, kept.draft.text) == (OFFER, "庭木の剪定", "はさみは持参します")
    assert "庭木の剪定" in tab(page)
    assert page.context.services.drafts.load("talent_offer", garden) is None
    qtbot.waitUntil(lambda: page.context.services.history.can_undo() == "人財の森に書く: 庭木の剪定")


def test_the_help_is_the_handbooks_own_words() -> None:
    handbook = "".join(resources.read_text("handbook/handbook.txt").split())
    assert HANDBOOK in handbook


def test_enter_never_saves_and_an_input_method_keeps_its_own(
    qtbot: QtBot, page: PartnersPage, talents: TalentsService, garden: int
) -> None:
    click(page.side.detail, "必要なことを書く")
    line = focused()
    assert isinstance(line, QLineEdit)
    compose(line, "せんてい")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    assert focused() is line
    commit(line, "剪定")
    for _field in range(4):
        press(qtbot, Qt.Key.Key_Return)
    assert talents.of_partner(garden) == ()
    qtbot.keyClick(line, Qt.Key.Key_S, CTRL)
    assert [one.draft.title for one in talents.of_partner(garden)] == ["剪定"]


def test_everything_of_an_entry_is_kept_and_can_be_mended(
    qtbot: QtBot, page: PartnersPage, talents: TalentsService, garden: int
) -> None:
    click(page.side.detail, "役立てたいことを書く")
    form = talent_form(page)
    commit(form.line, "庭木の剪定")
    commit(form.person, "山田　花子")
    commit(form.ends_on, "Ｒ９．３．３１")
    form.ends_on.editingFinished.emit()
    assert form.ends_on.text() == "令和9年3月31日"
    popup = form.activity_fields.open_list()
    qtbot.keyClick(popup.findChildren(QWidget)[0], Qt.Key.Key_Space)
    assert isinstance(popup, ChipPopup)
    popup.close()
    click(form, "保存")
    (kept,) = talents.of_partner(garden)
    assert kept.draft == TalentDraft(garden, OFFER, "庭木の剪定", "", (1,), "山田　花子", date(2027, 3, 31))
    assert "保健・医療・福祉 ・ 山田　花子 ・ 令和9年3月31日まで ・ 令和8年11月24日に記録" in tab(page)
    click(page.side.detail, "直す")
    form = talent_form(page)
    form.line.setText("生け垣の手入れ")
    form.side.set_value(NEED)
    click(form, "保存")
    (kept,) = talents.of_partner(garden)
    assert (kept.draft.title, kept.draft.side) == ("生け垣の手入れ", NEED)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("line", "", "件名が空です"),
        ("line", "１２３４ ５６７８ ９０１８", "マイナンバー"),
        ("ends_on", "いつか", "日付として読めません"),
        ("ends_on", "R8.11.1", "もう過ぎた日です"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field(
    page: PartnersPage, talents: TalentsService, garden: int, name: str, typed: str, said: str
) -> None:
    click(page.side.detail, "役立てたいことを書く")
    form = talent_form(page)
    form.line.setText("剪定")
    field = getattr(form, name)
    field.setText(typed)
    click(form, "保存")
    assert said in words_in(form)
    assert QApplication.focusWidget() is field
    assert talents.of_partner(garden) == ()
    assert form.isVisible()


def test_what_is_typed_outlives_another_partner_and_giving_up_throws_it_away(
    qtbot: QtBot, page: PartnersPage, talents: TalentsService, garden: int
) -> None:
    click(page.side.detail, "役立てたいことを書く")
    commit(focused(), "書きかけの剪定")
    shown(qtbot, page, "べつの会")
    assert "書きかけの続き" not in tab(page)
    page.open_record(garden)
    page.settle()
    click(page.side.detail, "書きかけの続き")
    form = talent_form(page)
    assert form.line.text() == "書きかけの剪定"
    click(form, "やめる")
    assert "書きかけの続き" not in tab(page)
    assert talents.of_partner(garden) == ()


def test_what_is_typed_outlives_a_power_cut(qtbot: QtBot, folder: DataFolder, clock: FixedClock) -> None:
    with open_window(qtbot, folder, clock, killed=True) as window:
        window.open_page("partners")
        page = window.page
        assert isinstance(page, PartnersPage)
        garden = shown(qtbot, page, "みどりの手の会")
        click(page.side.detail, "必要なことを書く")
        commit(focused(), "剪定を手伝う人")
        drafts = page.context.services.drafts
        qtbot.waitUntil(lambda: drafts.load("talent_need", garden) is not None, timeout=2000)
    with open_window(qtbot, folder, clock) as window:
        window.open_page("partners", garden)
        page = window.page
        assert isinstance(page, PartnersPage)
        page.settle()
        page.side.detail.show_tab(Tab.TALENTS)
        click(page.side.detail, "書きかけの続き")
        assert talent_form(page).line.text() == "剪定を手伝う人"


def test_a_form_stays_open_when_the_card_is_made_anew(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, garden: int
) -> None:
    click(page.side.detail, "役立てたいことを書く")
    before = talent_form(page)
    commit(before.line, "途中")
    page.context.services.partners.confirm(garden)
    qtbot.waitUntil(lambda: "最終確認" in tab(page) and talent_form(page) is not before)
    assert talent_form(page).line.text() == "途中"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is talent_form(page).line)
    page.side.detail.show_tab(Tab.BASIC)
    page.side.detail.show_tab(Tab.TALENTS)
    assert talent_form(page).line.text() == "途中"


def test_an_entry_ends_and_holds_again(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, talents: TalentsService, garden: int
) -> None:
    record_id = talents.add(TalentDraft(garden, OFFER, "剪定"))
    qtbot.waitUntil(lambda: "剪定" in tab(page))
    click(page.side.detail, "終わりにする")
    assert talents.get(record_id).draft.closed_on == TODAY
    assert "令和8年11月24日に終わり" in tab(page)
    assert "終わりにしました: 剪定" in words_in(window.frame)
    click(page.side.detail, "また開く")
    assert talents.get(record_id).is_open_on(TODAY)
    assert "終わりにする" in tab(page)


def test_a_discarded_entry_comes_back_with_undo(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, talents: TalentsService, garden: int
) -> None:
    talents.add(TalentDraft(garden, OFFER, "剪定"))
    qtbot.waitUntil(lambda: "剪定" in tab(page))
    click(page.side.detail, "直す")
    click(talent_form(page), "ごみ箱へ")
    assert talents.of_partner(garden) == ()
    window.window_commands.undo()
    qtbot.waitUntil(lambda: "剪定" in tab(page))


# Referrals


def test_somebody_is_sent_to_asupia(
    qtbot: QtBot, page: PartnersPage, talents: TalentsService, garden: int
) -> None:
    click(page.side.detail, "あすぴあ等へ紹介")
    form = referral_form(page.side.detail)
    click(form, "保存")
    assert "紹介先を一つ選んでください" in words_in(form)
    form.to.choice.set_value("asupia")
    form.to.choice.chosen.emit("asupia")
    commit(form.about, "会議室")
    click(form, "保存")
    (kept,) = talents.referrals_of(garden)
    assert kept.draft == ReferralDraft(garden, TODAY, "asupia", about="会議室")
    assert "小平市民活動支援センターあすぴあ へ" in tab(page)
    click(page.side.detail, "直す")
    form = referral_form(page.side.detail)
    form.outcome.setPlainText("借りられた")
    click(form, "保存")
    assert "その後: 借りられた" in tab(page)


def test_somebody_is_sent_to_a_partner_and_both_cards_tell_it(
    qtbot: QtBot, page: PartnersPage, talents: TalentsService, garden: int, park: int
) -> None:
    entry = talents.add(TalentDraft(garden, OFFER, "剪定"))
    qtbot.waitUntil(lambda: "紹介を記録" in tab(page))
    click(page.side.detail, "紹介を記録")
    form = referral_form(page.side.detail)
    form.to.choice.set_value("*partner")
    form.to.choice.chosen.emit("*partner")
    commit(form.to.picker.box, "ひばり")
    press(qtbot, Qt.Key.Key_Return)
    assert form.to.words() == "ひばり公園を守る会"
    click(form, "保存")
    (kept,) = talents.referrals_of(park)
    assert (kept.draft.partner_id, kept.draft.talent_id, kept.draft.about) == (garden, entry, "剪定")
    click(page.side.detail, "ひばり公園を守る会 へ")
    qtbot.waitUntil(lambda: "みどりの手の会 から" in tab(page))


# The lookup


@pytest.fixture
def lookup(
    qtbot: QtBot, window: MainWindow, page: PartnersPage, talents: TalentsService, garden: int, park: int
) -> LookupDialog:
    talents.add(TalentDraft(garden, OFFER, "庭木の剪定", activity_fields=(7,)))
    talents.add(TalentDraft(garden, OFFER, "フルートの演奏"))
    talents.add(TalentDraft(park, NEED, "公園の木の剪定を手伝ってほしい", activity_fields=(7,)))
    talents.close(talents.add(TalentDraft(park, NEED, "去年の植えかえ")), TODAY)
    (action,) = (
        one for one in window.menus.findChildren(QAction) if one.text().startswith("人財の森をさがす")
    )
    assert action.shortcut().toString() == "Ctrl+J"
    action.trigger()
    dialog = window.findChild(LookupDialog)
    assert isinstance(dialog, LookupDialog)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def listed(dialog: LookupDialog) -> list[str]:
    return [entry.talent.draft.title for entry in dialog.table.shown]


def test_the_lookup_finds_by_words_of_any_width(lookup: LookupDialog) -> None:
    assert set(listed(lookup)) == {"庭木の剪定", "フルートの演奏", "公園の木の剪定を手伝ってほしい"}
    commit(focused(), "ふるーと")
    assert listed(lookup) == ["フルートの演奏"]
    lookup.filters.box.setText("環境の保全　みどり")
    assert listed(lookup) == ["庭木の剪定"]
    lookup.filters.clear()
    assert "去年の植えかえ" in listed(lookup)
    lookup.filters.side.choose(["need"])
    assert set(listed(lookup)) == {"去年の植えかえ", "公園の木の剪定を手伝ってほしい"}


def test_what_fits_stands_beside_with_its_reasons(lookup: LookupDialog, talents: TalentsService) -> None:
    offer = next(one.id for one in talents.list(OFFER) if one.draft.title == "庭木の剪定")
    lookup.show_entry(offer)
    words = words_in(lookup.detail)
    assert "合う相手（必要としている）" in words
    assert "同じことば「剪定」 ・ 同じ分野（環境の保全）" in words
    assert "ひばり公園を守る会" in words
    click(lookup.detail, "この記録を見る")
    assert "合う相手（役立てたい）" in words_in(lookup.detail)


def test_of_very_many_the_best_are_shown(
    lookup: LookupDialog, talents: TalentsService, garden: int, park: int
) -> None:
    for number in range(25):
        talents.add(TalentDraft(park, NEED, f"剪定 その{number}"))
    lookup.show_entry(next(one.id for one in talents.list(OFFER) if one.draft.title == "庭木の剪定"))
    words = words_in(lookup.detail)
    assert words.count("引き合わせを記録") == 20
    assert "公園の木の剪定を手伝ってほしい" in words
    assert "ほかに 6件" in words


def test_two_are_brought_together_and_it_is_noted(
    lookup: LookupDialog, talents: TalentsService, garden: int, park: int
) -> None:
    need = talents.list(NEED, TODAY)[0]
    lookup.show_entry(need.id)
    click(lookup.detail, "引き合わせを記録")
    form = referral_form(lookup.detail)
    assert form.to.words() == "みどりの手の会"
    click(form, "保存")
    (kept,) = talents.referrals()
    assert kept.draft == ReferralDraft(
        park, TODAY, to_partner_id=garden, about="公園の木の剪定を手伝ってほしい", talent_id=need.id
    )
    assert "紹介を記録しました: みどりの手の会" in lookup.words.text()
    click(lookup.detail, "終わりにする")
    assert "公園の木の剪定を手伝ってほしい" not in listed(lookup)


def test_the_partner_is_a_click_away(
    qtbot: QtBot, lookup: LookupDialog, talents: TalentsService, page: PartnersPage, park: int
) -> None:
    lookup.show_entry(talents.list(NEED, TODAY)[0].id)
    click(lookup.detail, "ひばり公園を守る会")
    qtbot.waitUntil(lambda: (one := page.current()) is not None and one.id == park)


def test_the_card_leads_to_who_fits(
    qtbot: QtBot,
    window: MainWindow,
    page: PartnersPage,
    talents: TalentsService,
    garden: int,
    park: int,
) -> None:
    talents.add(TalentDraft(park, NEED, "剪定を頼みたい"))
    talents.add(TalentDraft(garden, OFFER, "庭木の剪定"))
    qtbot.waitUntil(lambda: "合う相手 1件" in tab(page))
    click(page.side.detail, "合う相手 1件")
    dialog = window.findChild(LookupDialog)
    assert isinstance(dialog, LookupDialog)
    assert "剪定を頼みたい" in words_in(dialog.detail)
    dialog.reject()


def test_what_was_thrown_away_is_given_back(
    lookup: LookupDialog, talents: TalentsService, garden: int
) -> None:
    referral = talents.refer(ReferralDraft(garden, TODAY, "asupia"))
    talents.discard_referral(referral)
    talents.discard([one.id for one in talents.list(OFFER)])
    click(lookup, "ごみ箱")
    bin_ = lookup.findChild(WastebasketDialog)
    assert isinstance(bin_, WastebasketDialog)
    bin_.view.selectAll()
    click(bin_, "元に戻す")
    assert len(talents.list(OFFER)) == 2
    assert [one.id for one in talents.referrals()] == [referral]
    assert "フルートの演奏" in listed(lookup)
    bin_.reject()


def test_an_empty_lookup_says_where_to_write(window: MainWindow, page: PartnersPage) -> None:
    window.window_commands.look_up_talents()
    dialog = window.findChild(LookupDialog)
    assert isinstance(dialog, LookupDialog)
    assert "人財の森の記録はまだありません" in words_in(dialog)
    dialog.reject()


# Look


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_wider_than_its_pane_and_everything_has_a_name(
    qtbot: QtBot, window: MainWindow, percent: int
) -> None:
    window.change_look(PaletteName.DARK, percent)
    window.open_page("partners")
    page = window.page
    assert isinstance(page, PartnersPage)
    garden = shown(qtbot, page, "みどりの手の会")
    talents = page.context.services.talents
    talents.add(TalentDraft(garden, OFFER, "とても長い件名" * 8, "くわしく" * 30, tuple(range(1, 8))))
    talents.refer(ReferralDraft(garden, TODAY, "volunteer_centre", about="何のこと" * 12))
    qtbot.waitUntil(lambda: "こだいらボランティアセンター へ" in tab(page))
    for word in ("必要なことを書く", "直す", "紹介を記録"):
        detail = page.side.detail
        click(detail, word)
        QApplication.processEvents()
        assert detail.widget().minimumSizeHint().width() <= detail.viewport().width()
        form = form_in(detail)
        named = form.findChildren(QLineEdit) + form.findChildren(QPlainTextEdit)
        assert all(one.accessibleName() for one in named)
        assert all(one.accessibleName() or one.text() for one in form.findChildren(QPushButton))
        form.give_up()
