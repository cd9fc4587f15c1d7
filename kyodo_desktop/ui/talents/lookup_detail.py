"""One entry of the lookup: what it says, and who of the other side fits it, with the reasons."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partners import ActivityField
from kyodo_desktop.records.talents import TALENT_SIDE_LABELS, TalentMatch, TalentRecord, TalentSide
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.talents.referral_form import (
    ReferralForm,
    about_target,
    first_about,
    introduction_target,
)
from kyodo_desktop.ui.talents.rows import RowAction, make_actions
from kyodo_desktop.ui.talents.wording import below_words
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import (
    DetailPane,
    LinkHolder,
    make_caption_row,
    make_section,
    make_title,
)
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, bring_into_sight, spaced
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import SignMark

_MOST_MATCHES = 20
_FITTING = {TalentSide.OFFER: TalentSide.NEED, TalentSide.NEED: TalentSide.OFFER}


class LookupDetail(DetailPane):
    """`said` carries what was done in words; `partner_asked` and `entry_asked` lead on."""

    said = Signal(str)
    partner_asked = Signal(int)
    entry_asked = Signal(int)

    def __init__(self, context: UiContext, fields: Sequence[ActivityField]) -> None:
        super().__init__(context.theme, _("人財の森の記録"))
        self._context, self._fields = context, fields
        self._talent: TalentRecord | None = None
        self._open: FormTarget | None = None
        self.form: InPlaceForm | None = None

    def show_entry(self, talent: TalentRecord | None) -> None:
        """Show an entry; a form that is open for another one is closed, its draft kept."""
        self.keep_draft()
        if talent is None or self._talent is None or talent.id != self._talent.id:
            self._open = None
        self._talent = talent
        self._build()

    def keep_draft(self) -> None:
        """Keep what is typed in the form that is open."""
        if self.form is not None:
            self.form.keep_draft()

    def open_form(self, target: FormTarget | None) -> None:
        """Open a form, closing the one that is open; None opens none."""
        self.keep_draft()
        self._open = target
        at = self.verticalScrollBar().value()
        self._build()
        self.verticalScrollBar().setValue(at)
        if self.form is not None:
            self.form.focus_first()
            QTimer.singleShot(0, self.form, self._show_form)

    def _build(self) -> None:
        self.form = None
        self.clear()
        talent = self._talent
        if talent is None:
            self.add_space(12)
            self.add(make_label(_("左の一覧で選ぶと、ここに合う相手が出ます。"), "muted", wrap=True))
        else:
            self._add_entry(talent)
            with self._context.reporting():
                self._add_matches(talent, self._context.services.talents.matches(talent.id))
        self.finish()

    def _add_entry(self, talent: TalentRecord) -> None:
        theme, today = self._context.theme, self._context.clock.today()
        self.add(make_caption_row(theme, _(TALENT_SIDE_LABELS[talent.draft.side])))
        self.add(make_title(theme, talent.draft.title))
        self.add(self._partner_link(talent))
        self.add_space(4)
        if talent.draft.text:
            self.add(make_label(talent.draft.text, wrap=True))
        self.add(make_label(below_words(talent, self._fields, today), "caption", wrap=True))
        self.add_space(4)
        about = about_target(talent)
        if not talent.is_open_on(today):
            return
        self.add(
            make_actions(
                theme,
                talent.draft.title,
                [
                    RowAction(self._word(about, _("あすぴあ等へ紹介")), partial(self.open_form, about)),
                    RowAction(_("終わりにする"), partial(self._close, talent)),
                ],
            )
        )
        if self._open == about:
            self._put(ReferralForm(self._context, about, first_about(talent, today)))

    def _add_matches(self, talent: TalentRecord, matches: Sequence[TalentMatch]) -> None:
        side = _(TALENT_SIDE_LABELS[_FITTING[talent.draft.side]])
        self.add(make_section(self._context.theme, _("合う相手（{side}）").format(side=side), len(matches)))
        if not matches:
            words = _(
                "ことばか分野が重なる相手は、まだありません。相手が書かれると、ここに出ます。"
                "あすぴあの「こだいら人財の森」にも聞いてみてください。"
            )
            self.add(make_label(words, "muted", wrap=True))
        for at, match in enumerate(matches[:_MOST_MATCHES]):
            if at:
                self.add(make_line(faint=True))
            self.add(self._match(talent, match))
            target = introduction_target(talent, match.talent)
            if self._open == target:
                self._put(self._introduction(talent, match.talent, target))
        if len(matches) > _MOST_MATCHES:
            words = _("ほかに {n}件。件名やくわしくに、ことばを書き足すとしぼれます。")
            self.add(make_label(words.format(n=len(matches) - _MOST_MATCHES), "muted", wrap=True))

    def _match(self, talent: TalentRecord, match: TalentMatch) -> QWidget:
        theme, other = self._context.theme, match.talent
        block = QWidget()
        column = QVBoxLayout(block)
        theme.space(column, 2, (0, 6, 0, 8))
        column.addWidget(make_label(other.draft.title, "head", wrap=True))
        column.addWidget(self._partner_link(other))
        if other.draft.text:
            column.addWidget(make_label(other.draft.text, wrap=True))
        column.addLayout(self._reasons(match))
        today = self._context.clock.today()
        column.addWidget(make_label(below_words(other, self._fields, today), "caption", wrap=True))
        target = introduction_target(talent, other)
        actions = [RowAction(_("この記録を見る"), partial(self.entry_asked.emit, other.id))]
        if talent.is_open_on(today):
            introduce = self._word(target, _("引き合わせを記録"))
            actions.insert(0, RowAction(introduce, partial(self.open_form, target), "plus"))
        column.addWidget(make_actions(theme, other.draft.title, actions))
        return block

    def _reasons(self, match: TalentMatch) -> QHBoxLayout:
        line = QHBoxLayout()
        self._context.theme.space(line, 6)
        line.addWidget(SignMark(self._context.theme, Tone.DONE))
        line.addWidget(make_label(" ・ ".join(match.reasons), "done", wrap=True), 1)
        return line

    def _introduction(self, talent: TalentRecord, other: TalentRecord, target: FormTarget) -> ReferralForm:
        """Return the form that notes that the entry's partner was sent to the other's."""
        first = first_about(talent, self._context.clock.today())
        first = replace(first, to_partner_id=other.draft.partner_id)
        return ReferralForm(self._context, target, first, other.partner_name)

    def _partner_link(self, talent: TalentRecord) -> QWidget:
        theme = self._context.theme
        show: Callable[[], object] = partial(self.partner_asked.emit, talent.draft.partner_id)
        holder = LinkHolder(make_button(theme, talent.partner_name, show, kind="link"))
        holder.setFixedHeight(theme.px(28))
        return holder

    def _word(self, target: FormTarget, word: str) -> str:
        return _("書きかけの続き") if target.has_draft(self._context) else word

    def _put(self, form: InPlaceForm) -> None:
        self.form = form
        form.done.connect(self._on_done)
        self.add(spaced(self._context.theme, form))

    def _on_done(self, words: str) -> None:
        self.form = None
        self.open_form(None)
        if words:
            self.said.emit(words)

    def _close(self, talent: TalentRecord) -> None:
        with self._context.reporting():
            self._context.services.talents.close(talent.id, self._context.clock.today())
            self.said.emit(_("終わりにしました: {title}").format(title=talent.draft.title))

    def _show_form(self) -> None:
        if self.form is not None:
            bring_into_sight(self, self.form)
