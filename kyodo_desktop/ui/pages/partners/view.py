"""What the card of a partner shows, and where it leads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.records.partner_public import is_public
from kyodo_desktop.records.partners import PartnerDetail, PartnerPair, PartnerRecord
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.pill import Pill


@dataclass(frozen=True, slots=True)
class PartnerView:
    """All that the card shows of one partner.

    `labels` are the words of the 形態; `talks` begin with the newest.
    """

    detail: PartnerDetail
    history: Sequence[ChangeSetRecord]
    labels: Mapping[str, str]
    today: date
    terms: Terms = field(default_factory=Terms)
    has_draft: bool = False
    talks: Sequence[ContactRecord] = ()

    @property
    def partner(self) -> PartnerRecord:
        """The partner."""
        return self.detail.partner


@dataclass(frozen=True, slots=True)
class CardActions:
    """Where the card's links lead."""

    edit: Callable[[], object]
    confirm: Callable[[], object]
    drop_draft: Callable[[], object]
    open_partner: Callable[[int], object]
    open_entry: Callable[[int], object]
    mark_different: Callable[[PartnerPair], object]
    compare: Callable[[PartnerPair], object]


class Sheet(QWidget):
    """What one tab of the card shows: parts one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        theme.space(self._column, 0)

    def add(self, widget: QWidget) -> None:
        """Add a part below."""
        self._column.addWidget(widget)

    def is_empty(self) -> bool:
        """Tell whether it shows nothing yet."""
        return self._column.isEmpty()

    def add_space(self, pixels: int) -> None:
        """Leave room."""
        self._column.addSpacing(self._theme.px(pixels))


class CardPart(Protocol):
    """A tab of the card that has records of its own, and its own way of writing them."""

    def make_sheet(self, view: PartnerView) -> QWidget:
        """Return what the tab shows of a partner, with what was typed there and not saved."""
        ...

    def keep_draft(self) -> None:
        """Keep what is typed and not saved (the card is made anew, the tab left, the window closed)."""
        ...


def public_mark(theme: Theme, partner: PartnerRecord, *names: str) -> QWidget | None:
    """Return the mark of fields that may all be published, None where one stays in the office."""
    return Pill(theme, _("公開")) if all(is_public(partner, name) for name in names) else None
