"""What is counted of sheets and evaluations: each count against a slow and plain one."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kyodo_desktop.forms import check_sheet_text, evaluation_text
from kyodo_desktop.records.check_sheets import Box, MarkValue, Moment, Side
from kyodo_desktop.records.evaluations import EvaluationKind, EvaluationSide
from kyodo_desktop.records.trends import (
    Aspect,
    ItemTrend,
    Share,
    TrendEvaluation,
    Trends,
    TrendSheet,
    check_trends,
    evaluation_trends,
    line_words,
    place_words,
)

TEXT = check_sheet_text.load(1)
ITEMS = tuple(item.key for stage in TEXT.stages for item in stage.items)
DONE, TALK, NOT_YET = MarkValue
BEFORE, AFTER = Moment
PARTNER, CITY, _JOINT = EvaluationSide
REWORDED = "目標を、はじめに二人で書きましょう。"

boxes = st.tuples(st.sampled_from(ITEMS), st.sampled_from(Moment), st.sampled_from(Side))
sheets = st.builds(
    TrendSheet,
    fiscal_year=st.integers(2024, 2026),
    version=st.just(1),
    marks=st.dictionaries(boxes, st.sampled_from(MarkValue), max_size=48),
    talked=st.frozensets(st.sampled_from(ITEMS), max_size=4),
)


def second() -> dict[int, object]:
    """Return both versions: the second has other words for plan_1, and one item more."""
    plan, *rest = TEXT.stages
    first, *others = plan.items
    more = replace(others[-1], key="plan_5", number=5, text="お金の出どころを確かめましょう。")
    items = (replace(first, text=REWORDED), *others, more)
    return {1: TEXT, 2: replace(TEXT, version=2, stages=(replace(plan, items=items), *rest))}


def four(item: str, *values: MarkValue | None) -> dict[Box, MarkValue]:
    places = [(item, moment, side) for moment in Moment for side in Side]
    return {box: value for box, value in zip(places, values, strict=True) if value is not None}


def by_key(lines: tuple[ItemTrend, ...]) -> dict[str, ItemTrend]:
    return {line.item.key: line for line in lines}


@settings(deadline=None, max_examples=60)
@given(st.lists(sheets, max_size=12))
def test_counts_are_those_of_counting_by_hand(found: list[TrendSheet]) -> None:
    lines = check_trends(found, {1: TEXT})
    assert [line.item.key for line in lines] == (list(ITEMS) if found else [])
    for line in lines:
        key = line.item.key
        for year in (2024, 2025, 2026):
            of_year = [one for one in found if one.fiscal_year == year]
            for moment, aspect in ((BEFORE, Aspect.BEFORE), (AFTER, Aspect.AFTER)):
                pairs = [[one.marks.get((key, moment, side)) for side in Side] for one in of_year]
                both = [pair for pair in pairs if pair[0] and pair[1]]
                apart = [pair for pair in both if pair[0] != pair[1]]
                assert line.share(year, aspect) == Share(len(apart), len(both))
            assert line.share(year, Aspect.TALKED).found == sum(key in one.talked for one in of_year)


@settings(deadline=None, max_examples=60)
@given(st.lists(sheets, max_size=12), st.randoms())
def test_no_share_is_more_than_its_whole_and_the_order_of_sheets_says_nothing(
    found: list[TrendSheet], chance: object
) -> None:
    lines = check_trends(found, {1: TEXT})
    for line in lines:
        for year, shares in line.years.items():
            for share in shares.values():
                assert 0 <= share.found <= share.of <= sum(one.fiscal_year == year for one in found)
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert check_trends(mixed, {1: TEXT}) == lines


def test_a_sheet_with_one_side_missing_is_not_compared() -> None:
    alone = TrendSheet(2026, 1, four("plan_1", DONE, None, NOT_YET, None))
    (line, *_rest) = check_trends([alone], {1: TEXT})
    assert line.share(2026, Aspect.BEFORE) == line.share(2026, Aspect.AFTER) == Share(0, 0)
    assert line.share(2026, Aspect.DRIFT) == Share(1, 1)
    assert line.share(2026, Aspect.TALKED) == Share(0, 1)
    assert "令和8年度 比べるものなし" in line_words(line, (2026,), Aspect.BEFORE)


def test_drift_is_one_side_changing_and_alike_is_no_drift() -> None:
    found = [
        TrendSheet(2026, 1, four("plan_1", DONE, TALK, DONE, TALK)),
        TrendSheet(2026, 1, four("plan_1", DONE, TALK, DONE, DONE), frozenset({"plan_1"})),
    ]
    line = by_key(check_trends(found, {1: TEXT}))["plan_1"]
    assert line.share(2026, Aspect.BEFORE) == Share(2, 2)
    assert line.share(2026, Aspect.AFTER) == Share(1, 2)
    assert line.share(2026, Aspect.DRIFT) == Share(1, 2)
    assert line.share(2026, Aspect.TALKED) == Share(1, 2)


def test_versions_share_a_line_where_key_and_words_are_the_same() -> None:
    marks = {**four("plan_1", DONE, TALK, None, None), **four("plan_2", DONE, TALK, None, None)}
    found = [TrendSheet(2025, 1, marks), TrendSheet(2026, 2, marks)]
    lines = check_trends(found, second())  # type: ignore[arg-type]
    assert len(lines) == 14
    assert [(line.item.text, place_words(line.item)) for line in lines[:2]] == [
        (REWORDED, "Ⅰ－1 第2版"),
        (TEXT.stages[0].items[0].text, "Ⅰ－1 第1版"),
    ]
    new, old, both = lines[:3]
    assert [new.share(year, Aspect.BEFORE).of for year in (2025, 2026)] == [0, 1]
    assert [old.share(year, Aspect.BEFORE).of for year in (2025, 2026)] == [1, 0]
    assert (both.item.key, both.item.only_in) == ("plan_2", ())
    assert [both.share(year, Aspect.BEFORE) for year in (2025, 2026)] == [Share(1, 1), Share(1, 1)]
    assert place_words(lines[5].item) == "Ⅰ－5 第2版"


def test_evaluations_are_counted_kind_by_kind_and_only_where_both_marked() -> None:
    one = TrendEvaluation(
        2026,
        EvaluationKind.EVALUATION,
        1,
        {("goal", PARTNER): "4", ("goal", CITY): "3", ("schedule", PARTNER): "4"},
    )
    back = TrendEvaluation(
        2025, EvaluationKind.RETROSPECTIVE, 1, {("goal", PARTNER): "good", ("goal", CITY): "good"}
    )
    texts = {
        (kind, 1): evaluation_text.load(kind, 1)
        for kind in (EvaluationKind.EVALUATION, EvaluationKind.RETROSPECTIVE)
    }
    lines = evaluation_trends([one, back], texts)
    goals = [line for line in lines if line.item.key == "goal"]
    assert [line.item.group for line in goals] == ["事業の評価 評価ポイント", "振り返り 評価ポイント"]
    assert goals[0].share(2026, Aspect.EVALUATION) == Share(1, 1)
    assert goals[1].share(2025, Aspect.EVALUATION) == Share(0, 1)
    schedule = by_key(lines[:5])["schedule"]
    assert schedule.share(2026, Aspect.EVALUATION) == Share(0, 0)


def test_a_year_without_papers_has_nothing_to_tell() -> None:
    trends = Trends(years=(2023, 2024, 2025), sheets={2023: 2, 2025: 1}, evaluations={2024: 1})
    assert trends.told_years(Aspect.BEFORE) == (2023, 2025)
    assert trends.told_years(Aspect.EVALUATION) == (2024,)
