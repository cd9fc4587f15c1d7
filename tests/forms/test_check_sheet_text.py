"""The check sheet's words are the handbook's."""

from dataclasses import asdict
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.forms import check_sheet_text


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


def test_a_version_that_is_not_there_is_told() -> None:
    with pytest.raises(NotFoundError, match="第99版"):
        check_sheet_text.load(99)


def test_a_file_that_lacks_a_part_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "check_sheet").mkdir()
    (tmp_path / "check_sheet" / "2.toml").write_text("version = 2\n", encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    with pytest.raises(ResourceError, match=r"check_sheet/2\.toml.*lead"):
        check_sheet_text.load()
