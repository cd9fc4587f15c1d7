"""What the program has for a step: each way leads there with what is known of the project."""

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.check_sheets import CheckSheetDraft
from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.guides import GuideDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.evaluations.opening import open_evaluation
from kyodo_desktop.ui.theme.tokens import Tone

WAYS = {
    "partners": N_("団体台帳をひらく"),
    "talents": N_("人財の森をさがす"),
    "check_sheets": N_("チェックシートをひらく"),
    "agreement": N_("協定書を作る"),
    "contract": N_("契約書を作る"),
    "midterm": N_("中間評価をひらく"),
    "retrospective": N_("振り返りをひらく"),
    "evaluation": N_("事業の評価をひらく"),
}


def follow(context: UiContext, parent: QWidget, draft: GuideDraft, way: str) -> None:
    """Go to what the program has for a step."""
    if way == "talents":
        from kyodo_desktop.ui.talents.lookup import open_lookup

        open_lookup(context, parent)
    elif way == "partners":
        context.open_page("partners", draft.partner_id)
    elif way == "check_sheets":
        context.open_page("check_sheets", _sheet_of(context, draft))
    elif way in set(EvaluationKind):
        open_evaluation(context, parent, _owner(draft), EvaluationKind(way))
    else:
        _make_paper(context, draft, way)


def _sheet_of(context: UiContext, draft: GuideDraft) -> int | None:
    """Return the project's sheet, begun if there is none yet; None for a project without name or record."""
    sheets = context.services.check_sheets
    for one in sheets.list():
        of_proposal = draft.proposal_id is not None and one.proposal_id == draft.proposal_id
        of_entry = draft.collaboration_id is not None and one.collaboration_id == draft.collaboration_id
        if of_proposal or of_entry:
            return one.id
        is_free = draft.proposal_id is None and draft.collaboration_id is None and draft.title
        if is_free and (one.title, one.fiscal_year) == (draft.title, draft.fiscal_year):
            return one.id
    if draft.proposal_id is not None:
        begun = sheets.blank_for(SheetOwner("proposal", draft.proposal_id))
    elif draft.collaboration_id is not None:
        begun = sheets.blank_for(SheetOwner("collaboration", draft.collaboration_id))
    elif draft.title:
        begun = CheckSheetDraft(
            fiscal_year=draft.fiscal_year,
            title=draft.title,
            partner_id=draft.partner_id,
            department=draft.department,
        )
    else:
        return None
    made = sheets.create(begun)
    context.tell(Tone.DONE, _("この事業のチェックシートを作りました。"), "", None)
    return made


def _make_paper(context: UiContext, draft: GuideDraft, form: str) -> None:
    owner = _owner(draft)
    if owner is not None:
        context.make_paper(owner, form)
    else:
        context.open_page("papers", None)


def _owner(draft: GuideDraft) -> SheetOwner | None:
    if draft.proposal_id is not None:
        return SheetOwner("proposal", draft.proposal_id)
    if draft.collaboration_id is not None:
        return SheetOwner("collaboration", draft.collaboration_id)
    return SheetOwner("partner", draft.partner_id) if draft.partner_id is not None else None
