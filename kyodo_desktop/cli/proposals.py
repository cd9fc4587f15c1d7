"""`proposal list` and `proposal show`."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened
from kyodo_desktop.cli.tell import shape, tell_json, tell_rows
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.proposals import (
    LATE,
    PROPOSAL_STAGE_LABELS,
    ProposalRecord,
)

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


def list_proposals(options: Namespace, folder: DataFolder) -> int:
    """Print the proposals of a fiscal year (of all years without one), by their receipt numbers."""
    with opened(folder) as services:
        titles = programme_titles(services)
        found = [one for one in services.proposals.list() if _is_of(one, options.fiscal_year)]
    found.sort(key=_place)
    if options.json:
        tell_json([_summary(one, titles) for one in found])
    else:
        tell_rows(
            (
                one.receipt_number or "－",
                one.draft.partner_name,
                one.draft.title,
                "" if one.draft.amount is None else format_yen(one.draft.amount),
                _(PROPOSAL_STAGE_LABELS[one.stage]),
                _(LATE) if one.late else "",
            )
            for one in found
        )
    return 0


def show_proposal(options: Namespace, folder: DataFolder) -> int:
    """Print one proposal by its receipt number, typed in any way people write it."""
    with opened(folder) as services:
        titles = programme_titles(services)
        found = services.proposals.find_receipt(options.number)
    if found is None:
        raise NotFoundError(
            _("受付番号「{number}」の提案はありません。2026-T-003 のように書いてください。").format(
                number=options.number
            )
        )
    if options.json:
        tell_json(_whole(found, titles))
    else:
        tell_rows(_lines(found, titles))
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


def _summary(record: ProposalRecord, titles: dict[str, str]) -> dict[str, Any]:
    draft = record.draft
    return {
        "id": record.id,
        "receipt_number": record.receipt_number or None,
        "programme": draft.programme,
        "programme_title": titles.get(draft.programme, draft.programme),
        "programme_revision": record.programme_revision,
        "fiscal_year": draft.fiscal_year,
        "stage": record.stage.value,
        "stage_label": _(PROPOSAL_STAGE_LABELS[record.stage]),
        "partner_id": draft.partner_id,
        "partner_name": draft.partner_name,
        "title": draft.title,
        "amount": draft.amount,
        "received_at": shape(record.received_at),
        "accepted_on": shape(record.accepted_on),
        "late": record.late,
    }


def _whole(record: ProposalRecord, titles: dict[str, str]) -> dict[str, Any]:
    draft: dict[str, Any] = shape(record.draft)
    papers = [{"key": key, "copies": copies} for key, copies in record.draft.papers]
    return {
        **_summary(record, titles),
        **draft,
        "papers": papers,
        "theme": shape(record.theme),
        "acceptance_reason": record.acceptance_reason,
        "problems": shape(record.problems),
        "updated_at": shape(record.updated_at),
        "discarded": record.deleted,
    }


def _lines(record: ProposalRecord, titles: dict[str, str]) -> Iterator[tuple[str, str]]:
    draft = record.draft
    yield _("受付番号"), record.receipt_number
    yield _("制度"), titles.get(draft.programme, draft.programme)
    yield _("年度"), format_fiscal_year(draft.fiscal_year)
    yield _("団体"), draft.partner_name
    yield _("事業名"), draft.title
    yield _("金額"), "" if draft.amount is None else format_yen(draft.amount)
    yield _("段階"), _(PROPOSAL_STAGE_LABELS[record.stage])
    if record.late:
        yield _("締切"), _(LATE)
    for problem in record.problems:
        yield _("気をつけること"), problem.text
