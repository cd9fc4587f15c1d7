"""つくる: a paper is chosen, filled in beside its picture, printed, saved or issued."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.flows.engine import is_empty
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.forms import FormInfo, PrintedForm
from kyodo_desktop.records.sheets import IssuedSheet, SheetDraft, SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.base import Page
from kyodo_desktop.ui.pages.papers.drafts import BESIDE_PROPOSALS, PaperDraft, PaperDrafts
from kyodo_desktop.ui.pages.papers.fill_pane import FillPane
from kyodo_desktop.ui.pages.papers.making_commands import MakingCommands
from kyodo_desktop.ui.pages.papers.record_chooser import YEAR
from kyodo_desktop.ui.pages.papers.wording import template_words
from kyodo_desktop.ui.pages.shared.declared_fields import answers_of, same
from kyodo_desktop.ui.widgets.bars import make_toolbar
from kyodo_desktop.ui.widgets.form_list import FormList
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.list_frame import make_splitter
from kyodo_desktop.ui.widgets.live_paper import LivePaper

_LIST, _PAPER = 232, 440
_MOST_OF_LIST, _MOST_OF_PAPER = 0.22, 0.4
_LEAST_OF_LIST, _LEAST_OF_FIELDS = 112, 300
_WIDTHS = "papers/making"
_WORDS = frozenset({"form_template", "setting"})
"""What the words of every paper are kept in."""


class MakingPage(Page):
    """The papers at the left, the fields of one in the middle, the paper as it will be at the right."""

    key = "making"
    title = N_("つくる")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        services = context.services
        # Papers of several chosen records are printed where those are chosen.
        self.forms = {one.key: one for one in services.documents.forms() if one.record_kind is not None}
        self.numbered = frozenset(key for key, one in self.forms.items() if one.numbered)
        self.worded = frozenset(one.key for one in services.templates.forms())
        self.drafts = PaperDrafts(services.drafts, self.forms.values())
        self.info: FormInfo | None = None
        self.draft = PaperDraft()
        self._printed: PrintedForm | None = None
        # The record goes on to the next paper, also over one that cannot be of it.
        self._last_record: SheetOwner | None = None
        self._last_year: SheetOwner | None = None
        self.list = FormList(context.theme, tuple(self.forms.values()))
        self.fill = FillPane(context)
        self.live = LivePaper(context.theme, context.jobs, _("紙のようす"))
        self.verbs = MakingCommands(self)
        self._lay_out()
        self.list.mark(self.drafts.written)
        self.list.chosen.connect(self.show_form)
        self.list.list.itemActivated.connect(lambda _item: self.fill.take_focus())
        self.fill.edited.connect(self._on_edited)
        self.fill.rested.connect(self.keep_drafts)
        self.fill.record_changed.connect(self._on_record)
        self.fill.emptied.connect(self.start_anew)
        self.fill.draft_asked.connect(self._open_draft)
        self.live.drawn.connect(self._on_drawn)

    # The page among the others

    def activate(self) -> None:
        """Show the first paper, or draw the one there is again: its words may have been changed."""
        if self.info is None:
            self.list.choose(next(iter(self.list.keys()), ""))
            self.list.list.setFocus()
        elif self._is_out_of_date():
            self.show_form(self.info.key)
        else:
            self.draw(at_once=True)

    def reload(self, touched: Sequence[Touched]) -> None:
        """Draw the paper again when the office's words were changed."""
        if self.info is not None and any(one.kind in _WORDS for one in touched):
            self.draw(at_once=True)

    def status_text(self) -> tuple[str, ...]:
        """Say which paper is written, and how many of its required fields are empty."""
        if self.info is None:
            return ()
        empty = len(self._printed.empty_required) if self._printed is not None else 0
        words = (_("空いている必須の欄 {n}").format(n=empty),) if empty else ()
        return (self.info.title, *words)

    def keep_drafts(self) -> None:
        """Keep what is typed."""
        if self.info is None:
            return
        self._take()
        with self.context.reporting():
            self.drafts.keep(self.info.key, self.draft)
        self.list.mark(self.drafts.written)

    def in_hand(self) -> tuple[int | None, int | None]:
        """Return the partner or the proposal that the paper is of."""
        owner = self.draft.owner
        if owner is None:
            return None, None
        if owner.kind == "proposal":
            with self.context.reporting():
                proposal = self.context.services.proposals.get(owner.record_id)
                return proposal.draft.partner_id, owner.record_id
        return (owner.record_id if owner.kind == "partner" else None), None

    def state(self) -> Mapping[str, Any]:
        """Return which paper is shown; what is typed in it is kept as a draft."""
        owner = self.draft.owner
        return {
            "form": self.info.key if self.info is not None else "",
            "owner": None if owner is None else [owner.kind, owner.record_id],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the paper that was shown."""
        match state.get("owner"):
            case [str(kind), int(record_id)]:
                self.draft.owner = SheetOwner(kind, record_id)
        self.list.choose(str(state.get("form", "")))

    def remember(self) -> None:
        """Keep the widths of list and paper."""
        widths = self._splitter.sizes()
        if sum(widths):
            percent = self.context.theme.percent
            kept = {"list": widths[0] * 100 // percent, "paper": widths[2] * 100 // percent}
            self.context.settings.set_mapping(_WIDTHS, kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give list and paper the widths they are to have, and the fields the rest."""
        super().resizeEvent(event)
        px, kept = self.context.theme.px, self.context.settings.mapping(_WIDTHS)
        width = self.width()
        last = min(px(int(kept.get("paper", _PAPER))), round(width * _MOST_OF_PAPER))
        wanted = min(px(int(kept.get("list", _LIST))), round(width * _MOST_OF_LIST))
        first = max(min(wanted, width - last - px(_LEAST_OF_FIELDS)), px(_LEAST_OF_LIST))
        self._splitter.setSizes([first, width - first - last, last])

    # What is written

    def begin(self, form_key: str, owner: SheetOwner | None) -> None:
        """Begin a paper of a record; without a form the one that is shown."""
        key = form_key or (self.info.key if self.info is not None else "")
        kind = self.forms[key].record_kind if key else None
        if owner is not None and not form_key and kind not in (owner.kind, "proposal"):
            key = next((one.key for one in self.forms.values() if one.record_kind == owner.kind), key)
        self.keep_drafts()
        self.draft = PaperDraft(owner)
        self._go_to(key)

    def replace(self, sheet: IssuedSheet) -> None:
        """Begin a paper that replaces one that was issued, with what stands on that."""
        with self.context.reporting():
            values = self.context.services.sheets.values(sheet.id)
            self.keep_drafts()
            fields = self.context.services.documents.fields(sheet.form_key)
            answers = answers_of(fields, values)
            owner = sheet.owner
            if self.forms[sheet.form_key].record_kind == YEAR:
                owner = SheetOwner(YEAR, int(answers.get(YEAR) or self.fill.records.this_year().record_id))
            typed = {name for name, answer in answers.items() if not is_empty(answer)}
            self.drafts.keep(sheet.form_key, PaperDraft(owner, answers, typed, sheet.id))
            self.draft = PaperDraft(owner)
            self._go_to(sheet.form_key)

    def show_form(self, key: str) -> None:
        """Show a paper: what was written in it, else what its record knows."""
        if self.info is not None and self.info.key != key:
            self.keep_drafts()
        if self.draft.owner is not None:
            self._remember_record(self.draft.owner)
        info, owner = self.forms[key], self._fitting_owner(self.forms[key])
        self.info, self._printed = info, None
        with self.context.reporting():
            fields = self.context.services.documents.fields(key)
            self._offer_parts(key, owner)
            kept = self.drafts.load(key, owner)
            self.draft = kept or PaperDraft(owner, answers_of(fields, self._known(key, owner)))
            draft = self.draft
            self.fill.show_form(info, fields, draft.answers, draft.owner, draft.typed)
        self._offer_others()
        self.verbs.refresh()
        self.draw()
        self.status_changed.emit()

    def start_anew(self) -> None:
        """Forget what was typed; what the record knows stays."""
        if self.info is None:
            return
        owner = self.draft.owner
        self.drafts.drop(self.info.key, owner)
        self.draft = PaperDraft(owner)
        self.list.mark(self.drafts.written)
        self.show_form(self.info.key)

    def sheet_draft(self) -> SheetDraft | None:
        """Return the paper as it stands, to be printed or issued."""
        if self.info is None:
            return None
        self._take()
        owner = self.draft.owner
        is_record = owner is not None and owner.kind != YEAR
        return SheetDraft(self.info.key, self.fill.values(), owner if is_record else None)

    def printer_of(self, draft: SheetDraft) -> Callable[[], PrintedForm]:
        """Return what prints a paper without a number."""
        services = self.context.services
        if draft.form_key in self.numbered:
            return lambda: services.sheets.preview(draft)
        return lambda: services.documents.print_data(draft.form_key, draft.values)

    def draw(self, *, at_once: bool = False) -> None:
        """Draw the paper anew."""
        draft = self.sheet_draft()
        if draft is None:
            return
        words = ""
        if draft.form_key in self.worded:
            with self.context.reporting():
                words = template_words(self.context.services.templates.of(draft.form_key))
        self.live.show_soon(words, self.printer_of(draft), at_once=at_once)

    def _take(self) -> None:
        self.draft.answers, self.draft.typed = self.fill.answers(), set(self.fill.typed)

    def _go_to(self, key: str) -> None:
        """Show a paper of the record in hand; what was shown before is kept already."""
        self._remember_record(self.draft.owner)
        self.info = None
        if self.list.value() == key:
            self.show_form(key)
        else:
            self.list.choose(key)

    def _remember_record(self, owner: SheetOwner | None) -> None:
        if owner is not None and owner.kind == YEAR:
            self._last_year = owner
        else:
            self._last_record = owner

    def _fitting_owner(self, info: FormInfo) -> SheetOwner | None:
        """Return the record in hand if the paper can be of it."""
        owner, kind = self._last_record, info.record_kind
        if kind == YEAR:
            return self._last_year or self.fill.records.this_year()
        if owner is None or owner.kind == kind or (kind == "proposal" and owner.kind in BESIDE_PROPOSALS):
            return owner
        if kind == "partner" and owner.kind == "proposal":
            partner_id = self.context.services.proposals.get(owner.record_id).draft.partner_id
            return None if partner_id is None else SheetOwner("partner", partner_id)
        return None

    def _known(self, key: str, owner: SheetOwner | None) -> Mapping[str, Any]:
        if owner is None:
            return {}
        part = self.fill.records.parts.value()
        return self.context.services.documents.values_for(key, owner.kind, owner.record_id, part)

    def _offer_parts(self, key: str, owner: SheetOwner | None) -> None:
        """Offer the programmes or sections that a paper of a year can be of."""
        parts: Sequence[tuple[str, str]] = ()
        if owner is not None and owner.kind == YEAR:
            parts = self.context.services.documents.parts_of_year(key, owner.record_id)
        self.fill.records.offer_parts(parts)

    def _is_out_of_date(self) -> bool:
        """Tell whether the record knows other things now than stand on the paper."""
        self._take()
        if self.info is None or self.draft.typed:
            return False
        with self.context.reporting():
            known = answers_of(self.fill.fields, self._known(self.info.key, self.draft.owner))
            return any(not same(known.get(name), one) for name, one in self.draft.answers.items())
        return False

    def _on_record(self, owner: SheetOwner | None) -> None:
        """Take another record: what a person typed goes along, the rest becomes what this record knows."""
        if self.info is None:
            return
        self._take()
        key, before = self.info.key, self.draft
        self._remember_record(owner)
        with self.context.reporting():
            self._offer_parts(key, owner)
            known = answers_of(self.fill.fields, self._known(key, owner))
            # Of the same year it is another part that was chosen: what stands there is the former one's.
            written = self.drafts.load(key, owner) if owner != before.owner else None
            kept = written or PaperDraft(owner, known)
            typed = {n: a for n, a in before.answers.items() if n in before.typed and not is_empty(a)}
            self.drafts.drop(key, before.owner)
            self.draft = PaperDraft(
                owner, {**kept.answers, **typed}, kept.typed | set(typed), before.replaces
            )
            self.fill.show_form(self.info, self.fill.fields, self.draft.answers, owner, self.draft.typed)
        self._offer_others()
        self.verbs.refresh()
        self.draw(at_once=True)
        if owner is not None:
            self.fill.take_focus()

    def _offer_others(self) -> None:
        """Offer what is written in the same paper for another record."""
        if self.info is not None:
            self.fill.offer_others(self.drafts.others(self.info.key, self.draft.owner))

    def _open_draft(self, owner: SheetOwner | None) -> None:
        if self.info is not None:
            self.begin(self.info.key, owner)

    def _on_edited(self) -> None:
        self.draw()

    def _on_drawn(self, printed: PrintedForm) -> None:
        self._printed = printed
        self.status_changed.emit()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self._splitter = make_splitter(theme)
        for at, part in enumerate((self.list, self.fill, self.live)):
            part.setMinimumWidth(theme.px(_LEAST_OF_LIST))
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(at, 1 if part is self.fill else 0)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(make_toolbar(theme, self.verbs.make_buttons()))
        outer.addWidget(make_line())
        outer.addWidget(self._splitter, 1)
