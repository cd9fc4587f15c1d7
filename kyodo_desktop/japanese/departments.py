"""The 課 that a text names."""

import re

_BETWEEN = re.compile(r"(?<=[課室局部所館係会])[・、,，\s]+|[、,，\n]+")
"""Not at any ・: there is a 市民協働・男女参画推進課."""


def departments_in(text: str) -> tuple[str, ...]:
    """Return the 課 that a text names: 水と緑と公園課・環境政策課 are two."""
    return tuple(name for part in _BETWEEN.split(text) if (name := part.strip()))
