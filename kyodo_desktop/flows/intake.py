"""The intake of a proposal: from the choice of the programme to its 受付, in six steps.

What is asked comes from the programme's file (requirements, papers, cap, rate, 実施期間); what is wrong from
`programmes.rules`. Nothing here holds a 受付 back but what makes the slip impossible.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.flows.engine import (
    Answers,
    Field,
    FieldKind,
    Flow,
    Option,
    Section,
    Sections,
    Step,
    as_number,
    as_text,
)
from kyodo_desktop.flows.intake_answers import PAPER, REQUIREMENT, draft_of
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes import rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import (
    RECEPTION_WAY_LABELS,
    Confirmation,
    Problem,
    ProposalDraft,
    Weight,
)

ROUND, CONTACT, PROJECT, MONEY, PAPERS, RECEIVE = (
    "round",
    "contact",
    "project",
    "money",
    "papers",
    "receive",
)
"""The keys of the steps."""
REVIEW = "review"
"""The body of the last step."""
_FIELDS: dict[str, tuple[str, ...]] = {
    ROUND: ("programme", "fiscal_year", "partner_id", "partner_name"),
    CONTACT: ("contact_name", "contact_phone", "contact_email"),
    PROJECT: ("title", "summary", "starts_on", "ends_on"),
    MONEY: ("eligible_cost", "amount"),
    RECEIVE: ("received_by_way", "received_by", "reason"),
}
_MOST_SEGMENTS = 2
_REASON_ADVICE = N_("紙はこのまま受け付けられます。受理の前に、直すか理由を書きます。")
_AMOUNT_ADVICE = N_("紙はこのまま受け付けられます。受理の前に、額を直すか理由を書きます。")


@dataclass
class IntakeFacts:
    """What was looked up for the intake.

    `in_year` gives the programmes of a fiscal year; `fixed` is the programme of a proposal that has its
    number (its revision stays); `partner` is what the rules ask about the partner; `clerk` confirms.
    """

    in_year: Callable[[int], tuple[Programme, ...]]
    this_year: int
    clerk: str = ""
    fixed: Programme | None = None
    partner: rules.Facts = rules.NO_FACTS
    _known: dict[int, tuple[Programme, ...]] = field(default_factory=dict)

    def offered(self, fiscal_year: int) -> tuple[Programme, ...]:
        """Return the programmes of a year, read once."""
        if fiscal_year not in self._known:
            self._known[fiscal_year] = self.in_year(fiscal_year)
        return self._known[fiscal_year]

    def programme(self, draft: ProposalDraft) -> Programme | None:
        """Return the programme of a draft, None while none is chosen."""
        if self.fixed is not None:
            return self.fixed
        return next((one for one in self.offered(draft.fiscal_year) if one.key == draft.programme), None)


def make_intake(answers: Answers, facts: IntakeFacts) -> Flow:
    """Return the flow of one proposal over its answers."""
    return Flow(
        (
            Step(ROUND, _("制度と団体"), _round, problems=_told(ROUND), summary=_partner_words),
            Step(CONTACT, _("申請者と連絡先"), _contact, problems=_told(CONTACT), summary=_contact_words),
            Step(PROJECT, _("事業の内容"), _project, problems=_told(PROJECT), summary=_title_words),
            Step(
                MONEY,
                _("要件と申請額"),
                _money,
                problems=_told(MONEY),
                summary=_amount_words,
                unfinished=_unconfirmed,
            ),
            Step(PAPERS, _("添付の紙"), _papers, problems=_told(PAPERS), unfinished=_missing_papers),
            Step(
                RECEIVE,
                _("確かめて受け付ける") if facts.fixed is None else _("確かめて保存する"),
                _receive,
                problems=_told(RECEIVE),
                body=REVIEW,
            ),
        ),
        answers,
        facts,
        advice=_advice,
        reason="reason",
    )


def all_problems(answers: Answers, facts: IntakeFacts) -> tuple[Problem, ...]:
    """Return everything the rules say of the proposal, as the 受理 will see it."""
    draft = draft_of(answers)
    programme = facts.programme(draft)
    if programme is None:
        return rules.slip_problems(draft)
    return rules.problems(programme, draft, facts.partner)


def step_of_problem(problem: Problem) -> str:
    """Return the key of the step on which a problem can be put right."""
    return next((key for key in (*_FIELDS, PAPERS) if _is_of(key, problem.field)), ROUND)


# What each step asks


def _round(answers: Answers, facts: IntakeFacts) -> Sections:
    draft = draft_of(answers)
    programme = facts.programme(draft)
    money = ""
    if programme is not None:
        rate = _("補助率 {rate} ・ ").format(rate=programme.rate_words) if programme.rate_words else ""
        money = rate + _("上限 {cap}円 ・ {period}").format(
            cap=format_yen(programme.cap), period=programme.period_words
        )
    who = programme.applicants if programme is not None else ""
    return (
        Section(_("どの募集か"), "", (*_round_fields(draft, facts, money),)),
        Section(
            _("団体"),
            who,
            (Field("partner_id", _("団体名"), FieldKind.PARTNER, parts=("partner_name",)),),
        ),
    )


def _round_fields(draft: ProposalDraft, facts: IntakeFacts, money: str) -> Iterable[Field]:
    year = format_fiscal_year(draft.fiscal_year) if draft.fiscal_year else ""
    if facts.fixed is not None:
        title = {"value": facts.fixed.title, "left": True}
        yield Field("_programme", _("制度"), FieldKind.COMPUTED, hint=money, width=280, extra=title)
        yield Field("_year", _("年度"), FieldKind.COMPUTED, extra={"value": year, "left": True})
        return
    offered = facts.offered(draft.fiscal_year)
    kind = FieldKind.SEGMENTS if len(offered) <= _MOST_SEGMENTS else FieldKind.CHOICE
    years = sorted({facts.this_year + 1, facts.this_year, facts.this_year - 1, draft.fiscal_year} - {0})
    yield Field(
        "programme",
        _("制度"),
        kind,
        hint=money,
        width=280,
        options=tuple(Option(one.key, one.title) for one in offered),
    )
    yield Field(
        "fiscal_year",
        _("募集の年度"),
        FieldKind.CHOICE,
        width=160,
        options=tuple(Option(str(one), format_fiscal_year(one)) for one in reversed(years)),
    )


def _contact(answers: Answers, facts: IntakeFacts) -> Sections:
    linked = as_number(answers.get("partner_id")) is not None
    note = _("台帳にあるものを入れてあります。この提案だけの連絡先に直せます。") if linked else ""
    return (
        Section(
            _("連絡先"),
            note,
            (
                Field("contact_name", _("申請者（代表者）")),
                Field("contact_phone", _("電話"), FieldKind.PHONE, width=200),
                Field("contact_email", _("電子メール")),
            ),
        ),
    )


def _project(answers: Answers, facts: IntakeFacts) -> Sections:
    draft = draft_of(answers)
    programme = facts.programme(draft)
    good = ""
    if programme is not None and draft.starts_on is not None and draft.ends_on is not None:
        first, last = programme.period(draft.fiscal_year)
        if first <= draft.starts_on <= draft.ends_on <= last:
            good = _period_words(programme)
    title = {"paragraph": True}
    return (
        Section(
            _("提案の事業"),
            programme.projects if programme is not None else "",
            (
                Field("title", _("事業の名称"), FieldKind.MULTILINE, lines=2, extra=title),
                Field("summary", _("事業の内容"), FieldKind.MULTILINE, lines=8),
                Field(
                    "period",
                    _("実施期間"),
                    FieldKind.PERIOD,
                    good=good,
                    hint=programme.period_words if programme is not None else "",
                    parts=("starts_on", "ends_on"),
                ),
            ),
        ),
    )


def _period_words(programme: Programme) -> str:
    return _("{first}月から{last}月のうち").format(first=programme.starts.month, last=programme.ends.month)


def _money(answers: Answers, facts: IntakeFacts) -> Sections:
    draft = draft_of(answers)
    programme = facts.programme(draft)
    if programme is None:
        return (Section(_("制度を選ぶと、要件と申請額がここに出ます"), ""),)
    asked = tuple(
        Field(
            REQUIREMENT + one.key,
            one.label,
            FieldKind.CONFIRMATION,
            hint=one.hint,
            extra={"text": one.text, "clerk": facts.clerk or draft.received_by.strip()},
        )
        for one in programme.requirements
    )
    rate = _("補助率 {rate} ・ ").format(rate=programme.rate_words) if programme.rate is not None else ""
    return (
        Section(_("要件の確認"), _("人が確かめたものだけが「確認した」になります"), asked),
        Section(
            programme.amount_label,
            rate + _("上限 {cap}円").format(cap=format_yen(programme.cap)),
            tuple(_amount_fields(programme, draft)),
        ),
    )


def _amount_fields(programme: Programme, draft: ProposalDraft) -> Iterable[Field]:
    limit = rules.amount_limit(programme, draft.eligible_cost)
    cap = format_yen(programme.cap)
    if programme.rate is not None:
        yield Field(
            "eligible_cost",
            _("補助対象経費"),
            FieldKind.YEN,
            hint=_("収支予算書の支出から"),
            suffix=_("円"),
        )
    if programme.rate is None or draft.eligible_cost is None:
        how = programme.cap_words
    else:
        how = _("{cost}円の {rate}、上限 {cap}円").format(
            cost=format_yen(draft.eligible_cost), rate=programme.rate_words, cap=cap
        )
    yield Field(
        "_limit",
        _("申請できる額"),
        FieldKind.COMPUTED,
        hint=how,
        suffix=_("円まで"),
        extra={"value": format_yen(limit)},
    )
    yield Field("amount", programme.amount_label, FieldKind.YEN, suffix=_("円"))


def _papers(answers: Answers, facts: IntakeFacts) -> Sections:
    programme = facts.programme(draft_of(answers))
    if programme is None:
        return (Section(_("制度を選ぶと、添付の紙がここに出ます"), ""),)
    papers = tuple(Field(PAPER + one.key, one.label, FieldKind.COPIES) for one in programme.papers)
    return (Section(_("出された紙"), _("受け取った紙と部数。受付票にのります。"), papers),)


def _receive(answers: Answers, facts: IntakeFacts) -> Sections:
    ways = tuple(Option(way.value, _(label)) for way, label in RECEPTION_WAY_LABELS.items())
    asked = [
        Field("received_by_way", _("受け付け方"), FieldKind.SEGMENTS, options=ways),
        Field("received_by", _("受け付けた人"), width=240),
    ]
    breached = any(one.weight is Weight.NEEDS_REASON for one in all_problems(answers, facts))
    if breached or as_text(answers.get("reason")).strip():
        hint = _("理由のいる問題があっても、理由を書けば受理できます")
        asked.append(Field("reason", _("受理の理由"), FieldKind.MULTILINE, hint=hint, lines=2, width=360))
    return (Section(_("受付"), "", tuple(asked)),)


# What each step says


def _told(step: str) -> Callable[[Answers, IntakeFacts], tuple[Problem, ...]]:
    return partial(_problems_of, step)


def _problems_of(step: str, answers: Answers, facts: IntakeFacts) -> tuple[Problem, ...]:
    found = (problem for problem in all_problems(answers, facts) if _is_of(step, problem.field))
    shown = (_as_shown(problem, answers) for problem in found)
    return tuple(problem for problem in shown if problem is not None)


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


def _advice(problem: Problem) -> str:
    return _(_AMOUNT_ADVICE) if problem.field == "amount" else _(_REASON_ADVICE)


def _partner_words(answers: Answers, facts: IntakeFacts) -> str:
    return as_text(answers.get("partner_name")).strip()


def _contact_words(answers: Answers, facts: IntakeFacts) -> str:
    return as_text(answers.get("contact_name")).strip()


def _title_words(answers: Answers, facts: IntakeFacts) -> str:
    return as_text(answers.get("title")).strip()


def _amount_words(answers: Answers, facts: IntakeFacts) -> str:
    amount = as_number(answers.get("amount"))
    return _("{amount}円").format(amount=format_yen(amount)) if amount is not None else ""


def _unconfirmed(answers: Answers, facts: IntakeFacts) -> str:
    draft = draft_of(answers)
    programme = facts.programme(draft)
    found = {one.key for one in draft.requirements if one.state is not Confirmation.NOT_YET}
    asked = {one.key for one in programme.requirements} if programme is not None else set()
    left = len(asked - found)
    return _("未確認 {n}つ").format(n=left) if left else ""


def _missing_papers(answers: Answers, facts: IntakeFacts) -> str:
    draft = draft_of(answers)
    programme = facts.programme(draft)
    there = {key for key, _copies in draft.papers}
    asked = {one.key for one in programme.papers} if programme is not None else set()
    left = len(asked - there)
    return _("出ていない紙 {n}つ").format(n=left) if left else ""
