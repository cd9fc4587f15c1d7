"""The 相互チェックシート as a flow: its cover, what it is about, a step for each stage, what came of it.

A box answers by two names: `mark_name(...)` its mark (empty while there is none), with `NOTE` before it its
note. Nothing here counts points or compares sheets: a difference is something to talk about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import (
    Answers,
    Field,
    FieldKind,
    Flow,
    Option,
    Section,
    Sections,
    Step,
    as_number,
    as_text,
)
from kyodo_desktop.forms.check_sheet import mark_name
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_sheets import (
    Box,
    CheckMarkRecord,
    CheckSheetDraft,
    CheckSheetRecord,
    CheckSheetText,
    CheckStage,
    Marks,
    MarkValue,
    Moment,
    Side,
    differs,
)
from kyodo_desktop.records.proposals import Problem, Weight

COVER, PROJECT, SUMMARY = "cover", "project", "summary"
"""The keys of the steps that are no stage, and the bodies of the first and the last."""
STAGE = "stage"
"""The body of the three stages."""
ENTRY = "entry"
"""The kind of field that chooses an entry of the list."""
NOTE = "note_"
VIEW = "view"
"""The answer that says whose boxes are shown: a side, or empty for both."""
_YEARS_BACK = 10


@dataclass(frozen=True, slots=True)
class CheckSheetFacts:
    """What was looked up for the sheet: its words in its version, and this fiscal year."""

    text: CheckSheetText
    this_year: int


def make_check_sheet(answers: Answers, facts: CheckSheetFacts) -> Flow:
    """Return the flow of one sheet over its answers."""
    stages = (
        Step(
            stage.key,
            f"{stage.numeral} {stage.title}",
            summary=partial(_stage_words, stage),
            unfinished=partial(_stage_open, stage),
            body=STAGE,
        )
        for stage in facts.text.stages
    )
    return Flow(
        (
            Step(COVER, _("表紙"), body=COVER),
            Step(PROJECT, _("事業"), _project, problems=_project_problems, summary=_title_words),
            *stages,
            Step(SUMMARY, _("まとめ"), body=SUMMARY),
        ),
        answers,
        facts,
    )


# The boxes


def boxes(stage: CheckStage) -> Iterator[Box]:
    """Return a stage's boxes as they are read: by item, before and after, 団体 and 市."""
    return ((item.key, moment, side) for item in stage.items for moment in Moment for side in Side)


def box_name(box: Box) -> str:
    """Return the name of the answer that is a box's mark."""
    return mark_name(*box)


def marks_in(answers: Mapping[str, object], text: CheckSheetText) -> dict[Box, MarkValue]:
    """Return the marks that the answers hold."""
    every = (box for stage in text.stages for box in boxes(stage))
    return {box: MarkValue(value) for box in every if (value := as_text(answers.get(box_name(box))))}


def marks_of(record: CheckSheetRecord) -> dict[Box, MarkValue]:
    """Return the marks that a sheet carries."""
    return {(m.item, m.moment, m.side): m.value for m in record.marks if m.value is not None}


def differing(marks: Marks, item: str) -> tuple[Moment, ...]:
    """Return when the two sides see an item differently."""
    return tuple(moment for moment in Moment if differs(marks, item, moment))


def open_boxes(marks: Marks, item: str) -> tuple[Box, ...]:
    """Return the boxes of an item that carry no mark, in the order they are read."""
    every = ((item, moment, side) for moment in Moment for side in Side)
    return tuple(box for box in every if box not in marks)


# From a sheet to answers and back


def blank_answers(text: CheckSheetText, this_year: int) -> Answers:
    """Return the answers of a new sheet."""
    return answers_of(CheckSheetDraft(this_year, ""), text)


def answers_of(sheet: CheckSheetDraft | CheckSheetRecord, text: CheckSheetText, partner: str = "") -> Answers:
    """Return the answers that stand for a sheet as it is."""
    answers: Answers = {
        "fiscal_year": str(sheet.fiscal_year),
        "title": sheet.title,
        "collaboration_id": sheet.collaboration_id,
        "partner_id": sheet.partner_id,
        "partner_name": partner,
        "department": sheet.department,
        VIEW: "",
    }
    for stage in text.stages:
        for box in boxes(stage):
            answers[box_name(box)] = answers[NOTE + box_name(box)] = ""
    for mark in sheet.marks:
        name = mark_name(mark.item, mark.moment, mark.side)
        answers[name] = "" if mark.value is None else mark.value.value
        answers[NOTE + name] = mark.note
    return answers


def draft_of(answers: Mapping[str, object], text: CheckSheetText) -> CheckSheetDraft:
    """Return what is to be saved of the answers."""
    marks = []
    for box in (box for stage in text.stages for box in boxes(stage)):
        value = as_text(answers.get(box_name(box)))
        note = as_text(answers.get(NOTE + box_name(box)))
        if value or note.strip():
            item, moment, side = box
            marks.append(CheckMarkRecord(item, side, moment, MarkValue(value) if value else None, note))
    return CheckSheetDraft(
        fiscal_year=int(as_text(answers.get("fiscal_year"))),
        title=as_text(answers.get("title")),
        collaboration_id=as_number(answers.get("collaboration_id")),
        partner_id=as_number(answers.get("partner_id")),
        department=as_text(answers.get("department")),
        marks=tuple(marks),
    )


def leftovers(answers: Mapping[str, object]) -> Answers:
    """Return what the sheet itself does not hold: whose boxes are shown, a name not in the register."""
    left: Answers = {VIEW: as_text(answers.get(VIEW))}
    if as_number(answers.get("partner_id")) is None:
        left["partner_name"] = as_text(answers.get("partner_name"))
    return left


# What the steps ask and say


def _project(answers: Answers, facts: CheckSheetFacts) -> Sections:
    chosen = int(as_text(answers.get("fiscal_year")))
    years = {*range(facts.this_year + 1, facts.this_year - _YEARS_BACK, -1), chosen}
    return (
        Section(
            _("どの事業か"),
            _("取組一覧から選ぶと、年度・事業名・課・相手が入ります"),
            (
                Field("collaboration_id", _("取組一覧から"), ENTRY),
                Field(
                    "fiscal_year",
                    _("年度"),
                    FieldKind.CHOICE,
                    width=160,
                    options=tuple(
                        Option(str(year), format_fiscal_year(year)) for year in sorted(years, reverse=True)
                    ),
                ),
                Field(
                    "title",
                    _("事業名"),
                    FieldKind.MULTILINE,
                    required=True,
                    lines=2,
                    extra={"paragraph": True},
                ),
                Field("department", _("課")),
            ),
        ),
        Section(
            _("相手"),
            _("決まっていなければ、空けておきます"),
            (Field("partner_id", _("団体名"), FieldKind.PARTNER, parts=("partner_name",)),),
        ),
    )


def _project_problems(answers: Answers, facts: CheckSheetFacts) -> tuple[Problem, ...]:
    if as_number(answers.get("partner_id")) is not None or not as_text(answers.get("partner_name")).strip():
        return ()
    words = _("台帳にない名前は、シートの一覧と紙にはのりません。")
    return (Problem("partner_name", words, Weight.NOTICE),)


def _title_words(answers: Answers, facts: CheckSheetFacts) -> str:
    return as_text(answers.get("title")).strip()


def _stage_words(stage: CheckStage, answers: Answers, facts: CheckSheetFacts) -> str:
    """Return how many of the stage's boxes carry a mark, and on how many items the sides differ."""
    marks = marks_in(answers, facts.text)
    every = tuple(boxes(stage))
    filled = sum(box in marks for box in every)
    if not filled:
        return ""
    words = _("記入 {n}／{all}").format(n=filled, all=len(every))
    apart = sum(bool(differing(marks, item.key)) for item in stage.items)
    return words + (_(" ・ ちがい {n}").format(n=apart) if apart else "")


def _stage_open(stage: CheckStage, answers: Answers, facts: CheckSheetFacts) -> str:
    marks = marks_in(answers, facts.text)
    if all(box in marks for box in boxes(stage)):
        return ""
    return _stage_words(stage, answers, facts) or _("未記入")
