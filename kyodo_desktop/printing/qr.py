"""A QR code of a short text, drawn row by row."""

import segno

from kyodo_desktop.printing.page import Page

_QUIET = 4
"""Modules of white that a reader needs around the code."""
_OVERLAP = 0.02 / 72 * 25.4
"""Rows overlap by 0.02 points, else viewers show hairlines between them."""


def draw_qr(page: Page, x: float, top: float, size: float, text: str) -> None:
    """Draw the code of `text`, level M, its quiet zone included in `size` mm."""
    readable = text.encode("utf-8", errors="replace").decode("utf-8")
    matrix = segno.make(readable, error="m", micro=False, boost_error=False).matrix
    module = size / (len(matrix) + 2 * _QUIET)
    for row, modules in enumerate(matrix):
        y = top + (row + _QUIET) * module
        for start, length in _runs(bytes(modules)):
            page.fill(x + (start + _QUIET) * module, y, length * module, module + _OVERLAP)


def _runs(modules: bytes) -> list[tuple[int, int]]:
    """Return start and length of each run of dark modules."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if dark and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((column, 1))
    return runs
