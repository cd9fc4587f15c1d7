"""Papers from records: what each is filled in with, what former papers add, many in one go."""

import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.records.check_sheets import CheckSheetDraft
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, RequirementAnswer
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner
from kyodo_desktop.services.check_sheets import CheckSheetsService
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.services.importing.progress import CancelledError, Progress
from kyodo_desktop.services.merging import MergingService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.sheets import SheetsService
from kyodo_desktop.store import Store
from tests.databases.filled import KNOWN_WELL

GROUP = replace(
    KNOWN_WELL,
    postal_code="1870032",
    address="小平市小川町２丁目1333番地",
    established_on=date(2011, 4, 1),
    profile=replace(KNOWN_WELL.profile, achievements="朝市　年12回"),
)
CASE = ProposalDraft(
    programme="open_call",
    fiscal_year=2026,
    title="朝市で会う",
    summary="畑と食卓をつなぐ市を開く",
    starts_on=date(2026, 7, 1),
    ends_on=date(2027, 3, 31),
    eligible_cost=120_000,
    amount=100_000,
    requirements=(
        RequirementAnswer("own_project", Confirmation.CONFIRMED, "事業計画書", "西田", date(2026, 11, 24)),
    ),
    papers=(("project_plan", 2),),
    received_by="西田",
)


@pytest.fixture
def documents(store: Store) -> DocumentsService:
    return DocumentsService(store)


@pytest.fixture
def sheets(store: Store) -> SheetsService:
    return SheetsService(store)


@pytest.fixture
def partner(partners: PartnersService) -> int:
    return partners.add(GROUP)


@pytest.fixture
def proposal(store: Store, partner: int) -> int:
    proposals = ProposalsService(store)
    made = proposals.create(replace(CASE, partner_id=partner))
    proposals.receive(made)
    return made


def words_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def issue(sheets: SheetsService, key: str, proposal: int, **values: Any) -> int:
    form = catalogue.find_form(key)
    known = {name: value for name, value in values.items() if name != "document_number"}
    draft = SheetDraft(
        key,
        check_data(form, known),
        SheetOwner("proposal", proposal),
        document_number=values.get("document_number", ""),
    )
    return sheets.issue(draft, allow_empty=True).id


def test_every_paper_of_a_record_prints_from_it(
    documents: DocumentsService, store: Store, proposal: int, partner: int
) -> None:
    check_sheet = CheckSheetsService(store).create(
        CheckSheetDraft(fiscal_year=2026, title="朝市で会う", partner_id=partner)
    )
    entry = CollaborationsService(store).list(2018)[0].id
    ids = {
        "proposal": proposal,
        "partner": partner,
        "check_sheet": check_sheet,
        "collaboration": entry,
        "fiscal_year": 2018,
    }
    for form in catalogue.all_forms():
        if form.record_kind is None:
            continue
        printed = documents.print_record(form.key, ids[form.record_kind])
        assert printed.pages >= 1, form.key
        values = documents.values_for(form.key, form.record_kind, ids[form.record_kind])
        assert check_data(form, values) == values, form.key


def test_an_application_has_what_the_records_know_and_its_date_is_left_to_write(
    documents: DocumentsService, proposal: int
) -> None:
    assert documents.values_for("open_call_application", "proposal", proposal) == {
        "postal_code": "187-0032",
        "address": "小平市小川町２丁目1333番地",
        "partner_name": "小川町　朝市の会",
        "representative": "会長　髙﨑　一郎",
        "phone": "042-346-9809",
        "fiscal_year": 2026,
        "title": "朝市で会う",
        "amount": 100_000,
    }
    printed = documents.print_record("open_call_application", proposal)
    assert printed.empty_required == ("申請日",)
    assert "187-0032" in words_of(printed.pdf)


def test_the_profile_and_the_officers_come_from_the_register(
    documents: DocumentsService, partner: int
) -> None:
    profile = documents.values_for("applicant_profile", "partner", partner)
    assert profile["partner_kana"] == "オガワチョウアサイチノカイ"
    assert (profile["representative_title"], profile["representative_name"]) == ("会長", "髙﨑　一郎")
    assert profile["activity_fields"] == "3 まちづくり、16 経済活動の活性化"
    assert (profile["members"], profile["members_in_city"]) == (24, 20)
    assert profile["group_purpose"] == "畑と食卓をつなぐ"
    officers = documents.values_for("officers_list", "partner", partner)
    assert officers["officers"] == (
        {"number": 1, "title": "会長", "name": "髙﨑　一郎", "kana": "タカサキイチロウ"},
    )
    assert officers["as_of"] == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "title", "name"),
    [("会長　髙﨑　一郎", "会長", "髙﨑　一郎"), ("髙﨑　一郎", None, "髙﨑　一郎"), ("", None, None)],
)
def test_a_representative_as_typed_is_title_and_name_where_it_says_so(
    documents: DocumentsService, partners: PartnersService, typed: str, title: str | None, name: str | None
) -> None:
    made = partners.add(PartnerDraft(name="あおば会", representative=typed))
    values = documents.values_for("applicant_profile", "partner", made)
    assert (values.get("representative_title"), values.get("representative_name")) == (title, name)


def test_a_checklist_has_every_requirement_and_paper_of_the_programme(
    documents: DocumentsService, proposal: int
) -> None:
    values = documents.values_for("document_checklist", "proposal", proposal)
    assert values["receipt_number"] == "2026-T-001"
    first, second = values["requirements"][:2]
    assert (first["state"], first["seen"], first["by"], first["on"]) == (
        "confirmed",
        "事業計画書",
        "西田",
        date(2026, 11, 24),
    )
    assert second["state"] == "not_yet"
    states = {paper["name"]: (paper["state"], paper.get("copies")) for paper in values["papers"]}
    assert states["事業計画書"] == ("yes", 2)
    assert states["会則"] == ("no", None)


def test_what_former_papers_say_is_not_typed_twice(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    issue(sheets, "open_call_application", proposal, applied_on=date(2026, 5, 20))
    issue(sheets, "project_plan", proposal, purpose="畑を知る", place="小川公園", theme="地域のつながり")
    void = issue(sheets, "project_plan", proposal, place="どこか")
    sheets.void(void, "書き損じ")
    result = documents.values_for("selection_result", "proposal", proposal)
    assert (result["applied_on"], result["issued_on"]) == (date(2026, 5, 20), date(2026, 11, 24))
    plan = documents.values_for("project_plan", "proposal", proposal)
    assert (plan["purpose"], plan["place"], plan["theme"]) == ("畑を知る", "小川公園", "地域のつながり")
    issue(
        sheets,
        "grant_decision",
        proposal,
        issued_on=date(2026, 6, 30),
        granted_amount=90_000,
        document_number="小市協発第12号",
    )
    request = documents.values_for("payment_request", "proposal", proposal)
    assert (request["previous_on"], request["previous_number"]) == (date(2026, 6, 30), "小市協発第12号")
    assert request["amount"] == 90_000
    assert "applied_on" not in request
    change = documents.values_for("change_request", "proposal", proposal)
    assert (change["granted_amount"], change["eligible_cost"]) == (90_000, 120_000)


def decided(sheets: SheetsService, proposal: int, **values: Any) -> int:
    told = {"result": "granted", "issued_on": date(2026, 6, 30), "granted_amount": 90_000, **values}
    return issue(sheets, "grant_decision", proposal, document_number="小市協発第12号", **told)


def test_an_approved_change_is_what_is_granted_and_the_decision_stays_the_decision(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    first = decided(sheets, proposal)
    issue(
        sheets,
        "change_request",
        proposal,
        applied_on=date(2026, 9, 1),
        change_kind="change",
        changed_before="毎月",
        changed_after="隔月",
        granted_amount_after=70_000,
    )
    letter = documents.values_for("change_approval", "proposal", proposal)
    assert (letter["applied_on"], letter["change_kind"]) == (date(2026, 9, 1), "change")
    assert (letter["changed_before"], letter["changed_after"]) == ("毎月", "隔月")
    assert (letter["granted_amount"], letter["granted_amount_after"]) == (90_000, 70_000)
    change = {**letter, "result": "approved", "issued_on": date(2026, 9, 15)}
    issue(sheets, "change_approval", proposal, document_number="小市協発第40号", **change)
    for key in ("project_report", "settlement_notice", "revocation", "change_approval"):
        later = documents.values_for(key, "proposal", proposal)
        assert later["granted_amount"] == 70_000, key
        assert (later["previous_on"], later["previous_number"]) == (date(2026, 6, 30), "小市協発第12号"), key
    assert documents.values_for("payment_request", "proposal", proposal)["amount"] == 70_000
    # A decision written anew stands where the first one stood.
    form = catalogue.find_form("grant_decision")
    anew = {"result": "granted", "issued_on": date(2026, 7, 1), "granted_amount": 80_000}
    owner = SheetOwner("proposal", proposal)
    sheets.reissue(
        first, SheetDraft(form.key, anew, owner, document_number="小市協発第15号"), allow_empty=True
    )
    report = documents.values_for("project_report", "proposal", proposal)
    assert (report["granted_amount"], report["previous_number"]) == (70_000, "小市協発第15号")


def test_a_refused_change_changes_nothing(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    decided(sheets, proposal)
    before = documents.values_for("project_report", "proposal", proposal)
    refused = {"result": "refused", "granted_amount": 85_000, "granted_amount_after": 70_000}
    issue(sheets, "change_approval", proposal, issued_on=date(2026, 9, 15), reject_reason="軽微", **refused)
    assert documents.values_for("project_report", "proposal", proposal) == before


def test_a_refused_grant_leaves_nothing_to_refer_to(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    issue(sheets, "selection_result", proposal, granted_amount=90_000)
    decided(sheets, proposal, result="refused", granted_amount=None)
    known = documents.values_for("payment_request", "proposal", proposal)
    assert known.keys() & {"amount", "previous_on", "previous_number"} == set()


def test_a_letter_s_outcome_terms_and_reasons_are_its_own(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    terms = {"conditions": [{"text": "雨の日を決める"}], "reject_reason": "似た事業がある"}
    issue(sheets, "selection_result", proposal, result="adopted", granted_amount=90_000, **terms)
    decision = documents.values_for("grant_decision", "proposal", proposal)
    assert decision["granted_amount"] == 90_000
    decided(sheets, proposal, **terms)
    for key in ("grant_decision", "change_approval"):
        letter = documents.values_for(key, "proposal", proposal)
        assert letter.keys() & {"result", "conditions", "reject_reason"} == set(), key


def test_the_day_of_a_settlement_is_not_the_day_of_the_grant(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    decided(sheets, proposal)
    assert documents.values_for("settlement_notice", "proposal", proposal)["decided_on"] == date(2026, 11, 24)


def test_a_settlement_works_the_difference_out(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    issue(sheets, "budget", proposal, income=[{"item": "補助金", "amount": 90_000}])
    known = documents.values_for("budget_settlement", "proposal", proposal)
    assert known["income"] == ({"item": "補助金", "amount": 90_000},)
    income = [
        {"item": "補助金", "amount": 90_000, "settled": 86_544},
        {"item": "参加費", "settled": 4_321},
        {"item": "寄付金", "amount": 5_000},
    ]
    words = words_of(documents.print_data("budget_settlement", {**known, "income": income}).pdf)
    assert "△3,456" in words
    assert words.count("4,321") == 2
    assert "△5,000" not in words  # Nothing is settled there yet.
    assert "865" in words  # The sum of the differences.
    typed = [{"item": "補助金", "amount": 90_000, "settled": 86_544, "difference": -1}]
    assert "△3,456" not in words_of(documents.print_data("budget_settlement", {"income": typed}).pdf)


def test_a_payment_request_asks_for_no_amount_that_was_not_granted(
    documents: DocumentsService, proposal: int
) -> None:
    assert "amount" not in documents.values_for("payment_request", "proposal", proposal)


def test_what_an_opinion_says_does_not_stand_in_a_letter(
    documents: DocumentsService, sheets: SheetsService, proposal: int
) -> None:
    opinion = catalogue.find_form("department_opinion")
    (result,) = (field for field in opinion.fields if field.name == "result")
    issue(sheets, "department_opinion", proposal, result=result.options[0].key, conditions="雨の日を決める")
    letter = documents.values_for("selection_result", "proposal", proposal)
    assert {"result", "conditions"} & letter.keys() == set()


def test_a_case_of_a_merged_group_has_the_name_it_was_handed_in_under(
    documents: DocumentsService, store: Store, partners: PartnersService, proposal: int, partner: int
) -> None:
    keep = partners.add(PartnerDraft(name="小川町朝市の会", phone="042-341-1234"))
    MergingService(store).merge(keep, partner, {})
    values = documents.values_for("open_call_application", "proposal", proposal)
    assert (values["partner_name"], values["phone"]) == ("小川町　朝市の会", "042-341-1234")
    assert documents.values_for("officers_list", "partner", partner)["partner_name"] == "小川町朝市の会"


def test_the_register_of_a_year_has_its_receipts_in_order(
    documents: DocumentsService, store: Store, proposal: int, partner: int
) -> None:
    proposals = ProposalsService(store)
    second = proposals.create(replace(CASE, partner_id=partner, title="二つ目"))
    proposals.receive(second)
    proposals.create(replace(CASE, title="まだ下書き"))
    entries = documents.values_for("reception_register", "fiscal_year", 2026)["entries"]
    assert [(one["receipt_number"], one["title"], one["state"]) for one in entries] == [
        ("2026-T-001", "朝市で会う", "受付"),
        ("2026-T-002", "二つ目", "受付"),
    ]
    assert documents.print_record("reception_register", 2026).empty_required == ()


def test_the_survey_of_a_year_begins_from_the_list_before(documents: DocumentsService) -> None:
    entries = documents.values_for("collaboration_survey", "fiscal_year", 2019)["entries"]
    assert len({one["number"] for one in entries}) == 168


def test_the_survey_of_a_section_has_its_own_rows(documents: DocumentsService, store: Store) -> None:
    parts = dict(documents.parts_of_year("collaboration_survey", 2019))
    assert "公民館" in parts
    assert documents.parts_of_year("collaboration_survey", 2031) == ()
    values = documents.values_for("collaboration_survey", "fiscal_year", 2019, "公民館")
    listed = [one for one in CollaborationsService(store).list(2018) if "公民館" in one.departments]
    assert values["department"] == "公民館"
    assert list(dict.fromkeys(one["number"] for one in values["entries"])) == [one.number for one in listed]


def test_a_call_begins_with_the_words_of_its_programme(documents: DocumentsService) -> None:
    parts = documents.parts_of_year("call_notice", 2026)
    assert parts == (("open_call", "小平市提示型公募事業"), ("ikiiki", "行政提案型いきいき協働事業"))
    values = documents.values_for("call_notice", "fiscal_year", 2026, "open_call")
    assert values["programme_title"] == "小平市提示型公募事業"
    assert values["purpose"].startswith("市が提示した事業テーマや地域課題について")
    assert (
        values["applicants"] == "市民活動団体、ボランティア団体、ＮＰＯ、自治会等で公益的活動を行う非営利団体"
    )
    assert values["projects"].endswith("市内で実施する単年度事業")
    assert values["requirements"][0] == {"text": "団体が自ら企画し、かつ実施する事業"}
    assert values["money"] == "１０万円を限度に補助対象経費の１０分の１０"
    assert values["period"] == "１年間の単年度（７月～３月）"
    assert "themes" not in values
    other = documents.values_for("call_notice", "fiscal_year", 2026, "ikiiki")
    assert "requirements" not in other  # They are who may propose what, said above.
    assert "purpose" not in documents.values_for("call_notice", "fiscal_year", 2026)


def test_a_round_s_marks_come_from_its_score_sheets_the_best_first(
    documents: DocumentsService, sheets: SheetsService, store: Store, proposal: int, partner: int
) -> None:
    proposals = ProposalsService(store)
    second = proposals.create(replace(CASE, partner_id=partner, title="二つ目"))
    proposals.receive(second)
    third = proposals.create(replace(CASE, partner_id=partner, title="三つ目"))
    proposals.receive(third)
    for case, member, marks in (
        (proposal, "大沢", (3, 2)),
        (second, "大沢", (5, 4)),
        (second, "津田", (5, 5)),
    ):
        criteria = [
            {"item": "公益性", "full": 5, "weight": 3, "points": marks[0]},
            {"item": "役割分担", "full": 5, "weight": 2, "score": 2 * marks[1]},
        ]
        issue(sheets, "score_sheet", case, member_name=member, criteria=criteria)
    issue(sheets, "score_sheet", second, member_name="髙﨑", recused=True)
    sheets.void(issue(sheets, "score_sheet", proposal, member_name="書き損じ"), "書き損じ")
    values = documents.values_for("score_summary", "fiscal_year", 2026, "open_call")
    assert values["programme_title"] == "小平市提示型公募事業"
    rows = values["scores"]
    told = [(one.get("rank"), one["title"], one.get("member_name"), one.get("total")) for one in rows]
    assert told == [
        (1, "二つ目", "大沢", "23"),
        (1, "二つ目", "津田", "25"),
        (1, "二つ目", "髙﨑", "除斥"),
        (2, "朝市で会う", "大沢", "13"),
        (None, "三つ目", None, None),
    ]
    assert (rows[0]["points_1"], rows[0]["points_2"]) == (15, 8)
    assert (rows[0]["average"], rows[0]["hundred"]) == ("24.0", "96.0")
    assert "points_1" not in rows[2]
    assert (rows[3]["average"], rows[3]["hundred"]) == ("13.0", "52.0")
    assert "scores" not in documents.values_for("score_summary", "fiscal_year", 2026, "ikiiki")


def test_what_is_not_there_is_said(documents: DocumentsService) -> None:
    for kind in ("partner", "proposal", "collaboration", "check_sheet"):
        with pytest.raises(NotFoundError):
            documents.values_for("open_call_application", kind, 999_999)


# Many in one go


def test_many_are_printed_in_files_with_their_fonts_once(
    documents: DocumentsService, proposal: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kyodo_desktop.services.paper_batch.SHEETS_A_FILE", 4)
    progress = Progress()
    files = list(
        documents.print_many("open_call_application", [proposal] * 10, {"applied_on": "2026-05-20"}, progress)
    )
    assert [one.pages for one in files] == [4, 4, 2]
    assert (progress.done, progress.total) == (20, 20)
    assert all("令和８年５月20日" in words_of(one.pdf) for one in files)
    alone = documents.print_record("open_call_application", proposal)
    assert len(files[0].pdf) < 2 * len(alone.pdf)


def test_a_batch_that_lacks_something_makes_no_file_and_names_the_record(
    documents: DocumentsService, store: Store, proposal: int
) -> None:
    bare = ProposalsService(store).create(ProposalDraft(programme="open_call", title="名のない会の事業"))
    with pytest.raises(InputError, match=r"名のない会の事業.*所在地"):
        documents.print_many("open_call_application", [proposal, bare], {"applied_on": "2026-05-20"})
    with pytest.raises(InputError, match="まとめて"):
        documents.print_many("collaboration_list", [2018])


def test_a_batch_can_be_stopped_between_two_files(
    documents: DocumentsService, proposal: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kyodo_desktop.services.paper_batch.SHEETS_A_FILE", 2)
    progress = Progress()
    files = documents.print_many(
        "open_call_application", [proposal] * 6, {"applied_on": "2026-05-20"}, progress
    )
    assert next(files).pages == 2
    progress.cancel()
    with pytest.raises(CancelledError):
        next(files)


def test_many_notices_are_printed_and_issued_in_flat_memory(
    documents: DocumentsService,
    sheets: SheetsService,
    proposal: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody holds the paper that was given out: the fifth file needs no more than the first."""
    monkeypatch.setattr("kyodo_desktop.services.paper_batch.SHEETS_A_FILE", 10)
    shared = {"applied_on": "2026-05-20"}
    next(documents.print_many("open_call_application", [proposal], shared))
    drafts = documents.drafts_for("open_call_application", [proposal] * 50, shared)
    tracemalloc.start()
    try:
        peaks = []
        for printed in documents.print_many("open_call_application", [proposal] * 50, shared):
            assert printed.pages == 10
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.reset_peak()
        assert len(peaks) == 5
        assert peaks[-1] < 1.2 * peaks[0]
        few, many = (_peak_of_issuing(sheets, some) for some in (drafts[:10], drafts))
        assert many - few < sum(len(sheets.pdf(one.id)) for one in sheets.list()) / 2
    finally:
        tracemalloc.stop()
    assert sheets.list()[0].number == "2026-S-00060"


def _peak_of_issuing(sheets: SheetsService, drafts: Sequence[SheetDraft]) -> int:
    held, _peak = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    sheets.issue_many(drafts)
    return tracemalloc.get_traced_memory()[1] - held
