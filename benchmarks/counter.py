"""How fast counter mode answers a keystroke among 100,000 partners, beside a floor and a naive way.

Run: python benchmarks/counter.py [partners]

- floor: SQLite itself looks for the typed text in the raw names, which finds one spelling only.
- ours: `counter.find`, from what was typed to the answers with their reasons.
- naive: every partner's keys brought out of the file and sifted in Python.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import func, insert, select

from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.japanese.folding import KEY_VERSION, Query, search_keys
from kyodo_desktop.models import ContactRecord, Partner
from kyodo_desktop.services.counter import CounterService
from kyodo_desktop.services.shipped_list import shipped_list
from kyodo_desktop.store import Store, open_store

PARTNERS, TALKS = 100_000, 20_000
TRIES = 3
TYPED = ("こ", "小平", "ｺﾀﾞｲﾗ", "斎藤", "㈱スワレント", "042-341-1", "2026-T-3", "どこにもない")
NOTE = "毎月第二土曜日に集まる。鍵は管理人室で受け取る。"

Row = dict[str, object]


def best_of(work: Callable[[], int], tries: int = TRIES) -> tuple[float, int]:
    """Return the shortest time in milliseconds, and how many were found."""
    best, found = float("inf"), 0
    for _try in range(tries):
        started = time.perf_counter()
        found = work()
        best = min(best, (time.perf_counter() - started) * 1000)
    return best, found


def fill(store: Store, count: int) -> None:
    """Put partners and talks into the file, past the services: a keystroke reads them all the same."""
    names = [cell.text for entry in shipped_list(2018).entries for cell in entry.cells]
    for model, rows in ((Partner, partners(names, count)), (ContactRecord, talks())):
        while some := list(islice(rows, 5_000)):
            with store.seeding() as session:
                session.execute(insert(model), some)


def partners(names: list[str], count: int) -> Iterator[Row]:
    for number in range(count):
        name, phone = f"{names[number % len(names)]}{number}", f"042-{341 + number % 9}-{number % 10_000:04}"
        found_by = (name, "", f"佐藤　{number}", phone, phone.replace("-", ""))
        full, bare = search_keys((*found_by, "東京都小平市小川町2-1333", NOTE))
        keys = {"full_key": full, "bare_key": bare, "key_version": KEY_VERSION, "sort_key": bare[:20]}
        yield {"name": name, "phone": phone, "note": NOTE, "purpose": NOTE, **keys}


def talks() -> Iterator[Row]:
    for number in range(TALKS):
        caller, phone = f"斎藤　{number}", f"090-{number % 10_000:04}-5678"
        full, bare = search_keys((caller, "", phone, phone.replace("-", "")))
        keys = {"full_key": full, "bare_key": bare, "key_version": KEY_VERSION}
        moment = datetime.fromtimestamp(1_700_000_000 + number, UTC)
        yield {"way": "phone", "happened_at": moment, "caller": caller, "phone": phone, "text": NOTE, **keys}


def floor(store: Store, typed: str) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).where(func.instr(Partner.name, typed) > 0)) or 0


def naive(store: Store, typed: str) -> int:
    matches = Query.parse(typed).matches
    with store.reading() as session:
        rows = session.execute(select(Partner.id, Partner.name, Partner.full_key, Partner.bare_key))
        return sum(matches(row.full_key, row.bare_key, row.name) for row in rows)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PARTNERS
    with tempfile.TemporaryDirectory() as root:
        store = open_store(DataFolder(Path(root)), SystemClock())
        fill(store, count)
        find = CounterService(store).find
        print(f"{count:,} partners and {TALKS:,} talks, best of {TRIES}, milliseconds a keystroke")
        times, ratios = f"{'floor':>9} {'ours':>9} {'naive':>9}", f"{'ours/floor':>11} {'naive/ours':>11}"
        print(f"{times} {ratios} {'found':>8}  typed")
        for typed in TYPED:
            least, _found = best_of(lambda typed=typed: floor(store, typed))  # type: ignore[misc]
            ours, answers = best_of(lambda typed=typed: len(find(typed)))  # type: ignore[misc]
            most, _found = best_of(lambda typed=typed: naive(store, typed), 1)  # type: ignore[misc]
            ratios = f"{ours / least:>11.1f} {most / ours:>11.1f}"
            print(f"{least:>9.1f} {ours:>9.1f} {most:>9.1f} {ratios} {answers:>8}  {typed}")
        store.close()


if __name__ == "__main__":
    main()
