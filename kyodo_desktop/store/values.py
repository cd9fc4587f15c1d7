"""Records as JSON-able data, as the change log keeps them."""

import functools
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum

from sqlalchemy import Column, Date, inspect
from sqlalchemy.orm import Mapper

from kyodo_desktop.models import Base
from kyodo_desktop.models.base import UtcDateTime

Snapshot = dict[str, object]
Key = tuple[str, int]
"""Kind and id of a record."""


@functools.cache
def classes_by_kind() -> Mapping[str, type[Base]]:
    """Return the entities that the change log knows, by kind."""
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return {entity.change_kind: entity for entity in found if entity.change_kind}


@functools.cache
def logged_columns(entity: type[Base]) -> Mapping[str, Column[object]]:
    """Return the columns that are logged, by attribute; the id stands beside them."""
    mapper: Mapper[Base] = inspect(entity)
    return {
        attribute.key: attribute.columns[0]  # type: ignore[misc]
        for attribute in mapper.column_attrs
        if attribute.key != "id" and attribute.key not in entity.unlogged_fields
    }


def encode(value: object) -> object:
    """Return a column's value as the log keeps it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def decode(column: Column[object], value: object) -> object:
    """Return the value that the log keeps as the column takes it."""
    if isinstance(value, str) and isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(value, str) and isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value


def key_of(entity: Base) -> Key:
    """Return kind and id of a record that has its id."""
    return entity.change_kind, entity.id  # type: ignore[attr-defined]


def snapshot(entity: Base) -> Snapshot:
    """Return all logged values of a record."""
    return {field: encode(getattr(entity, field)) for field in logged_columns(type(entity))}
