"""ツール「個人情報の記録」, and the notice when many persons are held."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.records.partner_parts import PartnerOfficer
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.personal_data import DataUse, PersonalContent
from kyodo_desktop.ui.dialogs.personal_data import PersonalDataDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.base import Menu
from kyodo_desktop.ui.person_notice import PersonNotice
from kyodo_desktop.ui.widgets.tags import NoteBox
from tests.ui.conftest import AnsweringChooser


def hold(window: MainWindow, persons: int) -> None:
    officers = tuple(PartnerOfficer("会員", f"山田 {n}") for n in range(persons))
    window.context.services.partners.add(PartnerDraft(name="大きな会", officers=officers))


def note_two(window: MainWindow, clock: FixedClock) -> None:
    log = window.context.services.personal_data
    log.note(PersonalContent("団体台帳", 130, ("代表者", "電話")), DataUse.EXPORT, "/home/desk/団体台帳.xlsx")
    clock.moment += timedelta(minutes=10)
    log.note(PersonalContent("宛名ラベル", 12, ("郵便番号", "所在地")), DataUse.PRINT, "複合機")


def opened(qtbot: QtBot, window: MainWindow) -> PersonalDataDialog:
    action = next(one for one in window.menus.actions_of(Menu.TOOLS) if "個人情報の記録" in one.text())
    action.trigger()
    dialog = window.findChild(PersonalDataDialog)
    qtbot.waitUntil(lambda: "人の名前" in dialog.persons.text(), timeout=5000)
    return dialog


def shown(dialog: PersonalDataDialog, row: int) -> list[str]:
    model = dialog.table
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


def test_the_log_stands_in_a_table_newest_first(qtbot: QtBot, window: MainWindow, clock: FixedClock) -> None:
    hold(window, 3)
    note_two(window, clock)
    dialog = opened(qtbot, window)
    assert dialog.persons.text() == "3人の名前があります"
    assert "代表者 0人 ・ 役員 3人 ・ 連絡先 0人" in dialog.places.text()
    newest, older = shown(dialog, 0), shown(dialog, 1)
    assert newest[:4] == ["令和8年11月24日 14:15", "印刷", "宛名ラベル", "12"]
    assert older[2:4] == ["団体台帳", "130"]
    assert older[5] == "団体台帳.xlsx"
    dialog.view.selectRow(1)
    assert dialog.whole.text() == "項目: 代表者・電話　出した先: /home/desk/団体台帳.xlsx"
    assert not dialog.findChildren(NoteBox)


def test_an_empty_log_says_so_and_cannot_be_written_out(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    assert dialog.whole.text() == "書き出しも印刷も、まだありません。"
    assert not dialog.save_button.isEnabled()


def test_the_log_is_written_out(
    qtbot: QtBot, window: MainWindow, clock: FixedClock, chooser: AnsweringChooser, tmp_path: Path
) -> None:
    note_two(window, clock)
    dialog = opened(qtbot, window)
    dialog.save_button.click()
    assert chooser.asked == ["個人情報の記録.csv"]
    lines = (tmp_path / "個人情報の記録.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[3] for line in lines] == ["内容", "団体台帳", "宛名ラベル"]
    assert "2件の記録を書き出しました" in dialog.messages.text()
    dialog.save_to(tmp_path / "ない" / "a.csv")
    assert "フォルダー" in dialog.messages.text()


def test_the_dialog_warns_near_a_thousand(qtbot: QtBot, window: MainWindow) -> None:
    hold(window, 950)
    dialog = opened(qtbot, window)
    (note,) = dialog.findChildren(NoteBox)
    assert "1,000人に近づいています（いま 950人）" in note.accessibleName()


@pytest.mark.parametrize(
    ("persons", "words"), [(900, "近づいています（いま 900人）"), (1000, "1,000人以上の個人情報があります")]
)
def test_soon_after_the_start_it_is_said_once_a_day(
    qtbot: QtBot, window: MainWindow, clock: FixedClock, persons: int, words: str
) -> None:
    hold(window, persons)
    notice = PersonNotice(window)
    notice.look()
    qtbot.waitUntil(lambda: words in window.messages.text(), timeout=5000)
    window.messages.clear()
    with qtbot.assertNotEmitted(window.jobs.started):
        notice.look()
    clock.moment += timedelta(days=1)
    notice.look()
    qtbot.waitUntil(lambda: words in window.messages.text(), timeout=5000)


def test_few_persons_are_no_news(qtbot: QtBot, window: MainWindow) -> None:
    hold(window, 899)
    with qtbot.waitSignal(window.jobs.finished, timeout=5000):
        PersonNotice(window).look()
    assert window.messages.text() == ""
