"""Files put to a record; the bytes lie in the data folder under their own sum."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, UtcDateTime

_OWNERS = ("partner_id", "proposal_id", "collaboration_id", "check_sheet_id")


class Attachment(Discardable, Base):
    """One file of one record: exactly one of the four ids is set."""

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint(" + ".join(f"({name} IS NOT NULL)" for name in _OWNERS) + " = 1", name="one_owner"),
        ID_NEVER_TWICE,
    )
    change_kind: ClassVar[str] = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True, default=None)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), index=True, default=None)
    collaboration_id: Mapped[int | None] = mapped_column(
        ForeignKey("collaboration.id"), index=True, default=None
    )
    check_sheet_id: Mapped[int | None] = mapped_column(ForeignKey("check_sheet.id"), index=True, default=None)
    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    added_by: Mapped[str] = mapped_column(default="")

    def log_parent(self) -> tuple[str, int] | None:
        """Return the record it was put to."""
        for name in _OWNERS:
            if (owner := getattr(self, name)) is not None:
                return name.removesuffix("_id"), owner
        return None
