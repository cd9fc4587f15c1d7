"""Which sheet a scanned page is, or a person typed. Never a guess: what is not certain is `Unknown`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kyodo_desktop.base.i18n import _
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.programmes.receipt import ReceiptNumber, read_receipt
from kyodo_desktop.records.scanned_pages import DOUBT_SENTENCES, Doubt, ScannedPage
from kyodo_desktop.records.sheet_codes import SheetCode, read_page_code, read_typed_sheet

KnownCode = SheetCode | ReceiptNumber

_MOST_SHOWN = 40
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\s]+")


@dataclass(frozen=True, slots=True)
class Unknown:
    """No sheet can be named; a person decides. `texts` are what was read or typed."""

    doubt: Doubt
    texts: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Say why, in the clerk's words."""
        return _(DOUBT_SENTENCES[self.doubt]).format(texts=_("、").join(map(_shown, self.texts)))


def identify(page: ScannedPage, programmes: Sequence[Programme]) -> KnownCode | Unknown:
    """Return which sheet or receipt a page is by the codes on it.

    Other codes beside ours (a poster's address) do not matter; two different ones of ours do, and so does one
    that cannot be read, for it may be another sheet's that lies half under this one. A 受付票 that was issued
    has two, its sheet's and its receipt's: it is the sheet, if the receipt belongs to it (`receipt_on`).
    """
    known = {code for text in page.codes if (code := read_printed(text, programmes)) is not None}
    sheets = [code for code in known if isinstance(code, SheetCode)]
    if len(known) > 1 and (len(sheets), len(known)) != (1, 2):
        return Unknown(Doubt.SEVERAL_CODES, tuple(sorted(map(str, known))))
    if page.torn:
        return Unknown(Doubt.TORN_CODE, page.codes)
    if known:
        return sheets[0] if sheets else known.pop()
    if page.codes:
        return Unknown(Doubt.STRANGE_CODE, page.codes)
    return Unknown(Doubt.EMPTY_PAGE if page.empty else Doubt.NO_CODE)


def receipt_on(page: ScannedPage, programmes: Sequence[Programme]) -> ReceiptNumber | None:
    """Return the receipt number whose code is on a page, None if there is none or more than one."""
    known = {code for text in page.codes if (code := read_printed(text, programmes)) is not None}
    receipts = [code for code in known if isinstance(code, ReceiptNumber)]
    return receipts[0] if len(receipts) == 1 else None


def read_printed(text: str, programmes: Sequence[Programme]) -> KnownCode | None:
    """Return what the text of one code names; None unless it is, to the character, what we print."""
    receipt = read_receipt(text, programmes)
    return read_page_code(text) or (receipt if str(receipt) == text else None)


def read_typed(text: str, programmes: Sequence[Programme]) -> KnownCode | Unknown:
    """Return which sheet or receipt a person typed; unknown too if it can be read as either."""
    sheet, receipt = read_typed_sheet(text), read_receipt(text, programmes)
    if sheet is not None and receipt is None:
        return sheet
    if receipt is not None and sheet is None and receipt.serial:
        return receipt
    return Unknown(Doubt.NOT_A_NUMBER, (text,))


def _shown(text: str) -> str:
    plain = _UNSEEN.sub(" ", text).strip()
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[:_MOST_SHOWN]}…"
