"""振り返りシート: both sides look back along the handbook's 評価ポイント and 基本原則 （実践編（６））."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms import both_sides
from kyodo_desktop.forms.blocks import (
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
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.forms.handbook_points import EVALUATION_POINTS, PRINCIPLES
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_K = FormFieldKind
_RING = both_sides.TO_RING

FORM = Form(
    key="retrospective",
    title=N_("振り返りシート"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.EVALUATION,
    fields=(
        *both_sides.WHO,
        both_sides.EVALUATION,
        FormField(
            "principles",
            N_("８つの基本原則"),
            _K.ROWS,
            columns=(
                FormField("item", N_("基本原則"), required=True),
                FormField("partner_mark", N_("団体の評価"), _K.CHOICE, options=both_sides.MARKS),
                FormField("city_mark", N_("市の評価"), _K.CHOICE, options=both_sides.MARKS),
                FormField("words", N_("気付いたこと"), _K.MULTILINE),
            ),
        ),
        FormField("good", N_("よかったこと"), _K.MULTILINE),
        FormField("problems", N_("課題と改善策"), _K.MULTILINE),
        FormField("next_step", N_("次の協働に生かすこと"), _K.MULTILINE),
        *both_sides.SIGNERS,
    ),
    wording=Wording(notes=(both_sides.MARKS_NOTE,)),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        blocks=(
            Title(at=28, size=16, spread=70),
            both_sides.head(),
            both_sides.evaluation(EVALUATION_POINTS, N_("振り返り内容")),
            Notes(),
            Table(
                rows="principles",
                heading=N_("協働の原則"),
                height=8,
                empty_height=8,
                fixed=tuple((item, _RING, _RING, "") for item in PRINCIPLES),
                columns=(
                    Column(N_("基本原則"), "{item}", 62, size=9.5),
                    Column(N_("団体"), "{partner_mark}", 26, Place.CENTRE),
                    Column(N_("市"), "{city_mark}", 26, Place.CENTRE),
                    Column(N_("気付いたこと"), "{words}", 143),
                ),
            ),
            Boxes(
                gap=4,
                rows=(
                    BoxRow(
                        (
                            Box(N_("よかったこと"), "{good}"),
                            Box(N_("課題と改善策"), "{problems}"),
                        ),
                        height=28,
                    ),
                    BoxRow((Box(N_("次の協働に\n生かすこと"), "{next_step}"),), height=20),
                    both_sides.signed(),
                ),
            ),
        ),
    ),
)
