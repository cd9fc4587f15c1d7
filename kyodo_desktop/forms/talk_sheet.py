"""話し合いシート: where both sides differ or changed, the handbook's words, room to write (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
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
from kyodo_desktop.records.check_sheets import MARK_LABELS, MOMENT_LABELS, SIDE_LABELS, Moment, Side
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

_K = FormFieldKind
_MARKS = (
    *(FormOption(value.value, label) for value, label in MARK_LABELS.items()),
    FormOption("open", N_("未記入")),
)
_COLUMNS = tuple((moment, side) for moment in Moment for side in Side)


def mark_field(moment: Moment, side: Side) -> str:
    """Return the name of the field of one of an item's four marks."""
    return f"{moment.value}_{side.value}"


FORM = Form(
    key="talk_sheet",
    title=N_("話し合いシート"),
    revision=1,
    blank=True,
    record_kind="check_sheet",
    group=FormGroup.EVALUATION,
    fields=(
        FormField("fiscal_year", N_("年度"), _K.NUMBER),
        FormField("title", N_("事業名"), required=True),
        FormField("partner_name", N_("団体名")),
        FormField("department", N_("担当課")),
        FormField("talked_on", N_("話し合った日"), _K.DATE),
        FormField(
            "items",
            N_("話し合うこと"),
            _K.ROWS,
            columns=(
                FormField("item", N_("項目"), _K.MULTILINE, required=True),
                *(
                    FormField(
                        mark_field(moment, side),
                        f"{MOMENT_LABELS[moment]}（{SIDE_LABELS[side]}）",
                        _K.CHOICE,
                        options=_MARKS,
                    )
                    for moment, side in _COLUMNS
                ),
                FormField("told", N_("ちがいと変化"), _K.MULTILINE),
                FormField("prompt", N_("話し合いのきっかけ"), _K.MULTILINE),
                FormField("agreed", N_("話し合いのメモ"), _K.MULTILINE),
            ),
        ),
        FormField("others", N_("ほかの項目"), _K.MULTILINE),
        FormField("next_check_on", N_("次の確認日"), _K.DATE),
        FormField("partner_person", N_("団体の出席者"), personal=True),
        FormField("city_person", N_("市の出席者")),
    ),
    wording=Wording(
        notes=(N_("見方のちがう項目と、前と後で変わった項目を話し合うための紙で、点数や順位は付けません。"),)
    ),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        number=False,
        blocks=(
            Title(at=20, size=16, spread=70),
            Boxes(
                at=27,
                rows=(
                    BoxRow(
                        (
                            Box(N_("事業名"), "{title}"),
                            Box(N_("団体名"), "{partner_name}", label_width=22, width=86),
                        )
                    ),
                    BoxRow(
                        (
                            Box(N_("年度"), "{fiscal_year:nendo}", width=38),
                            Box(N_("話し合った日"), "{talked_on}"),
                            Box(N_("担当課"), "{department}", label_width=22, width=86),
                        )
                    ),
                ),
            ),
            Table(
                gap=3,
                rows="items",
                heading=N_("話し合うこと"),
                height=22,
                empty=3,
                empty_height=22,
                head_height=10,
                columns=(
                    Column(N_("項目"), "{item}", 52),
                    *(
                        Column(
                            SIDE_LABELS[side],
                            f"{{{mark_field(moment, side)}:given}}",
                            17,
                            Place.CENTRE,
                            over=MOMENT_LABELS[moment],
                            size=8,
                        )
                        for moment, side in _COLUMNS
                    ),
                    Column(N_("ちがいと変化"), "{told}", 24, size=8.5),
                    Column(N_("話し合いのきっかけ"), "{prompt}", 63, size=8.5),
                    Column(N_("話し合いのメモ"), "{agreed}", 50),
                ),
            ),
            Boxes(
                gap=3,
                rows=(
                    BoxRow((Box(N_("ほかの項目"), "{others}"),), height=10),
                    BoxRow(
                        (
                            Box(N_("団体の出席者"), "{partner_person}"),
                            Box(N_("市の出席者"), "{city_person}"),
                            Box(N_("次の確認日"), "{next_check_on}", label_width=24, width=66),
                        ),
                        height=10,
                    ),
                ),
            ),
            Notes(gap=0),
        ),
    ),
)
