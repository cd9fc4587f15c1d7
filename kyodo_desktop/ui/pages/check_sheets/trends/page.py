"""傾向: how often the two sides see the items of the sheets differently."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.widgets.empty_state import EmptyState


class TrendsPage(Page):
    """Says what will be seen here once there are sheets."""

    key = "trends"
    title = N_("傾向")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        outer = QVBoxLayout(self)
        context.theme.space(outer, 0)
        outer.addWidget(
            EmptyState(
                context.theme,
                _("まだ傾向は見られません"),
                _("団体と市の両方が記入したシートから、話し合うことの多い項目が分かります。"),
            )
        )
