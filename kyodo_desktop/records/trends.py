"""傾向: of each item, in how many papers it was apart, drifted or talked over, by fiscal year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_sheets import (
    CheckSheetText,
    CheckStage,
    Marks,
    Moment,
    Side,
    differs,
)
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    OWN_SIDES,
    EvaluationKind,
    EvaluationSide,
    EvaluationText,
)


class Aspect(StrEnum):
    """What is counted of an item."""

    BEFORE = "before"
    AFTER = "after"
    DRIFT = "drift"
    TALKED = "talked"
    EVALUATION = "evaluation"


ASPECT_LABELS: dict[Aspect, str] = {
    Aspect.BEFORE: N_("事業前のちがい"),
    Aspect.AFTER: N_("事業後のちがい"),
    Aspect.DRIFT: N_("前から後への変化"),
    Aspect.TALKED: N_("話し合ったこと"),
    Aspect.EVALUATION: N_("評価のちがい"),
}
ASPECT_WORDS: dict[Aspect, str] = {
    Aspect.BEFORE: N_("団体と市がどちらも事業前に記入したシートのうち、印がちがったもの"),
    Aspect.AFTER: N_("団体と市がどちらも事業後に記入したシートのうち、印がちがったもの"),
    Aspect.DRIFT: N_("事業前と事業後の両方に記入したシートのうち、団体か市の印が変わったもの"),
    Aspect.TALKED: N_("記入のあるシートのうち、話し合って決めたことを書いたもの"),
    Aspect.EVALUATION: N_("団体と担当課がどちらも記入を終えた評価のうち、評価がちがったもの"),
}
CHECK_ASPECTS = (Aspect.BEFORE, Aspect.AFTER, Aspect.DRIFT, Aspect.TALKED)
_OF_MOMENT = {Moment.BEFORE: Aspect.BEFORE, Moment.AFTER: Aspect.AFTER}


@dataclass(frozen=True, slots=True)
class Share:
    """`found` of `of` papers; of none when there was nothing to compare."""

    found: int = 0
    of: int = 0

    def plus(self, share: "Share") -> "Share":
        """Return both together."""
        return Share(self.found + share.found, self.of + share.of)


Shares = Mapping[Aspect, Share]
NOTHING = Share()


@dataclass(frozen=True, slots=True)
class TrendSheet:
    """What is read of one check sheet: its marks, and the items of which something was agreed."""

    fiscal_year: int
    version: int
    marks: Marks
    talked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TrendEvaluation:
    """What is read of one evaluation that both sides are done with: its marks as keys."""

    fiscal_year: int
    kind: EvaluationKind
    version: int
    marks: Mapping[tuple[str, EvaluationSide], str]


@dataclass(frozen=True, slots=True)
class TrendItem:
    """An item as it is printed. `group` is the stage it stands in; `only_in` are the versions, if not all.

    `more` is what is printed below the text of an item of an evaluation.
    """

    key: str
    text: str
    group: str
    number: str
    only_in: tuple[int, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class ItemTrend:
    """An item and what was counted of it in each fiscal year."""

    item: TrendItem
    years: Mapping[int, Shares]

    def share(self, fiscal_year: int, aspect: Aspect) -> Share:
        """Return what was counted in a year."""
        return self.years.get(fiscal_year, {}).get(aspect, NOTHING)


@dataclass(frozen=True, slots=True)
class TrendScope:
    """Whose papers are counted (one partner, one 課, else all), and from which year to which."""

    partner_id: int | None = None
    department: str = ""
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class Trends:
    """What was counted: the items in the order of the paper, the years, how many papers each year had."""

    years: tuple[int, ...] = ()
    sheets: Mapping[int, int] | None = None
    evaluations: Mapping[int, int] | None = None
    check_items: tuple[ItemTrend, ...] = ()
    evaluation_items: tuple[ItemTrend, ...] = ()

    def lines(self, aspect: Aspect) -> tuple[ItemTrend, ...]:
        """Return the items of which an aspect is counted."""
        return self.evaluation_items if aspect is Aspect.EVALUATION else self.check_items

    def papers(self, aspect: Aspect) -> Mapping[int, int]:
        """Return how many papers there are a year."""
        return (self.evaluations if aspect is Aspect.EVALUATION else self.sheets) or {}

    def told_years(self, aspect: Aspect) -> tuple[int, ...]:
        """Return the years that have papers; one without any has nothing to tell."""
        papers = self.papers(aspect)
        return tuple(year for year in self.years if papers.get(year))

    def is_empty(self, aspect: Aspect) -> bool:
        """Tell whether there is nothing to compare."""
        return not any(line.share(year, aspect).of for line in self.lines(aspect) for year in self.years)


@dataclass(frozen=True, slots=True)
class TrendOffer:
    """What there is to choose from: the 課 and the fiscal years of all papers, the newest year first."""

    departments: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RecentGap:
    """The last sheet of a partner on which the sides differed, and on what."""

    sheet_id: int
    fiscal_year: int
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerTrend:
    """What a partner's card says: how many papers there are, and what was differed on last."""

    sheets: int = 0
    evaluations: int = 0
    recent: RecentGap | None = None


def share_words(share: Share, aspect: Aspect) -> str:
    """Return 7件のうち3件."""
    if share.of:
        return _("{of}件のうち{n}件").format(of=share.of, n=share.found)
    return _("記入なし") if aspect is Aspect.TALKED else _("比べるものなし")


def line_words(line: ItemTrend, years: Sequence[int], aspect: Aspect) -> str:
    """Return an item and its years in words, as a screen reader says them."""
    told = (
        _("{year} {share}").format(
            year=format_fiscal_year(year), share=share_words(line.share(year, aspect), aspect)
        )
        for year in years
    )
    return f"{place_words(line.item)} {line.item.text} {_('、').join(told)}".lstrip()


def version_words(item: TrendItem) -> str:
    """Return which versions have an item, where not all have it: 第1版・第2版."""
    return _("・").join(_("第{n}版").format(n=one) for one in item.only_in)


def place_words(item: TrendItem) -> str:
    """Return where an item stands, with its version where not all have it: Ⅰ－1 第2版."""
    return f"{item.number} {version_words(item)}".strip()


def check_trends(sheets: Sequence[TrendSheet], texts: Mapping[int, CheckSheetText]) -> tuple[ItemTrend, ...]:
    """Count check sheets by item and year, the items as they stand on the paper.

    An item that two versions have with the same key and the same words is one line, else two.
    """
    versions = sorted({sheet.version for sheet in sheets}, reverse=True)
    placed = [
        _Placed(
            version,
            (at, item.number),
            item.key,
            item.text,
            stage_words(stage),
            f"{stage.numeral}－{item.number}",
        )
        for version in versions
        for at, stage in enumerate(texts[version].stages)
        for item in stage.items
    ]
    lines = []
    for item, own in _merged(placed, versions):
        of_line = ((one.fiscal_year, _sheet_shares(one, item.key)) for one in sheets if one.version in own)
        lines.append(ItemTrend(item, _by_year(of_line)))
    return tuple(lines)


def evaluation_trends(
    evaluations: Sequence[TrendEvaluation], texts: Mapping[tuple[EvaluationKind, int], EvaluationText]
) -> tuple[ItemTrend, ...]:
    """Count evaluations by item and year, kind by kind, the items as they stand on the paper."""
    lines = []
    for kind in EvaluationKind:
        of_kind = [one for one in evaluations if one.kind is kind]
        versions = sorted({one.version for one in of_kind}, reverse=True)
        placed = [
            _Placed(
                version,
                (at, place),
                item.key,
                item.heading,
                f"{_(EVALUATION_LABELS[kind])} {group.label}",
                "",
                item.text,
            )
            for version in versions
            for at, group in enumerate(texts[kind, version].groups)
            for place, item in enumerate(group.items)
        ]
        for item, own in _merged(placed, versions):
            of_line = (
                (one.fiscal_year, _evaluation_shares(one, item.key)) for one in of_kind if one.version in own
            )
            lines.append(ItemTrend(item, _by_year(of_line)))
    return tuple(lines)


def stage_words(stage: CheckStage) -> str:
    """Return Ⅰ 事業計画段階."""
    return f"{stage.numeral} {stage.title}"


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item of one version, and where it stands."""

    version: int
    place: tuple[int, int]
    key: str
    text: str
    group: str
    number: str
    more: str = ""


def _merged(placed: Iterable[_Placed], versions: Sequence[int]) -> Iterator[tuple[TrendItem, list[int]]]:
    """Yield each item once, with the versions that have it; the newest version says where it stands."""
    found: dict[tuple[str, str, str], list[_Placed]] = {}
    for one in placed:
        found.setdefault((one.key, one.text, one.more), []).append(one)
    # Sorting leaves what stands in one place as it is: the newest version's words come first.
    for same in sorted(found.values(), key=lambda same: same[0].place):
        newest, own = same[0], [one.version for one in same]
        only_in = tuple(sorted(own)) if len(own) < len(versions) else ()
        yield TrendItem(newest.key, newest.text, newest.group, newest.number, only_in, newest.more), own


def _sheet_shares(sheet: TrendSheet, item: str) -> dict[Aspect, Share]:
    marks = sheet.marks
    shares = {}
    for moment, aspect in _OF_MOMENT.items():
        comparable = all((item, moment, side) in marks for side in Side)
        shares[aspect] = Share(int(differs(marks, item, moment)), int(comparable))
    pairs = [[marks.get((item, moment, side)) for moment in Moment] for side in Side]
    whole = [pair for pair in pairs if None not in pair]
    shares[Aspect.DRIFT] = Share(int(any(len(set(pair)) > 1 for pair in whole)), int(bool(whole)))
    talked = item in sheet.talked
    filled = talked or any(box[0] == item for box in marks)
    shares[Aspect.TALKED] = Share(int(talked), int(filled))
    return shares


def _evaluation_shares(one: TrendEvaluation, item: str) -> dict[Aspect, Share]:
    marks = [one.marks.get((item, side)) for side in OWN_SIDES]
    comparable = None not in marks
    return {Aspect.EVALUATION: Share(int(comparable and len(set(marks)) > 1), int(comparable))}


def _by_year(shares: Iterable[tuple[int, dict[Aspect, Share]]]) -> dict[int, dict[Aspect, Share]]:
    years: dict[int, dict[Aspect, Share]] = {}
    for year, found in shares:
        known = years.setdefault(year, {})
        for aspect, share in found.items():
            known[aspect] = known.get(aspect, NOTHING).plus(share)
    return years
