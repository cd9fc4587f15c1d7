"""Counter mode: who is on the telephone, what is open, and the talk noted in three keys. Real windows."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.contacts import ContactDraft, ContactRecord, ContactWay
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.counter.desk import CounterDesk
from kyodo_desktop.ui.counter.talk_answers import NEW_KIND
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.talks_sheet import TalksSheet
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.window_settings import WindowSettings
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit, compose

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KAWASEMI = PartnerDraft(
    "かわせみ水辺くらぶ",
    "カワセミミズベクラブ",
    PartnerKind.CITIZEN_GROUP,
    representative="水野 花子",
    phone="042-346-9809",
)
LAST_WEEK = datetime(2026, 11, 17, 1, 30, tzinfo=UTC)


@pytest.fixture
def kawasemi(window: MainWindow) -> int:
    window.context.services.settings.set("clerk_name", "市民 太郎")
    return window.context.services.partners.add(KAWASEMI)


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, kawasemi: int) -> CounterDesk:
    return ask(qtbot, window)


def ask(qtbot: QtBot, window: MainWindow) -> CounterDesk:
    window.activateWindow()
    press_on(qtbot, window, Qt.Key.Key_K, CTRL | SHIFT)
    made = window.counter.desk
    assert made is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.ask_box.box)
    return made


def press_on(
    qtbot: QtBot,
    window: MainWindow,
    key: Qt.Key,
    how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key of the main window, wherever its cursor is."""
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window.focusWidget() or window, key, how)


def take(qtbot: QtBot, desk: CounterDesk, text: str) -> None:
    """Type a question and take the first answer."""
    desk.ask_box.box.setFocus()
    commit(desk.ask_box.box, text)
    press(qtbot, Qt.Key.Key_Return)
    form = desk.hand.form
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (form.ways, form.text))


def talks(window: MainWindow, partner_id: int) -> tuple[ContactRecord, ...]:
    return window.context.services.contacts.of_partner(partner_id)


def test_the_question_comes_up_on_every_tab(qtbot: QtBot, window: MainWindow, kawasemi: int) -> None:
    for key in ("collaborations", "partners", "proposals", "check_sheets"):
        window.open_page(key)
        desk = ask(qtbot, window)
        assert desk.isVisible()
        press(qtbot, Qt.Key.Key_Escape)
        assert not desk.isVisible()
        assert window.page is not None
        assert window.page.key == key


def test_what_is_typed_finds_and_the_first_is_taken_with_enter(qtbot: QtBot, desk: CounterDesk) -> None:
    commit(desk.ask_box.box, "みずべ")
    qtbot.waitUntil(lambda: "かわせみ水辺くらぶ" in "".join(desk.ask_box.lines()))
    qtbot.waitUntil(lambda: "042-346-9809" in words_of_card(desk))
    press(qtbot, Qt.Key.Key_Return)
    assert desk.ask_box.text() == ""
    assert "かわせみ水辺くらぶ" in words_in(desk.hand)
    assert "水野 花子" in words_of_card(desk)
    assert QApplication.focusWidget() is desk.hand.form.ways


def words_of_card(desk: CounterDesk) -> str:
    from kyodo_desktop.ui.widgets.copy_text import CopyText

    return words_in(desk.card) + "".join(one.toPlainText() for one in desk.card.findChildren(CopyText))


@pytest.mark.parametrize("typed", ["9809", "３４６−９８０９", "水野", "ｶﾜｾﾐ", "水辺"])
def test_a_number_a_person_and_any_writing_find_the_partner(
    qtbot: QtBot, desk: CounterDesk, typed: str
) -> None:
    desk.ask_box.box.setText(typed)
    desk.ask_box.ask_now()
    assert desk.ask_box.lines()[0].startswith("かわせみ水辺くらぶ")


def test_an_input_method_is_never_disturbed(qtbot: QtBot, desk: CounterDesk) -> None:
    box = desk.ask_box.box
    compose(box, "かわせみ")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is box
    assert desk.ask_box.lines() == ()
    commit(box, "かわせみ")
    qtbot.waitUntil(lambda: len(desk.ask_box.lines()) == 2)
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is box
    assert desk.ask_box.results.currentIndex().row() == 1


def test_a_talk_is_noted_with_three_keys_besides_its_words(
    qtbot: QtBot, window: MainWindow, kawasemi: int, clock: FixedClock
) -> None:
    window.open_page("partners", kawasemi)
    press_on(qtbot, window, Qt.Key.Key_F8)
    desk = window.counter.desk
    assert desk is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.hand.form.ways)
    press(qtbot, Qt.Key.Key_2)
    commit(focused(), "説明会の日を聞かれた。")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    (talk,) = talks(window, kawasemi)
    assert talk.draft.way is ContactWay.PHONE
    assert talk.draft.text == "説明会の日を聞かれた。"
    assert talk.draft.taken_by == "市民 太郎"
    assert talk.happened_at == clock.now()
    assert "説明会の日を聞かれた。" in words_in(desk.card)
    assert desk.news.text() == "相談を記録しました: かわせみ水辺くらぶ"
    assert desk.hand.form.text.text() == ""
    click(desk.news, "元に戻す")
    assert talks(window, kawasemi) == ()


def test_the_time_is_when_the_telephone_rang_not_when_the_form_was_opened(
    qtbot: QtBot, desk: CounterDesk, clock: FixedClock, window: MainWindow, kawasemi: int
) -> None:
    take(qtbot, desk, "かわせみ")
    clock.moment = datetime(2026, 11, 24, 7, 40, tzinfo=UTC)
    press(qtbot, Qt.Key.Key_3)
    assert desk.hand.form.lines["time"].text() == "16:40"
    commit(focused(), "窓口でチラシを預かった。")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert talks(window, kawasemi)[0].happened_at == clock.now()


def test_a_talk_that_is_still_composed_is_not_saved(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    take(qtbot, desk, "かわせみ")
    press(qtbot, Qt.Key.Key_1)
    commit(focused(), "要件について。")
    compose(focused(), "さい")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert talks(window, kawasemi) == ()
    commit(focused(), "再訪。")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert talks(window, kawasemi)[0].draft.text == "要件について。再訪。"


def test_what_comes_next_is_typed_in_a_hurry_and_done_with_a_click(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    take(qtbot, desk, "かわせみ")
    press(qtbot, Qt.Key.Key_2)
    form = desk.hand.form
    commit(focused(), "要項を送ってほしい。")
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is form.lines["next_what"]
    commit(focused(), "要項を郵送")
    press(qtbot, Qt.Key.Key_Return)
    commit(focused(), "＋７")
    press(qtbot, Qt.Key.Key_Return)
    assert form.lines["next_on"].text() == "令和8年12月1日（火）"
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert talks(window, kawasemi)[0].draft.next_on == date(2026, 12, 1)
    assert "12月1日（火）　要項を郵送" in words_in(desk.card)
    click(desk.card, "済にする 12月1日（火）　要項を郵送")
    assert talks(window, kawasemi)[0].draft.settled_on == date(2026, 11, 24)
    qtbot.waitUntil(lambda: "済 11月24日" in words_in(desk.card))


def test_enter_goes_through_the_fields_and_never_gives_up_or_saves(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    take(qtbot, desk, "かわせみ")
    press(qtbot, Qt.Key.Key_2)
    form = desk.hand.form
    commit(focused(), "ひとこと。")
    form.lines["next_what"].setFocus()
    passed = []
    for _ in range(6):
        press(qtbot, Qt.Key.Key_Return)
        passed.append(focused())
    names = ["next_on", "person", "phone", "day", "time", "taken_by"]
    assert passed == [form.lines[name] for name in names]
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is form.save_button
    assert talks(window, kawasemi) == ()
    assert form.text.text() == "ひとこと。"


def test_what_cannot_be_taken_is_said_beside_its_field(qtbot: QtBot, desk: CounterDesk) -> None:
    take(qtbot, desk, "かわせみ")
    form = desk.hand.form
    form.text.setPlainText("ひとこと。")
    form.save()
    assert "1〜5" in words_in(desk.hand)
    press(qtbot, Qt.Key.Key_1)
    form.lines["next_on"].setText("来月あたり")
    form.save()
    assert "「来月あたり」は日として読めません" in form.lines["next_on"].problem
    assert QApplication.focusWidget() is form.lines["next_on"]


def test_half_written_words_survive_a_crash(qtbot: QtBot, folder: DataFolder, clock: FixedClock) -> None:
    with open_window(qtbot, folder, clock, killed=True) as window:
        made = window.context.services.partners.add(KAWASEMI)
        desk = ask(qtbot, window)
        take(qtbot, desk, "かわせみ")
        press(qtbot, Qt.Key.Key_2)
        commit(focused(), "途中まで書いた")
        desk.hand.form.lines["next_on"].setText("+7")
        qtbot.waitUntil(lambda: window.context.services.drafts.kept(NEW_KIND) == (made,), timeout=2000)
    with open_window(qtbot, folder, clock) as window:
        clock.moment = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
        desk = ask(qtbot, window)
        assert "書きかけの相談" in words_in(desk.waiting)
        click(desk.waiting, "かわせみ水辺くらぶ")
        form = desk.hand.form
        assert form.text.text() == "途中まで書いた"
        assert form.ways.value() == ContactWay.PHONE
        # A week from the day it was written, not from today.
        assert form.lines["next_on"].text() == "令和8年12月1日（火）"
        assert form.lines["day"].text() == "令和8年11月24日"


def test_closing_says_first_when_a_half_written_talk_cannot_be_kept(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, settings: WindowSettings
) -> None:
    from kyodo_desktop.composition import build

    filled = build(folder, clock=clock)
    made = filled.services.partners.add(KAWASEMI)
    filled.close()
    reading = build(folder, clock=clock, read_only=True)
    window = MainWindow(folder, clock, settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.attach(reading.services, reading.subscribe)
    window.open_counter(made)
    desk = window.counter.desk
    assert desk is not None
    desk.hand.form.text.setPlainText("途中まで")
    assert not window.close()
    assert "もう一度閉じると、書きかけは失われます" in window.messages.text()
    assert window.close()
    reading.close()


def test_another_caller_does_not_take_what_is_half_written(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    window.context.services.partners.add(PartnerDraft("風の音文庫", "カゼノオトブンコ"))
    take(qtbot, desk, "かわせみ")
    press(qtbot, Qt.Key.Key_2)
    commit(focused(), "途中まで")
    take(qtbot, desk, "風の音")
    assert desk.hand.form.text.text() == ""
    take(qtbot, desk, "かわせみ")
    assert desk.hand.form.text.text() == "途中まで"


def test_a_caller_who_is_not_in_the_register_is_noted_by_name_or_number(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow
) -> None:
    desk.ask_box.box.setText("０４２−３９０−００１１")
    press(qtbot, Qt.Key.Key_Return)
    form = desk.hand.form
    press(qtbot, Qt.Key.Key_2)
    commit(focused(), "団体の作り方。")
    form.lines["caller"].setText("花壇の会（仮）")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    (talk,) = window.context.services.contacts.recent(5)
    assert (talk.draft.partner_id, talk.who, talk.draft.phone) == (None, "花壇の会（仮）", "042-390-0011")
    desk.ask_box.box.setText("花壇")
    desk.ask_box.ask_now()
    qtbot.waitUntil(lambda: "団体の作り方。" in words_in(desk.card))


def test_a_caller_becomes_a_partner_with_all_that_was_typed(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow
) -> None:
    desk.ask_box.box.setText("ひだまり花壇の会")
    press(qtbot, Qt.Key.Key_Return)
    form = desk.hand.form
    press(qtbot, Qt.Key.Key_2)
    commit(focused(), "補助金はあるか。")
    form.lines["caller"].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is form.ways
    form.lines["person"].setText("林 葉子")
    form.lines["phone"].setText("042-341-1211")
    click(desk.hand, "団体として登録")
    made = form.subject.partner_id
    assert made is not None
    partner = window.context.services.partners.get(made)
    assert (partner.name, partner.phone, partner.representative) == (
        "ひだまり花壇の会",
        "042-341-1211",
        "林 葉子",
    )
    assert form.text.text() == "補助金はあるか。"
    form.save()
    assert talks(window, made)[0].draft.text == "補助金はあるか。"
    assert window.context.services.drafts.kept(NEW_KIND) == ()


def test_a_caller_who_looks_like_a_partner_is_not_registered_twice(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    desk.take_caller("かわせみ水辺クラブ")
    form = desk.hand.form
    form.lines["phone"].setText("042-346-9809")
    form.text.setPlainText("番号が変わったとのこと。")
    click(desk.hand, "団体として登録")
    assert "かわせみ水辺くらぶ" in words_in(desk.hand)
    assert form.subject.partner_id is None
    click(desk.hand, "かわせみ水辺くらぶ にする")
    assert form.subject.partner_id == kawasemi
    assert form.text.text() == "番号が変わったとのこと。"


def test_a_noted_caller_is_registered_afterwards_and_the_talk_becomes_its(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow
) -> None:
    contacts = window.context.services.contacts
    noted = contacts.note(ContactDraft(ContactWay.PHONE, "補助金について。", caller="ひだまり花壇の会"))
    qtbot.waitUntil(lambda: "ひだまり花壇の会 を団体として登録" in words_in(desk.waiting))
    click(desk.waiting, "ひだまり花壇の会 を団体として登録")
    click(desk.hand, "団体として登録")
    desk.hand.form.save()
    talk = contacts.get(noted)
    assert talk.draft.partner_id is not None
    assert talk.who == "ひだまり花壇の会"


def test_each_line_opens_its_place(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    services = window.context.services
    proposal = services.proposals.create(
        ProposalDraft("ikiiki", 2026, kawasemi, KAWASEMI.name, title="用水路の調べ")
    )
    take(qtbot, desk, "かわせみ")
    click(desk.card, "用水路の調べ")
    assert not desk.isVisible()
    assert window.page is not None
    assert window.page.key == "proposals"
    assert window.page.in_hand() == (kawasemi, proposal)


def test_a_talk_begun_at_a_proposal_is_about_it(qtbot: QtBot, window: MainWindow, kawasemi: int) -> None:
    services = window.context.services
    proposal = services.proposals.create(
        ProposalDraft("ikiiki", 2026, kawasemi, KAWASEMI.name, title="用水路の調べ")
    )
    window.open_page("proposals", proposal)
    press_on(qtbot, window, Qt.Key.Key_F8)
    desk = window.counter.desk
    assert desk is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.hand.form.ways)
    press(qtbot, Qt.Key.Key_2)
    commit(focused(), "書類を1枚直してほしい。")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert talks(window, kawasemi)[0].draft.proposal_id == proposal


def test_what_is_typed_beside_the_fields_is_the_next_question(qtbot: QtBot, desk: CounterDesk) -> None:
    take(qtbot, desk, "かわせみ")
    press(qtbot, Qt.Key.Key_9)
    assert QApplication.focusWidget() is desk.ask_box.box
    assert desk.ask_box.text() == "9"
    assert desk.hand.form.ways.value() == ""


def test_the_desk_hears_of_what_is_done_in_the_window(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    take(qtbot, desk, "かわせみ")
    window.context.services.contacts.note(ContactDraft(ContactWay.MAIL, "資料が届いたとのこと。", kawasemi))
    qtbot.waitUntil(lambda: "資料が届いたとのこと。" in words_in(desk.card))


def test_a_my_number_is_refused_in_a_talk(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int
) -> None:
    take(qtbot, desk, "かわせみ")
    press(qtbot, Qt.Key.Key_2)
    desk.hand.form.text.setPlainText("番号は 123456789018 です。")
    desk.hand.form.save()
    assert "マイナンバー" in words_in(desk.hand)
    assert talks(window, kawasemi) == ()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_another_look_goes_on_with_what_was_typed_and_nothing_is_cut(
    qtbot: QtBot, desk: CounterDesk, window: MainWindow, kawasemi: int, percent: int
) -> None:
    take(qtbot, desk, "かわせみ")
    press(qtbot, Qt.Key.Key_2)
    commit(focused(), "途中まで")
    window.change_look(PaletteName.DARK, percent)
    window.counter.open(kawasemi)
    other = window.counter.desk
    assert other is not None
    assert other is not desk
    assert other.hand.form.text.text() == "途中まで"
    other.resize(1366, 768)
    for pane in (other.hand, other.card):
        inside = pane.widget()
        qtbot.waitUntil(lambda inside=inside: inside.minimumSizeHint().width() <= inside.width())


# 相談記録 on the card


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, kawasemi: int) -> PartnersPage:
    contacts = window.context.services.contacts
    contacts.note(
        ContactDraft(
            ContactWay.VISIT,
            "チラシの置き場所。",
            kawasemi,
            happened_at=LAST_WEEK,
            next_on=date(2026, 11, 20),
            next_what="公民館に聞く",
        )
    )
    window.open_page("partners", kawasemi)
    found = window.page
    assert isinstance(found, PartnersPage)
    qtbot.waitUntil(lambda: KAWASEMI.name in words_in(found.side.detail))
    found.side.detail.show_tab(Tab.TALKS)
    return found


def sheet(page: PartnersPage) -> TalksSheet:
    return page.side.detail.findChildren(TalksSheet)[-1]


def test_the_card_tells_the_last_talk_and_the_promise_that_is_due(page: PartnersPage) -> None:
    words = words_in(page.side.detail)
    assert "約束の期日 11月20日（金）" in words
    assert "最後の話 11月17日 来庁\n次 公民館に聞く" in words


def test_a_talk_is_noted_and_mended_where_it_is_read(
    qtbot: QtBot, page: PartnersPage, window: MainWindow, kawasemi: int
) -> None:
    click(sheet(page), "相談を記録")
    press(qtbot, Qt.Key.Key_1)
    commit(focused(), "要件について。")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "要件について。" in words_in(sheet(page)))
    assert sheet(page).new_form is None
    noted = talks(window, kawasemi)[0]
    sheet(page).edit(noted)
    assert focused().toPlainText() == "要件について。"  # type: ignore[attr-defined]
    commit(focused(), "いきいき協働事業の")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "いきいき協働事業の要件について。" in words_in(sheet(page)))
    assert talks(window, kawasemi)[0].happened_at == noted.happened_at


def test_a_talk_far_down_is_edited_in_sight(
    qtbot: QtBot, page: PartnersPage, window: MainWindow, kawasemi: int
) -> None:
    for day in range(1, 9):
        moment = datetime(2026, 10, day, 1, 30, tzinfo=UTC)
        window.context.services.contacts.note(
            ContactDraft(ContactWay.PHONE, f"{day}日の電話。", kawasemi, happened_at=moment)
        )
    qtbot.waitUntil(lambda: "8日の電話。" in words_in(sheet(page)))
    sheet(page).edit(talks(window, kawasemi)[-1])
    field = focused()
    area = page.side.detail.viewport()
    qtbot.waitUntil(lambda: area.rect().contains(field.mapTo(area, field.rect().bottomLeft())))


def test_a_talk_is_settled_discarded_and_brought_back(
    qtbot: QtBot, page: PartnersPage, window: MainWindow, kawasemi: int
) -> None:
    click(sheet(page), "済にする 11月20日（金）　公民館に聞く")
    qtbot.waitUntil(lambda: "済 11月24日" in words_in(sheet(page)))
    assert "約束の期日" not in words_in(page.side.detail)
    click(sheet(page), "相談記録をごみ箱へ")
    qtbot.waitUntil(lambda: "相談記録はまだありません" in words_in(sheet(page)))
    window.window_commands.undo()
    qtbot.waitUntil(lambda: "チラシの置き場所。" in words_in(sheet(page)))


def test_words_half_written_on_the_card_go_on_at_the_desk_and_are_noted_once(
    qtbot: QtBot, page: PartnersPage, window: MainWindow, kawasemi: int
) -> None:
    click(sheet(page), "相談を記録")
    press(qtbot, Qt.Key.Key_1)
    commit(focused(), "カードで書き始めた。")
    press_on(qtbot, window, Qt.Key.Key_F8)
    desk = window.counter.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.hand.form.text.text() == "カードで書き始めた。")
    desk.hand.form.save()
    desk.close()
    qtbot.waitUntil(lambda: "カードで書き始めた。" in words_in(sheet(page)))
    page.keep_drafts()
    assert sheet(page).new_form is None
    assert len(talks(window, kawasemi)) == 2
    assert window.context.services.drafts.kept(NEW_KIND) == ()


def test_leaving_a_partner_keeps_the_half_written_talk_with_it(
    qtbot: QtBot, page: PartnersPage, window: MainWindow, kawasemi: int
) -> None:
    click(sheet(page), "相談を記録")
    press(qtbot, Qt.Key.Key_1)
    commit(focused(), "書きかけ")
    page.view.selectRow(0)
    qtbot.waitUntil(lambda: KAWASEMI.name not in words_in(page.side.detail))
    page.open_record(kawasemi)
    qtbot.waitUntil(lambda: KAWASEMI.name in words_in(page.side.detail))
    form = sheet(page).new_form
    assert form is not None
    assert form.text.text() == "書きかけ"
    click(sheet(page), "やめる")
    assert sheet(page).new_form is None
    assert window.context.services.drafts.kept(NEW_KIND) == ()
