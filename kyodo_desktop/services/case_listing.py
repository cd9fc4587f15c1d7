"""An adopted project as a row of the 取組一覧 of the year in which it is carried out."""

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import Collaboration, Proposal, Theme
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.collaborations import CollaborationDraft, ParticipationDraft
from kyodo_desktop.services.case_records import facts_of, list_year, listed_entry
from kyodo_desktop.services.collaboration_edit import apply_draft, next_free_number
from kyodo_desktop.services.proposal_records import receipt_number_of


def put_on_list(session: Session, row: Proposal, programme: Programme) -> Collaboration:
    """Make the row of the list for an adopted project and tie both.

    Raises:
        ConflictError: it is not adopted, or on the list already.
        InputError: the 担当課 is not known, or something else the list needs.
    """
    if not facts_of(row).adopted:
        raise ConflictError(_("まだ採択と決まっていません。選考の結果を記録してから、一覧に加えてください。"))
    there = listed_entry(session, row)
    if there is not None:
        raise ConflictError(
            _("もう{year}の取組一覧の{number}番になっています。").format(
                year=format_fiscal_year(there.fiscal_year), number=there.number
            )
        )
    if not _departments(session, row):
        raise InputError(_("担当課が書かれていません。提案の編集で、担当課を書いてください。"), "department")
    year = list_year(row, programme)
    entry = Collaboration()
    apply_draft(session, entry, _draft(session, row, programme, year))
    session.add(entry)
    session.flush()
    row.collaboration_id = entry.id
    return entry


def _draft(session: Session, row: Proposal, programme: Programme, year: int) -> CollaborationDraft:
    links = ((row.partner_id, ""),) if row.partner_id is not None else ()
    return CollaborationDraft(
        fiscal_year=year,
        number=next_free_number(session, year),
        departments=_departments(session, row),
        title=row.title,
        participations=(ParticipationDraft(row.partner_name, programme.collaboration_form, links),),
        note=_("{programme}（{number}）").format(programme=programme.title, number=receipt_number_of(row)),
    )


def _departments(session: Session, row: Proposal) -> tuple[str, ...]:
    """Return the 担当課, else those of the theme that the proposal takes up."""
    if row.department.strip():
        return tuple(one.strip() for one in row.department.replace("・", "、").split("、") if one.strip())
    theme = session.get(Theme, row.theme_id) if row.theme_id is not None else None
    named = theme.departments if theme is not None else None
    return tuple(map(str, named)) if isinstance(named, list) else ()
