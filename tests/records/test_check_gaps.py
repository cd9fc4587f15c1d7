"""What four marks of an item say, and the handbook's words that go with it."""

from kyodo_desktop.base import resources
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.talk_prompts import prompts_for
from kyodo_desktop.records.check_gaps import Drift, GapKind, by_gap, read_gaps
from kyodo_desktop.records.check_sheets import Box, MarkValue, Moment, Side

TEXT = check_sheet_text.load()
DONE, TALK, NOT_YET = MarkValue
BEFORE, AFTER = Moment
PARTNER, CITY = Side


def four(item: str, *values: MarkValue | None) -> dict[Box, MarkValue]:
    boxes = [(item, moment, side) for moment in Moment for side in Side]
    return {box: value for box, value in zip(boxes, values, strict=True) if value is not None}


MARKS = {
    **four("plan_1", DONE, DONE, DONE, DONE),
    **four("plan_2", NOT_YET, NOT_YET, DONE, DONE),
    **four("plan_3", DONE, TALK, DONE, None),
    **four("plan_4", DONE, None, None, None),
    **four("carry_out_1", TALK, DONE, DONE, DONE),
}


def test_an_item_is_apart_drifted_open_agreed_or_blank() -> None:
    gaps = {gap.item.key: gap for gap in read_gaps(TEXT, MARKS)}
    assert len(gaps) == 12
    kinds = [gaps[key].kind for key in ("plan_1", "plan_2", "plan_3", "plan_4", "carry_out_1", "close_4")]
    assert kinds == [
        GapKind.AGREED,
        GapKind.DRIFT,
        GapKind.APART,
        GapKind.OPEN,
        GapKind.APART,
        GapKind.BLANK,
    ]
    assert gaps["plan_2"].drifts == (Drift(PARTNER, NOT_YET, DONE), Drift(CITY, NOT_YET, DONE))
    assert gaps["plan_3"].open == (("plan_3", AFTER, CITY),)
    assert gaps["carry_out_1"].drifts == (Drift(PARTNER, TALK, DONE),)


def test_sorted_by_gap_what_differs_comes_first_and_else_the_sheet_s_order_stays() -> None:
    keys = [gap.item.key for gap in by_gap(read_gaps(TEXT, MARKS))]
    assert keys[:6] == ["plan_3", "carry_out_1", "plan_2", "plan_4", "plan_1", "carry_out_2"]
    assert keys[6:] == ["carry_out_3", "carry_out_4", "close_1", "close_2", "close_3", "close_4"]


def test_every_item_has_words_that_stand_in_the_handbook() -> None:
    handbook = resources.read_text("handbook/handbook.txt")
    plain = "".join(handbook.split())
    for gap in read_gaps(TEXT, MARKS):
        prompts = prompts_for(gap, TEXT.version)
        assert prompts
        for prompt in prompts:
            if prompt.source == "ＰＯＩＮＴ！":
                assert prompt.heading in [point.heading for point in gap.stage.points]
            else:
                assert all("".join(line.split()) in plain for line in prompt.text.split("\n")), prompt


def test_a_version_without_a_file_of_its_own_has_its_stages_points() -> None:
    gap = read_gaps(TEXT, MARKS)[0]
    assert [one.source for one in prompts_for(gap, 99)] == ["ＰＯＩＮＴ！"] * 2
