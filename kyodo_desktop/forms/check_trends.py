"""チェックシートの傾向: by year, in how many papers both sides saw an item differently (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Box, Boxes, BoxRow, Column, Layout, Notes, Paper, Place, Table, Title
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_K = FormFieldKind

FORM = Form(
    key="check_trends",
    title=N_("チェックシートと評価の傾向"),
    revision=1,
    blank=False,
    record_kind="fiscal_year",
    group=FormGroup.EVALUATION,
    fields=(
        FormField("whose", N_("範囲"), required=True),
        FormField("first_year", N_("はじめの年度"), _K.NUMBER, required=True),
        FormField("fiscal_year", N_("終わりの年度"), _K.NUMBER, required=True),
        FormField("papers", N_("数えたもの")),
        FormField("made_on", N_("作成日"), _K.DATE),
        FormField(
            "items",
            N_("チェックシート"),
            _K.ROWS,
            columns=(
                FormField("item", N_("項目"), required=True),
                FormField("year", N_("年度"), required=True),
                FormField("before", N_("事業前のちがい")),
                FormField("after", N_("事業後のちがい")),
                FormField("drift", N_("前から後への変化")),
                FormField("talked", N_("話し合い")),
            ),
        ),
        FormField(
            "evaluations",
            N_("事業の評価"),
            _K.ROWS,
            columns=(
                FormField("item", N_("項目"), required=True),
                FormField("year", N_("年度"), required=True),
                FormField("evaluation", N_("評価のちがい")),
            ),
        ),
    ),
    wording=Wording(
        notes=(
            N_("見方が分かれやすい項目を知り、次の話し合いに生かすための表で、点数や順位は付けない。"),
            N_(
                "「１／３」は、比べられる３件のうち１件でちがったこと（変わったこと、決めたことを書いたこと）を示す。"
            ),
            N_(
                "事業前・事業後は、団体と市がどちらも記入したシートを数える。評価は、双方が記入を終えたものを数える。"
            ),
        )
    ),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        number=False,
        blocks=(
            Title(at=25, size=16, spread=100),
            Boxes(
                at=33,
                rows=(
                    BoxRow(
                        (
                            Box(N_("範囲"), "{whose}", label_width=18),
                            Box(N_("作成日"), "{made_on}", label_width=18, width=58),
                        )
                    ),
                    BoxRow(
                        (
                            Box(
                                N_("年度"),
                                "{first_year:nendo}から{fiscal_year:nendo}まで",
                                label_width=18,
                            ),
                            Box(N_("件数"), "{papers}", label_width=18, width=72),
                        )
                    ),
                ),
            ),
            Notes(gap=3),
            Table(
                gap=4,
                rows="items",
                heading=N_("チェックシート"),
                height=6,
                head_height=10,
                empty=1,
                size=9,
                columns=(
                    Column(N_("項目"), "{item}", 141, grouped=True),
                    Column(N_("年度"), "{year}", 28, Place.CENTRE),
                    Column(N_("事業前"), "{before}", 22, Place.CENTRE, over=N_("ちがい")),
                    Column(N_("事業後"), "{after}", 22, Place.CENTRE, over=N_("ちがい")),
                    Column(N_("変化"), "{drift}", 22, Place.CENTRE),
                    Column(N_("話し合い"), "{talked}", 22, Place.CENTRE),
                ),
            ),
            Table(
                gap=6,
                rows="evaluations",
                heading=N_("事業の評価"),
                height=6,
                head_height=8,
                empty=1,
                size=9,
                columns=(
                    Column(N_("項目"), "{item}", 185, grouped=True),
                    Column(N_("年度"), "{year}", 28, Place.CENTRE),
                    Column(N_("ちがい"), "{evaluation}", 44, Place.CENTRE),
                ),
            ),
        ),
    ),
)
