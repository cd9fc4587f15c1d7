"""甲 and 乙 of agreement and contract, as they sign (ours, （仮）)."""

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.forms.blocks import Party
from kyodo_desktop.records.forms import FormField

PARTNER = (
    FormField("address", N_("所在地"), required=True, personal=True),
    FormField("partner_name", N_("団体名"), required=True, times=2),
    FormField("representative", N_("代表者職・氏名"), required=True, personal=True),
)
"""Who is 乙; the name stands in the opening sentence as well."""

PARTIES = (
    Party(
        N_("甲"),
        (
            (N_("所在地"), N_("東京都小平市小川町二丁目1333番地")),
            (N_("名称"), N_("小平市")),
            (N_("代表者"), "{sender}　{mayor}"),
        ),
    ),
    Party(
        N_("乙"),
        (
            (N_("所在地"), "{address}"),
            (N_("名称"), "{partner_name}"),
            (N_("代表者"), "{representative}"),
        ),
    ),
)
