"""六つの手順 of a record in its detail: the ones that were begun, and the way to one more."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.guides import GuideRecord
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_link_row, make_section
from kyodo_desktop.ui.widgets.labels import make_label

OpenGuide = Callable[[int | None], object]
"""Opens one that was begun, or the record's own (None)."""


def make_guide_rows(theme: Theme, guides: Sequence[GuideRecord], open_guide: OpenGuide) -> Iterator[QWidget]:
    """Yield the section's head with its action, then a link for each."""
    words = _("ひらく") if guides else _("はじめる")
    action = make_button(theme, words, partial(open_guide, None), kind="link", icon="list-checks")
    action.setAccessibleName(_("六つの手順を{act}").format(act=words))
    action.setToolTip("Ctrl+G")
    yield make_section(theme, _("六つの手順"), len(guides), action)
    if not guides:
        yield make_label(
            _("可能性の検討から評価まで、ハンドブックの手順で考えられます。"), "muted", wrap=True
        )
    for one in guides:
        below = _("▲ 協定書か契約書がまだありません") if one.paper_missing else ""
        yield make_link_row(
            theme,
            one.draft.title or _("事業名未記入"),
            partial(open_guide, one.id),
            after=format_fiscal_year(one.draft.fiscal_year),
            below=below,
        )
