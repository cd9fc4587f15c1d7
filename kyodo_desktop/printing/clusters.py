"""Text as the eye counts it: a letter with its selectors and marks is one."""

import re
import unicodedata

_MARKS = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # accents, enclosing marks
    "\u3099\u309a"  # ゛ ゜ that join the letter before
    "\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"  # joiner, skin tones and tags of emoji
)
_FLAGS = "\U0001f1e6-\U0001f1ff"
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_CLUSTER = re.compile(rf"\r\n|[\r\n]|(?:[{_FLAGS}]{{2}}|.)(?:\u200d[{_EMOJI}]|[{_MARKS}])*", re.DOTALL)
_NOT_PLAIN = re.compile(rf"[\r{_MARKS}{_FLAGS}]")

_SILENT = {"Cf", "Zl", "Zp"}
_UNPRINTABLE = {"Cc", "Cs"}


def clusters(text: str) -> list[str]:
    """Return the letters of `text`, each with what belongs to it; joined they are the text again."""
    return _CLUSTER.findall(text) if _NOT_PLAIN.search(text) else list(text)


def is_control(cluster: str) -> bool:
    """Tell whether this is a control character that nothing can print (not a line break, not a tab)."""
    return unicodedata.category(cluster[0]) in _UNPRINTABLE and cluster[0] not in "\r\n\t"


def is_invisible(cluster: str) -> bool:
    """Tell whether this takes no room on paper: line breaks, control characters, marks of direction."""
    if cluster[0] in "\r\n":
        return True
    return is_control(cluster) or unicodedata.category(cluster[0]) in _SILENT
