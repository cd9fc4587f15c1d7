"""Starts the program: the window, or with a sub-command one job without it."""

import sys

from kyodo_desktop.cli.program import run


def main() -> int:
    """Run the command line of this process and return its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
