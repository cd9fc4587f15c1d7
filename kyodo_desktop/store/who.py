"""Whose act it is, for the change log."""

import getpass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.models import Setting

CLERK_NAME = "clerk_name"


def who_writes(session: Session) -> str:
    """Return the clerk's name from the settings, else the operating system's user."""
    name = session.scalar(select(Setting.value).where(Setting.key == CLERK_NAME))
    return name.strip() if isinstance(name, str) and name.strip() else _system_user()


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A service account without a name (Windows without USERNAME, a container's bare number).
        return ""
