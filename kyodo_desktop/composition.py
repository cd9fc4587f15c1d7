"""The program put together on one data folder, for the window and for the command line. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import Clock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.programmes import files
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.services import Services
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
from kyodo_desktop.services.seeding import fill
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.services.settling import SettlingService
from kyodo_desktop.services.sheets import SheetsService
from kyodo_desktop.services.statistics import StatisticsService
from kyodo_desktop.services.talents import TalentsService
from kyodo_desktop.services.templates import TemplatesService
from kyodo_desktop.services.trends import TrendsService
from kyodo_desktop.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Composition:
    """The open store and the verbs on it."""

    store: Store
    services: Services

    def subscribe(self, listener: Callable[[Sequence[Touched]], None]) -> None:
        """Call `listener` after each commit with what it touched."""
        self.store.subscribe(listener)

    def close(self) -> None:
        """Close the store; nothing can be asked of the services any more."""
        self.store.close()


def build(folder: DataFolder, *, clock: Clock, read_only: bool = False) -> Composition:
    """Open the data folder (making and filling a new one) and put the services on it.

    `read_only` works beside an open window.

    Raises:
        StoreError: the data cannot be used; nothing was written.
        ResourceError: a programme file has a fault; nothing was written.
    """
    if folder.overrides.is_dir():
        resources.use_overrides(folder.overrides)
    # Now, so that a slip in an office's own file is told at start and not in the middle of an intake.
    files.load_all()
    store = open_store(folder, clock, read_only=read_only, fill=fill)
    services = Services(
        collaborations=CollaborationsService(store),
        partners=PartnersService(store),
        contacts=ContactsService(store),
        counter=CounterService(store),
        talents=TalentsService(store),
        attachments=AttachmentsService(store),
        matching=MatchingService(store),
        merging=MergingService(store),
        partner_import=PartnerImportService(store),
        partner_export=PartnerExportService(store),
        proposals=ProposalsService(store),
        cases=CasesService(store),
        settling=SettlingService(store),
        rounds=RoundsService(store),
        past_cases=PastCasesService(store),
        statistics=StatisticsService(store),
        check_sheets=CheckSheetsService(store),
        evaluations=EvaluationsService(store),
        trends=TrendsService(store),
        guides=GuidesService(store),
        documents=DocumentsService(store),
        sheets=SheetsService(store),
        dossier=DossierService(store),
        scans=ScansService(store),
        templates=TemplatesService(store),
        phrases=PhrasesService(store),
        exporting=ExportingService(store),
        personal_data=PersonalDataService(store),
        saved_searches=SavedSearchesService(store),
        history=HistoryService(store),
        drafts=DraftsService(store),
        settings=SettingsService(store),
        maintenance=MaintenanceService(store),
    )
    if not read_only:
        services.maintenance.refresh_keys()
    return Composition(store, services)
