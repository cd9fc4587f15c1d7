"""人財の森をさがす: offers and needs in a list, and beside it who fits."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.talents import TALENT_SIDE_LABELS
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.wastebasket import Discarded, WastebasketDialog
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.talents.lookup_detail import LookupDetail
from kyodo_desktop.ui.talents.lookup_filters import Entry, LookupFilterBar
from kyodo_desktop.ui.talents.rows import HelpNote
from kyodo_desktop.ui.talents.waste import discarded, restore
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.empty_state import EmptyState
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.list_frame import ListFrame

_KEY = "talents"
_DETAIL_WIDTH = 420


def open_lookup(context: UiContext, parent: QWidget, talent_id: int | None = None) -> None:
    """Open the lookup over the window, at an entry if one is named."""
    with context.reporting():
        dialog = LookupDialog(context, parent)
        dialog.open()
        if talent_id is not None:
            dialog.show_entry(talent_id)


class LookupDialog(QDialog):
    """Left the list with its filter, right the current entry and what fits it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("人財の森をさがす"))
        self._context = context
        theme = context.theme
        self._fields = context.services.partners.activity_fields()
        self.filters = LookupFilterBar(theme, self._fields, context.clock.today)
        self.table = RecordTable(_columns(), lambda entry: entry.talent.id)
        self.view = RecordView(
            theme, self.table, context.settings, settings_key=_KEY, name=_("人財の森の一覧")
        )
        self.detail = LookupDetail(context, self._fields)
        self.words = make_label("", "muted", wrap=True)
        self._frame = ListFrame(theme, context.settings, _KEY, _DETAIL_WIDTH)
        self._lay_out()
        self.filters.filter_changed.connect(self._sift)
        self.filters.box.left_downwards.connect(self.view.setFocus)
        self.view.current_record_changed.connect(self._on_current)
        self.detail.said.connect(self._on_said)
        self.detail.partner_asked.connect(self._on_partner_asked)
        self.detail.entry_asked.connect(self.show_entry)
        self.resize(self._fitting(QSize(theme.px(1200), theme.px(680))))
        self._read()
        self.filters.begin()
        self.filters.box.setFocus()

    def show_entry(self, talent_id: int) -> None:
        """Make an entry the current one, taking conditions away that hide it."""
        if not self.view.select_record(talent_id):
            self.filters.clear()
            self.view.select_record(talent_id)
        self.view.setFocus()

    def done(self, result: int) -> None:
        """Keep what is typed, and the widths."""
        self.detail.keep_draft()
        self.view.remember_widths()
        self._frame.remember()
        super().done(result)

    def open_wastebasket(self) -> None:
        """Show the entries and referrals that were deleted."""
        talents = self._context.services.talents

        def give_back(ids: Sequence[int]) -> None:
            restore(talents, ids)
            self._read()

        def listed() -> Sequence[Discarded]:
            return discarded(talents)

        WastebasketDialog(self._context, listed, give_back, self).open()

    def _lay_out(self) -> None:
        theme = self._context.theme
        self._none = EmptyState(
            theme,
            _("人財の森の記録はまだありません"),
            _("団体台帳で団体を開き、「人財の森」に、役立てたいこと・必要としていることを書いてください。"),
        )
        self._no_match = EmptyState(
            theme,
            _("条件に合う記録はありません"),
            _("ことばを短くするか、条件を消してください。"),
            (_("条件を消す"), self.filters.clear),
        )
        self._frame.add_bar(self.filters)
        for widget in (self.view, self._none, self._no_match):
            self._frame.lists.addWidget(widget)
        self._frame.details.addWidget(self.detail)
        help_note = HelpNote(theme)
        foot = QHBoxLayout()
        theme.space(foot, 8, (24, 8, 24, 12))
        foot.addWidget(self.words, 1)
        foot.addWidget(make_button(theme, _("ごみ箱"), self.open_wastebasket, kind="flat"))
        foot.addWidget(make_button(theme, _("閉じる"), self.reject))
        head = QVBoxLayout()
        theme.space(head, 0, (24, 4, 24, 4))
        head.addWidget(help_note)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addLayout(head)
        outer.addWidget(self._frame, 1)
        outer.addWidget(make_line())
        outer.addLayout(foot)

    def _read(self) -> None:
        entries = [Entry.of(one, self._fields) for one in self._context.services.talents.list()]
        self.filters.offer(entries)
        self.table.replace(entries, self.filters.filter().accepts())
        self._after_sifting()

    def _sift(self) -> None:
        self.table.set_filter(self.filters.filter().accepts())
        self._after_sifting()

    def _after_sifting(self) -> None:
        if self.table.shown:
            self._frame.lists.setCurrentWidget(self.view)
            if self.view.current_record() is None:
                self.view.selectRow(0)
        else:
            self._frame.lists.setCurrentWidget(self._no_match if self.table.rows else self._none)
        self._on_current(self.view.current_record())
        self.words.setText(
            _("{all}件中 {shown}件を表示").format(all=len(self.table.rows), shown=len(self.table.shown))
        )

    def _on_current(self, entry: Entry | None) -> None:
        self.detail.show_entry(entry.talent if entry is not None else None)

    def _on_said(self, words: str) -> None:
        self._read()
        self.words.setText(f"✓ {words}")
        self._context.tell(Tone.DONE, words, "", None)

    def _on_partner_asked(self, partner_id: int) -> None:
        self.accept()
        self._context.open_page("partners", partner_id)

    def _fitting(self, size: QSize) -> QSize:
        below = self.parentWidget()
        return size if below is None else size.boundedTo(below.size())


def _columns() -> tuple[Column[Entry], ...]:
    return (
        Column("side", _("種類"), _side_words, 136, muted=True),
        Column("title", _("件名"), lambda entry: entry.talent.draft.title, least=200),
        Column("partner", _("団体・人"), lambda entry: entry.talent.partner_name, 184, elide=Elide.MIDDLE),
        Column(
            "noted",
            _("記録した日"),
            lambda entry: format_date(entry.talent.noted_on),
            156,
            sort_key=lambda entry: entry.talent.noted_on,
            cell=lambda entry: Cell(format_date(entry.talent.noted_on), date=entry.talent.noted_on),
        ),
    )


def _side_words(entry: Entry) -> str:
    return _(TALENT_SIDE_LABELS[entry.talent.draft.side])
