"""The detail of an entry, to be read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.collaborations import (
    COLLABORATION_ZONE_LABELS,
    CollaborationRecord,
    ParticipationRecord,
)
from kyodo_desktop.records.guides import GuideRecord
from kyodo_desktop.ui.guide.section import OpenGuide, make_guide_rows
from kyodo_desktop.ui.pages.collaborations.wording import FormLabels, form_detail, link_detail
from kyodo_desktop.ui.pages.shared.record_detail import RecordDetail
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import (
    FieldRows,
    make_link_row,
    make_section,
    make_text_row,
)
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.tags import Tag


@dataclass(frozen=True, slots=True)
class EntryView:
    """All that the detail shows of one entry."""

    entry: CollaborationRecord
    same_partners: Sequence[CollaborationRecord]
    history: Sequence[ChangeSetRecord]
    labels: FormLabels
    has_draft: bool = False
    guides: Sequence[GuideRecord] = ()


@dataclass(frozen=True, slots=True)
class DetailActions:
    """Where the detail's links lead."""

    edit: Callable[[], object]
    add_partner: Callable[[], object]
    drop_draft: Callable[[], object]
    open_partner: Callable[[int], object]
    open_entry: Callable[[int], object]
    open_guide: OpenGuide


class EntryDetail(RecordDetail):
    """Caption, title, fields, 協働相手, チェックシートと評価, 六つの手順, 同じ相手との取組, 履歴."""

    def show_entry(self, view: EntryView, actions: DetailActions, both_sides: Iterable[QWidget]) -> None:
        """Show an entry from its top; `both_sides` is the section of its check sheets and evaluations."""
        self.clear()
        theme, entry = self.theme, view.entry
        year = format_fiscal_year(entry.fiscal_year)
        caption = _("番号 {number} ・ {year}").format(number=entry.number, year=year)
        self.add_head(caption, entry.title, actions.edit)
        if view.has_draft:
            self.add_draft_note(actions.drop_draft)
        self.add_space(12)
        self.add(self._make_fields(view))
        self._add_partners(view, actions)
        for part in (*both_sides, *make_guide_rows(theme, view.guides, actions.open_guide)):
            self.add(part)
        self._add_same_partners(view, actions)
        self.add(make_section(theme, _("履歴")))
        for row in make_history_rows(theme, view.history, entry.source):
            self.add(row)
        self.finish()

    def _make_fields(self, view: EntryView) -> QWidget:
        entry = view.entry
        fields = FieldRows(self.theme)
        _add_or_missing(fields, _("課名"), entry.department_words)
        _add_or_missing(fields, _("協働形態"), form_detail(entry, view.labels))
        if entry.zone is None:
            fields.add_text(_("領域"), _("決めていません"), "muted")
        else:
            fields.add_text(_("領域"), _(COLLABORATION_ZONE_LABELS[entry.zone]))
        if entry.note_doubtful:
            fields.add_widget(_("備考"), Tag(self.theme, Tone.DUE, _("要確認 ・ 原本で確認")))
        if entry.note:
            fields.add_text("" if entry.note_doubtful else _("備考"), entry.note)
        if entry.source_page is not None:
            fields.add_text(
                _("出典"), _("{source} {page}ページ").format(source=entry.source, page=entry.source_page)
            )
        return fields

    def _add_partners(self, view: EntryView, actions: DetailActions) -> None:
        cells = view.entry.participations
        add = make_button(self.theme, _("相手を足す"), actions.add_partner, kind="link", icon="plus")
        self.add(make_section(self.theme, _("協働相手"), len(cells), add))
        for number, cell in enumerate(cells):
            if number:
                self.add(make_line(faint=True))
            self._add_cell(cell, view.labels, actions)

    def _add_cell(self, cell: ParticipationRecord, labels: FormLabels, actions: DetailActions) -> None:
        form = labels.get(cell.collaboration_form, cell.collaboration_form)
        lines = cell.text.split("\n")
        if not cell.partners:
            self.add(make_text_row(self.theme, cell.text, after=form, below=_("台帳なし")))
            return
        if len(cell.partners) > 1 and sorted(lines) != sorted(link.name for link in cell.partners):
            self.add(make_text_row(self.theme, cell.text, after=form))
            form = ""
        for at, link in enumerate(cell.partners):
            self.add(
                make_link_row(
                    self.theme,
                    cell.text if len(cell.partners) == 1 and len(lines) == 1 else link.name,
                    partial(actions.open_partner, link.partner_id),
                    after=form if at == 0 else "",
                    below=link_detail(cell, link),
                )
            )

    def _add_same_partners(self, view: EntryView, actions: DetailActions) -> None:
        same = view.same_partners
        self.add(make_section(self.theme, _("同じ相手との取組"), len(same)))
        if not same:
            self.add(make_label(_("ほかの取組はありません"), "muted"))
        for entry in same:
            other_year = entry.fiscal_year != view.entry.fiscal_year
            before = (
                f"{format_fiscal_year(entry.fiscal_year)} {entry.number}" if other_year else str(entry.number)
            )
            self.add(
                make_link_row(
                    self.theme,
                    entry.title,
                    partial(actions.open_entry, entry.id),
                    before=before,
                    after=form_detail(entry, view.labels).split("（")[0],
                )
            )


def _add_or_missing(fields: FieldRows, label: str, text: str) -> None:
    fields.add_text(label, text or _("未記入"), "body" if text else "muted")
