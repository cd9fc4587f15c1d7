"""Makes a checkout ready to run: a virtual environment with the pinned packages, and Qt's system libraries.

Needs nothing but Python itself. Done in a blink when all is there; `make run` and `make test` call it first.

    python3 installer/prepare.py            # what running and testing need
    python3 installer/prepare.py package    # and what building the package needs
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "prepared"
OLDEST = (3, 11)

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libcups.so.2": "libcups2",
}
"""What PySide6 links to, and the Debian package that has it."""


def main(extras: list[str]) -> int:
    """Prepare the checkout; the exit code tells whether it can be used."""
    if sys.version_info < OLDEST:
        return say(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this one is {sys.version.split()[0]}."
        )
    extras = sorted({*extras, *prepared_extras()})
    if is_prepared(extras) and not missing_libraries():
        return 0
    packages = missing_packages(extras)
    if packages and not install_packages(packages) and not can_make_venv():
        return 1
    install_python_packages(extras)
    if not qt_loads():
        return say("Qt does not load; install the system packages named above.")
    STAMP.write_text("\n".join([fingerprint(), *extras]), encoding="utf-8")
    return 0


def is_prepared(extras: list[str]) -> bool:
    """Tell whether the environment is what pyproject.toml and constraints.txt ask for."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8").splitlines() == [fingerprint(), *extras]


def prepared_extras() -> list[str]:
    """Return the extras that were installed before, so that asking for fewer takes nothing away."""
    return STAMP.read_text(encoding="utf-8").splitlines()[1:] if STAMP.is_file() else []


def fingerprint() -> str:
    """Return what the environment depends on, as one line."""
    digest = hashlib.sha256()
    for part in (ROOT / "pyproject.toml", ROOT / "constraints.txt"):
        digest.update(part.read_bytes())
    return f"{ROOT} {sys.version.split()[0]} {digest.hexdigest()}"


def missing_packages(extras: list[str]) -> list[str]:
    """Return the Debian packages without which this cannot go on."""
    packages = missing_libraries()
    if not can_make_venv():
        packages.insert(0, "python3-venv")
    if "package" in extras and shutil.which("objdump") is None:
        packages.append("binutils")
    return packages


def missing_libraries() -> list[str]:
    """Return the packages of the shared libraries that Qt would not find here."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in QT_LIBRARIES.items() if not loads(library)]


def loads(library: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_make_venv() -> bool:
    """Tell whether Python can make an environment with pip (Debian ships that apart)."""
    return importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages as root; anybody else is told the line."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        say("Missing system packages. Install them with this line and start again:")
        say(f"  sudo {' '.join(line)}")
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=environment, check=False, stdout=subprocess.DEVNULL)
    done = subprocess.run(line, env=environment, check=False, stdout=subprocess.DEVNULL)
    return done.returncode == 0


def install_python_packages(extras: list[str]) -> None:
    """Make the environment and install the pinned packages and this checkout into it."""
    if not venv_python().is_file():
        say("Making the virtual environment .venv")
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    say("Installing the pinned Python packages (the first time takes a minute or two)")
    constraints = str(ROOT / "constraints.txt")
    pip = [str(venv_python()), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    # The build backend runs in an environment of its own; it gets its pins through these variables.
    environment = {**os.environ, "PIP_CONSTRAINT": constraints, "PIP_BUILD_CONSTRAINT": constraints}
    wanted = f".[{','.join(['dev', *extras])}]"
    subprocess.run([*pip, "-c", constraints, "-e", wanted], cwd=ROOT, env=environment, check=True)


def qt_loads() -> bool:
    """Tell whether Qt's widgets can be imported with the libraries of this machine."""
    done = subprocess.run([str(venv_python()), "-c", "import PySide6.QtWidgets, PySide6.QtPdf"], check=False)
    return done.returncode == 0


def venv_python() -> Path:
    """Return the environment's own Python."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def say(words: str) -> int:
    """Tell the person at the terminal; the code of a failure, to be returned."""
    print(words, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(say(f"This command failed: {' '.join(map(str, error.cmd))}"))
