"""The stages of one proposal: where it stands, where it can go from there, and what each move needs. Pure.

A move without what it needs is not forbidden: it asks for a written reason. The stages of the round itself
are in `round_stages`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.programmes.calendar import standing_stage
from kyodo_desktop.programmes.programme import Programme, Stage
from kyodo_desktop.programmes.vocabulary import ACCEPTED, ADOPTED, BUDGET_PASSED, OPINIONS
from kyodo_desktop.records.cases import ADOPTED_PENDING_BUDGET, CASE_END_LABELS, CaseEnd, Move
from kyodo_desktop.records.proposals import ProposalStage
from kyodo_desktop.records.rounds import StageLevel

_BY_RECORD = (CaseEnd.REVOKED, CaseEnd.DISCONTINUED, CaseEnd.REJECTED)
"""The ends that follow from what was recorded."""
_TAKEN = ("adopted", "conditional")
_NOT_ACCEPTED = N_("まだ受理していません。")
_NOT_ADOPTED = N_("選考で採択と決まっていません。")
_NO_OPINION = N_("所見を依頼していません。")
_NOT_PASSED = N_("市議会で予算案が可決されていません。")


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the moves ask of a case: its 受理, how many acts of each kind are complete, what was decided.

    `waiting` are the 課 whose 所見 is still awaited; `voted`: the council has decided, `passed`: for it;
    `given_up`: 中止・廃止 was approved.
    """

    accepted: bool = False
    complete: Mapping[str, int] = field(default_factory=dict)
    opinions_asked: int = 0
    waiting: tuple[str, ...] = ()
    decision: str = ""
    passed: bool = False
    voted: bool = False
    given_up: bool = False

    @property
    def adopted(self) -> bool:
        """Whether the selection took the proposal, with or without conditions."""
        return self.decision in _TAKEN


def stages_of(programme: Programme) -> tuple[Stage, ...]:
    """Return the stages that a proposal can go through, in their order."""
    first = programme.stages.index(programme.closing_stage)
    return tuple(one for one in programme.stages[first:] if one.level is not StageLevel.ROUND)


def standing(programme: Programme, reception: ProposalStage, entered: Sequence[str]) -> str:
    """Return the stage or end that a case stands in; `entered` are its moves that hold, the last one last."""
    return entered[-1] if entered else standing_stage(programme, reception) or ""


def label_of(programme: Programme | None, stage: str) -> str:
    """Return what people call a stage or an end."""
    if stage in list(CaseEnd):
        return _(CASE_END_LABELS[CaseEnd(stage)])
    found = (one.label for one in (programme.stages if programme is not None else ()) if one.key == stage)
    return next(found, stage)


def state_words(programme: Programme, stage: str, facts: CaseFacts) -> str:
    """Return in words how a case stands."""
    if facts.adopted and not facts.voted and _is_before_vote(programme, stage):
        return _(ADOPTED_PENDING_BUDGET)
    return label_of(programme, stage)


def moves(programme: Programme, here: str, facts: CaseFacts) -> tuple[Move, ...]:
    """Return where a case can go: the stages after the one it stands in, then the ends.

    A case that is over, or was not taken in yet, goes nowhere.
    """
    if not here or here in list(CaseEnd):
        return ()
    following = _after(programme, here)
    onward = [
        Move(one.key, one.label, missing(programme, here, one.key, facts), optional=one.optional)
        for one in following
    ]
    ends = [
        Move(
            end.value, label_of(programme, end.value), _end_missing(programme, here, end, facts), is_end=True
        )
        for end in CaseEnd
    ]
    return (*onward, *ends)


def lies_ahead(programme: Programme, here: str, stage: str) -> bool:
    """Tell whether a case that stands `here` can go to a stage or an end at all."""
    return stage in list(CaseEnd) or any(one.key == stage for one in _after(programme, here))


def missing(programme: Programme, here: str, stage: str, facts: CaseFacts) -> tuple[str, ...]:
    """Return in sentences what a stage (or end) that lies ahead still needs before a case enters it."""
    if stage in list(CaseEnd):
        return _end_missing(programme, here, CaseEnd(stage), facts)
    following = _after(programme, here)
    target = next(one for one in following if one.key == stage)
    skipped = [one for one in following[: following.index(target)] if not one.optional]
    return tuple(
        dict.fromkeys(
            (
                *(_("「{stage}」を通っていません。").format(stage=one.label) for one in skipped),
                *(sentence for need in target.needs if (sentence := _need(need, facts))),
            )
        )
    )


def usual_move(found: Sequence[Move]) -> Move | None:
    """Return the move that usually comes next: the first that is not optional; 完了 after the last stage.

    Where a 不採択, 中止 or 取消し was recorded, that end comes next.
    """
    decided = [one for one in found if one.stage in _BY_RECORD and not one.missing]
    onward = [one for one in found if not one.optional and not one.is_end]
    finish = [one for one in found if one.stage == CaseEnd.FINISHED]
    return next(iter(decided or onward or finish), None)


def _after(programme: Programme, here: str) -> tuple[Stage, ...]:
    own = stages_of(programme)
    keys = [one.key for one in own]
    return own[keys.index(here) + 1 :] if here in keys else own


def _is_before_vote(programme: Programme, stage: str) -> bool:
    """Tell whether the council's vote lies ahead of (or in) the stage a case stands in."""
    own = stages_of(programme)
    votes = [at for at, one in enumerate(own) if "council_vote" in one.acts]
    here = [at for at, one in enumerate(own) if one.key == stage]
    return bool(votes and here) and here[0] <= votes[-1]


def _need(need: str, facts: CaseFacts) -> str:
    """Return the sentence for what is not there, empty if it is."""
    if need == ACCEPTED:
        return "" if facts.accepted else _(_NOT_ACCEPTED)
    if need == ADOPTED:
        return "" if facts.adopted else _(_NOT_ADOPTED)
    if need == BUDGET_PASSED:
        return "" if facts.passed else _(_NOT_PASSED)
    if need == OPINIONS:
        return _opinions(facts)
    if facts.complete.get(need):
        return ""
    return _("「{act}」の記録がありません。").format(act=_(ACT_KINDS[need].label))


def _opinions(facts: CaseFacts) -> str:
    if not facts.opinions_asked:
        return _(_NO_OPINION)
    if facts.waiting:
        return _("所見を待っています: {departments}。").format(departments="、".join(facts.waiting))
    return ""


def _end_missing(programme: Programme, here: str, end: CaseEnd, facts: CaseFacts) -> tuple[str, ...]:
    if end is CaseEnd.FINISHED:
        rest = [one for one in _after(programme, here) if not one.optional]
        unmet = (sentence for need in programme.finish_needs if (sentence := _need(need, facts)))
        return (*(_("「{stage}」を通っていません。").format(stage=one.label) for one in rest), *unmet)
    if end is CaseEnd.REJECTED and facts.decision != "rejected":
        return (_("選考で不採択と決まっていません。"),)
    if end is CaseEnd.DISCONTINUED and not facts.given_up:
        return (_("中止・廃止の承認の記録がありません。"),)
    if end is CaseEnd.REVOKED and not facts.complete.get("revocation"):
        return (_("決定の取消しの記録がありません。"),)
    return ()
