"""The verbs of 募集回: its calendar, themes, 庁内検討会議, 事業説明会 and closing."""

from collections.abc import Sequence
from datetime import date

from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.rounds import (
    BriefingDraft,
    GuestDraft,
    MeetingDraft,
    RoundDetail,
    RoundDraft,
    RoundRecord,
    RoundStrip,
    ThemeDecision,
    ThemeDraft,
)
from kyodo_desktop.store import Store


class RoundsService:
    """What can be asked of the rounds and done to them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Asking

    def list(self) -> tuple[RoundRecord, ...]:
        """Return the rounds, the newest year first, in a year in the programmes' order."""
        raise NotImplementedError

    def get(self, round_id: int) -> RoundDetail:
        """Return one round, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        raise NotImplementedError

    def of(self, programme: str, fiscal_year: int) -> RoundDetail | None:
        """Return the round of a programme in a fiscal year."""
        raise NotImplementedError

    def to_create(self, fiscal_year: int) -> tuple[Programme, ...]:
        """Return the programmes of a fiscal year that have no round in it yet."""
        raise NotImplementedError

    def strip(self, round_id: int) -> RoundStrip:
        """Return the stages of a round and how many of its proposals stand in each."""
        raise NotImplementedError

    def departments(self) -> tuple[str, ...]:
        """Return the 課 that can ask for something, in the office's order."""
        raise NotImplementedError

    def council(self) -> tuple[str, ...]:
        """Return the sixteen 課 of the 協働推進庁内検討会議."""
        raise NotImplementedError

    def wastebasket(self) -> tuple[RoundRecord, ...]:
        """Return what was discarded, the last first."""
        raise NotImplementedError

    # Doing with rounds

    def create(self, programme: str, fiscal_year: int) -> int:
        """Make the round of a programme in a fiscal year, its dates worked out, and return its id.

        Raises:
            InputError: the programme has no round in that year.
            ConflictError: there is one already.
        """
        raise NotImplementedError

    def copy_from(self, round_id: int) -> int:
        """Make the round of the year after from another and return its id.

        Its themes come as candidates (but those refused), the briefings with their places; the dates are
        worked out anew.

        Raises:
            InputError: the programme has no round in that year.
            ConflictError: there is one already.
        """
        raise NotImplementedError

    def edit(self, round_id: int, draft: RoundDraft) -> None:
        """Set when the applications close, what is done with late ones, and the note.

        Raises:
            InputError: the closing day lies before the closing stage begins, or a text cannot be kept.
        """
        raise NotImplementedError

    def set_date(self, round_id: int, stage: str, starts_on: date, ends_on: date) -> None:
        """Set the dates of a stage by hand.

        Raises:
            InputError: the end lies before the start.
        """
        raise NotImplementedError

    def take_proposed(self, round_id: int, stage: str) -> None:
        """Move the end of a stage to the open day proposed for it."""
        raise NotImplementedError

    def work_out_again(self, round_id: int, stage: str) -> None:
        """Give a stage the dates of the programme's window again."""
        raise NotImplementedError

    def discard(self, ids: Sequence[int]) -> None:
        """Put rounds into the wastebasket; their proposals stay."""
        raise NotImplementedError

    def restore(self, ids: Sequence[int]) -> None:
        """Take rounds out of the wastebasket.

        Raises:
            ConflictError: the programme has another round in that year by now.
        """
        raise NotImplementedError

    # Doing with themes

    def add_theme(self, round_id: int, draft: ThemeDraft) -> int:
        """Add a candidate after the others and return its id."""
        raise NotImplementedError

    def edit_theme(self, theme_id: int, draft: ThemeDraft) -> None:
        """Make a theme what the draft says."""
        raise NotImplementedError

    def remove_theme(self, theme_id: int) -> None:
        """Take a theme out of its round.

        Raises:
            ConflictError: a proposal has taken it up.
        """
        raise NotImplementedError

    def sort_themes(self, round_id: int, theme_ids: Sequence[int]) -> None:
        """Put the themes of a round into this order."""
        raise NotImplementedError

    def decide(
        self,
        theme_ids: Sequence[int],
        decision: ThemeDecision,
        reason: str = "",
        meeting_id: int | None = None,
    ) -> None:
        """Note what was decided on themes, why, and at which meeting.

        Raises:
            InputError: a refusal has no reason.
        """
        raise NotImplementedError

    # Doing with meetings

    def add_meeting(self, round_id: int, draft: MeetingDraft) -> int:
        """Note a 庁内検討会議 and return its id."""
        raise NotImplementedError

    def edit_meeting(self, meeting_id: int, draft: MeetingDraft) -> None:
        """Make a meeting what the draft says."""
        raise NotImplementedError

    def remove_meeting(self, meeting_id: int) -> None:
        """Take a meeting away; what it decided stays decided."""
        raise NotImplementedError

    # Doing with briefings

    def add_briefing(self, round_id: int, draft: BriefingDraft) -> int:
        """Note a 事業説明会 and return its id."""
        raise NotImplementedError

    def edit_briefing(self, briefing_id: int, draft: BriefingDraft) -> None:
        """Make a briefing what the draft says."""
        raise NotImplementedError

    def remove_briefing(self, briefing_id: int) -> None:
        """Take a briefing away with its attendance."""
        raise NotImplementedError

    def add_guest(self, briefing_id: int, draft: GuestDraft) -> int:
        """Note who came to a briefing and return the line's id."""
        raise NotImplementedError

    def edit_guest(self, guest_id: int, draft: GuestDraft) -> None:
        """Make a line of the attendance what the draft says."""
        raise NotImplementedError

    def remove_guest(self, guest_id: int) -> None:
        """Take a line off the attendance."""
        raise NotImplementedError
