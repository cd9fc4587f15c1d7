"""The group of a former project: one of the register, or a name."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.buttons import make_icon_button
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.labels import ElidedLabel
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker


class GroupField(QWidget):
    """A partner that is looked for, else a name that is typed; `changed` after either."""

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        theme = context.theme
        self._partner_id: int | None = None
        self.picker = PartnerPicker(theme, context.services.partners.search)
        self.name = JapaneseLineEdit(_("台帳にない団体の名前"))
        self.name.setPlaceholderText(_("台帳にない団体は、ここに名前を書く"))
        self._chosen_name = ElidedLabel("", middle=True)
        self._chosen = QWidget()
        line = QHBoxLayout(self._chosen)
        theme.space(line, 4)
        line.addWidget(self._chosen_name, 1)
        self.off = make_icon_button(theme, "x", _("ほかの団体にする"), self._on_off)
        line.addWidget(self.off)
        column = QVBoxLayout(self)
        theme.space(column, 8)
        for widget in (self._chosen, self.picker, self.name):
            column.addWidget(widget)
        self.setFocusProxy(self.picker.box)
        self.picker.picked.connect(self._on_picked)
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        self._refresh()

    def fill(self, answers: dict[str, Any]) -> None:
        """Show a group without telling."""
        self._partner_id = answers["partner_id"]
        is_known = self._partner_id is not None
        self._chosen_name.setText(answers["name"] if is_known else "")
        self.name.setText("" if is_known else answers["name"])
        self._refresh()

    def answers(self) -> dict[str, Any]:
        """Return the group."""
        name = self._chosen_name.text() if self._partner_id is not None else self.name.text()
        return {"partner_id": self._partner_id, "name": name}

    def _on_picked(self, partner: PartnerRecord) -> None:
        self._partner_id = partner.id
        self._chosen_name.setText(partner.name)
        self._refresh()
        self.off.setFocus()
        self.changed.emit()

    def _on_off(self) -> None:
        self._partner_id = None
        self._refresh()
        self.picker.box.setFocus()
        self.changed.emit()

    def _refresh(self) -> None:
        is_known = self._partner_id is not None
        self._chosen.setVisible(is_known)
        self.picker.setVisible(not is_known)
        self.name.setVisible(not is_known)
