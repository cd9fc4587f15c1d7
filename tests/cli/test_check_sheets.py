"""`sheet list`, `sheet show`, `sheet trends`, `evaluation list` and `evaluation show`."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kyodo_desktop.records.check_sheets import (
    CheckMarkRecord,
    CheckSheetDraft,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationKind,
    EvaluationSide,
)
from kyodo_desktop.records.partners import PartnerDraft
from tests.cli.conftest import CommandLine
from tests.cli.test_programmes import office

DAY = date(2026, 5, 1)
CLUB = "かわせみ水辺くらぶ"
MARKS = (
    CheckMarkRecord("plan_1", Side.PARTNER, Moment.BEFORE, MarkValue.DONE, "月に一度会った"),
    CheckMarkRecord("plan_1", Side.CITY, Moment.BEFORE, MarkValue.TALK),
    CheckMarkRecord("plan_1", Side.CITY, Moment.AFTER, MarkValue.DONE),
    CheckMarkRecord("plan_2", Side.CITY, Moment.BEFORE, MarkValue.DONE),
)
PARTNER, CITY, _JOINT = EvaluationSide
HALF = EvaluationDraft(
    EvaluationKind.EVALUATION,
    2026,
    "朝の野菜市",
    department="産業振興課",
    goals=(EvaluationGoal("来る人を増やす", "来場者", "100人", "120人"),),
    answers=(
        EvaluationAnswer("goal", PARTNER, "4", "よく集まった"),
        EvaluationAnswer("goal", CITY, "3", "駐輪場が足りない"),
    ),
    fillings=(EvaluationFilling(PARTNER, "会長", DAY),),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A data folder with two sheets of two years and two evaluations, one half done."""
    place = tmp_path / "kyodo"
    with office(place) as services:
        club = services.partners.add(PartnerDraft(CLUB))
        sheets = services.check_sheets
        made = sheets.create(
            CheckSheetDraft(
                2026, "用水路いきもの調べ", partner_id=club, department="水と緑と公園課", marks=MARKS
            )
        )
        sheets.agree(made, "plan_1", "予定表を二人で持つ", DAY)
        sheets.plan_check(made, date(2026, 6, 1))
        sheets.create(CheckSheetDraft(2025, "花いっぱい"))
        sheets.discard([sheets.create(CheckSheetDraft(2026, "捨てたもの"))])
        services.evaluations.create(HALF)
        services.evaluations.create(
            replace(
                HALF,
                title="灯りまつり",
                partner_id=club,
                fillings=(*HALF.fillings, EvaluationFilling(CITY, "西田", DAY)),
                causes="見る時間が違った",
            )
        )
    return place


def club_id(command_line: CommandLine, place: Path) -> str:
    found = command_line("partner", "search", CLUB, "--json", folder=place).json
    return str(found[0]["id"])


def test_sheets_are_listed_by_year_and_partner(command_line: CommandLine, place: Path) -> None:
    told = command_line("sheet", "list", "--json", folder=place)
    assert told.code == 0
    assert [(one["fiscal_year"], one["title"]) for one in told.json] == [
        (2026, "用水路いきもの調べ"),
        (2025, "花いっぱい"),
    ]
    water = told.json[0]
    assert (water["partner_name"], water["department"], water["version"]) == (CLUB, "水と緑と公園課", 1)
    assert water["filled"] == {"before": {"partner": 1, "city": 2}, "after": {"partner": 0, "city": 1}}
    assert (water["apart"], water["drifted"], water["agreed"]) == ({"before": 1, "after": 0}, 1, 1)
    assert (water["item_count"], water["next_check_on"]) == (12, "2026-06-01")
    of_year = command_line("sheet", "list", "--fiscal-year", "R7", "--json", folder=place).json
    assert [one["title"] for one in of_year] == ["花いっぱい"]
    of_club = command_line("sheet", "list", "--partner", club_id(command_line, place), "--json", folder=place)
    assert [one["title"] for one in of_club.json] == ["用水路いきもの調べ"]
    read = command_line("sheet", "list", folder=place).out
    assert (
        "用水路いきもの調べ\tかわせみ水辺くらぶ\t水と緑と公園課\tちがい 1項目\t次の確認 令和8年6月1日" in read
    )


def test_a_sheet_is_shown_with_its_marks_gaps_and_agreements(command_line: CommandLine, place: Path) -> None:
    number = str(command_line("sheet", "list", "--json", folder=place).json[0]["id"])
    told = command_line("sheet", "show", number, "--json", folder=place)
    assert told.code == 0
    first, second = told.json["items"][:2]
    assert (first["key"], first["stage"], first["number"], first["gap"]) == ("plan_1", "plan", 1, "apart")
    assert first["marks"]["before"]["partner"] == {"mark": "done", "note": "月に一度会った"}
    assert first["marks"]["after"] == {
        "partner": {"mark": None, "note": ""},
        "city": {"mark": "done", "note": ""},
    }
    assert (first["apart"], second["gap"], second["agreement"]) == (["before"], "open", None)
    assert first["agreement"] == {"item": "plan_1", "words": "予定表を二人で持つ", "agreed_on": "2026-05-01"}
    assert (len(told.json["items"]), told.json["discarded"]) == (12, False)
    read = command_line("sheet", "show", number, folder=place).out
    assert "できている\t話し合いが必要\t未記入\tできている\tちがい\t決めたこと: 予定表を二人で持つ" in read


def test_trends_are_counted_and_never_reckoned_with(command_line: CommandLine, place: Path) -> None:
    told = command_line("sheet", "trends", "--json", folder=place)
    assert told.json["years"] == [
        {"fiscal_year": 2025, "sheets": 1, "evaluations": 0},
        {"fiscal_year": 2026, "sheets": 1, "evaluations": 1},
    ]
    first = told.json["check_sheet"][0]
    assert (first["number"], first["only_in_versions"]) == ("Ⅰ－1", [])
    assert first["years"][1] == {
        "fiscal_year": 2026,
        "before": {"found": 1, "of": 1},
        "after": {"found": 0, "of": 0},
        "drift": {"found": 1, "of": 1},
        "talked": {"found": 1, "of": 1},
    }
    assert told.json["evaluation"][0]["years"][1]["evaluation"] == {"found": 1, "of": 1}
    assert "1件のうち1件" in command_line("sheet", "trends", folder=place).out
    club = club_id(command_line, place)
    of_club = command_line("sheet", "trends", "--partner", club, "--json", folder=place).json
    assert [one["fiscal_year"] for one in of_club["years"]] == [2026]
    other = command_line("sheet", "trends", "--department", "公民館", "--json", folder=place)
    assert (other.code, other.json) == (0, {"years": [], "check_sheet": [], "evaluation": []})


def test_evaluations_keep_each_sides_answers_until_both_are_done(
    command_line: CommandLine, place: Path
) -> None:
    listed = command_line("evaluation", "list", "--fiscal-year", "2026", "--json", folder=place)
    assert listed.code == 0
    half, whole = listed.json
    assert (half["title"], half["both_are_in"], half["apart"]) == ("朝の野菜市", False, [])
    assert half["done_on"] == {"partner": "2026-05-01", "city": None}
    assert (whole["kind_label"], whole["apart"]) == ("事業の評価", ["goal"])
    told = command_line("evaluation", "show", str(half["id"]), "--json", folder=place)
    assert list(told.json["items"][0]["answers"]) == ["joint"]
    assert told.json["goals"][0]["indicator"] == "来場者"
    read = command_line("evaluation", "show", str(half["id"]), folder=place).out
    for out in (told.out, read):
        assert "よく集まった" not in out
        assert "駐輪場が足りない" not in out
    both = command_line("evaluation", "show", str(whole["id"]), "--json", folder=place).json
    assert both["items"][0]["answers"]["city"] == {"mark": "3", "words": "駐輪場が足りない"}
    assert both["causes"] == "見る時間が違った"
    read = command_line("evaluation", "show", str(whole["id"]), folder=place).out
    assert "４ よく集まった\t３ 駐輪場が足りない" in read
    lines = command_line("evaluation", "list", folder=place).out.splitlines()
    assert [line.split("\t")[6] for line in lines] == ["団体が記入済み", "双方が記入済み"]
    club = club_id(command_line, place)
    of_club = command_line("evaluation", "list", "--partner", club, "--json", folder=place).json
    assert [one["title"] for one in of_club] == ["灯りまつり"]


@pytest.mark.parametrize("words", [("sheet", "show"), ("evaluation", "show")])
def test_one_that_is_not_there_is_one_sentence(
    command_line: CommandLine, place: Path, words: tuple[str, ...]
) -> None:
    told = command_line(*words, "9999", "--json", folder=place)
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
    assert command_line(*words, "なし", folder=place).code == 2


@pytest.mark.parametrize("words", [("sheet", "list"), ("sheet", "trends"), ("evaluation", "list")])
def test_a_partner_that_is_not_there_is_told(
    command_line: CommandLine, place: Path, words: tuple[str, ...]
) -> None:
    told = command_line(*words, "--partner", "9999", folder=place)
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
