"""Takes the pictures of docs/screenshots anew: every tab and dialog, on the shipped list and invented cases.

`make pictures`. Groups, persons and proposals beside the handbook's list are invented.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QDialog, QWidget
from sample_cases import carry_on, fill_cases, scanned_paper

from kyodo_desktop.app import make_application
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.records.evaluations import EvaluationKind
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services import Services
from kyodo_desktop.ui.dialogs.crash import CrashDialog
from kyodo_desktop.ui.dialogs.start_failure import StartFailure
from kyodo_desktop.ui.evaluations.dialog import EvaluationDialog
from kyodo_desktop.ui.evaluations.opening import open_evaluation
from kyodo_desktop.ui.guide.dialog import GuideDialog
from kyodo_desktop.ui.guide.helper import FormHelper
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.pages.proposals.rounds.pane import BRIEFINGS, SCHEDULE, THEMES
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.tour import wait_until
from kyodo_desktop.ui.window_settings import WindowSettings

PLACE = Path(__file__).parents[1] / "docs" / "screenshots"
_SIZE = (1366, 768)
_D = TypeVar("_D", bound=QDialog)


class Pictures:
    """The window with its cases, and the pictures of it."""

    def __init__(self, window: MainWindow, services: Services, clock: FixedClock) -> None:
        self.window, self.services, self.clock = window, services, clock

    def settle(self, milliseconds: int = 250) -> None:
        """Let the window come to rest."""
        until = datetime.now(UTC) + timedelta(milliseconds=milliseconds)
        wait_until(lambda: datetime.now(UTC) >= until)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Write a picture of the window or of a dialog."""
        self.settle()
        (widget or self.window).grab().save(str(PLACE / f"{name}.png"))

    def take_dialog(self, name: str, open_it: Callable[[], object]) -> None:
        """Open a dialog, write its picture, close it."""
        open_it()
        dialog = self.dialog(QDialog)
        self.settle(900)
        self.take(name, dialog)
        dialog.close()
        dialog.deleteLater()
        self.settle()

    def dialog(self, kind: type[_D]) -> _D:
        """Return the dialog that is open, as soon as it is."""
        found: list[_D] = []

        def is_there() -> bool:
            found[:] = [d for d in self.window.findChildren(kind) if d.isVisible()]
            return bool(found)

        wait_until(is_there)
        return found[-1]


def main() -> int:
    """Fill a database, walk through the window, write the pictures."""
    PLACE.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="kyodo-") as place:
        folder = DataFolder(Path(place) / "kyodo")
        folder.root.mkdir()
        clock = FixedClock(datetime(2026, 5, 22, 5, 3, tzinfo=UTC))
        composition = build(folder, clock=clock)
        fill_cases(composition.services)
        window = MainWindow(folder, clock, WindowSettings(folder.window_settings))
        window.resize(*_SIZE)
        window.show()
        window.attach(composition.services, composition.subscribe)
        window.refresh_backup()
        pictures = Pictures(window, composition.services, clock)
        for shoot in _SHOTS:
            shoot(pictures)
        window.close()
        composition.close()
    application.processEvents()
    return 0


def _collaborations(at: Pictures) -> None:
    window = at.window
    window.open_page("collaborations")
    page = window.page
    entries = at.services.collaborations.list(2018)
    page.open_record(next(one.id for one in entries if one.number == 43))
    at.take("collaborations")
    page.side.begin_edit()
    at.take("collaborations-edit")
    page.side.give_up()
    page.filters.box.setText("ｺﾀﾞｲﾗ 観光")
    at.take("collaborations-filter")
    page.filters.box.setText("どこにもないことば")
    at.take("collaborations-nothing-found")
    page.filters.box.setText("")
    at.take_dialog("export", page.verbs.ask_export)
    at.take_dialog("copy-year", page.verbs.ask_copy_year)
    at.take_dialog("wastebasket", page.verbs.open_wastebasket)
    at.take_dialog("print-preview", lambda: page.verbs.print_list(whole=True))


def _partners(at: Pictures) -> None:
    at.window.open_page("partners")
    page = at.window.page
    university = at.services.partners.search("武蔵野美術大学", 1)[0]
    page.open_record(university.id)
    at.take("partners")
    page.side.begin_edit()
    at.take("partners-edit")
    page.side.give_up()
    page.open_record(at.services.partners.search("かわせみ", 1)[0].id)
    for tab in (Tab.TALKS, Tab.TALENTS, Tab.FILES):
        page.side.detail.show_tab(tab)
        at.take(f"partners-{tab.value}")
    page.side.detail.show_tab(Tab.BASIC)
    at.take_dialog("partners-columns", page.verbs.open_columns)


def _counter(at: Pictures) -> None:
    window = at.window
    window.counter.ask()
    desk = window.counter.desk
    desk.ask_box.box.setText("かわせみ")
    at.settle(600)
    at.take("counter-ask", desk)
    desk.take_partner(at.services.partners.search("かわせみ", 1)[0].id)
    at.settle(400)
    at.take("counter", desk)
    window.counter.drop()
    at.take_dialog("talents", window.window_commands.look_up_talents)
    at.take_dialog("personal-data", window.window_commands.open_personal_data)


def _proposals(at: Pictures) -> None:
    at.window.open_page("proposals")
    page = at.window.page
    water = next(one for one in at.services.proposals.list() if one.receipt_number == "2026-T-001")
    page.open_record(water.id)
    at.take("proposals")
    at.take_dialog("accept", page.verbs.accept_proposal)
    at.take_dialog("print-preview-slip", page.verbs.print_slip)
    page.open_intake(water.id)
    wizard = page.intake.wizard
    wizard.go("money", "amount")
    at.take("intake")
    wizard.go(wizard.flow.path()[0].key)
    at.take("intake-first")
    wizard.go(wizard.flow.path()[-1].key)
    at.take("intake-review")
    wizard.close_draft()


def _cases(at: Pictures) -> None:
    at.window.open_page("proposals")
    page = at.window.page
    water = next(one for one in at.services.proposals.list() if one.receipt_number == "2026-T-001")
    carry_on(at.services, water.id)
    page.open_record(water.id)
    at.take("proposals-case")
    sides = {"case": None, "case-next": "selection", "case-report": "report", "case-story": ""}
    for name, stage in sides.items():
        page.open_case(stage)
        at.settle()
        bar = page.cases.section().verticalScrollBar()
        bar.setValue(bar.maximum() if name == "case-report" else 0)
        at.take(name)
        page.cases.close_pane()
    page.look_back()
    at.take("figures")
    page.looking_back.close_pane()


def _rounds(at: Pictures) -> None:
    at.window.open_page("proposals")
    page = at.window.page
    page.open_rounds()
    for tab in (SCHEDULE, THEMES, BRIEFINGS):
        page.rounds.show_side(tab)
        at.take(f"round-{tab}")
    page.rounds.close_pane()


def _papers(at: Pictures) -> None:
    at.window.open_page("papers")
    page = at.window.page
    water = next(one for one in at.services.proposals.list() if one.receipt_number == "2026-T-001")
    page.begin_for(SheetOwner("proposal", water.id))
    page.making.list.choose("open_call_application")
    at.settle(900)
    at.take("papers")
    for part in ("issued", "out"):
        page.show_part(part)
        at.take(f"papers-{part}")
    at.take_dialog("templates", at.window.window_commands.open_templates)


def _scans(at: Pictures) -> None:
    at.window.open_page("papers")
    page = at.window.page
    page.show_part("scans")
    with tempfile.TemporaryDirectory() as place:
        at.services.scans.take_in([scanned_paper(at.services, Path(place) / "複合機_0522.pdf")])
    page.reload(())
    at.settle(900)
    at.take("papers-scans")


def _check_sheets(at: Pictures) -> None:
    at.window.open_page("check_sheets")
    page = at.window.page.sheets
    sheet = next(one for one in at.services.check_sheets.list() if one.fiscal_year == 2018)
    page.open_record(sheet.id)
    at.take("check-sheets")
    page.open_sheet(sheet.id)
    wizard = page.pane.wizard
    for key in ("cover", "project", "plan", "filled", "summary"):
        wizard.go(key)
        at.take(f"check-sheet-{key}")
    wizard.close_draft()
    bar = page.side.detail.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at.take("check-sheets-talk")
    at.take_dialog("check-sheet-print", lambda: page.print_sheet(None))
    at.take_dialog("print-preview-talk", page.print_talk)


def _evaluations(at: Pictures) -> None:
    tab = at.window.page
    tab.show_part("evaluations")
    found = at.services.evaluations.list()
    done = next(one for one in found if one.draft.kind is EvaluationKind.EVALUATION)
    tab.current.open_record(done.id)
    at.take("evaluations")
    owner = SheetOwner("evaluation", done.id)
    for step in ("goals", "partner", "talk"):
        open_evaluation(at.window.context, at.window, owner)
        dialog = at.dialog(EvaluationDialog)
        dialog.show_step(step)
        at.take(f"evaluation-{step}", dialog)
        dialog.close()
        at.settle()
    tab.show_part("trends")
    at.settle(600)
    at.take("trends")
    tab.show_part("sheets")


def _guide(at: Pictures) -> None:
    at.window.open_page("proposals")
    page = at.window.page
    water = next(one for one in at.services.proposals.list() if one.receipt_number == "2026-T-001")
    page.open_record(water.id)
    page.verbs.open_guide()
    dialog = at.dialog(GuideDialog)
    at.take("guide", dialog)
    dialog.go(1)
    helper = dialog.findChild(FormHelper)
    for question, answer in (("host", "citizens"), ("share", "money")):
        helper.questions[question].choose(answer)
    at.settle()
    dialog.area.verticalScrollBar().setValue(helper.geometry().bottom() - dialog.area.height() // 3)
    at.take("guide-form", dialog)
    dialog.close()
    at.settle()


def _around(at: Pictures) -> None:
    commands = at.window.window_commands
    at.take_dialog("settings", commands.open_settings)
    at.take_dialog("keys", commands.show_keys)
    at.take_dialog("about", commands.show_about)


def _faults(at: Pictures) -> None:
    window = at.window
    folder = DataFolder(Path("C:/Users/suzuki/AppData/Local/kyodo"))
    sentence = "「kyodo.sqlite」は、この版より新しいプログラムが作ったデータです。新しい版で開いてください。"
    failure = StartFailure(window.theme, sentence, folder, window)
    at.take_dialog("start-failure", failure.open)
    report = "ZeroDivisionError: 配分\n  kyodo_desktop/services/…"
    at.take_dialog("crash", CrashDialog(window.theme, report, str(folder.logs / "kyodo.log"), window).open)


def _looks(at: Pictures) -> None:
    window = at.window
    for palette, percent, name in (
        (PaletteName.LIGHT, 150, "150"),
        (PaletteName.DARK, 100, "dark"),
    ):
        window.change_look(palette, percent)
        window.resize(*_SIZE)
        for key in ("collaborations", "partners", "proposals", "check-sheets", "papers"):
            window.open_page(key.replace("-", "_"))
            at.take(f"{key}-{name}")


_SHOTS = (
    _collaborations,
    _partners,
    _counter,
    _proposals,
    _cases,
    _rounds,
    _papers,
    _scans,
    _check_sheets,
    _evaluations,
    _guide,
    _around,
    _faults,
    _looks,
)

if __name__ == "__main__":
    sys.exit(main())
