"""The filter row of the lookup of 人財の森: words, 種類, 分野, 状態."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import search_keys
from kyodo_desktop.records.partners import ActivityField
from kyodo_desktop.records.talents import TALENT_SIDE_LABELS, TalentRecord
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.talents.wording import field_words
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip

_OPEN, _OVER = "open", "over"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list, with the keys it is found by."""

    talent: TalentRecord
    full_key: str
    bare_key: str

    @classmethod
    def of(cls, talent: TalentRecord, fields: Sequence[ActivityField]) -> "Entry":
        """Return an entry with its keys: title, text, person, partner, 活動分野."""
        draft = talent.draft
        words = (draft.title, draft.text, draft.person, talent.partner_name)
        return cls(talent, *search_keys((*words, field_words(draft.activity_fields, fields))))


class LookupFilterBar(FacetBar[Entry]):
    """Begins with what holds today."""

    def __init__(self, theme: Theme, fields: Sequence[ActivityField], today: Callable[[], date]) -> None:
        super().__init__(theme, _("件名・内容・団体"), lambda entry: entry.talent.draft.title)
        self.side = Chip(theme, _("種類"))
        self.field = Chip(theme, _("分野"))
        self.standing = Chip(theme, _("状態"))
        self.looks.hide()
        sides = {side.value: _(label) for side, label in TALENT_SIDE_LABELS.items()}
        labels = {str(field.number): field.short for field in fields}
        standing = {_OPEN: _("いま有効"), _OVER: _("終わった")}
        self.put(
            (self.side, self.field, self.standing),
            (
                (Facet("side", lambda one: frozenset({one.talent.draft.side.value}), sides), self.side),
                (
                    Facet("field", lambda one: frozenset(map(str, one.talent.draft.activity_fields)), labels),
                    self.field,
                ),
                (
                    Facet(
                        "standing",
                        lambda one: frozenset({_OPEN if one.talent.is_open_on(today()) else _OVER}),
                        standing,
                    ),
                    self.standing,
                ),
            ),
        )

    def begin(self) -> None:
        """Show only what holds today (the entries must have been offered)."""
        self.standing.choose((_OPEN,))
