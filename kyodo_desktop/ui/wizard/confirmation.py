"""The editor of a requirement: what a person found, what was seen, by whom and when."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Field, as_day, as_text
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.proposals import CONFIRMATION_LABELS, Confirmation
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import dress, make_label
from kyodo_desktop.ui.widgets.segments import Segments
from kyodo_desktop.ui.widgets.tags import SignMark
from kyodo_desktop.ui.wizard.field_editor import FieldEditor

_SEEN_WIDTH = 240
_BY_WIDTH = 120


class ConfirmationEditor(FieldEditor):
    """確認した / まだ / あてはまらない, below the requirement's own words (`extra["text"]`).

    The answer is {state, seen, by, on}. Who (`extra["name"]`) and when are put in when a person chooses;
    going back to まだ takes them away. The name is to be typed unless it is the clerk's of the settings
    (`extra["clerk"]`). While まだ, the hint says where to look.
    """

    types = True
    fills_row = True
    shows_hint = True

    def __init__(self, context: UiContext, field: Field) -> None:
        super().__init__(context, field)
        theme = context.theme
        self._by, self._on = "", ""
        self._asks_name = False
        choices = [(key.value, _(label)) for key, label in CONFIRMATION_LABELS.items()]
        self.segments = Segments(theme, choices, field.label)
        self.seen = JapaneseLineEdit(_("{label} 何で確認したか").format(label=field.label))
        self.seen.setFixedWidth(theme.px(_SEEN_WIDTH))
        self.by = JapaneseLineEdit(_("{label} 確認した人").format(label=field.label))
        self.by.setFixedWidth(theme.px(_BY_WIDTH))
        self.by.setPlaceholderText(_("確認した人"))
        self._mark = SignMark(theme, Tone.DONE)
        self._who = make_label("", "done")
        self._hint = make_label(field.hint, "muted")
        column = QVBoxLayout(self)
        theme.space(column, 0)
        words = make_label(str(field.extra.get("text", "")), wrap=True)
        words.setMinimumHeight(theme.px(28))
        column.addWidget(words)
        line = FlowBar(theme.px(32), theme.px(4))
        theme.space(line.flow, 8)
        for widget in (
            self.segments,
            _gap(theme.px(1)),
            self.seen,
            self.by,
            self._mark,
            self._who,
            self._hint,
        ):
            line.flow.addWidget(widget)
        column.addWidget(line)
        self.segments.chosen.connect(self._on_chosen)
        self.seen.textChanged.connect(lambda _text: None if self.is_showing else self.edited.emit())
        self.seen.editingFinished.connect(self.left)
        self.by.textChanged.connect(self._on_named)
        self.by.editingFinished.connect(self.left)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show what was found."""
        answer = answers.get(self.field.name)
        found = answer if isinstance(answer, dict) else {}
        with self.showing():
            self.segments.set_value(as_text(found.get("state")) or Confirmation.NOT_YET)
            if self.seen.text() != as_text(found.get("seen")):
                self.seen.setText(as_text(found.get("seen")))
            self._by, self._on = as_text(found.get("by")), as_text(found.get("on"))
        self._show_name()
        self._refresh()

    def answers(self) -> Answers:
        """Return what was found, by what, by whom and when."""
        return {
            self.field.name: {
                "state": self.segments.value() or Confirmation.NOT_YET.value,
                "seen": self.seen.text(),
                "by": self._by,
                "on": self._on,
            }
        }

    def focus_widget(self, name: str = "") -> QWidget:
        """Return the segments."""
        return self.segments

    def _on_chosen(self, state: str) -> None:
        if state == Confirmation.NOT_YET:
            self._by = self._on = ""
        else:
            self._by = self._by.strip() or str(self.field.extra.get("name", ""))
            self._on = self._on or self.context.clock.today().isoformat()
        self._show_name()
        self._refresh()
        self.edited.emit()
        self.left.emit()

    def _on_named(self, name: str) -> None:
        if not self.is_showing:
            self._by = name
            self.edited.emit()

    def _show_name(self) -> None:
        """Show who it was; a name that is not known without asking is asked for."""
        self._asks_name = not self.field.extra.get("clerk") or not self._by.strip()
        with self.showing():
            if self.by.text() != self._by:
                self.by.setText(self._by)

    def _refresh(self) -> None:
        state = self.segments.value()
        found = state != Confirmation.NOT_YET
        self.seen.setVisible(found)
        self.by.setVisible(found and self._asks_name)
        met = state == Confirmation.CONFIRMED
        self.seen.setPlaceholderText(_("何で確認したか") if met else _("何で分かったか"))
        self._mark.setVisible(met)
        self._who.setVisible(found)
        dress(self._who, "done" if met else "muted")
        self._hint.setVisible(not found and bool(self.field.hint))
        day = as_day(self._on)
        parts = [self._by if self.by.isHidden() else "", format_date(day) if day is not None else ""]
        self._who.setText(" ・ ".join(part for part in parts if part))


def _gap(width: int) -> QWidget:
    gap = QWidget()
    gap.setFixedSize(width, 1)
    return gap
