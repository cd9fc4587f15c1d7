"""Fields that many papers of a group (団体) have alike."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.forms import FormField, FormFieldKind

APPLICANT = (
    FormField("postal_code", N_("郵便番号"), personal=True),
    FormField("address", N_("所在地"), required=True, personal=True),
    FormField("partner_name", N_("団体名"), required=True),
    FormField("representative", N_("代表者職・氏名"), required=True, personal=True),
    FormField("phone", N_("電話番号"), required=True, personal=True),
)
"""Who applies, as `ApplicationHead` prints it."""

WHOSE = (
    FormField("partner_name", N_("団体名"), required=True),
    FormField("title", N_("事業の名称"), required=True),
)
"""Whose paper it is, and about which project, at the head of what is added to an application."""

LETTER = (
    FormField("document_number", N_("文書番号")),
    FormField("issued_on", N_("通知日"), FormFieldKind.DATE, required=True),
    FormField("partner_name", N_("団体名"), required=True),
    FormField("representative", N_("代表者職・氏名"), required=True, personal=True),
)
"""Number, day and addressee of a letter to a group, as `LetterHead` prints them."""

DECIDED = (
    FormField("previous_on", N_("交付決定の日付"), FormFieldKind.DATE, required=True),
    FormField("previous_number", N_("交付決定の文書番号")),
)
"""The decision a letter goes back to."""
