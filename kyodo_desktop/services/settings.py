"""The office's settings: the clerk's name, the contact block of the papers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.models import Setting
from kyodo_desktop.records.settings import CLERK_NAME, CONTACT_BLOCK, SCAN_FOLDER
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.store import Store

_LABELS = {
    CLERK_NAME: N_("担当者の名前"),
    CONTACT_BLOCK: N_("連絡先"),
    SCAN_FOLDER: N_("取り込みフォルダー"),
}


class SettingsService:
    """Reads and changes the settings; a change is an act like any other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: str) -> str:
        """Return a setting, or `default` where none is made."""
        with self._store.reading() as session:
            return read_setting(session, key, default)

    def set(self, key: str, value: str) -> None:
        """Make a setting.

        Raises:
            InputError: it holds a person's マイナンバー.
        """
        label = _(_LABELS[key]) if key in _LABELS else key
        refuse_my_number(value, label)
        with self._store.writing(_("設定を変える: {setting}").format(setting=label)) as session:
            setting = _find(session, key)
            if setting is None:
                session.add(Setting(key=key, value=value))
            else:
                setting.value = value


def read_setting(session: Session, key: str, default: str) -> str:
    """Return a setting, or `default` where none is made."""
    setting = _find(session, key)
    return setting.value if setting is not None and isinstance(setting.value, str) else default


def _find(session: Session, key: str) -> Setting | None:
    return session.scalar(select(Setting).where(Setting.key == key))
