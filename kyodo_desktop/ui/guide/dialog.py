"""六つの手順: a project taken through the handbook's steps, kept at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import fiscal_year
from kyodo_desktop.records.contacts import ContactDraft, ContactWay
from kyodo_desktop.records.guides import GuideDraft, GuideNote, GuideRecord, all_seen, noted_words
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.wastebasket import WastebasketDialog
from kyodo_desktop.ui.guide.head import NEW, NEW_OF_RECORD, GuideHead, Projects
from kyodo_desktop.ui.guide.place import GuidePlace, left_at, remember
from kyodo_desktop.ui.guide.step_parts import StepParts
from kyodo_desktop.ui.guide.waste import discarded_guides
from kyodo_desktop.ui.guide.ways import WAYS, follow
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.composing import take_composed
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.labels import make_label

_SHORT = {
    "possibility": N_("１ 可能性"),
    "form": N_("２ 形態"),
    "partner": N_("３ パートナー"),
    "effectiveness": N_("４ 実行性"),
    "running": N_("５ 実施"),
    "review": N_("６ 振り返り"),
}
_HISTORY = "history"


def open_guide(
    context: UiContext, parent: QWidget, owner: SheetOwner | None = None, record_id: int | None = None
) -> None:
    """Open the steps over the window: of a record, or one of its several, or with nothing in hand."""
    with context.reporting():
        GuideDialog(context, parent, GuidePlace(record_id, owner)).open()


def open_last_guide(context: UiContext, parent: QWidget) -> None:
    """Open the steps where they were left last."""
    with context.reporting():
        GuideDialog(context, parent, left_at(context.settings)).open()


class GuideDialog(QDialog):
    """The project, the six steps as tabs, one step's words and notes; kept as soon as something is said."""

    def __init__(
        self, context: UiContext, parent: QWidget | None = None, place: GuidePlace | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("協働による事業の進め方（六つの手順）"))
        place = place or GuidePlace()
        self._context, self._owner = context, place.owner
        self._guides = context.services.guides
        self._draft, self.record = self._guides.blank_for(), None
        self._text = self._guides.text(self._draft.fiscal_year)
        self._answers: dict[str, str] = {}
        self._of_record, self._warned = "", False
        self.messages = MessageBar(context.theme)
        this_year = fiscal_year(context.clock.today())
        self.head = GuideHead(context.theme, this_year, self._projects, self._on_head_changed)
        tabs = [(step.key, _(_SHORT.get(step.key, step.title))) for step in self._text.steps]
        self.tabs = InnerTabs(context.theme, [*tabs, (_HISTORY, _("履歴"))], _("六つの手順"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body: QWidget | None = None
        self._parts = StepParts(context, self._save, self._note)
        self._lay_out()
        self.head.chosen.connect(self._on_project)
        self.tabs.chosen.connect(lambda _key: self._show_step())
        self._begin(place)
        self.tabs.focus_chosen()
        size = QSize(context.theme.px(1000), context.theme.px(720))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    record: GuideRecord | None
    """What is kept of the project; None until something is said of it."""

    def done(self, result: int) -> None:
        """Keep what is typed, and where one was; what cannot be kept is said before it is lost."""
        if not self.keep() and not self._warned:
            self._warned = True
            return
        record_id = self.record.id if self.record is not None else None
        remember(self._context.settings, GuidePlace(record_id, self._owner, self.tabs.value()))
        super().done(result)

    def keep(self) -> bool:
        """Keep what is typed, also what an input method still composes; tell whether it could be taken."""
        take_composed()
        return all([self.head.keep(), self._parts.keep()])

    def go(self, by: int) -> None:
        """Turn to the next step or the one before."""
        keys = [step.key for step in self._text.steps]
        at = keys.index(self.tabs.value()) if self.tabs.value() in keys else len(keys)
        self.keep()
        self.tabs.choose(keys[min(max(at + by, 0), len(keys) - 1)])
        self._parts.focus_first()

    def print_step(self, *, whole: bool) -> None:
        """Show the paper of the step in front, or of all six."""
        self.keep()
        if self.record is None and self._draft.title.strip():
            self._save(self._draft)
        documents, guides, record = self._context.services.documents, self._guides, self.record
        if record is None:
            with self._reporting():
                self._context.print_preview(documents.print_blank("six_steps"), _("六つの手順（白紙）"))
            return
        step = "" if whole or self.tabs.value() == _HISTORY else self.tabs.value()
        title = _("六つの手順（{title}）").format(title=record.draft.title or _("事業名未記入"))
        with self._reporting():
            printed = documents.print_data("six_steps", guides.paper(record.id, step))
            self._context.print_preview(printed, title)

    def discard(self) -> None:
        """Put the project in front into the wastebasket; 元に戻す brings it back."""
        self.keep()
        record = self.record
        if record is None:
            return
        with self._reporting():
            self._guides.discard([record.id])
            self._draft = self._guides.blank_for()
            self._take_up(None)
            done = _("六つの手順の記録をごみ箱へ入れました。「ごみ箱を開く」で戻せます。")
            self.messages.show_note(Tone.DONE, done)

    def open_wastebasket(self) -> None:
        """Show the projects that were discarded, and their way back."""
        self.keep()
        listed = partial(discarded_guides, self._guides)
        dialog = WastebasketDialog(self._context, listed, self._guides.restore, self)
        dialog.finished.connect(lambda _result: self.head.list_projects(self.record))
        dialog.open()

    # Which project

    def _begin(self, place: GuidePlace) -> None:
        known: tuple[GuideRecord, ...] = ()
        if place.owner is not None:
            known = self._guides.of(place.owner)
            self._draft = self._guides.blank_for(place.owner)
            self._of_record = self._draft.title or _("この団体")
        record = known[0] if known else None
        if place.record_id is not None:
            living = {one.id: one for one in self._guides.list()}
            record = living.get(place.record_id)
        if place.step:
            self.tabs.set_value(place.step)
        self._take_up(record)

    def _projects(self) -> Projects:
        owner = self._owner
        mine = self._guides.of(owner) if owner is not None else ()
        return Projects(self._guides.list(), mine, self._of_record)

    def _take_up(self, record: GuideRecord | None) -> None:
        self.record = record
        self._answers = {}
        if record is not None:
            self._draft = record.draft
        self._text = self._guides.text(self._draft.fiscal_year)
        self.head.show_project(self._draft, record, self._facts())
        self.discard_button.setEnabled(record is not None)
        self._mark_steps()
        self._show_step()

    def _facts(self) -> tuple[str, ...]:
        record, draft = self.record, self._draft
        partner = record.partner_name if record is not None else ""
        outside = _("公募の制度の外の事業") if draft.proposal_id is None else _("公募の制度の事業")
        many = len(self._projects().mine)
        told = _("この記録の手順は {n}件あります。「事業」で選べます。").format(n=many) if many > 1 else ""
        return partner, outside, told

    def _on_project(self, key: str) -> None:
        self.keep()
        with self._reporting():
            owner = self._owner
            if key == NEW_OF_RECORD and owner is not None:
                self._draft = self._guides.blank_for(owner)
            else:
                self._draft = self._guides.blank_for()
            self._take_up(self._guides.get(int(key)) if key not in (NEW, NEW_OF_RECORD) else None)

    def _mark_steps(self) -> None:
        """Put a ✓ behind the steps of which every point was looked at."""
        for step in self._text.steps:
            seen = self.record is not None and all_seen(step, self.record)
            title = _(_SHORT.get(step.key, step.title))
            self.tabs.rename(step.key, f"{title} ✓" if seen else title)

    # One step

    def _show_step(self) -> None:
        self._parts.keep()
        step = self._text.step(self.tabs.value())
        self.print_one.setEnabled(step is not None)
        if step is None:
            self.body = self._parts.make_history(self.record)
        else:
            theme = self._context.theme
            ways = [
                make_button(theme, _(WAYS[way]), self._way_to(way), kind="link")
                for way in step.links
                if way in WAYS
            ]
            self.body = self._parts.make_step(
                self._text, step, self._draft, self.record, ways, self._answers, self.note_down
            )
        old = self.area.takeWidget()
        self.area.setWidget(self.body)
        if old is not None:
            # Not deleted at once: the field or button that led here may be one of its own.
            old.hide()
            old.deleteLater()

    # Keeping

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Say what cannot be taken in this window, which stands before the other."""
        try:
            yield
        except KyodoError as error:
            self.messages.show_note(Tone.ERROR, str(error))

    def _on_head_changed(self, draft: GuideDraft) -> bool:
        other_year = draft.fiscal_year != self._draft.fiscal_year
        if self._save(draft) is None:
            return False
        if other_year and self.record is not None:
            self._take_up(self.record)
        return True

    def _save(self, draft: GuideDraft) -> int | None:
        with self._reporting():
            if self.record is None:
                record_id = self._guides.create(draft)
            else:
                record_id = self.record.id
                self._guides.save(record_id, draft)
            again = draft.partner_id != self._draft.partner_id or draft.proposal_id != self._draft.proposal_id
            self.record, self._draft = self._guides.get(record_id), draft
            self._parts.know(self.record)
            self.head.know(draft)
            self.head.list_projects(self.record)
            self.discard_button.setEnabled(True)
            if again:
                self._take_up(self.record)
                self._parts.focus_first()
            return record_id
        return None

    def _note(self, note: GuideNote) -> bool:
        record_id = self.record.id if self.record is not None else self._save(self._draft)
        if record_id is None:
            return False
        with self._reporting():
            by = self._context.services.settings.get("clerk_name", "")
            self._guides.note(record_id, replace(note, by=by))
            self.record = self._guides.get(record_id)
            self._parts.know(self.record)
            self._mark_steps()
            self.messages.clear()
            return True
        return False

    def note_down(self) -> None:
        """Keep what was noted of the step in front among the talks with the partner."""
        self.keep()
        record = self.record
        words = noted_words(self._text, record, self.tabs.value()) if record is not None else ""
        if record is None or not words:
            self.messages.show_note(Tone.DUE, _("残すメモがありません。項目のメモを書いてください。"))
            return
        with self._reporting():
            draft = record.draft
            talk = ContactDraft(
                ContactWay.OTHER, words, partner_id=draft.partner_id, proposal_id=draft.proposal_id
            )
            self._context.services.contacts.note(talk)
            done = _("メモを相談記録に残しました: {partner}").format(partner=record.partner_name)
            self.messages.show_note(Tone.DONE, done)

    # Ways on

    def _way_to(self, way: str) -> Callable[[], None]:
        return lambda: self.leave_for(way)

    def leave_for(self, way: str) -> None:
        """Close, go where a way leads, and say how to come back."""
        self.accept()
        if self.isVisible():
            return
        context, parent = self._context, self.parentWidget()
        with context.reporting():
            follow(context, parent or self, self._draft, way)
            back = _("六つの手順には Ctrl+Shift+G で戻れます。")
            context.tell(Tone.DONE, back, "", None)

    def _lay_out(self) -> None:
        theme = self._context.theme
        for keys, act in (
            ("Ctrl+PgDown", partial(self.go, 1)),
            ("Ctrl+PgUp", partial(self.go, -1)),
            ("Ctrl+P", lambda: self.print_step(whole=False)),
            ("Ctrl+Shift+P", lambda: self.print_step(whole=True)),
            ("Ctrl+F", self.head.finder.box.setFocus),
            ("Ctrl+S", self.keep),
        ):
            QShortcut(QKeySequence(keys), self, act)
        foot = QHBoxLayout()
        theme.space(foot, 8, (24, 8, 24, 12))
        words = _("すぐに残ります。")
        foot.addWidget(make_label(words, "muted", wrap=True), 1)
        self.discard_button = make_button(theme, _("ごみ箱へ"), self.discard, kind="flat")
        self.waste_button = make_button(theme, _("ごみ箱を開く"), self.open_wastebasket, kind="flat")
        self.print_one = make_button(theme, _("この手順を印刷"), lambda: self.print_step(whole=False))
        self.print_all = make_button(theme, _("すべて印刷"), lambda: self.print_step(whole=True))
        close = make_button(theme, _("閉じる"), self.reject)
        for button in (self.discard_button, self.waste_button, self.print_one, self.print_all, close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addWidget(self.messages)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(self.area, 1)
        column.addWidget(make_line())
        column.addLayout(foot)
