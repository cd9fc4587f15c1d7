"""No マイナンバー is kept, in whatever field it was typed: the law lets this office have none."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.my_number import holds_my_number


def refuse_my_number(value: object, label: str, field: str | None = None) -> None:
    """Refuse a マイナンバー in any text of a value; the sentence says where, and does not repeat it.

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


def without_my_numbers(value: Any) -> Any:
    """Return JSON-able data with every text that holds a マイナンバー left empty."""
    if isinstance(value, str):
        return "" if holds_my_number(value) else value
    if isinstance(value, Mapping):
        return {key: without_my_numbers(one) for key, one in value.items()}
    return [without_my_numbers(one) for one in value] if isinstance(value, list | tuple) else value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
