"""The fields of a paper to be typed in, filled in from a record as far as that knows them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Answers, Flow, is_empty
from kyodo_desktop.records.forms import FORM_GROUP_LABELS, FormField, FormFieldKind, FormInfo
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.phrase_picker import PhraseButton
from kyodo_desktop.ui.pages.papers.record_chooser import RecordChooser
from kyodo_desktop.ui.pages.shared.declared_fields import STEP, make_flow, same, values_of
from kyodo_desktop.ui.pages.shared.rows_editor import EDITORS
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.wizard.fields_body import FieldsBody

_EDGE = 24
_REST_MS = 1000


class FillPane(QFrame):
    """A head with the paper and its record, below it the fields.

    `edited` follows each change by a person, `rested` a second after the last one; `record_changed` carries
    the owner that was chosen, `emptied` asks for a paper without what is typed, `draft_asked` for what is
    written of the same paper for another owner.
    """

    edited = Signal()
    rested = Signal()
    record_changed = Signal(object)
    emptied = Signal()
    draft_asked = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self.setProperty("ground", "surface")
        self.fields: Sequence[FormField] = ()
        self.typed: set[str] = set()
        self._flow: Flow | None = None
        self.body: FieldsBody | None = None
        self._revealed = False
        self._group = make_label("", "caption")
        self.title = make_label("", "title", wrap=True)
        self.records = RecordChooser(context)
        self._form_key = ""
        self.phrases = PhraseButton(context, self, lambda: self._form_key, self.values)
        self.empty = make_button(theme, _("書いたことを消す"), self.emptied.emit, kind="link", icon="x")
        self.others = make_button(theme, "", self._on_others, kind="link", icon="pencil")
        self.others.hide()
        self._other_drafts: Sequence[SheetOwner | None] = ()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(_("紙に書くこと"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._lay_out()
        self.records.changed.connect(self.record_changed)

    def show_form(
        self,
        info: FormInfo,
        fields: Sequence[FormField],
        answers: Mapping[str, Any],
        owner: SheetOwner | None,
        typed: set[str],
    ) -> None:
        """Show a paper's fields with these answers; `typed` names those that a person has written."""
        self._rest.stop()
        self.fields, self.typed, self._revealed = fields, set(typed), False
        self._form_key = info.key
        self.phrases.setVisible(any(_has_sentences(field) for field in fields))
        self._group.setText(_(FORM_GROUP_LABELS[info.group]))
        self.title.setText(info.title)
        self.records.show_owner(info.record_kind, owner)
        self._flow = make_flow(info.title, fields, _("紙に書くこと"))
        self._flow.answers.update(answers)
        self.body = FieldsBody(self._context, self._flow, self._flow.step(STEP), EDITORS)
        self.body.edited.connect(self._on_edited)
        self.body.left.connect(self._on_left)
        self.body.show_answers()
        self.body.refresh(revealed=False)
        self._scroll.setWidget(self.body)
        self._show_empty()

    def offer_others(self, owners: Sequence[SheetOwner | None]) -> None:
        """Offer the papers of this kind that are being written for other records, one after the other."""
        self._other_drafts = owners
        self.others.setText(_("ほかの書きかけ {n}").format(n=len(owners)))
        self.others.setVisible(bool(owners))

    def answers(self) -> Answers:
        """Return what stands in the fields, half-typed as well."""
        return dict(self.body.answers()) if self.body is not None else {}

    def values(self) -> dict[str, Any]:
        """Return what of that the paper can show."""
        return values_of(self.fields, self.answers())

    def problems(self) -> list[str]:
        """Return in words what is wrong with what is typed; what is empty is not wrong yet."""
        if self._flow is None:
            return []
        self._take()
        answers = self._flow.answers
        return [one.text for one in self._flow.problems(STEP) if not is_empty(answers.get(one.field))]

    def show_missing(self, name: str = "") -> None:
        """Say beside the fields what is missing, and go to a field (the first one that lacks something)."""
        if self._flow is None or self.body is None:
            return
        self._revealed = True
        self.body.settle()
        self.body.refresh(revealed=True)
        found = [one.field for one in self._flow.problems(STEP)]
        at = name or (found[0] if found else "")
        widget = self.body.focus_widget(at) if at else None
        if widget is not None:
            widget.setFocus()
            self._scroll.ensureWidgetVisible(self.body.part_around(widget))

    def take_focus(self) -> None:
        """Put the cursor where one begins: to find the record, else into the first field."""
        if not self.records.picker.isHidden():
            self.records.picker.box.setFocus()
        elif self.body is not None:
            widget = self.body.focus_widget()
            if widget is not None:
                widget.setFocus()

    def _take(self) -> None:
        if self._flow is None or self.body is None:
            return
        for name, answer in self.body.answers().items():
            if not same(self._flow.answers.get(name), answer):
                self._flow.answers[name] = answer
                self.typed.add(name)

    def _on_edited(self) -> None:
        self._take()
        if self.body is not None:
            self.body.refresh(revealed=self._revealed)
        self._show_empty()
        self._rest.start()
        self.edited.emit()

    def _on_left(self) -> None:
        """Take what a field put into form when it was left: that is no change by a person."""
        if self._flow is None or self.body is None:
            return
        before = dict(self._flow.answers)
        self._flow.answers.update(self.body.answers())
        self.body.refresh(revealed=self._revealed)
        if before != self._flow.answers:
            self._rest.start()
            self.edited.emit()

    def _on_rested(self) -> None:
        if self.body is not None:
            self.body.settle()
            self.body.refresh(revealed=self._revealed)
        self.rested.emit()

    def _on_others(self) -> None:
        if self._other_drafts:
            self.draft_asked.emit(self._other_drafts[0])

    def _show_empty(self) -> None:
        self.empty.setVisible(bool(self.typed))

    def _lay_out(self) -> None:
        theme = self._context.theme
        head = make_frame("surface")
        inside = QVBoxLayout(head)
        theme.space(inside, 4, (_EDGE, 12, _EDGE, 12))
        first = FlowBar(theme.px(24), theme.px(4))
        first.setProperty("ground", "surface")
        theme.space(first.flow, 16)
        for part in (self._group, self.phrases, self.empty, self.others):
            first.flow.addWidget(part)
        inside.addWidget(first)
        inside.addWidget(self.title)
        inside.addSpacing(theme.px(4))
        inside.addWidget(self.records)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(head)
        outer.addWidget(make_line())
        outer.addWidget(self._scroll, 1)


def _has_sentences(field: FormField) -> bool:
    return field.kind is FormFieldKind.MULTILINE or any(map(_has_sentences, field.columns))
