"""Reads the programmes from `resources/programmes/*.toml` and the office's own files beside them."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.programmes.programme import (
    MonthPart,
    PaperSpec,
    Programme,
    Requirement,
    RoundMonth,
    Source,
    Stage,
    YearDay,
    marked,
)
from kyodo_desktop.programmes.vocabulary import PERIOD, SourceText, read
from kyodo_desktop.records.rounds import StageLevel, ThemeKind
from kyodo_desktop.records.sheet_codes import LETTER

_FOLDER = "programmes"
_Keyed = TypeVar("_Keyed", Requirement, PaperSpec, Stage)


def load_all() -> tuple[Programme, ...]:
    """Return every programme in every revision, in their order.

    Raises:
        ResourceError: there is none, or a file has a fault; the sentence names file and line.
    """
    paths = resources.list_resources(_FOLDER, ".toml")
    return _load_all(tuple((path, path.stat().st_mtime_ns) for path in paths))


def in_year(fiscal_year: int) -> tuple[Programme, ...]:
    """Return the programmes that have a round in a fiscal year, each in its newest revision for it."""
    newest: dict[str, Programme] = {}
    for programme in load_all():
        if programme.is_valid_in(fiscal_year) and not programme.past:
            newest[programme.key] = programme
    return tuple(newest.values())


def recorded_in(fiscal_year: int) -> tuple[Programme, ...]:
    """Return the programmes a case of a fiscal year can have been of, those of the past among them."""
    past = [one for one in load_all() if one.past and one.is_valid_in(fiscal_year)]
    return (*in_year(fiscal_year), *past)


def find(key: str, revision: int | None = None) -> Programme:
    """Return one programme; its newest revision when none is named.

    Raises:
        NotFoundError: no file has it (any more).
    """
    known = [programme for programme in load_all() if programme.key == key]
    for programme in reversed(known):
        if revision is None or programme.revision == revision:
            return programme
    if known:
        raise NotFoundError(
            _("「{title}」の第{n}版のファイルがありません。resources/programmes を確かめてください。").format(
                title=known[-1].title, n=revision
            )
        )
    raise NotFoundError(
        _("「{key}」という制度のファイルがありません。resources/programmes を確かめてください。").format(
            key=key
        )
    )


@cache
def _load_all(stamps: tuple[tuple[Path, int], ...]) -> tuple[Programme, ...]:
    read_files = [read(path) for path, _changed_at in stamps]
    loaded = [(_programme(table, source), source) for table, source in read_files]
    loaded.sort(key=lambda one: (one[0].position, one[0].key, one[0].revision))
    _refuse_clashes(loaded)
    return tuple(programme for programme, _source in loaded)


def _programme(table: dict[str, Any], source: SourceText) -> Programme:
    money, period, case = table["money"], table["period"], table.get("case", {})
    theme = table.get("theme", {"kinds": (), "origin": False})
    valid_to = table.get("valid_to")
    if valid_to is not None and valid_to < table["valid_from"]:
        raise source.fault(_("「valid_to」が「valid_from」より前です。"), word="valid_to")
    starts, ends = YearDay(**period["starts"]), YearDay(**period["ends"])
    if (ends.year, ends.month, ends.day) < (starts.year, starts.month, starts.day):
        raise source.fault(_("「ends」が「starts」より前です。"), "period", word="ends")
    return Programme(
        key=table["key"],
        position=table["position"],
        title=table["title"],
        letter=table["letter"],
        alias=table["alias"],
        revision=table["revision"],
        valid_from=table["valid_from"],
        valid_to=valid_to,
        summary=table.get("summary", ""),
        applicants=table["applicants"],
        projects=table.get("projects", ""),
        paper_title=table.get("paper_title", ""),
        amount_label=money["label"],
        cap=money.get("cap", 0),
        cap_words=money.get("words", ""),
        rate=Fraction(money["rate"]) if "rate" in money else None,
        rate_words=_rate_words(money.get("rate", "")),
        rounding=money.get("rounding", 1),
        starts=starts,
        ends=ends,
        period_words=period.get("words", ""),
        requirements=_each(table, "requirement", source, _requirement),
        papers=_each(table, "paper", source, _paper),
        next_steps=tuple(table.get("next_steps", ())),
        stages=_stages(table, source),
        theme_kinds=tuple(ThemeKind(kind) for kind in theme["kinds"]),
        asks_origin=theme["origin"],
        minor_share=Fraction(case["minor"]) if "minor" in case else None,
        payment_weeks=case.get("payment_weeks", 0),
        collaboration_form=case.get("collaboration_form", ""),
        past=table.get("past", False),
        balanced=money.get("balanced", False),
        finish_needs=tuple(case.get("finish", ())),
    )


def _rate_words(rate: str) -> str:
    share, _slash, whole = rate.partition("/")
    return _("{whole}分の{share}").format(whole=whole, share=share) if rate else ""


def _requirement(table: dict[str, Any]) -> Requirement:
    source = Source(table["source"])
    return Requirement(table["key"], marked(table["label"], source), table["text"], source, table["hint"])


def _paper(table: dict[str, Any]) -> PaperSpec:
    return PaperSpec(table["key"], table["label"], Source(table["source"]))


def _stages(table: dict[str, Any], source: SourceText) -> tuple[Stage, ...]:
    stages = _each(table, "stage", source, _stage)
    for number, stage in enumerate(stages):
        if stage.starts is not None and stage.ends is not None and not _in_order(stage.starts, stage.ends):
            raise source.fault(_("「to」が「from」より前です。"), "stage", number, "window")
        if stage.ends is None and stage.due:
            raise source.fault(_("実施期間の終わりは、締切（due）になりません。"), "stage", number, "due")
        if stage.closes and not (stage.due and stage.level is StageLevel.PROPOSAL):
            what = _("応募を締め切る（closes）段階は、level を proposal、due を true にします。")
            raise source.fault(what, "stage", number, "closes")
    closing = [number for number, stage in enumerate(stages) if stage.closes]
    if len(closing) != 1:
        what = _("応募を締め切る（closes）段階は、一つだけ決めます。")
        raise source.fault(what, "stage", closing[1] if closing else 0, "closes" if closing else "key")
    return stages


def _in_order(starts: RoundMonth, ends: RoundMonth) -> bool:
    # The year is any: the windows of all years are alike but for the length of February.
    return starts.first_day(2000) <= ends.last_day(2000)


def _stage(table: dict[str, Any]) -> Stage:
    window = table["window"]
    return Stage(
        key=table["key"],
        label=table["label"],
        level=StageLevel(table["level"]),
        who=table["who"],
        source=Source(table["source"]),
        starts=None if window == PERIOD else _month(window["from"]),
        ends=None if window == PERIOD else _month(window["to"]),
        optional=table.get("optional", False),
        due=table.get("due", False),
        closes=table.get("closes", False),
        acts=tuple(table.get("acts", ())),
        papers=tuple(table.get("papers", ())),
        needs=tuple(table.get("needs", ())),
        records=tuple(table.get("records", ())),
    )


def _month(table: dict[str, Any]) -> RoundMonth:
    part = table.get("part")
    return RoundMonth(table["year"], table["month"], MonthPart(part) if part is not None else None)


def _each(
    table: dict[str, Any], name: str, source: SourceText, make: Callable[[dict[str, Any]], _Keyed]
) -> tuple[_Keyed, ...]:
    made = tuple(make(one) for one in table.get(name, ()))
    keys = [one.key for one in made]
    for number, key in enumerate(keys):
        if key in keys[:number]:
            raise source.fault(_("「{key}」が二度あります。").format(key=key), name, number, "key")
    return made


def _refuse_clashes(loaded: Iterable[tuple[Programme, SourceText]]) -> None:
    """Refuse two files for one revision, and a sign that is taken (receipt numbers would clash).

    It may be another programme's, or the one in the numbers of issued papers.
    """
    revisions: dict[tuple[str, int], SourceText] = {}
    signs: dict[str, tuple[str, SourceText]] = {}
    for programme, source in loaded:
        first = revisions.setdefault((programme.key, programme.revision), source)
        if first is not source:
            what = _("「{key}」の第{n}版が、「{other}」にもあります。").format(
                key=programme.key, n=programme.revision, other=first.path
            )
            raise source.fault(what, word="revision")
        if programme.letter == LETTER:
            what = _(
                "符号「{sign}」は、発行した紙の番号（2026-S-00012 など）に使っています。"
                "ほかの英大文字にしてください。"
            ).format(sign=LETTER)
            raise source.fault(what, word="letter")
        for word, sign in (("letter", programme.letter), ("alias", programme.alias)):
            key, other = signs.setdefault(sign, (programme.key, source))
            if key != programme.key:
                what = _("符号「{sign}」は、「{other}」が使っています。").format(sign=sign, other=other.path)
                raise source.fault(what, word=word)
