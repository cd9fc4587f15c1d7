"""受付票: what the counter gives back when a proposal is handed in (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup

FORM = Form(
    key="reception_slip",
    title=N_("受付票"),
    revision=1,
    blank=True,
    record_kind="proposal",
    group=FormGroup.CITY,
    fields=(
        FormField("receipt_number", N_("受付番号"), required=True, max_length=60),
        FormField("received_on", N_("受付年月日"), FormFieldKind.DATE, required=True),
        FormField("received_time", N_("受付時刻")),
        FormField("received_way", N_("受付方法")),
        FormField("partner_name", N_("団体名"), required=True),
        FormField("title", N_("件名"), required=True),
        FormField(
            "papers",
            N_("受領書類"),
            FormFieldKind.ROWS,
            required=True,
            columns=(
                FormField("name", N_("書類名"), required=True),
                FormField("copies", N_("部数"), FormFieldKind.NUMBER),
            ),
        ),
        FormField("received_by", N_("受付者"), required=True),
        FormField("next_steps", N_("この後の流れ"), FormFieldKind.MULTILINE),
        FormField("contact", N_("問合せ先"), FormFieldKind.MULTILINE),
    ),
)
