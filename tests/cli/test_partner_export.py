"""`partner export`: the whole register, or what of it may be published."""

import csv
import json
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import CommandLine


def test_the_register_is_written_in_each_format(command_line: CommandLine, tmp_path: Path) -> None:
    for file_format in ("csv", "xlsx", "json"):
        path = tmp_path / f"団体台帳.{file_format}"
        told = command_line("partner", "export", "--format", file_format, "--output", path)
        assert (told.code, told.out, told.err) == (0, "", "")
    names = [one["name"] for one in json.loads((tmp_path / "団体台帳.json").read_bytes())]
    rows = list(csv.DictReader((tmp_path / "団体台帳.csv").read_text("utf-8-sig").splitlines()))
    sheet = load_workbook(tmp_path / "団体台帳.xlsx").active
    assert sheet is not None
    assert len(names) > 100
    assert [row["名称"] for row in rows] == names == [row[1].value for row in sheet.iter_rows(min_row=2)]


def test_the_public_edition_names_what_it_left_out(command_line: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "公開.json"
    told = command_line("partner", "export", "--format", "json", "--public", "--output", path)
    assert told.code == 0
    assert "公開になっていないので、書きませんでした: フリガナ（130団体）" in told.err
    assert len(told.err.splitlines()) == 1
    rows = json.loads(path.read_bytes())
    assert not any(row["representative"] or row["phone"] for row in rows)


def test_the_data_folder_is_not_written_into(command_line: CommandLine, filled_folder: Path) -> None:
    output = filled_folder / "kyodo.sqlite"
    told = command_line("partner", "export", "--format", "csv", "--output", output)
    assert told.code == 1
    assert "データの場所" in told.err


def test_a_file_that_is_not_there_is_told_in_japanese(command_line: CommandLine, tmp_path: Path) -> None:
    output = tmp_path / "紙.pdf"
    for place, reason in ((tmp_path / "ない.json", "ありません"), (tmp_path, "フォルダーです")):
        told = command_line("form", "print", "partner_card", "--data", place, "--output", output)
        assert told.code == 1
        assert f"（{reason}）" in told.err
        assert not output.exists()


def test_open_data_has_the_columns_of_the_standard_and_nobody_who_published_nothing(
    command_line: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "市民活動団体一覧.csv"
    told = command_line("partner", "export", "--format", "csv", "--open-data", "--output", path)
    assert told.code == 0
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0][:4] == ["全国地方公共団体コード", "ID", "地方公共団体名", "名称"]
    assert len(rows) == 1
    assert "団体の全体（130団体）" in told.err
