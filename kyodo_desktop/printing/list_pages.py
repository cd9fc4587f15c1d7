"""Shares the list's entries out to pages: rows stay whole, notes stand on the page they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import Digits, with_digits
from kyodo_desktop.printing.flow import FlowLine, Placed, paragraph, place, space
from kyodo_desktop.printing.list_entries import Entry, cut
from kyodo_desktop.printing.page import BOTTOM, LEFT, RIGHT
from kyodo_desktop.printing.style import mincho

HEAD = 8.0
NEXT_TOP = 31.0
_NOTE = mincho(8)
_NOTE_PITCH = 4.6
_NOTE_GAP = 2.0
_MOST_NOTE_LINES = 6
"""A longer note stands after the table instead of under it."""
_LEAST_PART = 30.0
"""An entry higher than a page is begun where at least this much is left."""


@dataclass(slots=True)
class ListPage:
    """One page: lines above the table, the table's entries (none: no table), notes under it."""

    top: float
    front: list[Placed] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    after: list[Placed] = field(default_factory=list)

    @property
    def table_bottom(self) -> float:
        """Where the table ends."""
        return self.top + (HEAD + sum(entry.height for entry in self.entries) if self.entries else 0.0)


class Paginator:
    """Fills pages with entries, one after another."""

    def __init__(self, front: Sequence[FlowLine], first_y: float) -> None:
        placed, y = place(front, first_y, BOTTOM, NEXT_TOP)
        self.pages = [ListPage(NEXT_TOP, front=lines) for lines in placed]
        self.pages[-1].top = y
        self._marks: dict[str, str] = {}

    def add(self, entry: Entry) -> None:
        """Put an entry on the present page, else on the next; one that no page can hold is cut."""
        entry = self._marked(entry)
        while not self._fits(entry):
            room = self._room(entry)
            if entry.height > self._most(entry) and room > _LEAST_PART:
                head, entry = cut(entry, room)
                self._append(head)
            self.pages.append(ListPage(NEXT_TOP))
        self._append(entry)

    def finish(self) -> list[ListPage]:
        """Return the pages; notes too long for a page's foot follow the table."""
        long = [note for note in self._marks if not self._is_short(note)]
        lines: list[FlowLine] = []
        for note in long:
            lines += [space(_NOTE_PITCH, _NOTE), *self._note_lines(note)]
        last = self.pages[-1]
        y = last.table_bottom + _NOTE_GAP + sum(self._note_height(note) for note in last.notes)
        placed, _y = place(lines, y, BOTTOM, NEXT_TOP)
        last.after = placed[0]
        self.pages += [ListPage(NEXT_TOP, front=more) for more in placed[1:]]
        return self.pages

    def notes_of(self, page: ListPage) -> list[Placed]:
        """Return the notes under a page's table."""
        lines = [line for note in page.notes for line in self._note_lines(note)]
        return place(lines, page.table_bottom + _NOTE_GAP, BOTTOM + _NOTE_PITCH, NEXT_TOP)[0][0]

    def _marked(self, entry: Entry) -> Entry:
        if not entry.note:
            return entry
        number = with_digits(str(len(self._marks) + 1), Digits.SINGLE_FULL)
        mark = self._marks.setdefault(entry.note, _("注{number}").format(number=number))
        return replace(entry, mark=mark)

    def _fits(self, entry: Entry) -> bool:
        return entry.height <= self._room(entry) + 1e-6

    def _room(self, entry: Entry) -> float:
        page = self.pages[-1]
        notes = set(page.notes)
        if self._is_short(entry.note):
            notes.add(entry.note)
        under = sum(self._note_height(note) for note in notes)
        head = 0.0 if page.entries else HEAD
        return BOTTOM - page.table_bottom - head - (under + _NOTE_GAP if under else 0.0)

    def _most(self, entry: Entry) -> float:
        """Return the room for an entry on an empty page."""
        note = self._note_height(entry.note) + _NOTE_GAP if self._is_short(entry.note) else 0.0
        return BOTTOM - NEXT_TOP - HEAD - note

    def _append(self, entry: Entry) -> None:
        page = self.pages[-1]
        page.entries.append(entry)
        if self._is_short(entry.note) and entry.note not in page.notes:
            page.notes.append(entry.note)

    def _note_lines(self, note: str) -> list[FlowLine]:
        mark = self._marks.get(note, "")
        hanging = _NOTE.width(mark) + _NOTE.em
        return paragraph(f"{mark}　{note}", _NOTE, LEFT, RIGHT - LEFT, _NOTE_PITCH, hanging=hanging)

    def _note_height(self, note: str) -> float:
        return len(self._note_lines(note)) * _NOTE_PITCH

    def _is_short(self, note: str) -> bool:
        return bool(note) and len(self._note_lines(note)) <= _MOST_NOTE_LINES
