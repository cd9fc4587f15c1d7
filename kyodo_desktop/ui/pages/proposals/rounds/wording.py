"""How a round is put into words. No Qt."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.japanese.wareki import date_parts, format_date, format_month_day
from kyodo_desktop.records.rounds import (
    THEME_KIND_LABELS,
    THEME_ORIGIN_LABELS,
    BriefingDraft,
    Meeting,
    MeetingDraft,
    RoundDate,
    StageLevel,
    Theme,
    ThemeOrigin,
)

_LONG = 8
"""More 課 than this are counted, not named, in a row of a meeting."""


def round_key(programme: str, year: int) -> str:
    """Return the key of a round among the values of the list's filter."""
    return f"{programme}:{year}"


def round_title(title: str, year: int) -> str:
    """Return 令和8年度 小平市提示型公募事業."""
    return f"{format_fiscal_year(year)} {title}"


def window_words(starts_on: date, ends_on: date, year: int) -> str:
    """Return a stage's dates in short: 6月～7月 where they are whole months, 5月21日～31日 else.

    A year is named where it is not the one the round's fiscal year would tell.
    """
    whole = starts_on.day == 1 and (ends_on + timedelta(days=1)).day == 1
    first = _short(starts_on, whole=whole, named=fiscal_year(starts_on) != year)
    if (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month):
        if whole or starts_on == ends_on:
            return first
        return _("{first}～{last}日").format(first=first, last=ends_on.day)
    named = fiscal_year(ends_on) not in (year, fiscal_year(starts_on))
    return _("{first}～{last}").format(first=first, last=_short(ends_on, whole=whole, named=named))


def dates_words(starts_on: date, ends_on: date) -> str:
    """Return a stage's dates in full."""
    return _("{first}から{last}まで").format(first=format_date(starts_on), last=format_date(ends_on))


def _short(day: date, *, whole: bool, named: bool) -> str:
    year, month, _day = date_parts(day)
    words = month if whole else format_month_day(day)
    # Without the era: 9年4月 tells enough beside the round's own year.
    return f"{year[2:]}{words}" if named else words


def stage_line(one: RoundDate) -> str:
    """Return the line below a stage: who acts, and whether each proposal goes through it."""
    level = {
        StageLevel.ROUND: "",
        StageLevel.PROPOSAL: _("提案ごと"),
        StageLevel.BOTH: _("日は募集回、結果は提案ごと"),
    }[one.level]
    optional = _("あるときだけ") if one.optional else ""
    return " ・ ".join(part for part in (one.who, level, optional) if part)


def theme_line(theme: Theme, *, asks_origin: bool) -> str:
    """Return the line below a theme: kind, 課, new or existing, how many proposals took it up."""
    draft = theme.draft
    origin = _(THEME_ORIGIN_LABELS[draft.origin])
    if draft.origin is ThemeOrigin.UNSET:
        origin = _("新規・既存は未記入") if asks_origin else ""
    taken = _("提案 {n}件").format(n=theme.proposals) if theme.proposals else ""
    asked_by = _("、").join(draft.departments) or _("課は未記入")
    parts = (_(THEME_KIND_LABELS[draft.kind]), asked_by, origin, taken)
    return " ・ ".join(part for part in parts if part)


def meeting_title(draft: MeetingDraft) -> str:
    """Return when a meeting was held."""
    return format_date(draft.held_on, weekday=True) if draft.held_on else _("日にちは未記入")


def attended_words(draft: MeetingDraft, council: Sequence[str]) -> str:
    """Return how many of the 課 came, and which did not (or which did, where they are fewer)."""
    if not draft.attended:
        return _("出席した課は未記入")
    came = frozenset(draft.attended)
    words = _("{all}課のうち{n}課が出席").format(all=len(council), n=len(came & frozenset(council)))
    more = [one for one in draft.attended if one not in council]
    if more:
        words = _("{words}、ほかに{more}").format(words=words, more=_short_names(more))
    absent = [one for one in council if one not in came]
    if not absent:
        return words
    if len(absent) <= _LONG:
        return _("{words}（欠席: {names}）").format(words=words, names=_short_names(absent))
    return _("{words}（{names}）").format(words=words, names=_short_names(draft.attended))


def department_name(name: str) -> str:
    """Return a 課 without its 部, as the office says it."""
    return name.partition("部")[2] or name


def _short_names(names: Sequence[str]) -> str:
    return _("、").join(department_name(name) for name in names)


def meeting_choice(meeting: Meeting) -> str:
    """Return a meeting as one of a choice."""
    return f"{meeting_title(meeting.draft)} {meeting.draft.place}".strip()


def briefing_title(draft: BriefingDraft) -> str:
    """Return when a briefing is held."""
    day = format_date(draft.held_on, weekday=True) if draft.held_on else _("日にちは未記入")
    return f"{day} {time_text(draft.starts_at)}".strip()


def time_text(at: time | None) -> str:
    """Return 17:15; empty while there is none."""
    return f"{at:%H:%M}" if at is not None else ""
