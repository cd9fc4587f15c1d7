"""審査採点表: the marks that one member of the committee gives one proposal (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Box,
    Boxes,
    BoxRow,
    Column,
    Layout,
    Notes,
    Party,
    Place,
    SignatureLines,
    Table,
    Ticks,
    Title,
)
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.forms.selection_criteria import CRITERIA, FULL
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_RESULTS = (
    FormOption("adopt", N_("採択が適当")),
    FormOption("conditional", N_("条件を付けて採択が適当")),
    FormOption("reject", N_("不採択が適当")),
)

FORM = Form(
    key="score_sheet",
    title=N_("審査採点表"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.OFFICE,
    signs=(Signature("member", N_("委員"), Seal.SIGNATURE),),
    fields=(
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("programme_title", N_("制度"), required=True),
        FormField("receipt_number", N_("受付番号"), required=True),
        FormField("partner_name", N_("団体名"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField("recused", N_("利害関係による除斥"), _K.CHECK),
        FormField(
            "criteria",
            N_("採点"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("item", N_("項目"), required=True),
                FormField("text", N_("着眼点"), _K.MULTILINE),
                FormField("full", N_("満点"), _K.NUMBER),
                FormField("weight", N_("係数"), _K.NUMBER),
                FormField("points", N_("点数"), _K.NUMBER),
                FormField("score", N_("得点（点数×係数）"), _K.NUMBER),
                FormField("comment", N_("意見"), _K.MULTILINE),
            ),
        ),
        FormField("result", N_("総合判定"), _K.CHOICE, options=_RESULTS),
        FormField("opinion", N_("総合意見・付けたい条件"), _K.MULTILINE),
        FormField("scored_on", N_("審査日"), _K.DATE),
        FormField("member_name", N_("委員氏名"), required=True, personal=True),
    ),
    wording=Wording(
        notes=(
            N_("点数：５ 特に優れている　４ 優れている　３ 普通　２ やや劣る　１ 劣る　０ 認められない"),
            N_("得点は、点数に係数を掛けたもの。項目と係数は、事務局の案である。"),
        ),
    ),
    layout=Layout(
        number=False,
        caution=True,
        blocks=(
            Title(at=26, size=16, spread=56),
            Boxes(
                at=36,
                rows=(
                    BoxRow(
                        (
                            Box(N_("年度・制度"), "{fiscal_year:nendo}　{programme_title}"),
                            Box(N_("受付番号"), "{receipt_number}", label_width=18, width=50),
                        )
                    ),
                    BoxRow(
                        (
                            Box(N_("団体名"), "{partner_name}"),
                            Box(N_("審査日"), "{scored_on}", label_width=18, width=50),
                        )
                    ),
                    BoxRow((Box(N_("事業の名称"), "{title}"),)),
                ),
            ),
            Ticks(
                rows=(
                    ("recused", N_("この提案に利害関係があるため、審査に加わらない（除斥。採点はしない）。")),
                ),
            ),
            Table(
                rows="criteria",
                total=N_("合計"),
                head_height=11,
                height=10,
                empty_height=10,
                fixed=tuple((item, text, FULL, weight) for item, text, weight in CRITERIA),
                columns=(
                    Column(N_("項目"), "{item}", 34, size=9.5),
                    Column(N_("着眼点"), "{text}", 43, size=8.5),
                    Column(N_("満点"), "{full}", 11, Place.CENTRE, size=10),
                    Column(N_("係数"), "{weight}", 11, Place.CENTRE, size=10),
                    Column(N_("点数"), "{points}", 14, Place.CENTRE, size=10.5),
                    Column(N_("得点"), "{score}", 15, Place.CENTRE, size=10.5, total=True),
                    Column(N_("意見"), "{comment}", 37, size=8, story=True),
                ),
            ),
            Boxes(
                gap=5,
                rows=(
                    BoxRow((Box(N_("総合判定"), "{result:ticks}"),), height=10),
                    BoxRow((Box(N_("総合意見・\n付けたい条件"), "{opinion}"),), height=24),
                ),
            ),
            SignatureLines(gap=4, parties=(Party("", ((N_("委員氏名"), "{member_name}"),)),), left=84),
            Notes(gap=0),
        ),
    ),
)
