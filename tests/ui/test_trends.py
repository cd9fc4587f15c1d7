"""傾向 through the real window: whose papers, which years, the chart in words, its table and its file."""

import csv
import io
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationKind,
    EvaluationSide,
)
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.trends import Aspect
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.check_sheets.tab import CheckSheetTab
from kyodo_desktop.ui.pages.check_sheets.trends.page import TrendsPage
from kyodo_desktop.ui.theme.tokens import PaletteName
from tests.ui.conftest import AnsweringChooser
from tests.ui.hands import click, focused, press, words_in
from tests.ui.typing_in import commit

DONE, TALK, NOT_YET = MarkValue
DAY = date(2026, 11, 1)


def pair(item: str, partner: MarkValue, city: MarkValue, moment: Moment) -> tuple[CheckMarkRecord, ...]:
    return (
        CheckMarkRecord(item, Side.PARTNER, moment, partner),
        CheckMarkRecord(item, Side.CITY, moment, city),
    )


@pytest.fixture
def partner_id(window: MainWindow) -> int:
    """Three sheets of two years, two of them of one partner; one evaluation."""
    services = window.context.services
    club = services.partners.add(PartnerDraft("かわせみ水辺くらぶ"))
    before = pair("plan_1", DONE, TALK, Moment.BEFORE)
    sheets = services.check_sheets
    after = pair("plan_1", DONE, DONE, Moment.AFTER)
    base = CheckSheetDraft(2025, "用水路いきもの調べ", partner_id=club, department="水と緑と公園課")
    made = sheets.create(CheckSheetDraft(**{**_fields(base), "marks": before + after}))
    sheets.agree(made, "plan_1", "月に一度会う", DAY)
    sheets.create(CheckSheetDraft(**{**_fields(base), "fiscal_year": 2026, "marks": before}))
    alike = pair("plan_1", DONE, DONE, Moment.BEFORE)
    sheets.create(CheckSheetDraft(2026, "朝市", department="産業振興課", marks=alike))
    sides = (EvaluationSide.PARTNER, EvaluationSide.CITY)
    services.evaluations.create(
        EvaluationDraft(
            EvaluationKind.EVALUATION,
            2026,
            "朝市",
            answers=tuple(
                EvaluationAnswer("goal", side, mark) for side, mark in zip(sides, "43", strict=True)
            ),
            fillings=tuple(EvaluationFilling(side, "西田", DAY) for side in sides),
        )
    )
    return club


def _fields(draft: CheckSheetDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in draft.__dataclass_fields__}


def trends_of(window: MainWindow) -> TrendsPage:
    assert isinstance(window.page, CheckSheetTab)
    page = window.page.current
    assert isinstance(page, TrendsPage)
    return page


def opened(window: MainWindow, partner: int | None = None) -> TrendsPage:
    window.open_page("check_sheets/trends", partner)
    return trends_of(window)


def test_an_office_without_sheets_is_told_what_will_be_seen(window: MainWindow) -> None:
    page = opened(window)
    assert page.empty.isVisible()
    assert not page.chart.isVisible()
    assert not page.export.isEnabled()
    assert "順位を決めたりするものではありません" in words_in(page)


@pytest.mark.usefixtures("partner_id")
def test_the_chart_tells_each_item_in_words_and_the_keys_go_through_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = opened(window)
    assert focused() is page.chart
    told = page.chart.accessibleName()
    assert told.startswith("事業前のちがいの図 Ⅰ－1 課題と解決手段")
    assert told.endswith("令和7年度 1件のうち1件、令和8年度 2件のうち1件")
    assert len(page.chart.accessibleDescription().splitlines()) == 12
    press(qtbot, Qt.Key.Key_Down)
    assert "Ⅰ－2 役割分担" in page.chart.accessibleName()
    assert "比べるものなし" in page.chart.accessibleName()
    assert page.pane.view.current_record().line.item.key == "plan_2"
    assert "Ⅰ－2 役割分担は" in words_in(page.pane)
    press(qtbot, Qt.Key.Key_End)
    assert "Ⅲ－4" in page.chart.accessibleName()
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Up)
    assert "Ⅰ－1" in page.chart.accessibleName()


@pytest.mark.usefixtures("partner_id")
def test_the_table_says_the_same_numbers_and_leads_the_chart(window: MainWindow) -> None:
    page = opened(window)
    table = page.pane.view.table
    shown = [[str(table.index(row, column).data()) for column in range(6)] for row in range(2)]
    assert shown == [
        ["Ⅰ－1", "令和7年度", "1／1", "0／1", "1／1", "1／1"],
        ["Ⅰ－1", "令和8年度", "1／2", "－", "－", "0／2"],
    ]
    page.pane.view.selectRow(5)
    assert "Ⅰ－3" in page.chart.accessibleName()
    assert page.pane.view.current_record().year == 2026


def test_a_partner_is_chosen_by_letters_and_only_its_sheets_are_counted(
    qtbot: QtBot, window: MainWindow, partner_id: int
) -> None:
    page = opened(window)
    page.bar.whose.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert page.no_partner.isVisible()
    page.bar.picker.box.setFocus()
    commit(page.bar.picker.box, "かわせみ")
    press(qtbot, Qt.Key.Key_Return)
    assert page.bar.scope() is not None
    assert page.in_hand() == (partner_id, None)
    assert "令和8年度 1件のうち1件" in page.chart.accessibleName()
    assert page.status_text()[:2] == ("かわせみ水辺くらぶ", "シート 2枚")
    click(page.bar, "ほかの団体にする")
    assert page.no_partner.isVisible()


def test_a_link_opens_a_partners_own_trends(window: MainWindow, partner_id: int) -> None:
    page = opened(window, partner_id)
    assert page.bar.whose.value() == "partner"
    assert "かわせみ水辺くらぶ: 団体と市がどちらも事業前に" in words_in(page)
    window.change_look(PaletteName.DARK, 150)
    page = trends_of(window)
    assert page.in_hand() == (partner_id, None)
    assert "令和8年度 1件のうち1件" in page.chart.accessibleName()


@pytest.mark.usefixtures("partner_id")
def test_a_department_years_and_what_is_counted_are_chosen(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(window)
    page.bar.first.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert page.bar.first.currentText() == "令和7年度"
    page.bar.last.set_value("2025")
    page.bar.last.chosen.emit("2025")
    assert page.chart.accessibleName().endswith("令和7年度 1件のうち1件")
    page.bar.aspect.set_value(Aspect.TALKED.value)
    page.bar.aspect.chosen.emit(Aspect.TALKED.value)
    assert page.chart.accessibleName().startswith("話し合ったことの図")
    assert "決めたことを書いた" in words_in(page)
    page.bar.whose.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)
    assert page.bar.department.isVisible()
    page.bar.department.set_value("産業振興課")
    page.bar.department.chosen.emit("産業振興課")
    assert page.no_match.isVisible()


@pytest.mark.usefixtures("partner_id")
def test_evaluations_have_a_chart_of_their_own(window: MainWindow) -> None:
    page = opened(window)
    page.bar.aspect.set_value(Aspect.EVALUATION.value)
    page.bar.aspect.chosen.emit(Aspect.EVALUATION.value)
    # There was no evaluation in 令和7年度.
    assert page.chart.accessibleName().endswith("事業の目的・目標 令和8年度 1件のうち1件")
    assert "事業の目的・目標を明確に設定できたか" in words_in(page.pane)
    assert page.pane.view is page.pane.evaluations


@pytest.mark.usefixtures("partner_id")
def test_the_file_and_the_clipboard_hold_all_counts(
    qtbot: QtBot, window: MainWindow, chooser: AnsweringChooser
) -> None:
    page = opened(window)
    page.export.trigger()
    path = chooser.folder / "チェックシートの傾向.csv"
    qtbot.waitUntil(path.exists)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    before = [row for row in rows if row["数えたもの"] == "事業前のちがい" and row["番号"] == "Ⅰ－1"]
    assert [(row["年度"], row["比べた件数"], row["うち、あった件数"]) for row in before] == [
        ("令和7年度", "1", "1"),
        ("令和8年度", "2", "1"),
    ]
    page.copy.trigger()
    pasted = QGuiApplication.clipboard().text().splitlines()
    assert len(pasted) == len(rows) + 1
    assert pasted[0].split("\t")[0] == "年度"


@pytest.mark.usefixtures("partner_id")
def test_a_new_sheet_is_counted_as_soon_as_it_is_there(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(window)
    marks = pair("plan_1", DONE, NOT_YET, Moment.BEFORE)
    window.context.services.check_sheets.create(CheckSheetDraft(2026, "花いっぱい", marks=marks))
    qtbot.waitUntil(lambda: page.chart.accessibleName().endswith("令和8年度 3件のうち2件"))


@pytest.mark.usefixtures("partner_id")
@pytest.mark.parametrize("palette", list(PaletteName))
def test_full_and_empty_boxes_are_told_apart_without_colour(window: MainWindow, palette: PaletteName) -> None:
    window.change_look(palette, 100)
    page = opened(window)
    picture = page.chart.grab().toImage()
    row = page.chart.row_rect(0)
    last_year = picture.width() - 128
    full, empty = (QColor(picture.pixel(last_year + at, row.center().y())).lightness() for at in (4, 14))
    assert abs(full - empty) > 80


@pytest.mark.usefixtures("partner_id")
def test_where_room_is_short_chart_and_table_take_turns(qtbot: QtBot, window: MainWindow) -> None:
    window.change_look(PaletteName.LIGHT, 150)
    page = opened(window)
    qtbot.waitUntil(page.chart.isVisible)
    assert not page.pane.isVisible()
    page.look.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert page.pane.isVisible()
    assert not page.chart.isVisible()


@pytest.mark.usefixtures("partner_id")
def test_what_is_counted_is_printed(qtbot: QtBot, window: MainWindow) -> None:
    page = opened(window)
    assert page.chart.hasFocus()
    press(qtbot, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None, timeout=20_000)
    document = window.findChild(PrintPreview).document
    text = "".join(document.getAllText(at).text() for at in range(document.pageCount()))
    told = "".join(text.split())
    assert "事業全体" in told
    assert "シート３枚" in told
    assert "Ⅰ－１課題と解決手段について" in told
