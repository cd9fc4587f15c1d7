"""The verbs of former cases: what was carried out in earlier years, recorded as history."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year as fiscal_year_of
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year, refuse_strange_year
from kyodo_desktop.models import CaseAct, Partner, Proposal, StageEntry
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.case_figures import Continuation
from kyodo_desktop.records.cases import CASE_END_LABELS, CaseEnd
from kyodo_desktop.records.past_cases import PastCaseDraft
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.partner_texts import one_line
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.proposal_records import find_proposal
from kyodo_desktop.services.sheet_making import stored
from kyodo_desktop.store import Store
from kyodo_desktop.store.who import who_writes

CARRIED_OUT = frozenset({CaseEnd.FINISHED, CaseEnd.DISCONTINUED, CaseEnd.REVOKED})
"""The ends of a case that was adopted."""
_KINDS = ("selection", "settlement", "continuation")


class PastCasesService:
    """What can be recorded of former cases."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def programmes(self, fiscal_year: int) -> tuple[Programme, ...]:
        """Return the programmes a case of a fiscal year can have been of."""
        return files.recorded_in(fiscal_year)

    def years(self) -> tuple[int, ...]:
        """Return the fiscal years of which there can be a case, the newest first."""
        first = min(one.valid_from for one in files.load_all())
        return tuple(range(fiscal_year_of(self._store.clock.today()), first - 1, -1))

    def get(self, proposal_id: int) -> PastCaseDraft:
        """Return what is recorded of a former case.

        Raises:
            NotFoundError: there is no such proposal.
            ConflictError: it was taken in here, and is no former case.
        """
        with self._store.reading() as session:
            return _draft_of(_past(find_proposal(session, proposal_id)))

    def record(self, draft: PastCaseDraft) -> int:
        """Record a former case and return its proposal's id.

        Raises:
            InputError: something of it cannot be taken.
        """
        with self._store.writing(self._words(_("以前の事業を記録する: {case}"), draft)) as session:
            row = Proposal(past=True, stage=ProposalStage.ACCEPTED.value)
            self._apply(session, row, draft)
            session.add(row)
            session.flush()
            return row.id

    def edit(self, proposal_id: int, draft: PastCaseDraft) -> None:
        """Make a former case what the draft says.

        Raises:
            InputError: something of it cannot be taken.
            ConflictError: it was taken in here, or lies in the wastebasket.
        """
        with self._store.writing(self._words(_("以前の事業を直す: {case}"), draft)) as session:
            row = _past(find_proposal(session, proposal_id))
            if row.deleted_at is not None:
                raise ConflictError(_("この記録はごみ箱にあります。先に戻してください。"))
            self._apply(session, row, draft)

    def _words(self, words: str, draft: PastCaseDraft) -> str:
        title = " ".join(draft.title.split())
        return words.format(case=f"{format_fiscal_year(draft.fiscal_year)} {title}")

    def _apply(self, session: Session, row: Proposal, draft: PastCaseDraft) -> None:
        programme = _check(draft, self._store.clock.today())
        with session.no_autoflush:
            partner = _partner(session, row, draft)
            row.programme, row.programme_revision = programme.key, programme.revision
            row.fiscal_year = draft.fiscal_year
            row.partner_id = partner.id if partner is not None else None
            row.partner_name = partner.name if partner is not None else draft.partner_name.strip()
            row.title = draft.title.strip()
            row.summary, row.note = draft.summary.strip(), draft.note.strip()
            row.amount = draft.asked
            row.updated_at = self._store.clock.now()
            by = who_writes(session)
            _apply_end(row, draft, programme, by)
            for kind, values in _acts(draft):
                _apply_act(row, kind, values, _day_of(draft, programme), by)


def _past(row: Proposal) -> Proposal:
    if not row.past:
        raise ConflictError(_("この提案は、ここで受け付けたものです。提案として直してください。"))
    return row


def _check(draft: PastCaseDraft, today: date) -> Programme:
    refuse_my_number(draft, _("この事業"))
    refuse_strange_year(draft.fiscal_year)
    if draft.fiscal_year > fiscal_year_of(today):
        raise InputError(
            _("{year}は、まだ始まっていません。年度を確かめてください。").format(
                year=format_fiscal_year(draft.fiscal_year)
            ),
            "fiscal_year",
        )
    known = {one.key: one for one in files.recorded_in(draft.fiscal_year)}
    if draft.programme not in known:
        raise InputError(
            _("この制度は、{year}にはありません。制度か年度を選び直してください。").format(
                year=format_fiscal_year(draft.fiscal_year)
            ),
            "programme",
        )
    if not draft.title.strip():
        raise InputError(_("事業名が書かれていません。"), "title")
    one_line(draft.title, _("事業名"), "title")
    if draft.partner_id is None and not draft.partner_name.strip():
        raise InputError(_("団体が書かれていません。台帳から選ぶか、名前を書いてください。"), "partner_name")
    one_line(draft.partner_name, _("団体"), "partner_name")
    _check_money(draft)
    return known[draft.programme]


def _check_money(draft: PastCaseDraft) -> None:
    if draft.end not in CARRIED_OUT and (draft.granted or draft.settled):
        raise InputError(
            _("「{end}」の事業に、決定額や確定額があります。結果か額を確かめてください。").format(
                end=_(CASE_END_LABELS[draft.end])
            ),
            "granted",
        )
    if draft.granted is not None and draft.settled is not None and draft.settled > draft.granted:
        raise InputError(_("確定額が決定額より多くなっています。額を確かめてください。"), "settled")


def _partner(session: Session, row: Proposal, draft: PastCaseDraft) -> Partner | None:
    """Return the partner in the register; one named before may lie in the wastebasket by now."""
    partner_id = living_id(session, draft.partner_id)
    partner = session.get(Partner, partner_id) if partner_id is not None else None
    if partner_id is not None and (
        partner is None or (partner.deleted_at is not None and partner_id != row.partner_id)
    ):
        raise InputError(
            _("選んだ団体が台帳にありません（ごみ箱に入れたのかもしれません）。団体を選び直してください。"),
            "partner_name",
        )
    return partner


def _acts(draft: PastCaseDraft) -> list[tuple[str, dict[str, Any]]]:
    """Return what each kind of act says; nothing where it says nothing."""
    decision = {CaseEnd.REJECTED: "rejected", CaseEnd.WITHDRAWN: ""}.get(draft.end, "adopted")
    selection = {"result": decision, "granted_amount": draft.granted, "decided_on": draft.decided_on}
    settlement = {"settled_amount": draft.settled}
    continuation = {"continued": draft.continued.value if draft.continued is not None else None}
    return [
        ("selection", selection if decision else {}),
        ("settlement", settlement if draft.settled is not None else {}),
        ("continuation", continuation if draft.continued is not None else {}),
    ]


def _apply_act(row: Proposal, kind: str, values: dict[str, Any], day: date, by: str) -> None:
    """Make the one act of a kind what the values say; without any it is taken away.

    Its day is often not known any more: the year's last day stands for it where acts are put in order, and is
    not among the values.
    """
    found = next((act for act in row.acts if act.kind == kind and act.deleted_at is None), None)
    if not values:
        if found is not None:
            row.acts.remove(found)
        return
    act = found or CaseAct(kind=kind, stage="selection" if kind == "selection" else "report", by=by)
    if found is None:
        row.acts.append(act)
    kept = act.act_values if isinstance(act.act_values, dict) else {}
    act.act_values = {**kept, **stored(values)}
    act.held_on = act.done_on = day
    act.amount = values.get("granted_amount", values.get("settled_amount"))
    act.verdict = values.get("result") or values.get("continued") or ""


def _apply_end(row: Proposal, draft: PastCaseDraft, programme: Programme, by: str) -> None:
    held = [one for one in row.entries if one.taken_back_on is None]
    day = _day_of(draft, programme)
    if held:
        held[-1].stage, held[-1].entered_on = draft.end.value, day
    else:
        row.entries.append(StageEntry(stage=draft.end.value, entered_on=day, by=by))


def _day_of(draft: PastCaseDraft, programme: Programme) -> date:
    """Return the day that stands for a case: its decision's if nothing came after, else its year's last."""
    if draft.end not in CARRIED_OUT and draft.decided_on is not None:
        return draft.decided_on
    return programme.period(draft.fiscal_year)[1]


def _draft_of(row: Proposal) -> PastCaseDraft:
    acts = {act.kind: act for act in row.acts if act.deleted_at is None and act.kind in _KINDS}
    values = {kind: act.act_values if isinstance(act.act_values, dict) else {} for kind, act in acts.items()}
    decided_on = values.get("selection", {}).get("decided_on")
    continued = values.get("continuation", {}).get("continued")
    held = [one.stage for one in row.entries if one.taken_back_on is None]
    return PastCaseDraft(
        programme=row.programme,
        fiscal_year=row.fiscal_year,
        partner_id=row.partner_id,
        partner_name=row.partner_name,
        title=row.title,
        summary=row.summary,
        end=CaseEnd(held[-1]) if held and held[-1] in list(CaseEnd) else CaseEnd.FINISHED,
        decided_on=date.fromisoformat(decided_on) if decided_on else None,
        asked=row.amount,
        granted=values.get("selection", {}).get("granted_amount"),
        settled=values.get("settlement", {}).get("settled_amount"),
        continued=Continuation(continued) if continued else None,
        note=row.note,
    )
