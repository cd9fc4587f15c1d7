"""団体台帳: partners, and pairs that are likely the same."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, Searchable


class Partner(Discardable, Searchable, Base):
    """A group, company or office the city works with. `name` is verbatim, never normalised."""

    __tablename__ = "partner"
    __table_args__ = (Index("ix_partner_sort_key", "sort_key"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "partner"
    unlogged_fields: ClassVar[frozenset[str]] = frozenset({"full_key", "bare_key", "sort_key", "key_version"})

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str | None] = mapped_column(unique=True, default=None)
    name: Mapped[str]
    kana: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="unset")
    kind_estimated: Mapped[bool] = mapped_column(default=False)
    representative: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    confirmed_on: Mapped[date | None] = mapped_column(default=None)
    sort_key: Mapped[str] = mapped_column(default="")


class PartnerPair(Base):
    """Two partners that are likely the same; `decision` is empty until a person decides."""

    __tablename__ = "partner_pair"
    __table_args__ = (
        Index("uq_partner_pair_first_id_second_id", text("first_id"), text("second_id"), unique=True),
    )
    change_kind: ClassVar[str] = "partner_pair"

    id: Mapped[int] = mapped_column(primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    reason: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
