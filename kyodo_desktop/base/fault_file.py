"""The log of defects: a rotating file in the data folder, made when there is something to write."""

import logging
from logging.handlers import RotatingFileHandler

from kyodo_desktop.base.paths import DataFolder

_LARGEST, _KEPT = 1_000_000, 5


class FaultFile:
    """Takes what nobody caught; `path` is where it can be read."""

    def __init__(self, folder: DataFolder) -> None:
        self.path = folder.logs / "kyodo.log"
        self._handler: logging.Handler | None = None

    def write(self, error: BaseException) -> None:
        """Append the error with its trace.

        Raises:
            OSError: the log cannot be written.
        """
        if self._handler is None:
            self._handler = self._open()
        record = logging.LogRecord(
            "kyodo_desktop",
            logging.ERROR,
            "",
            0,
            "unexpected",
            None,
            (type(error), error, error.__traceback__),
        )
        self._handler.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._handler is not None:
            self._handler.close()
            self._handler = None

    def _open(self) -> logging.Handler:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(self.path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        return handler
