"""What the program has for a step: each way leads there with what is known of the project."""

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.check_sheets import CheckSheetDraft, CheckSheetRecord
from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.guides import GuideDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.evaluations.opening import open_evaluation

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
        _open_sheet(context, draft)
    elif way in set(EvaluationKind):
        open_evaluation(context, parent, _owner(draft), EvaluationKind(way))
    else:
        _make_paper(context, draft, way)


def _open_sheet(context: UiContext, draft: GuideDraft) -> None:
    """Open the project's sheet, or begin one of its record; a project of no record gets one at once."""
    found = next((one for one in context.services.check_sheets.list() if _is_of(one, draft)), None)
    owner = _owner(draft)
    if found is not None:
        context.open_page("check_sheets", found.id)
    elif owner is not None and owner.kind != "partner":
        context.begin_check_sheet(owner)
    elif draft.title:
        begun = CheckSheetDraft(
            fiscal_year=draft.fiscal_year,
            title=draft.title,
            partner_id=draft.partner_id,
            department=draft.department,
        )
        context.open_page("check_sheets", context.services.check_sheets.create(begun))
    elif owner is not None:
        context.begin_check_sheet(owner)
    else:
        context.open_page("check_sheets", None)


def _is_of(sheet: CheckSheetRecord, draft: GuideDraft) -> bool:
    if draft.proposal_id is not None and sheet.proposal_id == draft.proposal_id:
        return True
    if draft.collaboration_id is not None:
        return sheet.collaboration_id == draft.collaboration_id
    is_free = draft.proposal_id is None and draft.title
    return bool(is_free) and (sheet.title, sheet.fiscal_year) == (draft.title, draft.fiscal_year)


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
