"""What every page is given, instead of reaching for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kyodo_desktop.base.clock import Clock
from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.dialogs.files import FileChooser
from kyodo_desktop.ui.jobs import Jobs
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


@dataclass(frozen=True, slots=True)
class UiContext:
    """The services, the look, and the few things of the window a page may ask for.

    `open_page(key, record_id)` changes to another tab ("tab/part": to a part of it), at a record;
    `print_preview(printed, title)` opens the preview; `report(error)` shows a KyodoError;
    `tell(tone, head, text, action)` shows a note below the tabs, with at most one (word, action);
    `open_counter(partner_id, proposal_id)` opens counter mode with whom one is talking;
    `make_paper(owner, form)` opens 様式 at a new paper of a record, of a form if one is named;
    `begin_check_sheet(owner)` opens the wizard of a check sheet at a new one of a record.
    """

    services: "Services"
    theme: Theme
    settings: WindowSettings
    folder: DataFolder
    clock: Clock
    jobs: Jobs
    files: FileChooser
    open_page: Callable[[str, int | None], None]
    print_preview: Callable[[PrintedForm, str], None]
    report: Callable[[KyodoError], None]
    tell: Callable[[Tone, str, str, tuple[str, Callable[[], object]] | None], None]
    open_counter: Callable[[int | None, int | None], None]
    make_paper: Callable[[SheetOwner, str], None]
    begin_check_sheet: Callable[[SheetOwner], None]

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Show a KyodoError of the block to the clerk instead of letting it through."""
        try:
            yield
        except KyodoError as error:
            self.report(error)
