"""一件書類: what is in it, in which order, on which page; what a scanner or an office made of files."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Rectangle
from pypdf.generic import RectangleObject
from pypdfium2 import PdfDocument

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner
from kyodo_desktop.services.attachments import AttachmentsService
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.services.dossier import DossierService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.sheets import SheetsService
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import place_of
from tests.databases.filled import KNOWN_WELL

_MM = 72 / 25.4


@pytest.fixture
def dossier(store: Store) -> DossierService:
    return DossierService(store)


@pytest.fixture
def proposal(store: Store, partners: PartnersService) -> int:
    proposals = ProposalsService(store)
    made = proposals.create(
        ProposalDraft(
            programme="open_call",
            fiscal_year=2026,
            partner_id=partners.add(KNOWN_WELL),
            title="朝市で会う",
            amount=100_000,
            received_by="西田",
        )
    )
    proposals.receive(made)
    return made


def issue(store: Store, proposal: int, *keys: str) -> list[int]:
    sheets, documents = SheetsService(store), DocumentsService(store)
    drafts = (
        SheetDraft(key, documents.values_for(key, "proposal", proposal), SheetOwner("proposal", proposal))
        for key in keys
    )
    return [sheets.issue(draft, allow_empty=True).id for draft in drafts]


def attach(store: Store, proposal: int, *paths: Path) -> None:
    AttachmentsService(store).add("proposal", proposal, paths)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


def drawn(pdf: bytes, page: int) -> Image.Image:
    document = PdfDocument(pdf)
    picture = document[page].render(scale=1).to_pil().convert("RGB")
    document.close()
    return picture


def bookmarks(reader: PdfReader) -> dict[str, int]:
    return {
        str(one.title): (reader.get_destination_page_number(one) or 0) + 1
        for one in reader.outline
        if not isinstance(one, list)
    }


def test_all_papers_stand_in_it_in_order_and_the_contents_say_where(
    dossier: DossierService, store: Store, proposal: int, tmp_path: Path
) -> None:
    issue(store, proposal, "open_call_application", "document_checklist", "officers_list")
    Image.new("L", (3000, 2000), 200).save(tmp_path / "会場の写真.jpg")
    (tmp_path / "会則.docx").write_bytes(b"PK\x03\x04 words")
    (tmp_path / "見積書.pdf").write_bytes(DocumentsService(store).print_blank("budget").pdf)
    attach(store, proposal, *(tmp_path / name for name in ("会場の写真.jpg", "会則.docx", "見積書.pdf")))
    printed = dossier.print(proposal)
    reader = read(printed.pdf)
    found = bookmarks(reader)
    names = (
        "一件書類目録",
        "交付申請書 2026-S-00001",
        "書類確認票 2026-S-00002",
        "役員名簿 2026-S-00003",
        "会場の写真.jpg",
        "見積書.pdf",
    )
    assert list(found) == list(names)
    pages = len(reader.pages)
    assert pages == printed.pages
    assert [found[name] for name in names] == sorted(found.values())
    words = [page.extract_text() for page in reader.pages]
    assert all(f"{number} / {pages}" in text for number, text in enumerate(words, 1))
    assert "2026-S-00002" in words[found["書類確認票 2026-S-00002"] - 1]
    contents = " ".join(words[0].split())
    assert "2026-T-001" in contents
    assert "朝市で会う" in contents
    for name in ("会則.docx", "別に保管", "会場の写真.jpg"):
        assert name in contents
    first, second = found["書類確認票 2026-S-00002"], found["役員名簿 2026-S-00003"] - 1
    assert f"{first}～{second}" in contents
    assert reader.metadata is not None
    assert reader.metadata.title == "一件書類　朝市で会う"
    assert dossier.print(proposal).pdf == printed.pdf


def test_pictures_lie_on_a4_within_margins_and_pages_keep_their_size(
    dossier: DossierService, store: Store, proposal: int, tmp_path: Path
) -> None:
    Image.new("RGB", (4000, 2000), "grey").save(tmp_path / "1.jpg", dpi=(100, 100))
    Image.new("RGB", (300, 600), "grey").save(tmp_path / "2.png", dpi=(300, 300))
    wide = PdfWriter()
    wide.add_blank_page(width=420 * _MM, height=297 * _MM)
    turned = wide.add_blank_page(width=210 * _MM, height=297 * _MM)
    turned.rotate(90)
    wide.write(tmp_path / "3.pdf")
    attach(store, proposal, *(tmp_path / name for name in ("1.jpg", "2.png", "3.pdf")))
    pages = read(dossier.print(proposal).pdf).pages
    sizes = [(round(page.mediabox.width / _MM), round(page.mediabox.height / _MM)) for page in pages]
    assert sizes == [(210, 297), (297, 210), (210, 297), (420, 297), (210, 297)]
    assert [page.rotation for page in pages] == [0, 0, 0, 0, 90]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_seal_put_on_a_turned_page_stays_where_it_is_and_the_number_stands_upright(
    dossier: DossierService, store: Store, proposal: int, tmp_path: Path, turn: int
) -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(width=500, height=700)
    page.cropbox = RectangleObject((20, 30, 480, 640))
    writer.add_annotation(0, Rectangle(rect=(300, 500, 340, 540), interior_color="ff0000"))
    page.rotate(turn)
    writer.write(tmp_path / "押印した見積書.pdf")
    attach(store, proposal, tmp_path / "押印した見積書.pdf")
    before = drawn((tmp_path / "押印した見積書.pdf").read_bytes(), 0)
    after = drawn(dossier.print(proposal).pdf, 1)
    assert after.size == before.size
    added = ImageChops.difference(before, after).convert("L")
    assert before.getcolors() != [(before.width * before.height, (255, 255, 255))]
    left, top, _right, bottom = added.getbbox() or (0, 0, 0, 0)
    assert left > before.width / 2
    assert 0 < top < bottom < 72


@pytest.mark.parametrize("spoilt", ["locked", "torn", "no pdf"])
def test_a_file_that_cannot_be_bound_is_kept_apart(
    dossier: DossierService, store: Store, proposal: int, tmp_path: Path, spoilt: str
) -> None:
    path = tmp_path / "会計書類.pdf"
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    if spoilt == "locked":
        writer.encrypt("秘密")
    writer.write(path)
    if spoilt == "torn":
        path.write_bytes(path.read_bytes()[:200])
    elif spoilt == "no pdf":
        path.write_bytes(b"MZ not at all")
    attach(store, proposal, path)
    reader = read(dossier.print(proposal).pdf)
    assert len(reader.pages) == 1
    assert "別に保管" in reader.pages[0].extract_text()


def test_void_papers_and_discarded_files_are_left_out(
    dossier: DossierService, store: Store, proposal: int, tmp_path: Path
) -> None:
    void, _kept = issue(store, proposal, "open_call_application", "document_checklist")
    SheetsService(store).void(void, "書き損じ")
    (tmp_path / "誤り.txt").write_text("誤り", encoding="utf-8")
    attachments = AttachmentsService(store)
    attachments.discard(attachments.add("proposal", proposal, [tmp_path / "誤り.txt"]))
    reader = read(dossier.print(proposal).pdf)
    assert list(bookmarks(reader)) == ["一件書類目録", "書類確認票 2026-S-00002"]
    assert "誤り" not in reader.pages[0].extract_text()


def test_a_long_contents_list_counts_its_own_pages(
    dossier: DossierService, store: Store, proposal: int
) -> None:
    sheets, documents = SheetsService(store), DocumentsService(store)
    values = documents.values_for("open_call_application", "proposal", proposal)
    draft = SheetDraft("open_call_application", values, SheetOwner("proposal", proposal))
    for _number in range(30):
        sheets.issue(draft, allow_empty=True)
    reader = read(dossier.print(proposal).pdf)
    found = bookmarks(reader)
    assert found["交付申請書 2026-S-00001"] == 3
    assert found["交付申請書 2026-S-00030"] == 32 == len(reader.pages)


def test_what_it_holds_of_persons_is_told(dossier: DossierService, store: Store, proposal: int) -> None:
    issue(store, proposal, "officers_list")
    personal = dossier.print(proposal).personal
    assert personal is not None
    assert (personal.what, personal.fields) == ("一件書類", ("役員",))


def test_a_case_without_papers_and_one_whose_file_is_gone_are_told(
    dossier: DossierService, store: Store, proposal: int
) -> None:
    with pytest.raises(InputError, match="まだない"):
        dossier.print(proposal)
    with pytest.raises(NotFoundError):
        dossier.print(999)
    (made,) = issue(store, proposal, "open_call_application")
    place_of(store.folder.files, SheetsService(store).get(made).sha256).unlink()
    with pytest.raises(NotFoundError, match="2026-S-00001"):
        dossier.print(proposal)
