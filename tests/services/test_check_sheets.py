"""チェックシート on a real database: saved as it is filled in, logged only where something changed."""

from dataclasses import replace

import pytest

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.records.check_sheets import (
    CheckMarkRecord,
    CheckSheetDraft,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.collaborations import CollaborationDraft, ParticipationDraft
from kyodo_desktop.records.sheets import SheetOwner
from tests.services.proposal_fixtures import GROUP, Office, office

__all__ = ["office"]

BLANK = CheckSheetDraft(fiscal_year=2026, title="玉川上水みどりの学校")


def _mark(item: str, value: MarkValue | None = MarkValue.DONE, **more: object) -> CheckMarkRecord:
    return CheckMarkRecord(item, Side.CITY, Moment.BEFORE, value, **more)  # type: ignore[arg-type]


def test_a_sheet_comes_back_as_it_was_filled_in(office: Office) -> None:
    marks = (
        _mark("plan_1"),
        CheckMarkRecord("plan_2", Side.PARTNER, Moment.AFTER, MarkValue.TALK, "役割をもう一度"),
        _mark("close_4", None, note="後で"),
    )
    draft = replace(BLANK, partner_id=office.partner_id, department="公民館", marks=marks)
    record = office.check_sheets.get(office.check_sheets.create(draft))
    assert (record.fiscal_year, record.title, record.version) == (2026, "玉川上水みどりの学校", 1)
    assert (record.partner_name, record.department) == (GROUP, "公民館")
    assert record.marks == marks
    assert record.filled(Side.CITY, Moment.BEFORE) == 1
    assert record.updated_at == office.clock.now()


def test_all_forty_eight_marks_are_kept_in_the_papers_order(office: Office) -> None:
    items = [item.key for stage in office.check_sheets.text().stages for item in stage.items]
    marks = tuple(
        CheckMarkRecord(item, side, moment, MarkValue.NOT_YET)
        for item in items
        for side in Side
        for moment in Moment
    )
    assert len(marks) == 48
    record_id = office.check_sheets.create(replace(BLANK, marks=marks[::-1]))
    assert office.check_sheets.get(record_id).marks == marks


def test_only_the_marks_that_changed_are_logged(office: Office) -> None:
    first = replace(BLANK, marks=(_mark("plan_1"), _mark("plan_2")))
    record_id = office.check_sheets.create(first)
    changed = replace(BLANK, marks=(_mark("plan_1"), _mark("plan_2", MarkValue.TALK)))
    office.check_sheets.save(record_id, changed)
    assert office.history.can_undo() == "チェックシートに記入: 玉川上水みどりの学校"
    undone = office.history.undo()
    assert [(one.kind, one.field) for one in undone.changes] == [("check_mark", "value")]
    assert office.check_sheets.get(record_id).marks == first.marks


def test_a_mark_taken_off_is_gone_and_comes_back_by_undo(office: Office) -> None:
    first = replace(BLANK, marks=(_mark("plan_1"), _mark("plan_2")))
    record_id = office.check_sheets.create(first)
    office.check_sheets.save(record_id, replace(BLANK, marks=(_mark("plan_2"), _mark("plan_3", None))))
    assert office.check_sheets.get(record_id).marks == (_mark("plan_2"),)
    office.history.undo()
    assert office.check_sheets.get(record_id).marks == first.marks


def test_a_save_that_changes_nothing_is_no_act_and_no_new_moment(office: Office) -> None:
    draft = replace(BLANK, marks=(_mark("plan_1"),))
    record_id = office.check_sheets.create(draft)
    made = office.check_sheets.get(record_id)
    office.wait()
    office.heard.clear()
    office.check_sheets.save(record_id, draft)
    assert office.check_sheets.get(record_id) == made
    assert office.acts("check_sheet", record_id) == ["チェックシートを作る: 玉川上水みどりの学校"]
    assert office.heard == []


def test_the_page_hears_of_the_sheet_whose_mark_changed(office: Office) -> None:
    record_id = office.check_sheets.create(BLANK)
    office.heard.clear()
    office.check_sheets.save(record_id, replace(BLANK, marks=(_mark("plan_1"),)))
    assert ("check_sheet", record_id) in [(one.kind, one.record_id) for one in office.heard]


def test_the_last_filled_in_stands_first(office: Office) -> None:
    first = office.check_sheets.create(BLANK)
    office.wait()
    second = office.check_sheets.create(replace(BLANK, title=""))
    assert [sheet.id for sheet in office.check_sheets.list()] == [second, first]
    office.wait()
    office.check_sheets.save(first, replace(BLANK, marks=(_mark("plan_1"),)))
    assert [sheet.id for sheet in office.check_sheets.list()] == [first, second]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"marks": (_mark("plan_9"),)}, "marks"),
        ({"marks": (_mark("plan_1"), _mark("plan_1", MarkValue.TALK))}, "marks"),
        ({"fiscal_year": 8}, "fiscal_year"),
        ({"partner_id": 9999}, "partner_id"),
        ({"collaboration_id": 9999}, "collaboration_id"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_kept(
    office: Office, change: dict[str, object], field: str
) -> None:
    with pytest.raises(InputError) as caught:
        office.check_sheets.create(replace(BLANK, **change))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert office.check_sheets.list() == ()


def test_discard_and_restore(office: Office) -> None:
    record_id = office.check_sheets.create(BLANK)
    office.check_sheets.discard([record_id])
    assert office.check_sheets.list() == ()
    assert [sheet.id for sheet in office.check_sheets.wastebasket()] == [record_id]
    assert office.check_sheets.get(record_id).deleted
    office.check_sheets.restore([record_id])
    assert [sheet.id for sheet in office.check_sheets.list()] == [record_id]


def test_a_sheet_that_is_not_there_is_told(office: Office) -> None:
    with pytest.raises(NotFoundError):
        office.check_sheets.get(77)
    with pytest.raises(NotFoundError):
        office.check_sheets.save(77, BLANK)


def test_a_sheet_begins_from_an_entry_of_the_list(office: Office) -> None:
    entry = office.collaborations.add(
        CollaborationDraft(
            fiscal_year=2026,
            number=1,
            title="市民まつり",
            departments=("公民館", "図書館"),
            participations=(ParticipationDraft(GROUP, "co_hosting", links=((office.partner_id, ""),)),),
        )
    )
    draft = office.check_sheets.blank_for(SheetOwner("collaboration", entry))
    assert draft == CheckSheetDraft(2026, "市民まつり", entry, office.partner_id, "公民館・図書館")
    assert office.check_sheets.get(office.check_sheets.create(draft)).partner_name == GROUP
    with pytest.raises(NotFoundError):
        office.check_sheets.blank_for(SheetOwner("collaboration", 77))


def test_a_free_sheet_of_the_same_name_and_year_is_said_to_be_there(office: Office) -> None:
    sheets = office.check_sheets
    entry = office.collaborations.add(CollaborationDraft(2026, 1, ("公民館",), "市民まつり", ()))
    free = sheets.create(CheckSheetDraft(2026, "市民まつり"))
    owner = SheetOwner("collaboration", entry)
    assert [one.id for one in sheets.beginning(owner).others] == [free]
    assert "ほかにもあります" in sheets.remarks(sheets.blank_for(owner))[0]
    assert sheets.remarks(CheckSheetDraft(2027, "市民まつり")) == ()
