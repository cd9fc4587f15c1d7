"""What the intake asks of the project: its contents, who does what, what it costs."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, FieldKind, Option, Section, Sections
from kyodo_desktop.flows.intake_answers import draft_of
from kyodo_desktop.flows.intake_facts import IntakeFacts
from kyodo_desktop.flows.intake_lines import ROLES, ROWS
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.budget_rules import EXPENSES, INCOME
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.cases import LineSide
from kyodo_desktop.records.proposals import ProposalDraft


def project_sections(answers: Answers, facts: IntakeFacts) -> Sections:
    """Return what is asked of the project, in the order of the 事業計画書."""
    draft = draft_of(answers)
    programme = facts.programme(draft)
    good = ""
    if programme is not None and draft.starts_on is not None and draft.ends_on is not None:
        first, last = programme.period(draft.fiscal_year)
        if first <= draft.starts_on <= draft.ends_on <= last:
            good = _period_words(programme)
    return (
        Section(
            _("提案の事業"),
            programme.projects if programme is not None else "",
            (
                Field("title", _("事業の名称"), FieldKind.MULTILINE, lines=2, extra={"paragraph": True}),
                _text("purpose", _("目的"), 3),
                _text("summary", _("事業の内容"), 8),
                Field(
                    "period",
                    _("実施期間"),
                    FieldKind.PERIOD,
                    good=good,
                    hint=programme.period_words if programme is not None else "",
                    parts=("starts_on", "ends_on"),
                ),
                _text("place", _("実施場所"), 2),
                _text("participants", _("対象・参加見込数"), 2),
            ),
        ),
        Section(
            _("ねらい"),
            "",
            (
                _text("need", _("必要性（地域の課題）"), 4),
                _text("public_interest", _("公益性"), 3),
                _text("effect", _("期待される効果"), 4),
            ),
        ),
    )


def plan_sections(answers: Answers, facts: IntakeFacts) -> Sections:
    """Return what is asked about who does what, and about the city's side."""
    draft = draft_of(answers)
    columns = (
        Field("partner", _("団体がすること"), FieldKind.MULTILINE),
        Field("city", _("市がすること"), FieldKind.MULTILINE),
    )
    return (
        Section(
            _("体制と役割分担"),
            "",
            (
                _text("organisation", _("実施体制"), 3, hint=_carried_words(draft, facts)),
                Field(ROLES, _("役割分担"), ROWS, extra={"columns": columns}),
                _text("publicity", _("広報の方法"), 2),
                _text("next_year", _("次年度以降の展開"), 3),
            ),
        ),
        Section(
            _("市の側"),
            _("紙にないことは、あとからでも書けます"),
            (
                Field(
                    "department",
                    _("担当課"),
                    FieldKind.CHOICE,
                    width=240,
                    options=_departments(draft, facts),
                ),
                _text("selection_method", _("選定方法"), 2),
                _text("selection_criteria", _("選定基準"), 2),
            ),
        ),
    )


def budget_sections(answers: Answers, facts: IntakeFacts) -> Sections:
    """Return the two sides of the 収支予算, each with what it comes to."""
    draft = draft_of(answers)
    programme = facts.programme(draft)
    expenses = [
        Field("item", _("区分"), FieldKind.TEXT),
        Field("planned", _("予算額"), FieldKind.YEN),
        Field("basis", _("積算"), FieldKind.TEXT),
    ]
    has_rate = programme is not None and programme.rate is not None
    if has_rate:
        expenses.insert(2, Field("eligible", _("うち補助対象"), FieldKind.YEN))
    income = (
        Field("item", _("区分"), FieldKind.TEXT),
        Field("planned", _("予算額"), FieldKind.YEN),
        Field("basis", _("説明"), FieldKind.TEXT),
    )
    return (
        Section(
            _("収入"),
            _("補助金・団体の負担・参加費など"),
            (
                Field(INCOME, _("収入の行"), ROWS, extra={"columns": income}),
                _sum("_income", _("収入の計"), draft.total(LineSide.INCOME)),
            ),
        ),
        Section(
            _("支出"),
            _("報償費・消耗品費・印刷製本費・使用料など"),
            (
                Field(EXPENSES, _("支出の行"), ROWS, extra={"columns": tuple(expenses)}),
                _sum(
                    "_expenses",
                    _("支出の計"),
                    draft.total(LineSide.EXPENSE),
                    good=_balance_words(draft, programme),
                ),
                *((_sum("_eligible", _("補助対象の計"), draft.eligible_total or 0),) if has_rate else ()),
            ),
        ),
    )


def budget_words(answers: Answers, facts: IntakeFacts) -> str:
    """Return what both sides come to, empty while nothing is written."""
    draft = draft_of(answers)
    if not draft.lines:
        return ""
    return _("収入 {income}円・支出 {expenses}円").format(
        income=format_yen(draft.total(LineSide.INCOME)), expenses=format_yen(draft.total(LineSide.EXPENSE))
    )


def budget_open(answers: Answers, facts: IntakeFacts) -> str:
    """Return that no line is written yet."""
    return "" if draft_of(answers).lines else _("内訳はまだ")


def roles_words(answers: Answers, facts: IntakeFacts) -> str:
    """Return how many lines 役割分担 has."""
    count = len(draft_of(answers).roles)
    return _("役割分担 {n}行").format(n=count) if count else ""


def _text(name: str, label: str, lines: int, hint: str = "") -> Field:
    return Field(name, label, FieldKind.MULTILINE, lines=lines, hint=hint)


def _sum(name: str, label: str, amount: int, good: str = "") -> Field:
    extra = {"value": format_yen(amount)}
    return Field(name, label, FieldKind.COMPUTED, good=good, suffix=_("円"), extra=extra)


def _balance_words(draft: ProposalDraft, programme: Programme | None) -> str:
    income, expenses = draft.total(LineSide.INCOME), draft.total(LineSide.EXPENSE)
    asked = programme is not None and programme.balanced and draft.has_lines(LineSide.EXPENSE)
    return _("収入の計と一致") if asked and income == expenses else ""


def _period_words(programme: Programme) -> str:
    return _("{first}月から{last}月のうち").format(first=programme.starts.month, last=programme.ends.month)


def _departments(draft: ProposalDraft, facts: IntakeFacts) -> tuple[Option, ...]:
    names = dict.fromkeys((*facts.departments, *filter(None, [draft.department])))
    return (Option("", _("選ばない")), *(Option(name, name) for name in names))


def _carried_words(draft: ProposalDraft, facts: IntakeFacts) -> str:
    former = facts.former
    if former is None or not former.organisation or former.organisation != draft.organisation:
        return ""
    return _("{year}の提案と同じ").format(year=format_fiscal_year(former.fiscal_year))
