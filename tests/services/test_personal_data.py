"""What left the program with personal data in it is known afterwards, and how many persons are held."""

import csv
import io
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import StoreError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.import_table import ImportTable
from kyodo_desktop.records.partner_papers import Addressee, Edition, LabelLayout
from kyodo_desktop.records.partner_parts import PartnerContact, PartnerOfficer
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.personal_data import DataUse, PersonalContent
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.partner_export import PartnerExportService
from kyodo_desktop.services.partner_import import PartnerImportService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.personal_data import PersonalDataService
from kyodo_desktop.services.settings import SettingsService
from kyodo_desktop.store import Store, open_store
from tests.services.partner_fixtures import KNOWN_WELL

NOBODY = PartnerDraft(name="だれの名もない会", website="https://www.example.jp/")


@pytest.fixture
def log(store: Store) -> PersonalDataService:
    return PersonalDataService(store)


@pytest.fixture
def export(store: Store) -> PartnerExportService:
    return PartnerExportService(store)


@pytest.fixture
def documents(store: Store) -> DocumentsService:
    return DocumentsService(store)


# The log


def test_an_export_is_noted_with_who_when_what_and_where(
    store: Store,
    clock: FixedClock,
    partners: PartnersService,
    export: PartnerExportService,
    log: PersonalDataService,
    tmp_path: Path,
) -> None:
    SettingsService(store).set("clerk_name", "西田")
    ids = [partners.add(KNOWN_WELL), partners.add(NOBODY)]
    path = tmp_path / "団体台帳.xlsx"
    export.partners(ids, "xlsx", path)
    (use,) = log.uses()
    assert (use.moment, use.who, use.use, use.what) == (clock.now(), "西田", DataUse.EXPORT, "団体台帳")
    assert (use.records, use.target) == (1, str(path))
    assert use.fields == ("代表者", "電話", "メール", "郵便番号", "所在地", "連絡先", "役員", "備考")


def test_only_the_columns_that_are_written_count(
    partners: PartnersService, export: PartnerExportService, log: PersonalDataService, tmp_path: Path
) -> None:
    ids = [partners.add(KNOWN_WELL)]
    export.partners(ids, "csv", tmp_path / "a.csv", columns=("name", "website"))
    assert log.uses() == ()
    export.partners(ids, "csv", tmp_path / "b.csv", columns=("name", "phone"))
    assert [use.fields for use in log.uses()] == [("電話",)]


def test_a_public_edition_is_noted_only_for_what_was_published_of_persons(
    partners: PartnersService, export: PartnerExportService, log: PersonalDataService, tmp_path: Path
) -> None:
    silent = partners.add(KNOWN_WELL)
    export.partners([silent], "json", tmp_path / "a.json", public=True)
    assert log.uses() == ()
    spoken = partners.add(replace(KNOWN_WELL, corporate_number="", public_fields=frozenset({"phone"})))
    export.partners([silent, spoken], "json", tmp_path / "b.json", public=True)
    (use,) = log.uses()
    assert (use.what, use.records, use.fields) == ("団体名簿（公開用）", 1, ("電話",))


def test_a_file_that_could_not_be_written_is_not_noted(
    partners: PartnersService, export: PartnerExportService, log: PersonalDataService, tmp_path: Path
) -> None:
    ids = [partners.add(KNOWN_WELL)]
    with pytest.raises(Exception, match="フォルダー"):
        export.partners(ids, "csv", tmp_path / "nowhere" / "a.csv")
    assert log.uses() == ()


def test_rows_left_by_an_import_are_noted_too(store: Store, log: PersonalDataService, tmp_path: Path) -> None:
    service = PartnerImportService(store)
    source = tmp_path / "list.csv"
    source.write_text("団体名,代表者,ホームページ\n,山田 花子,https://a.example.jp\n", "utf-8")
    table: ImportTable = service.read(source)
    plan = service.plan(table, [one.target for one in service.propose(table)])
    service.write_left(plan, tmp_path / "left.xlsx")
    (use,) = log.uses()
    assert (use.what, use.records, use.fields) == ("読み込まなかった行（list.csv）", 1, ("代表者",))


def test_papers_say_what_of_persons_they_hold(partners: PartnersService, documents: DocumentsService) -> None:
    known, nobody = partners.add(KNOWN_WELL), partners.add(NOBODY)
    card = documents.print_card(known).personal
    assert card is not None
    assert card.what == f"団体カルテ（{KNOWN_WELL.name}）"
    assert card.records == 1
    assert card.fields == ("代表者", "郵便番号", "所在地", "電話", "メール", "連絡先", "役員", "備考")
    directory = documents.print_directory((known, nobody), Edition.OFFICE).personal
    assert directory is not None
    assert (directory.what, directory.records) == ("団体名簿（庁内版）", 1)
    labels = documents.print_labels((known,), LabelLayout.TWELVE, 1, Addressee.REPRESENTATIVE).personal
    assert labels is not None
    assert labels.fields == ("郵便番号", "所在地", "役職・氏名")


def test_papers_without_persons_say_so(partners: PartnersService, documents: DocumentsService) -> None:
    known, nobody = partners.add(KNOWN_WELL), partners.add(NOBODY)
    assert documents.print_card(nobody).personal is None
    assert documents.print_directory((known,), Edition.PUBLIC).personal is None
    assert documents.print_blank("partner_card").personal is None
    assert documents.print_collaborations(2018, None).personal is None
    given = {"name": "会", "contacts": [{"purpose": "事務局"}]}
    assert documents.print_data("partner_card", given).personal is None


def test_a_paper_without_persons_is_not_noted(log: PersonalDataService) -> None:
    log.note(None, DataUse.PRINT, "複合機")
    log.note(PersonalContent("宛名ラベル", 12, ("所在地",)), DataUse.PRINT, "複合機")
    assert [(use.use, use.what, use.target) for use in log.uses()] == [
        (DataUse.PRINT, "宛名ラベル", "複合機")
    ]


def test_the_newest_comes_first_and_the_log_is_written_out_oldest_first(
    log: PersonalDataService, clock: FixedClock, tmp_path: Path
) -> None:
    for n in range(3):
        log.note(PersonalContent(f"名簿{n}", n + 1, ("代表者", "電話")), DataUse.EXPORT, "=cmd.csv")
        clock.moment += timedelta(hours=1)
    assert [use.what for use in log.uses(2)] == ["名簿2", "名簿1"]
    path = tmp_path / "記録.csv"
    assert log.save_log(path) == 3
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows[0] == ["日時", "だれが", "方法", "内容", "件数", "項目", "出した先"]
    assert [row[3] for row in rows[1:]] == ["名簿0", "名簿1", "名簿2"]
    assert rows[1][0] == "2026-11-24 12:00"
    assert rows[1][-2:] == ["代表者・電話", "'=cmd.csv"]


def test_the_log_is_no_act_that_could_be_undone(store: Store, log: PersonalDataService) -> None:
    log.note(PersonalContent("名簿", 1, ("電話",)), DataUse.PRINT)
    assert HistoryService(store).can_undo() is None
    assert len(log.uses()) == 1


# Beside an open window


def test_a_command_beside_an_open_window_leaves_its_note_for_the_window(
    store: Store, folder: DataFolder, clock: FixedClock, partners: PartnersService, tmp_path: Path
) -> None:
    ids = [partners.add(KNOWN_WELL)]
    beside = open_store(folder, clock, read_only=True)
    PartnerExportService(beside).partners(ids, "csv", tmp_path / "a.csv")
    beside.close()
    log = PersonalDataService(store)
    assert [use.what for use in log.uses()] == ["団体台帳"]
    assert list(folder.waiting_notes.iterdir()) == []
    assert len(log.uses()) == 1


def test_a_note_that_was_taken_in_and_then_lay_there_again_is_one(
    store: Store, folder: DataFolder, clock: FixedClock
) -> None:
    beside = open_store(folder, clock, read_only=True)
    PersonalDataService(beside).note(PersonalContent("名簿", 1, ("電話",)), DataUse.EXPORT, "a.csv")
    beside.close()
    (waiting,) = folder.waiting_notes.iterdir()
    data = waiting.read_bytes()
    log = PersonalDataService(store)
    log.uses()
    waiting.write_bytes(data)
    (folder.waiting_notes / "spoilt.json").write_text("{", "utf-8")
    assert len(log.uses()) == 1
    assert [path.name for path in folder.waiting_notes.iterdir()] == ["spoilt.json"]


def test_what_cannot_be_noted_is_said_with_the_place_it_went_to(
    store: Store, folder: DataFolder, clock: FixedClock, partners: PartnersService, tmp_path: Path
) -> None:
    ids = [partners.add(KNOWN_WELL)]
    folder.waiting_notes.write_text("a file where the folder should be", "utf-8")
    beside = open_store(folder, clock, read_only=True)
    path = tmp_path / "a.csv"
    with pytest.raises(StoreError, match="書きとめて") as told:
        PartnerExportService(beside).partners(ids, "csv", path)
    beside.close()
    assert os.fspath(path) in str(told.value)
    assert path.exists()


# The count


def test_a_name_in_two_places_is_one_person_and_variants_are_two(
    partners: PartnersService, log: PersonalDataService
) -> None:
    partners.add(
        PartnerDraft(
            name="甲の会",
            representative="斉藤　花子",
            officers=(PartnerOfficer("会長", "斉藤 花子"), PartnerOfficer("会計", "斎藤花子")),
            contacts=(PartnerContact("事務局", "斉藤花子"), PartnerContact("会計", "ﾔﾏﾀﾞ太郎")),
        )
    )
    partners.add(PartnerDraft(name="乙の会", representative="ヤマダ 太郎"))
    count = log.count()
    assert (count.persons, count.representatives, count.officers, count.contacts) == (3, 2, 2, 2)
    assert count.others == 0


def test_who_lies_in_the_wastebasket_is_still_held(
    partners: PartnersService, log: PersonalDataService
) -> None:
    partners.discard([partners.add(PartnerDraft(name="甲の会", representative="山田 花子"))])
    assert log.count().persons == 1


def test_it_is_near_many_from_nine_hundred_on(partners: PartnersService, log: PersonalDataService) -> None:
    officers = tuple(PartnerOfficer("会員", f"山田 {n}") for n in range(899))
    partner = partners.add(PartnerDraft(name="大きな会", officers=officers))
    assert not log.count().is_near_many
    more = (*officers, PartnerOfficer("会員", "鈴木 一"))
    partners.edit(partner, PartnerDraft(name="大きな会", officers=more))
    assert log.count().persons == 900
    assert log.count().is_near_many
