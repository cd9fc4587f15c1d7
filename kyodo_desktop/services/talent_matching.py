"""Which offers fit a need, and which needs an offer: by shared words and 活動分野, each said. Pure."""

from collections.abc import Iterable

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.talents import TalentMatch, TalentRecord
from kyodo_desktop.services.partner_terms import activity_fields
from kyodo_desktop.services.talent_words import shared_words

_WORD, _FIELD = 3, 2
"""How much a shared word and a shared 活動分野 weigh: a field is wide, and fits many."""


def matches_of(asked: TalentRecord, others: Iterable[TalentRecord]) -> tuple[TalentMatch, ...]:
    """Return those of the others that share something with an entry, the best first, then the newest."""
    found: list[tuple[int, TalentMatch]] = []
    for other in others:
        words = shared_words(_text(other), _text(asked))
        fields = frozenset(other.draft.activity_fields) & frozenset(asked.draft.activity_fields)
        if words or fields:
            match = TalentMatch(other, tuple(_reasons(words, fields)))
            found.append((_WORD * len(words) + _FIELD * bool(fields), match))
    found.sort(key=lambda one: (-one[0], -one[1].talent.noted_on.toordinal(), -one[1].talent.id))
    return tuple(match for _weight, match in found)


def _text(talent: TalentRecord) -> str:
    return f"{talent.draft.title}\n{talent.draft.text}"


def _reasons(words: Iterable[str], fields: frozenset[int]) -> Iterable[str]:
    quoted = "".join(f"「{word}」" for word in words)
    if quoted:
        yield _("同じことば{words}").format(words=quoted)
    if fields:
        shared = " ・ ".join(field.short for field in activity_fields() if field.number in fields)
        yield _("同じ分野（{fields}）").format(fields=shared)
