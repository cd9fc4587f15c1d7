"""Which characters of the values no shipped font has, each with its field."""

from collections.abc import Iterator, Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.forms.form import Form
from kyodo_desktop.printing.fonts import missing_characters
from kyodo_desktop.records.forms import FormField


def missing_glyphs(form: Form, values: Values) -> tuple[str, ...]:
    """Return e.g. 邉󠄂（団体名）, each once, in the form's order."""
    return tuple(dict.fromkeys(_missing(form.fields, values)))


def _missing(fields: Sequence[FormField], values: Values) -> Iterator[str]:
    for field in fields:
        value = values.get(field.name)
        if isinstance(value, str):
            for character in missing_characters(value):
                yield _("{character}（{field}）").format(character=character, field=_(field.label))
        elif isinstance(value, tuple):
            for row in value:
                yield from _missing(field.columns, row)
