"""What is shown beside the questions of the intake: this partner's earlier cases, corrections asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Field, FieldKind, Section, as_day
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.records.case_figures import CaseLine, PartnerCases
from kyodo_desktop.records.cases import ActRecord

_WIDTH = 480
_MOST = 3


def history_sections(cases: PartnerCases) -> tuple[Section, ...]:
    """Return how often and for how much this partner was with us; nothing for one that never was."""
    if not cases.lines:
        return ()
    counts = cases.counts
    note = _("提案 {received}回・採択 {adopted}回・決定額の計 {granted}円").format(
        received=counts.received, adopted=counts.adopted, granted=format_yen(counts.granted)
    )
    rows = tuple(_shown(f"_case{at}", *_case_words(one)) for at, one in enumerate(cases.lines[:_MOST]))
    return (Section(_("この団体のこれまで"), note, rows),)


def correction_sections(acts: Iterable[ActRecord]) -> tuple[Section, ...]:
    """Return what the group was asked to put right, with the answer."""
    rows = tuple(_shown(f"_correction{act.id}", *_correction_words(act)) for act in acts)
    if not rows:
        return ()
    return (Section(_("補正の依頼"), _("依頼と答えは、提案の段階の画面で記録します"), rows),)


def _shown(name: str, label: str, value: str) -> Field:
    return Field(name, label, FieldKind.COMPUTED, width=_WIDTH, extra={"value": value, "left": True})


def _case_words(line: CaseLine) -> tuple[str, str]:
    parts = [line.title, line.state]
    if line.granted is not None:
        parts.append(_("決定額 {n}円").format(n=format_yen(line.granted)))
    return format_fiscal_year(line.fiscal_year), "　".join(part for part in parts if part)


def _correction_words(act: ActRecord) -> tuple[str, str]:
    fields = {field.name: field for field in ACT_KINDS["correction"].fields}
    faults = {one.key: _(one.label) for one in fields["fault"].options}
    values = act.values
    parts = [f"{values.get('target', '')} {values.get('words', '')}".strip()]
    if day := _day(values, "answered_on"):
        parts.append(_("{day} に直した").format(day=day))
    elif day := _day(values, "due_on"):
        parts.append(_("期限 {day}").format(day=day))
    else:
        parts.append(_("返事待ち"))
    told = " ・ ".join(" ".join(part.split()) for part in parts)
    return faults.get(str(values.get("fault")), act.label), told


def _day(values: Mapping[str, Any], name: str) -> str:
    day = values.get(name)
    found = as_day(day) if isinstance(day, str) else day
    return format_date(found) if found is not None else ""
