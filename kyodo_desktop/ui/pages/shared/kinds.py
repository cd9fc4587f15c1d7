"""区分 as values of a filter and in words; a guess is a value of its own. No Qt."""

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS, PartnerKind

_ESTIMATED = "?"

_SHORT: dict[PartnerKind, str] = {
    **PARTNER_KIND_LABELS,
    PartnerKind.NEIGHBOURHOOD_ASSOCIATION: N_("自治会"),
    PartnerKind.CITIZEN_GROUP: N_("市民活動団体"),
    PartnerKind.BUSINESS: N_("民間事業者"),
}


def kind_label(kind: PartnerKind, estimated: bool) -> str:
    """Return a 区分 in words, a guess marked 推定."""
    label = _(PARTNER_KIND_LABELS[kind])
    return _("{kind}（推定）").format(kind=label) if is_guess(kind, estimated) else label


def short_kind_label(kind: PartnerKind) -> str:
    """Return a 区分 in a word that fits a column."""
    return _(_SHORT[kind])


def is_guess(kind: PartnerKind, estimated: bool) -> bool:
    """Tell whether a 区分 is only a guess; 未設定 guesses nothing."""
    return estimated and kind is not PartnerKind.UNSET


def kind_key(kind: PartnerKind, estimated: bool) -> str:
    """Return the value of a 区分."""
    return kind + (_ESTIMATED if is_guess(kind, estimated) else "")


def kind_key_label(key: str) -> str:
    """Return a value of 区分 in words."""
    return kind_label(PartnerKind(key.removesuffix(_ESTIMATED)), key.endswith(_ESTIMATED))


def all_kind_keys() -> tuple[str, ...]:
    """Return every value of 区分, in the handbook's order; a guess after the certain one."""
    keys = [kind_key(kind, estimated) for kind in PartnerKind for estimated in (False, True)]
    return tuple(dict.fromkeys(keys))
