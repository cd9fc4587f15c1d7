"""The verbs: what a clerk or a script can ask of the program."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyodo_desktop.services.attachments import AttachmentsService
    from kyodo_desktop.services.cases import CasesService
    from kyodo_desktop.services.check_sheets import CheckSheetsService
    from kyodo_desktop.services.collaborations import CollaborationsService
    from kyodo_desktop.services.contacts import ContactsService
    from kyodo_desktop.services.counter import CounterService
    from kyodo_desktop.services.documents import DocumentsService
    from kyodo_desktop.services.dossier import DossierService
    from kyodo_desktop.services.drafts import DraftsService
    from kyodo_desktop.services.evaluations import EvaluationsService
    from kyodo_desktop.services.exporting import ExportingService
    from kyodo_desktop.services.guides import GuidesService
    from kyodo_desktop.services.history import HistoryService
    from kyodo_desktop.services.maintenance import MaintenanceService
    from kyodo_desktop.services.matching import MatchingService
    from kyodo_desktop.services.merging import MergingService
    from kyodo_desktop.services.partner_export import PartnerExportService
    from kyodo_desktop.services.partner_import import PartnerImportService
    from kyodo_desktop.services.partners import PartnersService
    from kyodo_desktop.services.past_cases import PastCasesService
    from kyodo_desktop.services.personal_data import PersonalDataService
    from kyodo_desktop.services.phrases import PhrasesService
    from kyodo_desktop.services.proposals import ProposalsService
    from kyodo_desktop.services.rounds import RoundsService
    from kyodo_desktop.services.saved_searches import SavedSearchesService
    from kyodo_desktop.services.scans import ScansService
    from kyodo_desktop.services.settings import SettingsService
    from kyodo_desktop.services.settling import SettlingService
    from kyodo_desktop.services.sheets import SheetsService
    from kyodo_desktop.services.statistics import StatisticsService
    from kyodo_desktop.services.talents import TalentsService
    from kyodo_desktop.services.templates import TemplatesService
    from kyodo_desktop.services.trends import TrendsService


@dataclass(frozen=True, slots=True)
class Services:
    """All verbs, by what they are about; `composition` makes them on one store."""

    collaborations: "CollaborationsService"
    partners: "PartnersService"
    contacts: "ContactsService"
    counter: "CounterService"
    talents: "TalentsService"
    attachments: "AttachmentsService"
    matching: "MatchingService"
    merging: "MergingService"
    partner_import: "PartnerImportService"
    partner_export: "PartnerExportService"
    proposals: "ProposalsService"
    cases: "CasesService"
    settling: "SettlingService"
    rounds: "RoundsService"
    past_cases: "PastCasesService"
    statistics: "StatisticsService"
    check_sheets: "CheckSheetsService"
    evaluations: "EvaluationsService"
    trends: "TrendsService"
    guides: "GuidesService"
    documents: "DocumentsService"
    sheets: "SheetsService"
    dossier: "DossierService"
    scans: "ScansService"
    templates: "TemplatesService"
    phrases: "PhrasesService"
    exporting: "ExportingService"
    personal_data: "PersonalDataService"
    saved_searches: "SavedSearchesService"
    history: "HistoryService"
    drafts: "DraftsService"
    settings: "SettingsService"
    maintenance: "MaintenanceService"
