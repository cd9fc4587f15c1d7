"""What a paper (様式) is: its key, its fields, from which record it is filled. No layout."""

from dataclasses import dataclass

from kyodo_desktop.records.forms import FormField, FormInfo


@dataclass(frozen=True, slots=True)
class Form:
    """One official form, one revision. A published revision is never edited: a new one is added.

    `blank` tells whether it can be printed to be filled in by hand, `record_kind` which record fills it in
    (the change log's word for it; `fiscal_year` when it is made of all records of a year).
    """

    key: str
    title: str
    revision: int
    blank: bool
    record_kind: str | None
    fields: tuple[FormField, ...]

    @property
    def info(self) -> FormInfo:
        """What the program tells about it."""
        return FormInfo(self.key, self.title, self.revision, self.blank, self.record_kind)
