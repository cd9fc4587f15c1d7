"""宛名ラベル: sheets of 12 or 24 labels, and the 長形3号 envelope."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.partner_papers import LABEL_LAYOUT_LABELS

ROW_COLUMNS = (
    FormField("postal_code", N_("郵便番号"), personal=True),
    FormField("address", N_("所在地"), required=True, personal=True),
    FormField("name", N_("団体名"), required=True),
    FormField("person", N_("役職・氏名"), personal=True),
)
"""With a person the label ends in 様, without in 御中."""

FORM = Form(
    key="address_labels",
    title=N_("宛名ラベル"),
    revision=1,
    blank=False,
    record_kind=None,
    group=FormGroup.LIST,
    numbered=False,
    fields=(
        FormField(
            "layout",
            N_("用紙"),
            FormFieldKind.CHOICE,
            required=True,
            options=tuple(FormOption(layout.value, label) for layout, label in LABEL_LAYOUT_LABELS.items()),
        ),
        FormField("start_at", N_("始めの位置"), FormFieldKind.NUMBER),
        FormField("rows", N_("宛先"), FormFieldKind.ROWS, required=True, columns=ROW_COLUMNS),
    ),
)
