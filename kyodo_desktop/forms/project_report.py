"""事業報告書: what was done, what came of it, what the group makes of it (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    ApplicationHead,
    Body,
    Box,
    Boxes,
    BoxRow,
    Column,
    Grid,
    Item,
    Ki,
    Layout,
    Notes,
    PageBreak,
    Place,
    ReceptionBox,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Text, Wording
from kyodo_desktop.forms.shared_fields import APPLICANT
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_DAY = (N_("　　年　　月　　日"),)
"""Room for the day: the era is known."""

FORM = Form(
    key="project_report",
    title=N_("事業報告書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    signs=(Signature("applicant", N_("団体代表者"), Seal.NONE),),
    fields=(
        FormField("applied_on", N_("報告日"), _K.DATE, required=True),
        *APPLICANT,
        FormField("previous_on", N_("決定の日付"), _K.DATE, required=True),
        FormField("previous_number", N_("決定の文書番号")),
        FormField("title", N_("事業の名称"), required=True),
        FormField("starts_on", N_("着手日"), _K.DATE, required=True),
        FormField("ends_on", N_("完了日"), _K.DATE, required=True),
        FormField("granted_amount", N_("交付決定額"), _K.YEN, required=True),
        FormField("settled_amount", N_("精算額"), _K.YEN, required=True),
        FormField("refund_amount", N_("不用額"), _K.YEN),
        FormField(
            "events",
            N_("実施内容"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("day", N_("実施日"), _K.DATE, required=True),
                FormField("what", N_("内容"), _K.MULTILINE, required=True),
                FormField("place", N_("場所")),
                FormField("people", N_("参加者数"), _K.NUMBER),
                FormField("staff", N_("スタッフ数"), _K.NUMBER),
            ),
        ),
        FormField("publicity", N_("広報の方法"), _K.MULTILINE),
        FormField("effect", N_("事業の成果"), _K.MULTILINE, required=True),
        FormField("reflection", N_("自己評価・反省"), _K.MULTILINE, required=True),
        FormField("next_year", N_("今後の取組"), _K.MULTILINE),
    ),
    wording=Wording(
        body=N_(
            "{previous_on}付け{previous_number}により決定した下記の事業が完了したので、"
            "関係書類を添えて報告します。"
        ),
        notes=(N_("書ききれないときは、別の用紙に書いて添えること。"),),
        more=(
            Text(
                "enclosures",
                N_("添付書類"),
                N_("収支決算書\n領収書の写し、写真、ちらし等"),
            ),
        ),
    ),
    layout=Layout(
        blocks=(
            ApplicationHead(role=N_("報告者")),
            Title(at=115, size=16, spread=56),
            Body(at=127, blanks=(("previous_number", N_("第　　　　　　号")),)),
            Ki(
                at=144,
                first=10,
                pitch=8.6,
                value_left=62,
                closed=False,
                items=(
                    Item(N_("事業の名称"), "{title}", lines=2),
                    Item(N_("実施期間"), N_("{starts_on}着手　{ends_on}完了")),
                    Item(N_("添付書類"), text="enclosures"),
                ),
            ),
            Grid(
                gap=4,
                height=12,
                size=10.5,
                columns=(
                    Column(N_("交付決定額"), "", 55, Place.CENTRE),
                    Column(N_("精算額"), "", 55, Place.CENTRE),
                    Column(N_("不用額"), "", 55, Place.CENTRE),
                ),
                rows=(("{granted_amount:kin}　", "{settled_amount:kin}　", "{refund_amount:kin}　"),),
            ),
            PageBreak(),
            Table(
                rows="events",
                heading=N_("１　実施内容"),
                head_height=11,
                fixed=(_DAY,) * 6,
                empty_height=12,
                columns=(
                    Column(N_("実施日"), "{day}", 34),
                    Column(N_("内容"), "{what}", 63),
                    Column(N_("場所"), "{place}", 34),
                    Column(N_("参加者数\n（人）"), "{people}", 17, Place.RIGHT, total=True),
                    Column(N_("スタッフ\n数（人）"), "{staff}", 17, Place.RIGHT, total=True),
                ),
                total=N_("合計"),
            ),
            Boxes(
                heading=N_("２　成果と評価"),
                rows=(
                    BoxRow((Box(N_("広報の方法"), "{publicity}"),), height=20),
                    BoxRow((Box(N_("事業の成果"), "{effect}"),), height=31),
                    BoxRow((Box(N_("自己評価・\n反省"), "{reflection}"),), height=31),
                    BoxRow((Box(N_("今後の取組"), "{next_year}"),), height=24),
                ),
            ),
            Notes(),
        ),
        foot=ReceptionBox(top=241),
    ),
)
