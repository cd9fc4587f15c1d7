"""額の確定通知書: how much of the grant stays with the group once the project is over (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Body, ContactBlock, Item, Ki, Layout, LetterHead, Title
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.forms.shared_fields import DECIDED, LETTER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_NUMBER_ROOM = (("previous_number", N_("第　　　　　　号")),)

FORM = Form(
    key="settlement_notice",
    title=N_("額の確定通知書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(Signature("mayor", N_("市長"), Seal.OFFICIAL),),
    fields=(
        *LETTER,
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("applied_on", N_("報告日"), _K.DATE, required=True),
        *DECIDED,
        FormField("title", N_("事業の名称"), required=True),
        FormField("granted_amount", N_("交付決定額"), _K.YEN, required=True),
        FormField("settled_amount", N_("確定額"), _K.YEN, required=True),
        FormField("decided_on", N_("確定年月日"), _K.DATE, required=True),
        FormField("paid_amount", N_("交付済額"), _K.YEN),
        FormField("refund_amount", N_("返還する額"), _K.YEN),
        FormField("due_on", N_("返還の期限"), _K.DATE),
        FormField("refund_way", N_("返還の方法"), _K.MULTILINE),
    ),
    wording=Wording(
        title=N_("{fiscal_year:nendo}小平市提示型公募事業補助金の額の確定通知書"),
        body=N_(
            "{previous_on}付け{previous_number}により交付を決定した補助金については、"
            "{applied_on}付けで提出のあった事業報告書等により、下記のとおり額を確定しましたので、"
            "通知します。"
        ),
    ),
    layout=Layout(
        blocks=(
            LetterHead(),
            Title(at=97, size=12),
            Body(at=109, blanks=_NUMBER_ROOM),
            Ki(
                at=131,
                first=11,
                pitch=8.6,
                items=(
                    Item(N_("事業の名称"), "{title}"),
                    Item(N_("交付決定額"), "{granted_amount:kin}"),
                    Item(N_("確定額"), "{settled_amount:kin}"),
                    Item(N_("確定年月日"), "{decided_on}"),
                    Item(N_("交付済額"), "{paid_amount:kin}", optional=True),
                    Item(N_("返還する額"), "{refund_amount:kin}", optional=True),
                    Item(N_("返還の期限"), "{due_on}", optional=True),
                    Item(N_("返還の方法"), "{refund_way}", optional=True),
                ),
            ),
            ContactBlock(at=240),
        ),
    ),
)
