"""Scans come home: read from real files, kept, put to their record after a glance, never by a guess."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.scans import FileOutcome, ScanRecord, ScanState, TakenIn
from kyodo_desktop.records.settings import SCAN_FOLDER
from kyodo_desktop.records.sheets import IssuedSheet, SheetDraft, SheetOwner, SheetState
from kyodo_desktop.services.attachments import AttachmentsService
from kyodo_desktop.services.check_sheets import CheckSheetsService
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.importing.progress import CancelledError, Progress
from kyodo_desktop.services.maintenance import MaintenanceService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.scans import ScansService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.services.sheets import SheetsService
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import place_of
from tests.databases.filled import proposal_of
from tests.services import scans as paper

APPLICATION: Mapping[str, Any] = {
    "applied_on": date(2026, 5, 20),
    "address": "小平市小川町２丁目1333番地",
    "partner_name": "小川町　朝市の会",
    "representative": "会長　髙﨑　一郎",
    "phone": "042-346-9809",
    "fiscal_year": 2026,
    "title": "朝市で会う",
    "amount": 100_000,
}


@pytest.fixture
def scans(store: Store) -> ScansService:
    return ScansService(store)


@pytest.fixture
def sheets(store: Store) -> SheetsService:
    return SheetsService(store)


@pytest.fixture
def attachments(store: Store) -> AttachmentsService:
    return AttachmentsService(store)


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


@pytest.fixture
def partner(partners: PartnersService) -> int:
    return partners.add(PartnerDraft(name="小川町　朝市の会"))


@pytest.fixture
def sheet(sheets: SheetsService, partner: int) -> IssuedSheet:
    return issue(sheets, partner)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    made = tmp_path / "複合機"
    made.mkdir()
    return made


def issue(sheets: SheetsService, partner: int | None, **values: Any) -> IssuedSheet:
    owner = SheetOwner("partner", partner) if partner is not None else None
    return sheets.issue(SheetDraft("open_call_application", {**APPLICATION, **values}, owner))


def long_one(sheets: SheetsService, partner: int) -> IssuedSheet:
    made = issue(sheets, partner, title="朝市で会う" * 100)
    assert made.pages == 2
    return made


def pages_of(sheets: SheetsService, *wanted: IssuedSheet) -> list[Image.Image]:
    return [page for one in wanted for page in paper.scan_of(sheets.pdf(one.id))]


def put(box: Path, name: str, *pages: Image.Image) -> Path:
    return paper.put(box, name, paper.scanned_pdf(pages))


def outcomes(taken: TakenIn) -> list[tuple[str, FileOutcome]]:
    return [(file.name, file.outcome) for file in taken.files]


def told(scan: ScanRecord) -> tuple[str, int, int, str, ScanState]:
    return scan.source, scan.first_page, scan.pages, scan.number, scan.state


# Reading


def test_several_sheets_of_one_grey_skewed_file_are_found_and_wait_for_a_glance(
    scans: ScansService, sheets: SheetsService, partner: int, box: Path
) -> None:
    first, second = long_one(sheets, partner), issue(sheets, partner)
    pages = pages_of(sheets, first, second)
    path = put(
        box, "朝.pdf", paper.askew(pages[0], 3), paper.turned(pages[1], 90), paper.turned(pages[2], 180)
    )
    taken = scans.take_in([path])
    assert outcomes(taken) == [("朝.pdf", FileOutcome.TAKEN_IN)]
    assert [told(one) for one in taken.scans] == [
        ("朝.pdf", 1, 2, first.number, ScanState.READY),
        ("朝.pdf", 3, 1, second.number, ScanState.READY),
    ]
    assert scans.inbox() == taken.scans
    one = taken.scans[0]
    assert (one.title, one.owner, one.owner_name, one.sheet_id) == (
        "交付申請書",
        SheetOwner("partner", partner),
        "小川町 朝市の会",
        first.id,
    )
    kept = PdfReader(BytesIO(scans.pdf(one.id)))
    assert [page.rotation for page in kept.pages] == [0, 270]
    # Nothing has happened to the sheets yet.
    assert {sheet.state for sheet in sheets.list()} == {SheetState.MADE}


def test_a_glance_is_a_picture_of_the_page_in_colour(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, box: Path
) -> None:
    page = pages_of(sheets, sheet)[0].convert("RGB")
    page.paste((200, 30, 30), (200, 1500, 500, 1800))
    (scan,) = scans.take_in([put(box, "朱肉.pdf", page)]).scans
    with Image.open(BytesIO(scans.image(scan.id, 1, 400))) as glance:
        assert glance.format == "PNG"
        assert glance.width == 400
        red, green, blue = glance.convert("RGB").getpixel((400 * 350 // page.width, 400 * 1650 // page.width))
    assert red > 2 * max(green, blue)
    with pytest.raises(InputError):
        scans.image(scan.id, 2)


def test_sheets_scanned_page_by_page_into_single_files_belong_together(
    scans: ScansService, sheets: SheetsService, partner: int, box: Path
) -> None:
    one = long_one(sheets, partner)
    # A scanner counts without zeros: 10 comes after 9.
    for at, page in zip((9, 10), pages_of(sheets, one), strict=True):
        paper.put(box, f"scan{at}.jpg", paper.jpeg(page, 60))
    taken = scans.take_in([box])
    assert [file.name for file in taken.files] == ["scan9.jpg", "scan10.jpg"]
    (scan,) = taken.scans
    assert (told(scan), scan.files) == (("scan9.jpg", 1, 2, one.number, ScanState.READY), 2)
    assert scans.take_in([box]).count(FileOutcome.KNOWN) == 2


def test_a_file_is_read_once_under_whatever_name_until_that_is_taken_back(
    scans: ScansService, sheets: SheetsService, history: HistoryService, sheet: IssuedSheet, box: Path
) -> None:
    path = put(box, "a.pdf", *pages_of(sheets, sheet))
    scans.take_in([path])
    paper.put(box, "b.pdf", path.read_bytes())
    again = scans.take_in([box])
    assert outcomes(again) == [("a.pdf", FileOutcome.KNOWN), ("b.pdf", FileOutcome.KNOWN)]
    assert (again.scans, len(scans.inbox())) == ((), 1)
    history.undo()
    assert scans.inbox() == ()
    assert scans.take_in([box]).count(FileOutcome.TAKEN_IN) == 1
    assert len(scans.inbox()) == 1


def test_what_cannot_be_read_is_said_and_keeps_no_other_from_it(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, box: Path, store: Store
) -> None:
    good = put(box, "よい.pdf", *pages_of(sheets, sheet))
    paper.put(box, "途中.pdf", good.read_bytes()[:-3000])
    paper.put(box, "空.tif", b"")
    paper.put(box, "表.png", b"PK\x03\x04 no picture")
    paper.put(box, "メモ.txt", b"not looked at")
    taken = scans.take_in([box, box / "ない.pdf"])
    assert {file.name: file.reason.split("」")[1][:10] for file in taken.refused} == {
        "途中.pdf": "はこわれているか、途",
        "空.tif": "は空のファイルです。",
        "表.png": "は PDF でも画像",
        "ない.pdf": "というファイルがあり",
    }
    assert [one.source for one in taken.scans] == ["よい.pdf"]
    SettingsService(store).set(SCAN_FOLDER, str(box / "ない"))
    with pytest.raises(InputError, match="というフォルダーがありません"):
        scans.look_through()


def test_folders_in_a_folder_are_looked_into_but_for_links_and_what_is_hidden(
    scans: ScansService, sheets: SheetsService, partner: int, box: Path
) -> None:
    days = [box / "10日", box / "9日" / "午後", box / ".snapshot"]
    for day in days:
        day.mkdir(parents=True)
        put(day, "SCAN0001.PDF", *pages_of(sheets, issue(sheets, partner)))
    put(box, "0.pdf", *pages_of(sheets, issue(sheets, partner)))
    (box / "9日" / "上へ").symlink_to(box)
    taken = scans.take_in([box])
    assert [one.number for one in taken.scans] == ["2026-S-00004", "2026-S-00002", "2026-S-00001"]
    assert len(taken.files) == 3


def test_what_the_program_keeps_itself_is_no_scan_that_came_home(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, folder: DataFolder, store: Store
) -> None:
    for place in (folder.opened, folder.root.parent / "複合機"):
        place.mkdir(exist_ok=True)
        put(place, f"{place.name}.pdf", *pages_of(sheets, sheet))
    SettingsService(store).set(SCAN_FOLDER, str(folder.root.parent))
    assert outcomes(scans.look_through()) == [("複合機.pdf", FileOutcome.TAKEN_IN)]


def test_a_file_still_being_written_comes_next_time_and_with_it_what_shares_a_sheet(
    scans: ScansService, sheets: SheetsService, partner: int, box: Path
) -> None:
    long, other = long_one(sheets, partner), issue(sheets, partner)
    first, second = pages_of(sheets, long)
    put(box, "1.pdf", first)
    growing = put(box, "2.pdf", second)
    put(box, "3.pdf", *pages_of(sheets, other))

    class Meanwhile(Progress):
        """The scanner goes on writing when the second file has been read."""

        def step(self) -> None:
            super().step()
            if self.done == 2:
                put(box, "2.pdf", second, *pages_of(sheets, other))

    taken = scans.take_in([box], Meanwhile())
    assert {file.name: file.reason for file in taken.refused} == dict.fromkeys(
        ("1.pdf", "2.pdf"),
        "「2.pdf」は、読んでいるあいだに変わりました。書き終わってから、もう一度読んでください。",
    )
    assert [told(one) for one in scans.inbox()] == [("3.pdf", 1, 1, other.number, ScanState.READY)]
    growing.unlink()
    put(box, "2.pdf", second)
    assert [told(one) for one in scans.take_in([box]).scans] == [
        ("1.pdf", 1, 2, long.number, ScanState.READY)
    ]


def test_both_sides_scanned_of_papers_printed_on_one_leave_no_doubt(
    scans: ScansService, sheets: SheetsService, partner: int, box: Path
) -> None:
    made = [issue(sheets, partner), long_one(sheets, partner)]
    back = paper.noisy(Image.new("L", paper.A4, 244), 0.05)
    sides = [side for page in pages_of(sheets, *made) for side in (paper.noisy(paper.askew(page, -7)), back)]
    path = put(box, "両面.pdf", *(paper.turned(side, 180) for side in sides))
    taken = scans.take_in([path])
    assert [told(one) for one in taken.scans] == [
        ("両面.pdf", 1, 2, made[0].number, ScanState.READY),
        ("両面.pdf", 3, 4, made[1].number, ScanState.READY),
    ]
    assert len(PdfReader(BytesIO(scans.pdf(taken.scans[1].id))).pages) == 4


def test_a_cancelled_reading_leaves_nothing(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, box: Path, folder: DataFolder
) -> None:
    for name in ("a.pdf", "b.pdf"):
        put(box, name, *pages_of(sheets, sheet))
    before = sorted(folder.files.rglob("*"))
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        scans.take_in([box], progress)
    assert scans.inbox() == ()
    assert sorted(folder.files.rglob("*")) == before


def test_the_folder_that_is_looked_through_is_the_offices_own(
    scans: ScansService,
    sheets: SheetsService,
    sheet: IssuedSheet,
    box: Path,
    folder: DataFolder,
    store: Store,
) -> None:
    assert (scans.folder(), scans.look_through()) == (folder.scans, TakenIn())
    put(box, "a.pdf", *pages_of(sheets, sheet))
    SettingsService(store).set(SCAN_FOLDER, str(box))
    assert scans.folder() == box
    assert scans.look_through().count(FileOutcome.TAKEN_IN) == 1
    assert (box / "a.pdf").exists()


def test_a_my_number_is_not_taken_in_from_a_code_nor_from_a_name(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, box: Path, store: Store
) -> None:
    card = paper.put(box, "カード.pdf", paper.printed_pdf(["123456789018"]))
    named = put(box, "123456789018.pdf", *pages_of(sheets, sheet))
    taken = scans.take_in([card, named])
    assert "マイナンバー" in taken.refused[0].reason
    assert "123456789018" not in taken.refused[0].reason
    assert [one.source for one in scans.inbox()] == ["スキャン.pdf"]
    assert "123456789018" not in (HistoryService(store).can_undo() or "")


# Doubts


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("blank", "1ページ目：何も写っていません。"),
        ("unknown", "「2026-S-00099」という番号の紙は出していません"),
        ("page", "2 ページ目がありません"),
        ("torn", "二次元コードが欠けているか"),
    ],
)
def test_what_is_not_certain_waits_for_a_person_with_its_reason(
    scans: ScansService, sheets: SheetsService, partner: int, box: Path, kind: str, words: str
) -> None:
    pages = {
        "blank": lambda: [Image.new("L", paper.A4, 255)],
        "unknown": lambda: [paper.picture("2026-S-00099/1")],
        "page": lambda: pages_of(sheets, long_one(sheets, partner))[:1],
        "torn": lambda: [paper.torn(paper.picture("2026-T-003"))],
    }[kind]()
    (scan,) = scans.take_in([put(box, "a.pdf", *pages)]).scans
    assert scan.state is ScanState.DOUBTFUL
    assert words in scan.reason
    with pytest.raises(ConflictError, match="番号が決まっていません"):
        scans.confirm([scan.id])


def test_a_paper_that_came_home_before_or_lies_in_the_list_twice_is_told(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, box: Path
) -> None:
    page = pages_of(sheets, sheet)[0]
    first, second = scans.take_in([put(box, "a.pdf", page, page)]).scans
    assert (first.state, second.state) == (ScanState.READY, ScanState.DOUBTFUL)
    assert "前にもう1つ読んでいます" in second.reason
    scans.confirm([first.id])
    scans.drop([second.id])
    (third,) = scans.take_in([put(box, "b.pdf", paper.noisy(page))]).scans
    assert "「受領」です（令和8年11月24日）" in third.reason


def test_a_void_paper_names_the_one_that_replaced_it(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, partner: int, box: Path
) -> None:
    pages = pages_of(sheets, sheet)
    later = sheets.reissue(sheet.id, SheetDraft("open_call_application", APPLICATION))
    (scan,) = scans.take_in([put(box, "a.pdf", *pages)]).scans
    assert (scan.state, scan.sheet_id, scan.number) == (ScanState.DOUBTFUL, None, sheet.number)
    assert f"{later.number} に差し替えた、無効の紙です" in scan.reason
    with pytest.raises(InputError, match="無効の紙です"):
        scans.assign(scan.id, sheet.number)
    assert scans.assign(scan.id, later.number).sheet_id == later.id


def test_a_sheet_that_became_void_since_is_not_put_anywhere(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, partner: int, box: Path
) -> None:
    other = issue(sheets, partner)
    ready = scans.take_in([put(box, "a.pdf", *pages_of(sheets, other, sheet))]).scans
    sheets.void(sheet.id, "書きまちがい")
    with pytest.raises(ConflictError, match="「無効」なので"):
        scans.confirm([one.id for one in ready])
    assert sheets.get(other.id).state is SheetState.MADE
    assert len(scans.inbox()) == 2


# Deciding


@pytest.mark.parametrize("typed", ["2026-S-1", "２０２６－Ｓ－１", "r8 s 1", "令和8年度 S 00001"])
def test_a_number_typed_by_hand_settles_a_doubt(
    scans: ScansService, sheet: IssuedSheet, box: Path, typed: str
) -> None:
    (scan,) = scans.take_in([put(box, "a.pdf", Image.new("L", paper.A4, 255))]).scans
    for wrong, words in (
        ("会則", "番号として読めません"),
        ("2026-S-7", "出していません"),
        ("2026-T-7", "提案はありません"),
    ):
        with pytest.raises(InputError, match=words) as caught:
            scans.assign(scan.id, wrong)
        assert caught.value.field == "number"
    named = scans.assign(scan.id, typed)
    assert (named.number, named.state, named.reason, named.sheet_id) == (
        sheet.number,
        ScanState.READY,
        "",
        sheet.id,
    )


def test_a_confirmed_scan_lies_with_its_record_and_the_sheet_has_come_back(
    scans: ScansService,
    sheets: SheetsService,
    attachments: AttachmentsService,
    sheet: IssuedSheet,
    partner: int,
    box: Path,
) -> None:
    sheets.hand_out([sheet.id], "朝市の会　髙﨑さん")
    path = put(box, "a.pdf", *pages_of(sheets, sheet))
    (scan,) = scans.take_in([path]).scans
    path.unlink()
    (done,) = scans.confirm([scan.id])
    assert (done.state, scans.inbox(), sheets.out()) == (ScanState.ATTACHED, (), ())
    back = sheets.get(sheet.id)
    assert (back.state, back.received_on) == (SheetState.RECEIVED, date(2026, 11, 24))
    (file,) = attachments.of("partner", partner)
    assert (file.id, file.name, file.title) == (
        done.attachment_id,
        f"{sheet.number} 交付申請書.pdf",
        "交付申請書",
    )
    assert attachments.path_of(file.id).read_bytes() == scans.pdf(scan.id)
    assert scans.of_sheet(sheet.id) == (done,)
    with pytest.raises(ConflictError, match="もう片づいています"):
        scans.confirm([scan.id])


def test_it_can_be_taken_back_and_done_again_in_one_step(
    scans: ScansService,
    sheets: SheetsService,
    attachments: AttachmentsService,
    history: HistoryService,
    sheet: IssuedSheet,
    partner: int,
    box: Path,
) -> None:
    other = issue(sheets, partner)
    ready = scans.take_in([put(box, "a.pdf", *pages_of(sheets, sheet, other))]).scans
    scans.confirm([one.id for one in ready])
    assert history.can_undo() == f"スキャンを綴じる: {sheet.number} ほか1件"
    history.undo()
    assert attachments.of("partner", partner) == ()
    assert sheets.get(sheet.id).state is SheetState.MADE
    assert scans.inbox() == ready
    assert attachments.sweep() == 0
    history.redo()
    assert len(attachments.of("partner", partner)) == 2
    assert sheets.get(other.id).state is SheetState.RECEIVED


def test_a_receipt_number_leads_to_its_proposal(
    scans: ScansService, attachments: AttachmentsService, store: Store, partner: int, box: Path
) -> None:
    proposals = ProposalsService(store)
    made = proposals.create(proposal_of(partner))
    number = proposals.receive(made).receipt_number
    (scan,) = scans.take_in([put(box, "a.pdf", paper.askew(paper.picture(str(number)), 2))]).scans
    assert (scan.state, scan.owner, scan.owner_name) == (
        ScanState.READY,
        SheetOwner("proposal", made),
        "朝市で会う",
    )
    scans.confirm([scan.id])
    assert [file.name for file in attachments.of("proposal", made)] == [f"{number} 提案の書類.pdf"]


def test_a_paper_of_no_record_comes_home_and_its_scan_is_still_found(
    scans: ScansService, sheets: SheetsService, box: Path, attachments: AttachmentsService
) -> None:
    alone = issue(sheets, None)
    (scan,) = scans.take_in([put(box, "a.pdf", *pages_of(sheets, alone))]).scans
    scans.confirm([scan.id])
    assert sheets.get(alone.id).state is SheetState.RECEIVED
    (found,) = scans.of_sheet(alone.id)
    assert attachments.sweep() == 0
    assert scans.pdf(found.id).startswith(b"%PDF")


def test_what_belongs_nowhere_is_put_aside_and_can_come_back(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, box: Path, history: HistoryService
) -> None:
    blank, ready = scans.take_in(
        [put(box, "a.pdf", Image.new("L", paper.A4, 255)), put(box, "b.pdf", *pages_of(sheets, sheet))]
    ).scans
    scans.drop([blank.id, ready.id])
    assert scans.inbox() == ()
    assert [one.id for one in scans.dropped()] == [ready.id, blank.id]
    # It is not offered again by the folder.
    assert scans.take_in([box]).count(FileOutcome.KNOWN) == 2
    scans.put_back([blank.id, ready.id])
    assert [one.state for one in scans.inbox()] == [ScanState.DOUBTFUL, ScanState.READY]
    history.undo()
    assert scans.inbox() == ()


def test_the_kept_pages_are_backed_up_and_a_lost_file_is_told(
    scans: ScansService, sheets: SheetsService, sheet: IssuedSheet, box: Path, store: Store
) -> None:
    (scan,) = scans.take_in([put(box, "a.pdf", *pages_of(sheets, sheet))]).scans
    first = scans.pdf(scan.id)
    MaintenanceService(store).backup()
    place_of(store.folder.files, scan.sha256).unlink()
    assert scans.pdf(scan.id) == first
    place_of(store.folder.backup_files, scan.sha256).unlink()
    with pytest.raises(NotFoundError, match=r"「a\.pdf」から読んだファイルが、なくなっているか"):
        scans.confirm([scan.id])
    assert sheets.get(sheet.id).state is SheetState.MADE


# Papers that are drawn by a module of their own


@pytest.mark.parametrize(("edition", "pages"), [("four", 4), ("two", 2)])
def test_a_signed_check_sheet_comes_home_to_its_record(
    store: Store,
    sheets: SheetsService,
    scans: ScansService,
    attachments: AttachmentsService,
    partner: int,
    box: Path,
    edition: str,
    pages: int,
) -> None:
    mark = CheckMarkRecord("plan_1", Side.PARTNER, Moment.BEFORE, MarkValue.DONE)
    draft = CheckSheetDraft(fiscal_year=2026, title="朝市で会う", partner_id=partner, marks=(mark,))
    record = CheckSheetsService(store).create(draft)
    values = DocumentsService(store).values_for("check_sheet", "check_sheet", record)
    assert values["plan_1_before_partner"] == "done"
    signed = {**values, "edition": edition, "signature_lines": True}
    owner = SheetOwner("check_sheet", record)
    issued = sheets.issue(SheetDraft("check_sheet", signed, owner))
    assert issued.pages == pages
    sheets.mark_printed((issued.id,))
    sheets.hand_out((issued.id,), "朝市の会", date(2026, 12, 11))
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(sheets.pdf(issued.id))).pages)
    assert "確認日" in words
    (scan,) = scans.take_in([put(box, "署名済.pdf", *pages_of(sheets, issued))]).scans
    assert told(scan) == ("署名済.pdf", 1, pages, issued.number, ScanState.READY)
    scans.confirm((scan.id,))
    assert sheets.get(issued.id).state is SheetState.RECEIVED
    (kept,) = attachments.of("check_sheet", record)
    assert kept.title == "相互チェックシート"


def test_an_issued_slip_is_its_sheet_and_only_beside_its_own_receipt(
    store: Store, sheets: SheetsService, scans: ScansService, partner: int, box: Path
) -> None:
    proposals = ProposalsService(store)
    first, second = (proposals.create(replace(proposal_of(partner), title=title)) for title in ("一", "二"))
    for one in (first, second):
        proposals.receive(one)
    values = DocumentsService(store).values_for("reception_slip", "proposal", first)
    slip = sheets.issue(SheetDraft("reception_slip", values, SheetOwner("proposal", first)))
    (scan,) = scans.take_in([put(box, "票.pdf", *pages_of(sheets, slip))]).scans
    assert told(scan) == ("票.pdf", 1, 1, slip.number, ScanState.READY)
    # A slip of another proposal that lies on a paper does not make that paper the slip's.
    strange = sheets.issue(SheetDraft("reception_slip", values, SheetOwner("proposal", second)))
    (scan,) = scans.take_in([put(box, "別.pdf", *pages_of(sheets, strange))]).scans
    assert scan.state is ScanState.DOUBTFUL
    assert "番号の違う二次元コード" in scan.reason
