"""What is told of a case: a payment takes its weeks, a change is no longer 軽微, sums differ."""

from datetime import date, timedelta
from typing import Any

import pytest

from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.case_notices import PAYMENT_TAKES_TIME, notices
from kyodo_desktop.records.cases import ActRecord, CaseFigures

TODAY = date(2026, 6, 22)
OPEN_CALL = files.find("open_call")
GRANTED = CaseFigures(asked=100_000, granted=100_000)


def act(number: int, kind: str, amount: int | None = None, **values: Any) -> ActRecord:
    return ActRecord(number, kind, kind, "", TODAY, values, done_on=TODAY, amount=amount)


def told(*acts: ActRecord, figures: CaseFigures = GRANTED) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in notices(OPEN_CALL, acts, figures, TODAY)]


@pytest.mark.parametrize(("days", "is_told"), [(27, True), (28, False), (-1, True)])
def test_a_payment_that_is_needed_sooner_than_it_takes_is_told_in_the_handbooks_words(
    days: int, is_told: bool
) -> None:
    found = told(act(1, "payment_request", 100_000, needed_on=TODAY + timedelta(days=days)))
    assert [kind for kind, _text in found] == ["payment_request"] * is_told
    assert all(PAYMENT_TAKES_TIME in text for _kind, text in found)


def test_what_was_paid_is_not_waited_for() -> None:
    asked = act(1, "payment_request", 100_000, needed_on=TODAY)
    again = act(3, "payment_request", 1_000, needed_on=TODAY)
    assert told(asked, act(2, "payment", 100_000)) == []
    assert len(told(asked, act(2, "payment", 100_000), again)) == 1


@pytest.mark.parametrize(("after", "is_told"), [(80_000, False), (120_000, False), (79_999, True)])
def test_a_change_that_is_called_minor_is_measured(after: int, is_told: bool) -> None:
    found = told(act(1, "grant", 100_000), act(2, "plan_change", after, minor=True))
    assert bool(found) is is_told
    assert told(act(1, "grant", 100_000), act(2, "plan_change", after)) == []


def test_a_change_is_measured_by_what_was_granted_last() -> None:
    selected, decided = act(1, "selection", 100_000), act(2, "grant", 50_000)
    assert told(selected, decided, act(3, "plan_change", 60_000, minor=True)) == []
    first = act(3, "plan_change", 60_000, minor=True)
    assert len(told(selected, decided, first, act(4, "plan_change", 49_000, minor=True))) == 0
    assert len(told(selected, decided, first, act(4, "plan_change", 47_000, minor=True))) == 1


def test_sums_that_do_not_agree_are_named_with_both_figures() -> None:
    money = CaseFigures(granted=100_000, paid=120_000, settled=110_000, refund=0)
    assert told(figures=money) == [
        ("payment", "支払額の計 120,000円が、決定額 100,000円を 20,000円 超えています。"),
        ("settlement", "確定額 110,000円が、決定額 100,000円を超えています。"),
        (
            "settlement",
            "支払額 120,000円から確定額 110,000円を引くと 10,000円です。返還額を確かめてください。",
        ),
    ]
    assert told(figures=CaseFigures(granted=100_000, paid=100_000, settled=96_500, refund=3_500)) == []
