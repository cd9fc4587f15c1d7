"""Issued papers, the words of the office's papers, stock sentences, and scans on their way home."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, UtcDateTime

_OWNERS = ("partner_id", "proposal_id", "collaboration_id", "check_sheet_id")


class IssuedSheet(Base):
    """One sheet with a number; at most one of the four ids is set. It is never deleted: it becomes void."""

    __tablename__ = "issued_sheet"
    __table_args__ = (
        UniqueConstraint("fiscal_year", "serial"),
        CheckConstraint(" + ".join(f"({name} IS NOT NULL)" for name in _OWNERS) + " < 2", name="one_owner"),
        ID_NEVER_TWICE,
    )
    change_kind: ClassVar[str] = "issued_sheet"

    id: Mapped[int] = mapped_column(primary_key=True)
    fiscal_year: Mapped[int]
    serial: Mapped[int]
    form_key: Mapped[str] = mapped_column(index=True)
    form_revision: Mapped[int] = mapped_column(default=1)
    template_id: Mapped[int | None] = mapped_column(ForeignKey("form_template.id"), default=None)
    title: Mapped[str]
    state: Mapped[str] = mapped_column(index=True, default="made")
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), index=True, default=None)
    collaboration_id: Mapped[int | None] = mapped_column(
        ForeignKey("collaboration.id"), index=True, default=None
    )
    check_sheet_id: Mapped[int | None] = mapped_column(ForeignKey("check_sheet.id"), index=True, default=None)
    holder: Mapped[str] = mapped_column(default="")
    document_number: Mapped[str] = mapped_column(default="")
    form_values: Mapped[object] = mapped_column(JSON)
    pages: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(default="")
    printed_on: Mapped[date | None] = mapped_column(default=None)
    awaited_since: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    received_on: Mapped[date | None] = mapped_column(default=None)
    filed_on: Mapped[date | None] = mapped_column(default=None)
    void_on: Mapped[date | None] = mapped_column(default=None)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("issued_sheet.id"), default=None)
    note: Mapped[str] = mapped_column(default="")

    def log_parent(self) -> tuple[str, int] | None:
        """Return the record it belongs to, if it belongs to one."""
        for name in _OWNERS:
            if (owner := getattr(self, name)) is not None:
                return name.removesuffix("_id"), owner
        return None


class SheetCounter(Base):
    """The last serial of a fiscal year; a number is never given twice."""

    __tablename__ = "sheet_counter"

    fiscal_year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(default=0)


class FormTemplate(Base):
    """The words and habits of one paper in one fiscal year; each saving is a new version."""

    __tablename__ = "form_template"
    __table_args__ = (UniqueConstraint("form_key", "fiscal_year", "version"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "form_template"

    id: Mapped[int] = mapped_column(primary_key=True)
    form_key: Mapped[str]
    fiscal_year: Mapped[int]
    version: Mapped[int]
    content: Mapped[object] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(default="")


class Phrase(Discardable, Base):
    """A stock sentence of the office's own for a letter and an outcome."""

    __tablename__ = "phrase"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "phrase"

    id: Mapped[int] = mapped_column(primary_key=True)
    form_key: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    text: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Scan(Base):
    """A run of scanned pages that a person has still to look at, or has looked at.

    `sha256` names the PDF made of them; `sums` are those of the files they were read from, so that none is
    taken in twice.
    """

    __tablename__ = "scan"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "scan"

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    first_page: Mapped[int]
    pages: Mapped[int]
    state: Mapped[str] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    sums: Mapped[object] = mapped_column(JSON)
    taken_in_at: Mapped[datetime] = mapped_column(UtcDateTime)
    code: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("issued_sheet.id"), index=True, default=None)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"), default=None)
