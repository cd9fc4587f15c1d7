"""What edits a field: one table from the kind of a field to its editor.

A flow with a kind of its own gives the wizard a table of its own beside this one:
`Wizard(..., editors={"marks": MarksEditor})`, where an entry is called with (context, field) and returns a
`FieldEditor`.
"""

from collections.abc import Callable, Mapping

from kyodo_desktop.flows.engine import Field, FieldKind
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.wizard.confirmation import ConfirmationEditor
from kyodo_desktop.ui.wizard.date_editors import DateEditor, PeriodEditor
from kyodo_desktop.ui.wizard.field_editor import FieldEditor
from kyodo_desktop.ui.wizard.number_editors import ComputedEditor, CopiesEditor, NumberEditor, YenEditor
from kyodo_desktop.ui.wizard.partner_editor import PartnerEditor
from kyodo_desktop.ui.wizard.text_editors import (
    CheckEditor,
    ChoiceEditor,
    KanaEditor,
    MailEditor,
    MultilineEditor,
    PhoneEditor,
    SegmentsEditor,
    TextEditor,
)

EditorMaker = Callable[[UiContext, Field], FieldEditor]

EDITORS: Mapping[str, EditorMaker] = {
    FieldKind.TEXT: TextEditor,
    FieldKind.MULTILINE: MultilineEditor,
    FieldKind.KANA: KanaEditor,
    FieldKind.PHONE: PhoneEditor,
    FieldKind.MAIL: MailEditor,
    FieldKind.YEN: YenEditor,
    FieldKind.NUMBER: NumberEditor,
    FieldKind.DATE: DateEditor,
    FieldKind.PERIOD: PeriodEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.SEGMENTS: SegmentsEditor,
    FieldKind.CHECK: CheckEditor,
    FieldKind.COMPUTED: ComputedEditor,
    FieldKind.PARTNER: PartnerEditor,
    FieldKind.CONFIRMATION: ConfirmationEditor,
    FieldKind.COPIES: CopiesEditor,
}


def make_editor(context: UiContext, field: Field, own: Mapping[str, EditorMaker]) -> FieldEditor:
    """Return the editor of a field: the flow's own for its kind, else the house's."""
    maker = own.get(field.kind) or EDITORS[field.kind]
    return maker(context, field)
