"""The list written out as JSON, CSV and xlsx, and read back."""

import csv
import io
import itertools
import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kyodo_desktop.base.errors import InputError, OutputError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.records.collaborations import CollaborationRecord, ParticipationRecord, PartnerLink
from kyodo_desktop.services.collaboration_forms import collaboration_forms, form_label
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.exporting import ExportingService
from kyodo_desktop.services.list_files import list_csv, list_json
from tests.services.drafts import draft_of

HEADINGS = ["番号", "課名", "事業名称", "協働相手（団体名）", "協働形態", "備考"]
KEY_OF = {form.label: form.key for form in collaboration_forms()}


def csv_rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def plain(text: str) -> str:
    """Take off the apostrophe that made a text harmless."""
    return text[1:] if re.match(r"''*(?:[\t\r\n]|[\s\ufeff]*[=+\-@＝＋－＠])", text) else text


def cells_of(partners: str, forms: str) -> list[tuple[str, str]]:
    """Read the cells back: each begins at the line beside which its 形態 stands."""
    cells: list[tuple[str, str]] = []
    labels = forms.split("\n")
    for place, line in enumerate(partners.split("\n")):
        label = labels[place] if place < len(labels) else ""
        if label:
            cells.append((line, label))
        else:
            cells[-1] = (f"{cells[-1][0]}\n{line}", cells[-1][1])
    return cells


# The 168 entries


def test_json_has_the_shape_that_scripts_rely_on(exporting: ExportingService) -> None:
    shapes = json.loads(exporting.collaborations_bytes(None, 2018, "json"))
    assert [shape["number"] for shape in shapes] == list(range(1, 169))
    assert shapes[3] == {
        "number": 4,
        "departments": ["防災危機管理課", "地域安全課"],
        "title": "自主防災組織等の支援・育成事業",
        "participations": [{"text": "自主防災組織", "partners": [], "form": "協力"}],
        "note": "",
    }
    assert shapes[57]["participations"] == [
        {
            "text": "白梅学園大学\n武蔵野美術大学",
            "partners": ["白梅学園大学", "武蔵野美術大学"],
            "form": "連絡会",
        }
    ]
    assert shapes[119]["note"] == "開催行事は基本的に「共催」扱い"
    assert [cell["form"] for cell in shapes[42]["participations"]] == ["共催", "共催"]


def test_csv_reads_back_to_the_same_cells(
    exporting: ExportingService, collaborations: CollaborationsService
) -> None:
    data = exporting.collaborations_bytes(None, 2018, "csv")
    assert data.count(b"\r\n") == 169
    head, *rows = csv_rows(data)
    assert head == HEADINGS
    for row, entry in zip(rows, collaborations.list(2018), strict=True):
        assert (int(row[0]), plain(row[2])) == (entry.number, entry.title)
        assert row[1] == "・".join(entry.departments)
        assert cells_of(row[3], row[4]) == [
            (cell.text, form_label(cell.collaboration_form)) for cell in entry.participations
        ]
    assert rows[64][4] == "協力\n協力"
    assert rows[119][5] == "開催行事は基本的に「共催」扱い（要確認）"


def test_entries_are_written_in_the_order_they_are_shown(
    exporting: ExportingService, collaborations: CollaborationsService
) -> None:
    shown = [one for one in reversed(collaborations.list(2018)) if "産業振興課" in one.departments]
    ids = [one.id for one in shown]
    shapes = json.loads(exporting.collaborations_bytes(ids, 2018, "json"))
    assert [shape["number"] for shape in shapes] == [one.number for one in shown]
    collaborations.discard(ids[:1])
    assert len(csv_rows(exporting.collaborations_bytes(ids, 2018, "csv"))) == len(ids)


def test_several_years_have_a_year_column(
    exporting: ExportingService, collaborations: CollaborationsService
) -> None:
    collaborations.copy_year(2018, 2019)
    rows = csv_rows(exporting.collaborations_bytes(None, None, "csv"))
    assert rows[0] == ["年度", *HEADINGS]
    assert [row[0] for row in rows[1:]] == ["平成30年度"] * 168 + ["令和元年度"] * 168
    shapes = json.loads(exporting.collaborations_bytes(None, None, "json"))
    assert {shape["fiscal_year"] for shape in shapes} == {2018, 2019}
    sheet = workbook(exporting.collaborations_bytes(None, None, "xlsx")).active
    assert [cell.value for cell in sheet[1]] == ["年度", *HEADINGS]


def workbook(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def test_xlsx_is_a_table_that_excel_opens_well(exporting: ExportingService) -> None:
    book = workbook(exporting.collaborations_bytes(None, 2018, "xlsx"))
    sheet = book.active
    assert book.properties.title == "協働や連携の取組一覧（平成30年度）"
    assert sheet.title == "平成30年度"
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert [cell.value for cell in sheet["A"][1:]] == list(range(1, 169))
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["D66"].value.startswith("市内各駅周辺自治会\n嘉悦大学\n")
    assert sheet["D66"].alignment.wrap_text
    assert sheet["C164"].value == "図書館 親子スペシャルデー（2回）（予定）"
    assert sheet["C42"].value == "平櫛田中彫刻美術館管理運営事業（　春・秋のお茶会）"


UNSEEN = ["", "'", " ", "\u3000", "\ufeff", "\n"]
SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
DANGEROUS = [
    *(before + sign + "1+1" for before, sign in itertools.product(UNSEEN, SIGNS)),
    *(sign + "cmd|' /C calc'!A0" for sign in SIGNS),
    "\tx",
    "http://example.jp",
]


@pytest.mark.parametrize("title", DANGEROUS)
def test_no_text_is_run_as_a_formula(
    exporting: ExportingService, collaborations: CollaborationsService, title: str
) -> None:
    entry = collaborations.list(2018)[0]
    collaborations.edit(entry.id, replace(draft_of(entry), title=title))
    written = csv_rows(exporting.collaborations_bytes([entry.id], 2018, "csv"))[1][2]
    assert written[0] not in "=+-@\t\n＝＋－＠ \u3000\ufeff"
    assert plain(written) == title
    cell = workbook(exporting.collaborations_bytes([entry.id], 2018, "xlsx")).active["C2"]
    assert cell.data_type == "s"
    assert cell.value == title
    assert cell.hyperlink is None
    assert bool(cell.quotePrefix) == (title != "http://example.jp")


def test_a_text_that_excel_cannot_hold_is_said(
    exporting: ExportingService, collaborations: CollaborationsService
) -> None:
    entry = collaborations.list(2018)[0]
    collaborations.edit(entry.id, replace(draft_of(entry), note="長" * 40_000))
    with pytest.raises(OutputError, match="長すぎて"):
        exporting.collaborations_bytes([entry.id], 2018, "xlsx")


def test_an_unknown_kind_of_file_is_said(exporting: ExportingService) -> None:
    with pytest.raises(InputError, match="xlsx・csv・json"):
        exporting.collaborations_bytes(None, 2018, "ods")


# Anything at all, read back

lines = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=20)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
cells = st.builds(
    ParticipationRecord,
    id=st.just(0),
    text=texts,
    collaboration_form=st.sampled_from(sorted(KEY_OF.values())),
    partners=st.lists(st.builds(PartnerLink, partner_id=st.just(0), name=lines), max_size=3).map(tuple),
)
records = st.builds(
    CollaborationRecord,
    id=st.just(0),
    fiscal_year=st.just(2018),
    number=st.integers(1, 99_999),
    departments=st.lists(lines, max_size=3).map(tuple),
    title=texts,
    participations=st.lists(cells, max_size=4).map(tuple),
    note=texts,
)


def record_of(shape: dict[str, Any]) -> CollaborationRecord:
    return CollaborationRecord(
        id=0,
        fiscal_year=2018,
        number=shape["number"],
        departments=tuple(shape["departments"]),
        title=shape["title"],
        participations=tuple(
            ParticipationRecord(
                0,
                cell["text"],
                KEY_OF[cell["form"]],
                tuple(PartnerLink(0, name) for name in cell["partners"]),
            )
            for cell in shape["participations"]
        ),
        note=shape["note"],
    )


@settings(deadline=None)
@given(st.lists(records, max_size=4))
def test_json_of_any_entries_reads_back_to_them(entries: Sequence[CollaborationRecord]) -> None:
    assert [record_of(shape) for shape in json.loads(list_json(entries, form_label))] == list(entries)


@settings(deadline=None)
@given(st.lists(records, max_size=4))
def test_csv_of_any_entries_reads_back_to_them(entries: Sequence[CollaborationRecord]) -> None:
    _head, *rows = csv_rows(list_csv(entries, form_label))
    for row, entry in zip(rows, entries, strict=True):
        assert (int(row[0]), plain(row[2]), plain(row[5])) == (entry.number, entry.title, entry.note)
        if entry.participations:
            assert cells_of(plain(row[3]), row[4]) == [
                (cell.text, form_label(cell.collaboration_form)) for cell in entry.participations
            ]


# The file


def test_a_file_is_written_whole_over_the_old_one(exporting: ExportingService, tmp_path: Path) -> None:
    path = tmp_path / "一覧.csv"
    path.write_bytes(b"old")
    exporting.collaborations(None, 2018, "csv", path)
    assert path.read_bytes() == exporting.collaborations_bytes(None, 2018, "csv")
    assert [one.name for one in tmp_path.glob("*.tmp")] == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that refuses us")
def test_a_folder_that_refuses_is_said_and_the_old_file_stays(
    exporting: ExportingService, tmp_path: Path
) -> None:
    place = tmp_path / "closed"
    place.mkdir()
    (place / "一覧.csv").write_bytes(b"old")
    place.chmod(0o500)
    try:
        with pytest.raises(OutputError, match=r"「一覧\.csv」を書けませんでした"):
            exporting.collaborations(None, 2018, "csv", place / "一覧.csv")
        assert (place / "一覧.csv").read_bytes() == b"old"
    finally:
        place.chmod(0o700)


def test_a_place_that_is_none_is_said(exporting: ExportingService, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="フォルダー"):
        exporting.collaborations(None, 2018, "csv", tmp_path / "どこか" / "一覧.csv")
    (tmp_path / "一覧").mkdir()
    with pytest.raises(OutputError, match="別のファイル名"):
        exporting.collaborations(None, 2018, "csv", tmp_path / "一覧")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kyodo", "一覧"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_name_that_is_no_file_is_left_what_it_is(exporting: ExportingService, tmp_path: Path) -> None:
    pipe = tmp_path / "管"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="ふつうのファイルではありません"):
        exporting.collaborations(None, 2018, "csv", pipe)
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit to what a process may write")
def test_a_disk_that_takes_no_more_leaves_the_old_file_and_no_half(
    exporting: ExportingService, tmp_path: Path
) -> None:
    import resource

    path = tmp_path / "out" / "一覧.csv"
    path.parent.mkdir()
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(OutputError, match=r"「一覧\.csv」を書けませんでした"):
            write_whole_file(path, b"x" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == b"old"
    assert [one.name for one in path.parent.iterdir()] == ["一覧.csv"]
