"""Which pages of a pile belong together: one run a sheet, and what a person has to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kyodo_desktop.base.i18n import _
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.receipt import ReceiptNumber
from kyodo_desktop.records.scanned_pages import Doubt, ScannedPage
from kyodo_desktop.records.sheet_codes import SheetCode, SheetNumber
from kyodo_desktop.services.scanning.codes import KnownCode, Unknown, identify, receipt_on

_FOLLOWS = (Doubt.EMPTY_PAGE, Doubt.NO_CODE, Doubt.STRANGE_CODE)
"""A back, an enclosure: such a page probably belongs to the sheet it lies behind; a person decides.

Not of an empty back: on a sheet printed on one side and scanned on both it says nothing, and it is kept.
"""


@dataclass(frozen=True, slots=True)
class PageRun:
    """Pages that lie one behind the other in the pile and are held to be one sheet.

    `number` is the sheet's or the receipt's; None if no page tells. `pages` are in the sheet's order.
    `sheet_pages` are the page numbers read from the codes, to be held against how many pages were issued.
    `doubts` are sentences for the person who decides; a run without a number always has one. `receipts` are
    the receipt numbers that stand beside the sheet's: they have to be of the sheet's own proposal.
    """

    number: SheetNumber | ReceiptNumber | None
    pages: tuple[ScannedPage, ...]
    sheet_pages: tuple[int, ...]
    doubts: tuple[str, ...]
    receipts: tuple[ReceiptNumber, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Tell whether the codes alone say which sheet this is, and that nothing else is in it."""
        return self.number is not None and not self.doubts


def split(pages: Sequence[ScannedPage], programmes: Sequence[Programme]) -> tuple[PageRun, ...]:
    """Return the runs of a pile, in its order; every page is in exactly one.

    Pages of one sheet that follow each other are one run in whatever order they were fed. A page that is
    there a second time begins a run of its own. A page without a code of ours joins the run before it, in
    the same file, as a doubt; one whose code cannot be read, or that has two, stands alone.
    """
    piles: list[_Pile] = []
    for page in pages:
        read = identify(page, programmes)
        pile = piles[-1] if piles and piles[-1].takes(page, read) else None
        if pile is None:
            pile = _Pile(None if isinstance(read, Unknown) else _number(read))
            piles.append(pile)
        pile.add(page, read)
        if isinstance(read, SheetCode) and (receipt := receipt_on(page, programmes)) is not None:
            pile.receipts.append(receipt)
    return tuple(pile.run() for pile in piles)


@dataclass(slots=True)
class _Pile:
    """A run while it grows: groups of a page with a code and those that lie behind it."""

    number: SheetNumber | ReceiptNumber | None
    groups: list[tuple[int, list[ScannedPage]]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    receipts: list[ReceiptNumber] = field(default_factory=list)

    def takes(self, page: ScannedPage, read: KnownCode | Unknown) -> bool:
        if isinstance(read, Unknown):
            return read.doubt in _FOLLOWS and self.groups[-1][1][-1].file == page.file
        return (
            isinstance(read, SheetCode)
            and read.number == self.number
            and read.page not in [number for number, _pages in self.groups]
        )

    def add(self, page: ScannedPage, read: KnownCode | Unknown) -> None:
        if isinstance(read, Unknown) and read.doubt is Doubt.EMPTY_PAGE and self.number is not None:
            self.groups[-1][1].append(page)
            return
        if isinstance(read, Unknown):
            words = _("{page}ページ目：{reason}").format(page=page.page, reason=read.sentence)
            self.doubts.append(words)
            if self.groups:
                self.groups[-1][1].append(page)
                return
        self.groups.append(((isinstance(read, SheetCode) and read.page) or 0, [page]))

    def run(self) -> PageRun:
        groups = sorted(self.groups, key=lambda group: group[0])
        numbers = tuple(number for number, _pages in groups if number)
        pages = tuple(page for _number, group in groups for page in group)
        doubts = (*self._gaps(numbers), *self.doubts)
        return PageRun(self.number, pages, numbers, doubts, tuple(dict.fromkeys(self.receipts)))

    def _gaps(self, numbers: Sequence[int]) -> list[str]:
        missing = sorted(set(range(1, max(numbers, default=0))) - set(numbers))
        if not missing:
            return []
        words = _("、").join(map(str, missing))
        return [_("{number} の {pages} ページ目がありません。").format(number=self.number, pages=words)]


def _number(read: KnownCode) -> SheetNumber | ReceiptNumber:
    return read.number if isinstance(read, SheetCode) else read
