"""Fields to type Japanese in.

No validator and no input mask: they reject a whole commit of an input method, and digits typed full width.
What was typed is put into form when the field is left, and a value that cannot be taken is said in words.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.corporate_number import normalise_corporate_number
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.kana import to_katakana
from kyodo_desktop.japanese.mail import normalise_mail
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.postal import format_postal_code, normalise_postal_code
from kyodo_desktop.japanese.wareki import format_date, parse_date
from kyodo_desktop.japanese.yen import format_yen, parse_yen
from kyodo_desktop.ui.widgets.composing import Composing
from kyodo_desktop.ui.widgets.wrong import mark_wrong

T = TypeVar("T")
_NO_END = 10_000_000
PASSED_BY = "passed_by"
"""The property of a widget that Enter in a field passes by; Tab does not."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def length_warning(text: str, most: int) -> str:
    """Return what is to be said of a text longer than `most` letters, else nothing."""
    if len(text) <= most:
        return ""
    return _("{n}字あります。紙や一覧に出るのは {most}字ほどまでです。このままでも残せます。").format(
        n=len(text), most=most
    )


def move_on(field: QWidget, *, back: bool) -> None:
    """Give the focus to the next field (or the one before), passing by what Enter does not stop at."""
    field.focusNextPrevChild(not back)
    there = QApplication.focusWidget()
    while there is not None and there is not field and there.property(PASSED_BY):
        there.focusNextPrevChild(not back)
        before, there = there, QApplication.focusWidget()
        if there is before:
            return


class JapaneseLineEdit(Composing, QLineEdit):
    """A line to type in: Enter goes to the next field, Shift+Enter back, neither while composing.

    `problem_changed` carries the sentence about what cannot be taken, empty when all is well,
    `warning_changed` that about a text longer than there is room for (`warn_beyond`). The `last` field of a
    dialog keeps the focus with Enter and tells `committed`, which confirms the dialog.
    """

    problem_changed = Signal(str)
    warning_changed = Signal(str)
    committed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, last: bool = False) -> None:
        super().__init__(parent)
        self._is_last = last
        self._problem = self._warning = ""
        # Qt would cut what is pasted without a word.
        self.setMaxLength(_NO_END)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._on_editing_finished)

    @property
    def problem(self) -> str:
        """What is wrong with the text, in words; empty if nothing."""
        return self._problem

    @property
    def warning(self) -> str:
        """What is to be thought of, though the text can be taken; empty if nothing."""
        return self._warning

    def warn_beyond(self, most: int) -> None:
        """Warn from so many letters on, and take them all the same."""
        self.textChanged.connect(lambda text: self._warn(length_warning(text, most)))

    def put_in_form(self, text: str) -> str:
        """Return `text` as it should stand; raises InputError if it cannot be taken."""
        return text

    def set_problem(self, sentence: str) -> None:
        """Mark the field wrong with a sentence, or right with an empty one."""
        if sentence == self._problem:
            return
        self._problem = sentence
        mark_wrong(self, sentence)
        self.problem_changed.emit(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on with Enter; leave Enter and Escape to the input method while it composes."""
        if self.keeps(event):
            event.accept()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if back or not self._is_last:
                move_on(self, back=back)
            if not back:
                self.committed.emit()
        else:
            super().keyPressEvent(event)

    def _warn(self, sentence: str) -> None:
        if sentence != self._warning:
            self._warning = sentence
            self.warning_changed.emit(sentence)

    def _on_editing_finished(self) -> None:
        try:
            formed = self.put_in_form(self.text())
        except InputError as error:
            self.set_problem(str(error))
            return
        if formed != self.text():
            self.setText(formed)
        self.set_problem("")


class JapaneseTextEdit(Composing, QPlainTextEdit):
    """Several lines to type in; Tab goes to the next field.

    With `one_paragraph` the text wraps but holds no line breaks: Enter goes to the next field as well, and
    what is pasted is joined.
    """

    warning_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, one_paragraph: bool = False) -> None:
        super().__init__(parent)
        self._one_paragraph = one_paragraph
        self._warning = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    @property
    def warning(self) -> str:
        """What is to be thought of, though the text can be taken; empty if nothing."""
        return self._warning

    def warn_beyond(self, most: int) -> None:
        """Warn from so many letters on, and take them all the same."""
        self.textChanged.connect(lambda: self._warn(length_warning(self.text(), most)))

    def text(self) -> str:
        """Return what stands in it."""
        text = self.toPlainText()
        return text.replace("\n", "") if self._one_paragraph else text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on with Enter where there are no lines to break."""
        if self.keeps(event):
            event.accept()
        elif self._one_paragraph and event.key() in _ENTER:
            move_on(self, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _warn(self, sentence: str) -> None:
        if sentence != self._warning:
            self._warning = sentence
            self.warning_changed.emit(sentence)


class KanaEdit(JapaneseLineEdit):
    """フリガナ: hiragana and half-width kana become full-width katakana."""

    def put_in_form(self, text: str) -> str:
        """Return the text in katakana."""
        return to_katakana(text)


class _DigitsEdit(JapaneseLineEdit):
    """Asks the input method for half-width signs; what it gives is taken whatever it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)


class PhoneEdit(_DigitsEdit):
    """電話: full-width digits and any hyphen are taken; a number is parted as its area code asks."""

    def put_in_form(self, text: str) -> str:
        """Return the number with half-width digits and hyphens."""
        return normalise_phone(text)


class PostalCodeEdit(_DigitsEdit):
    """郵便番号: 〒, full-width digits and any hyphen are taken; shown as 187-0032."""

    def put_in_form(self, text: str) -> str:
        """Return the code with its hyphen."""
        return format_postal_code(normalise_postal_code(text))

    def value(self) -> str:
        """Return the seven digits; empty while there are none."""
        return _taken(normalise_postal_code, self.text()) or ""


class MailEdit(_DigitsEdit):
    """メール: full-width letters are taken; shown half-width."""

    def put_in_form(self, text: str) -> str:
        """Return the address in half-width letters."""
        return normalise_mail(text)


class WebEdit(_DigitsEdit):
    """ホームページ: full-width letters are taken; shown half-width."""

    def put_in_form(self, text: str) -> str:
        """Return the address in half-width letters."""
        return half_width(text)


class CountEdit(_DigitsEdit):
    """How many persons there are: full-width digits, commas and 人 are taken."""

    def put_in_form(self, text: str) -> str:
        """Return the digits."""
        return half_width(text).replace(",", "").strip().removesuffix(_("人"))


class CorporateNumberEdit(JapaneseLineEdit):
    """法人番号: full-width digits and hyphens are taken; the check digit must be right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)

    def put_in_form(self, text: str) -> str:
        """Return the 13 digits."""
        return normalise_corporate_number(text)


class YenEdit(JapaneseLineEdit):
    """An amount in whole yen: full-width digits, ￥, 円 and commas are taken."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def put_in_form(self, text: str) -> str:
        """Return the amount with commas."""
        return format_yen(parse_yen(text)) if text.strip() else ""

    def value(self) -> int | None:
        """Return the amount; None while empty or not an amount."""
        return _taken(parse_yen, self.text())

    def set_value(self, value: int | None) -> None:
        """Show an amount."""
        self.setText("" if value is None else format_yen(value))
        self.set_problem("")


class WarekiEdit(JapaneseLineEdit):
    """A day as people type it (R8.4.1, 令和8年4月1日, 2026/4/1); shown in 和暦. `today` helps a bare day."""

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._today = today

    def put_in_form(self, text: str) -> str:
        """Return the day in 和暦."""
        return format_date(parse_date(text, self._today)) if text.strip() else ""

    def value(self) -> date | None:
        """Return the day; None while empty or not a day."""
        return _taken(lambda text: parse_date(text, self._today), self.text())

    def set_value(self, value: date | None) -> None:
        """Show a day."""
        self.setText("" if value is None else format_date(value))
        self.set_problem("")


def _taken(parse: Callable[[str], T], text: str) -> T | None:
    if not text.strip():
        return None
    try:
        return parse(text)
    except InputError:
        return None
