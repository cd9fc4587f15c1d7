"""The tables as this program has them, and their number."""

from dataclasses import dataclass
from pathlib import Path

from kyodo_desktop.models import Base
from kyodo_desktop.store.engine import APPLICATION_ID, connect, make_migration_engine


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema's number (the file's `user_version`) and the folder of the revisions that lead to it."""

    number: int
    scripts: Path


SCHEMA = Schema(7, Path(__file__).with_name("migrations"))


def create_tables(path: Path, schema: Schema) -> None:
    """Make a new, empty database; a test holds it equal to what the migrations make."""
    connect(path, "rwc").close()
    engine = make_migration_engine(path)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.number}")
        Base.metadata.create_all(connection)
    engine.dispose()
