"""名寄せ: two partners side by side, to be made one by a person."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.partners.field_words import moves_words
from kyodo_desktop.ui.pages.partners.merge_table import MergeTable, lay_columns
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.partners.page import PartnersPage


def open_merge(
    page: "PartnersPage",
    keep_id: int,
    lose_id: int,
    done: Callable[[], object] | None = None,
    over: QWidget | None = None,
) -> None:
    """Show two partners side by side; when a person has decided, say so on the page and call `done`.

    The dialog stands over the window, or `over` another one.
    """

    def decided(words: str) -> None:
        page.verbs.tell_done(words)
        if done is not None:
            done()

    with page.context.reporting():
        MergeDialog(page.context, keep_id, lose_id, decided, over or page.window()).open()


class MergeDialog(QDialog):
    """Left the partner that stays; `decided(words)` tells that they were made one, or found to be two."""

    def __init__(
        self,
        context: UiContext,
        keep_id: int,
        lose_id: int,
        decided: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("名寄せ"))
        self._context, self._decided, self._theme = context, decided, context.theme
        partners = context.services.partners
        self._terms = Terms(partners.legal_forms(), partners.activity_fields())
        theme = self._theme
        self._heads = QWidget()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(_("項目ごとの値"))
        self.moves = make_label("", wrap=True)
        self.problem = make_label("", "error", wrap=True)
        self.problem.hide()
        layout = self._layout = QVBoxLayout(self)
        theme.space(layout, 0)
        layout.addWidget(self._heads)
        layout.addWidget(make_line())
        layout.addWidget(self._scroll, 1)
        layout.addWidget(make_line())
        layout.addWidget(self._make_foot())
        self._show(keep_id, lose_id)
        fit_over(self, QSize(theme.px(920), theme.px(640)))

    def confirm(self) -> None:
        """Make one of the two as chosen."""
        keep, lose = self.plan.keep, self.plan.lose
        try:
            self._context.services.merging.merge(keep.id, lose.id, self.table.choices())
        except KyodoError as error:
            self._say(str(error))
            return
        self.accept()
        self._decided(_("一つにしました: {lose} → {keep}").format(keep=keep.name, lose=lose.name))

    def mark_different(self) -> None:
        """Note that the two are not the same; the pair is not offered again."""
        try:
            self._context.services.partners.mark_different(self.plan.keep.id, self.plan.lose.id)
        except KyodoError as error:
            self._say(str(error))
            return
        self.accept()
        self._decided(_("別の団体としました: {name}").format(name=self.plan.lose.name))

    def swap(self) -> None:
        """Let the other one stay."""
        self._show(self.plan.lose.id, self.plan.keep.id)

    def _show(self, keep_id: int, lose_id: int) -> None:
        plan = self.plan = self._context.services.merging.plan(keep_id, lose_id)
        self.table = MergeTable(self._theme, plan, self._terms)
        self._scroll.setWidget(self.table)
        heads, self._heads = self._heads, self._make_heads()
        self._layout.replaceWidget(heads, self._heads)
        heads.deleteLater()
        self.moves.setText(
            _("「{lose}」から「{keep}」へ、{moves}").format(
                lose=plan.lose.name, keep=plan.keep.name, moves=moves_words(plan.moves)
            )
            + "\n"
            + _(
                "「{lose}」は旧称として残り、その名前でも見つかります。記録はごみ箱に入ります。"
                "一覧の協働相手の字は変わりません。あとで「元に戻す」で取り消せます。"
            ).format(lose=plan.lose.name)
        )
        self.problem.hide()
        self.table.begin()

    def _make_heads(self) -> QWidget:
        heads = QWidget()
        grid = QGridLayout(heads)
        # The scroll bar stands to the right of the table, and there is none here.
        self._theme.space(grid, 0, (24, 16, 24, 12))
        lay_columns(self._theme, grid)
        swap = make_button(self._theme, _("左右を入れかえる"), self.swap, kind="link")
        grid.addWidget(swap, 0, 0, Qt.AlignmentFlag.AlignTop)
        for column, partner, words in (
            (1, self.plan.keep, _("残す団体")),
            (2, self.plan.lose, _("一つになる団体")),
        ):
            grid.addWidget(self._make_head(partner, words), 0, column)
        # A column that holds nothing would get no space beside it.
        grid.addWidget(QWidget(), 0, 3)
        return heads

    def _make_head(self, partner: PartnerRecord, words: str) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        self._theme.space(column, 2)
        column.addWidget(make_label(words, "caption"))
        column.addWidget(make_label(partner.name, "head", wrap=True))
        column.addWidget(make_label(_standing(partner), "caption", wrap=True))
        column.addStretch(1)
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        self._theme.space(column, 12, (24, 12, 24, 16))
        column.addWidget(self.moves)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        self._theme.space(row, 8)
        self.different_button = make_button(self._theme, _("別の団体"), self.mark_different)
        row.addWidget(self.different_button)
        row.addStretch(1)
        row.addWidget(make_button(self._theme, _("やめる"), self.reject))
        self.merge_button = make_button(self._theme, _("一つにする"), self.confirm, kind="primary")
        row.addWidget(self.merge_button)
        column.addLayout(row)
        return foot

    def _say(self, sentence: str) -> None:
        self.problem.setText(f"✕ {sentence}")
        self.problem.show()


def fit_over(dialog: QDialog, size: QSize) -> None:
    """Give a dialog its size, but never more than the program's window has."""
    below = dialog.parentWidget()
    while below is not None and below.parentWidget() is not None:
        below = below.parentWidget()
    dialog.resize(size if below is None else size.boundedTo(below.size()))


def _standing(partner: PartnerRecord) -> str:
    """Return how much hangs on a partner, and when it was last confirmed."""
    if partner.confirmed_on is None:
        confirmed = _("まだ確認していません")
    else:
        confirmed = _("最終確認 {day}").format(day=format_date(partner.confirmed_on))
    return " ・ ".join((_("取組 {n}件").format(n=partner.collaborations), confirmed))
