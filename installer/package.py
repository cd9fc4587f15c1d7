"""Builds the Linux program into dist/kyodo-desktop, says how large it is, and lets it try itself out.

python installer/package.py
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "dist" / "kyodo-desktop" / "kyodo-desktop"


def main() -> int:
    """Build and try out; the exit code is the self-test's own."""
    build()
    megabytes = sum(file.stat().st_size for file in files()) / 1_000_000
    print(f"{PROGRAM.parent.relative_to(ROOT)}: {len(files())} files, {megabytes:.0f} MB", flush=True)
    return try_out()


def build() -> None:
    """Run PyInstaller on the spec beside this file."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller")]
    subprocess.run([*command, *places, str(ROOT / "installer" / "kyodo-desktop.spec")], cwd=ROOT, check=True)


def files() -> list[Path]:
    """Return the package's files."""
    return [path for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink()]


def try_out() -> int:
    """Run the built program's self-test away from the checkout, with nothing of this Python around it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment.pop("VIRTUAL_ENV", None)
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(
            [str(PROGRAM), "self-test"], cwd=folder, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
