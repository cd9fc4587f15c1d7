"""The change log: acts of the clerk and the fields they changed."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import Base, UtcDateTime


class ChangeSet(Base):
    """One act: when, who, and in words what was done. `undoes` names the act that this one took back."""

    __tablename__ = "change_set"

    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str]
    what: Mapped[str]
    schema: Mapped[int]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("change_set.id"), default=None)

    changes: Mapped[list["Change"]] = relationship(back_populates="change_set", order_by="Change.id")


class Change(Base):
    """One field of one record; `field` is `*` with all columns for a record made or removed."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_kind_record_id", "kind", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_set_id: Mapped[int] = mapped_column(ForeignKey("change_set.id"), index=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    field: Mapped[str]
    before: Mapped[object] = mapped_column(JSON)
    after: Mapped[object] = mapped_column(JSON)

    change_set: Mapped[ChangeSet] = relationship(back_populates="changes")
