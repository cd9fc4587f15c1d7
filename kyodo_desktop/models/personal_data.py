"""The log of what left the program with personal data in it; a log is not itself in the change log."""

from datetime import datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from kyodo_desktop.models.base import ID_NEVER_TWICE, Base, UtcDateTime


class PersonalDataUse(Base):
    """One export or print that held personal data."""

    __tablename__ = "personal_data_use"
    __table_args__ = ID_NEVER_TWICE

    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    who: Mapped[str]
    use: Mapped[str]
    what: Mapped[str]
    records: Mapped[int]
    fields: Mapped[list[str]] = mapped_column(JSON, default=list)
    target: Mapped[str] = mapped_column(default="")
