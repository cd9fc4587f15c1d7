"""The text for the website: copied, or written to a file; what it says of persons is told before."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.file_names import harmless_name
from kyodo_desktop.base.i18n import _
from kyodo_desktop.ui.evaluations.wording import title_words
from kyodo_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog


class PublicText:
    """What a clerk does with the public text of the evaluation that a dialog shows."""

    def __init__(self, dialog: "EvaluationDialog") -> None:
        self._dialog = dialog
        self._service = dialog.context.services.evaluations

    def copy(self) -> None:
        """Put the text on the clipboard."""
        dialog = self._dialog
        if dialog.keep() and dialog.record is not None:
            QGuiApplication.clipboard().setText(self._service.website_text(dialog.record.id))
            if not self.warn_of_persons():
                dialog.messages.show_note(Tone.DONE, _("ホームページの文を写しました。"))

    def ask_where(self) -> None:
        """Ask for a file and write the text there; where persons seem to be named, only when told to."""
        dialog = self._dialog
        if not dialog.keep() or dialog.record is None:
            return
        told = self._service.public_problems(dialog.record.id)
        if told:
            action = (_("このまま保存する"), self._choose_file)
            dialog.messages.show_note(Tone.ERROR, "\n".join(told), "", action)
        else:
            self._choose_file()

    def write_to(self, path: Path) -> None:
        """Write the text to a file."""
        dialog = self._dialog
        if dialog.record is None:
            return
        try:
            self._service.write_website_text(dialog.record.id, path)
        except KyodoError as error:
            dialog.messages.show_note(Tone.ERROR, str(error))
        else:
            done = _("ホームページの文を保存しました: {path}").format(path=path)
            dialog.messages.show_note(Tone.DONE, done)

    def warn_of_persons(self) -> bool:
        """Say what of persons seems to stand in the public texts; tell whether there is anything."""
        record = self._dialog.record
        told = self._service.public_problems(record.id) if record is not None else ()
        if told:
            self._dialog.messages.show_note(Tone.ERROR, "\n".join(told))
        return bool(told)

    def _choose_file(self) -> None:
        dialog = self._dialog
        name = harmless_name(_("評価結果_{title}.txt").format(title=title_words(dialog.draft.title)))
        dialog.context.files.save(dialog, _("ホームページの文を保存"), name, self.write_to)
