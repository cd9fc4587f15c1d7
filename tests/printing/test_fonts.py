"""Text on paper, read back from the PDF and looked at as an image."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kyodo_desktop.base.resources import read_text, resource_path
from kyodo_desktop.printing.clusters import clusters
from kyodo_desktop.printing.fonts import Face, draw_text, missing_characters, new_canvas, text_width

PAGE = (600.0, 800.0)
KATSU = "葛\U000e0100"
NAMES = [f"{KATSU}城市", "𠮷野家", "髙橋﨑", "㋿元年㈱㊞〒", "渡邉\U000e0100", f"𠮷{KATSU}髙㋿𠮷"]


def make(draw: Callable[[object], None]) -> bytes:
    buffer = BytesIO()
    canvas = new_canvas(buffer, title="試し 𠮷", subject="書体", pagesize=PAGE)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def make_lines(texts: Iterable[str], face: Face = Face.MINCHO, **how: object) -> bytes:
    def draw(canvas: object) -> None:
        for number, text in enumerate(texts):
            draw_text(canvas, 40, 750 - 24 * number, text, face, 12, **how)

    return make(draw)


def text_of(pdf: bytes) -> list[str]:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text().split("\n")


def opened(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


def seen_text(pdf: bytes) -> str:
    """Return what the program's own viewer takes out of a page."""
    document, _buffer = opened(pdf)
    return document.getAllText(0).text()


def paper(pdf: bytes) -> QImage:
    """Return the page as it looks on white paper, two dots a point."""
    document, _buffer = opened(pdf)
    drawn = document.render(0, QSize(1200, 1600))
    page = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return page


def pictures(pdf: bytes, count: int) -> list[bytes]:
    """Return the picture of the first letter of each line."""
    page = paper(pdf)
    cut = (page.copy(80, 76 + 48 * number, 24, 32) for number in range(count))
    return [bytes(one.constBits()) for one in cut]


def fonts_of(pdf: bytes) -> list[DictionaryObject]:
    reader = PdfReader(BytesIO(pdf))
    found = [page["/Resources"]["/Font"] for page in reader.pages]
    return [font.get_object() for fonts in found for font in fonts.values()]


@pytest.mark.parametrize("face", list(Face))
@pytest.mark.parametrize(
    "text", [*NAMES, "市民協働 ABC 12,000円", "か\u3099き\u3099", "<img src=x> & <b>", "a\\b) (c"]
)
def test_text_is_copied_out_as_it_was_typed(text: str, face: Face, qapp: QGuiApplication) -> None:
    pdf = make_lines([text], face)
    assert text_of(pdf) == [text]
    assert seen_text(pdf) == text


def test_the_whole_handbook_is_copied_out_as_it_is() -> None:
    lines = [
        line for line in read_text("handbook/handbook.txt").splitlines() if line.strip() == line and line
    ]
    pages = [lines[start : start + 30] for start in range(0, len(lines), 30)]
    for page in pages[::5]:
        assert text_of(make_lines(page)) == page


def test_all_fonts_are_embedded_subsets() -> None:
    def draw(canvas: object) -> None:
        for number, face in enumerate(Face):
            draw_text(canvas, 40, 700 - 30 * number, "".join(NAMES) + "ABC", face, 12)

    pdf = make(draw)
    fonts = fonts_of(pdf)
    names = {str(font["/BaseFont"]) for font in fonts}
    assert {name.split("+")[1] for name in names} == {
        "BIZUDMincho-Regular",
        "BIZUDGothic-Regular",
        "BIZUDGothic-Bold",
        "NotoSerifJP-Regular",
    }
    for font in fonts:
        assert len(str(font["/BaseFont"]).split("+")[0]) == len("/AAAAAA")
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
    assert len(pdf) < 100_000
    assert b"Helvetica" not in pdf


def test_an_empty_page_has_no_foreign_font() -> None:
    assert b"Helvetica" not in make(lambda canvas: None)


def test_a_variation_sequence_has_a_glyph_of_its_own(qapp: QGuiApplication) -> None:
    for face in Face:
        base, sequence, again = pictures(make_lines(["葛", KATSU, "葛"], face), 3)
        assert base == again
        assert base != sequence


def test_a_sequence_that_no_font_has_prints_as_its_base(qapp: QGuiApplication) -> None:
    pdf = make_lines(["邉", "邉\U000e01ef"])
    base, sequence = pictures(pdf, 2)
    assert base == sequence
    assert text_of(pdf)[1] == "邉\U000e01ef"


def test_a_kana_with_a_separate_mark_prints_as_one_letter(qapp: QGuiApplication) -> None:
    joined, separate = pictures(make_lines(["が", "か\u3099"]), 2)
    assert joined == separate
    assert text_width("か\u3099", Face.MINCHO, 10) == 10


def test_no_letter_prints_as_an_empty_box(qapp: QGuiApplication) -> None:
    letters = ["𠮷", KATSU, "髙", "﨑", "㋿", "㈱", "㊞", "〒", "邉", "✓", "Ω", "①", "□"]
    for face in Face:
        assert len(set(pictures(make_lines(letters, face), len(letters)))) == len(letters)


def test_what_no_font_has_prints_as_a_geta(qapp: QGuiApplication) -> None:
    pdf = make_lines(["〓", "😀", "\ue000", "\U000f0000"])
    geta, *others = pictures(pdf, 4)
    assert others == [geta] * 3
    assert text_of(pdf) == ["〓", "😀", "\ue000", "\U000f0000"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("市民協働の推進　ＮＰＯ ABC\r\n\t①", ()),
        ("".join(NAMES), ()),
        ("邉\U000e0102と邉", ("邉\U000e0102",)),
        ("絵文字😀と😀", ("😀",)),
        ("👨\u200d👩\u200d👧と🇯🇵", ("👨\u200d👩\u200d👧", "🇯🇵")),
        ("外字\ue000", ("\ue000",)),
        ("\U000f0000", ("\U000f0000",)),
        ("鐘\x07", ("\x07",)),
        ("半分\ud842", ("\ud842",)),
        ("幅のない\u200b\ufeff\u2060\u200e", ()),
        ("㊙\ufe0f", ()),
        ("か\u3099", ()),
        ("空き\u2003\u00a0", ()),
    ],
)
def test_what_cannot_be_printed_is_named(text: str, missing: tuple[str, ...]) -> None:
    for face in Face:
        assert missing_characters(text, face) == missing


def test_every_shipped_entry_can_be_printed() -> None:
    assert missing_characters(read_text("collaborations/2018.json")) == ()
    assert missing_characters(read_text("check_sheet/1.toml")) == ()


def test_widths_count_letters_as_the_eye_does() -> None:
    assert text_width("市民", Face.MINCHO, 10) == 20
    assert text_width("12", Face.GOTHIC, 10) == 10
    assert text_width(f"{KATSU}𠮷", Face.MINCHO, 10, tracking=3) == 23
    assert text_width("", Face.MINCHO, 10, tracking=3) == 0
    assert text_width("市\x07\u200b民", Face.MINCHO, 10, tracking=3) == 23


@pytest.mark.parametrize("tracking", [0.5, 1.0, 1.3, 3.0, 8.0, 20.0])
def test_spread_words_are_copied_out_as_words(tracking: float, qapp: QGuiApplication) -> None:
    pdf = make_lines(["事業名", "協働や連携の取組一覧"], tracking=tracking)
    assert seen_text(pdf).split() == ["事業名", "協働や連携の取組一覧"]
    assert text_of(pdf) == ["事業名", "協働や連携の取組一覧"]


def test_wide_spaces_are_copied_out_as_they_are(qapp: QGuiApplication) -> None:
    text = "令和　　年　　月　　日（　　　）"
    pdf = make_lines([text])
    assert seen_text(pdf) == text
    assert text_of(pdf) == [text]


def test_a_text_can_be_spoken_otherwise(qapp: QGuiApplication) -> None:
    assert seen_text(make_lines(["□"], spoken="いいえ )>> EMC <<")) == "いいえ )>> EMC <<"


def test_tracking_ends_with_its_text(qapp: QGuiApplication) -> None:
    def drawn(tracking: float) -> QImage:
        def draw(canvas: object) -> None:
            draw_text(canvas, 40, 750, "事業", Face.MINCHO, 12, tracking=tracking)
            draw_text(canvas, 40, 726, "市民協働", Face.MINCHO, 12)

        return paper(make(draw))

    plain, spread = drawn(0.0), drawn(9.0)
    first, second = QRect(0, 76, 1200, 32), QRect(0, 124, 1200, 32)
    assert plain.copy(first) != spread.copy(first)
    assert plain.copy(second) == spread.copy(second)


def test_the_document_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(make_lines(["甲"])))
    about = reader.metadata
    assert about is not None
    assert (about.title, about.subject) == ("試し 𠮷", "書体")
    assert about.creator
    assert about.author
    assert not {"anonymous", "unspecified", "untitled"} & set(map(str, about.values()))
    assert reader.root_object["/Lang"] == "ja-JP"


SCRIPT = f"""
import hashlib
from io import BytesIO
from kyodo_desktop.printing.fonts import Face, draw_text, new_canvas, missing_characters
missing_characters({KATSU * 2 + "邉" + "😀"!r})
buffer = BytesIO()
canvas = new_canvas(buffer, title="題", subject="主題", pagesize=(600, 800))
for face in Face:
    draw_text(canvas, 40, 700, {"".join(NAMES) + "😀市民"!r}, face, 12, tracking=2)
canvas.showPage()
canvas.save()
print(hashlib.sha256(buffer.getvalue()).hexdigest())
"""


def run(script: str, seed: str = "0") -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = run(SCRIPT, "1"), run(SCRIPT, "2")
    assert len(first) == 64
    assert first == second


def test_what_was_printed_before_leaves_no_trace() -> None:
    def digest() -> str:
        return hashlib.sha256(make_lines(NAMES)).hexdigest()

    before = digest()
    make_lines(["辻\U000e0100", "😀", "𠮷", "か\u3099"])
    assert digest() == before


CROWD = """
from kyodo_desktop.printing.fonts import Face, text_width
strange = "".join(map(chr, (*range(0x30000, 0x3FFFF), *range(0x40000, 0x4FFFF))))
print(text_width(strange, Face.GOTHIC, 10) / len(strange), text_width("𠮷市", Face.GOTHIC, 10))
"""


def test_a_hundred_thousand_unknown_letters_do_not_exhaust_the_fonts() -> None:
    assert run(CROWD).split() == ["10.0", "20.0"]


def test_a_page_of_many_letters_is_quick() -> None:
    letters = read_text("handbook/handbook.txt").replace("\n", "")
    lines = [letters[start : start + 44] for start in range(0, len(letters), 44)]
    make_lines(lines)
    began = time.perf_counter()
    make_lines(lines)
    assert sum(text_width(line, Face.MINCHO, 10.5) for line in lines) > 0
    assert time.perf_counter() - began < 3


@given(st.text(max_size=60))
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_can_be_printed(text: str) -> None:
    pdf = make_lines([text], Face.GOTHIC)
    assert pdf.startswith(b"%PDF")
    assert text_width(text, Face.GOTHIC, 10) >= 0
    assert set("".join(missing_characters(text, Face.GOTHIC))) <= set(text)


def test_letters_belong_together_with_their_marks() -> None:
    assert clusters(f"{KATSU}か\u3099👍\U0001f3fd🇯🇵a\r\nb") == [
        KATSU,
        "か\u3099",
        "👍\U0001f3fd",
        "🇯🇵",
        "a",
        "\r\n",
        "b",
    ]


def test_the_fonts_ship_with_their_licences() -> None:
    folder = resource_path("fonts")
    licences = "".join(path.read_text(encoding="utf-8") for path in folder.glob("OFL-*.txt"))
    assert licences.count("SIL OPEN FONT LICENSE Version 1.1") == 2
    for name in ("BIZ UDMincho", "BIZ UDGothic", "Adobe"):
        assert name in licences
    assert {path.stem for path in folder.glob("*.ttf")} == {
        *(face.value for face in Face),
        "NotoSerifJP-Regular",
    }


@pytest.mark.parametrize("kept", [0, 3, 100, 2_000_000])
def test_a_font_that_is_cut_off_is_said_and_not_printed_with(tmp_path: Path, kept: int) -> None:
    whole = resource_path("fonts/BIZUDGothic-Bold.ttf").read_bytes()
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "BIZUDGothic-Bold.ttf").write_bytes(whole[:kept])
    program = f"""
from pathlib import Path
from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.resources import use_overrides
from kyodo_desktop.printing.fonts import Face, text_width
use_overrides(Path({str(tmp_path)!r}))
try:
    text_width("小平市", Face.GOTHIC_BOLD, 10)
except ResourceError as error:
    print(ascii(str(error)))
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ascii("fonts/BIZUDGothic-Bold.ttf").strip("'") in told.stdout
