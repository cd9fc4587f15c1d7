"""The plan of a proposal on a real database: roles and lines of money, kept with what hangs on them."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from kyodo_desktop.models import BudgetLine as BudgetRow
from kyodo_desktop.models import Receipt
from kyodo_desktop.programmes import files
from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft, Weight
from kyodo_desktop.services.documents import DocumentsService
from tests.programmes.samples import sound_draft
from tests.services.proposal_fixtures import GROUP, Office, office

__all__ = ["office"]

INCOME, EXPENSE = LineSide.INCOME, LineSide.EXPENSE
FEE = BudgetLine(EXPENSE, "報償費", 60000, 60000, "30,000円×2回")
GOODS = BudgetLine(EXPENSE, "消耗品費", 38000, 38000, "網・水槽")


def planned(office: Office) -> ProposalDraft:
    return replace(
        sound_draft(files.find("open_call")),
        partner_id=office.partner_id,
        partner_name=GROUP,
        purpose="水辺に親しむ人を増やす。",
        need="用水路が暗い。",
        public_interest="だれでも来られる。",
        effect="生き物を知る人が増える。",
        place="新堀用水",
        participants="小学生 30人",
        organisation="会員12人",
        publicity="市報",
        next_year="続ける。",
        department="環境政策課",
        selection_method="公募",
        selection_criteria="審査の点",
        eligible_cost=98000,
        amount=98000,
        roles=(RoleLine("企画", "会場の確保"), RoleLine("運営", "")),
        lines=(BudgetLine(INCOME, "補助金", 98000, None, "市"), FEE, GOODS),
    )


def rows(office: Office) -> dict[str, BudgetRow]:
    with office.store.reading() as session:
        return {one.item: one for one in session.scalars(select(BudgetRow))}


def settle(office: Office, item: str) -> int:
    """Settle a line, with a receipt to it."""
    with office.store.writing("決算を書く") as session:
        line = session.scalars(select(BudgetRow).where(BudgetRow.item == item)).one()
        line.settled = 59000
        session.add(Receipt(proposal_id=line.proposal_id, line_id=line.id, number="1", amount=59000))
        return line.id


def test_the_whole_plan_comes_back_as_it_was_written(office: Office) -> None:
    draft = planned(office)
    made = office.proposals.create(draft)
    assert office.proposals.get(made).draft == draft
    fewer = replace(draft, roles=draft.roles[1:], lines=(*draft.lines[:1], GOODS, FEE))
    office.proposals.save(made, fewer)
    assert office.proposals.get(made).draft == fewer


def test_lines_in_which_nothing_is_written_are_not_kept(office: Office) -> None:
    draft = planned(office)
    blank = (BudgetLine(EXPENSE), RoleLine(" ", ""))
    made = office.proposals.create(
        replace(draft, lines=(*draft.lines, blank[0]), roles=(blank[1], *draft.roles))
    )
    assert office.proposals.get(made).draft == draft


def test_what_is_settled_stays_with_its_line_when_the_plan_is_put_right(office: Office) -> None:
    draft = planned(office)
    made = office.proposals.create(draft)
    office.proposals.receive(made)
    fee = settle(office, "報償費")
    hall = BudgetLine(EXPENSE, "使用料", 8000, 8000)
    office.proposals.save(made, replace(draft, lines=(hall, GOODS, replace(FEE, planned=52000))))
    found = rows(office)
    assert (found["報償費"].id, found["報償費"].settled, found["報償費"].planned) == (fee, 59000, 52000)
    assert [one.item for one in office.proposals.get(made).draft.lines] == ["使用料", "消耗品費", "報償費"]
    office.proposals.save(made, replace(draft, lines=(GOODS,)))
    kept = rows(office)["報償費"]
    assert (kept.settled, kept.planned) == (59000, None)
    office.history.undo()
    assert rows(office)["報償費"].planned == 52000


def test_a_line_that_is_called_otherwise_goes_on_in_its_place(office: Office) -> None:
    draft = planned(office)
    made = office.proposals.create(draft)
    fee = settle(office, "報償費")
    office.proposals.save(made, replace(draft, lines=(replace(FEE, item="謝礼"), GOODS)))
    assert rows(office)["謝礼"].id == fee


def test_the_same_project_twice_another_city_and_a_lost_section_are_told(office: Office) -> None:
    office.partners.edit(office.partner_id, PartnerDraft("みどりのこみち", address="国分寺市本町1-1"))
    draft = planned(office)
    office.proposals.receive(office.proposals.create(draft))
    again = replace(draft, title=" ".join(draft.title), department="水辺対策課")
    told = {one.field: one for one in office.proposals.problems(again)}
    assert told["title"].text == "同じ団体の同じ名称の事業を、2026-T-001 ですでに受け付けています"
    assert told["department"].text == "「水辺対策課」は、いまの課の一覧にありません"
    assert {told[name].weight for name in ("title", "department")} == {Weight.NEEDS_REASON}
    assert "国分寺市本町1-1" in told["requirements.base_in_city"].text
    assert told["requirements.base_in_city"].weight is Weight.NOTICE


def test_a_year_that_is_over_asks_for_a_reason(office: Office) -> None:
    late = replace(planned(office), fiscal_year=2025, starts_on=date(2025, 7, 1), ends_on=date(2026, 3, 31))
    told = [one for one in office.proposals.problems(late) if one.field == "fiscal_year"]
    assert [(one.text, one.weight) for one in told] == [
        ("令和7年度は、もう終わっています", Weight.NEEDS_REASON)
    ]


def test_papers_are_filled_from_the_plan_that_was_keyed_in(office: Office) -> None:
    made = office.proposals.create(planned(office))
    documents = DocumentsService(office.store)
    budget = documents.values_for("budget", "proposal", made)
    assert budget["income"] == ({"item": "補助金", "amount": 98000, "note": "市"},)
    assert budget["expenses"][0] == {
        "item": "報償費",
        "amount": 60000,
        "eligible": 60000,
        "note": "30,000円×2回",
    }
    plan = documents.values_for("project_plan", "proposal", made)
    assert (plan["purpose"], plan["place"], plan["next_year"]) == (
        "水辺に親しむ人を増やす。",
        "新堀用水",
        "続ける。",
    )
    roles = documents.values_for("ikiiki_proposal", "proposal", made)["roles"]
    assert roles == ({"partner": "企画", "city": "会場の確保"}, {"partner": "運営"})
