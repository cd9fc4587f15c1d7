"""傾向 on a real database: whose papers are counted, and the file of it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import Composition, build
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationKind,
    EvaluationSide,
)
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.trends import Aspect, Share, Trends, TrendScope
from kyodo_desktop.services import Services

DONE, TALK, NOT_YET = MarkValue
DAY = date(2026, 11, 1)
PARTNER, CITY, _JOINT = EvaluationSide


@pytest.fixture
def services(folder: DataFolder, clock: FixedClock) -> Iterator[Services]:
    built: Composition = build(folder, clock=clock)
    yield built.services
    built.close()


def pair(item: str, partner: MarkValue, city: MarkValue) -> tuple[CheckMarkRecord, ...]:
    return (
        CheckMarkRecord(item, Side.PARTNER, Moment.BEFORE, partner),
        CheckMarkRecord(item, Side.CITY, Moment.BEFORE, city),
    )


def sheet(year: int, **more: object) -> CheckSheetDraft:
    base = CheckSheetDraft(
        year, "用水路いきもの調べ", department="水と緑と公園課", marks=pair("plan_1", DONE, TALK)
    )
    return replace(base, **more)  # type: ignore[arg-type]


def first(trends: Trends, year: int, aspect: Aspect = Aspect.BEFORE) -> Share:
    return trends.check_items[0].share(year, aspect)


def test_nothing_is_counted_of_an_office_without_papers(services: Services) -> None:
    trends = services.trends.read(TrendScope())
    assert (trends.years, trends.check_items, services.trends.offer().years) == ((), (), ())
    assert all(trends.is_empty(aspect) for aspect in Aspect)
    assert services.trends.of_partner(1).recent is None


def test_papers_are_counted_by_partner_department_and_years(services: Services) -> None:
    club = services.partners.add(PartnerDraft("かわせみ水辺くらぶ"))
    sheets = services.check_sheets
    made = sheets.create(sheet(2024, partner_id=club))
    sheets.agree(made, "plan_1", "月に一度会う", DAY)
    sheets.create(sheet(2026, partner_id=club, department="環境政策課・水と緑と公園課"))
    sheets.create(sheet(2026, marks=pair("plan_1", DONE, DONE), department="公民館"))
    sheets.discard([sheets.create(sheet(2026))])
    every = services.trends.read(TrendScope())
    assert every.years == (2024, 2025, 2026)
    assert dict(every.sheets or {}) == {2024: 1, 2026: 2}
    assert [first(every, year) for year in every.years] == [Share(1, 1), Share(0, 0), Share(1, 2)]
    assert first(every, 2024, Aspect.TALKED) == Share(1, 1)
    of_club = services.trends.read(TrendScope(partner_id=club))
    assert [first(of_club, year) for year in of_club.years] == [Share(1, 1), Share(0, 0), Share(1, 1)]
    water = services.trends.read(TrendScope(department="水と緑と公園課", first_year=2025))
    assert (water.years, first(water, 2026)) == ((2025, 2026), Share(1, 1))
    offer = services.trends.offer()
    assert offer.years == (2026, 2024)
    assert set(offer.departments) == {"水と緑と公園課", "環境政策課", "公民館"}
    told = services.trends.of_partner(club)
    assert (told.sheets, told.evaluations) == (2, 0)
    assert told.recent is not None
    assert (told.recent.fiscal_year, told.recent.title) == (2026, "用水路いきもの調べ")
    assert told.recent.items[0].startswith("課題と解決手段")


def test_a_merged_partners_papers_are_the_remaining_ones(services: Services) -> None:
    kept = services.partners.add(PartnerDraft("かわせみ水辺くらぶ"))
    gone = services.partners.add(PartnerDraft("かわせみ水辺クラブ"))
    services.check_sheets.create(sheet(2026, partner_id=gone))
    services.merging.merge(kept, gone, {})
    assert services.trends.of_partner(kept).sheets == 1
    assert first(services.trends.read(TrendScope(partner_id=gone)), 2026) == Share(1, 1)


def test_an_evaluation_counts_when_both_sides_are_done(services: Services) -> None:
    answers = (EvaluationAnswer("goal", PARTNER, "4"), EvaluationAnswer("goal", CITY, "3"))
    one = EvaluationDraft(EvaluationKind.EVALUATION, 2026, "朝市", answers=answers)
    half = replace(one, fillings=(EvaluationFilling(PARTNER, "会長", DAY),))
    made = services.evaluations.create(half)
    assert services.trends.read(TrendScope()).evaluation_items == ()
    whole = replace(one, fillings=(*half.fillings, EvaluationFilling(CITY, "西田", DAY)))
    services.evaluations.save(made, whole)
    trends = services.trends.read(TrendScope())
    assert trends.evaluation_items[0].share(2026, Aspect.EVALUATION) == Share(1, 1)
    assert dict(trends.papers(Aspect.EVALUATION)) == {2026: 1}


def test_another_versions_sheet_is_counted_beside_the_first(services: Services, tmp_path: Path) -> None:
    services.check_sheets.create(sheet(2025))
    words = resources.resource_path("check_sheet/1.toml").read_text("utf-8")
    mine = tmp_path / "mine"
    (mine / "check_sheet").mkdir(parents=True)
    kept = "\n".join(line for line in words.splitlines() if not line.startswith("from_year"))
    reworded = kept.replace("version = 1", "version = 2\nfrom_year = 2026", 1)
    reworded = reworded.replace("課題と解決手段について", "課題とその手段について", 1)
    (mine / "check_sheet/2.toml").write_text(reworded, "utf-8")
    resources.use_overrides(mine)
    try:
        made = services.check_sheets.create(sheet(2026))
        assert services.check_sheets.get(made).version == 2
        trends = services.trends.read(TrendScope())
    finally:
        resources.use_overrides(tmp_path / "none")
    assert [line.item.only_in for line in trends.check_items[:3]] == [(2,), (1,), ()]
    assert [
        trends.check_items[at].share(year, Aspect.BEFORE).of for at in (0, 1) for year in (2025, 2026)
    ] == [
        0,
        1,
        1,
        0,
    ]


def test_the_file_says_all_that_is_counted(services: Services, tmp_path: Path) -> None:
    services.check_sheets.create(sheet(2026))
    trends = services.trends.read(TrendScope())
    path = tmp_path / "傾向.csv"
    services.trends.write(trends, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == ["年度", "段階", "番号", "項目", "数えたもの", "比べた件数", "うち、あった件数"]
    assert len(rows) == 12 * 4
    assert rows[0][0:3] == ["令和8年度", "Ⅰ 事業計画段階", "Ⅰ－1"]
    assert rows[0][4:] == ["事業前のちがい", "1", "1"]
    assert services.trends.text(trends).split("\n")[1].split("\t") == rows[0]
