"""団体名簿 on paper: which edition it is stands on it, and nothing is lost."""

from collections.abc import Callable
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import PrintedForm
from tests.printing.conftest import ReadPaper

Read = Callable[[bytes], ReadPaper]

FORM = find_form("partner_directory")
LONG = "小平市内の緑と水と歴史的な建物を末永く守り育ててゆくための市民と学生と事業者の連絡協議会（準備会）"


def row(name: str = "みどりの会", **more: Any) -> dict[str, Any]:
    return {"name": name, "kana": "ミドリノカイ", **more}


def print_directory(edition: str = "office", rows: list[dict[str, Any]] | None = None) -> PrintedForm:
    data = {"edition": edition, "printed_on": "2026-11-24", "rows": [row()] if rows is None else rows}
    return print_form(FORM, check_data(FORM, data))


def test_office_edition_is_a4_landscape_and_to_be_handled_with_care(read: Read) -> None:
    paper = read(print_directory(rows=[row(f"団体その{n}番") for n in range(1, 60)]).pdf)
    assert paper.pages > 3
    for page in range(paper.pages):
        assert paper.size(page) == pytest.approx((297, 210), abs=0.1)
        words = paper.words(page)
        assert "取扱注意" in words
        assert "団体名簿（庁内版）" in words
        assert words.count("番号団体名区分・最終確認代表者所在地電話・メール等活動") == 1
        assert ("（続き）" in words) == (page > 0)
        assert f"{page + 1}/{paper.pages}" in words
    assert all(f"団体その{n}番" in paper.words() for n in range(1, 60))
    assert "令和８年11月24日現在59団体" in paper.words(0)
    assert "（仮）" in paper.words(0)


def test_public_edition_says_so(read: Read) -> None:
    words = read(print_directory("public").pdf).words()
    assert "団体名簿（公開版）" in words
    assert "公開するとした項目だけ" in words
    assert "取扱注意" not in words


def test_every_field_stands_beside_its_name(read: Read) -> None:
    one = row(
        kind="大学等",
        representative="会長　山田",
        postal_code="1870032",
        address="小川町２",
        phone="042-346-9809",
        email="a@example.jp",
        confirmed_on="2026-05-03",
    )
    words = read(print_directory(rows=[one]).pdf).words()
    assert (
        "1みどりの会ミドリノカイ大学等令和８年５月３日確認会長山田〒187-0032小川町２042-346-9809a@example.jp"
        in words
    )


def test_a_long_name_takes_more_lines_and_is_whole(read: Read) -> None:
    assert LONG in read(print_directory(rows=[row(LONG)]).pdf).words()


def test_published_list_never_says_when_a_record_was_confirmed(read: Read) -> None:
    assert "確認" not in read(print_directory("public", [row(confirmed_on="2026-05-03")]).pdf).words()


def test_a_row_higher_than_a_page_goes_on(read: Read) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(3_000))
    paper = read(print_directory("public", [row(purpose=text)]).pdf)
    assert set(text) <= set(paper.words())
    for page in range(paper.pages):
        for frame in paper.frames(page):
            assert frame.top + frame.height <= 190.01
        assert paper.ink(page).share(278, 30, 18, 170) == 0


def test_without_anybody_the_paper_says_what_is_missing() -> None:
    assert print_directory(rows=[]).empty_required == ("団体",)
