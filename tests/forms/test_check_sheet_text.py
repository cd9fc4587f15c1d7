"""The check sheet's words are the handbook's."""

from dataclasses import asdict
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.talk_prompts import prompts_for
from kyodo_desktop.records.check_gaps import read_gaps
from tests.resources.later_items import FROM_YEAR, write_later_items

SHIPPED = pytest.mark.parametrize("version", check_sheet_text.versions())


def test_three_stages_of_four_items_with_stable_keys() -> None:
    text = check_sheet_text.load()
    assert [stage.numeral for stage in text.stages] == ["Ⅰ", "Ⅱ", "Ⅲ"]
    keys = [item.key for stage in text.stages for item in stage.items]
    assert keys == [f"{stage}_{n}" for stage in ("plan", "carry_out", "close") for n in range(1, 5)]
    assert [item.number for item in text.stages[2].items] == [1, 2, 3, 4]


def test_each_question_has_its_own_answer() -> None:
    starts = {question: answer[:8] for question, answer in check_sheet_text.load().questions}
    assert starts == {
        "協働とは？": "地域課題の解決な",
        "協働は何故必要なの？": "近年の多様化・複",
        "協働の効果は？": "市民活動団体等と",
    }


def test_lost_middle_dots_are_back() -> None:
    words = str(asdict(check_sheet_text.load()))
    for right in ("契約・お金・報告書", "手段・手法", "市民協働・男女参画推進課", "多様化・複雑化"):
        assert right in words


@SHIPPED
def test_every_shipped_version_is_whole(version: int) -> None:
    text = check_sheet_text.load(version)
    keys = [item.key for item in text.items]
    assert text.version == version
    assert len(set(keys)) == len(keys)
    assert all(key.isascii() and key.isidentifier() for key in keys)
    assert len({stage.key for stage in text.stages}) == len(text.stages)
    for stage in text.stages:
        assert all((stage.numeral, stage.title, stage.points, stage.items))
        assert [item.number for item in stage.items] == list(range(1, len(stage.items) + 1))
        assert all(item.text.strip() == item.text for item in stage.items)


@SHIPPED
def test_every_item_of_a_shipped_version_has_words_to_begin_talking_with(version: int) -> None:
    text = check_sheet_text.load(version)
    for gap in read_gaps(text, {}):
        prompts = prompts_for(gap, version)
        assert prompts
        assert all(one.source and one.heading and one.text for one in prompts)
        assert prompts[0].source in ("対話のポイント", "協働の原則"), gap.item.key
    named = resources.read_toml(f"talk_prompts/{version}.toml")["items"]
    assert set(named) == {item.key for item in text.items}


def test_another_years_items_are_one_more_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_later_items(tmp_path)
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    years = (1999, FROM_YEAR - 1, FROM_YEAR, FROM_YEAR + 9)
    assert [check_sheet_text.version_for(year) for year in years] == [1, 1, 2, 2]
    later = check_sheet_text.load(2)
    assert [len(stage.items) for stage in later.stages] == [5, 4, 3]
    assert [len(stage.items) for stage in check_sheet_text.load(1).stages] == [4, 4, 4]
    # Without prompts of its own, an item has the POINT! of its stage.
    for gap in read_gaps(later, {}):
        points = [one.heading for one in prompts_for(gap, 2)]
        assert points == [point.heading for point in gap.stage.points]


def test_a_version_that_is_not_there_is_told() -> None:
    with pytest.raises(NotFoundError, match="第99版"):
        check_sheet_text.load(99)


def test_a_file_that_lacks_a_part_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "check_sheet").mkdir()
    (tmp_path / "check_sheet" / "2.toml").write_text("version = 2\n", encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    with pytest.raises(ResourceError, match=r"check_sheet/2\.toml.*lead"):
        check_sheet_text.load()
