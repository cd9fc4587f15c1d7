"""Writing an act of a case: the fields of its kind, by the same editors as a paper's."""

from collections.abc import Mapping
from typing import Any

from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import is_empty
from kyodo_desktop.programmes.act_kind import ActKind
from kyodo_desktop.records.cases import ActRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.shared.answers import Answers
from kyodo_desktop.ui.pages.shared.declared_fields import STEP, answers_of, make_flow, values_of
from kyodo_desktop.ui.pages.shared.rows_editor import EDITORS
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm
from kyodo_desktop.ui.wizard.fields_body import FieldsBody

ACT = "case_act"
"""Under what the draft of an act that is mended is kept."""


def new_target(kind: str, proposal_id: int) -> FormTarget:
    """Return under what the draft of a new act is kept."""
    return FormTarget(f"{ACT}_{kind}", proposal_id)


class ActForm(InPlaceForm):
    """An act of a case: a new one, or one that is mended."""

    def __init__(
        self,
        context: UiContext,
        proposal_id: int,
        kind: ActKind,
        act: ActRecord | None,
        first: Mapping[str, Any],
    ) -> None:
        target = new_target(kind.key, proposal_id) if act is None else FormTarget(ACT, act.id)
        label = _(kind.label)
        title = (
            _("「{act}」を記録").format(act=label) if act is None else _("「{act}」を直す").format(act=label)
        )
        super().__init__(context, target, title)
        self._proposal_id, self._kind, self._act = proposal_id, kind, act
        self._flow = make_flow(title, kind.fields, "")
        self.body = FieldsBody(context, self._flow, self._flow.step(STEP), EDITORS)
        self.body.edited.connect(self._on_body_edited)
        self.body.left.connect(self._on_left)
        self.rows.hide()
        self.column.insertWidget(1, self.body)
        known = answers_of(kind.fields, first)
        self.begin({name: answer for name, answer in known.items() if not _says_nothing(answer)})

    def fill(self, answers: Answers) -> None:
        """Show answers in the fields."""
        self._flow.answers.clear()
        self._flow.answers.update(answers)
        self.body.show_answers()
        self.body.refresh(revealed=False)

    def answers(self) -> Answers:
        """Return what stands in the fields; an empty one only where something stood before, for the draft."""
        return {
            name: answer
            for name, answer in self.body.answers().items()
            if name in self._first or not _says_nothing(answer)
        }

    def write(self) -> str:
        """Save the act."""
        self._flow.answers.update(self.body.answers())
        self.body.settle()
        self.body.refresh(revealed=True)
        problems = self._flow.problems(STEP)
        if problems:
            raise InputError(problems[0].text, problems[0].field)
        values = values_of(self._kind.fields, self._flow.answers)
        cases = self.context.services.cases
        if self._act is None:
            cases.record(self._proposal_id, self._kind.key, values)
        else:
            cases.amend(self._act.id, values)
        return _("「{act}」を保存しました").format(act=_(self._kind.label))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        widget = self.body.focus_widget()
        if widget is not None:
            widget.setFocus()

    def show_problem(self, error: KyodoError) -> None:
        """Say what is wrong, and go to the field."""
        name = error.field if isinstance(error, InputError) else ""
        widget = self.body.focus_widget(name) if name else None
        if widget is not None:
            widget.setFocus()
        self.context.report(error)

    def _on_body_edited(self) -> None:
        self._flow.answers.update(self.body.answers())
        self.body.refresh(revealed=False)
        self.on_edited()

    def _on_left(self) -> None:
        self._flow.answers.update(self.body.answers())
        self.body.refresh(revealed=False)


def _says_nothing(answer: object) -> bool:
    return is_empty(answer) or answer == []
