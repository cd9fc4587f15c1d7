"""The editor of a partner: one of the register, or a name as typed."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, as_number, as_text
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS, PartnerDraft, PartnerRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker
from kyodo_desktop.ui.widgets.wrong import mark_wrong
from kyodo_desktop.ui.wizard.field_editor import FieldEditor

_WIDTH = 440


class PartnerEditor(FieldEditor):
    """What is typed is the name until one of the register is picked; `field.parts` is the name's answer.

    A name that is not in the register can be put into it with a button.
    """

    types = True
    fills_row = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        self._id_name, self._name_name = field.names
        self._partner_id: int | None = None
        self._name = ""
        theme = context.theme
        self.picker = PartnerPicker(theme, context.services.partners.search)
        self.picker.box.setAccessibleName(field.label)
        self.picker.box.setPlaceholderText(_("団体名を打つと、台帳からさがします"))
        self.picker.setMaximumWidth(theme.px(field.width or _WIDTH))
        self.register = make_button(
            theme, _("この名前で台帳に加える"), self._on_register, kind="link", icon="plus"
        )
        self._linked = self._make_linked()
        outer = QVBoxLayout(self)
        theme.space(outer, 4)
        outer.addWidget(self.picker)
        below = QHBoxLayout()
        below.addWidget(self.register)
        below.addStretch(1)
        outer.addLayout(below)
        # A layout asks for a height at the width it has, not at the most that a card takes: only a card that
        # gives the rest of the width away grows with words that wrap.
        beside = QHBoxLayout()
        beside.addWidget(self._linked, 1)
        beside.addStretch(0)
        outer.addLayout(beside)
        self.picker.box.textChanged.connect(self._on_typed)
        self.picker.box.editingFinished.connect(self.left)
        self.picker.picked.connect(self._on_picked)
        self.picker.box.returnPressed.connect(self._on_enter)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show the partner, or the name."""
        self._partner_id = as_number(answers.get(self._id_name))
        self._name = as_text(answers.get(self._name_name))
        with self.showing():
            text = "" if self._partner_id is not None else self._name
            if self.picker.box.text() != text:
                self.picker.box.setText(text)
                self.picker.search_now()
        self._refresh()

    def answers(self) -> Answers:
        """Return the partner's id (None for a name that is not linked) and the name."""
        return {self._id_name: self._partner_id, self._name_name: self._name}

    def set_wrong(self, sentences: Mapping[str, str]) -> None:
        """Mark the box."""
        mark_wrong(self.picker.box, "\n".join(sentences.values()))

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the box, or what changes the choice."""
        return self.picker.box if self._partner_id is None else self.change

    def _make_linked(self) -> QFrame:
        theme = self.context.theme
        card = QFrame()
        card.setProperty("ground", "note")
        card.setMaximumWidth(theme.px(self.field.width or _WIDTH))
        column = QVBoxLayout(card)
        theme.space(column, 4, (12, 8, 12, 8))
        self.linked_name = make_label("", "head", wrap=True)
        self._linked_detail = make_label("", "muted", wrap=True)
        column.addWidget(self.linked_name)
        column.addWidget(self._linked_detail)
        row = QHBoxLayout()
        theme.space(row, 16)
        self.change = make_button(theme, _("選び直す"), self._on_change, kind="link")
        self.open_card = make_button(theme, _("団体台帳で見る"), self._on_open, kind="link")
        row.addWidget(self.change)
        row.addWidget(self.open_card)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _refresh(self) -> None:
        linked = self._partner_id is not None
        self.picker.setVisible(not linked)
        self._linked.setVisible(linked)
        self.register.setVisible(not linked and bool(self._name.strip()))
        if self._partner_id is not None:
            self.linked_name.setText(self._name)
            self._linked_detail.setText(self._detail(self._partner_id))

    def _detail(self, partner_id: int) -> str:
        try:
            partner = self.context.services.partners.get(partner_id)
        except KyodoError as error:
            return str(error)
        named = "" if partner.name == self._name else _("台帳では {name}").format(name=partner.name)
        parts = (named, _(PARTNER_KIND_LABELS[partner.kind]), partner.representative, partner.phone)
        return " ・ ".join(part for part in parts if part)

    def _on_typed(self, text: str) -> None:
        if not self.is_showing and self._partner_id is None:
            self._name = text
            self._refresh()
            self.edited.emit()

    def _on_enter(self) -> None:
        """Go on with a name that the register does not have."""
        if self._partner_id is None:
            self.focusNextPrevChild(True)

    def _on_picked(self, partner: PartnerRecord) -> None:
        self._link(partner.id, partner.name)

    def _link(self, partner_id: int, name: str) -> None:
        self._partner_id, self._name = partner_id, name
        self._refresh()
        self.change.setFocus()
        self.edited.emit()
        self.left.emit()

    def _on_change(self) -> None:
        with self.showing():
            self._partner_id = None
            self.picker.box.setText(self._name)
            self.picker.search_now()
        self._refresh()
        self.picker.box.setFocus()
        self.picker.box.selectAll()
        self.edited.emit()

    def _on_open(self) -> None:
        self.context.open_page("partners", self._partner_id)

    def _on_register(self) -> None:
        name = self._name.strip()
        with self.context.reporting():
            partner_id = self.context.services.partners.add(PartnerDraft(name=name))
            self._link(partner_id, name)
            words = _("団体台帳に加えました: {name}").format(name=name)
            self.context.tell(Tone.DONE, words, "", None)
