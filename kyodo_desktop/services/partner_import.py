"""The verbs of bringing partners in from a file: read, propose, plan, apply, write out what is left."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Setting
from kyodo_desktop.models.partners import Partner
from kyodo_desktop.records.import_table import ImportTable
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME
from kyodo_desktop.records.partner_import import (
    ROW_STATE_LABELS,
    ColumnProposal,
    ImportOutcome,
    ImportPlan,
)
from kyodo_desktop.records.personal_data import DataUse, PersonalContent
from kyodo_desktop.services.importing import columns
from kyodo_desktop.services.importing.applying import apply_plan, left_rows
from kyodo_desktop.services.importing.planning import plan as plan_rows
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.importing.proposing import propose
from kyodo_desktop.services.importing.reader import read_table
from kyodo_desktop.services.importing.register import Register
from kyodo_desktop.services.partner_records import read_partners
from kyodo_desktop.services.personal_data_log import note_use
from kyodo_desktop.services.settings import read_setting
from kyodo_desktop.services.table_workbook import TextTable, text_workbook
from kyodo_desktop.store import Store

REASON = "理由"
STATE = "結果"
_MAPPING = "import_mapping:{layout}"
_MERGED_LOSER = Partner.merged_into.is_(None)


class PartnerImportService:
    """Brings partners in from a file. Nothing is written but by `apply`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, path: Path) -> ImportTable:
        """Return the table of a file.

        Raises:
            InputError: it cannot be read.
        """
        return read_table(Path(path))

    def targets(self) -> tuple[tuple[str, str], ...]:
        """Return what a column can be read as, with its words."""
        return columns.targets()

    def propose(self, table: ImportTable) -> tuple[ColumnProposal, ...]:
        """Return a field for each column, as it was the last time for a file of this layout."""
        key = _MAPPING.format(layout=table.layout)
        with self._store.reading() as session:
            kept = read_setting(session, key, "")
        known = {target for target, _label in columns.targets()}
        remembered = json.loads(kept) if kept else None
        return propose(table, remembered if remembered and set(remembered) <= known else None)

    def plan(
        self,
        table: ImportTable,
        targets: Sequence[str],
        decisions: Mapping[int, int] | None = None,
        progress: Progress | None = None,
    ) -> ImportPlan:
        """Return what would become of every row; nothing is written.

        `decisions` says of doubtful rows, by line, which partner they are (0: a new one).

        Raises:
            InputError: no column is read as the name.
            CancelledError: somebody stopped it.
        """
        with self._store.reading() as session:
            register = _register(session)
        today = self._store.clock.today()
        return plan_rows(table, targets, register, today, decisions or {}, progress or Progress())

    def apply(
        self, plan: ImportPlan, decisions: Mapping[int, int] | None = None, progress: Progress | None = None
    ) -> ImportOutcome:
        """Write the new and the changed rows in one act, and remember how the columns were read.

        Raises:
            ConflictError: the register is no longer what the plan was made for; nothing was written.
            CancelledError: somebody stopped it; nothing was written.
        """
        progress = progress or Progress()
        what = _("団体を読み込む: {file}、{n}件").format(file=plan.table.name, n=plan.to_write)
        with self._store.writing(what) as session:
            again = plan_rows(
                plan.table,
                plan.mapping,
                _register(session),
                self._store.clock.today(),
                decisions or {},
                progress,
            )
            if again.rows != plan.rows:
                raise ConflictError(
                    _("確かめているあいだに台帳が変わりました。もう一度、行を確かめてください。")
                )
            outcome = apply_plan(session, plan, progress)
            _remember(session, plan)
        return outcome

    def write_left(self, plan: ImportPlan, path: Path) -> int:
        """Write the rows that were left to an Excel file to mend and bring back; return how many.

        What of persons is in it is noted in the log.

        Raises:
            OutputError: the file cannot be written.
            StoreError: the file is there, but could not be noted.
        """
        write_whole_file(Path(path), self.left_bytes(plan))
        note_use(self._store, _personal_content(plan), DataUse.EXPORT, str(path))
        return len(left_rows(plan))

    def left_bytes(self, plan: ImportPlan) -> bytes:
        """Return the workbook of the rows that were left: their own columns, then 結果 and 理由."""
        cells = {row.line: row.cells for row in plan.table.rows}
        rows = tuple(
            (*cells[row.line], _(ROW_STATE_LABELS[row.state]), row.reason) for row in left_rows(plan)
        )
        title = _("読み込まなかった行（{file}）").format(file=plan.table.name)
        table = TextTable(title, (*plan.table.columns, STATE, REASON), rows)
        return text_workbook(table, self._store.clock.now())


def _personal_content(plan: ImportPlan) -> PersonalContent | None:
    """Return what of persons stands in the rows that were left."""
    columns = [
        (at, FIELDS_BY_NAME[target].label)
        for at, target in enumerate(plan.mapping)
        if target in FIELDS_BY_NAME and FIELDS_BY_NAME[target].personal
    ]
    left = {row.line for row in left_rows(plan)}
    held = [
        [label for at, label in columns if row.cells[at].strip()]
        for row in plan.table.rows
        if row.line in left
    ]
    records = sum(map(bool, held))
    if not records:
        return None
    labels = dict.fromkeys(_(label) for _at, label in columns if any(label in one for one in held))
    what = _("読み込まなかった行（{file}）").format(file=plan.table.name)
    return PersonalContent(what, records, tuple(labels))


def _register(session: Session) -> Register:
    return Register(read_partners(session, _MERGED_LOSER, whole=True))


def _remember(session: Session, plan: ImportPlan) -> None:
    key = _MAPPING.format(layout=plan.table.layout)
    value = json.dumps(plan.mapping)
    setting = session.scalar(select(Setting).where(Setting.key == key))
    if setting is None:
        session.add(Setting(key=key, value=value))
    else:
        setting.value = value
