"""The projects of former years, by year; one is written where it is read."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.records.case_figures import CaseLine
from kyodo_desktop.records.past_cases import PastCaseDraft
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.looking_back.past_form import NEW_PAST, PAST, PastForm
from kyodo_desktop.ui.pages.proposals.looking_back.wording import case_words, money_words
from kyodo_desktop.ui.pages.proposals.spots import at_spot, focused_spot, put_back
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_link_row, make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, bring_into_sight, spaced
from kyodo_desktop.ui.widgets.labels import make_label

_WIDEST = 960
_NEW = FormTarget(NEW_PAST, 0)


class PastList(QScrollArea):
    """Lists the former projects; at most one form is open, in place of what it writes."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.form: PastForm | None = None
        self._target: FormTarget | None = None
        self.setAccessibleName(_("以前の事業"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        context.theme.space(self._column, 0, (24, 0, 24, 24))
        self._inside = QWidget()
        self._column.addWidget(self._inside)
        holder.setMaximumWidth(context.theme.px(_WIDEST))
        self._column.addStretch(1)
        self.setWidget(holder)

    def refresh(self) -> None:
        """Read all of it; a form that is open stays."""
        self.keep()
        self._build()

    def begin_new(self) -> None:
        """Open the form of a project not recorded yet."""
        self.open_form(_NEW)

    def begin_edit(self, proposal_id: int) -> None:
        """Open the form of a project."""
        self.open_form(FormTarget(PAST, proposal_id))

    def open_form(self, target: FormTarget | None) -> None:
        """Open a form in place of the one that is open, whose draft is kept; None opens none."""
        self.keep()
        self.form = None
        self._target = target
        self._build()
        if self.form is not None:
            self.form.focus_first()
            QTimer.singleShot(0, self.form, self._show_form)

    def keep(self) -> None:
        """Keep what is typed in the open form."""
        if self.form is not None:
            self.form.keep_draft()

    def focus_first(self) -> None:
        """Go to the first button."""
        first = self._inside.findChild(QPushButton)
        if first is not None:
            first.setFocus()

    # Inside

    def _build(self) -> None:
        spot = focused_spot(self)
        there = QApplication.focusWidget()
        typing = there if self.form is not None and there and self.form.isAncestorOf(there) else None
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.context.theme.space(column, 0)
        with self.context.reporting():
            for part in self._parts():
                column.addWidget(part)
        self._column.replaceWidget(self._inside, inside)
        old, self._inside = self._inside, inside
        # Not deleted at once: the button that was pressed is one of its own.
        old.hide()
        old.setParent(None)
        old.deleteLater()
        inside.show()
        if typing is not None and self.form is not None and self.form.isAncestorOf(typing):
            typing.setFocus()
        else:
            put_back(inside, spot, {})

    def _parts(self) -> Iterator[QWidget]:
        lines = [one for one in self.context.services.statistics.cases() if one.past]
        yield self._head(len(lines))
        if self._target == _NEW:
            last = fiscal_year(self.context.clock.today()) - 1
            yield self._put(_NEW, PastCaseDraft(fiscal_year=last), None)
        elif not lines:
            words = _(
                "市民活動支援公募事業（平成18年度から）やいきいき協働事業提案制度（平成22年度から）など、"
                "ここで受け付けていない事業を、団体の歩みと集計に残せます。"
            )
            yield make_label(words, "muted", wrap=True)
        for year, of_year in groupby(lines, key=lambda one: one.fiscal_year):
            group = tuple(of_year)
            yield make_section(self.context.theme, format_fiscal_year(year), len(group))
            for at, line in enumerate(group):
                if at:
                    yield make_line(faint=True)
                yield self._row(line)

    def _head(self, count: int) -> QWidget:
        words = _("書きかけの続き") if _NEW.has_draft(self.context) else _("以前の事業を記録")
        action = make_button(self.context.theme, words, self.begin_new, kind="link", icon="plus")
        if self._target == _NEW:
            action.hide()
        return make_section(self.context.theme, _("以前の事業"), count, at_spot(action, f"new {NEW_PAST}"))

    def _row(self, line: CaseLine) -> QWidget:
        target = FormTarget(PAST, line.proposal_id)
        if self._target == target:
            draft = self.context.services.past_cases.get(line.proposal_id)
            return self._put(target, draft, line.proposal_id)
        row = make_link_row(
            self.context.theme,
            line.title,
            partial(self.begin_edit, line.proposal_id),
            after=" ・ ".join(part for part in (case_words(line), money_words(line)) if part),
            below=f"{line.partner_name}　{line.programme_title}",
        )
        for button in row.findChildren(QPushButton):
            at_spot(button, f"edit {PAST} {line.proposal_id}")
        return row

    def _put(self, target: FormTarget, draft: PastCaseDraft, proposal_id: int | None) -> QWidget:
        """Return the open form with room around it; one that is being typed in stays as it is."""
        form = self.form
        if form is None or form.target != target or not form.is_changed():
            form = PastForm(self.context, target, draft, proposal_id)
            form.done.connect(self._on_done)
        self.form = form
        return spaced(self.context.theme, form)

    def _on_done(self, words: str) -> None:
        target = self._target
        self.open_form(None)
        if target is not None:
            # Back to where the form was opened from.
            put_back(self._inside, f"edit {target.kind} {target.record_id}", {})
            put_back(self._inside, f"new {target.kind}", {})
        if words:
            self.context.tell(Tone.DONE, words, "", (_("元に戻す"), self._undo))

    def _undo(self) -> None:
        with self.context.reporting():
            self.context.services.history.undo()

    def _show_form(self) -> None:
        if self.form is not None:
            bring_into_sight(self, self.form)
