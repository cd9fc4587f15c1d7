"""What changed in an act, in words for the history: by the labels of its fields, never as they are stored."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.records.forms import FormField, FormFieldKind

_LONGEST = 20


def changed_words(kind: ActKind, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return each field that differs with what stood there and what stands there now."""
    return _("、").join(_changes(kind, before, after))


def _changes(kind: ActKind, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for field in kind.fields:
        old, new = before.get(field.name), after.get(field.name)
        if old == new or not (old or new or old == 0 or new == 0):
            continue
        if field.kind is FormFieldKind.ROWS:
            yield _(field.label)
        else:
            yield _("{label} {before} → {after}").format(
                label=_(field.label), before=value_words(field, old), after=value_words(field, new)
            )


def value_words(field: FormField, value: Any) -> str:
    """Return one value as people read it, a long text by its beginning."""
    if field.kind is FormFieldKind.CHECK:
        return _("はい") if value else _("いいえ")
    if value is None or value == "":
        return _("（空）")
    if isinstance(value, date):
        return format_date(value)
    if field.kind is FormFieldKind.YEN:
        return _("{yen}円").format(yen=format_yen(value))
    if field.kind is FormFieldKind.CHOICE:
        return next((_(one.label) for one in field.options if one.key == value), str(value))
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
