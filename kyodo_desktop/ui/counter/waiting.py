"""What counter mode shows while nobody is in hand: what is half written, promised, and was last said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.records.contacts import ContactRecord
from kyodo_desktop.ui.counter.card import PlaceActions
from kyodo_desktop.ui.counter.talk_answers import Subject
from kyodo_desktop.ui.counter.talk_rows import make_talk_row
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.detail import DetailPane, make_link_row, make_section
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import Tag

_MOST = 12


@dataclass(frozen=True, slots=True)
class Waiting:
    """What there is: talks half written (and whose they are), promises still open, the newest other talks.

    `checks` are the check sheets that both sides were to look at again by now.
    """

    unfinished: Sequence[Subject]
    open_ones: Sequence[ContactRecord]
    recent: Sequence[ContactRecord]
    checks: Sequence[CheckSheetRecord] = ()


class WaitingPane(DetailPane):
    """Every line leads to the partner, and back into what was half written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("これからすることと最近の相談"))

    def show_waiting(
        self, waiting: Waiting, take: Callable[[Subject], object], places: PlaceActions, today: date
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
            self.add(make_talk_row(self.theme, talk, places.talks, today, names=True))
        if len(waiting.open_ones) > _MOST:
            more = _("ほかに {n}件").format(n=len(waiting.open_ones) - _MOST)
            self.add(make_label(more, "muted"))
        if not waiting.open_ones:
            self.add(make_label(_("約束はすべて済んでいます"), "muted"))
        if waiting.checks:
            self.add(make_section(self.theme, _("確認の日が来たチェックシート"), len(waiting.checks)))
            for sheet in waiting.checks[:_MOST]:
                self.add(self._check(sheet, places))
        self.add(make_section(self.theme, _("最近の相談")))
        for talk in waiting.recent:
            self.add(make_talk_row(self.theme, talk, places.talks, today, names=True))
        if not waiting.recent:
            self.add(make_label(_("相談記録はまだありません"), "muted"))
        self.finish()

    def _check(self, sheet: CheckSheetRecord, places: PlaceActions) -> QWidget:
        day = format_date(sheet.next_check_on) if sheet.next_check_on is not None else ""
        return make_link_row(
            self.theme,
            " ".join(sheet.title.split()) or _("（事業名未記入）"),
            partial(places.open_place, "check_sheets", sheet.id),
            below=sheet.partner_name or _("（相手未記入）"),
            action=Tag(self.theme, Tone.DUE, day),
        )
