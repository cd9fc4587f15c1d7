"""事業の評価 on a real database: each side for itself, then together; its papers and its case."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationDraft,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationKind,
    EvaluationSide,
    apart,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services.cases import CasesService
from kyodo_desktop.services.evaluations import EvaluationsService
from kyodo_desktop.services.paper_values import record_values
from tests.services.proposal_fixtures import Office, office
from tests.services.test_cases import accepted

__all__ = ["office"]

PARTNER, CITY, JOINT = EvaluationSide
TODAY, LATER = date(2026, 5, 27), date(2026, 6, 3)
FREE = EvaluationDraft(EvaluationKind.EVALUATION, 2026, "朝の野菜市", department="産業振興課")
DONE = (EvaluationFilling(PARTNER, "髙﨑　一郎", TODAY), EvaluationFilling(CITY, "西田", TODAY))
ANSWERS = (
    EvaluationAnswer("goal", PARTNER, "4"),
    EvaluationAnswer("goal", CITY, "4"),
    EvaluationAnswer("schedule", PARTNER, "2", "雨で二回流れた"),
    EvaluationAnswer("schedule", CITY, "3"),
    EvaluationAnswer("schedule", JOINT, None, "予備日を決めていなかった"),
    EvaluationAnswer("principle_5", CITY, "3", "週に一度の電話がよかった"),
)


@pytest.fixture
def evaluations(office: Office) -> EvaluationsService:
    return EvaluationsService(office.store)


def of_case(office: Office, evaluations: EvaluationsService, kind: EvaluationKind) -> int:
    """Make an evaluation of a proposal, with both sides done."""
    draft = evaluations.blank_for(SheetOwner("proposal", accepted(office)), kind)
    return evaluations.create(replace(draft, fillings=DONE))


def paper(office: Office, key: str, proposal_id: int) -> dict[str, object]:
    with office.store.reading() as session:
        return record_values(session, find_form(key), SheetOwner("proposal", proposal_id), TODAY)


def test_an_evaluation_comes_back_as_it_was_filled_in(
    office: Office, evaluations: EvaluationsService
) -> None:
    goals = (
        EvaluationGoal("来る人を増やす", "来場者", "100人", "120人", "聞き取り"),
        EvaluationGoal("続ける"),
    )
    draft = replace(FREE, partner_id=office.partner_id, goals=goals, answers=ANSWERS, fillings=DONE)
    record = evaluations.get(evaluations.create(draft))
    assert record.draft == draft
    assert (record.version, record.held_on, record.deleted) == (1, None, False)
    assert [item.key for item in apart(evaluations.text_of(record), record.draft)] == ["schedule"]


def test_saving_the_same_again_changes_and_logs_nothing(
    office: Office, evaluations: EvaluationsService
) -> None:
    made = evaluations.create(replace(FREE, answers=ANSWERS, goals=(EvaluationGoal("続ける"),)))
    before = office.acts("evaluation", made)
    office.wait()
    evaluations.save(made, evaluations.get(made).draft)
    assert office.acts("evaluation", made) == before == ["事業の評価を作る: 朝の野菜市"]


def test_a_low_mark_without_a_reason_is_kept_while_writing_and_refused_when_done(
    evaluations: EvaluationsService,
) -> None:
    low = replace(FREE, answers=(EvaluationAnswer("money", CITY, "1"),))
    made = evaluations.create(low)
    assert evaluations.get(made).draft.answers == low.answers
    with pytest.raises(InputError, match="担当課の「収支決算」に「１・２」を付けた理由がありません"):
        evaluations.save(made, replace(low, fillings=DONE[1:]))
    assert evaluations.get(made).draft.fillings == ()
    reasoned = (EvaluationAnswer("money", CITY, "1", "会場費が倍になった"),)
    evaluations.save(made, replace(low, answers=reasoned, fillings=DONE[1:]))
    assert evaluations.get(made).draft.done_on(CITY) == TODAY


def test_what_no_sheet_has_is_refused(evaluations: EvaluationsService) -> None:
    with pytest.raises(InputError, match="「height」という評価の項目はありません"):
        evaluations.create(replace(FREE, answers=(EvaluationAnswer("height", CITY, "3"),)))
    with pytest.raises(InputError, match="「9」という点"):
        evaluations.create(replace(FREE, answers=(EvaluationAnswer("goal", CITY, "9"),)))
    with pytest.raises(InputError, match="マイナンバー"):
        evaluations.create(replace(FREE, comment="123456789018"))
    assert evaluations.list() == ()


def test_the_talk_waits_until_both_are_done(evaluations: EvaluationsService) -> None:
    made = evaluations.create(replace(FREE, fillings=DONE[:1]))
    with pytest.raises(InputError, match="両方が記入を終えてから"):
        evaluations.hold(made, TODAY)
    evaluations.save(made, replace(FREE, fillings=DONE))
    evaluations.hold(made, TODAY)
    assert evaluations.get(made).held_on == TODAY


@pytest.mark.parametrize("kind", list(EvaluationKind))
def test_the_case_tells_that_it_was_held_once(
    office: Office, evaluations: EvaluationsService, kind: EvaluationKind
) -> None:
    made = of_case(office, evaluations, kind)
    evaluations.hold(made, TODAY)
    evaluations.hold(made, TODAY)
    proposal_id = evaluations.get(made).draft.proposal_id
    assert proposal_id is not None
    acts = [act for act in CasesService(office.store).get(proposal_id).acts if act.kind == kind.value]
    assert [act.held_on for act in acts] == [TODAY]


def test_the_case_tells_that_it_was_made_public(office: Office, evaluations: EvaluationsService) -> None:
    made = of_case(office, evaluations, EvaluationKind.EVALUATION)
    with pytest.raises(InputError, match="公表用の要約がありません"):
        evaluations.publish(made, TODAY, "市ホームページ")
    evaluations.save(made, replace(evaluations.get(made).draft, public_summary="多くの人が来た。"))
    with pytest.raises(InputError, match="公表した場所"):
        evaluations.publish(made, TODAY, " ")
    evaluations.publish(made, TODAY, "市ホームページ")
    record = evaluations.get(made)
    assert record.draft.proposal_id is not None
    acts = CasesService(office.store).get(record.draft.proposal_id).acts
    (act,) = [act for act in acts if act.kind == "publication"]
    assert (act.values["where"], act.values["text"]) == ("市ホームページ", "多くの人が来た。")
    assert "多くの人が来た。" in evaluations.website_text(made)


def acts_of(office: Office, proposal_id: int | None, key: str) -> list[Any]:
    assert proposal_id is not None
    return [act for act in CasesService(office.store).get(proposal_id).acts if act.kind == key]


def test_the_act_follows_the_day_and_the_words_of_the_talk(
    office: Office, evaluations: EvaluationsService
) -> None:
    made = of_case(office, evaluations, EvaluationKind.EVALUATION)
    evaluations.hold(made, TODAY)
    draft = evaluations.get(made).draft
    evaluations.save(made, replace(draft, joint_result="多くの人が来た。"))
    evaluations.hold(made, LATER)
    (act,) = acts_of(office, draft.proposal_id, "evaluation")
    assert (act.held_on, act.values["note"]) == (LATER, "多くの人が来た。")


def test_a_talk_and_a_publication_can_be_taken_back(office: Office, evaluations: EvaluationsService) -> None:
    made = of_case(office, evaluations, EvaluationKind.EVALUATION)
    draft = replace(evaluations.get(made).draft, public_summary="多くの人が来た。")
    evaluations.save(made, draft)
    evaluations.hold(made, TODAY)
    evaluations.publish(made, TODAY, "市ホームページ")
    evaluations.hold(made, None)
    evaluations.publish(made, None, "")
    record = evaluations.get(made)
    assert (record.held_on, record.published_on, record.published_where) == (None, None, "")
    assert acts_of(office, draft.proposal_id, "evaluation") == []
    assert acts_of(office, draft.proposal_id, "publication") == []


def test_what_the_clerk_wrote_in_an_act_of_that_day_stays(
    office: Office, evaluations: EvaluationsService
) -> None:
    made = of_case(office, evaluations, EvaluationKind.EVALUATION)
    draft = evaluations.get(made).draft
    assert draft.proposal_id is not None
    cases = CasesService(office.store)
    cases.record(draft.proposal_id, "evaluation", {"held_on": TODAY, "note": "手で書いたメモ"})
    evaluations.hold(made, TODAY)
    evaluations.save(made, replace(draft, joint_result="多くの人が来た。"))
    (act,) = acts_of(office, draft.proposal_id, "evaluation")
    assert act.values["note"] == "手で書いたメモ"


def test_a_side_stays_done_once_it_was_talked_over(evaluations: EvaluationsService) -> None:
    made = evaluations.create(replace(FREE, fillings=DONE))
    evaluations.hold(made, TODAY)
    with pytest.raises(InputError, match="先に「話し合った日」を消してください"):
        evaluations.save(made, replace(FREE, fillings=DONE[:1]))
    assert evaluations.get(made).draft.both_are_in


def test_an_act_that_the_clerk_put_away_stays_there(office: Office, evaluations: EvaluationsService) -> None:
    made = of_case(office, evaluations, EvaluationKind.EVALUATION)
    evaluations.hold(made, TODAY)
    draft = evaluations.get(made).draft
    (act,) = acts_of(office, draft.proposal_id, "evaluation")
    CasesService(office.store).discard_acts([act.id])
    evaluations.save(made, replace(draft, comment="続けてほしい"))
    assert acts_of(office, draft.proposal_id, "evaluation") == []


def test_an_evaluation_can_be_written_on_while_its_proposal_is_in_the_wastebasket(
    office: Office, evaluations: EvaluationsService
) -> None:
    made = of_case(office, evaluations, EvaluationKind.EVALUATION)
    draft = evaluations.get(made).draft
    assert draft.proposal_id is not None
    office.proposals.discard([draft.proposal_id])
    evaluations.save(made, replace(draft, comment="続けてほしい"))
    evaluations.hold(made, TODAY)
    assert (evaluations.get(made).draft.comment, evaluations.get(made).held_on) == ("続けてほしい", TODAY)


def test_persons_in_the_public_texts_are_told(evaluations: EvaluationsService) -> None:
    named = replace(
        FREE,
        fillings=DONE,
        public_summary="会長の髙﨑 一郎さんに聞いた。",
        public_text="問合せは 042-346-9809 か asa@example.jp まで。",
    )
    told = evaluations.public_problems(evaluations.create(named))
    assert ["髙﨑一郎" in told[0], "電話番号" in told[1], "メール" in told[2]] == [True] * 3
    said = replace(FREE, fillings=DONE, answers=(EvaluationAnswer("goal", JOINT, None, "西田・髙﨑一郎"),))
    assert "話し合いのことば" in evaluations.public_problems(evaluations.create(said))[0]
    clean = replace(FREE, fillings=DONE, public_summary="令和8年度は12回開き、1,200人が来た。")
    assert evaluations.public_problems(evaluations.create(clean)) == ()


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("会長　髙﨑一郎", "髙﨑一郎さんに聞いた。"),
        ("会長　髙﨑　一郎", "高崎一郎さんに聞いた。"),
        ("森　翠", "森 翠さんに聞いた。"),
    ],
)
def test_a_name_is_found_however_it_is_written(evaluations: EvaluationsService, by: str, text: str) -> None:
    named = replace(FREE, fillings=(EvaluationFilling(PARTNER, by, TODAY),), public_summary=text)
    assert "人の名前" in evaluations.public_problems(evaluations.create(named))[0]


@pytest.mark.parametrize(
    "number", ["(042)346-1234", "0423461234", "042 346 1234", "042−346−1234", "０４２‑346‑1234"]
)
def test_a_telephone_number_is_found_however_it_is_written(
    evaluations: EvaluationsService, number: str
) -> None:
    made = evaluations.create(replace(FREE, public_summary=f"連絡先は {number} です。"))
    assert "電話番号" in evaluations.public_problems(made)[0]


def test_a_sheet_that_neither_has_filled_in_is_not_made_public(evaluations: EvaluationsService) -> None:
    made = evaluations.create(replace(FREE, public_summary="多くの人が来た。"))
    with pytest.raises(InputError, match="両方が記入を終えてから、公表を"):
        evaluations.publish(made, TODAY, "市ホームページ")


def test_each_paper_says_its_own_part(office: Office, evaluations: EvaluationsService) -> None:
    made = of_case(office, evaluations, EvaluationKind.EVALUATION)
    draft = replace(
        evaluations.get(made).draft,
        answers=ANSWERS,
        goals=(EvaluationGoal("来る人を増やす", "来場者", "100人", "120人"),),
        joint_result="多くの人が来た。",
        improvements="予備日を決める",
        comment="続けてほしい",
        public_summary="雨の日があったが、続いた。",
    )
    evaluations.save(made, draft)
    evaluations.hold(made, TODAY)
    case = draft.proposal_id
    assert case is not None
    own = paper(office, "evaluation_self_partner", case)
    assert own["points"][1]["partner_words"] == "雨で二回流れた"  # type: ignore[index]
    assert (own["goal"], own["outcome"], own["respondent"]) == ("来る人を増やす", "120人", "髙﨑　一郎")
    assert "週に一度の電話" not in str(own)
    assert paper(office, "evaluation_self_department", case)["respondent"] == "西田"
    joint = paper(office, "evaluation_joint", case)
    assert joint["points"][1] | {"question": ""} == {  # type: ignore[index]
        "item": "スケジュール",
        "question": "",
        "partner_mark": 2,
        "city_mark": 3,
        "difference": "予備日を決めていなかった",
    }
    assert (joint["coordinator_comment"], joint["talked_on"]) == ("続けてほしい", TODAY)
    public = str(paper(office, "evaluation_public", case))
    assert "雨の日があったが" in public
    for private in ("雨で二回流れた", "週に一度の電話", "髙﨑", "西田"):
        assert private not in public


@pytest.mark.parametrize(
    ("kind", "key", "item"),
    [
        (EvaluationKind.MIDTERM, "midterm_review", "trust"),
        (EvaluationKind.RETROSPECTIVE, "retrospective", "effect"),
    ],
)
def test_the_same_engine_fills_the_other_papers(
    office: Office, evaluations: EvaluationsService, kind: EvaluationKind, key: str, item: str
) -> None:
    made = of_case(office, evaluations, kind)
    answers = (EvaluationAnswer(item, PARTNER, "good", "よく話せた"), EvaluationAnswer(item, CITY, "fair"))
    draft = replace(evaluations.get(made).draft, answers=answers, improvements="月に一度集まる")
    evaluations.save(made, draft)
    assert draft.proposal_id is not None
    told = paper(office, key, draft.proposal_id)
    row = told["evaluation"][2]  # type: ignore[index]
    assert (row["partner_mark"], row["partner_words"], row["city_mark"]) == ("good", "よく話せた", "fair")
    assert "月に一度集まる" in str(told)


def test_what_was_discarded_comes_back(evaluations: EvaluationsService) -> None:
    made = evaluations.create(FREE)
    evaluations.discard([made])
    assert evaluations.list() == ()
    assert [one.id for one in evaluations.wastebasket()] == [made]
    evaluations.restore([made])
    assert [one.id for one in evaluations.list()] == [made]


def test_one_side_missing_and_two_of_a_year_are_told_and_kept(evaluations: EvaluationsService) -> None:
    first = evaluations.create(replace(FREE, fillings=DONE[:1]))
    assert evaluations.remarks(evaluations.get(first).draft, first) == (
        "担当課の記入が、まだ終わっていません。もう一方の記入は残っています。",
    )
    second = evaluations.create(FREE)
    evaluations.create(replace(FREE, fiscal_year=2025))
    told = evaluations.remarks(evaluations.get(second).draft, second)
    assert told == ("この事業のこの年度の事業の評価は、ほかにも1件あります。どれも残ります。",)
    assert len(evaluations.of_subject(FREE)) == 3


def test_papers_of_both_tell_nothing_of_one_side_alone(
    office: Office, evaluations: EvaluationsService
) -> None:
    draft = replace(FREE, kind=EvaluationKind.MIDTERM, fillings=DONE[:1])
    said = (EvaluationAnswer("trust", PARTNER, "good", "よく話せた"),)
    made = evaluations.create(replace(draft, answers=said))
    with office.store.reading() as session:
        told = record_values(session, find_form("midterm_review"), SheetOwner("evaluation", made), TODAY)
    assert "よく話せた" not in str(told)
    assert (told["title"], told["department"]) == ("朝の野菜市", "産業振興課")


def test_marks_of_another_scale_stand_on_the_papers_as_words(
    office: Office,
    evaluations: EvaluationsService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shipped = resources.read_text("evaluation/1.toml")
    later = shipped.replace("version = 1", "version = 2").replace("from_year = 2008", "from_year = 2027")
    later = later.replace('key = "4", label = "４"', 'key = "B", label = "Ｂ"')
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "evaluation" / "2.toml").write_text(later, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    said = (EvaluationAnswer("goal", PARTNER, "B", "よくできた"), EvaluationAnswer("goal", CITY, "3"))
    made = evaluations.create(replace(FREE, fiscal_year=2027, fillings=DONE, answers=said))
    with office.store.reading() as session:
        joint = record_values(session, find_form("evaluation_joint"), SheetOwner("evaluation", made), TODAY)
    row = joint["points"][0]
    assert (row.get("partner_mark"), row["city_mark"], row["difference"]) == (None, 3, "団体 Ｂ")
