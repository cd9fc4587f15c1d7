"""法人番号: thirteen digits, the first of which checks the others."""

import re

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width

_DIGITS = 13


def is_corporate_number(text: str) -> bool:
    """Tell whether a text is thirteen half-width digits that check."""
    if len(text) != _DIGITS or not (text.isascii() and text.isdecimal()):
        return False
    weighed = sum(int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(text[1:])))
    return int(text[0]) == 9 - weighed % 9


def normalise_corporate_number(text: str) -> str:
    """Return the thirteen digits of a 法人番号, typed in any width, spaces or none; empty stays empty.

    The T that makes it the number of an invoice (T7000012050002) is taken off.

    Raises:
        InputError: there are not thirteen digits, or they do not check.
    """
    number = re.sub(r"^[Tt]|[\s-]", "", half_width(text))
    if not number:
        return ""
    if len(number) != _DIGITS or not (number.isascii() and number.isdecimal()):
        sentence = _("法人番号「{text}」は13けたの数字ではありません。確かめて、書き直してください。")
    elif not is_corporate_number(number):
        sentence = _("法人番号「{text}」は検査用の数字が合いません。書きまちがいがないか確かめてください。")
    else:
        return number
    raise InputError(sentence.format(text=text), "corporate_number")
