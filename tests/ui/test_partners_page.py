"""団体台帳 through the real window, on the partners of the 168 entries."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.japanese.sorting import index_row
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind, PartnerRecord
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.collaborations.page import CollaborationsPage
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.theme.tokens import PaletteName, Tone
from tests.ui.hands import click, words_in
from tests.ui.typing_in import commit

UNIVERSITY = "武蔵野美術大学"


@pytest.fixture
def page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    return page_of(window)


def page_of(window: MainWindow) -> PartnersPage:
    page = window.page
    assert isinstance(page, PartnersPage)
    return page


def partner(page: PartnersPage, name: str) -> PartnerRecord:
    return next(one for one in page.table.rows if one.name == name)


def names(page: PartnersPage) -> list[str]:
    return [one.name for one in page.table.shown]


def card(page: PartnersPage) -> str:
    return words_in(page.side.detail)


def select(qtbot: QtBot, page: PartnersPage, name: str) -> None:
    assert page.view.select_record(partner(page, name).id)
    qtbot.waitUntil(lambda: name in card(page))


def add(qtbot: QtBot, page: PartnersPage, draft: PartnerDraft) -> int:
    made = page.context.services.partners.add(draft)
    qtbot.waitUntil(lambda: page.table.row_of(made) is not None or made in [p.id for p in page.table.rows])
    return made


# Opening and reading


def test_opens_with_all_partners_by_reading(window: MainWindow, page: PartnersPage) -> None:
    shown = page.table.shown
    assert len(shown) == len(page.context.services.partners.list()) > 100
    keys = [one.sort_key for one in shown]
    assert keys == sorted(keys)
    assert f"{len(shown)}団体中 {len(shown)}団体を表示" in window.status.text()


def test_footer_counts_by_kind_and_says_how_many_are_guesses(page: PartnersPage) -> None:
    unset = sum(one.kind is PartnerKind.UNSET for one in page.table.rows)
    guessed = sum(one.kind_estimated for one in page.table.rows)
    assert f"未設定 {unset}" in page.footer.words()
    assert f"うち区分が推定 {guessed}" in page.footer.words()


def test_a_guessed_kind_carries_its_mark(page: PartnersPage) -> None:
    column = next(c for c in page.table.columns if c.key == "kind")
    cell = column.cell_of(partner(page, UNIVERSITY))
    assert (cell.text, cell.pill) == ("大学等", "推定")


@pytest.mark.parametrize(
    "key", ["name", "kana", "kind", "activity_fields", "representative", "phone", "confirmed_on"]
)
def test_every_column_sorts_and_loses_nothing(page: PartnersPage, key: str) -> None:
    everyone = sorted(names(page))
    page.table.sort_by(key)
    assert sorted(names(page)) == everyone


# Finding


@pytest.mark.parametrize("row", ["か", "は", "わ"])
def test_the_strip_shows_one_row(window: MainWindow, page: PartnersPage, row: str) -> None:
    click(page.filters.strip, row)
    assert page.table.shown
    assert all(index_row(one.kana) == row for one in page.table.shown)
    everyone = [one for one in page.table.rows if index_row(one.kana) == row]
    assert len(page.table.shown) == len(everyone)
    assert f"「{row}」の行" in window.status.text()
    click(page.filters.strip, "全")
    assert len(page.table.shown) == len(page.table.rows)


def test_arrow_keys_walk_the_strip(qtbot: QtBot, page: PartnersPage) -> None:
    click(page.filters.strip, "あ")
    button = next(b for b in page.filters.strip.findChildren(QPushButton) if b.text() == "あ")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert page.filters.strip.chosen() == {"か"}
    assert all(index_row(one.kana) == "か" for one in page.table.shown)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ｺﾀﾞｲﾗ", lambda p: "コダイラ" in p.kana or "こだいら" in p.name),
        ("㈱スワレント", lambda p: "スワレント" in p.name),
        ("むさしのびじゅつ", lambda p: "ムサシノビジュツ" in p.kana),
        ("ビジュツ　大学", lambda p: "ビジュツ" in p.kana and "大学" in p.name),
    ],
)
def test_typing_sifts_at_once_whatever_the_spelling(
    page: PartnersPage, words: str, expected: Callable[[PartnerRecord], bool]
) -> None:
    commit(page.filters.box, words)
    assert page.table.shown
    assert all(expected(one) for one in page.table.shown)
    assert len(page.table.shown) == sum(expected(one) for one in page.table.rows)


@pytest.mark.parametrize(
    "words", ["斎藤", "ウムテン", "0423469809", "042-346-9809", "346-98", "０４２－３４６", "有限会社齋藤"]
)
def test_old_kanji_part_of_the_reading_and_telephone_find(
    qtbot: QtBot, page: PartnersPage, words: str
) -> None:
    draft = PartnerDraft(name="㈲齋藤工務店", kana="サイトウコウムテン", phone="042-346-9809")
    made = add(qtbot, page, draft)
    commit(page.filters.box, words)
    assert [one.id for one in page.table.shown] == [made]


def test_kinds_offer_what_is_unset_and_guessed(page: PartnersPage) -> None:
    popup = page.filters.kind.open_list()
    labels = popup.labels
    popup.close()
    assert "未設定" in labels
    assert "大学等（推定）" in labels
    counts = {option.label: option.count for option in page.filters.kind.options}
    page.filters.kind.choose({"unset"})
    assert len(page.table.shown) == counts["未設定"]
    assert all(one.kind is PartnerKind.UNSET for one in page.table.shown)


def test_nothing_found_says_so_and_offers_the_way_back(page: PartnersPage) -> None:
    page.filters.box.setText("どこにもないことば")
    click(page, "わ")
    assert page.table.shown == ()
    assert page._no_match.isVisible()
    click(page._no_match, "条件を消す")
    assert len(page.table.shown) == len(page.table.rows)
    assert page.view.isVisible()


def test_ctrl_k_finds_a_partner_and_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    window.context.services.partners.add(PartnerDraft(name="夕やけ合唱団", kana="ユウヤケガッショウダン"))
    commit(window.search, "ﾕｳﾔｹ")
    window.search.search_now()
    assert any("夕やけ合唱団" in line for line in window.search.results())
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert page_of(window).view.current_record().name == "夕やけ合唱団"


def test_a_link_leads_to_a_partner_even_if_a_filter_hides_it(qtbot: QtBot, page: PartnersPage) -> None:
    click(page.filters.strip, "あ")
    page.open_record(partner(page, UNIVERSITY).id)
    current = page.current()
    assert current is not None
    assert current.name == UNIVERSITY


# The card


def test_the_card_tells_the_collaborations_and_leads_to_them(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    select(qtbot, page, UNIVERSITY)
    entries = page.context.services.partners.detail(partner(page, UNIVERSITY).id).collaborations
    numbers = {entry.number for entry in entries}
    assert numbers == {1, 11, 18, 31, 43, 44, 55, 58, 65, 107, 139, 143, 166}
    assert page.side.detail.tabs.value() == "basic"
    click(page.side.detail, "すべて見る")
    assert page.side.detail.tabs.value() == "story"
    words = card(page)
    assert "平成30年度" in words
    assert all(entry.title in words for entry in entries)
    assert "彫刻学科研究室" in words
    click(page.side.detail, "木彫ワークショップ")
    opened = window.page
    assert isinstance(opened, CollaborationsPage)
    current = opened.current()
    assert current is not None
    assert current.number == 43


def test_confirming_is_noted_with_the_day_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    select(qtbot, page, UNIVERSITY)
    assert "まだ" in card(page)
    click(page.side.detail, "いま確認した")
    qtbot.waitUntil(lambda: "令和8年11月24日" in card(page))
    assert "最終確認 済" in card(page)
    assert UNIVERSITY in window.status.news_text()
    page.filters.confirmed.choose({"fresh"})
    assert names(page) == [UNIVERSITY]
    page.filters.clear()
    window.window_commands.undo_action.trigger()
    qtbot.waitUntil(lambda: partner(page, UNIVERSITY).confirmed_on is None)


def test_a_confirmation_of_more_than_a_year_ago_is_due(
    qtbot: QtBot, page: PartnersPage, clock: FixedClock
) -> None:
    select(qtbot, page, UNIVERSITY)
    page.verbs.confirm.trigger()
    qtbot.waitUntil(lambda: partner(page, UNIVERSITY).confirmed_on is not None)
    column = next(c for c in page.table.columns if c.key == "confirmed_on")
    clock.moment += timedelta(days=365)
    assert column.cell_of(partner(page, UNIVERSITY)).tone is None
    clock.moment += timedelta(days=245)
    cell = column.cell_of(partner(page, UNIVERSITY))
    assert cell.tone is Tone.DUE
    assert "1年より前" in cell.spoken
    page.filters.confirmed.open_list().close()
    page.filters.confirmed.choose({"stale"})
    assert names(page) == [UNIVERSITY]
    page.side.show_record(page.current())
    assert "最終確認から 1年8か月" in card(page)


def test_a_likely_same_partner_is_a_pair_for_a_person_to_decide(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    first, second = "東京都都市づくり公社", "公益社団法人東京都都市づくり公社"
    select(qtbot, page, first)
    assert "似た団体 1件" in card(page)
    assert "法人格の有無だけが違います" in card(page)
    click(page.side.detail, second)
    qtbot.waitUntil(lambda: page.view.current_record().name == second)
    select(qtbot, page, first)
    click(page.side.detail, f"{second} は別の団体")
    qtbot.waitUntil(lambda: "似た団体" not in card(page))
    window.window_commands.undo_action.trigger()
    qtbot.waitUntil(lambda: "似た団体 1件" in card(page))


# Writing


def test_the_name_is_kept_letter_for_letter_and_the_reading_put_in_form(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    name = "㈱髙﨑　吉野　工房 "
    commit(editor.basic.lines["name"], name)
    editor.basic.lines["kana"].setFocus()
    commit(editor.basic.lines["kana"], "たかさきﾖｼﾉ")
    qtbot.keyClick(editor.basic.lines["kana"], Qt.Key.Key_Return)
    assert editor.basic.lines["kana"].text() == "タカサキヨシノ"
    assert editor.basic.lines["short_name"].hasFocus()
    page.verbs.save.trigger()
    qtbot.waitUntil(lambda: name in names(page))
    made = partner(page, name)
    assert made.kana == "タカサキヨシノ"
    current = page.current()
    assert current is not None
    assert current.id == made.id
    assert "保存しました" in window.status.news_text()


def test_a_person_who_sets_the_kind_takes_the_guess_away(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    select(qtbot, page, UNIVERSITY)
    assert "区分は推定" in card(page)
    page.verbs.edit.trigger()
    editor = page.side.editor
    assert not editor.save_button.isVisible()
    click(editor, "この区分でよい")
    assert editor.save_button.isVisible()
    editor.save_button.click()
    qtbot.waitUntil(lambda: not partner(page, UNIVERSITY).kind_estimated)
    assert partner(page, UNIVERSITY).kind is PartnerKind.UNIVERSITY
    qtbot.waitUntil(lambda: "区分は推定" not in card(page))
    window.window_commands.undo_action.trigger()
    qtbot.waitUntil(lambda: partner(page, UNIVERSITY).kind_estimated)


def test_choosing_another_kind_is_no_guess(qtbot: QtBot, page: PartnersPage) -> None:
    select(qtbot, page, UNIVERSITY)
    page.side.begin_edit()
    kind = page.side.editor.basic.kind
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    page.side.save()
    qtbot.waitUntil(lambda: partner(page, UNIVERSITY).kind is PartnerKind.BUSINESS)
    assert not partner(page, UNIVERSITY).kind_estimated


def test_a_postal_code_of_the_city_fills_an_empty_address(qtbot: QtBot, page: PartnersPage) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    commit(editor.basic.lines["postal_code"], "１８７００３２")
    assert editor.basic.lines["address"].text() == "東京都小平市小川町"
    editor.basic.lines["address"].setText("東京都小平市小川町2-1333")
    editor.basic.lines["postal_code"].clear()
    commit(editor.basic.lines["postal_code"], "187-0001")
    assert editor.basic.lines["address"].text() == "東京都小平市小川町2-1333"
    qtbot.keyClick(editor.basic.lines["postal_code"], Qt.Key.Key_Return)
    assert editor.basic.lines["postal_code"].text() == "187-0001"


def test_a_name_that_is_already_there_is_said_and_does_not_block(qtbot: QtBot, page: PartnersPage) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    commit(editor.basic.lines["name"], "学校法人武蔵野美術大学")
    qtbot.waitUntil(lambda: "同じ団体かもしれません" in editor.similar_words())
    assert UNIVERSITY in editor.similar_words()
    count = len(page.table.rows)
    page.side.save()
    qtbot.waitUntil(lambda: len(page.table.rows) == count + 1)


def test_a_partner_is_not_similar_to_itself(qtbot: QtBot, page: PartnersPage) -> None:
    page.context.services.partners.add(PartnerDraft("朝市の会", phone="042-346-9809"))
    select(qtbot, page, UNIVERSITY)
    page.side.begin_edit()
    editor = page.side.editor
    commit(editor.basic.lines["phone"], "042-346-9809")
    qtbot.waitUntil(lambda: "朝市の会" in editor.similar_words())
    assert UNIVERSITY not in editor.similar_words()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [("phone", "電話なし", "電話番号"), ("postal_code", "187", "郵便番号"), ("email", "あ", "メール")],
)
def test_what_cannot_be_taken_is_said_beside_its_field(
    qtbot: QtBot, page: PartnersPage, field: str, typed: str, said: str
) -> None:
    select(qtbot, page, UNIVERSITY)
    page.side.begin_edit()
    line = page.side.editor.basic.lines[field]
    commit(line, typed)
    page.side.save()
    assert page.side.is_editing
    assert said in line.problem
    assert said in words_in(page.side.editor)


def test_a_nameless_partner_is_refused(window: MainWindow, page: PartnersPage) -> None:
    page.verbs.new.trigger()
    page.side.save()
    assert page.side.is_editing
    assert "団体名が空です" in page.side.editor.basic.lines["name"].problem
    assert "団体名が空です" in window.messages.text()


def test_leaving_a_half_written_partner_keeps_it_as_a_draft(qtbot: QtBot, page: PartnersPage) -> None:
    other = page.table.rows[0].name
    select(qtbot, page, UNIVERSITY)
    page.side.begin_edit()
    commit(page.side.editor.basic.lines["representative"], "学長")
    select(qtbot, page, other)
    select(qtbot, page, UNIVERSITY)
    assert "書きかけがあります" in card(page)
    assert partner(page, UNIVERSITY).representative == ""
    page.side.begin_edit()
    assert page.side.editor.basic.lines["representative"].text() == "学長"
    page.side.editor.give_up_button.click()
    assert "書きかけ" not in card(page)


def test_a_draft_is_kept_a_second_after_the_last_key(qtbot: QtBot, page: PartnersPage) -> None:
    page.verbs.new.trigger()
    commit(page.side.editor.basic.lines["name"], "打ちかけ")
    drafts = page.context.services.drafts
    qtbot.waitUntil(lambda: drafts.load("partner", 0) is not None, timeout=2000)
    kept = drafts.load("partner", 0)
    assert kept is not None
    assert kept["name"] == "打ちかけ"


def test_a_partner_of_an_entry_stays_and_that_is_said(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    select(qtbot, page, UNIVERSITY)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert "協働相手" in window.messages.text()
    assert UNIVERSITY in names(page)


def test_a_deleted_partner_lies_in_the_wastebasket_and_comes_back(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    made = add(qtbot, page, PartnerDraft(name="夕やけ合唱団", kana="ユウヤケガッショウダン"))
    select(qtbot, page, "夕やけ合唱団")
    before = partner(page, "夕やけ合唱団")
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: made not in [one.id for one in page.table.rows])
    page.verbs.wastebasket.trigger()
    basket = page.findChild(WastebasketDialog)
    assert [d.title for d in basket.table.rows] == ["夕やけ合唱団"]
    basket.view.selectRow(0)
    basket.restore_button.click()
    qtbot.waitUntil(lambda: "夕やけ合唱団" in [one.name for one in page.table.rows])
    assert partner(page, "夕やけ合唱団") == before


# Around it


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_card_and_its_editor_fit_their_width(qtbot: QtBot, window: MainWindow, percent: int) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    window.open_page("partners")
    page = page_of(window)
    select(qtbot, page, "公益社団法人東京都都市づくり公社")
    detail = page.side.detail
    qtbot.waitUntil(lambda: detail.widget().width() <= detail.viewport().width())
    page.side.begin_edit()
    area = page.side.editor.area
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    for button in page.side.editor.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_conditions_and_place_outlive_another_text_size(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    click(page.filters.strip, "か")
    page.filters.box.setText("小平")
    third = page.table.shown[2]
    select(qtbot, page, third.name)
    shown = names(page)
    window.change_look(PaletteName.DARK, 150)
    anew = page_of(window)
    assert anew is not page
    assert names(anew) == shown
    assert anew.filters.strip.chosen() == {"か"}
    assert anew.view.current_record().id == third.id


def test_a_change_on_another_tab_is_seen_here(qtbot: QtBot, window: MainWindow, page: PartnersPage) -> None:
    before = partner(page, UNIVERSITY).collaborations
    window.open_page("collaborations")
    services = page.context.services
    services.collaborations.discard([services.collaborations.list(2018)[0].id])
    qtbot.waitUntil(window.window_commands.undo_action.isEnabled)
    window.open_page("partners")
    assert partner(page, UNIVERSITY).collaborations == before - 1
