"""Issued papers: the number and code on each page, the file that is kept, the steps of their life."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheet_codes import SheetCode, SheetNumber
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner, SheetState
from kyodo_desktop.services.attachments import AttachmentsService
from kyodo_desktop.services.counter import CounterService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.importing.progress import CancelledError, Progress
from kyodo_desktop.services.maintenance import MaintenanceService
from kyodo_desktop.services.merging import MergingService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.personal_data import PersonalDataService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.scanning.reader import read_scans
from kyodo_desktop.services.sheets import SheetsService
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import place_of

APPLICATION: Mapping[str, Any] = {
    "applied_on": date(2026, 5, 20),
    "postal_code": "187-0032",
    "address": "小平市小川町２丁目1333番地",
    "partner_name": "小川町　朝市の会",
    "representative": "会長　髙﨑　一郎",
    "phone": "042-346-9809",
    "fiscal_year": 2026,
    "title": "朝市で会う",
    "amount": 100_000,
}


@pytest.fixture
def sheets(store: Store) -> SheetsService:
    return SheetsService(store)


@pytest.fixture
def partner(partners: PartnersService) -> int:
    return partners.add(PartnerDraft(name="小川町　朝市の会"))


@pytest.fixture
def draft(partner: int) -> SheetDraft:
    return SheetDraft("open_call_application", APPLICATION, SheetOwner("partner", partner))


def words_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


# Giving out


def test_an_issued_paper_carries_its_number_and_a_code_on_every_page(
    sheets: SheetsService, draft: SheetDraft, tmp_path: Path
) -> None:
    long = {**APPLICATION, "title": "朝市で会う" * 100}
    sheet = sheets.issue(replace(draft, values=long))
    assert (sheet.number, sheet.state, sheet.title) == ("2026-S-00001", SheetState.MADE, "交付申請書")
    assert sheet.owner_name == "小川町　朝市の会".replace("　", " ")
    pdf = sheets.pdf(sheet.id)
    assert len(PdfReader(BytesIO(pdf)).pages) == sheet.pages > 1
    path = tmp_path / "発行.pdf"
    path.write_bytes(pdf)
    number = SheetNumber(2026, 1)
    read = [page.codes for page in read_scans(path)]
    assert read == [(str(SheetCode(number, page)),) for page in range(1, sheet.pages + 1)]


def test_the_file_is_kept_byte_for_byte_whatever_the_records_say_later(
    sheets: SheetsService, partners: PartnersService, draft: SheetDraft, partner: int, store: Store
) -> None:
    sheet = sheets.issue(draft)
    first = sheets.pdf(sheet.id)
    partners.edit(partner, PartnerDraft(name="新しい名前の会"))
    assert sheets.pdf(sheet.id) == first == place_of(store.folder.files, sheet.sha256).read_bytes()
    assert sheets.get(sheet.id).owner_name == "新しい名前の会"
    assert sheets.values(sheet.id)["partner_name"] == "小川町　朝市の会"
    assert sheets.values(sheet.id)["applied_on"] == date(2026, 5, 20)


def test_a_damaged_file_comes_back_from_the_backups_or_is_told(
    sheets: SheetsService, draft: SheetDraft, store: Store
) -> None:
    sheet = sheets.issue(draft)
    first = sheets.pdf(sheet.id)
    maintenance = MaintenanceService(store)
    maintenance.backup()
    place_of(store.folder.files, sheet.sha256).write_bytes(b"%PDF-torn")
    assert sheets.pdf(sheet.id) == first
    (told,) = maintenance.check()
    assert sheet.number in told
    assert maintenance.check() == ()
    place_of(store.folder.files, sheet.sha256).unlink()
    place_of(store.folder.backup_files, sheet.sha256).unlink()
    with pytest.raises(NotFoundError, match=sheet.number):
        sheets.pdf(sheet.id)


def test_the_sweep_leaves_the_files_of_sheets(sheets: SheetsService, draft: SheetDraft, store: Store) -> None:
    sheet = sheets.issue(draft)
    assert AttachmentsService(store).sweep() == 0
    assert sheets.pdf(sheet.id)


def test_empty_required_fields_are_named_and_nothing_is_issued(
    sheets: SheetsService, draft: SheetDraft, store: Store
) -> None:
    lacking = replace(draft, values={**APPLICATION, "title": "", "amount": None})
    with pytest.raises(InputError, match="事業の名称、交付申請額") as told:
        sheets.issue(lacking)
    assert told.value.field == "title"
    assert sheets.list() == ()
    assert list(store.folder.files.glob("??/*")) == []
    assert sheets.issue(lacking, allow_empty=True).number == "2026-S-00001"


def test_a_my_number_goes_on_no_paper(sheets: SheetsService, draft: SheetDraft) -> None:
    with pytest.raises(InputError, match="マイナンバー"):
        sheets.issue(replace(draft, values={**APPLICATION, "title": "番号 123456789018"}))


def test_a_letter_is_not_issued_without_the_mayors_name(sheets: SheetsService, partner: int) -> None:
    letter = {
        "issued_on": date(2026, 6, 30),
        "partner_name": "小川町　朝市の会",
        "representative": "会長　髙﨑　一郎",
        "fiscal_year": 2026,
        "programme_title": "小平市提示型公募事業",
        "applied_on": date(2026, 5, 20),
        "receipt_number": "2026-T-001",
        "title": "朝市で会う",
        "result": "adopted",
    }
    with pytest.raises(InputError, match="市長名"):
        sheets.issue(SheetDraft("selection_result", letter, SheetOwner("partner", partner)))


def test_a_number_is_never_given_twice_and_none_is_lost_by_a_failure(
    sheets: SheetsService, draft: SheetDraft, store: Store
) -> None:
    sheets.issue(draft)
    history = HistoryService(store)
    with pytest.raises(ConflictError, match="番号は取り消せません"):
        history.undo()
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        sheets.issue_many([draft] * 3, progress)
    assert [one.number for one in sheets.issue_many([draft] * 2)] == ["2026-S-00002", "2026-S-00003"]
    assert len(list(store.folder.opened.glob("*"))) == 0


class _GivesUp(Progress):
    """A clerk who presses 中止 when two papers are done."""

    def step(self) -> None:
        super().step()
        if self.done == 2:
            self.cancel()


def test_a_batch_that_is_stopped_half_way_issues_nothing(
    sheets: SheetsService, draft: SheetDraft, store: Store
) -> None:
    with pytest.raises(CancelledError):
        sheets.issue_many([draft] * 5, _GivesUp())
    assert sheets.list() == ()
    assert list(store.folder.opened.glob("*")) == []
    assert sheets.issue(draft).number == "2026-S-00001"


def test_serials_begin_anew_with_the_fiscal_year(
    sheets: SheetsService, draft: SheetDraft, clock: FixedClock
) -> None:
    sheets.issue(draft)
    clock.moment += timedelta(days=200)
    assert sheets.issue(draft).number == "2027-S-00001"


def test_a_batch_names_the_record_that_lacks_something_and_issues_none(
    sheets: SheetsService, draft: SheetDraft
) -> None:
    lacking = replace(draft, values={**APPLICATION, "partner_name": "あおば会", "title": ""})
    with pytest.raises(InputError, match=r"「あおば会」の「交付申請書」.*事業の名称"):
        sheets.issue_many([draft, lacking, draft])
    assert sheets.list() == ()


def test_a_paper_of_many_records_cannot_be_issued(sheets: SheetsService) -> None:
    with pytest.raises(InputError, match="発行できません"):
        sheets.issue(SheetDraft("address_labels", {}))


# Its life


def test_a_sheet_goes_out_comes_home_and_is_filed(
    sheets: SheetsService, draft: SheetDraft, clock: FixedClock, store: Store, partner: int
) -> None:
    sheet = sheets.issue(draft)
    sheets.mark_printed([sheet.id], "複合機")
    clock.moment += timedelta(days=1)
    sheets.hand_out([sheet.id], "会長　髙﨑さん", date(2026, 12, 1))
    (out,) = sheets.out()
    assert (out.state, out.holder, out.awaited_since) == (
        SheetState.AWAITED,
        "会長 髙﨑さん",
        date(2026, 11, 25),
    )
    (paper,) = CounterService(store).card(partner).papers_out
    assert paper.record_id == sheet.id
    assert "髙﨑さんの手元にあります（令和8年12月1日まで）" in paper.state
    clock.moment += timedelta(days=10)
    assert out.is_late_on(clock.today())
    assert "過ぎています" in CounterService(store).card(partner).papers_out[0].state
    sheets.receive([sheet.id])
    assert sheets.out() == () == CounterService(store).card(partner).papers_out
    sheets.file_away([sheet.id], date(2026, 12, 6))
    filed = sheets.get(sheet.id)
    assert (filed.state, filed.printed_on, filed.awaited_since, filed.received_on, filed.filed_on) == (
        SheetState.FILED,
        date(2026, 11, 24),
        date(2026, 11, 25),
        date(2026, 12, 5),
        date(2026, 12, 6),
    )
    assert [act.what for act in HistoryService(store).of("partner", partner)][:2] == [
        "2026-S-00001 交付申請書を綴る",
        "2026-S-00001 交付申請書を受領する",
    ]


def test_steps_go_back_one_by_one(sheets: SheetsService, draft: SheetDraft) -> None:
    sheet = sheets.issue(draft)
    sheets.mark_printed([sheet.id])
    sheets.hand_out([sheet.id], "会長", None)
    sheets.receive([sheet.id])
    sheets.file_away([sheet.id])
    sheets.void(sheet.id, "書き損じ")
    found = []
    for _step in range(5):
        sheets.step_back(sheet.id)
        found.append(sheets.get(sheet.id).state)
    assert found == [
        SheetState.FILED,
        SheetState.RECEIVED,
        SheetState.AWAITED,
        SheetState.PRINTED,
        SheetState.MADE,
    ]
    again = sheets.get(sheet.id)
    assert (again.holder, again.printed_on, again.filed_on, again.void_on) == ("", None, None, None)
    with pytest.raises(ConflictError, match="戻す段階がありません"):
        sheets.step_back(sheet.id)


def test_a_step_that_cannot_be_is_refused_with_all_that_go_with_it(
    sheets: SheetsService, draft: SheetDraft
) -> None:
    one, other, void = sheets.issue_many([draft] * 3)
    sheets.receive([one.id])
    sheets.void(void.id, "書き損じ")
    for act in (
        lambda: sheets.file_away([other.id]),
        lambda: sheets.receive([other.id, one.id]),
        lambda: sheets.hand_out([other.id, one.id], "会長"),
        lambda: sheets.mark_printed([other.id, void.id]),
        lambda: sheets.hand_out([other.id, void.id], "会長"),
        lambda: sheets.void(void.id, "もう一度"),
    ):
        with pytest.raises(ConflictError):
            act()
    with pytest.raises(InputError, match="渡した相手"):
        sheets.hand_out([other.id], "　")
    with pytest.raises(InputError, match="渡す日より前"):
        sheets.hand_out([other.id], "会長", date(2026, 11, 1))
    with pytest.raises(InputError, match="理由"):
        sheets.void(other.id, " ")
    assert sheets.get(other.id).state is SheetState.MADE


def test_a_paper_issued_anew_says_what_it_replaces(sheets: SheetsService, draft: SheetDraft) -> None:
    first = sheets.issue(draft)
    sheets.mark_printed([first.id])
    second = sheets.reissue(first.id, SheetDraft(draft.form_key, {**APPLICATION, "amount": 90_000}))
    former = sheets.get(first.id)
    assert (second.replaces, second.owner) == (first.number, draft.owner)
    assert (former.state, former.replaced_by) == (SheetState.VOID, second.number)
    assert second.number in former.note
    assert "90,000" in words_of(sheets.pdf(second.id))
    assert "100,000" in words_of(sheets.pdf(first.id))
    for act in (lambda: sheets.step_back(first.id), lambda: sheets.reissue(first.id, draft)):
        with pytest.raises(ConflictError):
            act()
    with pytest.raises(ConflictError):
        sheets.mark_printed([first.id])


def test_steps_can_be_undone(sheets: SheetsService, draft: SheetDraft, store: Store) -> None:
    sheet = sheets.issue(draft)
    sheets.hand_out([sheet.id], "会長")
    HistoryService(store).undo()
    assert sheets.get(sheet.id) == sheet
    HistoryService(store).redo()
    assert sheets.get(sheet.id).holder == "会長"


# Finding


def test_a_sheet_is_found_by_number_in_any_spelling_and_by_words(
    sheets: SheetsService, draft: SheetDraft
) -> None:
    one, other = sheets.issue_many([replace(draft, document_number="小市協発第12号"), draft])
    sheets.hand_out([other.id], "会長 髙﨑")
    for typed in ("2026-S-00001", "２０２６－Ｓ－１", "r8 s 1", "令和8年度S1", "2026-S-00001/1"):
        assert sheets.find(typed) == (one,)
    assert sheets.find("協発第１２号") == (one,)
    assert [found.id for found in sheets.find("高崎 交付申請")] == [other.id]
    assert [found.id for found in sheets.find("あさいち")] == []
    assert len(sheets.find("朝市の会")) == 2
    assert sheets.find("　") == sheets.find("2026-S-9") == ()
    assert sheets.numbered("2026-S-9") is None


def test_a_partners_sheets_are_those_of_its_cases_too_and_follow_a_merge(
    sheets: SheetsService, draft: SheetDraft, store: Store, partner: int, partners: PartnersService
) -> None:
    proposal = ProposalsService(store).create(
        ProposalDraft(programme="open_call", fiscal_year=2026, partner_id=partner, title="朝市で会う")
    )
    own = sheets.issue(draft)
    of_case = sheets.issue(replace(draft, owner=SheetOwner("proposal", proposal)))
    assert [one.id for one in sheets.of(SheetOwner("partner", partner))] == [own.id]
    assert [one.id for one in sheets.of_partner(partner)] == [of_case.id, own.id]
    keep = partners.add(PartnerDraft(name="小川町朝市の会"))
    merging = MergingService(store)
    assert merging.plan(keep, partner).moves.sheets == 1
    merging.merge(keep, partner, {})
    assert sheets.get(own.id).owner == SheetOwner("partner", keep)
    assert [one.id for one in sheets.of_partner(keep)] == [of_case.id, own.id]
    assert [one.id for one in sheets.of(SheetOwner("partner", partner))] == [own.id]


def test_what_belongs_to_no_record_is_refused(sheets: SheetsService, draft: SheetDraft) -> None:
    with pytest.raises(NotFoundError):
        sheets.issue(replace(draft, owner=SheetOwner("proposal", 999)))
    with pytest.raises(NotFoundError):
        sheets.pdf(999)
    assert sheets.issue(replace(draft, owner=None)).owner is None


# On the way out


def test_what_leaves_with_persons_data_is_noted(
    sheets: SheetsService, partner: int, store: Store, tmp_path: Path
) -> None:
    values = {"partner_name": "朝市の会", "as_of": date(2026, 11, 24), "members": 8}
    officers = tuple({"title": "会長", "name": f"髙﨑　{n}郎"} for n in range(1, 4))
    sheet = sheets.issue(
        SheetDraft("officers_list", {**values, "officers": officers}, SheetOwner("partner", partner))
    )
    personal = PersonalDataService(store)
    sheets.pdf(sheet.id)
    assert personal.uses() == ()
    sheets.mark_printed([sheet.id, sheet.id], "複合機")
    sheets.save(sheet.id, tmp_path / "名簿.pdf")
    saved, printed = personal.uses()
    assert (printed.what, printed.target, printed.records) == ("役員名簿", "複合機", 1)
    assert saved.target == str(tmp_path / "名簿.pdf")
    assert (tmp_path / "名簿.pdf").read_bytes() == sheets.pdf(sheet.id)


def test_many_sheets_go_to_a_printer_in_files_that_memory_holds(
    sheets: SheetsService, draft: SheetDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kyodo_desktop.services.sheet_files.SHEETS_A_FILE", 4)
    progress = Progress()
    made = sheets.issue_many([draft] * 10, progress)
    assert (progress.done, progress.total) == (10, 10)
    files = list(sheets.for_printer([one.id for one in made]))
    assert [len(PdfReader(BytesIO(pdf)).pages) for pdf in files] == [4, 4, 2]
    words = "".join(map(words_of, files))
    assert sorted(made, key=lambda one: words.index(one.number)) == list(made)
