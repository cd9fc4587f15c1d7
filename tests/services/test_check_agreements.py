"""What a check sheet has beside its marks: who filled it in, what was agreed, the next check, remarks."""

from collections.abc import Iterator
from datetime import date

import pytest

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import Composition, build
from kyodo_desktop.records.check_sheets import (
    CheckFilling,
    CheckMarkRecord,
    CheckSheetDraft,
    FillWay,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheets import SheetOwner

BEFORE, AFTER = Moment
PARTNER, CITY = Side
MARK = CheckMarkRecord("plan_1", CITY, BEFORE, MarkValue.TALK)


@pytest.fixture
def composition(folder: DataFolder, clock: FixedClock) -> Iterator[Composition]:
    built = build(folder, clock=clock)
    yield built
    built.close()


def draft(**more: object) -> CheckSheetDraft:
    return CheckSheetDraft(fiscal_year=2026, title="朝市", **more)  # type: ignore[arg-type]


def test_a_first_mark_says_when_its_column_was_filled_in(composition: Composition) -> None:
    sheets = composition.services.check_sheets
    made = sheets.create(draft(marks=(MARK,)))
    (filling,) = sheets.get(made).fillings
    assert (filling.side, filling.moment, filling.way) == (CITY, BEFORE, FillWay.SCREEN)
    assert filling.filled_on is not None
    paper = CheckFilling(PARTNER, BEFORE, "会長　髙﨑", date(2026, 4, 9), FillWay.PAPER)
    sheets.save(made, draft(marks=(MARK,), fillings=(paper, filling)))
    assert sheets.get(made).fillings == (paper, filling)
    sheets.save(made, draft(marks=(MARK,)))
    assert sheets.get(made).fillings == (paper, filling)
    composition.services.history.undo()
    sheets.save(made, draft(fillings=()))
    assert sheets.get(made).fillings == ()


def test_what_was_agreed_is_kept_by_item_and_taken_back(composition: Composition) -> None:
    sheets, history = composition.services.check_sheets, composition.services.history
    made = sheets.create(draft(marks=(MARK,)))
    sheets.agree(made, "close_1", "秋にもう一度見る", date(2026, 12, 1))
    sheets.agree(made, "plan_1", " 請求書の出し方を確かめる ")
    assert [one.item for one in sheets.get(made).agreements] == ["plan_1", "close_1"]
    kept = sheets.get(made).agreement("plan_1")
    assert kept is not None
    assert kept.words == "請求書の出し方を確かめる"
    sheets.agree(made, "plan_1", "")
    assert sheets.get(made).agreement("plan_1") is None
    history.undo()
    assert sheets.get(made).agreement("plan_1") == kept
    with pytest.raises(InputError, match="plan_9"):
        sheets.agree(made, "plan_9", "だめ")
    with pytest.raises(InputError, match="マイナンバー"):
        sheets.agree(made, "plan_1", "123456789018")


def test_the_next_checks_that_are_due_are_listed_by_day(composition: Composition) -> None:
    sheets = composition.services.check_sheets
    late, soon, far = (sheets.create(draft(marks=(MARK,))) for _ in range(3))
    for made, day in ((soon, 5), (late, 1), (far, 20)):
        sheets.plan_check(made, date(2026, 12, day))
    assert [one.id for one in sheets.due(date(2026, 12, 5))] == [late, soon]
    sheets.plan_check(late, None)
    assert [one.id for one in sheets.due(date(2026, 12, 5))] == [soon]


def test_a_sheet_of_a_proposal_takes_what_the_proposal_says(composition: Composition) -> None:
    sheets, proposals = composition.services.check_sheets, composition.services.proposals
    proposal = proposals.create(
        ProposalDraft(title="花の道", fiscal_year=2025, department="道路課", ends_on=date(2026, 2, 28))
    )
    begun = sheets.blank_for(SheetOwner("proposal", proposal))
    assert (begun.title, begun.fiscal_year, begun.department) == ("花の道", 2025, "道路課")
    made = sheets.create(begun)
    assert [one.id for one in sheets.of(SheetOwner("proposal", proposal))] == [made]
    late = CheckFilling(PARTNER, BEFORE, "", date(2026, 3, 1))
    remarks = sheets.remarks(
        CheckSheetDraft(2025, "花の道", proposal_id=proposal, fillings=(late,)), record_id=None
    )
    assert len(remarks) == 2
    assert "ほかにもあります" in remarks[0]
    assert "団体の事業前は、事業が終わった日" in remarks[1]
    assert sheets.remarks(begun, made) == ()
    assert sheets.create(begun) != made
    with pytest.raises(InputError, match="選んだ提案がありません"):
        sheets.create(draft(proposal_id=999))
