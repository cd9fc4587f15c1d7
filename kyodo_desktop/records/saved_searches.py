"""A way of looking at a list that a clerk gave a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What a list's page needs to show it again: words, chips, columns. `page` is the page's key."""

    id: int
    page: str
    name: str
    state: Mapping[str, Any]
