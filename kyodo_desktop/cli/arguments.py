"""argparse in Japanese: its headings, its complaints, and what it is used with."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import parse_fiscal_year

_COMPLAINTS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<what>.+)", N_("{what} がありません。")),
    (r"one of the arguments (?P<what>.+) is required", N_("{what} のどれかを書いてください。")),
    (r"unrecognized arguments: (?P<what>.+)", N_("{what} という指定はありません。")),
    (r"argument (?P<what>.+?): expected one argument", N_("{what} のあとに値を書いてください。")),
    (
        r"argument (?P<what>.+?): not allowed with argument (?P<other>.+)",
        N_("{what} と {other} は一緒に使えません。"),
    ),
    (
        r"argument (?P<what>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<other>.+)\)",
        N_("{what} の「{value}」は使えません。{other} から選んでください。"),
    ),
    (
        r"argument (?P<what>.+?): invalid int value: '?(?P<value>.*?)'?",
        N_("{what} の「{value}」は数ではありません。"),
    ),
    (r"argument (?P<what>.+?): (?P<value>.+)", N_("{what}: {value}")),
)
"""argparse's own sentences and ours for them; one it may add in a later Python is shown as it is."""

_MOST_ID_DIGITS = 18


class JapaneseParser(argparse.ArgumentParser):
    """A parser whose help and complaints are in Japanese."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title = _("ことば")
        self._optionals.title = _("指定")
        self.add_argument("-h", "--help", action="help", help=_("この説明を出す"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it is used, and end with exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{_in_japanese(message)}\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("使い方: ") if prefix is None else prefix)


def _in_japanese(message: str) -> str:
    for pattern, words in _COMPLAINTS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return _(words).format(**match.groupdict())
    return message


def fiscal_year_argument(text: str) -> int:
    """Read a fiscal year typed as 2018, H30 or 平成30年度."""
    try:
        return parse_fiscal_year(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def count_argument(text: str) -> int:
    """Read how many there may be."""
    if not text.isdecimal() or len(text) > _MOST_ID_DIGITS or int(text) < 1:
        raise argparse.ArgumentTypeError(_("「{text}」は1からの数ではありません。").format(text=text[:40]))
    return int(text)


def record_argument(text: str) -> int:
    """Read a record's id; one that no database can hold is no id."""
    if not text.isdecimal() or len(text) > _MOST_ID_DIGITS:
        raise argparse.ArgumentTypeError(_("「{text}」は記録の番号ではありません。").format(text=text[:40]))
    return int(text)
