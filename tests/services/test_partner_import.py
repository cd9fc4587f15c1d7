"""Rows of a file against the register: what would become of each, and what is written in the end."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.records.import_table import ImportRow, ImportTable
from kyodo_desktop.records.partner_import import ImportPlan, PlannedRow, RowState
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.importing.progress import CancelledError, Progress
from kyodo_desktop.services.partner_import import PartnerImportService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store

Planned = Callable[..., ImportPlan]
KNOWN = PartnerDraft(
    name="こだいら斎藤会",
    kana="コダイラサイトウカイ",
    phone="042-346-9809",
    representative="斎藤 花子",
    corporate_number="7000012050002",
    note="窓口で相談",
)


def table(headings: Sequence[str], *rows: Sequence[str]) -> ImportTable:
    return ImportTable(
        "名簿.csv", tuple(headings), tuple(ImportRow(n, tuple(r)) for n, r in enumerate(rows, 2))
    )


@pytest.fixture
def importing(store: Store) -> PartnerImportService:
    return PartnerImportService(store)


@pytest.fixture
def known(partners: PartnersService) -> int:
    return partners.add(KNOWN)


@pytest.fixture
def planned(importing: PartnerImportService) -> Planned:
    def plan(headings: Sequence[str], *rows: Sequence[str]) -> ImportPlan:
        made = table(headings, *rows)
        return importing.plan(made, [one.target for one in importing.propose(made)])

    return plan


def only(plan: ImportPlan) -> PlannedRow:
    assert len(plan.rows) == 1
    return plan.rows[0]


# Who a row is


def test_a_group_the_register_does_not_have_is_new(planned: Planned) -> None:
    row = only(planned(["団体名", "電話番号"], ["まったく新しい会", "042-341-0000"]))
    assert (row.state, row.values["phone"]) == (RowState.NEW, "042-341-0000")


def test_the_same_name_with_the_same_telephone_is_the_same_group(planned: Planned, known: int) -> None:
    row = only(planned(["団体名", "TEL", "会員数"], ["こだいら　斎藤会", "０４２（３４６）９８０９", "35名"]))
    assert (row.state, row.record_id, row.changed) == (RowState.CHANGED, known, ("members",))


def test_a_row_that_says_nothing_new_is_the_same(planned: Planned, known: int) -> None:
    row = only(planned(["団体名", "電話番号"], ["こだいら斎藤会", "0423469809"]))
    assert (row.state, row.record_id) == (RowState.SAME, known)


def test_the_same_name_with_nothing_else_alike_is_for_a_person(planned: Planned, known: int) -> None:
    row = only(planned(["団体名", "電話番号"], ["こだいら斎藤会", "042-111-2222"]))
    assert (row.state, row.record_id) == (RowState.DOUBTFUL, known)
    assert "同じ名称" in row.reason


def test_a_formula_that_went_wrong_is_no_value(planned: Planned) -> None:
    plan = planned(["団体名", "会員数"], ["#REF!", "12"], ["乙の会", "#DIV/0!"])
    assert [row.state for row in plan.rows] == [RowState.WRONG] * 2
    assert (
        plan.rows[0].reason == "「名称」が計算の誤り（#REF!）になっています。Excel で直すか、消してください。"
    )
    assert plan.rows[1].reason.startswith("「会員数」が計算の誤り（#DIV/0!）")


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "name", ["こだいら斉藤会", "コダイラ斎藤会", "ＮＰＯ法人こだいら斎藤会", "こだいら齋藤会"]
)
def test_a_likeness_is_never_enough(planned: Planned, name: str) -> None:
    row = only(planned(["団体名", "電話番号"], [name, "042-346-9809"]))
    assert row.state is RowState.DOUBTFUL
    assert "「こだいら斎藤会」に似た名称" in row.reason


def test_the_corporate_number_finds_a_group_however_its_legal_form_is_written(
    planned: Planned, known: int
) -> None:
    row = only(planned(["法人名", "法人番号"], ["特定非営利活動法人こだいら斎藤会", "7000012050002"]))
    assert (row.state, row.record_id) == (RowState.SAME, known)


@pytest.mark.usefixtures("known")
def test_the_corporate_number_under_another_name_is_for_a_person(planned: Planned) -> None:
    row = only(planned(["法人名", "法人番号"], ["よその会", "7000012050002"]))
    assert row.state is RowState.DOUBTFUL
    assert "法人番号が「こだいら斎藤会」と同じ" in row.reason


def test_a_former_name_is_for_a_person(planned: Planned, partners: PartnersService) -> None:
    partners.add(PartnerDraft(name="新しい名前の会", former_names=("昔の会",)))
    assert only(planned(["団体名"], ["昔の会"])).state is RowState.DOUBTFUL


def test_a_group_in_the_wastebasket_is_told(planned: Planned, partners: PartnersService, known: int) -> None:
    partners.discard([known])
    row = only(planned(["団体名", "電話番号"], ["こだいら斎藤会", "042-346-9809"]))
    assert (row.state, row.reason) == (RowState.DOUBTFUL, "同じ名称の団体がごみ箱にあります。")


def test_a_group_twice_in_a_file_is_seen(planned: Planned) -> None:
    plan = planned(
        ["団体名", "電話番号"],
        ["新しい会", "042-341-0000"],
        ["新しい会", "042-341-0000"],
        ["㈱新しい会", "042-341-1111"],
    )
    assert [row.state for row in plan.rows] == [RowState.NEW, RowState.SAME, RowState.DOUBTFUL]
    assert "2行目" in plan.rows[2].reason


def test_a_doubtful_row_becomes_what_a_person_decides(importing: PartnerImportService, known: int) -> None:
    made = table(["団体名", "電話番号"], ["こだいら斉藤会", "042-341-0000"])
    targets = ["name", "phone"]
    same = only(importing.plan(made, targets, {2: known}))
    assert (same.state, same.record_id, same.changed) == (RowState.CHANGED, known, ("phone",))
    assert only(importing.plan(made, targets, {2: 0})).state is RowState.NEW


# What a row says


@pytest.mark.parametrize(
    ("heading", "text", "words"),
    [
        ("電話番号", "なし", "電話番号「なし」"),
        ("メールアドレス", "a.example.jp", "メールアドレス"),
        ("法人番号", "7000012050003", "検査用の数字"),
        ("法人番号", "7.00001E+12", "けたが失われて"),
        ("郵便番号", "187", "7けた"),
        ("設立年月日", "平成32年4月1日", "平成に"),
        ("設立年月日", "令和20年4月1日", "まだ来ていない"),
        ("活動分野", "21", "活動分野「21」"),
        ("区分", "宇宙人", "区分「宇宙人」"),
        ("会員数", "たくさん", "会員数「たくさん」"),
        ("フリガナ", "小平会", "漢字"),
        ("備考", "番号は 1234-5678-9018 です", "マイナンバー"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_reason(
    planned: Planned, heading: str, text: str, words: str
) -> None:
    row = only(planned(["団体名", heading], ["新しい会", text]))
    assert row.state is RowState.WRONG
    assert words in row.reason


@pytest.mark.parametrize("heading", ["電話番号", "会員数", "設立年月日", "郵便番号", "区分", "活動分野"])
def test_a_my_number_is_called_so_in_any_column_and_is_not_repeated(planned: Planned, heading: str) -> None:
    row = only(planned(["団体名", heading], ["新しい会", "1234-5678-9018"]))
    assert row.state is RowState.WRONG
    assert "マイナンバー" in row.reason
    assert "5678" not in row.reason


def test_a_my_number_for_a_name_is_told_once(planned: Planned) -> None:
    row = only(planned(["団体名"], ["123456789018"]))
    assert row.reason.startswith("「名称」に、マイナンバー")
    assert "名称がありません" not in row.reason


def test_a_row_without_a_name_is_wrong(planned: Planned) -> None:
    assert only(planned(["団体名", "電話番号"], ["", "042-346-9809"])).state is RowState.WRONG


def test_a_sum_or_a_footnote_is_not_taken_for_a_group(planned: Planned) -> None:
    plan = planned(["団体名", "会員数"], ["合計", "120"], ["※令和8年4月現在", ""])
    assert {row.state for row in plan.rows} == {RowState.DOUBTFUL}


def test_zeros_that_a_spreadsheet_took_are_given_back_and_marked(planned: Planned) -> None:
    plan = planned(
        ["団体名", "電話番号", "郵便番号", "住所"],
        ["甲の会", "423469809", "1870032", "小平市小川町2-1333"],
        ["乙の会", "112223333", "600001", "北海道札幌市中央区北一条西"],
    )
    assert plan.rows[0].values["phone"] == "042-346-9809"
    assert "先頭の0を補いました" in plan.rows[0].remarks[0]
    assert plan.rows[1].values["postal_code"] == "0600001"
    assert only(planned(["団体名", "郵便番号"], ["丙の会", "600001"])).state is RowState.WRONG


def test_a_day_known_only_by_its_month_goes_to_the_note(planned: Planned) -> None:
    row = only(planned(["団体名", "設立年月日", "備考"], ["新しい会", "平成15年4月", "市内で活動"]))
    assert "established_on" not in row.values
    assert row.values["note"] == "市内で活動\n設立: 平成15年4月"
    assert row.remarks


def test_a_second_telephone_goes_to_the_note(planned: Planned) -> None:
    row = only(planned(["団体名", "電話番号"], ["新しい会", "042-346-9809 / 090-1234-5678"]))
    assert row.values["phone"] == "042-346-9809"
    assert row.values["note"] == "電話: 090-1234-5678"


def test_a_line_already_in_the_note_is_not_added_again(
    planned: Planned, importing: PartnerImportService
) -> None:
    file = (["団体名", "電話番号", "設立年月日"], ["新しい会", "042-346-9809", "平成15年4月"])
    importing.apply(planned(*file))
    assert only(planned(*file)).state is RowState.SAME


@pytest.mark.usefixtures("known")
def test_an_empty_cell_takes_nothing_away(planned: Planned) -> None:
    row = only(planned(["団体名", "電話番号", "代表者", "備考"], ["こだいら斎藤会", "042-346-9809", "", ""]))
    assert row.state is RowState.SAME


@pytest.mark.parametrize("text", ["3・6", "3,6", "まちづくり、6", "3 6", "3．まちづくり；6"])
def test_activity_fields_are_read_however_they_are_listed(planned: Planned, text: str) -> None:
    assert only(planned(["団体名", "活動分野"], ["新しい会", text])).values["activity_fields"] == (3, 6)


# Writing


def test_good_rows_are_written_in_one_act_that_can_be_undone(
    planned: Planned, importing: PartnerImportService, partners: PartnersService, store: Store, known: int
) -> None:
    before = partners.list()
    plan = planned(
        ["団体名", "電話番号", "区分", "活動分野", "会員数"],
        ["新しい会", "042-341-0000", "市民活動団体", "まちづくり、6", "10"],
        ["こだいら斎藤会", "042-346-9809", "", "", "35"],
        ["だめな会", "x", "", "", ""],
    )
    outcome = importing.apply(plan)
    assert (outcome.added, outcome.changed, outcome.left) == (1, 1, 1)
    new, changed = (partners.get(one) for one in outcome.ids)
    assert (new.name, new.kind, new.activity_fields) == ("新しい会", PartnerKind.CITIZEN_GROUP, (3, 6))
    assert (changed.id, changed.members, changed.note) == (known, 35, "窓口で相談")
    history = HistoryService(store)
    assert history.can_undo() == "団体を読み込む: 名簿.csv、2件"
    history.undo()
    assert partners.list() == before


def test_nothing_is_written_before_it_is_asked_for(planned: Planned, partners: PartnersService) -> None:
    before = partners.list()
    planned(["団体名"], ["新しい会"])
    assert partners.list() == before


def test_a_register_that_changed_meanwhile_is_not_written_over(
    planned: Planned, importing: PartnerImportService, partners: PartnersService
) -> None:
    plan = planned(["団体名", "電話番号"], ["新しい会", "042-341-0000"])
    partners.add(PartnerDraft(name="新しい会"))
    count = len(partners.list())
    with pytest.raises(ConflictError, match="台帳が変わりました"):
        importing.apply(plan)
    assert len(partners.list()) == count


def test_stopping_writes_nothing(
    planned: Planned, importing: PartnerImportService, partners: PartnersService
) -> None:
    plan = planned(["団体名"], *([f"新しい会{n}号"] for n in range(20)))
    before, progress = partners.list(), Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        importing.apply(plan, progress=progress)
    assert partners.list() == before


def test_a_name_must_be_chosen(importing: PartnerImportService) -> None:
    with pytest.raises(InputError, match="どの列が団体の名称か"):
        importing.plan(table(["x"], ["会"]), [""])


def test_two_columns_cannot_be_the_same_field(importing: PartnerImportService) -> None:
    with pytest.raises(InputError, match="「電話」に列が二つ以上"):
        importing.plan(table(["x", "y", "z"], ["会", "", ""]), ["name", "phone", "phone"])


def test_the_mapping_is_remembered_for_files_of_the_same_layout(importing: PartnerImportService) -> None:
    first = table(["名まえ欄", "れんらく"], ["新しい会", "窓口で"])
    assert [one.target for one in importing.propose(first)] == ["", ""]
    importing.apply(importing.plan(first, ["name", "note"]))
    again = importing.propose(table(["名まえ欄", "れんらく"], ["別の会", ""]))
    assert [one.target for one in again] == ["name", "note"]
    assert [one.target for one in importing.propose(table(["名まえ欄"], ["別の会"]))] == [""]


def test_what_is_left_can_be_mended_and_brought_back(
    planned: Planned, importing: PartnerImportService, partners: PartnersService, tmp_path: Path
) -> None:
    plan = planned(["団体名", "電話番号"], ["新しい会", "042-341-0000"], ["だめな会", "x"], ["=1+1", "y"])
    importing.apply(plan)
    path = tmp_path / "直す行.xlsx"
    assert importing.write_left(plan, path) == 2
    back = importing.read(path)
    assert back.columns == ("団体名", "電話番号", "結果", "理由")
    assert "電話番号「x」" in back.rows[0].cells[3]
    assert back.rows[1].cells[0] == "=1+1"
    mended = replace(back, rows=(replace(back.rows[0], cells=("だめな会", "042-341-9999", "誤り", "")),))
    again = importing.plan(mended, [one.target for one in importing.propose(mended)])
    assert importing.apply(again).added == 1
    assert any(partner.name == "だめな会" for partner in partners.list())
