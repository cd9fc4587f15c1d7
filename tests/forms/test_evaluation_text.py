"""What an evaluation asks: the handbook's words, a scale of ours, another year's items in one more file."""

from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.forms import evaluation_text, handbook_points
from kyodo_desktop.records.evaluations import EvaluationKind

SHIPPED = resources.read_text("evaluation/1.toml")
HANDBOOK = "".join(resources.read_text("handbook/handbook.txt").split())


@pytest.mark.parametrize("kind", [EvaluationKind.EVALUATION, EvaluationKind.RETROSPECTIVE])
def test_the_points_and_principles_are_those_of_the_handbook(kind: EvaluationKind) -> None:
    points, principles = evaluation_text.load(kind, 1).groups
    assert tuple((one.heading, one.text) for one in points.items) == handbook_points.EVALUATION_POINTS
    assert tuple(one.heading for one in principles.items) == handbook_points.PRINCIPLES
    for one in (*points.items, *principles.items):
        assert one.text in HANDBOOK, one.heading


def test_only_one_and_two_ask_for_a_reason() -> None:
    scale = evaluation_text.load(EvaluationKind.EVALUATION, 1).scale
    assert [mark.key for mark in scale] == ["5", "4", "3", "2", "1"]
    assert [mark.key for mark in scale if mark.needs_reason] == ["2", "1"]
    assert evaluation_text.load(EvaluationKind.EVALUATION, 1).provisional


def test_items_of_a_later_year_are_one_more_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = SHIPPED.replace("version = 1", "version = 2").replace("from_year = 2008", "from_year = 2027")
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "evaluation" / "2.toml").write_text(
        later.replace('heading = "スケジュール"', 'heading = "日程"'), encoding="utf-8"
    )
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    assert [evaluation_text.version_for(year) for year in (2001, 2026, 2027, 2030)] == [1, 1, 2, 2]
    assert evaluation_text.load(EvaluationKind.EVALUATION, 2).items[1].heading == "日程"
    assert evaluation_text.load(EvaluationKind.EVALUATION, 1).items[1].heading == "スケジュール"


def test_a_version_that_is_not_there_is_told() -> None:
    with pytest.raises(NotFoundError, match="第99版"):
        evaluation_text.load(EvaluationKind.MIDTERM, 99)


def test_a_file_that_lacks_a_part_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "evaluation" / "2.toml").write_text("version = 2\n", encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    with pytest.raises(ResourceError, match=r"evaluation/2\.toml.*from_year"):
        evaluation_text.version_for(2026)
