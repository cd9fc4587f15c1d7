"""団体台帳 holds what an office knows: more of each partner, its names, tags, contacts and officers."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the partner's table anew with its rows in it, and the tables of its parts."""
    _rebuild_partner()
    _create_parts()


def rows(before: dict[str, int]) -> dict[str, int]:
    """Return the tables of parts, empty, beside what there was."""
    return before | dict.fromkeys(_PARTS, 0)


_PARTS = ("partner_former_name", "partner_tag", "partner_contact", "partner_officer", "partner_answer")
_KEPT = (
    "id, key, name, kana, kind, kind_estimated, representative, phone, email, postal_code, address, note, "
    "confirmed_on, sort_key, deleted_at, full_key, bare_key, key_version"
)
_NEW: dict[str, str] = {
    "confirmed_by": "''",
    "short_name": "''",
    "legal_form": "''",
    "legal_form_position": "''",
    "corporate_number": "''",
    "activity_fields": "'[]'",
    "website": "''",
    "asupia_registered": "0",
    "musubu_listed": "0",
    "public_fields": "'[]'",
    "purpose": "''",
    "achievements": "''",
    "public_interest": "''",
    "non_profit": "''",
    "voluntariness": "''",
    "finances": "''",
    "organisation": "''",
}


def _rebuild_partner() -> None:
    # SQLite writes a renamed or widened table down in other words than a new one: so the rows step aside.
    # With the table goes the highest id it ever gave; that is never given again.
    op.execute(f"CREATE TEMP TABLE kept AS SELECT {_KEPT} FROM partner")  # noqa: S608
    op.execute("CREATE TEMP TABLE kept_last AS SELECT seq FROM sqlite_sequence WHERE name = 'partner'")
    op.drop_table("partner")
    _create_partner()
    op.execute(
        f"INSERT INTO partner ({_KEPT}, {', '.join(_NEW)}) "  # noqa: S608
        f"SELECT {_KEPT}, {', '.join(_NEW.values())} FROM temp.kept ORDER BY id"
    )
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'partner'")
    op.execute("INSERT INTO sqlite_sequence (name, seq) SELECT 'partner', seq FROM temp.kept_last")
    op.execute("DROP TABLE temp.kept")
    op.execute("DROP TABLE temp.kept_last")


def _create_partner() -> None:
    op.create_table(
        "partner",
        _id(),
        _text("key", empty=True),
        _text("name"),
        _text("kana"),
        _text("kind"),
        _yes_no("kind_estimated"),
        _text("representative"),
        _text("phone"),
        _text("email"),
        _text("postal_code"),
        _text("address"),
        _text("note"),
        _day("confirmed_on"),
        _text("confirmed_by"),
        _text("short_name"),
        _text("legal_form"),
        _text("legal_form_position"),
        _text("corporate_number"),
        _data("activity_fields"),
        _day("established_on"),
        _number("members", empty=True),
        _number("members_in_city", empty=True),
        _text("website"),
        _day("bylaws_seen_on"),
        _day("roster_seen_on"),
        _yes_no("asupia_registered"),
        _yes_no("musubu_listed"),
        _data("public_fields"),
        _text("purpose"),
        _text("achievements"),
        _text("public_interest"),
        _text("non_profit"),
        _text("voluntariness"),
        _text("finances"),
        _text("organisation"),
        _number("merged_into", empty=True),
        _text("sort_key"),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        _text("full_key"),
        _text("bare_key"),
        _number("key_version"),
        sa.PrimaryKeyConstraint("id", name="pk_partner"),
        sa.UniqueConstraint("key", name="uq_partner_key"),
        sa.ForeignKeyConstraint(["merged_into"], ["partner.id"], name="fk_partner_merged_into_partner"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_partner_sort_key", "partner", ["sort_key"])


def _create_parts() -> None:
    _create_part("partner_former_name", _text("name"))
    _create_part("partner_tag", _text("name"))
    _create_part(
        "partner_contact",
        _text("purpose"),
        _text("person"),
        _text("phone"),
        _text("fax"),
        _text("email"),
        _text("note"),
    )
    _create_part(
        "partner_officer",
        _text("title"),
        _text("name"),
        _text("kana"),
        _day("starts_on"),
        _day("ends_on"),
    )
    _create_part(
        "partner_answer",
        _text("key"),
        _text("state"),
        _text("seen"),
        _text("by"),
        _day("on"),
        sa.UniqueConstraint("partner_id", "key", name="uq_partner_answer_partner_id_key"),
    )


def _create_part(table: str, *columns: sa.Column[Any] | sa.UniqueConstraint) -> None:
    op.create_table(
        table,
        *columns,
        _id(),
        _number("partner_id"),
        _number("position"),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=f"fk_{table}_partner_id_partner"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sqlite_autoincrement=True,
    )
    op.create_index(f"ix_{table}_partner_id", table, ["partner_id"])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _text(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=empty)


def _number(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=empty)


def _yes_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=True)


def _data(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)
