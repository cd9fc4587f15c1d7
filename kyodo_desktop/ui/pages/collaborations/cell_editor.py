"""Editing one partner cell: its text, its 形態, whom of the register it means."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button, make_icon_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker

Search = Callable[[str, int], Sequence[PartnerRecord]]


class _LinkRow(QWidget):
    """One linked partner, its 部署名, and a button to take it off."""

    changed = Signal()
    taken_off = Signal()

    def __init__(self, theme: Theme, link: Mapping[str, Any]) -> None:
        super().__init__()
        self._link = dict(link)
        name = str(link["name"])
        self.unit = JapaneseLineEdit(_("{name} の部署名").format(name=name))
        self.unit.setText(str(link["unit"]))
        self.unit.setPlaceholderText(_("部署名（あれば）"))
        self.unit.textChanged.connect(lambda _text: self.changed.emit())
        outer = QVBoxLayout(self)
        theme.space(outer, 4)
        line = QHBoxLayout()
        theme.space(line, 4)
        line.addWidget(ElidedLabel(name, middle=True), 1)
        off = make_icon_button(theme, "x", _("{name} を外す").format(name=name), self.taken_off.emit)
        line.addWidget(off)
        outer.addLayout(line)
        outer.addWidget(self.unit)

    def answers(self) -> dict[str, Any]:
        """Return the link with the 部署名 as typed."""
        return {**self._link, "unit": self.unit.text()}


class CellEditor(QFrame):
    """One cell; `changed` after any change, `removed` when the clerk takes the cell away."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, theme: Theme, forms: Sequence[tuple[str, str]], search: Search, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "note")
        self._links: list[_LinkRow] = []
        self.text = JapaneseTextEdit(_("協働相手（団体名）"))
        self.text.setPlaceholderText(_("団体名（一覧にのる文字のまま）"))
        self.text.setFixedHeight(theme.px(56))
        self.form = Choice(theme, _("協働形態"), forms)
        self.form.setPlaceholderText(_("協働形態を選ぶ"))
        self.picker = PartnerPicker(theme, search)
        self._link_room = QVBoxLayout()
        theme.space(self._link_room, 8)
        outer = QVBoxLayout(self)
        theme.space(outer, 8, (12, 8, 12, 12))
        head = QHBoxLayout()
        head.addWidget(make_label(_("協働相手"), "muted"))
        head.addStretch(1)
        head.addWidget(make_button(theme, _("この相手を消す"), self.removed.emit, kind="link"))
        outer.addLayout(head)
        outer.addWidget(self.text)
        outer.addWidget(self.form)
        outer.addLayout(self._link_room)
        outer.addWidget(self.picker)
        self.text.textChanged.connect(self.changed)
        self.form.chosen.connect(lambda _key: self.changed.emit())
        self.picker.picked.connect(self._on_picked)

    def show_answers(self, answers: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.text.setPlainText(str(answers["text"]))
        self.form.set_value(str(answers["form"]))
        for link in answers["links"]:
            self._add_link(link)

    def answers(self) -> dict[str, Any]:
        """Return what stands in the fields."""
        return {
            "text": self.text.toPlainText(),
            "form": self.form.value(),
            "links": [row.answers() for row in self._links],
        }

    def is_without_form(self) -> bool:
        """Tell whether somebody is named and the 形態 is still to be chosen."""
        return not self.form.value() and bool(self.text.toPlainText().strip() or self._links)

    def _add_link(self, link: Mapping[str, Any]) -> None:
        row = _LinkRow(self._theme, link)
        row.changed.connect(self.changed)
        row.taken_off.connect(lambda: self._take_off(row))
        self._links.append(row)
        self._link_room.addWidget(row)

    def _take_off(self, row: _LinkRow) -> None:
        self._links.remove(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()

    def _on_picked(self, partner: PartnerRecord) -> None:
        self._add_link({"partner_id": partner.id, "name": partner.name, "unit": ""})
        if not self.text.toPlainText().strip():
            self.text.setPlainText(partner.name)
        self.changed.emit()
