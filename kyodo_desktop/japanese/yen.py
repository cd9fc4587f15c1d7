"""Yen: whole numbers, written with commas, typed in any width, spelt in 大字 where a paper asks for it."""

import re

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width

MOST_YEN = 10**12
_MOST_DIGITS = len(str(MOST_YEN))
_TYPED = re.compile(
    r"[¥金]?\s*(?P<sign>[-△▲−]?)\s*(?P<digits>\d+|\d{1,3}(?:,\d{3})+)\s*(?P<man>万)?\s*円?(?:也|-|−)?"
)
_NUMERALS = "零壱弐参四五六七八九"
_PLACES = ("", "拾", "百", "千")
_GROUPS = ("", "万", "億")


def format_yen(amount: int) -> str:
    """Return the amount with commas; a negative one with △, as offices write it."""
    return f"{'△' if amount < 0 else ''}{abs(amount):,}"


def parse_yen(text: str) -> int:
    """Return the amount a clerk typed: １００，０００円, ￥100,000-, 10万円.

    Raises:
        InputError: it is no whole amount of yen, or more than a city hall ever writes.
    """
    match = _TYPED.fullmatch(half_width(text))
    if match is None:
        raise InputError(
            _("「{text}」は金額として読めません。100,000 のように、円までの数字で書いてください。").format(
                text=text
            )
        )
    digits = match["digits"].replace(",", "").lstrip("0") or "0"
    # Python refuses to read a number of some thousand digits at all.
    amount = int(digits[:_MOST_DIGITS]) * (10_000 if match["man"] else 1)
    if len(digits) >= _MOST_DIGITS or amount >= MOST_YEN:
        raise InputError(_("「{text}」は大きすぎます。けた数を確かめてください。").format(text=text))
    return -amount if match["sign"] else amount


def formal_numerals(amount: int) -> str:
    """Return the amount in 大字 (壱拾万), after 大正11年大蔵省令第43号: 一二三十 as 壱弐参拾.

    `amount` is not negative and below a trillion.
    """
    if amount == 0:
        return _NUMERALS[0]
    words: list[str] = []
    for power in range(len(_GROUPS) - 1, -1, -1):
        group = amount // 10 ** (4 * power) % 10_000
        if group:
            words.append(_group(group) + _GROUPS[power])
    return "".join(words)


def _group(number: int) -> str:
    digits = ((place, number // 10**place % 10) for place in (3, 2, 1, 0))
    return "".join(_NUMERALS[digit] + _PLACES[place] for place, digit in digits if digit)
