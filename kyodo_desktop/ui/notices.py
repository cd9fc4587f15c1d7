"""What the window says: what was done in the status line, the rest below the tabs, while it holds."""

from collections.abc import Callable

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.status_line import StatusLine
from kyodo_desktop.ui.theme.tokens import Tone


class Notices:
    """Speaks through the message bar and the status line; `last_act` names what 元に戻す would take back."""

    def __init__(self, messages: MessageBar, status: StatusLine, last_act: Callable[[], str | None]) -> None:
        self._messages, self._status, self._last_act = messages, status, last_act
        self._note_is_of_page = False
        self._news_of: str | None = None

    def report(self, error: KyodoError) -> None:
        """Show an error that the clerk can mend; one of a field goes away with its page."""
        self._messages.show_note(Tone.ERROR, str(error))
        self._note_is_of_page = isinstance(error, InputError)

    def tell(self, tone: Tone, head: str, text: str, action: tuple[str, Callable[[], object]] | None) -> None:
        """Say something, with at most one (word, action)."""
        if tone is Tone.DONE:
            self._messages.clear()
            self._status.show_news(f"{head} {text}".strip(), action)
            self._news_of = self._last_act() if action is not None else None
        else:
            self._messages.show_note(tone, head, text, action)
            self._note_is_of_page = False

    def drop_note_of_page(self) -> None:
        """Take away what was said of a field of the page that was left."""
        if self._note_is_of_page:
            self._messages.clear()
            self._note_is_of_page = False

    def drop_old_offer(self) -> None:
        """Take news with 元に戻す away once it would undo something else than it says."""
        if self._news_of is not None and self._news_of != self._last_act():
            self._news_of = None
            self._status.clear_busy()
