"""募集回 with their dates, themes, meetings and briefings; a proposal may take a theme up."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the tables, and make the proposals' table anew with its rows in it."""
    _create_round()
    _create_themes()
    _create_briefings()
    _rebuild_proposal()


def rows(before: dict[str, int]) -> dict[str, int]:
    """Return the new tables, empty, beside what there was."""
    return before | dict.fromkeys(_TABLES, 0)


_TABLES = ("programme_round", "round_date", "council_meeting", "theme", "briefing", "briefing_guest")
_KEPT = (
    "id, programme, programme_revision, fiscal_year, serial, stage, partner_id, partner_name, contact_name, "
    "contact_phone, contact_email, title, summary, starts_on, ends_on, eligible_cost, amount, reason, "
    "received_by_way, received_by, received_at, accepted_on, acceptance_reason, updated_at, deleted_at"
)


def _create_round() -> None:
    op.create_table(
        "programme_round",
        _id(),
        _text("programme"),
        _number("programme_revision"),
        _number("fiscal_year"),
        _text("closes_at"),
        _text("late_note"),
        _text("note"),
        _moment("deleted_at"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_round"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_programme_round_programme_fiscal_year",
        "programme_round",
        ["programme", "fiscal_year"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    _create_part(
        "round_date",
        _text("stage"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("moved", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("round_id", "stage", name="uq_round_date_round_id_stage"),
    )


def _create_themes() -> None:
    _create_part("council_meeting", _day("held_on"), _text("place"), _data("attended"), _text("note"))
    op.create_table(
        "theme",
        _id(),
        _number("round_id"),
        _number("position"),
        _text("kind"),
        _text("title"),
        _text("text"),
        _data("departments"),
        _text("origin"),
        _text("decision"),
        _text("reason"),
        _number("meeting_id", empty=True),
        _refers("theme", "round_id", "programme_round"),
        _refers("theme", "meeting_id", "council_meeting"),
        sa.PrimaryKeyConstraint("id", name="pk_theme"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_theme_round_id", "theme", ["round_id"])
    op.create_index("ix_theme_meeting_id", "theme", ["meeting_id"])


def _create_briefings() -> None:
    _create_part("briefing", _day("held_on"), _text("starts_at"), _text("place"), _text("note"))
    op.create_table(
        "briefing_guest",
        _id(),
        _number("briefing_id"),
        _number("partner_id", empty=True),
        _text("name"),
        _number("persons", empty=True),
        _text("note"),
        _refers("briefing_guest", "briefing_id", "briefing"),
        _refers("briefing_guest", "partner_id", "partner"),
        sa.PrimaryKeyConstraint("id", name="pk_briefing_guest"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_briefing_guest_briefing_id", "briefing_guest", ["briefing_id"])
    op.create_index("ix_briefing_guest_partner_id", "briefing_guest", ["partner_id"])


def _rebuild_proposal() -> None:
    # As in 0002: the rows step aside, and the highest id that was ever given is never given again.
    op.execute(f"CREATE TEMP TABLE kept AS SELECT {_KEPT} FROM proposal")  # noqa: S608
    op.execute("CREATE TEMP TABLE kept_last AS SELECT seq FROM sqlite_sequence WHERE name = 'proposal'")
    op.drop_table("proposal")
    _create_proposal()
    op.execute(f"INSERT INTO proposal ({_KEPT}) SELECT {_KEPT} FROM temp.kept ORDER BY id")  # noqa: S608
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'proposal'")
    op.execute("INSERT INTO sqlite_sequence (name, seq) SELECT 'proposal', seq FROM temp.kept_last")
    op.execute("DROP TABLE temp.kept")
    op.execute("DROP TABLE temp.kept_last")


def _create_proposal() -> None:
    op.create_table(
        "proposal",
        _id(),
        _text("programme"),
        _number("programme_revision"),
        _number("fiscal_year"),
        _number("serial", empty=True),
        _text("stage"),
        _number("partner_id", empty=True),
        _text("partner_name"),
        _text("contact_name"),
        _text("contact_phone"),
        _text("contact_email"),
        _text("title"),
        _text("summary"),
        _day("starts_on"),
        _day("ends_on"),
        _number("eligible_cost", empty=True),
        _number("amount", empty=True),
        _text("reason"),
        _text("received_by_way"),
        _text("received_by"),
        _moment("received_at"),
        _day("accepted_on"),
        _text("acceptance_reason"),
        _moment("updated_at"),
        _number("theme_id", empty=True),
        _moment("deleted_at"),
        _refers("proposal", "partner_id", "partner"),
        _refers("proposal", "theme_id", "theme"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposal_partner_id", "proposal", ["partner_id"])
    op.create_index("ix_proposal_theme_id", "proposal", ["theme_id"])
    op.create_index(
        "uq_proposal_fiscal_year_programme_serial",
        "proposal",
        ["fiscal_year", "programme", "serial"],
        unique=True,
        sqlite_where=sa.text("serial IS NOT NULL"),
    )


def _create_part(table: str, *columns: Any) -> None:
    op.create_table(
        table,
        _id(),
        _number("round_id"),
        *columns,
        _refers(table, "round_id", "programme_round"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sqlite_autoincrement=True,
    )
    op.create_index(f"ix_{table}_round_id", table, ["round_id"])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=empty)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=True)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), nullable=True)


def _data(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _refers(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")
