"""The rules of the house that import-linter and ruff cannot say."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import environment

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kyodo_desktop"
MOST_LINES = 400
NETWORK_MODULES = (
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "asyncio",
    "requests",
    "httpx",
)
NETWORK_PREFIXES = tuple(f"{name}." for name in NETWORK_MODULES)

NO_NETWORK = """
import socket, sys
def watch(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        print("network:", event, args, file=sys.stderr)
        raise AssertionError(event)
    if event in ("socket.connect", "socket.bind") and args[0].family != socket.AF_UNIX:
        print("network:", event, args, file=sys.stderr)
        raise AssertionError(event)
sys.addaudithook(watch)
from kyodo_desktop.cli.program import run
sys.exit(run(sys.argv[1:]))
"""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def tracked_texts() -> dict[str, str]:
    """Return the text files of the tree: what git knows and what it would take in."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    texts = {}
    for name in listed.decode("utf-8").split("\0"):
        path = ROOT / name
        if name and path.is_file() and b"\0" not in (data := path.read_bytes()):
            texts[name] = data.decode("utf-8", errors="replace")
    return texts


def test_the_main_job_speaks_over_no_network(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_NETWORK, "--data-dir", str(tmp_path), "self-test"],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "network:" not in done.stderr
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_watch_on_the_network_would_bark() -> None:
    script = NO_NETWORK.replace(
        "from kyodo_desktop.cli.program import run",
        "socket.create_connection(('localhost', 9), timeout=1)\nfrom kyodo_desktop.cli.program import run",
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "network:" in done.stderr


def test_sockets_are_local_and_in_two_files() -> None:
    users = {
        path.relative_to(PACKAGE).as_posix(): names
        for path in modules()
        if (names := {name for name in imported(path) if f"{name}.".startswith(NETWORK_PREFIXES)})
    }
    assert users == {"cli/display.py": {"socket"}}
    assert "AF_INET" not in (PACKAGE / "cli" / "display.py").read_text(encoding="utf-8")
    qt_users = {
        path.relative_to(PACKAGE).as_posix(): names
        for path in modules()
        if (names := {name for name in imported(path) if name.startswith("PySide6.QtNetwork")})
    }
    assert qt_users == {
        "ui/single_instance.py": {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
    }


def test_every_module_can_be_read_in_one_sitting() -> None:
    long = [path for path in modules() if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES]
    assert long == []


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    # Put together here, so that this file does not name them either.
    words = ["py" + "pi.org", "python" + "hosted", "registry." + "npm", "deb." + "debian", "/wo" + "rk/main"]
    named = [(name, word) for name, text in tracked_texts().items() for word in words if word in text]
    assert named == []
