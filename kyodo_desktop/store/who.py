"""Whose act it is, for the change log and what a person confirms."""

import getpass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.models import Setting
from kyodo_desktop.records.settings import CLERK_NAME


def who_writes(session: Session) -> str:
    """Return the clerk's name from the settings, else the operating system's user."""
    return clerk_name(session) or _system_user()


def clerk_name(session: Session) -> str:
    """Return the clerk's name from the settings, empty if none is written there."""
    name = session.scalar(select(Setting.value).where(Setting.key == CLERK_NAME))
    return name.strip() if isinstance(name, str) else ""


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A service account without a name (Windows without USERNAME, a container's bare number).
        return ""
