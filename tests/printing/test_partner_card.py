"""団体カルテ on paper: every field, room to write on a blank one, long texts over several pages."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.forms import PrintedForm
from tests.printing.conftest import ReadPaper, squash

Read = Callable[[bytes], ReadPaper]

FORM = find_form("partner_card")
DATA: dict[str, Any] = {
    "name": "特定非営利活動法人　みどりのこみち",
    "kana": "ミドリノコミチ",
    "short_name": "みどりの会",
    "former_names": "緑の小径を育てる会",
    "kind": "citizen_group",
    "kind_estimated": True,
    "legal_form": "特定非営利活動法人（名称の前）",
    "corporate_number": "7000012050002",
    "established_on": "2008-04-01",
    "members": 23,
    "members_in_city": 9,
    "activity_fields": "まちづくり、環境の保全",
    "representative": "理事長　髙橋 𠮷美",
    "postal_code": "1870032",
    "address": "小平市小川町２－１３３３",
    "phone": "042-346-9809",
    "email": "midori@example.jp",
    "website": "https://midori.example.jp/",
    "bylaws_seen_on": "2026-05-01",
    "asupia_registered": True,
    "musubu_listed": True,
    "tags": "緑、水",
    "contacts": [{"purpose": "通知の送り先", "person": "鈴木 一郎", "fax": "042-341-0001"}],
    "officers": [{"title": "副理事長", "name": "斎藤 葛󠄀子", "period": "令和７年４月１日～"}],
    "purpose": "玉川上水の緑を守る。",
    "finances": "会費と寄附で賄う。",
    "asked": [{"question": "自立性", "state": "確認した", "seen": "会則", "by": "田中", "on": "2026-05-02"}],
    "collaborations": [{"fiscal_year": "令和8年度", "number": 14, "title": "みどりの学校"}],
    "note": "毎月第２土曜日に活動。",
    "public_fields": "フリガナ、所在地",
    "confirmed_on": "2026-05-03",
    "confirmed_by": "佐藤",
    "printed_on": "2026-11-24",
}


def print_card(**changes: Any) -> PrintedForm:
    return print_form(FORM, check_data(FORM, {**DATA, **changes}))


def test_card_says_all_that_is_known(read: Read) -> None:
    printed = print_card()
    words = read(printed.pdf).words()
    assert printed.empty_required == ()
    assert printed.missing_glyphs == ()
    for wanted in (
        "取扱注意団体カルテ１団体の概要フリガナミドリノコミチ団体名特定非営利活動法人みどりのこみち",
        "略称みどりの会旧称緑の小径を育てる会",
        "区分ボランティア団体・市民活動団体（推定）",
        "法人番号7000012050002",
        "設立平成20年４月１日会員数23人（うち市内９人）",
        "代表者理事長髙橋𠮷美",
        "〒187-0032小平市小川町２－１３３３",
        "登録・掲載あすぴあ登録・むすぶ掲載タグ緑、水",
        "通知の送り先鈴木一郎042-341-0001",
        "副理事長斎藤葛󠄀子令和７年４月１日～",
        "活動目的玉川上水の緑を守る。",
        "自立性確認した会則田中令和８年５月２日",
        "令和8年度14みどりの学校",
        "公開する項目フリガナ、所在地最終確認令和８年５月３日佐藤",
        "令和８年11月24日作成",
        "（仮）",
    ):
        assert wanted in words
    assert words.count("midori@example.jp") == 1


def test_tables_stand_inside_the_margins_of_a4(read: Read) -> None:
    paper = read(print_card().pdf)
    for page in range(paper.pages):
        assert paper.size(page) == pytest.approx((210, 297), abs=0.1)
        tables = [frame for frame in paper.frames(page) if frame.width > 100]
        assert tables
        for frame in tables:
            assert frame.x == pytest.approx(25, abs=0.01)
            assert frame.width == pytest.approx(165, abs=0.01)
            assert frame.top + frame.height <= 277.01


def test_blank_card_has_room_to_write_in_every_row(read: Read) -> None:
    printed = print_form(FORM, {}, blank=True)
    paper = read(printed.pdf)
    assert printed.empty_required == ()
    assert "□自治会・町会" in paper.words()
    assert "□20条例で定める活動" in paper.words()
    for page in range(paper.pages):
        for frame in (one for one in paper.frames(page) if one.width > 100):
            bottom = frame.top + frame.height
            inside = [
                y
                for x, y, to_x, to_y in paper.rules(page)
                if y == to_y and to_x - x > 160 and frame.top < y < bottom
            ]
            assert all(below - above >= 8 for above, below in pairwise([frame.top, *inside, bottom]))


def test_a_card_without_a_name_names_the_field() -> None:
    assert print_card(name="").empty_required == ("団体名",)


def test_a_long_story_goes_on_with_its_heading_on_the_next_pages(read: Read) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(6_000))
    paper = read(print_card(achievements=text).pdf)
    assert set(text) <= set(paper.words())
    assert paper.pages > 3
    for page in range(1, paper.pages):
        assert "団体カルテ特定非営利活動法人みどりのこみち（続き）" in paper.words(page)
        assert paper.words(page).startswith("取扱注意")
    assert "４情報収集項目（続き）" in paper.words(2)


@pytest.mark.parametrize("text", ["W" * 3000, "㍿" * 3000])
def test_long_words_stay_inside_the_page(read: Read, text: str) -> None:
    names = ("name", "kana", "short_name", "address", "email", "purpose", "public_fields")
    row = {"purpose": text, "note": text}
    paper = read(print_card(**dict.fromkeys(names, text), contacts=[row]).pdf)
    assert paper.words().count(text[0]) >= 3000 * (len(names) + 2)
    for page in range(paper.pages):
        assert paper.ink(page).share(191, 5, 17, 275) == 0


def test_many_rows_repeat_their_head(read: Read) -> None:
    rows = [{"fiscal_year": "令和8年度", "number": n, "title": f"取組その{n}番"} for n in range(1, 90)]
    paper = read(print_card(collaborations=rows).pdf)
    assert all(f"取組その{n}番" in paper.words() for n in range(1, 90))
    assert paper.words().count("年度番号事業名称課名協働形態") >= 3
    assert squash("６　協働の歩み（続き）") in paper.words()
