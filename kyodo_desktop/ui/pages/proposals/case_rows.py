"""A case in the detail of its proposal: where it stands, its stages one below the other, what is due."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.cases import (
    ADOPTED_PENDING_BUDGET,
    CaseBrief,
    CaseEnd,
    CaseRecord,
    CaseStage,
)
from kyodo_desktop.ui.pages.proposals.cases.view import STORY
from kyodo_desktop.ui.pages.proposals.cases.wording import days_words, stage_below
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.pill import TAG, Pill
from kyodo_desktop.ui.widgets.tags import Tag

_SIGN = 20
_DONE, _HERE, _COMING = "✓", "●", "○"


def standing_tone(case: CaseBrief | CaseRecord) -> Tone | None:
    """Return the meaning of how a case stands: only what is over is 済, and the council's vote is awaited."""
    if case.state == _(ADOPTED_PENDING_BUDGET):
        return Tone.DUE
    return Tone.DONE if case.stage == CaseEnd.FINISHED else None


def make_case_tags(theme: Theme, case: CaseRecord) -> list[QWidget]:
    """Return how a case stands, and for how long."""
    tone = standing_tone(case)
    tags: list[QWidget] = [Pill(theme, case.state, TAG) if tone is None else Tag(theme, tone, case.state)]
    days = days_words(case)
    if days:
        tags.append(make_label(days, "muted"))
    return tags


def due_words(case: CaseRecord) -> str:
    """Return what is awaited next, and until when."""
    return f"{format_date(case.due_on)}　{case.due_words}" if case.due_on is not None else ""


def told_stages(case: CaseRecord) -> tuple[CaseStage, ...]:
    """Return the stages of the time-line; of a case that is over only the passed ones, and how it ended."""
    if not case.ended:
        return case.stages
    passed = (one for one in case.stages if one.entered_on is not None)
    return (*passed, CaseStage(STORY, case.state, entered_on=case.since, is_now=True))


def make_stage_row(
    theme: Theme, case: CaseRecord, stage: CaseStage, open_at: Callable[[str | None], object]
) -> QWidget:
    """Return one stage of the time-line: a sign, its name as the way to it, its day."""
    passed = stage.entered_on is not None
    sign = _HERE if stage.is_now else _DONE if passed else _COMING
    row = QWidget()
    line = QHBoxLayout(row)
    theme.space(line, 4)
    mark = make_label(sign, "body" if passed or stage.is_now else "muted")
    mark.setFixedWidth(theme.px(_SIGN))
    line.addWidget(mark)
    line.addWidget(make_button(theme, stage.label, partial(open_at, stage.key), kind="link"))
    line.addStretch(1)
    below = format_date(case.since) if stage.key == STORY and case.since else stage_below(case, stage)
    line.addWidget(make_label(below, "caption"))
    row.setMinimumHeight(theme.px(28))
    return row
