"""How an attached file is put into words. No Qt."""

from collections.abc import Sequence
from pathlib import Path

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.attachments import AttachmentRecord

_KILO = 1024


def size_words(size: int) -> str:
    """Return a size in bytes as a person reads it: 34 KB, 1.2 MB."""
    if size < _KILO * _KILO:
        return _("{n} KB").format(n=max(1, round(size / _KILO)))
    return _("{n} MB").format(n=f"{size / _KILO / _KILO:.1f}")


def heading(record: AttachmentRecord) -> str:
    """Return what a file is called in the list: its title, else its name."""
    return record.title or record.name


def fine_print(record: AttachmentRecord) -> str:
    """Return size, day, who put it there, and the name where a title stands above it."""
    day = format_date(office_time(record.added_at).date())
    name = record.name if record.title else ""
    return " ・ ".join(part for part in (size_words(record.size), day, record.added_by, name) if part)


def added_words(paths: Sequence[Path], ids: Sequence[int], before: frozenset[int]) -> tuple[str, str]:
    """Return what was added, and what was there already, in words; empty where nothing was."""
    named = tuple(zip((path.name for path in paths), ids, strict=True))
    new = [name for name, made in named if made not in before]
    old = [name for name, made in named if made in before]
    added = _("ファイルを付けました: {names}").format(names="、".join(new)) if new else ""
    there = _("同じファイルが、もう付いています: {names}").format(names="、".join(old)) if old else ""
    return added, there
