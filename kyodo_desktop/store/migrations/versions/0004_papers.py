"""Issued papers with their numbers, the words of the office's papers, stock sentences, scans coming home."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the tables."""
    _create_templates()
    _create_sheets()
    _create_scans()


def rows(before: dict[str, int]) -> dict[str, int]:
    """Return the new tables, empty, beside what there was."""
    return before | dict.fromkeys(_TABLES, 0)


_TABLES = ("form_template", "phrase", "issued_sheet", "sheet_counter", "scan")
_OWNERS = ("partner", "proposal", "collaboration", "check_sheet")


def _create_templates() -> None:
    op.create_table(
        "form_template",
        _id(),
        _text("form_key"),
        _number("fiscal_year"),
        _number("version"),
        _data("content"),
        _moment("made_at"),
        _text("made_by"),
        sa.PrimaryKeyConstraint("id", name="pk_form_template"),
        sa.UniqueConstraint(
            "form_key", "fiscal_year", "version", name="uq_form_template_form_key_fiscal_year_version"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "phrase",
        _id(),
        _text("form_key"),
        _text("outcome"),
        _text("title"),
        _text("text"),
        _number("position"),
        _moment("deleted_at", empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_phrase"),
        sqlite_autoincrement=True,
    )


def _create_sheets() -> None:
    op.create_table(
        "issued_sheet",
        _id(),
        _number("fiscal_year"),
        _number("serial"),
        _text("form_key"),
        _number("form_revision"),
        _number("template_id", empty=True),
        _text("title"),
        _text("state"),
        *(_number(f"{owner}_id", empty=True) for owner in _OWNERS),
        _text("holder"),
        _text("document_number"),
        _data("form_values"),
        _number("pages"),
        _text("sha256"),
        _moment("made_at"),
        _text("made_by"),
        *(_day(name, empty=True) for name in _DAYS),
        _number("replaces_id", empty=True),
        _text("note"),
        sa.PrimaryKeyConstraint("id", name="pk_issued_sheet"),
        sa.UniqueConstraint("fiscal_year", "serial", name="uq_issued_sheet_fiscal_year_serial"),
        sa.CheckConstraint(
            " + ".join(f"({owner}_id IS NOT NULL)" for owner in _OWNERS) + " < 2", name="one_owner"
        ),
        _refers("issued_sheet", "template_id", "form_template"),
        *(_refers("issued_sheet", f"{owner}_id", owner) for owner in _OWNERS),
        _refers("issued_sheet", "replaces_id", "issued_sheet"),
        sqlite_autoincrement=True,
    )
    _index("issued_sheet", "form_key", "state", *(f"{owner}_id" for owner in _OWNERS), "sha256")
    op.create_table(
        "sheet_counter",
        _number("fiscal_year"),
        _number("last"),
        sa.PrimaryKeyConstraint("fiscal_year", name="pk_sheet_counter"),
    )


_DAYS = ("printed_on", "awaited_since", "due_on", "received_on", "filed_on", "void_on")


def _create_scans() -> None:
    op.create_table(
        "scan",
        _id(),
        _text("source"),
        _number("first_page"),
        _number("pages"),
        _text("state"),
        _text("sha256"),
        _data("sums"),
        _moment("taken_in_at"),
        _text("code"),
        _text("reason"),
        _number("sheet_id", empty=True),
        _number("attachment_id", empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_scan"),
        _refers("scan", "sheet_id", "issued_sheet"),
        _refers("scan", "attachment_id", "attachment"),
        sqlite_autoincrement=True,
    )
    _index("scan", "state", "sha256", "sheet_id")


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
