"""From a row of cells to the values of a partner's fields, with what is doubtful about them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PartnerFieldKind
from kyodo_desktop.records.partner_import import (
    ACTIVITY,
    ADDRESS_PART,
    CLOSED,
    NOT_READ,
    PARTNER_ID,
    PUBLIC_FIELDS,
)
from kyodo_desktop.services.importing.columns import label_of
from kyodo_desktop.services.importing.values import is_ticked, read_public_fields, read_value
from kyodo_desktop.services.personal_numbers import refuse_my_number

_ZERO_FIRST = ("北海道", "青森県", "岩手県", "秋田県")
"""The prefectures whose postal codes begin with 0."""
_SHORTENED = re.compile(r"\d(\.\d+)?[eE]\+\d+")
_SEVERAL_PHONES = re.compile(r"[\n/／、,，;；]|\s{2,}")
_NO_RESULTS = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)
"""What Excel shows where a formula has no value."""
_NOT_A_NAME = re.compile(r"[※＊*].*|(?:小|合|総|累)?計|以上|以下余白")


@dataclass(slots=True)
class RowValues:
    """What a row says: values by field, the id it gives, and words about how it was read.

    `note_lines` are to stand below the note the partner has. `faults` make the row wrong, `doubts` make it
    doubtful, `remarks` only tell.
    """

    values: dict[str, Any] = field(default_factory=dict)
    record_key: str = ""
    note_lines: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name, empty where there is none."""
        return str(self.values.get("name", ""))


def read_row(cells: Sequence[str], targets: Sequence[str], today: date) -> RowValues:
    """Return what a row says under these targets of its columns."""
    row, texts = RowValues(), _by_target(cells, targets)
    taken_out = [*_take_out_my_numbers(row, texts), *_take_out_slips(row, texts)]
    row.record_key = half_width(texts.pop(PARTNER_ID, ""))
    _read_address(texts)
    _read_activities(row, texts)
    if closed := texts.pop(CLOSED, ""):
        row.doubts.append(_("解散・閉鎖と書かれています（{text}）。").format(text=closed[:40]))
    for target, text in texts.items():
        try:
            _read_cell(row, target, text, texts, today)
        except InputError as error:
            row.faults.append(str(error))
    if not row.name and "name" not in taken_out:
        row.faults.append(_("団体の名称がありません。"))
    if _NOT_A_NAME.fullmatch(row.name):
        row.doubts.append(_("「{name}」は団体の名称ではないようです。").format(name=row.name[:40]))
    return row


def _by_target(cells: Sequence[str], targets: Sequence[str]) -> dict[str, str]:
    """Return the filled cells by target; what stands in several columns of one target is joined."""
    texts: dict[str, str] = {}
    for cell, target in zip(cells, targets, strict=False):
        text = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
        if target == NOT_READ or not text:
            continue
        between = "" if target == ADDRESS_PART else "\n"
        texts[target] = f"{texts[target]}{between}{text}" if target in texts else text
    return texts


def _take_out_my_numbers(row: RowValues, texts: dict[str, str]) -> list[str]:
    """Take out what holds a マイナンバー, before a reader repeats it as no telephone number."""
    found = []
    for target, text in tuple(texts.items()):
        try:
            refuse_my_number(text, label_of(target), target)
        except InputError as error:
            row.faults.append(str(error))
            found.append(target)
            del texts[target]
    return found


def _take_out_slips(row: RowValues, texts: dict[str, str]) -> list[str]:
    """Take out what is no text of somebody's but a formula's slip; return the fields that had one."""
    slips = [target for target, text in texts.items() if text.strip() in _NO_RESULTS]
    for target in slips:
        sentence = _("「{label}」が計算の誤り（{text}）になっています。Excel で直すか、消してください。")
        row.faults.append(sentence.format(label=label_of(target), text=texts.pop(target).strip()))
    return slips


def _read_address(texts: dict[str, str]) -> None:
    part = texts.pop(ADDRESS_PART, "")
    whole = texts.get("address", "")
    if part and part not in whole:
        texts["address"] = f"{whole}　{part}" if whole else part


def _read_activities(row: RowValues, texts: dict[str, str]) -> None:
    ticks = [target for target in texts if target.startswith(ACTIVITY)]
    numbers = set()
    for target in ticks:
        text, number = texts.pop(target), int(target.removeprefix(ACTIVITY))
        try:
            # A tick, or the field written out (as the national portal's file has it).
            if len(text) > 3 or is_ticked("activity_fields", text):
                numbers.add(number)
        except InputError as error:
            row.faults.append(str(error))
    if numbers:
        row.values["activity_fields"] = tuple(sorted(numbers))


def _read_cell(row: RowValues, target: str, text: str, texts: Mapping[str, str], today: date) -> None:
    if target == PUBLIC_FIELDS:
        row.values[target] = read_public_fields(text)
        return
    kind = FIELDS_BY_NAME[target].kind
    if kind is PartnerFieldKind.PHONE:
        _read_phone(row, text)
    elif kind is PartnerFieldKind.DATE:
        _read_date(row, target, text, today)
    elif kind is PartnerFieldKind.POSTAL:
        row.values[target] = read_value(target, _postal_code(row, text, texts.get("address", "")), today)
    elif kind is PartnerFieldKind.NUMBER13 and _SHORTENED.fullmatch(half_width(text)):
        sentence = _(
            "法人番号「{text}」は Excel が縮めたもので、けたが失われています。13けたで書き直してください。"
        )
        raise InputError(sentence.format(text=text), target)
    else:
        value = read_value(target, text, today)
        row.values[target] = (*row.values.get(target, ()), *value) if isinstance(value, tuple) else value


def _read_phone(row: RowValues, text: str) -> None:
    """Take a telephone number; of several the first, the others go to the note."""
    try:
        row.values["phone"] = normalise_phone(text)
    except InputError:
        several = [one.strip() for one in _SEVERAL_PHONES.split(text) if one.strip()]
        if len(several) < 2:
            raise
        first, *others = map(normalise_phone, several)
        row.values["phone"] = first
        row.note_lines.append(_("電話: {text}").format(text="、".join(others)))
        row.remarks.append(_("二つめからの電話は備考に入れます。"))
        return
    typed = half_width(text)
    if typed.isdecimal() and len(typed) in (9, 10) and not typed.startswith("0"):
        row.remarks.append(
            _("電話の先頭の0を補いました（{text} → {phone}）。").format(text=text, phone=row.values["phone"])
        )


def _read_date(row: RowValues, target: str, text: str, today: date) -> None:
    """Take a day; what says less than a day (平成15年4月) goes to the note, for nothing is guessed."""
    if not re.search(r"\d\D+\d+\D+\d|\d{8}|元\D+\d+\D+\d", half_width(text)):
        label = _(FIELDS_BY_NAME[target].label)
        row.note_lines.append(_("{label}: {text}").format(label=label, text=text))
        row.remarks.append(_("{label}は日まで分からないので、備考に入れます。").format(label=label))
        return
    row.values[target] = read_value(target, text, today)


def _postal_code(row: RowValues, text: str, address: str) -> str:
    """Give a code back the zeros a spreadsheet took off, where the address says that there were some."""
    typed = half_width(text)
    if not (typed.isdecimal() and len(typed) in (5, 6) and address.startswith(_ZERO_FIRST)):
        return text
    row.remarks.append(_("郵便番号の先頭の0を補いました（{text}）。").format(text=text))
    return typed.zfill(7)


def with_note_lines(row: RowValues, known_note: str) -> dict[str, Any]:
    """Return a row's values with its lines for the note below its own note or, without one, the known."""
    note = str(row.values.get("note", known_note))
    missing = [line for line in row.note_lines if line not in note.split("\n")]
    if not missing:
        return row.values
    return {**row.values, "note": "\n".join(filter(None, [note, *missing]))}
