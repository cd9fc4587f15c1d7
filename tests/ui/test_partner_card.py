"""The card of a partner and its editor: all that an office knows of a group, through the real window."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.records.partner_parts import (
    PROFILE_QUESTIONS,
    PartnerContact,
    PartnerOfficer,
    PartnerProfile,
    ProfileAnswer,
)
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind, PartnerRecord
from kyodo_desktop.records.proposals import Confirmation
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.editor import PartnerEditor
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.widgets.chip_popup import ChipPopup
from kyodo_desktop.ui.widgets.copy_text import CopyText
from kyodo_desktop.ui.widgets.pill import Pill
from tests.ui.hands import click, focused, press, words_in
from tests.ui.typing_in import commit, compose

KAWASEMI = PartnerDraft(
    name="かわせみ水辺くらぶ",
    kana="カワセミミズベクラブ",
    kind=PartnerKind.CITIZEN_GROUP,
    short_name="かわせみ",
    former_names=("小平かわせみの会",),
    legal_form="npo",
    legal_form_position="before",
    corporate_number="7000012050002",
    activity_fields=(7, 13),
    established_on=date(2007, 4, 1),
    members=23,
    members_in_city=19,
    phone="042-346-9809",
    email="kawasemi-mizube-club@mail.example.jp",
    postal_code="1870032",
    address="東京都小平市小川町0-00-0",
    website="https://kawasemi.example.jp/katsudou/2026/index.html",
    bylaws_seen_on=date(2025, 3, 3),
    roster_seen_on=date(2025, 4, 10),
    asupia_registered=True,
    musubu_listed=True,
    tags=("用水路", "こども"),
    note="電話は平日の日中に。",
    contacts=(
        PartnerContact("日中の連絡", "山川 花", "042-346-9810", email="day@example.jp"),
        PartnerContact("会計・請求", "水野 陸", fax="042-346-9811", note="月末は不在"),
    ),
    officers=(
        PartnerOfficer("会長", "山川 太郎", "ヤマカワ タロウ", date(2019, 4, 1), date(2023, 3, 31)),
        PartnerOfficer("会長", "水野 花子", "ミズノ ハナコ", date(2023, 4, 1)),
    ),
    profile=PartnerProfile(
        "用水路の生き物を調べ、地域の人に知らせる。",
        "平成30年から毎年、生き物調べを続けている。",
        non_profit="会費と助成金だけで運営している。",
        asked=(
            ProfileAnswer(
                "voluntariness", Confirmation.CONFIRMED, "会則 第3条", "市民 花子", date(2026, 5, 1)
            ),
        ),
    ),
    public_fields=frozenset({"phone", "activity_fields", "profile.purpose"}),
)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    found = window.page
    assert isinstance(found, PartnersPage)
    return found


@pytest.fixture
def kawasemi(qtbot: QtBot, page: PartnersPage) -> int:
    return show(qtbot, page, KAWASEMI)


@pytest.fixture
def editor(page: PartnersPage, kawasemi: int) -> PartnerEditor:
    page.verbs.edit.trigger()
    return page.side.editor


def show(qtbot: QtBot, page: PartnersPage, draft: PartnerDraft) -> int:
    made = page.context.services.partners.add(draft)
    qtbot.waitUntil(lambda: made in [one.id for one in page.table.rows])
    page.open_record(made)
    qtbot.waitUntil(lambda: draft.name in card(page))
    return made


def card(page: PartnersPage) -> str:
    detail = page.side.detail
    return words_in(detail) + "\n".join(one.toPlainText() for one in detail.findChildren(CopyText))


def tab(page: PartnersPage, which: Tab) -> str:
    page.side.detail.show_tab(which)
    return card(page)


def stored(page: PartnersPage, partner_id: int) -> PartnerRecord:
    return page.context.services.partners.get(partner_id)


def pills(page: PartnersPage) -> list[str]:
    return [pill.accessibleName() for pill in page.side.detail.findChildren(Pill)]


def type_over(line: QLineEdit | QPlainTextEdit, words: str) -> None:
    line.clear()
    commit(line, words)


# Reading


def test_the_tabs_keep_their_row_when_a_scroll_bar_takes_its_room(
    qtbot: QtBot, page: PartnersPage, kawasemi: int
) -> None:
    detail = page.side.detail
    for which, scrolls in ((Tab.FILES, False), (Tab.PROFILE, True)):
        detail.show_tab(which)
        bar = detail.verticalScrollBar()
        qtbot.waitUntil(lambda bar=bar, scrolls=scrolls: bar.isVisible() is scrolls)
        qtbot.waitUntil(lambda: len({button.y() for button in detail.tabs.buttons()}) == 1)


def test_the_first_tab_tells_what_the_office_knows(page: PartnersPage, kawasemi: int) -> None:
    words = card(page)
    for said in (
        "かわせみ",
        "小平かわせみの会",
        "特定非営利活動法人（名称の前）",
        "7000012050002",
        "環境の保全 ・ 子どもの健全育成",
        "会長　水野 花子",
        "平成19年4月1日 ・ 会員 23人（うち市内 19人）",
        "会則 令和7年3月3日 ・ 名簿 令和7年4月10日",
        "あすぴあ登録 ・ むすぶ掲載",
        "用水路の生き物を調べ、地域の人に知らせる。",
    ):
        assert said in words


def test_tags_stand_at_the_top_and_public_fields_carry_their_mark(page: PartnersPage, kawasemi: int) -> None:
    assert pills(page)[:2] == ["用水路", "こども"]
    assert pills(page)[2:] == ["公開"] * 3
    assert "庁内だけ" in card(page)


def test_a_bare_partner_says_what_is_still_to_be_written(qtbot: QtBot, page: PartnersPage) -> None:
    show(qtbot, page, PartnerDraft(name="夕やけ合唱団"))
    assert card(page).count("未記入") >= 5
    assert pills(page) == []
    assert "連絡先はまだありません" in tab(page, Tab.PEOPLE)
    assert tab(page, Tab.PROFILE).count("まだ") >= len(PROFILE_QUESTIONS)


def test_contacts_have_their_purpose_and_who_is_in_office_comes_first(
    page: PartnersPage, kawasemi: int
) -> None:
    words = tab(page, Tab.PEOPLE)
    assert "日中の連絡" in words
    assert "day@example.jp" in words
    assert "会計・請求" in words
    assert words.index("会長　水野 花子\nミズノ") < words.index("会長　山川 太郎")
    assert "平成31年4月1日から令和5年3月31日まで" in words


def test_the_profile_has_the_handbook_s_headings_and_what_it_asks(page: PartnersPage, kawasemi: int) -> None:
    words = tab(page, Tab.PROFILE)
    for heading in ("活動目的", "活動実績", "活動状況", "財政状況", "運営体制"):
        assert heading in words
    assert "会費と助成金だけで運営している。" in words
    assert "会則 第3条 ・ 市民 花子 ・ 令和8年5月1日" in words


def test_all_that_the_handbook_asks_confirmed_is_said_at_the_top(qtbot: QtBot, page: PartnersPage) -> None:
    asked = tuple(ProfileAnswer(key, Confirmation.CONFIRMED) for key in PROFILE_QUESTIONS)
    show(qtbot, page, PartnerDraft(name="夕やけ合唱団", profile=PartnerProfile(asked=asked)))
    assert "要件の確認 済" in card(page)


def test_a_confirmation_says_who_confirmed(qtbot: QtBot, page: PartnersPage, kawasemi: int) -> None:
    page.context.services.settings.set("clerk_name", "市民 太郎")
    click(page.side.detail, "いま確認した")
    qtbot.waitUntil(lambda: "市民 太郎" in card(page))


def test_the_tab_stays_from_one_partner_to_the_next_and_arrow_keys_walk_the_tabs(
    qtbot: QtBot, page: PartnersPage, kawasemi: int
) -> None:
    first = page.side.detail.tabs.buttons()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.side.detail.tab is Tab.PEOPLE
    assert "日中の連絡" in card(page)
    show(qtbot, page, PartnerDraft(name="夕やけ合唱団"))
    assert "連絡先はまだありません" in card(page)


# Finding


def test_fields_of_activity_are_a_column_and_a_filter(page: PartnersPage, kawasemi: int) -> None:
    column = next(c for c in page.table.columns if c.key == "activity_fields")
    assert [c.key for c in page.table.columns][2:5] == ["kind", "activity_fields", "representative"]
    assert column.cell_of(stored(page, kawasemi)).text == "環境の保全、子どもの健全育成"
    labels = page.filters.field.open_list()
    assert labels.labels == ("環境の保全", "子どもの健全育成")
    labels.close()
    page.filters.field.choose({"13"})
    assert [one.id for one in page.table.shown] == [kawasemi]


# Writing


def test_nothing_is_lost_or_changed_by_looking_at_the_editor(
    page: PartnersPage, editor: PartnerEditor, kawasemi: int
) -> None:
    before = stored(page, kawasemi)
    assert not editor.is_changed()
    commit(editor.basic.areas["note"], "あ")
    page.side.save()
    after = stored(page, kawasemi)
    assert replace(after, note="", full_key="", bare_key="") == replace(
        before, note="", full_key="", bare_key=""
    )


def tick(qtbot: QtBot, popup: ChipPopup, words: str) -> None:
    """Go to a row of the list of 活動分野 and tick it by the keyboard."""
    rows = focused()
    row = next(at for at, label in enumerate(popup.labels) if words in label)
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    for _step in range(row):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Space)


def test_everything_of_the_first_section_is_saved_as_the_office_types_it(
    qtbot: QtBot, page: PartnersPage, kawasemi: int, editor: PartnerEditor
) -> None:
    basic = editor.basic
    type_over(basic.lines["established_on"], "H20.5.1")
    type_over(basic.lines["members"], "３０人")
    type_over(basic.lines["corporate_number"], "７０００－０１２０－５０００２")
    type_over(basic.lines["tags"], "水辺、観察，")
    type_over(basic.areas["former_names"], "川の会\n水の会")
    basic.flags["musubu_listed"].click()
    popup = basic.activity_fields.open_list()
    for words in ("子どもの健全育成", "社会教育"):
        tick(qtbot, popup, words)
    popup.close()
    assert basic.activity_fields.words() == "社会教育 ・ 環境の保全"
    page.side.save()
    saved = stored(page, kawasemi)
    assert saved.established_on == date(2008, 5, 1)
    assert saved.members == 30
    assert saved.corporate_number == "7000012050002"
    assert saved.tags == ("水辺", "観察")
    assert saved.former_names == ("川の会", "水の会")
    assert not saved.musubu_listed
    assert saved.activity_fields == (2, 7)


def test_public_is_chosen_beside_the_field(page: PartnersPage, kawasemi: int, editor: PartnerEditor) -> None:
    tick = editor.public.tick("email")
    assert tick.accessibleName() == "メール を公開する"
    assert not tick.isChecked()
    tick.click()
    editor.public.tick("phone").click()
    editor.public.tick("members").click()
    page.side.save()
    public = stored(page, kawasemi).public_fields
    assert public == {"activity_fields", "profile.purpose", "email", "members", "members_in_city"}


def test_enter_passes_the_ticks_by_and_tab_comes_to_them(
    qtbot: QtBot, page: PartnersPage, editor: PartnerEditor
) -> None:
    lines = editor.basic.lines
    lines["kana"].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert lines["short_name"].hasFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert lines["kana"].hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert editor.public.tick("kana").hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert editor.public.tick("kana").isChecked()
    press(qtbot, Qt.Key.Key_Return)
    assert lines["short_name"].hasFocus()


def test_a_contact_and_an_officer_are_written_by_keyboard_alone(
    qtbot: QtBot, page: PartnersPage, kawasemi: int, editor: PartnerEditor
) -> None:
    editor.tabs.buttons()[0].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    people = editor.people
    assert people.isVisible()
    people.contacts.more.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    for words in ("イベント当日", "川田 泉", "０４２－３４６－９８１２"):
        commit(focused(), words)
        press(qtbot, Qt.Key.Key_Return)
    assert people.contacts.rows[2].lines["fax"].hasFocus()
    people.officers.more.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    for words in ("会計", "森 緑", "もりみどり", "R6.4.1"):
        commit(focused(), words)
        press(qtbot, Qt.Key.Key_Return)
    page.verbs.save.trigger()
    saved = stored(page, kawasemi)
    third = saved.contacts[2]
    assert (third.purpose, third.person, third.phone) == ("イベント当日", "川田 泉", "042-346-9812")
    last = saved.officers[2]
    assert (last.title, last.name, last.kana) == ("会計", "森 緑", "モリミドリ")
    assert last.starts_on == date(2024, 4, 1)
    assert saved.contacts[:2] == stored(page, kawasemi).contacts[:2]


def test_tab_goes_through_the_rows_in_their_order(
    qtbot: QtBot, page: PartnersPage, editor: PartnerEditor
) -> None:
    editor.show_tab(Tab.PEOPLE)
    people = editor.people
    people.contacts.add_row()
    wanted: list[QWidget] = []
    for rows in (people.contacts, people.officers):
        wanted += [w for row in rows.rows for w in (row.off, *row.lines.values())] + [rows.more]
    editor.tabs.buttons()[1].setFocus()
    walked = []
    for _step in wanted:
        press(qtbot, Qt.Key.Key_Tab)
        walked.append(focused())
    assert walked == wanted


def test_a_row_is_taken_away_and_the_others_keep_their_words(
    page: PartnersPage, kawasemi: int, editor: PartnerEditor
) -> None:
    editor.show_tab(Tab.PEOPLE)
    click(editor, "連絡先 1 を消す")
    assert editor.people.contacts.rows[0].lines["purpose"].accessibleName() == "連絡先 1 の用途"
    kept = stored(page, kawasemi).contacts[1]
    page.side.save()
    assert stored(page, kawasemi).contacts == (kept,)


def test_what_the_handbook_asks_is_answered_with_name_and_day(
    qtbot: QtBot, page: PartnersPage, kawasemi: int, editor: PartnerEditor, clock: FixedClock
) -> None:
    page.context.services.settings.set("clerk_name", "市民 太郎")
    editor.show_tab(Tab.PROFILE)
    question = editor.profile.questions["accounting"]
    question.segments.setFocus()
    qtbot.keyClick(question.segments, Qt.Key.Key_Left)
    commit(question.seen, "決算書")
    page.side.save()
    answers = {answer.key: answer for answer in stored(page, kawasemi).profile.asked}
    found = ProfileAnswer("accounting", Confirmation.CONFIRMED, "決算書", "市民 太郎", date(2026, 11, 24))
    assert answers["accounting"] == found


@pytest.mark.parametrize(
    ("name", "typed", "said", "section"),
    [
        ("established_on", "むかし", "むかし", Tab.BASIC),
        ("members", "たくさん", "人数", Tab.BASIC),
        ("corporate_number", "7000012050003", "法人番号", Tab.BASIC),
        ("contacts.1.phone", "電話なし", "電話番号", Tab.PEOPLE),
        ("officers.0.ends_on", "R99.1.1.1", "R99", Tab.PEOPLE),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field_in_its_section(
    qtbot: QtBot, page: PartnersPage, editor: PartnerEditor, name: str, typed: str, said: str, section: Tab
) -> None:
    field = editor.sections[section].field(name)
    assert isinstance(field, QLineEdit)
    type_over(field, typed)
    editor.show_tab(Tab.PROFILE)
    page.side.save()
    assert page.side.is_editing
    assert editor.tabs.value() == section
    assert field.hasFocus()
    assert said in field.accessibleDescription()
    assert said in words_in(editor)
    qtbot.waitUntil(lambda: 0 <= field.mapTo(editor.area, field.rect().topLeft()).y() < editor.area.height())


def test_editing_begins_in_the_section_that_is_read(page: PartnersPage, kawasemi: int) -> None:
    page.side.detail.show_tab(Tab.PROFILE)
    page.verbs.edit.trigger()
    assert page.side.editor.profile.areas["purpose"].hasFocus()
    page.side.give_up()
    page.verbs.new.trigger()
    assert page.side.editor.basic.lines["name"].hasFocus()


def test_a_telephone_that_is_already_there_is_said(qtbot: QtBot, page: PartnersPage, kawasemi: int) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    commit(editor.basic.lines["phone"], "０４２３４６９８０９")
    qtbot.waitUntil(lambda: KAWASEMI.name in editor.similar_words())
    assert editor.basic.notices["phone"].isVisible()
    assert not editor.basic.notices["name"].isVisible()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("email", "ＫＡＷＡ@example.jp", "メールアドレスが同じです"),
        ("address", "東京都小平市小川町２丁目１３３３番地", "所在地が同じです"),
        ("kana", "こだいらかわせみかい", "フリガナが同じです"),
    ],
)
def test_what_is_already_there_is_said_below_its_field(
    qtbot: QtBot, page: PartnersPage, kawasemi: int, name: str, typed: str, said: str
) -> None:
    known = replace(KAWASEMI, email="kawa@example.jp", address="小川町2-1333", kana="コダイラカワセミカイ")
    page.context.services.partners.edit(kawasemi, known)
    page.verbs.new.trigger()
    editor = page.side.editor
    compose(editor.basic.lines[name], typed)
    commit(editor.basic.lines[name], typed)
    qtbot.waitUntil(lambda: said in editor.similar_words())
    assert f"「{KAWASEMI.name}」" in editor.similar_words()
    assert "別の団体なら、このまま保存できます" in editor.similar_words()
    assert [key for key, room in editor.basic.notices.items() if room.isVisible()] == [name]


def test_a_contact_that_is_already_there_is_said_below_the_contacts(
    qtbot: QtBot, page: PartnersPage, kawasemi: int
) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    editor.show_tab(Tab.PEOPLE)
    click(editor, "連絡先を足す")
    commit(editor.people.contacts.rows[0].lines["phone"], KAWASEMI.phone)
    qtbot.waitUntil(lambda: "電話番号が同じです" in editor.similar_words())
    assert editor.people.notice.isVisible()


def test_what_is_said_goes_when_it_is_not_so_any_more(
    qtbot: QtBot, page: PartnersPage, kawasemi: int
) -> None:
    page.verbs.new.trigger()
    editor = page.side.editor
    commit(editor.basic.lines["phone"], KAWASEMI.phone)
    qtbot.waitUntil(lambda: editor.similar_words() != "")
    editor.basic.lines["phone"].setText("042-000-0000")
    qtbot.waitUntil(lambda: editor.similar_words() == "")
    assert not any(room.isVisible() for room in editor.basic.notices.values())


def test_half_written_rows_are_a_draft_that_is_taken_up_again(
    qtbot: QtBot, page: PartnersPage, kawasemi: int, editor: PartnerEditor
) -> None:
    editor.show_tab(Tab.PEOPLE)
    editor.people.officers.add_row()
    commit(focused(), "監事")
    drafts = page.context.services.drafts
    qtbot.waitUntil(lambda: drafts.load("partner", kawasemi) is not None, timeout=3000)
    page.side.show_record(None)
    page.side.show_record(stored(page, kawasemi))
    assert "書きかけがあります" in card(page)
    page.side.begin_edit()
    assert page.side.editor.people.officers.rows[2].lines["title"].text() == "監事"


# Around it


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_tab_and_no_section_is_wider_than_its_pane(qtbot: QtBot, window: MainWindow, percent: int) -> None:
    window.change_look(PaletteName.LIGHT, percent)
    window.open_page("partners")
    page = window.page
    assert isinstance(page, PartnersPage)
    show(qtbot, page, KAWASEMI)
    detail = page.side.detail
    for which in Tab:
        detail.show_tab(which)
        QApplication.processEvents()
        assert detail.widget().minimumSizeHint().width() <= detail.viewport().width()
    page.side.begin_edit()
    editor = page.side.editor
    for section in editor.sections:
        editor.show_tab(section)
        QApplication.processEvents()
        assert editor.area.widget().minimumSizeHint().width() <= editor.area.viewport().width()
        for button in editor.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_everything_that_takes_the_focus_has_a_name(editor: PartnerEditor) -> None:
    for section in editor.sections.values():
        for widget in section.findChildren(QWidget):
            inside = (
                isinstance(widget.parent(), QPlainTextEdit | QComboBox)
                or widget.window() is not section.window()
            )
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inside:
                text = widget.property("text")
                assert widget.accessibleName() or text, widget
