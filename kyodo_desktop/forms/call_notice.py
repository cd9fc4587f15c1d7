"""募集要項・公募のお知らせ: what the city asks for, who may apply, how and until when (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Body,
    Column,
    ContactBlock,
    Item,
    Ki,
    Layout,
    Notes,
    PageBreak,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Text, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_K = FormFieldKind

FORM = Form(
    key="call_notice",
    title=N_("募集要項"),
    revision=1,
    blank=False,
    record_kind="fiscal_year",
    group=FormGroup.CITY,
    fields=(
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True, times=2),
        FormField("programme_title", N_("制度"), required=True, times=2),
        FormField("purpose", N_("事業の目的"), _K.MULTILINE, required=True),
        FormField("applicants", N_("応募できる団体"), _K.MULTILINE, required=True),
        FormField("projects", N_("応募できる事業"), _K.MULTILINE, required=True),
        FormField(
            "requirements",
            N_("主な要件"),
            _K.ROWS,
            columns=(FormField("text", N_("要件"), _K.MULTILINE, required=True),),
        ),
        FormField("money", N_("予算"), _K.MULTILINE, required=True),
        FormField("period", N_("事業の実施期間"), required=True),
        FormField(
            "themes",
            N_("市が示すテーマ・地域課題"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("theme_number", N_("番号"), required=True),
                FormField("theme", N_("テーマ・課題"), _K.MULTILINE, required=True),
                FormField("problem", N_("市の現状と、期待すること"), _K.MULTILINE),
                FormField("department", N_("担当する課"), required=True),
            ),
        ),
        FormField("opens_on", N_("募集の始まり"), _K.DATE, required=True),
        FormField("due_on", N_("募集の締切"), _K.DATE, required=True),
        FormField("briefing_on", N_("事業説明会の日"), _K.DATE),
        FormField("briefing_place", N_("事業説明会の時刻と会場")),
        FormField(
            "papers",
            N_("提出する書類"),
            _K.ROWS,
            columns=(FormField("name", N_("書類名"), required=True),),
        ),
        FormField(
            "schedule",
            N_("募集から報告までの流れ"),
            _K.ROWS,
            columns=(
                FormField("when", N_("時期"), required=True),
                FormField("what", N_("内容"), _K.MULTILINE, required=True),
            ),
        ),
    ),
    wording=Wording(
        title=N_("{fiscal_year:nendo}{programme_title}募集要項"),
        more=(
            Text(
                "way",
                N_("提出の方法"),
                N_(
                    "市民協働担当の窓口に持参するか、郵送又は電子メールで送ってください。締切の日に届いたものまで受け付けます。"
                ),
            ),
            Text(
                "selection",
                N_("選考の方法"),
                N_(
                    "小平市協働事業選考審査会が、書類審査と面接審査により選考します。"
                    "面接審査では、団体に事業の説明をしていただきます。結果は、文書でお知らせします。"
                ),
            ),
        ),
        notes=(
            N_("応募を考えている方は、書類を出す前に、市民協働担当に相談してください。"),
            N_(
                "提出された書類は返しません。応募の状況と選考の結果は、団体名とともに公表することがあります。"
            ),
        ),
    ),
    layout=Layout(
        number=False,
        blocks=(
            Title(at=30, size=14),
            Body("{purpose}", at=43),
            Ki(
                gap=7,
                headed=False,
                closed=False,
                pitch=8.2,
                label_width=29.6,
                value_left=66,
                items=(
                    Item(N_("応募できる団体"), "{applicants}"),
                    Item(N_("応募できる事業"), "{projects}"),
                    Item(N_("主な要件"), "{text}", rows="requirements", optional=True),
                    Item(N_("予算"), "{money}"),
                    Item(N_("事業の実施期間"), "{period}"),
                    Item(N_("募集の期間"), N_("{opens_on}から{due_on}まで")),
                    Item(N_("事業説明会"), "{briefing_on}　{briefing_place}", optional=True),
                    Item(N_("提出する書類"), "{name}", rows="papers", optional=True),
                    Item(N_("提出の方法"), text="way"),
                    Item(N_("選考の方法"), text="selection"),
                ),
            ),
            PageBreak(),
            Table(
                gap=8,
                rows="themes",
                heading=N_("市が示すテーマ・地域課題"),
                height=11,
                size=10,
                columns=(
                    Column(N_("番号"), "{theme_number}", 15),
                    Column(N_("テーマ・課題"), "{theme}", 48, story=True),
                    Column(N_("市の現状と、期待すること"), "{problem}", 68, size=9.5, story=True),
                    Column(N_("担当する課"), "{department}", 34, size=9.5),
                ),
            ),
            Table(
                gap=8,
                rows="schedule",
                heading=N_("募集から報告までの流れ"),
                size=10,
                columns=(
                    Column(N_("時期"), "{when}", 38),
                    Column(N_("内容"), "{what}", 127, story=True),
                ),
            ),
            Notes(),
            ContactBlock(at=240),
        ),
    ),
)
