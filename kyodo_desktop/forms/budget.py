"""収支予算書: what comes in and what goes out, with the part the grant may pay for (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Column, Layout, Notes, Place, Table, Title, WritingLine, WritingLines
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

INCOME = (N_("補助金"), N_("団体負担金"), N_("寄付金・協賛金"), N_("参加者負担金"), N_("その他"))
EXPENSES = (
    N_("報償費"),
    N_("旅費"),
    N_("消耗品費"),
    N_("印刷製本費"),
    N_("通信運搬費"),
    N_("使用料・賃借料"),
    N_("保険料"),
    N_("その他"),
)
_YEN = FormFieldKind.YEN

FORM = Form(
    key="budget",
    title=N_("収支予算書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    fields=(
        FormField("partner_name", N_("団体名"), required=True),
        FormField("title", N_("事業の名称"), required=True),
        FormField(
            "income",
            N_("収入の部"),
            FormFieldKind.ROWS,
            required=True,
            columns=(
                FormField("item", N_("区分"), required=True),
                FormField("amount", N_("予算額"), _YEN, required=True),
                FormField("note", N_("説明"), FormFieldKind.MULTILINE),
            ),
        ),
        FormField(
            "expenses",
            N_("支出の部"),
            FormFieldKind.ROWS,
            required=True,
            columns=(
                FormField("item", N_("区分"), required=True),
                FormField("amount", N_("予算額"), _YEN, required=True),
                FormField("eligible", N_("うち補助対象経費"), _YEN),
                FormField("note", N_("積算内訳"), FormFieldKind.MULTILINE),
                FormField("remark", N_("備考"), FormFieldKind.MULTILINE),
            ),
        ),
    ),
    wording=Wording(
        notes=(
            N_("収入の部の合計と支出の部の合計は、一致させること。"),
            N_("補助の対象とならない経費も、備考欄にその旨を書いて計上すること。"),
        ),
    ),
    layout=Layout(
        code_above=True,
        blocks=(
            Title(at=33, size=16, spread=56),
            WritingLines(
                at=47,
                pitch=8,
                lines=(
                    WritingLine(N_("団体名"), "{partner_name}"),
                    WritingLine(N_("事業の名称"), "{title}"),
                ),
            ),
            Table(
                at=76,
                rows="income",
                heading=N_("１　収入の部"),
                unit=N_("（単位：円）"),
                total=N_("合計"),
                head_height=11,
                fixed=tuple((item,) for item in INCOME),
                columns=(
                    Column(N_("区分"), "{item}", 33, spread=26, size=9.5),
                    Column(N_("予算額"), "{amount:plain}", 25, Place.RIGHT, total=True, size=10),
                    Column(N_("説明"), "{note}", 107, size=9.5),
                ),
            ),
            Table(
                at=158.8,
                rows="expenses",
                heading=N_("２　支出の部"),
                unit=N_("（単位：円）"),
                total=N_("合計"),
                head_height=11,
                fixed=tuple((item,) for item in EXPENSES),
                columns=(
                    Column(N_("区分"), "{item}", 33, spread=26, size=9.5),
                    Column(N_("予算額"), "{amount:plain}", 25, Place.RIGHT, total=True, size=10),
                    Column(
                        N_("うち補助\n対象経費"), "{eligible:plain}", 25, Place.RIGHT, total=True, size=10
                    ),
                    Column(N_("積算内訳"), "{note}", 56),
                    Column(N_("備考"), "{remark}", 26),
                ),
            ),
            Notes(),
        ),
    ),
)
