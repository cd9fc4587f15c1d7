"""協働の歩み on the card: a partner's proposals and projects of all years, and its entries of the list."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.records.case_figures import CaseLine, PartnerCases
from kyodo_desktop.records.past_cases import PastCaseDraft
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.records.trends import PartnerTrend
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.guide.section import make_guide_rows
from kyodo_desktop.ui.pages.partners.story_sheet import make_story_rows
from kyodo_desktop.ui.pages.partners.view import PartnerView
from kyodo_desktop.ui.pages.partners.views_section import make_views_section
from kyodo_desktop.ui.pages.proposals.looking_back.past_form import NEW_PAST, PastForm
from kyodo_desktop.ui.pages.proposals.looking_back.wording import case_words, counts_words, money_words
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_link_row, make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, bring_into_sight, spaced
from kyodo_desktop.ui.widgets.labels import make_label


class StoryPart:
    """Makes the tab's sheet, and knows whether the form of a former project is open."""

    def __init__(self, context: UiContext) -> None:
        self.context = context
        self.is_writing = False
        self._partner_id = 0
        self._sheet: StorySheet | None = None

    def make_sheet(self, view: PartnerView) -> QWidget:
        """Return what a partner did, with the form that was open there."""
        if self._partner_id != view.partner.id:
            self._partner_id, self.is_writing = view.partner.id, False
        typed_in = self._typed_in()
        sheet = self._sheet = StorySheet(self, view)
        if typed_in and sheet.form is not None:
            # The new form can take the cursor only when it is shown.
            QTimer.singleShot(0, sheet.form, sheet.form.fields[typed_in].setFocus)
        sheet.destroyed.connect(lambda: self._forget(sheet))
        return sheet

    def refresh(self) -> None:
        """Read the cases again, where they are shown."""
        if self._sheet is not None:
            self.keep_draft()
            self._sheet.refresh()

    def keep_draft(self) -> None:
        """Keep what is typed and not saved."""
        if self._sheet is not None and self._sheet.form is not None:
            self._sheet.form.keep_draft()

    def _typed_in(self) -> str:
        form = self._sheet.form if self._sheet is not None else None
        return form.focused_field() if form is not None else ""

    def _forget(self, sheet: "StorySheet") -> None:
        if self._sheet is sheet:
            self._sheet = None


class StorySheet(QWidget):
    """The cases of all years, the entries of the list by year, and 六つの手順; each is a link."""

    def __init__(self, part: StoryPart, view: PartnerView) -> None:
        super().__init__()
        self._part, self._view = part, view
        self.context = part.context
        self.form: PastForm | None = None
        self._cases, self._trend = PartnerCases(), PartnerTrend()
        self._target = FormTarget(NEW_PAST, view.partner.id)
        self._column = QVBoxLayout(self)
        self.context.theme.space(self._column, 0)
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        self.refresh()

    def refresh(self) -> None:
        """Read the cases and lay them out anew."""
        with self.context.reporting():
            self._cases = self.context.services.statistics.of_partner(self._view.partner.id)
            self._trend = self.context.services.trends.of_partner(self._view.partner.id)
        self._build()

    def write_past(self, *, is_open: bool) -> None:
        """Open the form of a former project, or close it; what is typed is kept."""
        self._part.keep_draft()
        self._part.is_writing = is_open
        self._build()
        if self.form is not None:
            self.form.focus_first()
            QTimer.singleShot(0, self.form, self._show_form)

    def _build(self) -> None:
        self.form = None
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.context.theme.space(column, 0)
        parts = (self._case_parts(), self._view_parts(), self._entry_parts(), self._guide_parts())
        for widget in (one for part in parts for one in part):
            column.addWidget(widget)
        self._column.replaceWidget(self._inside, inside)
        old, self._inside = self._inside, inside
        # Not deleted at once: the button that was pressed is one of its own.
        old.hide()
        old.setParent(None)
        old.deleteLater()
        inside.show()

    def _case_parts(self) -> Iterator[QWidget]:
        theme, lines = self.context.theme, self._cases.lines
        has_draft = self._target.has_draft(self.context)
        words = _("書きかけの続き") if has_draft else _("以前の事業を記録")
        action = make_button(theme, words, self._open, kind="link", icon="plus")
        action.setVisible(not self._part.is_writing)
        yield make_section(theme, _("提案と事業"), len(lines), action)
        if self._part.is_writing:
            yield self._put()
        if not lines:
            yield make_label(_("提案はまだありません"), "muted")
            return
        yield make_label(counts_words(self._cases.counts), "muted", wrap=True)
        for at, line in enumerate(lines):
            if at:
                yield make_line(faint=True)
            yield self._case(line)

    def _case(self, line: CaseLine) -> QWidget:
        number = line.receipt_number or _("以前の事業")
        below = (format_fiscal_year(line.fiscal_year), line.programme_title, number, money_words(line))
        return make_link_row(
            self.context.theme,
            line.title or _("（名称未記入）"),
            partial(self.context.open_page, "proposals", line.proposal_id),
            after=case_words(line),
            below="　".join(part for part in below if part),
        )

    def _view_parts(self) -> Iterator[QWidget]:
        return make_views_section(self.context, self._view.partner.id, self._trend)

    def _entry_parts(self) -> Iterator[QWidget]:
        theme, lines = self.context.theme, self._view.detail.collaborations
        yield make_section(theme, _("取組一覧"), len(lines))
        open_entry: Callable[[int], object] = partial(self.context.open_page, "collaborations")
        yield from make_story_rows(theme, lines, self._view.labels, open_entry)

    def _guide_parts(self) -> Iterator[QWidget]:
        owner = SheetOwner("partner", self._view.partner.id)

        def open_one(record_id: int | None) -> None:
            from kyodo_desktop.ui.guide.dialog import open_guide

            open_guide(self.context, self.window(), owner, record_id)

        guides = self.context.services.guides.of(owner)
        yield from make_guide_rows(self.context.theme, guides, open_one)

    def _put(self) -> QWidget:
        partner = self._view.partner
        year = fiscal_year(self.context.clock.today()) - 1
        first = PastCaseDraft(fiscal_year=year, partner_id=partner.id, partner_name=partner.name)
        self.form = PastForm(self.context, self._target, first)
        self.form.done.connect(self._on_done)
        return spaced(self.context.theme, self.form)

    def _open(self) -> None:
        self.write_past(is_open=True)

    def _on_done(self, words: str) -> None:
        self.write_past(is_open=False)
        if words:
            self.context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def _undo(self) -> None:
        with self.context.reporting():
            self.context.services.history.undo()

    def _show_form(self) -> None:
        """Bring the form into sight; its card is longer now than it was."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and self.form is not None:
            bring_into_sight(above, self.form)
