"""六つの手順: one project taken through the handbook's steps, and what was noted of each."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, UtcDateTime


class Guide(Discardable, Base):
    """One project in the six steps, with the suitability, zone and form of 協働 that were chosen."""

    __tablename__ = "guide"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "guide"
    unlogged_fields: ClassVar[frozenset[str]] = frozenset({"updated_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(default="")
    fiscal_year: Mapped[int]
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), index=True, default=None)
    collaboration_id: Mapped[int | None] = mapped_column(
        ForeignKey("collaboration.id"), index=True, default=None
    )
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    department: Mapped[str] = mapped_column(default="")
    suitability: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    collaboration_form: Mapped[str] = mapped_column(default="")
    updated_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)

    notes: Mapped[list["GuideNote"]] = relationship(cascade="all, delete-orphan", order_by="GuideNote.id")


class GuideNote(Base):
    """What was found of one point of one step."""

    __tablename__ = "guide_note"
    __table_args__ = (UniqueConstraint("guide_id", "step", "point"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "guide_note"
    log_parent_kind: ClassVar[str] = "guide"
    log_parent_field: ClassVar[str] = "guide_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    guide_id: Mapped[int] = mapped_column(ForeignKey("guide.id"))
    step: Mapped[str]
    point: Mapped[str]
    state: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    noted_on: Mapped[date | None] = mapped_column(default=None)
    by: Mapped[str] = mapped_column(default="")
