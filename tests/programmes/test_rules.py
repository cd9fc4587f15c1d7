"""What is told of a proposal: each breach with both figures, nothing confirmed by itself."""

from dataclasses import replace
from datetime import date

import pytest

from kyodo_desktop.programmes import files, rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.records.proposals import (
    Confirmation,
    Problem,
    ProposalDraft,
    RequirementAnswer,
    Weight,
)
from tests.programmes.samples import sound_draft

OPEN_CALL, IKIIKI = (files.find(key) for key in ("open_call", "ikiiki"))


def _told(programme: Programme, field: str, **changes: object) -> list[Problem]:
    draft = replace(sound_draft(programme), **changes)  # type: ignore[arg-type]
    return [problem for problem in rules.problems(programme, draft) if problem.field == field]


@pytest.mark.parametrize("programme", [OPEN_CALL, IKIIKI], ids=lambda one: one.key)
def test_a_sound_proposal_has_no_problem(programme: Programme) -> None:
    assert rules.problems(programme, sound_draft(programme)) == ()


def test_over_the_cap_names_both_figures_and_asks_for_a_reason() -> None:
    assert _told(OPEN_CALL, "amount", amount=128_000, eligible_cost=128_000) == [
        Problem("amount", "上限 100,000円を 28,000円 超えています", Weight.NEEDS_REASON)
    ]
    assert _told(IKIIKI, "amount", amount=1_000_001) == [
        Problem("amount", "上限 1,000,000円を 1円 超えています", Weight.NEEDS_REASON)
    ]


def test_over_the_rate_names_cost_share_and_excess() -> None:
    assert _told(OPEN_CALL, "amount", amount=60_000, eligible_cost=50_000) == [
        Problem(
            "amount",
            "補助対象経費 50,000円の 10分の10、50,000円を 10,000円 超えています",
            Weight.NEEDS_REASON,
        )
    ]


def test_a_programme_without_a_rate_asks_for_no_eligible_cost() -> None:
    assert _told(IKIIKI, "eligible_cost", eligible_cost=None) == []
    assert _told(OPEN_CALL, "eligible_cost", eligible_cost=None)[0].weight is Weight.NEEDS_REASON


@pytest.mark.parametrize("amount", [None, 0, -1])
def test_an_amount_that_is_none_stops(amount: int | None) -> None:
    (problem,) = _told(OPEN_CALL, "amount", amount=amount)
    assert problem.weight is Weight.STOPS
    assert "申請額" in problem.text


def test_the_limit_is_the_cap_or_the_share_cut_off_to_the_unit() -> None:
    assert rules.amount_limit(OPEN_CALL, 128_000) == 100_000
    assert rules.amount_limit(OPEN_CALL, 64_321) == 64_321
    assert rules.amount_limit(OPEN_CALL, None) == 100_000
    assert rules.amount_limit(IKIIKI, 5) == 1_000_000
    third = replace(OPEN_CALL, rate=OPEN_CALL.rate and OPEN_CALL.rate * 2 / 3, rounding=1000)
    assert rules.amount_limit(third, 10_000) == 6_000


@pytest.mark.parametrize(
    ("field", "day", "words"),
    [
        ("starts_on", date(2026, 6, 30), "始まりの 令和8年6月30日"),
        ("ends_on", date(2027, 4, 1), "終わりの 令和9年4月1日"),
    ],
)
def test_outside_the_period_names_the_day_and_the_period(field: str, day: date, words: str) -> None:
    (problem,) = _told(OPEN_CALL, field, **{field: day})
    assert problem.weight is Weight.NEEDS_REASON
    assert problem.text == f"{words}は、実施期間 令和8年7月1日から 令和9年3月31日までの外です"


def test_an_end_before_its_start_stops() -> None:
    (problem,) = _told(OPEN_CALL, "ends_on", starts_on=date(2026, 9, 2), ends_on=date(2026, 9, 1))
    assert problem.weight is Weight.STOPS
    assert "令和8年9月1日" in problem.text
    assert "令和8年9月2日" in problem.text


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [("contact_phone", "0901234", "読めません"), ("contact_email", "yamada@", "正しい形ではありません")],
)
def test_a_contact_that_cannot_be_is_told_and_holds_nothing_back(field: str, typed: str, words: str) -> None:
    found = _told(OPEN_CALL, field, **{field: typed})
    assert [(words in one.text, one.weight) for one in found] == [(True, Weight.NOTICE)]
    assert rules.slip_problems(replace(sound_draft(OPEN_CALL), **{field: typed})) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["partner_name", "title", "summary", "received_by"])
def test_what_must_be_written_stops_while_it_is_blank(field: str) -> None:
    assert [problem.weight for problem in _told(OPEN_CALL, field, **{field: "　"})] == [Weight.STOPS]


@pytest.mark.parametrize("field", ["starts_on", "ends_on"])
def test_a_day_that_is_not_written_stops(field: str) -> None:
    assert [problem.weight for problem in _told(OPEN_CALL, field, **{field: None})] == [Weight.STOPS]


def test_nothing_is_confirmed_by_itself() -> None:
    told = rules.problems(OPEN_CALL, replace(sound_draft(OPEN_CALL), requirements=()))
    assert [problem.field for problem in told] == [
        f"requirements.{one.key}" for one in OPEN_CALL.requirements
    ]
    assert {problem.weight for problem in told} == {Weight.NEEDS_REASON}
    assert "要件 ①「団体が自ら企画し、かつ実施する事業」を、まだ確認していません。" in told[0].text


def _answered(answer: RequirementAnswer) -> list[Problem]:
    draft = sound_draft(OPEN_CALL)
    others = tuple(one for one in draft.requirements if one.key != answer.key)
    return list(rules.problems(OPEN_CALL, replace(draft, requirements=(answer, *others))))


def test_a_requirement_that_is_not_met_asks_for_a_reason() -> None:
    (problem,) = _answered(RequirementAnswer("city_issue", Confirmation.NOT_MET, "", "鈴木"))
    assert problem.field == "requirements.city_issue"
    assert problem.weight is Weight.NEEDS_REASON
    assert "あてはまりません" in problem.text


def test_a_confirmation_says_who_when_and_what_was_seen() -> None:
    confirmed = RequirementAnswer("city_issue", Confirmation.CONFIRMED, "計画書", "鈴木", date(2026, 5, 1))
    assert _answered(confirmed) == []
    for lacking, words in (
        ({"by": ""}, "確認した人が書かれていません"),
        ({"on": None}, "確認した日が書かれていません"),
        ({"by": " ", "on": None}, "確認した人と日が書かれていません"),
    ):
        (problem,) = _answered(replace(confirmed, **lacking))  # type: ignore[arg-type]
        assert problem.weight is Weight.STOPS
        assert words in problem.text
    assert _answered(replace(confirmed, seen=""))[0].weight is Weight.NEEDS_REASON


def test_papers_that_have_not_come_are_only_told() -> None:
    (problem,) = _told(OPEN_CALL, "papers", papers=(("application", 1), ("budget", 0)))
    assert problem.weight is Weight.NOTICE
    assert "申請書" not in problem.text
    assert "事業計画書、収支予算書" in problem.text


def test_a_year_without_a_round_stops() -> None:
    draft = sound_draft(OPEN_CALL, 2018)
    assert rules.problems(OPEN_CALL, draft)[0].field == "fiscal_year"


def test_the_register_only_hints() -> None:
    facts = rules.Facts(PartnerKind.BUSINESS, ("2026-T-001",))
    told = rules.problems(OPEN_CALL, sound_draft(OPEN_CALL), facts)
    assert {problem.weight for problem in told} == {Weight.NOTICE}
    assert any("2026-T-001" in problem.text for problem in told)
    assert any("民間事業者・団体" in problem.text for problem in told)


def test_a_slip_needs_only_what_stands_on_it() -> None:
    assert [problem.field for problem in rules.slip_problems(ProposalDraft())] == [
        "programme",
        "partner_name",
        "title",
        "received_by",
    ]
    named = ProposalDraft(programme="open_call", partner_name="会", title="会", received_by="鈴木")
    assert rules.slip_problems(named) == ()
