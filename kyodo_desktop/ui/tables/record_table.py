"""A table over records, filtered and sorted by ourselves.

A stock QSortFilterProxyModel over a Python model takes seconds a keystroke at 100,000 rows; here a filter is
one pass over a list that is already sorted, and one model reset.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kyodo_desktop.ui.tables.columns import Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = int(Qt.ItemDataRole.UserRole)
RECORD_ROLE = SORT_ROLE + 1
CELL_ROLE = SORT_ROLE + 2
_ROOT = QModelIndex()


class RecordTable(QAbstractTableModel, Generic[R]):
    """Rows of records under columns; `id_of` tells records apart over a reload."""

    def __init__(
        self, columns: Sequence[Column[R]], id_of: Callable[[R], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[R], ...] = tuple(columns)
        self.id_of = id_of
        self._rows: tuple[R, ...] = ()
        self._sorted: tuple[R, ...] = ()
        self._shown: tuple[R, ...] = ()
        self._row_by_id: dict[int, int] = {}
        self._keep: Callable[[R], bool] | None = None
        self._sort_column = 0
        self._sort_order = Qt.SortOrder.AscendingOrder

    # What the table holds

    @property
    def rows(self) -> tuple[R, ...]:
        """All records, in the order they were given."""
        return self._rows

    @property
    def shown(self) -> tuple[R, ...]:
        """The records that pass the filter, in the order shown."""
        return self._shown

    def set_rows(self, rows: Iterable[R]) -> None:
        """Replace all records; the filter stays."""
        self.replace(rows, self._keep)

    def replace(self, rows: Iterable[R], keep: Callable[[R], bool] | None) -> None:
        """Replace all records and the filter at once."""
        self._rows, self._keep = tuple(rows), keep
        self._sort()
        self._show()

    def set_filter(self, keep: Callable[[R], bool] | None) -> None:
        """Show only the records that `keep` accepts; None shows all."""
        self._keep = keep
        self._show()

    def sort_by(self, key: str, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort on the column named `key`."""
        self.sort([column.key for column in self.columns].index(key), order)

    def sorting(self) -> tuple[str, Qt.SortOrder]:
        """Return the key of the column that the records are sorted on, and which way."""
        return self.columns[self._sort_column].key, self._sort_order

    def record_at(self, row: int) -> R | None:
        """Return the record shown in a row, None outside the table."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, record_id: int) -> int | None:
        """Return the row in which a record is shown, None if it is not."""
        return self._row_by_id.get(record_id)

    def _sort(self) -> None:
        self._sorted = tuple(
            sorted(
                self._rows,
                key=self.columns[self._sort_column].key_of,  # type: ignore[arg-type]
                reverse=self._sort_order == Qt.SortOrder.DescendingOrder,
            )
        )

    def _show(self) -> None:
        self.beginResetModel()
        keep = self._keep
        self._shown = self._sorted if keep is None else tuple(r for r in self._sorted if keep(r))
        self._row_by_id = {self.id_of(record): row for row, record in enumerate(self._shown)}
        self.endResetModel()

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one role of one cell."""
        if not index.isValid():
            return None
        record, column = self._shown[index.row()], self.columns[index.column()]
        read = _READ_BY_ROLE.get(role)
        return None if read is None else read(column, record)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title or alignment."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(self.columns[section]))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort on a column, as the header asks; equal records keep the order they were given in."""
        if not 0 <= column < len(self.columns):
            return
        self._sort_column, self._sort_order = column, order
        self._sort()
        self._show()


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_READ_BY_ROLE: Mapping[int, Callable[[Column[Any], Any], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda column, record: column.cell_of(record).text,
    int(Qt.ItemDataRole.AccessibleTextRole): lambda column, record: column.cell_of(record).spoken,
    int(Qt.ItemDataRole.TextAlignmentRole): lambda column, _record: int(_alignment(column)),
    CELL_ROLE: lambda column, record: column.cell_of(record),
    RECORD_ROLE: lambda _column, record: record,
    SORT_ROLE: lambda column, record: column.key_of(record),
}
