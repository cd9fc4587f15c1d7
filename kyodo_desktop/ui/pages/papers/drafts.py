"""What is written in papers and not yet issued: kept in the data folder, one for each paper and record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kyodo_desktop.flows.engine import Answers
from kyodo_desktop.records.forms import FormInfo
from kyodo_desktop.records.sheets import SheetOwner

if TYPE_CHECKING:
    from kyodo_desktop.services.drafts import DraftsService

_KIND = "paper:"
_NOBODY = 0
BESIDE_PROPOSALS = ("partner", "collaboration")
"""Records that a proposal's paper can be of as well: outside the programmes there is no proposal."""


@dataclass(slots=True)
class PaperDraft:
    """A paper as it is being written; `typed` names what a person wrote, `replaces` the sheet it replaces."""

    owner: SheetOwner | None = None
    answers: Answers = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    replaces: int | None = None


class PaperDrafts:
    """Loads and keeps drafts by the key of their form and the record they are of."""

    def __init__(self, service: "DraftsService", forms: Iterable[FormInfo]) -> None:
        self._service = service
        self._owners = {form.key: self._read(form) for form in forms}

    @property
    def written(self) -> frozenset[str]:
        """The forms in which something is written."""
        return frozenset(key for key, owners in self._owners.items() if owners)

    def others(self, key: str, owner: SheetOwner | None) -> tuple[SheetOwner | None, ...]:
        """Return the other records of which a paper is being written."""
        return tuple(one for one in self._owners[key] if one != owner)

    def load(self, key: str, owner: SheetOwner | None) -> PaperDraft | None:
        """Return what was kept of a paper of a record."""
        if owner not in self._owners[key]:
            return None
        kept = self._service.load(*_place(key, owner))
        return _draft_of(owner, kept) if kept is not None else None

    def keep(self, key: str, draft: PaperDraft) -> None:
        """Keep a draft, or drop the one there is when nothing was written by a person."""
        if not draft.typed and draft.replaces is None:
            self.drop(key, draft.owner)
            return
        answers = {"answers": draft.answers, "typed": sorted(draft.typed), "replaces": draft.replaces}
        self._service.save(*_place(key, draft.owner), answers)
        if draft.owner not in self._owners[key]:
            self._owners[key].append(draft.owner)

    def drop(self, key: str, owner: SheetOwner | None) -> None:
        """Throw a draft away."""
        if owner in self._owners[key]:
            self._service.drop(*_place(key, owner))
            self._owners[key].remove(owner)

    def _read(self, form: FormInfo) -> list[SheetOwner | None]:
        kinds = {form.record_kind or "", *(BESIDE_PROPOSALS if form.record_kind == "proposal" else ())}
        found: list[SheetOwner | None] = [
            SheetOwner(kind, record_id)
            for kind in sorted(kinds)
            for record_id in self._service.kept(f"{_KIND}{form.key}:{kind}")
        ]
        return found + [None for _id in self._service.kept(f"{_KIND}{form.key}")]


def _place(key: str, owner: SheetOwner | None) -> tuple[str, int]:
    if owner is None:
        return f"{_KIND}{key}", _NOBODY
    return f"{_KIND}{key}:{owner.kind}", owner.record_id


def _draft_of(owner: SheetOwner | None, kept: Mapping[str, Any]) -> PaperDraft:
    answers = kept.get("answers")
    return PaperDraft(
        owner,
        dict(answers) if isinstance(answers, Mapping) else {},
        set(kept.get("typed") or ()),
        kept.get("replaces"),
    )
