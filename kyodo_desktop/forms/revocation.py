"""取消・返還通知書: that a grant is taken back, why, and what is to be paid back by when (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.appeal import APPEAL
from kyodo_desktop.forms.blocks import Body, ContactBlock, Item, Ki, Layout, LetterHead, Title
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.forms.shared_fields import DECIDED, LETTER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_SCOPES = (FormOption("all", N_("全部")), FormOption("part", N_("一部")))
_BLANKS = (("scope", N_("全部（一部）")), ("previous_number", N_("第　　　　　　号")))

FORM = Form(
    key="revocation",
    title=N_("取消・返還通知書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(Signature("mayor", N_("市長"), Seal.OFFICIAL),),
    fields=(
        *LETTER,
        *DECIDED,
        FormField("title", N_("事業の名称"), required=True),
        FormField("scope", N_("取り消す範囲"), _K.CHOICE, required=True, options=_SCOPES),
        FormField("granted_amount", N_("交付決定額"), _K.YEN, required=True),
        FormField("revoked_amount", N_("取り消す額"), _K.YEN, required=True),
        FormField("revoke_reason", N_("取消しの理由"), _K.MULTILINE, required=True),
        FormField("refund_amount", N_("返還する額"), _K.YEN),
        FormField("due_on", N_("返還の期限"), _K.DATE),
        FormField("refund_way", N_("返還の方法"), _K.MULTILINE),
    ),
    wording=Wording(
        title=N_("小平市提示型公募事業補助金交付決定取消・返還通知書"),
        body=N_(
            "{previous_on}付け{previous_number}により交付の決定をした補助金については、"
            "下記のとおりその決定の{scope}を取り消しましたので、通知します。"
        ),
        more=(APPEAL,),
    ),
    layout=Layout(
        blocks=(
            LetterHead(),
            Title(at=94, size=12),
            Body(at=105, blanks=_BLANKS),
            Ki(
                at=118,
                first=9,
                pitch=7.2,
                items=(
                    Item(N_("事業の名称"), "{title}"),
                    Item(N_("交付決定額"), "{granted_amount:kin}"),
                    Item(N_("取り消す額"), "{revoked_amount:kin}"),
                    Item(N_("取消しの理由"), "{revoke_reason}"),
                    Item(N_("返還する額"), "{refund_amount:kin}", optional=True),
                    Item(N_("返還の期限"), "{due_on}", optional=True),
                    Item(N_("返還の方法"), "{refund_way}", optional=True),
                ),
            ),
            Body("appeal", indent=False, size=8.5, gap=3),
            ContactBlock(at=240, gap=2),
        ),
    ),
)
