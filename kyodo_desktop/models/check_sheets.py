"""相互チェックシート: a sheet, its marks, who filled it in, and what was agreed over it."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, UtcDateTime


class CheckSheet(Discardable, Base):
    """One sheet of one project in one fiscal year."""

    __tablename__ = "check_sheet"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "check_sheet"
    unlogged_fields: ClassVar[frozenset[str]] = frozenset({"updated_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    fiscal_year: Mapped[int]
    title: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    department: Mapped[str] = mapped_column(default="")
    collaboration_id: Mapped[int | None] = mapped_column(
        ForeignKey("collaboration.id"), index=True, default=None
    )
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    updated_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), index=True, default=None)
    next_check_on: Mapped[date | None] = mapped_column(index=True, default=None)
    note: Mapped[str] = mapped_column(default="")

    marks: Mapped[list["CheckMark"]] = relationship(
        back_populates="sheet", cascade="all, delete-orphan", order_by="CheckMark.id"
    )
    fillings: Mapped[list["CheckFilling"]] = relationship(
        cascade="all, delete-orphan", order_by="CheckFilling.id"
    )
    agreements: Mapped[list["CheckAgreement"]] = relationship(
        cascade="all, delete-orphan", order_by="CheckAgreement.id"
    )


class CheckMark(Base):
    """What one side put in one box, before or after the project."""

    __tablename__ = "check_mark"
    __table_args__ = (UniqueConstraint("check_sheet_id", "item", "side", "moment"),)
    change_kind: ClassVar[str] = "check_mark"
    log_parent_kind: ClassVar[str] = "check_sheet"
    log_parent_field: ClassVar[str] = "check_sheet_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_sheet_id: Mapped[int] = mapped_column(ForeignKey("check_sheet.id"))
    item: Mapped[str]
    side: Mapped[str]
    moment: Mapped[str]
    value: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")

    sheet: Mapped[CheckSheet] = relationship(back_populates="marks")


class CheckFilling(Base):
    """Who filled in one side's boxes of one moment, when, and whether on screen or from a paper."""

    __tablename__ = "check_filling"
    __table_args__ = (UniqueConstraint("check_sheet_id", "side", "moment"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "check_filling"
    log_parent_kind: ClassVar[str] = "check_sheet"
    log_parent_field: ClassVar[str] = "check_sheet_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_sheet_id: Mapped[int] = mapped_column(ForeignKey("check_sheet.id"))
    side: Mapped[str]
    moment: Mapped[str]
    filled_by: Mapped[str] = mapped_column(default="")
    filled_on: Mapped[date | None] = mapped_column(default=None)
    way: Mapped[str] = mapped_column(default="screen")


class CheckAgreement(Base):
    """What both sides agreed of one item when they talked it over."""

    __tablename__ = "check_agreement"
    __table_args__ = (UniqueConstraint("check_sheet_id", "item"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "check_agreement"
    log_parent_kind: ClassVar[str] = "check_sheet"
    log_parent_field: ClassVar[str] = "check_sheet_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_sheet_id: Mapped[int] = mapped_column(ForeignKey("check_sheet.id"))
    item: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None] = mapped_column(default=None)
