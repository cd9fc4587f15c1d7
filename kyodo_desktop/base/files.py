"""Writing a file whole or not at all.

The bytes go to a temporary name in the same folder, are forced to the disk, and take the file's name in one
step; whoever opens the file sees the old one or the new one, never a half.
"""

import contextlib
import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kyodo_desktop.base.errors import OutputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.reasons import reason_of

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
_HELD = {5, 32, 33}
"""Windows: access denied, sharing or lock violation, while a virus scanner or a preview looks at the file."""
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def write_whole_file(path: Path, data: bytes) -> None:
    """Write `data` under `path`, in place of what stands there.

    Raises:
        OutputError: it cannot be written; what stood there before is untouched.
    """
    with _in_place_of(path) as temporary, temporary.open("xb") as file:
        file.write(data)


def copy_whole_file(source: Path, path: Path) -> None:
    """Copy a file under `path`, in place of what stands there; memory holds a piece of it at a time.

    Raises:
        OutputError: it cannot be written; what stood there before is untouched.
    """
    with _in_place_of(path) as temporary, temporary.open("xb") as file, source.open("rb") as original:
        shutil.copyfileobj(original, file)


@contextlib.contextmanager
def _in_place_of(path: Path) -> Iterator[Path]:
    """Give a temporary name for what is to stand under `path`, and put it there."""
    target = path.resolve()
    if not target.parent.is_dir():
        raise OutputError(
            _("フォルダー「{folder}」がありません。保存する場所を選び直してください。").format(
                folder=path.parent
            )
        )
    _refuse_no_file(target)
    try:
        with temporary_name(target) as temporary:
            yield temporary
            put_in_place(temporary, target)
    except OSError as error:
        raise OutputError(_sentence(path, error)) from error


def _refuse_no_file(target: Path) -> None:
    """Refuse a name that something other than a file has: a new file would take a device's place for good."""
    if target.is_dir():
        sentence = _("「{name}」はフォルダーの名前です。別のファイル名にしてください。")
    elif target.exists() and not target.is_file():
        sentence = _("「{name}」はふつうのファイルではありません。別のファイル名にしてください。")
    else:
        return
    raise OutputError(sentence.format(name=target.name))


@contextlib.contextmanager
def temporary_name(target: Path) -> Iterator[Path]:
    """Give a short name beside the target, and leave no file under it."""
    temporary = target.with_name(f".kyodo-{secrets.token_hex(6)}.tmp")
    try:
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def put_in_place(finished: Path, target: Path) -> None:
    """Force a finished file to the disk and give it its name, in place of what stood there."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    for pause in (*_PAUSES, None):
        try:
            finished.replace(target)
            break
        except PermissionError as error:
            if pause is None or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
    settle(target.parent)


def settle(folder: Path) -> None:
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
    else:
        words = _("「{name}」を書けませんでした（{reason}）。別の場所か名前を選んでください。")
    return words.format(name=path.name, reason=reason_of(error))
