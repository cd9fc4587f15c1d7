"""The detail of a record, to be read."""

from collections.abc import Callable

from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import DetailPane, make_caption_row, make_title
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox


class RecordDetail(DetailPane):
    """Begins as every detail does: a caption with 編集, the title, a note about a draft."""

    def add_head(self, caption: str, title: str, edit: Callable[[], object]) -> None:
        """Add caption, 編集 and title."""
        button = make_button(self.theme, _("編集"), edit, kind="link", icon="pencil")
        self.add(make_caption_row(self.theme, caption, (button, make_label("F2", "caption"))))
        self.add(make_title(self.theme, title))

    def add_draft_note(self, drop: Callable[[], object]) -> None:
        """Say that something typed is not saved yet."""
        self.add_space(8)
        words = _("編集を押すと続きから書けます。")
        action = (_("書きかけを捨てる"), drop)
        self.add(NoteBox(self.theme, Tone.DUE, _("書きかけがあります"), words, action))

    def show_nothing(self, words: str) -> None:
        """Say why there is no record to read."""
        self.clear()
        self.add_space(12)
        self.add(make_label(words, "muted", wrap=True))
        self.finish()
