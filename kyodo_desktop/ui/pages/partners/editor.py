"""Editing a partner in place of its card."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.postal import address_for
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS, PartnerKind, PartnerRecord
from kyodo_desktop.ui.pages.shared.answers import NEW, Answers
from kyodo_desktop.ui.pages.shared.kinds import is_guess, kind_label
from kyodo_desktop.ui.pages.shared.record_editor import RecordEditor
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import (
    JapaneseLineEdit,
    JapaneseTextEdit,
    KanaEdit,
    PhoneEdit,
    PostalCodeEdit,
)
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.tags import NoteBox

SIMILAR_PAUSE_MS = 300
"""How long typing a name must rest before the register is asked for the same one."""

Similar = Callable[[str], Sequence[PartnerRecord]]


class PartnerEditor(RecordEditor):
    """The fields of a partner. The name stays as typed, letter for letter.

    `similar(name)` tells who in the register has that name; it is said, and nothing is blocked by it.
    """

    def __init__(self, theme: Theme, similar: Similar, open_partner: Callable[[int], object]) -> None:
        super().__init__(theme, _("団体の編集"))
        self._similar, self._open_partner = similar, open_partner
        self._guessed = False
        self.name = JapaneseLineEdit(_("名称"))
        self.kana = KanaEdit(_("フリガナ"))
        self.kind = Choice(
            theme, _("区分"), [(k.value, _(label)) for k, label in PARTNER_KIND_LABELS.items()]
        )
        self.representative = JapaneseLineEdit(_("代表者"))
        self.phone = PhoneEdit(_("電話"))
        self.email = JapaneseLineEdit(_("メール"))
        self.postal_code = PostalCodeEdit(_("郵便番号"))
        self.address = JapaneseLineEdit(_("所在地"))
        self.note = JapaneseTextEdit(_("備考"))
        self.note.setFixedHeight(theme.px(76))
        self._lines: dict[str, JapaneseLineEdit] = {
            "name": self.name,
            "kana": self.kana,
            "representative": self.representative,
            "phone": self.phone,
            "email": self.email,
            "postal_code": self.postal_code,
            "address": self.address,
        }
        self._asking = QTimer(self, singleShot=True, interval=SIMILAR_PAUSE_MS)
        self._asking.timeout.connect(self.look_for_similar)
        self._lay_out()
        self._connect()

    # The fields

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.caption.setText(_("新しい団体") if self.record_id == NEW else _("編集"))
        for key, line in self._lines.items():
            line.setText(str(answers[key]))
            line.setCursorPosition(0)
            line.set_problem("")
        self.note.setPlainText(str(answers["note"]))
        self.kind.set_value(str(answers["kind"]))
        self._show_guess(guessed=bool(answers["kind_estimated"]))
        self._clear_similar()
        self._asking.stop()

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            **{key: line.text() for key, line in self._lines.items()},
            "note": self.note.toPlainText(),
            "kind": self.kind.value(),
            "kind_estimated": self._guessed,
        }

    def show_problem(self, error: InputError) -> None:
        """Say beside its field what cannot be taken."""
        line = self._lines.get(error.field or "", self.name)
        line.set_problem(str(error))
        line.setFocus()
        self.area.ensureWidgetVisible(line)

    def begin(self) -> None:
        """Put the cursor where editing begins."""
        self.name.setFocus()

    def set_kind(self) -> None:
        """Take the 区分 as a person's own choice, no longer a guess."""
        self._show_guess(guessed=False)
        self.on_edited()

    def look_for_similar(self) -> None:
        """Say who already has the name that is typed."""
        self._asking.stop()
        self._clear_similar()
        found = [partner for partner in self._similar(self.name.text()) if partner.id != self.record_id]
        self._similar_holder.setVisible(bool(found))
        if found:
            self._similar_room.addWidget(self._make_notice(found))

    def similar_words(self) -> str:
        """Return what is said of the name, empty if nothing."""
        item = self._similar_room.itemAt(0)
        widget = item.widget() if item is not None else None
        return widget.accessibleName() if widget is not None else ""

    # How it is made

    def _lay_out(self) -> None:
        self._guess_note = NoteBox(
            self.theme, Tone.DUE, _("名称から推定した区分です"), "", (_("この区分でよい"), self.set_kind)
        )
        self._similar_holder = QWidget()
        self._similar_room = QVBoxLayout(self._similar_holder)
        self.theme.space(self._similar_room, 0)
        rows = FormRows(self.theme, narrow=True)
        rows.add(_("名称（正式な表記のまま）"), self.name, width=None)
        rows.add_widget(self._similar_holder)
        rows.add(_("フリガナ"), self.kana, width=None)
        rows.add(_("区分"), self.kind, width=280)
        rows.add_widget(self._guess_note)
        rows.add(_("代表者"), self.representative, width=280)
        rows.add(_("電話"), self.phone, width=200)
        rows.add(_("メール"), self.email, width=None)
        rows.add(_("郵便番号"), self.postal_code, width=120)
        rows.add(_("所在地"), self.address, width=None)
        rows.add(_("備考"), self.note, width=None)
        self.column.addWidget(rows)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for line in self._lines.values():
            line.textChanged.connect(self.on_edited)
        self.note.textChanged.connect(self.on_edited)
        self.kind.chosen.connect(self.set_kind)
        self.name.textChanged.connect(self._asking.start)
        self.postal_code.textEdited.connect(self._fill_address)

    def _fill_address(self) -> None:
        if not self.address.text().strip():
            self.address.setText(address_for(self.postal_code.value()))

    def _show_guess(self, *, guessed: bool) -> None:
        self._guessed = guessed
        self._guess_note.setVisible(is_guess(PartnerKind(self.kind.value()), guessed))

    def _make_notice(self, found: Sequence[PartnerRecord]) -> NoteBox:
        names = "、".join(f"「{p.name}」{kind_label(p.kind, p.kind_estimated)}" for p in found)
        words = _("{names}。別の団体なら、このまま保存できます。").format(names=names)
        first = found[0].id
        return NoteBox(
            self.theme,
            Tone.DUE,
            _("同じ名前の団体が台帳にあります"),
            words,
            (_("見る"), lambda: self._open_partner(first)),
        )

    def _clear_similar(self) -> None:
        self._similar_holder.hide()
        while (item := self._similar_room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
