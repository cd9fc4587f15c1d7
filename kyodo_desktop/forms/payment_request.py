"""請求書: the group asks for the money granted, or for what is left of it (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    ApplicationHead,
    Body,
    Box,
    Boxes,
    BoxRow,
    Item,
    Ki,
    Layout,
    Notes,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.forms.shared_fields import APPLICANT
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_WHEN_PAID = (FormOption("before", N_("概算払")), FormOption("after", N_("精算払")))
_NUMBER_ROOM = (("previous_number", N_("第　　　　　　号")),)
_ACCOUNTS = (FormOption("ordinary", N_("普通")), FormOption("current", N_("当座")))

FORM = Form(
    key="payment_request",
    title=N_("請求書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    signs=(Signature("applicant", N_("団体代表者"), Seal.REPRESENTATIVE),),
    fields=(
        FormField("applied_on", N_("請求日"), _K.DATE, required=True),
        *APPLICANT,
        FormField("amount", N_("請求金額"), _K.YEN, required=True),
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("payment_kind", N_("請求の区分"), _K.CHOICE, options=_WHEN_PAID),
        FormField("previous_on", N_("決定（確定）通知の日付"), _K.DATE, required=True),
        FormField("previous_number", N_("決定（確定）通知の文書番号")),
        FormField("bank", N_("金融機関名"), required=True),
        FormField("bank_code", N_("金融機関コード")),
        FormField("branch", N_("支店名"), required=True),
        FormField("branch_code", N_("支店コード")),
        FormField("account_kind", N_("預金種別"), _K.CHOICE, required=True, options=_ACCOUNTS),
        FormField("account_number", N_("口座番号"), required=True, personal=True),
        FormField("account_kana", N_("口座名義（カタカナ）"), _K.KANA, required=True, personal=True),
        FormField("account_name", N_("口座名義"), required=True, personal=True),
    ),
    wording=Wording(
        body=N_("{fiscal_year:nendo}{programme_title}補助金として、下記のとおり請求します。"),
        notes=(
            N_("請求金額は、訂正することができない。書き損じたときは、新しい用紙に書くこと。"),
            N_("振込先は、団体の名義の口座とすること。"),
        ),
    ),
    layout=Layout(
        caution=True,
        blocks=(
            ApplicationHead(role=N_("請求者")),
            Title(at=116, gap=6, size=16, spread=40),
            Body(at=127, gap=4, blanks=(("programme_title", N_("　　　　　　　　　　　　　　")),)),
            Ki(
                at=136,
                gap=2,
                first=10,
                pitch=8.6,
                value_left=66,
                label_width=26,
                closed=False,
                items=(
                    Item(N_("請求金額"), "{amount:kin}", lines=1, width=92, prefix=N_("金"), suffix=N_("円")),
                    Item(N_("事業の名称"), "{title}", lines=1),
                    Item(N_("請求の区分"), "{payment_kind:ticks}"),
                    Item(
                        N_("決定（確定）通知"),
                        N_("{previous_on}付け　{previous_number}"),
                        blanks=_NUMBER_ROOM,
                    ),
                ),
            ),
            Boxes(
                gap=4,
                heading=N_("振込先"),
                rows=(
                    BoxRow(
                        (
                            Box(N_("金融機関名"), "{bank}"),
                            Box(N_("コード"), "{bank_code}", label_width=20, width=30),
                        ),
                        height=9,
                    ),
                    BoxRow(
                        (
                            Box(N_("支店名"), "{branch}"),
                            Box(N_("コード"), "{branch_code}", label_width=20, width=30),
                        ),
                        height=9,
                    ),
                    BoxRow(
                        (
                            Box(N_("預金種別"), "{account_kind:ticks}", width=45),
                            Box(N_("口座番号"), "{account_number}", label_width=24),
                        ),
                        height=9,
                    ),
                    BoxRow((Box(N_("口座名義\n（カタカナ）"), "{account_kana}"),), height=11),
                    BoxRow((Box(N_("口座名義"), "{account_name}"),), height=9),
                ),
            ),
            Notes(),
        ),
    ),
)
