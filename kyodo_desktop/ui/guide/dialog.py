"""六つの手順: a project taken through the handbook's steps, kept at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.guides import GuideDraft, GuideNote, GuideRecord
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.guide.choices import FormChoice, SuitabilityChoice
from kyodo_desktop.ui.guide.step_body import StepBody
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.inner_tabs import InnerTabs
from kyodo_desktop.ui.widgets.labels import make_label

WAYS = {
    "partners": N_("団体台帳"),
    "talents": N_("人財の森をさがす"),
    "check_sheets": N_("チェックシート"),
    "agreement": N_("協定書を作る"),
    "contract": N_("契約書を作る"),
    "midterm_review": N_("中間評価の紙を作る"),
    "retrospective": N_("振り返りシートを作る"),
}
"""What the program has for a step."""
_SHORT = {
    "possibility": N_("１ 可能性"),
    "form": N_("２ 形態"),
    "partner": N_("３ パートナー"),
    "effectiveness": N_("４ 実行性"),
    "running": N_("５ 実施"),
    "review": N_("６ 振り返り"),
}


def open_guide(context: UiContext, parent: QWidget, owner: SheetOwner | None = None) -> None:
    """Open the steps over the window: of a record where it was left, or with nothing in hand."""
    with context.reporting():
        GuideDialog(context, parent, owner).open()


class GuideDialog(QDialog):
    """The project, the six steps as tabs, one step's words and notes; kept as soon as something is said."""

    def __init__(
        self, context: UiContext, parent: QWidget | None = None, owner: SheetOwner | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("協働による事業の進め方（六つの手順）"))
        self._context, self._owner = context, owner
        self._guides = context.services.guides
        self._text = self._guides.text()
        self._draft, self.record = self._guides.draft_for(), None
        self.project = Choice(context.theme, _("事業"))
        self.title = JapaneseLineEdit(_("事業名"))
        self.facts = make_label("", "muted", wrap=True)
        tabs = [(step.key, _(_SHORT.get(step.key, step.title))) for step in self._text.steps]
        self.tabs = InnerTabs(context.theme, tabs, _("六つの手順"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body: StepBody | None = None
        self._lay_out()
        self.project.chosen.connect(self._on_project)
        self.title.editingFinished.connect(self._keep_title)
        self.tabs.chosen.connect(lambda _key: self._show_step())
        self._begin()
        size = QSize(context.theme.px(860), context.theme.px(680))
        self.resize(size if parent is None else size.boundedTo(parent.window().size()))

    record: GuideRecord | None
    """What is kept of the project; None until something is said of it."""

    def done(self, result: int) -> None:
        """Keep what is typed."""
        self._keep()
        super().done(result)

    def print_step(self, *, whole: bool) -> None:
        """Show the paper of the step in front, or of all six."""
        self._keep()
        documents, guides, record = self._context.services.documents, self._guides, self.record
        if record is None:
            with self._context.reporting():
                self._context.print_preview(documents.print_blank("six_steps"), _("六つの手順（白紙）"))
            return
        step = "" if whole else self.tabs.value()
        title = _("六つの手順（{title}）").format(title=record.draft.title or _("事業名未記入"))
        with self._context.reporting():
            printed = documents.print_data("six_steps", guides.paper(record.id, step))
            self._context.print_preview(printed, title)

    def discard(self) -> None:
        """Put the project in front into the wastebasket; 元に戻す brings it back."""
        self._keep()
        record = self.record
        if record is None:
            return
        with self._context.reporting():
            self._guides.discard([record.id])
            self._draft = self._guides.draft_for()
            self._take_up(None)
            done = _("六つの手順の記録をごみ箱へ入れました。「元に戻す」で戻せます。")
            self._context.tell(Tone.DONE, done, "", None)

    # Which project

    def _begin(self) -> None:
        known: tuple[GuideRecord, ...] = ()
        if self._owner is not None:
            known = self._guides.of(self._owner.kind, self._owner.record_id)
            self._draft = self._guides.draft_for(self._owner.kind, self._owner.record_id)
        self._take_up(known[0] if known else None)

    def _take_up(self, record: GuideRecord | None) -> None:
        self.record = record
        if record is not None:
            self._draft = record.draft
        self._list_projects()
        self.title.setText(self._draft.title)
        partner = record.partner_name if record is not None else ""
        facts = (format_fiscal_year(self._draft.fiscal_year), partner, self._draft.department)
        self.facts.setText("　".join(one for one in facts if one))
        if not self.tabs.value():
            self.tabs.set_value(self._text.steps[0].key)
        self._show_step()

    def _list_projects(self) -> None:
        known = [(str(one.id), one.draft.title or _("事業名未記入")) for one in self._guides.list()]
        self.project.set_choices([("", _("新しい事業")), *known])
        self.project.set_value(str(self.record.id) if self.record is not None else "")
        self.discard_button.setEnabled(self.record is not None)

    def _on_project(self, key: str) -> None:
        self._keep()
        with self._context.reporting():
            self._draft = self._guides.draft_for()
            self._take_up(self._guides.get(int(key)) if key else None)

    # One step

    def _show_step(self) -> None:
        if self.body is not None:
            self.body.keep()
        step = self._text.step(self.tabs.value())
        if step is None:
            return
        theme = self._context.theme
        ways: list[QWidget] = [
            make_button(theme, _(WAYS[way]), self._way_to(way), kind="link")
            for way in step.links
            if way in WAYS
        ]
        self.body = StepBody(theme, step, self.record, self._between(step.key), ways)
        self.body.noted.connect(self._on_noted)
        self.area.setWidget(self.body)

    def _between(self, step: str) -> QWidget | None:
        theme = self._context.theme
        if step == "possibility":
            kinds = SuitabilityChoice(theme, self._text, self._draft.suitability)
            kinds.chosen.connect(lambda key: self._save(replace(self._draft, suitability=key)))
            return kinds
        if step == "form":
            outside = self.record is None or not self.record.programme
            if self.record is None and self._draft.proposal_id is not None:
                outside = False
            forms = FormChoice(theme, self._text, self._draft, outside=outside)
            forms.zone_chosen.connect(lambda key: self._save(replace(self._draft, zone=key)))
            forms.form_chosen.connect(lambda key: self._save(replace(self._draft, collaboration_form=key)))
            return forms
        return None

    # Keeping

    def _save(self, draft: GuideDraft) -> int | None:
        with self._context.reporting():
            if self.record is None:
                record_id = self._guides.create(draft)
            else:
                record_id = self.record.id
                self._guides.save(record_id, draft)
            self.record, self._draft = self._guides.get(record_id), draft
            self._list_projects()
            return record_id
        return None

    def _on_noted(self, note: GuideNote) -> None:
        record_id = self.record.id if self.record is not None else self._save(self._draft)
        if record_id is None:
            return
        with self._context.reporting():
            by = self._context.services.settings.get("clerk_name", "")
            self._guides.note(record_id, replace(note, by=by))
            self.record = self._guides.get(record_id)

    def _keep_title(self) -> None:
        title = self.title.text().strip()
        if title != self._draft.title:
            self._save(replace(self._draft, title=title))

    def _keep(self) -> None:
        self._keep_title()
        if self.body is not None:
            self.body.keep()

    # Ways on

    def _way_to(self, way: str) -> Callable[[], None]:
        return lambda: self._go(way)

    def _go(self, way: str) -> None:
        self.accept()
        context, draft = self._context, self._draft
        if way == "talents":
            from kyodo_desktop.ui.talents.lookup import open_lookup

            open_lookup(context, self.parentWidget() or self)
        elif way == "partners":
            context.open_page("partners", draft.partner_id)
        elif way == "check_sheets":
            context.open_page("check_sheets", None)
        elif (owner := _paper_owner(draft)) is not None:
            context.make_paper(owner, way)
        else:
            context.open_page("papers", None)

    def _lay_out(self) -> None:
        theme = self._context.theme
        head = QHBoxLayout()
        theme.space(head, 8, (24, 16, 24, 4))
        for label, field, share in ((_("事業"), self.project, 2), (_("事業名"), self.title, 3)):
            head.addWidget(make_label(label))
            head.addWidget(field, share)
        facts = QHBoxLayout()
        theme.space(facts, 0, (24, 0, 24, 4))
        facts.addWidget(self.facts, 1)
        foot = QHBoxLayout()
        theme.space(foot, 8, (24, 8, 24, 12))
        foot.addWidget(make_label(_("書いたことは、すぐに残ります。"), "muted"), 1)
        self.print_one = make_button(theme, _("この手順を印刷"), lambda: self.print_step(whole=False))
        self.print_all = make_button(theme, _("すべて印刷"), lambda: self.print_step(whole=True))
        self.discard_button = make_button(theme, _("ごみ箱へ"), self.discard, kind="flat")
        foot.addWidget(self.discard_button)
        for button in (self.print_one, self.print_all, make_button(theme, _("閉じる"), self.reject)):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addLayout(head)
        column.addLayout(facts)
        column.addWidget(self.tabs)
        column.addWidget(self.area, 1)
        column.addWidget(make_line())
        column.addLayout(foot)


def _paper_owner(draft: GuideDraft) -> SheetOwner | None:
    if draft.proposal_id is not None:
        return SheetOwner("proposal", draft.proposal_id)
    if draft.collaboration_id is not None:
        return SheetOwner("collaboration", draft.collaboration_id)
    return SheetOwner("partner", draft.partner_id) if draft.partner_id is not None else None
