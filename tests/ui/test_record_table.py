from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kyodo_desktop.ui.tables.columns import Cell, Column
from kyodo_desktop.ui.tables.record_table import RECORD_ROLE, SORT_ROLE, Index, RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.window_settings import WindowSettings


@dataclass(frozen=True)
class Row:
    id: int
    name: str


COLUMNS = (
    Column[Row]("id", "番号", lambda row: str(row.id), 64, lambda row: row.id, right=True),
    Column[Row]("name", "名前", lambda row: row.name, cell=lambda row: Cell(row.name, pill="ほか1")),
)


def make_table(count: int = 12) -> RecordTable[Row]:
    table = RecordTable(COLUMNS, lambda row: row.id)
    table.set_rows(Row(i, f"団体{i % 3}") for i in range(1, count + 1))
    return table


def ids(table: RecordTable[Row]) -> list[int]:
    return [row.id for row in table.shown]


def test_model_keeps_qts_rules_through_filter_and_sort(qtbot: QtBot) -> None:
    table = make_table()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.set_filter(lambda row: row.id > 3)
    table.sort_by("name", Qt.SortOrder.DescendingOrder)
    table.set_rows([])
    table.set_rows([Row(1, "一")])
    table.set_filter(None)
    assert tester.model() is table


def test_numbers_sort_as_numbers_both_ways() -> None:
    table = make_table()
    table.sort_by("id")
    assert ids(table) == list(range(1, 13))
    table.sort_by("id", Qt.SortOrder.DescendingOrder)
    assert ids(table) == list(range(12, 0, -1))


def test_equal_rows_keep_the_order_they_were_given_in() -> None:
    table = make_table(6)
    table.sort_by("name")
    assert ids(table) == [3, 6, 1, 4, 2, 5]


def test_filter_stays_when_the_rows_are_read_again() -> None:
    table = make_table()
    table.set_filter(lambda row: row.id % 2 == 0)
    table.set_rows([Row(1, "一"), Row(2, "二")])
    assert ids(table) == [2]
    assert (table.row_of(2), table.row_of(1)) == (0, None)


def test_display_sort_record_and_spoken_roles_are_separate() -> None:
    table = make_table()
    number, name = table.index(9, 0), table.index(9, 1)
    assert number.data() == "10"
    assert number.data(SORT_ROLE) == 10
    assert number.data(RECORD_ROLE) == Row(10, "団体1")
    assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "団体1 ほか1"
    assert table.headerData(0, Qt.Orientation.Horizontal) == "番号"


class CountingTable(RecordTable[Row]):
    """Counts what the view asks."""

    asked_header = 0
    asked_data = 0

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        self.asked_header += 1
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.asked_data += 1
        return super().data(index, role)


def questions_after_a_filter_at_the_end(
    qtbot: QtBot, theme: Theme, settings: WindowSettings, count: int
) -> tuple[int, int]:
    table = CountingTable(COLUMNS, lambda row: row.id)
    view = RecordView(theme, table, settings, settings_key="test", name="試し")
    qtbot.addWidget(view)
    view.resize(600, 400)
    with qtbot.waitExposed(view):
        view.show()
    table.set_rows(Row(i, f"団体{i}") for i in range(count))
    view.scrollToBottom()
    view.repaint()
    table.asked_header = table.asked_data = 0
    table.set_filter(lambda row: row.id < 30)
    view.repaint()
    return table.asked_header, table.asked_data


def test_a_filter_while_scrolled_to_the_end_asks_no_more_of_100000_rows_than_of_1000(
    qtbot: QtBot, theme: Theme, settings: WindowSettings
) -> None:
    small = questions_after_a_filter_at_the_end(qtbot, theme, settings, 1_000)
    large = questions_after_a_filter_at_the_end(qtbot, theme, settings, 100_000)
    assert large[0] <= small[0] + 20
    assert large[1] <= small[1] + 50
    assert large[0] < 200


def test_a_repaint_asks_little_of_each_visible_cell(
    qtbot: QtBot, theme: Theme, settings: WindowSettings
) -> None:
    table = CountingTable(COLUMNS, lambda row: row.id)
    view = RecordView(theme, table, settings, settings_key="test", name="試し")
    qtbot.addWidget(view)
    view.resize(600, 28 * 10 + 32)
    with qtbot.waitExposed(view):
        view.show()
    table.set_rows(Row(i, f"団体{i}") for i in range(10_000))
    view.repaint()
    table.asked_data = 0
    view.viewport().repaint()
    assert 0 < table.asked_data <= 8 * 11 * len(COLUMNS)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, settings: WindowSettings) -> RecordView:
    made = RecordView(theme, make_table(50), settings, settings_key="test", name="試し")
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_current_record_stays_current_through_filter_and_sort(view: RecordView) -> None:
    assert view.select_record(20)
    view.table.set_filter(lambda row: row.id >= 10)
    assert view.current_record() == Row(20, "団体2")
    view.table.sort_by("id", Qt.SortOrder.DescendingOrder)
    assert view.current_record() == Row(20, "団体2")


def test_when_the_current_record_goes_its_neighbour_is_current(view: RecordView) -> None:
    view.select_record(50)
    view.table.set_filter(lambda row: row.id < 5)
    assert view.current_record() == Row(4, "団体1")


def test_enter_opens_the_record(qtbot: QtBot, view: RecordView) -> None:
    view.select_record(7)
    with qtbot.waitSignal(view.record_activated) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [Row(7, "団体1")]


def test_a_click_on_a_header_sorts(qtbot: QtBot, view: RecordView) -> None:
    header = view.horizontalHeader()
    where = header.viewport().rect().topLeft()
    where.setX(header.sectionViewportPosition(0) + 10)
    where.setY(header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [row.id for row in view.table.shown][:2] == [50, 49]


def test_column_widths_are_remembered_and_scale(
    qtbot: QtBot, theme: Theme, settings: WindowSettings, view: RecordView
) -> None:
    view.horizontalHeader().resizeSection(0, 90)
    view.remember_widths()
    again = RecordView(theme, make_table(), settings, settings_key="test", name="試し")
    qtbot.addWidget(again)
    assert again.columnWidth(0) == 90


def test_the_open_column_takes_what_is_left(view: RecordView) -> None:
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()
    view.horizontalHeader().resizeSection(0, 120)
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()


def test_a_hidden_column_takes_no_room(view: RecordView) -> None:
    view.setColumnHidden(0, True)
    assert view.columnViewportPosition(1) == 0
    assert view.columnWidth(1) == view.viewport().width()
    view.setColumnHidden(0, False)
    assert view.columnWidth(0) == 64


@pytest.mark.parametrize(("room", "shown"), [(400, 120), (64 + 120 + 340 + 30, 150), (1200, 200)])
def test_a_column_grows_only_where_the_open_one_has_enough(
    qtbot: QtBot, theme: Theme, settings: WindowSettings, room: int, shown: int
) -> None:
    growing = Column[Row]("place", "課", lambda row: row.name, 120, most=200)
    table = RecordTable((COLUMNS[0], growing, COLUMNS[1]), lambda row: row.id)
    view = RecordView(theme, table, settings, settings_key="grow", name="一覧")
    qtbot.addWidget(view)
    view.resize(room, 300)
    view.show()
    assert view.columnWidth(1) == shown
    view.remember_widths()
    assert settings.mapping("columns/grow")["place"] == 120
    view.horizontalHeader().resizeSection(1, 90)
    assert view.columnWidth(1) == 90


def test_the_view_is_a_plain_item_view_for_assistive_technology(view: RecordView) -> None:
    model: QAbstractItemModel = view.model()
    assert view.accessibleName() == "試し"
    assert view.verticalHeader().isHidden()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "1"
