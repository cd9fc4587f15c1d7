"""Bringing an old database up to date: all revisions in one transaction, with nothing lost on the way.

Foreign keys are off while tables are rebuilt (the connection sets that before BEGIN); so the references are
checked, and the rows of every table are counted before COMMIT. A revision whose row counts differ says so in
a function `rows(before)` that returns the counts it leaves.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Base
from kyodo_desktop.store.engine import for_writing, make_migration_engine
from kyodo_desktop.store.faults import told
from kyodo_desktop.store.integrity import findings, row_counts
from kyodo_desktop.store.schema import Schema

if TYPE_CHECKING:
    from alembic.script import Script

Rows = Callable[[Mapping[str, int]], Mapping[str, int]]


def bring_up_to_date(database: Path, schema: Schema, version: int) -> None:
    """Carry out the revisions after `version`; call it with a verified backup made.

    Raises:
        StoreError: a revision failed or lost rows; the file is as it was.
    """
    engine = make_migration_engine(database)
    try:
        with told(database), for_writing(engine).begin() as connection:
            for revision in _revisions(schema, version):
                _carry_out(connection, revision, database)
            connection.exec_driver_sql(f"PRAGMA user_version={schema.number}")
    except SQLAlchemyError as error:
        raise _failed(database) from error
    finally:
        engine.dispose()


def _revisions(schema: Schema, version: int) -> list["Script"]:
    from alembic.script import ScriptDirectory

    found = ScriptDirectory(str(schema.scripts)).walk_revisions()
    return sorted(
        (one for one in found if version < int(one.revision) <= schema.number), key=lambda one: one.revision
    )


def _carry_out(connection: Connection, revision: "Script", database: Path) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    before = row_counts(_driver(connection))
    options = {"render_as_batch": True, "transactional_ddl": True, "target_metadata": Base.metadata}
    with Operations.context(MigrationContext.configure(connection, opts=options)):
        revision.module.upgrade()
    declared: Rows = getattr(revision.module, "rows", dict)
    if row_counts(_driver(connection)) != declared(before) or findings(_driver(connection)):
        raise _failed(database)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _failed(database: Path) -> StoreError:
    return StoreError(
        _(
            "「{name}」を新しい版に合わせられませんでした。データは元のままです。"
            "前の版のプログラムを使い、情報システムの担当に知らせてください。"
        ).format(name=database.name)
    )
