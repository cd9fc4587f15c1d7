"""How well each break in a narrow cell reads."""

from typing import NamedTuple

from kyodo_desktop.printing.line_classes import Join, Kind, Letter

_AFTER_THESE = frozenset("、。，．・：；？！､｡･,;!?…‥")
_SUFFIXES = frozenset("会館課部科")
_WORDS = (
    "事業、活動、支援、推進、運営、管理、準備、実行、委員、協議、連絡、連合、組合、協会、法人、団体、市民、"
    "地域、地区、大学、学校、教育、研究、講座、制度、補助、交付、環境、施設、公園、福祉、社会、防災、文化"
)
"""Words of names that are often met: parity alone would tear some of them."""
_FORBIDDEN, _TORN, _AT_SEAM = 100, 10, 9


class Break(NamedTuple):
    """What breaks cost, the gravest first: harm done to words, lines needed, how badly they read."""

    harm: int
    lines: int
    cost: int


def breaks(letters: list[Letter], joins: list[Join]) -> list[Break]:
    """Return what a break before each letter costs; the first has none."""
    result = [Break(0, 0, 0)] * len(letters)
    begins, ends = _kanji_runs(letters)
    for here in range(1, len(letters)):
        before, after = letters[here - 1], letters[here]
        cost = _cost(before, after)
        if before.kind is Kind.KANJI is after.kind and before.base not in _SUFFIXES:
            cost += 3 if before.base + after.base in _WORDS else 0
            cost += _oddness(here - begins[here], ends[here] - here, letters[ends[here] - 1])
        result[here] = Break(_harm(joins[here], before, after), 1, cost)
    return result


def _harm(join: Join, before: Letter, after: Letter) -> int:
    if join is Join.FIRM:
        return _FORBIDDEN
    in_katakana = before.kind is Kind.KATAKANA is after.kind
    in_name = after.base in _SUFFIXES and before.kind in {Kind.KANJI, Kind.KATAKANA, Kind.HIRAGANA}
    if join is Join.WORD or in_katakana or in_name:
        return _TORN
    return _AT_SEAM if join is Join.SEAM else 0


def _cost(before: Letter, after: Letter) -> int:
    """Return how badly a break between two letters reads: 0 is best."""
    if before.base in _AFTER_THESE or before.kind is Kind.SPACE or before.closes or after.opens:
        return 0
    if after.kind is Kind.HIRAGANA:
        return 3 if before.base == "を" else 7
    if before.kind is Kind.HIRAGANA:
        return 1
    if before.kind is Kind.KANJI is after.kind:
        return 2 if before.base in _SUFFIXES else 4
    return 2


def _kanji_runs(letters: list[Letter]) -> tuple[list[int], list[int]]:
    """Return for each letter where the run of kanji around it begins and ends."""
    count = len(letters)
    begins, ends = list(range(count)), list(range(1, count + 1))
    for here in range(1, count):
        if letters[here].kind is Kind.KANJI is letters[here - 1].kind:
            begins[here] = begins[here - 1]
    for here in range(count - 2, -1, -1):
        if letters[here].kind is Kind.KANJI is letters[here + 1].kind:
            ends[here] = ends[here + 1]
    return begins, ends


def _oddness(left: int, right: int, last: Letter) -> int:
    """Tell how likely a break tears a word of kanji: most have two letters, or three with 会 and the like."""
    whole_left = left % 2 == 0
    whole_right = right % 2 == 0 or (right >= 3 and last.base in _SUFFIXES)
    return (0 if whole_left else 1) + (0 if whole_right else 1) + (1 if right == 1 else 0)
