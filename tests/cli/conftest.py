"""Command lines carried out on a data folder of their own."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.cli.program import run


@dataclass(frozen=True)
class Told:
    """What a command line left: its exit code and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


CommandLine = Callable[..., Told]


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the first reading command leaves it; only read from."""
    return tmp_path_factory.mktemp("office") / "kyodo"


@pytest.fixture
def command_line(
    filled_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """Carry out `kyodo-desktop` with these words."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.delenv("KYODO_DATA_DIR", raising=False)

    def carry_out(*words: str | Path, folder: Path = filled_folder) -> Told:
        capsys.readouterr()
        try:
            code = run(["--data-dir", str(folder), *map(str, words)])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        said = capsys.readouterr()
        return Told(code, said.out, said.err)

    return carry_out


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without a display."""
    unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "KYODO_DATA_DIR")
    return {**{name: value for name, value in os.environ.items() if name not in unwanted}, **more}
