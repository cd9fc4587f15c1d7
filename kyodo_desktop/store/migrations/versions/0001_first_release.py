"""The tables of the first release: list, register, proposals, check sheets, settings, change log."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all tables."""
    _create_register()
    _create_list()
    _create_proposals()
    _create_check_sheets()
    _create_office()
    _create_log()


def rows(before: dict[str, int]) -> dict[str, int]:
    """Return the empty tables."""
    return before | dict.fromkeys(_TABLES, 0)


_TABLES = (
    "partner",
    "partner_pair",
    "department",
    "collaboration",
    "collaboration_department",
    "participation",
    "participation_partner",
    "proposal",
    "requirement_check",
    "proposal_paper",
    "receipt_counter",
    "check_sheet",
    "check_mark",
    "setting",
    "form_draft",
    "change_set",
    "change",
)


def _create_register() -> None:
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
        _day("confirmed_on", empty=True),
        _text("sort_key"),
        _moment("deleted_at", empty=True),
        _text("full_key"),
        _text("bare_key"),
        _number("key_version"),
        sa.PrimaryKeyConstraint("id", name="pk_partner"),
        sa.UniqueConstraint("key", name="uq_partner_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_partner_sort_key", "partner", ["sort_key"])
    op.create_table(
        "partner_pair",
        _id(),
        _number("first_id"),
        _number("second_id"),
        _text("reason"),
        _text("decision"),
        _refers("partner_pair", "first_id", "partner"),
        _refers("partner_pair", "second_id", "partner"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_pair"),
    )
    op.create_index(
        "uq_partner_pair_first_id_second_id",
        "partner_pair",
        [sa.text("first_id"), sa.text("second_id")],
        unique=True,
    )


def _create_list() -> None:
    op.create_table(
        "department",
        _id(),
        _text("name"),
        _number("position"),
        sa.PrimaryKeyConstraint("id", name="pk_department"),
        sa.UniqueConstraint("name", name="uq_department_name"),
    )
    op.create_table(
        "collaboration",
        _id(),
        _number("fiscal_year"),
        _number("number"),
        _text("title"),
        _text("note"),
        _yes_no("note_doubtful"),
        _text("zone", empty=True),
        _text("source"),
        _number("source_page", empty=True),
        _moment("deleted_at", empty=True),
        _text("full_key"),
        _text("bare_key"),
        _number("key_version"),
        sa.PrimaryKeyConstraint("id", name="pk_collaboration"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_collaboration_fiscal_year_number",
        "collaboration",
        ["fiscal_year", "number"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "collaboration_department",
        _id(),
        _number("collaboration_id"),
        _number("department_id"),
        _number("position"),
        _refers("collaboration_department", "collaboration_id", "collaboration"),
        _refers("collaboration_department", "department_id", "department"),
        sa.PrimaryKeyConstraint("id", name="pk_collaboration_department"),
    )
    op.create_index(
        "ix_collaboration_department_collaboration_id", "collaboration_department", ["collaboration_id"]
    )
    op.create_index(
        "ix_collaboration_department_department_id", "collaboration_department", ["department_id"]
    )
    op.create_table(
        "participation",
        _id(),
        _number("collaboration_id"),
        _number("position"),
        _text("text"),
        _text("collaboration_form"),
        _refers("participation", "collaboration_id", "collaboration"),
        sa.PrimaryKeyConstraint("id", name="pk_participation"),
    )
    op.create_index("ix_participation_collaboration_id", "participation", ["collaboration_id"])
    op.create_table(
        "participation_partner",
        _id(),
        _number("participation_id"),
        _number("partner_id"),
        _text("unit"),
        _number("position"),
        _refers("participation_partner", "participation_id", "participation"),
        _refers("participation_partner", "partner_id", "partner"),
        sa.PrimaryKeyConstraint("id", name="pk_participation_partner"),
    )
    op.create_index(
        "ix_participation_partner_participation_id", "participation_partner", ["participation_id"]
    )
    op.create_index("ix_participation_partner_partner_id", "participation_partner", ["partner_id"])


def _create_proposals() -> None:
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
        _day("starts_on", empty=True),
        _day("ends_on", empty=True),
        _number("eligible_cost", empty=True),
        _number("amount", empty=True),
        _text("reason"),
        _text("received_by_way"),
        _text("received_by"),
        _moment("received_at", empty=True),
        _day("accepted_on", empty=True),
        _text("acceptance_reason"),
        _moment("updated_at", empty=True),
        _moment("deleted_at", empty=True),
        _refers("proposal", "partner_id", "partner"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposal_partner_id", "proposal", ["partner_id"])
    op.create_index(
        "uq_proposal_fiscal_year_programme_serial",
        "proposal",
        ["fiscal_year", "programme", "serial"],
        unique=True,
        sqlite_where=sa.text("serial IS NOT NULL"),
    )
    op.create_table(
        "requirement_check",
        _id(),
        _number("proposal_id"),
        _text("key"),
        _text("state"),
        _text("seen"),
        _text("by"),
        _day("on", empty=True),
        sa.UniqueConstraint("proposal_id", "key", name="uq_requirement_check_proposal_id_key"),
        _refers("requirement_check", "proposal_id", "proposal"),
        sa.PrimaryKeyConstraint("id", name="pk_requirement_check"),
    )
    op.create_table(
        "proposal_paper",
        _id(),
        _number("proposal_id"),
        _text("key"),
        _number("copies"),
        sa.UniqueConstraint("proposal_id", "key", name="uq_proposal_paper_proposal_id_key"),
        _refers("proposal_paper", "proposal_id", "proposal"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_paper"),
    )
    op.create_table(
        "receipt_counter",
        _number("fiscal_year"),
        _text("programme"),
        _number("last"),
        sa.PrimaryKeyConstraint("fiscal_year", "programme", name="pk_receipt_counter"),
    )


def _create_check_sheets() -> None:
    op.create_table(
        "check_sheet",
        _id(),
        _number("fiscal_year"),
        _text("title"),
        _number("version"),
        _text("department"),
        _number("collaboration_id", empty=True),
        _number("partner_id", empty=True),
        _moment("updated_at", empty=True),
        _moment("deleted_at", empty=True),
        _refers("check_sheet", "collaboration_id", "collaboration"),
        _refers("check_sheet", "partner_id", "partner"),
        sa.PrimaryKeyConstraint("id", name="pk_check_sheet"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_check_sheet_collaboration_id", "check_sheet", ["collaboration_id"])
    op.create_index("ix_check_sheet_partner_id", "check_sheet", ["partner_id"])
    op.create_table(
        "check_mark",
        _id(),
        _number("check_sheet_id"),
        _text("item"),
        _text("side"),
        _text("moment"),
        _text("value", empty=True),
        _text("note"),
        sa.UniqueConstraint(
            "check_sheet_id", "item", "side", "moment", name="uq_check_mark_check_sheet_id_item_side_moment"
        ),
        _refers("check_mark", "check_sheet_id", "check_sheet"),
        sa.PrimaryKeyConstraint("id", name="pk_check_mark"),
    )


def _create_office() -> None:
    op.create_table(
        "setting",
        _id(),
        _text("key"),
        _data("value"),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("key", name="uq_setting_key"),
    )
    op.create_table(
        "form_draft",
        _id(),
        _text("kind"),
        _number("record_id"),
        _data("answers"),
        _moment("updated_at"),
        sa.PrimaryKeyConstraint("id", name="pk_form_draft"),
        sa.UniqueConstraint("kind", "record_id", name="uq_form_draft_kind_record_id"),
    )


def _create_log() -> None:
    op.create_table(
        "change_set",
        _id(),
        _moment("moment"),
        _text("who"),
        _text("what"),
        _number("schema"),
        _number("undoes", empty=True),
        _refers("change_set", "undoes", "change_set"),
        sa.PrimaryKeyConstraint("id", name="pk_change_set"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        _id(),
        _number("change_set_id"),
        _text("kind"),
        _number("record_id"),
        _text("field"),
        _text("owner_kind"),
        _number("owner_id"),
        _data("before"),
        _data("after"),
        _refers("change", "change_set_id", "change_set"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
    )
    op.create_index("ix_change_change_set_id", "change", ["change_set_id"])
    op.create_index("ix_change_owner_kind_owner_id", "change", ["owner_kind", "owner_id"])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _text(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=empty)


def _number(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=empty)


def _yes_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _day(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=empty)


def _moment(name: str, *, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), nullable=empty)


def _data(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _refers(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")
