"""From a draft to a proposal: what is checked, and how the rows that stay the same are kept."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, refuse_strange_year
from kyodo_desktop.models import Partner, Proposal, ProposalPaper, ReceiptCounter, RequirementCheck, Theme
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import (
    Confirmation,
    ProposalDraft,
    ReceptionWay,
    RequirementAnswer,
)
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.proposal_lines import apply_lines, apply_roles
from kyodo_desktop.services.proposal_records import programme_of
from kyodo_desktop.store.who import clerk_name

_PLAIN_FIELDS = (
    "programme",
    "fiscal_year",
    "contact_name",
    "contact_phone",
    "contact_email",
    "title",
    "summary",
    "starts_on",
    "ends_on",
    "eligible_cost",
    "amount",
    "reason",
    "received_by_way",
    "received_by",
    "arrived_on",
    "theme_id",
    "purpose",
    "need",
    "public_interest",
    "effect",
    "place",
    "participants",
    "organisation",
    "publicity",
    "next_year",
    "department",
    "selection_method",
    "selection_criteria",
)


def programme_for(draft: ProposalDraft) -> Programme | None:
    """Return the programme of a draft in the revision of its round; None if none is chosen or known."""
    if not draft.programme:
        return None
    for programme in files.in_year(draft.fiscal_year):
        if programme.key == draft.programme:
            return programme
    try:
        return files.find(draft.programme)
    except NotFoundError:
        return None


def apply_draft(session: Session, row: Proposal, draft: ProposalDraft, today: date) -> None:
    """Make the proposal what the draft says.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    refuse_my_number(draft, _("この提案"))
    draft = replace(
        draft,
        fiscal_year=draft.fiscal_year or row.fiscal_year or fiscal_year(today),
        partner_id=living_id(session, draft.partner_id),
    )
    programme = programme_of(row) if row.serial is not None else programme_for(draft)
    _check(row, draft, programme, today)
    _check_theme(session, draft.theme_id)
    partner = _partner(session, row, draft)
    clerk = clerk_name(session) or draft.received_by
    with session.no_autoflush:
        for name in _PLAIN_FIELDS:
            setattr(row, name, getattr(draft, name))
        if row.serial is None:
            row.programme_revision = programme.revision if programme else 1
        row.partner_id = draft.partner_id
        row.partner_name = partner.name if partner is not None else draft.partner_name
        _apply_requirements(row, [_answered(one, clerk, today) for one in draft.requirements], programme)
        _apply_papers(row, dict(draft.papers), programme)
        apply_roles(row, draft.roles)
        apply_lines(row, draft.lines)


def next_serial(session: Session, year: int, programme: str) -> int:
    """Give out the next serial of a round; the counter never goes back, so that none is given twice."""
    counter = session.get(ReceiptCounter, (year, programme))
    if counter is None:
        counter = ReceiptCounter(fiscal_year=year, programme=programme, last=0)
        session.add(counter)
    counter.last += 1
    return counter.last


def _check(row: Proposal, draft: ProposalDraft, programme: Programme | None, today: date) -> None:
    refuse_strange_year(draft.fiscal_year)
    if draft.arrived_on is not None and draft.arrived_on > today:
        raise InputError(_("届いた日が、まだ来ていない日です。日付を確かめてください。"), "arrived_on")
    if draft.received_by_way not in list(ReceptionWay):
        raise InputError(_("受け付け方を、窓口・郵送・電子メールから選んでください。"), "received_by_way")
    if draft.programme and programme is None and row.serial is None:
        raise InputError(_("選んだ制度のファイルがありません。制度を選び直してください。"), "programme")
    if row.serial is not None and (draft.programme, draft.fiscal_year) != (row.programme, row.fiscal_year):
        raise InputError(
            _(
                "受付番号を出したあとは、制度と年度を変えられません。"
                "ごみ箱に入れて、新しい提案として受け付けてください。"
            ),
            "programme",
        )


def _check_theme(session: Session, theme_id: int | None) -> None:
    if theme_id is not None and session.get(Theme, theme_id) is None:
        raise InputError(_("選んだテーマが、もうありません。テーマを選び直してください。"), "theme_id")


def _partner(session: Session, row: Proposal, draft: ProposalDraft) -> Partner | None:
    """Return the partner whose name the proposal takes over: one just linked, or one not named yet."""
    if draft.partner_id is None or (draft.partner_id == row.partner_id and draft.partner_name.strip()):
        return None
    partner = session.get(Partner, draft.partner_id)
    if partner is None or partner.deleted_at is not None:
        raise InputError(
            _("選んだ団体が台帳にありません（ごみ箱に入れたのかもしれません）。団体を選び直してください。"),
            "partner_id",
        )
    return partner


def _answered(answer: RequirementAnswer, clerk: str, today: date) -> RequirementAnswer:
    """Return the answer with who found it and when, where the draft does not say."""
    if answer.state is Confirmation.NOT_YET:
        return answer
    return replace(answer, by=answer.by.strip() or clerk, on=answer.on or today)


def _apply_requirements(row: Proposal, answers: list[RequirementAnswer], programme: Programme | None) -> None:
    # Answers to another programme's requirements stay behind when the programme is changed.
    known = {one.key for one in programme.requirements} if programme else None
    wanted = {one.key: one for one in answers if known is None or one.key in known}
    rows = {one.key: one for one in row.requirements}
    row.requirements[:] = [rows.get(key) or RequirementCheck(key=key) for key in wanted]
    for one in row.requirements:
        answer = wanted[one.key]
        one.state, one.seen = answer.state.value, answer.seen
        one.by, one.on = answer.by, answer.on


def _apply_papers(row: Proposal, copies: dict[str, int], programme: Programme | None) -> None:
    known = {one.key for one in programme.papers} if programme else copies.keys()
    wanted = {key: number for key, number in copies.items() if number > 0 and key in known}
    rows = {one.key: one for one in row.papers}
    row.papers[:] = [rows.get(key) or ProposalPaper(key=key) for key in wanted]
    for one in row.papers:
        one.copies = wanted[one.key]
