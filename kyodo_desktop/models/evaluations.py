"""事業の評価: an evaluation, a looking back or a mid-term check, with goals and both sides' answers."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, UtcDateTime


class Evaluation(Discardable, Base):
    """One evaluation of one project in one fiscal year; `version` is that of its items' data file."""

    __tablename__ = "evaluation"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "evaluation"
    unlogged_fields: ClassVar[frozenset[str]] = frozenset({"updated_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    fiscal_year: Mapped[int]
    title: Mapped[str] = mapped_column(default="")
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), index=True, default=None)
    collaboration_id: Mapped[int | None] = mapped_column(
        ForeignKey("collaboration.id"), index=True, default=None
    )
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    department: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date | None] = mapped_column(default=None)
    joint_result: Mapped[str] = mapped_column(default="")
    causes: Mapped[str] = mapped_column(default="")
    improvements: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")
    public_summary: Mapped[str] = mapped_column(default="")
    public_text: Mapped[str] = mapped_column(default="")
    published_on: Mapped[date | None] = mapped_column(default=None)
    published_where: Mapped[str] = mapped_column(default="")
    next_on: Mapped[date | None] = mapped_column(default=None)
    updated_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)

    goals: Mapped[list["EvaluationGoal"]] = relationship(
        cascade="all, delete-orphan", order_by="EvaluationGoal.position, EvaluationGoal.id"
    )
    answers: Mapped[list["EvaluationAnswer"]] = relationship(
        cascade="all, delete-orphan", order_by="EvaluationAnswer.id"
    )
    fillings: Mapped[list["EvaluationFilling"]] = relationship(
        cascade="all, delete-orphan", order_by="EvaluationFilling.id"
    )


class EvaluationGoal(Base):
    """One goal with its indicator, set at the start, and what came of it."""

    __tablename__ = "evaluation_goal"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "evaluation_goal"
    log_parent_kind: ClassVar[str] = "evaluation"
    log_parent_field: ClassVar[str] = "evaluation_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    goal: Mapped[str] = mapped_column(default="")
    indicator: Mapped[str] = mapped_column(default="")
    target: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    how_measured: Mapped[str] = mapped_column(default="")


class EvaluationAnswer(Base):
    """What one side, or both together, said of one item."""

    __tablename__ = "evaluation_answer"
    __table_args__ = (UniqueConstraint("evaluation_id", "item", "side"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "evaluation_answer"
    log_parent_kind: ClassVar[str] = "evaluation"
    log_parent_field: ClassVar[str] = "evaluation_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id"))
    item: Mapped[str]
    side: Mapped[str]
    mark: Mapped[str | None] = mapped_column(default=None)
    words: Mapped[str] = mapped_column(default="")


class EvaluationFilling(Base):
    """Who filled in one side of an evaluation, and when."""

    __tablename__ = "evaluation_filling"
    __table_args__ = (UniqueConstraint("evaluation_id", "side"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "evaluation_filling"
    log_parent_kind: ClassVar[str] = "evaluation"
    log_parent_field: ClassVar[str] = "evaluation_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id"))
    side: Mapped[str]
    filled_by: Mapped[str] = mapped_column(default="")
    filled_on: Mapped[date | None] = mapped_column(default=None)
