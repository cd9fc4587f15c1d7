"""協働の形態: the open list that the office may change (`resources/collaboration_forms.toml`)."""

from functools import cache

from kyodo_desktop.base import resources
from kyodo_desktop.records.collaborations import CollaborationFormRecord
from kyodo_desktop.services.shipped_files import Table

_FILE = "collaboration_forms.toml"


@cache
def collaboration_forms() -> tuple[CollaborationFormRecord, ...]:
    """Return the forms in the handbook's order."""
    table = Table(_FILE, resources.read_toml(_FILE))
    return tuple(_record(form) for form in table.tables("form"))


def _record(form: Table) -> CollaborationFormRecord:
    return CollaborationFormRecord(form.text("key"), form.text("label"), form.text("definition", ""))


def form_labels() -> dict[str, str]:
    """Return the label of each form's key."""
    return {form.key: form.label for form in collaboration_forms()}


def form_label(key: str) -> str:
    """Return a form's label; a key that the list no longer has stands for itself."""
    return form_labels().get(key, key)
