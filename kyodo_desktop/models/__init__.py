"""The entities, one module per aggregate; importing this package maps them all. No session, no query."""

from kyodo_desktop.models.attachments import Attachment
from kyodo_desktop.models.base import Base
from kyodo_desktop.models.cases import BudgetLine, CaseAct, Receipt, RoleLine, StageEntry
from kyodo_desktop.models.changes import Change, ChangeSet
from kyodo_desktop.models.check_sheets import CheckAgreement, CheckFilling, CheckMark, CheckSheet
from kyodo_desktop.models.collaborations import (
    Collaboration,
    CollaborationDepartment,
    Department,
    Participation,
    ParticipationPartner,
)
from kyodo_desktop.models.contacts import ContactRecord, Referral, Talent
from kyodo_desktop.models.evaluations import (
    Evaluation,
    EvaluationAnswer,
    EvaluationFilling,
    EvaluationGoal,
)
from kyodo_desktop.models.guides import Guide, GuideNote
from kyodo_desktop.models.partner_parts import (
    PartnerAnswer,
    PartnerContact,
    PartnerFormerName,
    PartnerOfficer,
    PartnerPart,
    PartnerTag,
)
from kyodo_desktop.models.partners import Partner, PartnerPair
from kyodo_desktop.models.personal_data import PersonalDataUse
from kyodo_desktop.models.proposals import Proposal, ProposalPaper, ReceiptCounter, RequirementCheck
from kyodo_desktop.models.rounds import Briefing, BriefingGuest, CouncilMeeting, Round, RoundDate, Theme
from kyodo_desktop.models.settings import FormDraft, SavedSearch, Setting
from kyodo_desktop.models.sheets import FormTemplate, IssuedSheet, Phrase, Scan, SheetCounter

__all__ = [
    "Attachment",
    "Base",
    "Briefing",
    "BriefingGuest",
    "BudgetLine",
    "CaseAct",
    "Change",
    "ChangeSet",
    "CheckAgreement",
    "CheckFilling",
    "CheckMark",
    "CheckSheet",
    "Collaboration",
    "CollaborationDepartment",
    "ContactRecord",
    "CouncilMeeting",
    "Department",
    "Evaluation",
    "EvaluationAnswer",
    "EvaluationFilling",
    "EvaluationGoal",
    "FormDraft",
    "FormTemplate",
    "Guide",
    "GuideNote",
    "IssuedSheet",
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
    "PersonalDataUse",
    "Phrase",
    "Proposal",
    "ProposalPaper",
    "Receipt",
    "ReceiptCounter",
    "Referral",
    "RequirementCheck",
    "RoleLine",
    "Round",
    "RoundDate",
    "SavedSearch",
    "Scan",
    "Setting",
    "SheetCounter",
    "StageEntry",
    "Talent",
    "Theme",
]
