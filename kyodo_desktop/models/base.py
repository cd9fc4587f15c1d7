"""What every entity shares: names of constraints, UTC times, the wastebasket, the change log's questions."""

from datetime import UTC, datetime
from typing import ClassVar

from sqlalchemy import Dialect, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

ID_NEVER_TWICE = {"sqlite_autoincrement": True}
"""For `__table_args__` of what the change log tells of by id: SQLite would give a removed row's id again."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment stored as UTC ISO 8601 text, so that it sorts and reads the same everywhere."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the stored text."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the moment."""
        return None if value is None else datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """Parent of all entities.

    `change_kind` is the record's name in the change log; an empty one is never logged. `unlogged_fields` are
    derived columns (search keys, sort keys) that the log leaves out. `log_parent_field` is the column that
    names the record this one is a part of, `log_parent_kind` that record's kind; a part is logged when that
    record is.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    change_kind: ClassVar[str] = ""
    unlogged_fields: ClassVar[frozenset[str]] = frozenset()
    log_parent_kind: ClassVar[str] = ""
    log_parent_field: ClassVar[str] = ""

    def is_logged(self) -> bool:
        """Tell whether changes of this record belong in the change log."""
        return bool(self.change_kind)

    def log_parent(self) -> tuple[str, int] | None:
        """Return kind and id of the record this one is a part of, if it is a part."""
        return (self.log_parent_kind, getattr(self, self.log_parent_field)) if self.log_parent_kind else None


class Discardable:
    """A record that goes to the wastebasket instead of being deleted."""

    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class Searchable:
    """A record with search keys computed at save (`japanese.folding`)."""

    full_key: Mapped[str] = mapped_column(default="")
    bare_key: Mapped[str] = mapped_column(default="")
    key_version: Mapped[int] = mapped_column(default=0)
