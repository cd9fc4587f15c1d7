"""Drafts for tests: an entry or a partner as it stands, to be changed and saved again."""

from kyodo_desktop.records.collaborations import (
    CollaborationDraft,
    CollaborationRecord,
    ParticipationDraft,
    ParticipationRecord,
)
from kyodo_desktop.records.partners import PartnerDraft, PartnerRecord


def draft_of(entry: CollaborationRecord) -> CollaborationDraft:
    return CollaborationDraft(
        fiscal_year=entry.fiscal_year,
        number=entry.number,
        departments=entry.departments,
        title=entry.title,
        participations=tuple(map(cell_draft_of, entry.participations)),
        note=entry.note,
        note_doubtful=entry.note_doubtful,
        zone=entry.zone,
    )


def cell_draft_of(cell: ParticipationRecord) -> ParticipationDraft:
    links = tuple((link.partner_id, link.unit) for link in cell.partners)
    return ParticipationDraft(cell.text, cell.collaboration_form, links)


def partner_draft_of(partner: PartnerRecord) -> PartnerDraft:
    return PartnerDraft(
        name=partner.name,
        kana=partner.kana,
        kind=partner.kind,
        kind_estimated=partner.kind_estimated,
        representative=partner.representative,
        phone=partner.phone,
        email=partner.email,
        postal_code=partner.postal_code,
        address=partner.address,
        note=partner.note,
    )
