"""六つの手順 (handbook 実践編 1): its words, and one project taken through them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kyodo_desktop.base.i18n import N_, _

Answers = Mapping[str, str]
"""The key of the option chosen for each question of the 形態 helper that was answered."""


class NoteState(StrEnum):
    """How far a point of a step is (words of ours, not the handbook's)."""

    SEEN = "seen"
    TALK = "talk"
    NOT_YET = "not_yet"


NOTE_STATE_LABELS: dict[NoteState, str] = {
    NoteState.SEEN: N_("確認した"),
    NoteState.TALK: N_("話し合い中"),
    NoteState.NOT_YET: N_("これから"),
}


@dataclass(frozen=True, slots=True)
class GuidePoint:
    """One thing to look at in a step. `key` is stable."""

    key: str
    heading: str
    text: str
    drawn: bool = False
    """It stands in no table of the handbook: ours, made of a sentence of the step."""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One of the six steps; `heads` are the heads of its table, `aside` is the box below it."""

    key: str
    number: int
    title: str
    subtitle: str
    text: str
    points: tuple[GuidePoint, ...]
    heads: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """What the program has for it, by name."""


@dataclass(frozen=True, slots=True)
class Suitability:
    """One of the five kinds of project that 協働 suits."""

    key: str
    title: str
    effect: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """One of the five 領域, from the citizens' own to the city's own and the 形態 in it."""

    key: str
    title: str
    text: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideForm:
    """One 形態, and whether it asks for a paper both sides sign."""

    key: str
    title: str
    text: str
    written: bool = False


@dataclass(frozen=True, slots=True)
class HelperOption:
    """One answer: which 形態 go with it, each with the handbook's words why (or none)."""

    key: str
    text: str
    quotes: Mapping[str, str]
    zone: str = ""


@dataclass(frozen=True, slots=True)
class HelperQuestion:
    """One question of the 形態 helper (words of ours)."""

    key: str
    text: str
    options: tuple[HelperOption, ...]


@dataclass(frozen=True, slots=True)
class ChartHeads:
    """What stands above the figure of the five 領域."""

    wide: str
    narrow: str
    citizens: str
    shared: str
    city: str


@dataclass(frozen=True, slots=True)
class GuideText:
    """The handbook's words of the six steps, one version (a data file)."""

    version: int
    title: str
    lead: str
    about_forms: str
    about_suitabilities: str
    suitability_heads: tuple[str, ...]
    suitability_aside: tuple[str, ...]
    chart: ChartHeads
    steps: tuple[GuideStep, ...]
    suitabilities: tuple[Suitability, ...]
    zones: tuple[Zone, ...]
    forms: tuple[GuideForm, ...]
    questions: tuple[HelperQuestion, ...]

    def step(self, key: str) -> GuideStep | None:
        """Return the step of that key."""
        return next((one for one in self.steps if one.key == key), None)

    def form(self, key: str) -> GuideForm | None:
        """Return the 形態 of that key."""
        return next((one for one in self.forms if one.key == key), None)

    def point(self, step: str, key: str) -> GuidePoint | None:
        """Return the point of that key in a step."""
        found = self.step(step)
        return next((one for one in found.points if one.key == key), None) if found is not None else None


@dataclass(frozen=True, slots=True)
class Misfit:
    """An answer that does not go with a 形態, and the handbook's words of what that 形態 is instead."""

    answer: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormAdvice:
    """Whether a 形態 goes with every answer given: the handbook's words why, the answers that do not fit."""

    form: GuideForm
    quotes: tuple[str, ...]
    against: tuple[Misfit, ...]

    @property
    def fits(self) -> bool:
        """Tell whether no answer speaks against it."""
        return not self.against


def advise(text: GuideText, answers: Answers) -> tuple[FormAdvice, ...]:
    """Return every 形態 in the handbook's order with what the answers say of it; nothing is counted."""
    given = tuple(
        (question, option)
        for question in text.questions
        for option in question.options
        if answers.get(question.key) == option.key
    )
    return tuple(
        FormAdvice(
            form,
            tuple(dict.fromkeys(quote for _q, one in given if (quote := one.quotes.get(form.key)))),
            tuple(
                Misfit(one.text, _instead(question, form))
                for question, one in given
                if form.key not in one.quotes
            ),
        )
        for form in text.forms
    )


def _instead(question: HelperQuestion, form: GuideForm) -> tuple[str, ...]:
    quotes = (option.quotes.get(form.key, "") for option in question.options)
    return tuple(dict.fromkeys(quote for quote in quotes if quote))


def zone_of(text: GuideText, answers: Answers) -> str:
    """Return the 領域 that the answers name, or nothing."""
    for question in text.questions:
        for option in question.options:
            if option.zone and answers.get(question.key) == option.key:
                return option.zone
    return ""


@dataclass(frozen=True, slots=True)
class GuideNote:
    """What was found of one point of one step."""

    step: str
    point: str
    state: NoteState | None = None
    words: str = ""
    noted_on: date | None = None
    by: str = ""


WRITTEN = ("form", "written")
"""Step and key of the note that the agreement or contract is there; it is no point of the handbook."""


@dataclass(frozen=True, slots=True)
class GuideDraft:
    """What is kept of a project's way through the steps, without its notes."""

    fiscal_year: int
    title: str
    proposal_id: int | None = None
    collaboration_id: int | None = None
    partner_id: int | None = None
    department: str = ""
    suitability: str = ""
    zone: str = ""
    collaboration_form: str = ""


@dataclass(frozen=True, slots=True)
class GuideRecord:
    """One project's way through the six steps."""

    id: int
    draft: GuideDraft
    partner_name: str = ""
    notes: tuple[GuideNote, ...] = ()
    updated_at: datetime | None = None
    deleted: bool = False
    paper_missing: bool = False
    """An agreement or a contract is asked for and not said to be there."""

    def note(self, step: str, point: str) -> GuideNote | None:
        """Return what was noted of a point."""
        return next((one for one in self.notes if one.step == step and one.point == point), None)

    @property
    def is_written(self) -> bool:
        """Tell whether the agreement or contract was said to be there."""
        note = self.note(*WRITTEN)
        return note is not None and note.state is NoteState.SEEN

    @property
    def written_words(self) -> str:
        """Return which paper that is, as it was written."""
        note = self.note(*WRITTEN)
        return note.words if note is not None else ""


def former_notes(text: GuideText, record: GuideRecord, step: str) -> tuple[GuideNote, ...]:
    """Return the notes of a step whose points this version lacks; those of no step come last."""
    last = text.steps[-1].key if text.steps else ""
    return tuple(
        one
        for one in record.notes
        if (one.step, one.point) != WRITTEN
        and text.point(one.step, one.point) is None
        and (one.step == step or (step == last and text.step(one.step) is None))
    )


def all_seen(step: GuideStep, record: GuideRecord) -> bool:
    """Tell whether every point of a step was looked at."""
    notes = [record.note(step.key, point.key) for point in step.points]
    return all(note is not None and note.state is NoteState.SEEN for note in notes)


def noted_words(text: GuideText, record: GuideRecord, step: str) -> str:
    """Return what was noted of a step in lines, to be kept elsewhere; empty if nothing was."""
    found = text.step(step)
    lines = []
    for point in found.points if found is not None else ():
        note = record.note(step, point.key)
        if note is not None and note.words:
            lines.append(_("{heading}: {words}").format(heading=point.heading, words=note.words))
    if not lines or found is None:
        return ""
    head = _("六つの手順（{step}）{title}").format(step=found.title, title=record.draft.title)
    return "\n".join((head, *lines))


def asks_for_paper(text: GuideText, draft: GuideDraft) -> bool:
    """Tell whether an agreement or a contract is asked for: 委託 outside the programmes."""
    chosen = text.form(draft.collaboration_form)
    return chosen is not None and chosen.written and draft.proposal_id is None
