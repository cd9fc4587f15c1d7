"""The 168 entries against the handbook's own text: every character there, none left over.

The text of 資料３ is a page-wise copy of the printed table: columns stand apart by a space or a new line, a
name that is too long for its column is broken anywhere. So each page is matched as a whole: between the
characters of a cell a line may break, between two cells something must stand, and nothing else may be there
but what is listed here as the page's furniture.
"""

import hashlib
import re
from collections import Counter
from itertools import pairwise

import pytest

from kyodo_desktop.base.resources import read_text, resource_path
from kyodo_desktop.japanese.folding import bare_key
from kyodo_desktop.japanese.kana import is_reading, to_katakana
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.services.collaboration_forms import collaboration_forms, form_labels
from kyodo_desktop.services.shipped_list import (
    ShippedEntry,
    shipped_departments,
    shipped_list,
    shipped_pairs,
    shipped_partners,
)

HANDBOOK_SHA256 = "7c3196fc9eca1d5ee428bed3f72366d03a848185768e705f20fa68eb0c81eb44"
FIRST_PAGE = 16
HEADING = "協働形態事業名称課名 協働相手（団体名）"
"""The columns' heading, which the copy has at each page's end."""
TITLE = "資料３ 協働や連携の取組一覧（平成３０年度）"
NOTE = "開催行事は基本的に「共催」扱い"
CLIPPED_NOTE = "開催行事は基"
"""The top of the note that lies across two pages."""
NUMBERED_LAST = {43, 44, 65}
"""Entries of two cells: the copy has their number, 課 and title only after the page's heading."""

LIST = shipped_list(2018)
LABELS = form_labels()
LAST_WORDS_BEFORE = "この条例は、公布の日から施行する。 \n "


def pages() -> list[str]:
    """Return the pages of the list; a page begins with a space, the one of 121 after a page number."""
    text = read_text("handbook/handbook.txt")
    text = text[text.index(LAST_WORDS_BEFORE) + len(LAST_WORDS_BEFORE) :]
    return re.split(r"\n (?=\d)|\n(?=参考資料- 24 - \n)", text)


def broken(text: str) -> str:
    """Return a pattern for a text that may be broken anywhere; its own line breaks must be there."""
    lines = (r"\n?".join(map(re.escape, line)) for line in text.split("\n"))
    return r"\n".join(lines)


def apart(*patterns: str) -> str:
    return r"[ \n]+".join(pattern for pattern in patterns if pattern)


def head(entry: ShippedEntry) -> str:
    return apart(broken("・".join(entry.departments)), broken(entry.title))


def cells(entry: ShippedEntry) -> str:
    return apart(*(apart(broken(cell.text), LABELS[cell.form]) for cell in entry.cells))


def row(entry: ShippedEntry) -> str:
    if entry.number in NUMBERED_LAST:
        return cells(entry)
    return apart(str(entry.number), head(entry), cells(entry))


def page_pattern(page: int) -> str:
    entries = [entry for entry in LIST.entries if entry.page == page]
    late = [entry for entry in entries if entry.number in NUMBERED_LAST]
    before = {FIRST_PAGE: apart(broken(TITLE), broken(LIST.preface)), 24: "参考資料- 24 -"}
    notes = {23: apart(broken(NOTE), broken(CLIPPED_NOTE)), 24: broken(NOTE)}
    return apart(
        before.get(page, ""),
        *map(row, entries),
        re.escape(HEADING),
        *(str(entry.number) for entry in late),
        *map(head, late),
        notes.get(page, ""),
    )


def test_the_shipped_handbook_is_the_handbook() -> None:
    text = resource_path("handbook/handbook.txt").read_bytes()
    assert hashlib.sha256(text).hexdigest() == HANDBOOK_SHA256


@pytest.mark.parametrize("page", range(FIRST_PAGE, 27))
def test_every_character_of_a_page_is_an_entrys_and_every_entry_is_there(page: int) -> None:
    printed = pages()[page - FIRST_PAGE]
    lines = "\n".join(line.rstrip(" ") for line in printed.strip().split("\n"))
    assert re.fullmatch(page_pattern(page), lines)


def test_numbers_and_pages_run_through() -> None:
    assert len(pages()) == 11
    assert [entry.number for entry in LIST.entries] == list(range(1, 169))
    for entry in LIST.entries:
        assert entry.page == min(FIRST_PAGE + (entry.number - 1) // 15, 26)


def test_forms_are_counted_by_cells_and_by_entries() -> None:
    by_cells = Counter(LABELS[cell.form] for entry in LIST.entries for cell in entry.cells)
    assert by_cells == {
        "協力": 96,
        "共催": 38,
        "実行委員会": 14,
        "委託": 12,
        "協議会": 10,
        "連絡会": 1,
    }
    by_entries = Counter(
        form for entry in LIST.entries for form in {LABELS[cell.form] for cell in entry.cells}
    )
    assert by_entries == {**by_cells, "協力": 95, "共催": 36}


def test_departments_are_24_in_27_combinations() -> None:
    strings = {entry.departments for entry in LIST.entries}
    assert len(strings) == 27
    assert {entry.number for entry in LIST.entries if len(entry.departments) > 1} == {4, 82, 157, 158, 159}
    assert len(shipped_departments()) == 24
    in_order = [name for entry in LIST.entries for name in entry.departments]
    assert tuple(dict.fromkeys(in_order)) == shipped_departments()


def test_cells_that_hold_several_names_are_stacked_as_printed() -> None:
    stacked = {
        (entry.number, place): cell.text.count("\n") + 1
        for entry in LIST.entries
        for place, cell in enumerate(entry.cells, 1)
        if "\n" in cell.text
    }
    assert stacked == {(11, 1): 3, (58, 1): 2, (65, 2): 6, (83, 1): 2, (118, 1): 2, (120, 1): 2}


def test_notes_are_proposed_with_their_doubt() -> None:
    noted = {entry.number: entry for entry in LIST.entries if entry.note}
    assert set(noted) == {119, 120, 121}
    for entry in noted.values():
        assert entry.note == NOTE
        assert entry.note_doubtful
        assert [LABELS[cell.form] for cell in entry.cells] == ["協力"]


# Who is meant

GENERAL_WORDS = {
    (4, 1), (12, 1), (19, 1), (38, 1), (42, 1), (49, 1), (56, 1), (65, 1), (66, 1), (74, 1), (82, 1),
    (115, 1), (116, 1), (117, 1), (119, 1), (140, 1), (142, 1), (155, 1), (165, 1),
}  # fmt: skip
PERSONS = {(88, 1), (89, 1), (97, 1)}
NAMES = {partner.key: partner.name for partner in shipped_partners()}


def linked(number: int, place: int = 1) -> list[str]:
    cell = LIST.entries[number - 1].cells[place - 1]
    return [NAMES[link.partner] for link in cell.links]


def numbers_of(name: str) -> list[int]:
    return [
        entry.number
        for entry in LIST.entries
        if any(NAMES[link.partner] == name for cell in entry.cells for link in cell.links)
    ]


def test_general_words_and_persons_link_to_nobody_and_all_others_do() -> None:
    unlinked = {
        (entry.number, place)
        for entry in LIST.entries
        for place, cell in enumerate(entry.cells, 1)
        if not cell.links
    }
    assert unlinked == GENERAL_WORDS | PERSONS


def test_each_name_of_a_cell_is_a_partner_of_its_own() -> None:
    several = {
        (entry.number, place): len(cell.links)
        for entry in LIST.entries
        for place, cell in enumerate(entry.cells, 1)
        if len(cell.links) > 1
    }
    assert several == {
        (11, 1): 3, (18, 1): 6, (27, 1): 2, (28, 1): 2, (30, 1): 2, (58, 1): 2, (65, 2): 6, (83, 1): 2,
        (108, 1): 3, (113, 1): 2, (118, 1): 2, (120, 1): 2, (126, 1): 2, (141, 1): 2,
    }  # fmt: skip
    for number, place in several:
        text = LIST.entries[number - 1].cells[place - 1].text
        assert re.split(r"\n|、|・", text) == linked(number, place)


def test_a_partner_that_is_a_whole_cell_has_the_cells_name() -> None:
    for entry in LIST.entries:
        for cell in entry.cells:
            if len(cell.links) == 1 and not cell.links[0].unit:
                name = NAMES[cell.links[0].partner]
                assert cell.text == name or entry.number in {55, 166, 167, *range(128, 139)}


def test_parts_of_an_organisation_link_to_it_with_their_name() -> None:
    units = {
        entry.number: (NAMES[link.partner], link.unit)
        for entry in LIST.entries
        for cell in entry.cells
        for link in cell.links
        if link.unit
    }
    assert units == {
        1: ("武蔵野美術大学", "造形学部建築学科鈴木明スタジオ"),
        43: ("武蔵野美術大学", "彫刻学科研究室"),
        44: ("武蔵野美術大学", "彫刻学科研究室"),
        52: ("白梅学園大学", "地域交流研究センター"),
        60: ("工学院大学", "中島研究室"),
        103: ("東京学芸大学", "環境教育研究センター"),
        105: ("東京都下水道局", "流域下水道本部技術部"),
        107: ("武蔵野美術大学", "視覚伝達デザイン学科研究室"),
        139: ("武蔵野美術大学", "視覚伝達デザイン学科環境デザインⅡ"),
        143: ("武蔵野美術大学", "芸術文化学科"),
    }


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("武蔵野美術大学", [1, 11, 18, 31, 43, 44, 55, 58, 65, 107, 139, 143, 166]),
        ("嘉悦大学", [18, 65, 167]),
        ("小平市グリーンロード推進協議会", [26, 27, 28, 30]),
        ("NPO法人日本下水文化研究会", [84, 85, 86, 87, 94, 95, 96]),
        ("日之出水道機器㈱", [92, 102]),
        ("東京ガス株式会社", [63, 64]),
        ("大塚製薬株式会社", [62]),
    ],
)
def test_a_partner_is_found_in_all_its_entries(name: str, numbers: list[int]) -> None:
    assert numbers_of(name) == numbers


def test_eleven_committees_of_one_printed_name_are_eleven_partners() -> None:
    for number in range(128, 139):
        entry = LIST.entries[number - 1]
        assert entry.cells[0].text == "事業企画委員会"
        assert linked(number) == [entry.title]
        assert numbers_of(entry.title) == [number]


def test_no_two_partners_are_the_same_but_for_the_pairs_left_to_a_person() -> None:
    partners = shipped_partners()
    assert [partner.key for partner in partners] == [f"P{n:03}" for n in range(1, len(partners) + 1)]
    pairs = {frozenset((NAMES[pair.first], NAMES[pair.second])) for pair in shipped_pairs()}
    assert pairs == {
        frozenset(("東京都都市づくり公社", "公益社団法人東京都都市づくり公社")),
        frozenset(("ＪＡ東京むさし", "東京むさし農業協同組合")),
    }
    by_key = sorted(partners, key=lambda partner: bare_key(partner.name))
    same = {
        frozenset((one.name, other.name))
        for one, other in pairwise(by_key)
        if bare_key(one.name) == bare_key(other.name)
    }
    assert same <= pairs
    assert all(numbers_of(partner.name) for partner in partners)


def test_a_kind_is_guessed_only_where_the_name_says_it() -> None:
    says = {
        PartnerKind.UNIVERSITY: ("大学", "大学校"),
        PartnerKind.BUSINESS: ("株式会社", "㈱"),
        PartnerKind.NEIGHBOURHOOD_ASSOCIATION: ("自治会",),
        PartnerKind.CITIZEN_GROUP: ("NPO", "ＮＰＯ", "特定非営利活動法人"),
    }
    for partner in shipped_partners():
        if partner.estimated_kind is not None:
            assert any(word in partner.name for word in says[partner.estimated_kind])
    unguessed = {partner.name for partner in shipped_partners() if partner.estimated_kind is None}
    words = [word for words in says.values() for word in words]
    # A council, a students' committee, friends of a 自治会: these names say something else.
    assert {name for name in unguessed if any(word in name for word in words)} == {
        "小平市大学連携協議会（こだいらブルーベリーリーグ）",
        "小平よさこい大学生実行委員会",
        "津田学園台自治会有志の会",
    }


def test_readings_are_katakana_without_legal_form() -> None:
    for partner in shipped_partners():
        assert partner.kana
        assert to_katakana(partner.kana) == partner.kana
        assert is_reading(partner.kana)


def test_the_forms_definitions_are_the_handbooks() -> None:
    text = re.sub(r"[ \n]", "", read_text("handbook/handbook.txt"))
    defined = {form.label: form.definition for form in collaboration_forms() if form.definition}
    assert set(defined) == {"後援", "補助・助成", "協力", "共催", "実行委員会", "協議会", "委託"}
    for definition in defined.values():
        assert definition in text
