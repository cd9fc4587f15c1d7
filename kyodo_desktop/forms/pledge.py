"""誓約書: what the group stands for when it applies (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import ApplicationHead, Body, Item, Ki, Layout, Title
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.shared_fields import APPLICANT
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

FORM = Form(
    key="pledge",
    title=N_("誓約書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    signs=(Signature("applicant", N_("団体代表者"), Seal.REPRESENTATIVE),),
    fields=(
        FormField("applied_on", N_("誓約日"), FormFieldKind.DATE, required=True),
        *APPLICANT,
        FormField("fiscal_year", N_("年度"), FormFieldKind.NUMBER, required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("title", N_("事業の名称"), required=True),
    ),
    wording=Wording(
        body=N_(
            "{fiscal_year:nendo}{programme_title}への応募に当たり、当団体は、下記の事項を誓約します。"
            "この誓約に反したことにより当団体が受ける不利益については、異議を申し立てません。"
        ),
        more=(
            Text(
                "group",
                N_("団体について"),
                N_(
                    "宗教活動又は政治活動を主たる目的とする団体ではありません。\n"
                    "営利を目的とする団体ではありません。\n"
                    "会則等に基づいて運営し、会計を適正に処理しています。"
                ),
            ),
            Text(
                "gangs",
                N_("暴力団の排除"),
                N_(
                    "小平市暴力団排除条例に規定する暴力団ではありません。\n"
                    "暴力団員等が役員であることも、運営に関わることもありません。"
                ),
            ),
            Text(
                "project",
                N_("事業について"),
                N_("この事業について、国、都、市等から他の補助を受けていません。"),
            ),
            Text(
                "inquiry",
                N_("照会への同意"),
                N_("上記を確かめるため、市が関係する官公署に照会することに同意します。"),
            ),
        ),
    ),
    layout=Layout(
        blocks=(
            ApplicationHead(role=N_("誓約者")),
            Title(at=122, size=16, spread=44),
            Body(at=137, blanks=(("programme_title", N_("　　　　　　　　　　　")),)),
            Ki(
                at=163,
                value_left=62,
                items=(
                    Item(N_("事業の名称"), "{title}", lines=1),
                    Item(N_("団体の性格"), text="group"),
                    Item(N_("暴力団の排除"), text="gangs"),
                    Item(N_("他の補助"), text="project"),
                    Item(N_("照会の同意"), text="inquiry"),
                ),
            ),
        ),
    ),
)
