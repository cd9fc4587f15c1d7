"""Writing a theme."""

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.rounds import (
    THEME_KIND_LABELS,
    THEME_ORIGIN_LABELS,
    RoundDetail,
    Theme,
    ThemeDraft,
    ThemeKind,
    ThemeOrigin,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit, JapaneseTextEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm
from kyodo_desktop.ui.widgets.many_choice import ManyChoice
from kyodo_desktop.ui.widgets.segments import Segments

THEME, NEW_THEME = "theme", "theme_new"
"""Under what the draft of a theme is kept, and that of a round's new one."""
_TEXT_HEIGHT = 98


class ThemeForm(InPlaceForm):
    """A theme of a round: a new one, or one that is mended."""

    def __init__(self, context: UiContext, detail: RoundDetail, theme: Theme | None = None) -> None:
        target = FormTarget(NEW_THEME, detail.id) if theme is None else FormTarget(THEME, theme.id)
        super().__init__(context, target, _("新しいテーマ") if theme is None else theme.draft.title)
        self._round_id, self._record = detail.id, theme
        look = context.theme
        first = theme.draft if theme is not None else ThemeDraft("", kind=detail.theme_kinds[0])
        kinds = [kind for kind in ThemeKind if kind in {*detail.theme_kinds, first.kind}]
        self.kind = Segments(look, [(one.value, _(THEME_KIND_LABELS[one])) for one in kinds], _("種類"))
        self.line = JapaneseLineEdit(_("名称"))
        self.text = JapaneseTextEdit(_("くわしく"))
        self.text.setFixedHeight(look.px(_TEXT_HEIGHT))
        names = list(dict.fromkeys((*context.services.rounds.departments(), *first.departments)))
        self.departments = ManyChoice(look, _("課"), [(name, name, name) for name in names])
        self.other = JapaneseLineEdit(_("一覧にない課"))
        self.other.setPlaceholderText(_("例 〇〇課、△△課"))
        origins = [(one.value, _(label)) for one, label in THEME_ORIGIN_LABELS.items()]
        self.origin = Segments(look, origins, _("新規・既存"))
        self._lay_out(
            has_kinds=len(kinds) > 1,
            has_origin=detail.asks_origin or first.origin is not ThemeOrigin.UNSET,
        )
        self.begin(_answers_of(first))

    def focus_first(self) -> None:
        """Begin with the title."""
        self.line.setFocus()

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self.kind.set_value(answers["kind"])
        self.line.setText(answers["title"])
        self.text.setPlainText(answers["text"])
        self.departments.set_value(answers["departments"])
        self.other.setText(answers["other"])
        self.origin.set_value(answers["origin"])

    def answers(self) -> Answers:
        """Return what stands in the fields."""
        return {
            "kind": self.kind.value(),
            "title": self.line.text(),
            "text": self.text.text(),
            "departments": list(self.departments.value()),
            "other": self.other.text(),
            "origin": self.origin.value(),
        }

    def write(self) -> str:
        """Save the theme."""
        draft = ThemeDraft(
            self.line.text(),
            text=self.text.text(),
            kind=ThemeKind(self.kind.value()),
            departments=(*self.departments.value(), *_names(self.other.text())),
            origin=ThemeOrigin(self.origin.value()),
        )
        rounds = self.context.services.rounds
        if self._record is None:
            rounds.add_theme(self._round_id, draft)
        else:
            rounds.edit_theme(self._record.id, draft)
        return _("テーマを保存しました: {title}").format(title=draft.title.strip())

    def _lay_out(self, *, has_kinds: bool, has_origin: bool) -> None:
        rows: Iterable[tuple[str, str, QWidget, bool]] = (
            (_("種類"), "kind", self._at_the_left(self.kind), has_kinds),
            (_("名称"), "title", self.line, True),
            (_("くわしく"), "text", self.text, True),
            (_("どの課が"), "departments", self.departments, True),
            (_("一覧にない課"), "other", self.other, True),
            (_("新規・既存"), "origin", self._at_the_left(self.origin), has_origin),
        )
        for label, name, field, is_there in rows:
            if is_there:
                self.put(label, name, field)
            else:
                field.setParent(self)
                field.hide()
        for line in (self.line, self.other):
            line.textChanged.connect(self.on_edited)
        self.text.textChanged.connect(self.on_edited)
        self.departments.changed.connect(self.on_edited)
        for segments in (self.kind, self.origin):
            segments.chosen.connect(self.on_edited)

    def _at_the_left(self, field: QWidget) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        self.context.theme.space(line, 0, (0, 2, 0, 2))
        line.addWidget(field)
        line.addStretch(1)
        holder.setFocusProxy(field)
        return holder


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in re.split("[、,，]", text) if (name := part.strip()))


def _answers_of(draft: ThemeDraft) -> Answers:
    return {
        "kind": draft.kind.value,
        "title": draft.title,
        "text": draft.text,
        "departments": list(draft.departments),
        "other": "",
        "origin": draft.origin.value,
    }
