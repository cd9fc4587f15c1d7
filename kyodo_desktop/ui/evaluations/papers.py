"""The papers of an evaluation: which a step has, and how one is shown."""

from collections.abc import Mapping

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.flows.evaluation import PUBLIC, TALK
from kyodo_desktop.records.evaluations import EvaluationKind, EvaluationRecord, EvaluationSide
from kyodo_desktop.ui.context import UiContext

_PAPERS: Mapping[EvaluationKind, Mapping[str, tuple[str, str]]] = {
    EvaluationKind.EVALUATION: {
        EvaluationSide.PARTNER: ("evaluation_self_partner", N_("団体の評価シートを印刷")),
        EvaluationSide.CITY: ("evaluation_self_department", N_("担当課の評価シートを印刷")),
        TALK: ("evaluation_joint", N_("相互評価を印刷")),
        PUBLIC: ("evaluation_public", N_("評価結果を印刷")),
    },
    EvaluationKind.RETROSPECTIVE: {TALK: ("retrospective", N_("振り返りシートを印刷"))},
    EvaluationKind.MIDTERM: {TALK: ("midterm_review", N_("中間評価シートを印刷"))},
}
"""The paper of a step; one side's own paper tells nothing of the other."""


def paper_of_step(kind: EvaluationKind, step: str) -> tuple[str, str] | None:
    """Return a step's paper and the words of its button."""
    return _PAPERS[kind].get(step)


def papers_of(kind: EvaluationKind) -> tuple[tuple[str, str], ...]:
    """Return the papers of a kind in the order of its steps, each with the words of its button."""
    return tuple(_PAPERS[kind].values())


def print_paper(context: UiContext, record: EvaluationRecord | None, key: str, title: str) -> None:
    """Show a paper filled in from an evaluation."""
    if record is None:
        return
    documents, record_id = context.services.documents, record.id
    context.jobs.run(
        _("紙を作っています…"),
        lambda: documents.print_evaluation(key, record_id),
        lambda printed: context.print_preview(printed, title),
    )
