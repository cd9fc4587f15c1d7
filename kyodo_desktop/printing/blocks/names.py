"""Names as letters write them: 佐　藤　　花　子, read out of the PDF as they were typed."""

_MOST = 3
"""Letters of a part of a name that is spread; longer ones fill the line as they are."""


def spaced_name(name: str) -> str:
    """Return a family and a given name spread out; anything else stays."""
    parts = name.split()
    if len(parts) != 2 or any(len(part) > _MOST or not _is_kanji(part) for part in parts):
        return name
    return "\u3000\u3000".join("\u3000".join(part) for part in parts)


def spaced_person(person: str) -> str:
    """Return 理事長　佐　藤　　花　子 for 理事長　佐藤　花子."""
    parts = person.split()
    if len(parts) != 3:
        return person
    name = f"{parts[1]}\u3000{parts[2]}"
    shown = spaced_name(name)
    return person if shown == name else f"{parts[0]}\u3000{shown}"


def _is_kanji(part: str) -> bool:
    return all("\u4e00" <= letter <= "\u9fff" or letter in "○々" for letter in part)
