"""Words of a case: a stage's dates, an act in one line, its values as they are read. No Qt."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.japanese.wareki import format_date, format_month_day, format_short_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.records.cases import ActRecord, CaseRecord, CaseStage
from kyodo_desktop.records.forms import FormField, FormFieldKind


def days_words(case: CaseRecord) -> str:
    """Return この段階 12日, empty where a case stands in none."""
    return _("この段階 {n}日").format(n=case.days) if case.since is not None and not case.ended else ""


def window_words(stage: CaseStage) -> str:
    """Return the dates a stage has in its round."""
    if stage.starts_on is None or stage.ends_on is None:
        return ""
    return _("{first}～{last}").format(first=format_date(stage.starts_on), last=format_date(stage.ends_on))


def stage_below(case: CaseRecord, stage: CaseStage) -> str:
    """Return the small line below a stage's name: when it was entered, else when it is planned."""
    if stage.entered_on is not None:
        spell = format_short_date if _runs_over_years(case) else format_date
        return _("{day}に入った").format(day=spell(stage.entered_on))
    words = _short_window(case, stage)
    return _("あれば　{window}").format(window=words) if stage.optional else words


def _short_window(case: CaseRecord, stage: CaseStage) -> str:
    """Return a stage's dates without the era; with the year where a case runs over several fiscal years."""
    if stage.starts_on is None or stage.ends_on is None:
        return ""
    spell = format_short_date if _runs_over_years(case) else format_month_day
    return _("{first}～{last}").format(first=spell(stage.starts_on), last=spell(stage.ends_on))


def _runs_over_years(case: CaseRecord) -> bool:
    return len({fiscal_year(one.starts_on) for one in case.stages if one.starts_on is not None}) > 1


def act_title(act: ActRecord) -> str:
    """Return the day of an act, and the 課 it is of."""
    day = format_date(act.held_on) if act.held_on is not None else _("日付なし")
    return f"{day}　{act.department}".rstrip("　")


def told_values(kind: ActKind, values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Yield label and words of what an act says, but for its day and 課, which stand above."""
    for field in kind.fields:
        value = values.get(field.name)
        if field.name in (kind.held, kind.department) or value in (None, "", (), False):
            continue
        yield _(field.label), value_words(field, value)


def value_words(field: FormField, value: Any) -> str:
    """Return a field's value as people read it."""
    if isinstance(value, date):
        return format_date(value)
    if field.kind is FormFieldKind.YEN:
        return _("{yen}円").format(yen=format_yen(value))
    if field.kind is FormFieldKind.CHOICE:
        return next((_(one.label) for one in field.options if one.key == value), str(value))
    if field.kind is FormFieldKind.CHECK:
        return _("はい")
    if field.kind is FormFieldKind.ROWS:
        return _("、").join(_row_words(field, row) for row in value)
    return str(value)


def _row_words(field: FormField, row: Mapping[str, Any]) -> str:
    parts = [value_words(column, row[column.name]) for column in field.columns if column.name in row]
    return parts[0] + "".join(_("（{words}）").format(words=words) for words in parts[1:]) if parts else ""
