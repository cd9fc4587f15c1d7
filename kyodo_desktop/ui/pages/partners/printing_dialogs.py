"""What is asked before 団体名簿 and 宛名ラベル are printed."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import read_whole
from kyodo_desktop.records.partner_papers import (
    ADDRESSEE_LABELS,
    EDITION_LABELS,
    LABEL_LAYOUT_LABELS,
    LABELS_A_SHEET,
    Addressee,
    Edition,
    LabelLayout,
)
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments


class DirectoryDialog(QDialog):
    """Asks for the edition; `chosen(edition)` follows."""

    def __init__(
        self,
        theme: Theme,
        shown: int,
        chosen: Callable[[Edition], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("名簿の印刷"))
        self._chosen = chosen
        rows = FormRows(theme, label_width=96, least_width=320)
        editions = [(edition.value, _(label)) for edition, label in EDITION_LABELS.items()]
        self.edition = Segments(theme, editions, _("版"))
        self.edition.set_value(Edition.PUBLIC.value)
        rows.add(_("版"), self.edition, width=None)
        note = _(
            "表示している {n}団体を、いまの順で印刷します。\n"
            "公開版には、公開とした項目だけが載ります。\n"
            "庁内版には、個人の情報が載ります。"
        ).format(n=shown)
        rows.add_widget(make_label(note, "muted"))
        _finish(self, theme, rows, self.confirm)

    def confirm(self) -> None:
        """Close and go on."""
        self.accept()
        self._chosen(Edition(self.edition.value()))


class LabelsDialog(QDialog):
    """Asks for sheet, first free label, 御中 or 様, and which partners.

    `counts` are the partners shown and selected; `chosen(layout, start_at, addressee, only_chosen)` follows.
    """

    def __init__(
        self,
        theme: Theme,
        counts: tuple[int, int],
        chosen: Callable[[LabelLayout, int, Addressee, bool], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("宛名ラベルの印刷"))
        self._chosen = chosen
        shown, selected = counts
        rows = FormRows(theme, label_width=96, least_width=320)
        scopes = (
            ("shown", _("表示している {n}団体").format(n=shown)),
            ("chosen", _("選んでいる {n}団体").format(n=selected)),
        )
        self.scope = Segments(theme, scopes if selected else scopes[:1], _("どれを"))
        self.scope.set_value("chosen" if selected > 1 else "shown")
        rows.add(_("どれを"), self.scope, width=None)
        layouts = [(layout.value, _(label)) for layout, label in LABEL_LAYOUT_LABELS.items()]
        self.layout_choice = Segments(theme, layouts, _("用紙"))
        self.layout_choice.set_value(LabelLayout.TWELVE.value)
        rows.add(_("用紙"), self.layout_choice, width=None)
        addressees = [(one.value, _(label)) for one, label in ADDRESSEE_LABELS.items()]
        self.addressee = Segments(theme, addressees, _("宛名"))
        self.addressee.set_value(Addressee.BODY.value)
        rows.add(_("宛名"), self.addressee, width=None)
        self.start_at = JapaneseLineEdit(_("始めの位置"), last=True)
        self.start_at.setText("1")
        self.start_at.committed.connect(self.confirm)
        rows.add(_("始めの位置"), self.start_at, width=72, below=True)
        note = _("使いかけのシートは、左上から右へ数えて、\n最初の空きの番号を書いてください。")
        rows.add_widget(make_label(note, "muted"))
        _finish(self, theme, rows, self.confirm)

    def confirm(self) -> None:
        """Close and go on; stay while the sheet has no such label."""
        layout = LabelLayout(self.layout_choice.value())
        most, start_at = LABELS_A_SHEET[layout], read_whole(self.start_at.text())
        if start_at is None or not 1 <= start_at <= most:
            self.start_at.set_problem(_("1 から {most} までの数を書いてください。").format(most=most))
            self.start_at.setFocus()
            self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
            return
        self.accept()
        self._chosen(layout, start_at, Addressee(self.addressee.value()), self.scope.value() == "chosen")


def _finish(dialog: QDialog, theme: Theme, rows: QWidget, confirm: Callable[[], object]) -> None:
    layout = QVBoxLayout(dialog)
    theme.space(layout, 16, (24, 24, 24, 16))
    layout.addWidget(rows)
    buttons = QHBoxLayout()
    theme.space(buttons, 8)
    buttons.addStretch(1)
    buttons.addWidget(make_button(theme, _("やめる"), dialog.reject))
    buttons.addWidget(make_button(theme, _("印刷プレビュー"), confirm, kind="primary"))
    layout.addLayout(buttons)
