"""A PDF being made: new pages of one paper size, then the bytes."""

from collections.abc import Callable
from io import BytesIO

from kyodo_desktop.printing.fonts import new_canvas
from kyodo_desktop.printing.page import Page
from kyodo_desktop.printing.style import MM


class Document:
    """The pages of one printed form, `width` × `height` mm each.

    `on_each` draws what stands on every page, beside what the form puts there.
    """

    def __init__(
        self,
        title: str,
        subject: str,
        width: float,
        height: float,
        on_each: Callable[[Page, int], None] | None = None,
    ) -> None:
        self._buffer = BytesIO()
        self._width, self._height = width, height
        self._canvas = new_canvas(
            self._buffer, title=title, subject=subject, pagesize=(width * MM, height * MM)
        )
        self._pages = 0
        self._on_each = on_each

    def new_page(self) -> Page:
        """Begin a page; the one before it is finished."""
        if self._pages:
            self._canvas.showPage()
        self._pages += 1
        page = Page(self._canvas, self._width, self._height)
        if self._on_each is not None:
            self._on_each(page, self._pages)
        return page

    @property
    def pages(self) -> int:
        """How many pages have been begun."""
        return self._pages

    def finish(self) -> bytes:
        """Return the PDF."""
        self._canvas.showPage()
        self._canvas.save()
        return self._buffer.getvalue()
