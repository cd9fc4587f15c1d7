"""What the steps of the intake say: their problems as a row shows them, what is open, the small lines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.flows.engine import Answers, FieldKind, as_number, as_text, stands_for, unreadable
from kyodo_desktop.flows.intake_answers import PAPER, REQUIREMENT, draft_of, leftovers
from kyodo_desktop.flows.intake_facts import IntakeFacts
from kyodo_desktop.flows.intake_lines import ROLES, unread_problems
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes import rules
from kyodo_desktop.programmes.budget_rules import EXPENSES, INCOME
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import Confirmation, Problem, ProposalDraft, Weight

ROUND, CONTACT, PROJECT, PLAN, BUDGET, MONEY, PAPERS, RECEIVE = (
    "round",
    "contact",
    "project",
    "plan",
    "budget",
    "money",
    "papers",
    "receive",
)
"""The keys of the steps."""
REVIEW = "review"
"""The body of the last step."""
_FIELDS: dict[str, tuple[str, ...]] = {
    ROUND: ("programme", "fiscal_year", "theme_id", "partner_id", "partner_name"),
    CONTACT: ("contact_name", "contact_phone", "contact_email"),
    PROJECT: (
        "title",
        "purpose",
        "summary",
        "starts_on",
        "ends_on",
        "place",
        "participants",
        "need",
        "public_interest",
        "effect",
    ),
    PLAN: (
        "organisation",
        ROLES,
        "publicity",
        "next_year",
        "department",
        "selection_method",
        "selection_criteria",
    ),
    BUDGET: (INCOME, EXPENSES),
    MONEY: ("eligible_cost", "amount"),
    RECEIVE: ("received_by_way", "arrived_on", "received_by", "reason"),
}
_READ: dict[str, tuple[str, str]] = {
    "starts_on": (N_("実施期間の始まり"), FieldKind.DATE),
    "ends_on": (N_("実施期間の終わり"), FieldKind.DATE),
    "eligible_cost": (N_("補助対象経費"), FieldKind.YEN),
    "amount": (N_("申請額"), FieldKind.YEN),
}
"""What is read from what is typed: what it is called, and as what it is read."""
_MANY = 2
_REASON_ADVICE = N_("紙はこのまま受け付けられます。受理の前に、直すか理由を書きます。")
_AMOUNT_ADVICE = N_("紙はこのまま受け付けられます。受理の前に、額を直すか理由を書きます。")


def all_problems(answers: Answers, facts: IntakeFacts) -> tuple[Problem, ...]:
    """Return everything the rules say of the proposal, as the 受理 will see it."""
    draft = draft_of(answers)
    programme = facts.programme(draft)
    if programme is None:
        return (*rules.slip_problems(draft), *rules.contact_problems(draft))
    found = as_typed(rules.problems(programme, draft, facts.partner), leftovers(answers))
    return (*found, *unread_problems(answers))


def as_typed(problems: Iterable[Problem], typed: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return the problems, where a value is missing because what was typed cannot be read saying that."""
    return tuple(
        replace(one, text=unreadable_words(one.field, typed[one.field]), weight=Weight.STOPS)
        if one.field in typed and one.field in _READ
        else one
        for one in problems
    )


def unreadable_words(name: str, text: Any) -> str:
    """Return what is typed for an answer, and that it cannot be read."""
    label, kind = _READ[name]
    return f"{_(label)}: {unreadable(kind, text)}"


def gathered(
    problems: Sequence[Problem], draft: ProposalDraft, programme: Programme | None
) -> tuple[Problem, ...]:
    """Return the problems with all requirements that nobody looked at yet told as one."""
    if programme is None:
        return tuple(problems)
    looked_at = {one.key for one in draft.requirements if one.state is not Confirmation.NOT_YET}
    labels = {REQUIREMENT + one.key: one.label for one in programme.requirements if one.key not in looked_at}
    open_ones = [one for one in problems if one.field in labels and one.weight is Weight.NEEDS_REASON]
    if len(open_ones) < _MANY:
        return tuple(problems)
    text = _("まだ確認していない要件 {n}つ: {labels}").format(
        n=len(open_ones), labels=_("、").join(labels[one.field] for one in open_ones)
    )
    first = replace(open_ones[0], text=text)
    return tuple(first if one is open_ones[0] else one for one in problems if one not in open_ones[1:])


def step_of_problem(problem: Problem) -> str:
    """Return the key of the step on which a problem can be put right."""
    return next((key for key in (*_FIELDS, PAPERS) if _is_of(key, problem.field)), ROUND)


def told(step: str) -> Callable[[Answers, IntakeFacts], tuple[Problem, ...]]:
    """Return what a step of the flow asks for its problems."""
    return partial(_problems_of, step)


def _problems_of(step: str, answers: Answers, facts: IntakeFacts) -> tuple[Problem, ...]:
    found = (problem for problem in all_problems(answers, facts) if _is_of(step, problem.field))
    shown = (_as_shown(problem, answers) for problem in found)
    unread = unconfirmed_reason(answers, facts) if step == RECEIVE else ()
    return (*(problem for problem in shown if problem is not None), *unread)


def unconfirmed_reason(answers: Answers, facts: IntakeFacts) -> tuple[Problem, ...]:
    """Return that there are breaches for which nobody found the written reason good yet."""
    if not as_text(answers.get("reason")).strip():
        return ()
    draft = draft_of(answers)
    breaches = [one for one in all_problems(answers, facts) if one.weight is Weight.NEEDS_REASON]
    new = gathered([one for one in breaches if not stands_for(answers, one)], draft, facts.programme(draft))
    text = _("この理由でよいか、まだ確かめていないことが {n}つあります").format(n=len(new))
    return (Problem("reason", text, Weight.NEEDS_REASON),) if new else ()


def _as_shown(problem: Problem, answers: Answers) -> Problem | None:
    """Leave out what a row tells by itself: a requirement still まだ, a paper not ticked."""
    if problem.field == "papers":
        return None
    if not problem.field.startswith(REQUIREMENT):
        return problem
    answer = answers.get(problem.field)
    state = answer.get("state") if isinstance(answer, dict) else Confirmation.NOT_YET
    if state == Confirmation.NOT_YET and problem.weight is Weight.NEEDS_REASON:
        return None
    if state == Confirmation.CONFIRMED and problem.weight is Weight.NEEDS_REASON:
        return replace(problem, text=_("何で確認したかを書いてください"), weight=Weight.NOTICE)
    return problem


def _is_of(step: str, name: str) -> bool:
    if step == MONEY and name.startswith(REQUIREMENT):
        return True
    if step == PAPERS:
        return name == "papers" or name.startswith(PAPER)
    return name in _FIELDS.get(step, ())


def advice(problem: Problem) -> str:
    """Return what is safe and what to do about a problem."""
    return _(_AMOUNT_ADVICE) if problem.field == "amount" else _(_REASON_ADVICE)


def partner_words(answers: Answers, facts: IntakeFacts) -> str:
    """Return the partner's name."""
    return as_text(answers.get("partner_name")).strip()


def contact_words(answers: Answers, facts: IntakeFacts) -> str:
    """Return the applicant's name."""
    return as_text(answers.get("contact_name")).strip()


def title_words(answers: Answers, facts: IntakeFacts) -> str:
    """Return the project's title."""
    return as_text(answers.get("title")).strip()


def amount_words(answers: Answers, facts: IntakeFacts) -> str:
    """Return the amount asked for."""
    amount = as_number(answers.get("amount"))
    return _("{amount}円").format(amount=format_yen(amount)) if amount is not None else ""


def unconfirmed(answers: Answers, facts: IntakeFacts) -> str:
    """Return how many requirements nobody looked at yet."""
    draft = draft_of(answers)
    programme = facts.programme(draft)
    if programme is None:
        return _("制度がまだ")
    found = {one.key for one in draft.requirements if one.state is not Confirmation.NOT_YET}
    left = len({one.key for one in programme.requirements} - found)
    return _("未確認 {n}つ").format(n=left) if left else ""


def missing_papers(answers: Answers, facts: IntakeFacts) -> str:
    """Return how many papers are not there yet."""
    draft = draft_of(answers)
    programme = facts.programme(draft)
    if programme is None:
        return _("制度がまだ")
    there = {key for key, _copies in draft.papers}
    left = len({one.key for one in programme.papers} - there)
    return _("出ていない紙 {n}つ").format(n=left) if left else ""
