"""Two partners field by field: what differs, what is proposed, what comes out. Pure, no database."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.merging import MergeChoice, MergeRow
from kyodo_desktop.records.partner_fields import (
    PARTNER_FIELDS,
    PartnerField,
    PartnerFieldKind,
    value_of,
    with_value,
)
from kyodo_desktop.records.partner_parts import PartnerContact, PartnerOfficer, ProfileAnswer
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind, PartnerRecord
from kyodo_desktop.records.proposals import Confirmation

_FORMER = "former_names"
_KEEP, _LOSE, _BOTH = MergeChoice
_STAND_TOGETHER = {
    PartnerFieldKind.CHOICES,
    PartnerFieldKind.MULTILINE,
    PartnerFieldKind.PARTS,
    PartnerFieldKind.TAGS,
}


def merge_rows(keep: PartnerRecord, lose: PartnerRecord) -> tuple[MergeRow, ...]:
    """Return every field of two partners; what differs stands first, else in the order of the card."""
    rows = [_row(field, value_of(keep, field.name), value_of(lose, field.name)) for field in PARTNER_FIELDS]
    return tuple(sorted(rows, key=lambda row: not row.differs))


def merged(
    keep: PartnerDraft, lose: PartnerDraft, rows: Iterable[MergeRow], choices: Mapping[str, MergeChoice]
) -> PartnerDraft:
    """Return what the partner that stays becomes; a field without a choice gets the proposed one.

    Its former names are always all names that either had, but for the one it now has. A field is public
    where it was public on each side that it comes from.

    Raises:
        InputError: a field that is not there, or a choice that the field does not offer.
    """
    by_name = {row.field.name: row for row in rows}
    if unknown := choices.keys() - by_name.keys():
        raise InputError(_("「{field}」という項目はありません。").format(field=min(unknown)))
    draft, public = keep, set(keep.public_fields)
    for name, row in by_name.items():
        choice = choices.get(name, row.proposed)
        if choice not in row.choices:
            raise InputError(
                _("「{field}」は両方を残せません。どちらか一方を選んでください。").format(
                    field=_(row.field.label)
                )
            )
        if not row.differs:
            continue
        draft = with_value(draft, name, _value(row, choice))
        if not _is_public(name, choice, keep, lose):
            public.discard(name)
        else:
            public.add(name)
    return replace(
        draft,
        kind_estimated=_is_estimated(draft, keep, lose),
        former_names=_former_names(draft.name, keep, lose),
        public_fields=frozenset(public),
    )


def is_empty(value: object) -> bool:
    """Tell whether nobody has said anything in a field."""
    if isinstance(value, tuple):
        return all(isinstance(one, ProfileAnswer) and one.state is Confirmation.NOT_YET for one in value)
    return value in (None, "", False, PartnerKind.UNSET)


def _row(field: PartnerField, keep: Any, lose: Any) -> MergeRow:
    differs = _plain(keep) != _plain(lose)
    together = field.kind in _STAND_TOGETHER and not is_empty(keep) and not is_empty(lose)
    if field.name == _FORMER:
        return MergeRow(field, keep, lose, differs, (_BOTH,), _BOTH)
    choices = (_KEEP, _LOSE, _BOTH) if differs and together else (_KEEP, _LOSE)
    if not differs or is_empty(lose):
        proposed = _KEEP
    elif is_empty(keep):
        proposed = _LOSE
    else:
        proposed = choices[-1] if together else _KEEP
    return MergeRow(field, keep, lose, differs, choices, proposed)


def _value(row: MergeRow, choice: MergeChoice) -> Any:
    if choice is _BOTH:
        return _together(row.keep, row.lose)
    return row.keep if choice is _KEEP else _plain(row.lose)


def _plain(value: Any) -> Any:
    """Return a value as one that was just typed: a part that goes to another partner is a new one there."""
    if isinstance(value, tuple):
        return tuple(
            replace(one, id=None) if isinstance(one, PartnerContact | PartnerOfficer) else one
            for one in value
        )
    return value


def _together(keep: Any, lose: Any) -> Any:
    if isinstance(keep, str):
        return keep if lose in keep else lose if keep in lose else f"{keep}\n{lose}"
    if any(isinstance(one, ProfileAnswer) for one in (*keep, *lose)):
        theirs = {one.key: one for one in lose}
        mine = [theirs.pop(one.key, one) if one.state is Confirmation.NOT_YET else one for one in keep]
        known = {one.key for one in mine}
        return (*mine, *(one for key, one in theirs.items() if key not in known))
    plain = set(_plain(keep))
    return (*keep, *(one for one in _plain(lose) if one not in plain))


def _is_public(name: str, choice: MergeChoice, keep: PartnerDraft, lose: PartnerDraft) -> bool:
    sides = {_KEEP: (keep,), _LOSE: (lose,), _BOTH: (keep, lose)}[choice]
    return all(name in side.public_fields for side in sides)


def _is_estimated(draft: PartnerDraft, *sides: PartnerDraft) -> bool:
    """Tell whether nobody of the two has said the 区分 for sure."""
    return all(side.kind_estimated for side in sides if side.kind is draft.kind)


def _former_names(name: str, keep: PartnerDraft, lose: PartnerDraft) -> tuple[str, ...]:
    names = (*keep.former_names, keep.name, lose.name, *lose.former_names)
    return tuple(one for one in dict.fromkeys(names) if one != name)
