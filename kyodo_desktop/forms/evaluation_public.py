"""いきいき協働事業の評価結果, as the city publishes it, without names of persons (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms import evaluation
from kyodo_desktop.forms.blocks import Body, Box, Boxes, BoxRow, ContactBlock, Layout, Notes, PageBreak, Title
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_K = FormFieldKind
_WORDS = FormField("words", N_("評価のことば"), _K.MULTILINE)

FORM = Form(
    key="evaluation_public",
    title=N_("いきいき協働事業の評価結果"),
    revision=1,
    blank=False,
    record_kind="proposal",
    group=FormGroup.EVALUATION,
    fields=(
        *evaluation.HEAD,
        FormField("starts_on", N_("実施期間の初日"), _K.DATE, required=True),
        FormField("ends_on", N_("実施期間の末日"), _K.DATE, required=True),
        FormField("settled_amount", N_("事業費"), _K.YEN),
        FormField("summary", N_("事業の内容"), _K.MULTILINE, required=True),
        FormField("outcome", N_("協働による成果"), _K.MULTILINE, required=True),
        *evaluation.joint_marks(_WORDS),
        FormField("public_summary", N_("評価の要約"), _K.MULTILINE, required=True),
        FormField("next_year", N_("これからの進め方"), _K.MULTILINE),
        FormField("published_on", N_("公表日"), _K.DATE),
    ),
    wording=Wording(
        body=N_(
            "事業を行った団体と市の担当課が、それぞれの自己評価を持ち寄り、市民協働担当も加わって"
            "話し合った結果を公表します。"
        ),
        notes=(evaluation.SCALE,),
    ),
    layout=Layout(
        number=False,
        blocks=(
            Title(at=25),
            Body(at=38),
            evaluation.head_boxes(
                BoxRow((Box(N_("実施期間"), N_("{starts_on}から　{ends_on}まで")),)),
                BoxRow(
                    (
                        Box(N_("事業費"), "{settled_amount}"),
                        Box(N_("公表日"), "{published_on}", width=52),
                    )
                ),
                BoxRow((Box(N_("事業の内容"), "{summary}"),), height=36),
            ),
            Boxes(
                heading=N_("評価のまとめ"),
                rows=(
                    BoxRow((Box(N_("評価の要約"), "{public_summary}"),), height=40),
                    BoxRow((Box(N_("協働による\n成果"), "{outcome}"),), height=36),
                    BoxRow((Box(N_("これからの\n進め方"), "{next_year}"),), height=30),
                ),
            ),
            PageBreak(),
            *evaluation.joint_tables(N_("評価のことば"), "{words}"),
            Notes(),
            ContactBlock(),
        ),
    ),
)
