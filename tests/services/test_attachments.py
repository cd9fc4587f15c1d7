"""Files put to a record: kept whole, kept once, backed up, given back, swept."""

import contextlib
import gc
import os
import re
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import InputError, NotFoundError, OutputError, StoreError
from kyodo_desktop.base.file_names import harmless_name
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.services.attachments import AttachmentsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.maintenance import MaintenanceService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store, open_store
from kyodo_desktop.store.files import MOST_MEGABYTES

RULES = "会則\n第1条 この会は、朝市の会といいます。\n".encode()


@pytest.fixture
def attachments(store: Store) -> AttachmentsService:
    return AttachmentsService(store)


@pytest.fixture
def maintenance(store: Store) -> MaintenanceService:
    return MaintenanceService(store)


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


@pytest.fixture
def partner(partners: PartnersService) -> int:
    return partners.add(PartnerDraft(name="朝市の会"))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return written(tmp_path, "会則.txt", RULES)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


# Taking in


def test_a_file_is_kept_whole_under_its_own_sum(
    attachments: AttachmentsService, folder: DataFolder, partner: int, rules: Path, clock: FixedClock
) -> None:
    (made,) = attachments.add("partner", partner, [rules], " 令和8年の  会則 ")
    rules.unlink()
    (record,) = attachments.of("partner", partner)
    assert (record.id, record.name, record.title, record.size) == (
        made,
        "会則.txt",
        "令和8年の 会則",
        len(RULES),
    )
    assert (record.owner_kind, record.owner_id, record.added_at) == ("partner", partner, clock.now())
    assert record.media_type == "text/plain"
    assert kept(folder.files) == [folder.files / record.sha256[:2] / record.sha256]
    assert attachments.path_of(made).read_bytes() == RULES


def test_the_same_bytes_at_two_records_lie_there_once(
    attachments: AttachmentsService, partners: PartnersService, folder: DataFolder, partner: int, rules: Path
) -> None:
    other = partners.add(PartnerDraft(name="別の会"))
    attachments.add("partner", partner, [rules])
    attachments.add("partner", other, [rules])
    assert len(attachments.of("partner", other)) == 1
    assert len(kept(folder.files)) == 1


def test_the_same_file_is_not_put_to_a_record_twice(
    attachments: AttachmentsService, history: HistoryService, partner: int, rules: Path, tmp_path: Path
) -> None:
    (first,) = attachments.add("partner", partner, [rules])
    photo = written(tmp_path, "写真.jpg", b"\xff\xd8 photo")
    same = written(tmp_path, "会則 (1).txt", RULES)
    again, new, once_more = attachments.add("partner", partner, [same, photo, rules])
    assert again == once_more == first != new
    assert [one.name for one in attachments.of("partner", partner)] == ["写真.jpg", "会則.txt"]
    before = history.can_undo()
    attachments.add("partner", partner, [rules])
    assert history.can_undo() == before


@pytest.mark.parametrize("kind", ["proposal", "collaboration", "check_sheet"])
def test_other_kinds_of_records_may_have_files_and_one_that_is_not_there_may_not(
    attachments: AttachmentsService, folder: DataFolder, rules: Path, kind: str
) -> None:
    if kind == "collaboration":
        attachments.add(kind, 1, [rules])
        assert len(attachments.of(kind, 1)) == 1
    with pytest.raises(NotFoundError, match="もうありません"):
        attachments.add(kind, 99_999, [rules])


def test_what_cannot_be_taken_is_said_and_nothing_is_added(
    attachments: AttachmentsService, folder: DataFolder, partner: int, rules: Path, tmp_path: Path
) -> None:
    (tmp_path / "資料").mkdir()
    large = tmp_path / "動画.mp4"
    with large.open("wb") as file:
        file.truncate(MOST_MEGABYTES * 1024 * 1024 + 1)
    said = {
        tmp_path / "資料": "「資料」はフォルダーです",
        written(tmp_path, "空.pdf", b""): "「空.pdf」は中身のない",
        tmp_path / "ない.pdf": "「ない.pdf」というファイルがありません",
        large: "「動画.mp4」は100MBをこえている",
        written(tmp_path, "写し123456789018.pdf", b"x"): "マイナンバー",
    }
    for path, words in said.items():
        with pytest.raises(InputError, match=words):
            attachments.add("partner", partner, [rules, path])
    with pytest.raises(InputError, match="マイナンバー"):
        attachments.add("partner", partner, [rules], "１２３４５６７８９０１８ の写し")
    assert attachments.of("partner", partner) == ()
    assert not [path for path in kept(folder.files) if path.suffix]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_no_file(attachments: AttachmentsService, partner: int, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管")
    with pytest.raises(InputError, match="「管」"):
        attachments.add("partner", partner, [tmp_path / "管"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
def test_a_file_that_does_not_fit_leaves_nothing(
    attachments: AttachmentsService, folder: DataFolder, partner: int, tmp_path: Path
) -> None:
    import resource

    photo = written(tmp_path, "写真.jpg", b"x" * 3_000_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
    try:
        with pytest.raises(StoreError):
            attachments.add("partner", partner, [photo])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert attachments.of("partner", partner) == ()
    assert kept(folder.files) == []


def test_beside_another_window_nothing_is_added(
    store: Store, folder: DataFolder, clock: FixedClock, partner: int, rules: Path
) -> None:
    reader = open_store(folder, clock, read_only=True)
    with pytest.raises(StoreError, match="ほかのウィンドウ"):
        AttachmentsService(reader).add("partner", partner, [rules])
    reader.close()


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("会則.pdf", "会則.pdf"),
        ("か\u3099くふ.pdf", "がくふ.pdf"),
        ("神\ufa19社 髙﨑.pdf", "神\ufa19社 髙﨑.pdf"),
        ("葛\U000e0100飾.pdf", "葛\U000e0100飾.pdf"),
        ("請求\u202efdp.exe", "請求fdp.exe"),
        ("CON.txt", "_CON.txt"),
        ("aux", "_aux"),
        ('4/1 "報告"?.pdf', "4_1 _報告__.pdf"),
        ("末尾. . ", "末尾"),
        ("..", "_"),
        ("こわ\udc81れた.pdf", "こわ_れた.pdf"),
        ("長" * 100 + ".pdf", "長" * 65 + ".pdf"),
    ],
)
def test_a_name_is_kept_as_any_disk_takes_it(name: str, harmless: str) -> None:
    assert harmless_name(name) == harmless


# Changing, discarding, undoing


def test_what_is_done_with_a_file_is_told_in_the_partners_history_and_can_be_taken_back(
    attachments: AttachmentsService, history: HistoryService, partner: int, rules: Path
) -> None:
    (made,) = attachments.add("partner", partner, [rules])
    attachments.rename(made, "会則")
    attachments.discard([made])
    assert [act.what for act in history.of("partner", partner)][:3] == [
        "添付をごみ箱へ: 会則.txt",
        "添付の見出しを直す: 会則.txt",
        "ファイルを付ける: 会則.txt",
    ]
    assert attachments.of("partner", partner) == ()
    ((gone, owner),) = [(one.record, one.owner) for one in attachments.wastebasket()]
    assert (gone.id, gone.deleted, owner) == (made, True, "朝市の会")
    attachments.restore([made])
    assert attachments.get(made).title == "会則"
    for _act in range(4):
        history.undo()
    assert attachments.of("partner", partner) == ()
    history.redo()
    assert attachments.path_of(made).read_bytes() == RULES


def test_a_my_number_is_refused_in_a_title(
    attachments: AttachmentsService, partner: int, rules: Path
) -> None:
    (made,) = attachments.add("partner", partner, [rules])
    with pytest.raises(InputError, match="マイナンバー"):
        attachments.rename(made, "123456789018")
    assert attachments.get(made).title == ""


# Giving out


def test_a_copy_to_look_at_is_read_only_and_never_the_file_itself(
    store: Store, folder: DataFolder, partner: int, rules: Path
) -> None:
    left = folder.opened / "7"
    left.mkdir(parents=True)
    written(left, "前の回.txt", b"left by a power cut")
    attachments = AttachmentsService(store)
    assert not folder.opened.exists()
    (made,) = attachments.add("partner", partner, [rules])
    copy = attachments.open_copy(made)
    assert copy.name == "会則.txt"
    assert copy.read_bytes() == RULES
    assert copy != attachments.path_of(made)
    assert not copy.stat().st_mode & 0o222
    assert attachments.open_copy(made) == copy
    del attachments
    gc.collect()
    assert not folder.opened.exists()


@pytest.mark.parametrize("name", ["請求書.pdf.exe", "便り.html", "集計.xlsm", "道具.lnk", "名前だけ"])
def test_what_could_run_a_program_is_not_opened_but_can_be_saved(
    attachments: AttachmentsService, partner: int, tmp_path: Path, name: str
) -> None:
    (made,) = attachments.add("partner", partner, [written(tmp_path, name, b"MZ")])
    with pytest.raises(InputError, match=re.escape(name)):
        attachments.open_copy(made)
    attachments.save_as(made, tmp_path / "写し.bin")
    assert (tmp_path / "写し.bin").read_bytes() == b"MZ"


def test_saving_elsewhere_writes_the_whole_file_or_says_why_not(
    attachments: AttachmentsService, partner: int, rules: Path, tmp_path: Path
) -> None:
    (made,) = attachments.add("partner", partner, [rules])
    with pytest.raises(OutputError, match="フォルダー"):
        attachments.save_as(made, tmp_path / "ない" / "会則.txt")
    target = written(tmp_path, "前からある.txt", b"old")
    attachments.save_as(made, target)
    assert target.read_bytes() == RULES


def test_a_missing_or_changed_file_is_never_given_out(
    attachments: AttachmentsService, partner: int, rules: Path, tmp_path: Path
) -> None:
    (made,) = attachments.add("partner", partner, [rules])
    attachments.path_of(made).write_bytes(b"changed")
    for give in (
        lambda: attachments.path_of(made),
        lambda: attachments.open_copy(made),
        lambda: attachments.save_as(made, tmp_path / "写し.txt"),
    ):
        with pytest.raises(NotFoundError, match=r"「会則\.txt」の中身が"):
            give()
    assert not (tmp_path / "写し.txt").exists()
    attachments.add("partner", partner, [rules])
    assert attachments.path_of(made).read_bytes() == RULES


# Backups, the check, the sweep


def test_a_backup_holds_the_files_it_names_and_can_be_put_back_with_them(
    attachments: AttachmentsService,
    maintenance: MaintenanceService,
    folder: DataFolder,
    clock: FixedClock,
    partner: int,
    rules: Path,
) -> None:
    (made,) = attachments.add("partner", partner, [rules])
    backup = maintenance.backup()
    maintenance.backup()
    assert [path.read_bytes() for path in kept(folder.backup_files)] == [RULES]
    elsewhere = DataFolder(folder.root.with_name("restored"))
    elsewhere.root.mkdir()
    folder.backups.rename(elsewhere.backups)
    (elsewhere.backups / backup.name).rename(elsewhere.database)
    restored = open_store(elsewhere, clock)
    assert AttachmentsService(restored).path_of(made).read_bytes() == RULES
    (finding,) = MaintenanceService(restored).check()
    assert "控えの写しから戻しました" in finding
    assert MaintenanceService(restored).check() == ()
    assert [path.read_bytes() for path in kept(elsewhere.files)] == [RULES]
    restored.close()


def test_copies_go_with_the_last_backup_that_names_them(
    attachments: AttachmentsService,
    maintenance: MaintenanceService,
    store: Store,
    folder: DataFolder,
    clock: FixedClock,
    partner: int,
    rules: Path,
    tmp_path: Path,
) -> None:
    attachments.add("partner", partner, [rules])
    maintenance.backup()
    HistoryService(store).undo()
    attachments.add("partner", partner, [written(tmp_path, "写真.jpg", b"photo")])
    clock.moment += timedelta(days=1)
    maintenance.backup()
    assert {path.read_bytes() for path in kept(folder.backup_files)} == {RULES, b"photo"}
    clock.moment += timedelta(days=800)
    for _day in range(31):
        clock.moment += timedelta(days=31)
        maintenance.backup()
    assert [path.read_bytes() for path in kept(folder.backup_files)] == [b"photo"]


def test_no_copy_goes_while_a_backup_cannot_be_read(
    attachments: AttachmentsService,
    maintenance: MaintenanceService,
    store: Store,
    folder: DataFolder,
    clock: FixedClock,
    partner: int,
    rules: Path,
) -> None:
    attachments.add("partner", partner, [rules])
    maintenance.backup()
    HistoryService(store).undo()
    written(folder.backups, "大事.sqlite", b"not a database, but somebody's" * 100)
    for _month in range(32):
        clock.moment += timedelta(days=31)
        maintenance.backup()
    assert [path.read_bytes() for path in kept(folder.backup_files)] == [RULES]


def test_a_missing_file_keeps_no_backup_from_being_made_and_the_check_names_it(
    attachments: AttachmentsService,
    maintenance: MaintenanceService,
    partner: int,
    rules: Path,
) -> None:
    (made,) = attachments.add("partner", partner, [rules])
    assert maintenance.check() == ()
    attachments.path_of(made).unlink()
    assert maintenance.backup().exists()
    (finding,) = maintenance.check()
    assert "団体「朝市の会」の「会則.txt」の中身が" in finding
    assert "付け直し" in finding


def test_the_check_makes_a_damaged_copy_of_the_backups_whole_again(
    attachments: AttachmentsService,
    maintenance: MaintenanceService,
    folder: DataFolder,
    partner: int,
    rules: Path,
) -> None:
    attachments.add("partner", partner, [rules])
    maintenance.backup()
    (copy,) = kept(folder.backup_files)
    copy.write_bytes(b"changed")
    assert maintenance.check() == ()
    assert copy.read_bytes() == RULES


def test_beside_an_open_window_the_check_mends_nothing(
    attachments: AttachmentsService,
    maintenance: MaintenanceService,
    folder: DataFolder,
    clock: FixedClock,
    partner: int,
    rules: Path,
) -> None:
    (made,) = attachments.add("partner", partner, [rules])
    maintenance.backup()
    attachments.path_of(made).write_bytes(b"changed")
    reader = open_store(folder, clock, read_only=True)
    (finding,) = MaintenanceService(reader).check()
    reader.close()
    assert "控えに写しがあります" in finding
    assert [path.read_bytes() for path in kept(folder.files)] == [b"changed"]


def test_the_sweep_removes_only_what_neither_a_row_nor_an_act_names(
    attachments: AttachmentsService,
    history: HistoryService,
    store: Store,
    folder: DataFolder,
    partner: int,
    rules: Path,
    tmp_path: Path,
) -> None:
    attachments.add("partner", partner, [rules])
    (thrown,) = attachments.add("partner", partner, [written(tmp_path, "写真.jpg", b"photo")])
    attachments.discard([thrown])
    attachments.add("partner", partner, [written(tmp_path, "地図.png", b"map")])
    history.undo()
    with pytest.raises(InputError):
        attachments.add("partner", partner, [written(tmp_path, "余り.txt", b"left"), tmp_path / "ない"])
    written(folder.files, ".kyodo-0123.tmp", b"half")
    written(folder.files, "メモ.txt", b"somebody's own")
    assert attachments.sweep() == 2
    assert attachments.sweep() == 0
    assert {path.read_bytes() for path in kept(folder.files)} == {RULES, b"photo", b"map", b"somebody's own"}
    history.redo()
    assert len(attachments.of("partner", partner)) == 2


def test_a_sum_that_is_none_names_no_file(
    attachments: AttachmentsService,
    maintenance: MaintenanceService,
    folder: DataFolder,
    partner: int,
    rules: Path,
) -> None:
    attachments.add("partner", partner, [rules])
    with contextlib.closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("UPDATE attachment SET sha256 = '../../kyodo.sqlite'")
        connection.commit()
    maintenance.backup()
    assert not folder.backup_files.exists()
    assert len(maintenance.check()) == 1
