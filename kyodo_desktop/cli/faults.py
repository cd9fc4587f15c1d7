"""Defects of a command: logged in the data folder, told in one sentence."""

import sys
from types import TracebackType

from kyodo_desktop.base.fault_file import FaultFile
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.tell import note


def install_fault_hook(folder: DataFolder) -> None:
    """Take the interpreter's place in telling what nothing caught; it still ends with exit code 1."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        note(_sentence(error, folder))

    sys.excepthook = tell


def _sentence(error: Exception, folder: DataFolder) -> str:
    log = FaultFile(folder)
    try:
        log.write(error)
    except OSError:
        return _(
            "思いがけない誤りで止まりました（{kind}: {error}）。データは無事です。もう一度試してください。"
        ).format(kind=type(error).__name__, error=error)
    finally:
        log.close()
    return _(
        "思いがけない誤りで止まりました（{kind}）。データは無事です。詳しくは {path} を見てください。"
    ).format(kind=type(error).__name__, path=log.path)
