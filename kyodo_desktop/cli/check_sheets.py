"""`sheet list`, `sheet show` and `sheet trends`: 相互チェックシート."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.narrowing import is_of
from kyodo_desktop.cli.office import opened
from kyodo_desktop.cli.tell import shape, tell_json, tell_rows
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.check_gaps import GAP_LABELS, ItemGap, read_gaps
from kyodo_desktop.records.check_sheets import (
    MARK_LABELS,
    MOMENT_LABELS,
    SIDE_LABELS,
    CheckMarkRecord,
    CheckSheetRecord,
    CheckSheetText,
    Moment,
    Side,
)
from kyodo_desktop.records.trends import (
    ASPECT_LABELS,
    CHECK_ASPECTS,
    Aspect,
    ItemTrend,
    Trends,
    TrendScope,
    place_words,
    share_words,
)

_COLUMNS = tuple((moment, side) for moment in Moment for side in Side)


def list_sheets(options: Namespace, folder: DataFolder) -> int:
    """Print the check sheets, those of the newest year first."""
    with opened(folder) as services:
        narrowed = is_of(services, options)
        found = [one for one in services.check_sheets.list() if narrowed(one.fiscal_year, one.partner_id)]
        texts = {one.version: services.check_sheets.text(one.version) for one in found}
    found.sort(key=lambda one: (-one.fiscal_year, one.id))
    if options.json:
        tell_json([_summary(one, texts[one.version]) for one in found])
    else:
        tell_rows(_row(one, texts[one.version]) for one in found)
    return 0


def show_sheet(options: Namespace, folder: DataFolder) -> int:
    """Print one check sheet: each item with its marks, what they say together, and what was agreed."""
    with opened(folder) as services:
        found = services.check_sheets.get(options.id)
        text = services.check_sheets.text(found.version)
    if options.json:
        tell_json(_whole(found, text))
    else:
        tell_rows(_lines(found, text))
    return 0


def tell_trends(options: Namespace, folder: DataFolder) -> int:
    """Print by year in how many sheets and evaluations the sides saw an item differently; only counted."""
    year = options.fiscal_year
    with opened(folder) as services:
        if options.partner is not None:
            services.partners.get(options.partner)
        scope = TrendScope(options.partner, options.department, year, year)
        trends = services.trends.read(scope)
    if options.json:
        tell_json(_trends_shape(trends))
    else:
        tell_rows(_trend_lines(trends))
    return 0


def _row(record: CheckSheetRecord, text: CheckSheetText) -> tuple[object, ...]:
    apart = sum(bool(gap.apart) for gap in read_gaps(text, record.marked))
    check = record.next_check_on
    return (
        record.id,
        format_fiscal_year(record.fiscal_year),
        record.title,
        record.partner_name,
        record.department,
        _("ちがい {n}項目").format(n=apart) if apart else "",
        _("次の確認 {day}").format(day=format_date(check)) if check is not None else "",
    )


def _summary(record: CheckSheetRecord, text: CheckSheetText) -> dict[str, Any]:
    gaps = read_gaps(text, record.marked)
    return {
        "id": record.id,
        "fiscal_year": record.fiscal_year,
        "title": record.title,
        "partner_id": record.partner_id,
        "partner_name": record.partner_name,
        "department": record.department,
        "proposal_id": record.proposal_id,
        "collaboration_id": record.collaboration_id,
        "version": record.version,
        "item_count": len(gaps),
        "filled": {
            moment.value: {side.value: record.filled(side, moment) for side in Side} for moment in Moment
        },
        "apart": {moment.value: sum(moment in gap.apart for gap in gaps) for moment in Moment},
        "drifted": sum(bool(gap.drifts) for gap in gaps),
        "agreed": len(record.agreements),
        "next_check_on": shape(record.next_check_on),
        "updated_at": shape(record.updated_at),
    }


def _whole(record: CheckSheetRecord, text: CheckSheetText) -> dict[str, Any]:
    marks = {(one.item, one.moment, one.side): one for one in record.marks}
    gaps = read_gaps(text, record.marked)
    return {
        **_summary(record, text),
        "discarded": record.deleted,
        "fillings": shape(record.fillings),
        "items": [_item(record, gap, marks) for gap in gaps],
    }


def _item(
    record: CheckSheetRecord, gap: ItemGap, marks: dict[tuple[str, Moment, Side], CheckMarkRecord]
) -> dict[str, Any]:
    def box(moment: Moment, side: Side) -> dict[str, Any]:
        one = marks.get((gap.item.key, moment, side))
        value = one.value if one is not None else None
        return {"mark": shape(value), "note": one.note if one is not None else ""}

    agreement = record.agreement(gap.item.key)
    return {
        "key": gap.item.key,
        "stage": gap.stage.key,
        "number": gap.item.number,
        "text": gap.item.text,
        "marks": {moment.value: {side.value: box(moment, side) for side in Side} for moment in Moment},
        "gap": gap.kind.value,
        "apart": [moment.value for moment in gap.apart],
        "agreement": shape(agreement),
    }


def _lines(record: CheckSheetRecord, text: CheckSheetText) -> Iterator[tuple[str, ...]]:
    yield _("事業名"), record.title
    yield _("年度"), format_fiscal_year(record.fiscal_year)
    yield _("相手"), record.partner_name
    yield _("課"), record.department
    if record.next_check_on is not None:
        yield _("次の確認"), format_date(record.next_check_on)
    yield "", _("項目"), *(f"{_(MOMENT_LABELS[moment])} {_(SIDE_LABELS[side])}" for moment, side in _COLUMNS)
    marks = record.marked
    for gap in read_gaps(text, marks):
        values = (marks.get((gap.item.key, moment, side)) for moment, side in _COLUMNS)
        words = (_("未記入") if value is None else _(MARK_LABELS[value]) for value in values)
        agreement = record.agreement(gap.item.key)
        agreed = _("決めたこと: {words}").format(words=agreement.words) if agreement is not None else ""
        number = f"{gap.stage.numeral}－{gap.item.number}"
        yield number, gap.item.text, *words, _(GAP_LABELS[gap.kind]), agreed


def _trends_shape(trends: Trends) -> dict[str, Any]:
    sheets, evaluations = trends.papers(Aspect.BEFORE), trends.papers(Aspect.EVALUATION)
    return {
        "years": [
            {"fiscal_year": year, "sheets": sheets.get(year, 0), "evaluations": evaluations.get(year, 0)}
            for year in trends.years
        ],
        "check_sheet": [_trend(line, trends.years, CHECK_ASPECTS) for line in trends.check_items],
        "evaluation": [_trend(line, trends.years, (Aspect.EVALUATION,)) for line in trends.evaluation_items],
    }


def _trend(line: ItemTrend, years: tuple[int, ...], aspects: tuple[Aspect, ...]) -> dict[str, Any]:
    return {
        "key": line.item.key,
        "group": line.item.group,
        "number": line.item.number,
        "text": line.item.text,
        "only_in_versions": list(line.item.only_in),
        "years": [
            {"fiscal_year": year, **{one.value: shape(line.share(year, one)) for one in aspects}}
            for year in years
        ],
    }


def _trend_lines(trends: Trends) -> Iterator[tuple[str, ...]]:
    for aspect in (*CHECK_ASPECTS, Aspect.EVALUATION):
        if trends.is_empty(aspect):
            continue
        yield (_(ASPECT_LABELS[aspect]),)
        yield "", _("項目"), *map(format_fiscal_year, trends.years)
        for line in trends.lines(aspect):
            shares = (share_words(line.share(year, aspect), aspect) for year in trends.years)
            yield place_words(line.item), line.item.text, *shares
