"""How an evaluation is put into words. No Qt."""

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    EVALUATION_SIDE_LABELS,
    STAND_LABELS,
    EvaluationKind,
    EvaluationRecord,
    EvaluationSide,
    EvaluationStand,
)


def title_words(title: str) -> str:
    """Return the name of the project on one line, or that it has none yet."""
    return " ".join(title.split()) or _("（事業名未記入）")


def kind_words(record: EvaluationRecord) -> str:
    """Return 事業の評価, 振り返り or 中間評価."""
    return _(EVALUATION_LABELS[record.draft.kind])


def stand_words(record: EvaluationRecord) -> str:
    """Return where an evaluation stands: what is next to do, and by whom."""
    stand = record.stand
    if stand is EvaluationStand.HELD and record.draft.kind is not EvaluationKind.EVALUATION:
        return _("話し合い済み")
    if stand is EvaluationStand.OWN and len(record.missing) == 1:
        return _("{side}の自己評価").format(side=_(EVALUATION_SIDE_LABELS[record.missing[0]]))
    return _(STAND_LABELS[stand])


def side_words(record: EvaluationRecord, side: EvaluationSide) -> str:
    """Return who filled in a side and when it was done, or that it is not."""
    filling = next((one for one in record.draft.fillings if one.side is side), None)
    if filling is None or filling.filled_on is None:
        return _("記入は終わっていません")
    return f"{format_date(filling.filled_on)}　{filling.filled_by}".rstrip()


def which_words(record: EvaluationRecord) -> str:
    """Return an evaluation among others of its kind: its year, where it stands, its day."""
    day = record.published_on or record.held_on
    if day is None and record.updated_at is not None:
        day = office_time(record.updated_at).date()
    parts = (
        format_fiscal_year(record.draft.fiscal_year),
        stand_words(record),
        format_date(day) if day else "",
    )
    return "　".join(part for part in parts if part)
