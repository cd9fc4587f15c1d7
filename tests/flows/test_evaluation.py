"""事業の評価 as a wizard: nothing is lost between answers and draft; the talk waits for both sides."""

from datetime import date

from kyodo_desktop.flows.evaluation import TALK, Said, answers_from, draft_from, make_flow
from kyodo_desktop.forms import evaluation_text
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationKind,
    EvaluationSide,
)

PARTNER, CITY, JOINT = EvaluationSide
TEXT = evaluation_text.load(EvaluationKind.EVALUATION, 1)
BLANK = EvaluationDraft(EvaluationKind.EVALUATION, 2026, "朝の野菜市")
DONE = (
    EvaluationFilling(PARTNER, "髙﨑　一郎", date(2027, 4, 20)),
    EvaluationFilling(CITY, "西田", date(2027, 4, 21)),
)
FULL = EvaluationDraft(
    EvaluationKind.EVALUATION,
    2026,
    "朝の野菜市",
    department="産業振興課",
    goals=(EvaluationGoal("来る人を増やす", "来場者", "100人", "120人", "聞き取り"),),
    answers=(
        EvaluationAnswer("goal", PARTNER, "4"),
        EvaluationAnswer("schedule", PARTNER, "2", "雨で二回流れた"),
        EvaluationAnswer("schedule", CITY, "3"),
        EvaluationAnswer("schedule", JOINT, None, "予備日を決める"),
    ),
    fillings=DONE,
    joint_result="多くの人が来た。",
    public_summary="続いた。",
    next_on=date(2027, 10, 1),
)


def test_answers_and_draft_say_the_same() -> None:
    assert draft_from(TEXT, FULL, answers_from(FULL)) == FULL
    assert draft_from(TEXT, BLANK, answers_from(BLANK)) == BLANK


def test_the_steps_follow_the_handbook() -> None:
    flow = make_flow(TEXT, BLANK, {})
    assert [step.title for step in flow.path()] == [
        "目標と指標",
        "団体の自己評価",
        "担当課の自己評価",
        "話し合い",
        "公表",
    ]


def test_neither_side_sees_the_other_until_both_are_in() -> None:
    answers = {**answers_from(FULL), "city.on": None}
    flow = make_flow(TEXT, FULL, answers)
    assert "雨で二回流れた" not in str(flow.sections(CITY.value))
    assert [section.fields for section in flow.sections(TALK)] == [()]
    answers["city.on"] = "2027-04-21"
    apart = flow.sections(TALK)[0]
    assert (apart.title, [field.label for field in apart.fields]) == ("ちがいのある項目", ["スケジュール"])
    assert apart.fields[0].extra["said"] == (
        Said("団体", "２ やや下回る", "雨で二回流れた", is_apart=True),
        Said("担当課", "３ 想定どおり", "", is_apart=True),
    )


def test_a_low_mark_asks_for_its_reason() -> None:
    answers = {"partner.money.mark": "1"}
    flow = make_flow(TEXT, BLANK, answers)
    assert [one.text for one in flow.problems(PARTNER.value)] == ["「収支決算」の理由を書いてください。"]
    answers["partner.money.words"] = "会場費が倍になった"
    assert not flow.problems(PARTNER.value)
    assert not flow.problems(CITY.value)


def test_a_midterm_check_asks_its_own_items() -> None:
    text = evaluation_text.load(EvaluationKind.MIDTERM, 1)
    flow = make_flow(text, BLANK, {})
    labels = [field.label for section in flow.sections(CITY.value) for field in section.fields]
    assert "責任と役割分担" in labels
    assert "収支決算" not in labels
