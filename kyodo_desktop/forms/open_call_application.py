"""交付申請書 of 提示型公募 (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import ApplicationHead, Body, Item, Ki, Layout, ReceptionBox, Title
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.shared_fields import APPLICANT
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

FORM = Form(
    key="open_call_application",
    title=N_("交付申請書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    signs=(Signature("applicant", N_("団体代表者"), Seal.REPRESENTATIVE),),
    fields=(
        FormField("applied_on", N_("申請日"), FormFieldKind.DATE, required=True),
        *APPLICANT,
        FormField("fiscal_year", N_("年度"), FormFieldKind.NUMBER, required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("amount", N_("交付申請額"), FormFieldKind.YEN, required=True),
    ),
    wording=Wording(
        title=N_("小平市提示型公募事業補助金交付申請書"),
        body=N_(
            "{fiscal_year:nendo}において、小平市提示型公募事業補助金の交付を受けたいので、"
            "下記のとおり関係書類を添えて申請します。"
        ),
        more=(Text("enclosures", N_("添付書類"), N_("事業計画書\n収支予算書\n団体概要書\n会則等")),),
    ),
    layout=Layout(
        blocks=(
            ApplicationHead(at=34),
            Title(at=120),
            Body(at=133),
            Ki(
                at=153,
                first=12,
                value_left=62,
                closed=False,
                items=(
                    Item(N_("事業の名称"), "{title}", lines=2, at=165),
                    Item(
                        N_("交付申請額"),
                        "{amount:kin}",
                        lines=1,
                        width=92,
                        prefix=N_("金"),
                        suffix=N_("円"),
                        at=188.5,
                    ),
                    Item(N_("添付書類"), text="enclosures", at=201.5),
                ),
            ),
        ),
        foot=ReceptionBox(top=241),
    ),
)
