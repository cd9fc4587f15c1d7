"""What the editor holds of an entry, as JSON-able answers: from a record, to a draft. No Qt."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.collaborations import (
    CollaborationDraft,
    CollaborationRecord,
    CollaborationZone,
    ParticipationDraft,
)
from kyodo_desktop.ui.pages.shared.answers import Answers

KIND = "collaboration"
"""The kind of record in the change log and among the drafts."""

_BETWEEN_DEPARTMENTS = re.compile(r"[、,，\n]|(?<=課)・")


def blank_answers(fiscal_year: int, number: int) -> Answers:
    """Return the answers of a new entry with one empty partner cell."""
    return {
        "fiscal_year": fiscal_year,
        "number": str(number),
        "departments": "",
        "title": "",
        "cells": [blank_cell()],
        "note": "",
        "note_doubtful": False,
        "zone": "",
    }


def blank_cell() -> Answers:
    """Return the answers of an empty partner cell; its 形態 is for a person to choose."""
    return {"text": "", "form": "", "links": []}


def answers_of(entry: CollaborationRecord) -> Answers:
    """Return the answers that stand for a record as it is."""
    return {
        "fiscal_year": entry.fiscal_year,
        "number": str(entry.number),
        "departments": "、".join(entry.departments),
        "title": entry.title,
        "cells": [
            {
                "text": cell.text,
                "form": cell.collaboration_form,
                "links": [
                    {"partner_id": link.partner_id, "name": link.name, "unit": link.unit}
                    for link in cell.partners
                ],
            }
            for cell in entry.participations
        ],
        "note": entry.note,
        "note_doubtful": entry.note_doubtful,
        "zone": entry.zone.value if entry.zone is not None else "",
    }


def draft_of(answers: Mapping[str, Any]) -> CollaborationDraft:
    """Return what is to be saved.

    Raises:
        InputError: the number is none, 事業名称 is empty, or a partner has no 形態; `field` names which.
    """
    number = unicodedata.normalize("NFKC", str(answers["number"])).strip()
    if not number.isdecimal() or int(number) < 1:
        raise InputError(_("番号は 1 からの数字で書いてください（例: 169）。"), "number")
    if not str(answers["title"]).strip():
        raise InputError(_("事業名称が空です。取組の名前を書いてください。"), "title")
    filled = [cell for cell in answers["cells"] if _is_filled(cell)]
    if not all(cell["form"] for cell in filled):
        raise InputError(_("協働形態がまだの相手があります。形態を選んでください。"), "form")
    names = (name.strip() for name in _BETWEEN_DEPARTMENTS.split(str(answers["departments"])))
    return CollaborationDraft(
        fiscal_year=int(answers["fiscal_year"]),
        number=int(number),
        departments=tuple(name for name in names if name),
        title=str(answers["title"]),
        participations=tuple(_cell_draft(cell) for cell in filled),
        note=str(answers["note"]),
        note_doubtful=bool(answers["note_doubtful"]),
        zone=CollaborationZone(answers["zone"]) if answers["zone"] else None,
    )


def _is_filled(cell: Mapping[str, Any]) -> bool:
    return bool(str(cell["text"]).strip() or cell["links"])


def _cell_draft(cell: Mapping[str, Any]) -> ParticipationDraft:
    links = tuple((int(link["partner_id"]), str(link["unit"]).strip()) for link in cell["links"])
    text = str(cell["text"]).strip("\n") or "\n".join(str(link["name"]) for link in cell["links"])
    return ParticipationDraft(text, str(cell["form"]), links)
