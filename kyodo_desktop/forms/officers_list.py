"""役員名簿: who runs the group, and whether they live, work or study in the city (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Body,
    Column,
    Layout,
    Notes,
    Paper,
    Place,
    Table,
    Title,
    WritingLine,
    WritingLines,
)
from kyodo_desktop.forms.form import Form, Wording
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption

_K = FormFieldKind
_RESIDENCE = (FormOption("in", N_("在住")), FormOption("work", N_("在勤")), FormOption("study", N_("在学")))
_ROOM = 10
"""Rows of a blank list: they fill the page."""
_WHICH = N_("在住・在勤・在学")

FORM = Form(
    key="officers_list",
    title=N_("役員名簿"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.PARTNER,
    fields=(
        FormField("partner_name", N_("団体名"), required=True),
        FormField("as_of", N_("現在の日"), _K.DATE, required=True),
        FormField(
            "officers",
            N_("役員"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("number", N_("番号"), _K.NUMBER),
                FormField("title", N_("役職"), required=True),
                FormField("name", N_("氏名"), required=True, personal=True),
                FormField("kana", N_("フリガナ"), _K.KANA, personal=True),
                FormField("address", N_("住所"), personal=True),
                FormField("residence", N_("市内の在住等"), _K.CHOICE, options=_RESIDENCE),
                FormField("note", N_("備考"), _K.MULTILINE, personal=True),
            ),
        ),
        FormField("members", N_("会員数"), _K.NUMBER, required=True),
    ),
    wording=Wording(
        body=N_("役員を含む会員の総数　{members}人"),
        notes=(N_("住所は、町名までの記入で差し支えない。この名簿は、応募の要件の確認のほかには用いない。"),),
    ),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        caution=True,
        blocks=(
            Title(at=26, size=16, spread=56),
            WritingLines(
                at=36,
                gap=2,
                left=45,
                right=170,
                lines=(WritingLine(N_("団体名"), "{partner_name}"),),
            ),
            Table(
                at=50,
                gap=3,
                rows="officers",
                heading=N_("{as_of}現在"),
                head_height=11,
                size=10,
                fixed=tuple((str(number), "", "", "", "", _WHICH) for number in range(1, _ROOM + 1)),
                columns=(
                    Column(N_("番号"), "{number}", 12, Place.CENTRE),
                    Column(N_("役職"), "{title}", 32),
                    Column(N_("氏名"), "{name}", 47),
                    Column(N_("フリガナ"), "{kana}", 44, size=9),
                    Column(N_("住所"), "{address}", 70, size=9.5),
                    Column(N_("市内の\n在住等"), "{residence}", 30, Place.CENTRE, size=9),
                    Column(N_("備考"), "{note}", 22, size=9),
                ),
            ),
            Body(gap=3, indent=False),
            Notes(),
        ),
    ),
)
