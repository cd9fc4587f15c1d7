"""What can be asked for, for any cap, rate and rounding a programme may have."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.programmes import files, rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import Weight
from tests.programmes.samples import sound_draft

YEN = st.integers(1, 10**9)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    share = draw(st.integers(1, 10))
    return replace(
        files.find("open_call"),
        cap=draw(YEN),
        rate=draw(st.sampled_from([None, Fraction(share, 10)])),
        rounding=draw(st.sampled_from([1, 10, 100, 1000])),
    )


@given(programmes(), YEN)
def test_the_limit_is_whole_yen_within_the_cap_and_the_share(programme: Programme, cost: int) -> None:
    limit = rules.amount_limit(programme, cost)
    assert isinstance(limit, int)
    assert 0 <= limit <= programme.cap
    assert rules.amount_limit(programme, None) == programme.cap
    if programme.rate is None:
        assert limit == programme.cap
    else:
        assert limit <= programme.rate * cost
        assert limit == programme.cap or limit % programme.rounding == 0
        assert limit == programme.cap or programme.rate * cost - limit < programme.rounding


@given(programmes(), YEN, YEN)
def test_an_amount_asks_for_a_reason_just_when_it_is_over_the_limit(
    programme: Programme, cost: int, amount: int
) -> None:
    draft = replace(sound_draft(files.find("open_call")), amount=amount, eligible_cost=cost, lines=())
    told = [one for one in rules.problems(programme, draft) if one.field == "amount"]
    assert bool(told) == (amount > rules.amount_limit(programme, cost))
    assert all(one.weight is Weight.NEEDS_REASON for one in told)
