"""An office's own list files: taken in place of the shipped ones, refused with file and line otherwise."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import ResourceError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.services.seeding import fill
from kyodo_desktop.services.shipped_list import shipped_list
from kyodo_desktop.store import open_store
from tests.services.conftest import NOON

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


SHIPPED = {
    "partners": "collaborations/partners.csv",
    "pairs": "collaborations/partner-pairs.csv",
    "links": LINKS,
    "list": "collaborations/2018.json",
    "departments": "departments.toml",
}


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("partners", ("university", "univ"), "2行目の univ という区分はありません"),
        ("partners", ("P002,", "P001,"), "3行目の P001 は二度目です"),
        ("partners", ("key,name", "key,title"), "1行目は key,name,kana,estimated_kind です"),
        ("partners", ("P002,", "P002,,"), "3行目の列の数がちがいます"),
        ("pairs", ("P069,", "P969,"), "2行目の P969 という団体はありません"),
        ("links", ("2,1,P002,", "二,1,P002,"), "3行目の番号が数ではありません"),
        ("links", ("\n3,1,", "\n3\n3,1,"), "4行目の列の数がちがいます"),
        ("list", ('"title": "各種善行事業", ', ""), "entries 2 title がないか"),
        ("list", ('"number": 2,', '"number": "二",'), "entries 2 number がないか"),
        ("list", ('"number": 2,', '"number": true,'), "entries 2 number がないか"),
        ("list", ('"number": 4,', '"number": 5,'), "番号"),
        (
            "list",
            ('"text": "一般社団法人', '"name": "一般社団法人'),
            "participations 1 text がない",
        ),
        ("list", ('"entries"', '"rows"'), "entries がないか"),
        ("departments", ("departments = ", "sections = "), "departments がないか"),
        ("departments", ('"総務課"', "7"), "departments.toml」が合っていません"),
    ],
)
def test_a_slip_in_any_file_is_told_with_its_place_and_nothing_is_made(
    overrides: Path, tmp_path: Path, file: str, change: tuple[str, str], words: str
) -> None:
    name = SHIPPED[file]
    text = resources.read_text(name)
    assert change[0] in text
    (overrides / name).write_text(text.replace(change[0], change[1], 1), encoding="utf-8")
    folder = DataFolder(tmp_path / "data")
    with pytest.raises(ResourceError, match=re.escape(words)):
        open_store(folder, FixedClock(NOON), fill=fill)
    assert not folder.database.exists()


@pytest.mark.parametrize("name", [*SHIPPED.values(), "collaboration_forms.toml"])
def test_a_file_in_another_encoding_or_a_folder_in_its_place_is_told(overrides: Path, name: str) -> None:
    text = resources.read_text(name)
    path = overrides / name
    path.write_bytes(text.encode("cp932", "replace"))
    with pytest.raises(ResourceError, match=re.escape(name)):
        resources.read_text(name)
    path.unlink()
    path.mkdir()
    with pytest.raises(ResourceError, match=re.escape(name)):
        resources.read_text(name)
