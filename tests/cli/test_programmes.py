"""`programme list` and `programme calendar`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from icalendar import Calendar

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.records.rounds import RoundDraft
from kyodo_desktop.services import Services
from tests.cli.conftest import CommandLine

CLOCK = FixedClock(datetime(2026, 5, 22, 5, 3, tzinfo=UTC))


@contextmanager
def office(place: Path) -> Iterator[Services]:
    """The services on a data folder of one's own."""
    place.mkdir(exist_ok=True)
    composition = build(DataFolder(place), clock=CLOCK)
    yield composition.services
    composition.close()


def test_every_programme_is_listed_with_its_rules(command_line: CommandLine) -> None:
    programmes = {one["key"]: one for one in command_line("programme", "list", "--json").json}
    open_call, ikiiki = programmes["open_call"], programmes["ikiiki"]
    assert (open_call["title"], open_call["letter"]) == ("小平市提示型公募事業", "T")
    assert (open_call["cap"], open_call["rate"]) == (100_000, "10分の10")
    assert (ikiiki["cap"], ikiiki["rate"]) == (1_000_000, None)
    assert [stage["key"] for stage in ikiiki["stages"]][-1] == "evaluation"
    assert "小平市提示型公募事業" in command_line("programme", "list").out


def test_a_year_lists_only_its_own_programmes(command_line: CommandLine) -> None:
    keys = {one["key"] for one in command_line("programme", "list", "--fiscal-year", "R8", "--json").json}
    assert {"open_call", "ikiiki"} <= keys
    older = {one["key"] for one in command_line("programme", "list", "--fiscal-year", "H30", "--json").json}
    assert older == {"support_call", "support_call_student", "ikiiki_system"}
    old = command_line("programme", "list", "--fiscal-year", "H18", "--json").json[0]
    assert (old["title"], old["past"], old["cap"]) == ("小平市市民活動支援公募事業", True, None)


def test_the_calendar_is_worked_out_where_there_is_no_round(command_line: CommandLine) -> None:
    told = command_line("programme", "calendar", "open_call", "--fiscal-year", "令和8年度")
    assert told.code == 0
    assert (told.json["fiscal_year"], told.json["round_id"]) == (2026, None)
    stages = {one["stage"]: one for one in told.json["stages"]}
    # The end of the applications is a Sunday; the next open day is proposed, nothing is moved.
    assert stages["application"]["ends_on"] == "2026-05-31"
    assert stages["application"]["proposed_end"] == "2026-06-01"
    assert stages["execution"]["starts_on"] == "2026-07-01"
    assert stages["execution"]["ends_on"] == "2027-03-31"


def test_the_calendar_of_a_round_is_the_offices_own(command_line: CommandLine, tmp_path: Path) -> None:
    place = tmp_path / "kyodo"
    with office(place) as services:
        made = services.rounds.create("open_call", 2026)
        services.rounds.set_date(made, "selection", date(2026, 6, 17), date(2026, 6, 17))
        services.rounds.edit(made, RoundDraft(date(2026, 5, 29), time(17, 15)))
    calendar = command_line("programme", "calendar", "open_call", "--fiscal-year", "2026", folder=place).json
    selection = next(one for one in calendar["stages"] if one["stage"] == "selection")
    assert (calendar["round_id"], calendar["closes_at"]) == (made, "17:15:00")
    assert (selection["starts_on"], selection["moved"]) == ("2026-06-17", True)


def test_other_calendars_read_the_file(command_line: CommandLine, tmp_path: Path) -> None:
    place, path = tmp_path / "kyodo", tmp_path / "round.ics"
    with office(place) as services:
        made = services.rounds.create("open_call", 2026)
        services.rounds.edit(made, RoundDraft(date(2026, 5, 29), time(17, 15)))
    words = ("programme", "calendar", "open_call", "--fiscal-year", "2026", "--format", "ics")
    told = command_line(*words, "--output", path, folder=place)
    assert (told.code, told.out, told.err) == (0, "", "")
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(data)
    assert calendar["x-wr-calname"] == "令和8年度 小平市提示型公募事業"
    events = {str(one["summary"]): one for one in calendar.events}
    execution = events["小平市提示型公募事業 実施"]
    assert (execution.start, execution.end) == (date(2026, 7, 1), date(2027, 4, 1))
    closing = events["小平市提示型公募事業 申請書等の提出の締切（17:15まで）"]
    assert (closing.start, closing.end) == (date(2026, 5, 29), date(2026, 5, 30))
    uids = [str(one["uid"]) for one in calendar.events]
    assert len(set(uids)) == len(uids)


def test_the_file_on_the_screen_is_the_file(command_line: CommandLine, tmp_path: Path) -> None:
    words = ("programme", "calendar", "ikiiki", "--fiscal-year", "2026", "--format", "ics")
    told = command_line(*words)
    assert told.out.startswith("BEGIN:VCALENDAR\r\n")
    assert "令和8年度 行政提案型いきいき協働事業" in told.out
    assert "市議会で可決" in told.out


def test_what_there_is_not_is_one_sentence(command_line: CommandLine) -> None:
    unknown = command_line("programme", "calendar", "no_such", "--fiscal-year", "2026")
    assert (unknown.code, unknown.out, unknown.err.count("\n")) == (1, "", 1)
    assert "open_call" in unknown.err
    early = command_line("programme", "calendar", "open_call", "--fiscal-year", "H25")
    assert (early.code, early.err.count("\n")) == (1, 1)
    assert "平成25年度の募集がありません" in early.err
    assert command_line("programme", "calendar", "open_call").code == 2
    assert command_line("programme", "calendar", "open_call", "--fiscal-year", "X").code == 2
