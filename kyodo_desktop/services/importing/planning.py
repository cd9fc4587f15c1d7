"""Of each row of a table: what would become of it, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import bare_key
from kyodo_desktop.records.import_table import ImportRow, ImportTable
from kyodo_desktop.records.partner_fields import with_value
from kyodo_desktop.records.partner_import import SEVERAL, ImportPlan, PlannedRow, RowState
from kyodo_desktop.records.partners import PartnerDraft, PartnerRecord
from kyodo_desktop.services.importing.columns import label_of
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.importing.register import Match, Register, changed_fields
from kyodo_desktop.services.importing.rows import RowValues, read_row, with_note_lines
from kyodo_desktop.services.importing.values import Kind
from kyodo_desktop.services.partner_checks import check_draft
from kyodo_desktop.services.partner_records import draft_of

AS_NEW = 0
"""A decision that a doubtful row is a partner the register does not have; else it names the partner."""

Decisions = Mapping[int, int]
"""What a person decided of doubtful rows, by line."""


def plan(
    table: ImportTable,
    targets: Sequence[str],
    register: Register,
    today: date,
    decisions: Decisions,
    progress: Progress,
) -> ImportPlan:
    """Return what would become of every row.

    Raises:
        InputError: no column is read as the name, or two as the same field.
        CancelledError: somebody stopped it.
    """
    if "name" not in targets:
        raise InputError(_("どの列が団体の名称か、選んでください。名称のない行は読み込めません。"))
    twice = [target for target in set(targets) - set(SEVERAL) if list(targets).count(target) > 1]
    if twice:
        raise InputError(
            _("「{field}」に列が二つ以上あります。一つだけ残して、ほかは「読まない」にしてください。").format(
                field=label_of(min(twice))
            )
        )
    progress.begin(len(table.rows))
    planner = _Planner(targets, register, today, decisions)
    return ImportPlan.of(table, tuple(targets), tuple(_stepping(table.rows, planner, progress)))


def _stepping(rows: Sequence[ImportRow], planner: "_Planner", progress: Progress) -> Iterator[PlannedRow]:
    for row in rows:
        progress.step()
        yield planner.plan(row)


def draft_with(draft: PartnerDraft, values: Mapping[str, Any]) -> PartnerDraft:
    """Return a draft with the values of a row in it."""
    for name, value in values.items():
        if isinstance(value, Kind):
            draft = replace(draft, kind=value.kind, kind_estimated=value.estimated)
        else:
            draft = with_value(draft, name, value)
    return draft


class _Planner:
    """Plans one row after the other; knows those before, so that a group twice in a file is seen."""

    def __init__(self, targets: Sequence[str], register: Register, today: date, decisions: Decisions) -> None:
        self._targets, self._register, self._today = targets, register, today
        self._decisions = decisions
        self._seen: dict[object, tuple[int, dict[str, Any]]] = {}

    def plan(self, row: ImportRow) -> PlannedRow:
        """Return what would become of a row."""
        read = read_row(row.cells, self._targets, self._today)
        planned = PlannedRow(row.line, read.name, RowState.WRONG, remarks=tuple(read.remarks))
        if read.faults:
            return replace(planned, reason="".join(read.faults))
        if row.line in self._decisions:
            return self._decided(planned, read, self._decisions[row.line])
        match = self._register.match(read)
        twice = self._twice(row.line, read, match)
        if twice is not None:
            return replace(planned, state=twice[0], reason=twice[1])
        doubts = [*read.doubts, *([match.doubt] if match.doubt else [])]
        if doubts:
            record_id = match.partner.id if match.partner else None
            checked = self._checked(planned, read, match.partner)
            if checked.state is RowState.WRONG:
                return checked
            return replace(checked, state=RowState.DOUBTFUL, reason="".join(doubts), record_id=record_id)
        return self._checked(planned, read, match.partner)

    def _decided(self, planned: PlannedRow, read: RowValues, decision: int) -> PlannedRow:
        partner = self._register.partner(decision) if decision != AS_NEW else None
        if decision != AS_NEW and partner is None:
            return replace(planned, reason=_("選んだ団体は、もう台帳にありません。"))
        match = self._register.match(read)
        renames = match.renames and match.partner is partner
        return self._checked(planned, read, partner, renames=renames)

    def _twice(self, line: int, read: RowValues, match: Match) -> tuple[RowState, str] | None:
        """Tell whether a row before is the same partner, and with the same words."""
        same: list[object] = []
        if match.partner is not None:
            same.append(("id", match.partner.id))
        if match.partner is None or match.doubt:
            same.append(("name", bare_key(read.name) or read.name))
        if number := read.values.get("corporate_number"):
            same.append(("number", number))
        before = next((self._seen[one] for one in same if one in self._seen), None)
        for one in same:
            self._seen.setdefault(one, (line, read.values))
        if before is None:
            return None
        if before[1] == read.values:
            return RowState.SAME, _("{line}行目と同じ内容です。").format(line=before[0])
        sentence = _("{line}行目の「{name}」と同じ団体のようです。")
        return RowState.DOUBTFUL, sentence.format(line=before[0], name=before[1]["name"])

    def _checked(
        self, planned: PlannedRow, read: RowValues, partner: PartnerRecord | None, *, renames: bool = False
    ) -> PlannedRow:
        """Plan a row that is a partner, or a new one, if the register can take it so."""
        base = draft_of(partner) if partner is not None else PartnerDraft(name=read.name)
        values = with_note_lines(read, base.note)
        changed = changed_fields(partner, values) if partner else ()
        values = values if partner is None else {name: values[name] for name in changed}
        if partner is not None and renames:
            values, changed = {"name": read.name, **values}, ("name", *changed)
        try:
            check_draft(draft_with(base, values), today=self._today, stored_form=base.legal_form)
        except InputError as error:
            return replace(planned, state=RowState.WRONG, reason=str(error))
        state = RowState.NEW if partner is None else RowState.CHANGED if changed else RowState.SAME
        record_id = partner.id if partner is not None else None
        return replace(planned, state=state, values=values, record_id=record_id, changed=changed)
