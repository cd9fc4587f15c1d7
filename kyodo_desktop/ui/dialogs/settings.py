"""The settings: how things look, and who the clerk is."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.settings import CLERK_NAME, CONTACT_BLOCK
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.theme.tokens import PALETTE_LABELS, PaletteName, Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.segments import Segments

PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)


class SettingsDialog(QDialog):
    """Text size, palette, the clerk's name, the section's address block on papers.

    `look_changed(palette, percent)` is called after 保存 if the look is another one.
    """

    def __init__(
        self,
        context: UiContext,
        look_changed: Callable[[PaletteName, int], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._look_changed = context, look_changed
        self.setWindowTitle(_("設定"))
        theme, services = context.theme, context.services
        rows = FormRows(theme, label_width=112, least_width=432)
        self.text_size = Choice(theme, _("文字の大きさ"), [(str(p), f"{p}%") for p in PERCENTS])
        self.text_size.set_value(str(context.settings.text_percent))
        rows.add(_("文字の大きさ"), self.text_size, width=160)
        self.palette_choice = Segments(
            theme, [(name.value, _(label)) for name, label in PALETTE_LABELS.items()], _("色あい")
        )
        self.palette_choice.set_value(context.settings.palette)
        rows.add(_("色あい"), self.palette_choice, width=None)
        self.clerk_name = JapaneseLineEdit(_("担当者の名前"))
        self.clerk_name.setText(services.settings.get(CLERK_NAME, ""))
        rows.add(_("担当者の名前"), self.clerk_name, note=_("履歴に残ります"), width=240)
        self.contact_block = JapaneseTextEdit(_("問い合わせ先"))
        self.contact_block.setPlainText(services.settings.get(CONTACT_BLOCK, ""))
        self.contact_block.setPlaceholderText("\n".join(services.check_sheets.text().contact))
        self.contact_block.setFixedHeight(theme.px(112))
        rows.add(
            _("問い合わせ先"),
            self.contact_block,
            note=_("紙に印刷されます。空なら、薄い字のとおりです"),
            width=360,
        )
        layout = QVBoxLayout(self)
        theme.space(layout, 16, (24, 24, 24, 16))
        self.messages = MessageBar(theme)
        layout.addWidget(self.messages)
        layout.addWidget(rows)
        give_up = make_button(theme, _("やめる"), self.reject)
        save = make_button(theme, _("保存"), self.save, kind="primary")
        layout.addLayout(make_button_row(theme, give_up, save))

    def save(self) -> None:
        """Keep everything and close; stay, with what is typed, while it cannot be kept."""
        context = self._context
        try:
            context.services.settings.set(CLERK_NAME, self.clerk_name.text().strip())
            context.services.settings.set(CONTACT_BLOCK, self.contact_block.toPlainText())
        except KyodoError as error:
            self.messages.show_note(Tone.ERROR, str(error))
            return
        palette, percent = PaletteName(self.palette_choice.value()), int(self.text_size.value())
        self.accept()
        if (palette, percent) != (context.settings.palette, context.settings.text_percent):
            self._look_changed(palette, percent)
