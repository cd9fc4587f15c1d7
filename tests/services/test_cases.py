"""A case from its 受付 to its end: stages entered, taken back and ended; acts kept, changed and put away."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.acts import ACT_KINDS
from kyodo_desktop.records.cases import BudgetLine, CaseRecord, LineSide, RevisedField
from kyodo_desktop.services.cases import CasesService
from tests.programmes.samples import THIRD_PROGRAMME, sound_draft
from tests.services.proposal_fixtures import Office, office

__all__ = ["office"]


@pytest.fixture
def cases(office: Office) -> CasesService:
    return CasesService(office.store)


def received(office: Office, key: str = "open_call") -> int:
    """Take a sound proposal in."""
    draft = replace(sound_draft(files.find(key)), partner_id=office.partner_id)
    made = office.proposals.create(draft)
    office.proposals.receive(made)
    return made


def accepted(office: Office, key: str = "open_call") -> int:
    made = received(office, key)
    office.proposals.accept(made, "ここでは要件を問わない")
    return made


def opinion(**more: Any) -> dict[str, Any]:
    return {"department": "道路課", "asked_on": "2026-05-28", "due_on": "2026-06-05", **more}


SELECTED = {
    "held_on": "2026-06-15",
    "result": "adopted",
    "granted_amount": 100_000,
    "decided_on": "2026-06-18",
}
GRANTED = {"decided_on": "2026-06-22", "result": "granted", "granted_amount": 100_000}
PAID = {"paid_on": "2026-06-29", "amount": 100_000}


def offered(case: CaseRecord, stage: str) -> tuple[str, ...]:
    """Return what is missing for a move that the case offers."""
    return next(move.missing for move in case.moves if move.stage == stage)


# Stages


def test_a_case_of_the_open_call_goes_through_every_stage(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    case = cases.get(made)
    assert (case.stage, case.state, case.days) == ("opinion", "調整・所見", 0)
    assert [one.stage for one in case.moves if not one.is_end] == [
        "selection",
        "grant",
        "execution",
        "report",
    ]
    assert offered(case, "selection") == ("所見を依頼していません。",)

    asked = cases.record(made, "opinion", opinion())
    assert offered(cases.get(made), "selection") == ("所見を待っています: 道路課。",)
    assert cases.get(made).opinions == (0, 1)
    cases.amend(asked, opinion(received_on="2026-06-04", verdict="fit"))
    assert cases.get(made).opinions == (1, 1)

    cases.enter(made, "selection", date(2026, 6, 15))
    assert offered(cases.get(made), "grant") == ("選考で採択と決まっていません。",)
    cases.record(made, "selection", SELECTED)
    cases.enter(made, "grant", date(2026, 6, 22))
    assert offered(cases.get(made), "execution") == (
        "「交付決定」の記録がありません。",
        "「支払い」の記録がありません。",
    )
    cases.record(made, "grant", GRANTED)
    cases.record(made, "payment", PAID)
    cases.enter(made, "execution", date(2026, 7, 1))
    cases.record(made, "report", {"received_on": "2027-03-10"})
    case = cases.enter(made, "report", date(2027, 3, 10))
    assert offered(case, "finished") == ("「額の確定」の記録がありません。",)
    cases.record(
        made, "settlement", {"settled_on": "2027-03-20", "settled_amount": 96_500, "refund_amount": 3_500}
    )
    cases.record(made, "refund", {"paid_on": "2027-03-25", "amount": 3_500})
    case = cases.enter(made, "finished", date(2027, 3, 31))

    assert (case.state, case.ended, case.moves) == ("完了", True, ())
    money = case.figures
    assert (money.asked, money.granted, money.paid, money.settled, money.refund, money.refunded) == (
        100_000,
        100_000,
        100_000,
        96_500,
        3_500,
        3_500,
    )
    assert [one.missing for one in case.entries] == [""] * 5
    assert [one.entered_on for one in case.stages] == [
        date(2026, 5, 27),
        date(2026, 5, 27),
        date(2026, 6, 15),
        date(2026, 6, 22),
        date(2026, 7, 1),
        date(2027, 3, 10),
    ]


def test_a_stage_passed_over_before_the_acceptance_was_never_entered(
    office: Office, cases: CasesService
) -> None:
    made = received(office)
    cases.enter(made, "selection", date(2026, 5, 27), "審査会が早まったため")
    office.clock.moment += timedelta(days=3)
    office.proposals.accept(made, "あとから確かめた")
    reached = {one.key for one in cases.get(made).stages if one.entered_on is not None}
    assert reached == {"application", "selection"}


def test_an_adopted_case_of_ikiiki_waits_for_the_council(office: Office, cases: CasesService) -> None:
    made = accepted(office, "ikiiki")
    assert cases.get(made).stage == "coordination"
    cases.record(made, "coordination", {"held_on": "2026-08-10", "topic": "会場のこと"})
    cases.record(made, "council_opinion", {"held_on": "2026-09-10", "council_opinion": "進めてよい"})
    assert next(one for one in cases.get(made).moves if one.stage == "resubmission").optional
    cases.enter(made, "selection", date(2026, 10, 25))
    cases.record(made, "selection", {**SELECTED, "held_on": "2026-10-25", "decided_on": "2026-10-26"})
    assert cases.get(made).state == "採択・予算成立待ち"
    cases.enter(made, "budgeting", date(2026, 11, 5))
    cases.record(made, "budgeting", {"held_on": "2026-11-05", "amount": 900_000})
    assert cases.enter(made, "council", date(2027, 3, 2)).state == "採択・予算成立待ち"
    assert offered(cases.get(made), "execution")[0] == "市議会で予算案が可決されていません。"
    vote = {"held_on": "2027-03-05", "result": "not_passed"}
    act = cases.record(made, "council_vote", vote)
    assert (cases.get(made).state, cases.get(made).figures.granted) == ("市議会で可決", None)
    assert offered(cases.get(made), "execution")[0] == "市議会で予算案が可決されていません。"
    cases.amend(act, {**vote, "result": "passed", "amount": 900_000})
    case = cases.get(made)
    assert (case.state, case.figures.granted) == ("市議会で可決", 900_000)
    cases.record(made, "agreement", {"paper": "contract", "concluded_on": "2027-04-01", "copies": 2})
    assert cases.enter(made, "execution", date(2027, 4, 1)).entries[-1].missing == ""


def test_a_stage_without_what_it_needs_asks_for_a_reason_and_keeps_it(
    office: Office, cases: CasesService
) -> None:
    made = received(office)
    with pytest.raises(InputError, match="理由を書いてください。「調整・所見」を通っていません。") as caught:
        cases.enter(made, "selection", date(2026, 6, 15))
    assert caught.value.field == "reason"
    assert cases.get(made).entries == ()
    case = cases.enter(made, "selection", date(2026, 6, 15), " 課が一つだけのため ")
    (entry,) = case.entries
    assert entry.reason == "課が一つだけのため"
    assert "まだ受理していません。" in entry.missing
    assert "所見を依頼していません。" in entry.missing


def test_what_does_not_lie_ahead_is_not_entered_even_with_a_reason(
    office: Office, cases: CasesService
) -> None:
    made = accepted(office)
    cases.enter(made, "selection", date(2026, 6, 15), "急ぐ")
    for stage in ("opinion", "selection", "call", "nowhere"):
        with pytest.raises(ConflictError, match="あとにありません"):
            cases.enter(made, stage, date(2026, 6, 16), "それでも")
    with pytest.raises(InputError, match=r"令和8年6月15日より前"):
        cases.enter(made, "grant", date(2026, 6, 14), "急ぐ")


def test_a_move_is_taken_back_with_a_reason_and_stays_readable(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    with pytest.raises(ConflictError, match="戻せる段階がありません"):
        cases.take_back(made, "まちがい")
    cases.enter(made, "withdrawn", date(2026, 6, 2))
    assert cases.get(made).state == "取下げ"
    with pytest.raises(ConflictError, match="「取下げ」で終わっています"):
        cases.enter(made, "selection", date(2026, 6, 15), "急ぐ")
    with pytest.raises(InputError, match="理由"):
        cases.take_back(made, "  ")
    case = cases.take_back(made, "電話の聞きちがい")
    assert (case.stage, case.ended) == ("opinion", False)
    (entry,) = case.entries
    assert (entry.taken_back_on, entry.taken_back_reason) == (date(2026, 5, 27), "電話の聞きちがい")
    assert office.acts("proposal", made)[0].startswith("段階を一つ戻す: 2026-T-001")


@pytest.mark.parametrize(
    ("end", "kind", "values"),
    [
        ("rejected", "selection", {**SELECTED, "result": "rejected"}),
        ("revoked", "revocation", {"revoked_on": "2026-09-01", "revoke_reason": "虚偽の申請"}),
        (
            "discontinued",
            "plan_change",
            {
                "change_kind": "abolish",
                "asked_on": "2026-09-01",
                "change_reason": "人が足りない",
                "result": "approved",
                "decided_on": "2026-09-03",
            },
        ),
    ],
)
def test_an_end_asks_for_what_decided_it(
    office: Office, cases: CasesService, end: str, kind: str, values: dict[str, Any]
) -> None:
    made = accepted(office)
    assert offered(cases.get(made), end)
    cases.record(made, kind, values)
    assert offered(cases.get(made), end) == ()
    assert cases.enter(made, end, date(2026, 9, 30)).ended


def test_neither_a_common_change_nor_a_refused_one_ends_a_project(
    office: Office, cases: CasesService
) -> None:
    made = accepted(office)
    change = {"asked_on": "2026-09-01", "change_reason": "会場", "decided_on": "2026-09-03"}
    cases.record(made, "plan_change", {**change, "change_kind": "change", "result": "approved"})
    cases.record(made, "plan_change", {**change, "change_kind": "abolish", "result": "refused"})
    assert offered(cases.get(made), "discontinued") == ("中止・廃止の承認の記録がありません。",)


def test_what_was_refused_does_not_count_as_granted(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    cases.record(made, "selection", SELECTED)
    cases.record(made, "grant", {**GRANTED, "result": "refused", "reject_reason": "辞退のため"})
    case = cases.get(made)
    assert "「交付決定」の記録がありません。" in offered(case, "execution")
    assert case.figures.granted is None


def test_only_what_was_taken_in_is_a_case(office: Office, cases: CasesService) -> None:
    draft = office.proposals.create(sound_draft(files.find("open_call")))
    assert cases.get(draft).moves == ()
    with pytest.raises(ConflictError, match="まだ受け付けていません"):
        cases.enter(draft, "opinion", date(2026, 6, 1), "急ぐ")
    made = received(office)
    office.proposals.discard([made])
    with pytest.raises(ConflictError, match="ごみ箱"):
        cases.record(made, "opinion", opinion())
    with pytest.raises(NotFoundError):
        cases.get(99_999)


def test_the_strip_of_the_round_counts_where_cases_stand(office: Office, cases: CasesService) -> None:
    made = office.rounds.create("open_call", 2026)
    first, second, third = accepted(office), accepted(office), received(office)
    cases.enter(first, "selection", date(2026, 6, 15), "急ぐ")
    cases.enter(second, "withdrawn", date(2026, 6, 2))
    strip = office.rounds.strip(made)
    assert {one.stage: one.proposals for one in strip.stages if one.proposals} == {
        "application": 1,
        "selection": 1,
    }
    assert (strip.ended, strip.drafts) == (1, 0)
    # The list finds them where the strip counts them.
    assert {one.id: one.standing for one in office.proposals.list()} == {
        first: "selection",
        second: "withdrawn",
        third: "application",
    }
    assert cases.list([third])[third].stage == "application"


# Acts


def test_what_is_awaited_next_is_told(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    assert cases.get(made).due_on is None
    cases.record(made, "opinion", opinion())
    asked = cases.record(
        made,
        "correction",
        {
            "target": "収支予算書",
            "fault": "error",
            "words": "計がちがう",
            "asked_on": "2026-05-27",
            "due_on": "2026-06-01",
        },
    )
    case = cases.get(made)
    assert (case.due_on, case.due_words) == (date(2026, 6, 1), "補正依頼の期限")
    cases.discard_acts([asked])
    assert cases.get(made).due_words == "所見 道路課の期限"
    assert [one.kind for one in cases.discarded(made)] == ["correction"]
    cases.restore_acts([asked])
    assert cases.get(made).due_words == "補正依頼の期限"


@pytest.mark.parametrize(
    ("kind", "values", "says", "field"),
    [
        ("opinion", {"asked_on": "2026-05-28"}, "「所見」の依頼した課が空いています", "department"),
        ("opinion", opinion(department="  "), "依頼した課が空いています", "department"),
        (
            "opinion",
            opinion(received_on="2026-05-01"),
            "「受け取った日」が「依頼した日」より前",
            "received_on",
        ),
        ("opinion", opinion(verdict="good"), "総合所見", "verdict"),
        ("opinion", opinion(colour="red"), "「colour」という欄", "colour"),
        ("opinion", opinion(opinion="1234 5678 9018"), "マイナンバー", "opinion"),
        ("payment", {"paid_on": "2026-06-29", "amount": -1}, "0円以上", "amount"),
        ("payment", {"paid_on": "2026-06-29", "amount": 0.5}, "円の整数", "amount"),
        ("selection", {"held_on": "2026-06-15", "recusals": [{"reason": "役員"}]}, "氏名", "recusals"),
        (
            "selection",
            {"held_on": "2026-06-15", "recusals": [{"member": "1234 5678 9018"}]},
            "マイナンバー",
            "recusals",
        ),
        ("party", {}, "「party」という記録の種類はありません", None),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_kept(
    office: Office, cases: CasesService, kind: str, values: dict[str, Any], says: str, field: str | None
) -> None:
    made = accepted(office)
    with pytest.raises(InputError, match=says) as caught:
        cases.record(made, kind, values)
    assert caught.value.field == field
    assert cases.get(made).acts == ()


def test_of_what_a_case_has_once_there_are_no_two(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    first = cases.record(made, "selection", SELECTED)
    with pytest.raises(ConflictError, match="もう記録しています"):
        cases.record(made, "selection", SELECTED)
    cases.discard_acts([first])
    cases.record(made, "selection", SELECTED)
    with pytest.raises(ConflictError, match="ほかにもう記録しています"):
        cases.restore_acts([first])


def test_the_history_tells_in_words_what_changed_in_an_act(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    asked = cases.record(made, "opinion", opinion())
    cases.amend(asked, opinion(due_on="2026-06-10", received_on="2026-06-04", verdict="conditional"))
    said = office.acts("proposal", made)[0]
    assert said == (
        "「所見」を直す: 2026-T-001 玉川上水みどりの学校（回答の期限 令和8年6月5日 → 令和8年6月10日、"
        "受け取った日 （空） → 令和8年6月4日、総合所見 （空） → 条件付）"
    )
    office.history.undo()
    (act,) = cases.get(made).acts
    assert (act.due_on, act.done_on, act.verdict) == (date(2026, 6, 5), None, "")
    office.history.redo()
    assert cases.get(made).acts[0].verdict == "conditional"


def test_an_act_changed_to_what_it_is_leaves_no_trace(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    asked = cases.record(made, "opinion", opinion())
    before = office.acts("proposal", made)
    cases.amend(asked, opinion())
    assert office.acts("proposal", made) == before


def test_a_new_act_begins_with_what_is_known(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    assert cases.default_values(made, "opinion") == {"asked_on": date(2026, 5, 27)}
    cases.record(made, "selection", {**SELECTED, "granted_amount": 80_000})
    assert cases.default_values(made, "grant")["granted_amount"] == 80_000
    assert cases.default_values(made, "payment_request")["amount"] == 80_000
    cases.record(
        made, "settlement", {"settled_on": "2027-03-20", "settled_amount": 1, "refund_amount": 79_999}
    )
    assert cases.default_values(made, "refund")["amount"] == 79_999


def test_an_approved_change_changes_what_is_granted(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    cases.record(made, "selection", SELECTED)
    cases.record(made, "grant", GRANTED)
    change = {
        "change_kind": "change",
        "asked_on": "2026-09-01",
        "change_reason": "人数",
        "granted_amount_after": 7,
    }
    asked = cases.record(made, "plan_change", change)
    assert cases.get(made).figures.granted == 100_000
    cases.amend(asked, {**change, "decided_on": "2026-09-04", "result": "approved"})
    assert cases.get(made).figures.granted == 7
    cases.amend(asked, {**change, "minor": True})
    assert cases.get(made).acts[-1].done_on == date(2026, 9, 1)


def test_a_resubmission_stands_beside_what_was_first_handed_in(office: Office, cases: CasesService) -> None:
    made = accepted(office, "ikiiki")
    values = {"handed_in_on": "2026-09-25", "what_changed": "会場を改めた"}
    first = cases.record(made, "revision", values)
    assert cases.revised(first) == ()
    draft = office.proposals.get(made).draft
    line = BudgetLine(LineSide.EXPENSE, "苗", 1_000, basis="100円×10")
    office.proposals.save(made, replace(draft, place="小川公民館", amount=800_000, lines=(line,)))
    changed = (
        RevisedField("実施場所", "", "小川公民館"),
        RevisedField("申請額・事業費", "1,000,000円", "800,000円"),
        RevisedField("支出", "", "苗 1,000円（100円×10）"),
    )
    assert cases.revised(first) == changed
    # What a second one changed is its own.
    second = cases.record(made, "revision", {**values, "handed_in_on": "2026-09-28"})
    office.proposals.save(made, replace(draft, place="小平駅前", amount=800_000, lines=(line,)))
    assert cases.revised(first) == changed
    assert cases.revised(second) == (RevisedField("実施場所", "小川公民館", "小平駅前"),)


def test_moves_and_acts_are_undone_and_heard_of(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    office.heard.clear()
    cases.enter(made, "selection", date(2026, 6, 15), "急ぐ")
    assert ("proposal", made) in {(one.kind, one.record_id) for one in office.heard}
    office.history.undo()
    assert cases.get(made).entries == ()
    office.history.redo()
    assert [one.stage for one in cases.get(made).entries] == ["selection"]


def test_every_kind_can_be_recorded_with_its_own_fields(office: Office, cases: CasesService) -> None:
    made = accepted(office)
    samples: dict[str, Any] = {"text": "文", "multiline": "文", "date": "2026-06-15", "yen": 1, "number": 2}
    for key, kind in ACT_KINDS.items():
        values: dict[str, Any] = {}
        for field in kind.fields:
            if field.kind == "choice":
                values[field.name] = field.options[0].key
            elif field.kind == "check":
                values[field.name] = True
            elif field.kind == "rows":
                values[field.name] = [{column.name: "文" for column in field.columns}]
            else:
                values[field.name] = samples[field.kind]
        act_id = cases.record(made, key, values)
        kept = next(one for one in cases.get(made).acts if one.id == act_id)
        assert kept.values.keys() == values.keys(), key
        assert kept.held_on == date(2026, 6, 15), key
        assert kept.done_on == date(2026, 6, 15), key


# A programme of another city's


@pytest.fixture
def third(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "overrides" / "programmes"
    folder.mkdir(parents=True)
    (folder / "flower_beds.toml").write_text(THIRD_PROGRAMME, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [folder.parent])
    return "flower_beds"


def test_a_third_programme_has_its_whole_case_by_its_file(
    office: Office, cases: CasesService, third: str
) -> None:
    assert office.clock.moment == datetime(2026, 5, 27, 1, 25, tzinfo=UTC)
    assert isinstance(office.clock, FixedClock)
    made = accepted(office, third)
    case = cases.get(made)
    assert (case.stage, [one.key for one in case.stages]) == (
        "decision",
        ["application", "decision", "execution"],
    )
    assert offered(case, "execution") == ("選考で採択と決まっていません。", "「支払い」の記録がありません。")
    cases.record(made, "selection", {**SELECTED, "granted_amount": 30_000})
    cases.record(made, "payment", {"paid_on": "2026-06-19", "amount": 30_000})
    case = cases.enter(made, "execution", date(2026, 6, 20))
    assert [act.stage for act in case.acts] == ["decision", "decision"]
    cases.enter(made, "finished", date(2027, 2, 28))
    assert cases.get(made).figures.paid == 30_000
