"""評価: the evaluations, what was looked back at, and the mid-term checks."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.widgets.empty_state import EmptyState


class EvaluationsPage(Page):
    """The list of the evaluations."""

    key = "evaluations"
    title = N_("評価")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        outer = QVBoxLayout(self)
        context.theme.space(outer, 0)
        outer.addWidget(
            EmptyState(
                context.theme,
                _("まだ評価はありません"),
                _("団体と担当課が、それぞれの見方を項目ごとに確かめ、話し合って残します。"),
            )
        )
