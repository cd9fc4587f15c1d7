"""人財の森 on a partner's card: what it offers and needs, where it was sent; written where it is read."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.talents import ReferralDraft, ReferralRecord, TalentRecord, TalentSide
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.talents.referral_form import ReferralForm, about_target, first_about, new_target
from kyodo_desktop.ui.talents.referral_form import target_of as referral_target
from kyodo_desktop.ui.talents.rows import HelpNote, RowAction, make_entry_row, make_referral_row
from kyodo_desktop.ui.talents.talent_form import NEW_KINDS, TalentForm
from kyodo_desktop.ui.talents.talent_form import target_of as talent_target
from kyodo_desktop.ui.talents.wording import SIDE_WORDS
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, bring_into_sight, spaced
from kyodo_desktop.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from kyodo_desktop.ui.talents.part import TalentsPart


class TalentsSheet(QWidget):
    """The sections of the tab; at most one form is open, in place of what it writes."""

    def __init__(self, part: "TalentsPart", partner_id: int) -> None:
        super().__init__()
        self._part, self._partner_id = part, partner_id
        self.context: UiContext = part.context
        self.form: InPlaceForm | None = None
        self._column = QVBoxLayout(self)
        self.context.theme.space(self._column, 0)
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        self._build()

    def keep_draft(self) -> None:
        """Keep what is typed in the form that is open."""
        if self.form is not None:
            self.form.keep_draft()

    def open_form(self, target: FormTarget | None) -> None:
        """Open a form in place of the one that is open, whose draft is kept; None opens none."""
        self.keep_draft()
        self._part.open = target
        self._build()
        if self.form is not None:
            self.form.focus_first()
            QTimer.singleShot(0, self.form, self._show_form)

    def _build(self) -> None:
        """Read all of it and lay it out anew."""
        self.form = None
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.context.theme.space(column, 0)
        with self.context.reporting():
            for widget in self._sections():
                column.addWidget(widget)
        self._column.replaceWidget(self._inside, inside)
        old, self._inside = self._inside, inside
        # Not deleted at once: the button that was pressed is one of its own.
        old.hide()
        old.setParent(None)
        old.deleteLater()
        inside.show()

    def _sections(self) -> Iterator[QWidget]:
        talents = self.context.services.talents
        entries = talents.of_partner(self._partner_id)
        referrals = talents.referrals_of(self._partner_id)
        yield HelpNote(self.context.theme, shown=not entries and not referrals)
        for side in TalentSide:
            yield from self._side(side, [one for one in entries if one.draft.side is side])
        yield from self._referrals(referrals)

    # Offers and needs

    def _side(self, side: TalentSide, entries: list[TalentRecord]) -> Iterator[QWidget]:
        heading, more, nothing = (_(words) for words in SIDE_WORDS[side])
        target = FormTarget(NEW_KINDS[side], self._partner_id)
        yield self._head(heading, len(entries), target, _("書く"), spoken=more)
        if self._is_open(target):
            yield self._put(TalentForm(self.context, self._partner_id, side))
        elif not entries:
            yield make_label(nothing, "muted", wrap=True)
        for at, entry in enumerate(entries):
            if at:
                yield make_line(faint=True)
            yield self._entry(entry)
            about = about_target(entry)
            if self._is_open(about):
                first = first_about(entry, self.context.clock.today())
                yield self._put(ReferralForm(self.context, about, first))

    def _entry(self, entry: TalentRecord) -> QWidget:
        target = talent_target(entry)
        if self._is_open(target):
            return self._put(TalentForm(self.context, self._partner_id, entry.draft.side, entry))
        today = self.context.clock.today()
        actions = list(self._open_actions(entry) if entry.is_open_on(today) else self._over_actions(entry))
        actions.insert(1, self._edit_action(target))
        return make_entry_row(self.context.theme, entry, self._part.fields, today, actions)

    def _open_actions(self, entry: TalentRecord) -> Iterator[RowAction]:
        talents = self.context.services.talents
        fitting = len(talents.matches(entry.id))
        words = _("合う相手 {n}件").format(n=fitting) if fitting else _("合う相手をさがす")
        yield RowAction(words, partial(self._part.look_up, entry.id), "search")
        about = about_target(entry)
        refer = _("紹介の書きかけ") if about.has_draft(self.context) else _("紹介を記録")
        yield RowAction(refer, partial(self.open_form, about))
        yield RowAction(
            _("終わりにする"),
            partial(
                self._do,
                partial(talents.close, entry.id, self.context.clock.today()),
                _("終わりにしました: {title}").format(title=entry.draft.title),
            ),
        )

    def _over_actions(self, entry: TalentRecord) -> Iterator[RowAction]:
        again = _("また開きました: {title}").format(title=entry.draft.title)
        reopen = partial(self.context.services.talents.reopen, entry.id)
        yield RowAction(_("また開く"), partial(self._do, reopen, again))

    # Referrals

    def _referrals(self, referrals: tuple[ReferralRecord, ...]) -> Iterator[QWidget]:
        target = new_target(self._partner_id)
        yield self._head(_("紹介"), len(referrals), target, _("あすぴあ等へ紹介"))
        if self._is_open(target):
            first = ReferralDraft(self._partner_id, self.context.clock.today())
            yield self._put(ReferralForm(self.context, target, first))
        elif not referrals:
            yield make_label(_("紹介の記録はまだありません"), "muted", wrap=True)
        for at, referral in enumerate(referrals):
            if at:
                yield make_line(faint=True)
            yield self._referral(referral)

    def _referral(self, referral: ReferralRecord) -> QWidget:
        target = referral_target(referral)
        if self._is_open(target):
            return self._put(
                ReferralForm(self.context, target, referral.draft, referral.to_name, referral=referral)
            )
        return make_referral_row(
            self.context.theme,
            referral,
            self._partner_id,
            self._part.open_partner,
            [self._edit_action(target)],
        )

    # What they have in common

    def _head(self, title: str, count: int, target: FormTarget, word: str, *, spoken: str = "") -> QWidget:
        theme = self.context.theme
        has_draft = target.has_draft(self.context)
        words = _("書きかけの続き") if has_draft else word
        action = make_button(theme, words, partial(self.open_form, target), kind="link", icon="plus")
        if spoken and not has_draft:
            action.setAccessibleName(spoken)
        if self._is_open(target):
            action.hide()
        return make_section(theme, title, count, action)

    def _edit_action(self, target: FormTarget) -> RowAction:
        words = _("書きかけの続き") if target.has_draft(self.context) else _("直す")
        return RowAction(words, partial(self.open_form, target), "pencil")

    def _is_open(self, target: FormTarget) -> bool:
        return self._part.open == target

    def _put(self, form: InPlaceForm) -> QWidget:
        self.form = form
        form.done.connect(self._on_done)
        return spaced(self.context.theme, form)

    def _on_done(self, words: str) -> None:
        self.form = None
        self.open_form(None)
        if words:
            self._say(words)

    def _do(self, act: Callable[[], object], words: str) -> None:
        with self.context.reporting():
            act()
            self._build()
            self._say(words)

    def _say(self, words: str) -> None:
        self.context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def _undo(self) -> None:
        with self.context.reporting():
            self.context.services.history.undo()

    def _show_form(self) -> None:
        """Bring the form into sight; its card is longer now than it was."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and self.form is not None:
            bring_into_sight(above, self.form)
