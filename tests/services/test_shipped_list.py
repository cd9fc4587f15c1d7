"""An office's own list files: taken in place of the shipped ones, refused with file and line otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.services.shipped_list import shipped_list

LINKS = "collaborations/2018-links.csv"


@pytest.fixture
def overrides(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "collaborations").mkdir()
    resources.use_overrides(tmp_path)
    yield tmp_path
    resources.use_overrides(tmp_path / "none")


def write_links(overrides: Path, change: tuple[str, str], encoding: str = "utf-8") -> None:
    text = resources.read_text(LINKS)
    assert change[0] in text
    (overrides / LINKS).write_text(text.replace(*change), encoding=encoding)


def test_a_corrected_link_counts_also_when_a_spreadsheet_saved_it(overrides: Path) -> None:
    write_links(overrides, ("60,1,P048,工学院大学,中島研究室", "60,1,P048,工学院大学,"), "utf-8-sig")
    assert shipped_list(2018).entries[59].cells[0].links[0].unit == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("2,1,P002,", "2,1,P003,"), "2018-links.csv」が合っていません（3行目の P003"),
        (("2,1,P002,", "2,1,P999,"), "3行目の P999"),
        (("60,1,P048,", "60,2,P048,"), "番号60に2番目の相手はありません"),
    ],
)
def test_a_link_that_fits_nothing_is_refused(overrides: Path, change: tuple[str, str], words: str) -> None:
    write_links(overrides, change)
    with pytest.raises(ResourceError) as refusal:
        shipped_list(2018)
    assert words in str(refusal.value)
