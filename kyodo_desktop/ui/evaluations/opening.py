"""The one way to the evaluations, from wherever a project is looked at."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext

_PUBLICATION = "publication"


def kind_at_stage(acts: Iterable[str]) -> EvaluationKind | None:
    """Return which evaluation belongs to a stage that records these acts, None if none does."""
    found = frozenset(acts)
    named = next((kind for kind in EvaluationKind if kind.value in found), None)
    return EvaluationKind.EVALUATION if named is None and _PUBLICATION in found else named


def open_evaluation(
    context: UiContext,
    parent: QWidget,
    subject: SheetOwner | None = None,
    kind: EvaluationKind = EvaluationKind.EVALUATION,
    *,
    is_new: bool = False,
) -> None:
    """Open the evaluations of a proposal, an entry of the list (`collaboration`) or a partner.

    Of one `evaluation` that one is opened, whatever its kind; without a subject a free one is begun. Of a
    record the last one of the kind is shown, one more is begun if it `is_new`.
    """
    from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog

    with context.reporting():
        dialog = EvaluationDialog(context, subject, kind, parent)
        if is_new:
            dialog.open_new()
        dialog.open()
