"""The intake of a proposal, on the programmes as they ship."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kyodo_desktop.flows.engine import Answers, Field, Flow, StepState
from kyodo_desktop.flows.intake import make_intake
from kyodo_desktop.flows.intake_answers import (
    answers_of,
    blank_answers,
    contact_of,
    draft_of,
    is_same,
    leftovers,
    says_something,
)
from kyodo_desktop.flows.intake_facts import IntakeFacts
from kyodo_desktop.flows.intake_problems import all_problems, gathered, step_of_problem
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.rules import Facts
from kyodo_desktop.records.partners import PartnerKind, PartnerRecord
from kyodo_desktop.records.proposals import Confirmation, Problem, ProposalDraft, RequirementAnswer, Weight
from kyodo_desktop.records.rounds import ThemeChoice

DRAFT = ProposalDraft(
    programme="open_call",
    fiscal_year=2026,
    partner_name="かわせみ水辺くらぶ",
    contact_name="会長",
    contact_phone="042-341-0015",
    title="用水路いきもの調べ",
    summary="生き物を調べる。",
    starts_on=date(2026, 7, 1),
    ends_on=date(2027, 3, 31),
    eligible_cost=128000,
    amount=128000,
    requirements=(
        RequirementAnswer("own_project", Confirmation.CONFIRMED, "計画書", "田中", date(2026, 5, 22)),
    ),
    papers=(("application", 1), ("budget", 2)),
    received_by="田中",
)


def intake(answers: Answers, **facts: Any) -> Flow:
    return make_intake(answers, IntakeFacts(files.in_year, 2026, "田中", **facts))


def test_answers_and_draft_are_each_others_inverse() -> None:
    assert draft_of(answers_of(DRAFT)) == DRAFT
    chosen = replace(DRAFT, theme_id=12)
    assert draft_of(answers_of(chosen)) == chosen


def test_the_themes_of_the_round_are_offered_and_one_may_be_left_unchosen() -> None:
    themes = (ThemeChoice(7, 1, "駅前の花壇を育てる"), ThemeChoice(9, 2, "高齢者の話し相手"))
    answers = answers_of(DRAFT)
    assert "theme_id" not in asked(intake(answers))
    flow = intake(answers, partner=Facts(themes=themes))
    field = asked(flow)["theme_id"]
    assert [(one.key, one.label) for one in field.options] == [
        ("", "選ばない"),
        ("7", "1　駅前の花壇を育てる"),
        ("9", "2　高齢者の話し相手"),
    ]
    assert told_of(flow, "theme_id") == [Problem("theme_id", "テーマが選ばれていません。", Weight.NOTICE)]
    flow = intake({**answers, "theme_id": "9"}, partner=Facts(themes=themes))
    assert told_of(flow, "theme_id") == []
    assert draft_of(flow.answers).theme_id == 9


def test_a_theme_that_is_shown_no_more_stays_visible_and_asks_for_a_reason() -> None:
    flow = intake({**answers_of(DRAFT), "theme_id": "7"})
    assert asked(flow)["theme_id"].options[-1].label == "（この募集で提示していないテーマ）"
    assert [one.weight for one in told_of(flow, "theme_id")] == [Weight.NEEDS_REASON]


def test_after_the_closing_the_year_says_so_and_a_reason_lets_it_pass() -> None:
    flow = intake(answers_of(DRAFT), partner=Facts(past_closing="令和8年6月1日 17:00"))
    assert told_of(flow, "fiscal_year") == [
        Problem("fiscal_year", "募集の締切（令和8年6月1日 17:00）を過ぎています", Weight.NEEDS_REASON)
    ]


def test_of_a_proposal_with_its_number_the_year_still_bears_that_it_came_late() -> None:
    flow = intake(
        answers_of(DRAFT), fixed=files.find("open_call"), partner=Facts(past_closing="令和8年6月1日")
    )
    assert "fiscal_year" in asked(flow)["_year"].names


def asked(flow: Flow) -> dict[str, Field]:
    """Return what the first step asks."""
    sections = flow.sections(flow.steps[0].key)
    return {field.name: field for section in sections for field in section.fields}


def told_of(flow: Flow, name: str) -> list[Problem]:
    """Return what the first step says of an answer."""
    return [one for one in flow.steps[0].problems(flow.answers, flow.facts) if one.field == name]


def test_what_cannot_be_read_is_no_part_of_the_draft_but_is_left_over() -> None:
    answers = {**answers_of(DRAFT), "amount": "12万ぐらい", "starts_on": "7月ごろ"}
    assert draft_of(answers).amount is None
    assert leftovers(answers) == {"amount": "12万ぐらい", "starts_on": "7月ごろ"}
    assert leftovers(answers_of(DRAFT)) == {}


def test_a_blank_one_says_nothing_until_something_is_typed() -> None:
    blank = blank_answers(2026, "田中")
    assert not says_something(dict(blank), blank)
    untouched = {**blank, "requirements.own_project": {"state": "not_yet", "seen": "", "by": "", "on": ""}}
    assert not says_something(untouched, blank)
    assert says_something({**blank, "title": "あ"}, blank)
    assert says_something({**blank, "amount": "たくさん"}, blank)


def test_the_order_of_papers_makes_no_other_draft() -> None:
    answers = answers_of(DRAFT)
    turned = dict(reversed(answers.items()))
    assert is_same(draft_of(turned), DRAFT)


def test_eight_steps_in_the_order_of_the_counter() -> None:
    flow = intake(blank_answers(2026, ""))
    assert [step.title for step in flow.path()] == [
        "制度と団体",
        "申請者と連絡先",
        "事業の内容",
        "体制と役割分担",
        "収支予算",
        "要件と申請額",
        "添付の紙",
        "確かめて受け付ける",
    ]


def test_requirements_and_papers_come_from_the_programme() -> None:
    flow = intake(answers_of(DRAFT))
    programme = files.find("open_call")
    labels = [field.label for field in flow.sections("money")[0].fields]
    assert labels == [one.label for one in programme.requirements]
    assert [f.label for f in flow.fields("papers")] == [one.label for one in programme.papers]
    flow.answers["programme"] = "ikiiki"
    other = files.find("ikiiki")
    assert [f.label for f in flow.sections("money")[0].fields] == [one.label for one in other.requirements]
    # The second programme has no rate, so nobody is asked for 補助対象経費.
    assert "eligible_cost" not in [f.name for f in flow.fields("money")]


def test_what_may_be_asked_for_is_worked_out_from_the_cost() -> None:
    flow = intake({**answers_of(DRAFT), "eligible_cost": 80000})
    limit = next(f for f in flow.fields("money") if f.name == "_limit")
    assert limit.extra["value"] == "80,000"
    assert "80,000円の 10分の10" in limit.hint
    flow.answers["eligible_cost"] = 128000
    limit = next(f for f in flow.fields("money") if f.name == "_limit")
    assert limit.extra["value"] == "100,000"


def test_a_breach_stands_on_its_step_with_both_figures() -> None:
    flow = intake(answers_of(DRAFT))
    found = [p for p in flow.problems("money") if p.field == "amount"]
    assert [p.text for p in found] == ["上限 100,000円を 28,000円 超えています"]
    assert "額を直すか理由を書きます" in flow.advice(found[0])
    assert flow.state("money", "round", {"money"}) is StepState.PROBLEM


def test_a_requirement_still_open_is_counted_and_not_called_wrong() -> None:
    flow = intake({**answers_of(DRAFT), "amount": 100000})
    assert flow.problems("money") == ()
    assert flow.line("money", "money", ()) == "未確認 9つ"
    assert flow.state("money", "round", {"money"}) is StepState.TODO


def test_a_name_is_proposed_from_the_settings_else_from_what_was_typed() -> None:
    facts = IntakeFacts(files.in_year, 2026, "田中")
    assert facts.name_to_propose(DRAFT) == "田中"
    facts.clerk = ""
    assert facts.name_to_propose(ProposalDraft(received_by="佐藤")) == "佐藤"
    assert facts.name_to_propose(ProposalDraft(requirements=DRAFT.requirements)) == "田中"
    facts.last_name = "鈴木"
    assert facts.name_to_propose(DRAFT) == "鈴木"
    assert IntakeFacts(files.in_year, 2026).name_to_propose(ProposalDraft()) == ""


def test_confirmed_without_saying_by_what_is_asked_for() -> None:
    answers = answers_of(DRAFT)
    answers["requirements.own_project"]["seen"] = ""
    found = [p for p in intake(answers).problems("money") if p.field.startswith("requirements.")]
    assert [(p.text, p.weight) for p in found] == [("何で確認したかを書いてください", Weight.NOTICE)]


def test_not_met_is_a_breach() -> None:
    answers = answers_of(DRAFT)
    answers["requirements.own_project"]["state"] = "not_met"
    found = [p for p in intake(answers).problems("money") if p.field == "requirements.own_project"]
    assert [p.weight for p in found] == [Weight.NEEDS_REASON]


def test_a_period_inside_is_said_to_be_good_and_one_outside_is_named() -> None:
    flow = intake(answers_of(DRAFT))
    period = next(f for f in flow.fields("project") if f.name == "period")
    assert period.good == "7月から3月のうち"
    flow.answers["starts_on"] = "2026-05-01"
    period = next(f for f in flow.fields("project") if f.name == "period")
    assert period.good == ""
    assert any(p.field == "starts_on" and "令和8年5月1日" in p.text for p in flow.problems("project"))


def test_a_partner_fills_only_the_contact_fields_that_are_empty() -> None:
    partner = PartnerRecord(
        1, "会", "", PartnerKind.UNSET, False, "代表 花子", "042-341-0000", "", "", "", "", "", "", ""
    )
    assert contact_of(partner, {"contact_phone": "090"}) == {"contact_name": "代表 花子"}


def test_a_contact_that_cannot_be_is_told_on_its_step_and_weighs_nothing() -> None:
    for programme in ("open_call", ""):
        answers = {**answers_of(DRAFT), "contact_email": "yamada@", "programme": programme}
        flow = intake(answers)
        assert [(p.field, p.weight) for p in flow.problems("contact")] == [("contact_email", Weight.NOTICE)]
        assert flow.weighty("contact") == ()


def test_all_open_requirements_are_told_as_one() -> None:
    facts = IntakeFacts(files.in_year, 2026, "田中")
    answers = {**answers_of(DRAFT), "amount": 100000}
    draft = draft_of(answers)
    told = gathered(all_problems(answers, facts), draft, facts.programme(draft))
    waiting = [p for p in told if p.field.startswith("requirements.")]
    assert len(waiting) == 1
    assert "要件 9つ" in waiting[0].text


@pytest.mark.parametrize(
    ("field", "step"),
    [
        ("partner_name", "round"),
        ("contact_phone", "contact"),
        ("ends_on", "project"),
        ("requirements.members", "money"),
        ("papers", "papers"),
        ("received_by", "receive"),
        ("unknown", "round"),
    ],
)
def test_each_problem_has_a_step_where_it_is_mended(field: str, step: str) -> None:
    assert step_of_problem(Problem(field, "")) == step


def test_after_the_number_programme_and_year_are_only_shown() -> None:
    flow = intake(answers_of(DRAFT), fixed=files.find("open_call"))
    assert [f.kind for f in flow.sections("round")[0].fields] == ["computed", "computed"]
    assert flow.path()[-1].title == "確かめて保存する"


def test_without_a_programme_the_steps_say_so() -> None:
    flow = intake(blank_answers(2026, ""))
    assert "制度を選ぶと" in flow.sections("money")[0].title
    assert flow.line("money", "round", {"money"}) == "制度がまだ"
