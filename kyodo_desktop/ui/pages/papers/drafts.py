"""What is written in papers and not yet issued: kept in the data folder, one of each paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kyodo_desktop.flows.engine import Answers
from kyodo_desktop.records.sheets import SheetOwner

if TYPE_CHECKING:
    from kyodo_desktop.services.drafts import DraftsService

_KIND = "paper:"
_ONLY = 0


@dataclass(slots=True)
class PaperDraft:
    """A paper as it is being written; `typed` names what a person wrote, `replaces` the sheet it replaces."""

    owner: SheetOwner | None = None
    answers: Answers = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    replaces: int | None = None


class PaperDrafts:
    """Loads and keeps drafts by the key of their form."""

    def __init__(self, service: "DraftsService", keys: tuple[str, ...]) -> None:
        self._service = service
        self.written: set[str] = {key for key in keys if service.load(_KIND + key, _ONLY) is not None}

    def load(self, key: str) -> PaperDraft | None:
        """Return what was kept of a paper."""
        kept = self._service.load(_KIND + key, _ONLY) if key in self.written else None
        return _draft_of(kept) if kept is not None else None

    def keep(self, key: str, draft: PaperDraft) -> None:
        """Keep a draft, or drop the one there is when nothing was written by a person."""
        if not draft.typed and draft.replaces is None:
            self.drop(key)
            return
        owner = draft.owner
        self._service.save(
            _KIND + key,
            _ONLY,
            {
                "owner": None if owner is None else [owner.kind, owner.record_id],
                "answers": draft.answers,
                "typed": sorted(draft.typed),
                "replaces": draft.replaces,
            },
        )
        self.written.add(key)

    def drop(self, key: str) -> None:
        """Throw a draft away."""
        if key in self.written:
            self._service.drop(_KIND + key, _ONLY)
            self.written.discard(key)


def _draft_of(kept: Mapping[str, Any]) -> PaperDraft:
    match kept.get("owner"):
        case [str(kind), int(record_id)]:
            owner: SheetOwner | None = SheetOwner(kind, record_id)
        case _:
            owner = None
    answers = kept.get("answers")
    return PaperDraft(
        owner,
        dict(answers) if isinstance(answers, Mapping) else {},
        set(kept.get("typed") or ()),
        kept.get("replaces"),
    )
