"""Whether this machine has a screen to open a window on; asked before Qt, which would abort the process."""

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server listens
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(?P<number>\d+)(?:\.\d+)?")


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window can be opened and seen."""
    chosen = environment.get("QT_QPA_PLATFORM")
    if chosen:
        return chosen not in ("offscreen", "minimal")
    if not sys.platform.startswith("linux"):
        return True
    return _has_wayland(environment) or _has_x(environment.get("DISPLAY", ""))


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))


def _has_x(display: str) -> bool:
    match = _LOCAL_DISPLAY.fullmatch(display)
    if match is None:
        return bool(display)  # a display on another machine (ssh -X): Qt finds out
    path = str(_X_SOCKETS / f"X{match['number']}")
    return _answers(path) or _answers(f"\0{path}")


def _answers(path: str) -> bool:
    """Tell whether something listens on a local socket (a file, or a name of Linux's own)."""
    with socket.socket(socket.AF_UNIX) as asked:
        return asked.connect_ex(path) == 0
