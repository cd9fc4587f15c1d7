"""履歴: what was done to a record, newest first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label

_MOST_ROWS = 12


def make_history_rows(theme: Theme, history: Sequence[ChangeSetRecord], origin: str = "") -> list[QWidget]:
    """Return one row an act: day, what, who; at the end where the record came from, if that is known."""
    rows: list[QWidget] = [
        _row(theme, format_date(office_time(c.moment).date()), c.what, c.who) for c in history[:_MOST_ROWS]
    ]
    if len(history) > _MOST_ROWS:
        rows.append(_row(theme, "", _("ほかに {n}件").format(n=len(history) - _MOST_ROWS), ""))
    if origin:
        rows.append(make_label(_("{origin}から読み込み").format(origin=origin), wrap=True))
    if not rows:
        rows.append(_row(theme, "", _("まだ変更はありません"), ""))
    return rows


def _row(theme: Theme, day: str, what: str, who: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    theme.space(line, 12)
    if day:
        line.addWidget(make_label(day, "caption"))
    line.addWidget(ElidedLabel(what), 1)
    if who:
        line.addWidget(make_label(who, "muted"))
    row.setMinimumHeight(theme.px(24))
    return row
