"""六つの手順 through the real window: opened from a record, noted, answered, printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.guides import NoteState
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.guide.choices import FormChoice, SuitabilityChoice
from kyodo_desktop.ui.guide.dialog import GuideDialog
from kyodo_desktop.ui.guide.place import GuidePlace
from kyodo_desktop.ui.guide.step_body import StepBody
from kyodo_desktop.ui.guide.written import WrittenBox
from kyodo_desktop.ui.main_window import MainWindow
from tests.ui.hands import press

CTRL = Qt.KeyboardModifier.ControlModifier


def _dialog() -> GuideDialog:
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, GuideDialog)]
    return found


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
    assert "● 委託 … 合います。「公共的サービスの向上につながる事業について" in told
    assert (
        "○ 後援 … 「市」「団体の専門性を活かして、業務を行ってもらう」とは合いません。"
        "後援は、「市民活動団体等の主催事業に対して」"
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


def test_a_way_on_leads_to_what_the_program_has(dialog: GuideDialog, window: MainWindow) -> None:
    _choose(dialog, "effectiveness")
    assert isinstance(dialog.body, StepBody)
    dialog.leave_for("check_sheets")
    assert window.page.key == "check_sheets"


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
