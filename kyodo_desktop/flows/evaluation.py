"""事業の評価 as a wizard: goals, each side alone, the talk item by item, what is made public."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.flows.engine import (
    Answers,
    Field,
    FieldKind,
    Flow,
    Option,
    Section,
    Sections,
    Step,
    as_day,
)
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.evaluations import (
    EVALUATION_SIDE_LABELS,
    OWN_SIDES,
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationItem,
    EvaluationRecord,
    EvaluationSide,
    EvaluationText,
    apart,
    without_reason,
    without_undone,
)
from kyodo_desktop.records.proposals import Problem, Weight

GOALS, TALK, PUBLIC = "goals", "talk", "public"
MARK, JOINT = "mark", "joint"
"""The kinds of field that take a mark of the scale, and what both say together of what each said alone."""
_ROWS = "rows"
_YEARS_BACK = 12
_ABOUT = ("title", "department", "partner_id")
_TEXTS = ("joint_result", "causes", "improvements", "comment", "public_summary", "public_text")
_GOAL_CELLS = (
    Field("goal", N_("成果目標"), FieldKind.MULTILINE, lines=2),
    Field("indicator", N_("指標")),
    Field("target", N_("目標値")),
    Field("result", N_("結果"), FieldKind.MULTILINE, lines=2),
    Field("how_measured", N_("受益者の評価を聴いた方法")),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said of an item: side, mark in words, reason; and whether the sides differ."""

    side: str
    mark: str
    words: str
    is_apart: bool


@dataclass(frozen=True, slots=True)
class EvaluationFacts:
    """What was looked up: this fiscal year, and the side whose own is covered until the other is in."""

    this_year: int
    covered: EvaluationSide | None = None


def make_flow(
    text: EvaluationText, draft: EvaluationDraft, answers: Answers, facts: EvaluationFacts | None = None
) -> Flow:
    """Return the five steps over answers; `draft` is what the evaluation is about."""

    def now(given: Answers) -> EvaluationDraft:
        return draft_from(text, draft, given)

    def wrong(side: EvaluationSide, given: Answers, _facts: Any) -> Sequence[Problem]:
        return _own_problems(text, now(given), side)

    def own_sections(side: EvaluationSide, given: Answers, found: EvaluationFacts | None) -> Sections:
        is_covered = found is not None and found.covered is side
        return _covered_sections(side) if is_covered else _own_sections(text, now(given), side)

    own = (
        Step(
            side.value,
            _("{side}の自己評価").format(side=_(EVALUATION_SIDE_LABELS[side])),
            partial(own_sections, side),
            problems=partial(wrong, side),
        )
        for side in OWN_SIDES
    )
    steps = (
        Step(
            GOALS,
            _("目標と指標"),
            lambda given, found: _goal_sections(now(given), found),
            problems=lambda given, _facts: _unknown_partner(given),
        ),
        *own,
        Step(TALK, _("話し合い"), lambda given, _facts: _talk_sections(text, now(given))),
        Step(PUBLIC, _("公表"), _public_sections()),
    )
    return Flow(steps, answers, facts)


def side_to_cover(text: EvaluationText, draft: EvaluationDraft) -> EvaluationSide | None:
    """Return the side that is done, with all its reasons, while the other one is not."""
    done = [side for side in OWN_SIDES if draft.done_on(side) is not None]
    if len(done) != 1 or any(without_reason(text, draft.answers, done[0])):
        return None
    return done[0]


def answers_from(draft: EvaluationDraft, record: EvaluationRecord | None = None) -> Answers:
    """Return what a draft, and the record of it, say, as the rows of the wizard take it."""
    found: Answers = {name: getattr(draft, name) for name in (*_TEXTS, *_ABOUT)}
    found["fiscal_year"] = str(draft.fiscal_year)
    found["partner_name"] = record.partner_name if record is not None else ""
    found["goals"] = [
        {cell.name: value for cell in _GOAL_CELLS if (value := getattr(goal, cell.name))}
        for goal in draft.goals
    ] or None
    for one in draft.answers:
        found[mark_name(one.item, one.side)] = one.mark
        found[words_name(one.item, one.side)] = one.words
    for filling in draft.fillings:
        found[f"{filling.side}.by"], found[f"{filling.side}.on"] = filling.filled_by, _iso(filling.filled_on)
    found["next_on"] = _iso(draft.next_on)
    if record is not None:
        found |= {"held_on": _iso(record.held_on), "published_on": _iso(record.published_on)}
        found["published_where"] = record.published_where
    return found


def draft_from(text: EvaluationText, draft: EvaluationDraft, answers: Answers) -> EvaluationDraft:
    """Return the draft that answers make of one; what the wizard does not ask stays."""
    goals = (
        EvaluationGoal(**{cell.name: str(row.get(cell.name) or "") for cell in _GOAL_CELLS})
        for row in answers.get("goals") or ()
    )
    said = (
        EvaluationAnswer(
            item.key,
            side,
            answers.get(mark_name(item.key, side)) or None,
            str(answers.get(words_name(item.key, side)) or ""),
        )
        for item in text.items
        for side in EvaluationSide
    )
    filled = (
        EvaluationFilling(
            side,
            str(answers.get(f"{side}.by") or ""),
            day_in(answers, f"{side}.on", draft.done_on(side)),
        )
        for side in OWN_SIDES
    )
    texts: dict[str, Any] = {name: str(answers.get(name) or "") for name in _TEXTS}
    about = {name: answers[name] for name in _ABOUT if name in answers}
    return replace(
        draft,
        goals=tuple(goals),
        answers=tuple(one for one in said if one.mark is not None or one.words.strip()),
        fillings=tuple(one for one in filled if one.filled_by or one.filled_on is not None),
        next_on=day_in(answers, "next_on", draft.next_on),
        fiscal_year=int(answers.get("fiscal_year") or draft.fiscal_year),
        **texts,
        **about,
    )


def day_in(answers: Answers, name: str, kept: date | None) -> date | None:
    """Return the day that is typed; one that cannot be read yet takes nothing away."""
    return as_day(answers.get(name)) or (kept if answers.get(name) else None)


def mark_name(item: str, side: EvaluationSide) -> str:
    """Return under what the mark of an item stands among the answers."""
    return f"{side}.{item}.mark"


def words_name(item: str, side: EvaluationSide) -> str:
    """Return under what the words to an item stand among the answers."""
    return f"{side}.{item}.words"


def _about_fields(draft: EvaluationDraft, this_year: int) -> tuple[Field, ...]:
    years = {*range(this_year + 1, this_year - _YEARS_BACK, -1), draft.fiscal_year}
    options = (Option(str(year), format_fiscal_year(year)) for year in sorted(years, reverse=True))
    return (
        Field("fiscal_year", _("年度"), FieldKind.CHOICE, width=160, options=tuple(options)),
        Field("title", _("事業名"), required=True),
        Field("partner_id", _("相手"), FieldKind.PARTNER, parts=("partner_name",)),
        Field("department", _("課")),
        Field("next_on", _("次の確認"), FieldKind.DATE, hint=_("団体の次の期日にも出ます。")),
    )


def _unknown_partner(answers: Answers) -> tuple[Problem, ...]:
    if answers.get("partner_id") is not None or not str(answers.get("partner_name") or "").strip():
        return ()
    words = _("台帳にない名前は、評価の一覧と紙にはのりません。")
    return (Problem("partner_name", words, Weight.NOTICE),)


def _covered_sections(side: EvaluationSide) -> Sections:
    """Return only who was done and when: what a side wrote is seen when the other is in."""
    other = next(one for one in OWN_SIDES if one is not side)
    note = _(
        "{side}の記入は終わりました。{other}の記入が終わるまで、書いたことは隠れています。"
        "直すときは「記入を終えた日」を消します。"
    ).format(side=_(EVALUATION_SIDE_LABELS[side]), other=_(EVALUATION_SIDE_LABELS[other]))
    return (Section(_("記入の終わり"), note, _done_fields(side)),)


def _done_fields(side: EvaluationSide) -> tuple[Field, ...]:
    return (
        Field(f"{side}.by", _("記入者")),
        Field(f"{side}.on", _("記入を終えた日"), FieldKind.DATE),
    )


def _goal_sections(draft: EvaluationDraft, facts: EvaluationFacts | None) -> Sections:
    this_year = facts.this_year if facts is not None else draft.fiscal_year
    stays = _("年度を変えても、書き始めた評価の項目は変わりません。") if draft.answers else ""
    about = Section(_("どの事業か"), stays, _about_fields(draft, this_year))
    cells = tuple(replace(cell, label=_(cell.label)) for cell in _GOAL_CELLS)
    goals = Field("goals", _("目標"), _ROWS, extra={"columns": cells, "required": False})
    note = _("目標・指標・目標値は事業の始めに、結果は終わってから書きます。")
    return (about, Section(_("目標と指標"), note, (goals,)))


def _own_sections(text: EvaluationText, draft: EvaluationDraft, side: EvaluationSide) -> Sections:
    """Return one side's rows; the other's stand on a page of their own."""
    lacking = frozenset(item.key for item in without_reason(text, draft.answers, side))
    heads = tuple(
        Section(
            group.label,
            scale_words(text) if at else f"{scale_words(text)}{_key_words(text)}",
            tuple(row for item in group.items for row in _rows(text, item, side, item.key in lacking)),
        )
        for at, group in enumerate(text.groups)
    )
    note = _("双方が記入を終えると、話し合いで両方の評価が見えます。")
    return (*heads, Section(_("記入の終わり"), note, _done_fields(side)))


def _rows(
    text: EvaluationText, item: EvaluationItem, side: EvaluationSide, lacks_reason: bool
) -> tuple[Field, ...]:
    marks = (Option(mark.key, f"{mark.label}　{mark.words}") for mark in text.scale)
    return (
        Field(
            mark_name(item.key, side),
            item.heading,
            MARK,
            width=280,
            options=(Option("", _("（空ける）")), *marks),
            hint=item.text,
        ),
        Field(
            words_name(item.key, side),
            _("理由・気付いたこと"),
            FieldKind.MULTILINE,
            lines=2,
            hint=_("この印には、理由が要ります。") if lacks_reason else "",
        ),
    )


def _key_words(text: EvaluationText) -> str:
    """Return which keys give the marks, as fast as they are read from a paper."""
    labels = tuple(unicodedata.normalize("NFKC", mark.label) for mark in text.scale)
    if all(label.isdecimal() for label in labels):
        return _("数字のキーでも付けられます。")
    keys = "・".join(str(at) for at in range(1, len(labels) + 1))
    return _("{keys}のキーで{marks}を付けられます。").format(
        keys=keys, marks="・".join(mark.label for mark in text.scale)
    )


def scale_words(text: EvaluationText) -> str:
    """Return that the scale is ours, and which marks ask for a reason."""
    marks = "・".join(text.reason_marks)
    words = _("「{marks}」を付けたときは、理由を書きます。点は足したり比べたりしません。").format(marks=marks)
    return _("{words}（物差しは仮）").format(words=words) if text.provisional else words


def _own_problems(text: EvaluationText, draft: EvaluationDraft, side: EvaluationSide) -> Sequence[Problem]:
    return [
        Problem(words_name(item.key, side), _("「{item}」の理由を書いてください。").format(item=item.heading))
        for item in without_reason(text, draft.answers, side)
    ]


def _talk_sections(text: EvaluationText, draft: EvaluationDraft) -> Sections:
    # A side that owes a reason is not done, though its day is typed.
    draft = without_undone(text, draft)
    if not draft.both_are_in:
        waiting = _("と").join(
            _(EVALUATION_SIDE_LABELS[side]) for side in OWN_SIDES if draft.done_on(side) is None
        )
        note = _("{side}の記入が終わると、ここに両方の評価が並びます。").format(side=waiting)
        return (Section(_("話し合い"), note, ()),)
    differing = apart(text, draft)
    alike = tuple(item for item in text.items if item not in differing)
    ends = (
        Field("held_on", _("話し合った日"), FieldKind.DATE),
        Field("joint_result", _("協働による成果"), FieldKind.MULTILINE, lines=4),
        Field("causes", _("差異の原因"), FieldKind.MULTILINE, lines=3),
        Field("improvements", _("改善すること"), FieldKind.MULTILINE, lines=3),
        Field("comment", _("市民協働担当の意見"), FieldKind.MULTILINE, lines=3),
        Field("next_on", _("次の確認"), FieldKind.DATE),
    )

    def rows(items: Sequence[EvaluationItem], *, is_apart: bool) -> tuple[Field, ...]:
        return tuple(_joint_row(text, draft, item, is_apart=is_apart) for item in items)

    sections = (
        Section(_("ちがいのある項目"), "", rows(differing, is_apart=True)),
        Section(_("ほかの項目"), "", rows(alike, is_apart=False)),
    )
    return (*(one for one in sections if one.fields), Section(_("まとめ"), "", ends))


def _joint_row(
    text: EvaluationText, draft: EvaluationDraft, item: EvaluationItem, *, is_apart: bool
) -> Field:
    marks = {mark.key: f"{mark.label} {mark.words}" for mark in text.scale}
    answers = {side: draft.answer(item.key, side) for side in OWN_SIDES}
    said = tuple(
        Said(_(EVALUATION_SIDE_LABELS[side]), marks.get(one.mark or "", _("未記入")), one.words, is_apart)
        for side, one in answers.items()
    )
    name = words_name(item.key, EvaluationSide.JOINT)
    return Field(name, item.heading, JOINT, lines=2, extra={"said": said})


def _public_sections() -> Sections:
    rows = (
        Field("public_summary", _("公表用の要約"), FieldKind.MULTILINE, lines=5),
        Field("public_text", _("ホームページの文"), FieldKind.MULTILINE, lines=8),
    )
    note = _("公表してよいことだけを書きます。人の名前・電話番号・メールアドレスは書きません。")
    told = (
        Field("published_on", _("公表した日"), FieldKind.DATE),
        Field("published_where", _("公表した場所"), hint=_("市ホームページなど")),
    )
    return (Section(_("公表する文"), note, rows), Section(_("公表の記録"), "", told))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
