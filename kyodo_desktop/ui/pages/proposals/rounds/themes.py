"""テーマ: what the city asks for, by which 課, and what was decided on each."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.rounds import RoundDetail, Theme, ThemeDecision
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.rounds.deciding import DecidingSection, decision_target
from kyodo_desktop.ui.pages.proposals.rounds.theme_form import NEW_THEME, THEME, ThemeForm
from kyodo_desktop.ui.pages.proposals.rounds.wording import meeting_title, theme_line
from kyodo_desktop.ui.widgets.detail import make_flow
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget
from kyodo_desktop.ui.widgets.labels import make_label

_NUMBER = 24


class ThemesSection(DecidingSection):
    """The themes of a round in their order; a decision is saved where it is chosen."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _("テーマ"))

    def parts(self, detail: RoundDetail) -> Iterator[QWidget]:
        """Yield the themes, and the form of one more."""
        target = FormTarget(NEW_THEME, detail.id)
        yield self.make_head(_("市からの提示"), len(detail.themes), target, _("テーマを足す"))
        yield make_label(_counts(detail), "caption", wrap=True)
        for theme in detail.themes:
            if theme.number > 1:
                yield make_line(faint=True)
            edited = FormTarget(THEME, theme.id)
            if self.is_open(edited):
                yield self.put(edited, partial(ThemeForm, self.context, detail, theme))
            else:
                yield self._row(detail, theme)
            yield from self.decision_form(theme, detail, None)
        if self.is_open(target):
            yield self.put(target, partial(ThemeForm, self.context, detail))

    def _row(self, detail: RoundDetail, theme: Theme) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        self.context.theme.space(line, 8, (0, 8, 0, 8))
        number = make_label(str(theme.number), "muted")
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        number.setFixedWidth(self.context.theme.px(_NUMBER))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        self.context.theme.space(words, 2)
        refused = theme.decision is ThemeDecision.REFUSED
        words.addWidget(make_label(theme.draft.title, "muted" if refused else "head", wrap=True))
        if theme.draft.text:
            words.addWidget(make_label(theme.draft.text, "muted" if refused else "body", wrap=True))
        below = theme_line(theme, asks_origin=detail.asks_origin)
        words.addWidget(make_label(below, "caption", wrap=True))
        why = _why(detail, theme)
        if why:
            words.addWidget(make_label(why, "caption", wrap=True))
        words.addWidget(self._actions(detail, theme))
        line.addLayout(words, 1)
        segments = self.decision_segments(theme, detail, None)
        line.addWidget(segments, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _actions(self, detail: RoundDetail, theme: Theme) -> QWidget:
        about, edited = theme.draft.title, FormTarget(THEME, theme.id)
        links = [
            self.make_link(
                self.edit_word(edited),
                partial(self.open_form, edited),
                f"edit {THEME} {theme.id}",
                icon="pencil",
                about=about,
            )
        ]
        explained = decision_target(theme)
        if theme.decision is not ThemeDecision.CANDIDATE or explained.has_draft(self.context):
            words = _("理由と会議の続き") if explained.has_draft(self.context) else _("理由と会議")
            explain = partial(self.explain, theme)
            links.append(self.make_link(words, explain, f"explain {theme.id}", about=about))
        for word, step in ((_("上へ"), -1), (_("下へ"), 1)):
            if _can_move(detail, theme, step):
                move = partial(self._move, detail, theme, step)
                links.append(self.make_link(word, move, f"move {step} {theme.id}", about=about))
        remove = partial(
            self.act,
            _("テーマを消しました: {title}").format(title=theme.draft.title),
            partial(self.context.services.rounds.remove_theme, theme.id),
        )
        links.append(self.make_link(_("消す"), remove, f"remove {theme.id}", about=about))
        return make_flow(self.context.theme, links, 16)

    def _move(self, detail: RoundDetail, theme: Theme, step: int) -> None:
        ids = [one.id for one in detail.themes]
        at = ids.index(theme.id)
        ids[at], ids[at + step] = ids[at + step], ids[at]
        words = _("並べかえました: {title}").format(title=theme.draft.title)
        self.act(words, partial(self.context.services.rounds.sort_themes, detail.id, ids))


def _can_move(detail: RoundDetail, theme: Theme, step: int) -> bool:
    """Tell whether there is a theme to change places with; those decided alike stand together."""
    at = theme.number - 1 + step
    return 0 <= at < len(detail.themes) and detail.themes[at].decision is theme.decision


def _counts(detail: RoundDetail) -> str:
    if not detail.themes:
        return _("市が出すテーマや事業をここに書きます。「提示する」にしたものを、提案の受付で選べます。")
    states = [one.decision for one in detail.themes]
    return _("候補 {candidates} ・ 提示する {chosen} ・ 提示しない {refused}").format(
        candidates=states.count(ThemeDecision.CANDIDATE),
        chosen=states.count(ThemeDecision.CHOSEN),
        refused=states.count(ThemeDecision.REFUSED),
    )


def _why(detail: RoundDetail, theme: Theme) -> str:
    meeting = next((meeting_title(one.draft) for one in detail.meetings if one.id == theme.meeting_id), "")
    reason = _("理由: {reason}").format(reason=theme.reason) if theme.reason else ""
    held = _("{day}の庁内検討会議").format(day=meeting) if meeting else ""
    return " ・ ".join(part for part in (held, reason) if part)
