"""一件書類目録: what a case's file holds, and on which of its pages; printed with the file only."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import (
    Column,
    Layout,
    Place,
    Table,
    Title,
    WritingLine,
    WritingLines,
)
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

_K = FormFieldKind

CONTENTS = Form(
    key="dossier",
    title=N_("一件書類目録"),
    revision=1,
    blank=False,
    record_kind="proposal",
    group=FormGroup.LIST,
    fields=(
        FormField("receipt_number", N_("受付番号")),
        FormField("programme_title", N_("制度")),
        FormField("partner_name", N_("団体名")),
        FormField("title", N_("事業の名称")),
        FormField("made_on", N_("作成日"), _K.DATE),
        FormField(
            "entries",
            N_("書類"),
            _K.ROWS,
            columns=(
                FormField("number", N_("番号"), _K.NUMBER),
                FormField("name", N_("書類の名称"), _K.MULTILINE),
                FormField("paper_number", N_("紙の番号")),
                FormField("document_number", N_("文書番号")),
                FormField("day", N_("年月日"), _K.DATE),
                FormField("pages", N_("頁")),
            ),
        ),
    ),
    layout=Layout(
        number=False,
        caution=True,
        blocks=(
            Title(at=33, size=16, spread=56),
            WritingLines(
                at=46,
                pitch=8.5,
                lines=(
                    WritingLine(N_("受付番号"), "{receipt_number}"),
                    WritingLine(N_("制度"), "{programme_title}"),
                    WritingLine(N_("団体名"), "{partner_name}"),
                    WritingLine(N_("事業の名称"), "{title}"),
                    WritingLine(N_("作成日"), "{made_on}"),
                ),
            ),
            Table(
                at=96,
                rows="entries",
                columns=(
                    Column(N_("番号"), "{number}", 12, Place.CENTRE),
                    Column(N_("書類の名称"), "{name}", 76, size=10),
                    Column(N_("番号・文書番号"), "{paper_number}\n{document_number}", 31),
                    Column(N_("年月日"), "{day}", 28, Place.CENTRE),
                    Column(N_("頁"), "{pages}", 18, Place.CENTRE),
                ),
            ),
        ),
    ),
)
