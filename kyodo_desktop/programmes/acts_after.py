"""Acts of a case after the decision: money, agreement, the log of its execution, reports, what came after."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.programmes.act_kind import ActKind, choice, day, words, yen
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormOption

_K = FormFieldKind
_CHANGES = (
    FormOption("change", N_("変更")),
    FormOption("suspend", N_("中止")),
    FormOption("abolish", N_("廃止")),
)

_GRANT = ActKind(
    "grant",
    N_("交付決定"),
    (
        day("decided_on", N_("決定の日"), required=True),
        choice(
            "result",
            N_("結果"),
            (FormOption("granted", N_("交付")), FormOption("refused", N_("不交付"))),
            required=True,
        ),
        yen("granted_amount", N_("交付決定額")),
        FormField("previous_number", N_("文書番号")),
        words("conditions", N_("条件")),
        words("reject_reason", N_("不交付の理由")),
    ),
    held="decided_on",
    amount="granted_amount",
    verdict="result",
    once=True,
)
_PAYMENT_REQUEST = ActKind(
    "payment_request",
    N_("請求"),
    (
        day("asked_on", N_("請求書を受けた日"), required=True),
        yen("amount", N_("請求額"), required=True),
        day("needed_on", N_("団体がお金の要る日")),
        day("due_on", N_("支払う予定の日")),
    ),
    held="asked_on",
    due="due_on",
    amount="amount",
)
_PAYMENT = ActKind(
    "payment",
    N_("支払い"),
    (day("paid_on", N_("支払った日"), required=True), yen("amount", N_("支払額"), required=True)),
    held="paid_on",
    amount="amount",
)
_PLAN_CHANGE = ActKind(
    "plan_change",
    N_("計画の変更・中止・廃止"),
    (
        choice("change_kind", N_("種類"), _CHANGES, required=True),
        day("asked_on", N_("申請・申出の日"), required=True),
        words("changed_before", N_("変更の前")),
        words("changed_after", N_("変更の後")),
        words("change_reason", N_("理由"), required=True),
        yen("granted_amount_after", N_("変更後の額")),
        FormField("minor", N_("軽微な変更（承認はいらない）"), _K.CHECK),
        choice(
            "result",
            N_("結果"),
            (FormOption("approved", N_("承認")), FormOption("refused", N_("不承認"))),
        ),
        day("decided_on", N_("決定の日")),
    ),
    held="asked_on",
    done="decided_on",
    amount="granted_amount_after",
    verdict="result",
)
_AGREEMENT = ActKind(
    "agreement",
    N_("協定・契約"),
    (
        choice(
            "paper",
            N_("紙"),
            (
                FormOption("agreement", N_("協定書")),
                FormOption("contract", N_("委託契約書")),
                FormOption("other", N_("ほかの契約書等")),
            ),
            required=True,
        ),
        day("concluded_on", N_("結んだ日"), required=True),
        FormField("copies", N_("通数"), _K.NUMBER),
        yen("amount", N_("金額")),
        words("note", N_("メモ")),
    ),
    held="concluded_on",
    amount="amount",
)
_MEETING = ActKind(
    "meeting",
    N_("打合せ"),
    (
        day("held_on", N_("日"), required=True),
        FormField("people", N_("出席者")),
        words("topic", N_("話したこと"), required=True),
        words("agreed", N_("決めたこと")),
    ),
    held="held_on",
)
_SUPPORT = ActKind(
    "support",
    N_("市の支援"),
    (
        day("held_on", N_("日"), required=True),
        choice(
            "support_kind",
            N_("何を"),
            (
                FormOption("publicity", N_("広報")),
                FormOption("venue", N_("会場確保")),
                FormOption("advice", N_("運営等の相談")),
                FormOption("other", N_("ほか")),
            ),
            required=True,
        ),
        words("what", N_("内容"), required=True),
    ),
    held="held_on",
)
_MIDTERM = ActKind(
    "midterm",
    N_("中間評価"),
    (
        day("held_on", N_("日"), required=True),
        words("partner_words", N_("団体から")),
        words("city_words", N_("市から")),
        words("agreed", N_("これからのこと")),
    ),
    held="held_on",
)
_REPORT = ActKind(
    "report",
    N_("事業報告"),
    (
        day("due_on", N_("提出の期限")),
        day("received_on", N_("受け取った日"), required=True),
        words("results", N_("実施したこと")),
        FormField("people", N_("参加者"), _K.NUMBER),
        words("effect", N_("効果・成果")),
    ),
    held="received_on",
    due="due_on",
    once=True,
)
_SETTLEMENT = ActKind(
    "settlement",
    N_("額の確定"),
    (
        day("settled_on", N_("確定の日"), required=True),
        yen("settled_amount", N_("確定額"), required=True),
        yen("refund_amount", N_("返還額")),
        day("due_on", N_("返還の期限")),
        words("note", N_("メモ")),
    ),
    held="settled_on",
    due="due_on",
    amount="settled_amount",
    once=True,
)
_REFUND = ActKind(
    "refund",
    N_("返還"),
    (day("paid_on", N_("返還された日"), required=True), yen("amount", N_("返還された額"), required=True)),
    held="paid_on",
    amount="amount",
)
_REVOCATION = ActKind(
    "revocation",
    N_("決定の取消し"),
    (
        day("revoked_on", N_("取り消した日"), required=True),
        words("revoke_reason", N_("理由"), required=True),
        yen("refund_amount", N_("返還を求める額")),
        day("due_on", N_("返還の期限")),
    ),
    held="revoked_on",
    due="due_on",
    amount="refund_amount",
)
_RETROSPECTIVE = ActKind(
    "retrospective",
    N_("振り返り"),
    (
        day("held_on", N_("日"), required=True),
        words("partner_words", N_("団体から")),
        words("city_words", N_("市から")),
        words("agreed", N_("次に活かすこと")),
    ),
    held="held_on",
)
_EVALUATION = ActKind(
    "evaluation",
    N_("評価"),
    (day("held_on", N_("相互に評価した日"), required=True), words("note", N_("メモ"))),
    held="held_on",
)
_PUBLICATION = ActKind(
    "publication",
    N_("公表"),
    (
        day("published_on", N_("公表の日"), required=True),
        FormField("where", N_("どこに"), required=True),
        words("text", N_("公表した文")),
    ),
    held="published_on",
)
_CONTINUATION = ActKind(
    "continuation",
    N_("その後"),
    (
        day("held_on", N_("聞いた日"), required=True),
        choice(
            "continued",
            N_("その後"),
            (
                FormOption("continued", N_("継続している")),
                FormOption("independent", N_("自立している")),
                FormOption("ended", N_("続けていない")),
            ),
            required=True,
        ),
        words("note", N_("メモ")),
    ),
    held="held_on",
    verdict="continued",
)

AFTER = (
    _GRANT,
    _PAYMENT_REQUEST,
    _PAYMENT,
    _PLAN_CHANGE,
    _AGREEMENT,
    _MEETING,
    _SUPPORT,
    _MIDTERM,
    _REPORT,
    _SETTLEMENT,
    _REFUND,
    _REVOCATION,
    _RETROSPECTIVE,
    _EVALUATION,
    _PUBLICATION,
    _CONTINUATION,
)
"""In the order in which a case meets them."""
