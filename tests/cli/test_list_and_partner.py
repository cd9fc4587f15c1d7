"""`list export` and `partner search`, on the shipped list."""

import csv
import io
import json
from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.conftest import CommandLine


def test_the_first_command_fills_a_new_folder(command_line: CommandLine, tmp_path: Path) -> None:
    folder, output = tmp_path / "new" / "office", tmp_path / "list.json"
    told = command_line(
        "list", "export", "--fiscal-year", "2018", "--format", "json", "--output", output, folder=folder
    )
    assert (told.code, told.out, told.err) == (0, "", "")
    assert len(json.loads(output.read_text(encoding="utf-8"))) == 168
    assert (folder / "kyodo.sqlite").is_file()


def test_json_has_the_shape_scripts_rely_on(command_line: CommandLine, tmp_path: Path) -> None:
    output = tmp_path / "list.json"
    command_line("list", "export", "--fiscal-year", "H30", "--format", "json", "--output", output)
    entries = json.loads(output.read_text(encoding="utf-8"))
    assert list(entries[0]) == ["number", "departments", "title", "participations", "note"]
    assert entries[0]["departments"] == ["公共施設マネジメント課"]
    assert entries[0]["participations"] == [
        {
            "text": "武蔵野美術大学造形学部建築学科鈴木明スタジオ",
            "partners": ["武蔵野美術大学"],
            "form": "協力",
        }
    ]
    assert len(entries[42]["participations"]) == 2
    assert [entry["number"] for entry in entries] == list(range(1, 169))


def test_csv_opens_in_excel_as_utf8(command_line: CommandLine, tmp_path: Path) -> None:
    output = tmp_path / "list.csv"
    command_line("list", "export", "--fiscal-year", "2018", "--format", "csv", "--output", output)
    assert output.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(output.read_text(encoding="utf-8-sig"))))
    assert rows[0] == ["番号", "課名", "事業名称", "協働相手（団体名）", "協働形態", "備考"]
    assert len(rows) == 169


def test_xlsx_and_pdf_hold_the_list(command_line: CommandLine, tmp_path: Path) -> None:
    book, paper = tmp_path / "list.xlsx", tmp_path / "list.pdf"
    for path in (book, paper):
        told = command_line(
            "list", "export", "--fiscal-year", "2018", "--format", path.suffix[1:], "--output", path
        )
        assert (told.code, told.err) == (0, "")
    cells = [cell for row in load_workbook(book).active.iter_rows(values_only=True) for cell in row]
    assert "避難所管理運営マニュアルの作成" in cells
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "協働や連携の取組一覧" in "".join(text.split())


def test_a_year_without_a_list_is_one_sentence(command_line: CommandLine, tmp_path: Path) -> None:
    output = tmp_path / "list.csv"
    told = command_line("list", "export", "--fiscal-year", "2030", "--format", "csv", "--output", output)
    assert told.code == 1
    assert told.err == "令和12年度の取組一覧はありません。ある年度: 平成30年度\n"
    assert not output.exists()


def test_a_file_that_cannot_be_written_is_one_sentence(command_line: CommandLine, tmp_path: Path) -> None:
    words = ("list", "export", "--fiscal-year", "2018", "--format", "csv", "--output")
    told = command_line(*words, tmp_path / "nowhere" / "list.csv")
    assert told.code == 1
    assert "フォルダー" in told.err
    assert told.err.count("\n") == 1


def test_the_data_is_never_overwritten(command_line: CommandLine, filled_folder: Path) -> None:
    database = filled_folder / "kyodo.sqlite"
    command_line("form", "list")
    before = database.read_bytes()
    told = command_line("list", "export", "--fiscal-year", "2018", "--format", "csv", "--output", database)
    assert told.code == 1
    assert "データの場所" in told.err
    assert database.read_bytes() == before


def test_a_partner_is_found_however_it_is_typed(command_line: CommandLine) -> None:
    for text in ("ｽﾜﾚﾝﾄ", "株式会社スワレント", "(株)すわれんと"):
        found = command_line("partner", "search", text, "--json").json
        assert found[0]["name"] == "㈱スワレント"
        assert isinstance(found[0]["id"], int)
        assert not {"full_key", "bare_key", "sort_key"} & set(found[0])


def test_nothing_found_is_an_empty_list(command_line: CommandLine) -> None:
    told = command_line("partner", "search", "存在しない団体名", "--json")
    assert (told.code, told.json) == (0, [])


def test_people_get_lines_and_a_limit(command_line: CommandLine) -> None:
    told = command_line("partner", "search", "大学", "--limit", "3")
    lines = told.out.splitlines()
    assert len(lines) == 3
    assert all("大学" in line for line in lines)
