"""`evaluation list` and `evaluation show`: 事業の評価, 振り返り and 中間評価."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.narrowing import is_of
from kyodo_desktop.cli.office import opened
from kyodo_desktop.cli.tell import shape, tell_json, tell_rows
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.evaluations import (
    EVALUATION_LABELS,
    EVALUATION_SIDE_LABELS,
    OWN_SIDES,
    EvaluationDraft,
    EvaluationItem,
    EvaluationRecord,
    EvaluationSide,
    EvaluationText,
    apart,
)


def list_evaluations(options: Namespace, folder: DataFolder) -> int:
    """Print the evaluations, those of the newest year first."""
    with opened(folder) as services:
        narrowed = is_of(services, options)
        every = services.evaluations.list()
        found = [one for one in every if narrowed(one.draft.fiscal_year, one.draft.partner_id)]
        texts = {one.id: services.evaluations.text_of(one) for one in found}
    found.sort(key=lambda one: (-one.draft.fiscal_year, one.id))
    if options.json:
        tell_json([_summary(one, texts[one.id]) for one in found])
    else:
        tell_rows(_row(one, texts[one.id]) for one in found)
    return 0


def show_evaluation(options: Namespace, folder: DataFolder) -> int:
    """Print one evaluation; what a side says for itself only when both are done."""
    with opened(folder) as services:
        found = services.evaluations.get(options.id)
        text = services.evaluations.text_of(found)
    if options.json:
        tell_json(_whole(found, text))
    else:
        tell_rows(_lines(found, text))
    return 0


def _shown_sides(draft: EvaluationDraft) -> tuple[EvaluationSide, ...]:
    """Return whose answers are told: before both are done, neither sees the other's."""
    return (*OWN_SIDES, EvaluationSide.JOINT) if draft.both_are_in else (EvaluationSide.JOINT,)


def _apart(record: EvaluationRecord, text: EvaluationText) -> tuple[EvaluationItem, ...]:
    return apart(text, record.draft) if record.draft.both_are_in else ()


def _row(record: EvaluationRecord, text: EvaluationText) -> tuple[object, ...]:
    draft, differing = record.draft, len(_apart(record, text))
    return (
        record.id,
        _(EVALUATION_LABELS[draft.kind]),
        format_fiscal_year(draft.fiscal_year),
        draft.title,
        record.partner_name,
        draft.department,
        _state(record),
        _("ちがい {n}項目").format(n=differing) if differing else "",
    )


def _state(record: EvaluationRecord) -> str:
    if record.published_on is not None:
        return _("公表 {day}").format(day=format_date(record.published_on))
    if record.held_on is not None:
        return _("話し合い {day}").format(day=format_date(record.held_on))
    done = [side for side in OWN_SIDES if record.draft.done_on(side) is not None]
    if len(done) == len(OWN_SIDES):
        return _("双方が記入済み")
    return _("{side}が記入済み").format(side=_(EVALUATION_SIDE_LABELS[done[0]])) if done else _("記入中")


def _summary(record: EvaluationRecord, text: EvaluationText) -> dict[str, Any]:
    draft = record.draft
    return {
        "id": record.id,
        "kind": draft.kind.value,
        "kind_label": _(EVALUATION_LABELS[draft.kind]),
        "version": record.version,
        "fiscal_year": draft.fiscal_year,
        "title": draft.title,
        "partner_id": draft.partner_id,
        "partner_name": record.partner_name,
        "department": draft.department,
        "proposal_id": draft.proposal_id,
        "collaboration_id": draft.collaboration_id,
        "done_on": {side.value: shape(draft.done_on(side)) for side in OWN_SIDES},
        "both_are_in": draft.both_are_in,
        "apart": [item.key for item in _apart(record, text)],
        "held_on": shape(record.held_on),
        "published_on": shape(record.published_on),
        "published_where": record.published_where,
        "next_on": shape(draft.next_on),
        "updated_at": shape(record.updated_at),
    }


def _whole(record: EvaluationRecord, text: EvaluationText) -> dict[str, Any]:
    draft = record.draft
    return {
        **_summary(record, text),
        "discarded": record.deleted,
        "goals": shape(draft.goals),
        "fillings": shape(draft.fillings),
        "items": [_item(draft, item) for item in text.items],
        "joint_result": draft.joint_result,
        "causes": draft.causes,
        "improvements": draft.improvements,
        "comment": draft.comment,
        "public_summary": draft.public_summary,
        "public_text": draft.public_text,
    }


def _item(draft: EvaluationDraft, item: EvaluationItem) -> dict[str, Any]:
    answers = {side.value: draft.answer(item.key, side) for side in _shown_sides(draft)}
    return {
        "key": item.key,
        "heading": item.heading,
        "text": item.text,
        "answers": {side: {"mark": one.mark, "words": one.words} for side, one in answers.items()},
    }


def _lines(record: EvaluationRecord, text: EvaluationText) -> Iterator[tuple[str, ...]]:
    draft = record.draft
    yield _("種類"), _(EVALUATION_LABELS[draft.kind])
    yield _("事業名"), draft.title
    yield _("年度"), format_fiscal_year(draft.fiscal_year)
    yield _("相手"), record.partner_name
    yield _("課"), draft.department
    yield _("段階"), _state(record)
    for goal in draft.goals:
        yield _("目標"), goal.goal, goal.indicator, goal.target, goal.result
    sides = _shown_sides(draft)
    yield _("項目"), *(_(EVALUATION_SIDE_LABELS[side]) for side in sides)
    labels = {mark.key: mark.label for mark in text.scale}
    for item in text.items:
        answers = [draft.answer(item.key, side) for side in sides]
        yield item.heading, *(f"{labels.get(one.mark or '', '')} {one.words}".strip() for one in answers)
    for label, words in (
        (_("協働による成果"), draft.joint_result),
        (_("差異の原因"), draft.causes),
        (_("改善すること"), draft.improvements),
        (_("市民協働担当の意見"), draft.comment),
        (_("公表用の要約"), draft.public_summary),
    ):
        if words:
            yield label, words
