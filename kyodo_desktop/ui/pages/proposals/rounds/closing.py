"""締切・履歴: when the applications close, what is done with late ones, a note; what was done when."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.rounds import RoundDetail, RoundDraft
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.time_edit import TimeEdit, time_of
from kyodo_desktop.ui.pages.proposals.rounds.wording import time_text
from kyodo_desktop.ui.pages.proposals.section import Section
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, WarekiEdit
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.in_place_form import DRAFT_PAUSE_MS, day_of
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.wizard.text_editors import LinesEdit

DRAFT = "round_closing"
"""Under what is kept, of a round, what was typed here and cannot be taken yet."""
_NAMES = ("closes_on", "closes_at", "late_note", "note")


class ClosingSection(Section[RoundDetail]):
    """The settings of a round; a field is saved when it is left, what cannot be taken stays as typed."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _("締切"))
        self.detail: RoundDetail | None = None
        theme = context.theme
        self.closes_on = WarekiEdit(_("締切の日"), context.clock.today())
        self.closes_at = TimeEdit(_("締切の時刻"))
        self.closes_at.setPlaceholderText(_("例 17:15"))
        self.late_note = LinesEdit(_("遅れたものの扱い"))
        self.note = LinesEdit(_("メモ"))
        self._fields: dict[str, QWidget] = {
            "closes_on": self.closes_on,
            "closes_at": self.closes_at,
            "late_note": self.late_note,
            "note": self.note,
        }
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self._keep_typed)
        self.form_rows = FormRows(theme, narrow=theme.percent > 130)
        self.column.addWidget(make_section(theme, _("応募の締切")))
        self._lay_out()
        self.column.addWidget(self.form_rows)
        self.late = make_label("", "muted", wrap=True)
        self.column.addWidget(make_section(theme, _("締切の後に受け付けた提案")))
        self.column.addWidget(self.late)
        self.column.addWidget(make_section(theme, _("この募集回の履歴")))
        self._history = QWidget()
        self.column.addWidget(self._history)
        self.column.addStretch(1)

    def show_record(self, detail: RoundDetail) -> None:
        """Show the settings; what is typed and not taken stays."""
        other = self.detail is None or self.detail.id != detail.id
        if other:
            self.keep()
        # What was typed beside what was stored before: a person's, and stays.
        typed = {} if other else self._typed()
        self.detail = detail
        stored = _texts(detail.draft)
        if other:
            self.form_rows.clear_problems()
            typed = self.context.services.drafts.load(DRAFT, detail.id) or {}
        for name, text in {**stored, **typed}.items():
            self._put(name, str(text))
        with self.context.reporting():
            self._show_history(detail.id)
            late = self.context.services.rounds.strip(detail.id).late
            self.late.setText(
                _("{n}件あります。一覧の「締切後」の印で分かります。").format(n=late)
                if late
                else _("ありません。締切の後に来たものも受け付けられ、一覧と受付票に印が付きます。")
            )

    def keep(self) -> None:
        """Save what is typed; what cannot be taken is kept as it is."""
        self._commit()

    def focus_first(self) -> None:
        """Go to the closing day."""
        self.closes_on.setFocus()

    # Inside

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.form_rows.add(_("締切の日"), self.closes_on, width=160, note=_("日程の締切と同じ日です。"))
        self.form_rows.add(
            _("締切の時刻"), self.closes_at, width=160, note=_("空のままなら、その日いっぱいです。")
        )
        for label, edit in ((_("遅れたものの扱い"), self.late_note), (_("メモ"), self.note)):
            edit.setFixedHeight(theme.px(76))
            self.form_rows.add(label, edit, width=560)
            edit.textChanged.connect(self._on_edited)
            edit.left.connect(self._commit)
        for line in (self.closes_on, self.closes_at):
            line.textEdited.connect(lambda _text: self._on_edited())
            line.editingFinished.connect(self._commit)

    def _show_history(self, round_id: int) -> None:
        """Show what was done with the round and all that belongs to it."""
        rows = QWidget()
        column = QVBoxLayout(rows)
        self.context.theme.space(column, 0)
        for row in make_history_rows(self.context.theme, self.context.services.history.of("round", round_id)):
            column.addWidget(row)
        self.column.replaceWidget(self._history, rows)
        self._history.hide()
        self._history.deleteLater()
        self._history = rows

    def _text(self, name: str) -> str:
        field: Any = self._fields[name]
        return str(field.text())

    def _put(self, name: str, text: str) -> None:
        field: Any = self._fields[name]
        if field.text() == text:
            return
        if isinstance(field, LinesEdit):
            field.setPlainText(text)
        else:
            field.setText(text)

    def _typed(self) -> dict[str, str]:
        """Return what stands in the fields and is not what is stored."""
        if self.detail is None:
            return {}
        stored = _texts(self.detail.draft)
        return {name: self._text(name) for name in _NAMES if self._text(name).strip() != stored[name].strip()}

    def _on_edited(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _commit(self) -> None:
        if self.detail is None or not self._typed():
            self._keep_typed()
            return
        try:
            draft = self._draft()
            if draft != self.detail.draft:
                self.context.services.rounds.edit(self.detail.id, draft)
        except InputError as error:
            self._show_problem(error)
        except KyodoError as error:
            self.context.report(error)
        else:
            self._taken(draft)
        self._keep_typed()

    def _draft(self) -> RoundDraft:
        day = day_of(self.closes_on.text(), self.context.clock.today(), "closes_on")
        if day is None:
            raise InputError(_("締切の日を書いてください。"), "closes_on")
        closes_at = time_of(self.closes_at.text(), "closes_at")
        return RoundDraft(day, closes_at, self.late_note.text().strip(), self.note.text().strip())

    def _taken(self, draft: RoundDraft) -> None:
        if self.detail is None or draft == self.detail.draft:
            return
        self.form_rows.clear_problems()
        self.detail = replace(self.detail, draft=draft)
        self.say(_("締切などを保存しました"))

    def _show_problem(self, error: InputError) -> None:
        field = self._fields.get(error.field or "")
        if field is None:
            self.context.report(error)
        elif isinstance(field, JapaneseLineEdit):
            field.set_problem(str(error))
        else:
            self.form_rows.set_problem(field, str(error))

    def _keep_typed(self) -> None:
        self._pause.stop()
        if self.detail is None:
            return
        drafts, typed = self.context.services.drafts, self._typed()
        with self.context.reporting():
            if typed:
                drafts.save(DRAFT, self.detail.id, typed)
            elif drafts.load(DRAFT, self.detail.id) is not None:
                drafts.drop(DRAFT, self.detail.id)


def _texts(draft: RoundDraft) -> dict[str, str]:
    return {
        "closes_on": format_date(draft.closes_on),
        "closes_at": time_text(draft.closes_at),
        "late_note": draft.late_note,
        "note": draft.note,
    }
