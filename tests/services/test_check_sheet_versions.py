"""Another year's items: a new sheet has them, one with marks keeps its own, both are read side by side."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import Composition, build
from kyodo_desktop.forms.check_sheet import mark_name
from kyodo_desktop.records.check_gaps import GapKind, read_gaps
from kyodo_desktop.records.check_sheets import (
    CheckMarkRecord,
    CheckSheetDraft,
    CheckSheetRecord,
    Marks,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner
from tests.resources.later_items import FROM_YEAR, PUBLIC, RISK, write_later_items

BEFORE, AFTER = Moment
PARTNER, CITY = Side
LATER = CheckSheetDraft(fiscal_year=FROM_YEAR, title="朝市")
NOW = replace(LATER, fiscal_year=FROM_YEAR - 1)
OLD = CheckMarkRecord("plan_4", CITY, BEFORE, MarkValue.TALK)
NEW = CheckMarkRecord("plan_risk", CITY, BEFORE, MarkValue.NOT_YET)
OTHERS = CheckMarkRecord("plan_risk", PARTNER, BEFORE, MarkValue.DONE)


@pytest.fixture
def composition(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Composition]:
    monkeypatch.setattr(resources, "_overrides", [])
    write_later_items(folder.overrides)
    built = build(folder, clock=clock)
    yield built
    built.close()


def words(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def marks_of(sheet: CheckSheetRecord) -> Marks:
    return {(one.item, one.moment, one.side): one.value for one in sheet.marks if one.value is not None}


def test_a_new_sheet_has_the_items_of_its_year(composition: Composition) -> None:
    sheets = composition.services.check_sheets
    now, later = sheets.get(sheets.create(NOW)), sheets.get(sheets.create(replace(LATER, marks=(NEW,))))
    assert (now.version, now.boxes) == (1, 12)
    assert (later.version, later.boxes) == (2, 12)
    assert sheets.text_for(FROM_YEAR).items[4].text == PUBLIC
    with pytest.raises(InputError, match="第1版に「plan_risk」という欄はありません"):
        sheets.create(replace(NOW, marks=(NEW,)))


def test_a_sheet_without_marks_follows_its_year_and_can_be_taken_back(composition: Composition) -> None:
    sheets = composition.services.check_sheets
    made = sheets.create(NOW)
    sheets.save(made, replace(LATER, version=1))
    assert sheets.get(made).version == 2
    assert sheets.remarks(LATER, made) == ()
    composition.services.history.undo()
    assert (sheets.get(made).fiscal_year, sheets.get(made).version) == (FROM_YEAR - 1, 1)


@pytest.mark.parametrize("talked", [False, True])
def test_a_sheet_with_marks_keeps_its_items_and_that_is_said(composition: Composition, talked: bool) -> None:
    sheets = composition.services.check_sheets
    made = sheets.create(replace(NOW, marks=() if talked else (OLD,)))
    if talked:
        sheets.agree(made, "plan_4", "去年の結果を読む")
    moved = replace(LATER, marks=() if talked else (OLD,), version=1)
    sheets.save(made, moved)
    kept = sheets.get(made)
    assert (kept.fiscal_year, kept.version) == (FROM_YEAR, 1)
    assert sheets.remarks(moved, made) == (
        "令和9年度の項目は第2版ですが、このシートには記入があるので、第1版の項目のまま残します。",
    )


def test_sheets_of_both_versions_are_read_beside_each_other(composition: Composition) -> None:
    sheets = composition.services.check_sheets
    old = sheets.create(replace(NOW, marks=(OLD,)))
    new = sheets.create(replace(LATER, marks=(NEW, OTHERS)))
    listed = {one.id: one for one in sheets.list()}
    assert listed[old].marks == (OLD,)
    assert set(listed[new].marks) == {NEW, OTHERS}
    gaps = {gap.item.key: gap for gap in read_gaps(sheets.text(2), marks_of(listed[new]))}
    assert gaps["plan_risk"].kind is GapKind.APART
    assert "plan_4" not in gaps
    sheets.agree(new, "plan_risk", "雨の日は公民館で開く")
    values = composition.services.documents.values_for("talk_sheet", "check_sheet", new)
    (row,) = values["items"]
    assert row["item"] == f"Ⅰ－４　{RISK}"
    assert row["agreed"] == "雨の日は公民館で開く"
    assert "ＰＯＩＮＴ！「お互いの事を理解しよう！」" in row["prompt"]
    with pytest.raises(InputError, match="第2版に「plan_4」という欄はありません"):
        sheets.agree(new, "plan_4", "ありません")


def test_papers_show_the_items_of_their_sheet(composition: Composition) -> None:
    services = composition.services
    old = services.check_sheets.create(replace(NOW, marks=(OLD,)))
    new = services.check_sheets.create(replace(LATER, marks=(NEW, OTHERS)))
    documents, sheets = services.documents, services.sheets
    assert RISK not in words(documents.print_check_sheet(old, None).pdf)
    both = words(documents.print_check_sheet(new, None).pdf)
    assert RISK in both
    assert "過去に同様の事業" not in both
    values = documents.values_for("check_sheet", "check_sheet", new)
    assert values[mark_name("plan_risk", BEFORE, CITY)] == "not_yet"
    issued = sheets.issue(SheetDraft("check_sheet", values, SheetOwner("check_sheet", new)))
    assert RISK in words(sheets.pdf(issued.id))
    assert sheets.values(issued.id)["title"] == "朝市"


def test_a_blank_has_the_items_of_this_year(composition: Composition, clock: FixedClock) -> None:
    documents = composition.services.documents
    assert RISK not in words(documents.print_blank("check_sheet").pdf)
    typed = {"fiscal_year": "令和９年度", "title": "朝市"}
    assert RISK in words(documents.print_data("check_sheet", typed).pdf)
    clock.moment = clock.moment.replace(year=FROM_YEAR)
    assert RISK in words(documents.print_check_sheet(None, None).pdf)
