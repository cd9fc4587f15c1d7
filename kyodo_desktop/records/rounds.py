"""募集回: one programme in one fiscal year, with its calendar, themes, meetings and briefings (実践編２)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from kyodo_desktop.base.i18n import N_


class StageLevel(StrEnum):
    """Whose a stage is: the round's, each proposal's; or its date the round's, its result the proposal's."""

    ROUND = "round"
    PROPOSAL = "proposal"
    BOTH = "both"


class ThemeKind(StrEnum):
    """What the city asks for."""

    THEME = "theme"
    PROBLEM = "problem"
    PROJECT = "project"


THEME_KIND_LABELS: dict[ThemeKind, str] = {
    ThemeKind.THEME: N_("事業テーマ"),
    ThemeKind.PROBLEM: N_("地域課題"),
    ThemeKind.PROJECT: N_("提示事業"),
}


class ThemeOrigin(StrEnum):
    """Whether the city does it already; `unset` where the programme does not ask."""

    UNSET = ""
    NEW = "new"
    EXISTING = "existing"


THEME_ORIGIN_LABELS: dict[ThemeOrigin, str] = {
    ThemeOrigin.UNSET: N_("未記入"),
    ThemeOrigin.NEW: N_("新規事業"),
    ThemeOrigin.EXISTING: N_("既存事業"),
}


class ThemeDecision(StrEnum):
    """What was decided on a theme."""

    CANDIDATE = "candidate"
    CHOSEN = "chosen"
    REFUSED = "refused"


THEME_DECISION_LABELS: dict[ThemeDecision, str] = {
    ThemeDecision.CANDIDATE: N_("候補"),
    ThemeDecision.CHOSEN: N_("提示する"),
    ThemeDecision.REFUSED: N_("提示しない"),
}


@dataclass(frozen=True, slots=True)
class RoundDate:
    """One stage of a round with its dates.

    `moved`: a person set the dates. `due`: the end is a 締切; `proposed_end` is the open day proposed where a
    due end lies on a day the city hall is closed. `closed_end` tells of any end on such a day.
    `provisional`: the window is ours and not the handbook's (（仮）). `closes`: the end is the applications'.
    """

    stage: str
    label: str
    level: StageLevel
    who: str
    starts_on: date
    ends_on: date
    moved: bool = False
    optional: bool = False
    due: bool = False
    closes: bool = False
    provisional: bool = False
    closed_end: bool = False
    proposed_end: date | None = None


@dataclass(frozen=True, slots=True)
class ThemeDraft:
    """What the city asks for, and which 課 asks (by name; several where they ask together)."""

    title: str
    text: str = ""
    kind: ThemeKind = ThemeKind.THEME
    departments: tuple[str, ...] = ()
    origin: ThemeOrigin = ThemeOrigin.UNSET


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme of a round; `number` counts from 1, the chosen first, then candidates, then the refused.

    `meeting_id` is the 庁内検討会議 that decided on it, `proposals` how many proposals took it up.
    """

    id: int
    round_id: int
    number: int
    draft: ThemeDraft
    decision: ThemeDecision = ThemeDecision.CANDIDATE
    reason: str = ""
    meeting_id: int | None = None
    proposals: int = 0


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """A chosen theme, as a proposal names it."""

    id: int
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """One 協働推進庁内検討会議: when, where, which 課 came (by name), what was said."""

    held_on: date | None = None
    place: str = ""
    attended: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with the ids of the themes it decided on."""

    id: int
    round_id: int
    draft: MeetingDraft
    themes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingDraft:
    """One 事業説明会: when and where."""

    held_on: date | None = None
    starts_at: time | None = None
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GuestDraft:
    """Who came to a briefing: a partner of the register, or a name; `persons` None: not counted."""

    partner_id: int | None = None
    name: str = ""
    persons: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """One line of the attendance; the name of a partner is the register's."""

    id: int
    briefing_id: int
    draft: GuestDraft
    name: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing with its attendance; `persons` is how many came in all, as far as they were counted."""

    id: int
    round_id: int
    draft: BriefingDraft
    guests: tuple[Guest, ...] = ()
    persons: int = 0


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """The settings of a round: when the applications close, what is done with late ones, a note.

    `closes_on` is the end of the closing stage; without `closes_at` the whole day counts.
    """

    closes_on: date
    closes_at: time | None = None
    late_note: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """One round as a list shows it."""

    id: int
    programme: str
    title: str
    fiscal_year: int
    closes_on: date | None = None
    closes_at: time | None = None
    themes: int = 0
    proposals: int = 0
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class RoundDetail:
    """One round with all that belongs to it, each in its order.

    `closing` is the last moment (UTC) an application is in time; `letter` stands in the receipt numbers;
    `theme_kinds` are what the programme's themes can be, the usual one first; `asks_origin` tells whether it
    asks if one is new or existing.
    """

    id: int
    programme: str
    programme_revision: int
    title: str
    letter: str
    fiscal_year: int
    draft: RoundDraft
    closing: datetime | None
    asks_origin: bool
    theme_kinds: tuple[ThemeKind, ...] = ()
    dates: tuple[RoundDate, ...] = ()
    themes: tuple[Theme, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    briefings: tuple[Briefing, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class StripStage:
    """One stage of the strip: its dates, and the proposals that stand in it; `now` while its window runs.

    `missing` says in sentences what should be recorded of the round by now and is not.
    """

    stage: str
    label: str
    level: StageLevel
    starts_on: date
    ends_on: date
    proposals: int = 0
    now: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundStrip:
    """How many proposals of a round stand where.

    `drafts` are not taken in yet, `ended` stand in no stage any more; `late` of all came after closing.
    """

    round_id: int
    title: str
    fiscal_year: int
    stages: tuple[StripStage, ...]
    drafts: int = 0
    late: int = 0
    ended: int = 0
