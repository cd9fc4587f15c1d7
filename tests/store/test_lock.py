"""One writer at a time, by the operating system's lock; readers beside it."""

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.models import Collaboration
from kyodo_desktop.store import Store, open_store
from tests.store.processes import HOLD, START_AT_ONCE, end, line_of, start


def test_a_second_writer_is_told_and_the_first_goes_on(
    store: Store, folder: DataFolder, clock: FixedClock
) -> None:
    with pytest.raises(StoreError, match="使っています。そちらを閉じて"):
        open_store(folder, clock)
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"


def test_a_reader_works_beside_the_writer_but_may_not_write(
    store: Store, folder: DataFolder, clock: FixedClock
) -> None:
    reader = open_store(folder, clock, read_only=True)
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"
    with reader.reading() as session:
        assert session.get_one(Collaboration, 1).title == "夕市"
    with pytest.raises(StoreError, match="ウィンドウを閉じて"), reader.writing("直す"):
        pass
    with pytest.raises(StoreError, match="ウィンドウを閉じて"), reader.seeding():
        pass
    reader.close()


def test_a_reader_may_begin_while_the_writer_is_in_the_middle_of_an_act(
    store: Store, folder: DataFolder, clock: FixedClock
) -> None:
    with store.writing("直す") as session:
        entry = session.get_one(Collaboration, 1)
        entry.title = "夕市"
        session.flush()
        reader = open_store(folder, clock, read_only=True)
        with reader.reading() as other:
            assert other.get_one(Collaboration, 1).title == "朝市"
        reader.close()


def test_the_lock_of_another_process_counts_and_ends_with_it(
    store: Store, folder: DataFolder, clock: FixedClock
) -> None:
    store.close()
    other = start(HOLD, folder.root)
    assert line_of(other) == "open"
    with pytest.raises(StoreError, match=r"協働 データ%#\?"):
        open_store(folder, clock)
    open_store(folder, clock, read_only=True).close()
    end(other)
    assert folder.lock.exists()
    open_store(folder, clock).close()


def test_of_many_that_start_at_once_one_writes(store: Store, folder: DataFolder) -> None:
    store.close()
    several = [start(START_AT_ONCE, folder.root) for _ in range(6)]
    for process in several:
        assert line_of(process) == "ready"
    for process in several:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [line_of(process) for process in several]
    for process in several:
        end(process)
    assert answers.count("writer") == 1
    assert sum("使っています" in answer for answer in answers) == 5
