"""`partner import` and `partner duplicates`: what a script can rely on."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from tests.cli.conftest import CommandLine

LIST = (
    "団体名,代表者,電話番号,記号\r\n"
    "朝市を開く会,山田 花子,042-346-9809,月末は留守\r\n"
    ",名のない人,,\r\n"
    "乙の会,,12345,\r\n"
    "朝市を開く会,山田 太郎,,\r\n"
)


@pytest.fixture
def folder(filled_folder: Path, command_line: CommandLine, tmp_path: Path) -> Path:
    """A data folder to write into."""
    command_line("partner", "search", "x")
    return Path(shutil.copytree(filled_folder, tmp_path / "kyodo"))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "名簿.csv"
    path.write_bytes(LIST.encode("cp932"))
    return path


def names(command_line: CommandLine, folder: Path) -> list[str]:
    found = command_line("partner", "search", "朝市を開く会", "--json", folder=folder).json
    return [one["name"] for one in found]


def test_the_good_rows_come_in_and_the_others_are_named(
    command_line: CommandLine, folder: Path, source: Path
) -> None:
    told = command_line("partner", "import", source, "--json", folder=folder)
    assert (told.code, told.err) == (0, "")
    assert told.json["counts"] == {"new": 1, "changed": 0, "same": 0, "doubtful": 1, "wrong": 2}
    assert (told.json["file"], told.json["written"], told.json["dry_run"]) == ("名簿.csv", 1, False)
    assert told.json["mapping"] == {
        "団体名": "name",
        "代表者": "representative",
        "電話番号": "phone",
        "記号": "",
    }
    refused = [(row["row"], row["outcome"]) for row in told.json["refused"]]
    assert refused == [(3, "wrong"), (4, "wrong"), (5, "doubtful")]
    assert told.json["refused"][0]["reason"] == "団体の名称がありません。"
    assert "042-346-9809 のように" in told.json["refused"][1]["reason"]
    assert "2行目" in told.json["refused"][2]["reason"]
    assert names(command_line, folder) == ["朝市を開く会"]
    again = command_line("partner", "import", source, "--json", folder=folder).json
    assert (again["counts"]["new"], again["counts"]["same"], again["written"]) == (0, 1, 0)


def test_a_person_reads_counts_and_then_row_and_reason(
    command_line: CommandLine, folder: Path, source: Path
) -> None:
    lines = command_line("partner", "import", source, folder=folder).out.splitlines()
    assert lines[:2] == [
        "文字コード: Shift_JIS（cp932）",
        "新規 1件、更新 0件、同じ 0件、要確認 1件、誤り 2件",
    ]
    assert lines[2] == "3行目\t誤り\t\t団体の名称がありません。"


def test_a_dry_run_tells_the_same_and_writes_nothing_beside_an_open_window(
    command_line: CommandLine, folder: Path, source: Path
) -> None:
    window = build(DataFolder(folder), clock=SystemClock())
    try:
        told = command_line("partner", "import", source, "--dry-run", "--json", folder=folder)
        real = command_line("partner", "import", source, "--json", folder=folder)
        assert not window.services.partners.search("朝市を開く会", 5)
    finally:
        window.close()
    assert (told.code, told.json["written"], told.json["dry_run"]) == (0, 0, True)
    assert (real.code, real.out) == (1, "")
    assert "ほかのウィンドウかコマンドが使っています" in real.err
    counted = command_line("partner", "import", source, "--json", folder=folder).json["counts"]
    assert counted == told.json["counts"]


def test_a_mapping_says_what_a_column_is_by_key_or_by_its_japanese_words(
    command_line: CommandLine, folder: Path, source: Path, tmp_path: Path
) -> None:
    mapping = tmp_path / "対応.json"
    mapping.write_text('{"記号": "備考", "電話番号": "", "代表者": "short_name"}', "utf-8")
    words = ("partner", "import", source, "--mapping", mapping, "--json")
    told = command_line(*words, folder=folder).json
    assert told["mapping"] == {
        "団体名": "name",
        "代表者": "short_name",
        "電話番号": "",
        "記号": "note",
    }
    assert [row["row"] for row in told["refused"]] == [3, 5]
    found = command_line("partner", "search", "朝市を開く会", "--json", folder=folder).json[0]
    assert (found["short_name"], found["note"], found["phone"]) == ("山田 花子", "月末は留守", "")


def test_what_is_given_takes_a_field_from_the_column_that_was_proposed_for_it(
    command_line: CommandLine, folder: Path, source: Path, tmp_path: Path
) -> None:
    mapping = tmp_path / "対応.json"
    mapping.write_text('{"代表者": "name"}', "utf-8")
    told = command_line("partner", "import", source, "--mapping", mapping, "--dry-run", "--json").json
    assert (told["mapping"]["団体名"], told["mapping"]["代表者"]) == ("", "name")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"名前": "name"}', "列「名前」は、「名簿.csv」にありません"),
        ('{"代表者": "社長"}', "「社長」という欄はありません。ある欄: 読まない、name、kana"),
        ('{"団体名": ""}', "どの列が団体の名称か"),
        ("[", "UTF-8のJSONとして読めません"),
        ("[]", "の形ではありません"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_one_sentence(
    command_line: CommandLine, folder: Path, source: Path, tmp_path: Path, text: str, words: str
) -> None:
    mapping = tmp_path / "対応.json"
    mapping.write_text(text, "utf-8")
    told = command_line("partner", "import", source, "--mapping", mapping, folder=folder)
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
    assert words in told.err
    assert names(command_line, folder) == []


def test_a_my_number_is_refused_with_its_row_and_not_repeated(
    command_line: CommandLine, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "名簿.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["団体名", "備考"], ["朝市を開く会", "会長の番号 123456789018"]):
        sheet.append(row)
    book.save(path)
    told = command_line("partner", "import", path, "--json", folder=folder)
    (refused,) = told.json["refused"]
    assert (refused["row"], refused["outcome"]) == (2, "wrong")
    assert "マイナンバー" in refused["reason"]
    assert "123456789018" not in told.out
    assert names(command_line, folder) == []


def test_a_file_that_cannot_be_read_is_one_sentence_that_names_it(
    command_line: CommandLine, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "名簿.xlsx"
    for data in (None, b"", b"PK\x03\x04broken", b"\x00" * 100):
        if data is not None:
            path.write_bytes(data)
        told = command_line("partner", "import", path, "--json", folder=folder)
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
        assert "名簿.xlsx" in told.err


def test_a_file_is_not_forgotten(command_line: CommandLine, folder: Path) -> None:
    told = command_line("partner", "import", "--json", folder=folder)
    assert told.code == 2
    assert "ファイル がありません。" in told.err


def test_likely_duplicates_come_with_their_reasons(command_line: CommandLine) -> None:
    pairs = command_line("partner", "duplicates", "--json").json
    assert pairs
    for pair in pairs:
        assert list(pair) == ["first", "second", "reasons", "doubtful"]
        assert list(pair["first"]) == ["id", "name", "kana", "collaborations"]
        assert pair["reasons"]
        assert pair["first"]["id"] != pair["second"]["id"]
    lines = command_line("partner", "duplicates").out.splitlines()
    assert len(lines) == len(pairs)
    state, first_id, first, _second_id, second, reason = lines[0].split("\t")
    assert (int(first_id), first, second) == (
        pairs[0]["first"]["id"],
        pairs[0]["first"]["name"],
        pairs[0]["second"]["name"],
    )
    assert state in ("未判断", "要確認")
    assert reason == "".join(pairs[0]["reasons"])


def test_what_a_command_wrote_out_of_persons_is_in_the_windows_log(
    command_line: CommandLine, folder: Path, source: Path, tmp_path: Path
) -> None:
    command_line("partner", "import", source, folder=folder)
    found = command_line("partner", "search", "朝市を開く会", "--json", folder=folder).json[0]
    list_file, card = tmp_path / "台帳.json", tmp_path / "カルテ.pdf"
    command_line("partner", "export", "--format", "json", "--output", list_file, folder=folder)
    public = ("--public", "--output", tmp_path / "公開.csv")
    command_line("partner", "export", "--format", "csv", *public, folder=folder)
    record = ("--record", found["id"], "--output", card)
    assert command_line("form", "print", "partner_card", *record, folder=folder).code == 0
    blank = ("--blank", "--output", tmp_path / "白紙.pdf")
    assert command_line("form", "print", "partner_card", *blank, folder=folder).code == 0
    window = build(DataFolder(folder), clock=SystemClock())
    # Other tests' commands may have left their notes in the folder this one is a copy of.
    uses = [use for use in window.services.personal_data.uses() if use.target.startswith(str(tmp_path))]
    noted = [(use.what, use.records, use.target) for use in uses]
    window.close()
    assert noted == [
        ("団体カルテ（朝市を開く会）", 1, str(card.resolve())),
        ("団体台帳", 1, str(list_file)),
    ]
    assert len(json.loads(list_file.read_bytes())) > 100
