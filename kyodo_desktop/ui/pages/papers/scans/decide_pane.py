"""What a run is held to be, why that is not certain, and the number that a person types."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.scans import SCAN_STATE_LABELS, ScanRecord, ScanState
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, IssuedSheet, SheetOwner
from kyodo_desktop.ui.pages.papers.scans.wording import heading, place
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import DetailPane, FieldRows, LinkHolder, make_caption_row, make_title
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import NoteBox


class _NumberEdit(JapaneseLineEdit):
    """Takes Enter once: one still held down from the paper before settles nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)


class DecidePane(DetailPane):
    """`decided` asks to take the number that is typed, or to put the run to its record."""

    decided = Signal()

    def __init__(self, theme: Theme, open_owner: Callable[[SheetOwner], object]) -> None:
        super().__init__(theme, _("この紙は"))
        self._open_owner = open_owner
        self._scan: ScanRecord | None = None
        self._make_field()

    def typed(self) -> str:
        """Return the number as it stands in the field."""
        return self.number.text().strip()

    @property
    def is_settled(self) -> bool:
        """Tell whether the run can be put to its record: it is certain, and nothing else is typed."""
        scan = self._scan
        return scan is not None and scan.state is ScanState.READY and self.typed() == scan.number

    def focus_number(self) -> None:
        """Go to the number."""
        self.number.setFocus()
        self.number.selectAll()
        # Where it stands is known only when the parts have been laid out.
        QTimer.singleShot(0, self._field, lambda: self.ensureWidgetVisible(self._field))

    def show_problem(self, sentence: str) -> None:
        """Say below the field why the number cannot be taken."""
        self.number.set_problem(sentence)
        self._problem.setText(f"✕ {sentence}" if sentence else "")
        self._problem.setVisible(bool(sentence))

    def show_scan(self, scan: ScanRecord, sheet: IssuedSheet | None) -> None:
        """Show a run, and its sheet where that is known."""
        theme, self._scan = self.theme, scan
        self.clear()
        self.add(make_caption_row(theme, place(scan)))
        self.add(make_title(theme, heading(scan)))
        self.add_space(8)
        if scan.title:
            self.add(self._make_rows(scan, sheet))
            self.add_space(12)
        if scan.reason:
            self.add(NoteBox(theme, Tone.DUE, _(SCAN_STATE_LABELS[scan.state]), scan.reason))
            self.add_space(12)
        self._make_field()
        self.number.setText(scan.number)
        self.add(self._field)
        self.finish()
        self._refresh()

    def _make_rows(self, scan: ScanRecord, sheet: IssuedSheet | None) -> QWidget:
        rows = FieldRows(self.theme)
        rows.add_text(_("様式"), scan.title)
        if scan.owner is not None:
            owner = scan.owner
            link = make_button(self.theme, scan.owner_name, lambda: self._open_owner(owner), kind="link")
            rows.add_widget(_("記録"), LinkHolder(link))
        else:
            rows.add_text(_("記録"), _("どの記録の紙でもありません"), "muted")
        if sheet is not None:
            rows.add_text(_("段階"), _(SHEET_STATE_LABELS[sheet.state]))
            if sheet.holder:
                since = format_date(sheet.awaited_since) if sheet.awaited_since is not None else ""
                rows.add_text(_("渡した相手"), f"{sheet.holder} {since}".strip())
            rows.add_text(_("発行"), _("{n}ページ").format(n=sheet.pages))
        rows.add_text(_("スキャン"), _("{n}ページ").format(n=scan.pages))
        return rows

    def _make_field(self) -> None:
        theme = self.theme
        self._field = QWidget()
        column = QVBoxLayout(self._field)
        theme.space(column, 4)
        self.number = _NumberEdit(_("紙の番号"), last=True)
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.number.setPlaceholderText(_("例: 2026-S-12、2026-T-3"))
        label = make_label(_("紙の番号"), "muted")
        label.setBuddy(self.number)
        self._problem = make_label("", "error", wrap=True)
        self._problem.hide()
        self.button = make_button(theme, "", self.decided.emit, kind="primary")
        self._hint = make_label("", "caption", wrap=True)
        row = QHBoxLayout()
        theme.space(row, 8, (0, 8, 0, 4))
        row.addWidget(self.button)
        row.addStretch(1)
        for widget in (label, self.number, self._problem):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.number.committed.connect(self.decided)
        self.number.textChanged.connect(lambda _text: self._refresh())

    def _refresh(self) -> None:
        self.show_problem("")
        self.button.setText(_("綴じて次へ") if self.is_settled else _("この番号にする"))
        self._hint.setText(
            _("Enter で綴じて、次の紙に進みます。相手に渡してあった紙は「受領」になります。")
            if self.is_settled
            else _("紙に印刷された番号を打って Enter を押すと、どの紙かを示します。まだ綴じません。")
        )
