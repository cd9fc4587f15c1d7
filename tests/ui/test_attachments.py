"""紙と添付 on a partner's card: files put there, opened, named, saved, discarded, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.attachments import AttachmentRecord
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.pages.shared.attachments import AttachmentsSheet
from kyodo_desktop.ui.pages.shared.file_words import size_words
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import click, focused, open_window, press, words_in
from tests.ui.typing_in import commit


class Opener(QObject):
    """Takes the place of the system's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener() -> Iterator[Opener]:
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PartnersPage:
    return partners_page(window)


@pytest.fixture
def partner(qtbot: QtBot, page: PartnersPage) -> int:
    made = page.context.services.partners.add(PartnerDraft(name="かわせみ水辺くらぶ"))
    qtbot.waitUntil(lambda: made in [one.id for one in page.table.rows])
    open_files(qtbot, page, made)
    return made


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "会則.pdf"
    path.write_bytes(b"%PDF-1.7 rules" * 1000)
    return path


def partners_page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    found = window.page
    assert isinstance(found, PartnersPage)
    return found


def open_files(qtbot: QtBot, page: PartnersPage, partner: int) -> None:
    page.open_record(partner)
    name = page.context.services.partners.get(partner).name
    qtbot.waitUntil(lambda: name in words_in(page.side.detail))
    page.side.detail.show_tab(Tab.FILES)


def sheet(page: PartnersPage) -> AttachmentsSheet:
    return page.side.detail.findChildren(AttachmentsSheet)[-1]


def files(page: PartnersPage, partner: int) -> tuple[AttachmentRecord, ...]:
    return page.context.services.attachments.of("partner", partner)


def add(qtbot: QtBot, page: PartnersPage, *paths: Path) -> None:
    sheet(page).add_files(list(paths))
    qtbot.waitUntil(lambda: paths[-1].name in words_in(sheet(page)))


def drop(target: QWidget, *urls: QUrl) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    buttons, keys, at = (
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPointF(target.rect().center()),
    )
    for event in (
        QDragEnterEvent(at, both, data, buttons, keys),
        QDropEvent(at, both, data, buttons, keys),
    ):
        # As a file manager proposes it, which then deletes the original of what was taken so.
        event.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(target, event)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction


def test_an_empty_tab_says_what_belongs_there_and_a_chosen_file_is_listed(
    qtbot: QtBot, page: PartnersPage, partner: int, rules: Path, chooser: AnsweringChooser
) -> None:
    assert "まだありません" in words_in(sheet(page))
    chooser.to_open = rules
    click(sheet(page), "ファイルを付ける…")
    qtbot.waitUntil(lambda: "会則.pdf" in words_in(sheet(page)))
    words = words_in(sheet(page))
    assert "14 KB ・ 令和8年11月24日" in words
    assert "まだありません" not in words
    assert "ファイルを付けました: 会則.pdf" in words_in(page.window())


def test_files_that_are_let_go_of_on_the_tab_are_taken(
    qtbot: QtBot, page: PartnersPage, partner: int, rules: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "水辺 #1.jpg"
    photo.write_bytes(b"photo")
    drop(sheet(page), QUrl.fromLocalFile(str(rules)), QUrl.fromLocalFile(str(photo)))
    qtbot.waitUntil(lambda: len(files(page, partner)) == 2)
    assert {one.name for one in files(page, partner)} == {"会則.pdf", "水辺 #1.jpg"}


def test_what_is_no_file_of_this_computer_is_refused_in_words(
    qtbot: QtBot, page: PartnersPage, partner: int, window: MainWindow, tmp_path: Path
) -> None:
    drop(sheet(page), QUrl("https://kawasemi.example.jp/kaisoku.pdf"))
    assert "このパソコンにあるファイルではありません" in words_in(window)
    drop(sheet(page), QUrl.fromLocalFile(str(tmp_path)))
    qtbot.waitUntil(lambda: "はフォルダーです" in words_in(window))
    assert files(page, partner) == ()


def test_the_same_file_again_is_said_and_not_listed_twice(
    qtbot: QtBot, page: PartnersPage, partner: int, window: MainWindow, rules: Path
) -> None:
    add(qtbot, page, rules)
    sheet(page).add_files([rules])
    qtbot.waitUntil(lambda: "同じファイルが、もう付いています: 会則.pdf" in words_in(window))
    assert len(files(page, partner)) == 1


def test_a_file_is_opened_as_a_copy_and_a_program_is_not(
    qtbot: QtBot, page: PartnersPage, partner: int, window: MainWindow, rules: Path, opener: Opener
) -> None:
    add(qtbot, page, rules)
    click(sheet(page), "会則.pdf")
    qtbot.waitUntil(lambda: bool(opener.opened))
    (copy,) = opener.opened
    assert copy.read_bytes() == rules.read_bytes()
    assert copy.parent.parent == page.context.folder.opened
    program = rules.with_name("便り.pdf.exe")
    program.write_bytes(b"MZ")
    add(qtbot, page, program)
    click(sheet(page), "便り.pdf.exe")
    qtbot.waitUntil(lambda: "ここからは開きません" in words_in(window))
    assert opener.opened == [copy]


def test_a_file_is_saved_under_the_name_the_clerk_chooses(
    qtbot: QtBot, page: PartnersPage, partner: int, rules: Path, chooser: AnsweringChooser, tmp_path: Path
) -> None:
    add(qtbot, page, rules)
    chooser.folder = tmp_path / "書類"
    chooser.folder.mkdir()
    click(sheet(page), "「会則.pdf」を別名で保存")
    saved = chooser.folder / "会則.pdf"
    qtbot.waitUntil(lambda: str(saved) in words_in(page.window()))
    assert saved.read_bytes() == rules.read_bytes()


def test_a_title_is_written_in_its_row_with_the_keyboard(
    qtbot: QtBot, page: PartnersPage, partner: int, rules: Path
) -> None:
    add(qtbot, page, rules)
    click(sheet(page), "「会則.pdf」の見出しを書く")
    assert focused().accessibleName() == "「会則.pdf」の見出し"
    commit(focused(), "令和8年度の会則")
    press(qtbot, Qt.Key.Key_Return)
    assert files(page, partner)[0].title == ""
    press(qtbot, Qt.Key.Key_Return)
    assert files(page, partner)[0].title == "令和8年度の会則"
    qtbot.waitUntil(lambda: "・ 会則.pdf" in words_in(sheet(page)))
    qtbot.waitUntil(lambda: focused().accessibleName() == "「令和8年度の会則」の見出しを書く")


def test_a_title_with_a_my_number_is_refused_beside_the_field(
    qtbot: QtBot, page: PartnersPage, partner: int, rules: Path
) -> None:
    add(qtbot, page, rules)
    click(sheet(page), "「会則.pdf」の見出しを書く")
    commit(focused(), "１２３４５６７８９０１８")
    click(sheet(page), "保存")
    assert "マイナンバー" in words_in(sheet(page))
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "マイナンバー" not in words_in(sheet(page)))
    assert files(page, partner)[0].title == ""


def test_a_title_that_is_being_written_outlives_a_reload_and_a_killed_program(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, rules: Path
) -> None:
    with open_window(qtbot, folder, clock, killed=True) as window:
        page = partners_page(window)
        partner = page.context.services.partners.add(PartnerDraft(name="かわせみ水辺くらぶ"))
        qtbot.waitUntil(lambda: partner in [one.id for one in page.table.rows])
        open_files(qtbot, page, partner)
        add(qtbot, page, rules)
        click(sheet(page), "「会則.pdf」の見出しを書く")
        commit(focused(), "令和8年度の")
        page.context.services.partners.confirm(partner)
        former = sheet(page)
        qtbot.waitUntil(lambda: sheet(page) is not former)
        qtbot.waitUntil(lambda: focused().accessibleName() == "「会則.pdf」の見出し")
        commit(focused(), "会則")
        drafts = page.context.services.drafts
        qtbot.waitUntil(
            lambda: (drafts.load("attachments.partner", partner) or {}).get("title") == "令和8年度の会則"
        )
    with open_window(qtbot, folder, clock) as window:
        page = partners_page(window)
        open_files(qtbot, page, partner)
        click(sheet(page), "保存")
        assert files(page, partner)[0].title == "令和8年度の会則"
        assert page.context.services.drafts.load("attachments.partner", partner) is None


def test_a_discarded_file_lies_in_the_tabs_wastebasket(
    qtbot: QtBot, page: PartnersPage, partner: int, rules: Path
) -> None:
    add(qtbot, page, rules)
    click(sheet(page), "「会則.pdf」をごみ箱へ")
    qtbot.waitUntil(lambda: "ごみ箱（1）" in words_in(sheet(page)))
    assert "会則.pdf" not in words_in(sheet(page))
    click(sheet(page), "ごみ箱（1）")
    dialog = page.window().findChildren(WastebasketDialog)[-1]
    dialog.view.selectRow(0)
    click(dialog, "元に戻す")
    dialog.reject()
    qtbot.waitUntil(lambda: "会則.pdf" in words_in(sheet(page)))
    assert "ごみ箱" not in words_in(sheet(page)).replace("をごみ箱へ", "")


def test_checking_the_data_names_a_missing_file_and_tidies_what_nothing_names(
    qtbot: QtBot, page: PartnersPage, partner: int, window: MainWindow, rules: Path
) -> None:
    add(qtbot, page, rules)
    left = page.context.folder.files / "ab" / ("ab" * 32)
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"left by a power cut")
    window.window_commands.check_data()
    qtbot.waitUntil(lambda: "使われていないファイル 1個を片づけました" in words_in(window))
    assert not left.exists()
    page.context.services.attachments.path_of(files(page, partner)[0].id).unlink()
    window.window_commands.check_data()
    qtbot.waitUntil(lambda: "団体「かわせみ水辺くらぶ」の「会則.pdf」の中身が" in words_in(window))


def test_all_tabs_of_the_card_stand_in_one_row(page: PartnersPage, partner: int) -> None:
    buttons = page.side.detail.tabs.buttons()
    assert [button.accessibleName() for button in buttons][-3:] == ["相談記録", "人財の森", "紙と添付"]
    assert len({button.y() for button in buttons}) == 1


def test_a_size_reads_as_a_person_says_it() -> None:
    assert [size_words(n) for n in (1, 34_000, 1_300_000)] == ["1 KB", "33 KB", "1.2 MB"]
