"""How a case is changed: what is checked of a move or an act, and what is kept of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import check_fields, empty_fields
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.models import CaseAct, Proposal, StageEntry
from kyodo_desktop.programmes import case_stages
from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.cases import CaseEnd
from kyodo_desktop.records.forms import FormFieldKind
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.services.case_records import facts_of
from kyodo_desktop.services.case_revisions import REVISION, snapshot
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.proposal_records import find_proposal, programme_of, standing_of
from kyodo_desktop.services.sheet_making import stored
from kyodo_desktop.store.who import who_writes


def find_case(session: Session, proposal_id: int) -> tuple[Proposal, Programme]:
    """Return the row of a proposal that was taken in, and its programme.

    Raises:
        NotFoundError: there is none.
        ConflictError: it is a draft, lies in the wastebasket, or its programme's file is gone.
    """
    row = find_proposal(session, proposal_id)
    if row.deleted_at is not None:
        raise ConflictError(_("この提案はごみ箱にあります。先に戻してください。"))
    if row.stage == ProposalStage.DRAFT:
        raise ConflictError(_("まだ受け付けていません。先に受付をしてください。"))
    programme = programme_of(row)
    if programme is None:
        raise ConflictError(
            _("この提案の制度のファイルがありません。resources/programmes を確かめてください。")
        )
    return row, programme


def enter(session: Session, row: Proposal, programme: Programme, stage: str, day: date, reason: str) -> None:
    """Move a case into a stage or an end.

    Raises:
        InputError: something is missing and no reason is written, or the day lies before the last move.
        ConflictError: the case is over, or what is to be entered does not lie ahead.
    """
    here = standing_of(row, programme)
    if here in list(CaseEnd):
        raise ConflictError(
            _("この提案は「{end}」で終わっています。先に戻してください。").format(
                end=case_stages.label_of(programme, here)
            )
        )
    if not case_stages.lies_ahead(programme, here, stage):
        raise ConflictError(
            _(
                "「{stage}」は、いまの「{here}」のあとにありません。前に戻るには、段階を戻してください。"
            ).format(stage=case_stages.label_of(programme, stage), here=case_stages.label_of(programme, here))
        )
    refuse_my_number(reason, _("理由"), "reason")
    _refuse_early(row, day)
    missing = case_stages.missing(programme, here, stage, facts_of(row))
    reason = reason.strip()
    if missing and not reason:
        raise InputError(
            _("「{stage}」に進むには、理由を書いてください。").format(
                stage=case_stages.label_of(programme, stage)
            )
            + "".join(missing),
            "reason",
        )
    row.entries.append(
        StageEntry(
            stage=stage,
            entered_on=day,
            by=who_writes(session),
            reason=reason,
            missing="".join(missing),
        )
    )


def take_back(row: Proposal, day: date, reason: str) -> StageEntry:
    """Take the last move of a case back, with the reason.

    Raises:
        InputError: no reason is written.
        ConflictError: there is no move.
    """
    held = [one for one in row.entries if one.taken_back_on is None]
    if not held:
        raise ConflictError(_("戻せる段階がありません。受付と受理は、ここでは戻せません。"))
    if not reason.strip():
        raise InputError(_("段階を戻す理由を書いてください。"), "reason")
    refuse_my_number(reason, _("理由"), "reason")
    held[-1].taken_back_on, held[-1].taken_back_reason = day, reason.strip()
    return held[-1]


def make_act(
    session: Session, row: Proposal, programme: Programme, key: str, values: Mapping[str, Any]
) -> CaseAct:
    """Record an act of a case.

    Raises:
        InputError: a value cannot be taken, or a required one is missing.
        ConflictError: the case has its one act of this kind already.
    """
    kind = kind_of(key)
    if kind.once and any(act.kind == key and act.deleted_at is None for act in row.acts):
        raise ConflictError(
            _("「{act}」は、もう記録しています。その記録を直してください。").format(act=_(kind.label))
        )
    act = CaseAct(kind=key, stage=_stage_offering(programme, key), by=who_writes(session))
    apply_values(act, kind, values)
    if key == REVISION:
        act.before = snapshot(row)
    row.acts.append(act)
    session.flush()
    return act


def apply_values(act: CaseAct, kind: ActKind, values: Mapping[str, Any]) -> None:
    """Make an act what the values of its kind's fields say.

    Raises:
        InputError: a value cannot be taken, or a required one is missing.
    """
    checked = checked_values(kind, values)
    act.act_values = stored(checked)
    act.held_on = checked.get(kind.held)
    act.due_on = checked.get(kind.due) if kind.due else None
    act.done_on = checked.get(kind.settled_by)
    act.amount = checked.get(kind.amount) if kind.amount else None
    act.department = checked.get(kind.department, "") if kind.department else ""
    act.verdict = checked.get(kind.verdict, "") if kind.verdict else ""
    if kind.key == "plan_change" and checked.get("minor"):
        act.done_on = act.done_on or act.held_on


def checked_values(kind: ActKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a kind's fields, read and fit to be kept.

    Raises:
        InputError: a value cannot be taken, or a required one is missing.
    """
    checked = check_fields(kind.fields, values)
    for field in kind.fields:
        if field.name in checked:
            refuse_my_number(checked[field.name], _(field.label), field.name)
    trimmed = {
        name: value.strip() if isinstance(value, str) else value
        for name, value in checked.items()
        if value != ""
    }
    for field in kind.fields:
        if empty := empty_fields((field,), trimmed):
            raise InputError(
                _("「{act}」の{fields}が空いています。書いてください。").format(
                    act=_(kind.label), fields=_("、").join(map(_, empty))
                ),
                field.name,
            )
        amount = trimmed.get(field.name)
        if field.kind is FormFieldKind.YEN and isinstance(amount, int) and amount < 0:
            raise InputError(
                _("「{label}」は、0円以上で書いてください。").format(label=_(field.label)), field.name
            )
    _refuse_backward(kind, trimmed)
    return trimmed


def kind_of(key: str) -> ActKind:
    """Return a kind of act.

    Raises:
        InputError: there is none of that key.
    """
    kind = ACT_KINDS.get(key)
    if kind is None:
        raise InputError(_("「{key}」という記録の種類はありません。").format(key=key))
    return kind


def _stage_offering(programme: Programme, key: str) -> str:
    """Return the stage an act is recorded under: the first that offers its kind."""
    return next((one.key for one in case_stages.stages_of(programme) if key in one.acts), "")


def _refuse_early(row: Proposal, day: date) -> None:
    last = [one.entered_on for one in row.entries if one.taken_back_on is None]
    if last and day < last[-1]:
        raise InputError(
            _("進む日が、いまの段階に入った {day}より前です。日付を確かめてください。").format(
                day=format_date(last[-1])
            ),
            "on",
        )


def _refuse_backward(kind: ActKind, values: Mapping[str, Any]) -> None:
    start, end = values.get(kind.held), values.get(kind.settled_by)
    if start is not None and end is not None and end < start:
        labels = {field.name: _(field.label) for field in kind.fields}
        raise InputError(
            _("「{end}」が「{start}」より前です。日付を確かめてください。").format(
                end=labels[kind.settled_by], start=labels[kind.held]
            ),
            kind.settled_by,
        )
