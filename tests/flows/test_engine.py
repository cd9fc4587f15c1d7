"""The engine of the wizards on a small flow of its own."""

from typing import Any

import pytest

from kyodo_desktop.flows.engine import (
    Answers,
    Field,
    FieldKind,
    Flow,
    Section,
    Step,
    StepState,
    as_day,
    as_number,
)
from kyodo_desktop.records.proposals import Problem, Weight

NAME = Field("name", "名前", required=True, max_length=5)


def too_much(answers: Answers, facts: Any) -> tuple[Problem, ...]:
    amount = as_number(answers.get("amount"))
    if amount is not None and amount > facts["cap"]:
        return (Problem("amount", "多すぎます", Weight.NEEDS_REASON),)
    return ()


def left_open(answers: Answers, facts: Any) -> str:
    return "" if answers.get("checked") else "未確認 1つ"


@pytest.fixture
def flow() -> Flow:
    return Flow(
        (
            Step(
                "name", "名前", (Section("名前", "", (Field("name", "名前", required=True, max_length=5),)),)
            ),
            Step(
                "money",
                "金額",
                (
                    Section(
                        "金額",
                        "",
                        (
                            Field("amount", "金額", FieldKind.YEN),
                            Field("days", "期間", FieldKind.PERIOD, parts=("first", "last")),
                        ),
                    ),
                ),
                problems=too_much,
                unfinished=left_open,
            ),
            Step("extra", "追加", applies=lambda answers: bool(answers.get("more"))),
            Step("end", "終わり", summary=lambda answers, facts: "できた"),
        ),
        {},
        {"cap": 100},
        reason="reason",
    )


def test_the_path_leaves_out_steps_that_do_not_apply(flow: Flow) -> None:
    assert [step.key for step in flow.path()] == ["name", "money", "end"]
    flow.answers["more"] = True
    assert [step.key for step in flow.path()] == ["name", "money", "extra", "end"]


def test_next_and_previous_walk_along_the_path(flow: Flow) -> None:
    following, before = flow.next("money"), flow.previous("money")
    assert following is not None
    assert following.key == "end"
    assert before is not None
    assert before.key == "name"
    assert flow.next("end") is None
    assert flow.previous("name") is None


def test_a_required_field_and_a_long_text_are_said_in_words(flow: Flow) -> None:
    assert [p.text for p in flow.problems("name")] == ["名前が書かれていません。"]
    flow.answers["name"] = "あいうえおか"
    assert [p.text for p in flow.problems("name")] == ["名前は 5字までです。1字 多くなっています。"]
    flow.answers["name"] = "あい"
    assert flow.problems("name") == ()


def test_what_cannot_be_read_stays_and_its_problem_stands_before_the_rules(flow: Flow) -> None:
    flow.answers["amount"] = "たくさん"
    found = flow.problems("money")
    assert [p.field for p in found] == ["amount"]
    assert "金額として読めません" in found[0].text
    assert flow.answers["amount"] == "たくさん"
    flow.answers["first"] = "7月ごろ"
    assert "日付として読めません" in flow.problems("money")[1].text


def test_a_written_reason_lets_a_breach_pass_but_keeps_it_told(flow: Flow) -> None:
    flow.answers["amount"] = 128
    assert flow.weighty("money")
    flow.answers["reason"] = "市長の指示"
    assert flow.weighty("money") == ()
    assert [p.text for p in flow.all_problems() if p.field == "amount"] == ["多すぎます"]


def test_a_reason_stands_only_for_what_it_was_written_for() -> None:
    def wrong(answers: Answers, facts: Any) -> tuple[Problem, ...]:
        return tuple(
            Problem(name, f"{answers[name]} 超えています", Weight.NEEDS_REASON)
            for name in ("cost", "amount")
            if answers.get(name)
        )

    fields = (Field("cost", "経費"), Field("amount", "額"))
    flow = Flow((Step("one", "一", (Section("一", "", fields),), problems=wrong),), reason="reason")

    def red() -> list[str]:
        return [one.field for one in flow.weighty("one")]

    flow.answers.update(cost=1, amount=1, reason="市長の指示")
    flow.take_reason(frozenset({"cost"}))
    assert red() == ["amount"]
    flow.take_reason(frozenset({"amount"}))
    assert red() == []
    # Another figure is another breach.
    flow.answers["amount"] = 2
    assert red() == ["amount"]
    flow.take_reason(frozenset({"reason"}))
    assert red() == []
    flow.answers["reason"] = " "
    flow.take_reason()
    flow.answers["reason"] = "ほかの理由"
    flow.take_reason(frozenset({"cost"}))
    assert red() == ["amount"]


def test_what_a_patient_row_lacks_is_called_wrong_when_the_cursor_has_left_it() -> None:
    def unsigned(answers: Answers, facts: Any) -> tuple[Problem, ...]:
        return (Problem("who", "だれかが書かれていません"), Problem("what", "何かが書かれていません"))

    fields = (Field("who", "人", patient=True), Field("what", "物"))
    flow = Flow((Step("one", "一", (Section("一", "", fields),), problems=unsigned),))
    flow.in_hand = frozenset({"who", "what"})
    assert [p.weight for p in flow.problems("one")] == [Weight.NOTICE, Weight.STOPS]
    flow.in_hand = frozenset({"what"})
    assert [p.weight for p in flow.problems("one")] == [Weight.STOPS, Weight.STOPS]


def test_the_state_of_each_step(flow: Flow) -> None:
    flow.answers.update(name="", amount=128, checked=True)
    states = [flow.state(key, "end", {"name", "money"}) for key in ("name", "money", "end")]
    assert states == [StepState.PROBLEM, StepState.PROBLEM, StepState.HERE]
    assert flow.state("name", "end", ()) is StepState.TODO
    flow.answers.update(name="あ", amount=1)
    assert flow.state("name", "end", {"name"}) is StepState.DONE
    flow.answers["checked"] = False
    assert flow.state("money", "end", {"money"}) is StepState.TODO


def test_the_small_line_says_what_is_open(flow: Flow) -> None:
    flow.answers.update(amount=128)
    assert flow.line("money", "money", ()) == "直す 1つ ・ 未確認 1つ"
    assert flow.line("money", "end", {"money"}) == "多すぎます ・ 未確認 1つ"
    assert flow.line("end", "name", ()) == "できた"
    # A field that is empty is not yet wrong while the clerk is on its step for the first time.
    assert flow.line("name", "name", ()) == ""


@pytest.mark.parametrize(
    ("answer", "number", "day"),
    [(128, 128, None), ("2026-07-01", None, "2026-07-01"), ("7月", None, None), (None, None, None)],
)
def test_answers_are_read_by_kind(answer: object, number: int | None, day: str | None) -> None:
    assert as_number(answer) == number
    read = as_day(answer)
    assert (read.isoformat() if read is not None else None) == day
