"""What the sheets have alike on which a group and its section each write what they think (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Box, Boxes, BoxRow, Column, Place, Table
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormOption

_K = FormFieldKind
MARKS = (FormOption("good", N_("◎")), FormOption("fair", N_("○")), FormOption("poor", N_("△")))
TO_RING = N_("◎・○・△")
"""Where a hand rings one of them."""
MARKS_NOTE = N_("◎　十分できた　　○　おおむねできた　　△　課題が残る")
POINT_HEIGHT = 20.0

WHO = (
    FormField("partner_name", N_("団体名"), required=True),
    FormField("department", N_("担当課")),
    FormField("title", N_("事業の名称"), required=True),
    FormField("reviewed_on", N_("実施日"), _K.DATE),
)
SIGNERS = (
    FormField("partner_person", N_("団体の確認者"), personal=True),
    FormField("city_person", N_("市の確認者")),
)
EVALUATION = FormField(
    "evaluation",
    N_("評価"),
    _K.ROWS,
    columns=(
        FormField("item", N_("項目"), required=True),
        FormField("question", N_("内容"), _K.MULTILINE),
        FormField("partner_mark", N_("団体の評価"), _K.CHOICE, options=MARKS),
        FormField("partner_words", N_("団体の意見"), _K.MULTILINE),
        FormField("city_mark", N_("市の評価"), _K.CHOICE, options=MARKS),
        FormField("city_words", N_("市の意見"), _K.MULTILINE),
    ),
)


def head() -> Boxes:
    """Return the boxes that say who looks back on what."""
    return Boxes(
        at=36,
        gap=3,
        rows=(
            BoxRow(
                (
                    Box(N_("団体名"), "{partner_name}"),
                    Box(N_("担当課"), "{department}", label_width=22, width=76),
                ),
                height=9,
            ),
            BoxRow(
                (
                    Box(N_("事業の名称"), "{title}"),
                    Box(N_("実施日"), "{reviewed_on}", label_width=22, width=76),
                ),
                height=9,
            ),
        ),
    )


def evaluation(points: tuple[tuple[str, str], ...], what: str) -> Table:
    """Return the table of points with both sides' marks and words; `what` heads the questions."""
    return Table(
        gap=2,
        rows="evaluation",
        head_height=11,
        height=POINT_HEIGHT,
        empty_height=POINT_HEIGHT,
        fixed=tuple((item, question, TO_RING, "", TO_RING, "") for item, question in points),
        columns=(
            Column(N_("項目"), "{item}", 34, Place.CENTRE, size=9.5),
            Column(what, "{question}", 63),
            Column(N_("評価"), "{partner_mark}", 22, Place.CENTRE, over=N_("団体")),
            Column(N_("意見"), "{partner_words}", 58, over=N_("団体")),
            Column(N_("評価"), "{city_mark}", 22, Place.CENTRE, over=N_("市")),
            Column(N_("意見"), "{city_words}", 58, over=N_("市")),
        ),
    )


def signed() -> BoxRow:
    """Return the row in which those who talked it over sign."""
    return BoxRow(
        (Box(N_("団体の確認者"), "{partner_person}"), Box(N_("市の確認者"), "{city_person}")), height=11
    )
