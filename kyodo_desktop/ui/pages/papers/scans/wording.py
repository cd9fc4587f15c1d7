"""The words of スキャン. No Qt."""

from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.scans import SCAN_STATE_LABELS, FileOutcome, ScanRecord, ScanState, TakenIn


def heading(scan: ScanRecord) -> str:
    """Return the number of a run, or that nobody knows it."""
    return scan.number or _("番号が分からない紙")


def what_it_is(scan: ScanRecord) -> str:
    """Return which paper of whose it is, as far as it is known."""
    return " ".join(part for part in (scan.title, scan.owner_name) if part)


def place(scan: ScanRecord) -> str:
    """Return where the pages were read from."""
    if scan.files > 1:
        words = _("{source} ほか{n}ファイル ・ {pages}ページ")
        return words.format(source=scan.source, n=scan.files - 1, pages=scan.pages)
    words = (
        _("{source} の {first}ページ目から {pages}ページ")
        if scan.pages > 1
        else _("{source} の {first}ページ目")
    )
    return words.format(source=scan.source, first=scan.first_page, pages=scan.pages)


def note(scan: ScanRecord) -> str:
    """Return in one line what a person is to do with a run."""
    return scan.reason.partition("\n")[0] or _(SCAN_STATE_LABELS[scan.state])


def spoken(scan: ScanRecord) -> str:
    """Return a run in words, for a screen reader."""
    parts = (heading(scan), what_it_is(scan), _(SCAN_STATE_LABELS[scan.state]), scan.reason, place(scan))
    return _("、").join(part for part in parts if part)


def counted(scans: Sequence[ScanRecord]) -> str:
    """Return how many runs wait, and how many of them for a number."""
    doubtful = sum(scan.state is ScanState.DOUBTFUL for scan in scans)
    words = _("確かめるスキャン {n}件")
    if doubtful:
        words = _("確かめるスキャン {n}件（番号を確かめる {doubtful}件）")
    return words.format(n=len(scans), doubtful=doubtful)


def taken_in(taken: TakenIn) -> str:
    """Say how many sheets were read out of how many files."""
    if not taken.scans and taken.count(FileOutcome.KNOWN):
        return _("どのファイルも、前に読んだものです。")
    return _("{files}ファイルから {sheets}件の紙を読みました。").format(
        files=taken.count(FileOutcome.TAKEN_IN), sheets=len(taken.scans)
    )


def refused(taken: TakenIn) -> tuple[str, str]:
    """Say how many files cannot be read, and why not."""
    head = _("{n}件のファイルが読めませんでした。").format(n=len(taken.refused))
    return head, "\n".join(dict.fromkeys(file.reason for file in taken.refused))
