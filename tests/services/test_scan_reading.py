"""Scans are read: however they lie, however poor they are, and whatever else is handed in as one."""

import contextlib
import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import segno
from PIL import Image
from pypdf import PdfReader, PdfWriter

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.programmes.receipt import ReceiptNumber
from kyodo_desktop.records.scanned_pages import Doubt, ScannedPage
from kyodo_desktop.records.sheet_codes import SheetCode, SheetNumber
from kyodo_desktop.services.importing.progress import CancelledError, Progress
from kyodo_desktop.services.scanning.codes import Unknown, identify
from kyodo_desktop.services.scanning.reader import read_scans
from kyodo_desktop.services.scanning.writing import pdf_of
from tests.cli.conftest import environment
from tests.services import scans

SHEET = "2026-S-00012/2"
Paper = Image.Image

POOR: dict[str, Callable[[Paper], Paper]] = {
    "clean": lambda paper: paper,
    "jpeg": lambda paper: scans.through_jpeg(scans.noisy(paper), 25),
    "noisy": lambda paper: scans.noisy(paper, 0.4),
    "faint": lambda paper: scans.noisy(scans.faint(paper, 0.2), 0.1),
    "very faint": lambda paper: scans.faint(paper, 0.05),
    "faint and noisy": lambda paper: scans.noisy(scans.faint(paper, 0.4), 0.4),
    "blurred": lambda paper: scans.blurred(paper, 3),
    "very blurred": lambda paper: scans.blurred(paper, 4),
    "black and white": lambda paper: paper.convert("1", dither=Image.Dither.NONE),
    "stamped": lambda paper: scans.through_jpeg(scans.stamped(paper)),
    "folded": lambda paper: scans.through_jpeg(scans.folded(paper)),
    "dark": lambda paper: paper.point(lambda value: value // 6),
}


def only_page(folder: Path, paper: Paper) -> ScannedPage:
    buffer = io.BytesIO()
    paper.save(buffer, "PNG")
    (page,) = read_scans(scans.put(folder, "スキャン.png", buffer.getvalue()))
    return page


def doubt_of(page: ScannedPage) -> Doubt | None:
    read = identify(page, scans.programmes())
    return read.doubt if isinstance(read, Unknown) else None


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("degrees", [-10, -4, 0, 1.5, 10])
def test_a_page_is_read_however_it_lies(tmp_path: Path, turn: int, degrees: float) -> None:
    lying = scans.turned(scans.askew(scans.picture(SHEET), degrees), turn)
    page = only_page(tmp_path, scans.through_jpeg(scans.noisy(lying)))
    assert page.codes == (SHEET,)
    assert page.turn == -turn % 360
    assert identify(page, scans.programmes()) == SheetCode(SheetNumber(2026, 12), 2)


@pytest.mark.parametrize("how", POOR)
@pytest.mark.parametrize(("turn", "degrees"), [(0, 0), (90, 7), (180, -10)])
def test_a_poor_page_is_read(tmp_path: Path, how: str, turn: int, degrees: float) -> None:
    poor = scans.turned(scans.askew(POOR[how](scans.picture(SHEET)).convert("L"), degrees), turn)
    page = only_page(tmp_path, poor)
    assert (page.codes, page.turn, doubt_of(page)) == ((SHEET,), -turn % 360, None)


@pytest.mark.parametrize("dpi", [100, 150, 300, 600])
def test_a_page_is_read_at_any_resolution(tmp_path: Path, dpi: int) -> None:
    page = only_page(tmp_path, scans.askew(scans.picture(SHEET, dpi), 3))
    assert page.codes == (SHEET,)


def test_every_kind_of_file_is_read(tmp_path: Path) -> None:
    paper = scans.picture("2026-T-003")
    for name, form, mode in (
        ("a.png", "PNG", "L"),
        ("b.png", "PNG", "P"),
        ("c.png", "PNG", "RGBA"),
        ("d.png", "PNG", "I;16"),
        ("e.jpg", "JPEG", "RGB"),
        ("f.jpg", "JPEG", "CMYK"),
        ("g.tif", "TIFF", "1"),
        ("h.tif", "TIFF", "RGB"),
        ("i.pdf", "PDF", "L"),
    ):
        deep = Image.eval(paper.convert("I"), lambda value: value * 257) if mode == "I;16" else paper
        deep.convert(mode).save(tmp_path / name, form)
        pages = read_scans(tmp_path / name)
        assert [identify(page, scans.programmes()) for page in pages] == [ReceiptNumber(2026, "T", 3)], name


def test_the_pages_of_a_tiff_and_of_a_pdf_are_read_in_their_order(tmp_path: Path) -> None:
    codes = [f"2026-S-00007/{page}" for page in (1, 2, 3)]
    papers = [scans.turned(scans.picture(code), turn) for code, turn in zip(codes, (0, 90, 270), strict=True)]
    fax = [paper.convert("1") for paper in papers]
    fax[0].save(tmp_path / "fax.tif", save_all=True, append_images=fax[1:], compression="group4")
    scans.put(tmp_path, "scan.pdf", scans.scanned_pdf(papers))
    for name in ("fax.tif", "scan.pdf"):
        pages = read_scans(tmp_path / name)
        assert [(page.page, page.codes, page.turn) for page in pages] == [
            (1, (codes[0],), 0),
            (2, (codes[1],), 270),
            (3, (codes[2],), 90),
        ]


def test_a_pdf_that_turns_its_pages_itself_is_read_as_it_is_shown(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(scans.slip_pdf(SHEET))))
    writer.pages[0].rotate(90)
    writer.write(tmp_path / "turned.pdf")
    (page,) = read_scans(tmp_path / "turned.pdf")
    assert (page.codes, page.turn) == ((SHEET,), 270)


def test_a_photograph_is_read_as_its_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    scans.turned(scans.picture(SHEET), 270).save(tmp_path / "photo.jpg", exif=exif)
    (page,) = read_scans(tmp_path / "photo.jpg")
    assert (page.codes, page.turn) == ((SHEET,), 0)


def test_forty_pages_are_read_and_counted(tmp_path: Path) -> None:
    codes = [f"2026-S-{sheet:05d}/1" for sheet in range(1, 41)]
    path, progress = scans.put(tmp_path, "forty.pdf", scans.printed_pdf(codes)), Progress()
    pages = read_scans(path, progress)
    assert [page.codes for page in pages] == [(code,) for code in codes]
    assert (progress.done, progress.total) == (40, 40)


def test_reading_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    path, progress = scans.put(tmp_path, "a.pdf", scans.printed_pdf([SHEET])), Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_scans(path, progress)


# What is no sheet of ours, or not for certain


def test_another_code_is_not_taken_for_ours(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    segno.make("https://example.jp/2026-S-00012/2", error="m").save(buffer, kind="png", scale=8, border=6)
    poster = Image.new("L", scans.A4, 255)
    poster.paste(Image.open(buffer).convert("L"), (300, 300))
    page = only_page(tmp_path, poster)
    read = identify(page, scans.programmes())
    assert isinstance(read, Unknown)
    assert (
        read.sentence == "二次元コードがこの窓口の番号ではありません（https://example.jp/2026-S-00012/2）。"
    )
    beside = scans.picture(SHEET)
    beside.paste(Image.open(buffer).convert("L").rotate(90), (20, 20))
    page = only_page(tmp_path, beside)
    assert len(page.codes) == 2
    assert (identify(page, scans.programmes()), page.turn) == (SheetCode(SheetNumber(2026, 12), 2), 0)


def test_two_sheets_on_one_page_are_a_doubt_that_names_both(tmp_path: Path) -> None:
    page = only_page(tmp_path, scans.with_code(scans.picture(SHEET), "2026-S-00013/1", (300, 1500)))
    read = identify(page, scans.programmes())
    assert isinstance(read, Unknown)
    assert read.sentence == "番号の違う二次元コードが重なっています（2026-S-00012/2、2026-S-00013/1）。"


def test_the_same_code_twice_is_no_doubt(tmp_path: Path) -> None:
    page = only_page(tmp_path, scans.with_code(scans.picture(SHEET), SHEET, (300, 1500)))
    assert (page.codes, doubt_of(page)) == ((SHEET,), None)


def test_a_torn_code_is_seen_and_not_guessed(tmp_path: Path) -> None:
    page = only_page(tmp_path, scans.torn(scans.picture(SHEET)))
    assert (page.codes, doubt_of(page)) == ((), Doubt.TORN_CODE)


def test_a_torn_code_beside_a_whole_one_is_a_doubt(tmp_path: Path) -> None:
    page = only_page(
        tmp_path, scans.with_code(scans.torn(scans.picture(SHEET)), "2026-S-00013/1", (300, 1500))
    )
    assert (page.codes, doubt_of(page)) == (("2026-S-00013/1",), Doubt.TORN_CODE)


def test_an_empty_page_and_one_with_writing_are_told_apart(tmp_path: Path) -> None:
    empty = scans.noisy(Image.new("L", scans.A4, 245), 0.05)
    assert doubt_of(only_page(tmp_path, empty)) is Doubt.EMPTY_PAGE
    pencilled = empty.copy()
    pencilled.paste(165, (600, 700, 1000, 704))
    assert doubt_of(only_page(tmp_path, pencilled)) is Doubt.NO_CODE


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (3, 3)])
def test_a_picture_too_small_for_anything_is_empty(tmp_path: Path, size: tuple[int, int]) -> None:
    assert doubt_of(only_page(tmp_path, Image.new("L", size, 255))) is Doubt.EMPTY_PAGE


# Files that cannot be read


def refused(path: Path) -> str:
    with pytest.raises(InputError) as raised:
        read_scans(path)
    assert path.name in str(raised.value)
    return str(raised.value)


def test_a_file_that_is_not_there_or_empty_is_named(tmp_path: Path) -> None:
    assert "ありません" in refused(tmp_path / "なし.pdf")
    assert "空のファイル" in refused(scans.put(tmp_path, "空.pdf", b""))


def test_a_text_file_named_pdf_is_no_scan(tmp_path: Path) -> None:
    assert "PDF でも画像" in refused(scans.put(tmp_path, "メモ.pdf", "明日までに".encode()))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_pdf_cut_short_is_refused_whole(tmp_path: Path, share: float) -> None:
    whole = scans.scanned_pdf([scans.picture(SHEET), scans.picture("2026-S-00012/3")])
    assert "途中で切れています" in refused(scans.put(tmp_path, "cut.pdf", whole[: int(len(whole) * share)]))


def test_a_pdf_that_is_none_inside_is_refused(tmp_path: Path) -> None:
    assert "こわれている" in refused(scans.put(tmp_path, "x.pdf", b"%PDF-1.7\n" + b"\xff" * 999 + b"\n%%EOF"))


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(scans.slip_pdf(SHEET))))
    writer.encrypt("秘密", algorithm="RC4-128")
    writer.write(tmp_path / "鍵.pdf")
    assert "パスワード" in refused(tmp_path / "鍵.pdf")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
@pytest.mark.parametrize("share", [0.0005, 0.3, 0.8])
def test_an_image_cut_short_is_refused(tmp_path: Path, form: str, share: float) -> None:
    buffer = io.BytesIO()
    scans.picture(SHEET).save(buffer, form)
    data = buffer.getvalue()
    refused(scans.put(tmp_path, "cut.img", data[: max(20, int(len(data) * share))]))


def test_the_damaged_page_of_several_is_named(tmp_path: Path) -> None:
    papers = [scans.noisy(scans.picture(f"2026-S-00001/{page}")) for page in (1, 2)]
    papers[0].save(tmp_path / "two.tif", save_all=True, append_images=papers[1:], compression="tiff_lzw")
    data = bytearray((tmp_path / "two.tif").read_bytes())
    data[len(data) // 2 + 4096 : len(data) - 4096] = b"\0" * (len(data) // 2 - 8192)
    assert "2ページ目" in refused(scans.put(tmp_path, "two.tif", bytes(data)))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    for side in (9000, 60000):
        head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
        bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")
        assert "大きすぎます" in refused(scans.put(tmp_path, "bomb.png", bomb))


def test_a_pdf_with_a_bomb_of_a_picture_is_refused(tmp_path: Path) -> None:
    pdf = scans.scanned_pdf([scans.picture(SHEET)])
    bomb = pdf.replace(b"/Width 1654", b"/Width 99999").replace(b"/Height 2339", b"/Height 99999")
    assert bomb != pdf
    assert "1ページ目は画像が大きすぎます" in refused(scans.put(tmp_path, "bomb.pdf", bomb))


def test_a_huge_sheet_is_drawn_smaller(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(14400, 14400)
    writer.write(tmp_path / "poster.pdf")
    (page,) = read_scans(tmp_path / "poster.pdf")
    assert page.empty


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _number in range(501):
        writer.add_blank_page(100, 100)
    writer.write(tmp_path / "many.pdf")
    assert "500ページまで" in refused(tmp_path / "many.pdf")


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("form", ["PDF", "PNG", "JPEG", "TIFF"])
def test_damaged_bytes_are_read_or_refused_and_never_a_defect(tmp_path: Path, form: str) -> None:
    buffer, chance = io.BytesIO(), Random(form)  # noqa: S311 - the same damage each time
    scans.picture(SHEET).reduce(4).save(buffer, form)
    for _try in range(40):
        data = bytearray(buffer.getvalue())
        for _byte in range(chance.choice((1, 3, 30))):
            edge = chance.choice((60, 600, len(data)))
            data[chance.choice((1, -1)) * chance.randrange(1, edge)] = chance.randrange(256)
        path = scans.put(tmp_path, "damaged.img", bytes(data))
        with contextlib.suppress(InputError):
            assert pdf_of(read_scans(path)).startswith(b"%PDF")


def test_nothing_heavy_is_loaded_before_something_is_read() -> None:
    code = (
        "import sys, kyodo_desktop.services.scanning.reader, kyodo_desktop.services.scanning.splitting,"
        "kyodo_desktop.services.scanning.writing;"
        "sys.exit(bool({'PIL', 'pypdfium2', 'zxingcpp', 'reportlab', 'PySide6'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], env=environment(), check=False).returncode == 0
