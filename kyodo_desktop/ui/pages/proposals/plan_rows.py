"""The plan of a proposal in rows of label and words: for the last page of the wizard, and the detail."""

from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.cases import BudgetLine, LineSide, RoleLine
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.ui.pages.proposals.wording import amount_words

Rows = list[tuple[str, str]]


def aim_rows(draft: ProposalDraft) -> Rows:
    """Return what it is for and for whom, as far as that is written."""
    return _written(
        (_("目的"), draft.purpose),
        (_("実施場所"), draft.place),
        (_("対象・参加見込数"), draft.participants),
        (_("必要性（地域の課題）"), draft.need),
        (_("公益性"), draft.public_interest),
        (_("期待される効果"), draft.effect),
    )


def plan_rows(draft: ProposalDraft) -> Rows:
    """Return who does what, and the city's side, as far as that is written."""
    return _written(
        (_("実施体制"), draft.organisation),
        (_("役割分担"), _role_words(draft.roles)),
        (_("広報の方法"), draft.publicity),
        (_("次年度以降の展開"), draft.next_year),
        (_("担当課"), draft.department),
        (_("選定方法"), draft.selection_method),
        (_("選定基準"), draft.selection_criteria),
    )


def budget_rows(draft: ProposalDraft) -> Rows:
    """Return both sides of the 収支予算, line by line with their sums; no words where nothing is written."""
    return [
        (_("収入"), _side_words(draft, LineSide.INCOME)),
        (_("支出"), _side_words(draft, LineSide.EXPENSE)),
    ]


def _written(*rows: tuple[str, str]) -> Rows:
    """Leave out what need not be written and is not."""
    return [(label, text) for label, text in rows if text.strip()]


def _role_words(roles: Sequence[RoleLine]) -> str:
    return "\n".join(
        _("団体：{partner}　市：{city}").format(partner=one.partner or _("－"), city=one.city or _("－"))
        for one in roles
    )


def _side_words(draft: ProposalDraft, side: LineSide) -> str:
    lines = [one for one in draft.lines if one.side is side]
    told = [_line_words(one) for one in lines]
    total = _("計 {n}円").format(n=format_yen(draft.total(side)))
    return "\n".join((*told, total)) if lines else ""


def _line_words(line: BudgetLine) -> str:
    words = " ".join(filter(None, (line.item, amount_words(line.planned, None))))
    return _("{line}（{basis}）").format(line=words, basis=line.basis) if line.basis else words
