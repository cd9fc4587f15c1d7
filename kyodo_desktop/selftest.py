"""The program tries itself out: its main job, on data of its own, without a display.

`self-test` tells with it whether an installed or packaged program works on this machine, and `make run` shows
with it, on a machine without a display, what the program does. Nothing of the clerk's data is touched.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.base.clock import SystemClock
from kyodo_desktop.base.errors import KyodoError, OutputError
from kyodo_desktop.base.fault_file import FaultFile
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.base.reasons import reason_of
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, RequirementAnswer

if TYPE_CHECKING:
    from kyodo_desktop.services import Services
    from kyodo_desktop.ui.tour import Tour


@dataclass(frozen=True, slots=True)
class Desk:
    """The program at work: its services, its window, and where the papers go."""

    services: "Services"
    tour: "Tour"
    folder: DataFolder
    output: Path

    def keep(self, name: str, printed: PrintedForm) -> str:
        """Write a paper to the folder and return its text as read back from the file."""
        from kyodo_desktop.ui.tour import read_pages

        path = self.output / f"{name}.pdf"
        write_whole_file(path, printed.pdf)
        return "".join(read_pages(path.read_bytes()))


def run_self_test(output: Path, say: Callable[[str], object]) -> int:
    """Do the main job, tell each step, and leave pictures and papers in `output`; 0 if all went well."""
    _make_folder(output)
    temporary = tempfile.TemporaryDirectory(prefix="kyodo-", ignore_cleanup_errors=True)
    with temporary as data, _desk(Path(data), output) as desk:
        outcomes = [_do(desk, words, step, say) for words, step in _STEPS]
    return 0 if all(outcomes) else 1


def _do(desk: Desk, words: str, step: Callable[[Desk], None], say: Callable[[str], object]) -> bool:
    try:
        step(desk)
    except KyodoError as error:
        say(_("× {step}: {reason}").format(step=_(words), reason=error))
        return False
    say(_("○ {step}").format(step=_(words)))
    return True


def _make_folder(output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            _("フォルダー「{path}」を作れません（{reason}）。別の場所を指定してください。").format(
                path=output, reason=reason_of(error)
            )
        ) from error


@contextmanager
def _desk(data: Path, output: Path) -> Iterator[Desk]:
    """Open the program on an empty data folder, as on its first day."""
    from kyodo_desktop.ui.tour import Tour, stay_unseen

    stay_unseen()
    from kyodo_desktop.app import make_application
    from kyodo_desktop.composition import build
    from kyodo_desktop.ui.fault_log import FaultLog
    from kyodo_desktop.ui.main_window import MainWindow
    from kyodo_desktop.ui.window_settings import WindowSettings

    application = make_application()
    folder, clock = DataFolder(data), SystemClock()
    window = MainWindow(folder, clock, WindowSettings(folder.window_settings))
    faults = FaultLog(folder, window)
    faults.install()
    window.show()
    composition = build(folder, clock=clock)
    window.attach(composition.services, composition.subscribe)
    try:
        yield Desk(composition.services, Tour(window, output), folder, output)
    finally:
        window.close()
        composition.close()
        faults.remove()
        application.processEvents()


def _expect(met: bool, sentence: str) -> None:
    if not met:
        raise KyodoError(sentence)


def _find_forms(desk: Desk) -> None:
    forms = desk.services.documents.forms()
    for form in forms:
        _expect(
            bool(desk.services.documents.fields(form.key)),
            _("「{title}」に欄がありません。").format(title=form.title),
        )
        if form.blank:
            text = desk.keep(f"blank-{form.key}", desk.services.documents.print_blank(form.key))
            _expect(bool(text), _("「{title}」の紙に字がありません。").format(title=form.title))


def _print_list(desk: Desk) -> None:
    year = desk.services.collaborations.fiscal_years()[0].fiscal_year
    entries = desk.services.collaborations.list(year)
    printed = desk.services.documents.print_collaborations(year, None)
    text = desk.keep(f"list-{year}", printed)
    for entry in entries:
        _expect(
            "".join(entry.title.split()) in text,
            _("一覧の紙に、番号{number}「{title}」がありません。").format(
                number=entry.number, title=entry.title
            ),
        )
    _expect(desk.tour.preview(printed, _("取組一覧")), _("一覧の紙が画面に描かれません。"))


def _fill_check_sheet(desk: Desk) -> None:
    sheets = desk.services.check_sheets
    items = [item for stage in sheets.text().stages for item in stage.items]
    values = (MarkValue.DONE, MarkValue.DONE, MarkValue.TALK, MarkValue.NOT_YET)
    marks = tuple(
        CheckMarkRecord(item.key, side, Moment.BEFORE, values[(at + (side is Side.CITY)) % len(values)])
        for at, item in enumerate(items)
        for side in Side
    )
    title = _("みんなでつくる緑の小道")
    sheet_id = sheets.create(CheckSheetDraft(_this_year(), title, department="", marks=marks))
    text = desk.keep("check-sheet", desk.services.documents.print_check_sheet(sheet_id, None))
    _expect(title in text, _("チェックシートの紙に、事業名がありません。"))


def _take_in_proposal(desk: Desk) -> None:
    proposals, year = desk.services.proposals, _this_year()
    programme = proposals.programmes(year)[0]
    starts_on, ends_on = programme.period(year)
    title = _("みんなでつくる緑の小道")
    group = PartnerDraft(
        _("緑の小道の会（見本）"), kana=_("ミドリノコミチノカイ"), kind=PartnerKind.CITIZEN_GROUP
    )
    draft = ProposalDraft(
        programme=programme.key,
        fiscal_year=year,
        partner_id=desk.services.partners.add(group),
        contact_name=_("緑川　小道"),
        contact_phone="042-341-0000",
        title=title,
        summary=_("用水路ぞいの小道を、近くに住む人たちと手入れし、花と草木の案内板を立てます。"),
        starts_on=starts_on,
        ends_on=ends_on,
        eligible_cost=programme.cap,
        amount=programme.cap,
        requirements=tuple(
            RequirementAnswer(one.key, Confirmation.CONFIRMED, seen=one.hint)
            for one in programme.requirements
        ),
        papers=tuple((paper.key, 1) for paper in programme.papers),
        received_by=_("協働担当"),
    )
    taken = proposals.receive(proposals.create(draft))
    text = desk.keep("reception-slip", desk.services.documents.print_slip(taken.id))
    _expect(taken.receipt_number in text, _("受付票に受付番号がありません。"))
    _expect(title in text, _("受付票に事業名がありません。"))
    found = proposals.find_receipt(taken.receipt_number)
    _expect(found is not None and found.id == taken.id, _("受付番号で提案が見つかりません。"))


def _open_tabs(desk: Desk) -> None:
    from kyodo_desktop.ui.pages.registry import PAGES

    for spec in PAGES:
        _expect(
            desk.tour.open_tab(spec.key), _("画面「{title}」が描かれません。").format(title=_(spec.title))
        )


def _check_data(desk: Desk) -> None:
    maintenance = desk.services.maintenance
    _expect(maintenance.backup().is_file(), _("控えがありません。"))
    findings = maintenance.check()
    _expect(not findings, " ".join(findings))


def _bring_old_data_up_to_date(desk: Desk) -> None:
    from kyodo_desktop.composition import build

    with closing(sqlite3.connect(desk.folder.database)) as ours:
        (mark,) = ours.execute("PRAGMA application_id").fetchone()
    old = DataFolder(desk.folder.root / "old")
    old.root.mkdir()
    # A file of ours from before the first revision: all of them are carried out on it.
    with closing(sqlite3.connect(old.database)) as first:
        first.executescript(f"PRAGMA application_id={mark:d}; CREATE TABLE once (id); DROP TABLE once;")
    composition = build(old, clock=SystemClock())
    try:
        findings = composition.services.maintenance.check()
        _expect(not findings, " ".join(findings))
    finally:
        composition.close()


def _find_no_fault(desk: Desk) -> None:
    log = FaultFile(desk.folder).path
    if log.exists():
        report = log.read_text(encoding="utf-8")
        write_whole_file(desk.output / "faults.log", report.encode())
        raise KyodoError(report)


def _this_year() -> int:
    return fiscal_year(SystemClock().today())


_STEPS: tuple[tuple[str, Callable[[Desk], None]], ...] = (
    (N_("様式がそろっていて、白紙を印刷できる"), _find_forms),
    (N_("取組一覧を印刷し、読み返す"), _print_list),
    (N_("チェックシートを書いて印刷し、読み返す"), _fill_check_sheet),
    (N_("提案を受け付け、受付票を印刷し、読み返す"), _take_in_proposal),
    (N_("画面をすべて開く"), _open_tabs),
    (N_("控えを取り、データを検査する"), _check_data),
    (N_("古いデータを今の版に合わせる"), _bring_old_data_up_to_date),
    (N_("思いがけない誤りがない"), _find_no_fault),
)
