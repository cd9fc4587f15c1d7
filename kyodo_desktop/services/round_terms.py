"""The 課 that sit in the 協働推進庁内検討会議, and those that can ask for something."""

from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base import resources
from kyodo_desktop.models import Department
from kyodo_desktop.services.shipped_files import Table

_COUNCIL = "review_council.toml"


@cache
def council_departments() -> tuple[str, ...]:
    """Return the 課 of the council in the handbook's order."""
    return Table(_COUNCIL, resources.read_toml(_COUNCIL)).texts("departments")


def office_departments(session: Session) -> tuple[str, ...]:
    """Return the 課 of the list in the office's order, and after them those that only the council has."""
    listed = session.scalars(select(Department.name).order_by(Department.position, Department.id)).all()
    # The list leaves the 部 out.
    seated = (name.partition("部")[2] or name for name in council_departments())
    return tuple(dict.fromkeys((*listed, *seated)))
