"""The closed vocabulary of a programme file: which words it has, and what may stand behind them.

A word that is not here, or one that is missing, is an error that names the file and the line.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.records.rounds import StageLevel, ThemeKind

_HEADER = re.compile(r"\[{1,2}\s*(?P<name>[A-Za-z0-9_.-]+)\s*\]{1,2}\s*(#.*)?")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: a test for its value, what that value should be (in words), and whether it must be there."""

    fits: Callable[[Any], bool]
    meaning: str
    required: bool = True


def _is_whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(_text(one) for one in value)


def _matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _whole(least: int, most: int) -> Callable[[Any], bool]:
    return lambda value: _is_whole(value, least, most)


def _day(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"year", "month", "day"}
        and _is_whole(value["year"], 0, 5)
        and _is_whole(value["month"], 1, 12)
        and _is_whole(value["day"], 1, _LONGEST[value["month"] - 1])
    )


def _month(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and {"year", "month"} <= value.keys() <= {"year", "month", "part"}
        and _is_whole(value["year"], 0, 5)
        and _is_whole(value["month"], 1, 12)
        and value.get("part", "early") in ("early", "mid", "late")
    )


def _window(value: Any) -> bool:
    if value == PERIOD:
        return True
    return isinstance(value, dict) and value.keys() == {"from", "to"} and all(map(_month, value.values()))


def _kinds(value: Any) -> bool:
    known = [kind.value for kind in ThemeKind]
    return _texts(value) and all(one in known for one in value) and len(set(value)) == len(value)


def _tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _acts(value: Any) -> bool:
    return _texts(value) and all(one in ACT_KINDS for one in value) and len(set(value)) == len(value)


def _records(value: Any) -> bool:
    return _texts(value) and all(one in RECORDS for one in value)


def _needs(value: Any) -> bool:
    return _texts(value) and all(one in ACT_KINDS or one in NEEDS for one in value)


ACCEPTED, ADOPTED, OPINIONS, BUDGET_PASSED = "accepted", "adopted", "opinions", "budget_passed"
NEEDS = (ACCEPTED, ADOPTED, OPINIONS, BUDGET_PASSED)
"""What a stage may need beside an act: 受理, 採択, every 所見 asked for, the council's 可決."""
THEMES, MEETING, BRIEFING = "themes", "meeting", "briefing"
RECORDS = (THEMES, MEETING, BRIEFING)
"""What is recorded of a stage of the round: themes decided, the 庁内検討会議 and the 事業説明会 held."""
PERIOD = "period"
"""Stands for the window of a stage that is 実施期間."""

# 29 February is left out: a period that ends on it would not exist in most years.
_LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TEXT = Word(_text, N_("文字"))
_KEY = Word(_matches(r"[a-z][a-z0-9_]*"), N_("小文字の英数字と _ の名前"))
_SOURCE = Word(lambda value: value in ("handbook", "ours"), N_("handbook か ours"))
_DAY = Word(_day, N_("{ year = 0, month = 7, day = 1 } の形の日（2月29日は不可）"))
_YES_NO = Word(lambda value: isinstance(value, bool), N_("true か false"))
_MAYBE = Word(_YES_NO.fits, _YES_NO.meaning, required=False)
_LEVEL = Word(lambda value: value in list(StageLevel), N_("round、proposal、both のどれか"))
_WINDOW = Word(
    _window,
    N_('"period" か、{ from = { year = 0, month = 5, part = "mid" }, to = { year = 0, month = 6 } } の形'),
)
_ACTS = Word(_acts, N_("記録の種類の並び（重ならないように）"), required=False)
_NEEDS = Word(_needs, N_("accepted、adopted、opinions、budget_passed か、記録の種類の並び"), required=False)
_RECORDS = Word(_records, N_("themes、meeting、briefing の並び"), required=False)
_FORMS = Word(_texts, N_("様式の名前の並び"), required=False)
_FISCAL_YEAR = Word(_whole(1989, 2200), N_("年度の始まる西暦年"))

TOP: Mapping[str, Word] = {
    "key": _KEY,
    "position": Word(_whole(1, 1000), N_("1 以上の整数")),
    "title": _TEXT,
    "letter": Word(_matches(r"[A-Z]"), N_("英大文字1字")),
    "alias": Word(_matches(r"[^\W\d_A-Za-z]{1,4}"), N_("4字以内の日本語")),
    "revision": Word(_whole(1, 1000), N_("1 以上の整数")),
    "valid_from": _FISCAL_YEAR,
    "valid_to": Word(_FISCAL_YEAR.fits, _FISCAL_YEAR.meaning, required=False),
    "past": _MAYBE,
    "summary": _TEXT,
    "applicants": _TEXT,
    "projects": _TEXT,
    "paper_title": _TEXT,
    "next_steps": Word(_texts, N_("文字の並び")),
    "money": Word(lambda value: isinstance(value, dict), N_("[money] の表")),
    "period": Word(lambda value: isinstance(value, dict), N_("[period] の表")),
    "theme": Word(lambda value: isinstance(value, dict), N_("[theme] の表")),
    "case": Word(lambda value: isinstance(value, dict), N_("[case] の表"), required=False),
    "stage": Word(_tables, N_("[[stage]] の表の並び")),
    "requirement": Word(_tables, N_("[[requirement]] の表の並び")),
    "paper": Word(_tables, N_("[[paper]] の表の並び")),
}
TABLES: Mapping[str, Mapping[str, Word]] = {
    "money": {
        "label": _TEXT,
        "cap": Word(_whole(1, 10**12), N_("1 以上の整数（円）")),
        "words": _TEXT,
        "rate": Word(_matches(r"[1-9]\d{0,2}/[1-9]\d{0,2}"), N_("10/10 の形の率"), required=False),
        "rounding": Word(lambda value: value in (1, 10, 100, 1000), N_("1、10、100、1000 のどれか")),
        "balanced": _MAYBE,
    },
    "period": {"words": _TEXT, "starts": _DAY, "ends": _DAY},
    "theme": {
        "kinds": Word(_kinds, N_("theme、problem、project の並び（重ならないように）")),
        "origin": _YES_NO,
    },
    "case": {
        "minor": Word(_matches(r"[1-9]\d{0,2}/[1-9]\d{0,2}"), N_("2/10 の形の割合"), required=False),
        "finish": _NEEDS,
        "collaboration_form": Word(_KEY.fits, _KEY.meaning, required=False),
        "payment_weeks": Word(_whole(0, 52), N_("週の数（0～52）"), required=False),
    },
    "stage": {
        "key": _KEY,
        "label": _TEXT,
        "level": _LEVEL,
        "who": _TEXT,
        "source": _SOURCE,
        "window": _WINDOW,
        "optional": _MAYBE,
        "due": _MAYBE,
        "closes": _MAYBE,
        "acts": _ACTS,
        "papers": _FORMS,
        "needs": _NEEDS,
        "records": _RECORDS,
    },
    "requirement": {"key": _KEY, "label": _TEXT, "text": _TEXT, "source": _SOURCE, "hint": _TEXT},
    "paper": {"key": _KEY, "label": _TEXT, "source": _SOURCE},
}
_UNKNOWN_OF_THE_PAST: Mapping[str, frozenset[str]] = {
    "": frozenset({"summary", "projects", "paper_title", "next_steps", "theme", "requirement", "paper"}),
    "money": frozenset({"cap", "words", "rounding"}),
    "period": frozenset({"words"}),
}
"""What need not be said of a programme whose cases are only kept as history: often nobody knows any more."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A programme file as text, to say where in it a fault is."""

    path: Path
    text: str

    def fault(self, what: str, table: str = "", number: int = 0, word: str | None = None) -> ResourceError:
        """Return the error for a word of a table (`number` counts the tables of that name from 0)."""
        return ResourceError(
            _("制度のファイル「{file}」の{line}行目: {what}直してから、もう一度始めてください。").format(
                file=self.path, line=self._line(table, number, word), what=what
            )
        )

    def _line(self, table: str, number: int, word: str | None) -> int:
        """Return the line of the word, or of its table's head (the file's first line) if it is missing."""
        here, seen, head = "", -1, 1
        for line, raw in enumerate(self.text.splitlines(), start=1):
            stripped = raw.strip()
            if header := _HEADER.fullmatch(stripped):
                here = header["name"]
                seen += here == table
                if here == table and seen == number:
                    head = line
            inside = here == table and (table == "" or seen == number)
            if inside and word is not None and re.match(rf"{re.escape(word)}\s*[=.]", stripped):
                return line
            if word is not None and not table and here == word and _HEADER.fullmatch(stripped):
                return line
        return head


def read(path: Path) -> tuple[dict[str, Any], SourceText]:
    """Return a programme file's table, checked word by word, and its text.

    Raises:
        ResourceError: it is no TOML, or a word is unknown, missing or has a value it cannot have.
    """
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise ResourceError(
            _("制度のファイル「{file}」が読めません（{error}）。直してから、もう一度始めてください。").format(
                file=path, error=error
            )
        ) from error
    source = SourceText(path, text)
    past = table.get("past") is True
    _check(table, _asked(TOP, "", past=past), source)
    if past and "valid_to" not in table:
        raise source.fault(_("以前の制度（past）には、終わりの年度「valid_to」を書きます。"), word="past")
    for name, all_words in TABLES.items():
        words = _asked(all_words, name, past=past)
        found = table.get(name, [])
        found = found if isinstance(found, list) else [found]
        for number, one in enumerate(found):
            _check(one, words, source, name, number)
    return table, source


def _asked(words: Mapping[str, Word], name: str, *, past: bool) -> Mapping[str, Word]:
    """Return the words of a table, fewer of them required of a programme of the past."""
    unknown = _UNKNOWN_OF_THE_PAST.get(name, frozenset()) if past else frozenset()
    return {
        word: replace(rule, required=rule.required and word not in unknown) for word, rule in words.items()
    }


def _check(
    table: Mapping[str, Any], words: Mapping[str, Word], source: SourceText, name: str = "", number: int = 0
) -> None:
    for word in table:
        if word not in words:
            raise source.fault(_("「{word}」という語はありません。").format(word=word), name, number, word)
    for word, rule in words.items():
        if word not in table:
            if rule.required:
                raise source.fault(_("「{word}」がありません。").format(word=word), name, number)
        elif not rule.fits(table[word]):
            raise source.fault(
                _("「{word}」には、{meaning}を書きます。").format(word=word, meaning=_(rule.meaning)),
                name,
                number,
                word,
            )
