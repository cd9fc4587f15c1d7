"""The 法人格 and 活動分野 that can be chosen, and how they are said. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import LEGAL_FORM_POSITION_LABELS, ActivityField, LegalForm, PartnerRecord


@dataclass(frozen=True, slots=True)
class Terms:
    """What a partner's keys and numbers stand for."""

    forms: Sequence[LegalForm] = ()
    fields: Sequence[ActivityField] = ()

    def form_words(self, partner: PartnerRecord) -> str:
        """Return the 法人格 of a partner and where it stands in the name."""
        label = next((form.label for form in self.forms if form.key == partner.legal_form), "")
        position = LEGAL_FORM_POSITION_LABELS.get(partner.legal_form_position, "")
        if label and position:
            return _("{form}（{position}）").format(form=label, position=_(position))
        return label

    def field_words(self, numbers: Iterable[int], joint: str) -> str:
        """Return 活動分野 in short words, in the law's order."""
        chosen = frozenset(numbers)
        return joint.join(field.short for field in self.fields if field.number in chosen)
