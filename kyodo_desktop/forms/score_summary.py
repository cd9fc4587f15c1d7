"""審査集計表: all members' marks for all proposals of a round, and what follows (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Body,
    Box,
    Boxes,
    BoxRow,
    Column,
    Layout,
    Notes,
    Paper,
    Place,
    Table,
    Title,
)
from kyodo_desktop.forms.form import Form, Text, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_K = FormFieldKind
_MARKS = "①②③④⑤⑥⑦⑧"
"""A mark a criterion; a member's points stand below it."""


def _points(number: int) -> str:
    return f"points_{number}"


FORM = Form(
    key="score_summary",
    title=N_("審査集計表"),
    revision=1,
    blank=True,
    record_kind="fiscal_year",
    group=FormGroup.OFFICE,
    fields=(
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("held_on", N_("審査会の日"), _K.DATE),
        FormField("pass_line", N_("採否の基準")),
        FormField(
            "scores",
            N_("採点"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("rank", N_("順位"), _K.NUMBER),
                FormField("receipt_number", N_("受付番号"), required=True),
                FormField("partner_name", N_("団体名"), required=True),
                FormField("title", N_("事業の名称"), required=True),
                FormField("member_name", N_("委員"), required=True, personal=True),
                *(FormField(_points(number), mark, _K.NUMBER) for number, mark in enumerate(_MARKS, 1)),
                FormField("total", N_("合計")),
                FormField("average", N_("平均")),
                FormField("hundred", N_("100点換算")),
                FormField("result", N_("採否")),
            ),
        ),
    ),
    wording=Wording(
        notes=(
            N_("除斥の委員と欠席の委員は、平均に入れない。平均は、合計を採点した委員の数で割ったもの。"),
            N_("同じ点数のときの扱いは、審査会で決める。"),
        ),
        more=(
            Text(
                "criteria",
                N_("項目と満点"),
                N_(
                    "①公益性（15）　②必要性（15）　③実現性（15）　④協働の必要性・効果（15）　"
                    "⑤役割分担（10）　⑥費用の妥当性（10）　⑦発展性・継続性（10）　⑧団体の体制（10）"
                ),
            ),
        ),
    ),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        number=False,
        caution=True,
        blocks=(
            Title(at=22, size=16, spread=56),
            Boxes(
                at=29,
                rows=(
                    BoxRow(
                        (
                            Box(
                                N_("年度・制度"),
                                "{fiscal_year:nendo}　{programme_title}",
                                label_width=22,
                                width=72,
                            ),
                            Box(N_("審査会の日"), "{held_on}", label_width=22, width=48),
                            Box(N_("採否の基準"), "{pass_line}", label_width=22),
                        )
                    ),
                ),
            ),
            Body("criteria", gap=4, indent=False, size=8.5),
            Table(
                gap=3,
                rows="scores",
                head_height=12,
                height=8,
                fixed=((),) * 10,
                columns=(
                    Column(N_("順位"), "{rank}", 11, Place.CENTRE, grouped=True, size=10),
                    Column(N_("受付番号"), "{receipt_number}", 22, Place.CENTRE, grouped=True),
                    Column(N_("団体名"), "{partner_name}", 36, grouped=True),
                    Column(N_("事業の名称"), "{title}", 36, grouped=True),
                    Column(N_("委員"), "{member_name}", 26),
                    *(
                        Column(mark, "{" + _points(number) + "}", 8.5, Place.CENTRE, over=N_("項目別の得点"))
                        for number, mark in enumerate(_MARKS, 1)
                    ),
                    Column(N_("合計"), "{total}", 14, Place.CENTRE, size=10),
                    Column(N_("平均"), "{average}", 15, Place.CENTRE, grouped=True, size=10),
                    Column(N_("100点\n換算"), "{hundred}", 13, Place.CENTRE, grouped=True, size=10),
                    Column(N_("採否"), "{result}", 16, Place.CENTRE, grouped=True),
                ),
            ),
            Notes(gap=2),
        ),
    ),
)
