"""The office's settings, searches it gave a name, and drafts of what is being typed."""

from datetime import datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, UtcDateTime


class Setting(Base):
    """One setting of the office (the clerk's name, the contact block …)."""

    __tablename__ = "setting"
    change_kind = "setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[object] = mapped_column(JSON)


class SavedSearch(Base):
    """A way of looking at a list that has a name: words, chips, columns."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("page", "name"), ID_NEVER_TWICE)
    change_kind = "saved_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str]
    name: Mapped[str]
    state: Mapped[object] = mapped_column(JSON)


class FormDraft(Base):
    """What is typed in an editor and not yet saved (`record_id` 0: a new record). Not in the change log."""

    __tablename__ = "form_draft"
    __table_args__ = (UniqueConstraint("kind", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    record_id: Mapped[int] = mapped_column(default=0)
    answers: Mapped[object] = mapped_column(JSON)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
