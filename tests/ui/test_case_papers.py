"""Every paper that the stages of a case offer: begun from its stage, issued in the window, read back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes import files
from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine
from kyodo_desktop.records.forms import FormField, FormFieldKind
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.dialogs.print_preview import PrintPreview
from kyodo_desktop.ui.main_window import MainWindow
from kyodo_desktop.ui.pages.papers.page import PapersPage
from kyodo_desktop.ui.pages.proposals.cases.pane import CasePane
from kyodo_desktop.ui.pages.proposals.page import ProposalsPage
from tests.programmes.samples import sound_draft
from tests.ui.hands import click, words_in

LONG = 20_000
_WRITTEN = {FormFieldKind.TEXT, FormFieldKind.MULTILINE, FormFieldKind.KANA, FormFieldKind.YEN}

BEFORE: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "correction",
        {
            "target": "収支予算書",
            "fault": "missing",
            "words": "謝礼の積算を書く",
            "asked_on": date(2026, 5, 29),
            "due_on": date(2026, 6, 3),
        },
    ),
    (
        "coordination",
        {
            "held_on": date(2026, 6, 1),
            "people": "団体3人、道路課",
            "topic": "観察の場所",
            "partner_said": "橋の下がよい",
            "city_said": "柵の外で行う",
            "agreed": "三か所にしぼる",
        },
    ),
)
CHANGE: tuple[str, dict[str, Any]] = (
    "plan_change",
    {
        "change_kind": "change",
        "asked_on": date(2026, 9, 1),
        "changed_before": "観察会を三回",
        "changed_after": "観察会を二回",
        "change_reason": "荒天のため",
        "granted_amount_after": 80_000,
        "result": "approved",
        "decided_on": date(2026, 9, 10),
    },
)
SELECTED: dict[str, Any] = {
    "held_on": date(2026, 6, 15),
    "result": "conditional",
    "granted_amount": 100_000,
    "conditions": "安全に配慮する",
    "decided_on": date(2026, 6, 18),
}
MIDTERM: tuple[str, dict[str, Any]] = (
    "midterm",
    {
        "held_on": date(2026, 10, 1),
        "partner_words": "参加が多い",
        "city_words": "順調である",
        "agreed": "このまま続ける",
    },
)
REPORT: tuple[str, dict[str, Any]] = (
    "report",
    {"received_on": date(2027, 3, 10), "results": "観察会を二回ひらいた", "effect": "水辺に親しんだ"},
)
RETROSPECTIVE: tuple[str, dict[str, Any]] = (
    "retrospective",
    {
        "held_on": date(2027, 3, 25),
        "partner_words": "学べた",
        "city_words": "助かった",
        "agreed": "記録を残す",
    },
)
CASES: Mapping[str, Sequence[tuple[str, dict[str, Any]]]] = {
    "open_call": (
        *BEFORE,
        (
            "opinion",
            {
                "department": "道路課",
                "question": "水辺の安全",
                "asked_on": date(2026, 5, 28),
                "due_on": date(2026, 6, 5),
                "received_on": date(2026, 6, 4),
                "respondent": "課長　道野",
                "verdict": "fit",
                "opinion": "妥当である",
            },
        ),
        ("selection", SELECTED),
        ("grant", {"decided_on": date(2026, 6, 22), "result": "granted", "granted_amount": 100_000}),
        ("payment_request", {"asked_on": date(2026, 6, 23), "amount": 100_000}),
        ("payment", {"paid_on": date(2026, 7, 20), "amount": 100_000}),
        CHANGE,
        MIDTERM,
        ("revocation", {"revoked_on": date(2026, 12, 1), "revoke_reason": "報告が出されないため"}),
        REPORT,
        (
            "settlement",
            {"settled_on": date(2027, 3, 20), "settled_amount": 78_000, "refund_amount": 22_000},
        ),
        RETROSPECTIVE,
    ),
    "ikiiki": (
        *BEFORE,
        ("council_opinion", {"held_on": date(2026, 9, 10), "council_opinion": "回数を減らす"}),
        ("revision", {"handed_in_on": date(2026, 9, 25), "what_changed": "週1回にした"}),
        ("selection", SELECTED),
        ("budgeting", {"held_on": date(2026, 11, 10), "amount": 900_000}),
        ("council_vote", {"held_on": date(2027, 3, 10), "result": "passed", "amount": 900_000}),
        ("agreement", {"paper": "contract", "concluded_on": date(2027, 4, 1), "amount": 900_000}),
        CHANGE,
        MIDTERM,
        ("payment_request", {"asked_on": date(2027, 4, 10), "amount": 900_000}),
        REPORT,
        RETROSPECTIVE,
    ),
}


GROUP = "かわせみ水辺くらぶ"
TELLS: Mapping[str, str] = {
    "agreement": "900,000",
    "budget": "講師謝礼",
    "budget_settlement": "78,000",
    "change_approval": "観察会を二回",
    "change_request": "荒天のため",
    "contract": "900,000",
    "coordination_record": "柵の外で行う",
    "correction_request": "謝礼の積算を書く",
    "department_opinion": "妥当である",
    "document_checklist": "謝礼の積算を書く",
    "grant_decision": "100,000",
    "ikiiki_proposal": "観察会をひらく",
    "midterm_review": "順調である",
    "opinion_request": "水辺の安全",
    "project_report": "水辺に親しんだ",
    "retrospective": "記録を残す",
    "revocation": "報告が出されないため",
    "selection_result": "安全に配慮する",
    "settlement_notice": "22,000",
}


def a_whole_case(window: MainWindow, key: str) -> int:
    """Take a sound proposal in and record in it all that its papers tell."""
    services = window.context.services
    partner = services.partners.add(
        PartnerDraft(GROUP, address="小平市小川町2-1333", representative="会長　山田　花子")
    )
    draft = replace(
        sound_draft(files.find(key)),
        partner_id=partner,
        partner_name=GROUP,
        department="水と緑と公園課",
        roles=(RoleLine(partner="観察会をひらく", city="市報で知らせる"),),
        lines=(
            BudgetLine(LineSide.INCOME, "参加費", 20_000),
            BudgetLine(LineSide.EXPENSE, "講師謝礼", 20_000, basis="2人×2回"),
        ),
    )
    made = services.proposals.receive(services.proposals.create(draft)).id
    services.proposals.accept(made, "ここでは要件を問わない")
    for kind, values in CASES[key]:
        services.cases.record(made, kind, values)
    return made


def open_stage(qtbot: QtBot, window: MainWindow, made: int, stage: str) -> CasePane:
    window.open_page("proposals")
    page = window.page
    assert isinstance(page, ProposalsPage)
    page.open_record(made)
    page.open_case(stage)
    qtbot.waitUntil(page.cases.isVisible)
    return page.cases


def issue(qtbot: QtBot, window: MainWindow, pane: CasePane, title: str) -> None:
    """Begin a paper by its name in the case, and issue it from 様式."""
    click(pane.stage, title)
    papers = window.page
    assert isinstance(papers, PapersPage)
    papers.making.verbs.issue_paper(allow_empty=True)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PrintPreview)), timeout=LONG)
    preview = next(one for one in window.findChildren(PrintPreview) if one.isVisible())
    preview.close()
    preview.deleteLater()
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(PrintPreview)))


def told(fields: Sequence[FormField], values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words and amounts that a paper was filled with."""
    for field in fields:
        value = values.get(field.name)
        if value in (None, "", ()):
            continue
        if field.kind is FormFieldKind.ROWS:
            for row in value:
                yield from told(field.columns, row)
        elif field.kind in _WRITTEN:
            yield format_yen(value) if field.kind is FormFieldKind.YEN else str(value)


def squash(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("key", ["open_call", "ikiiki"])
def test_every_paper_of_every_stage_is_issued_and_says_what_was_recorded(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    made = a_whole_case(window, key)
    services = window.context.services
    titles = {one.key: one.title for one in services.documents.forms()}
    offered = [(stage.key, paper) for stage in services.cases.get(made).stages for paper in stage.papers]
    issued: set[int] = set()
    lacking: list[tuple[str, str]] = []
    for stage, paper in offered:
        pane = open_stage(qtbot, window, made, stage)
        issue(qtbot, window, pane, titles[paper])
        sheet = next(one for one in services.sheets.of(SheetOwner("proposal", made)) if one.id not in issued)
        issued.add(sheet.id)
        assert sheet.form_key == paper
        pages = PdfReader(BytesIO(services.sheets.pdf(sheet.id))).pages
        words = squash("".join(page.extract_text() for page in pages))
        values = services.sheets.values(sheet.id)
        expected = [GROUP, TELLS.get(paper, ""), *told(find_form(paper).fields, values)]
        lacking += [(paper, text) for text in expected if squash(text) not in words]
        assert sheet.number in words_in(open_stage(qtbot, window, made, stage).stage)
    assert lacking == []
