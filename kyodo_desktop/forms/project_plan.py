"""事業計画書: what is to be done, why, when and by whom (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Box,
    Boxes,
    BoxRow,
    Column,
    Layout,
    Notes,
    Table,
    Title,
    WritingLine,
    WritingLines,
)
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.forms.shared_fields import WHOSE
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

_K = FormFieldKind
_YES_NO = (FormOption("yes", N_("有")), FormOption("no", N_("無")))

FORM = Form(
    key="project_plan",
    title=N_("事業計画書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    fields=(
        *WHOSE,
        FormField("theme", N_("応募テーマ"), required=True),
        FormField("theme_number", N_("テーマ番号")),
        FormField("purpose", N_("目的"), _K.MULTILINE, required=True),
        FormField("summary", N_("内容"), _K.MULTILINE, required=True),
        FormField("starts_on", N_("実施期間の初日"), _K.DATE, required=True),
        FormField("ends_on", N_("実施期間の末日"), _K.DATE, required=True),
        FormField("place", N_("実施場所"), required=True),
        FormField("participants", N_("対象者・参加見込数"), _K.MULTILINE, required=True),
        FormField("has_partners", N_("連携・協力団体の有無"), _K.CHOICE, options=_YES_NO),
        FormField("partners_involved", N_("連携・協力団体"), _K.MULTILINE),
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
        FormField("effect", N_("期待される効果"), _K.MULTILINE, required=True),
        FormField("need", N_("必要性（地域の課題）"), _K.MULTILINE, required=True),
        FormField("public_interest", N_("公益性"), _K.MULTILINE, required=True),
        FormField("organisation", N_("実施体制・役割分担"), _K.MULTILINE, required=True),
        FormField("publicity", N_("広報の方法"), _K.MULTILINE),
        FormField("next_year", N_("次年度以降の展開"), _K.MULTILINE),
    ),
    wording=Wording(notes=(N_("書ききれないときは、別の用紙に書いて添えること。"),)),
    layout=Layout(
        blocks=(
            Title(at=33, size=16, spread=56),
            WritingLines(
                at=47,
                pitch=10,
                lines=(
                    WritingLine(N_("団体名"), "{partner_name}"),
                    WritingLine(N_("事業の名称"), "{title}"),
                ),
            ),
            Boxes(
                at=70,
                rows=(
                    BoxRow(
                        (
                            Box(N_("応募テーマ"), "{theme}"),
                            Box(N_("テーマ\n番号"), "{theme_number}", label_width=16, width=22),
                        ),
                        height=11,
                    ),
                    BoxRow((Box(N_("目的"), "{purpose}"),), height=48),
                    BoxRow((Box(N_("内容"), "{summary}"),), height=85),
                    BoxRow((Box(N_("実施期間"), N_("{starts_on}から　{ends_on}まで")),), height=11),
                    BoxRow((Box(N_("実施場所"), "{place}"),), height=11),
                    BoxRow((Box(N_("対象者・\n参加見込数"), "{participants}"),), height=13),
                    BoxRow(
                        (
                            Box(N_("連携・\n協力団体"), "{has_partners:ticks}", width=26),
                            Box("", "{partners_involved}", label_width=0),
                        ),
                        height=13,
                    ),
                ),
            ),
            Table(
                rows="schedule",
                heading=N_("スケジュール"),
                empty=6,
                size=10,
                columns=(
                    Column(N_("時期"), "{when}", 36),
                    Column(N_("実施すること"), "{what}", 129),
                ),
            ),
            Boxes(
                rows=(
                    BoxRow((Box(N_("期待される\n効果"), "{effect}"),), height=26),
                    BoxRow((Box(N_("必要性\n（地域の課題）"), "{need}"),), height=26),
                    BoxRow((Box(N_("公益性"), "{public_interest}"),), height=24),
                    BoxRow((Box(N_("実施体制・\n役割分担"), "{organisation}"),), height=28),
                    BoxRow((Box(N_("広報の方法"), "{publicity}"),), height=20),
                    BoxRow((Box(N_("次年度以降の\n展開"), "{next_year}"),), height=20),
                ),
            ),
            Notes(),
        ),
    ),
)
