"""What becomes of a proposal: its moves from stage to stage, acts, roles, lines of money, receipts."""

from datetime import date
from typing import ClassVar

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable


class StageEntry(Base):
    """One move into a stage or an end; it is never deleted, it is taken back with a reason."""

    __tablename__ = "stage_entry"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "stage_entry"
    log_parent_kind: ClassVar[str] = "proposal"
    log_parent_field: ClassVar[str] = "proposal_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    stage: Mapped[str]
    entered_on: Mapped[date]
    by: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    missing: Mapped[str] = mapped_column(default="")
    taken_back_on: Mapped[date | None] = mapped_column(default=None)
    taken_back_reason: Mapped[str] = mapped_column(default="")


class CaseAct(Discardable, Base):
    """One act: `act_values` are the fields of its kind, the other columns what is asked of many cases."""

    __tablename__ = "case_act"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "case_act"
    log_parent_kind: ClassVar[str] = "proposal"
    log_parent_field: ClassVar[str] = "proposal_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    kind: Mapped[str] = mapped_column(index=True)
    stage: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    amount: Mapped[int | None] = mapped_column(default=None)
    department: Mapped[str] = mapped_column(default="")
    verdict: Mapped[str] = mapped_column(default="")
    act_values: Mapped[object] = mapped_column(JSON)
    before: Mapped[object] = mapped_column(JSON, default=dict)
    by: Mapped[str] = mapped_column(default="")


class RoleLine(Base):
    """One line of 役割分担."""

    __tablename__ = "role_line"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "role_line"
    log_parent_kind: ClassVar[str] = "proposal"
    log_parent_field: ClassVar[str] = "proposal_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    partner: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")


class BudgetLine(Base):
    """One line of 収支予算 and 収支決算, in whole yen."""

    __tablename__ = "budget_line"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "budget_line"
    log_parent_kind: ClassVar[str] = "proposal"
    log_parent_field: ClassVar[str] = "proposal_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    side: Mapped[str]
    item: Mapped[str] = mapped_column(default="")
    planned: Mapped[int | None] = mapped_column(default=None)
    eligible: Mapped[int | None] = mapped_column(default=None)
    basis: Mapped[str] = mapped_column(default="")
    settled: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")


class Receipt(Base):
    """One 領収書 of a 収支決算, in whole yen."""

    __tablename__ = "receipt"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "receipt"
    log_parent_kind: ClassVar[str] = "proposal"
    log_parent_field: ClassVar[str] = "proposal_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    line_id: Mapped[int | None] = mapped_column(ForeignKey("budget_line.id"), index=True, default=None)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    paid_on: Mapped[date | None] = mapped_column(default=None)
    payee: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    amount: Mapped[int | None] = mapped_column(default=None)
    approved: Mapped[int | None] = mapped_column(default=None)
    cut_reason: Mapped[str] = mapped_column(default="")
