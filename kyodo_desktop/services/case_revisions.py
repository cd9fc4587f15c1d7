"""Resubmission (提案書等の再提出): what a proposal said before it, beside what it says since."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.models import BudgetLine, CaseAct, Proposal
from kyodo_desktop.records.cases import LineSide, RevisedField
from kyodo_desktop.services.sheet_making import stored

REVISION = "revision"

_TEXTS: Mapping[str, str] = {
    "title": N_("事業名"),
    "summary": N_("事業の内容"),
    "purpose": N_("目的"),
    "need": N_("必要性（地域の課題）"),
    "public_interest": N_("公益性"),
    "effect": N_("期待される効果"),
    "place": N_("実施場所"),
    "participants": N_("対象・参加見込数"),
    "organisation": N_("実施体制"),
    "publicity": N_("広報の方法"),
    "next_year": N_("次年度以降の展開"),
}
_DAYS: Mapping[str, str] = {"starts_on": N_("始まり"), "ends_on": N_("終わり")}
_MONEY: Mapping[str, str] = {"eligible_cost": N_("補助対象経費"), "amount": N_("申請額・事業費")}
_SIDES: Mapping[LineSide, str] = {LineSide.INCOME: N_("収入"), LineSide.EXPENSE: N_("支出")}
_LABELS: Mapping[str, str] = {
    **_TEXTS,
    **_DAYS,
    **_MONEY,
    "roles": N_("役割分担"),
    **{side.value: label for side, label in _SIDES.items()},
}


def snapshot(row: Proposal) -> Any:
    """Return what a proposal says, in words, as JSON has it."""
    said: dict[str, str] = {name: getattr(row, name).strip() for name in _TEXTS}
    said |= {name: _day(getattr(row, name)) for name in _DAYS}
    said |= {name: _yen(getattr(row, name)) for name in _MONEY}
    said["roles"] = "\n".join(
        _("団体: {partner} 市: {city}").format(partner=one.partner, city=one.city) for one in row.roles
    )
    for side in LineSide:
        said[side.value] = "\n".join(_line(one) for one in row.lines if one.side == side)
    return stored(said)


def revised_fields(row: Proposal, act: CaseAct) -> tuple[RevisedField, ...]:
    """Return each thing a resubmission changed: as it was before, and until the next one (or now)."""
    later = [one for one in row.acts if one.kind == REVISION and one.id > act.id and one.deleted_at is None]
    before, after = act.before, later[0].before if later else snapshot(row)
    if not isinstance(before, dict) or not isinstance(after, dict):
        return ()
    return tuple(
        RevisedField(_(label), str(before.get(name, "")), str(after.get(name, "")))
        for name, label in _LABELS.items()
        if before.get(name, "") != after.get(name, "")
    )


def _line(line: BudgetLine) -> str:
    words = f"{line.item} {_yen(line.planned)}".strip()
    return _("{line}（{basis}）").format(line=words, basis=line.basis) if line.basis else words


def _day(day: date | None) -> str:
    return format_date(day) if day is not None else ""


def _yen(amount: int | None) -> str:
    return _("{yen}円").format(yen=format_yen(amount)) if amount is not None else ""
