"""`backup` and `self-test`."""

import tempfile
from argparse import Namespace
from pathlib import Path

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened
from kyodo_desktop.cli.tell import say


def back_up(_options: Namespace, folder: DataFolder) -> int:
    """Make a verified copy of the data and name it."""
    with opened(folder) as services:
        say(services.maintenance.backup())
    return 0


def self_test(options: Namespace, _folder: DataFolder) -> int:
    """Do the main job on data of its own, read the papers back, and tell whether all is well."""
    if options.output is not None:
        return show_main_job(options.output)
    from kyodo_desktop.selftest import run_self_test

    with tempfile.TemporaryDirectory(prefix="kyodo-", ignore_cleanup_errors=True) as folder:
        return run_self_test(Path(folder), say)


def show_main_job(output: Path) -> int:
    """Do the main job, and say where its pictures and papers lie."""
    from kyodo_desktop.selftest import run_self_test

    code = run_self_test(output, say)
    say(_("絵とPDFは、ここにあります: {folder}").format(folder=output.resolve()))
    return code
