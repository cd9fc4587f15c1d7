"""The entries of the list that a partner took part in, each a link."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.partners import PartnerCollaboration
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.detail import make_link_row
from kyodo_desktop.ui.widgets.labels import make_label

_YEAR_WIDTH = 84


def make_story_rows(
    theme: Theme,
    lines: Sequence[PartnerCollaboration],
    labels: Mapping[str, str],
    open_entry: Callable[[int], object],
) -> Iterator[QWidget]:
    """Yield a row for each entry; the year stands before the first of its entries."""
    if not lines:
        yield make_label(_("取組はまだありません"), "muted")
    last_year: int | None = None
    for line in lines:
        year = "" if line.fiscal_year == last_year else format_fiscal_year(line.fiscal_year)
        last_year = line.fiscal_year
        form = labels.get(line.collaboration_form, line.collaboration_form)
        yield _make_row(theme, line, year, form, open_entry)


def _make_row(
    theme: Theme, line: PartnerCollaboration, year: str, form: str, open_entry: Callable[[int], object]
) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    theme.space(layout, 4)
    when = make_label(year, "muted")
    when.setFixedWidth(theme.px(_YEAR_WIDTH))
    when.setMinimumHeight(theme.px(28))
    layout.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    link = make_link_row(
        theme,
        line.title,
        partial(open_entry, line.collaboration_id),
        before=str(line.number),
        after=form,
        below=line.unit,
    )
    layout.addWidget(link, 1)
    return row
