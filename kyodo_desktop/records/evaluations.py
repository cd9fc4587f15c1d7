"""事業の評価: goals, what each side says for itself, what both find together. Nothing is reckoned with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class EvaluationKind(StrEnum):
    """Which looking at a project it is; one engine for all."""

    EVALUATION = "evaluation"
    RETROSPECTIVE = "retrospective"
    MIDTERM = "midterm"


class EvaluationSide(StrEnum):
    """Who says it; `joint` is what both say together."""

    PARTNER = "partner"
    CITY = "city"
    JOINT = "joint"


EVALUATION_LABELS: dict[EvaluationKind, str] = {
    EvaluationKind.EVALUATION: N_("事業の評価"),
    EvaluationKind.RETROSPECTIVE: N_("振り返り"),
    EvaluationKind.MIDTERM: N_("中間評価"),
}
EVALUATION_SIDE_LABELS: dict[EvaluationSide, str] = {
    EvaluationSide.PARTNER: N_("団体"),
    EvaluationSide.CITY: N_("担当課"),
    EvaluationSide.JOINT: N_("双方"),
}


class EvaluationStand(StrEnum):
    """Where an evaluation stands, in the order of its way."""

    GOALS = "goals"
    OWN = "own"
    TALK = "talk"
    HELD = "held"
    PUBLISHED = "published"


STAND_LABELS: dict[EvaluationStand, str] = {
    EvaluationStand.GOALS: N_("目標"),
    EvaluationStand.OWN: N_("自己評価"),
    EvaluationStand.TALK: N_("話し合い"),
    EvaluationStand.HELD: N_("公表前"),
    EvaluationStand.PUBLISHED: N_("公表済み"),
}
"""What is next to do of an evaluation."""
OWN_SIDES = (EvaluationSide.PARTNER, EvaluationSide.CITY)
"""Those who first evaluate for themselves."""


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """One mark of a scale; `needs_reason`: whoever gives it says why."""

    key: str
    label: str
    words: str
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class EvaluationItem:
    """One thing to look at: the handbook's heading and its words."""

    key: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class EvaluationGroup:
    """Items that stand together under a label."""

    key: str
    label: str
    items: tuple[EvaluationItem, ...]


@dataclass(frozen=True, slots=True)
class EvaluationText:
    """The items and the scale of one kind, in one version (a data file)."""

    kind: EvaluationKind
    version: int
    groups: tuple[EvaluationGroup, ...]
    scale: tuple[ScaleMark, ...]
    provisional: bool = True

    @property
    def reason_marks(self) -> tuple[str, ...]:
        """The labels of the marks that ask for a reason, the lowest first."""
        return tuple(mark.label for mark in reversed(self.scale) if mark.needs_reason)

    @property
    def items(self) -> tuple[EvaluationItem, ...]:
        """All items, as they stand on the sheet."""
        return tuple(item for group in self.groups for item in group.items)


@dataclass(frozen=True, slots=True)
class EvaluationGoal:
    """One goal with its indicator, set at the start, and what came of it."""

    goal: str = ""
    indicator: str = ""
    target: str = ""
    result: str = ""
    how_measured: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationAnswer:
    """What one side says of an item; of `joint`, the words tell why the two differ and what to better."""

    item: str
    side: EvaluationSide
    mark: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationFilling:
    """Who filled in one side; with a day, that side is done."""

    side: EvaluationSide
    filled_by: str = ""
    filled_on: date | None = None


@dataclass(frozen=True, slots=True)
class EvaluationDraft:
    """What is kept of an evaluation while it is filled in."""

    kind: EvaluationKind
    fiscal_year: int
    title: str = ""
    proposal_id: int | None = None
    collaboration_id: int | None = None
    partner_id: int | None = None
    department: str = ""
    goals: tuple[EvaluationGoal, ...] = ()
    answers: tuple[EvaluationAnswer, ...] = ()
    fillings: tuple[EvaluationFilling, ...] = ()
    joint_result: str = ""
    causes: str = ""
    improvements: str = ""
    comment: str = ""
    public_summary: str = ""
    public_text: str = ""
    next_on: date | None = None

    def answer(self, item: str, side: EvaluationSide) -> EvaluationAnswer:
        """Return what a side says of an item, an empty answer if it says nothing."""
        found = (one for one in self.answers if (one.item, one.side) == (item, side))
        return next(found, EvaluationAnswer(item, side))

    def done_on(self, side: EvaluationSide) -> date | None:
        """Return when a side was done."""
        return next((one.filled_on for one in self.fillings if one.side is side), None)

    def seen_answer(self, item: str, side: EvaluationSide) -> EvaluationAnswer:
        """Return what a side says of an item where both are shown: nothing of either before both are in."""
        return self.answer(item, side) if self.both_are_in else EvaluationAnswer(item, side)

    @property
    def both_are_in(self) -> bool:
        """Whether both sides are done with their own: only then does one see the other's."""
        return all(self.done_on(side) is not None for side in OWN_SIDES)


@dataclass(frozen=True, slots=True)
class EvaluationRecord:
    """One evaluation as it is kept; `held_on` and `published_on` are set by their own verbs."""

    id: int
    version: int
    draft: EvaluationDraft
    partner_name: str = ""
    held_on: date | None = None
    published_on: date | None = None
    published_where: str = ""
    updated_at: datetime | None = None
    deleted: bool = False

    @property
    def stand(self) -> EvaluationStand:
        """Where it stands."""
        if self.published_on is not None:
            return EvaluationStand.PUBLISHED
        if self.held_on is not None:
            return EvaluationStand.HELD
        if self.draft.both_are_in:
            return EvaluationStand.TALK
        return EvaluationStand.OWN if self.draft.answers or self.draft.fillings else EvaluationStand.GOALS

    @property
    def missing(self) -> tuple[EvaluationSide, ...]:
        """The sides that are not done with their own."""
        return tuple(side for side in OWN_SIDES if self.draft.done_on(side) is None)


def like(draft: EvaluationDraft, kind: EvaluationKind) -> EvaluationDraft:
    """Return a blank evaluation of the same as another one."""
    return EvaluationDraft(
        kind=kind,
        fiscal_year=draft.fiscal_year,
        title=draft.title,
        proposal_id=draft.proposal_id,
        collaboration_id=draft.collaboration_id,
        partner_id=draft.partner_id,
        department=draft.department,
    )


def subject_of(draft: EvaluationDraft) -> tuple[str, ...]:
    """Return what an evaluation is about, alike for all that are about the same."""
    if draft.proposal_id is not None:
        return "proposal", str(draft.proposal_id)
    if draft.collaboration_id is not None:
        return "collaboration", str(draft.collaboration_id)
    return "free", "".join(draft.title.split()), str(draft.partner_id or "")


def without_reason(
    text: EvaluationText, answers: Iterable[EvaluationAnswer], side: EvaluationSide
) -> Iterator[EvaluationItem]:
    """Yield the items of which a side gave a mark that asks for a reason, and wrote none."""
    demanding = {mark.key for mark in text.scale if mark.needs_reason}
    said = {one.item: one for one in answers if one.side is side}
    for item in text.items:
        answer = said.get(item.key)
        if answer is not None and answer.mark in demanding and not answer.words.strip():
            yield item


def without_undone(text: EvaluationText, draft: EvaluationDraft) -> EvaluationDraft:
    """Return a draft in which no side is done that still owes a reason."""
    owing = {side for side in OWN_SIDES if any(without_reason(text, draft.answers, side))}
    kept = (replace(one, filled_on=None) if one.side in owing else one for one in draft.fillings)
    return replace(draft, fillings=tuple(one for one in kept if one.filled_by or one.filled_on is not None))


def apart(text: EvaluationText, draft: EvaluationDraft) -> tuple[EvaluationItem, ...]:
    """Return the items that both sides marked, and not alike."""
    found = []
    for item in text.items:
        marks = [draft.answer(item.key, side).mark for side in OWN_SIDES]
        if None not in marks and len(set(marks)) > 1:
            found.append(item)
    return tuple(found)
