"""The intake of a proposal: from the choice of the programme to its 受付, in eight steps.

What is asked comes from the programme's file (requirements, papers, cap, rate, 実施期間); what is wrong from
`programmes.rules`. Nothing here holds a 受付 back but what makes the slip impossible.
"""

from collections.abc import Iterable

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
from kyodo_desktop.flows.intake_facts import IntakeFacts
from kyodo_desktop.flows.intake_history import correction_sections, history_sections
from kyodo_desktop.flows.intake_plan import (
    budget_open,
    budget_sections,
    budget_words,
    plan_sections,
    project_sections,
    roles_words,
)
from kyodo_desktop.flows.intake_problems import (
    BUDGET,
    CONTACT,
    MONEY,
    PAPERS,
    PLAN,
    PROJECT,
    RECEIVE,
    REVIEW,
    ROUND,
    advice,
    all_problems,
    amount_words,
    contact_words,
    missing_papers,
    partner_words,
    title_words,
    told,
    unconfirmed,
)
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes import rules
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.proposals import RECEPTION_WAY_LABELS, ProposalDraft, Weight

_MOST_SEGMENTS = 2
_NAME_HINT = N_("ツールの「設定」に担当者の名前を書いておくと、次から入ります")


def make_intake(answers: Answers, facts: IntakeFacts) -> Flow:
    """Return the flow of one proposal over its answers."""
    return Flow(
        (
            Step(ROUND, _("制度と団体"), _round, problems=told(ROUND), summary=partner_words),
            Step(CONTACT, _("申請者と連絡先"), _contact, problems=told(CONTACT), summary=contact_words),
            Step(PROJECT, _("事業の内容"), project_sections, problems=told(PROJECT), summary=title_words),
            Step(PLAN, _("体制と役割分担"), plan_sections, problems=told(PLAN), summary=roles_words),
            Step(
                BUDGET,
                _("収支予算"),
                budget_sections,
                problems=told(BUDGET),
                summary=budget_words,
                unfinished=budget_open,
            ),
            Step(
                MONEY,
                _("要件と申請額"),
                _money,
                problems=told(MONEY),
                summary=amount_words,
                unfinished=unconfirmed,
            ),
            Step(PAPERS, _("添付の紙"), _papers, problems=told(PAPERS), unfinished=missing_papers),
            Step(
                RECEIVE,
                _("確かめて受け付ける") if facts.fixed is None else _("確かめて保存する"),
                _receive,
                problems=told(RECEIVE),
                body=REVIEW,
            ),
        ),
        answers,
        facts,
        advice=advice,
        reason="reason",
        breaches=all_problems,
    )


# What each step asks


def _round(answers: Answers, facts: IntakeFacts) -> Sections:
    draft = draft_of(answers)
    programme = facts.programme(draft)
    money = ""
    if programme is not None:
        money = f"{_limit_words(programme)} ・ {programme.period_words}"
    who = programme.applicants if programme is not None else ""
    return (
        Section(_("どの募集か"), "", (*_round_fields(draft, facts, money), *_theme_field(draft, facts))),
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
        shown = {"value": year, "left": True}
        # It bears what is said of the year: that the round was closed.
        yield Field("_year", _("年度"), FieldKind.COMPUTED, parts=("fiscal_year",), extra=shown)
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


def _theme_field(draft: ProposalDraft, facts: IntakeFacts) -> Iterable[Field]:
    """Yield the choice among the themes of the round, where it has chosen any."""
    themes = facts.partner.themes
    if not themes and draft.theme_id is None:
        return
    options = [Option("", _("選ばない"))]
    options += [Option(str(one.id), f"{one.number}　{one.title}") for one in themes]
    if draft.theme_id is not None and all(one.id != draft.theme_id for one in themes):
        options.append(Option(str(draft.theme_id), _("（この募集で提示していないテーマ）")))
    yield Field("theme_id", _("テーマ・課題"), FieldKind.CHOICE, width=360, options=tuple(options))


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
                Field("contact_email", _("電子メール"), FieldKind.MAIL),
            ),
        ),
    )


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
            patient=True,
            extra={"text": one.text, "clerk": facts.clerk, "name": facts.name_to_propose(draft)},
        )
        for one in programme.requirements
    )
    return (
        *history_sections(facts.cases),
        Section(_("要件の確認"), _("人が確かめたものだけが「確認した」になります"), asked),
        Section(
            programme.amount_label,
            _limit_words(programme),
            tuple(_amount_fields(programme, draft)),
        ),
    )


def _limit_words(programme: Programme) -> str:
    rate = _("補助率 {rate} ・ ").format(rate=programme.rate_words) if programme.rate is not None else ""
    return rate + _("上限 {cap}円").format(cap=format_yen(programme.cap))


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
    return (
        Section(_("出された紙"), _("受け取った紙と部数。受付票にのります。"), papers),
        *correction_sections(facts.corrections),
    )


def _receive(answers: Answers, facts: IntakeFacts) -> Sections:
    ways = tuple(Option(way.value, _(label)) for way, label in RECEPTION_WAY_LABELS.items())
    asked = [
        Field("received_by_way", _("受け付け方"), FieldKind.SEGMENTS, options=ways),
        Field(
            "arrived_on", _("届いた日"), FieldKind.DATE, hint=_("きょう届いたものは、書かなくてかまいません")
        ),
        Field("received_by", _("受け付けた人"), hint="" if facts.clerk else _(_NAME_HINT), width=240),
    ]
    breached = any(one.weight is Weight.NEEDS_REASON for one in all_problems(answers, facts))
    if breached or as_text(answers.get("reason")).strip():
        hint = _("理由のいる問題があっても、理由を書けば受理できます")
        asked.append(Field("reason", _("受理の理由"), FieldKind.MULTILINE, hint=hint, lines=2, width=360))
    return (Section(_("受付"), "", tuple(asked)),)
