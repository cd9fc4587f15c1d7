"""Keys that an older recipe made, or that nobody made, are made anew."""

from sqlalchemy import update

from kyodo_desktop.models import Collaboration, Partner
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.keys import refresh_lagging
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store


def test_rows_of_an_older_recipe_are_folded_anew(
    store: Store, collaborations: CollaborationsService, partners: PartnersService
) -> None:
    entries, register = collaborations.list(2018), partners.list()
    with store.seeding() as session:
        for model in (Collaboration, Partner):
            session.execute(update(model).values(full_key="", bare_key="", key_version=0))
        session.execute(update(Partner).values(sort_key=""))
    assert partners.search("スワレント", 1) == ()
    with store.seeding() as session:
        assert refresh_lagging(session) == len(entries) + len(register)
    assert collaborations.list(2018) == entries
    assert partners.list() == register


def test_nothing_lags_after_filling(store: Store) -> None:
    with store.seeding() as session:
        assert refresh_lagging(session) == 0
