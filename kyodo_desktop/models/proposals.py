"""提案受付: proposals, what was found of each requirement, the papers handed in, the receipt counter."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, UtcDateTime
from kyodo_desktop.models.cases import BudgetLine, CaseAct, Receipt, RoleLine, StageEntry


class Proposal(Discardable, Base):
    """One proposal. A draft is not in the change log; its 受付 is, with all it holds then."""

    __tablename__ = "proposal"
    __table_args__ = (
        Index(
            "uq_proposal_fiscal_year_programme_serial",
            "fiscal_year",
            "programme",
            "serial",
            unique=True,
            sqlite_where=text("serial IS NOT NULL"),
        ),
        ID_NEVER_TWICE,
    )
    change_kind: ClassVar[str] = "proposal"
    unlogged_fields: ClassVar[frozenset[str]] = frozenset({"updated_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(default="")
    programme_revision: Mapped[int] = mapped_column(default=1)
    fiscal_year: Mapped[int] = mapped_column(default=0)
    serial: Mapped[int | None] = mapped_column(default=None)
    stage: Mapped[str] = mapped_column(default="draft")
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    partner_name: Mapped[str] = mapped_column(default="")
    contact_name: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    eligible_cost: Mapped[int | None] = mapped_column(default=None)
    amount: Mapped[int | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    received_by_way: Mapped[str] = mapped_column(default="counter")
    received_by: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    accepted_on: Mapped[date | None] = mapped_column(default=None)
    acceptance_reason: Mapped[str] = mapped_column(default="")
    updated_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("theme.id"), index=True, default=None)
    purpose: Mapped[str] = mapped_column(default="")
    need: Mapped[str] = mapped_column(default="")
    public_interest: Mapped[str] = mapped_column(default="")
    effect: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    participants: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    publicity: Mapped[str] = mapped_column(default="")
    next_year: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    selection_method: Mapped[str] = mapped_column(default="")
    selection_criteria: Mapped[str] = mapped_column(default="")
    collaboration_id: Mapped[int | None] = mapped_column(
        ForeignKey("collaboration.id"), index=True, default=None
    )
    past: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    arrived_on: Mapped[date | None] = mapped_column(default=None)

    requirements: Mapped[list["RequirementCheck"]] = relationship(
        back_populates="proposal", cascade="all, delete-orphan", order_by="RequirementCheck.id"
    )
    papers: Mapped[list["ProposalPaper"]] = relationship(
        back_populates="proposal", cascade="all, delete-orphan", order_by="ProposalPaper.id"
    )

    roles: Mapped[list[RoleLine]] = relationship(
        cascade="all, delete-orphan", order_by=(RoleLine.position, RoleLine.id)
    )
    lines: Mapped[list[BudgetLine]] = relationship(
        cascade="all, delete-orphan", order_by=(BudgetLine.position, BudgetLine.id)
    )
    receipts: Mapped[list[Receipt]] = relationship(
        cascade="all, delete-orphan", order_by=(Receipt.position, Receipt.id)
    )
    entries: Mapped[list[StageEntry]] = relationship(cascade="all, delete-orphan", order_by=StageEntry.id)
    acts: Mapped[list[CaseAct]] = relationship(cascade="all, delete-orphan", order_by=CaseAct.id)

    def is_logged(self) -> bool:
        """Tell whether the proposal has left its draft."""
        return self.stage != "draft"


class RequirementCheck(Base):
    """One requirement of the programme: what a person found, when, from what."""

    __tablename__ = "requirement_check"
    __table_args__ = (UniqueConstraint("proposal_id", "key"),)
    change_kind: ClassVar[str] = "requirement_check"
    log_parent_kind: ClassVar[str] = "proposal"
    log_parent_field: ClassVar[str] = "proposal_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    key: Mapped[str]
    state: Mapped[str] = mapped_column(default="not_yet")
    seen: Mapped[str] = mapped_column(default="")
    by: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None] = mapped_column(default=None)

    proposal: Mapped[Proposal] = relationship(back_populates="requirements")


class ProposalPaper(Base):
    """A paper handed in with a proposal, and how many copies."""

    __tablename__ = "proposal_paper"
    __table_args__ = (UniqueConstraint("proposal_id", "key"),)
    change_kind: ClassVar[str] = "proposal_paper"
    log_parent_kind: ClassVar[str] = "proposal"
    log_parent_field: ClassVar[str] = "proposal_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    key: Mapped[str]
    copies: Mapped[int] = mapped_column(default=1)

    proposal: Mapped[Proposal] = relationship(back_populates="papers")


class ReceiptCounter(Base):
    """The last serial given out in a year of a programme; a number is never given twice."""

    __tablename__ = "receipt_counter"

    fiscal_year: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(default=0)
