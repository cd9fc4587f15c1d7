"""Stock sentences of the office's letters."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence for a letter (`form_key`, empty for every letter) and an outcome (empty for each).

    `text` may hold placeholders in braces, as the letters' own wording does.
    """

    id: int
    form_key: str
    outcome: str
    title: str
    text: str
    own: bool = False
    """Whether the office wrote it; a shipped one is marked （仮）."""
