"""From a draft to an entry: what is checked, and how the rows that stay the same are kept.

Departments, cells and links are changed in place by their position, so that the change log names what really
changed and an undo brings back exactly that.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year, refuse_strange_year
from kyodo_desktop.models import (
    Collaboration,
    CollaborationDepartment,
    Department,
    Participation,
    ParticipationPartner,
    Partner,
)
from kyodo_desktop.records.collaborations import CollaborationDraft, ParticipationDraft
from kyodo_desktop.services.collaboration_forms import form_labels
from kyodo_desktop.services.keys import refresh_keys
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.personal_numbers import refuse_my_number

_MOST_NUMBER = 99_999

_Child = TypeVar("_Child", CollaborationDepartment, Participation, ParticipationPartner)


def apply_draft(session: Session, entity: Collaboration, draft: CollaborationDraft) -> None:
    """Make the entry what the draft says and compute its keys.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    refuse_my_number(draft, _("この取組"))
    _check(session, entity, draft)
    draft = replace(draft, participations=tuple(_followed(session, cell) for cell in draft.participations))
    partners = _find_partners(session, draft.participations)
    departments = find_departments(session, draft.departments)
    # One flush for the whole entry: nothing half-changed is ever written or logged.
    with session.no_autoflush:
        entity.fiscal_year, entity.number = draft.fiscal_year, draft.number
        entity.title, entity.note = plain_lines(draft.title), plain_lines(draft.note)
        entity.note_doubtful = draft.note_doubtful and bool(draft.note)
        entity.zone = draft.zone.value if draft.zone is not None else None
        rows = _same_length(entity.departments, len(departments), CollaborationDepartment)
        for row, department in zip(rows, departments, strict=True):
            row.department = department
        cells = _same_length(entity.participations, len(draft.participations), Participation)
        for cell, drafted in zip(cells, draft.participations, strict=True):
            _apply_cell(cell, drafted, partners)
        refresh_keys(session, entity)


def next_free_number(session: Session, fiscal_year: int) -> int:
    """Return the number after the last one of a year's living entries."""
    last = select(func.max(Collaboration.number)).where(
        Collaboration.fiscal_year == fiscal_year, Collaboration.deleted_at.is_(None)
    )
    return (session.scalar(last) or 0) + 1


def holder_of_number(session: Session, entity_id: int | None, fiscal_year: int, number: int) -> str | None:
    """Return the title of another living entry that has this number, if there is one."""
    return session.scalar(
        select(Collaboration.title).where(
            Collaboration.fiscal_year == fiscal_year,
            Collaboration.number == number,
            Collaboration.deleted_at.is_(None),
            Collaboration.id.is_distinct_from(entity_id),
        )
    )


def plain_lines(text: str) -> str:
    r"""Return `text` with every line break as \n; nothing else is touched."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check(session: Session, entity: Collaboration, draft: CollaborationDraft) -> None:
    refuse_strange_year(draft.fiscal_year)
    if not 1 <= draft.number <= _MOST_NUMBER:
        raise InputError(_("番号は 1 からの数字で書いてください（例: 169）。"), "number")
    if not draft.title.strip():
        raise InputError(_("事業名称が空です。取組の名前を書いてください。"), "title")
    for cell in draft.participations:
        _check_cell(cell)
    holder = holder_of_number(session, entity.id, draft.fiscal_year, draft.number)
    if holder is not None:
        raise InputError(
            _(
                "{year}の番号{number}は「{title}」が使っています。別の番号にしてください（次の空きは{free}です）。"
            ).format(
                year=format_fiscal_year(draft.fiscal_year),
                number=draft.number,
                title=holder,
                free=next_free_number(session, draft.fiscal_year),
            ),
            "number",
        )


def _check_cell(cell: ParticipationDraft) -> None:
    if not cell.text.strip():
        raise InputError(
            _("協働相手の名前が空です。一覧にのせる名前を書くか、その相手を消してください。"),
            "participations",
        )
    if cell.collaboration_form not in form_labels():
        raise InputError(
            _("「{text}」の協働形態が選ばれていません。形態を選んでください。").format(text=cell.text),
            "participations",
        )


def _followed(session: Session, cell: ParticipationDraft) -> ParticipationDraft:
    """Return a cell that names, for a partner made one with another since it was typed, that other one."""
    followed = ((living_id(session, partner_id), unit) for partner_id, unit in cell.links)
    return replace(cell, links=tuple(dict.fromkeys(followed)))


def _find_partners(session: Session, cells: Iterable[ParticipationDraft]) -> dict[int, Partner]:
    wanted = {partner_id for cell in cells for partner_id, _unit in cell.links}
    rows = session.scalars(select(Partner).where(Partner.id.in_(wanted), Partner.deleted_at.is_(None)))
    found = {partner.id: partner for partner in rows}
    if wanted - found.keys():
        raise InputError(
            _("選んだ団体が台帳にありません（ごみ箱に入れたのかもしれません）。相手を選び直してください。"),
            "participations",
        )
    return found


def find_departments(session: Session, names: Sequence[str]) -> list[Department]:
    """Return the 課 by name; one that no entry has named yet is added after the others."""
    wanted = list(dict.fromkeys(names))
    rows = session.scalars(select(Department).where(Department.name.in_(wanted)))
    known = {department.name: department for department in rows}
    last = session.scalar(select(func.max(Department.position)))
    for place, name in enumerate(
        (name for name in wanted if name not in known), 0 if last is None else last + 1
    ):
        known[name] = Department(name=name, position=place)
        session.add(known[name])
    return [known[name] for name in wanted]


def _apply_cell(cell: Participation, draft: ParticipationDraft, partners: Mapping[int, Partner]) -> None:
    cell.text, cell.collaboration_form = plain_lines(draft.text), draft.collaboration_form
    links = _same_length(cell.partners, len(draft.links), ParticipationPartner)
    for link, (partner_id, unit) in zip(links, draft.links, strict=True):
        link.partner, link.unit = partners[partner_id], unit


def _same_length(rows: list[_Child], length: int, make: type[_Child]) -> list[_Child]:
    """Keep the first rows, take the others off or add blank ones, and number them by place."""
    del rows[length:]
    rows.extend(make() for _place in range(length - len(rows)))
    for position, row in enumerate(rows):
        row.position = position
    return rows
