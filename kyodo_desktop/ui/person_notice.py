"""Says once a day, soon after the start, that so many persons are held that the law asks for more."""

from PySide6.QtCore import QObject, QTimer

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.personal_data import PersonCount
from kyodo_desktop.ui.dialogs.personal_data import many_words, open_personal_data
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.theme.tokens import Tone

_SOON_MS = 3_000
_SAID_ON = "notices/many_persons"


class PersonNotice(QObject):
    """Counts the persons in the job thread; the note stands below the tabs until it is closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._first = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._first.timeout.connect(self.look)
        self._first.start()

    def look(self) -> None:
        """Count, unless it was said today already."""
        context = self._window.context
        # A window closed within its first seconds takes no more work.
        if self._window.isVisible() and context.settings.text(_SAID_ON) != self._today():
            count = context.services.personal_data.count
            self._window.jobs.run(_("個人情報の数を確かめています…"), count, self._tell)

    def _tell(self, count: PersonCount) -> None:
        context = self._window.context
        if count.is_near_many:
            context.settings.set_text(_SAID_ON, self._today())
            action = (_("内わけを見る"), lambda: open_personal_data(self._window.context, self._window))
            context.tell(Tone.DUE, *many_words(count), action)

    def _today(self) -> str:
        return self._window.context.clock.today().isoformat()
