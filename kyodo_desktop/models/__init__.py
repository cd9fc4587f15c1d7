"""The entities, one module per aggregate; importing this package maps them all. No session, no query."""

from kyodo_desktop.models.base import Base
from kyodo_desktop.models.changes import Change, ChangeSet
from kyodo_desktop.models.check_sheets import CheckMark, CheckSheet
from kyodo_desktop.models.collaborations import (
    Collaboration,
    CollaborationDepartment,
    Department,
    Participation,
    ParticipationPartner,
)
from kyodo_desktop.models.partner_parts import (
    PartnerAnswer,
    PartnerContact,
    PartnerFormerName,
    PartnerOfficer,
    PartnerPart,
    PartnerTag,
)
from kyodo_desktop.models.partners import Partner, PartnerPair
from kyodo_desktop.models.proposals import Proposal, ProposalPaper, ReceiptCounter, RequirementCheck
from kyodo_desktop.models.settings import FormDraft, Setting

__all__ = [
    "Base",
    "Change",
    "ChangeSet",
    "CheckMark",
    "CheckSheet",
    "Collaboration",
    "CollaborationDepartment",
    "Department",
    "FormDraft",
    "Participation",
    "ParticipationPartner",
    "Partner",
    "PartnerAnswer",
    "PartnerContact",
    "PartnerFormerName",
    "PartnerOfficer",
    "PartnerPair",
    "PartnerPart",
    "PartnerTag",
    "Proposal",
    "ProposalPaper",
    "ReceiptCounter",
    "RequirementCheck",
    "Setting",
]
