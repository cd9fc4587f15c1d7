"""`form list`, `form fields` and `form print`."""

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.conftest import CommandLine

SAMPLES = {
    "text": "用水路",
    "multiline": "用水路",
    "kana": "ヨウスイロ",
    "date": "2026-05-27",
    "yen": 98000,
    "number": 3,
    "check": True,
}


def text_of(path: Path) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())


def sample(field: dict[str, Any]) -> object:
    if field["kind"] == "choice":
        return field["options"][0]["key"]
    if field["kind"] == "rows":
        return [{column["name"]: sample(column) for column in field["columns"]}]
    return SAMPLES[field["kind"]]


def test_every_form_is_listed(command_line: CommandLine) -> None:
    forms = command_line("form", "list", "--json").json
    assert {"check_sheet", "collaboration_list", "reception_slip"} <= {form["key"] for form in forms}
    for form in forms:
        assert isinstance(form["title"], str)
        assert isinstance(form["revision"], int)
        assert isinstance(form["blank"], bool)
    assert "相互チェックシート" in command_line("form", "list").out


def test_every_form_tells_its_fields_and_takes_them(command_line: CommandLine, tmp_path: Path) -> None:
    data, paper = tmp_path / "data.json", tmp_path / "paper.pdf"
    for form in command_line("form", "list", "--json").json:
        fields = command_line("form", "fields", form["key"], "--json").json
        assert {"name", "label", "kind", "required", "max_length", "times"} <= set(fields[0])
        data.write_text(
            json.dumps({field["name"]: sample(field) for field in fields}, ensure_ascii=False),
            encoding="utf-8",
        )
        told = command_line("form", "print", form["key"], "--data", data, "--output", paper)
        assert (told.code, told.out, told.err) == (0, "", ""), form["key"]
        assert paper.read_bytes().startswith(b"%PDF")


def test_what_can_be_blank_is_printed_blank(command_line: CommandLine, tmp_path: Path) -> None:
    for form in command_line("form", "list", "--json").json:
        paper = tmp_path / f"{form['key']}.pdf"
        told = command_line("form", "print", form["key"], "--blank", "--output", paper)
        assert told.code == (0 if form["blank"] else 1)
        assert paper.exists() is form["blank"]
        assert told.err.count("\n") == (0 if form["blank"] else 1)


def test_an_empty_required_field_is_named_and_the_paper_printed(
    command_line: CommandLine, tmp_path: Path
) -> None:
    data, paper = tmp_path / "data.json", tmp_path / "slip.pdf"
    data.write_text('{"title": "みんなでつくる緑の小道"}', encoding="utf-8")
    told = command_line("form", "print", "reception_slip", "--data", data, "--output", paper)
    assert told.code == 0
    assert "「受付番号」" in told.err
    assert "「件名」" not in told.err
    assert "みんなでつくる緑の小道" in text_of(paper)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('{"title": "あ", "colour": "red"}', "colour"),
        ('{"title": 12}', "件名"),
        ('{"received_on": "令和8年5月27日"}', "受付年月日"),
        ('{"title": "あ", "title": "い"}', "title"),
        ('["title"]', "data.json"),
        ('{"title": ', "data.json"),
        ("[" * 100_000, "data.json"),
        ("", "data.json"),
    ],
)
def test_wrong_data_is_one_sentence_and_no_paper(
    command_line: CommandLine, tmp_path: Path, content: str, named: str
) -> None:
    data, paper = tmp_path / "data.json", tmp_path / "slip.pdf"
    data.write_text(content, encoding="utf-8")
    paper.write_bytes(b"what stood there")
    told = command_line("form", "print", "reception_slip", "--data", data, "--output", paper)
    assert (told.code, told.out) == (1, "")
    assert named in told.err
    assert told.err.count("\n") == 1
    assert paper.read_bytes() == b"what stood there"


def test_a_data_file_of_another_encoding_or_none_at_all(command_line: CommandLine, tmp_path: Path) -> None:
    data, paper = tmp_path / "data.json", tmp_path / "slip.pdf"
    data.write_bytes('{"title": "緑の小道"}'.encode("cp932"))
    for path in (data, tmp_path / "missing.json", tmp_path):
        told = command_line("form", "print", "reception_slip", "--data", path, "--output", paper)
        assert told.code == 1
        assert told.err.count("\n") == 1
        assert not paper.exists()
    data.write_bytes(b"\xef\xbb\xbf" + '{"title": "緑の小道"}'.encode())
    assert command_line("form", "print", "reception_slip", "--data", data, "--output", paper).code == 0


def test_an_unknown_form_or_record_is_one_sentence(command_line: CommandLine, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    unknown = command_line("form", "fields", "no_such_form", "--json")
    assert (unknown.code, unknown.out) == (1, "")
    assert "no_such_form" in unknown.err
    missing = command_line("form", "print", "reception_slip", "--record", "99999", "--output", paper)
    assert missing.code == 1
    assert missing.err.count("\n") == 1
    assert not paper.exists()


def test_a_record_is_printed(command_line: CommandLine, tmp_path: Path) -> None:
    paper = tmp_path / "list.pdf"
    told = command_line("form", "print", "collaboration_list", "--record", "2018", "--output", paper)
    assert (told.code, told.err) == (0, "")
    assert "取組一覧" in text_of(paper)


def test_a_character_no_typeface_has_is_named(command_line: CommandLine, tmp_path: Path) -> None:
    data, paper = tmp_path / "data.json", tmp_path / "slip.pdf"
    data.write_text('{"title": "渡邉\U000e0102"}', encoding="utf-8")
    told = command_line("form", "print", "reception_slip", "--data", data, "--output", paper)
    assert told.code == 0
    assert "書体にもありません" in told.err


def test_an_id_that_cannot_be_is_a_slip_of_use(command_line: CommandLine, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    for number in ("9" * 30, "-1", "x"):
        told = command_line("form", "print", "check_sheet", "--record", number, "--output", paper)
        assert told.code == 2
        assert "記録の番号ではありません" in told.err
    told = command_line("form", "print", "collaboration_list", "--record", "9" * 18, "--output", paper)
    assert (told.code, told.err.count("\n"), paper.exists()) == (1, 1, False)


def test_what_stands_under_the_outputs_name_and_is_no_file_stays(
    command_line: CommandLine, tmp_path: Path
) -> None:
    told = command_line("form", "print", "check_sheet", "--blank", "--output", tmp_path)
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == []
