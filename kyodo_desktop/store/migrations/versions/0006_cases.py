"""What becomes of a proposal: moves, acts, roles, lines of money, receipts; and what its papers say of it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the proposals' table anew with its rows in it, and create the tables of its parts."""
    _rebuild_proposal()
    _create_part(
        "stage_entry",
        _text("stage"),
        sa.Column("entered_on", sa.Date(), nullable=False),
        _text("by"),
        _text("reason"),
        _text("missing"),
        _day("taken_back_on"),
        _text("taken_back_reason"),
    )
    _create_part(
        "case_act",
        _text("kind"),
        _text("stage"),
        _day("held_on"),
        _day("due_on"),
        _day("done_on"),
        _number("amount", empty=True),
        _text("department"),
        _text("verdict"),
        _data("act_values"),
        _data("before"),
        _text("by"),
        _moment("deleted_at"),
    )
    op.create_index("ix_case_act_kind", "case_act", ["kind"])
    _create_part("role_line", _number("position"), _text("partner"), _text("city"))
    _create_money()


def rows(before: dict[str, int]) -> dict[str, int]:
    """Return the new tables, empty, beside what there was."""
    return before | dict.fromkeys(_TABLES, 0)


_TABLES = ("stage_entry", "case_act", "role_line", "budget_line", "receipt")
_NEW_TEXTS = (
    "purpose",
    "need",
    "public_interest",
    "effect",
    "place",
    "participants",
    "organisation",
    "publicity",
    "next_year",
    "department",
    "selection_method",
    "selection_criteria",
)
_KEPT = (
    "id, programme, programme_revision, fiscal_year, serial, stage, partner_id, partner_name, contact_name, "
    "contact_phone, contact_email, title, summary, starts_on, ends_on, eligible_cost, amount, reason, "
    "received_by_way, received_by, received_at, accepted_on, acceptance_reason, updated_at, theme_id, "
    "deleted_at"
)


def _create_money() -> None:
    _create_part(
        "budget_line",
        _number("position"),
        _text("side"),
        _text("item"),
        _number("planned", empty=True),
        _number("eligible", empty=True),
        _text("basis"),
        _number("settled", empty=True),
        _text("note"),
    )
    op.create_table(
        "receipt",
        _id(),
        _number("proposal_id"),
        _number("line_id", empty=True),
        _number("position"),
        _text("number"),
        _day("paid_on"),
        _text("payee"),
        _text("about"),
        _number("amount", empty=True),
        _number("approved", empty=True),
        _text("cut_reason"),
        _refers("receipt", "proposal_id", "proposal"),
        _refers("receipt", "line_id", "budget_line"),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_receipt_proposal_id", "receipt", ["proposal_id"])
    op.create_index("ix_receipt_line_id", "receipt", ["line_id"])


def _rebuild_proposal() -> None:
    # As in 0002: the rows step aside, and the highest id that was ever given is never given again.
    op.execute(f"CREATE TEMP TABLE kept AS SELECT {_KEPT} FROM proposal")  # noqa: S608
    op.execute("CREATE TEMP TABLE kept_last AS SELECT seq FROM sqlite_sequence WHERE name = 'proposal'")
    op.drop_table("proposal")
    _create_proposal()
    new = ", ".join((*_NEW_TEXTS, "note", "past"))
    empty = ", ".join(["''"] * (len(_NEW_TEXTS) + 1) + ["0"])
    op.execute(
        f"INSERT INTO proposal ({_KEPT}, {new}) SELECT {_KEPT}, {empty} FROM temp.kept ORDER BY id"  # noqa: S608
    )
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
        *map(_text, _NEW_TEXTS),
        _number("collaboration_id", empty=True),
        sa.Column("past", sa.Boolean(), nullable=False),
        _text("note"),
        _day("arrived_on"),
        _moment("deleted_at"),
        _refers("proposal", "partner_id", "partner"),
        _refers("proposal", "theme_id", "theme"),
        _refers("proposal", "collaboration_id", "collaboration"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposal_partner_id", "proposal", ["partner_id"])
    op.create_index("ix_proposal_theme_id", "proposal", ["theme_id"])
    op.create_index("ix_proposal_collaboration_id", "proposal", ["collaboration_id"])
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
        _number("proposal_id"),
        _refers(table, "proposal_id", "proposal"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sqlite_autoincrement=True,
    )
    op.create_index(f"ix_{table}_proposal_id", table, ["proposal_id"])


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
