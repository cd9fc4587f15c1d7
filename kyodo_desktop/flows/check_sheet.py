"""The 相互チェックシート as a flow: its cover, what it is about, a step for each stage, what came of it.

A box answers by two names: `mark_name(...)` its mark (empty while there is none), with `NOTE` before it its
note. Nothing here counts points or compares sheets: a difference is something to talk about.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
    MOMENT_LABELS,
    SIDE_LABELS,
    WAY_LABELS,
    Box,
    CheckFilling,
    CheckMarkRecord,
    CheckSheetDraft,
    CheckSheetRecord,
    CheckSheetText,
    CheckStage,
    FillWay,
    Marks,
    MarkValue,
    Moment,
    Side,
    differs,
)
from kyodo_desktop.records.proposals import Problem, Weight

COVER, PROJECT, FILLED, SUMMARY = "cover", "project", "filled", "summary"
"""The keys of the steps that are no stage, and the bodies of the first and the last."""
STAGE = "stage"
"""The body of the three stages."""
ENTRY, PROPOSAL = "entry", "proposal"
"""The kinds of field that choose an entry of the list, and a proposal."""
NOTE = "note_"
VIEW = "view"
"""The answer that says whose boxes are shown: a side, or empty for both."""
SHEET_NOTE = "sheet_note"
"""The answer that is the note on the sheet as a whole."""
_YEARS_BACK = 10


def _no_remarks(draft: CheckSheetDraft) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class CheckSheetFacts:
    """What was looked up for the sheet: its words in its version, this fiscal year, what is odd about it."""

    text: CheckSheetText
    this_year: int
    remarks: Callable[[CheckSheetDraft], tuple[str, ...]] = _no_remarks


COLUMNS = tuple((moment, side) for moment in Moment for side in Side)
"""団体前・市前・団体後・市後."""


def filling_name(part: str, moment: Moment, side: Side) -> str:
    """Return the name of an answer about who filled in a column: its part is `by`, `on` or `way`."""
    return f"filled_{part}_{moment.value}_{side.value}"


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
            Step(FILLED, _("記入した人"), _filled, problems=_filled_problems, summary=_filled_words),
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


def differing(marks: Marks, item: str) -> tuple[Moment, ...]:
    """Return when the two sides see an item differently."""
    return tuple(moment for moment in Moment if differs(marks, item, moment))


def open_boxes(marks: Marks, item: str) -> tuple[Box, ...]:
    """Return the boxes of an item that carry no mark, in the order they are read."""
    every = ((item, moment, side) for moment in Moment for side in Side)
    return tuple(box for box in every if box not in marks)


def hidden_boxes(answers: Mapping[str, object], text: CheckSheetText) -> frozenset[Box]:
    """Return the boxes that are not to be seen: the other side's, while one fills in alone.

    Those of a stage and a moment are seen when both have filled in all of them: neither looks at the
    other's before.
    """
    view = as_text(answers.get(VIEW))
    if not view:
        return frozenset()
    return frozenset(box for box in _one_sided(marks_in(answers, text), text) if box[2] is not Side(view))


def seen_marks(answers: Mapping[str, object], text: CheckSheetText) -> dict[Box, MarkValue]:
    """Return the marks that the answers hold, without those that are hidden for now."""
    hidden = hidden_boxes(answers, text)
    return {box: mark for box, mark in marks_in(answers, text).items() if box not in hidden}


def covered_boxes(record: CheckSheetRecord, text: CheckSheetText, view: str) -> frozenset[Box]:
    """Return the boxes of a sheet that nobody reads yet: either side's, while they fill in one at a time."""
    return frozenset(_one_sided(record.marked, text)) if view else frozenset()


def _one_sided(marks: Marks, text: CheckSheetText) -> Iterator[Box]:
    """Yield the boxes of the stages and moments that not both sides have filled in."""
    for stage in text.stages:
        every = tuple(boxes(stage))
        for moment in Moment:
            of_moment = [box for box in every if box[1] is moment]
            if not all(box in marks for box in of_moment):
                yield from of_moment


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
        "proposal_id": sheet.proposal_id,
        SHEET_NOTE: sheet.note or "",
        VIEW: "",
    }
    known = {(one.moment, one.side): one for one in sheet.fillings or ()}
    for moment, side in COLUMNS:
        filling = known.get((moment, side), CheckFilling(side, moment))
        day = filling.filled_on.isoformat() if filling.filled_on is not None else None
        for part, answer in (("by", filling.filled_by), ("on", day), ("way", filling.way.value)):
            answers[filling_name(part, moment, side)] = answer
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
        proposal_id=as_number(answers.get("proposal_id")),
        fillings=_fillings(answers, marks),
        note=as_text(answers.get(SHEET_NOTE)),
        version=text.version,
    )


def _fillings(answers: Mapping[str, object], marks: Sequence[CheckMarkRecord]) -> tuple[CheckFilling, ...]:
    """Return who filled in each column that has marks or a name; a day that is no day is not kept yet."""
    marked = {(mark.moment, mark.side) for mark in marks if mark.value is not None}
    found = []
    for moment, side in COLUMNS:
        by = as_text(answers.get(filling_name("by", moment, side))).strip()
        way = FillWay(as_text(answers.get(filling_name("way", moment, side))) or FillWay.SCREEN)
        try:
            on = date.fromisoformat(as_text(answers.get(filling_name("on", moment, side))))
        except ValueError:
            on = None
        if by or on is not None or (moment, side) in marked:
            found.append(CheckFilling(side, moment, by, on, way))
    return tuple(found)


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
            _("取組一覧か提案から選ぶと、年度・事業名・課・相手が入ります"),
            (
                Field("collaboration_id", _("取組一覧から"), ENTRY),
                Field("proposal_id", _("提案から"), PROPOSAL),
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
    odd = facts.remarks(replace(draft_of(answers, facts.text), fillings=()))
    said = tuple(Problem("title", words, Weight.NOTICE) for words in odd)
    return (*said, *_unknown_partner(answers))


def _unknown_partner(answers: Answers) -> tuple[Problem, ...]:
    if as_number(answers.get("partner_id")) is not None or not as_text(answers.get("partner_name")).strip():
        return ()
    words = _("台帳にない名前は、シートの一覧と紙にはのりません。")
    return (Problem("partner_name", words, Weight.NOTICE),)


def _filled(answers: Answers, facts: CheckSheetFacts) -> Sections:
    ways = tuple(Option(way.value, _(label)) for way, label in WAY_LABELS.items())
    return tuple(
        Section(
            _("{side}（{moment}）").format(side=_(SIDE_LABELS[side]), moment=_(MOMENT_LABELS[moment])),
            fields=(
                Field(filling_name("by", moment, side), _("記入した人")),
                Field(filling_name("on", moment, side), _("記入した日"), FieldKind.DATE),
                Field(filling_name("way", moment, side), _("記入の方法"), FieldKind.SEGMENTS, options=ways),
            ),
        )
        for moment, side in COLUMNS
    )


def _filled_problems(answers: Answers, facts: CheckSheetFacts) -> tuple[Problem, ...]:
    draft = draft_of(answers, facts.text)
    before = facts.remarks(replace(draft, fillings=()))
    odd = (words for words in facts.remarks(draft) if words not in before)
    name = filling_name("on", Moment.BEFORE, Side.PARTNER)
    return tuple(Problem(name, words, Weight.NOTICE) for words in odd)


def _filled_words(answers: Answers, facts: CheckSheetFacts) -> str:
    names = (as_text(answers.get(filling_name("by", moment, side))).strip() for moment, side in COLUMNS)
    return _("、").join(dict.fromkeys(name for name in names if name))


def _title_words(answers: Answers, facts: CheckSheetFacts) -> str:
    return as_text(answers.get("title")).strip()


def _stage_words(stage: CheckStage, answers: Answers, facts: CheckSheetFacts) -> str:
    """Return how many of the stage's boxes carry a mark, and on how many items the sides differ."""
    marks = seen_marks(answers, facts.text)
    every = _seen_boxes(stage, answers, facts)
    filled = sum(box in marks for box in every)
    if not filled:
        return ""
    words = _("記入 {n}／{all}").format(n=filled, all=len(every))
    apart = sum(bool(differing(marks, item.key)) for item in stage.items)
    return words + (_(" ・ ちがい {n}").format(n=apart) if apart else "")


def _stage_open(stage: CheckStage, answers: Answers, facts: CheckSheetFacts) -> str:
    marks = seen_marks(answers, facts.text)
    if all(box in marks for box in _seen_boxes(stage, answers, facts)):
        return ""
    return _stage_words(stage, answers, facts) or _("未記入")


def _seen_boxes(stage: CheckStage, answers: Answers, facts: CheckSheetFacts) -> tuple[Box, ...]:
    hidden = hidden_boxes(answers, facts.text)
    return tuple(box for box in boxes(stage) if box not in hidden)
