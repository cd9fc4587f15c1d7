"""取組調査票: asks a section for its rows of the year's list (ours, （仮）)."""

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
from kyodo_desktop.forms.form import Form, Signature, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.templates import Seal

_K = FormFieldKind
_STATES = (
    FormOption("same", N_("継続")),
    FormOption("changed", N_("変更")),
    FormOption("ended", N_("終了")),
)
_TO_WRITE = ("", "", "", "", "", N_("□ 継続　□ 変更　□ 終了"))
"""What stands in a row that is filled in by hand."""
_CELLS = (
    FormField("title", N_("事業名称"), required=True),
    FormField("partner", N_("協働相手（団体名）"), _K.MULTILINE, required=True),
    FormField("collaboration_form", N_("協働形態"), required=True),
    FormField("note", N_("備考"), _K.MULTILINE),
)
_COLUMNS = (
    Column(N_("事業名称"), "{title}", 72, size=10),
    Column(N_("協働相手（団体名）"), "{partner}", 72, size=10),
    Column(N_("協働形態"), "{collaboration_form}", 30, Place.CENTRE),
)

FORM = Form(
    key="collaboration_survey",
    title=N_("協働や連携の取組調査票"),
    revision=1,
    blank=True,
    record_kind="fiscal_year",
    group=FormGroup.OFFICE,
    signs=(Signature("head", N_("課長"), Seal.NONE),),
    fields=(
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("due_on", N_("回答期限"), _K.DATE, required=True),
        FormField("department", N_("課名"), required=True),
        FormField(
            "entries",
            N_("前年度の一覧にある取組"),
            _K.ROWS,
            columns=(
                FormField("number", N_("番号"), _K.NUMBER),
                *_CELLS,
                FormField("state", N_("今年度"), _K.CHOICE, options=_STATES),
            ),
        ),
        FormField("new_entries", N_("新しい取組"), _K.ROWS, columns=_CELLS),
        FormField("respondent", N_("記入者職・氏名"), personal=True),
        FormField("respondent_phone", N_("内線")),
        FormField("answered_on", N_("回答日"), _K.DATE),
        FormField("head_name", N_("課長氏名"), personal=True),
    ),
    wording=Wording(
        title=N_("{fiscal_year:nendo}協働や連携の取組調査票"),
        body=N_(
            "市民活動団体等と協働や連携をして行う取組について、{due_on}までに市民協働担当へ回答してください。"
        ),
        notes=(
            N_(
                "変わったところは、二重線で消して書き直してください。"
                "協働相手が二つ以上あるときは、１行に一つずつ書いてください。"
            ),
            N_(
                "協働形態は、後援、補助・助成、協力、共催、実行委員会・協議会、委託などのうち、"
                "あてはまるものを書いてください。"
            ),
        ),
    ),
    layout=Layout(
        code_above=True,
        paper=Paper.A4_LANDSCAPE,
        number=False,
        blocks=(
            Title(at=25, blanks=(("fiscal_year", N_("令和　　　　年度")),)),
            Body(at=36),
            Boxes(
                gap=4,
                rows=(
                    BoxRow(
                        (
                            Box(N_("課名"), "{department}", label_width=20),
                            Box(N_("課長確認"), "{head_name}", label_width=22),
                        )
                    ),
                    BoxRow(
                        (
                            Box(N_("記入者"), "{respondent}", label_width=20),
                            Box(N_("内線"), "{respondent_phone}", label_width=22, width=26),
                            Box(N_("回答日"), "{answered_on}", label_width=22, width=59.5),
                        )
                    ),
                ),
            ),
            Table(
                gap=5,
                rows="entries",
                heading=N_("１　前年度の一覧にある取組"),
                fixed=(_TO_WRITE,) * 4,
                columns=(
                    Column(N_("番号"), "{number}", 13, Place.CENTRE),
                    *_COLUMNS,
                    Column(N_("備考"), "{note}", 26),
                    Column(N_("今年度"), "{state:ticks}", 44, Place.CENTRE, size=8.5),
                ),
            ),
            Table(
                gap=5,
                rows="new_entries",
                heading=N_("２　新しい取組"),
                fixed=((),) * 3,
                columns=(
                    Column(N_("事業名称"), "{title}", 85, size=10),
                    *_COLUMNS[1:],
                    Column(N_("備考"), "{note}", 70),
                ),
            ),
            Notes(),
        ),
    ),
)
