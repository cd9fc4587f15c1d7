"""Single texts of a partner: which can be taken, and how they are written then."""

import re

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.kana import is_reading, to_katakana

_WEBSITE = re.compile(
    r"(?:https?://)?[^\s/@:.,;<>\"']+(?:\.[^\s/@:.,;<>\"']+)+(?::[0-9]+)?(?:[/?#][^\s<>\"]*)?", re.I
)


def one_line(text: str, label: str, field: str) -> str:
    """Return a text that may not go over several lines, as typed.

    Raises:
        InputError: it does.
    """
    if len(text.splitlines()) > 1:
        raise InputError(_("{label}は1行で書いてください。").format(label=label), field)
    return text


def reading(text: str) -> str:
    """Return a reading in katakana.

    Raises:
        InputError: it holds kanji.
    """
    kana = to_katakana(text)
    if not is_reading(kana):
        raise InputError(
            _("フリガナ「{text}」に漢字があります。読みをカタカナかひらがなで書いてください。").format(
                text=text
            ),
            "kana",
        )
    return kana


def website(text: str) -> str:
    """Return the address of a web page in half-width letters, with or without https:// as typed.

    Raises:
        InputError: it plainly is none.
    """
    address = half_width(text)
    if address and not _WEBSITE.fullmatch(address):
        raise InputError(
            _(
                "ホームページ「{text}」が正しい形ではありません。"
                "https://www.example.jp のように書いてください。"
            ).format(text=text),
            "website",
        )
    return address
