"""The errors that are told to the clerk.

Every `KyodoError` carries one Japanese text that says what is wrong, where, and what to do. Anything else
that is raised is a defect: the window shows it in a dialog that can be copied, and logs it.
"""


class KyodoError(Exception):
    """Something the clerk can understand and mend; `str()` is the sentence to show."""


class InputError(KyodoError):
    """What was typed cannot be taken as it is. `field` names the field, if it is one field."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotFoundError(KyodoError):
    """The record is not there (any more)."""


class ConflictError(KyodoError):
    """The record is no longer as the act expects it (undo, restore, a number already taken)."""


class StoreError(KyodoError):
    """The database cannot be used: locked, read-only, corrupt, foreign, newer, disk full."""


class ResourceError(KyodoError):
    """A file that ships with the program is missing or cannot be read."""


class OutputError(KyodoError):
    """A file could not be written; nothing half-written is left under its name."""
