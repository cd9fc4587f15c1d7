"""所見依頼: the letter that asks a section for its 所見書 (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Body, ContactBlock, Item, Ki, Layout, LetterHead, Title
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind

FORM = Form(
    key="opinion_request",
    title=N_("所見依頼"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    signs=(Signature("head", N_("課長"), Seal.NONE),),
    fields=(
        FormField("document_number", N_("文書番号")),
        FormField("issued_on", N_("依頼日"), _K.DATE, required=True),
        FormField("department", N_("所見を求める課"), required=True),
        FormField("addressee_title", N_("宛先の職")),
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("programme_title", N_("制度"), required=True, times=2),
        FormField("receipt_number", N_("受付番号"), required=True),
        FormField("partner_name", N_("団体名"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("theme", N_("応募テーマ")),
        FormField("summary", N_("事業の概要"), _K.MULTILINE),
        FormField("question", N_("特に伺いたいこと"), _K.MULTILINE),
        FormField("due_on", N_("回答期限"), _K.DATE, required=True),
    ),
    wording=Wording(
        title=N_("{fiscal_year:nendo}{programme_title}の所見について（依頼）"),
        body=N_(
            "{programme_title}に、下記のとおり貴課の所管に関わる事業の応募がありました。"
            "選考審査の資料としますので、別紙「所見書」により、期限までに所見をお寄せください。"
        ),
        more=(
            Text(
                "points",
                N_("所見の項目"),
                N_(
                    "公益性・必要性、実現性（法令・予算・体制）、既存事業との重複、協働の効果、課題・条件及び総合所見"
                ),
            ),
            Text("sender_words", N_("差出人"), N_("地域振興部市民協働・男女参画推進課長")),
            Text("enclosures", N_("送付書類"), N_("所見書の用紙、申請書等の写し")),
        ),
    ),
    layout=Layout(
        number=False,
        blocks=(
            LetterHead(name="department", person="addressee_title", sender="sender_words"),
            Title(at=95, size=12),
            Body(at=106),
            Ki(
                at=120,
                first=10,
                pitch=7.8,
                label_width=29.6,
                value_left=66,
                items=(
                    Item(N_("受付番号"), "{receipt_number}"),
                    Item(N_("団体名"), "{partner_name}"),
                    Item(N_("事業の名称"), "{title}"),
                    Item(N_("応募テーマ"), "{theme}", optional=True),
                    Item(N_("事業の概要"), "{summary}", optional=True),
                    Item(N_("所見の項目"), text="points"),
                    Item(N_("特に伺いたいこと"), "{question}", optional=True),
                    Item(N_("回答期限"), "{due_on}"),
                    Item(N_("送付書類"), text="enclosures"),
                ),
            ),
            ContactBlock(at=240, gap=2),
        ),
    ),
)
