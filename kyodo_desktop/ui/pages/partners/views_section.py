"""How both sides saw the partner's projects, in short: how many papers, what was differed on last."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.trends import PartnerTrend
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_link_row, make_section
from kyodo_desktop.ui.widgets.labels import make_label

_MOST = 3


def make_views_section(context: UiContext, partner_id: int, trend: PartnerTrend) -> Iterator[QWidget]:
    """Yield the section, nothing of a partner without papers; it leads to the partner's own trends."""
    if not trend.sheets and not trend.evaluations:
        return
    show = partial(context.open_page, "check_sheets/trends", partner_id)
    action = make_button(context.theme, _("傾向を見る"), show, kind="link")
    yield make_section(context.theme, _("チェックシートと評価"), None, action)
    counts = (
        (trend.sheets, _("シート {n}枚")),
        (trend.evaluations, _("双方が記入を終えた評価 {n}件")),
    )
    yield make_label(" ・ ".join(words.format(n=n) for n, words in counts if n), "muted", wrap=True)
    recent = trend.recent
    if recent is None:
        return
    yield make_label(_("いちばん新しい、見方のちがい"), "muted")
    title = " ".join(recent.title.split()) or _("（事業名未記入）")
    yield make_link_row(
        context.theme,
        title,
        partial(context.open_page, "check_sheets", recent.sheet_id),
        after=format_fiscal_year(recent.fiscal_year),
    )
    for item in recent.items[:_MOST]:
        yield make_label(_("・{item}").format(item=item), wrap=True)
    if len(recent.items) > _MOST:
        yield make_label(_("ほかに {n}項目").format(n=len(recent.items) - _MOST), "muted")
