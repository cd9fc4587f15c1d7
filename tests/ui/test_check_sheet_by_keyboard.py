"""The whole wizard of a check sheet by keys alone: side by side, one side at a time, copied from a paper."""

import sqlite3
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.check_gaps import GapKind, read_gaps
from kyodo_desktop.records.check_sheets import (
    CheckFilling,
    CheckMarkRecord,
    CheckSheetDraft,
    FillWay,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.pages.check_sheets.page import CheckSheetsPage
from kyodo_desktop.ui.pages.check_sheets.summary_body import SummaryBody
from kyodo_desktop.ui.widgets.marks import PairMarks
from tests.ui.hands import focused, press, words_in
from tests.ui.test_check_sheets_page import (
    CTRL,
    SHIFT,
    add,
    box,
    field,
    marks,
    page,
    sheet,
    stage,
    type_keys,
    wizard_of,
)
from tests.ui.typing_in import commit

__all__ = ["page"]

ENTER, RIGHT, LEFT, DOWN, UP = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Right,
    Qt.Key.Key_Left,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
)
DONE, TALK, NOT_YET = MarkValue
BEFORE, AFTER = Moment
PARTNER, CITY = Side
STAGES = ("plan", "carry_out", "close")


def kept_marks(folder: DataFolder) -> list[tuple[str, str, str, str]]:
    """Return the marks that lie on the disk, read past the program."""
    with sqlite3.connect(f"file:{folder.database}?mode=ro", uri=True) as file:
        found = file.execute("SELECT item, moment, side, value FROM check_mark WHERE value IS NOT NULL")
        return [(str(a), str(b), str(c), str(d)) for a, b, c, d in found]


def start(qtbot: QtBot, page: CheckSheetsPage, title: str) -> None:
    """Begin a sheet with Ctrl+N and come to its first stage."""
    page._no_records.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    press(qtbot, ENTER)
    for _field in ("collaboration_id", "proposal_id", "fiscal_year"):
        press(qtbot, ENTER)
    assert focused() is field(page, "title")
    commit(focused(), title)
    press(qtbot, ENTER, CTRL)
    assert wizard_of(page).here == "plan"


def on(qtbot: QtBot) -> None:
    press(qtbot, ENTER, CTRL)


def go_to(qtbot: QtBot, page: CheckSheetsPage, key: str) -> None:
    """Come to a step by Alt and an arrow."""
    path = [step.key for step in wizard_of(page).flow.path()]
    while wizard_of(page).here != key:
        is_before = path.index(key) < path.index(wizard_of(page).here)
        press(qtbot, LEFT if is_before else RIGHT, Qt.KeyboardModifier.AltModifier)


def to_view(qtbot: QtBot, page: CheckSheetsPage, *keys: Qt.Key) -> None:
    """Go back from the boxes to whose boxes are shown, choose by arrows, and come again."""
    for _step in range(16):
        if focused() is not stage(page).view:
            press(qtbot, Qt.Key.Key_Tab, SHIFT)
    assert focused() is stage(page).view
    for key in keys:
        press(qtbot, key)
    press(qtbot, Qt.Key.Key_Tab)


def test_side_by_side_from_the_first_key_to_the_summary(
    qtbot: QtBot, page: CheckSheetsPage, folder: DataFolder
) -> None:
    start(qtbot, page, "用水路いきもの調べ")
    # All four columns of each stage; the sides differ before the project, the city drifts.
    for key in STAGES:
        assert wizard_of(page).here == key
        assert focused() is box(page, f"{key}_1", BEFORE, PARTNER)
        type_keys(qtbot, "1112" + "1122" + "1111" + "1111")
        assert focused() is box(page, f"{key}_4", AFTER, CITY)
        on(qtbot)
    assert wizard_of(page).here == "filled"
    # Saved at once, and by no other act than typing: the wizard is still open.
    assert len(kept_marks(folder)) == 48
    assert ("plan_3", "before", "city", "talk") in kept_marks(folder)
    commit(focused(), "会長　髙﨑")
    on(qtbot)
    body = wizard_of(page).body
    assert isinstance(body, SummaryBody)
    words = words_in(wizard_of(page))
    assert "ちがい 3項目" in words
    assert "事業前 団体: できている、事業前 市: 話し合いが必要 ちがい" in words
    assert "市: 話し合いが必要 → できている" in words
    assert "未記入" not in [one.accessibleName() for one in wizard_of(page).findChildren(PairMarks)]
    # Leave with the last step's own button.
    on(qtbot)
    press(qtbot, ENTER)
    assert not page.pane.is_open
    (record,) = page.context.services.check_sheets.list()
    assert all(record.filled(side, moment) == 12 for side in Side for moment in Moment)
    gaps = read_gaps(page.context.services.check_sheets.text(), record.marked)
    kinds = {gap.item.key: gap.kind for gap in gaps}
    assert kinds["plan_3"] is GapKind.APART
    assert kinds["plan_4"] is GapKind.DRIFT
    assert kinds["plan_1"] is GapKind.AGREED


def step_words(page: CheckSheetsPage) -> str:
    return "\n".join(one.accessibleName() for one in wizard_of(page).column.findChildren(QAbstractButton))


def test_one_side_at_a_time_with_the_other_hidden_until_both_are_in(
    qtbot: QtBot, page: CheckSheetsPage, folder: DataFolder
) -> None:
    start(qtbot, page, "朝市")
    # 団体 alone, before the project; its column only.
    to_view(qtbot, page, RIGHT)
    for key in STAGES:
        assert focused() is box(page, f"{key}_1", BEFORE, PARTNER)
        type_keys(qtbot, "1111")
        on(qtbot)
    on(qtbot)
    assert "市の記入は、両方がそろうまで見えません。" in words_in(wizard_of(page))
    assert len(kept_marks(folder)) == 12
    # 市 alone: nothing of 団体 is to be seen, nor counted, nor compared.
    go_to(qtbot, page, "plan")
    to_view(qtbot, page, RIGHT)
    assert focused() is box(page, "plan_1", BEFORE, CITY)
    type_keys(qtbot, "211")
    assert not box(page, "plan_1", BEFORE, PARTNER).isVisible()
    on(qtbot)
    steps = step_words(page)
    assert "記入 3／8" in steps
    assert "ちがい" not in steps
    go_to(qtbot, page, "summary")
    words = words_in(wizard_of(page).body)
    assert "団体の記入は、両方がそろうまで見えません。" in words
    assert "できている、事業前 市" not in words
    assert "話し合うこと" not in words
    # When the last box of 市 in a stage is in, both see both of that stage and moment.
    go_to(qtbot, page, "plan")
    for key in (Qt.Key.Key_Left, *[Qt.Key.Key_Down] * 3):
        press(qtbot, key)
    assert focused() is box(page, "plan_4", BEFORE, CITY)
    type_keys(qtbot, "1")
    go_to(qtbot, page, "summary")
    assert "記入 8／12 ・ ちがい 1" in step_words(page)
    words = words_in(wizard_of(page))
    assert "団体の記入は、段階ごとに、両方がそろうと見えます。" in words
    assert "話し合うこと" in words
    for key in STAGES[1:]:
        go_to(qtbot, page, key)
        assert focused() is box(page, f"{key}_1", BEFORE, CITY)
        type_keys(qtbot, "1111")
    go_to(qtbot, page, "summary")
    words = words_in(wizard_of(page))
    assert "ちがい 1項目" in words
    assert len(kept_marks(folder)) == 24


def test_a_paper_is_copied_by_digits_arrows_and_enter(
    qtbot: QtBot, page: CheckSheetsPage, folder: DataFolder
) -> None:
    start(qtbot, page, "朝市")
    type_keys(qtbot, "1")
    assert focused() is box(page, "plan_2", BEFORE, PARTNER)
    # One box over, one down, back: arrows as on the paper, and they stop at its edge.
    press(qtbot, RIGHT)
    press(qtbot, DOWN)
    assert focused() is box(page, "plan_3", BEFORE, CITY)
    type_keys(qtbot, "3")
    assert focused() is box(page, "plan_4", BEFORE, CITY)
    press(qtbot, DOWN)
    assert focused() is box(page, "plan_4", BEFORE, CITY)
    press(qtbot, UP)
    press(qtbot, LEFT)
    assert focused() is box(page, "plan_3", BEFORE, PARTNER)
    type_keys(qtbot, "2")
    # Enter as one reads; a wrong mark is typed over, an empty one taken away.
    press(qtbot, ENTER)
    assert focused() is box(page, "plan_4", BEFORE, CITY)
    type_keys(qtbot, "1")
    press(qtbot, LEFT)
    press(qtbot, DOWN)
    press(qtbot, DOWN)
    press(qtbot, DOWN)
    assert focused() is box(page, "plan_4", BEFORE, CITY)
    type_keys(qtbot, "0")
    go_to(qtbot, page, "filled")
    commit(focused(), "会長　髙﨑")
    press(qtbot, ENTER)
    assert focused() is field(page, "filled_on_before_partner")
    commit(focused(), "R8.4.9")
    press(qtbot, ENTER)
    press(qtbot, RIGHT)
    on(qtbot)
    (record,) = page.context.services.check_sheets.list()
    assert marks(record) == {
        ("plan_1", BEFORE, PARTNER): DONE,
        ("plan_3", BEFORE, PARTNER): TALK,
        ("plan_3", BEFORE, CITY): NOT_YET,
    }
    assert record.fillings[0] == CheckFilling(PARTNER, BEFORE, "会長　髙﨑", date(2026, 4, 9), FillWay.PAPER)
    assert len(kept_marks(folder)) == 3


def test_a_twin_and_a_late_sheet_are_said_and_kept_and_compared(qtbot: QtBot, page: CheckSheetsPage) -> None:
    services = page.context.services
    proposal = services.proposals.create(
        ProposalDraft(title="花の道", fiscal_year=2025, department="道路課", ends_on=date(2026, 2, 28))
    )
    first = services.check_sheets.create(services.check_sheets.blank_for(SheetOwner("proposal", proposal)))
    page.read_records()
    press(qtbot, Qt.Key.Key_N, CTRL)
    press(qtbot, ENTER)
    press(qtbot, ENTER)
    assert focused() is field(page, "proposal_id")
    commit(focused(), "花の道")
    press(qtbot, ENTER)
    said = "この事業のこの年度のシートは、ほかにもあります。どちらも残ります。"
    assert said in words_in(wizard_of(page))
    on(qtbot)
    type_keys(qtbot, "1")
    press(qtbot, UP)
    press(qtbot, RIGHT)
    type_keys(qtbot, "3")
    go_to(qtbot, page, "filled")
    press(qtbot, ENTER)
    assert focused() is field(page, "filled_on_before_partner")
    press(qtbot, Qt.Key.Key_A, CTRL)
    commit(focused(), "R8.3.1")
    press(qtbot, ENTER)
    late = "団体の事業前は、事業が終わった日（令和8年2月28日）より後に記入されています。このまま残せます。"
    assert late in words_in(wizard_of(page))
    on(qtbot)
    assert "ちがい 1項目" in words_in(wizard_of(page))
    press(qtbot, Qt.Key.Key_W, CTRL)
    assert len(services.check_sheets.list()) == 2
    second = next(one for one in services.check_sheets.list() if one.id != first)
    assert second.fillings[0].filled_on == date(2026, 3, 1)
    assert (second.title, second.fiscal_year, second.proposal_id) == ("花の道", 2025, proposal)


@pytest.mark.parametrize("missing", list(Side))
def test_one_side_missing_is_said_and_the_other_compared_all_the_same(
    qtbot: QtBot, page: CheckSheetsPage, missing: Side
) -> None:
    there = next(side for side in Side if side is not missing)
    drifted = (
        CheckMarkRecord("plan_1", there, BEFORE, NOT_YET),
        CheckMarkRecord("plan_1", there, AFTER, DONE),
        CheckMarkRecord("plan_2", there, BEFORE, DONE),
        CheckMarkRecord("plan_3", there, BEFORE, TALK),
        CheckMarkRecord("plan_3", missing, BEFORE, DONE),
    )
    made = add(qtbot, page, CheckSheetDraft(2026, "朝市", marks=drifted))
    words = words_in(page.side.detail).split("\n")
    who = {PARTNER: "団体", CITY: "市"}
    assert f"{who[there]}が変化" in words
    assert "未記入 3つ" in words
    assert "事業前にちがい" in words
    assert "未記入" in words
    page.view.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    go_to(qtbot, page, "summary")
    words = words_in(wizard_of(page)).split("\n")
    assert f"{who[there]}: まだ → できている" in words
    assert "ちがい 1項目" in words
    assert sheet(page, made).filled(missing, AFTER) == 0
