"""`proposal list` and `proposal show`."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened
from kyodo_desktop.cli.tell import shape, tell_json, tell_rows
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.cases import ActRecord, CaseRecord
from kyodo_desktop.records.proposals import (
    LATE,
    PROPOSAL_STAGE_LABELS,
    ProposalRecord,
    ProposalStage,
)

_OFFICE_ONLY = frozenset({"confidential"})

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


def list_proposals(options: Namespace, folder: DataFolder) -> int:
    """Print the proposals of a fiscal year (of all years without one), by their receipt numbers."""
    with opened(folder) as services:
        titles = programme_titles(services)
        found = [one for one in services.proposals.list() if _is_of(one, options.fiscal_year)]
        cases = services.cases.list([one.id for one in found])
    found.sort(key=_place)
    if options.json:
        tell_json([_summary(one, cases[one.id], titles) for one in found])
    else:
        tell_rows(_row(one, cases[one.id]) for one in found)
    return 0


def _row(record: ProposalRecord, case: CaseRecord) -> tuple[str, ...]:
    opinions = _("所見 {received}/{asked}").format(received=case.opinions[0], asked=case.opinions[1])
    return (
        record.receipt_number or "－",
        record.draft.partner_name,
        record.draft.title,
        "" if record.draft.amount is None else format_yen(record.draft.amount),
        _stage_words(record, case),
        opinions if case.opinions[1] else "",
        f"{case.due_words} {format_date(case.due_on)}" if case.due_on is not None else "",
        _(LATE) if record.late else "",
    )


def show_proposal(options: Namespace, folder: DataFolder) -> int:
    """Print one proposal by its receipt number, typed in any way people write it."""
    with opened(folder) as services:
        titles = programme_titles(services)
        found = services.proposals.find_receipt(options.number)
        case = services.cases.get(found.id) if found is not None else None
    if found is None or case is None:
        raise NotFoundError(
            _("受付番号「{number}」の提案はありません。2026-T-003 のように書いてください。").format(
                number=options.number
            )
        )
    if options.json:
        tell_json(_whole(found, case, titles))
    else:
        tell_rows(_lines(found, case, titles))
    return 0


def programme_titles(services: "Services") -> dict[str, str]:
    """Return what each programme is called now, by its key."""
    return {one.key: one.title for one in services.rounds.programmes()}


def _is_of(record: ProposalRecord, fiscal_year: int | None) -> bool:
    return fiscal_year is None or record.draft.fiscal_year == fiscal_year


def _place(record: ProposalRecord) -> tuple[int, str, bool, int, int]:
    """Return the order of the register: year, programme, number; what has no number yet stands behind."""
    draft = record.draft
    return draft.fiscal_year, draft.programme, record.serial is None, record.serial or 0, record.id


def _stage_words(record: ProposalRecord, case: CaseRecord) -> str:
    """Return how a proposal stands: its 下書き, 受付 or 受理 until its case goes on from there."""
    if case.entries or not case.state or record.stage is ProposalStage.DRAFT:
        return case.state or _(PROPOSAL_STAGE_LABELS[record.stage])
    return _(PROPOSAL_STAGE_LABELS[record.stage])


def _summary(record: ProposalRecord, case: CaseRecord, titles: dict[str, str]) -> dict[str, Any]:
    draft = record.draft
    return {
        "id": record.id,
        "receipt_number": record.receipt_number or None,
        "programme": draft.programme,
        "programme_title": titles.get(draft.programme, draft.programme),
        "programme_revision": record.programme_revision,
        "fiscal_year": draft.fiscal_year,
        "reception": record.stage.value,
        "stage": case.stage or record.stage.value,
        "stage_label": _stage_words(record, case),
        "since": shape(case.since),
        "ended": case.ended,
        "partner_id": draft.partner_id,
        "partner_name": draft.partner_name,
        "title": draft.title,
        "amount": draft.amount,
        "granted": case.figures.granted,
        "settled": case.figures.settled,
        "opinions": {"received": case.opinions[0], "asked": case.opinions[1]},
        "due_on": shape(case.due_on),
        "due_words": case.due_words,
        "received_at": shape(record.received_at),
        "accepted_on": shape(record.accepted_on),
        "late": record.late,
        "past": record.past,
    }


def _whole(record: ProposalRecord, case: CaseRecord, titles: dict[str, str]) -> dict[str, Any]:
    draft: dict[str, Any] = shape(record.draft)
    papers = [{"key": key, "copies": copies} for key, copies in record.draft.papers]
    return {
        **draft,
        **_summary(record, case, titles),
        "papers": papers,
        "theme": shape(record.theme),
        "acceptance_reason": record.acceptance_reason,
        "problems": shape(record.problems),
        "updated_at": shape(record.updated_at),
        "discarded": record.deleted,
        "figures": shape(case.figures),
        "stages": shape(case.stages),
        "entries": shape(case.entries),
        "acts": [_act(one) for one in case.acts],
        "moves": shape(case.moves),
    }


def _act(act: ActRecord) -> dict[str, Any]:
    """Return an act without what is meant for the office alone (庁内だけの所見)."""
    values = {name: value for name, value in act.values.items() if name not in _OFFICE_ONLY}
    plain: dict[str, Any] = shape(replace(act, values={}))
    return {**plain, "values": {name: shape(value) for name, value in values.items()}}


def _lines(record: ProposalRecord, case: CaseRecord, titles: dict[str, str]) -> Iterator[tuple[str, ...]]:
    draft, figures = record.draft, case.figures
    yield _("受付番号"), record.receipt_number
    yield _("制度"), titles.get(draft.programme, draft.programme)
    yield _("年度"), format_fiscal_year(draft.fiscal_year)
    yield _("団体"), draft.partner_name
    yield _("事業名"), draft.title
    yield _("段階"), _stage_words(record, case)
    for label, amount in (
        (_("申請額"), figures.asked),
        (_("決定額"), figures.granted),
        (_("確定額"), figures.settled),
    ):
        if amount is not None:
            yield label, format_yen(amount)
    if record.late:
        yield _("締切"), _(LATE)
    if case.due_on is not None:
        yield case.due_words, format_date(case.due_on)
    for entry in case.entries:
        taken_back = _("（戻した）") if entry.taken_back_on is not None else ""
        yield format_date(entry.entered_on), _("「{stage}」に進む").format(stage=entry.label) + taken_back
    for act in case.acts:
        day = format_date(act.held_on) if act.held_on is not None else ""
        yield day, f"{act.label} {act.department}".strip()
    for problem in record.problems:
        yield _("気をつけること"), problem.text
