"""Every field takes what a Japanese office types, through the events of an input method."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.partner_fields import PARTNER_FIELDS
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.ui.counter.desk import CounterDesk
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.editor import PartnerEditor
from kyodo_desktop.ui.pages.partners.page import PartnersPage
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from kyodo_desktop.ui.pages.registry import PAGES
from kyodo_desktop.ui.pages.shared.segmented_page import SegmentedPage
from kyodo_desktop.ui.widgets.composing import Composing
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.filter_box import FilterBox
from kyodo_desktop.ui.wizard.wizard import Wizard
from tests.ui.hands import PLAIN, click, focused, open_window, press, words_in
from tests.ui.typing_in import commit, compose

TAB = Qt.Key.Key_Tab
SHIFT = Qt.KeyboardModifier.ShiftModifier
Field = QLineEdit | QPlainTextEdit


@pytest.fixture
def page(window: MainWindow) -> PartnersPage:
    window.open_page("partners")
    assert isinstance(window.page, PartnersPage)
    return window.page


@pytest.fixture
def editor(qtbot: QtBot, page: PartnersPage) -> PartnerEditor:
    """The editor of a new partner with a row of each kind."""
    page.verbs.new.trigger()
    made = page.side.editor
    qtbot.waitUntil(made.isVisible)
    made.show_tab(Tab.PEOPLE)
    click(made, "連絡先を足す")
    click(made, "役員を足す")
    made.show_tab(Tab.BASIC)
    made.begin()
    return made


def fields_of(widget: QWidget) -> list[Field]:
    """Return the fields of a widget that can be typed in."""
    kinds = (JapaneseLineEdit, JapaneseTextEdit, FilterBox)
    found: list[Field] = [one for kind in kinds for one in widget.findChildren(kind)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


def text_of(field: Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def empty(field: Field) -> None:
    field.clear()


def takes_what_an_input_method_gives(qtbot: QtBot, field: Field, stays: Callable[[], bool]) -> None:
    """Compose and commit in a field; nothing happens before, and what was committed stands there."""
    empty(field)
    field.setFocus()
    compose(field, "さいとう")
    assert text_of(field) == "", field.accessibleName()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(field, key)
    assert field.window().focusWidget() is field, field.accessibleName()
    assert stays(), field.accessibleName()
    assert text_of(field) == "", field.accessibleName()
    commit(field, "齋藤１２３")
    assert text_of(field) == "齋藤１２３", field.accessibleName()
    assert field.window().focusWidget() is field
    empty(field)


# Composing disturbs nothing, anywhere


@pytest.mark.parametrize("tab", [Tab.BASIC, Tab.PEOPLE, Tab.PROFILE])
def test_no_field_of_the_partner_editor_disturbs_an_input_method(
    qtbot: QtBot, page: PartnersPage, editor: PartnerEditor, tab: Tab
) -> None:
    editor.show_tab(tab)
    before = len(page.table.rows)
    fields = fields_of(editor)
    assert len(fields) >= {Tab.BASIC: 17, Tab.PEOPLE: 11, Tab.PROFILE: 7}[tab]
    for field in fields:
        takes_what_an_input_method_gives(qtbot, field, lambda: page.side.is_editing)
    assert len(page.context.services.partners.list()) == before


def test_no_field_of_the_intake_wizard_disturbs_an_input_method(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page("proposals")
    page = window.page
    assert isinstance(page, ProposalsPage)
    page.verbs.new.trigger()
    wizard = page.intake.wizard
    assert isinstance(wizard, Wizard)
    for step in wizard.flow.path():
        wizard.go(step.key)
        for field in fields_of(wizard):
            takes_what_an_input_method_gives(qtbot, field, lambda key=step.key: wizard.here == key)
    assert all(one.receipt_number == "" for one in page.context.services.proposals.list())


def test_no_box_above_a_list_disturbs_an_input_method(qtbot: QtBot, window: MainWindow) -> None:
    for spec in PAGES:
        window.open_page(spec.key)
        parts = [one.key for one in window.page.parts] if isinstance(window.page, SegmentedPage) else [""]
        for part in parts:
            if isinstance(window.page, SegmentedPage):
                window.page.show_part(part)
            boxes = [one for one in fields_of(window.page) if isinstance(one, FilterBox)]
            assert boxes or part in {"scans", "trends"}, spec.key
            for box in (*boxes, window.search):
                takes_what_an_input_method_gives(qtbot, box, lambda key=spec.key: window.page.key == key)


def test_no_field_of_counter_mode_disturbs_an_input_method(
    qtbot: QtBot, window: MainWindow, page: PartnersPage
) -> None:
    made = page.context.services.partners.add(PartnerDraft("朝市の会"))
    window.open_counter(None)
    desk = window.findChild(CounterDesk)
    assert desk is not None
    qtbot.waitUntil(desk.isVisible)
    for field in fields_of(desk):
        takes_what_an_input_method_gives(qtbot, field, desk.isVisible)
    window.open_counter(made)
    fields = fields_of(desk)
    assert len(fields) >= 3
    for field in fields:
        takes_what_an_input_method_gives(qtbot, field, desk.isVisible)
    assert page.context.services.contacts.of_partner(made) == ()


def test_nothing_that_is_typed_in_refuses_or_cuts(
    qtbot: QtBot, window: MainWindow, editor: PartnerEditor
) -> None:
    lines = [line for line in window.findChildren(QLineEdit) if not line.isReadOnly()]
    assert len(lines) > 20
    for line in lines:
        assert line.validator() is None, line.accessibleName()
        assert line.inputMask() == "", line.accessibleName()
        if not isinstance(line.parent(), QComboBox):
            assert isinstance(line, Composing), line.accessibleName()


# What is being composed is not lost


def test_what_is_composed_is_taken_when_the_field_is_left(editor: PartnerEditor) -> None:
    name, kana = editor.basic.lines["name"], editor.basic.lines["kana"]
    name.setFocus()
    compose(name, "あさいち")
    kana.setFocus()
    assert name.text() == "あさいち"
    assert not name.is_composing
    note = editor.basic.areas["note"]
    note.setFocus()
    compose(note, "おぼえ")
    kana.setFocus()
    assert note.text() == "おぼえ"


def test_saving_takes_what_is_composed(qtbot: QtBot, page: PartnersPage, editor: PartnerEditor) -> None:
    name = editor.basic.lines["name"]
    name.setFocus()
    commit(name, "小平")
    compose(name, "あさいち")
    page.verbs.save.trigger()
    qtbot.waitUntil(lambda: any(one.name == "小平あさいち" for one in page.table.rows))


def test_another_step_takes_what_is_composed(window: MainWindow) -> None:
    window.open_page("proposals")
    page = window.page
    assert isinstance(page, ProposalsPage)
    page.verbs.new.trigger()
    wizard = page.intake.wizard
    assert isinstance(wizard, Wizard)
    field = next(
        one
        for step in wizard.flow.path()
        if (wizard.go(step.key) or True)
        for one in fields_of(wizard)
        if isinstance(one, JapaneseTextEdit)
    )
    field.setFocus()
    compose(field, "のこるはず")
    before = wizard.here
    (wizard.previous_step if wizard.flow.next(before) is None else wizard.next_step)()
    assert wizard.here != before
    assert "のこるはず" in str(wizard.answers())


# What was typed is put into form when the field is left, and not before


@pytest.mark.parametrize(
    ("name", "typed", "formed"),
    [
        ("name", "ＮＰＯ法人　小平①会", "ＮＰＯ法人　小平①会"),
        ("kana", "こだいらのかい", "コダイラノカイ"),
        ("kana", "ｺﾀﾞｲﾗ ﾉ ｶｲ", "コダイラ ノ カイ"),
        ("corporate_number", "７０００-０１２０-５０００２", "7000012050002"),
        ("established_on", "Ｈ１９．４．１", "平成19年4月1日"),
        ("members", "１，２００人", "1200"),
        ("members_in_city", "　８００ ", "800"),
        ("phone", "０４２（３４６）９８０９", "042-346-9809"),
        ("email", "ｉｎｆｏ＠example.jp", "info@example.jp"),
        ("postal_code", "〒１８７ー００３２", "187-0032"),
        ("address", "小平市小川町２－１３３３", "小平市小川町２－１３３３"),
        ("website", "ｈｔｔｐｓ：／／example.jp", "https://example.jp"),
        ("bylaws_seen_on", "令和7年3月3日", "令和7年3月3日"),
    ],
)
def test_a_field_is_put_into_form_when_enter_leaves_it(
    qtbot: QtBot, editor: PartnerEditor, name: str, typed: str, formed: str
) -> None:
    line = editor.basic.lines[name]
    line.setFocus()
    commit(line, typed)
    assert line.text() == typed
    press(qtbot, Qt.Key.Key_Return)
    assert not line.hasFocus()
    assert line.text() == formed
    assert line.problem == ""


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("email", "あのひとのところ", "正しい形ではありません"),
        ("corporate_number", "123", "13けた"),
        ("phone", "でんわ", "電話番号"),
        ("established_on", "むかし", "日付"),
    ],
)
def test_what_cannot_be_taken_stays_as_typed_and_is_said_below(
    qtbot: QtBot, editor: PartnerEditor, name: str, typed: str, said: str
) -> None:
    line = editor.basic.lines[name]
    line.setFocus()
    commit(line, typed)
    press(qtbot, Qt.Key.Key_Return)
    assert line.text() == typed
    assert said in line.problem
    assert f"✕ {line.problem}" in words_in(editor)


def test_a_contacts_mail_and_telephone_are_put_into_form(qtbot: QtBot, editor: PartnerEditor) -> None:
    editor.show_tab(Tab.PEOPLE)
    lines = editor.people.contacts.rows[0].lines
    for name, typed, formed in (
        ("phone", "０４２３４６９８０９", "042-346-9809"),
        ("email", "Ａ＠example.jp", "A@example.jp"),
    ):
        lines[name].setFocus()
        commit(lines[name], typed)
        press(qtbot, Qt.Key.Key_Return)
        assert lines[name].text() == formed


# A text that is too long is taken, and said


def test_a_long_text_is_warned_of_and_never_cut(
    qtbot: QtBot, page: PartnersPage, editor: PartnerEditor
) -> None:
    name, note = editor.basic.lines["name"], editor.basic.areas["note"]
    commit(name, "長" * 40_000)
    assert len(name.text()) == 40_000
    name.clear()
    commit(name, "長" * 101)
    assert "▲ 101字あります。" in words_in(editor)
    assert "このままでも残せます" in name.warning
    commit(note, "覚" * 1001)
    assert "1001字あります" in note.warning
    page.verbs.save.trigger()
    qtbot.waitUntil(lambda: any(one.name == "長" * 101 for one in page.table.rows))
    made = next(one for one in page.table.rows if one.name == "長" * 101)
    assert page.context.services.partners.get(made.id).note == "覚" * 1001


def test_a_warning_makes_way_for_a_problem_and_goes_with_the_length(
    qtbot: QtBot, editor: PartnerEditor
) -> None:
    email = editor.basic.lines["email"]
    email.setFocus()
    commit(email, "あ" * 120)
    assert "▲ 120字あります。" in words_in(editor)
    press(qtbot, Qt.Key.Key_Return)
    assert "▲" not in words_in(editor)
    assert "✕ メールアドレス" in words_in(editor)
    email.setFocus()
    email.clear()
    commit(email, "a@example.jp")
    press(qtbot, Qt.Key.Key_Return)
    assert (email.problem, email.warning) == ("", "")


# Enter and Tab


def walk(qtbot: QtBot, key: Qt.Key, how: Qt.KeyboardModifier = PLAIN, most: int = 80) -> list[QWidget]:
    """Press a key until the focus comes back or stays, and return where it stopped."""
    seen: list[QWidget] = [focused()]
    for _press in range(most):
        press(qtbot, key, how)
        if focused() in seen:
            break
        seen.append(focused())
    return seen


@pytest.mark.parametrize("tab", [Tab.BASIC, Tab.PEOPLE, Tab.PROFILE])
def test_tab_goes_as_the_paper_is_read(qtbot: QtBot, editor: PartnerEditor, tab: Tab) -> None:
    editor.show_tab(tab)
    editor.begin()
    if tab is Tab.PEOPLE:
        editor.people.contacts.rows[0].off.setFocus()
    inside = editor.area.widget()
    stops = [one for one in walk(qtbot, Qt.Key.Key_Tab) if inside.isAncestorOf(one)]
    assert len(stops) > 10
    tops = [one.mapTo(inside, one.rect().topLeft()).y() for one in stops]
    slack = editor.theme.px(32)
    assert all(one <= next_one + slack for one, next_one in pairwise(tops)), [*zip(tops, stops, strict=True)]
    fields = {one for one in fields_of(editor) if inside.isAncestorOf(one)}
    assert fields <= set(stops)


def test_tab_goes_in_the_order_of_the_card_and_its_papers(qtbot: QtBot, editor: PartnerEditor) -> None:
    basic = editor.basic
    fields = {basic.field(field.name): field.name for field in PARTNER_FIELDS if basic.field(field.name)}
    stops = [
        basic.activity_fields if one is basic.activity_fields.button else one for one in walk(qtbot, TAB)
    ]
    names = [fields[one] for one in stops if one in fields]
    assert names == list(fields.values())
    assert len(names) > 20


def test_enter_goes_through_the_whole_section_and_saves_nothing(
    qtbot: QtBot, page: PartnersPage, editor: PartnerEditor
) -> None:
    before = len(page.context.services.partners.list())
    commit(editor.basic.lines["name"], "朝市の会")
    editor.basic.lines["name"].setFocus()
    passed = []
    for _enter in range(40):
        here = focused()
        passed.append(here.accessibleName())
        takes_enter = isinstance(here, JapaneseTextEdit) or here.accessibleName().startswith("活動分野")
        press(qtbot, Qt.Key.Key_Tab if takes_enter else Qt.Key.Key_Return)
        if focused() is editor.basic.areas["note"]:
            break
    assert "電話" in passed
    assert any(name.startswith("区分") for name in passed)
    assert page.side.is_editing
    assert len(page.context.services.partners.list()) == before


def test_shift_enter_goes_back_through_a_choice(qtbot: QtBot, editor: PartnerEditor) -> None:
    editor.basic.lines["corporate_number"].setFocus()
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert focused() is editor.basic.legal_form_position
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert focused() is editor.basic.legal_form


# What is typed outlives the program


def test_who_types_without_a_pause_loses_no_more_than_a_moment(
    qtbot: QtBot, page: PartnersPage, editor: PartnerEditor
) -> None:
    drafts = page.context.services.drafts

    def type_on() -> bool:
        commit(editor.basic.areas["note"], "字")
        return drafts.load("partner", 0) is not None

    qtbot.waitUntil(type_on, timeout=10_000)
    kept = drafts.load("partner", 0)
    assert kept is not None
    assert len(kept["note"]) > 1


def test_who_types_in_the_wizard_without_a_pause_loses_no_more_than_a_moment(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_page("proposals")
    page = window.page
    assert isinstance(page, ProposalsPage)
    page.verbs.new.trigger()
    wizard = page.intake.wizard
    assert isinstance(wizard, Wizard)
    due: list[bool] = []
    wizard.draft_due.connect(lambda: due.append(True))
    line = next(one for one in fields_of(wizard) if isinstance(one, QLineEdit))

    def type_on() -> bool:
        commit(line, "字")
        return bool(due)

    qtbot.waitUntil(type_on, timeout=3_000)


def test_all_that_was_typed_is_there_after_a_crash(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock
) -> None:
    typed = {"name": "朝市の会", "kana": "あさいち", "phone": "でんわはまだ", "members": "２４人くらい"}
    with open_window(qtbot, folder, clock, killed=True) as window:
        window.open_page("partners")
        page = window.page
        assert isinstance(page, PartnersPage)
        page.verbs.new.trigger()
        for name, text in typed.items():
            commit(page.side.editor.basic.lines[name], text)
        commit(page.side.editor.profile.areas["purpose"], "畑と食卓をつなぐ")
        drafts = page.context.services.drafts
        qtbot.waitUntil(lambda: (drafts.load("partner", 0) or {}).get("name") == typed["name"])
    with open_window(qtbot, folder, clock) as window:
        window.open_page("partners")
        page = window.page
        assert isinstance(page, PartnersPage)
        page.verbs.new.trigger()
        lines = page.side.editor.basic.lines
        assert {name: lines[name].text() for name in typed} == typed
        assert page.side.editor.profile.areas["purpose"].text() == "畑と食卓をつなぐ"
