"""What stands on a step's page: its words and points, and what only that step has."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms import guide_text
from kyodo_desktop.records.guides import (
    GuideDraft,
    GuidePoint,
    GuideRecord,
    GuideStep,
    GuideText,
    asks_for_paper,
    former_notes,
)
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.guide.choices import FormChoice, SuitabilityChoice
from kyodo_desktop.ui.guide.partner_box import PartnerBox
from kyodo_desktop.ui.guide.step_body import PointLine, StepBody, Take
from kyodo_desktop.ui.guide.written import WrittenBox
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.labels import make_label

_PAPER_STEPS = ("form", "effectiveness")
"""Where an agreement or a contract is asked for: when 委託 is chosen, and when the plan is settled."""


class StepParts:
    """Makes the page of a step, and keeps what is typed on it."""

    def __init__(
        self,
        context: UiContext,
        save: Callable[[GuideDraft], object],
        take: Take,
    ) -> None:
        self._context, self._save, self._take = context, save, take
        self._body: StepBody | None = None
        self._written: WrittenBox | None = None
        self._draft: GuideDraft | None = None

    def make_step(
        self,
        text: GuideText,
        step: GuideStep,
        draft: GuideDraft,
        record: GuideRecord | None,
        ways: Sequence[QWidget],
        answers: dict[str, str],
        note_down: Callable[[], object],
    ) -> StepBody:
        """Return the page of a step."""
        self._draft, self._written = draft, None
        between: list[QWidget] = []
        if step.key == "possibility":
            kinds = SuitabilityChoice(self._context.theme, text, draft.suitability)
            kinds.chosen.connect(lambda key: self._change(suitability=key))
            between.append(kinds)
        if step.key == "form":
            between.append(self._make_forms(text, draft, answers))
        if step.key == "partner":
            name = record.partner_name if record is not None else self._partner_name(draft)
            partner = PartnerBox(self._context, name, note_down)
            partner.chosen.connect(lambda partner_id: self._change(partner_id=partner_id))
            between.append(partner)
        if step.key in _PAPER_STEPS:
            between.append(self._make_written(text, draft, record))
        lead = text.lead if step.number == 1 else ""
        body = StepBody(
            self._context.theme, step, _lines(text, step, record), self._take, between, ways, lead=lead
        )
        self._body = body
        return body

    def make_history(self, record: GuideRecord | None) -> QWidget:
        """Return what was done to the project, the newest first."""
        self._body = self._written = None
        theme = self._context.theme
        page = QWidget()
        column = QVBoxLayout(page)
        theme.space(column, 4, (24, 12, 24, 16))
        column.addWidget(make_label(_("履歴"), "title"))
        history = self._context.services.history.of("guide", record.id) if record is not None else ()
        for row in make_history_rows(theme, history):
            column.addWidget(row)
        column.addStretch(1)
        return page

    def keep(self) -> bool:
        """Keep what is typed and not kept yet, and tell whether all of it could be taken."""
        parts = (self._body, self._written)
        kept = [part.keep() for part in parts if part is not None]
        return all(kept)

    def know(self, record: GuideRecord) -> None:
        """Take up what was kept: who noted a point, and whether a paper is asked for now."""
        self._draft = record.draft
        if self._body is not None:
            for row in self._body.rows.values():
                row.show_note(record.note(row.step, row.point))
        if self._written is not None:
            text = self._context.services.guides.text(record.draft.fiscal_year)
            self._written.setVisible(asks_for_paper(text, record.draft) or record.is_written)

    def focus_first(self) -> None:
        """Put the cursor on the first point."""
        if self._body is not None and self._body.rows:
            next(iter(self._body.rows.values())).state.setFocus()

    def _make_forms(self, text: GuideText, draft: GuideDraft, answers: dict[str, str]) -> FormChoice:
        forms = FormChoice(self._context.theme, text, draft, answers)
        forms.zone_chosen.connect(lambda key: self._change(zone=key))
        forms.form_chosen.connect(lambda key: self._change(collaboration_form=key))
        return forms

    def _make_written(self, text: GuideText, draft: GuideDraft, record: GuideRecord | None) -> WrittenBox:
        point = text.point("form", "commission")
        quote = point.text if point is not None else ""
        self._written = WrittenBox(self._context.theme, quote, record, self._take)
        self._written.setVisible(asks_for_paper(text, draft) or (record is not None and record.is_written))
        return self._written

    def _change(self, **what: object) -> None:
        if self._draft is not None:
            self._draft = replace(self._draft, **what)  # type: ignore[arg-type]
            self._save(self._draft)

    def _partner_name(self, draft: GuideDraft) -> str:
        if draft.partner_id is None:
            return ""
        return self._context.services.partners.get(draft.partner_id).name


def _lines(text: GuideText, step: GuideStep, record: GuideRecord | None) -> list[PointLine]:
    lines = [
        PointLine(step.key, point, record.note(step.key, point.key) if record is not None else None)
        for point in step.points
    ]
    for note in former_notes(text, record, step.key) if record is not None else ():
        point = guide_text.former_point(note.step, note.point) or GuidePoint(note.point, note.point, "")
        lines.append(PointLine(note.step, point, note, former=True))
    return lines
