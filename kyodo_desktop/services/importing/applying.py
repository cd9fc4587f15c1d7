"""Writes what a plan says, in the session of one act."""

from sqlalchemy.orm import Session, selectinload

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Partner
from kyodo_desktop.records.partner_import import ImportOutcome, ImportPlan, PlannedRow, RowState
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.services.importing.planning import draft_with
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.partner_edit import apply_draft
from kyodo_desktop.services.partner_records import draft_of, read_partners

_AT_ONCE = 500
_PARTS = (Partner.former_names, Partner.tags, Partner.contacts, Partner.officers, Partner.answers)


def apply_plan(session: Session, plan: ImportPlan, progress: Progress) -> ImportOutcome:
    """Write the new and the changed rows.

    Raises:
        ConflictError: a partner is no longer there.
        CancelledError: somebody stopped it; the caller's session must not be committed.
    """
    rows = [row for row in plan.rows if row.state in (RowState.NEW, RowState.CHANGED)]
    progress.begin(len(rows))
    written: list[Partner] = []
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        written += _write(session, some, progress)
        session.flush()
    added = sum(row.state is RowState.NEW for row in rows)
    ids = tuple(partner.id for partner in written)
    return ImportOutcome(ids, added, len(rows) - added, len(left_rows(plan)))


def left_rows(plan: ImportPlan) -> tuple[PlannedRow, ...]:
    """Return the rows that are for a person to mend or decide."""
    return tuple(row for row in plan.rows if row.state in (RowState.DOUBTFUL, RowState.WRONG))


def _write(session: Session, rows: list[PlannedRow], progress: Progress) -> list[Partner]:
    ids = [row.record_id for row in rows if row.record_id is not None]
    records = {one.id: one for one in read_partners(session, Partner.id.in_(ids), whole=True)}
    chosen = session.query(Partner).where(Partner.id.in_(ids)).options(*map(selectinload, _PARTS))
    entities = {one.id: one for one in chosen}
    written = []
    for row in rows:
        progress.step()
        if row.record_id is None:
            entity, draft = Partner(), PartnerDraft(name=row.name)
        elif row.record_id in entities:
            entity, draft = entities[row.record_id], draft_of(records[row.record_id])
        else:
            raise ConflictError(
                _("「{name}」は、もう台帳にありません。読み込みをやり直してください。").format(name=row.name)
            )
        apply_draft(session, entity, draft_with(draft, row.values))
        session.add(entity)
        written.append(entity)
    return written
