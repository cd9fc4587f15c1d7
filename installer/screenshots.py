"""Takes the pictures of docs/screenshots anew: every tab and dialog, on the shipped list and invented cases.

`make pictures`. Groups, persons and proposals beside the handbook's list are invented.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QDialog, QWidget

from kyodo_desktop.app import make_application
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.records.check_sheets import CheckMarkRecord, CheckSheetDraft, MarkValue, Moment, Side
from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import Confirmation, ProposalDraft, RequirementAnswer
from kyodo_desktop.records.talents import ReferralDraft, TalentDraft, TalentSide
from kyodo_desktop.services import Services
from kyodo_desktop.ui.dialogs.crash import CrashDialog
from kyodo_desktop.ui.dialogs.start_failure import StartFailure
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.partners.wording import Tab
from kyodo_desktop.ui.theme.tokens import PaletteName
from kyodo_desktop.ui.tour import wait_until
from kyodo_desktop.ui.window_settings import WindowSettings

PLACE = Path(__file__).parents[1] / "docs" / "screenshots"
_SIZE = (1366, 768)
_DAY = date(2026, 5, 22)


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
        found: list[QDialog] = []

        def is_there() -> bool:
            found[:] = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
            return bool(found)

        wait_until(is_there)
        self.settle(900)
        self.take(name, found[-1])
        found[-1].close()
        found[-1].deleteLater()
        self.settle()


def main() -> int:
    """Fill a database, walk through the window, write the pictures."""
    PLACE.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="kyodo-") as place:
        folder = DataFolder(Path(place) / "kyodo")
        folder.root.mkdir()
        clock = FixedClock(datetime(2026, 5, 22, 5, 3, tzinfo=UTC))
        composition = build(folder, clock=clock)
        _fill(composition.services, clock)
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


def _fill(services: Services, clock: FixedClock) -> None:
    services.settings.set("clerk_name", "鈴木")
    partner = services.partners.add(
        PartnerDraft(
            name="かわせみ水辺くらぶ",
            kana="カワセミミズベクラブ",
            kind=PartnerKind.CITIZEN_GROUP,
            representative="会長　山田　花子",
            phone="042-341-0015",
            postal_code="187-0032",
            address="東京都小平市小川町2-1333",
            note="用水路と水辺の生き物を調べ、子どもと一緒に記録する。",
        )
    )
    services.partners.confirm(partner)
    _fill_proposals(services, partner)
    _fill_talks(services, partner)
    _fill_talents(services, partner)
    _fill_files(services, partner)
    _fill_sheets(services)
    entry = next(one for one in services.collaborations.list(2018) if one.number == 10)
    services.collaborations.discard([entry.id])
    services.maintenance.backup()


def _fill_proposals(services: Services, partner: int) -> None:
    confirmed = tuple(
        RequirementAnswer(key, Confirmation.CONFIRMED, "事業計画書 1枚目", "鈴木", _DAY)
        for key in ("own_project", "city_issue", "no_other_subsidy")
    )
    water = ProposalDraft(
        programme="open_call",
        fiscal_year=2026,
        partner_id=partner,
        partner_name="かわせみ水辺くらぶ",
        contact_name="会長　山田　花子",
        contact_phone="042-341-0015",
        title="用水路いきもの調べ",
        summary="用水路と水辺の生き物を調べ、子どもと一緒に記録し、地域の人に知らせる。",
        starts_on=date(2026, 7, 1),
        ends_on=date(2027, 3, 31),
        eligible_cost=128_000,
        amount=128_000,
        requirements=confirmed,
        papers=(("application", 1), ("budget", 1)),
        received_by="鈴木",
    )
    services.proposals.receive(services.proposals.create(water))
    places = ProposalDraft(
        programme="ikiiki",
        fiscal_year=2026,
        partner_name="小川の居場所づくりの会",
        title="放課後の居場所づくり",
        summary="放課後に子どもが集まれる場所を、週に二度ひらく。",
        starts_on=date(2027, 4, 1),
        ends_on=date(2028, 3, 31),
        amount=800_000,
        received_by="鈴木",
    )
    services.proposals.receive(services.proposals.create(places))
    services.proposals.create(
        ProposalDraft(programme="open_call", fiscal_year=2026, partner_name="みどりの会", amount=50_000)
    )


def _fill_talks(services: Services, partner: int) -> None:
    services.contacts.note(
        ContactDraft(
            ContactWay.CONSULTATION,
            "用水路の生き物調べを市と一緒にできないか。提示型公募事業の案内をわたした。",
            partner_id=partner,
            person="会長　山田　花子",
            taken_by="鈴木",
            happened_at=datetime(2026, 4, 16, 1, 30, tzinfo=UTC),
        )
    )
    services.contacts.note(
        ContactDraft(
            ContactWay.PHONE,
            "収支予算書の書き方について。謝礼を補助対象経費に入れてよいか、調べて返事をする。",
            partner_id=partner,
            person="会計　森　一郎",
            taken_by="鈴木",
            happened_at=datetime(2026, 5, 20, 5, 10, tzinfo=UTC),
            next_on=date(2026, 5, 25),
            next_what="謝礼の扱いを電話で返事",
        )
    )


def _fill_talents(services: Services, partner: int) -> None:
    talents = services.talents
    office = services.partners.search("武蔵野美術大学", 1)[0]
    talents.add(
        TalentDraft(
            office.id,
            TalentSide.OFFER,
            "看板やちらしのデザイン",
            "学生が、団体の看板・ちらし・展示パネルを一緒に作ります。",
            (6, 13),
            "彫刻学科　研究室",
        )
    )
    need = talents.add(
        TalentDraft(
            partner,
            TalentSide.NEED,
            "水辺の観察会のちらしを作れる人",
            "子どもにも分かるデザインのちらしと、当日の展示パネルを作りたい。",
            (7, 13),
        )
    )
    talents.add(
        TalentDraft(partner, TalentSide.OFFER, "水辺の生き物の調べ方", "出前の観察会ができます。", (7, 2))
    )
    talents.refer(
        ReferralDraft(
            partner, date(2026, 4, 16), organization="asupia", about="ちらしの作り方の講座", talent_id=need
        )
    )


def _fill_files(services: Services, partner: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        bylaws = Path(place) / "かわせみ水辺くらぶ会則.pdf"
        bylaws.write_bytes(services.documents.print_blank("check_sheet").pdf)
        roster = Path(place) / "役員名簿.csv"
        roster.write_text("役職,氏名\n会長,山田　花子\n会計,森　一郎\n", encoding="utf-8")
        services.attachments.add("partner", partner, [bylaws], "会則（2026年4月）")
        services.attachments.add("partner", partner, [roster], "役員名簿")


def _fill_sheets(services: Services) -> None:
    done, talk, not_yet = MarkValue
    items = [item.key for stage in services.check_sheets.text().stages for item in stage.items]
    marks: list[CheckMarkRecord] = []
    for at, item in enumerate(items):
        before = {
            Side.PARTNER: (done, talk, talk, not_yet)[at % 4],
            Side.CITY: (talk, talk, done, not_yet)[at % 4],
        }
        for side in Side:
            if at < 8:
                marks.append(CheckMarkRecord(item, side, Moment.BEFORE, before[side]))
            if at != 10 or side is Side.PARTNER:
                after = not_yet if at == 5 and side is Side.PARTNER else done if at != 7 else talk
                marks.append(CheckMarkRecord(item, side, Moment.AFTER, after))
    marks[4] = CheckMarkRecord(
        marks[4].item, marks[4].side, marks[4].moment, marks[4].value, "請求書の出し方を確かめる"
    )
    entry = next(one for one in services.collaborations.list(2018) if one.number == 31)
    drafted = services.check_sheets.from_collaboration(entry.id)
    services.check_sheets.create(
        CheckSheetDraft(
            fiscal_year=drafted.fiscal_year,
            title=drafted.title,
            collaboration_id=drafted.collaboration_id,
            partner_id=drafted.partner_id,
            department=drafted.department,
            marks=tuple(marks),
        )
    )
    services.check_sheets.create(CheckSheetDraft(2026, "用水路いきもの調べ", department="水と緑と公園課"))


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


def _check_sheets(at: Pictures) -> None:
    at.window.open_page("check_sheets")
    page = at.window.page
    sheet = next(one for one in at.services.check_sheets.list() if one.fiscal_year == 2018)
    page.open_record(sheet.id)
    at.take("check-sheets")
    page.open_sheet(sheet.id)
    wizard = page.pane.wizard
    for key in ("cover", "project", "plan", "summary"):
        wizard.go(key)
        at.take(f"check-sheet-{key}")
    wizard.close_draft()
    at.take_dialog("print-preview-check-sheet", lambda: page.print_sheet(None))


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
        for key in ("collaborations", "partners", "proposals", "check-sheets"):
            window.open_page(key.replace("-", "_"))
            at.take(f"{key}-{name}")


_SHOTS = (_collaborations, _partners, _counter, _proposals, _check_sheets, _around, _faults, _looks)

if __name__ == "__main__":
    sys.exit(main())
