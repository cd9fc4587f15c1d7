"""What the acts of a case say on its papers: recorded once, it fills every paper that tells of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Proposal
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.programmes.case_money import granted_before
from kyodo_desktop.records.cases import ActRecord, CaseFigures, LineSide
from kyodo_desktop.services.case_records import act_record, figures_of, in_order
from kyodo_desktop.services.proposal_records import programme_of
from kyodo_desktop.services.settling_records import read_settling

Facts = dict[str, Any]
_Acts = Mapping[str, Sequence[ActRecord]]
_ADOPTED = ("adopted", "conditional")


def act_facts(session: Session, proposal_id: int, form_key: str) -> Facts:
    """Return what the acts of a proposal's case know for a paper; nothing that they do not say."""
    row = session.get(Proposal, proposal_id)
    if row is None:
        return {}
    found: dict[str, list[ActRecord]] = {}
    for act in in_order(row.acts):
        if act.deleted_at is None:
            found.setdefault(act.kind, []).append(act_record(act))
    told = figures_of(row, tuple(_together(found)))
    own = _OWN.get(form_key)
    facts = _of_case(found, told) | (own(found, told) if own is not None else {})
    if form_key == "budget_settlement":
        facts |= _settled_lines(row)
    return {name: value for name, value in facts.items() if value not in (None, "", ())}


def _of_case(acts: _Acts, told: CaseFigures) -> Facts:
    """Return what later papers refer to: the decision with its number, the money as it stands."""
    grant = _last(acts, "grant")
    concluded = _last(acts, "agreement")
    facts: Facts = {
        "granted_amount": told.granted,
        "settled_amount": told.settled,
        "refund_amount": told.refund,
        "paid_amount": told.paid or None,
    }
    if grant is not None and grant.verdict == "granted":
        facts |= {
            "decided_on": grant.held_on,
            "previous_on": grant.held_on,
            "previous_number": grant.values.get("previous_number"),
        }
    if concluded is not None:
        facts |= {"agreed_on": concluded.held_on}
    return facts


def _selection(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "selection")
    if act is None or not act.verdict:
        return {}
    return {
        "result": "adopted" if act.verdict in _ADOPTED else "rejected",
        "granted_amount": act.amount,
        "conditions": _lines(act.values.get("conditions", "")),
        "reject_reason": act.values.get("reject_reason"),
    }


def _grant(acts: _Acts, told: CaseFigures) -> Facts:
    act, chosen = _last(acts, "grant"), _last(acts, "selection")
    if act is None:
        return {"granted_amount": chosen.amount} if chosen is not None and chosen.verdict in _ADOPTED else {}
    return {
        "result": act.verdict,
        "granted_amount": act.amount,
        "conditions": _lines(act.values.get("conditions", "")),
        "reject_reason": act.values.get("reject_reason"),
        "issued_on": act.held_on,
    }


def _change(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "plan_change")
    if act is None:
        return {}
    names = ("change_kind", "changed_before", "changed_after", "change_reason", "granted_amount_after")
    return {
        **{name: act.values.get(name) for name in names},
        "applied_on": act.held_on,
        "changed_on": act.held_on,
        "granted_amount": granted_before(_together(acts), act),
        "result": act.verdict,
    }


def _settlement(acts: _Acts, told: CaseFigures) -> Facts:
    act, report = _last(acts, "settlement"), _last(acts, "report")
    return {
        "decided_on": act.held_on if act is not None else None,
        "due_on": act.due_on if act is not None else None,
        "applied_on": report.held_on if report is not None else None,
    }


def _revocation(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "revocation")
    if act is None:
        return {}
    return {
        "revoke_reason": act.values.get("revoke_reason"),
        "refund_amount": act.amount,
        "due_on": act.due_on,
    }


def _correction(acts: _Acts, told: CaseFigures) -> Facts:
    """Return what is still to be put right, by the earliest of its days."""
    waiting = [act for act in acts.get("correction", ()) if act.done_on is None]
    days = [act.due_on for act in waiting if act.due_on is not None]
    rows = tuple({"name": act.values.get("target", ""), "what": _correction_words(act)} for act in waiting)
    return {"corrections": rows, "due_on": min(days, default=None)}


def _checklist(acts: _Acts, told: CaseFigures) -> Facts:
    rows = (
        {
            "asked_on": act.held_on,
            "what": f"{act.values.get('target', '')}　{_correction_words(act)}".strip(),
            "due_on": act.due_on,
            "corrected_on": act.done_on,
        }
        for act in acts.get("correction", ())
    )
    return {"corrections": tuple(_without_nothing(row) for row in rows)}


def _correction_words(act: ActRecord) -> str:
    faults = next(field.options for field in ACT_KINDS["correction"].fields if field.name == "fault")
    fault = next((_(one.label) for one in faults if one.key == act.values.get("fault")), "")
    words = str(act.values.get("words", ""))
    return _("（{fault}）{words}").format(fault=fault, words=words) if fault else words


def _opinion_request(acts: _Acts, told: CaseFigures) -> Facts:
    act = _asked(acts)
    if act is None:
        return {}
    names = ("department", "question", "due_on")
    return {**{name: act.values.get(name) for name in names}, "issued_on": act.held_on}


def _opinion(acts: _Acts, told: CaseFigures) -> Facts:
    act = _asked(acts)
    if act is None:
        return {}
    return {
        "department": act.department,
        "requested_on": act.held_on,
        "due_on": act.due_on,
        "respondent": act.values.get("respondent"),
        "result": act.verdict,
        "opinion": act.values.get("opinion"),
        "answered_on": act.done_on,
    }


def _asked(acts: _Acts) -> ActRecord | None:
    """Return the 所見 that a paper is of: the last one that is awaited, else the last."""
    asked = acts.get("opinion", ())
    found = [act for act in asked if act.done_on is None] or asked
    return found[-1] if found else None


def _coordination(acts: _Acts, told: CaseFigures) -> Facts:
    council, revised = _last(acts, "council_opinion"), _last(acts, "revision")
    talks = (
        {
            "held_on": act.held_on,
            "place": act.values.get("place"),
            "present": act.values.get("people"),
            "what": "\n".join(_sides(act)),
            "agreed": act.values.get("agreed"),
        }
        for act in acts.get("coordination", ())
    )
    facts: Facts = {"talks": tuple(_without_nothing(row) for row in talks)}
    if council is not None:
        words = {"council_on": council.held_on, "council_opinion": council.values.get("council_opinion")}
        facts |= words
    if revised is not None:
        facts |= {"revised": "yes", "changes": revised.values.get("what_changed")}
    return facts


def _sides(act: ActRecord) -> Iterable[str]:
    yield str(act.values.get("topic", ""))
    for name, words in (("partner_said", _("団体: {words}")), ("city_said", _("市: {words}"))):
        if said := act.values.get(name):
            yield words.format(words=said)


def _payment(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "payment_request")
    return {"amount": act.amount, "applied_on": act.held_on} if act is not None else {}


def _report(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "report")
    return {"applied_on": act.held_on, "effect": act.values.get("effect")} if act is not None else {}


def _agreement(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "agreement")
    amount = act.amount if act is not None and act.amount is not None else told.granted
    return {"amount": amount}


def _midterm(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "midterm")
    if act is None:
        return {}
    said = [act.values.get("partner_words"), act.values.get("city_words")]
    agreed = act.values.get("agreed")
    return {
        "reviewed_on": act.held_on,
        "progress": "\n".join(filter(None, said)),
        "actions": ({"what": agreed},) if agreed else (),
    }


def _retrospective(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "retrospective")
    if act is None:
        return {}
    said = [act.values.get("partner_words"), act.values.get("city_words")]
    return {
        "reviewed_on": act.held_on,
        "good": "\n".join(filter(None, said)),
        "next_step": act.values.get("agreed"),
    }


def _public(acts: _Acts, told: CaseFigures) -> Facts:
    act = _last(acts, "publication")
    if act is None:
        return {}
    return {"published_on": act.held_on, "public_summary": act.values.get("text")}


_OWN: Mapping[str, Callable[[_Acts, CaseFigures], Facts]] = {
    "selection_result": _selection,
    "grant_decision": _grant,
    "change_request": _change,
    "change_approval": _change,
    "settlement_notice": _settlement,
    "revocation": _revocation,
    "correction_request": _correction,
    "document_checklist": _checklist,
    "opinion_request": _opinion_request,
    "department_opinion": _opinion,
    "coordination_record": _coordination,
    "payment_request": _payment,
    "project_report": _report,
    "agreement": _agreement,
    "contract": _agreement,
    "midterm_review": _midterm,
    "retrospective": _retrospective,
    "evaluation_public": _public,
}
"""What is told on one paper only, by its form."""


def _settled_lines(row: Proposal) -> Facts:
    """Return both sides of the 収支決算, beside what was planned; nothing planned is a plan of 0円.

    What is 補助対象 of an expense is what was approved of it, once anything is known.
    """
    programme = programme_of(row)
    if programme is None:
        return {}
    told = read_settling(row, programme)
    return {
        name: tuple(
            _without_nothing(
                {
                    "item": one.line.item,
                    "amount": one.line.planned or 0,
                    "eligible": one.line.eligible if one.counted is None else one.counted,
                    "settled": one.line.settled,
                    "note": one.line.note or one.line.basis,
                }
            )
            for one in told.side(side)
        )
        for name, side in (("income", LineSide.INCOME), ("expenses", LineSide.EXPENSE))
    }


def _together(acts: _Acts) -> list[ActRecord]:
    """Return all acts by their day."""
    every = [act for some in acts.values() for act in some]
    return sorted(every, key=lambda act: (act.held_on or date.max, act.id))


def _last(acts: _Acts, kind: str) -> ActRecord | None:
    found = acts.get(kind, ())
    return found[-1] if found else None


def _lines(words: str) -> tuple[Facts, ...]:
    return tuple({"text": line.strip()} for line in words.splitlines() if line.strip())


def _without_nothing(row: Facts) -> Facts:
    return {name: value for name, value in row.items() if value not in (None, "")}
