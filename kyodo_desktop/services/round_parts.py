"""The verbs of what belongs to a round: themes and what was decided on them, meetings, briefings."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Briefing, BriefingGuest, CouncilMeeting, Proposal, Theme
from kyodo_desktop.records.rounds import (
    THEME_DECISION_LABELS,
    BriefingDraft,
    GuestDraft,
    MeetingDraft,
    ThemeDecision,
    ThemeDraft,
)
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.proposal_records import receipt_number_of
from kyodo_desktop.services.round_edit import find_open, refuse_discarded
from kyodo_desktop.services.round_part_edit import (
    apply_briefing,
    apply_guest,
    apply_meeting,
    apply_theme,
    put_in_order,
)
from kyodo_desktop.services.round_records import Part, find_part, find_round, round_of, round_words
from kyodo_desktop.store import Store


class RoundParts:
    """What can be done to the parts of a round."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Doing with themes

    def add_theme(self, round_id: int, draft: ThemeDraft) -> int:
        """Add a candidate after the others and return its id."""
        what = self._words(_("テーマを足す: {title}（{round}）"), round_id, title=_line(draft.title))
        with self._store.writing(what) as session:
            row = find_open(session, round_id)
            theme = Theme(position=len(row.themes))
            apply_theme(session, theme, draft)
            row.themes.append(theme)
            session.flush()
            return theme.id

    def edit_theme(self, theme_id: int, draft: ThemeDraft) -> None:
        """Make a theme what the draft says."""
        what = self._part_words(
            _("テーマを直す: {title}（{round}）"), Theme, theme_id, title=_line(draft.title)
        )
        with self._store.writing(what) as session:
            apply_theme(session, _open_part(session, Theme, theme_id), draft)

    def remove_theme(self, theme_id: int) -> None:
        """Take a theme out of its round.

        Raises:
            ConflictError: a proposal has taken it up.
        """
        with self._store.writing(
            self._theme_words(_("テーマを消す: {title}（{round}）"), theme_id)
        ) as session:
            theme = _open_part(session, Theme, theme_id)
            _refuse_taken_up(session, theme)
            row = theme.round
            row.themes.remove(theme)
            for position, one in enumerate(row.themes):
                one.position = position

    def sort_themes(self, round_id: int, theme_ids: Sequence[int]) -> None:
        """Put the themes of a round into this order."""
        with self._store.writing(self._words(_("テーマを並べかえる: {round}"), round_id)) as session:
            put_in_order(find_open(session, round_id), theme_ids)

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
        reason = reason.strip()
        refuse_my_number(reason, _("理由"), "reason")
        if decision is ThemeDecision.REFUSED and not reason:
            raise InputError(_("「提示しない」にするには、理由を書いてください。"), "reason")
        with self._store.writing(self._decision_words(theme_ids, decision)) as session:
            for theme_id in theme_ids:
                theme = _open_part(session, Theme, theme_id)
                if meeting_id is not None:
                    _refuse_other_round(find_part(session, CouncilMeeting, meeting_id), theme)
                theme.decision, theme.reason, theme.meeting_id = decision.value, reason, meeting_id

    # Doing with meetings

    def add_meeting(self, round_id: int, draft: MeetingDraft) -> int:
        """Note a 庁内検討会議 and return its id."""
        with self._store.writing(self._words(_("庁内検討会議を足す: {round}"), round_id)) as session:
            row, meeting = find_open(session, round_id), CouncilMeeting()
            apply_meeting(meeting, draft)
            row.meetings.append(meeting)
            session.flush()
            return meeting.id

    def edit_meeting(self, meeting_id: int, draft: MeetingDraft) -> None:
        """Make a meeting what the draft says."""
        what = self._part_words(_("庁内検討会議を直す: {round}"), CouncilMeeting, meeting_id)
        with self._store.writing(what) as session:
            apply_meeting(_open_part(session, CouncilMeeting, meeting_id), draft)

    def remove_meeting(self, meeting_id: int) -> None:
        """Take a meeting away; what it decided stays decided."""
        what = self._part_words(_("庁内検討会議を消す: {round}"), CouncilMeeting, meeting_id)
        with self._store.writing(what) as session:
            meeting = _open_part(session, CouncilMeeting, meeting_id)
            row = meeting.round
            for theme in row.themes:
                if theme.meeting_id == meeting_id:
                    theme.meeting_id = None
            # First: a theme must not name a meeting that is gone.
            session.flush()
            row.meetings.remove(meeting)

    # Doing with briefings

    def add_briefing(self, round_id: int, draft: BriefingDraft) -> int:
        """Note a 事業説明会 and return its id."""
        with self._store.writing(self._words(_("事業説明会を足す: {round}"), round_id)) as session:
            row, briefing = find_open(session, round_id), Briefing()
            apply_briefing(briefing, draft)
            row.briefings.append(briefing)
            session.flush()
            return briefing.id

    def edit_briefing(self, briefing_id: int, draft: BriefingDraft) -> None:
        """Make a briefing what the draft says."""
        what = self._part_words(_("事業説明会を直す: {round}"), Briefing, briefing_id)
        with self._store.writing(what) as session:
            apply_briefing(_open_part(session, Briefing, briefing_id), draft)

    def remove_briefing(self, briefing_id: int) -> None:
        """Take a briefing away with its attendance."""
        what = self._part_words(_("事業説明会を消す: {round}"), Briefing, briefing_id)
        with self._store.writing(what) as session:
            briefing = _open_part(session, Briefing, briefing_id)
            row = briefing.round
            row.briefings.remove(briefing)

    def add_guest(self, briefing_id: int, draft: GuestDraft) -> int:
        """Note who came to a briefing and return the line's id."""
        what = self._part_words(_("説明会の出席者を足す: {round}"), Briefing, briefing_id)
        with self._store.writing(what) as session:
            briefing = _open_part(session, Briefing, briefing_id)
            guest = BriefingGuest()
            apply_guest(session, guest, draft, briefing)
            briefing.guests.append(guest)
            session.flush()
            return guest.id

    def edit_guest(self, guest_id: int, draft: GuestDraft) -> None:
        """Make a line of the attendance what the draft says."""
        what = self._part_words(_("説明会の出席者を直す: {round}"), BriefingGuest, guest_id)
        with self._store.writing(what) as session:
            guest = _open_part(session, BriefingGuest, guest_id)
            apply_guest(session, guest, draft, guest.briefing)

    def remove_guest(self, guest_id: int) -> None:
        """Take a line off the attendance."""
        what = self._part_words(_("説明会の出席者を消す: {round}"), BriefingGuest, guest_id)
        with self._store.writing(what) as session:
            guest = _open_part(session, BriefingGuest, guest_id)
            briefing = guest.briefing
            briefing.guests.remove(guest)

    def _words(self, act: str, round_id: int, **more: str) -> str:
        """Return an act in words, with what the round is called."""
        with self._store.reading() as session:
            return act.format(round=round_words(find_round(session, round_id)), **more)

    def _part_words(self, act: str, kind: type[Part], part_id: int, **more: str) -> str:
        with self._store.reading() as session:
            return act.format(round=round_words(round_of(find_part(session, kind, part_id))), **more)

    def _theme_words(self, act: str, theme_id: int) -> str:
        with self._store.reading() as session:
            theme = find_part(session, Theme, theme_id)
            return act.format(round=round_words(theme.round), title=theme.title)

    def _decision_words(self, theme_ids: Sequence[int], decision: ThemeDecision) -> str:
        label = _(THEME_DECISION_LABELS[decision])
        if len(theme_ids) == 1:
            words = _("テーマを「{decision}」にする: {title}（{round}）")
            return self._theme_words(words.replace("{decision}", label), theme_ids[0])
        return _("テーマを「{decision}」にする: {n}件").format(decision=label, n=len(theme_ids))


def _open_part(session: Session, kind: type[Part], part_id: int) -> Part:
    """Return a part of a round that is not in the wastebasket."""
    part = find_part(session, kind, part_id)
    refuse_discarded(round_of(part))
    return part


def _refuse_taken_up(session: Session, theme: Theme) -> None:
    taken = session.scalars(
        select(Proposal).where(Proposal.theme_id == theme.id).order_by(Proposal.serial, Proposal.id)
    ).first()
    if taken is not None:
        raise ConflictError(
            _(
                "テーマ「{title}」は、提案「{proposal}」が選んでいるので消せません。"
                "提示しないなら、「提示しない」にして理由を残してください。"
            ).format(title=theme.title, proposal=f"{receipt_number_of(taken)} {_line(taken.title)}".strip())
        )


def _refuse_other_round(meeting: CouncilMeeting, theme: Theme) -> None:
    if meeting.round_id != theme.round_id:
        raise InputError(
            _("選んだ会議は、別の募集回のものです。この募集回の会議を選んでください。"), "meeting_id"
        )


def _line(title: str) -> str:
    return " ".join(title.split())
