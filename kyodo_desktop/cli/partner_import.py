"""`partner import`: a file of partners into the register, or told what it would do there."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened
from kyodo_desktop.cli.papers import read_data
from kyodo_desktop.cli.tell import note, say, tell_json, tell_rows
from kyodo_desktop.records.import_table import ImportTable
from kyodo_desktop.records.partner_import import (
    NOT_READ,
    ROW_STATE_LABELS,
    SEVERAL,
    ImportPlan,
    PlannedRow,
    RowState,
)

if TYPE_CHECKING:
    from kyodo_desktop.services.partner_import import PartnerImportService

_REFUSED = (RowState.DOUBTFUL, RowState.WRONG)
"""Nobody is there to be asked, so a doubtful row is left as well."""


def bring_in(options: Namespace, folder: DataFolder) -> int:
    """Bring in the good rows of a file in one act; count all, and name those that were refused."""
    given = read_data(options.mapping) if options.mapping is not None else {}
    with opened(folder, writing=not options.dry_run) as services:
        service = services.partner_import
        table = service.read(options.file)
        plan = service.plan(table, mapped(service, table, given))
        if plan.to_write and not options.dry_run:
            service.apply(plan)
    if options.json:
        tell_json(_shape(plan, dry_run=options.dry_run))
    else:
        _tell(plan)
        if options.dry_run:
            note(_("ためしに読んだだけで、台帳には何も書いていません。"))
    return 0


def mapped(
    service: "PartnerImportService", table: ImportTable, given: Mapping[str, object]
) -> tuple[str, ...]:
    """Return the field of each column: what the mapping says of its heading, else what is proposed.

    A field is given by its key or its Japanese words; what is given takes it from a column that is only
    proposed for it.

    Raises:
        InputError: the mapping names a column the file does not have, or a field there is not.
    """
    chosen = _read_mapping(table, given, dict(service.targets()))
    taken = {target for target in chosen.values() if target not in SEVERAL}
    return tuple(
        chosen.get(at, NOT_READ if one.target in taken else one.target)
        for at, one in enumerate(service.propose(table))
    )


def _read_mapping(
    table: ImportTable, given: Mapping[str, object], targets: Mapping[str, str]
) -> dict[int, str]:
    by_words = {label: target for target, label in targets.items()}
    known = "、".join(key or label for key, label in targets.items())
    chosen = {}
    for heading, wish in given.items():
        if heading not in table.columns:
            raise InputError(
                _("対応のファイルにある列「{heading}」は、「{file}」にありません。ある列: {known}").format(
                    heading=heading, file=table.name, known="、".join(table.columns)
                )
            )
        words = "" if wish is None else str(wish)
        if words not in targets and words not in by_words:
            raise InputError(
                _("列「{heading}」に当てた「{words}」という欄はありません。ある欄: {known}").format(
                    heading=heading, words=words, known=known
                )
            )
        chosen[table.columns.index(heading)] = words if words in targets else by_words[words]
    return chosen


def _refused(plan: ImportPlan) -> Sequence[PlannedRow]:
    return [row for row in plan.rows if row.state in _REFUSED]


def _tell(plan: ImportPlan) -> None:
    for words in plan.table.notes:
        say(words)
    counts = [
        _("{state} {n}件").format(state=_(label), n=plan.counts[state])
        for state, label in ROW_STATE_LABELS.items()
    ]
    say("、".join(counts))
    tell_rows(
        (_("{n}行目").format(n=row.line), _(ROW_STATE_LABELS[row.state]), row.name, row.reason)
        for row in _refused(plan)
    )


def _shape(plan: ImportPlan, *, dry_run: bool) -> dict[str, Any]:
    return {
        "file": plan.table.name,
        "sheet": plan.table.sheet,
        "notes": plan.table.notes,
        "dry_run": dry_run,
        # What can be given back with --mapping.
        "mapping": dict(zip(plan.table.columns, plan.mapping, strict=True)),
        "counts": {state.value: count for state, count in plan.counts.items()},
        "written": 0 if dry_run else plan.to_write,
        "refused": [
            {"row": row.line, "name": row.name, "outcome": row.state.value, "reason": row.reason}
            for row in _refused(plan)
        ],
    }
