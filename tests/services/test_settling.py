"""The 収支決算 of a case: lines settled, receipts kept and cut, the 確定額 proposed, all of it undone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.programmes import files
from kyodo_desktop.records.cases import BudgetLine, LineSide, ReceiptLine
from kyodo_desktop.records.settling import SettlingLine
from kyodo_desktop.services.cases import CasesService
from kyodo_desktop.services.documents import DocumentsService
from kyodo_desktop.services.settling import SettlingService
from tests.printing.conftest import ReadPaper, read
from tests.programmes.samples import sound_draft
from tests.services.proposal_fixtures import Office, office
from tests.services.test_cases import GRANTED, PAID

__all__ = ["office", "read"]

PLAN = (
    BudgetLine(LineSide.INCOME, "補助金", 100_000),
    BudgetLine(LineSide.EXPENSE, "印刷費", 60_000, 60_000, "チラシ"),
    BudgetLine(LineSide.EXPENSE, "謝礼", 40_000, 40_000),
)
FLYERS = ReceiptLine(
    None, "1", date(2026, 8, 3), "小平印刷", "ちらし", 58_000, 55_000, "私用の 3,000円を除く"
)


@pytest.fixture
def settling(office: Office) -> SettlingService:
    return SettlingService(office.store)


@pytest.fixture
def cases(office: Office) -> CasesService:
    return CasesService(office.store)


@pytest.fixture
def case(office: Office, cases: CasesService) -> int:
    """A case of the open call that was granted and paid 100,000円."""
    draft = replace(sound_draft(files.find("open_call")), partner_id=office.partner_id, lines=PLAN)
    made = office.proposals.create(draft)
    office.proposals.receive(made)
    cases.record(made, "grant", GRANTED)
    cases.record(made, "payment", PAID)
    return made


def line(settling: SettlingService, case: int, item: str) -> SettlingLine:
    return next(one for one in settling.get(case).lines if one.line.item == item)


def id_of(settling: SettlingService, case: int, item: str) -> int:
    found = line(settling, case, item).line.id
    assert found is not None
    return found


def settle_all(settling: SettlingService, case: int) -> int:
    """Write the whole 収支決算 and return the receipt's id."""
    for item, amount in (("補助金", 98_000), ("印刷費", 58_000), ("謝礼", 40_000)):
        settling.settle_line(id_of(settling, case, item), amount, "")
    return settling.add_receipt(replace(FLYERS, line_id=id_of(settling, case, "印刷費")))


def test_a_case_begins_with_its_plan_and_nothing_settled(settling: SettlingService, case: int) -> None:
    found = settling.get(case)
    assert [(one.line.item, one.line.planned, one.line.settled) for one in found.lines] == [
        ("補助金", 100_000, None),
        ("印刷費", 60_000, None),
        ("謝礼", 40_000, None),
    ]
    assert (found.settled_amount, found.problems) == (None, ())


def test_a_new_settlement_begins_with_what_the_receipts_leave(
    settling: SettlingService, cases: CasesService, case: int
) -> None:
    assert "settled_amount" not in cases.default_values(case, "settlement")
    settle_all(settling, case)
    found = settling.get(case)
    assert (found.expenses.planned, found.expenses.settled, found.expenses.approved) == (
        100_000,
        98_000,
        95_000,
    )
    assert found.problems == ("領収書のない支出があります: 謝礼。",)
    first = cases.default_values(case, "settlement")
    assert (first["settled_amount"], first["refund_amount"]) == (95_000, 5_000)


def test_a_receipt_is_changed_and_taken_away_and_both_are_undone(
    office: Office, settling: SettlingService, case: int
) -> None:
    kept = settle_all(settling, case)
    settling.edit_receipt(kept, replace(FLYERS, approved=None))
    (paper,) = line(settling, case, "印刷費").receipts
    assert (paper.approved, paper.cut_reason) == (58_000, "")
    settling.remove_receipt(kept)
    assert line(settling, case, "印刷費").receipts == ()
    office.history.undo()
    office.history.undo()
    (paper,) = line(settling, case, "印刷費").receipts
    assert (paper.approved, paper.cut_reason, paper.payee) == (55_000, "私用の 3,000円を除く", "小平印刷")
    office.history.redo()
    assert line(settling, case, "印刷費").approved == 58_000


def test_what_is_done_is_told_in_words_in_the_proposals_history(
    office: Office, settling: SettlingService, case: int
) -> None:
    kept = settle_all(settling, case)
    settling.remove_receipt(kept)
    assert office.acts("proposal", case)[:3] == [
        "領収書（番号 1）を消す: 2026-T-001 玉川上水みどりの学校",
        "「印刷費」の領収書を記録する: 2026-T-001 玉川上水みどりの学校",
        "「謝礼」の決算を書く: 2026-T-001 玉川上水みどりの学校",
    ]


def test_a_cost_that_was_not_planned_is_added_told_and_taken_away_again(
    office: Office, settling: SettlingService, case: int
) -> None:
    made = settling.add_line(case, LineSide.EXPENSE, "会場費", 3_000, "雨天のため")
    assert line(settling, case, "会場費").difference == 3_000
    assert any("予算になかった支出" in text for text in settling.get(case).problems)
    kept = settling.add_receipt(ReceiptLine(made, amount=3_000))
    with pytest.raises(ConflictError, match="先に領収書"):
        settling.remove_line(made)
    settling.remove_receipt(kept)
    settling.remove_line(made)
    assert len(settling.get(case).lines) == 3
    office.history.undo()
    assert line(settling, case, "会場費").line.settled == 3_000
    with pytest.raises(ConflictError, match="予算にある費目"):
        settling.remove_line(id_of(settling, case, "謝礼"))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": None}, "amount"),
        ({"amount": -1, "approved": None}, "amount"),
        ({"approved": 58_001}, "approved"),
        ({"approved": -1}, "approved"),
        ({"cut_reason": " "}, "cut_reason"),
        ({"payee": "123456789018"}, "payee"),
    ],
)
def test_a_receipt_that_cannot_be_names_its_field_and_is_not_kept(
    settling: SettlingService, case: int, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(InputError) as told:
        settling.add_receipt(replace(FLYERS, line_id=id_of(settling, case, "印刷費"), **change))
    assert told.value.field == field
    assert line(settling, case, "印刷費").receipts == ()


def test_a_line_that_cannot_be_names_its_field(settling: SettlingService, case: int) -> None:
    with pytest.raises(InputError) as told:
        settling.settle_line(id_of(settling, case, "謝礼"), -1, "")
    assert told.value.field == "settled"
    with pytest.raises(InputError) as told:
        settling.add_line(case, LineSide.EXPENSE, " ", 1)
    assert told.value.field == "item"
    with pytest.raises(InputError, match="支出の費目"):
        settling.add_receipt(replace(FLYERS, line_id=id_of(settling, case, "補助金")))
    with pytest.raises(NotFoundError):
        settling.settle_line(999, 1, "")
    with pytest.raises(NotFoundError):
        settling.remove_receipt(999)


def test_a_case_in_the_wastebasket_is_not_settled(
    office: Office, settling: SettlingService, case: int
) -> None:
    wanted = id_of(settling, case, "謝礼")
    office.proposals.discard([case])
    with pytest.raises(ConflictError, match="ごみ箱"):
        settling.settle_line(wanted, 1, "")


def test_the_paper_says_what_was_settled_and_approved(
    office: Office, settling: SettlingService, case: int, read: Any
) -> None:
    settle_all(settling, case)
    settling.add_line(case, LineSide.EXPENSE, "会場費", 3_000, "雨天のため")
    values = dict(DocumentsService(office.store).values_for("budget_settlement", "proposal", case))
    rows = {row["item"]: row for row in values["expenses"]}
    assert (rows["印刷費"]["amount"], rows["印刷費"]["settled"], rows["印刷費"]["eligible"]) == (
        60_000,
        58_000,
        55_000,
    )
    paper: ReadPaper = read(print_form(find_form("budget_settlement"), values).pdf)
    words = "".join(paper.words().split())
    for told in ("印刷費", "58,000", "55,000", "会場費", "雨天のため", "101,000", "98,000", "△2,000"):
        assert told in words
