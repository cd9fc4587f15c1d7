"""`proposal list` and `proposal show`."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from tests.cli.conftest import CommandLine
from tests.cli.test_programmes import office


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A data folder with two proposals taken in, one of another year and a draft."""
    place = tmp_path / "kyodo"
    with office(place) as services:
        partner = services.partners.add(PartnerDraft("かわせみ水辺くらぶ"))
        water = ProposalDraft(
            programme="open_call",
            fiscal_year=2026,
            partner_id=partner,
            partner_name="かわせみ水辺くらぶ",
            title="用水路いきもの調べ",
            amount=98_000,
            eligible_cost=98_000,
            papers=(("application", 1),),
            received_by="鈴木",
        )
        proposals = services.proposals
        proposals.receive(proposals.create(water))
        proposals.receive(
            proposals.create(
                replace(water, programme="ikiiki", partner_id=None, title="放課後の居場所", amount=800_000)
            )
        )
        proposals.receive(proposals.create(replace(water, fiscal_year=2025, title="花いっぱい")))
        proposals.create(ProposalDraft("open_call", 2026, partner_name="みどりの会"))
    return place


def test_a_years_proposals_are_listed_by_their_numbers(command_line: CommandLine, place: Path) -> None:
    told = command_line("proposal", "list", "--fiscal-year", "R8", "--json", folder=place)
    assert told.code == 0
    assert [one["receipt_number"] for one in told.json] == ["2026-I-001", "2026-T-001", None]
    water = told.json[1]
    assert (water["partner_name"], water["title"], water["amount"]) == (
        "かわせみ水辺くらぶ",
        "用水路いきもの調べ",
        98_000,
    )
    assert (water["programme"], water["programme_title"]) == ("open_call", "小平市提示型公募事業")
    assert (water["reception"], water["stage"], water["stage_label"]) == ("received", "application", "受付")
    assert (water["fiscal_year"], water["granted"], water["ended"]) == (2026, None, False)
    every = command_line("proposal", "list", "--json", folder=place).json
    assert [one["fiscal_year"] for one in every] == [2025, 2026, 2026, 2026]
    assert "用水路いきもの調べ" in command_line("proposal", "list", folder=place).out


def test_a_year_without_proposals_is_an_empty_list(command_line: CommandLine, place: Path) -> None:
    told = command_line("proposal", "list", "--fiscal-year", "2019", "--json", folder=place)
    assert (told.code, told.json) == (0, [])


@pytest.mark.parametrize("number", ["2026-T-001", "2026-T-1", "R8-T-1", "令８　提　１", "2026ーｔー1"])
def test_one_is_shown_however_its_number_is_typed(
    command_line: CommandLine, place: Path, number: str
) -> None:
    told = command_line("proposal", "show", number, "--json", folder=place)
    assert told.code == 0
    assert told.json["receipt_number"] == "2026-T-001"
    assert told.json["papers"] == [{"key": "application", "copies": 1}]
    assert told.json["requirements"] == []
    assert told.json["problems"]
    assert "用水路いきもの調べ" in command_line("proposal", "show", number, folder=place).out


def test_what_became_of_it_is_told_but_for_what_is_the_offices_own(
    command_line: CommandLine, place: Path
) -> None:
    day = date(2026, 6, 1)
    with office(place) as services:
        made = services.proposals.find_receipt("2026-T-1").id
        asked = {"department": "環境政策課", "asked_on": day, "due_on": date(2026, 6, 8)}
        services.cases.record(made, "opinion", asked)
        services.cases.record(
            made,
            "opinion",
            {**asked, "department": "公園緑地課", "received_on": day, "confidential": "ほかでは言わない"},
        )
        services.cases.enter(made, "opinion", day, "受理の前に所見を聞く")
    told = command_line("proposal", "show", "R8-T-1", "--json", folder=place)
    assert "ほかでは言わない" not in told.out
    assert told.json["stage_label"] == "調整・所見"
    assert told.json["opinions"] == {"received": 1, "asked": 2}
    assert (told.json["due_on"], told.json["since"]) == ("2026-06-08", "2026-06-01")
    assert [one["kind"] for one in told.json["acts"]] == ["opinion", "opinion"]
    assert told.json["acts"][0]["values"]["department"] == "環境政策課"
    assert told.json["entries"][0]["reason"] == "受理の前に所見を聞く"
    read = command_line("proposal", "show", "R8-T-1", folder=place).out
    assert "令和8年6月1日\t「調整・所見」に進む" in read
    assert "所見 1/2" in command_line("proposal", "list", folder=place).out


def test_one_that_is_not_there_is_one_sentence(command_line: CommandLine, place: Path) -> None:
    for number in ("2026-T-99", "なし", "", "2026-X-1"):
        told = command_line("proposal", "show", number, "--json", folder=place)
        assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
