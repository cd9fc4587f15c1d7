"""協働や連携の取組一覧: the handbook's table 資料３ of one fiscal year."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

ROW_COLUMNS = (
    FormField("number", N_("番号"), FormFieldKind.NUMBER, required=True),
    FormField("departments", N_("課名"), required=True),
    FormField("title", N_("事業名称"), required=True),
    FormField("partner", N_("協働相手（団体名）"), FormFieldKind.MULTILINE, required=True),
    FormField("collaboration_form", N_("協働形態"), required=True),
    FormField("note", N_("備考"), FormFieldKind.MULTILINE),
    FormField("note_doubtful", N_("備考は要確認"), FormFieldKind.CHECK),
)
"""A row with the number of the row before it and no other title is one more partner cell of that entry."""

FORM = Form(
    key="collaboration_list",
    title=N_("協働や連携の取組一覧"),
    revision=1,
    blank=False,
    record_kind="fiscal_year",
    group=FormGroup.LIST,
    fields=(
        FormField("fiscal_year", N_("年度"), required=True),
        FormField("preface", N_("前書き"), FormFieldKind.MULTILINE),
        FormField("excerpt", N_("抜粋の表示")),
        FormField("rows", N_("取組"), FormFieldKind.ROWS, required=True, columns=ROW_COLUMNS),
    ),
)
