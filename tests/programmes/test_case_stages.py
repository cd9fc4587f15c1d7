"""The stages of a proposal, pure: from its 受付 there is always a way to the end, and nothing is skipped."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.base import resources
from kyodo_desktop.forms.catalogue import all_forms
from kyodo_desktop.programmes import case_stages, files
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.programmes.case_stages import CaseFacts
from kyodo_desktop.programmes.programme import Programme, Source
from kyodo_desktop.records.cases import CaseEnd
from kyodo_desktop.records.proposals import ProposalStage

ALL = files.load_all()
EACH = pytest.mark.parametrize("programme", ALL, ids=lambda one: one.key)
EVERYTHING = CaseFacts(
    accepted=True,
    complete=dict.fromkeys(ACT_KINDS, 1),
    opinions_asked=1,
    decision="adopted",
    passed=True,
    voted=True,
    given_up=True,
)
FACTS = st.builds(
    CaseFacts,
    accepted=st.booleans(),
    complete=st.dictionaries(st.sampled_from(sorted(ACT_KINDS)), st.integers(1, 3)),
    opinions_asked=st.integers(0, 2),
    waiting=st.lists(st.sampled_from(["道路課", "公園課"]), unique=True).map(tuple),
    decision=st.sampled_from(["", "adopted", "conditional", "rejected"]),
    passed=st.booleans(),
    given_up=st.booleans(),
)


@EACH
def test_with_everything_recorded_a_case_goes_on_without_a_word_to_its_end(programme: Programme) -> None:
    recorded = {kind: n for kind, n in EVERYTHING.complete.items() if kind != "revocation"}
    undisturbed = replace(EVERYTHING, complete=recorded, given_up=False)
    here, passed = case_stages.standing(programme, ProposalStage.RECEIVED, []), []
    while True:
        move = case_stages.usual_move(case_stages.moves(programme, here, undisturbed))
        assert move is not None
        assert move.missing == ()
        if move.is_end:
            break
        here = move.stage
        passed.append(here)
    usual = [one.key for one in case_stages.stages_of(programme)[1:] if not one.optional]
    assert passed == usual
    assert move.stage == CaseEnd.FINISHED


@EACH
def test_an_end_that_was_recorded_comes_next(programme: Programme) -> None:
    here = case_stages.standing(programme, ProposalStage.RECEIVED, [])
    revoked = case_stages.usual_move(
        case_stages.moves(programme, here, CaseFacts(complete={"revocation": 1}))
    )
    assert revoked is not None
    assert revoked.stage == CaseEnd.REVOKED


@EACH
@given(facts=FACTS)
def test_a_case_never_goes_back_and_always_may_be_withdrawn(programme: Programme, facts: CaseFacts) -> None:
    keys = [one.key for one in case_stages.stages_of(programme)]
    for here in keys:
        found = case_stages.moves(programme, here, facts)
        onward = [one.stage for one in found if not one.is_end]
        assert onward == keys[keys.index(here) + 1 :]
        assert [one.stage for one in found if one.is_end] == list(CaseEnd)
        assert next(one for one in found if one.stage == CaseEnd.WITHDRAWN).missing == ()
        for one in found:
            assert one.missing == case_stages.missing(programme, here, one.stage, facts)
            assert len(set(one.missing)) == len(one.missing)
            assert all(sentence.endswith("。") for sentence in one.missing)


@EACH
def test_who_leaves_a_stage_out_is_told_which(programme: Programme) -> None:
    keys = [one for one in case_stages.stages_of(programme) if not one.optional]
    words = case_stages.missing(programme, keys[0].key, keys[-1].key, EVERYTHING)
    assert words == tuple(f"「{one.label}」を通っていません。" for one in keys[1:-1])


def test_the_resubmission_is_left_out_without_a_word() -> None:
    assert case_stages.missing(files.find("ikiiki"), "coordination", "selection", EVERYTHING) == ()


@EACH
def test_over_is_over(programme: Programme) -> None:
    for here in ("", *CaseEnd):
        assert case_stages.moves(programme, here, EVERYTHING) == ()


def test_adopted_is_not_settled_before_the_council() -> None:
    ikiiki, waiting = files.find("ikiiki"), replace(EVERYTHING, passed=False, voted=False)
    for stage in ("selection", "budgeting", "council"):
        assert case_stages.state_words(ikiiki, stage, waiting) == "採択・予算成立待ち"
        assert case_stages.state_words(ikiiki, stage, EVERYTHING) != "採択・予算成立待ち"
    open_call = files.find("open_call")
    assert case_stages.state_words(open_call, "selection", waiting) == "選考審査会"


@EACH
def test_what_a_stage_offers_is_there(programme: Programme) -> None:
    forms = {form.key for form in all_forms()}
    assert [key for one in programme.stages for key in one.papers if key not in forms] == []


@EACH
def test_what_a_stage_needs_can_be_recorded_in_the_programme(programme: Programme) -> None:
    offered = {key for one in case_stages.stages_of(programme) for key in one.acts}
    needed = {need for one in programme.stages for need in one.needs if need in ACT_KINDS}
    assert (needed | {one for one in programme.finish_needs if one in ACT_KINDS}) <= offered


def test_kinds_have_the_fields_they_name() -> None:
    for kind in ACT_KINDS.values():
        names = {field.name for field in kind.fields}
        named = {kind.held, kind.due, kind.done, kind.amount, kind.department, kind.verdict} - {""}
        assert named <= names, kind.key
        assert len(names) == len(kind.fields), kind.key


def test_the_weeks_of_a_payment_are_a_setting_behind_the_handbooks_words() -> None:
    assert "お金の支払いには時間がかかる" in resources.read_text("handbook/handbook.txt")
    assert {one.payment_weeks for one in ALL if not one.past} == {4}
    assert {one.source for one in files.find("open_call").stages} == set(Source)
