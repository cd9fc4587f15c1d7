"""Acts of a case until it is decided: what was asked for, heard, coordinated, selected."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.programmes.act_kind import ActKind, choice, day, words, yen
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormOption

_K = FormFieldKind
_RESULTS = (
    FormOption("adopted", N_("採択")),
    FormOption("conditional", N_("条件付採択")),
    FormOption("rejected", N_("不採択")),
)
_FAULTS = (
    FormOption("error", N_("誤り")),
    FormOption("missing", N_("不足")),
    FormOption("old", N_("古い")),
)
_VERDICTS = (
    FormOption("fit", N_("適")),
    FormOption("conditional", N_("条件付")),
    FormOption("unfit", N_("不適")),
)

_CORRECTION = ActKind(
    "correction",
    N_("補正依頼"),
    (
        FormField("target", N_("直す紙・所"), required=True),
        choice("fault", N_("わけ"), _FAULTS, required=True),
        words("words", N_("直してもらうこと"), required=True),
        day("asked_on", N_("依頼した日"), required=True),
        day("due_on", N_("期限")),
        day("answered_on", N_("直した日")),
        words("answer", N_("どう直したか")),
    ),
    held="asked_on",
    due="due_on",
    done="answered_on",
)
_OPINION = ActKind(
    "opinion",
    N_("所見"),
    (
        FormField("department", N_("依頼した課"), required=True),
        words("question", N_("特に聞くこと")),
        day("asked_on", N_("依頼した日"), required=True),
        day("due_on", N_("回答の期限")),
        day("reminded_on", N_("催促した日")),
        day("received_on", N_("受け取った日")),
        choice(
            "received_way",
            N_("受け取り方"),
            (FormOption("paper", N_("紙")), FormOption("typed", N_("ここに入力"))),
        ),
        FormField("respondent", N_("記入者の職・氏名")),
        choice("verdict", N_("総合所見"), _VERDICTS),
        words("opinion", N_("所見")),
        words("confidential", N_("庁内だけの所見")),
    ),
    held="asked_on",
    due="due_on",
    done="received_on",
    department="department",
    verdict="verdict",
)
_COORDINATION = ActKind(
    "coordination",
    N_("調整"),
    (
        day("held_on", N_("日"), required=True),
        FormField("place", N_("場所・方法")),
        FormField("people", N_("出席者")),
        words("topic", N_("話したこと"), required=True),
        words("partner_said", N_("団体の意見")),
        words("city_said", N_("市の意見")),
        words("agreed", N_("決めたこと")),
    ),
    held="held_on",
)
_COUNCIL_OPINION = ActKind(
    "council_opinion",
    N_("庁内検討会議の意見"),
    (
        day("held_on", N_("会議の日"), required=True),
        FormField("meeting", N_("会議")),
        words("council_opinion", N_("会議の意見"), required=True),
    ),
    held="held_on",
)
_REVISION = ActKind(
    "revision",
    N_("再提出"),
    (
        day("handed_in_on", N_("再提出の日"), required=True),
        words("what_changed", N_("見直したこと"), required=True),
    ),
    held="handed_in_on",
)
_SELECTION = ActKind(
    "selection",
    N_("選考"),
    (
        day("held_on", N_("審査会の日"), required=True),
        FormField("document_total", N_("書類審査の合計"), _K.NUMBER),
        FormField("interview_total", N_("面接審査の合計"), _K.NUMBER),
        FormField("rank", N_("順位"), _K.NUMBER),
        FormField(
            "recusals",
            N_("除斥した委員"),
            _K.ROWS,
            columns=(FormField("member", N_("氏名"), required=True), FormField("reason", N_("利害関係"))),
        ),
        choice("result", N_("結果"), _RESULTS),
        yen("granted_amount", N_("採択予定額")),
        words("conditions", N_("条件・付帯意見")),
        words("reject_reason", N_("理由")),
        day("decided_on", N_("決定の日")),
    ),
    held="held_on",
    done="decided_on",
    amount="granted_amount",
    verdict="result",
    once=True,
)
_BUDGETING = ActKind(
    "budgeting",
    N_("予算編成"),
    (
        day("held_on", N_("計上した日"), required=True),
        yen("amount", N_("翌年度予算の額"), required=True),
        FormField("department", N_("担当課")),
        FormField("account", N_("科目")),
    ),
    held="held_on",
    amount="amount",
    department="department",
    once=True,
)
_COUNCIL_VOTE = ActKind(
    "council_vote",
    N_("市議会の議決"),
    (
        day("held_on", N_("議決の日"), required=True),
        choice(
            "result",
            N_("結果"),
            (FormOption("passed", N_("可決")), FormOption("not_passed", N_("可決されなかった"))),
            required=True,
        ),
        yen("amount", N_("決まった事業費")),
    ),
    held="held_on",
    amount="amount",
    verdict="result",
    once=True,
)

BEFORE = (
    _CORRECTION,
    _OPINION,
    _COORDINATION,
    _COUNCIL_OPINION,
    _REVISION,
    _SELECTION,
    _BUDGETING,
    _COUNCIL_VOTE,
)
"""In the order in which a case meets them."""
