"""法人格 and 活動分野: what can be chosen for a partner, from the files of that name."""

from functools import cache

from kyodo_desktop.base import resources
from kyodo_desktop.records.partners import ActivityField, LegalForm
from kyodo_desktop.services.shipped_files import Table

_FORMS, _FIELDS = "legal_forms.toml", "activity_fields.toml"


@cache
def legal_forms() -> tuple[LegalForm, ...]:
    """Return the 法人格 in the list's order."""
    forms = Table(_FORMS, resources.read_toml(_FORMS)).tables("form")
    return tuple(LegalForm(form.text("key"), form.text("label"), form.text("mark", "")) for form in forms)


@cache
def activity_fields() -> tuple[ActivityField, ...]:
    """Return the 活動分野 by number."""
    fields = Table(_FIELDS, resources.read_toml(_FIELDS)).tables("field")
    return tuple(
        ActivityField(field.number("number"), field.text("label"), field.text("short")) for field in fields
    )
