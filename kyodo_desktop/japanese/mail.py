"""Mail addresses."""

import re

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width

_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s.,;<>]+")


def normalise_mail(text: str) -> str:
    """Return a mail address with half-width letters and signs; empty stays empty.

    Raises:
        InputError: it has not the form of one address.
    """
    address = half_width(text)
    if address and not _ADDRESS.fullmatch(address):
        raise InputError(
            _(
                "メールアドレス「{text}」が正しい形ではありません。name@example.jp のように書いてください。"
            ).format(text=text),
            "email",
        )
    return address
