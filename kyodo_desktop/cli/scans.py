"""`scan import`: a folder of scanned papers, read and put into the window's list for a glance."""

from argparse import Namespace
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened
from kyodo_desktop.cli.tell import note, say, tell_json, tell_rows
from kyodo_desktop.records.scans import (
    FILE_OUTCOME_LABELS,
    SCAN_STATE_LABELS,
    FileOutcome,
    ScanRecord,
    ScanState,
    TakenIn,
)

_STATES = (ScanState.READY, ScanState.DOUBTFUL)


def bring_in(options: Namespace, folder: DataFolder) -> int:
    """Read what is new in a folder; count all, and name each file and each sheet that was found."""
    with opened(folder, writing=True) as services:
        taken = services.scans.take_in([options.folder])
    if options.json:
        tell_json({"folder": str(options.folder), **_shape(taken)})
    else:
        _tell(taken)
    for reason in dict.fromkeys(file.reason for file in taken.refused):
        note(reason)
    return 1 if taken.refused else 0


def _tell(taken: TakenIn) -> None:
    counts = [
        _("{outcome} {n}件").format(outcome=_(label), n=taken.count(outcome))
        for outcome, label in FILE_OUTCOME_LABELS.items()
    ]
    counts += [
        _("{outcome} {n}件").format(outcome=_(SCAN_STATE_LABELS[state]), n=_in_state(taken, state))
        for state in _STATES
    ]
    say(_("、").join(counts))
    tell_rows(
        (
            one.source,
            _("{page}ページ目から{n}ページ").format(page=one.first_page, n=one.pages),
            _(SCAN_STATE_LABELS[one.state]),
            one.number,
            one.title,
            one.owner_name,
            one.reason,
        )
        for one in taken.scans
    )


def _shape(taken: TakenIn) -> dict[str, Any]:
    return {
        "counts": {outcome.value: taken.count(outcome) for outcome in FileOutcome},
        "scan_counts": {state.value: _in_state(taken, state) for state in _STATES},
        "files": [
            {"name": file.name, "outcome": file.outcome.value, "reason": file.reason} for file in taken.files
        ],
        "scans": [_shape_of(one) for one in taken.scans],
    }


def _shape_of(scan: ScanRecord) -> dict[str, Any]:
    owner = scan.owner
    return {
        "id": scan.id,
        "file": scan.source,
        "first_page": scan.first_page,
        "pages": scan.pages,
        "number": scan.number or None,
        "state": scan.state.value,
        "reason": scan.reason,
        "sheet_id": scan.sheet_id,
        "title": scan.title,
        "record": None if owner is None else {"kind": owner.kind, "id": owner.record_id},
        "record_name": scan.owner_name,
    }


def _in_state(taken: TakenIn, state: ScanState) -> int:
    return sum(scan.state is state for scan in taken.scans)
