"""Telephone numbers, parted as the area code asks (phonenumbers knows the areas)."""

import re

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width

_DASHES = str.maketrans(dict.fromkeys("ーｰ‐‑‒–—―−－", "-"))

_WITHOUT_AREA_CODE = re.compile(r"[2-9][0-9-]*")


def normalise_phone(text: str) -> str:
    """Return a telephone number with half-width digits and hyphens: 042-346-9809; empty stays empty.

    A number without its area code (346-9809, never with a 0 or 1 at its front) is kept as typed.

    Raises:
        InputError: it holds something else than a number, or a number that cannot be.
    """
    typed = half_width(text).translate(_DASHES)
    if not typed:
        return ""
    if _WITHOUT_AREA_CODE.fullmatch(typed) and sum(letter.isdecimal() for letter in typed) in (6, 7):
        return typed
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, "JP")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise InputError(
            _("電話番号「{text}」が読めません。042-346-9809 のように、市外局番から書いてください。").format(
                text=text
            ),
            "phone",
        )
    if number.country_code != 81:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
