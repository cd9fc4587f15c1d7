"""Printing papers: blank, from given data, from records. reportlab is loaded only when one is printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import catalogue
from kyodo_desktop.forms.data import Values, check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.labels import in_words
from kyodo_desktop.forms.personal import personal_content
from kyodo_desktop.japanese.fiscal_year import fiscal_year as year_of
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import Collaboration
from kyodo_desktop.records.check_sheets import HANDBOOK_STYLE, SheetStyle, Side
from kyodo_desktop.records.forms import FormField, FormInfo, PrintedForm
from kyodo_desktop.records.partner_papers import LABELS_A_SHEET, Addressee, Edition, LabelLayout
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.records.settings import CONTACT_BLOCK
from kyodo_desktop.records.sheets import SheetDraft, SheetOwner
from kyodo_desktop.records.templates import Template
from kyodo_desktop.services.check_sheet_records import read_check_sheet
from kyodo_desktop.services.collaboration_records import read_chosen, read_collaborations
from kyodo_desktop.services.document_data import (
    list_values,
    sheet_values,
    slip_values,
    style_values,
    words_of_year,
)
from kyodo_desktop.services.importing.progress import Progress
from kyodo_desktop.services.paper_batch import print_in_files, refuse_empty, whose
from kyodo_desktop.services.paper_values import fitting, record_values
from kyodo_desktop.services.partner_papers import card_values, directory_values, label_values, without_address
from kyodo_desktop.services.partner_records import read_chosen_partners, read_partner_collaborations
from kyodo_desktop.services.proposal_records import read_proposal
from kyodo_desktop.services.settings import read_setting
from kyodo_desktop.services.template_records import read_template
from kyodo_desktop.services.year_values import YEAR, year_parts
from kyodo_desktop.store import Store

_LIST, _SHEET, _SLIP = "collaboration_list", "check_sheet", "reception_slip"
_CARD, _DIRECTORY, _LABELS = "partner_card", "partner_directory", "address_labels"


class DocumentsService:
    """Makes papers; nothing here changes a record.

    Whoever prints or saves one gives its `personal` to `personal_data.note`: a look at it is no use of it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def forms(self) -> tuple[FormInfo, ...]:
        """Return every form, by key."""
        return tuple(replace(form.info, title=_(form.title)) for form in catalogue.all_forms())

    def fields(self, key: str) -> tuple[FormField, ...]:
        """Return a form's fields in their order.

        Raises:
            NotFoundError: there is no such form.
        """
        return tuple(in_words(field) for field in catalogue.find_form(key).fields)

    def parts_of_year(self, key: str, fiscal_year: int) -> tuple[tuple[str, str], ...]:
        """Return the parts of a year that a paper can be of, each with its name: programmes, or sections."""
        with self._store.reading() as session:
            return year_parts(session, key, fiscal_year)

    def values_for(self, key: str, kind: str, record_id: int, part: str = "") -> dict[str, Any]:
        """Return what the records know for a paper, to be typed on; of what is not known there is no name.

        `kind` is `partner`, `proposal`, `collaboration`, `check_sheet` or `fiscal_year` (the id is the year):
        a proposal's paper for a partner alone has only what is the partner's, and one of a year may be of a
        `part` of it (`parts_of_year`).

        Raises:
            NotFoundError: there is no such form or record.
        """
        form = catalogue.find_form(key)
        with self._store.reading() as session:
            owner = SheetOwner(kind, record_id)
            return record_values(session, form, owner, self._store.clock.today(), part)

    # Printing

    def print_blank(self, key: str) -> PrintedForm:
        """Return a form to be filled in by hand.

        Raises:
            NotFoundError: there is no such form.
            InputError: the form is never filled in by hand.
        """
        form = catalogue.find_form(key)
        if not form.blank:
            raise InputError(
                _("「{title}」は記録から作る紙なので、白紙では印刷できません。").format(title=_(form.title))
            )
        with self._store.reading() as session:
            contact, template = _contact(session), self._template(session, form)
        values = {"contact": contact, **words_of_year(key, {}, self._store.clock.today())}
        return _print(form, values, template, blank=True)

    def print_data(self, key: str, data: Mapping[str, object]) -> PrintedForm:
        """Return a form filled in with `data`, its values typed as the form's fields say.

        A required field without a value is printed as room to write and named in `empty_required`.

        Raises:
            NotFoundError: there is no such form.
            InputError: a name the form does not have, or a value of another type; nothing is printed.
        """
        form = catalogue.find_form(key)
        values = check_data(form, data)
        with self._store.reading() as session:
            template = self._template(session, form)
        values |= words_of_year(key, values, self._store.clock.today())
        return _print(form, values, template)

    def print_record(self, key: str, record_id: int) -> PrintedForm:
        """Return a form filled in from a record; the list's record is its fiscal year.

        Raises:
            NotFoundError: there is no such form or record.
            InputError: the form is made of several records, chosen by hand.
        """
        form = catalogue.find_form(key)
        if form.record_kind is None:
            raise InputError(
                _("「{title}」は選んだ団体から作る紙です。団体台帳の「印刷」から印刷してください。").format(
                    title=_(form.title)
                )
            )
        if form.layout is not None:
            with self._store.reading() as session:
                owner = SheetOwner(form.record_kind, record_id)
                values = record_values(session, form, owner, self._store.clock.today())
                template = self._template(session, form)
            return _print(form, values, template)
        if form.key == _CARD:
            return self.print_card(record_id)
        if form.key == _LIST:
            return self.print_collaborations(record_id, None)
        if form.key == _SHEET:
            return self.print_check_sheet(record_id, None)
        return self.print_slip(record_id)

    def print_evaluation(self, key: str, evaluation_id: int) -> PrintedForm:
        """Return a paper of 評価 filled in from one evaluation, whatever it is of.

        Raises:
            NotFoundError: there is no such form or evaluation.
        """
        form = catalogue.find_form(key)
        with self._store.reading() as session:
            owner = SheetOwner("evaluation", evaluation_id)
            values = record_values(session, form, owner, self._store.clock.today())
            template = self._template(session, form)
        return _print(form, values, template)

    def print_many(
        self,
        key: str,
        record_ids: Sequence[int],
        shared: Mapping[str, object] | None = None,
        progress: Progress | None = None,
    ) -> Iterator[PrintedForm]:
        """Give a form filled in for each of several records, in files of at most 200, unnumbered.

        What is `shared` stands on all of them, whatever the records say. Each file is made when it is asked
        for, so that memory stays flat; whoever sends one to a printer notes its `personal` then.

        Raises:
            NotFoundError: there is no such form, or one of the records is not there.
            InputError: the form is not made for one record each, `shared` cannot be taken, or a required
                field of one is empty; the sentence names the record. No file is made.
            CancelledError: somebody stopped it, also between two files.
        """
        form, progress = _of_one_record(key), progress or Progress()
        progress.begin(2 * len(record_ids))
        many = self._values_of(form, record_ids, shared or {}, progress)
        for values in many:
            refuse_empty(form, values, which=whose(values))
        with self._store.reading() as session:
            template = self._template(session, form)
        return print_in_files(form, many, template, progress)

    def drafts_for(
        self,
        key: str,
        record_ids: Sequence[int],
        shared: Mapping[str, object] | None = None,
        progress: Progress | None = None,
    ) -> tuple[SheetDraft, ...]:
        """Return a form filled in for each of several records, to be issued (`sheets.issue_many`).

        Raises:
            NotFoundError: there is no such form, or one of the records is not there.
            InputError: the form is not made for one record each, or `shared` cannot be taken.
            CancelledError: somebody stopped it.
        """
        form, progress = _of_one_record(key), progress or Progress()
        progress.begin(len(record_ids))
        many = self._values_of(form, record_ids, shared or {}, progress)
        kind = form.record_kind or ""
        return tuple(
            SheetDraft(key, values, SheetOwner(kind, record_id))
            for record_id, values in zip(record_ids, many, strict=True)
        )

    def _values_of(
        self, form: Form, record_ids: Sequence[int], shared: Mapping[str, object], progress: Progress
    ) -> list[dict[str, Any]]:
        typed, today = check_data(form, shared), self._store.clock.today()
        found = []
        with self._store.reading() as session:
            for record_id in record_ids:
                progress.step()
                owner = SheetOwner(form.record_kind or "", record_id)
                found.append({**record_values(session, form, owner, today), **typed})
        return found

    def print_collaborations(self, fiscal_year: int, ids: Sequence[int] | None) -> PrintedForm:
        """Return the list of a fiscal year: the entries of `ids` in that order, or for None the whole year.

        Raises:
            InputError: there is nothing to print.
        """
        with self._store.reading() as session:
            whole = read_collaborations(
                session, Collaboration.fiscal_year == fiscal_year, Collaboration.deleted_at.is_(None)
            )
            chosen = whole if ids is None else read_chosen(session, ids)
        entries = [entry for entry in chosen if entry.fiscal_year == fiscal_year]
        if not entries:
            raise InputError(
                _("{year}の一覧に、印刷する取組がありません。年度と条件を確かめてください。").format(
                    year=format_fiscal_year(fiscal_year)
                )
            )
        return _print(catalogue.find_form(_LIST), list_values(fiscal_year, entries, len(whole)))

    def print_check_sheet(
        self, sheet_id: int | None, side: Side | None, style: SheetStyle = HANDBOOK_STYLE
    ) -> PrintedForm:
        """Return a check sheet: for None a blank one, else filled in by one side, or for no side by both.

        Raises:
            NotFoundError: there is no such sheet.
        """
        form = catalogue.find_form(_SHEET)
        with self._store.reading() as session:
            contact = _contact(session)
            if sheet_id is not None:
                return _print(form, sheet_values(read_check_sheet(session, sheet_id), side, contact, style))
        values = {"contact": contact, **style_values(style)}
        values |= words_of_year(_SHEET, {}, self._store.clock.today())
        return _print(form, values, blank=True)

    def check_sheet_draft(
        self, sheet_id: int, side: Side | None, style: SheetStyle = HANDBOOK_STYLE
    ) -> SheetDraft:
        """Return a check sheet as `print_check_sheet` prints it, to be issued (`sheets.issue`).

        Raises:
            NotFoundError: there is no such sheet.
        """
        form = catalogue.find_form(_SHEET)
        with self._store.reading() as session:
            values = sheet_values(read_check_sheet(session, sheet_id), side, _contact(session), style)
        return SheetDraft(_SHEET, fitting(form, values), SheetOwner("check_sheet", sheet_id))

    def print_slip(self, proposal_id: int) -> PrintedForm:
        """Return the 受付票 of a proposal.

        Raises:
            NotFoundError: there is no such proposal.
            InputError: it has not been taken in yet, so it has no number.
        """
        with self._store.reading() as session:
            proposal, contact = read_proposal(session, proposal_id), _contact(session)
        if not proposal.receipt_number:
            raise InputError(
                _("この提案はまだ受け付けていないので、受付票を印刷できません。先に「受付」をしてください。")
            )
        return _print(catalogue.find_form(_SLIP), slip_values(proposal, contact))

    def print_card(self, partner_id: int) -> PrintedForm:
        """Return the 団体カルテ of a partner.

        Raises:
            NotFoundError: there is no such partner.
        """
        with self._store.reading() as session:
            partners = read_chosen_partners(session, (partner_id,))
            entries = read_partner_collaborations(session, partner_id)
        values = card_values(partners[0], entries, self._store.clock.today())
        return _print(catalogue.find_form(_CARD), values)

    def print_directory(self, ids: Sequence[int], edition: Edition) -> PrintedForm:
        """Return 団体名簿 of the partners of `ids` in that order, for the office or for everybody.

        Raises:
            NotFoundError: one of them is not there.
            InputError: there is nobody to print.
        """
        partners = self._chosen(ids)
        values = directory_values(partners, edition, self._store.clock.today())
        return _print(catalogue.find_form(_DIRECTORY), values)

    def print_labels(
        self,
        ids: Sequence[int],
        layout: LabelLayout,
        start_at: int = 1,
        addressee: Addressee = Addressee.BODY,
    ) -> PrintedForm:
        """Return 宛名ラベル in the order of `ids` from the first free label on; who has no address is named.

        Raises:
            NotFoundError: one of them is not there.
            InputError: there is nobody to print, or the sheet has no such label.
        """
        most = LABELS_A_SHEET[layout]
        if not 1 <= start_at <= most:
            raise InputError(
                _("始めの位置は 1 から {most} までの数で指定してください。").format(most=most), "start_at"
            )
        partners = self._chosen(ids)
        values = label_values(partners, layout, start_at, addressee, self._store.clock.today())
        printed = _print(catalogue.find_form(_LABELS), values)
        return replace(printed, empty_required=without_address(partners))

    def _template(self, session: Session, form: Form) -> Template:
        return read_template(session, form, year_of(self._store.clock.today()))

    def _chosen(self, ids: Sequence[int]) -> tuple[PartnerRecord, ...]:
        if not ids:
            raise InputError(_("印刷する団体がありません。条件を確かめてください。"))
        with self._store.reading() as session:
            return read_chosen_partners(session, ids)


def _contact(session: Session) -> str:
    return read_setting(session, CONTACT_BLOCK, "")


def _print(
    form: Form, values: Values, template: Template | None = None, *, blank: bool = False
) -> PrintedForm:
    from kyodo_desktop.printing.press import print_form

    printed = print_form(form, values, blank=blank, template=template)
    return replace(printed, personal=personal_content(form, values))


def _of_one_record(key: str) -> Form:
    """Return a form that is made for one record each and drawn in blocks.

    Raises:
        NotFoundError: there is no such form.
        InputError: it is another kind of form.
    """
    form = catalogue.find_form(key)
    if form.layout is None or form.record_kind in (None, YEAR):
        raise InputError(
            _("「{title}」は、まとめて作れません。1件ずつ印刷してください。").format(title=_(form.title))
        )
    return form
