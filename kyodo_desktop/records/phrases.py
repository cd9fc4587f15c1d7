"""Stock sentences of the office's letters."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence for a letter (`form_key`, empty for every letter) and an outcome (empty for each).

    `text` may hold placeholders in braces, as the letters' own wording does. `outcome` is a key of the
    letter's choice `result`. Shipped ones have no id.
    """

    id: int
    form_key: str
    outcome: str
    title: str
    text: str
    own: bool = False
    """Whether the office wrote it; a shipped one is marked （仮）."""


@dataclass(frozen=True, slots=True)
class PhraseDraft:
    """A sentence of the office's own as it is to be kept."""

    title: str
    text: str
    form_key: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class FilledPhrase:
    """A sentence as it will stand on the paper.

    `empty` are the labels of places that have no value yet: 〔label〕 stands there. `unknown` are places
    that the paper does not know: they stand as they are written.
    """

    text: str
    empty: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
