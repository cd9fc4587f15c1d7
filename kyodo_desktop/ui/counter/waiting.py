"""What counter mode shows while nobody is in hand: what is half written, promised, and was last said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.ui.counter.talk_answers import Subject
from kyodo_desktop.ui.counter.talk_rows import TalkActions, make_talk_row
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.detail import DetailPane, make_link_row, make_section
from kyodo_desktop.ui.widgets.labels import make_label

_MOST = 12


@dataclass(frozen=True, slots=True)
class Waiting:
    """What there is: talks half written (and whose they are), promises still open, the newest other talks."""

    unfinished: Sequence[Subject]
    open_ones: Sequence[ContactRecord]
    recent: Sequence[ContactRecord]


class WaitingPane(DetailPane):
    """Every line leads to the partner, and back into what was half written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("これからすることと最近の相談"))

    def show_waiting(
        self, waiting: Waiting, take: Callable[[Subject], object], actions: TalkActions, today: date
    ) -> None:
        """Show it from the top."""
        self.clear()
        if waiting.unfinished:
            self.add(make_section(self.theme, _("書きかけの相談"), len(waiting.unfinished)))
            for subject in waiting.unfinished:
                words = subject.name or _("台帳にない相手")
                self.add(make_link_row(self.theme, words, partial(take, subject)))
        self.add(make_section(self.theme, _("まだ済んでいないこと"), len(waiting.open_ones)))
        for talk in waiting.open_ones[:_MOST]:
            self.add(make_talk_row(self.theme, talk, actions, today, names=True))
        if len(waiting.open_ones) > _MOST:
            more = _("ほかに {n}件").format(n=len(waiting.open_ones) - _MOST)
            self.add(make_label(more, "muted"))
        if not waiting.open_ones:
            self.add(make_label(_("約束はすべて済んでいます"), "muted"))
        self.add(make_section(self.theme, _("最近の相談")))
        for talk in waiting.recent:
            self.add(make_talk_row(self.theme, talk, actions, today, names=True))
        if not waiting.recent:
            self.add(make_label(_("相談記録はまだありません"), "muted"))
        self.finish()
