"""Whether an address lies in another city than ours."""

import re

_HERE = "小平市"
_CITY = re.compile(r"^(?:東京都|北海道|(?:京都|大阪)府|\S{2,3}県)?(?P<city>[^\d０-９\s]{1,8}?[市区])")
_PREFECTURE = re.compile(r"^(?:北海道|(?:京都|大阪)府|\S{2,3}県)")


def is_elsewhere(address: str) -> bool:
    """Tell whether an address names another city; one without a city counts as ours."""
    text = "".join(address.split())
    if _HERE in text:
        return False
    return _PREFECTURE.match(text) is not None or _CITY.match(text) is not None
