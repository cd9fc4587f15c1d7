"""Whose steps are in front: the projects there are, and name, year, 課 of the one chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.folding import Query, bare_key, full_key
from kyodo_desktop.records.guides import GuideDraft, GuideRecord
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.edits import JapaneseLineEdit
from kyodo_desktop.ui.widgets.in_place_form import DRAFT_PAUSE_MS
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.record_picker import RecordPicker

NEW, NEW_OF_RECORD = "", "new"
"""What can be begun: a project of nothing, and one more of the record that the steps were opened from."""
_FIRST_YEAR = 2006


@dataclass(frozen=True, slots=True)
class Projects:
    """The projects to choose from; `mine` are those of the record that the steps were opened from."""

    all: Sequence[GuideRecord]
    mine: Sequence[GuideRecord] = ()
    of_record: str = ""
    """What that record is called; empty without one."""


def project_words(record: GuideRecord) -> str:
    """Return year, name and partner of a project in a line."""
    title = record.draft.title or _("事業名未記入")
    partner = _("（{partner}）").format(partner=record.partner_name) if record.partner_name else ""
    return f"{format_fiscal_year(record.draft.fiscal_year)}　{title}{partner}"


class GuideHead(QWidget):
    """Choosing a project, also by a few letters, and its name, year and 課, which `take` keeps."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        this_year: int,
        projects: Callable[[], Projects],
        take: Callable[[GuideDraft], bool],
    ) -> None:
        super().__init__()
        self._take = take
        self._theme, self._projects, self._this_year = theme, projects, this_year
        self._draft = GuideDraft(this_year, "")
        self.project = Choice(theme, _("事業"))
        self.finder = RecordPicker(
            theme,
            self._search,
            project_words,
            prompt=_("事業をさがす"),
            name=_("見つかった事業"),
            nobody=_("見つかりません"),
        )
        self.title = JapaneseLineEdit(_("事業名"))
        self.year = Choice(theme, _("年度"))
        self.department = JapaneseLineEdit(_("担当課"))
        self.facts = make_label("", "muted", wrap=True)
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.project.chosen.connect(self.chosen)
        self.finder.picked.connect(lambda record: self.chosen.emit(str(record.id)))
        self.year.chosen.connect(lambda _key: self.keep())
        for field in (self.title, self.department):
            field.editingFinished.connect(self.keep)
            field.textEdited.connect(lambda _text: self._pause.start())

    def show_project(self, draft: GuideDraft, record: GuideRecord | None, facts: Sequence[str]) -> None:
        """Show a project, kept or not."""
        self._draft = draft
        self.list_projects(record)
        self.title.setText(draft.title)
        self.department.setText(draft.department)
        years = {draft.fiscal_year, *range(_FIRST_YEAR, self._this_year + 2)}
        self.year.set_choices([(str(year), format_fiscal_year(year)) for year in sorted(years, reverse=True)])
        self.year.set_value(str(draft.fiscal_year))
        self.facts.setText("　".join(one for one in facts if one))
        self.facts.setVisible(bool(self.facts.text()))

    def list_projects(self, record: GuideRecord | None) -> None:
        """List what there is, the one in front chosen."""
        known = self._projects()
        mine = {one.id for one in known.mine}
        rows = [(NEW, _("新しい事業"))]
        if known.of_record:
            rows.append((NEW_OF_RECORD, _("新しく始める（{title}）").format(title=known.of_record)))
        others = [one for one in known.all if one.id not in mine]
        rows += [(str(one.id), project_words(one)) for one in (*known.mine, *others)]
        self.project.set_choices(rows)
        begun = NEW_OF_RECORD if known.of_record and self._draft.title == known.of_record else NEW
        self.project.set_value(str(record.id) if record is not None else begun)

    def keep(self) -> bool:
        """Keep what stands here if it is new, and tell whether it could be taken."""
        self._pause.stop()
        now = replace(
            self._draft,
            title=self.title.text().strip(),
            fiscal_year=int(self.year.value() or self._draft.fiscal_year),
            department=self.department.text().strip(),
        )
        return now == self._draft or self._take(now)

    def know(self, draft: GuideDraft) -> None:
        """Know what was changed elsewhere."""
        self._draft = draft

    def _search(self, text: str, limit: int) -> Sequence[GuideRecord]:
        query = Query.parse(text)
        found = []
        for one in self._projects().all:
            words = f"{project_words(one)} {one.draft.department}"
            if query.matches(full_key(words), bare_key(words), words):
                found.append(one)
        return found[:limit]

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        theme.space(column, 8, (24, 16, 24, 4))
        choosing = QHBoxLayout()
        theme.space(choosing, 8)
        choosing.addWidget(make_label(_("事業")))
        choosing.addWidget(self.project, 3)
        choosing.addWidget(self.finder, 2)
        naming = QHBoxLayout()
        theme.space(naming, 8)
        for label, field, share in (
            (_("事業名"), self.title, 5),
            (_("年度"), self.year, 2),
            (_("担当課"), self.department, 3),
        ):
            naming.addWidget(make_label(label))
            naming.addWidget(field, share)
        column.addLayout(choosing)
        column.addLayout(naming)
        column.addWidget(self.facts)
