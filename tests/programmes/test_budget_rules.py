"""What is said of a 収支予算 that does not agree, on the programmes as they ship."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.budget_rules import budget_problems
from kyodo_desktop.records.cases import BudgetLine, LineSide
from kyodo_desktop.records.proposals import ProposalDraft, Weight

INCOME, EXPENSE = LineSide.INCOME, LineSide.EXPENSE
AMOUNTS = st.integers(0, 10_000_000)


def told(programme: str, draft: ProposalDraft) -> list[tuple[str, str]]:
    found = list(budget_problems(files.find(programme), draft))
    assert all(one.weight is Weight.NEEDS_REASON for one in found)
    return [(one.field, one.text) for one in found]


def lines(side: LineSide, *amounts: int | None) -> tuple[BudgetLine, ...]:
    return tuple(BudgetLine(side, f"項目{at}", amount) for at, amount in enumerate(amounts))


@given(st.lists(AMOUNTS, min_size=1, max_size=8), st.lists(AMOUNTS, min_size=1, max_size=8))
def test_income_is_what_the_expenses_are_where_the_programme_says_so(
    income: list[int], expenses: list[int]
) -> None:
    draft = ProposalDraft(lines=lines(INCOME, *income) + lines(EXPENSE, *expenses))
    found = told("open_call", draft)
    if sum(income) == sum(expenses):
        assert found == []
    else:
        ((field, text),) = found
        assert field == "expenses"
        for amount in (sum(income), sum(expenses), abs(sum(income) - sum(expenses))):
            assert f"{format_yen(amount)}円" in text
    assert told("ikiiki", draft) == []


@given(st.lists(AMOUNTS, min_size=1, max_size=8), AMOUNTS)
def test_the_whole_cost_is_the_amount_where_there_is_no_rate(expenses: list[int], amount: int) -> None:
    draft = ProposalDraft(amount=amount, lines=lines(EXPENSE, *expenses))
    assert bool(told("ikiiki", draft)) == (sum(expenses) != amount)


def test_the_eligible_cost_is_that_of_the_lines_and_no_line_has_more_of_it_than_it_costs() -> None:
    line = BudgetLine(EXPENSE, "報償費", 60000, 60000)
    draft = ProposalDraft(eligible_cost=60000, lines=(line,))
    assert told("open_call", draft) == []
    assert told("open_call", replace(draft, eligible_cost=50000)) == [
        ("eligible_cost", "補助対象経費 50,000円が、支出の行の計 60,000円と 10,000円 違います")
    ]
    more = replace(line, planned=50000)
    assert told("open_call", replace(draft, lines=(more,))) == [
        ("expenses", "「報償費」の補助対象経費 60,000円が、予算額 50,000円を超えています")
    ]


def test_no_line_is_below_zero() -> None:
    found = told("open_call", ProposalDraft(lines=lines(INCOME, -5)))
    assert found == [("income", "「項目0」の額が、0円より少なくなっています")]


def test_of_a_budget_that_was_not_keyed_in_nothing_is_said() -> None:
    for programme in ("open_call", "ikiiki"):
        assert told(programme, ProposalDraft(amount=90000, eligible_cost=90000)) == []
        assert told(programme, ProposalDraft(amount=90000, lines=lines(INCOME, None))) == []
