"""提案受付 on a real database: drafts, 受付 that no breach holds back, 受理 that asks for a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.rules import Facts
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.records.proposals import (
    Confirmation,
    ProposalDraft,
    ProposalStage,
    RequirementAnswer,
    Weight,
)
from kyodo_desktop.records.rounds import ThemeChoice, ThemeDecision, ThemeDraft
from tests.programmes.samples import THIRD_PROGRAMME, sound_draft
from tests.services.proposal_fixtures import GROUP, Office, office

__all__ = ["office"]

BARE = ProposalDraft(
    programme="open_call", partner_name="かわせみ水辺くらぶ", title="水辺の日", received_by="鈴木"
)


def _sound(office: Office, key: str = "open_call") -> ProposalDraft:
    return replace(sound_draft(files.find(key)), partner_id=office.partner_id, partner_name=GROUP)


def _received(office: Office, draft: ProposalDraft) -> int:
    record_id = office.proposals.create(draft)
    office.proposals.receive(record_id)
    return record_id


# The round it belongs to


def test_what_comes_after_the_closing_is_taken_in_marked_and_needs_a_reason(office: Office) -> None:
    made = office.rounds.create("open_call", 2026)
    office.rounds.set_date(made, "application", date(2026, 5, 20), date(2026, 5, 26))
    draft = _sound(office)
    assert office.proposals.facts(draft).past_closing == "令和8年5月26日"
    record_id = _received(office, draft)
    record = office.proposals.get(record_id)
    assert record.receipt_number == "2026-T-001"
    assert record.late
    (problem,) = record.problems
    assert problem.text == "募集の締切（令和8年5月26日）を過ぎています"
    assert problem.weight is Weight.NEEDS_REASON
    with pytest.raises(InputError, match="理由を書いてください"):
        office.proposals.accept(record_id)
    accepted = office.proposals.accept(record_id, "郵便の遅れ。消印は5月25日")
    assert accepted.acceptance_reason == "郵便の遅れ。消印は5月25日"
    assert accepted.late


def test_what_came_in_time_stays_in_time(office: Office) -> None:
    office.rounds.create("open_call", 2026)
    record_id = _received(office, _sound(office))
    office.wait(60 * 24 * 30)
    assert not office.proposals.get(record_id).late
    assert office.proposals.get(record_id).problems == ()
    assert office.proposals.facts(_sound(office), record_id).past_closing == ""
    assert office.proposals.facts(_sound(office)).past_closing == "令和8年5月31日"
    assert [one.text for one in office.proposals.problems(_sound(office))][:1] == [
        "募集の締切（令和8年5月31日）を過ぎています"
    ]


@pytest.mark.parametrize(("days", "late"), [(-1, False), (0, False), (1, True)])
def test_what_lay_here_before_it_was_taken_in_counts_by_the_day_it_arrived(
    office: Office, days: int, late: bool
) -> None:
    made = office.rounds.create("open_call", 2026)
    closing = date(2026, 5, 25)
    office.rounds.edit(made, replace(office.rounds.get(made).draft, closes_on=closing, closes_at=time(17)))
    draft = replace(_sound(office), arrived_on=closing + timedelta(days=days))
    record_id = office.proposals.create(draft)
    assert bool(office.proposals.facts(draft, record_id).past_closing) is late
    record = office.proposals.receive(record_id)
    assert record.late is late
    assert office.rounds.strip(made).late == int(late)
    with pytest.raises(InputError, match="まだ来ていない日"):
        office.proposals.save(record_id, replace(record.draft, arrived_on=date(2030, 1, 1)))


def test_a_proposal_takes_up_a_theme_of_its_round(office: Office) -> None:
    made = office.rounds.create("open_call", 2026)
    other, theme = (office.rounds.add_theme(made, ThemeDraft(title)) for title in ("話し相手", "花"))
    office.rounds.decide([theme], ThemeDecision.CHOSEN)
    choice = ThemeChoice(theme, 1, "花")
    assert office.proposals.facts(_sound(office)).themes == (choice,)
    draft = replace(_sound(office), theme_id=theme)
    record_id = _received(office, draft)
    assert office.proposals.get(record_id).draft == draft
    assert office.proposals.get(record_id).theme == choice
    assert office.proposals.get(record_id).problems == ()
    office.proposals.save(record_id, replace(draft, theme_id=other))
    changed = office.proposals.get(record_id)
    assert changed.theme == ThemeChoice(other, 2, "話し相手")
    assert [one.field for one in changed.problems] == ["theme_id"]
    with pytest.raises(InputError, match="選んだテーマが、もうありません"):
        office.proposals.save(record_id, replace(draft, theme_id=99))
    office.history.undo()
    assert office.proposals.get(record_id).theme == choice


# Drafts


def test_an_empty_draft_is_kept_in_this_fiscal_year(office: Office) -> None:
    record = office.proposals.get(office.proposals.create(ProposalDraft()))
    assert record.stage is ProposalStage.DRAFT
    assert record.draft == ProposalDraft(fiscal_year=2026)
    assert record.receipt_number == ""
    assert record.problems[0].field == "programme"


def test_a_draft_comes_back_as_it_was_typed(office: Office) -> None:
    draft = replace(_sound(office), contact_phone="042-346-9809", reason="見積りを待っています")
    record_id = office.proposals.create(draft)
    assert office.proposals.get(record_id).draft == draft
    changed = replace(draft, title="玉川上水の学校", papers=(("application", 2), ("budget", 1)))
    office.proposals.save(record_id, changed)
    assert office.proposals.get(record_id).draft == changed


def test_a_draft_is_not_in_the_change_log_but_the_page_hears_of_it(office: Office) -> None:
    record_id = office.proposals.create(BARE)
    office.proposals.save(record_id, replace(BARE, title="水辺の一日"))
    assert office.acts("proposal", record_id) == []
    assert Touched("proposal", record_id) in office.heard


def test_the_moment_of_the_last_change_is_kept(office: Office) -> None:
    record_id = office.proposals.create(BARE)
    made = office.proposals.get(record_id).updated_at
    office.wait()
    office.proposals.save(record_id, replace(BARE, fiscal_year=2026))
    assert office.proposals.get(record_id).updated_at == made
    office.proposals.save(record_id, replace(BARE, title="ほか"))
    assert office.proposals.get(record_id).updated_at == office.clock.now()


def test_answers_to_another_programme_do_not_stay(office: Office) -> None:
    draft = _sound(office)
    record_id = office.proposals.create(draft)
    office.proposals.save(record_id, replace(draft, programme="ikiiki"))
    kept = office.proposals.get(record_id).draft
    assert [answer.key for answer in kept.requirements] == ["non_profit"]
    assert "pledge" not in dict(kept.papers)


def test_a_linked_partner_gives_its_name(office: Office) -> None:
    record_id = office.proposals.create(replace(BARE, partner_id=office.partner_id, partner_name=""))
    assert office.proposals.get(record_id).draft.partner_name == GROUP


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"programme": "nowhere"}, "programme"),
        ({"partner_id": 9999}, "partner_id"),
        ({"fiscal_year": 26}, "fiscal_year"),
        ({"received_by_way": "pigeon"}, "received_by_way"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_kept(
    office: Office, change: dict[str, object], field: str
) -> None:
    with pytest.raises(InputError) as caught:
        office.proposals.create(replace(BARE, **change))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert office.proposals.list() == ()


# Who confirmed what


def test_nothing_is_confirmed_by_itself(office: Office) -> None:
    record = office.proposals.get(office.proposals.create(BARE))
    assert record.draft.requirements == ()
    told = [problem for problem in record.problems if problem.field.startswith("requirements.")]
    assert len(told) == len(files.find("open_call").requirements)


def test_a_confirmation_keeps_who_when_and_what_was_seen(office: Office) -> None:
    office.settings.set("clerk_name", "田中")
    answers = (
        RequirementAnswer("own_project", Confirmation.CONFIRMED, "事業計画書 1枚目"),
        RequirementAnswer("city_issue", Confirmation.CONFIRMED, "テーマ2", "佐藤", date(2026, 5, 20)),
        RequirementAnswer("no_other_subsidy", seen="団体に電話で聞く"),
    )
    record_id = office.proposals.create(replace(BARE, requirements=answers))
    assert office.proposals.get(record_id).draft.requirements == (
        RequirementAnswer(
            "own_project", Confirmation.CONFIRMED, "事業計画書 1枚目", "田中", date(2026, 5, 27)
        ),
        RequirementAnswer("city_issue", Confirmation.CONFIRMED, "テーマ2", "佐藤", date(2026, 5, 20)),
        RequirementAnswer("no_other_subsidy", Confirmation.NOT_YET, "団体に電話で聞く"),
    )


# 受付


def test_reception_gives_a_number_a_stage_and_a_moment(office: Office) -> None:
    record = office.proposals.receive(office.proposals.create(_sound(office)))
    assert record.receipt_number == "2026-T-001"
    assert record.stage is ProposalStage.RECEIVED
    assert record.received_at == datetime(2026, 5, 27, 1, 25, tzinfo=UTC)
    assert record == office.proposals.get(record.id)


def test_each_programme_and_year_counts_for_itself(office: Office) -> None:
    drafts = [BARE, replace(BARE, programme="ikiiki"), BARE, replace(BARE, fiscal_year=2027), BARE]
    numbers = [office.proposals.get(_received(office, draft)).receipt_number for draft in drafts]
    assert numbers == ["2026-T-001", "2026-I-001", "2026-T-002", "2027-T-001", "2026-T-003"]


def test_no_breach_holds_a_reception_back(office: Office) -> None:
    wrong = replace(
        BARE,
        amount=128_000,
        eligible_cost=50_000,
        starts_on=date(2026, 5, 1),
        ends_on=date(2026, 4, 1),
        requirements=(RequirementAnswer("own_project", Confirmation.NOT_MET),),
    )
    record = office.proposals.get(_received(office, wrong))
    assert record.receipt_number == "2026-T-001"
    assert "上限 100,000円を 28,000円 超えています" in [problem.text for problem in record.problems]


@pytest.mark.parametrize("field", ["programme", "partner_name", "title", "received_by"])
def test_a_reception_stops_on_what_the_slip_cannot_be_without(office: Office, field: str) -> None:
    record_id = office.proposals.create(replace(BARE, **{field: ""}))  # type: ignore[arg-type]
    with pytest.raises(InputError) as caught:
        office.proposals.receive(record_id)
    assert caught.value.field == field
    assert office.proposals.get(record_id).stage is ProposalStage.DRAFT
    # The number that was not given out is not lost either.
    assert office.proposals.get(_received(office, BARE)).receipt_number == "2026-T-001"


def test_a_second_reception_is_refused(office: Office) -> None:
    record_id = _received(office, BARE)
    with pytest.raises(ConflictError, match="2026-T-001"):
        office.proposals.receive(record_id)


def test_a_number_is_never_given_twice_after_a_discard(office: Office) -> None:
    office.proposals.discard([_received(office, BARE)])
    assert office.proposals.get(_received(office, BARE)).receipt_number == "2026-T-002"


def test_a_number_once_given_is_not_taken_back(office: Office) -> None:
    record_id = _received(office, BARE)
    with pytest.raises(ConflictError, match="受付番号"):
        office.history.undo()
    assert office.proposals.get(record_id).receipt_number == "2026-T-001"
    assert office.proposals.get(_received(office, BARE)).receipt_number == "2026-T-002"


def test_the_reception_is_in_the_change_log_with_all_it_holds(office: Office) -> None:
    record_id = _received(office, _sound(office))
    assert office.acts("proposal", record_id) == ["提案を受け付ける: 玉川上水みどりの学校"]
    made = [(one.kind, one.after) for one in office.history.of("proposal", record_id)[0].changes]
    (held,) = (after for kind, after in made if kind == "proposal")
    assert isinstance(held, dict)
    assert (held["title"], held["partner_name"]) == ("玉川上水みどりの学校", GROUP)
    assert (held["amount"], held["serial"], held["stage"]) == (100_000, 1, "received")
    assert [kind for kind, _after in made].count("requirement_check") == 10
    assert [kind for kind, _after in made].count("proposal_paper") == 7


def test_what_is_received_can_be_mended_and_every_change_is_logged(office: Office) -> None:
    draft = _sound(office)
    record_id = _received(office, draft)
    office.proposals.save(record_id, replace(draft, amount=90_000))
    act = office.history.of("proposal", record_id)[0]
    assert act.what == "提案を直す: 2026-T-001 玉川上水みどりの学校"
    assert [(one.field, one.before, one.after) for one in act.changes] == [("amount", 100_000, 90_000)]


def test_only_the_answer_that_changed_is_logged(office: Office) -> None:
    draft = _sound(office)
    record_id = _received(office, draft)
    answers = (replace(draft.requirements[0], seen="事業計画書 2枚目"), *draft.requirements[1:])
    office.proposals.save(record_id, replace(draft, requirements=answers))
    office.history.undo()
    assert office.proposals.get(record_id).draft == draft


def test_a_save_that_changes_nothing_is_no_act(office: Office) -> None:
    draft = _sound(office)
    record_id = _received(office, draft)
    office.proposals.save(record_id, draft)
    assert len(office.acts("proposal", record_id)) == 1


@pytest.mark.parametrize("change", [{"programme": "ikiiki"}, {"fiscal_year": 2027}])
def test_what_the_number_says_cannot_be_changed(office: Office, change: dict[str, object]) -> None:
    record_id = _received(office, BARE)
    with pytest.raises(InputError, match="受付番号"):
        office.proposals.save(record_id, replace(BARE, **change))  # type: ignore[arg-type]


# 受理


def test_a_sound_proposal_is_accepted_without_a_reason(office: Office) -> None:
    record = office.proposals.accept(_received(office, _sound(office)))
    assert record.problems == ()
    assert record.stage is ProposalStage.ACCEPTED
    assert (record.accepted_on, record.acceptance_reason) == (date(2026, 5, 27), "")


def test_a_breach_asks_for_a_reason_and_keeps_it(office: Office) -> None:
    record_id = _received(office, replace(_sound(office), amount=128_000, eligible_cost=128_000))
    with pytest.raises(InputError, match="28,000円 超えています") as caught:
        office.proposals.accept(record_id)
    assert caught.value.field == "reason"
    assert office.proposals.get(record_id).stage is ProposalStage.RECEIVED
    record = office.proposals.accept(record_id, "審査会で減額する")
    assert record.acceptance_reason == "審査会で減額する"


def test_a_reason_written_in_the_proposal_counts(office: Office) -> None:
    record_id = _received(office, replace(_sound(office), amount=128_000, reason="団体が減額に同意"))
    assert office.proposals.accept(record_id).acceptance_reason == "団体が減額に同意"


def test_no_reason_heals_what_stops(office: Office) -> None:
    record_id = _received(office, replace(_sound(office), summary="", amount=None))
    with pytest.raises(InputError, match=r"事業の内容.*申請額"):
        office.proposals.accept(record_id, "急ぐため")


def test_only_what_is_taken_in_can_be_accepted_once(office: Office) -> None:
    record_id = office.proposals.create(_sound(office))
    with pytest.raises(ConflictError, match="先に受付"):
        office.proposals.accept(record_id)
    office.proposals.receive(record_id)
    office.proposals.accept(record_id)
    with pytest.raises(ConflictError, match="もう受理"):
        office.proposals.accept(record_id)


# The register


def test_a_typed_name_can_be_linked_later(office: Office) -> None:
    record_id = _received(office, BARE)
    office.proposals.save(record_id, replace(BARE, partner_id=office.partner_id))
    draft = office.proposals.get(record_id).draft
    assert (draft.partner_id, draft.partner_name) == (office.partner_id, GROUP)
    with pytest.raises(InputError):
        office.proposals.save(record_id, replace(BARE, partner_id=9999))


def test_a_renamed_partner_does_not_change_what_was_handed_in(office: Office) -> None:
    record_id = _received(office, _sound(office))
    office.partners.edit(office.partner_id, PartnerDraft("みどりの会"))
    draft = office.proposals.get(record_id).draft
    assert draft.partner_name == GROUP
    office.proposals.save(record_id, replace(draft, amount=1))
    assert office.proposals.get(record_id).draft.partner_name == GROUP


def test_the_register_and_other_receipts_are_told(office: Office) -> None:
    company = office.partners.add(PartnerDraft("㈱スワレント", kind=PartnerKind.BUSINESS))
    draft = replace(_sound(office), partner_id=company)
    first = _received(office, draft)
    assert [problem.weight for problem in office.proposals.get(first).problems] == [Weight.NOTICE]
    told = [problem.text for problem in office.proposals.problems(draft)]
    assert any("2026-T-001" in text for text in told)
    assert office.proposals.facts(draft) == Facts(
        PartnerKind.BUSINESS, ("2026-T-001",), same_project=("2026-T-001",)
    )
    other = replace(draft, title="別の事業")
    assert office.proposals.facts(other) == Facts(PartnerKind.BUSINESS, ("2026-T-001",))
    assert office.proposals.facts(draft, first) == Facts(PartnerKind.BUSINESS)
    assert not any("2026-T-001" in problem.text for problem in office.proposals.problems(draft, first))


# Finding, listing, the wastebasket


@pytest.mark.parametrize("typed", ["2026-T-001", "R8-T-1", "令8 提 1", "令和８年度　提　１"])
def test_a_proposal_is_found_by_its_number(office: Office, typed: str) -> None:
    record_id = _received(office, BARE)
    found = office.proposals.find_receipt(typed)
    assert found is not None
    assert found.id == record_id


def test_what_is_no_number_or_not_given_finds_nothing(office: Office) -> None:
    assert office.proposals.find_receipt("水辺") is None
    assert office.proposals.find_receipt("2026-T-001") is None


def test_a_number_in_the_wastebasket_is_still_found(office: Office) -> None:
    office.proposals.discard([_received(office, BARE)])
    found = office.proposals.find_receipt("2026-T-001")
    assert found is not None
    assert found.deleted


def test_discard_and_restore(office: Office) -> None:
    first, second = (office.proposals.create(replace(BARE, title=title)) for title in ("一", "二"))
    assert [record.id for record in office.proposals.list()] == [second, first]
    office.proposals.discard([second])
    office.wait()
    office.proposals.discard([first])
    assert office.proposals.list() == ()
    assert [record.id for record in office.proposals.wastebasket()] == [first, second]
    with pytest.raises(ConflictError, match="ごみ箱"):
        office.proposals.receive(first)
    office.proposals.restore([first, second])
    assert len(office.proposals.list()) == 2


def test_a_proposal_that_is_not_there_is_told(office: Office) -> None:
    for act in (office.proposals.get, office.proposals.receive, office.proposals.accept):
        with pytest.raises(NotFoundError):
            act(77)


# Programmes of the office's own


def test_a_third_programme_takes_a_proposal_in(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources" / "programmes").mkdir(parents=True)
    path = tmp_path / "resources" / "programmes" / "flower_beds.toml"
    path.write_text(THIRD_PROGRAMME, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path / "resources"])
    assert len(office.proposals.programmes(2026)) == 3
    assert len(office.proposals.programmes(2028)) == 2
    record_id = _received(office, replace(BARE, programme="flower_beds", amount=60_000))
    record = office.proposals.get(record_id)
    assert record.receipt_number == "2026-H-001"
    assert "上限 50,000円を 10,000円 超えています" in [problem.text for problem in record.problems]

    newer = THIRD_PROGRAMME.replace("revision = 1", "revision = 2").replace("cap = 50000", "cap = 90000")
    (path.parent / "flower_beds-2.toml").write_text(newer, encoding="utf-8")
    # The running case keeps the revision of its round; a new one takes the newer.
    assert office.proposals.get(record_id).problems == record.problems
    later = office.proposals.get(office.proposals.create(record.draft))
    assert (record.programme_revision, later.programme_revision) == (1, 2)

    path.unlink()
    (path.parent / "flower_beds-2.toml").unlink()
    # A file that is gone leaves the list readable and says what is missing.
    gone = office.proposals.get(record_id)
    assert gone.receipt_number == "2026-?-001"
    assert "ファイルがありません" in gone.problems[0].text
