"""一件書類: all papers of a case in one PDF, with a contents page, bookmarks and page numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.dossier import CONTENTS
from kyodo_desktop.forms.templates import default_template
from kyodo_desktop.models import Attachment, IssuedSheet
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.personal_data import PersonalContent
from kyodo_desktop.records.sheets import SheetOwner, SheetState
from kyodo_desktop.services.attachment_files import read_attachments
from kyodo_desktop.services.binding import Part, bind, part_of_file
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.paper_facts import facts
from kyodo_desktop.services.paper_values import fitting
from kyodo_desktop.services.sheet_contents import contents_of
from kyodo_desktop.services.sheet_records import find_sheet, read_sheets
from kyodo_desktop.store import Store
from kyodo_desktop.store.files import find_whole


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper of the case: what stands of it in the contents, where its file lies, since when it is there."""

    name: str
    path: Path
    since: datetime
    paper_number: str = ""
    document_number: str = ""
    own: bool = False


class DossierService:
    """Binds the papers of a case; nothing here changes a record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def print(self, proposal_id: int, progress: Progress | None = None) -> PrintedForm:
        """Return the papers of a proposal in one PDF: contents, issued papers and attached files by age.

        Void papers are left out; files that are neither PDF nor picture stand in the contents only. Whoever
        prints or saves it gives its `personal` to `personal_data.note`.

        Raises:
            NotFoundError: there is no such proposal, or a paper's file is gone or damaged.
            InputError: the case has no paper yet.
            CancelledError: somebody stopped it.
        """
        progress = progress or Progress()
        with self._store.reading() as session:
            today = self._store.clock.today()
            known = facts(session, SheetOwner("proposal", proposal_id), today)
            papers = self._papers(session, proposal_id)
            personal = _personal(session, proposal_id, papers)
        if not papers:
            raise InputError(
                _(
                    "この提案には、発行した紙も添付もまだないので、一件書類を作れません。先に紙を発行してください。"
                )
            )
        progress.begin(len(papers))
        parts = [_part(paper, progress) for paper in papers]
        values = {**fitting(CONTENTS, known), "made_on": today}
        front = _contents(values, papers, parts)
        title = _("一件書類　{title}").format(title=known.get("title", "")).strip()
        bound = [Part(_(CONTENTS.title), front.pdf), *filter(None, parts)]
        pdf = bind(bound, title, {"/Creator": _("協働デスク"), "/Producer": _("協働デスク")})
        pages = front.pages + sum(part.pages for part in parts if part is not None)
        return replace(front, pdf=pdf, pages=pages, empty_required=(), personal=personal)

    def _papers(self, session: Session, proposal_id: int) -> list[_Paper]:
        sheets = read_sheets(
            session, IssuedSheet.proposal_id == proposal_id, IssuedSheet.state != SheetState.VOID.value
        )
        files = read_attachments(
            session, Attachment.proposal_id == proposal_id, Attachment.deleted_at.is_(None)
        )
        found = [
            *(
                _Paper(
                    one.title,
                    self._file(one.sha256, one.number),
                    one.made_at,
                    one.number,
                    one.document_number,
                    own=True,
                )
                for one in reversed(sheets)
            ),
            *(
                _Paper(
                    one.record.title or one.record.name,
                    self._file(one.record.sha256, one.record.name),
                    one.record.added_at,
                )
                for one in reversed(files)
            ),
        ]
        return sorted(found, key=lambda one: one.since)

    def _file(self, sha256: str, name: str) -> Path:
        found = find_whole(self._store.folder, sha256)
        if found is None:
            raise NotFoundError(
                _(
                    "「{name}」の中身が、なくなっているか、壊れているので、一件書類を作れません。"
                    "「データを検査する」で調べてください。"
                ).format(name=name)
            )
        return found


def _part(paper: _Paper, progress: Progress) -> Part | None:
    progress.step()
    if paper.own:
        return Part(f"{paper.name} {paper.paper_number}", paper.path.read_bytes())
    return part_of_file(paper.name, paper.path)


def _contents(values: dict[str, Any], papers: Sequence[_Paper], parts: Sequence[Part | None]) -> PrintedForm:
    """Return the contents; how many pages they have themselves decides on which page the rest begins."""
    own = _print({**values, "entries": _entries(papers, parts, 1)}).pages
    return _print({**values, "entries": _entries(papers, parts, own + 1)})


def _entries(
    papers: Sequence[_Paper], parts: Sequence[Part | None], first: int
) -> tuple[dict[str, Any], ...]:
    entries = []
    for number, (paper, part) in enumerate(zip(papers, parts, strict=True), 1):
        entry: dict[str, Any] = {
            "number": number,
            "name": paper.name,
            "paper_number": paper.paper_number,
            "document_number": paper.document_number,
            "day": _day(paper.since),
            "pages": _("別に保管"),
        }
        if part is not None:
            last = first + part.pages - 1
            entry["pages"] = (
                str(first) if last == first else _("{first}～{last}").format(first=first, last=last)
            )
            first = last + 1
        entries.append(entry)
    return tuple(entries)


def _print(values: dict[str, Any]) -> PrintedForm:
    from kyodo_desktop.printing.press import print_form

    # Its words are of this program alone: there is no city's own that it stands for.
    return print_form(CONTENTS, values, template=replace(default_template(CONTENTS), own=True))


def _day(moment: datetime) -> date:
    return office_time(moment).date()


def _personal(session: Session, proposal_id: int, papers: Sequence[_Paper]) -> PersonalContent | None:
    """Return what the whole holds of persons; what stands in an attached file nobody knows, so it counts."""
    rows = [
        find_sheet(session, one.id) for one in read_sheets(session, IssuedSheet.proposal_id == proposal_id)
    ]
    held = contents_of(row for row in rows if row.state != SheetState.VOID.value)
    fields = dict.fromkeys(field for content in held for field in content.fields)
    if any(not paper.own for paper in papers):
        fields[_("添付")] = None
    return PersonalContent(_("一件書類"), 1, tuple(fields)) if fields else None
