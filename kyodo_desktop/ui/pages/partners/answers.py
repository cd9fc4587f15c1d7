"""What the editor holds of a partner, as JSON-able answers: from a record, to a draft. No Qt."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind, PartnerRecord
from kyodo_desktop.ui.pages.shared.answers import Answers

KIND = "partner"
"""The kind of record in the change log and among the drafts."""


def blank_answers() -> Answers:
    """Return the answers of a new partner."""
    return _answers(PartnerDraft(name=""))


def answers_of(partner: PartnerRecord) -> Answers:
    """Return the answers that stand for a record as it is."""
    return _answers(PartnerDraft(**{f.name: getattr(partner, f.name) for f in fields(PartnerDraft)}))


def draft_of(answers: Mapping[str, Any]) -> PartnerDraft:
    """Return what is to be saved; what cannot be taken is refused when it is."""
    return PartnerDraft(**{**answers, "kind": PartnerKind(answers["kind"])})


def _answers(draft: PartnerDraft) -> Answers:
    code = format_postal_code(draft.postal_code)
    return {**asdict(draft), "kind": draft.kind.value, "postal_code": code}
