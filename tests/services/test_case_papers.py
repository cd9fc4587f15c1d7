"""Every paper of a case is filled from what was recorded in it; read back from the printed PDF."""

from datetime import date
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.services.cases import CasesService
from kyodo_desktop.services.documents import DocumentsService
from tests.printing.conftest import ReadPaper, read
from tests.services.proposal_fixtures import Office, office
from tests.services.test_cases import GRANTED, PAID, SELECTED, accepted, opinion, received

__all__ = ["office", "read"]


@pytest.fixture
def cases(office: Office) -> CasesService:
    return CasesService(office.store)


@pytest.fixture
def documents(office: Office) -> DocumentsService:
    return DocumentsService(office.store)


def values(documents: DocumentsService, key: str, proposal: int) -> dict[str, Any]:
    return dict(documents.values_for(key, "proposal", proposal))


def through_open_call(office: Office, cases: CasesService) -> int:
    """Record a whole case of the open call."""
    made = accepted(office)
    cases.record(made, "coordination", TALK)
    cases.record(
        made,
        "correction",
        {
            "target": "収支予算書",
            "fault": "missing",
            "words": "謝礼の積算を書く",
            "asked_on": "2026-05-29",
            "due_on": "2026-06-03",
        },
    )
    cases.record(
        made, "opinion", opinion(question="水辺の安全", respondent="課長　道野", opinion="妥当である")
    )
    cases.record(made, "selection", {**SELECTED, "conditions": "安全に配慮する\n報告を急ぐ"})
    cases.record(made, "grant", {**GRANTED, "previous_number": "小地第12号"})
    cases.record(made, "payment_request", {"asked_on": "2026-06-23", "amount": 100_000})
    cases.record(made, "payment", PAID)
    cases.record(
        made,
        "plan_change",
        {
            "change_kind": "change",
            "asked_on": "2026-09-01",
            "changed_before": "観察会 3回",
            "changed_after": "観察会 2回",
            "change_reason": "荒天のため",
            "granted_amount_after": 80_000,
            "result": "approved",
            "decided_on": "2026-09-10",
        },
    )
    cases.record(made, "report", {"received_on": "2027-03-10", "effect": "子どもが水辺に親しんだ"})
    cases.record(
        made,
        "settlement",
        {
            "settled_on": "2027-03-20",
            "settled_amount": 78_000,
            "refund_amount": 22_000,
            "due_on": "2027-03-31",
        },
    )
    return made


TALK = {
    "held_on": "2026-05-28",
    "people": "団体3人、道路課",
    "topic": "観察の場所",
    "partner_said": "橋の下がよい",
    "city_said": "柵の外で行う",
    "agreed": "柵の外で行う",
}

TOLD: dict[str, dict[str, Any]] = {
    "correction_request": {
        "corrections": ({"name": "収支予算書", "what": "（不足）謝礼の積算を書く"},),
        "due_on": date(2026, 6, 3),
    },
    "document_checklist": {
        "corrections": (
            {
                "asked_on": date(2026, 5, 29),
                "what": "収支予算書　（不足）謝礼の積算を書く",
                "due_on": date(2026, 6, 3),
            },
        )
    },
    "opinion_request": {
        "department": "道路課",
        "question": "水辺の安全",
        "due_on": date(2026, 6, 5),
        "issued_on": date(2026, 5, 28),
    },
    "department_opinion": {
        "department": "道路課",
        "requested_on": date(2026, 5, 28),
        "respondent": "課長　道野",
        "opinion": "妥当である",
    },
    "coordination_record": {
        "talks": (
            {
                "held_on": date(2026, 5, 28),
                "present": "団体3人、道路課",
                "what": "観察の場所\n団体: 橋の下がよい\n市: 柵の外で行う",
                "agreed": "柵の外で行う",
            },
        )
    },
    "selection_result": {
        "result": "adopted",
        "granted_amount": 100_000,
        "conditions": ({"text": "安全に配慮する"}, {"text": "報告を急ぐ"}),
    },
    "grant_decision": {"result": "granted", "granted_amount": 100_000, "issued_on": date(2026, 6, 22)},
    "payment_request": {
        "amount": 100_000,
        "previous_on": date(2026, 6, 22),
        "previous_number": "小地第12号",
    },
    "change_request": {
        "change_kind": "change",
        "changed_after": "観察会 2回",
        "granted_amount": 100_000,
        "granted_amount_after": 80_000,
        "change_reason": "荒天のため",
    },
    "change_approval": {
        "result": "approved",
        "applied_on": date(2026, 9, 1),
        "granted_amount": 100_000,
        "granted_amount_after": 80_000,
    },
    "project_report": {"applied_on": date(2027, 3, 10), "effect": "子どもが水辺に親しんだ"},
    "settlement_notice": {
        "granted_amount": 80_000,
        "settled_amount": 78_000,
        "paid_amount": 100_000,
        "refund_amount": 22_000,
        "due_on": date(2027, 3, 31),
        "decided_on": date(2027, 3, 20),
        "applied_on": date(2027, 3, 10),
    },
}


@pytest.mark.parametrize("key", TOLD)
def test_a_paper_says_what_was_recorded(
    office: Office, cases: CasesService, documents: DocumentsService, key: str
) -> None:
    made = through_open_call(office, cases)
    found = values(documents, key, made)
    assert {name: found.get(name) for name in TOLD[key]} == TOLD[key]


@pytest.mark.parametrize("key", TOLD)
def test_it_stands_on_the_printed_paper(
    office: Office, cases: CasesService, documents: DocumentsService, key: str, read: Any
) -> None:
    made = through_open_call(office, cases)
    paper: ReadPaper = read(print_form(find_form(key), values(documents, key, made)).pdf)
    words = "".join(paper.words().split())
    for value in TOLD[key].values():
        if isinstance(value, str) and value not in ("adopted", "granted", "change", "approved"):
            assert "".join(value.split()) in words
        elif isinstance(value, int):
            assert f"{value:,}" in words


def test_a_rejected_proposal_gets_the_reason_and_no_money(
    office: Office, cases: CasesService, documents: DocumentsService
) -> None:
    made = accepted(office)
    refused = {"held_on": "2026-06-15", "decided_on": "2026-06-18", "result": "rejected"}
    cases.record(made, "selection", {**refused, "reject_reason": "実現性に乏しい"})
    found = values(documents, "selection_result", made)
    assert (found["result"], found["reject_reason"]) == ("rejected", "実現性に乏しい")
    assert "granted_amount" not in found


def test_an_act_in_the_wastebasket_says_nothing(
    office: Office, cases: CasesService, documents: DocumentsService
) -> None:
    made = received(office)
    act = cases.record(made, "opinion", opinion())
    cases.discard_acts([act])
    assert "question" not in values(documents, "opinion_request", made)
    assert values(documents, "opinion_request", made).get("due_on") is None


def test_a_resubmission_and_the_councils_opinion_stand_on_the_record_of_ikiiki(
    office: Office, cases: CasesService, documents: DocumentsService
) -> None:
    made = accepted(office, "ikiiki")
    cases.record(
        made,
        "council_opinion",
        {"held_on": "2026-09-10", "meeting": "第2回", "council_opinion": "回数を減らす"},
    )
    cases.record(made, "revision", {"handed_in_on": "2026-09-25", "what_changed": "週1回にした"})
    cases.record(made, "agreement", {"paper": "contract", "concluded_on": "2027-04-01", "amount": 500_000})
    found = values(documents, "coordination_record", made)
    assert found["council_on"] == date(2026, 9, 10)
    assert found["council_opinion"] == "回数を減らす"
    assert (found["revised"], found["changes"]) == ("yes", "週1回にした")
    contract = values(documents, "contract", made)
    assert (contract["amount"], contract["agreed_on"]) == (500_000, date(2027, 4, 1))
