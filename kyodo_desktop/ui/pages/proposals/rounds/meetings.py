"""庁内検討会議: when it met, which of the sixteen 課 came, what it decided."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.rounds import Meeting, RoundDetail, Theme, ThemeDecision
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.deciding import DecidingSection, last_meeting
from kyodo_desktop.ui.pages.proposals.rounds.meeting_form import MEETING, NEW_MEETING, MeetingForm
from kyodo_desktop.ui.pages.proposals.rounds.wording import attended_words, meeting_title
from kyodo_desktop.ui.widgets.detail import make_flow
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget
from kyodo_desktop.ui.widgets.labels import make_label


class MeetingsSection(DecidingSection):
    """The meetings of a round by their day; each with what it decided, the last with what is still open."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _("庁内検討会議"))

    def parts(self, detail: RoundDetail) -> Iterator[QWidget]:
        """Yield the meetings, and the form of one more."""
        target = FormTarget(NEW_MEETING, detail.id)
        yield self.make_head(_("協働推進庁内検討会議"), len(detail.meetings), target, _("会議を足す"))
        if self.is_open(target):
            yield self.put(target, partial(MeetingForm, self.context, detail.id))
        elif not detail.meetings:
            words = _("テーマを決める会議の日、出席した課、決めたことをここに残します。")
            yield make_label(words, "muted", wrap=True)
        for at, meeting in enumerate(detail.meetings):
            if at:
                yield make_line()
            yield from self._meeting(detail, meeting)

    def _meeting(self, detail: RoundDetail, meeting: Meeting) -> Iterator[QWidget]:
        edited = FormTarget(MEETING, meeting.id)
        if self.is_open(edited):
            yield self.put(edited, partial(MeetingForm, self.context, detail.id, meeting))
        else:
            yield self._row(meeting, edited)
        decided = [one for one in detail.themes if one.meeting_id == meeting.id]
        is_last = meeting.id == (last_meeting(detail) or detail.meetings[-1].id)
        open_ones = [one for one in detail.themes if one.decision is ThemeDecision.CANDIDATE and is_last]
        open_ones = [one for one in open_ones if one not in decided]
        for words, themes in ((_("決めたこと"), decided), (_("まだ決めていない候補"), open_ones)):
            if themes:
                yield self._small_head(words, len(themes))
            for theme in themes:
                yield self._decision(detail, theme, meeting.id)
                yield from self.decision_form(theme, detail, meeting.id)

    def _row(self, meeting: Meeting, edited: FormTarget) -> QWidget:
        draft, title = meeting.draft, meeting_title(meeting.draft)
        row = QWidget()
        column = QVBoxLayout(row)
        self.context.theme.space(column, 2, (0, 8, 0, 8))
        column.addWidget(make_label(f"{title}　{draft.place}".strip(), "head", wrap=True))
        column.addWidget(make_label(attended_words(draft, self.context.services.rounds.council()), wrap=True))
        if draft.note:
            column.addWidget(make_label(draft.note, "muted", wrap=True))
        remove = partial(
            self.act,
            _("庁内検討会議を消しました: {day}").format(day=title),
            partial(self.context.services.rounds.remove_meeting, meeting.id),
        )
        links = (
            self.make_link(
                self.edit_word(edited),
                partial(self.open_form, edited),
                f"edit {MEETING} {meeting.id}",
                icon="pencil",
                about=title,
            ),
            self.make_link(_("消す"), remove, f"remove {meeting.id}", about=title),
        )
        column.addWidget(make_flow(self.context.theme, links, 16))
        return row

    def _small_head(self, words: str, count: int) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        self.context.theme.space(line, 8, (0, 4, 0, 2))
        line.addWidget(make_label(words, "muted"))
        line.addWidget(make_label(str(count), "muted"))
        line.addStretch(1)
        return holder

    def _decision(self, detail: RoundDetail, theme: Theme, meeting_id: int) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        self.context.theme.space(line, 16, (16, 4, 0, 4))
        words = QVBoxLayout()
        self.context.theme.space(words, 0)
        words.addWidget(make_label(f"{theme.number}　{theme.draft.title}", wrap=True))
        if theme.reason:
            reason = _("理由: {reason}").format(reason=theme.reason)
            words.addWidget(make_label(reason, "caption", wrap=True))
        line.addLayout(words, 1)
        segments = self.decision_segments(theme, detail, meeting_id)
        line.addWidget(segments, 0, Qt.AlignmentFlag.AlignTop)
        return row
