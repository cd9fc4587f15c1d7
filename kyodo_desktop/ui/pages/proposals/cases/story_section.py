"""The time-line of a case: every move with its day and reason, the last one to be taken back, the ends."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.cases import CaseFigures, StageEntryRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.proposals.cases.moving import BACK, BackForm, MoveForm, move_target
from kyodo_desktop.ui.pages.proposals.cases.view import CaseView
from kyodo_desktop.ui.pages.proposals.cases.wording import act_title
from kyodo_desktop.ui.pages.proposals.section import ListSection
from kyodo_desktop.ui.widgets.detail import FieldRows, make_flow, make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.in_place_form import FormTarget
from kyodo_desktop.ui.widgets.labels import make_label

_LABEL_WIDTH = 128


class StorySection(ListSection[CaseView]):
    """Money in short, the moves from the first to the last, and how the case may end."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _("経過と終わり"))

    def parts(self, detail: CaseView) -> Iterator[QWidget]:
        """Yield figures, moves and ends."""
        yield make_section(self.context.theme, _("お金"))
        yield self._figures(detail.case.figures)
        if detail.case.list_year is not None:
            yield make_section(self.context.theme, _("取組一覧"))
            yield make_flow(self.context.theme, (self._list_row(detail, detail.case.list_year),))
        entries = detail.case.entries
        yield make_section(self.context.theme, _("経過"), len(entries) or None)
        if not entries:
            yield make_label(_("受付のあとに進めた段階が、ここに並びます。"), "muted", wrap=True)
        held = [one for one in entries if one.taken_back_on is None]
        back = FormTarget(BACK, detail.id)
        for at, entry in enumerate(entries):
            if at:
                yield make_line(faint=True)
            is_last = bool(held) and entry is held[-1]
            if is_last and self.is_open(back):
                yield self.put(
                    back, partial(BackForm, self.context, detail.id, entry.label, entry.entered_on)
                )
            else:
                yield self._entry(entry, back if is_last else None)
        yield from self._ends(detail)
        yield from self._wastebasket(detail)

    def _wastebasket(self, detail: CaseView) -> Iterator[QWidget]:
        """Yield what was put away of the case, each with the way back."""
        cases = self.context.services.cases
        discarded = cases.discarded(detail.id)
        if not discarded:
            return
        yield make_section(self.context.theme, _("ごみ箱の記録"), len(discarded))
        for act in discarded:
            name = f"{act.label}　{act_title(act)}"
            words = _("ごみ箱から戻しました: {act}").format(act=name)
            restore = partial(self.act, words, partial(cases.restore_acts, [act.id]))
            link = self.make_link(_("戻す"), restore, f"restore {act.id}", about=name)
            yield make_flow(self.context.theme, (make_label(name, "muted"), link), 16)

    def _figures(self, money: CaseFigures) -> QWidget:
        fields = FieldRows(self.context.theme, _LABEL_WIDTH)
        for label, amount in (
            (_("申請額"), money.asked),
            (_("決定額"), money.granted),
            (_("支払額"), money.paid or None),
            (_("確定額"), money.settled),
            (_("返還額"), money.refund),
            (_("返還された額"), money.refunded or None),
        ):
            if amount is not None:
                fields.add_text(label, _("{yen}円").format(yen=format_yen(amount)))
        return fields

    def _list_row(self, detail: CaseView, year: int) -> QPushButton:
        """Return the way to the row of the list that the project is, or to making it one."""
        there = detail.case.collaboration_id
        name = _("{year}の取組一覧").format(year=format_fiscal_year(year))
        if there is not None:
            show = partial(self.context.open_page, "collaborations", there)
            return self.make_link(_("{list}で見る").format(list=name), show, "list")
        add = partial(
            self.act,
            _("{list}に加えました").format(list=name),
            partial(self.context.services.cases.put_on_list, detail.id),
        )
        return self.make_link(_("{list}に加える").format(list=name), add, "list", icon="plus")

    def _entry(self, entry: StageEntryRecord, back: FormTarget | None) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        self.context.theme.space(column, 2, (0, 8, 0, 8))
        gone = entry.taken_back_on is not None
        title = f"{format_date(entry.entered_on)}　{entry.label}"
        column.addWidget(make_label(title, "muted" if gone else "head", wrap=True))
        for words in (
            _("足りなかったもの: {words}").format(words=entry.missing) if entry.missing else "",
            _("理由: {words}").format(words=entry.reason) if entry.reason else "",
            _("取り消し {day}　理由: {words}").format(
                day=format_date(entry.taken_back_on), words=entry.taken_back_reason
            )
            if entry.taken_back_on is not None
            else "",
            _("記録した人: {who}").format(who=entry.by) if entry.by else "",
        ):
            if words:
                column.addWidget(make_label(words, "caption", wrap=True))
        if back is not None:
            link = self.make_link(
                _("前の段階に戻す"), partial(self.open_form, back), f"new {BACK}", about=title
            )
            column.addWidget(make_flow(self.context.theme, (link,)))
        return row

    def _ends(self, detail: CaseView) -> Iterator[QWidget]:
        ends = [one for one in detail.case.moves if one.is_end]
        if not ends:
            return
        yield make_section(self.context.theme, _("終わり方"))
        links = []
        for move in ends:
            target = move_target(move.stage, detail.id)
            if self.is_open(target):
                yield self.put(target, partial(MoveForm, self.context, detail.id, move))
            else:
                links.append(
                    self.make_link(move.label, partial(self.open_form, target), f"new {target.kind}")
                )
        yield make_flow(self.context.theme, links, 16)
