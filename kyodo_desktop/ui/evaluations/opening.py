"""The one way to the evaluations, from wherever a project is looked at."""

from PySide6.QtWidgets import QWidget

from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext


def open_evaluation(
    context: UiContext,
    parent: QWidget,
    subject: SheetOwner | None = None,
    kind: EvaluationKind = EvaluationKind.EVALUATION,
) -> None:
    """Open the evaluations of a proposal, an entry of the list (`collaboration`) or a partner.

    Of one `evaluation` that one is opened, whatever its kind; without a subject a free one is begun.
    """
    from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog

    with context.reporting():
        EvaluationDialog(context, subject, kind, parent).open()
