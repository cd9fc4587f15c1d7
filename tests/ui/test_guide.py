"""六つの手順 through the real window: opened from a record, noted, answered, printed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kyodo_desktop.base import resources
from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.guides import GuideDraft, GuideNote, NoteState
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog
from kyodo_desktop.ui.guide.choices import FormChoice, SuitabilityChoice
from kyodo_desktop.ui.guide.dialog import GuideDialog
from kyodo_desktop.ui.guide.head import NEW_OF_RECORD
from kyodo_desktop.ui.guide.place import GuidePlace
from kyodo_desktop.ui.guide.step_body import StepBody
from kyodo_desktop.ui.guide.written import WrittenBox
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker
from tests.ui.hands import click, focused, press, words_in

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _dialog() -> GuideDialog:
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, GuideDialog)]
    (found,) = [one for one in dialogs if one.isVisible()]
    return found


def _in_front(qtbot: QtBot, widget: QWidget) -> None:
    # The desktop gives the focus back when a dialog closes; the test's platform does not.
    widget.activateWindow()
    qtbot.waitUntil(lambda: widget.isActiveWindow() and QApplication.focusWidget() is not None)


def _place(entry_id: int) -> GuidePlace:
    return GuidePlace(owner=SheetOwner("collaboration", entry_id))


def _choose(dialog: GuideDialog, step: str) -> None:
    dialog.tabs.choose(step)


def _pick(choice: object, key: str) -> None:
    choice.set_value(key)  # type: ignore[attr-defined]
    choice.chosen.emit(key)  # type: ignore[attr-defined]


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> GuideDialog:
    entry = window.context.services.collaborations.list(2018)[0]
    made = GuideDialog(window.context, window, _place(entry.id))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    return made


@pytest.mark.parametrize("page", ["collaborations", "partners", "proposals"])
def test_the_steps_open_from_a_list_by_a_key(qtbot: QtBot, window: MainWindow, page: str) -> None:
    window.open_page(page)
    press(qtbot, Qt.Key.Key_G, CTRL)
    dialog = _dialog()
    assert "協働の可能性の検討" in "".join(label.text() for label in dialog.findChildren(QLabel))
    assert window.context.services.guides.list() == ()
    dialog.reject()


def test_what_is_noted_is_kept_at_once_and_found_again(dialog: GuideDialog, window: MainWindow) -> None:
    guides = window.context.services.guides
    assert dialog.head.title.text() != ""
    _choose(dialog, "partner")
    assert isinstance(dialog.body, StepBody)
    row = dialog.body.rows["finances"]
    row.words.setPlainText("決算書を待つ")
    row.state.set_value("talk")
    row.state.chosen.emit("talk")
    (record,) = guides.list()
    note = record.note("partner", "finances")
    assert note is not None
    assert (note.state, note.words) == (NoteState.TALK, "決算書を待つ")
    row.words.setPlainText("決算書が来た")
    _choose(dialog, "review")
    kept = guides.get(record.id).note("partner", "finances")
    assert kept is not None
    assert kept.words == "決算書が来た"
    dialog.reject()
    again = GuideDialog(window.context, window, _place(record.draft.collaboration_id or 0))
    assert again.record is not None
    assert again.record.id == record.id
    again.reject()


def test_the_helper_says_which_forms_fit_and_why(dialog: GuideDialog, window: MainWindow) -> None:
    _choose(dialog, "form")
    (forms,) = dialog.findChildren(FormChoice)
    forms.helper.questions["host"].choose("city")
    forms.helper.questions["share"].choose("expertise")
    told = forms.helper.words()
    assert "● 委託 … 合います。\n　　ハンドブック: 「公共的サービスの向上につながる事業について" in told
    assert (
        "○ 後援 … 「市」「団体の専門性を活かして、業務を行ってもらう」とは合いません。"
        "\n　　ハンドブック: 「市民活動団体等の主催事業に対して」"
    ) in told
    assert forms.zone.value() == "city_leads"
    (written,) = dialog.findChildren(WrittenBox)
    assert not written.isVisibleTo(dialog)
    _pick(forms.form, "commission")
    assert written.isVisibleTo(dialog)
    (record,) = window.context.services.guides.list()
    assert (record.draft.zone, record.draft.collaboration_form) == ("city_leads", "commission")
    dialog.reject()


def test_the_kind_of_project_is_kept_with_what_it_promises(dialog: GuideDialog, window: MainWindow) -> None:
    (kinds,) = dialog.findChildren(SuitabilityChoice)
    _pick(kinds.choice, "place")
    assert "地域の実情に即応" in kinds.told.text()
    assert window.context.services.guides.list()[0].draft.suitability == "place"
    dialog.reject()


def test_a_way_on_begins_the_sheet_and_one_key_leads_back(
    qtbot: QtBot, dialog: GuideDialog, window: MainWindow
) -> None:
    services = window.context.services
    _choose(dialog, "effectiveness")
    dialog.leave_for("check_sheets")
    assert window.page.key == "check_sheets"
    pane = window.page.sheets.pane
    assert pane.is_open
    title = services.collaborations.list(2018)[0].title
    assert title in pane.heading()
    _in_front(qtbot, window)
    press(qtbot, Qt.Key.Key_G, CTRL | SHIFT)
    back = _dialog()
    assert back.tabs.value() == "effectiveness"
    assert back.head.title.text() == title
    made = services.check_sheets.create(
        services.check_sheets.blank_for(SheetOwner("collaboration", services.collaborations.list(2018)[0].id))
    )
    back.leave_for("check_sheets")
    assert window.page.sheets.current().id == made
    assert [one.id for one in services.check_sheets.list()] == [made]


@pytest.mark.parametrize("kind", list(EvaluationKind))
def test_a_way_on_opens_the_evaluations(
    dialog: GuideDialog, window: MainWindow, kind: EvaluationKind
) -> None:
    dialog.leave_for(kind)
    (opened,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, EvaluationDialog)]
    assert opened.isVisible()
    opened.close()


def test_the_agreement_is_made_from_it_and_ticked_when_it_is_there(
    qtbot: QtBot, dialog: GuideDialog, window: MainWindow
) -> None:
    services = window.context.services
    _choose(dialog, "form")
    (forms,) = dialog.findChildren(FormChoice)
    _pick(forms.form, "commission")
    _choose(dialog, "effectiveness")
    written = dialog.findChildren(WrittenBox)[-1]
    assert written.isVisibleTo(dialog)
    assert "明文化し" in words_in(written)
    written.which.setText("協定書 令和8年4月1日")
    written.tick.setChecked(True)
    (record,) = services.guides.list()
    assert (record.is_written, record.written_words) == (True, "協定書 令和8年4月1日")
    assert not record.paper_missing
    dialog.leave_for("agreement")
    assert window.page.key == "papers"
    making = window.page.making
    assert (making.info.key, making.draft.owner.kind) == ("agreement", "collaboration")
    assert making.draft.answers["title"] == record.draft.title


def test_what_was_found_of_the_partner_goes_to_its_talks(dialog: GuideDialog, window: MainWindow) -> None:
    services = window.context.services
    _choose(dialog, "partner")
    assert isinstance(dialog.body, StepBody)
    dialog.body.rows["record"].words.setPlainText("観察会を５年続けている")
    dialog.note_down()
    (record,) = services.guides.list()
    assert record.draft.partner_id is not None
    (talk,) = services.contacts.of_partner(record.draft.partner_id)
    assert "活動実績: 観察会を５年続けている" in talk.draft.text
    dialog.leave_for("partners")
    assert window.page.key == "partners"


def test_a_partner_is_found_by_a_few_letters(qtbot: QtBot, window: MainWindow) -> None:
    dialog = GuideDialog(window.context, window, GuidePlace(step="partner"))
    dialog.open()
    _in_front(qtbot, dialog)
    box = dialog.findChildren(PartnerPicker)[-1].box
    box.setFocus()
    box.setText("武蔵野美術大学")
    press(qtbot, Qt.Key.Key_Return)
    (record,) = window.context.services.guides.list()
    assert record.partner_name.startswith("武蔵野美術大学")
    assert dialog.tabs.value() == "partner"
    assert record.partner_name in words_in(dialog)
    dialog.reject()


def test_a_project_is_thrown_away_and_comes_back(dialog: GuideDialog, window: MainWindow) -> None:
    guides = window.context.services.guides
    dialog.head.title.setText("朝市")
    dialog.head.title.editingFinished.emit()
    assert [one.draft.title for one in guides.list()] == ["朝市"]
    dialog.discard_button.click()
    assert guides.list() == ()
    assert dialog.head.title.text() == ""
    window.context.services.history.undo()
    assert [one.draft.title for one in guides.list()] == ["朝市"]
    dialog.reject()


def test_one_step_is_printed(qtbot: QtBot, dialog: GuideDialog) -> None:
    _choose(dialog, "review")
    dialog.head.title.setText("朝市")
    dialog.print_one.click()
    titles = [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert any("六つの手順（朝市）" in title for title in titles)


def _type(qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(focused(), words)


def test_all_six_steps_by_keyboard_alone(qtbot: QtBot, window: MainWindow) -> None:
    guides = window.context.services.guides
    window.open_page("collaborations")
    press(qtbot, Qt.Key.Key_G, CTRL)
    dialog = _dialog()
    _in_front(qtbot, dialog)
    assert focused() is dialog.tabs.buttons()[0]
    for step in guides.text().steps:
        assert dialog.tabs.value() == step.key
        assert isinstance(dialog.body, StepBody)
        if step.key == "form":
            (forms,) = [one for one in dialog.findChildren(FormChoice) if one.isVisibleTo(dialog)]
            forms.chart.setFocus()
            for key in (
                Qt.Key.Key_Right,
                Qt.Key.Key_Right,
                Qt.Key.Key_Right,
                Qt.Key.Key_Down,
                Qt.Key.Key_Down,
            ):
                press(qtbot, key)
            press(qtbot, Qt.Key.Key_Space)
        next(iter(dialog.body.rows.values())).state.setFocus()
        for point in step.points:
            press(qtbot, Qt.Key.Key_Right)
            press(qtbot, Qt.Key.Key_Tab)
            _type(qtbot, f"memo of {point.key}")
            press(qtbot, Qt.Key.Key_Return)
        press(qtbot, Qt.Key.Key_PageDown, CTRL)
    (record,) = guides.list()
    assert (record.draft.zone, record.draft.collaboration_form) == ("city_leads", "commission")
    for step in guides.text().steps:
        for point in step.points:
            note = record.note(step.key, point.key)
            assert note is not None, point.key
            assert (note.state, note.words) == (NoteState.SEEN, f"memo of {point.key}")
    assert [one.text()[-1] for one in dialog.tabs.buttons()] == [*"✓✓✓✓✓✓", "歴"]
    press(qtbot, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_typed_outlives_a_kill(qtbot: QtBot, dialog: GuideDialog, window: MainWindow) -> None:
    guides = window.context.services.guides
    assert isinstance(dialog.body, StepBody)
    row = dialog.body.rows["needs"]
    _in_front(qtbot, dialog)
    row.words.setFocus()
    _type(qtbot, "typed")
    qtbot.waitUntil(lambda: [note.words for one in guides.list() for note in one.notes] == ["typed"])
    dialog.head.department.setFocus()
    _type(qtbot, "X")
    qtbot.waitUntil(lambda: guides.list()[0].draft.department.endswith("X"))
    dialog.reject()


def test_what_cannot_be_taken_is_said_before_it_is_lost(
    qtbot: QtBot, dialog: GuideDialog, window: MainWindow
) -> None:
    guides = window.context.services.guides
    assert isinstance(dialog.body, StepBody)
    row = dialog.body.rows["needs"]
    row.words.setPlainText("本人の番号 123456789018")
    dialog.reject()
    assert dialog.isVisible()
    assert "マイナンバー" in dialog.messages.text()
    row.words.setPlainText("本人に聞く")
    dialog.reject()
    assert not dialog.isVisible()
    assert [note.words for one in guides.list() for note in one.notes] == ["本人に聞く"]


def test_the_figure_is_walked_and_says_what_a_form_is(qtbot: QtBot, dialog: GuideDialog) -> None:
    _choose(dialog, "form")
    (forms,) = dialog.findChildren(FormChoice)
    _in_front(qtbot, dialog)
    forms.chart.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Down)
    assert forms.definition.text().startswith("協力 … 市民活動団体等の主催事業に対して、広報や会場提供")
    press(qtbot, Qt.Key.Key_Return)
    assert (forms.zone.value(), forms.form.value()) == ("citizens_lead", "cooperation")
    assert "選んだ形態: 協力" in forms.chart.accessibleDescription()
    qtbot.mouseClick(forms.chart, Qt.MouseButton.LeftButton, pos=forms.chart.rect().center())
    assert forms.zone.value() == "equal"
    dialog.reject()


def test_the_answers_stay_while_the_window_is_open(dialog: GuideDialog) -> None:
    _choose(dialog, "form")
    (forms,) = dialog.findChildren(FormChoice)
    forms.helper.questions["share"].choose("money")
    _choose(dialog, "review")
    _choose(dialog, "form")
    again = dialog.findChildren(FormChoice)[-1]
    assert again.helper.answers() == {"share": "money"}
    assert again.helper.fitting() == ("subsidy",)
    dialog.reject()


def test_one_of_several_is_chosen_found_and_seen_in_the_detail(
    qtbot: QtBot, dialog: GuideDialog, window: MainWindow
) -> None:
    guides, entry = window.context.services.guides, window.context.services.collaborations.list(2018)[0]
    first = guides.create(replace(guides.blank_for(SheetOwner("collaboration", entry.id)), title="初めの案"))
    guides.create(replace(guides.blank_for(SheetOwner("collaboration", entry.id)), title="二つめの案"))
    guides.create(GuideDraft(2026, "朝市"))
    dialog.reject()
    opened = GuideDialog(window.context, window, _place(entry.id))
    opened.open()
    _in_front(qtbot, opened)
    assert "2件あります" in opened.head.facts.text()
    choices = [opened.head.project.itemText(at) for at in range(opened.head.project.count())]
    assert choices[0] == "新しい事業"
    assert choices[1].startswith("新しく始める（")
    assert choices[-1] == "令和8年度　朝市"
    _pick(opened.head.project, str(first))
    assert opened.head.title.text() == "初めの案"
    opened.head.finder.box.setFocus()
    opened.head.finder.box.setText("朝市 令和8")
    press(qtbot, Qt.Key.Key_Return)
    assert opened.head.title.text() == "朝市"
    _pick(opened.head.project, NEW_OF_RECORD)
    assert opened.head.title.text() == entry.title
    opened.reject()
    window.open_page("collaborations", entry.id)
    qtbot.waitUntil(lambda: "二つめの案" in words_in(window.page))
    click(window.page, "初めの案")
    assert _dialog().record == guides.get(first)
    _dialog().reject()


@pytest.mark.parametrize("page", ["collaborations", "partners", "proposals"])
def test_a_discarded_project_comes_back_from_the_wastebasket(
    qtbot: QtBot, window: MainWindow, page: str
) -> None:
    services = window.context.services
    made = services.guides.create(GuideDraft(2026, "朝市"))
    services.guides.discard([made])
    gone = services.collaborations.list(2018)[0]
    services.collaborations.discard([gone.id])
    window.open_page(page)
    press(qtbot, Qt.Key.Key_D, CTRL | SHIFT)
    basket = window.findChild(WastebasketDialog)
    assert isinstance(basket, WastebasketDialog)
    basket.view.selectAll()
    basket.restore_button.click()
    assert [one.id for one in services.guides.list()] == [made]
    assert (gone.id in [one.id for one in services.collaborations.list(2018)]) == (page == "collaborations")
    basket.reject()


def test_the_history_tells_what_was_done(dialog: GuideDialog, window: MainWindow) -> None:
    dialog.head.title.setText("朝市")
    dialog.keep()
    _choose(dialog, "partner")
    assert isinstance(dialog.body, StepBody)
    dialog.body.rows["finances"].words.setPlainText("決算書を待つ")
    _choose(dialog, "history")
    assert dialog.body is not None
    assert "六つの手順のメモを書く: 財政状況" in words_in(dialog.body)
    assert "六つの手順を始める: 朝市" in words_in(dialog.body)
    dialog.reject()


def test_another_years_words_show_what_was_noted_before(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guides = window.context.services.guides
    made = guides.create(GuideDraft(2026, "朝市"))
    guides.note(made, GuideNote("partner", "finances", NoteState.TALK, "決算書を待つ"))
    words = resources.resource_path("guide/1.toml").read_text(encoding="utf-8")
    words = words.replace("version = 1", "version = 2").replace("from_year = 2008", "from_year = 2027")
    words = words.replace('key = "finances"\nheading = "財政状況"', 'key = "books"\nheading = "会計の状況"')
    (tmp_path / "words" / "guide").mkdir(parents=True)
    (tmp_path / "words" / "guide" / "2.toml").write_text(words, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path / "words"])
    dialog = GuideDialog(window.context, window, GuidePlace(record_id=made, step="partner"))
    dialog.open()
    assert "以前の項目" not in words_in(dialog)
    _pick(dialog.head.year, "2027")
    assert isinstance(dialog.body, StepBody)
    shown = words_in(dialog.body)
    assert "会計の状況" in shown
    assert "以前の項目: 財政状況" in shown
    former = dialog.body.rows["finances"]
    assert former.words.text() == "決算書を待つ"
    former.words.setPlainText("決算書を見た")
    dialog.reject()
    note = guides.get(made).note("partner", "finances")
    assert note is not None
    assert note.words == "決算書を見た"
