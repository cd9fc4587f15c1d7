"""Talks, offers and needs, referrals, files of a record, named searches, the log of personal data."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables."""
    _create_talks()
    _create_talents()
    _create_attachments()
    _create_office()


def rows(before: dict[str, int]) -> dict[str, int]:
    """Return the new tables, empty, beside what there was."""
    return before | dict.fromkeys(_TABLES, 0)


_TABLES = ("contact_record", "talent", "referral", "attachment", "personal_data_use", "saved_search")


def _create_talks() -> None:
    op.create_table(
        "contact_record",
        _id(),
        _number("partner_id", empty=True),
        _number("proposal_id", empty=True),
        _text("way"),
        _moment("happened_at"),
        _text("caller"),
        _text("person"),
        _text("phone"),
        _text("text"),
        _text("taken_by"),
        _day("next_on", empty=True),
        _text("next_what"),
        _day("settled_on", empty=True),
        _moment("deleted_at", empty=True),
        _text("full_key"),
        _text("bare_key"),
        _number("key_version"),
        sa.PrimaryKeyConstraint("id", name="pk_contact_record"),
        _refers("contact_record", "partner_id", "partner"),
        _refers("contact_record", "proposal_id", "proposal"),
        sqlite_autoincrement=True,
    )
    _index("contact_record", "partner_id", "proposal_id", "next_on")


def _create_talents() -> None:
    op.create_table(
        "talent",
        _id(),
        _number("partner_id"),
        _text("side"),
        _text("title"),
        _text("text"),
        _data("activity_fields"),
        _text("person"),
        _day("noted_on"),
        _day("ends_on", empty=True),
        _day("closed_on", empty=True),
        _moment("deleted_at", empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_talent"),
        _refers("talent", "partner_id", "partner"),
        sqlite_autoincrement=True,
    )
    _index("talent", "partner_id")
    op.create_table(
        "referral",
        _id(),
        _number("partner_id"),
        _number("to_partner_id", empty=True),
        _number("talent_id", empty=True),
        _text("organization"),
        _day("referred_on"),
        _text("about"),
        _text("outcome"),
        _moment("deleted_at", empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_referral"),
        _refers("referral", "partner_id", "partner"),
        _refers("referral", "to_partner_id", "partner"),
        _refers("referral", "talent_id", "talent"),
        sqlite_autoincrement=True,
    )
    _index("referral", "partner_id", "to_partner_id", "talent_id")


def _create_attachments() -> None:
    op.create_table(
        "attachment",
        _id(),
        *(_number(f"{owner}_id", empty=True) for owner in _OWNERS),
        _text("name"),
        _text("title"),
        _text("media_type"),
        _number("size"),
        _text("sha256"),
        _moment("added_at"),
        _text("added_by"),
        _moment("deleted_at", empty=True),
        sa.CheckConstraint(
            " + ".join(f"({owner}_id IS NOT NULL)" for owner in _OWNERS) + " = 1",
            name="one_owner",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        *(_refers("attachment", f"{owner}_id", owner) for owner in _OWNERS),
        sqlite_autoincrement=True,
    )
    _index("attachment", *(f"{owner}_id" for owner in _OWNERS), "sha256")


_OWNERS = ("partner", "proposal", "collaboration", "check_sheet")


def _create_office() -> None:
    op.create_table(
        "personal_data_use",
        _id(),
        _moment("moment"),
        _text("who"),
        _text("use"),
        _text("what"),
        _number("records"),
        _data("fields"),
        _text("target"),
        sa.PrimaryKeyConstraint("id", name="pk_personal_data_use"),
        sqlite_autoincrement=True,
    )
    _index("personal_data_use", "moment")
    op.create_table(
        "saved_search",
        _id(),
        _text("page"),
        _text("name"),
        _data("state"),
        sa.PrimaryKeyConstraint("id", name="pk_saved_search"),
        sa.UniqueConstraint("page", "name", name="uq_saved_search_page_name"),
        sqlite_autoincrement=True,
    )


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=empty)


def _day(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=empty)


def _moment(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), nullable=empty)


def _data(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _refers(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")
