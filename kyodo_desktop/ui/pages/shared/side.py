"""What the right side of a list page is to the page."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget


class Side(QStackedWidget):
    """Shows the current record; `finished` when the clerk is through with editing it."""

    finished = Signal()

    def show_record(self, record: Any) -> None:
        """Show a record, None for no record."""
        raise NotImplementedError

    def begin_edit(self) -> None:
        """Edit the record."""
        raise NotImplementedError

    def save(self) -> None:
        """Save what is typed."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Keep what is typed and not saved."""
        raise NotImplementedError
