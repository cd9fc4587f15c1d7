"""相互チェックシート: 3 stages × 4 items, before and after the project, 団体 and 市 (handbook 実践編)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms import check_sheet_text
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.check_sheets import (
    MARK_LABELS,
    MOMENT_LABELS,
    SIDE_LABELS,
    CheckSheetText,
    Moment,
    Side,
)
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

BOTH_SIDES = "both"
TWO_PAGES, FOUR_PAGES = "two", "four"

_MARKS = tuple(FormOption(value.value, label) for value, label in MARK_LABELS.items())
_SIDES = (
    FormOption(Side.PARTNER.value, N_("団体が記入")),
    FormOption(Side.CITY.value, N_("市が記入")),
    FormOption(BOTH_SIDES, N_("団体と市が記入")),
)

_EDITIONS = (
    FormOption(FOUR_PAGES, N_("４ページ（ハンドブックのとおり）")),
    FormOption(TWO_PAGES, N_("２ページ")),
)


def mark_name(item: str, moment: Moment, side: Side) -> str:
    """Return the field's name of one box, e.g. `plan_1_before_partner`."""
    return f"{item}_{moment.value}_{side.value}"


def make_form() -> Form:
    """Return the form with a field for each box of the sheet, in whatever version it has it."""
    return _make(tuple(map(check_sheet_text.load, reversed(check_sheet_text.versions()))))


@cache
def _make(texts: tuple[CheckSheetText, ...]) -> Form:
    return replace(_FORM, fields=(*_HEAD, *_boxes(texts), *_FOOT))


def _boxes(texts: tuple[CheckSheetText, ...]) -> Iterator[FormField]:
    """Give the boxes, the newest version's first; those of former ones only say whose they are."""
    seen = set[str]()
    for text in texts:
        former = _("（第{n}版）").format(n=text.version) if text is not texts[0] else ""
        for stage in text.stages:
            for item in stage.items:
                if item.key not in seen:
                    seen.add(item.key)
                    yield from _boxes_of(item.key, f"{stage.numeral}－{item.number}{former}")


def _boxes_of(item: str, place: str) -> Iterator[FormField]:
    for moment in Moment:
        for side in Side:
            label = f"{place}　{MOMENT_LABELS[moment]}（{SIDE_LABELS[side]}）"
            yield FormField(mark_name(item, moment, side), label, FormFieldKind.CHOICE, options=_MARKS)


_HEAD = (
    FormField("fiscal_year", N_("年度"), required=True),
    FormField("title", N_("事業名"), required=True),
    FormField("sides", N_("記入する側"), FormFieldKind.CHOICE, options=_SIDES),
    FormField("edition", N_("ページ数"), FormFieldKind.CHOICE, options=_EDITIONS),
    FormField("signature_lines", N_("署名欄を付ける"), FormFieldKind.CHECK),
)
_FOOT = (
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
)
_FORM = Form(
    key="check_sheet",
    title=N_("相互チェックシート"),
    revision=1,
    blank=True,
    record_kind="check_sheet",
    group=FormGroup.EVALUATION,
    fields=(),
)
