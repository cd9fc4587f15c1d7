"""What a paper (様式) is: its key, its fields, its words, who signs it, and its blocks in mm."""

from dataclasses import dataclass, field

from kyodo_desktop.forms.blocks import Layout
from kyodo_desktop.records.forms import FormField, FormGroup, FormInfo
from kyodo_desktop.records.templates import Seal


@dataclass(frozen=True, slots=True)
class Text:
    """A text that the office may change: the name blocks call it by, what a clerk calls it, its words."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a paper that the office may change; all may hold {places} of the form's fields.

    An empty `title` is the form's.
    """

    title: str = ""
    body: str = ""
    notes: tuple[str, ...] = ()
    more: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs or seals a paper, and with what where the office has not said otherwise."""

    role: str
    label: str
    seal: Seal = Seal.NONE


@dataclass(frozen=True, slots=True)
class Form:
    """One official form, one revision. A published revision is never edited: a new one is added.

    `blank` tells whether it can be printed to be filled in by hand, `record_kind` which record fills it in
    (the change log's word for it; `fiscal_year` when it is made of all records of a year). Without a
    `layout` a module of `printing` draws it. `numbered`: it can be issued, with a number on every page.
    """

    key: str
    title: str
    revision: int
    blank: bool
    record_kind: str | None
    fields: tuple[FormField, ...]
    layout: Layout | None = None
    wording: Wording = field(default_factory=Wording)
    signs: tuple[Signature, ...] = ()
    group: FormGroup = FormGroup.OFFICE
    numbered: bool = True

    @property
    def info(self) -> FormInfo:
        """What the program tells about it."""
        return FormInfo(
            self.key, self.title, self.revision, self.blank, self.record_kind, self.group, self.numbered
        )
