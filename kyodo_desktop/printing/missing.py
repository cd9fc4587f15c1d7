"""Which characters of the values and of the office's words no shipped font has, each with its field."""

from collections.abc import Iterator, Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.templates import words_of
from kyodo_desktop.printing.fonts import missing_characters
from kyodo_desktop.records.forms import FormField
from kyodo_desktop.records.templates import Template


def missing_glyphs(form: Form, values: Values, template: Template | None = None) -> tuple[str, ...]:
    """Return e.g. 邉󠄂（団体名）, each once, in the form's order; last those of the template's own words."""
    words = words_of(form, template) if template is not None else ()
    of_template = (one for label, text in words for one in _named(text, label))
    return tuple(dict.fromkeys((*_missing(form.fields, values), *of_template)))


def _named(text: str, label: str) -> Iterator[str]:
    for character in missing_characters(text):
        yield _("{character}（{field}）").format(character=character, field=label)


def _missing(fields: Sequence[FormField], values: Values) -> Iterator[str]:
    for field in fields:
        value = values.get(field.name)
        if isinstance(value, str):
            yield from _named(value, _(field.label))
        elif isinstance(value, tuple):
            for row in value:
                yield from _missing(field.columns, row)
