"""A pile of scanned pages is taken apart: one run a sheet, upright, and no page lost or changed."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.records.scanned_pages import ScannedPage
from kyodo_desktop.services.scanning.reader import read_scans
from kyodo_desktop.services.scanning.splitting import PageRun, split
from kyodo_desktop.services.scanning.writing import pdf_of
from tests.services import scans

PILE = Path("pile.pdf")


def pile(*codes: str | None, file: Path = PILE) -> list[ScannedPage]:
    """Return pages with these codes; None is a page without, `empty` one with nothing on it."""
    return [
        ScannedPage(file, page, (code,) if code and code != "empty" else (), empty=code == "empty")
        for page, code in enumerate(codes, 1)
    ]


def taken(pages: list[ScannedPage]) -> list[tuple[str, list[int], bool]]:
    """Return of each run its number, its pages, and whether it is certain."""
    runs = split(pages, scans.programmes())
    assert sorted(page.page for run in runs for page in run.pages) == sorted(page.page for page in pages)
    return [(str(run.number), [page.page for page in run.pages], run.is_certain) for run in runs]


def only(pages: list[ScannedPage]) -> PageRun:
    (run,) = split(pages, scans.programmes())
    return run


def test_each_sheet_of_a_pile_is_one_run() -> None:
    codes = ("2026-S-00001/1", "2026-S-00001/2", "2026-S-00002/1", "2026-T-003", "2026-S-00001/1")
    assert taken(pile(*codes)) == [
        ("2026-S-00001", [1, 2], True),
        ("2026-S-00002", [3], True),
        ("2026-T-003", [4], True),
        ("2026-S-00001", [5], True),
    ]
    assert split([], scans.programmes()) == ()


def test_pages_fed_backwards_are_put_in_order() -> None:
    assert taken(pile("2026-S-00001/3", "2026-S-00001/2", "2026-S-00001/1")) == [
        ("2026-S-00001", [3, 2, 1], True)
    ]


def test_a_page_scanned_twice_begins_a_run_of_its_own() -> None:
    assert taken(pile("2026-S-00001/1", "2026-S-00001/1", "2026-T-003", "2026-T-003")) == [
        ("2026-S-00001", [1], True),
        ("2026-S-00001", [2], True),
        ("2026-T-003", [3], True),
        ("2026-T-003", [4], True),
    ]


def test_a_missing_page_is_named() -> None:
    run = only(pile("2026-S-00001/2", "2026-S-00001/5"))
    assert run.doubts == ("2026-S-00001 の 1、3、4 ページ目がありません。",)
    assert run.sheet_pages == (2, 5)


def test_a_page_without_a_code_joins_the_sheet_before_it_as_a_doubt() -> None:
    run = only(pile("2026-S-00001/1", None, "2026-S-00001/2", "https://example.jp"))
    assert [page.page for page in run.pages] == [1, 2, 3, 4]
    assert not run.is_certain
    assert run.doubts == (
        "2ページ目：番号の二次元コードがありません。",
        "4ページ目：二次元コードがこの窓口の番号ではありません（https://example.jp）。",
    )


def test_an_empty_back_goes_with_its_sheet_and_an_empty_page_alone_is_asked_about() -> None:
    assert taken(pile("empty", "2026-S-00001/1", "empty", "2026-S-00001/2", "empty")) == [
        ("None", [1], False),
        ("2026-S-00001", [2, 3, 4, 5], True),
    ]


def test_pages_that_nothing_names_are_a_run_without_a_number() -> None:
    assert taken(pile(None, None, "2026-S-00001/1")) == [
        ("None", [1, 2], False),
        ("2026-S-00001", [3], True),
    ]


def test_a_page_that_may_be_another_sheet_stands_alone() -> None:
    unreadable = ScannedPage(PILE, 2, torn=True)
    both = ScannedPage(PILE, 3, ("2026-S-00001/2", "2026-S-00002/1"))
    assert taken([*pile("2026-S-00001/1"), unreadable, both]) == [
        ("2026-S-00001", [1], True),
        ("None", [2], False),
        ("None", [3], False),
    ]


def test_sheets_go_on_in_the_next_file_and_unnamed_pages_do_not() -> None:
    first = pile("2026-S-00001/1", file=Path("1.png"))
    second = pile("2026-S-00001/2", file=Path("2.png"))
    third = pile(None, file=Path("3.png"))
    runs = split([*first, *second, *third], scans.programmes())
    assert [[page.file.name for page in run.pages] for run in runs] == [["1.png", "2.png"], ["3.png"]]


# Written as files of their own


def drawn(pdf: bytes) -> list[Image.Image]:
    document = PdfDocument(pdf)
    pictures = [sheet.render(scale=scans.DPI / 72, grayscale=True).to_pil().copy() for sheet in document]
    document.close()
    return pictures


def differs(one: Image.Image, other: Image.Image) -> int:
    assert one.size == other.size
    return int(ImageChops.difference(one.convert("L"), other.convert("L")).getextrema()[1])


def test_a_pile_is_taken_apart_into_upright_files(tmp_path: Path) -> None:
    codes = ["2026-S-00001/1", "2026-S-00001/2", "2026-S-00002/1"]
    papers = [
        scans.turned(scans.picture(code), turn) for code, turn in zip(codes, (90, 270, 180), strict=True)
    ]
    runs = split(read_scans(scans.put(tmp_path, "pile.pdf", scans.scanned_pdf(papers))), scans.programmes())
    files = [scans.put(tmp_path, f"{run.number}.pdf", pdf_of(run.pages)) for run in runs]
    again = [[(page.codes, page.turn) for page in read_scans(file)] for file in files]
    assert again == [[((codes[0],), 0), ((codes[1],), 0)], [((codes[2],), 0)]]
    assert [PdfReader(file).pages[0].rotation for file in files] == [270, 180]


def test_the_scanners_bytes_are_kept(tmp_path: Path) -> None:
    pdf = scans.scanned_pdf([scans.turned(scans.picture("2026-S-00001/1"), 90)])
    pages = read_scans(scans.put(tmp_path, "pile.pdf", pdf))
    stored = [next(iter(PdfReader(io.BytesIO(one)).pages[0].images)).data for one in (pdf, pdf_of(pages))]
    assert stored[0] == stored[1]


def test_a_printed_page_keeps_its_words(tmp_path: Path) -> None:
    pages = read_scans(scans.put(tmp_path, "a.pdf", scans.printed_pdf(["2026-S-00001/1", "2026-S-00002/1"])))
    words = PdfReader(io.BytesIO(pdf_of(pages[1:]))).pages[0].extract_text()
    assert "2026-S-00002/1" in words
    assert "みどりのこみち" in words


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_jpeg_is_wrapped_byte_for_byte(tmp_path: Path, mode: str) -> None:
    data = scans.jpeg(scans.turned(scans.picture("2026-S-00001/1"), 180).convert(mode))
    pdf = pdf_of(read_scans(scans.put(tmp_path, "a.jpg", data)))
    assert data in pdf
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    assert (page.rotation, float(page.mediabox.width)) == (180, pytest.approx(595.4, abs=0.2))


@pytest.mark.parametrize(("form", "mode"), [("PNG", "L"), ("PNG", "RGB"), ("PNG", "P"), ("TIFF", "1")])
def test_another_image_is_wrapped_dot_for_dot(tmp_path: Path, form: str, mode: str) -> None:
    paper = scans.picture("2026-S-00001/1").convert(mode)
    scans.turned(paper, 90).save(tmp_path / "a.img", form, dpi=(scans.DPI, scans.DPI))
    pdf = pdf_of(read_scans(tmp_path / "a.img"))
    (image,) = PdfReader(io.BytesIO(pdf)).pages[0].images
    assert differs(scans.turned(paper, 90), image.image) == 0
    assert differs(drawn(pdf)[0].resize(scans.A4), paper.convert("L")) < 255
    assert len(pdf) < 400_000


def test_a_photograph_is_wrapped_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    scans.turned(scans.picture("2026-S-00001/1"), 270).save(tmp_path / "photo.jpg", exif=exif)
    exif[0x0112] = 2
    mirrored = scans.picture("2026-S-00001/2").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    mirrored.save(tmp_path / "mirrored.jpg", exif=exif)
    pages = [*read_scans(tmp_path / "photo.jpg"), *read_scans(tmp_path / "mirrored.jpg")]
    again = read_scans(scans.put(tmp_path, "a.pdf", pdf_of(pages)))
    assert [(page.codes, page.turn) for page in again] == [(("2026-S-00001/1",), 0), (("2026-S-00001/2",), 0)]


def test_the_pages_of_a_fax_become_one_file(tmp_path: Path) -> None:
    fax = [scans.picture(f"2026-S-00001/{page}").convert("1") for page in (1, 2)]
    fax[0].save(tmp_path / "fax.tif", save_all=True, append_images=fax[1:], compression="group4")
    (run,) = split(read_scans(tmp_path / "fax.tif"), scans.programmes())
    again = read_scans(scans.put(tmp_path, "a.pdf", pdf_of(run.pages)))
    assert [page.codes for page in again] == [("2026-S-00001/1",), ("2026-S-00001/2",)]


def test_a_file_that_went_away_or_shrank_is_named(tmp_path: Path) -> None:
    path = scans.put(tmp_path, "pile.pdf", scans.printed_pdf(["2026-S-00001/1", "2026-S-00002/1"]))
    pages = read_scans(path)
    scans.put(tmp_path, "pile.pdf", scans.printed_pdf(["2026-S-00001/1"]))
    with pytest.raises(InputError, match=r"pile\.pdf.*2ページ目"):
        pdf_of(pages)
    path.unlink()
    with pytest.raises(InputError, match=r"pile\.pdf.*ありません"):
        pdf_of(pages)
