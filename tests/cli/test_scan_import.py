"""`scan import`: what a script can rely on."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.scans import ScanState
from kyodo_desktop.records.sheets import IssuedSheet, SheetDraft, SheetOwner
from tests.cli.conftest import CommandLine
from tests.services import scans as paper
from tests.services.test_scans import APPLICATION


@pytest.fixture
def folder(filled_folder: Path, command_line: CommandLine, tmp_path: Path) -> Path:
    """A data folder to write into."""
    command_line("partner", "search", "x")
    return Path(shutil.copytree(filled_folder, tmp_path / "kyodo"))


@pytest.fixture
def sheet(folder: Path) -> IssuedSheet:
    composition = build(DataFolder(folder), clock=SystemClock())
    services = composition.services
    partner = services.partners.add(PartnerDraft(name="小川町　朝市の会"))
    owner = SheetOwner("partner", partner)
    made = services.sheets.issue(SheetDraft("open_call_application", APPLICATION, owner))
    (folder.parent / "made.pdf").write_bytes(services.sheets.pdf(made.id))
    composition.close()
    return made


@pytest.fixture
def box(folder: Path, sheet: IssuedSheet) -> Path:
    """A folder with a sheet and a strange page behind it, a blank page, and a torn file."""
    made = folder.parent / "複合機"
    made.mkdir()
    (page,) = paper.scan_of((folder.parent / "made.pdf").read_bytes())
    paper.put(made, "1.pdf", paper.scanned_pdf([paper.askew(page, 2)]))
    paper.put(made, "2.jpg", paper.jpeg(Image.new("L", paper.A4, 255)))
    paper.put(made, "10.pdf", b"%PDF-1.7 cut short")
    return made


def test_each_file_and_each_sheet_is_told_and_waits_in_the_windows_list(
    command_line: CommandLine, folder: Path, box: Path, sheet: IssuedSheet
) -> None:
    told = command_line("scan", "import", box, "--json", folder=folder)
    assert told.code == 1
    assert told.err == "「10.pdf」はこわれているか、途中で切れています。もう一度スキャンしてください。\n"
    assert told.json["folder"] == str(box)
    assert told.json["counts"] == {"taken_in": 2, "known": 0, "refused": 1}
    assert told.json["scan_counts"] == {"ready": 1, "doubtful": 1}
    assert [(file["name"], file["outcome"]) for file in told.json["files"]] == [
        ("1.pdf", "taken_in"),
        ("2.jpg", "taken_in"),
        ("10.pdf", "refused"),
    ]
    ready, doubtful = told.json["scans"]
    assert sheet.owner is not None
    assert ready == {
        "id": ready["id"],
        "file": "1.pdf",
        "first_page": 1,
        "pages": 1,
        "number": sheet.number,
        "state": "ready",
        "reason": "",
        "sheet_id": sheet.id,
        "title": "交付申請書",
        "record": {"kind": "partner", "id": sheet.owner.record_id},
        "record_name": "小川町 朝市の会",
    }
    assert (doubtful["number"], doubtful["state"]) == (None, "doubtful")
    assert doubtful["reason"] == "1ページ目：何も写っていません。"
    window = build(DataFolder(folder), clock=SystemClock())
    assert [one.state for one in window.services.scans.inbox()] == [ScanState.READY, ScanState.DOUBTFUL]
    window.close()


def test_a_second_run_reads_only_what_is_new_and_ends_well(
    command_line: CommandLine, folder: Path, box: Path
) -> None:
    (box / "10.pdf").unlink()
    assert command_line("scan", "import", box, folder=folder).code == 0
    again = command_line("scan", "import", box, "--json", folder=folder)
    assert (again.code, again.err, again.json["scans"]) == (0, "", [])
    assert again.json["counts"] == {"taken_in": 0, "known": 2, "refused": 0}


def test_a_person_reads_counts_and_then_each_sheet(
    command_line: CommandLine, folder: Path, box: Path, sheet: IssuedSheet
) -> None:
    lines = command_line("scan", "import", box, folder=folder).out.splitlines()
    assert (
        lines[0] == "読みました 2件、前に読んだもの 0件、読めないもの 1件、確かめ待ち 1件、番号を確かめる 1件"
    )
    assert lines[1] == "\t".join(
        ("1.pdf", "1ページ目から1ページ", "確かめ待ち", sheet.number, "交付申請書", "小川町 朝市の会", "")
    )
    assert lines[2].endswith("1ページ目：何も写っていません。")


def test_an_empty_folder_is_well_and_one_that_is_not_there_is_told(
    command_line: CommandLine, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "空").mkdir()
    told = command_line("scan", "import", tmp_path / "空", "--json", folder=folder)
    assert (told.code, told.json["files"]) == (0, [])
    told = command_line("scan", "import", tmp_path / "ない", "--json", folder=folder)
    assert (told.code, told.err.count("\n")) == (1, 1)
    assert "「ない」というファイルがありません" in told.err
    assert command_line("scan", "import", folder=folder).code == 2
    assert command_line("scan", folder=folder).code == 2


def test_beside_an_open_window_nothing_is_read(command_line: CommandLine, folder: Path, box: Path) -> None:
    window = build(DataFolder(folder), clock=SystemClock())
    told = command_line("scan", "import", box, "--json", folder=folder)
    assert window.services.scans.inbox() == ()
    window.close()
    assert (told.code, told.out) == (1, "")
    assert "ほかのウィンドウかコマンドが使っています" in told.err
