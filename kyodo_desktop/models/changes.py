"""The change log: acts of the clerk and the fields they changed."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, UtcDateTime


class ChangeSet(Base):
    """One act: when, who, and in words what was done. `undoes` names the act that this one took back."""

    __tablename__ = "change_set"
    __table_args__ = ID_NEVER_TWICE

    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str]
    what: Mapped[str]
    schema: Mapped[int]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("change_set.id"), default=None)

    changes: Mapped[list["Change"]] = relationship(back_populates="change_set", order_by="Change.id")


class Change(Base):
    """One field of one record; `field` is `*` with all columns for a record made or removed.

    `owner_kind` and `owner_id` name the record whose history tells of it: itself, or what it is a part of.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_owner_kind_owner_id", "owner_kind", "owner_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_set_id: Mapped[int] = mapped_column(ForeignKey("change_set.id"), index=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    field: Mapped[str]
    owner_kind: Mapped[str]
    owner_id: Mapped[int]
    before: Mapped[object] = mapped_column(JSON)
    after: Mapped[object] = mapped_column(JSON)

    change_set: Mapped[ChangeSet] = relationship(back_populates="changes")
