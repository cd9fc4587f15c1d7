"""What a partner has several of: former names, tags, contacts, officers, and what was found of it."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base


class PartnerPart(Base):
    """A row of a partner, which the partner's history tells of."""

    __abstract__ = True
    log_parent_kind: ClassVar[str] = "partner"
    log_parent_field: ClassVar[str] = "partner_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class PartnerFormerName(PartnerPart):
    """A name the partner had before."""

    __tablename__ = "partner_former_name"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "partner_former_name"

    name: Mapped[str]


class PartnerTag(PartnerPart):
    """A word of the office's own by which it groups partners."""

    __tablename__ = "partner_tag"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "partner_tag"

    name: Mapped[str]


class PartnerContact(PartnerPart):
    """Whom to reach, and for what."""

    __tablename__ = "partner_contact"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "partner_contact"

    purpose: Mapped[str] = mapped_column(default="")
    person: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    fax: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class PartnerOfficer(PartnerPart):
    """Who holds an office, from and to a day."""

    __tablename__ = "partner_officer"
    __table_args__ = ID_NEVER_TWICE
    change_kind: ClassVar[str] = "partner_officer"

    title: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    kana: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)


class PartnerAnswer(PartnerPart):
    """One thing the handbook asks of a partner: what a person found, in what, and when."""

    __tablename__ = "partner_answer"
    __table_args__ = (UniqueConstraint("partner_id", "key"), ID_NEVER_TWICE)
    change_kind: ClassVar[str] = "partner_answer"

    key: Mapped[str]
    state: Mapped[str] = mapped_column(default="not_yet")
    seen: Mapped[str] = mapped_column(default="")
    by: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None] = mapped_column(default=None)
