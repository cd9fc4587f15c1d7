"""What every table file shares: cells that no spreadsheet takes for a formula, and the way back."""

import re

_LIKE_A_FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\x00-\x1f\u200b\ufeff]*[=+\-@＝＋－＠])")
"""Spreadsheets pass over what stands unseen before a formula's sign."""


def looks_like_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet might take the text for a formula or a command."""
    return _LIKE_A_FORMULA.match(text) is not None


def with_guard(text: str) -> str:
    """Return the text with an apostrophe in front if it looks like a formula; for CSV."""
    return f"'{text}" if looks_like_a_formula(text) else text


def without_guard(text: str) -> str:
    """Return the text as it was before `with_guard`."""
    return text[1:] if text.startswith("'") and looks_like_a_formula(text) else text
