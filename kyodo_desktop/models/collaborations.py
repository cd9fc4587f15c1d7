"""取組一覧: the numbered entries of a year, their departments and their partner cells."""

from typing import ClassVar

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, Searchable
from kyodo_desktop.models.partners import Partner


class Department(Base):
    """課 of the city, as the list names it."""

    __tablename__ = "department"
    change_kind: ClassVar[str] = "department"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(default=0)


class Collaboration(Discardable, Searchable, Base):
    """One numbered entry of one fiscal year's list (handbook 資料３)."""

    __tablename__ = "collaboration"
    __table_args__ = (
        Index(
            "uq_collaboration_fiscal_year_number",
            "fiscal_year",
            "number",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
        ),
        ID_NEVER_TWICE,
    )
    change_kind: ClassVar[str] = "collaboration"
    unlogged_fields: ClassVar[frozenset[str]] = frozenset({"full_key", "bare_key", "key_version"})

    id: Mapped[int] = mapped_column(primary_key=True)
    fiscal_year: Mapped[int]
    number: Mapped[int]
    title: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    note_doubtful: Mapped[bool] = mapped_column(default=False)
    zone: Mapped[str | None] = mapped_column(default=None)
    source: Mapped[str] = mapped_column(default="")
    source_page: Mapped[int | None] = mapped_column(default=None)

    departments: Mapped[list["CollaborationDepartment"]] = relationship(
        back_populates="collaboration",
        cascade="all, delete-orphan",
        order_by="CollaborationDepartment.position",
    )
    participations: Mapped[list["Participation"]] = relationship(
        back_populates="collaboration", cascade="all, delete-orphan", order_by="Participation.position"
    )


class CollaborationDepartment(Base):
    """One 課 of an entry; joint entries have several."""

    __tablename__ = "collaboration_department"
    change_kind: ClassVar[str] = "collaboration_department"
    log_parent_kind: ClassVar[str] = "collaboration"
    log_parent_field: ClassVar[str] = "collaboration_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    collaboration_id: Mapped[int] = mapped_column(ForeignKey("collaboration.id"), index=True)
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)

    collaboration: Mapped[Collaboration] = relationship(back_populates="departments")
    department: Mapped[Department] = relationship()


class Participation(Base):
    """One partner cell of an entry with its own 形態. `text` is the cell, verbatim."""

    __tablename__ = "participation"
    change_kind: ClassVar[str] = "participation"
    log_parent_kind: ClassVar[str] = "collaboration"
    log_parent_field: ClassVar[str] = "collaboration_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    collaboration_id: Mapped[int] = mapped_column(ForeignKey("collaboration.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    collaboration_form: Mapped[str]

    collaboration: Mapped[Collaboration] = relationship(back_populates="participations")
    partners: Mapped[list["ParticipationPartner"]] = relationship(
        back_populates="participation",
        cascade="all, delete-orphan",
        order_by="ParticipationPartner.position",
    )


class ParticipationPartner(Base):
    """A partner named in a cell; `unit` is the 部署名."""

    __tablename__ = "participation_partner"
    change_kind: ClassVar[str] = "participation_partner"
    log_parent_kind: ClassVar[str] = "participation"
    log_parent_field: ClassVar[str] = "participation_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id"), index=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    unit: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    participation: Mapped[Participation] = relationship(back_populates="partners")
    partner: Mapped[Partner] = relationship()
