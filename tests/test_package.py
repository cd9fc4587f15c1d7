"""The wheel, installed in an empty environment elsewhere, carries its resources and works."""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import environment

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a source distribution of the tree, as a release makes it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_it_carries_every_resource_once(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    shipped = {
        f"kyodo_desktop/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert shipped <= set(names)
    assert len(names) == len(set(names))
    assert not [name for name in names if name.startswith(("tests/", "installer/", "docs/"))]


def test_the_source_distribution_needs_nothing_else(wheel: Path) -> None:
    with tarfile.open(next(wheel.parent.glob("*.tar.gz"))) as archive:
        names = {Path(*Path(name).parts[1:]).as_posix() for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "kyodo_desktop/__main__.py", "resources/towns.toml"} <= names


def test_it_works_installed_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "elsewhere"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q"]
    subprocess.run([*install, "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    # The packages it depends on are lent from here; this checkout is not among them.
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    outside = {"cwd": tmp_path, "env": environment(), "text": True, "encoding": "utf-8"}
    place = subprocess.run(
        [python, "-c", "import kyodo_desktop; print(kyodo_desktop.__file__)"],
        check=True,
        capture_output=True,
        **outside,
    )
    assert Path(place.stdout.strip()).is_relative_to(home)
    program = home / "bin" / "kyodo-desktop"
    tried = subprocess.run([program, "self-test"], check=False, capture_output=True, **outside)
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "×" not in tried.stdout
