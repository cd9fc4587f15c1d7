"""The parts of an address, as open data asks for them; what is not sure stays in the whole."""

import re
from dataclasses import dataclass
from functools import cache

from kyodo_desktop.base import resources
from kyodo_desktop.japanese.postal import towns

_PREFECTURE = re.compile(r"北海道|東京都|京都府|大阪府|[^\s\d]{2,3}県")
_BLOCK = r"(?:[0-9０-９一二三四五六七八九十]+丁目)?"


@dataclass(frozen=True, slots=True)
class AddressParts:
    """An address in parts; `code` is the 全国地方公共団体コード of the city, empty for another one."""

    code: str = ""
    prefecture: str = ""
    municipality: str = ""
    town: str = ""
    rest: str = ""
    building: str = ""


def split_address(text: str, postal_code: str = "") -> AddressParts:
    """Return the parts of an address of the city; of another only the prefecture is sure.

    Without the city's name it is one of the city if the postal code is that of the town it begins with.
    """
    city = _city_pattern().match(text)
    town = (city and city["town"]) or ""
    if city is None or not (city["city"] or _is_of(postal_code, town)):
        prefecture = _PREFECTURE.match(text.strip())
        return AddressParts(prefecture=prefecture.group() if prefecture else "")
    rest, _space, building = text[city.end() :].strip().replace("　", " ").partition(" ")
    home = resources.read_toml("towns.toml")
    return AddressParts(
        code=str(home["municipality_code"]),
        prefecture=str(home["prefecture"]),
        municipality=str(home["municipality"]),
        town=town + (city["block"] or ""),
        rest=rest,
        building=building.strip(),
    )


def _is_of(postal_code: str, town: str) -> bool:
    return any(one.postal_code == postal_code and one.name == town for one in towns())


@cache
def _city_pattern() -> re.Pattern[str]:
    home = resources.read_toml("towns.toml")
    # The longest name first: 小川町 is not 小川西町, 花小金井 begins 花小金井南町.
    names = "|".join(sorted((one.name for one in towns()), key=len, reverse=True))
    return re.compile(
        rf"\s*(?P<prefecture>{home['prefecture']})?\s*(?P<city>{home['municipality']})?\s*"
        rf"(?:(?P<town>{names})(?P<block>{_BLOCK}))?"
    )
