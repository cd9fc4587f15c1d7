"""Issued papers: which sheet went out, with whom it is, and when it came home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kyodo_desktop.base.i18n import N_


class SheetState(StrEnum):
    """The life of a sheet; `void` is one that a later one replaces, or that was taken back."""

    MADE = "made"
    PRINTED = "printed"
    AWAITED = "awaited"
    RECEIVED = "received"
    FILED = "filed"
    VOID = "void"


SHEET_STATE_LABELS: dict[SheetState, str] = {
    SheetState.MADE: N_("作成"),
    SheetState.PRINTED: N_("印刷"),
    SheetState.AWAITED: N_("署名・押印待ち"),
    SheetState.RECEIVED: N_("受領"),
    SheetState.FILED: N_("綴り済"),
    SheetState.VOID: N_("無効"),
}


@dataclass(frozen=True, slots=True)
class SheetOwner:
    """The record a sheet belongs to: `partner`, `proposal`, `collaboration` or `check_sheet`, and its id.

    What only fills papers in may be of an `evaluation` as well.
    """

    kind: str
    record_id: int


@dataclass(frozen=True, slots=True)
class IssuedSheet:
    """One sheet with its number (`2026-S-00012`), and the day of each step of its life.

    `holder` is with whom it is while it is awaited, `due_on` when it should be back. `sha256` names the PDF
    that was issued; reprinting sends that file. `replaces` and `replaced_by` are numbers of sheets.
    `document_number` is the city's own 文書番号 as typed.
    """

    id: int
    number: str
    form_key: str
    form_revision: int
    title: str
    state: SheetState
    made_at: datetime
    made_by: str
    pages: int
    sha256: str
    owner: SheetOwner | None = None
    owner_name: str = ""
    holder: str = ""
    document_number: str = ""
    printed_on: date | None = None
    awaited_since: date | None = None
    due_on: date | None = None
    received_on: date | None = None
    filed_on: date | None = None
    void_on: date | None = None
    replaces: str = ""
    replaced_by: str = ""
    note: str = ""

    def is_late_on(self, day: date) -> bool:
        """Tell whether it should have come back before a day."""
        return self.state is SheetState.AWAITED and self.due_on is not None and self.due_on < day


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """What is to be issued: the form, its values as the paper has them, and where it belongs."""

    form_key: str
    values: Mapping[str, Any]
    owner: SheetOwner | None = None
    holder: str = ""
    document_number: str = ""
    due_on: date | None = None
    replaces_id: int | None = None
    note: str = ""
