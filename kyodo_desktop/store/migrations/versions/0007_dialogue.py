"""What both sides say of a project: agreed over a sheet, evaluated, taken through the six steps."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the sheets' table anew with its rows in it, and create the tables of dialogue."""
    _rebuild_check_sheet()
    _create_check_parts()
    _create_evaluation()
    _create_evaluation_parts()
    _create_guide()


def rows(before: dict[str, int]) -> dict[str, int]:
    """Return the new tables, empty, beside what there was."""
    return before | dict.fromkeys(_TABLES, 0)


_TABLES = (
    "check_filling",
    "check_agreement",
    "evaluation",
    "evaluation_goal",
    "evaluation_answer",
    "evaluation_filling",
    "guide",
    "guide_note",
)
_KEPT = "id, fiscal_year, title, version, department, collaboration_id, partner_id, updated_at, deleted_at"


def _rebuild_check_sheet() -> None:
    # As in 0002: the rows step aside, and the highest id that was ever given is never given again.
    op.execute(f"CREATE TEMP TABLE kept AS SELECT {_KEPT} FROM check_sheet")  # noqa: S608
    op.execute("CREATE TEMP TABLE kept_last AS SELECT seq FROM sqlite_sequence WHERE name = 'check_sheet'")
    op.drop_table("check_sheet")
    op.create_table(
        "check_sheet",
        _id(),
        _number("fiscal_year"),
        _text("title"),
        _number("version"),
        _text("department"),
        _number("collaboration_id", empty=True),
        _number("partner_id", empty=True),
        _moment("updated_at"),
        _number("proposal_id", empty=True),
        _day("next_check_on"),
        _text("note"),
        _moment("deleted_at"),
        _refers("check_sheet", "collaboration_id", "collaboration"),
        _refers("check_sheet", "partner_id", "partner"),
        _refers("check_sheet", "proposal_id", "proposal"),
        sa.PrimaryKeyConstraint("id", name="pk_check_sheet"),
        sqlite_autoincrement=True,
    )
    for column in ("collaboration_id", "partner_id", "proposal_id", "next_check_on"):
        op.create_index(f"ix_check_sheet_{column}", "check_sheet", [column])
    op.execute(f"INSERT INTO check_sheet ({_KEPT}, note) SELECT {_KEPT}, '' FROM temp.kept ORDER BY id")  # noqa: S608
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'check_sheet'")
    op.execute("INSERT INTO sqlite_sequence (name, seq) SELECT 'check_sheet', seq FROM temp.kept_last")
    op.execute("DROP TABLE temp.kept")
    op.execute("DROP TABLE temp.kept_last")


def _create_check_parts() -> None:
    _create_part(
        "check_filling",
        "check_sheet",
        _text("side"),
        _text("moment"),
        _text("filled_by"),
        _day("filled_on"),
        _text("way"),
        only_one=("side", "moment"),
    )
    _create_part(
        "check_agreement",
        "check_sheet",
        _text("item"),
        _text("words"),
        _day("agreed_on"),
        only_one=("item",),
    )


def _create_evaluation() -> None:
    _create_project(
        "evaluation",
        (_text("kind"), _number("version"), _number("fiscal_year"), _text("title")),
        (
            _day("held_on"),
            *map(_text, ("joint_result", "causes", "improvements", "comment")),
            *map(_text, ("public_summary", "public_text")),
            _day("published_on"),
            _text("published_where"),
            _day("next_on"),
        ),
    )


def _create_evaluation_parts() -> None:
    texts = map(_text, ("goal", "indicator", "target", "result", "how_measured"))
    _create_part("evaluation_goal", "evaluation", _number("position"), *texts)
    _create_part(
        "evaluation_answer",
        "evaluation",
        _text("item"),
        _text("side"),
        sa.Column("mark", sa.String(), nullable=True),
        _text("words"),
        only_one=("item", "side"),
    )
    _create_part(
        "evaluation_filling",
        "evaluation",
        _text("side"),
        _text("filled_by"),
        _day("filled_on"),
        only_one=("side",),
    )


def _create_guide() -> None:
    _create_project(
        "guide",
        (_text("title"), _number("fiscal_year")),
        tuple(map(_text, ("suitability", "zone", "collaboration_form"))),
    )
    _create_part(
        "guide_note",
        "guide",
        *map(_text, ("step", "point", "state", "words")),
        _day("noted_on"),
        _text("by"),
        only_one=("step", "point"),
    )


def _create_project(table: str, first: tuple[Any, ...], last: tuple[Any, ...]) -> None:
    """Create a table of what a proposal, an entry of the list or a partner may be named by."""
    parents = ("proposal", "collaboration", "partner")
    op.create_table(
        table,
        _id(),
        *first,
        *(_number(f"{parent}_id", empty=True) for parent in parents),
        _text("department"),
        *last,
        _moment("updated_at"),
        _moment("deleted_at"),
        *(_refers(table, f"{parent}_id", parent) for parent in parents),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sqlite_autoincrement=True,
    )
    for parent in parents:
        op.create_index(f"ix_{table}_{parent}_id", table, [f"{parent}_id"])


def _create_part(table: str, parent: str, *columns: Any, only_one: tuple[str, ...] = ()) -> None:
    """Create a table of a record's parts; of those with `only_one`, each is there once a record."""
    owner = f"{parent}_id"
    once = (owner, *only_one)
    op.create_table(
        table,
        _id(),
        _number(owner),
        *columns,
        *([sa.UniqueConstraint(*once, name=f"uq_{table}_{'_'.join(once)}")] if only_one else ()),
        _refers(table, owner, parent),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sqlite_autoincrement=True,
    )
    if not only_one:
        op.create_index(f"ix_{table}_{owner}", table, [owner])


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


def _refers(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")
