"""収支決算: what is approved, what is settled and what comes back, for any lines and receipts."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.settling import allowed, refund_amount, settle, settled_amount
from kyodo_desktop.records.cases import BudgetLine, CaseFigures, LineSide, ReceiptLine
from kyodo_desktop.records.settling import SettlingRecord

OPEN_CALL = files.find("open_call")
IKIIKI = files.find("ikiiki")
MONEY = CaseFigures(granted=100_000, paid=100_000)
PERIOD = (date(2026, 7, 1), date(2027, 2, 28))
YEN = st.integers(0, 3_000_000)
MAYBE = st.none() | YEN


@st.composite
def plans(draw: st.DrawFn) -> tuple[tuple[BudgetLine, ...], tuple[ReceiptLine, ...]]:
    """Draw lines of both sides, and receipts to some of them."""
    lines = tuple(
        BudgetLine(
            draw(st.sampled_from(LineSide)), f"費目{at}", draw(MAYBE), draw(MAYBE), "", draw(MAYBE), id=at
        )
        for at in range(draw(st.integers(0, 5)))
    )
    receipts = tuple(
        ReceiptLine(draw(st.integers(0, 5)), str(at), amount=draw(MAYBE), approved=draw(MAYBE))
        for at in range(draw(st.integers(0, 6)))
    )
    return lines, receipts


@given(plans(), MAYBE, YEN)
def test_no_more_is_settled_than_was_granted_approved_or_shared(
    plan: tuple[tuple[BudgetLine, ...], tuple[ReceiptLine, ...]], granted: int | None, paid: int
) -> None:
    programme = replace(OPEN_CALL, rate=OPEN_CALL.rate and OPEN_CALL.rate * 2 / 3, rounding=1_000)
    found = settle(programme, 1, *plan, CaseFigures(granted=granted, paid=paid))
    if found.settled_amount is None or found.refund_amount is None:
        assert found.settled_amount is found.refund_amount is None
        return
    assert granted is not None
    assert programme.rate is not None
    assert type(found.settled_amount) is int
    assert 0 <= found.settled_amount <= granted
    assert found.settled_amount <= programme.rate * found.counted
    assert found.settled_amount == granted or found.settled_amount % 1_000 == 0
    assert found.settled_amount + found.refund_amount == max(paid, found.settled_amount)


@given(plans())
def test_each_line_and_sum_is_what_its_parts_say(
    plan: tuple[tuple[BudgetLine, ...], tuple[ReceiptLine, ...]],
) -> None:
    found = settle(OPEN_CALL, 1, *plan, MONEY)
    assert len(found.lines) == len(plan[0])
    for one in found.lines:
        if one.line.side is LineSide.INCOME:
            assert one.approved is None
        elif one.receipts:
            assert one.approved == sum(map(allowed, one.receipts))
            assert one.approved <= sum(paper.amount or 0 for paper in one.receipts)
        else:
            assert one.approved == one.line.settled
        assert (one.counted or 0) <= (one.approved or 0)
    for side in LineSide:
        lines, sums = found.side(side), found.totals(side)
        assert sums.settled == sum(one.line.settled or 0 for one in lines)
        assert sums.planned == sum(one.line.planned or 0 for one in lines)
        assert sums.approved == sum(one.approved or 0 for one in lines)
        assert sums.difference == sums.settled - sums.planned


@given(plans())
def test_what_is_over_the_plan_or_cut_without_reason_is_never_passed_in_silence(
    plan: tuple[tuple[BudgetLine, ...], tuple[ReceiptLine, ...]],
) -> None:
    found = settle(OPEN_CALL, 1, *plan, MONEY)
    for one in found.lines:
        words = [text for text in found.problems if f"「{one.line.item}」" in text]
        if (one.approved or 0) > (one.line.planned or 0):
            assert any("超えています" in text or "予算になかった" in text for text in words)
        if one.line.side is LineSide.EXPENSE:
            for paper in one.receipts:
                if paper.amount is not None and allowed(paper) < paper.amount:
                    assert (
                        f"「{one.line.item}」の領収書（番号 {paper.number}）を減らした理由がありません。"
                        in words
                    )


@given(YEN, MAYBE)
def test_a_refund_is_never_negative(paid: int, settled: int | None) -> None:
    found = refund_amount(paid, settled)
    assert found is None if settled is None else found == max(0, paid - settled)


def lines(*expenses: BudgetLine, income: int | None = None) -> tuple[BudgetLine, ...]:
    return (BudgetLine(LineSide.INCOME, "補助金", 100_000, settled=income, id=1), *expenses)


PRINTING = BudgetLine(LineSide.EXPENSE, "印刷費", 60_000, 60_000, settled=58_000, id=2)
MEALS = BudgetLine(LineSide.EXPENSE, "食糧費", 40_000, 0, settled=42_000, id=3)


def told(
    *rows: BudgetLine, income: int | None = None, papers: tuple[ReceiptLine, ...] = ()
) -> SettlingRecord:
    return settle(OPEN_CALL, 1, lines(*rows, income=income), papers, MONEY, PERIOD)


def test_a_sound_settlement_has_nothing_to_say() -> None:
    paper = ReceiptLine(2, "1", date(2026, 8, 3), "小平印刷", "ちらし", 58_000, 58_000)
    found = told(PRINTING, income=58_000, papers=(paper,))
    assert found.problems == ()
    assert (found.settled_amount, found.refund_amount) == (58_000, 42_000)


def test_a_cost_that_is_not_eligible_is_not_settled_and_that_is_said() -> None:
    found = told(PRINTING, MEALS, income=100_000)
    assert (found.counted, found.settled_amount) == (58_000, 58_000)
    assert found.problems == (
        "「食糧費」の認定額 42,000円が、予算額 40,000円を 2,000円 超えています。",
        "「食糧費」の認定額のうち、確定額の計算に入るのは、予算の補助対象経費までの 0円です。",
    )


def test_income_and_expenses_are_to_agree_where_the_programme_balances() -> None:
    assert told(PRINTING, income=60_000).problems == (
        "決算の収入の計 60,000円と支出の計 58,000円が、2,000円 違います。",
    )
    free = settle(replace(OPEN_CALL, balanced=False), 1, lines(PRINTING, income=60_000), (), MONEY)
    assert free.problems == ()


def test_receipts_are_measured_by_the_line_the_reason_and_the_period() -> None:
    papers = (
        ReceiptLine(2, "1", date(2026, 8, 3), "小平印刷", "", 50_000, 45_000),
        ReceiptLine(2, "", date(2027, 3, 1), "文具店", "", 7_000, 7_000),
        ReceiptLine(2, "3", None, "", "", 500, 600),
    )
    assert told(PRINTING, MEALS, income=100_000, papers=papers).problems[:4] == (
        "「印刷費」の領収書の計 57,500円が、決算額 58,000円と 500円 違います。",
        "「印刷費」の領収書（番号 1）を減らした理由がありません。",
        "「印刷費」の領収書（文具店）の日付 令和9年3月1日が、実施期間の外です。",
        "「印刷費」の領収書（番号 3）の認定額が、金額を超えています。",
    )
    assert told(PRINTING, MEALS, income=100_000, papers=papers).problems[-1] == (
        "領収書のない支出があります: 食糧費。"
    )


def test_a_cost_without_plan_is_told() -> None:
    found = told(BudgetLine(LineSide.EXPENSE, "会場費", settled=3_000, id=4), income=3_000)
    assert found.problems == ("「会場費」は、予算になかった支出です。変更の承認がいるか確かめてください。",)


def test_a_programme_without_settlement_proposes_nothing() -> None:
    found = settle(IKIIKI, 1, lines(PRINTING, income=58_000), (), MONEY)
    assert (found.settled_amount, found.refund_amount) == (None, None)


def test_nothing_is_settled_before_anything_is_granted_or_known() -> None:
    assert settle(OPEN_CALL, 1, lines(PRINTING), (), CaseFigures()).settled_amount is None
    assert settle(OPEN_CALL, 1, lines(replace(PRINTING, settled=None)), (), MONEY).settled_amount is None
    assert settled_amount(OPEN_CALL, 100_000, 0) == 0
