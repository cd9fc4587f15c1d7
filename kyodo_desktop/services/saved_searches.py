"""Searches that have a name."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.sorting import sort_key
from kyodo_desktop.models import SavedSearch
from kyodo_desktop.records.saved_searches import SavedSearch as SavedSearchRecord
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.store import Store

MOST_LETTERS = 40
"""A name longer than this does not fit the menu that it stands in."""


class SavedSearchesService:
    """Keeps the ways of looking at a list that a clerk named."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, page: str) -> tuple[SavedSearchRecord, ...]:
        """Return what a page's searches are called and what they show, by name."""
        with self._store.reading() as session:
            rows = session.scalars(select(SavedSearch).where(SavedSearch.page == page))
            return tuple(sorted(map(_record, rows), key=lambda one: (sort_key(one.name), one.name)))

    def save(self, page: str, name: str, state: Mapping[str, Any]) -> int:
        """Keep a way of looking under a name and return its id; one of that name on that page is replaced.

        Raises:
            InputError: the name is empty or too long, or a マイナンバー stands in it or in the words.
        """
        name = _checked(name)
        refuse_my_number((name, state), _("さがし方"), "name")
        with self._store.reading() as session:
            is_new = _named(session, page, name) is None
        words = _("さがし方に名前を付ける: {name}") if is_new else _("さがし方を置き換える: {name}")
        with self._store.writing(words.format(name=name)) as session:
            search = _named(session, page, name)
            if search is None:
                search = SavedSearch(page=page, name=name)
                session.add(search)
            search.state = dict(state)
            session.flush()
            return search.id

    def rename(self, record_id: int, name: str) -> None:
        """Call a search something else.

        Raises:
            InputError: the name is empty, too long, or that of another search of the page.
            NotFoundError: the search is not there any more.
        """
        name = _checked(name)
        refuse_my_number(name, _("さがし方"), "name")
        with self._store.writing(_("さがし方の名前を変える: {name}").format(name=name)) as session:
            search = _find(session, record_id)
            other = _named(session, search.page, name)
            if other is not None and other is not search:
                raise InputError(
                    _("「{name}」という名前のさがし方は、もうあります。ほかの名前にしてください。").format(
                        name=name
                    ),
                    "name",
                )
            search.name = name

    def remove(self, record_id: int) -> None:
        """Take a search away; 元に戻す brings it back.

        Raises:
            NotFoundError: it is not there any more.
        """
        with self._store.reading() as session:
            name = _find(session, record_id).name
        with self._store.writing(_("さがし方を消す: {name}").format(name=name)) as session:
            session.delete(_find(session, record_id))


def _checked(name: str) -> str:
    name = name.strip()
    if not name:
        raise InputError(_("さがし方の名前が空です。「確認が古い自治会」のように書いてください。"), "name")
    if len(name) > MOST_LETTERS:
        raise InputError(
            _("さがし方の名前は {most}字までです（いま {n}字）。短くしてください。").format(
                most=MOST_LETTERS, n=len(name)
            ),
            "name",
        )
    return name


def _named(session: Session, page: str, name: str) -> SavedSearch | None:
    return session.scalar(select(SavedSearch).where(SavedSearch.page == page, SavedSearch.name == name))


def _find(session: Session, record_id: int) -> SavedSearch:
    search = session.get(SavedSearch, record_id)
    if search is None:
        raise NotFoundError(_("このさがし方は、もうありません。一覧を開き直してください。"))
    return search


def _record(row: SavedSearch) -> SavedSearchRecord:
    state = row.state if isinstance(row.state, dict) else {}
    return SavedSearchRecord(row.id, row.page, row.name, dict(state))
