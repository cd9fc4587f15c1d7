"""From drafts to issued sheets: checked, numbered, printed, kept; for services to share.

The numbers are given out first, in an act of their own that is not logged, because they stand on the paper.
When the printing fails they are given back, unless a later number was given out meanwhile.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.personal import personal_content
from kyodo_desktop.forms.templates import left_open
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.models import IssuedSheet, SheetCounter
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheet_codes import SheetNumber
from kyodo_desktop.records.sheets import SheetDraft, SheetState
from kyodo_desktop.records.templates import Template
from kyodo_desktop.services.check_sheet_records import read_check_sheet
from kyodo_desktop.services.document_data import words_of_year
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.paper_batch import refuse_empty, whose
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.sheet_records import find_sheet_owner
from kyodo_desktop.services.template_records import read_template, read_template_id
from kyodo_desktop.store import Store
from kyodo_desktop.store.faults import told_with_files
from kyodo_desktop.store.files import take_in
from kyodo_desktop.store.who import who_writes


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft that was checked: its form, its values as the form takes them, the words it prints with."""

    draft: SheetDraft
    form: Form
    values: dict[str, Any]
    template: Template
    template_id: int | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet that lies printed in a file, not yet kept."""

    ready: Ready
    number: SheetNumber
    pages: int
    path: Path


def get_ready(
    session: Session,
    draft: SheetDraft,
    today: date,
    *,
    allow_empty: bool = False,
    one_of_many: bool = False,
) -> Ready:
    """Return a draft checked.

    Raises:
        InputError: a value cannot be taken, the form cannot be issued, or required fields are empty and that
            is not allowed.
        NotFoundError: its form or its record is not there.
    """
    form = catalogue.find_form(draft.form_key)
    _refuse_without_number(form)
    values = check_data(form, draft.values) | _words_of_check_sheet(session, draft, today)
    refuse_my_number((values, draft.holder, draft.note), _(form.title))
    if draft.owner is not None:
        find_sheet_owner(session, draft.owner)
    template = read_template(session, form, fiscal_year(today))
    if not allow_empty:
        refuse_empty(form, values, left_open(form, template), which=whose(values) if one_of_many else "")
    return Ready(draft, form, values, template, read_template_id(session, form.key, fiscal_year(today)))


@contextmanager
def drawn(
    store: Store, readies: Sequence[Ready], progress: Progress | None = None
) -> Iterator[tuple[Drawn, ...]]:
    """Give the sheets printed with numbers of their own; what is not kept by then leaves no trace.

    Raises:
        CancelledError: `progress` was cancelled.
        StoreError: the disk refuses.
    """
    year = fiscal_year(store.clock.today())
    first = _give_out(store, year, len(readies))
    try:
        with told_with_files(store.folder.opened):
            store.folder.opened.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=store.folder.opened) as place:
            yield tuple(
                _draw(ready, SheetNumber(year, first + at), Path(place) / f"{at}.pdf", progress)
                for at, ready in enumerate(readies)
            )
    except BaseException:
        _give_back(store, year, first, len(readies))
        raise


def keep_drawn(store: Store, session: Session, one: Drawn) -> IssuedSheet:
    """Keep a printed sheet: its file, then its row. The caller holds the files' lock."""
    draft = one.ready.draft
    owner = () if draft.owner is None else (find_sheet_owner(session, draft.owner),)
    kept = take_in(store.folder.files, one.path)
    row = IssuedSheet(
        **dict[str, Any](owner),
        fiscal_year=one.number.fiscal_year,
        serial=one.number.serial,
        form_key=one.ready.form.key,
        form_revision=one.ready.form.revision,
        template_id=one.ready.template_id,
        title=_(one.ready.form.title),
        state=SheetState.MADE.value,
        holder=" ".join(draft.holder.split()),
        document_number=draft.document_number.strip() or str(one.ready.values.get("document_number", "")),
        due_on=draft.due_on,
        form_values=stored(one.ready.values),
        pages=one.pages,
        sha256=kept.sha256,
        made_at=store.clock.now(),
        made_by=who_writes(session),
        replaces_id=draft.replaces_id,
        note=draft.note.strip(),
    )
    session.add(row)
    session.flush()
    return row


def draw(ready: Ready, number: SheetNumber | None) -> PrintedForm:
    """Return a sheet printed as it is issued; without a number as it would be."""
    from kyodo_desktop.printing.press import print_form

    printed = print_form(
        ready.form, ready.values, template=ready.template, issued=number is not None, sheet_number=number
    )
    return replace(printed, personal=personal_content(ready.form, ready.values))


def stored(values: Any) -> Any:
    """Return values as JSON has them."""
    if isinstance(values, dict):
        return {name: stored(value) for name, value in values.items()}
    if isinstance(values, tuple | list):
        return [stored(value) for value in values]
    return values.isoformat() if isinstance(values, date) else values


def _draw(ready: Ready, number: SheetNumber, path: Path, progress: Progress | None) -> Drawn:
    if progress is not None:
        progress.step()
    printed = draw(ready, number)
    with told_with_files(path):
        path.write_bytes(printed.pdf)
    return Drawn(ready, number, printed.pages, path)


def _give_out(store: Store, year: int, count: int) -> int:
    """Give out numbers and return the first serial."""
    with store.writing() as session:
        counter = session.get(SheetCounter, year)
        if counter is None:
            counter = SheetCounter(fiscal_year=year, last=0)
            session.add(counter)
        first = counter.last + 1
        counter.last += count
        return first


def _give_back(store: Store, year: int, first: int, count: int) -> None:
    """Take back numbers that stand on no paper, so that the book has no gap."""
    with store.writing() as session:
        counter = session.get_one(SheetCounter, year)
        used = select(IssuedSheet.id).where(IssuedSheet.fiscal_year == year, IssuedSheet.serial >= first)
        if counter.last == first + count - 1 and session.scalar(used.limit(1)) is None:
            counter.last -= count


def _words_of_check_sheet(session: Session, draft: SheetDraft, today: date) -> dict[str, Any]:
    """Return which version of the handbook's words a check sheet has; no field of a person's."""
    if draft.form_key != "check_sheet" or draft.owner is None or draft.owner.kind != "check_sheet":
        return words_of_year(draft.form_key, draft.values, today)
    return {"text_version": read_check_sheet(session, draft.owner.record_id).version}


def _refuse_without_number(form: Form) -> None:
    if not form.numbered:
        raise InputError(
            _("「{title}」には番号を付けられないので、発行できません。「印刷」から印刷してください。").format(
                title=_(form.title)
            )
        )
