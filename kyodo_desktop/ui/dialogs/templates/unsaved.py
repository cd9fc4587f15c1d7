"""Templates that were changed and not yet saved; kept as a draft, so that nothing typed is lost."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kyodo_desktop.records.templates import Template

if TYPE_CHECKING:
    from kyodo_desktop.services.drafts import DraftsService

_KIND = "form_template"


class UnsavedTemplates:
    """What is typed, by form and fiscal year."""

    def __init__(self, drafts: "DraftsService") -> None:
        self._drafts = drafts
        kept: Mapping[str, object] = drafts.load(_KIND, 0) or {}
        self._found = {key: data for key, data in kept.items() if isinstance(data, dict)}
        self._is_kept = True

    def get(self, template: Template) -> Template | None:
        """Return what is typed over a template, if something is."""
        data = self._found.get(_key(template))
        return template.with_data(data) if data is not None else None

    def put(self, template: Template) -> None:
        """Take note of what is typed."""
        self._found[_key(template)] = template.as_data()
        self._is_kept = False

    def drop(self, template: Template) -> None:
        """Forget what is typed over a template, because it was saved or given up."""
        if self._found.pop(_key(template), None) is not None:
            self._is_kept = False
            self.keep()

    def forms(self) -> frozenset[str]:
        """Return the forms with something unsaved, in whatever year."""
        return frozenset(key.rpartition(":")[0] for key in self._found)

    def keep(self) -> None:
        """Write the draft, if there is something new in it."""
        if self._is_kept:
            return
        if self._found:
            self._drafts.save(_KIND, 0, self._found)
        else:
            self._drafts.drop(_KIND, 0)
        self._is_kept = True


def _key(template: Template) -> str:
    return f"{template.form_key}:{template.fiscal_year}"
