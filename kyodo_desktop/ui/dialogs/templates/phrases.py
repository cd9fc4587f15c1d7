"""決まり文句: the stock sentences in a list, and one of them to write."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.phrases import Phrase, PhraseDraft
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.templates.phrase_list import PhraseList, Row
from kyodo_desktop.ui.dialogs.wastebasket import Discarded, WastebasketDialog
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.list_frame import make_splitter
from kyodo_desktop.ui.widgets.place_text import PlaceText

_KIND = "phrase"
_PAUSE = 1000
"""ms after the last key until what is typed is kept as a draft."""


class PhrasesPane(QWidget):
    """Lets the office write its own sentences; shipped ones are read, and copied to be changed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._phrases = context, context.services.phrases
        theme = context.theme
        self._current = Phrase(0, "", "", "", "", own=True)
        self._is_showing = False
        titles = [(form.key, form.title) for form in context.services.documents.forms()]
        self._titles = dict(titles)
        self.list = PhraseList(theme, context.settings, self._words_of)
        self.messages = MessageBar(theme)
        self.head = make_label("", "title", wrap=True)
        self.state = make_label("", "muted", wrap=True)
        self.form = Choice(theme, _("様式"), [("", _("どの様式でも")), *titles])
        self.outcome = Choice(theme, _("結果"))
        self.title = JapaneseLineEdit(_("見出し"))
        self.text = PlaceText(theme, _("文"))
        self.text.setFixedHeight(theme.px(22 * 6 + 20))
        self.shown = make_label("", wrap=True)
        self.rows = self._make_rows()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.keep)
        self._lay_out()
        self.list.chosen.connect(self._open)
        self.form.chosen.connect(self._on_form)
        self.outcome.chosen.connect(lambda _key: self._on_edited())
        self.title.textChanged.connect(lambda _text: self._on_edited())
        self.text.textChanged.connect(self._on_edited)
        self._reload(None)

    def start(self, form_key: str) -> None:
        """Show the sentences of a paper first."""
        self.list.box.setText(self._titles.get(form_key, ""))

    def begin(self) -> None:
        """Begin a new sentence, for the paper of the one in sight."""
        self.list.view.clearSelection()
        self._open(Phrase(0, self._current.form_key, self._current.outcome, "", "", own=True))
        self.title.setFocus()

    def copy(self) -> None:
        """Begin a sentence of the office's own from a shipped one."""
        shipped = self._current
        self._show(Phrase(0, shipped.form_key, shipped.outcome, shipped.title, shipped.text, own=True))
        self._on_edited()
        self.text.setFocus()

    def save(self) -> None:
        """Keep the sentence."""
        draft, kept = self._draft(), self._current.id
        try:
            if kept:
                self._phrases.edit(kept, draft)
            else:
                kept = self._phrases.add(draft)
        except KyodoError as error:
            self.messages.show_note(Tone.ERROR, str(error))
            self._mark(error)
            return
        self._forget()
        words = _("決まり文句を保存しました: {title}").format(title=draft.title.strip())
        self._reload(kept)
        self.messages.show_note(Tone.DONE, words)
        self._context.tell(Tone.DONE, words, "", None)

    def give_up(self) -> None:
        """Go back to what was saved last."""
        self._forget()
        self._reload(self._current.id or None)

    def discard(self) -> None:
        """Put the sentence into the wastebasket."""
        with self._context.reporting():
            self._phrases.discard([self._current.id])
            self._forget()
            self._reload(None)

    def open_wastebasket(self) -> None:
        """Show the sentences that were thrown away."""

        def listed() -> Sequence[Discarded]:
            return [Discarded(one.id, one.title, self._words_of(one)) for one in self._phrases.discarded()]

        def give_back(ids: Sequence[int]) -> None:
            self._phrases.restore(ids)
            self._reload(ids[0])

        WastebasketDialog(self._context, listed, give_back, self).open()

    def keep(self) -> None:
        """Keep what is typed and not saved."""
        self._timer.stop()
        if self._is_changed():
            draft = self._draft()
            answers = {
                "form": draft.form_key,
                "outcome": draft.outcome,
                "title": draft.title,
                "text": draft.text,
            }
            self._context.services.drafts.save(_KIND, self._current.id, answers)

    # Showing

    def _make_rows(self) -> FormRows:
        rows = FormRows(self._context.theme, narrow=True)
        rows.add(_("様式"), self.form, width=360)
        rows.add(_("結果"), self.outcome, width=240)
        rows.add(_("見出し"), self.title, width=360)
        self.place_button = self.text.make_button()
        rows.add(_("文"), self.text, width=None, at_label=self.place_button)
        rows.add(_("紙に入る文"), self.shown, width=None)
        return rows

    def _lay_out(self) -> None:
        theme = self._context.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.space(column, 0, (24, 12, 24, 24))
        column.addWidget(self.rows)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(_("決まり文句"))
        head = QVBoxLayout()
        theme.space(head, 4, (24, 12, 24, 12))
        head.addWidget(self.head)
        head.addWidget(self.state)
        right = make_frame("surface")
        parts = QVBoxLayout(right)
        theme.space(parts, 0)
        parts.addWidget(self.messages)
        parts.addLayout(head)
        parts.addWidget(make_line())
        parts.addWidget(area, 1)
        parts.addWidget(make_line())
        parts.addLayout(self._make_buttons())
        left = make_frame("surface")
        listed = QVBoxLayout(left)
        theme.space(listed, 0)
        listed.addWidget(self.list, 1)
        listed.addWidget(make_line())
        listed.addLayout(self._make_list_buttons())
        splitter = make_splitter(theme)
        for widget, least in ((left, 240), (right, 320)):
            widget.setMinimumWidth(theme.px(least))
            splitter.addWidget(widget)
        splitter.setSizes([theme.px(640), theme.px(640)])
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(splitter)

    def _make_list_buttons(self) -> QHBoxLayout:
        theme = self._context.theme
        row = QHBoxLayout()
        theme.space(row, 8, (24, 12, 24, 12))
        row.addWidget(make_button(theme, _("新しい文"), self.begin, icon="plus"))
        row.addStretch(1)
        row.addWidget(make_button(theme, _("ごみ箱"), self.open_wastebasket, kind="flat"))
        return row

    def _make_buttons(self) -> QHBoxLayout:
        theme = self._context.theme
        self.discard_button = make_button(theme, _("捨てる"), self.discard, kind="flat", icon="trash-2")
        self.copy_button = make_button(theme, _("写して直す"), self.copy, icon="copy")
        self.give_up_button = make_button(theme, _("やめる"), self.give_up)
        self.save_button = make_button(theme, _("保存"), self.save, kind="primary")
        row = QHBoxLayout()
        theme.space(row, 8, (24, 12, 24, 12))
        row.addWidget(self.discard_button)
        row.addStretch(1)
        for button in (self.copy_button, self.give_up_button, self.save_button):
            row.addWidget(button)
        return row

    def _reload(self, record_id: int | None) -> None:
        rows = [Row(number, one) for number, one in enumerate(self._phrases.list())]
        self.list.show_rows(rows)
        kept = next((row for row in rows if row.phrase.own and row.phrase.id == record_id), None)
        if kept is None and record_id is None and self._context.services.drafts.load(_KIND, 0):
            self._open(Phrase(0, "", "", "", "", own=True))
        else:
            self.list.choose(kept.number if kept is not None else None)

    def _open(self, phrase: Phrase) -> None:
        self.keep()
        self.messages.clear()
        draft = self._context.services.drafts.load(_KIND, phrase.id) if phrase.own else None
        self._show(phrase)
        if draft is not None:
            self._type(str(draft.get("form", "")), draft)
            self._on_edited()

    def _show(self, phrase: Phrase) -> None:
        self._current = phrase
        self.rows.clear_problems()
        self._type(phrase.form_key, {"outcome": phrase.outcome, "title": phrase.title, "text": phrase.text})
        for widget in (self.title, self.text):
            widget.setReadOnly(not phrase.own)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        for choice in (self.form, self.outcome):
            choice.setEnabled(phrase.own)
        self._tell()

    def _type(self, form_key: str, answers: dict[str, Any]) -> None:
        self._is_showing = True
        self.form.set_value(form_key)
        self._offer_outcomes()
        self.outcome.set_value(str(answers.get("outcome", "")))
        self.title.setText(str(answers.get("title", "")))
        self.text.setPlainText(str(answers.get("text", "")))
        self._is_showing = False

    def _offer_outcomes(self) -> None:
        key = self.form.value()
        self.outcome.set_choices([("", _("どの結果でも")), *self._phrases.outcomes(key)])
        self.outcome.set_value("")
        self.text.set_places(self._phrases.places(key))

    def _tell(self) -> None:
        phrase, changed = self._current, self._is_changed()
        self.head.setText(phrase.title or _("新しい文"))
        shipped = _("プログラムに付いている文（仮）です。「写して直す」で市の文にできます。")
        self.state.setText(
            shipped if not phrase.own else _("● 保存していない変更があります") if changed else ""
        )
        self.state.setVisible(bool(self.state.text()))
        self.place_button.setVisible(phrase.own)
        self.discard_button.setVisible(phrase.own and phrase.id > 0)
        self.copy_button.setVisible(not phrase.own)
        for button in (self.give_up_button, self.save_button):
            button.setVisible(phrase.own)
            button.setEnabled(changed)
        self.shown.setText(self._phrases.specimen(self.form.value(), self.text.text()))
        self.rows.set_problem(self.text, self.text.unknown_words())

    # Answering

    def _on_form(self, _key: str) -> None:
        self._is_showing = True
        self._offer_outcomes()
        self._is_showing = False
        self._on_edited()

    def _on_edited(self) -> None:
        if not self._is_showing:
            self._timer.start()
            self._tell()

    def _is_changed(self) -> bool:
        now, kept = self._draft(), self._current
        return kept.own and now != PhraseDraft(kept.title, kept.text, kept.form_key, kept.outcome)

    def _draft(self) -> PhraseDraft:
        return PhraseDraft(self.title.text(), self.text.text(), self.form.value(), self.outcome.value())

    def _forget(self) -> None:
        self._timer.stop()
        self._context.services.drafts.drop(_KIND, self._current.id)
        # As saved: what comes next must not be kept as a draft again.
        self._current = Phrase(self._current.id, *_texts(self._draft()), own=True)

    def _mark(self, error: KyodoError) -> None:
        fields = {"title": self.title, "text": self.text}
        if isinstance(error, InputError) and error.field in fields:
            self.rows.set_problem(fields[error.field], str(error))

    def _words_of(self, phrase: Phrase) -> str:
        form = self._titles.get(phrase.form_key, _("どの様式でも"))
        outcomes = dict(self._phrases.outcomes(phrase.form_key if phrase.form_key in self._titles else ""))
        return "　".join(part for part in (form, outcomes.get(phrase.outcome, "")) if part)


def _texts(draft: PhraseDraft) -> tuple[str, str, str, str]:
    return draft.form_key, draft.outcome, draft.title, draft.text
