"""Papers as they come out of a scanner: a printed slip, drawn, laid askew, turned, made grey and noisy."""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter
from pypdf import PdfReader, PdfWriter
from pypdfium2 import PdfDocument

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.programmes.files import load_all
from kyodo_desktop.programmes.programme import Programme

DPI = 200
A4 = (1654, 2339)
A5_WIDE = (1654, 1165)


def programmes() -> Sequence[Programme]:
    return load_all()


@cache
def slip_pdf(number: str) -> bytes:
    """Return a printed slip whose code says `number`."""
    data = {
        "receipt_number": number,
        "partner_name": "特定非営利活動法人　みどりのこみち",
        "title": "小平市提示型公募事業補助金交付申請書「玉川上水みどりの学校」",
        "received_by": "市民協働担当　　鈴木",
        "next_steps": "書類を確認します。\n選考審査会で審査します。",
    }
    form = find_form("reception_slip")
    return print_form(form, check_data(form, data)).pdf


def picture(number: str, dpi: int = DPI) -> Image.Image:
    """Return the slip as a grey scan on A4, the slip in its upper half."""
    document = PdfDocument(slip_pdf(number))
    drawn = document[0].render(scale=dpi / 72, grayscale=True).to_pil().copy()
    document.close()
    paper = Image.new("L", (A4[0] * dpi // DPI, A4[1] * dpi // DPI), 255)
    paper.paste(drawn, (0, 0))
    return paper


def with_code(paper: Image.Image, number: str, at: tuple[int, int]) -> Image.Image:
    """Return the paper with the code of another slip on it, as if that lay on top."""
    code = picture(number).crop((1262, 222, 1480, 440))
    both = paper.copy()
    both.paste(code, at)
    return both


def askew(paper: Image.Image, degrees: float) -> Image.Image:
    """Turn by a few degrees clockwise, with the grey of the lid around."""
    return paper.rotate(-degrees, expand=True, fillcolor=235, resample=Image.Resampling.BICUBIC)


def turned(paper: Image.Image, degrees: int) -> Image.Image:
    """Turn by right angles, clockwise."""
    return paper.rotate(-degrees, expand=True)


def noisy(paper: Image.Image, strength: float = 0.15) -> Image.Image:
    """Mix in a part of noise, the same each time."""
    dots = Random(7).randbytes(paper.width * paper.height)  # noqa: S311 - grain, not a secret
    noise = Image.frombytes("L", paper.size, dots)
    return Image.blend(paper, noise, strength)


def faint(paper: Image.Image, ink: float) -> Image.Image:
    """Leave only a part of the ink."""
    return paper.point(lambda value: 255 - int((255 - value) * ink))


def blurred(paper: Image.Image, radius: float) -> Image.Image:
    return paper.filter(ImageFilter.GaussianBlur(radius))


def jpeg(paper: Image.Image, quality: int = 40) -> bytes:
    buffer = io.BytesIO()
    paper.save(buffer, "JPEG", quality=quality, dpi=(DPI, DPI))
    return buffer.getvalue()


def through_jpeg(paper: Image.Image, quality: int = 40) -> Image.Image:
    return Image.open(io.BytesIO(jpeg(paper, quality))).copy()


def stamped(paper: Image.Image) -> Image.Image:
    """Put the ring of a round stamp over the lower right corner of the code."""
    marked = paper.copy()
    ImageDraw.Draw(marked).ellipse((1412, 368, 1530, 486), outline=110, width=7)
    return marked


def folded(paper: Image.Image) -> Image.Image:
    """Lay the paper's corner over the lower right of the code: white, with a dark crease."""
    marked = paper.copy()
    draw = ImageDraw.Draw(marked)
    draw.polygon([(1412, 425), (1465, 372), (1465, 425)], fill=255)
    draw.line([(1412, 425), (1465, 372)], fill=90, width=3)
    return marked


def torn(paper: Image.Image) -> Image.Image:
    """Tear away a good third of the code, but leave its three finders: seen, and not readable."""
    marked = paper.copy()
    draw = ImageDraw.Draw(marked)
    draw.rectangle((1346, 245, 1395, 420), fill=255)
    draw.rectangle((1280, 307, 1460, 355), fill=255)
    return marked


def scanned_pdf(papers: Sequence[Image.Image]) -> bytes:
    """Return a scanner's PDF: one JPEG a page."""
    buffer = io.BytesIO()
    papers[0].save(buffer, "PDF", save_all=True, append_images=papers[1:], resolution=DPI, quality=60)
    return buffer.getvalue()


def printed_pdf(numbers: Sequence[str]) -> bytes:
    """Return the printed slips one behind the other, as they left the program."""
    writer = PdfWriter()
    for number in numbers:
        writer.append(PdfReader(io.BytesIO(slip_pdf(number))))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def scan_of(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Return the pages of a printed paper as a scanner's grey glass sees them."""
    document = PdfDocument(pdf)
    pages = [
        document[at].render(scale=dpi / 72, grayscale=True).to_pil().copy() for at in range(len(document))
    ]
    document.close()
    return pages
