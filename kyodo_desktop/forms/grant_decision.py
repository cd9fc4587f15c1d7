"""交付決定（不交付）通知書: that a grant is given or not, how much, on what terms (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.appeal import APPEAL
from kyodo_desktop.forms.blocks import Body, ContactBlock, Item, Ki, Layout, LetterHead, Title
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.shared_fields import LETTER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_GRANTED, _REFUSED = ("result", "granted"), ("result", "refused")

FORM = Form(
    key="grant_decision",
    title=N_("交付決定通知書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(Signature("mayor", N_("市長"), Seal.OFFICIAL),),
    fields=(
        *LETTER,
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True, times=2),
        FormField("applied_on", N_("申請日"), _K.DATE, required=True),
        FormField(
            "result",
            N_("決定の内容"),
            _K.CHOICE,
            required=True,
            options=(FormOption("granted", N_("交付")), FormOption("refused", N_("不交付"))),
        ),
        FormField("title", N_("事業の名称"), required=True),
        FormField("total_cost", N_("事業に要する経費"), _K.YEN),
        FormField("eligible_cost", N_("補助対象経費"), _K.YEN),
        FormField("granted_amount", N_("補助金の額"), _K.YEN),
        FormField("starts_on", N_("事業の始期"), _K.DATE),
        FormField("ends_on", N_("事業の終期"), _K.DATE),
        FormField(
            "conditions",
            N_("この事業に付ける条件"),
            _K.ROWS,
            columns=(FormField("text", N_("条件"), _K.MULTILINE, required=True),),
        ),
        FormField("reject_reason", N_("交付しない理由"), _K.MULTILINE),
    ),
    wording=Wording(
        title=N_("{fiscal_year:nendo}小平市提示型公募事業補助金{result}決定通知書"),
        body=N_(
            "{applied_on}付けで申請のあった{fiscal_year:nendo}小平市提示型公募事業補助金については、"
            "下記のとおり{result}の決定をしましたので、通知します。"
        ),
        more=(
            Text(
                "terms",
                N_("交付の条件"),
                N_(
                    "補助金は、この事業の補助対象経費だけに使うこと。\n"
                    "事業の内容若しくは経費を変更し、又は事業を中止し、若しくは廃止しようとするときは、"
                    "あらかじめ市長の承認を受けること。\n"
                    "事業を終えたら、事業報告書及び収支決算書を提出すること。\n"
                    "収支の帳簿及び領収書を整え、市の求めに応じて見せること。"
                ),
            ),
            APPEAL,
        ),
    ),
    layout=Layout(
        blocks=(
            LetterHead(),
            Title(at=95, size=12),
            Body(at=106.5),
            Ki(
                at=119.5,
                first=9.5,
                pitch=7.6,
                label_width=29.6,
                value_left=66,
                items=(
                    Item(N_("事業の名称"), "{title}"),
                    Item(N_("事業に要する経費"), "{total_cost:kin}", optional=True),
                    Item(N_("補助対象経費"), "{eligible_cost:kin}", optional=True),
                    Item(N_("補助金の額"), "{granted_amount:kin}", only=_GRANTED),
                    Item(N_("事業の期間"), N_("{starts_on}から{ends_on}まで"), optional=True),
                    Item(N_("交付の条件"), text="terms", only=_GRANTED),
                    Item(N_("個別の条件"), "{text}", rows="conditions", optional=True),
                    Item(N_("理由"), "{reject_reason}", optional=True),
                ),
            ),
            Body("appeal", only=_REFUSED, indent=False, size=8.5, gap=3),
            ContactBlock(at=240, gap=2),
        ),
    ),
)
