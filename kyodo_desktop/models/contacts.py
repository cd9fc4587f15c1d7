"""対応履歴, 人財の森 and where the counter sent someone."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, Searchable, UtcDateTime


class ContactRecord(Discardable, Searchable, Base):
    """One talk at the counter, on the telephone or by mail; without a partner, `caller` says who it was."""

    __tablename__ = "contact_record"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "contact_record"
    unlogged_fields: ClassVar[frozenset[str]] = frozenset({"full_key", "bare_key", "key_version"})

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), index=True, default=None)
    way: Mapped[str]
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    caller: Mapped[str] = mapped_column(default="")
    person: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    taken_by: Mapped[str] = mapped_column(default="")
    next_on: Mapped[date | None] = mapped_column(index=True, default=None)
    next_what: Mapped[str] = mapped_column(default="")
    settled_on: Mapped[date | None] = mapped_column(default=None)

    def log_parent(self) -> tuple[str, int] | None:
        """Return the partner, whose history tells of the talk, where it is one of the register."""
        return ("partner", self.partner_id) if self.partner_id is not None else None


class Talent(Discardable, Base):
    """Knowledge or experience that a partner offers or needs (こだいら人財の森)."""

    __tablename__ = "talent"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "talent"
    log_parent_kind: ClassVar[str] = "partner"
    log_parent_field: ClassVar[str] = "partner_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    side: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    activity_fields: Mapped[list[int]] = mapped_column(JSON, default=list)
    person: Mapped[str] = mapped_column(default="")
    noted_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)


class Referral(Discardable, Base):
    """Where the counter sent someone: to a 中間支援組織, or to another partner."""

    __tablename__ = "referral"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "referral"
    log_parent_kind: ClassVar[str] = "partner"
    log_parent_field: ClassVar[str] = "partner_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    to_partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    talent_id: Mapped[int | None] = mapped_column(ForeignKey("talent.id"), index=True, default=None)
    organization: Mapped[str] = mapped_column(default="")
    referred_on: Mapped[date]
    about: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
