"""名寄せ: the pairs of partners that may be the same, each with its reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.matching import LikelyPair
from kyodo_desktop.ui.pages.partners.merge_dialog import fit_over, open_merge
from kyodo_desktop.ui.tables.columns import Cell, Column, Elide
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.partners.page import PartnersPage


class PairsDialog(QDialog):
    """Lists the undecided pairs, the surest first; Enter puts two side by side. Stays open for more."""

    def __init__(self, page: "PartnersPage") -> None:
        super().__init__(page.window())
        self.setWindowTitle(_("名寄せ"))
        self._page, self._context = page, page.context
        theme = self._context.theme
        self.table = RecordTable(_columns(), _id_of)
        self.view = RecordView(
            theme,
            self.table,
            self._context.settings,
            settings_key="pairs",
            name=_("同じかもしれない団体の組"),
        )
        self.words = make_label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        theme.space(layout, 8, (0, 16, 0, 16))
        layout.addWidget(self._padded(self.words))
        layout.addWidget(self.view, 1)
        # The whole reason of the current pair: its column may be too narrow for it.
        self.reason = make_label("", wrap=True)
        layout.addWidget(self._padded(self.reason))
        self.different_button = make_button(theme, _("別の団体"), self.mark_different)
        self.compare_button = make_button(theme, _("並べて見る"), self.compare, kind="primary")
        close = make_button(theme, _("閉じる"), self.reject)
        layout.addWidget(self._padded(self.different_button, None, close, self.compare_button))
        self.view.record_activated.connect(lambda _pair: self.compare())
        self.view.current_record_changed.connect(lambda _pair: self._refresh())
        fit_over(self, QSize(theme.px(980), theme.px(520)))
        self.words.setText(_("さがしています…"))
        self._refresh()

    def reload(self) -> None:
        """Look for the pairs again, without making the window wait."""
        service = self._context.services.matching
        self._context.jobs.run(_("似た団体をさがしています…"), service.likely_pairs, self.show_pairs)

    def show_pairs(self, pairs: Sequence[LikelyPair]) -> None:
        """Show the pairs, the surest first."""
        self.table.set_rows(pairs)
        doubtful = sum(pair.doubtful for pair in pairs)
        if not pairs:
            words = _("同じかもしれない団体はありません。")
        else:
            words = _("{n}組 あります。").format(n=len(pairs))
            if doubtful:
                words += _("うち {n}組は要確認です（別の字や読みだけの一致）。").format(n=doubtful)
            words += _("決めるのは人です。機械が一つにすることはありません。")
        self.words.setText(words)
        if pairs and self.view.current_record() is None:
            self.view.selectRow(0)
        self._refresh()
        self.view.setFocus()

    def compare(self) -> None:
        """Put the two partners of the current pair side by side."""
        pair = self._pair()
        if pair is not None:
            open_merge(self._page, pair.first.id, pair.second.id, self.reload, over=self)

    def mark_different(self) -> None:
        """Note that the two of the current pair are not the same."""
        pair = self._pair()
        if pair is None:
            return
        with self._context.reporting():
            self._context.services.partners.mark_different(pair.first.id, pair.second.id)
            self._page.verbs.tell_done(
                _("別の団体としました: {first} / {second}").format(
                    first=pair.first.name, second=pair.second.name
                )
            )
            self.reload()

    def _pair(self) -> LikelyPair | None:
        pair = self.view.current_record()
        return pair if isinstance(pair, LikelyPair) else None

    def _refresh(self) -> None:
        pair = self._pair()
        self.reason.setText(pair.reason if pair is not None else "")
        for button in (self.different_button, self.compare_button):
            button.setEnabled(pair is not None)

    def _padded(self, *widgets: QWidget | None) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        self._context.theme.space(layout, 8, (24, 0, 24, 0))
        for widget in widgets:
            if widget is None:
                layout.addStretch(1)
            else:
                layout.addWidget(widget)
        return row


def _id_of(pair: LikelyPair) -> int:
    """Return one number for two."""
    return pair.first.id << 32 | pair.second.id


def _columns() -> tuple[Column[LikelyPair], ...]:
    return (
        Column(
            "state",
            _("状態"),
            _state_words,
            112,
            sort_key=lambda pair: pair.doubtful,
            cell=lambda pair: Cell(
                _state_words(pair), tone=Tone.DUE if pair.doubtful else None, muted=not pair.doubtful
            ),
        ),
        Column("first", _("団体"), lambda pair: pair.first.name, 232, elide=Elide.MIDDLE),
        Column("second", _("似た団体"), lambda pair: pair.second.name, 232, elide=Elide.MIDDLE),
        Column("reason", _("理由"), lambda pair: pair.reason, least=240),
    )


def _state_words(pair: LikelyPair) -> str:
    return _("要確認") if pair.doubtful else _("未判断")
