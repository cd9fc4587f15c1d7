"""Where the clerk is on a flow, and what may be said of its steps there. No Qt."""

from collections.abc import Mapping
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.flows.engine import Flow, StepState, is_empty

StepLine = tuple[str, str, StepState, str]
"""Key, title, state and small line of a step."""


class Trail:
    """The step shown (`here`) and the steps seen; what a step lacks is told only once it was seen."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._visited: set[str] = set()
        self.here = flow.path()[0].key

    def leave(self) -> None:
        """Take note that the step shown was seen."""
        self._visited.add(self.here)

    def resume(self, place: Mapping[str, Any]) -> str:
        """Take up what `place()` returned and return the key of the step to show."""
        keys = [step.key for step in self._flow.path()]
        self._visited = {key for key in place.get("visited", ()) if key in keys}
        here = str(place.get("here", ""))
        return here if here in keys else keys[0]

    def place(self) -> dict[str, Any]:
        """Return the step shown and the steps seen, JSON-able."""
        return {"here": self.here, "visited": sorted(self._visited)}

    @property
    def is_seen(self) -> bool:
        """Whether the step shown was seen before."""
        return self.here in self._visited

    @property
    def is_first(self) -> bool:
        """Whether no step comes before the one shown."""
        return self._flow.position(self.here) == 0

    @property
    def is_last(self) -> bool:
        """Whether no step comes after the one shown."""
        return self._flow.next(self.here) is None

    def lines(self) -> list[StepLine]:
        """Return how each step of the path stands."""
        flow, here, visited = self._flow, self.here, self._visited
        return [
            (step.key, step.title, flow.state(step.key, here, visited), flow.line(step.key, here, visited))
            for step in flow.path()
        ]

    def count_words(self) -> str:
        """Return in words which of how many steps is shown."""
        at = self._flow.position(self.here) + 1
        return _("{all}つのうち {at}つ目").format(all=len(self._flow.path()), at=at)

    def problem_words(self) -> str:
        """Return in words how much is to be put right, here and on the steps that were seen."""
        parts = []
        here = [
            problem
            for problem in self._flow.weighty(self.here)
            if self.is_seen or not is_empty(self._flow.answers.get(problem.field))
        ]
        if here:
            parts.append(_("この頁に {n}つ").format(n=len(here)))
        for step in self._flow.path():
            if step.key != self.here and step.key in self._visited:
                wrong = len(self._flow.weighty(step.key))
                if wrong:
                    parts.append(_("{step}に {n}つ").format(step=step.title, n=wrong))
        return _("{places} 直すところがあります").format(places=_("、").join(parts)) if parts else ""
