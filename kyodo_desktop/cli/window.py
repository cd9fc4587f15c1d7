"""No sub-command: the window."""

import os
from argparse import Namespace

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.display import has_display
from kyodo_desktop.cli.tell import say
from kyodo_desktop.cli.upkeep import show_main_job


def open_window(options: Namespace, folder: DataFolder) -> int:
    """Open the window; without a display show the main job instead, if `--without-display` says where."""
    if options.without_display is not None and not has_display():
        say(_("この機械には画面がないので、画面なしで主な仕事を動かします。"))
        return show_main_job(options.without_display)
    if not os.environ.get("QT_QPA_PLATFORM") and not has_display():
        raise KyodoError(
            _("この機械には画面がありません。画面のいらない仕事は kyodo-desktop --help で見られます。")
        )
    from kyodo_desktop.app import run

    return run(folder)
