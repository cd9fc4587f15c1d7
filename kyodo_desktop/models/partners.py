"""団体台帳: partners, and pairs that are likely the same."""

from datetime import date
from typing import ClassVar

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, Discardable, Searchable
from kyodo_desktop.models.partner_parts import (
    PartnerAnswer,
    PartnerContact,
    PartnerFormerName,
    PartnerOfficer,
    PartnerTag,
)

_OWNED = "all, delete-orphan"


class Partner(Discardable, Searchable, Base):
    """A group, company or office the city works with. `name` is verbatim, never normalised.

    `activity_fields` and `public_fields` are sorted lists, given anew when they change. `merged_into` is the
    partner that a person made it one with; it lies in the wastebasket then.
    """

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
    confirmed_by: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="")
    legal_form: Mapped[str] = mapped_column(default="")
    legal_form_position: Mapped[str] = mapped_column(default="")
    corporate_number: Mapped[str] = mapped_column(default="")
    activity_fields: Mapped[list[int]] = mapped_column(JSON, default=list)
    established_on: Mapped[date | None] = mapped_column(default=None)
    members: Mapped[int | None] = mapped_column(default=None)
    members_in_city: Mapped[int | None] = mapped_column(default=None)
    website: Mapped[str] = mapped_column(default="")
    bylaws_seen_on: Mapped[date | None] = mapped_column(default=None)
    roster_seen_on: Mapped[date | None] = mapped_column(default=None)
    asupia_registered: Mapped[bool] = mapped_column(default=False)
    musubu_listed: Mapped[bool] = mapped_column(default=False)
    public_fields: Mapped[list[str]] = mapped_column(JSON, default=list)
    purpose: Mapped[str] = mapped_column(default="")
    achievements: Mapped[str] = mapped_column(default="")
    public_interest: Mapped[str] = mapped_column(default="")
    non_profit: Mapped[str] = mapped_column(default="")
    voluntariness: Mapped[str] = mapped_column(default="")
    finances: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), default=None)
    sort_key: Mapped[str] = mapped_column(default="")

    former_names: Mapped[list[PartnerFormerName]] = relationship(
        cascade=_OWNED, order_by=PartnerFormerName.position
    )
    tags: Mapped[list[PartnerTag]] = relationship(cascade=_OWNED, order_by=PartnerTag.position)
    contacts: Mapped[list[PartnerContact]] = relationship(cascade=_OWNED, order_by=PartnerContact.position)
    officers: Mapped[list[PartnerOfficer]] = relationship(cascade=_OWNED, order_by=PartnerOfficer.position)
    answers: Mapped[list[PartnerAnswer]] = relationship(cascade=_OWNED, order_by=PartnerAnswer.position)


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
