"""What the program tells about its papers (様式)."""

from dataclasses import dataclass
from enum import StrEnum

from kyodo_desktop.base.i18n import N_
from kyodo_desktop.records.personal_data import PersonalContent


class FormFieldKind(StrEnum):
    """How a field's value is given.

    `date` as ISO text, `yen` and `number` as whole numbers, `choice` as its key, `check` as true or false,
    `rows` as a list of objects, everything else as text.
    """

    TEXT = "text"
    MULTILINE = "multiline"
    KANA = "kana"
    DATE = "date"
    YEN = "yen"
    NUMBER = "number"
    CHOICE = "choice"
    CHECK = "check"
    ROWS = "rows"


class FormGroup(StrEnum):
    """Where lists of papers put one."""

    PARTNER = "partner"
    CITY = "city"
    OFFICE = "office"
    LIST = "list"
    EVALUATION = "evaluation"


FORM_GROUP_LABELS: dict[FormGroup, str] = {
    FormGroup.PARTNER: N_("団体が出すもの"),
    FormGroup.CITY: N_("市が出すもの"),
    FormGroup.OFFICE: N_("庁内"),
    FormGroup.LIST: N_("一覧・台帳"),
    FormGroup.EVALUATION: N_("評価"),
}


@dataclass(frozen=True, slots=True)
class FormOption:
    """One key of a `choice` and what it means."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a paper. `times` is how often its value stands on the filled paper.

    `options` belong to a choice, `columns` to rows (each row is an object of these names). `personal`: it may
    say something of a person outside the office. Not given, a field with a `difference` is the first of the
    two fields named less the second.
    """

    name: str
    label: str
    kind: FormFieldKind = FormFieldKind.TEXT
    required: bool = False
    max_length: int | None = None
    times: int = 1
    options: tuple[FormOption, ...] = ()
    columns: tuple["FormField", ...] = ()
    personal: bool = False
    difference: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class FormInfo:
    """One official form: can it be printed blank, issued with a number, and from which kind of record."""

    key: str
    title: str
    revision: int
    blank: bool
    record_kind: str | None = None
    group: FormGroup = FormGroup.OFFICE
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A finished PDF, with the labels of required fields left empty and characters no shipped font has.

    `personal` is what it holds of persons, to be noted when it is printed or saved; None if it holds nothing.
    """

    pdf: bytes
    empty_required: tuple[str, ...] = ()
    missing_glyphs: tuple[str, ...] = ()
    personal: PersonalContent | None = None
    pages: int = 0
