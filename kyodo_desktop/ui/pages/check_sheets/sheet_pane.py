"""The wizard of a check sheet on its page: opening it, saving it as it is filled in."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.check_sheet import (
    COVER,
    ENTRY,
    PROJECT,
    PROPOSAL,
    STAGE,
    SUMMARY,
    VIEW,
    CheckSheetFacts,
    answers_of,
    blank_answers,
    draft_of,
    leftovers,
    make_check_sheet,
)
from kyodo_desktop.flows.engine import Answers, as_text
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.records.check_sheets import (
    CheckSheetBeginning,
    CheckSheetDraft,
    CheckSheetRecord,
    CheckSheetText,
    Side,
)
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.check_sheets.cover_body import CoverBody
from kyodo_desktop.ui.pages.check_sheets.entry_editor import EntryEditor, ProposalEditor
from kyodo_desktop.ui.pages.check_sheets.rows import KIND
from kyodo_desktop.ui.pages.check_sheets.stage_body import StageBody
from kyodo_desktop.ui.pages.check_sheets.summary_body import SummaryBody
from kyodo_desktop.ui.pages.check_sheets.wording import title_words
from kyodo_desktop.ui.pages.shared.answers import NEW
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.wizard.wizard import Heading, Wizard

_FILLED_IN = ("fiscal_year", "title", "department", "partner_id", "partner_name")
"""The answers that a chosen entry or proposal gives."""


class SheetPane(QFrame):
    """Holds the wizard of at most one sheet.

    What is filled in is the sheet itself: a new one is made when the first thing is typed. Beside it are kept
    (as a draft) the place where the clerk was and what a sheet has no room for. `closed` carries the id.
    """

    closed = Signal(int)
    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        print_side: Callable[[Side | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self._context, self._services, self._print_side = context, context.services, print_side
        self.wizard: Wizard | None = None
        self.record_id = NEW
        self._text: CheckSheetText = self._text_of_today()
        self._kept: Answers = {}
        self._refused = self._warned = False
        self._layout = QVBoxLayout(self)
        context.theme.space(self._layout, 0)

    # Opening and closing

    @property
    def is_open(self) -> bool:
        """Whether a wizard is open."""
        return self.wizard is not None

    @property
    def alone(self) -> Side | None:
        """The side that fills in alone, None while both do."""
        view = as_text(self.wizard.flow.answers.get(VIEW)) if self.wizard is not None else ""
        return Side(view) if view else None

    def open_new(self, beginning: CheckSheetBeginning | None = None) -> None:
        """Begin a new sheet, filled in from a record if one is named; nothing is kept until one types."""
        self.record_id, self._text = NEW, self._text_of_today()
        if beginning is None:
            self._show(blank_answers(self._text, fiscal_year(self._context.clock.today())), {}, {})
            return
        draft, partner = beginning.draft, beginning.partner_name
        self._text = self._services.check_sheets.text_for(draft.fiscal_year)
        place = {"here": PROJECT, "visited": [COVER]}
        self._show(answers_of(draft, self._text, partner), {}, place)

    def open_record(self, record_id: int) -> None:
        """Go on with a sheet where it was left."""
        record = self._services.check_sheets.get(record_id)
        draft = self._services.drafts.load(KIND, record_id) or {}
        self.record_id, self._text = record_id, self._services.check_sheets.text(record.version)
        self._show(self._answers_of(record), draft.get("answers", {}), draft.get("place", {}))
        if self.wizard is not None and record.updated_at is not None:
            self.wizard.show_saved(record.updated_at)

    def keep(self) -> None:
        """Save what is filled in and not yet saved, also what an input method still composes."""
        if self.wizard is not None:
            QGuiApplication.inputMethod().commit()
            self.wizard.keep()

    def state(self) -> dict[str, Any]:
        """Return what is open, so that it can be opened again; JSON-able."""
        if self.wizard is None:
            return {}
        return {"record": self.record_id, "place": self.wizard.place()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Open again what `state` returned."""
        if not state:
            return
        if state["record"] == NEW:
            self.open_new()
        else:
            self.open_record(int(state["record"]))
        if self.wizard is not None:
            self.wizard.resume(state["place"])

    def take_up(self) -> None:
        """Show what was changed elsewhere (元に戻す); what is typed here and not saved yet stays."""
        if self.wizard is None or self.record_id == NEW:
            return
        try:
            record = self._services.check_sheets.get(self.record_id)
        except NotFoundError:
            self._end()
            return
        if record.deleted:
            self._end()
            return
        if record.version != self._text.version:
            self._change_items(record)
            return
        stored, kept = self._answers_of(record), self._kept
        other = {name: answer for name, answer in stored.items() if kept.get(name) != answer}
        if other:
            self._kept = stored
            self.wizard.put(other)

    def heading(self) -> str:
        """Return in words which sheet is open."""
        return self.wizard.column.heading_words() if self.wizard is not None else ""

    def event(self, event: QEvent) -> bool:
        """Save before 元に戻す, so that it takes back what was typed last."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            self.keep()
        return super().event(event)

    # Inside

    def _text_of_today(self) -> CheckSheetText:
        return self._services.check_sheets.text_for(fiscal_year(self._context.clock.today()))

    def _change_items(self, record: CheckSheetRecord) -> None:
        """Show the sheet with the items it has now, where the clerk is; what is not saved yet stays."""
        wizard = self.wizard
        if wizard is None:
            return
        typed, focused = wizard.answers(), wizard.focusWidget()
        at = wizard.body.names_at(focused) if wizard.body is not None and focused is not None else frozenset()
        unsaved = {name: typed[name] for name, kept in self._kept.items() if typed.get(name, kept) != kept}
        self._text = self._services.check_sheets.text(record.version)
        self._show(self._answers_of(record), leftovers(typed), wizard.place())
        if self.wizard is not None:
            if unsaved:
                self.wizard.put(unsaved)
            self.wizard.focus_on(min(at, default=""))

    def _answers_of(self, record: CheckSheetRecord) -> Answers:
        answers = answers_of(record, self._text, record.partner_name)
        return {name: answer for name, answer in answers.items() if name not in leftovers(answers)}

    def _show(self, stored: Answers, left: Mapping[str, Any], place: Mapping[str, Any]) -> None:
        self._drop_wizard()
        self._kept, self._refused, self._warned = dict(stored), False, False
        blank = blank_answers(self._text, fiscal_year(self._context.clock.today()))
        facts = CheckSheetFacts(self._text, fiscal_year(self._context.clock.today()), self._remarks)
        known = {name: left[name] for name in leftovers(stored) if name in left}
        wizard = Wizard(
            self._context,
            make_check_sheet({**blank, **stored, **known}, facts),
            finish_word=_("できあがり"),
            close_word=_("閉じる"),
            editors={
                ENTRY: lambda context, field: EntryEditor(context, field, self._on_entry_picked),
                PROPOSAL: lambda context, field: ProposalEditor(context, field, self._on_proposal_picked),
            },
            bodies={
                COVER: CoverBody,
                STAGE: StageBody,
                SUMMARY: lambda context, flow, step: SummaryBody(
                    context, flow, step, self._on_print, self._find
                ),
            },
        )
        wizard.column.saved_form = _("保存 {time}")
        wizard.draft_due.connect(self._on_draft_due)
        wizard.answered.connect(self._on_answered)
        wizard.closed.connect(self._on_left)
        wizard.finished.connect(self._on_left)
        self.wizard = wizard
        self._layout.addWidget(wizard)
        # A layout shows what is added to it only later, and what is not yet shown takes no focus.
        wizard.show()
        self._refresh_heading()
        wizard.resume(place)
        self.changed.emit()

    def _on_left(self) -> None:
        """Close; what could not be saved is said once before it is lost."""
        if self._refused and not self._warned:
            self._warned = True
            words = _("保存できない記入があります。直してください。もう一度閉じると、その記入は残りません。")
            self._context.tell(Tone.ERROR, words, "", None)
            return
        self._end()

    def _end(self) -> None:
        record_id = self.record_id
        self._drop_wizard()
        self.closed.emit(record_id)

    def _drop_wizard(self) -> None:
        if self.wizard is not None:
            wizard, self.wizard = self.wizard, None
            wizard.hide()
            self._layout.removeWidget(wizard)
            wizard.deleteLater()

    def _refresh_heading(self) -> None:
        if self.wizard is None:
            return
        answers = self.wizard.flow.answers
        year, title = format_fiscal_year(int(answers["fiscal_year"])), str(answers["title"])
        line = str(answers.get("partner_name") or "")
        name = title_words(title) if title.strip() or self.record_id != NEW else _("新しいシート")
        self.wizard.show_heading(Heading(_("相互チェックシート ・ {year}").format(year=year), name, line))
        self.changed.emit()

    # Saving

    def _on_answered(self, names: frozenset[str]) -> None:
        """Keep another year at once: it may have other items."""
        if "fiscal_year" in names:
            # Not in the middle of taking it: the wizard may be made anew.
            QTimer.singleShot(0, self, self.keep)

    def _on_draft_due(self) -> None:
        wizard = self.wizard
        if wizard is None:
            return
        answers = dict(wizard.flow.answers)
        sheets, drafts = self._services.check_sheets, self._services.drafts
        if self.record_id == NEW and all(self._kept.get(name, "") == answers[name] for name in answers):
            return
        self._refused = True
        with self._context.reporting():
            draft = draft_of(answers, self._text)
            if self.record_id == NEW:
                self.record_id = sheets.create(draft)
            else:
                sheets.save(self.record_id, draft)
            left = leftovers(answers)
            self._kept = {name: answer for name, answer in answers.items() if name not in left}
            drafts.save(KIND, self.record_id, {"answers": left, "place": wizard.place()})
            self._refused = self._warned = False
            wizard.show_saved(self._context.clock.now())
            # A column's first mark has given it a day, which the next saving must not take away.
            self.take_up()
        self._refresh_heading()

    def _on_entry_picked(self, entry_id: int) -> None:
        self._fill_in(SheetOwner("collaboration", entry_id), "collaboration_id")

    def _on_proposal_picked(self, proposal_id: int) -> None:
        self._fill_in(SheetOwner("proposal", proposal_id), "proposal_id")

    def _fill_in(self, owner: SheetOwner, chosen: str) -> None:
        """Put into the answers what the chosen record tells."""
        if self.wizard is None:
            return
        with self._context.reporting():
            draft = self._services.check_sheets.blank_for(owner)
            partner = ""
            if draft.partner_id is not None:
                partner = self._services.partners.get(draft.partner_id).name
            filled = answers_of(draft, self._text, partner)
            self.wizard.put({name: filled[name] for name in (chosen, *_FILLED_IN)})
            self._refresh_heading()
            QTimer.singleShot(0, self, self.keep)

    def _remarks(self, draft: CheckSheetDraft) -> tuple[str, ...]:
        own = None if self.record_id == NEW else self.record_id
        return self._services.check_sheets.remarks(draft, own)

    def _find(self) -> CheckSheetRecord | None:
        """Return the sheet as it is kept, None while nothing of it is."""
        return None if self.record_id == NEW else self._services.check_sheets.get(self.record_id)

    def _on_print(self, side: Side | None) -> None:
        self.keep()
        self._print_side(side)
