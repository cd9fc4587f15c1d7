"""What a kind of act is, and the fields most kinds are made of."""

from dataclasses import dataclass

from kyodo_desktop.records.forms import FormField, FormFieldKind, FormOption


@dataclass(frozen=True, slots=True)
class ActKind:
    """One kind of act.

    `held`, `due`, `done` name the fields of its day, its 期限 and the day it was settled; `amount`,
    `department` and `verdict` those that lists and rules ask for.
    `once`: a case has one of them, which is changed rather than made again.
    """

    key: str
    label: str
    fields: tuple[FormField, ...]
    held: str
    due: str = ""
    done: str = ""
    amount: str = ""
    department: str = ""
    verdict: str = ""
    once: bool = False

    @property
    def settled_by(self) -> str:
        """The field whose value makes the act complete."""
        return self.done or self.held


def day(name: str, label: str, *, required: bool = False) -> FormField:
    """Return a field for a day."""
    return FormField(name, label, FormFieldKind.DATE, required=required)


def words(name: str, label: str, *, required: bool = False) -> FormField:
    """Return a field for several lines."""
    return FormField(name, label, FormFieldKind.MULTILINE, required=required)


def yen(name: str, label: str, *, required: bool = False) -> FormField:
    """Return a field for whole yen."""
    return FormField(name, label, FormFieldKind.YEN, required=required)


def choice(name: str, label: str, options: tuple[FormOption, ...], *, required: bool = False) -> FormField:
    """Return a field for one of several."""
    return FormField(name, label, FormFieldKind.CHOICE, required=required, options=options)
