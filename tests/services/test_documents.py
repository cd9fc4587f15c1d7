"""Papers from real records: the list of a year, check sheets, slips; and what cannot be printed."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.programmes import files
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.collaborations import CollaborationDraft
from kyodo_desktop.records.forms import FormField, FormFieldKind
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.store import Store
from tests.printing.conftest import ReadPaper, squash
from tests.programmes.samples import sound_draft
from tests.services.proposal_fixtures import GROUP, Office, office

__all__ = ["office"]


@pytest.fixture
def documents(store: Store) -> DocumentsService:
    return DocumentsService(store)


@pytest.fixture
def at_office(office: Office) -> DocumentsService:
    return DocumentsService(office.store)


def marked(item: str, side: Side, value: MarkValue | None, note: str = "") -> CheckMarkRecord:
    return CheckMarkRecord(item, side, Moment.BEFORE, value, note)


def sheet_of(office: Office) -> int:
    marks = (
        marked("plan_1", Side.PARTNER, MarkValue.DONE),
        marked("plan_1", Side.CITY, MarkValue.TALK, "広報の分担を決める"),
        marked("close_4", Side.PARTNER, None, "後で書く"),
    )
    return office.check_sheets.create(CheckSheetDraft(2026, "玉川上水みどりの学校", marks=marks))


def test_the_whole_year_has_all_168_entries(documents: DocumentsService) -> None:
    printed = documents.print_collaborations(2018, None)
    words = ReadPaper(printed.pdf).words()
    assert words.startswith("協働や連携の取組一覧（平成３０年度）※ここでは、")
    assert "抜粋" not in words
    assert squash("168選挙管理委員会事務局明るい選挙推進事業小平市明るい選挙推進協議会共催") in words
    assert printed.empty_required == ()
    assert printed.missing_glyphs == ()


def test_an_entry_without_department_and_partner_is_named(
    documents: DocumentsService, collaborations: CollaborationsService
) -> None:
    entry_id = collaborations.add(CollaborationDraft(2026, 1, (), "水辺の掃除", ()))
    assert documents.print_collaborations(2026, [entry_id]).empty_required == (
        "取組の番号1の課名",
        "取組の番号1の協働相手（団体名）",
        "取組の番号1の協働形態",
    )


def test_what_is_shown_is_printed_in_that_order_and_says_so(
    documents: DocumentsService, collaborations: CollaborationsService
) -> None:
    by_number = {entry.number: entry.id for entry in collaborations.list(2018)}
    printed = documents.print_collaborations(2018, [by_number[number] for number in (65, 4, 43)])
    words = ReadPaper(printed.pdf).words()
    assert "抜粋3件（全168件のうち）" in words
    assert (
        words.index("65環境政策課")
        < words.index("4防災危機管理課・地域安全課")
        < words.index("43文化スポーツ課")
    )


def test_all_entries_sorted_otherwise_are_no_excerpt(
    documents: DocumentsService, collaborations: CollaborationsService
) -> None:
    ids = [entry.id for entry in reversed(collaborations.list(2018))]
    words = ReadPaper(documents.print_collaborations(2018, ids).pdf).words()
    assert "抜粋" not in words
    assert words.index("168選挙管理") < words.index("167選挙管理")


def test_another_year_has_its_own_title(
    documents: DocumentsService, collaborations: CollaborationsService
) -> None:
    collaborations.copy_year(2018, 2019)
    words = ReadPaper(documents.print_record("collaboration_list", 2019).pdf).words()
    assert words.startswith("協働や連携の取組一覧（令和元年度）※")


def test_a_year_without_entries_is_told(documents: DocumentsService) -> None:
    with pytest.raises(InputError, match="令和8年度の一覧に、印刷する取組がありません"):
        documents.print_collaborations(2026, None)
    with pytest.raises(InputError, match="印刷する取組がありません"):
        documents.print_collaborations(2018, [])
    with pytest.raises(InputError, match="印刷する取組がありません"):
        documents.print_collaborations(-5, None)


def test_a_check_sheet_of_both_sides_or_of_one(office: Office, at_office: DocumentsService) -> None:
    sheet_id = sheet_of(office)
    both = ReadPaper(at_office.print_check_sheet(sheet_id, None).pdf)
    assert "年度：令和８年度事業名：玉川上水みどりの学校" in both.words(1)
    assert "団体市団体市" in both.words(1)
    assert both.words(4) == "メモⅠ－１事業前（市）広報の分担を決めるⅢ－４事業前（団体）後で書く"
    city = ReadPaper(at_office.print_check_sheet(sheet_id, Side.CITY).pdf)
    assert "記入した側：市" in city.words(1)
    assert "後で書く" not in city.words()
    assert (
        at_office.print_record("check_sheet", sheet_id).pdf == at_office.print_check_sheet(sheet_id, None).pdf
    )


def test_a_blank_check_sheet_has_the_offices_contact_block(
    office: Office, at_office: DocumentsService
) -> None:
    assert "042-346-9809" in ReadPaper(at_office.print_check_sheet(None, None).pdf).words(3)
    office.settings.set("contact_block", "青山市　協働課\n電話 00-0000")
    blank = ReadPaper(at_office.print_blank("check_sheet").pdf)
    assert blank.words(3).endswith("青山市協働課電話00-0000")
    assert blank.pages == 4


def test_a_slip_of_a_proposal_taken_in(office: Office, at_office: DocumentsService) -> None:
    draft = replace(
        sound_draft(files.find("open_call")),
        partner_id=office.partner_id,
        partner_name=GROUP,
        received_by="鈴木",
    )
    proposal_id = office.proposals.create(draft)
    with pytest.raises(InputError, match="まだ受け付けていない"):
        at_office.print_slip(proposal_id)
    record = office.proposals.receive(proposal_id)
    printed = at_office.print_slip(proposal_id)
    words = ReadPaper(printed.pdf).words()
    for wanted in (
        record.receipt_number,
        "令和８年５月27日（水）午前10時25分窓口で受付",
        GROUP,
        f"小平市提示型公募事業補助金交付申請書「{draft.title}」",
        "市民協働・男女参画推進課市民協働担当鈴木",
        *files.find("open_call").next_steps,
    ):
        assert squash(wanted) in words
    assert printed.empty_required == ()


def test_what_came_after_the_closing_is_marked_on_slip_and_register(
    office: Office, at_office: DocumentsService
) -> None:
    made = office.rounds.create("open_call", 2026)
    office.rounds.set_date(made, "application", date(2026, 5, 20), date(2026, 5, 26))
    draft = replace(sound_draft(files.find("open_call")), partner_id=office.partner_id)
    proposal_id = office.proposals.create(draft)
    office.proposals.receive(proposal_id)
    words = ReadPaper(at_office.print_slip(proposal_id).pdf).words()
    assert "令和８年５月27日（水）午前10時25分（募集の締切のあと）窓口で受付" in words
    register = ReadPaper(at_office.print_record("reception_register", 2026).pdf).words()
    assert "募集の締切のあと" in register


@pytest.mark.parametrize("key", ["open_call", "ikiiki"])
def test_a_slip_with_all_its_papers_is_one_page(
    office: Office, at_office: DocumentsService, key: str
) -> None:
    programme = files.find(key)
    draft = replace(
        sound_draft(programme),
        partner_id=office.partner_id,
        partner_name=GROUP,
        received_by="鈴木",
        papers=tuple((paper.key, 1) for paper in programme.papers),
    )
    proposal_id = office.proposals.create(draft)
    office.proposals.receive(proposal_id)
    paper = ReadPaper(at_office.print_slip(proposal_id).pdf)
    assert paper.pages == 1
    assert "採択を示すものではありません" in paper.words()


def test_a_record_that_is_not_there_is_told(at_office: DocumentsService) -> None:
    with pytest.raises(NotFoundError):
        at_office.print_slip(99)
    with pytest.raises(NotFoundError):
        at_office.print_check_sheet(99, None)
    with pytest.raises(NotFoundError):
        at_office.print_blank("no_such_paper")


def test_the_list_is_never_blank(at_office: DocumentsService) -> None:
    with pytest.raises(InputError, match="白紙では印刷できません"):
        at_office.print_blank("collaboration_list")


def test_data_with_a_name_the_form_lacks_prints_nothing(at_office: DocumentsService) -> None:
    with pytest.raises(InputError, match="「text_version」という欄はこの様式にありません"):
        at_office.print_data("check_sheet", {"text_version": 1})


def samples(fields: Sequence[FormField], path: str = "") -> dict[str, Any]:
    """Return a text of its own for each field of text, in rows too."""
    data: dict[str, Any] = {}
    for field in fields:
        if field.kind in (FormFieldKind.TEXT, FormFieldKind.MULTILINE):
            data[field.name] = f"〈{path}{field.name}〉"
        elif field.kind is FormFieldKind.ROWS:
            data[field.name] = [samples(field.columns, f"{field.name}.")]
    return data


def test_every_text_of_every_form_stands_as_often_as_it_says(at_office: DocumentsService) -> None:
    for info in at_office.forms():
        fields = at_office.fields(info.key)
        words = ReadPaper(at_office.print_data(info.key, samples(fields)).pdf).words()
        for field in fields:
            for column in field.columns or (field,):
                path = f"{field.name}.{column.name}" if field.columns else field.name
                if column.kind in (FormFieldKind.TEXT, FormFieldKind.MULTILINE):
                    assert words.count(f"〈{path}〉") == column.times, path


def test_forms_and_fields_are_described(at_office: DocumentsService) -> None:
    keys = [info.key for info in at_office.forms()]
    assert keys == sorted(keys)
    assert {
        "address_labels",
        "budget",
        "check_sheet",
        "collaboration_list",
        "open_call_application",
        "partner_card",
        "partner_directory",
        "reception_slip",
        "selection_result",
    } <= set(keys)
    number = at_office.fields("reception_slip")[0]
    assert (number.name, number.label, number.required) == ("receipt_number", "受付番号", True)


def test_nothing_heavy_is_loaded_before_something_is_printed() -> None:
    code = "import sys, kyodo_desktop.services.documents; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
