"""Fields that many papers of a group (団体) have alike."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.forms import FormField

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
