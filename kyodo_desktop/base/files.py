"""Writing a file whole or not at all.

The bytes go to a temporary name in the same folder, are forced to the disk, and take the file's name in one
step; whoever opens the file sees the old one or the new one, never a half.
"""

import contextlib
import errno
import os
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _

_TRIES = 6
_PAUSE_SECONDS = 0.05
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def write_whole_file(path: Path, data: bytes) -> None:
    """Write `data` under `path`, in place of what stands there.

    Raises:
        OutputError: it cannot be written; what stood there before is untouched.
    """
    target = path.resolve()
    if not target.parent.is_dir():
        raise OutputError(
            _("フォルダー「{folder}」がありません。保存する場所を選び直してください。").format(
                folder=path.parent
            )
        )
    try:
        with _temporary_name(target) as temporary:
            _write_through(temporary, data)
            _put_in_place(temporary, target)
        _settle_folder(target.parent)
    except OSError as error:
        raise OutputError(_sentence(path, error)) from error


@contextlib.contextmanager
def _temporary_name(target: Path) -> Iterator[Path]:
    """Give a short name beside the target, and leave no file under it."""
    temporary = target.with_name(f".kyodo-{secrets.token_hex(6)}.tmp")
    try:
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write_through(temporary: Path, data: bytes) -> None:
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(temporary: Path, target: Path) -> None:
    """Rename; on Windows a virus scanner or a preview may hold the file for a moment, so try again."""
    for remaining in reversed(range(_TRIES)):
        try:
            temporary.replace(target)
        except PermissionError:
            if not remaining or sys.platform != "win32":
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _settle_folder(folder: Path) -> None:
    """Force the new name to the disk where the system lets a folder be opened."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network shares cannot fsync a folder; the file itself is already safe.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        words = _(
            "「{name}」を書けませんでした。ディスクに空きがありません。空けてから、やり直してください。"
        )
    elif isinstance(error, PermissionError) and path.exists():
        words = _(
            "「{name}」を書けませんでした。ほかのプログラムで開いていれば閉じてください。"
            "書きこみが許されていない場所なら、別の場所を選んでください。"
        )
    elif isinstance(error, PermissionError):
        words = _(
            "「{name}」を書けませんでした。書きこみが許されていない場所です。別の場所を選んでください。"
        )
    elif isinstance(error, IsADirectoryError):
        words = _("「{name}」はフォルダーの名前です。別のファイル名にしてください。")
    else:
        words = _("「{name}」を書けませんでした（{reason}）。別の場所か名前を選んでください。")
    return words.format(name=path.name, reason=error.strerror or error)
