"""募集回: one programme in one fiscal year, its dates, themes, council meetings and briefings."""

from datetime import date
from typing import ClassVar

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable


class Round(Discardable, Base):
    """One programme in one fiscal year; `programme_revision` stays as it was when the round was made.

    `closes_at` is the time of day the applications close, as ISO text; empty: the whole closing day counts.
    """

    __tablename__ = "programme_round"
    __table_args__ = (
        Index(
            "uq_programme_round_programme_fiscal_year",
            "programme",
            "fiscal_year",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
        ),
        ID_NEVER_TWICE,
    )
    change_kind: ClassVar[str] = "round"

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str]
    programme_revision: Mapped[int]
    fiscal_year: Mapped[int]
    closes_at: Mapped[str] = mapped_column(default="")
    late_note: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    dates: Mapped[list["RoundDate"]] = relationship(
        back_populates="round", cascade="all, delete-orphan", order_by="RoundDate.id"
    )
    themes: Mapped[list["Theme"]] = relationship(
        back_populates="round", cascade="all, delete-orphan", order_by="Theme.position"
    )
    meetings: Mapped[list["CouncilMeeting"]] = relationship(
        back_populates="round", cascade="all, delete-orphan", order_by="CouncilMeeting.id"
    )
    briefings: Mapped[list["Briefing"]] = relationship(
        back_populates="round", cascade="all, delete-orphan", order_by="Briefing.id"
    )


class RoundDate(Base):
    """The dates of one stage; `moved` when a person set them."""

    __tablename__ = "round_date"
    __table_args__ = (UniqueConstraint("round_id", "stage"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "round_date"
    log_parent_kind: ClassVar[str] = "round"
    log_parent_field: ClassVar[str] = "round_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("programme_round.id"), index=True)
    stage: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    moved: Mapped[bool] = mapped_column(default=False)

    round: Mapped[Round] = relationship(back_populates="dates")


class CouncilMeeting(Base):
    """One 協働推進庁内検討会議; `attended` are the 課 that came, by the names they had then."""

    __tablename__ = "council_meeting"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "council_meeting"
    log_parent_kind: ClassVar[str] = "round"
    log_parent_field: ClassVar[str] = "round_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("programme_round.id"), index=True)
    held_on: Mapped[date | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    attended: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")

    round: Mapped[Round] = relationship(back_populates="meetings")


class Theme(Base):
    """提示テーマ・地域課題・提示事業; `departments` are the 課 that ask, by the names they had then."""

    __tablename__ = "theme"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "theme"
    log_parent_kind: ClassVar[str] = "round"
    log_parent_field: ClassVar[str] = "round_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("programme_round.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    departments: Mapped[list[str]] = mapped_column(JSON, default=list)
    origin: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="candidate")
    reason: Mapped[str] = mapped_column(default="")
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("council_meeting.id"), index=True, default=None)

    round: Mapped[Round] = relationship(back_populates="themes")


class Briefing(Base):
    """One 事業説明会; `starts_at` is its time of day as ISO text."""

    __tablename__ = "briefing"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "briefing"
    log_parent_kind: ClassVar[str] = "round"
    log_parent_field: ClassVar[str] = "round_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("programme_round.id"), index=True)
    held_on: Mapped[date | None] = mapped_column(default=None)
    starts_at: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    round: Mapped[Round] = relationship(back_populates="briefings")
    guests: Mapped[list["BriefingGuest"]] = relationship(
        back_populates="briefing", cascade="all, delete-orphan", order_by="BriefingGuest.id"
    )


class BriefingGuest(Base):
    """Who came to a briefing; of a partner of the register, `name` is what it was called then."""

    __tablename__ = "briefing_guest"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "briefing_guest"
    log_parent_kind: ClassVar[str] = "briefing"
    log_parent_field: ClassVar[str] = "briefing_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefing.id"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    name: Mapped[str] = mapped_column(default="")
    persons: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")

    briefing: Mapped[Briefing] = relationship(back_populates="guests")
