"""マイナンバー: a person's number, which by law this office must not keep; so it is known and refused."""

import re

from kyodo_desktop.japanese.digits import half_width

_BETWEEN = "[-‐‑‒–—―−ー ]?"
_TWELVE = re.compile(rf"(?<![0-9])[0-9]{{4}}{_BETWEEN}[0-9]{{4}}{_BETWEEN}[0-9]{{4}}(?![0-9])")
_WEIGHTS = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def holds_my_number(text: str) -> bool:
    """Tell whether a text has twelve digits, alone or in fours, that pass the check of a マイナンバー."""
    if len(text) < 12:
        return False
    return any(_checks(re.sub(r"\D", "", found.group())) for found in _TWELVE.finditer(half_width(text)))


def _checks(digits: str) -> bool:
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    return int(digits[-1]) == (11 - rest if rest > 1 else 0)
