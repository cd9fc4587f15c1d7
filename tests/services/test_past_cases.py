"""Former cases recorded as history; a partner's cases of all years; what came of each round."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.models import Proposal
from kyodo_desktop.records.case_figures import CaseCounts, Continuation, Outcome, counted
from kyodo_desktop.records.cases import CaseEnd
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.past_cases import PastCaseDraft
from kyodo_desktop.records.proposals import ProposalDraft, ProposalStage
from kyodo_desktop.services.case_lines import read_case_lines
from kyodo_desktop.services.cases import CasesService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.services.past_cases import PastCasesService
from kyodo_desktop.services.proposals import ProposalsService
from kyodo_desktop.services.statistics import StatisticsService
from kyodo_desktop.store import Store

OLD = PastCaseDraft(
    programme="support_call",
    fiscal_year=2010,
    partner_name="かわせみ水辺くらぶ",
    title="用水路のごみ拾い",
    summary="月に一度、用水路のごみを拾った。",
    asked=120_000,
    granted=100_000,
    settled=98_000,
    continued=Continuation.INDEPENDENT,
    note="紙の綴りは文書庫にある。",
)


@pytest.fixture
def past(store: Store) -> PastCasesService:
    return PastCasesService(store)


@pytest.fixture
def statistics(store: Store) -> StatisticsService:
    return StatisticsService(store)


def test_a_former_case_is_kept_as_it_was_written(store: Store, past: PastCasesService) -> None:
    made = past.record(OLD)
    assert past.get(made) == OLD
    record = ProposalsService(store).get(made)
    assert (record.past, record.receipt_number, record.stage) == (True, "", ProposalStage.ACCEPTED)
    # Nothing is asked of what is long over.
    assert record.problems == ()
    case = CasesService(store).get(made)
    assert (case.state, case.ended, case.moves) == ("完了", True, ())
    assert (case.figures.granted, case.figures.settled) == (100_000, 98_000)


def test_it_can_be_mended_and_the_change_is_in_the_history(store: Store, past: PastCasesService) -> None:
    made = past.record(OLD)
    mended = replace(
        OLD, end=CaseEnd.REJECTED, decided_on=date(2010, 6, 20), granted=None, settled=None, continued=None
    )
    past.edit(made, mended)
    assert past.get(made) == mended
    case = CasesService(store).get(made)
    assert (case.state, [act.kind for act in case.acts]) == ("不採択", ["selection"])
    assert (case.entries[-1].entered_on, len(case.entries)) == (date(2010, 6, 20), 1)
    assert (
        HistoryService(store).of("proposal", made)[0].what == "以前の事業を直す: 平成22年度 用水路のごみ拾い"
    )
    HistoryService(store).undo()
    assert past.get(made) == OLD


def test_every_year_from_the_first_programme_to_this_one_can_be_chosen(past: PastCasesService) -> None:
    years = past.years()
    assert (years[0], years[-1], len(years)) == (2026, 2006, 21)
    assert [one.key for one in past.programmes(2018)] == [
        "support_call",
        "support_call_student",
        "ikiiki_system",
    ]
    assert [one.key for one in past.programmes(2020)] == ["open_call", "ikiiki"]


@pytest.mark.parametrize(
    ("draft", "says", "field"),
    [
        (replace(OLD, title=" "), "事業名が書かれていません", "title"),
        (replace(OLD, partner_name=""), "団体が書かれていません", "partner_name"),
        (replace(OLD, fiscal_year=2030), "まだ始まっていません", "fiscal_year"),
        (replace(OLD, fiscal_year=2005), "この制度は、平成17年度にはありません", "programme"),
        (replace(OLD, programme="open_call"), "この制度は、平成22年度にはありません", "programme"),
        (replace(OLD, settled=100_001), "確定額が決定額より多く", "settled"),
        (replace(OLD, end=CaseEnd.REJECTED), "「不採択」の事業に、決定額", "granted"),
        (replace(OLD, partner_id=99_999), "台帳にありません", "partner_name"),
        (replace(OLD, note="1234 5678 9018"), "マイナンバー", None),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_kept(
    store: Store, past: PastCasesService, draft: PastCaseDraft, says: str, field: str | None
) -> None:
    with pytest.raises(InputError, match=says) as caught:
        past.record(draft)
    assert caught.value.field == field
    assert ProposalsService(store).list() == ()


def test_what_was_taken_in_here_is_no_former_case(store: Store, past: PastCasesService) -> None:
    proposals = ProposalsService(store)
    made = _received(proposals, "かわせみ水辺くらぶ", 50_000)
    with pytest.raises(ConflictError, match="ここで受け付けた"):
        past.get(made)
    old = past.record(OLD)
    proposals.discard([old])
    with pytest.raises(ConflictError, match="ごみ箱"):
        past.edit(old, OLD)


def test_a_partner_knows_all_its_cases_also_after_it_was_made_one_with_another(
    store: Store, past: PastCasesService, statistics: StatisticsService
) -> None:
    partner = PartnersService(store).add(PartnerDraft("かわせみ水辺くらぶ"))
    past.record(replace(OLD, partner_id=partner))
    past.record(replace(OLD, partner_name="よその会"))
    now = _received(ProposalsService(store), "かわせみ水辺くらぶ", 80_000, partner)
    cases = statistics.of_partner(partner)
    new, old = cases.lines
    assert (new.fiscal_year, new.proposal_id) == (2026, now)
    assert (new.receipt_number, new.outcome, new.state) == ("2026-T-001", Outcome.OPEN, "申請書等の提出")
    assert (old.outcome, old.end, old.continued) == (
        Outcome.ADOPTED,
        CaseEnd.FINISHED,
        Continuation.INDEPENDENT,
    )
    counts = cases.counts
    assert (counts.received, counts.adopted, counts.finished, counts.goes_on) == (2, 1, 1, 1)
    assert (counts.granted, counts.settled) == (100_000, 98_000)


def test_a_case_counts_as_what_was_decided_last(store: Store) -> None:
    proposals, cases = ProposalsService(store), CasesService(store)
    made = _received(proposals, "みどりの会", 100_000)
    day = date(2026, 6, 15)
    cases.record(
        made, "selection", {"held_on": day, "result": "adopted", "granted_amount": 90_000, "decided_on": day}
    )
    assert _outcomes(store) == [(Outcome.ADOPTED, 90_000)]
    cases.record(
        made, "grant", {"decided_on": date(2026, 6, 25), "result": "granted", "granted_amount": 85_000}
    )
    cases.record(
        made,
        "plan_change",
        {
            "change_kind": "change",
            "asked_on": date(2026, 8, 1),
            "change_reason": "回数を減らす",
            "granted_amount_after": 70_000,
            "result": "approved",
            "decided_on": date(2026, 8, 9),
        },
    )
    assert _outcomes(store) == [(Outcome.ADOPTED, 70_000)]
    other = _received(proposals, "花の会", 60_000)
    cases.enter(other, CaseEnd.WITHDRAWN, day)
    cases.record(
        _received(proposals, "星の会", 60_000),
        "selection",
        {"held_on": day, "result": "rejected", "reject_reason": "効果が見えない", "decided_on": day},
    )
    assert [outcome for outcome, _granted in _outcomes(store)] == [
        Outcome.ADOPTED,
        Outcome.WITHDRAWN,
        Outcome.REJECTED,
    ]
    # What was taken back counts no more.
    cases.take_back(other, "取下げの申出がまちがいだった")
    assert _outcomes(store)[1][0] is Outcome.OPEN


def test_the_figures_of_each_round_add_up(
    store: Store, past: PastCasesService, statistics: StatisticsService
) -> None:
    proposals = ProposalsService(store)
    _received(proposals, "みどりの会", 100_000)
    _received(proposals, "花の会", 60_000)
    proposals.create(ProposalDraft("open_call", 2026, partner_name="書きかけの会"))
    past.record(OLD)
    past.record(replace(OLD, title="生き物調べ", end=CaseEnd.DISCONTINUED, settled=0, continued=None))
    past.record(replace(OLD, fiscal_year=2009, programme="support_call"))
    figures = statistics.rounds()
    assert [(one.fiscal_year, one.title) for one in figures] == [
        (2026, "小平市提示型公募事業"),
        (2010, "小平市市民活動支援公募事業"),
        (2009, "小平市市民活動支援公募事業"),
    ]
    assert figures[0].counts == CaseCounts(received=2, open=2, partners=2, asked=160_000)
    assert figures[1].counts == CaseCounts(
        received=2,
        adopted=2,
        finished=1,
        stopped=1,
        goes_on=1,
        partners=1,
        past=2,
        asked=240_000,
        granted=200_000,
        settled=98_000,
    )
    assert counted(()) == CaseCounts()


def test_the_figures_are_written_as_numbers_with_their_sum(
    store: Store, past: PastCasesService, statistics: StatisticsService, tmp_path: Path
) -> None:
    past.record(OLD)
    past.record(replace(OLD, fiscal_year=2011))
    figures = statistics.rounds()
    workbook, text = tmp_path / "figures.xlsx", tmp_path / "figures.csv"
    statistics.write(figures, "xlsx", workbook)
    statistics.write(figures, "csv", text)
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:4] == ["年度", "制度", "提案", "団体"]
    assert rows[1][:3] == ["平成23年度", "小平市市民活動支援公募事業", 1]
    granted = rows[0].index("決定額の計")
    assert [row[granted] for row in rows[1:]] == [100_000, 100_000, 200_000]
    assert rows[3][0] == "計"
    read = list(csv.reader(io.StringIO(text.read_bytes().decode("utf-8-sig"))))
    assert [row[granted] for row in read] == ["決定額の計", "100000", "100000", "200000"]
    with pytest.raises(InputError, match="pdf"):
        statistics.write(figures, "pdf", text)


def _received(proposals: ProposalsService, name: str, amount: int, partner_id: int | None = None) -> int:
    draft = ProposalDraft(
        "open_call",
        2026,
        partner_id,
        name,
        title="水辺の学校",
        amount=amount,
        received_by="鈴木",
    )
    made = proposals.create(draft)
    proposals.receive(made)
    return made


def _outcomes(store: Store) -> list[tuple[Outcome, int | None]]:
    with store.reading() as session:
        return [(one.outcome, one.granted) for one in read_case_lines(session, Proposal.past.is_(False))]
