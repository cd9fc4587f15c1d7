"""受付簿: every application and proposal taken in, a row each (ours, （仮）).

The city's own 文書管理簿 stays the official one; its 文書番号 is copied here by hand.
"""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
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
_COMPLETE = (FormOption("yes", N_("有")), FormOption("no", N_("無")))
_TO_WRITE = ("", "", "", "", "", "", N_("有・無"))
"""What stands in a row that is filled in by hand."""

FORM = Form(
    key="reception_register",
    title=N_("受付簿"),
    revision=1,
    blank=True,
    record_kind="fiscal_year",
    group=FormGroup.LIST,
    fields=(
        FormField("fiscal_year", N_("年度"), _K.NUMBER, required=True),
        FormField("made_on", N_("作成日"), _K.DATE),
        FormField(
            "entries",
            N_("受付"),
            _K.ROWS,
            required=True,
            columns=(
                FormField("receipt_number", N_("受付番号"), required=True),
                FormField("document_number", N_("文書番号")),
                FormField("received_on", N_("受付年月日"), _K.DATE, required=True),
                FormField("received_time", N_("受付時刻")),
                FormField("received_way", N_("受付方法")),
                FormField("programme_title", N_("制度")),
                FormField("partner_name", N_("団体名"), required=True),
                FormField("title", N_("件名"), required=True),
                FormField("complete", N_("書類一式の有無"), _K.CHOICE, options=_COMPLETE),
                FormField("asked_on", N_("補正依頼日"), _K.DATE),
                FormField("corrected_on", N_("補正日"), _K.DATE),
                FormField("received_by", N_("受付者")),
                FormField("state", N_("処理状況")),
                FormField("note", N_("備考"), _K.MULTILINE),
            ),
        ),
    ),
    wording=Wording(
        notes=(N_("市の文書管理簿に代わるものではない。文書番号は、文書管理簿の番号を書き写す。"),),
    ),
    layout=Layout(
        paper=Paper.A4_LANDSCAPE,
        number=False,
        caution=True,
        blocks=(
            Title(at=24, size=16, spread=44),
            WritingLines(
                at=35,
                pitch=8,
                label_width=16,
                left=40,
                right=100,
                lines=(
                    WritingLine(N_("年度"), "{fiscal_year:nendo}"),
                    WritingLine(N_("作成日"), "{made_on}"),
                ),
            ),
            Table(
                at=50,
                rows="entries",
                head_height=11,
                height=11,
                empty_height=13,
                fixed=(_TO_WRITE,) * 7,
                columns=(
                    Column(N_("受付番号\n文書番号"), "{receipt_number}\n{document_number}", 28),
                    Column(N_("受付年月日\n時刻"), "{received_on}\n{received_time}", 29),
                    Column(N_("方法"), "{received_way}", 13, Place.CENTRE),
                    Column(N_("制度"), "{programme_title}", 25),
                    Column(N_("団体名"), "{partner_name}", 37),
                    Column(N_("件名"), "{title}", 40),
                    Column(N_("書類\n一式"), "{complete}", 12, Place.CENTRE),
                    Column(N_("補正依頼日\n補正日"), "{asked_on}\n{corrected_on}", 28),
                    Column(N_("受付者"), "{received_by}", 15, Place.CENTRE),
                    Column(N_("処理状況\n備考"), "{state}\n{note}", 30),
                ),
            ),
            Notes(),
        ),
    ),
)
