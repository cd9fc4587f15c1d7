"""郵便番号, and the 22 towns of the city."""

import re
from dataclasses import dataclass
from functools import cache

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the city: seven digits, name and reading."""

    postal_code: str
    name: str
    kana: str


@cache
def towns() -> tuple[Town, ...]:
    """Return the towns of the city, by postal code."""
    return tuple(Town(**town) for town in resources.read_toml("towns.toml")["town"])


def normalise_postal_code(text: str) -> str:
    """Return the seven digits of a postal code; empty stays empty.

    Raises:
        InputError: there are not seven digits.
    """
    digits = re.sub(r"[\s〒-]", "", half_width(text).replace("ー", "-").replace("−", "-"))
    if digits and not re.fullmatch(r"\d{7}", digits):
        raise InputError(
            _("郵便番号「{text}」は7けたではありません。187-0032 のように書いてください。").format(text=text),
            "postal_code",
        )
    return digits


def format_postal_code(digits: str) -> str:
    """Return 187-0032 for 1870032."""
    return f"{digits[:3]}-{digits[3:]}" if len(digits) == 7 else digits


def address_for(postal_code: str) -> str:
    """Return the address up to the town for a code of the city, else an empty text."""
    city = str(resources.read_toml("towns.toml")["city"])
    return next((city + town.name for town in towns() if town.postal_code == postal_code), "")
