"""相互チェックシート: 3 stages × 4 items, before and after the project, 団体 and 市 (handbook 実践編)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.check_sheets import MARK_LABELS, MOMENT_LABELS, SIDE_LABELS, Moment, Side
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

STAGES = (("plan", "Ⅰ"), ("carry_out", "Ⅱ"), ("close", "Ⅲ"))
ITEMS = 4
BOTH_SIDES = "both"
TWO_PAGES = "two"

_MARKS = tuple(FormOption(value.value, label) for value, label in MARK_LABELS.items())
_SIDES = (
    FormOption(Side.PARTNER.value, N_("団体が記入")),
    FormOption(Side.CITY.value, N_("市が記入")),
    FormOption(BOTH_SIDES, N_("団体と市が記入")),
)

_EDITIONS = (
    FormOption("four", N_("４ページ（ハンドブックのとおり）")),
    FormOption(TWO_PAGES, N_("２ページ")),
)


def mark_name(item: str, moment: Moment, side: Side) -> str:
    """Return the field's name of one box, e.g. `plan_1_before_partner`."""
    return f"{item}_{moment.value}_{side.value}"


def _box(stage: str, numeral: str, number: int, moment: Moment, side: Side) -> FormField:
    label = f"{numeral}－{number}　{MOMENT_LABELS[moment]}（{SIDE_LABELS[side]}）"
    return FormField(
        mark_name(f"{stage}_{number}", moment, side), label, FormFieldKind.CHOICE, options=_MARKS
    )


def _boxes() -> tuple[FormField, ...]:
    return tuple(
        _box(stage, numeral, number, moment, side)
        for stage, numeral in STAGES
        for number in range(1, ITEMS + 1)
        for moment in Moment
        for side in Side
    )


FORM = Form(
    key="check_sheet",
    title=N_("相互チェックシート"),
    revision=1,
    blank=True,
    record_kind="check_sheet",
    group=FormGroup.EVALUATION,
    fields=(
        FormField("fiscal_year", N_("年度"), required=True),
        FormField("title", N_("事業名"), required=True),
        FormField("sides", N_("記入する側"), FormFieldKind.CHOICE, options=_SIDES),
        FormField("edition", N_("ページ数"), FormFieldKind.CHOICE, options=_EDITIONS),
        FormField("signature_lines", N_("署名欄を付ける"), FormFieldKind.CHECK),
        *_boxes(),
        FormField(
            "notes",
            N_("メモ"),
            FormFieldKind.ROWS,
            columns=(
                FormField("place", N_("どこのメモか"), required=True),
                FormField("text", N_("メモの文"), FormFieldKind.MULTILINE, required=True),
            ),
        ),
        FormField("contact", N_("問合せ先"), FormFieldKind.MULTILINE),
    ),
)
