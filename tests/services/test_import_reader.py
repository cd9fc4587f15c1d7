"""Files as offices bring them: any spreadsheet, any encoding, any damage."""

import contextlib
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.services.importing import limits
from kyodo_desktop.services.importing.reader import read_table

HEADINGS = ["団体名", "代表者", "電話番号"]
ROW = ["㈱カラフル髙橋①", "髙橋 花子", "042-346-9809"]
SAMPLES = Path(__file__).parents[1] / "data" / "import"


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def csv_text(*rows: list[str]) -> str:
    return "".join(",".join(row) + "\r\n" for row in rows)


def workbook(path: Path, rows: list[list[Any]], **more: Any) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for name, value in more.items():
        setattr(book, name, value)
    book.save(path)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        read_table(path)
    return str(refused.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be", "euc_jp"]
)
def test_a_csv_in_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    row = ROW if encoding != "euc_jp" else ["こだいら会", "高橋 花子", "042-346-9809"]
    table = read_table(write(tmp_path / "list.csv", csv_text(HEADINGS, row).encode(encoding)))
    assert table.columns == tuple(HEADINGS)
    assert table.rows[0].cells == tuple(row)
    assert table.rows[0].line == 2


def test_a_utf_16_tsv_as_excel_saves_it_is_read(tmp_path: Path) -> None:
    text = "団体名\t代表者\r\nこだいら会\t「山田, 花子」\r\n"
    table = read_table(write(tmp_path / "list.txt", text.encode("utf-16")))
    assert table.rows[0].cells == ("こだいら会", "「山田, 花子」")


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    text = '団体名,備考\r\n甲の会,"二行\nの備考"\r\n\r\n乙の会,\r\n'
    table = read_table(write(tmp_path / "list.csv", text.encode()))
    assert [(row.line, row.cells[0]) for row in table.rows] == [(2, "甲の会"), (5, "乙の会")]


def test_an_apostrophe_that_made_a_formula_harmless_is_taken_off(tmp_path: Path) -> None:
    table = read_table(
        write(tmp_path / "list.csv", csv_text(["団体名"], ["'=1+1会"], ["'普通の会"]).encode())
    )
    assert [row.cells[0] for row in table.rows] == ["=1+1会", "'普通の会"]


def test_a_workbook_is_read_below_its_title_with_dates_and_numbers_as_texts(tmp_path: Path) -> None:
    rows = [
        ["小平市 市民活動団体一覧"],
        [],
        ["団体名", "設立年月日", "電話番号", "会員数"],
        ["こだいら会", date(2003, 4, 1), 423469809, 12.0],
    ]
    table = read_table(workbook(tmp_path / "list.xlsx", rows))
    assert table.columns == ("団体名", "設立年月日", "電話番号", "会員数")
    assert table.rows[0].cells == ("こだいら会", "2003/4/1", "423469809", "12")
    assert table.rows[0].line == 4


def test_the_sheet_that_holds_the_list_is_found(tmp_path: Path) -> None:
    book = Workbook()
    first, second, hidden = book.active, book.create_sheet("名簿"), book.create_sheet("古い名簿")
    assert first is not None
    first.append(["お読みください"])
    first.append(["この名簿は…"])
    hidden.sheet_state = "hidden"
    for sheet in (second, hidden):
        sheet.append(HEADINGS)
        sheet.append([sheet.title, "", ""])
    book.save(tmp_path / "list.xlsx")
    table = read_table(tmp_path / "list.xlsx")
    assert (table.sheet, table.rows[0].cells[0]) == ("名簿", "名簿")
    assert "Sheet" in table.notes[0]


def test_two_heading_rows_with_joined_cells_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A2", "団体名")
        sheet.merge_range("B1:C1", "連絡先")
        sheet.write_row("B2", ["電話", "メール"])
        sheet.write_row("A3", ["こだいら会", "042-346-9809", "a@example.jp"])
    table = read_table(path)
    assert table.columns == ("団体名", "電話", "メール")
    assert table.rows[0].cells[2] == "a@example.jp"


def test_a_formula_is_never_run_its_last_result_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["団体名", "備考"])
        sheet.write_formula(1, 0, '="こだ"&"いら会"', None, "こだいら会")
        sheet.write_formula(1, 1, '=HYPERLINK("http://example.jp")', None, "見る")
    assert read_table(path).rows[0].cells == ("こだいら会", "見る")


@pytest.mark.parametrize("name", ["list.xls", "list.ods"])
def test_old_and_open_workbooks_are_read(name: str) -> None:
    table = read_table(SAMPLES / name)
    assert table.columns == ("団体名", "電話番号")
    assert table.rows[0].cells == ("こだいら会", "042-346-9809")


def test_columns_without_a_heading_are_named_by_their_letter(tmp_path: Path) -> None:
    table = read_table(write(tmp_path / "list.csv", csv_text(["団体名", "", ""], ["会", "", "x"]).encode()))
    assert table.columns == ("団体名", "列C")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"", "空のファイル"),
        ("a.xlsx", b"", "空のファイル"),
        ("a.csv", b"\r\n\r\n", "表がありません"),
        ("a.xlsx", b"PK\x03\x04" + b"broken" * 50, "こわれている"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000, "こわれている"),
        ("a.csv", '団体名,備考\r\n甲の会,"閉じない\r\n乙の会,x\r\n'.encode(), "2行目から、引用符"),
        ("a.csv", '団体名\r\n"甲"の会\r\n'.encode(), "2行目から、引用符"),
        (
            "a.csv",
            "団体名\r\n".encode() + "髙橋会\r\n".encode("cp932") + b"\xff",
            "文字コードが混ざって",
        ),
        ("a.csv", b"name\r\nab\x01c\r\n", "2行目に、文字ではないデータ"),
        ("a.csv", b"\x00\x01\x02\x03" * 100, "文字のファイルとして読めません"),
        ("a.json", b"{}", "JSON ではありません"),
        ("a.json", b"[", "JSON として読めません"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    sentence = refusal(write(tmp_path / name, data))
    assert words in sentence
    assert name in sentence


def test_a_file_with_a_password_says_so(tmp_path: Path) -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le")
    assert "パスワード" in refusal(write(tmp_path / "secret.xlsx", container))


def test_a_workbook_protected_against_editing_is_read(tmp_path: Path) -> None:
    locked = WorkbookProtection(workbookPassword="x", lockStructure=True)
    assert read_table(workbook(tmp_path / "a.xlsx", [HEADINGS, ROW], security=locked)).rows


def test_a_bomb_is_refused_and_never_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", [HEADINGS, ROW])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", b"\0" * 50_000_000)
    assert "大きくなりすぎる" in refusal(path)


def test_cells_far_apart_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "団体名")
        sheet.write_string(1_048_575, 16_383, "はなれた文字")
    assert "広すぎます" in refusal(path)


def test_an_ods_that_stands_for_millions_of_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.ods"
    with zipfile.ZipFile(SAMPLES / "list.ods") as source, zipfile.ZipFile(path, "w") as made:
        for part in source.namelist():
            text = source.read(part)
            if part == "content.xml":
                repeated = b'<table:table-row table:number-rows-repeated="1000000"'
                text = text.replace(b"<table:table-row", repeated, 1)
            made.writestr(part, text)
    assert "広すぎます" in refusal(path)


def test_a_file_or_a_cell_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = csv_text(["団体名", "備考"], ["会", "あ" * 40_000])
    assert "2行目・2列目の文字が長すぎます" in refusal(write(tmp_path / "long.csv", long.encode()))
    monkeypatch.setattr(limits, "MOST_BYTES", 10)
    assert "大きすぎます" in refusal(write(tmp_path / "large.csv", csv_text(HEADINGS, ROW).encode()))


@pytest.mark.parametrize("end", [b"</table:tabl", b"</office:document-content>", b"<!DOCTYPE x []>"])
def test_an_ods_cut_short_is_told_at_once(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "cut.ods"
    with zipfile.ZipFile(SAMPLES / "list.ods") as source, zipfile.ZipFile(path, "w") as made:
        for part in source.namelist():
            text = source.read(part)
            made.writestr(part, text.partition(b"</table:table>")[0] + end if part == "content.xml" else text)
    assert "こわれている" in refusal(path)


@pytest.mark.parametrize("name", ["list.xls", "list.ods"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_damaged_ends_in_a_table_or_a_sentence(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    whole = bytearray((SAMPLES / name).read_bytes())
    places = st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255))
    for at, byte in data.draw(st.lists(places, min_size=1, max_size=12)):
        whole[at] = byte
    with contextlib.suppress(InputError):
        read_table(write(tmp_path / name, bytes(whole)))


def test_an_encoding_that_does_not_exist_is_damage(tmp_path: Path) -> None:
    source = workbook(tmp_path / "list.xlsx", [HEADINGS, ROW])
    declared = b'<?xml version="1.0" encoding="UTF-99"?>'
    path = repacked(tmp_path / "odd.xlsx", source, sheet1_xml=lambda text: declared + text)
    assert "こわれている" in refusal(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_an_xlsx_damaged_inside_its_parts_ends_in_a_table_or_a_sentence(
    tmp_path: Path, data: st.DataObject
) -> None:
    source = workbook(tmp_path / "list.xlsx", [HEADINGS, ROW, ["乙の会", "=1/0", ""]])
    part = data.draw(st.sampled_from(["sheet1_xml", "workbook_xml", "workbook_xml_rels"]))

    def damage(text: bytes) -> bytes:
        at, length = data.draw(st.integers(0, len(text) - 1)), data.draw(st.integers(0, 12))
        return text[:at] + data.draw(st.sampled_from([b"", b"9999999999", b"<", b'"'])) + text[at + length :]

    with contextlib.suppress(InputError):
        read_table(repacked(tmp_path / "damaged.xlsx", source, **{part: damage}))


def test_a_hundred_columns_are_read(tmp_path: Path) -> None:
    headings = ["団体名", *(f"項目{n}" for n in range(99))]
    row = ["会", *(str(n) for n in range(99))]
    table = read_table(write(tmp_path / "wide.csv", csv_text(headings, row).encode()))
    assert len(table.columns) == 100


def repacked(path: Path, source: Path, **parts: Callable[[bytes], bytes]) -> Path:
    """Write a workbook anew, with the parts whose names end so changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in old.namelist():
            change = next((parts[end] for end in parts if end in name.replace(".", "_")), bytes)
            made.writestr(name, change(old.read(name)))
    return path


def test_zeros_among_letters_are_named_by_their_line(tmp_path: Path) -> None:
    text = csv_text(HEADINGS, ROW, ["乙の\0会", "", ""])
    for encoding in ("utf-8", "cp932"):
        assert "3行目に、文字ではないデータ" in refusal(write(tmp_path / "list.csv", text.encode(encoding)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[{"団体名": "甲の会"}, {"団体名": "乙\\u0000の会"}]', "2行目「団体名」に、文字ではないデータ"),
        ('[{"団体名": "甲\\ud800の会"}]', "1行目「団体名」に、文字ではないデータ"),
        ('[{"団\\u0001体名": "甲の会"}]', "「団体名」に、文字ではないデータ"),
        (f'[{{"団体名": "{"あ" * 40_000}"}}]', "1行目「団体名」の文字が長すぎます"),
        ('[{"団体名": "甲の会",\n}]', "2行目の1文字目から形が違います"),
        (f'[{{"a": {"[" * 600}{"]" * 600}}}]', "入れ子が深すぎる"),
        ("[" * 100_000, "入れ子が深すぎる"),
        (f'[{{"a": {"9" * 5000}}}]', "数が長すぎます"),
    ],
)
def test_a_json_that_no_register_can_hold_is_told(tmp_path: Path, text: str, words: str) -> None:
    assert words in refusal(write(tmp_path / "list.json", text.encode()))


def test_a_cell_of_a_workbook_with_what_is_no_letter_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["団体名", "備考"])
        sheet.write_row(1, 0, ["甲の会", "よい\x01"])
    assert "2行目「備考」に、文字ではないデータ" in refusal(path)


def test_a_formula_that_went_wrong_is_read_as_excel_shows_it(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["団体名", "備考"])
        sheet.write_formula(1, 0, "=A9", None, "#REF!")
        sheet.write_string(2, 0, "乙の会")
        sheet.write_formula(2, 1, '=""', None, "")
    # So Excel itself writes down that the result is an empty text.
    said = repacked(
        tmp_path / "said.xlsx",
        path,
        sheet1_xml=lambda text: text.replace(b'<c r="B3">', b'<c r="B3" t="str">'),
    )
    assert [row.cells for row in read_table(said).rows] == [("#REF!", ""), ("乙の会", "")]


def test_a_formula_whose_result_was_never_saved_is_named_by_row_and_column(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [["団体名", "備考"], ["甲の会", '="よ"&"い"']])
    assert "2行目・B列に、結果が保存されていない数式" in refusal(path)


def test_such_a_formula_on_a_sheet_that_is_not_read_does_no_harm(tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("計算")
    assert first is not None
    for row in (HEADINGS, ROW):
        first.append(row)
    second.append(["=1+1"])
    book.save(tmp_path / "list.xlsx")
    assert read_table(tmp_path / "list.xlsx").rows[0].cells == tuple(ROW)


def test_a_long_text_that_thousands_of_cells_share_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shared.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["団体名", "備考"])
        for line in range(1, 9000):
            sheet.write_row(line, 0, [f"会{line}", "あ" * 32_000])
    assert path.stat().st_size < 1_000_000
    assert "大きくなりすぎる" in refusal(path)


def test_many_cells_that_share_short_texts_are_read(tmp_path: Path) -> None:
    path = tmp_path / "shared.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["団体名", "備考"])
        sheet.write_row(1, 0, ["長い会", "あ" * 32_000])
        for line in range(2, 9000):
            sheet.write_row(line, 0, [f"会{line}", "なし"])
    assert len(read_table(path).rows) == 8999


def test_a_text_that_an_ods_repeats_too_often_is_refused(tmp_path: Path) -> None:
    def often(text: bytes) -> bytes:
        cell = b'<table:table-cell table:number-columns-repeated="90000" office:value-type="string"><text:p>'
        return text.replace(b"</table:table-row>", cell + b"x" * 9000 + b"</text:p></table:table-cell>", 1)

    path = repacked(tmp_path / "list.ods", SAMPLES / "list.ods", content_xml=often)
    assert "大きくなりすぎる" in refusal(path)


def test_a_sheet_is_measured_whatever_its_part_is_called(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "far.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "団体名")
        sheet.write_string(1_048_575, 16_383, "はなれた文字")
    path = tmp_path / "renamed.xlsx"
    with zipfile.ZipFile(tmp_path / "far.xlsx") as old, zipfile.ZipFile(path, "w") as made:
        for name in old.namelist():
            data = old.read(name).replace(b"worksheets/sheet1.xml", b"elsewhere/sheet1.vml")
            made.writestr(name.replace("worksheets/sheet1.xml", "elsewhere/sheet1.vml"), data)
    assert "広すぎます" in refusal(path)


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="C99999999"><v>1</v></c>',
        b"<c r='C99999999'><v>1</v></c>",
        b'<c  r = "C99999999" ><v>1</v></c>',
        b'<c s=">" r="C99999999"><v>1</v></c>',
        b'<c r="c99999999"><v>1</v></c>',
    ],
)
def test_a_cell_that_says_it_is_far_below_its_row_is_refused(tmp_path: Path, cell: bytes) -> None:
    path = repacked(
        tmp_path / "far.xlsx",
        workbook(tmp_path / "list.xlsx", [HEADINGS, ROW]),
        sheet1_xml=lambda text: text.replace(b"</row>", cell + b"</row>", 1),
    )
    assert "広すぎます" in refusal(path)


def test_empty_cells_far_away_that_only_have_a_look_do_no_harm(tmp_path: Path) -> None:
    path = repacked(
        tmp_path / "looks.xlsx",
        workbook(tmp_path / "list.xlsx", [HEADINGS, ROW]),
        sheet1_xml=lambda text: text.replace(
            b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
        ),
    )
    assert len(read_table(path).rows) == 1


def test_a_drawing_that_is_no_xml_does_no_harm(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [HEADINGS, ROW])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/drawings/vmlDrawing1.vml", "<xml><br></xml>")
        archive.writestr("xl/media/image1.svg", '<!DOCTYPE svg PUBLIC "x" "y"><svg/>')
    assert len(read_table(path).rows) == 1


def test_a_binary_workbook_is_asked_for_as_xlsx(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"\x83\x01\x00")
    assert "xlsx）」で保存し直して" in refusal(path)


def test_joined_cells_over_and_over_are_refused(tmp_path: Path) -> None:
    source = workbook(tmp_path / "list.xlsx", [HEADINGS, ROW])
    joined = b'<mergeCells count="60">' + b'<mergeCell ref="A1:SF100000"/>' * 60 + b"</mergeCells>"
    path = repacked(
        tmp_path / "joined.xlsx",
        source,
        sheet1_xml=lambda text: text.replace(b"</sheetData>", b"</sheetData>" + joined),
    )
    assert "広すぎます" in refusal(path)


def test_an_xml_that_declares_entities_is_refused(tmp_path: Path) -> None:
    source = workbook(tmp_path / "list.xlsx", [HEADINGS, ROW])
    laugh = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = repacked(tmp_path / "laugh.xlsx", source, sheet1_xml=lambda text: laugh + text)
    assert "こわれている" in refusal(path)


def test_an_old_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray((SAMPLES / "list.xls").read_bytes())
    second = data.index(b"\x09\x08\x10\x00") + 4 + 16
    data[second : second + 2] = b"\x2f\x00"
    assert "パスワード" in refusal(write(tmp_path / "secret.xls", bytes(data)))


def test_an_ods_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("content.xml", b"\x93\x01 not to be read")
        made.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert "パスワード" in refusal(path)


def test_lines_of_nothing_but_commas_are_refused_before_they_become_cells(tmp_path: Path) -> None:
    assert "大きすぎます" in refusal(write(tmp_path / "a.csv", b"," * 2_000_000))
    assert "大きすぎます" in refusal(write(tmp_path / "b.csv", b"x\n" + (b"," * 30_000 + b"\n") * 200))


def test_a_paper_is_no_table(tmp_path: Path) -> None:
    paper = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
    assert "文字のファイルとして読めません" in refusal(write(tmp_path / "list.csv", paper))


def test_the_note_that_excel_leaves_beside_an_open_workbook_is_not_taken_for_it(tmp_path: Path) -> None:
    assert "~$ で始まらない" in refusal(write(tmp_path / "~$名簿.xlsx", b"\x04desk"))


def test_a_file_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "名簿.xlsx", b"PK\x03\x04")

    def held(*_words: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", held)
    sentence = refusal(path)
    assert "「名簿.xlsx」が読めません" in sentence
    assert "Excel などで開いていれば閉じて" in sentence


def test_a_folder_or_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "ありません" in refusal(tmp_path / "none.csv")
    assert "ありません" in refusal(tmp_path)


def test_a_damaged_part_inside_a_workbook_is_told(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/workbook.xml", "<not")
    assert "こわれている" in refusal(write(tmp_path / "bad.xlsx", data.getvalue()))
