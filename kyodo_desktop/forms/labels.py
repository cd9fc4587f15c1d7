"""Fields in the language in use."""

from dataclasses import replace

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import FormField


def in_words(field: FormField) -> FormField:
    """Return a field with its labels, and those of its options and columns, translated."""
    return replace(
        field,
        label=_(field.label),
        options=tuple(replace(option, label=_(option.label)) for option in field.options),
        columns=tuple(map(in_words, field.columns)),
    )
