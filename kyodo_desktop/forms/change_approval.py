"""変更承認通知書: that a change, a suspension or the end of a granted project is approved (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Body, ContactBlock, Item, Ki, Layout, LetterHead, Title
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.forms.shared_fields import DECIDED, LETTER
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_KINDS = (
    FormOption("change", N_("変更")),
    FormOption("suspend", N_("中止")),
    FormOption("abolish", N_("廃止")),
)
_RESULTS = (FormOption("approved", N_("承認")), FormOption("refused", N_("不承認")))
_NUMBER_ROOM = (("previous_number", N_("第　　　　　　号")),)
_BLANKS = (("change_kind", N_("変更（中止・廃止）")), ("result", N_("承認（不承認）")))

FORM = Form(
    key="change_approval",
    title=N_("変更承認通知書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(Signature("mayor", N_("市長"), Seal.OFFICIAL),),
    fields=(
        *LETTER,
        FormField("applied_on", N_("申請日"), _K.DATE, required=True),
        FormField("change_kind", N_("申請の区分"), _K.CHOICE, required=True, options=_KINDS),
        FormField("result", N_("決定の内容"), _K.CHOICE, required=True, options=_RESULTS),
        *DECIDED,
        FormField("title", N_("事業の名称"), required=True),
        FormField("changed_before", N_("変更前の内容"), _K.MULTILINE),
        FormField("changed_after", N_("変更後の内容"), _K.MULTILINE),
        FormField("granted_amount", N_("変更前の補助金の額"), _K.YEN),
        FormField("granted_amount_after", N_("変更後の補助金の額"), _K.YEN),
        FormField(
            "conditions",
            N_("条件"),
            _K.ROWS,
            columns=(FormField("text", N_("条件"), _K.MULTILINE, required=True),),
        ),
        FormField("reject_reason", N_("承認しない理由"), _K.MULTILINE),
    ),
    wording=Wording(
        title=N_("小平市提示型公募事業補助金{change_kind}{result}通知書"),
        body=N_(
            "{applied_on}付けで申請のあった事業の{change_kind}については、"
            "下記のとおり{result}の決定をしましたので、通知します。"
        ),
    ),
    layout=Layout(
        blocks=(
            LetterHead(),
            Title(at=97, size=12, blanks=_BLANKS),
            Body(at=109, blanks=_BLANKS),
            Ki(
                at=124,
                first=11,
                pitch=8.6,
                label_width=25.9,
                value_left=63,
                items=(
                    Item(N_("事業の名称"), "{title}"),
                    Item(N_("交付決定"), N_("{previous_on}付け{previous_number}"), blanks=_NUMBER_ROOM),
                    Item(N_("変更前の内容"), "{changed_before}", optional=True),
                    Item(N_("変更後の内容"), "{changed_after}", optional=True),
                    Item(
                        N_("補助金の額"),
                        N_("変更前　{granted_amount:kin}\n変更後　{granted_amount_after:kin}"),
                        optional=True,
                    ),
                    Item(N_("条件"), "{text}", rows="conditions", optional=True),
                    Item(N_("理由"), "{reject_reason}", optional=True),
                ),
            ),
            ContactBlock(at=240),
        ),
    ),
)
