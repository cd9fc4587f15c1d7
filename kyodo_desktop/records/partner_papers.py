"""The choices of the papers of the register: which edition of the list, which sheet of labels."""

from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class Edition(StrEnum):
    """For whom a list of partners is: everybody, or the office."""

    PUBLIC = "public"
    OFFICE = "office"


EDITION_LABELS: dict[Edition, str] = {Edition.PUBLIC: N_("公開版"), Edition.OFFICE: N_("庁内版")}


class LabelLayout(StrEnum):
    """What addresses are printed on."""

    TWELVE = "12"
    TWENTY_FOUR = "24"
    ENVELOPE = "envelope"


LABEL_LAYOUT_LABELS: dict[LabelLayout, str] = {
    LabelLayout.TWELVE: N_("Ａ４ 12面"),
    LabelLayout.TWENTY_FOUR: N_("Ａ４ 24面"),
    LabelLayout.ENVELOPE: N_("長形３号封筒"),
}

LABELS_A_SHEET: dict[LabelLayout, int] = {
    LabelLayout.TWELVE: 12,
    LabelLayout.TWENTY_FOUR: 24,
    LabelLayout.ENVELOPE: 1,
}


class Addressee(StrEnum):
    """Whom an address names last: the body (御中) or who stands for it (様)."""

    BODY = "body"
    REPRESENTATIVE = "representative"


ADDRESSEE_LABELS: dict[Addressee, str] = {
    Addressee.BODY: N_("団体名　御中"),
    Addressee.REPRESENTATIVE: N_("代表者　様"),
}
