"""Finding codes on one picture of a page.

zxing-cpp reads a code at any angle by itself. What it misses is print too faint, too blurred or too noisy, so
a page on which it finds none is looked at again in other lights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist
from typing import TYPE_CHECKING

from kyodo_desktop.records.sheet_codes import read_page_code

if TYPE_CHECKING:
    from PIL import Image
    from zxingcpp import Barcode, Binarizer

_LEAST_CONTRAST = 24
"""Grey levels of 255 between paper and the faintest pencil, once noise is averaged away."""
_AVERAGED, _MARGIN = 4, 0.03


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was found on a picture; see `ScannedPage`."""

    codes: tuple[str, ...] = ()
    turn: int = 0
    torn: bool = False
    empty: bool = False


def look_at(picture: "Image.Image") -> Sighting:
    """Return the codes on a grey picture."""
    torn = False
    for light, binarizer in _lights(picture):
        seen = _symbols(light, binarizer)
        read = [one for one in seen if one.valid]
        if read:
            # A sticker with another code may lie any way on a sheet of ours.
            upright = next((one for one in read if read_page_code(one.text)), read[0])
            turn = -round(upright.orientation / 90) * 90 % 360
            codes = tuple(dict.fromkeys(one.text for one in read))
            return Sighting(codes, turn, torn=light is picture and _another_is_torn(seen, read))
        # Sharpened text looks like a broken code here and there; the plain picture does not deceive.
        torn = torn or (light is picture and bool(seen))
    return Sighting(torn=torn, empty=not torn and _is_empty(picture))


def _lights(picture: "Image.Image") -> "Iterator[tuple[Image.Image, Binarizer]]":
    """Give the picture as it is, then sharpened (blurred print), spread out (faint), smoothed (noise)."""
    from PIL import ImageFilter, ImageOps
    from zxingcpp import Binarizer

    yield picture, Binarizer.LocalAverage
    yield picture.filter(ImageFilter.UnsharpMask(6, 300, 0)), Binarizer.LocalAverage
    yield ImageOps.autocontrast(picture, cutoff=1), Binarizer.GlobalHistogram
    yield picture.filter(ImageFilter.GaussianBlur(1.5)), Binarizer.LocalAverage


def _symbols(picture: "Image.Image", binarizer: "Binarizer") -> "list[Barcode]":
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

    return read_barcodes(
        picture, formats=BarcodeFormats(BarcodeFormat.QRCode), binarizer=binarizer, return_errors=True
    )


def _another_is_torn(seen: "Sequence[Barcode]", read: "Sequence[Barcode]") -> bool:
    """Tell whether a code that cannot be read stands elsewhere than those that were read.

    Noise makes broken codes of table corners; a sheet's code is square and about as large as another sheet's.
    """
    whole = [_Square.of(one) for one in read]
    broken = [_Square.of(one) for one in seen if not one.valid]
    return any(
        one.is_square and any(one.is_like(other) for other in whole) and not any(map(one.stands_in, whole))
        for one in broken
    )


@dataclass(frozen=True, slots=True)
class _Square:
    """Where a code stands: its corners in turn."""

    corners: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, symbol: "Barcode") -> "_Square":
        place = symbol.position
        points = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        return cls(tuple((point.x, point.y) for point in points))

    @property
    def sides(self) -> list[float]:
        return [dist(self.corners[at - 1], self.corners[at]) for at in range(4)]

    @property
    def is_square(self) -> bool:
        return min(self.sides) > 0.8 * max(self.sides)

    def is_like(self, other: "_Square") -> bool:
        return 0.7 < sum(self.sides) / sum(other.sides) < 1.4

    def stands_in(self, other: "_Square") -> bool:
        """Tell whether its middle lies on the other: a second, worse sighting of the same."""
        return all(
            min(taken) <= sum(own) / 4 <= max(taken)
            for own, taken in zip(
                zip(*self.corners, strict=True), zip(*other.corners, strict=True), strict=True
            )
        )


def _is_empty(picture: "Image.Image") -> bool:
    """Tell whether a page has neither print nor writing; its rim, where a scanner's shadow lies, left out."""
    width, height = picture.size
    rim_x, rim_y = round(width * _MARGIN), round(height * _MARGIN)
    small = picture.crop((rim_x, rim_y, width - rim_x, height - rim_y)).reduce(_AVERAGED)
    levels = [level for level, dots in enumerate(small.histogram()) if dots]
    return levels[-1] - levels[0] < _LEAST_CONTRAST
