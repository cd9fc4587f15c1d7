"""The command line as a process: exit codes, encodings, beside a window, defects, no display."""

import shutil
import socket
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli import display
from kyodo_desktop.composition import build
from tests.cli.conftest import CommandLine, environment

PROGRAM = [sys.executable, "-m", "kyodo_desktop"]

DEFECT = """
import sys
from kyodo_desktop.cli import listing, program
def search(options, folder):
    return 1 / 0
listing.search = search
sys.exit(program.run(sys.argv[1:]))
"""


def start(*words: str | Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *map(str, words)], env=environment(**more), capture_output=True, check=False, timeout=120
    )


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "export", "--fiscal-year", "2018", "--output", "x.csv"],
        ["list", "export", "--fiscal-year", "平成32年度", "--format", "csv", "--output", "x.csv"],
        ["list", "export", "--fiscal-year", "2018", "--format", "doc", "--output", "x.doc"],
        ["form", "print", "check_sheet", "--output", "x.pdf"],
        ["form", "print", "check_sheet", "--blank", "--record", "3", "--output", "x.pdf"],
        ["form", "print", "check_sheet", "--record", "三", "--output", "x.pdf"],
        ["form", "list", "--xml"],
        ["partner", "search"],
        ["partner", "search", "大学", "--limit", "0"],
        ["nothing-like-it"],
        ["--data-dir"],
    ],
)
def test_wrong_usage_is_told_in_japanese(command_line: CommandLine, words: list[str]) -> None:
    told = command_line(*words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("使い方: kyodo-desktop")
    complaint = told.err.splitlines()[-1]
    assert complaint.endswith("。")


def test_help_is_japanese(command_line: CommandLine) -> None:
    told = command_line("--help")
    assert told.code == 0
    assert "取組一覧" in told.out
    assert "usage" not in told.out


def test_reading_works_beside_a_window_and_backup_counts_as_reading(
    command_line: CommandLine, tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "kyodo")
    clock = FixedClock(datetime(2026, 11, 24, 5, 5, tzinfo=UTC))
    window = build(folder, clock=clock)
    try:
        found = command_line("partner", "search", "武蔵野美術大学", "--json", folder=folder.root)
        assert found.json[0]["name"] == "武蔵野美術大学"
        made = command_line("backup", folder=folder.root)
        assert (made.code, made.err) == (0, "")
        assert Path(made.out.strip()).is_file()
    finally:
        window.close()


def test_a_file_that_is_no_database_is_one_sentence(command_line: CommandLine, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.database.write_bytes("家計簿".encode() * 500)
    told = command_line("form", "list", "--json", folder=tmp_path)
    assert (told.code, told.out) == (1, "")
    assert told.err.count("\n") == 1
    assert folder.database.read_bytes() == "家計簿".encode() * 500


def test_it_speaks_utf8_whatever_the_console_does(filled_folder: Path) -> None:
    done = start(
        "--data-dir", filled_folder, "form", "list", "--json", PYTHONIOENCODING="cp932", PYTHONUTF8="0"
    )
    assert done.returncode == 0
    assert "相互チェックシート" in done.stdout.decode("utf-8")
    wrong = start("form", "list", "--xml", PYTHONIOENCODING="cp932", PYTHONUTF8="0")
    assert "使い方" in wrong.stderr.decode("utf-8")


def test_the_data_folder_can_be_named_by_the_environment(tmp_path: Path) -> None:
    done = start("form", "list", KYODO_DATA_DIR=str(tmp_path / "office"))
    assert done.returncode == 0
    assert (tmp_path / "office" / "kyodo.sqlite").is_file()


def test_a_reader_that_goes_away_is_no_defect(filled_folder: Path) -> None:
    command = f"{sys.executable} -m kyodo_desktop --data-dir {filled_folder} form fields check_sheet --json"
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -c 20"], env=environment(), capture_output=True, check=True
    )
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("words", ["form list --json", "form fields check_sheet --json"])
def test_a_full_disk_behind_the_result_is_one_sentence(filled_folder: Path, words: str) -> None:
    command = f"{sys.executable} -m kyodo_desktop --data-dir {filled_folder} {words} > /dev/full"
    done = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").startswith("結果を書き出せませんでした")
    assert done.stderr.count(b"\n") == 1


def test_a_defect_is_logged_and_told_in_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DEFECT, "--data-dir", str(tmp_path), "partner", "search", "小平"],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    log = tmp_path / "logs" / "kyodo.log"
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert str(log) in done.stderr
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_window_needs_a_display(tmp_path: Path) -> None:
    done = start("--data-dir", tmp_path)
    assert done.returncode == 1
    assert "画面がありません" in done.stderr.decode("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_without_a_display_the_main_job_is_shown_in_pictures_and_papers(tmp_path: Path) -> None:
    shown, data = tmp_path / "shown", tmp_path / "data"
    done = start("--data-dir", data, "--without-display", shown)
    told = done.stdout.decode("utf-8")
    assert done.returncode == 0, told
    assert "画面がない" in told
    assert str(shown) in told
    pictures = {path.stem for path in shown.glob("*.png")}
    assert pictures == {"collaborations", "partners", "proposals", "check-sheets", "papers", "print-preview"}
    assert {"list-2018", "check-sheet", "reception-slip"} <= {path.stem for path in shown.glob("*.pdf")}
    assert not data.exists()


def test_a_display_is_found_by_asking_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # A short path of its own: that of a local socket may not be longer than about 100 characters.
    folder = Path(tempfile.mkdtemp())
    monkeypatch.setattr(display, "_X_SOCKETS", folder)
    try:
        assert not display.has_display({})
        assert not display.has_display({"DISPLAY": ":7"})
        assert not display.has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(folder)})
        with socket.socket(socket.AF_UNIX) as x_server, socket.socket(socket.AF_UNIX) as compositor:
            for server, name in ((x_server, "X7"), (compositor, "wayland-0")):
                server.bind(str(folder / name))
                server.listen()
            assert display.has_display({"DISPLAY": ":7.0"})
            assert display.has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(folder)})
        assert not display.has_display({"DISPLAY": ":7"})
        assert display.has_display({"QT_QPA_PLATFORM": "xcb"})
        assert not display.has_display({"DISPLAY": "far:0", "QT_QPA_PLATFORM": "offscreen"})
    finally:
        shutil.rmtree(folder)
