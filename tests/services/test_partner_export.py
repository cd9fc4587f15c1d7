"""Partners as files: nothing is lost, nothing runs, nothing that is not public is published."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.japanese.my_number import holds_my_number
from kyodo_desktop.records.partner_import import RowState
from kyodo_desktop.records.partner_parts import (
    PROFILE_QUESTIONS,
    PartnerContact,
    PartnerOfficer,
    PartnerProfile,
    ProfileAnswer,
)
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind, PartnerRecord
from kyodo_desktop.records.proposals import Confirmation
from kyodo_desktop.services.partner_export import FORMATS, PartnerExportService
from kyodo_desktop.services.partner_import import PartnerImportService
from kyodo_desktop.services.partner_records import draft_of
from kyodo_desktop.services.partner_terms import legal_forms
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store, open_store
from tests.services.conftest import NOON

FULL = PartnerDraft(
    name="NPO法人こだいら髙﨑会",
    kana="コダイラタカサキカイ",
    short_name="髙﨑会",
    former_names=("昔の会", "もっと昔の会、第一"),
    kind=PartnerKind.CITIZEN_GROUP,
    kind_estimated=True,
    legal_form="npo",
    legal_form_position="before",
    corporate_number="7000012050002",
    activity_fields=(1, 3, 20),
    established_on=date(2003, 4, 1),
    members=35,
    members_in_city=30,
    representative="髙橋　花子",
    phone="042-346-9809",
    email="a@example.jp",
    postal_code="1870032",
    address="小平市小川町2-1333",
    website="https://example.jp/",
    contacts=(
        PartnerContact("事務局", "山田｜太郎", "042-341-0000", "", "b@example.jp", "平日\\昼\n夜も可"),
        PartnerContact("緊急"),
    ),
    officers=(PartnerOfficer("会長", "髙橋 花子", "タカハシハナコ", date(2020, 4, 1), None),),
    bylaws_seen_on=date(2024, 5, 1),
    asupia_registered=True,
    tags=("防災", "子ども"),
    note="=1+1 と書いてある\n二行目",
    profile=PartnerProfile(
        purpose="目的",
        finances="'=会費",
        asked=(ProfileAnswer("accounting", Confirmation.CONFIRMED, "決算書", "佐藤", date(2026, 4, 1)),),
    ),
    public_fields=frozenset({"phone", "website", "profile.purpose"}),
)


@pytest.fixture
def exporting(store: Store) -> PartnerExportService:
    return PartnerExportService(store)


@pytest.fixture
def full(partners: PartnersService) -> int:
    return partners.add(FULL)


def without_ids(draft: PartnerDraft) -> PartnerDraft:
    return replace(
        draft,
        contacts=tuple(replace(one, id=None) for one in draft.contacts),
        officers=tuple(replace(one, id=None) for one in draft.officers),
    )


@contextmanager
def empty_office() -> Iterator[tuple[Store, Path]]:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "kyodo"
        root.mkdir()
        store = open_store(DataFolder(root), FixedClock(NOON))
        try:
            yield store, Path(folder)
        finally:
            store.close()


def brought_in(store: Store, path: Path) -> tuple[PartnerRecord, ...]:
    importing = PartnerImportService(store)
    table = importing.read(path)
    plan = importing.plan(table, [one.target for one in importing.propose(table)])
    assert {row.state for row in plan.rows} <= {RowState.NEW}, [row.reason for row in plan.rows]
    importing.apply(plan)
    return PartnersService(store).list(whole=True)


@pytest.mark.parametrize("file_format", FORMATS)
def test_all_that_is_known_comes_back_in_another_office(
    exporting: PartnerExportService, full: int, file_format: str
) -> None:
    with empty_office() as (other, folder):
        path = folder / f"団体台帳.{file_format.split('-', maxsplit=1)[0]}"
        exporting.partners([full], file_format, path)
        (record,) = brought_in(other, path)
    assert without_ids(draft_of(record)) == FULL


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_whole_register_comes_back_as_the_same(
    exporting: PartnerExportService, store: Store, full: int, tmp_path: Path, file_format: str
) -> None:
    importing = PartnerImportService(store)
    path = tmp_path / f"団体台帳.{file_format.split('-', maxsplit=1)[0]}"
    made = exporting.partners(None, file_format, path)
    table = importing.read(path)
    plan = importing.plan(table, [one.target for one in importing.propose(table)])
    assert plan.counts[RowState.SAME] == made.partners == len(PartnersService(store).list())


_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Cn"))
_WORD = st.text(_LETTERS, max_size=12).map(str.strip).filter(lambda text: not holds_my_number(text))
_LINES = st.lists(_WORD, max_size=3).map("\n".join).map(str.strip)
_LIST = st.lists(_WORD.filter(bool), max_size=3, unique=True).map(tuple)
_DAY = st.none() | st.dates(date(1900, 1, 1), date(2026, 1, 1))
_COUNT = st.integers(50, 9_999)


@st.composite
def drafts(draw: st.DrawFn) -> PartnerDraft:
    name = draw(_WORD.filter(lambda text: len(text) > 2)) + "会"
    kind = draw(st.sampled_from(PartnerKind))
    return PartnerDraft(
        name=name,
        kind=kind,
        kind_estimated=kind is not PartnerKind.UNSET and draw(st.booleans()),
        representative=draw(_WORD),
        address=draw(_WORD),
        note=draw(_LINES),
        short_name=draw(_WORD),
        former_names=tuple(one for one in draw(_LIST) if one != name),
        legal_form=draw(st.sampled_from(["", *(form.key for form in legal_forms())])),
        legal_form_position=draw(st.sampled_from(["", "before", "after"])),
        activity_fields=tuple(sorted(draw(st.sets(st.integers(1, 20), max_size=4)))),
        established_on=draw(_DAY),
        members=draw(st.none() | _COUNT),
        asupia_registered=draw(st.booleans()),
        contacts=tuple(
            PartnerContact(draw(_WORD) + "係", draw(_WORD), note=draw(_LINES))
            for _number in range(draw(st.integers(0, 2)))
        ),
        officers=tuple(
            PartnerOfficer(draw(_WORD), draw(_WORD) + "氏", starts_on=draw(_DAY))
            for _number in range(draw(st.integers(0, 2)))
        ),
        profile=PartnerProfile(
            purpose=draw(_LINES),
            asked=tuple(
                ProfileAnswer(key, Confirmation.CONFIRMED, draw(_WORD), draw(_WORD), draw(_DAY))
                for key in draw(st.lists(st.sampled_from(sorted(PROFILE_QUESTIONS)), max_size=2, unique=True))
            ),
        ),
        public_fields=draw(st.sampled_from([frozenset(), frozenset({"phone", "address"})])),
    )


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "json"])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=drafts())
def test_writing_out_and_bringing_in_changes_nothing(file_format: str, draft: PartnerDraft) -> None:
    with empty_office() as (first, folder), empty_office() as (second, _folder):
        kept = PartnersService(first).get(PartnersService(first).add(draft))
        path = folder / f"a.{file_format}"
        PartnerExportService(first).partners(None, file_format, path)
        (record,) = brought_in(second, path)
    assert without_ids(draft_of(record)) == without_ids(draft_of(kept))


def test_the_rows_stand_in_the_order_shown(
    exporting: PartnerExportService, partners: PartnersService
) -> None:
    ids = [partner.id for partner in partners.list()][:3][::-1]
    rows = json.loads(exporting.partners_file(ids, "json").data)
    assert [row["name"] for row in rows] == [partners.get(one).name for one in ids]


def test_every_cell_of_a_workbook_is_a_text(exporting: PartnerExportService, full: int) -> None:
    sheet = load_workbook(io.BytesIO(exporting.partners_file([full], "xlsx").data)).active
    assert sheet is not None
    cells = {str(head.value): cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert cells["法人番号"].value == "7000012050002"
    assert cells["郵便番号"].value == "187-0032"
    assert {cell.data_type for cell in sheet[2] if cell.value is not None} == {"s"}
    assert cells["備考"].quotePrefix


def test_a_csv_holds_nothing_that_runs(exporting: PartnerExportService, full: int) -> None:
    data = exporting.partners_file([full], "csv").data
    assert data.startswith(b"\xef\xbb\xbf")
    headings, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert dict(zip(headings, row, strict=True))["備考"].startswith("'=1+1")


def test_cp932_tells_every_cell_that_it_cannot_hold(
    exporting: PartnerExportService, partners: PartnersService
) -> None:
    record_id = partners.add(PartnerDraft(name="𠮷野家の会", note="〜まで 髙﨑①㈱", representative="田中"))
    made = exporting.partners_file([record_id], "csv-cp932")
    assert [(one.line, one.heading, one.characters) for one in made.unwritable] == [
        (2, "名称", "𠮷"),
        (2, "備考", "〜"),
    ]
    assert "〓野家の会" in made.data.decode("cp932")
    assert "～まで 髙﨑①㈱" in made.data.decode("cp932")


def test_the_public_edition_takes_only_what_is_public(exporting: PartnerExportService, full: int) -> None:
    made = exporting.partners_file([full], "json", public=True)
    (row,) = json.loads(made.data)
    filled = {name for name, value in row.items() if value}
    assert filled == {"name", "phone", "website", "profile.purpose"}
    assert "id" not in row
    assert "public_fields" not in row
    (left,) = made.left_out
    assert left.name == FULL.name
    assert {"代表者", "所在地", "備考", "連絡先"} <= set(left.fields)
    for secret in ("髙橋", "小川町", "b@example.jp", "決算書", "窓口"):
        assert secret not in made.data.decode()


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "csv-cp932"])
def test_no_column_of_the_public_tables_is_for_the_office_alone(
    exporting: PartnerExportService, full: int, file_format: str
) -> None:
    with empty_office() as (other, folder):
        path = folder / f"a.{file_format.split('-', maxsplit=1)[0]}"
        exporting.partners([full], file_format, path, public=True)
        table = PartnerImportService(other).read(path)
    assert {"連絡先", "備考", "台帳番号", "公開する項目", "タグ"}.isdisjoint(table.columns)
    assert table.rows[0].cells[0] == FULL.name


def test_an_unknown_format_is_refused(exporting: PartnerExportService) -> None:
    with pytest.raises(InputError, match="xlsx"):
        exporting.partners_file(None, "pdf")


def table_of(data: bytes) -> list[dict[str, str]]:
    headings, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [dict(zip(headings, row, strict=True)) for row in rows]


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "json"])
def test_only_the_columns_asked_for_stand_in_the_file_in_that_order(
    exporting: PartnerExportService, store: Store, full: int, tmp_path: Path, file_format: str
) -> None:
    path = tmp_path / f"一覧.{file_format}"
    columns = ["phone", "name", "confirmed_on", "collaborations", "tags"]
    made = exporting.partners([full], file_format, path, columns=columns)
    assert made.columns == tuple(columns)
    if file_format == "json":
        (shape,) = json.loads(path.read_bytes())
        assert list(shape) == columns
        assert shape["tags"] == ["防災", "子ども"]
    else:
        table = PartnerImportService(store).read(path)
        assert table.columns == ("電話", "名称", "最終確認", "取組の数", "タグ")
        assert table.rows[0].cells[:2] == ("042-346-9809", FULL.name)


def test_some_columns_brought_back_change_nothing_of_the_others(
    exporting: PartnerExportService, store: Store, full: int, tmp_path: Path
) -> None:
    path = tmp_path / "一覧.xlsx"
    exporting.partners(
        [full], "xlsx", path, columns=["name", "phone", "kind", "activity_fields", "confirmed_on"]
    )
    importing = PartnerImportService(store)
    table = importing.read(path)
    plan = importing.plan(table, [one.target for one in importing.propose(table)])
    assert [row.state for row in plan.rows] == [RowState.SAME]
    importing.apply(plan)
    assert without_ids(draft_of(PartnersService(store).get(full))) == FULL


def test_the_public_edition_of_some_columns_says_only_what_is_missing_in_those(
    exporting: PartnerExportService, full: int
) -> None:
    columns = ["name", "tags", "representative", "phone"]
    made = exporting.partners_file([full], "csv", public=True, columns=columns)
    assert table_of(made.data) == [{"名称": FULL.name, "代表者": "", "電話": FULL.phone}]
    assert [left.fields for left in made.left_out] == [("代表者", "タグ")]


def test_a_column_that_there_is_not_is_refused(exporting: PartnerExportService) -> None:
    with pytest.raises(InputError, match="「full_key」という欄はありません"):
        exporting.partners_file(None, "csv", columns=["name", "full_key"])


def test_open_data_has_the_standards_columns_and_only_what_is_public(
    exporting: PartnerExportService, partners: PartnersService
) -> None:
    shown = partners.add(replace(FULL, public_fields=frozenset({"address", "postal_code", "kind", "phone"})))
    silent = partners.add(PartnerDraft(name="公開しない会", phone="042-341-0000"))
    made = exporting.partners_file([shown, silent], "csv", open_data=True)
    (row,) = table_of(made.data)
    assert list(row)[:4] == ["全国地方公共団体コード", "ID", "地方公共団体名", "名称"]
    filled = {heading: text for heading, text in row.items() if text}
    assert filled == {
        "全国地方公共団体コード": "132110",
        "ID": str(shown),
        "地方公共団体名": "東京都小平市",
        "名称": FULL.name,
        "所在地_全国地方公共団体コード": "132110",
        "所在地_連結表記": "小平市小川町2-1333",
        "所在地_都道府県": "東京都",
        "所在地_市区町村": "小平市",
        "所在地_町字": "小川町",
        "所在地_番地以下": "2-1333",
        "電話番号": "042-346-9809",
        "郵便番号": "1870032",
        "団体種別": "ボランティア団体・市民活動団体",
    }
    left = {one.name: one.fields for one in made.left_out}
    assert left["公開しない会"] == ("団体の全体",)
    assert {"代表者", "メール", "ホームページ"} <= set(left[FULL.name])
    assert "備考" not in left[FULL.name]


@pytest.mark.parametrize("file_format", ["xlsx", "json", "csv-cp932"])
def test_open_data_comes_in_every_format(
    exporting: PartnerExportService, full: int, tmp_path: Path, file_format: str
) -> None:
    made = exporting.partners([full], file_format, tmp_path / "一覧", open_data=True)
    assert made.partners == 1
    assert "phone" in made.columns
    if file_format == "json":
        (row,) = json.loads(made.data)
        assert row["電話番号"] == FULL.phone
