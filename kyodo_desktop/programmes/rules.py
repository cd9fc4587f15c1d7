"""What is wrong with a proposal, by the rules of its programme. Pure: looks nothing up, changes nothing.

Paper handed in always gets its 受付; only 受理 is held back. `STOPS` is what no reason can heal (an empty
title), `NEEDS_REASON` is a breach that a written reason lets pass, `NOTICE` is only told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.mail import normalise_mail
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.budget_rules import budget_problems
from kyodo_desktop.programmes.programme import Programme, Requirement
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS, PartnerKind
from kyodo_desktop.records.proposals import (
    Confirmation,
    Problem,
    ProposalDraft,
    RequirementAnswer,
    Weight,
)
from kyodo_desktop.records.rounds import ThemeChoice

NON_PROFIT = "non_profit"
"""The requirement on which the partner's kind may hint."""
IN_CITY = "base_in_city"
"""The requirement on which the partner's address may hint."""

_PROFIT_OR_CITY = (PartnerKind.BUSINESS, PartnerKind.GOVERNMENT)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was looked up: the partner's kind in the register, its other receipts in this round, the round.

    `past_closing` tells in words the closing after which the proposal came (or would come now), `year_over`
    that the fiscal year had ended; `themes` are those the round has chosen. `same_project` are other receipts
    of the same title, `elsewhere` is the partner's address where it names another city, `lost_department` a
    課 that the office does not have.
    """

    partner_kind: PartnerKind | None = None
    other_receipts: tuple[str, ...] = ()
    past_closing: str = ""
    themes: tuple[ThemeChoice, ...] = ()
    same_project: tuple[str, ...] = ()
    elsewhere: str = ""
    lost_department: str = ""
    year_over: bool = False


NO_FACTS = Facts()


def amount_limit(programme: Programme, eligible_cost: int | None) -> int:
    """Return the most that can be asked for: the cap, or the rate's share of 補助対象経費 if that is less."""
    share = rated_share(programme, eligible_cost)
    return programme.cap if share is None else min(programme.cap, share)


def problems(programme: Programme, draft: ProposalDraft, facts: Facts = NO_FACTS) -> tuple[Problem, ...]:
    """Return everything that stands between the proposal and its 受理, in the order of the intake."""
    return (
        *_missing_for_slip(draft),
        *_round(programme, draft, facts),
        *_theme(draft, facts),
        *_known(draft, facts),
        *contact_problems(draft),
        *_content(draft),
        *_department(facts),
        *budget_problems(programme, draft),
        *_requirements(programme, draft),
        *_hints(programme, facts),
        *_money(programme, draft),
        *_period(programme, draft),
        *_papers(programme, draft),
    )


def slip_problems(draft: ProposalDraft) -> tuple[Problem, ...]:
    """Return what makes a 受付票 impossible; nothing else may hold a 受付 back."""
    if not draft.programme:
        return (Problem("programme", _("制度が選ばれていません。")), *_missing_for_slip(draft))
    return tuple(_missing_for_slip(draft))


def contact_problems(draft: ProposalDraft) -> Iterator[Problem]:
    """Yield what of the contact cannot be a telephone number or a mail address; it is only told."""
    checks = (
        ("contact_phone", normalise_phone, draft.contact_phone),
        ("contact_email", normalise_mail, draft.contact_email),
    )
    for field, check, text in checks:
        try:
            check(text)
        except InputError as error:
            yield Problem(field, str(error), Weight.NOTICE)


def _missing_for_slip(draft: ProposalDraft) -> Iterator[Problem]:
    if not draft.partner_name.strip():
        yield Problem("partner_name", _("団体名が書かれていません。"))
    if not draft.title.strip():
        yield Problem("title", _("事業の名称が書かれていません。"))
    if not draft.received_by.strip():
        yield Problem("received_by", _("受け付けた人が書かれていません。"))


def _round(programme: Programme, draft: ProposalDraft, facts: Facts) -> Iterator[Problem]:
    if not programme.is_valid_in(draft.fiscal_year):
        yield Problem(
            "fiscal_year",
            _("「{title}」に {year}の募集はありません。").format(
                title=programme.title, year=format_fiscal_year(draft.fiscal_year)
            ),
        )
    if facts.past_closing:
        text = _("募集の締切（{closing}）を過ぎています").format(closing=facts.past_closing)
        yield Problem("fiscal_year", text, Weight.NEEDS_REASON)
    elif facts.year_over:
        text = _("{year}は、もう終わっています").format(year=format_fiscal_year(draft.fiscal_year))
        yield Problem("fiscal_year", text, Weight.NEEDS_REASON)


def _department(facts: Facts) -> Iterator[Problem]:
    if facts.lost_department:
        text = _("「{name}」は、いまの課の一覧にありません").format(name=facts.lost_department)
        yield Problem("department", text, Weight.NEEDS_REASON)


def _theme(draft: ProposalDraft, facts: Facts) -> Iterator[Problem]:
    if draft.theme_id is None:
        if facts.themes:
            yield Problem("theme_id", _("テーマが選ばれていません。"), Weight.NOTICE)
    elif all(one.id != draft.theme_id for one in facts.themes):
        yield Problem(
            "theme_id", _("選んだテーマは、この募集で提示するものではありません"), Weight.NEEDS_REASON
        )


def _known(draft: ProposalDraft, facts: Facts) -> Iterator[Problem]:
    if facts.other_receipts:
        yield Problem(
            "partner_name",
            _("同じ団体から、この募集にすでに {numbers} を受け付けています。").format(
                numbers=_("、").join(facts.other_receipts)
            ),
            Weight.NOTICE,
        )
    if facts.same_project:
        text = _("同じ団体の同じ名称の事業を、{numbers} ですでに受け付けています").format(
            numbers=_("、").join(facts.same_project)
        )
        yield Problem("title", text, Weight.NEEDS_REASON)
    if draft.partner_id is None and draft.partner_name.strip():
        yield Problem("partner_name", _("団体台帳の団体に結ばれていません。"), Weight.NOTICE)


def _content(draft: ProposalDraft) -> Iterator[Problem]:
    if not draft.summary.strip():
        yield Problem("summary", _("事業の内容が書かれていません。"))


def _requirements(programme: Programme, draft: ProposalDraft) -> Iterator[Problem]:
    answers = {answer.key: answer for answer in draft.requirements}
    for requirement in programme.requirements:
        answer = answers.get(requirement.key, RequirementAnswer(requirement.key))
        yield from _requirement(requirement, answer)


def _requirement(requirement: Requirement, answer: RequirementAnswer) -> Iterator[Problem]:
    field = f"requirements.{requirement.key}"
    words = {"label": requirement.label, "text": requirement.text}
    if answer.state is Confirmation.NOT_YET:
        text = _("{label}「{text}」を、まだ確認していません。").format(**words)
        yield Problem(field, text, Weight.NEEDS_REASON)
    elif answer.state is Confirmation.NOT_MET:
        text = _("{label}「{text}」に、あてはまりません。").format(**words)
        yield Problem(field, text, Weight.NEEDS_REASON)
    elif not answer.by.strip() or answer.on is None:
        yield Problem(field, _unsigned_words(answer).format(**words))
    elif not answer.seen.strip():
        text = _("{label}を何で確認したかが書かれていません。").format(**words)
        yield Problem(field, text, Weight.NEEDS_REASON)


def _unsigned_words(answer: RequirementAnswer) -> str:
    if answer.by.strip():
        return _("{label}を確認した日が書かれていません。")
    if answer.on is not None:
        return _("{label}を確認した人が書かれていません。")
    return _("{label}を確認した人と日が書かれていません。")


def _hints(programme: Programme, facts: Facts) -> Iterator[Problem]:
    asked = {requirement.key for requirement in programme.requirements}
    if facts.elsewhere and IN_CITY in asked:
        yield Problem(
            f"requirements.{IN_CITY}",
            _("団体台帳の住所は「{address}」です。市内に活動の拠点があるかを確かめてください。").format(
                address=facts.elsewhere
            ),
            Weight.NOTICE,
        )
    if NON_PROFIT in asked and facts.partner_kind in _PROFIT_OR_CITY:
        yield Problem(
            f"requirements.{NON_PROFIT}",
            _("団体台帳の区分は「{kind}」です。非営利の団体かどうかを確かめてください。").format(
                kind=_(PARTNER_KIND_LABELS[facts.partner_kind])
            ),
            Weight.NOTICE,
        )


def _money(programme: Programme, draft: ProposalDraft) -> Iterator[Problem]:
    label, amount, cost = programme.amount_label, draft.amount, draft.eligible_cost
    if programme.rate is not None and cost is None:
        text = _("補助対象経費が書かれていないので、{rate}を確かめられません。").format(
            rate=programme.rate_words
        )
        yield Problem("eligible_cost", text, Weight.NEEDS_REASON)
    if amount is None:
        yield Problem("amount", _("{label}が書かれていません。").format(label=label))
        return
    if amount <= 0:
        yield Problem("amount", _("{label}は、1円以上で書いてください。").format(label=label))
        return
    if amount > programme.cap:
        text = _("上限 {cap}円を {over}円 超えています").format(
            cap=format_yen(programme.cap), over=format_yen(amount - programme.cap)
        )
        yield Problem("amount", text, Weight.NEEDS_REASON)
    share = rated_share(programme, cost)
    if cost is not None and share is not None and amount > share:
        text = _("補助対象経費 {cost}円の {rate}、{share}円を {over}円 超えています").format(
            cost=format_yen(cost),
            rate=programme.rate_words,
            share=format_yen(share),
            over=format_yen(amount - share),
        )
        yield Problem("amount", text, Weight.NEEDS_REASON)


def rated_share(programme: Programme, eligible_cost: int | None) -> int | None:
    """Return the rate's share of 補助対象経費, cut off to the unit; None where no rate binds."""
    if programme.rate is None or eligible_cost is None:
        return None
    share = int(programme.rate * max(eligible_cost, 0))
    return share - share % programme.rounding


def _period(programme: Programme, draft: ProposalDraft) -> Iterator[Problem]:
    if draft.starts_on is None:
        yield Problem("starts_on", _("実施期間の始まりが書かれていません。"))
    if draft.ends_on is None:
        yield Problem("ends_on", _("実施期間の終わりが書かれていません。"))
    if draft.starts_on is not None and draft.ends_on is not None and draft.ends_on < draft.starts_on:
        yield Problem(
            "ends_on",
            _("終わりの {end}が、始まりの {start}より前です。").format(
                end=format_date(draft.ends_on), start=format_date(draft.starts_on)
            ),
        )
        return
    first, last = programme.period(draft.fiscal_year)
    if draft.starts_on is not None and not first <= draft.starts_on <= last:
        yield _outside("starts_on", _("始まりの {day}"), draft.starts_on, first, last)
    if draft.ends_on is not None and not first <= draft.ends_on <= last:
        yield _outside("ends_on", _("終わりの {day}"), draft.ends_on, first, last)


def _outside(field: str, words: str, day: date, first: date, last: date) -> Problem:
    text = _("{day}は、実施期間 {first}から {last}までの外です").format(
        day=words.format(day=format_date(day)), first=format_date(first), last=format_date(last)
    )
    return Problem(field, text, Weight.NEEDS_REASON)


def _papers(programme: Programme, draft: ProposalDraft) -> Iterator[Problem]:
    handed_in = {key for key, copies in draft.papers if copies > 0}
    missing = [paper.label for paper in programme.papers if paper.key not in handed_in]
    if missing:
        text = _("まだ出ていない紙: {papers}").format(papers=_("、").join(missing))
        yield Problem("papers", text, Weight.NOTICE)
