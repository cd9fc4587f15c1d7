"""Places in patterns and in the office's own texts: {title}, {amount:kin}."""

import re

from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormFieldKind

PLACE = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z]+))?\}")
"""The field's name, and how its value is written."""
SENDER, MAYOR = "sender", "mayor"
"""The template's own."""


def places_in(text: str) -> tuple[str, ...]:
    """Return the names of the places of a text, each once."""
    return tuple(dict.fromkeys(match[1] for match in PLACE.finditer(text)))


def known_places(form: Form) -> tuple[str, ...]:
    """Return the names of the places that a text of this form may have."""
    names = (field.name for field in form.fields if field.kind is not FormFieldKind.ROWS)
    return (*names, SENDER, MAYOR)


def unknown_places(form: Form, text: str) -> tuple[str, ...]:
    """Return the places of a text that this form would print as they are written."""
    known = set(known_places(form))
    return tuple(name for name in places_in(text) if name not in known)
