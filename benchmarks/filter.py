"""How fast a keystroke sifts 100,000 entries, beside a floor and beside a naive filter.

Run: python benchmarks/filter.py [rows]

- floor: `word in text` on the raw text, which finds one spelling only.
- ours: words against the keys that were computed at save.
- naive: the same answer by folding every row at every keystroke.
"""

import sys
import time
from collections.abc import Callable, Sequence

from kyodo_desktop.japanese.folding import Query, bare_key, full_key
from kyodo_desktop.services.shipped_list import shipped_list

ROWS = 100_000
TRIES = 3
TYPED = ("こ", "ｺﾀﾞｲﾗ", "斎藤", "㈱スワレント", "灯りまつり　グリーンロード", "どこにもない")

Filter = Callable[[str], int]


def best_of(work: Callable[[], int], tries: int = TRIES) -> tuple[float, int]:
    """Return the shortest time in milliseconds, and how many rows were found."""
    best, found = float("inf"), 0
    for _try in range(tries):
        started = time.perf_counter()
        found = work()
        best = min(best, (time.perf_counter() - started) * 1000)
    return best, found


def make_rows(count: int) -> list[str]:
    texts = [
        "\x1f".join((*entry.departments, entry.title, *(cell.text for cell in entry.cells)))
        for entry in shipped_list(2018).entries
    ]
    return [texts[place % len(texts)] for place in range(count)]


def make_filters(texts: Sequence[str]) -> dict[str, Filter]:
    folded = {text: (full_key(text), bare_key(text)) for text in set(texts)}
    keys = [folded[text] for text in texts]

    def floor(typed: str) -> int:
        return sum(typed in text for text in texts)

    def ours(typed: str) -> int:
        matches = Query.parse(typed).matches
        return sum(matches(full, bare) for full, bare in keys)

    def naive(typed: str) -> int:
        matches = Query.parse(typed).matches
        return sum(matches(full_key(text), bare_key(text)) for text in texts)

    return {"floor": floor, "ours": ours, "naive": naive}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    filters = make_filters(make_rows(count))
    print(f"{count:,} rows, best of {TRIES}, milliseconds a keystroke")
    print(f"{'floor':>9} {'ours':>9} {'naive':>9} {'ours/floor':>11} {'naive/ours':>11} {'found':>8}  typed")
    for typed in TYPED:
        floor, _found = best_of(lambda typed=typed: filters["floor"](typed))  # type: ignore[misc]
        ours, found = best_of(lambda typed=typed: filters["ours"](typed))  # type: ignore[misc]
        naive, same = best_of(lambda typed=typed: filters["naive"](typed), 1)  # type: ignore[misc]
        assert found == same
        ratios = f"{ours / floor:>11.1f} {naive / ours:>11.1f}"
        print(f"{floor:>9.1f} {ours:>9.1f} {naive:>9.1f} {ratios} {found:>8,}  {typed}")


if __name__ == "__main__":
    main()
