"""Ways of looking at a list that have a name."""

import pytest

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.saved_searches import SavedSearchesService
from kyodo_desktop.store import Store

STATE = {"text": "朝市", "chosen": {"kind": ["citizen_group"], "row": ["あ"]}, "sort": ["kana", "down"]}


@pytest.fixture
def searches(store: Store) -> SavedSearchesService:
    return SavedSearchesService(store)


def named(searches: SavedSearchesService, page: str = "partners") -> list[str]:
    return [one.name for one in searches.of(page)]


def test_a_search_comes_back_as_it_was_on_its_own_page_only(searches: SavedSearchesService) -> None:
    made = searches.save("partners", "　朝市の会 ", STATE)
    (kept,) = searches.of("partners")
    assert (kept.id, kept.page, kept.name, kept.state) == (made, "partners", "朝市の会", STATE)
    assert searches.of("proposals") == ()


def test_searches_stand_by_name(searches: SavedSearchesService) -> None:
    for name in ("わかもの", "アート", "かわべ"):
        searches.save("partners", name, {})
    assert named(searches) == ["アート", "かわべ", "わかもの"]


def test_the_same_name_replaces_and_the_act_says_so(searches: SavedSearchesService, store: Store) -> None:
    first = searches.save("partners", "朝市", {"text": "朝市"})
    assert searches.save("partners", "朝市", STATE) == first
    assert searches.save("proposals", "朝市", {"text": "市"}) != first
    assert [one.state for one in searches.of("partners")] == [STATE]
    history = HistoryService(store)
    history.undo()
    assert history.can_undo() == "さがし方を置き換える: 朝市"
    history.undo()
    assert [one.state for one in searches.of("partners")] == [{"text": "朝市"}]


def test_another_name_and_taking_away_can_be_undone(searches: SavedSearchesService, store: Store) -> None:
    made = searches.save("partners", "朝市", STATE)
    searches.rename(made, "朝の市")
    searches.remove(made)
    assert named(searches) == []
    history = HistoryService(store)
    history.undo()
    assert [(one.id, one.name, one.state) for one in searches.of("partners")] == [(made, "朝の市", STATE)]
    history.undo()
    assert named(searches) == ["朝市"]


def test_names_that_cannot_be(searches: SavedSearchesService) -> None:
    made = searches.save("partners", "朝市", STATE)
    searches.save("partners", "夕市", STATE)
    with pytest.raises(InputError, match="名前が空"):
        searches.save("partners", "　", STATE)
    with pytest.raises(InputError, match="40字まで"):
        searches.save("partners", "長" * 41, STATE)
    with pytest.raises(InputError, match="「夕市」という名前"):
        searches.rename(made, "夕市")
    searches.rename(made, "朝市")


def test_a_my_number_is_kept_nowhere(searches: SavedSearchesService) -> None:
    for name, state in (("123456789018", {}), ("朝市", {"text": "1234-5678-9018"})):
        with pytest.raises(InputError, match="マイナンバー"):
            searches.save("partners", name, state)
    assert named(searches) == []


def test_one_that_is_gone_is_told(searches: SavedSearchesService) -> None:
    for act in (searches.remove, lambda record_id: searches.rename(record_id, "朝市")):
        with pytest.raises(NotFoundError, match="もうありません"):
            act(99)
