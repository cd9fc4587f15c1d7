"""The engine of the wizards: steps, answers, problems. No Qt, no store.

A flow is declared as data: `Step`s with `Section`s of `Field`s. Answers are one flat, JSON-able dict, keyed
by the names of the fields, so that a draft of any flow can be kept as it is. What cannot be read as its kind
asks (a half-typed date) stays in the answers as typed: nothing is lost, and the problem beside it says so.

How each kind answers: text kinds and choices a str; `YEN` and `NUMBER` an int, `DATE` an ISO day (or the text
as typed, where it cannot be read; None while empty); `CHECK` a bool; other kinds what their editor makes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import parse_date
from kyodo_desktop.japanese.yen import parse_yen
from kyodo_desktop.records.proposals import Problem, Weight

Answers = dict[str, Any]
REASON_FOR = "_reason_for"
"""The answer that names the problems the written reason stands for."""
_SOME_DAY = date(2026, 4, 1)
"""A text that the editor could not read is read again only for the sentence that says why."""


class FieldKind(StrEnum):
    """The kinds of field every wizard can show; a flow's own kinds are plain words beside these."""

    TEXT = "text"
    MULTILINE = "multiline"
    KANA = "kana"
    PHONE = "phone"
    MAIL = "mail"
    YEN = "yen"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"
    CHOICE = "choice"
    SEGMENTS = "segments"
    CHECK = "check"
    COMPUTED = "computed"
    PARTNER = "partner"
    CONFIRMATION = "confirmation"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen: its key, its words, a muted detail."""

    key: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One row of a step.

    `kind` is a FieldKind or a flow's own word with an editor of its own. `parts` names further answers that
    the same row edits (the two days of a period); `hint` stands muted at the row's right, `good` there in
    green with its ✓ while nothing is wrong; `suffix` behind the field (円); `width` in px at 100 %; `lines`
    is the height of a text of several lines; `extra` is for the kind's editor. What a `patient` row still
    lacks is only told, not called wrong, while the cursor is in it.
    """

    name: str
    label: str
    kind: str = FieldKind.TEXT
    required: bool = False
    max_length: int | None = None
    hint: str = ""
    good: str = ""
    options: tuple[Option, ...] = ()
    suffix: str = ""
    width: int | None = None
    lines: int | None = None
    parts: tuple[str, ...] = ()
    patient: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The answers this row edits."""
        return (self.name, *self.parts)

    @property
    def shape(self) -> tuple[object, ...]:
        """What makes the row another one: while it stays the same, its editor can stay."""
        return (self.name, self.label, self.kind, self.options, self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one head: a bold title, a muted note."""

    title: str
    note: str = ""
    fields: tuple[Field, ...] = ()


Sections = tuple[Section, ...]


def _always(answers: Answers) -> bool:
    return True


def _nothing(answers: Answers, facts: Any) -> tuple[Problem, ...]:
    return ()


def _no_words(answers: Answers, facts: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a wizard.

    `sections` are fixed, or worked out of (answers, facts) each time something changes. `problems` are what
    the flow's rules say of the step (what a field's own kind says is added by the engine). `summary` is the
    small line of a step that is done, `unfinished` says what is open without being wrong: a step that was
    seen is done only when it is empty. `body` names a page of the flow's own in place of rows of fields.
    """

    key: str
    title: str
    sections: Sections | Callable[[Answers, Any], Sections] = ()
    applies: Callable[[Answers], bool] = _always
    problems: Callable[[Answers, Any], Sequence[Problem]] = _nothing
    summary: Callable[[Answers, Any], str] = _no_words
    unfinished: Callable[[Answers, Any], str] = _no_words
    body: str = ""


class StepState(StrEnum):
    """How a step stands in the column of steps."""

    TODO = "todo"
    HERE = "here"
    DONE = "done"
    PROBLEM = "problem"


class Flow:
    """Steps over answers. `facts` is what was looked up for the rules; the engine never looks anything up.

    `advice` says of a problem what is safe and what to do. `reason` names the answer that lets problems that
    need a reason pass, but only those it was written for: one that comes later waits until the reason is
    changed or confirmed for it. `breaches` looks for what may need one (else what stands on the steps).
    `in_hand` are the answers of the row the cursor is in.
    """

    def __init__(
        self,
        steps: Sequence[Step],
        answers: Answers | None = None,
        facts: Any = None,
        *,
        advice: Callable[[Problem], str] = lambda _problem: "",
        reason: str = "",
        breaches: Callable[[Answers, Any], Sequence[Problem]] | None = None,
    ) -> None:
        self.steps = tuple(steps)
        self.answers: Answers = {} if answers is None else answers
        self.facts = facts
        self.advice = advice
        self.reason = reason
        self._breaches = breaches
        self.in_hand: frozenset[str] = frozenset()

    # The way

    def path(self) -> tuple[Step, ...]:
        """Return the steps that apply to the answers, in their order."""
        return tuple(step for step in self.steps if step.applies(self.answers))

    def step(self, key: str) -> Step:
        """Return the step of a key (KeyError if there is none)."""
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)

    def position(self, key: str) -> int:
        """Return which step of the path it is, from 0; 0 if it does not apply any more."""
        keys = [step.key for step in self.path()]
        return keys.index(key) if key in keys else 0

    def next(self, key: str) -> Step | None:
        """Return the step after this one, None after the last."""
        path = self.path()
        at = self.position(key) + 1
        return path[at] if at < len(path) else None

    def previous(self, key: str) -> Step | None:
        """Return the step before this one, None before the first."""
        at = self.position(key) - 1
        return self.path()[at] if at >= 0 else None

    # What stands on a step

    def sections(self, key: str) -> Sections:
        """Return the sections of a step as the answers have them now."""
        sections = self.step(key).sections
        return sections(self.answers, self.facts) if callable(sections) else sections

    def fields(self, key: str) -> tuple[Field, ...]:
        """Return the fields of a step."""
        return tuple(one for section in self.sections(key) for one in section.fields)

    # What is wrong

    def problems(self, key: str) -> tuple[Problem, ...]:
        """Return what is wrong on a step: first what its fields cannot take, then what the rules say."""
        fields = self.fields(key)
        own = tuple(_field_problems(fields, self.answers))
        taken = {problem.field for problem in own}
        rules = self.step(key).problems(self.answers, self.facts)
        found = (*own, *(problem for problem in rules if problem.field not in taken or not problem.field))
        waiting = self.in_hand & {name for one in fields if one.patient for name in one.names}
        return tuple(_only_told(one) if one.field in waiting else one for one in found)

    def all_problems(self) -> tuple[Problem, ...]:
        """Return what is wrong on all steps, in their order."""
        return tuple(problem for step in self.path() for problem in self.problems(step.key))

    def weighty(self, key: str) -> tuple[Problem, ...]:
        """Return the problems of a step that are to be put right: no notices, none a reason lets pass."""
        return tuple(problem for problem in self.problems(key) if not self.is_light(problem))

    def is_light(self, problem: Problem) -> bool:
        """Tell whether a problem is only told, or is let pass by the reason that was written for it."""
        if problem.weight is Weight.NEEDS_REASON:
            return self.has_reason() and stands_for(self.answers, problem)
        return problem.weight is Weight.NOTICE

    def has_reason(self) -> bool:
        """Tell whether a reason was written for what needs one."""
        return bool(self.reason) and bool(str(self.answers.get(self.reason) or "").strip())

    def take_reason(self, names: frozenset[str] = frozenset()) -> None:
        """Let the reason stand for what is wrong with these answers as well; for everything without names.

        A reason that is taken back stands for nothing.
        """
        found: Sequence[Problem] = ()
        if self.has_reason():
            look = self._breaches
            found = look(self.answers, self.facts) if look is not None else self.all_problems()
        whole = not names or self.reason in names
        before = self.answers.get(REASON_FOR, ())
        self.answers[REASON_FOR] = [
            _mark(one)
            for one in found
            if one.weight is Weight.NEEDS_REASON and (whole or one.field in names or _mark(one) in before)
        ]

    def state(self, key: str, here: str, visited: Iterable[str]) -> StepState:
        """Return how a step stands; a step that was not seen yet is still to do, whatever it lacks."""
        if key == here:
            return StepState.HERE
        if key not in set(visited):
            return StepState.TODO
        if self.weighty(key):
            return StepState.PROBLEM
        return StepState.TODO if self.step(key).unfinished(self.answers, self.facts) else StepState.DONE

    def line(self, key: str, here: str, visited: Iterable[str]) -> str:
        """Return the small line under a step: what is open, else what was answered."""
        step = self.step(key)
        seen = key in set(visited)
        parts = []
        wrong = [p for p in self.weighty(key) if key != here or not is_empty(self.answers.get(p.field))]
        if (seen or key == here) and wrong:
            many = _("直す {n}つ").format(n=len(wrong))
            parts.append(wrong[0].text if len(wrong) == 1 and key != here else many)
        if seen or key == here:
            parts.append(step.unfinished(self.answers, self.facts))
        parts = [part for part in parts if part]
        return " ・ ".join(parts) or step.summary(self.answers, self.facts)


def stands_for(answers: Mapping[str, Any], problem: Problem) -> bool:
    """Tell whether the reason in the answers was written for a problem."""
    return REASON_FOR not in answers or _mark(problem) in answers[REASON_FOR]


def _mark(problem: Problem) -> str:
    return f"{problem.field} {problem.text}"


def is_empty(answer: Any) -> bool:
    """Tell whether an answer says nothing yet."""
    return answer is None or answer is False or (isinstance(answer, str) and not answer.strip())


def as_text(answer: Any) -> str:
    """Return a text answer, empty if there is none."""
    return "" if answer is None else str(answer)


def as_number(answer: Any) -> int | None:
    """Return an amount or a number; None while empty or not to be read."""
    return answer if isinstance(answer, int) and not isinstance(answer, bool) else None


def as_day(answer: Any) -> date | None:
    """Return a day; None while empty or not to be read."""
    try:
        return date.fromisoformat(answer) if isinstance(answer, str) else None
    except ValueError:
        return None


def _only_told(problem: Problem) -> Problem:
    return replace(problem, weight=Weight.NOTICE) if problem.weight is Weight.STOPS else problem


def _field_problems(fields: Iterable[Field], answers: Answers) -> Iterable[Problem]:
    for one in fields:
        answer = answers.get(one.name)
        if one.required and is_empty(answer):
            yield Problem(one.name, _("{label}が書かれていません。").format(label=one.label))
        if one.max_length is not None and len(as_text(answer)) > one.max_length:
            over = len(as_text(answer)) - one.max_length
            text = _("{label}は {most}字までです。{over}字 多くなっています。")
            yield Problem(one.name, text.format(label=one.label, most=one.max_length, over=over))
        for name in one.names:
            sentence = unreadable(one.kind, answers.get(name))
            if sentence:
                yield Problem(name, sentence)


def unreadable(kind: str, answer: Any) -> str:
    """Return why a typed answer cannot be read as its kind, empty if it can."""
    if not isinstance(answer, str) or not answer.strip():
        return ""
    try:
        if kind == FieldKind.YEN:
            parse_yen(answer)
        elif kind == FieldKind.NUMBER:
            return _("「{text}」は数として読めません。数字で書いてください。").format(text=answer)
        elif kind in (FieldKind.DATE, FieldKind.PERIOD) and as_day(answer) is None:
            parse_date(answer, _SOME_DAY)
    except InputError as error:
        return str(error)
    return ""
