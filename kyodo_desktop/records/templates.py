"""What an office may change on a paper: its 様式番号, title, words, seal, digits and sender."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.japanese.digits import Digits

COMMON = ""
"""The `form_key` of what all papers share: sender, mayor, contact block, digits and dates."""


class Seal(StrEnum):
    """What the one who makes a paper puts beside the name."""

    NONE = "none"
    PERSONAL = "personal"
    REPRESENTATIVE = "representative"
    OFFICIAL = "official"
    SIGNATURE = "signature"


SEAL_LABELS: dict[Seal, str] = {
    Seal.NONE: N_("押印なし"),
    Seal.PERSONAL: N_("認印"),
    Seal.REPRESENTATIVE: N_("代表者印"),
    Seal.OFFICIAL: N_("公印"),
    Seal.SIGNATURE: N_("署名"),
}


class DigitRule(StrEnum):
    """How a paper writes digits; `mixed` is one digit full-width, two and more half-width."""

    MIXED = "mixed"
    FULL = "full"
    HALF = "half"

    @property
    def digits(self) -> Digits:
        """The way the text functions call it."""
        return _DIGITS[self]


_DIGITS = {
    DigitRule.MIXED: Digits.SINGLE_FULL,
    DigitRule.FULL: Digits.FULL,
    DigitRule.HALF: Digits.HALF,
}

DIGIT_RULE_LABELS: dict[DigitRule, str] = {
    DigitRule.MIXED: N_("１桁は全角、２桁以上は半角"),
    DigitRule.FULL: N_("すべて全角"),
    DigitRule.HALF: N_("すべて半角"),
}


class DateStyle(StrEnum):
    """Whether a paper's dates are in 和暦 or 西暦."""

    WAREKI = "wareki"
    WESTERN = "western"


DATE_STYLE_LABELS: dict[DateStyle, str] = {
    DateStyle.WAREKI: N_("和暦（令和８年４月１日）"),
    DateStyle.WESTERN: N_("西暦（2026年４月１日）"),
}


@dataclass(frozen=True, slots=True)
class Template:
    """A paper's words and policies in one fiscal year; `own` says that the office made them its own.

    `fiscal_year` is None for what the program ships with. `wording` holds, by name, the texts that differ
    from the shipped ones. An empty `form_number` prints 様式第　　　号, an empty `contact_block` the
    handbook's.
    """

    form_key: str
    fiscal_year: int | None = None
    version: int = 1
    form_number: str = ""
    title: str = ""
    wording: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    seal: Seal = Seal.NONE
    digits: DigitRule = DigitRule.MIXED
    date_style: DateStyle = DateStyle.WAREKI
    sender: str = ""
    mayor: str = ""
    contact_block: str = ""
    own: bool = False

    def as_data(self) -> dict[str, object]:
        """Return it as JSON-able data."""
        return {**asdict(self), "wording": dict(self.wording), "notes": list(self.notes)}

    def with_data(self, data: Mapping[str, Any]) -> "Template":
        """Return it with what `data` says otherwise; names that a template does not have are passed over.

        Raises:
            ValueError: a seal, digits or dates that there are not.
        """
        known = {
            one.name: _READ.get(one.name, _as_is)(data[one.name]) for one in fields(self) if one.name in data
        }
        return replace(self, **known)


def _as_is(value: Any) -> Any:
    return value


_READ: dict[str, Callable[[Any], Any]] = {
    "seal": Seal,
    "digits": DigitRule,
    "date_style": DateStyle,
    "notes": tuple,
    "wording": dict,
}


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """One stored version; `shipped` says that the office went back to what the program ships with."""

    id: int
    made_at: datetime
    made_by: str
    template: Template
    shipped: bool = False


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A text of a paper's wording: the name blocks call it by, what a clerk calls it, its words."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class TemplateParts:
    """What of a template stands on a paper; without `seals` nobody seals it."""

    form_number: bool = False
    seals: tuple[Seal, ...] = ()
    sender: bool = False
    mayor: bool = False
    contact: bool = False
