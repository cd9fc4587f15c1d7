"""収支決算書: what came in and went out, beside what was planned (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Box,
    Boxes,
    BoxRow,
    Column,
    Layout,
    Notes,
    Place,
    Table,
    Title,
    WritingLine,
    WritingLines,
)
from kyodo_desktop.forms.budget import EXPENSES, INCOME
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.forms.shared_fields import WHOSE
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_YEN, _ROWS = FormFieldKind.YEN, FormFieldKind.ROWS
_ITEM = FormField("item", N_("区分"), required=True)
_PLANNED = FormField("amount", N_("予算額"), _YEN, required=True)
_SETTLED = FormField("settled", N_("決算額"), _YEN, required=True)
_DIFFERENCE = FormField("difference", N_("増減"), _YEN, difference=("settled", "amount"))
_NOTE = FormField("note", N_("摘要"), FormFieldKind.MULTILINE)

FORM = Form(
    key="budget_settlement",
    title=N_("収支決算書"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    fields=(
        *WHOSE,
        FormField(
            "income",
            N_("収入の部"),
            _ROWS,
            required=True,
            columns=(_ITEM, _PLANNED, _SETTLED, _DIFFERENCE, _NOTE),
        ),
        FormField(
            "expenses",
            N_("支出の部"),
            _ROWS,
            required=True,
            columns=(
                _ITEM,
                _PLANNED,
                _SETTLED,
                FormField("eligible", N_("うち補助対象経費"), _YEN),
                _DIFFERENCE,
                _NOTE,
            ),
        ),
        FormField("granted_amount", N_("交付を受けた額"), _YEN),
        FormField("settled_amount", N_("精算額"), _YEN),
        FormField("refund_amount", N_("返還する額"), _YEN),
    ),
    wording=Wording(
        notes=(
            N_("収入の部の合計と支出の部の合計は、一致させること。"),
            N_("増減は、決算額から予算額を引いた額を書き、減のときは△を付けること。"),
        ),
    ),
    layout=Layout(
        blocks=(
            Title(at=31, size=16, spread=56),
            WritingLines(
                at=42,
                gap=3,
                pitch=8,
                lines=(
                    WritingLine(N_("団体名"), "{partner_name}"),
                    WritingLine(N_("事業の名称"), "{title}"),
                ),
            ),
            Table(
                at=62,
                gap=3,
                rows="income",
                heading=N_("１　収入の部"),
                unit=N_("（単位：円）"),
                total=N_("合計"),
                head_height=10,
                fixed=tuple((item,) for item in INCOME),
                columns=(
                    Column(N_("区分"), "{item}", 33, spread=26, size=9.5),
                    Column(N_("予算額"), "{amount:plain}", 25, Place.RIGHT, total=True, size=10),
                    Column(N_("決算額"), "{settled:plain}", 25, Place.RIGHT, total=True, size=10),
                    Column(N_("増減"), "{difference:plain}", 23, Place.RIGHT, total=True, size=10),
                    Column(N_("摘要"), "{note}", 59),
                ),
            ),
            Table(
                gap=3,
                rows="expenses",
                heading=N_("２　支出の部"),
                unit=N_("（単位：円）"),
                total=N_("合計"),
                head_height=10,
                fixed=tuple((item,) for item in EXPENSES),
                columns=(
                    Column(N_("区分"), "{item}", 33, spread=26, size=9.5),
                    Column(N_("予算額"), "{amount:plain}", 25, Place.RIGHT, total=True, size=10),
                    Column(N_("決算額"), "{settled:plain}", 25, Place.RIGHT, total=True, size=10),
                    Column(
                        N_("うち補助\n対象経費"), "{eligible:plain}", 25, Place.RIGHT, total=True, size=10
                    ),
                    Column(N_("増減"), "{difference:plain}", 23, Place.RIGHT, total=True, size=10),
                    Column(N_("摘要"), "{note}", 34),
                ),
            ),
            Boxes(
                gap=4,
                rows=(
                    BoxRow(
                        (
                            Box(N_("受けた額"), "{granted_amount}", label_width=22),
                            Box(N_("精算額"), "{settled_amount}", label_width=22),
                            Box(N_("返還する額"), "{refund_amount}", label_width=22),
                        ),
                        height=9.5,
                    ),
                ),
            ),
            Notes(),
        ),
    ),
)
