"""いきいき協働事業提案書, handed in first and again after the talks with the section (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    ApplicationHead,
    Body,
    Box,
    Boxes,
    BoxRow,
    Column,
    Item,
    Ki,
    Layout,
    Notes,
    PageBreak,
    ReceptionBox,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.shared_fields import APPLICANT
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_TURN = (FormOption("first", N_("初回")), FormOption("again", N_("再提出")))

FORM = Form(
    key="ikiiki_proposal",
    title=N_("いきいき協働事業提案書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    signs=(Signature("applicant", N_("団体代表者"), Seal.REPRESENTATIVE),),
    fields=(
        FormField("applied_on", N_("提案日"), _K.DATE, required=True),
        *APPLICANT,
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("turn", N_("提出の区分"), _K.CHOICE, options=_TURN),
        FormField("title", N_("提案事業名"), required=True),
        FormField("theme_number", N_("事業番号")),
        FormField("theme", N_("市の提示課題"), required=True),
        FormField("amount", N_("見積額"), _K.YEN, required=True),
        FormField("need", N_("現状と課題"), _K.MULTILINE, required=True),
        FormField("purpose", N_("事業の目的"), _K.MULTILINE, required=True),
        FormField("summary", N_("事業の内容"), _K.MULTILINE, required=True),
        FormField("participants", N_("対象"), _K.MULTILINE, required=True),
        FormField("starts_on", N_("実施時期の初日"), _K.DATE, required=True),
        FormField("ends_on", N_("実施時期の末日"), _K.DATE, required=True),
        FormField("synergy", N_("協働の必要性・相乗効果"), _K.MULTILINE, required=True),
        FormField(
            "roles",
            N_("役割分担"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("partner", N_("団体の役割"), _K.MULTILINE),
                FormField("city", N_("市の役割"), _K.MULTILINE),
            ),
        ),
        FormField("organisation", N_("実施体制"), _K.MULTILINE, required=True),
        FormField(
            "schedule",
            N_("スケジュール"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("when", N_("時期"), required=True),
                FormField("what", N_("実施すること"), _K.MULTILINE, required=True),
            ),
        ),
        FormField("effect", N_("期待される成果（指標）"), _K.MULTILINE, required=True),
        FormField("next_year", N_("次年度以降の展開"), _K.MULTILINE),
        FormField("changes", N_("初回の提案から変えた点"), _K.MULTILINE),
    ),
    wording=Wording(
        title=N_("行政提案型いきいき協働事業提案書"),
        body=N_("{fiscal_year:nendo}行政提案型いきいき協働事業について、下記のとおり提案します。"),
        notes=(
            N_("見積額は、消費税及び地方消費税を含む額を書くこと。"),
            N_("再提出のときは、初回の提案から変えた点を書くこと。"),
        ),
        more=(Text("enclosures", N_("添付書類"), N_("収支予算書\n団体概要書\n会則等")),),
    ),
    layout=Layout(
        blocks=(
            ApplicationHead(role=N_("提案者")),
            Title(at=120),
            Body(at=133),
            Ki(
                at=146,
                first=11,
                value_left=62,
                closed=False,
                items=(
                    Item(N_("提出の区分"), "{turn:ticks}"),
                    Item(N_("提案事業名"), "{title}", lines=2),
                    Item(N_("見積額"), "{amount:kin}", lines=1, width=92, prefix=N_("金"), suffix=N_("円")),
                    Item(N_("添付書類"), text="enclosures"),
                ),
            ),
            PageBreak(),
            Boxes(
                heading=N_("提案の内容"),
                rows=(
                    BoxRow(
                        (
                            Box(N_("市の提示課題"), "{theme}"),
                            Box(N_("事業\n番号"), "{theme_number}", label_width=14, width=20),
                        ),
                        height=13,
                    ),
                    BoxRow((Box(N_("現状と課題"), "{need}"),), height=42),
                    BoxRow((Box(N_("事業の目的"), "{purpose}"),), height=36),
                    BoxRow((Box(N_("事業の内容"), "{summary}"),), height=66),
                    BoxRow((Box(N_("対象"), "{participants}"),), height=12),
                    BoxRow((Box(N_("実施時期"), N_("{starts_on}から　{ends_on}まで")),), height=11),
                    BoxRow((Box(N_("協働の必要性・\n相乗効果"), "{synergy}"),), height=42),
                ),
            ),
            Table(
                rows="roles",
                heading=N_("役割分担"),
                empty=2,
                height=20,
                empty_height=22,
                size=10,
                columns=(
                    Column(N_("団体の役割"), "{partner}", 82.5),
                    Column(N_("市の役割"), "{city}", 82.5),
                ),
            ),
            Boxes(gap=3, rows=(BoxRow((Box(N_("実施体制"), "{organisation}"),), height=20),)),
            Table(
                rows="schedule",
                heading=N_("スケジュール"),
                empty=5,
                size=10,
                columns=(
                    Column(N_("時期"), "{when}", 36),
                    Column(N_("実施すること"), "{what}", 129),
                ),
            ),
            Boxes(
                gap=3,
                rows=(
                    BoxRow((Box(N_("期待される成果\n（指標）"), "{effect}"),), height=21),
                    BoxRow((Box(N_("次年度以降の\n展開"), "{next_year}"),), height=20),
                    BoxRow((Box(N_("初回の提案から\n変えた点"), "{changes}"),), height=20),
                ),
            ),
            Notes(),
        ),
        foot=ReceptionBox(top=241),
    ),
)
