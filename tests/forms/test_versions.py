"""Words in versions: the newest that holds in a fiscal year; every shipped file can be read."""

from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.forms.versions import Versions


def _words(table: dict[str, Any]) -> str:
    return str(table["words"])


WORDS = Versions("words", _words, "第{n}版はありません。")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    place = tmp_path / "words"
    place.mkdir()
    for number, year in ((2, 2020), (9, 2024), (10, 2027)):
        words = f'from_year = {year}\nwords = "{number}"\n'
        (place / f"{number}.toml").write_text(words, encoding="utf-8")
    (place / "notes.toml").write_text("no = 1", encoding="utf-8")
    return place


def test_numbers_count_as_numbers_and_other_files_do_not_count() -> None:
    assert WORDS.numbers() == (2, 9, 10)
    assert WORDS.newest() == 10


@pytest.mark.parametrize(
    ("year", "version"), [(1999, 2), (2020, 2), (2023, 2), (2024, 9), (2026, 9), (2027, 10), (2050, 10)]
)
def test_a_year_has_the_newest_version_that_holds_in_it(year: int, version: int) -> None:
    assert WORDS.valid_in(year) == version
    assert WORDS.load(version) == str(version)


def test_a_file_that_was_put_right_is_read_again(folder: Path) -> None:
    assert WORDS.load(9) == "9"
    (folder / "9.toml").write_text('from_year = 2024\nwords = "直した"\n', encoding="utf-8")
    assert WORDS.load(9) == "直した"


def test_what_is_missing_is_told(folder: Path) -> None:
    with pytest.raises(NotFoundError, match="第3版はありません。"):
        WORDS.load(3)
    (folder / "9.toml").write_text('words = "年度なし"\n', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"words/9\.toml.*from_year"):
        WORDS.valid_in(2026)
    with pytest.raises(ResourceError, match=r"nowhere/"):
        Versions("nowhere", _words, "{n}").newest()
