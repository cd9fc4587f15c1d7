"""An issued paper to be read: where it is, what comes next, its days, its history."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.scans import ScanRecord
from kyodo_desktop.records.sheets import IssuedSheet, SheetOwner, SheetState
from kyodo_desktop.ui.pages.papers.sheet_rows import SheetRow
from kyodo_desktop.ui.pages.shared.record_detail import RecordDetail
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import (
    FieldRows,
    LinkHolder,
    make_caption_row,
    make_flow,
    make_section,
    make_title,
)
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.tags import NoteBox, Tag

_LABEL_WIDTH = 72


@dataclass(frozen=True, slots=True)
class SheetActions:
    """Where the detail's buttons and links lead."""

    print_out: Callable[[], object]
    hand_out: Callable[[], object]
    receive: Callable[[], object]
    file_away: Callable[[], object]
    replace: Callable[[], object]
    step_back: Callable[[], object]
    void: Callable[[], object]
    open_owner: Callable[[SheetOwner], object]
    open_number: Callable[[str], object]
    open_scan: Callable[[ScanRecord], object]


class SheetDetail(RecordDetail):
    """Number, title, how it stands, the next step as the primary action, its days, what else can be done."""

    next_button: QPushButton | None = None

    def show_sheet(
        self,
        row: SheetRow,
        scans: Sequence[ScanRecord],
        history: Sequence[ChangeSetRecord],
        actions: SheetActions,
    ) -> None:
        """Show a paper from the top."""
        self.clear()
        theme, sheet = self.theme, row.sheet
        self.add(make_caption_row(theme, sheet.number))
        self.add(make_title(theme, sheet.title))
        self.add_space(4)
        self.add(make_flow(theme, (self._make_tag(row),)))
        self.add_space(8)
        self.add(self._make_buttons(sheet, actions))
        self.add_space(8)
        if sheet.replaced_by:
            action = (sheet.replaced_by, lambda: actions.open_number(sheet.replaced_by))
            words = _("この紙は無効です。新しいほうを使ってください。")
            self.add(NoteBox(theme, Tone.DUE, _("差し替え済み"), words, action))
            self.add_space(8)
        self.add(self._make_fields(sheet, actions))
        self.add(make_section(theme, _("この紙の歩み")))
        self.add(self._make_days(sheet))
        if scans:
            self.add(make_section(theme, _("戻ってきた紙"), len(scans)))
            for scan in scans:
                self.add(make_flow(theme, (self._make_scan(scan, actions),)))
        others = self._make_others(sheet, actions)
        if others:
            self.add(make_section(theme, _("ほかにできること")))
            self.add(make_flow(theme, others, 16))
        self.add(make_section(theme, _("履歴")))
        for part in make_history_rows(theme, history):
            self.add(part)
        self.finish()

    def _make_tag(self, row: SheetRow) -> QWidget:
        state = row.sheet.state
        if row.is_late:
            return Tag(self.theme, Tone.DUE, _("{state} 戻る予定を過ぎています").format(state=row.state))
        if state in (SheetState.RECEIVED, SheetState.FILED):
            return Tag(self.theme, Tone.DONE, row.state)
        return Tag(self.theme, Tone.ERROR if state is SheetState.VOID else Tone.DUE, row.state)

    def _make_buttons(self, sheet: IssuedSheet, actions: SheetActions) -> QWidget:
        theme = self.theme
        steps = {
            SheetState.MADE: (_("印刷"), actions.print_out, "printer"),
            SheetState.PRINTED: (_("渡す"), actions.hand_out, "file-output"),
            SheetState.AWAITED: (_("受領"), actions.receive, "check"),
            SheetState.RECEIVED: (_("綴る"), actions.file_away, "check"),
        }
        bar = FlowBar(theme.px(32), theme.px(8))
        bar.setProperty("ground", "surface")
        theme.space(bar.flow, 8)
        self.next_button = None
        if sheet.state in steps:
            word, act, icon = steps[sheet.state]
            self.next_button = make_button(theme, word, act, kind="primary", icon=icon)
            bar.flow.addWidget(self.next_button)
        if sheet.state is not SheetState.MADE:
            word = _("再印刷") if sheet.state is not SheetState.VOID else _("紙を見る")
            bar.flow.addWidget(make_button(theme, word, actions.print_out, icon="printer"))
        return bar

    def _make_scan(self, scan: ScanRecord, actions: SheetActions) -> QWidget:
        day = format_date(office_time(scan.taken_in_at).date())
        words = _("{day}　{source}（{n}ページ）").format(day=day, source=scan.source, n=scan.pages)
        return make_button(self.theme, words, partial(actions.open_scan, scan), kind="link")

    def _make_fields(self, sheet: IssuedSheet, actions: SheetActions) -> QWidget:
        theme = self.theme
        fields = FieldRows(theme, _LABEL_WIDTH)
        owner = sheet.owner
        if owner is not None and sheet.owner_name:
            link = make_button(theme, sheet.owner_name, lambda: actions.open_owner(owner), kind="link")
            fields.add_widget(_("記録"), LinkHolder(link))
        else:
            fields.add_text(_("記録"), _("決めていません"), "muted")
        if sheet.document_number:
            fields.add_unbroken(_("文書番号"), sheet.document_number)
        fields.add_text(_("枚数"), _("{n}ページ").format(n=sheet.pages))
        fields.add_text(_("作成者"), sheet.made_by or _("分かりません"), "body" if sheet.made_by else "muted")
        if sheet.replaces:
            link = make_button(
                theme, sheet.replaces, lambda: actions.open_number(sheet.replaces), kind="link"
            )
            fields.add_widget(_("差し替え"), make_flow(theme, (link,)))
        if sheet.note:
            fields.add_text(_("メモ"), sheet.note)
        return fields

    def _make_days(self, sheet: IssuedSheet) -> QWidget:
        fields = FieldRows(self.theme, _LABEL_WIDTH)
        fields.add_text(_("作成"), format_date(office_time(sheet.made_at).date()))
        handed = ""
        if sheet.awaited_since is not None:
            words = _("{day}　{holder}") if sheet.holder else "{day}"
            handed = words.format(day=format_date(sheet.awaited_since), holder=sheet.holder)
        for label, text in (
            (_("印刷"), format_date(sheet.printed_on) if sheet.printed_on else ""),
            (_("渡した"), handed),
            (_("戻る予定"), format_date(sheet.due_on) if sheet.due_on else ""),
            (_("受領"), format_date(sheet.received_on) if sheet.received_on else ""),
            (_("綴り"), format_date(sheet.filed_on) if sheet.filed_on else ""),
            (_("無効"), format_date(sheet.void_on) if sheet.void_on else ""),
        ):
            if text:
                fields.add_text(label, text)
        return fields

    def _make_others(self, sheet: IssuedSheet, actions: SheetActions) -> list[QPushButton]:
        theme, state = self.theme, sheet.state
        words: list[tuple[str, Callable[[], object]]] = []
        if state is not SheetState.VOID:
            words += [(_("差し替える"), actions.replace), (_("無効にする"), actions.void)]
        if state is SheetState.AWAITED:
            words.insert(0, (_("ほかの人に渡す"), actions.hand_out))
        if state is not SheetState.MADE and not sheet.replaced_by:
            words.append((_("段階を一つ戻す"), actions.step_back))
        return [make_button(theme, word, act, kind="link") for word, act in words]
