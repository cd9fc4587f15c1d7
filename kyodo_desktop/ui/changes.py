"""What the store tells, brought into the window's thread."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kyodo_desktop.records.changes import Touched


class Changes(QObject):
    """One signal with the records a committed act touched.

    Connect with a queued connection (the window does, and tells its pages): an act may come from a job.
    """

    changed = Signal(object)

    def tell(self, touched: Sequence[Touched]) -> None:
        """Pass on what an act touched; called by the store in whatever thread wrote."""
        self.changed.emit(tuple(touched))
