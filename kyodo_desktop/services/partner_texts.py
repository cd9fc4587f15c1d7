"""Single texts of a partner: which can be taken, and how they are written then."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.kana import is_reading, to_katakana
from kyodo_desktop.japanese.my_number import holds_my_number

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s.,;<>]+")
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


def email_address(text: str) -> str:
    """Return an e-mail address in half-width letters.

    Raises:
        InputError: it has not the form of one.
    """
    email = half_width(text)
    if email and not _EMAIL.fullmatch(email):
        raise InputError(
            _(
                "メールアドレス「{text}」が正しい形ではありません。name@example.jp のように書いてください。"
            ).format(text=text),
            "email",
        )
    return email


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


def refuse_my_number(value: object, label: str, field: str) -> None:
    """Refuse a マイナンバー in any text of a value; the sentence does not repeat it.

    Raises:
        InputError: there is one.
    """
    if any(map(holds_my_number, _texts(value))):
        raise InputError(
            _(
                "「{label}」に、マイナンバー（個人番号）と思われる12けたの数字があります。"
                "マイナンバーは法律により、ここには残せません。消してください。"
            ).format(label=label),
            field,
        )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
