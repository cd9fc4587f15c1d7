"""The 相互チェックシート as a flow: its steps, its boxes, and the way from a sheet to answers and back."""

import json
from datetime import date

import pytest

from kyodo_desktop.flows.check_sheet import (
    COVER,
    FILLED,
    NOTE,
    PROJECT,
    SUMMARY,
    VIEW,
    Box,
    CheckSheetFacts,
    answers_of,
    blank_answers,
    box_name,
    boxes,
    covered_boxes,
    differing,
    differs,
    draft_of,
    hidden_boxes,
    leftovers,
    make_check_sheet,
    marks_in,
    open_boxes,
    seen_marks,
)
from kyodo_desktop.flows.engine import Answers, Flow, StepState
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.records.check_sheets import (
    CheckFilling,
    CheckMarkRecord,
    CheckSheetDraft,
    CheckSheetRecord,
    FillWay,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.proposals import Weight

TEXT = check_sheet_text.load()
DONE, TALK, NOT_YET = MarkValue
BEFORE, AFTER = Moment
PARTNER, CITY = Side


def blank() -> Answers:
    return blank_answers(TEXT, 2026)


def flow_of(answers: Answers) -> Flow:
    return make_check_sheet(answers, CheckSheetFacts(TEXT, 2026))


def put(answers: Answers, item: str, moment: Moment, side: Side, value: MarkValue) -> None:
    answers[box_name((item, moment, side))] = value.value


def test_the_way_goes_from_the_cover_through_three_stages_to_the_summary() -> None:
    flow = flow_of(blank())
    keys = [step.key for step in flow.path()]
    assert keys == [COVER, PROJECT, "plan", "carry_out", "close", FILLED, SUMMARY]
    titles = [step.title for step in flow.path()]
    assert titles[2:5] == ["Ⅰ 事業計画段階", "Ⅱ 事業実施段階", "Ⅲ 事業終了段階"]


def test_every_box_is_read_item_by_item_before_and_after_partner_first() -> None:
    read = [box for stage in TEXT.stages for box in boxes(stage)]
    assert len(read) == len(set(read)) == 48
    assert read[:4] == [
        ("plan_1", BEFORE, PARTNER),
        ("plan_1", BEFORE, CITY),
        ("plan_1", AFTER, PARTNER),
        ("plan_1", AFTER, CITY),
    ]
    assert read[4][0] == "plan_2"


def test_a_sheet_comes_back_from_its_answers_as_it_was() -> None:
    sheet = CheckSheetDraft(
        fiscal_year=2025,
        title="玉川上水　みどりの学校",
        collaboration_id=7,
        partner_id=3,
        department="公民館",
        marks=(
            CheckMarkRecord("plan_1", PARTNER, BEFORE, DONE),
            CheckMarkRecord("plan_1", CITY, BEFORE, TALK, "請求書の\n出し方"),
            CheckMarkRecord("close_4", CITY, AFTER, None, "後で"),
        ),
        proposal_id=4,
        fillings=(
            CheckFilling(PARTNER, BEFORE, "会長", date(2025, 4, 9), FillWay.PAPER),
            CheckFilling(CITY, BEFORE),
        ),
        note="会長が交代した年",
        version=1,
    )
    answers = json.loads(json.dumps(answers_of(sheet, TEXT, "夕やけ合唱団"), ensure_ascii=False))
    assert draft_of(answers, TEXT) == sheet
    assert answers["partner_name"] == "夕やけ合唱団"


def test_a_note_of_blanks_alone_is_no_mark() -> None:
    answers = blank()
    answers[NOTE + box_name(("plan_1", BEFORE, CITY))] = " \n"
    assert draft_of(answers, TEXT) == CheckSheetDraft(2026, "", fillings=(), note="", version=1)


def test_what_a_sheet_has_no_room_for_is_kept_beside_it() -> None:
    answers = {**blank(), VIEW: "city", "partner_name": "川の会"}
    assert leftovers(answers) == {VIEW: "city", "partner_name": "川の会"}
    assert leftovers({**answers, "partner_id": 4}) == {VIEW: "city"}


@pytest.mark.parametrize(
    ("partner", "city", "apart"),
    [
        (DONE, DONE, False),
        (DONE, TALK, True),
        (NOT_YET, DONE, True),
        (DONE, None, False),
        (None, None, False),
    ],
)
def test_the_sides_differ_only_where_both_marked(
    partner: MarkValue | None, city: MarkValue | None, apart: bool
) -> None:
    marks = {
        box: value
        for box, value in ((("plan_3", AFTER, PARTNER), partner), (("plan_3", AFTER, CITY), city))
        if value is not None
    }
    assert differs(marks, "plan_3", AFTER) is apart
    assert differing(marks, "plan_3") == ((AFTER,) if apart else ())


def test_open_boxes_are_those_without_a_mark() -> None:
    marks: dict[Box, MarkValue] = {("plan_2", BEFORE, CITY): DONE, ("plan_2", AFTER, PARTNER): TALK}
    assert open_boxes(marks, "plan_2") == (("plan_2", BEFORE, PARTNER), ("plan_2", AFTER, CITY))


def test_marks_of_a_record_and_of_its_answers_are_the_same() -> None:
    marks = (
        CheckMarkRecord("plan_1", PARTNER, BEFORE, DONE),
        CheckMarkRecord("plan_2", CITY, AFTER, None, "メモだけ"),
    )
    record = CheckSheetRecord(1, 2026, "", 1, marks=marks)
    expected = {("plan_1", BEFORE, PARTNER): DONE}
    assert record.marked == expected
    assert marks_in(answers_of(record, TEXT), TEXT) == expected


def test_a_stage_tells_what_is_filled_in_and_is_done_when_all_of_it_is() -> None:
    answers = blank()
    flow = flow_of(answers)
    seen = {"plan"}
    assert flow.line("plan", COVER, seen) == "未記入"
    put(answers, "plan_1", BEFORE, PARTNER, DONE)
    put(answers, "plan_1", BEFORE, CITY, NOT_YET)
    assert flow.line("plan", COVER, seen) == "記入 2／16 ・ ちがい 1"
    assert flow.state("plan", COVER, seen) is StepState.TODO
    for box in boxes(TEXT.stages[0]):
        answers[box_name(box)] = DONE.value
    assert flow.line("plan", COVER, seen) == "記入 16／16"
    assert flow.state("plan", COVER, seen) is StepState.DONE


def test_a_sheet_wants_a_title_and_nothing_else() -> None:
    flow = flow_of(blank())
    assert [problem.field for problem in flow.all_problems()] == ["title"]
    assert "事業名が書かれていません" in flow.all_problems()[0].text


def test_a_name_that_is_not_in_the_register_is_told_but_lets_pass() -> None:
    answers = {**blank(), "title": "川あそび", "partner_name": "川の会"}
    (problem,) = flow_of(answers).all_problems()
    assert problem.weight is Weight.NOTICE
    assert "台帳にない" in problem.text
    answers["partner_id"] = 4
    assert flow_of(answers).all_problems() == ()


def test_the_years_offered_hold_that_of_the_sheet() -> None:
    answers = {**blank(), "fiscal_year": "2009"}
    field = next(one for one in flow_of(answers).fields(PROJECT) if one.name == "fiscal_year")
    keys = [option.key for option in field.options]
    assert keys[0] == "2027"
    assert keys[-1] == "2009"
    assert field.options[-1].label == "平成21年度"


def test_the_other_sides_marks_are_hidden_until_both_have_filled_in_that_stage_and_moment() -> None:
    answers = blank() | {VIEW: ""}
    for item in TEXT.items:
        put(answers, item.key, BEFORE, CITY, DONE)
    put(answers, "plan_1", AFTER, CITY, NOT_YET)
    assert hidden_boxes(answers, TEXT) == frozenset()
    answers[VIEW] = PARTNER.value
    of_city = {(item.key, moment, CITY) for item in TEXT.items for moment in Moment}
    assert hidden_boxes(answers, TEXT) == of_city
    assert seen_marks(answers, TEXT) == {}
    plan, *others = TEXT.stages
    for item in plan.items:
        put(answers, item.key, BEFORE, PARTNER, TALK)
    assert hidden_boxes(answers, TEXT) == of_city - {(item.key, BEFORE, CITY) for item in plan.items}
    assert len(seen_marks(answers, TEXT)) == 8
    for item in (item for stage in others for item in stage.items):
        put(answers, item.key, BEFORE, PARTNER, TALK)
    for item in TEXT.items:
        put(answers, item.key, AFTER, PARTNER, DONE)
        put(answers, item.key, AFTER, CITY, DONE)
    assert hidden_boxes(answers, TEXT) == frozenset()


def test_nobody_reads_what_only_one_side_has_filled_in_while_they_do_it_one_at_a_time() -> None:
    answers = blank()
    plan = TEXT.stages[0]
    for item in TEXT.items:
        put(answers, item.key, BEFORE, PARTNER, DONE)
    for item in plan.items:
        put(answers, item.key, BEFORE, CITY, TALK)
    record = CheckSheetRecord(1, 2026, "", 1, marks=draft_of(answers, TEXT).marks)
    assert covered_boxes(record, TEXT, "") == frozenset()
    covered = covered_boxes(record, TEXT, PARTNER.value)
    assert ("plan_1", BEFORE, PARTNER) not in covered
    assert {("carry_out_1", BEFORE, PARTNER), ("carry_out_1", BEFORE, CITY)} <= covered


def test_a_stage_tells_one_side_nothing_of_the_other() -> None:
    answers = blank() | {VIEW: PARTNER.value}
    *first, last = TEXT.stages[0].items
    for item in TEXT.stages[0].items:
        put(answers, item.key, BEFORE, CITY, DONE)
    for item in first:
        put(answers, item.key, BEFORE, PARTNER, TALK)
    flow = make_check_sheet(answers, CheckSheetFacts(TEXT, 2026))
    assert flow.step("plan").summary(answers, flow.facts) == "記入 3／8"
    put(answers, last.key, BEFORE, PARTNER, TALK)
    assert flow.step("plan").summary(answers, flow.facts) == "記入 8／12 ・ ちがい 4"
    answers[VIEW] = ""
    assert flow.step("plan").summary(answers, flow.facts) == "記入 8／16 ・ ちがい 4"


def test_what_is_odd_about_a_sheet_is_a_notice_at_the_step_it_belongs_to() -> None:
    def remarks(draft: CheckSheetDraft) -> tuple[str, ...]:
        return ("ほかにもあります。", *(("遅い記入です。",) if draft.fillings else ()))

    answers = blank() | {"title": "朝市", "filled_on_before_city": "2026-11-24"}
    flow = make_check_sheet(answers, CheckSheetFacts(TEXT, 2026, remarks))
    assert [(one.text, one.weight) for one in flow.problems(PROJECT)] == [
        ("ほかにもあります。", Weight.NOTICE)
    ]
    assert [(one.text, one.weight) for one in flow.problems(FILLED)] == [("遅い記入です。", Weight.NOTICE)]
