"""Preparing a checkout: what is missing is found, said in one line, and nothing is done twice."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "installer"))
import prepare  # noqa: E402


def test_all_that_pip_installs_is_pinned() -> None:
    pinned = {
        line.split("==")[0].lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    }
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    installed = {line.split("==")[0].lower().replace("_", "-").replace(".", "-") for line in listed}
    assert installed - pinned <= {"pip", "setuptools", "kyodo-desktop"}


def test_a_missing_library_names_its_debian_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "QT_LIBRARIES", {"libnowhere-of-all.so.9": "libnowhere9"})
    assert prepare.missing_libraries() == ["libnowhere9"]


def test_who_may_not_install_is_told_the_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prepare.os, "geteuid", lambda: 1000)
    assert not prepare.install_packages(["libegl1", "libgl1"])
    assert "apt-get install -y --no-install-recommends libegl1 libgl1" in capsys.readouterr().err


def test_a_prepared_checkout_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = tmp_path / "prepared"
    monkeypatch.setattr(prepare, "STAMP", stamp)
    stamp.write_text("\n".join([prepare.fingerprint(), "package"]), encoding="utf-8")
    assert prepare.is_prepared(["package"])
    assert prepare.prepared_extras() == ["package"]
    stamp.write_text("an older pyproject.toml\npackage", encoding="utf-8")
    assert not prepare.is_prepared(["package"])
