"""One run of the command line: its words in, its exit code out.

0 done; 1 an error that is told in one Japanese sentence on stderr; 2 wrong usage (told by `arguments.py`).
"""

import io
import sys
from collections.abc import Sequence

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import use_language
from kyodo_desktop.base.paths import find_data_folder
from kyodo_desktop.cli.faults import install_fault_hook
from kyodo_desktop.cli.parser import make_parser
from kyodo_desktop.cli.tell import finish, give_up_stdout, note

_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return the exit code."""
    speak_utf8()
    use_language("ja")
    options = make_parser().parse_args(arguments)
    folder = find_data_folder(options.data_dir)
    install_fault_hook(folder)
    try:
        code: int = options.run(options, folder)
        finish()
    except KyodoError as error:
        note(error)
        return 1
    except BrokenPipeError:
        # The reader (head, less) has seen enough.
        give_up_stdout()
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's own encoding is (cp932 on a Japanese Windows)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
