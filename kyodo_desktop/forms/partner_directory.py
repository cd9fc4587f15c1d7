"""団体名簿: the register as the office keeps it, or as it may be published (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormGroup, FormOption
from kyodo_desktop.records.partner_papers import EDITION_LABELS

ROW_COLUMNS = (
    FormField("name", N_("団体名"), required=True),
    FormField("kana", N_("フリガナ"), FormFieldKind.KANA),
    FormField("kind", N_("区分")),
    FormField("representative", N_("代表者"), personal=True),
    FormField("postal_code", N_("郵便番号"), personal=True),
    FormField("address", N_("所在地"), personal=True),
    FormField("phone", N_("電話"), personal=True),
    FormField("email", N_("メール"), personal=True),
    FormField("website", N_("ホームページ")),
    FormField("activity_fields", N_("活動分野")),
    FormField("purpose", N_("活動目的"), FormFieldKind.MULTILINE),
    FormField("confirmed_on", N_("最終確認日"), FormFieldKind.DATE),
)

FORM = Form(
    key="partner_directory",
    title=N_("団体名簿"),
    revision=1,
    blank=False,
    record_kind=None,
    group=FormGroup.LIST,
    fields=(
        FormField(
            "edition",
            N_("版"),
            FormFieldKind.CHOICE,
            required=True,
            options=tuple(FormOption(edition.value, label) for edition, label in EDITION_LABELS.items()),
        ),
        FormField("printed_on", N_("作成日"), FormFieldKind.DATE, required=True),
        FormField("rows", N_("団体"), FormFieldKind.ROWS, required=True, columns=ROW_COLUMNS),
    ),
)
