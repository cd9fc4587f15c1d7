"""Of which record a paper is: found by a few letters, then shown with the way to another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.registry import PAGES
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label
from kyodo_desktop.ui.widgets.record_picker import RecordPicker

YEAR = "fiscal_year"
"""The kind of record of a paper that is made of all records of a year; its id is the year."""
_EARLIER, _LATER = 5, 1
_PAGE_OF = {
    "proposal": "proposals",
    "partner": "partners",
    "check_sheet": "check_sheets",
    "collaboration": "collaborations",
}
KIND_LABELS = {
    "proposal": N_("提案"),
    "partner": N_("団体"),
    "check_sheet": N_("チェックシート"),
    "collaboration": N_("取組"),
}
_KINDS = {"proposal": ("proposal", "partner"), "check_sheet": ("check_sheet",), "partner": ("partner",)}
_ANY = ("partner", "proposal")


@dataclass(frozen=True, slots=True)
class ChosenRecord:
    """A record in words."""

    owner: SheetOwner
    title: str
    detail: str = ""


class RecordChooser(QWidget):
    """Tells `changed` with the owner, None when the paper is of no record."""

    changed = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._kinds: Sequence[str] = _ANY
        self.owner: SheetOwner | None = None
        theme = context.theme
        self.picker = RecordPicker(
            theme,
            self._search,
            _words,
            prompt=_("団体・提案をさがす"),
            name=_("見つかった記録"),
            nobody=_("見つかりません"),
        )
        self.picker.picked.connect(lambda record: self.choose(record.owner))
        self._shown = QWidget()
        line = QHBoxLayout(self._shown)
        theme.space(line, 12)
        self.words = ElidedLabel("", "head", middle=True)
        self.other = make_button(theme, _("変える"), self._on_other, kind="link")
        self.other.setAccessibleName(_("別の記録を選ぶ"))
        self.none = make_button(theme, _("記録なしで書く"), partial(self.choose, None), kind="link")
        line.addWidget(self.words, 1)
        line.addWidget(self.other)
        self.years = Choice(theme, _("年度"), self._years())
        self.years.setFixedWidth(theme.px(160))
        self.years.chosen.connect(lambda year: self._take(SheetOwner(YEAR, int(year))))
        self.parts = Choice(theme, _("制度・課"))
        self.parts.setFixedWidth(theme.px(280))
        self.parts.chosen.connect(lambda _part: self.changed.emit(self.owner))
        self._label = make_label(_("記録"), "muted")
        self._label.setMinimumHeight(theme.px(28))
        row = QHBoxLayout()
        theme.space(row, 12)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        theme.space(column, 4)
        for part in (self.picker, self.none, self._shown):
            column.addWidget(part)
        column.addWidget(self.years, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self.offer_parts(())
        row.addLayout(column, 1)
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addLayout(row)

    def show_owner(self, record_kind: str | None, owner: SheetOwner | None) -> None:
        """Show of which record the paper is, without telling; `record_kind` is the form's."""
        self._kinds = _KINDS.get(record_kind or "", _ANY)
        self.owner = owner
        self.picker.box.clear()
        self.picker.search_now()
        kinds = "・".join(_(KIND_LABELS[kind]) for kind in self._kinds)
        self.picker.box.setPlaceholderText(_("{kinds}をさがす").format(kinds=kinds))
        is_year = record_kind == YEAR
        self._label.setText(_("年度") if is_year else _("記録"))
        self.years.setVisible(is_year)
        if is_year and owner is not None:
            self.years.set_value(str(owner.record_id))
        chosen = self._chosen()
        self.words.setText("" if chosen is None else _chosen_words(chosen))
        self._shown.setVisible(not is_year and chosen is not None)
        self.none.hide()
        self.picker.setVisible(not is_year and chosen is None)

    def offer_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Offer programmes or sections that a paper of a year can be of; the one chosen stays if it may."""
        before = self.parts.value()
        self.parts.set_choices((("", _("制度・課を選ぶと、下の欄に入ります")), *parts))
        self.parts.set_value(before if before in dict(parts) else "")
        self.parts.setVisible(bool(parts))

    def choose(self, owner: SheetOwner | None) -> None:
        """Take a record, or none, and tell."""
        self._take(owner)
        if owner is None:
            self.picker.box.setFocus()

    def this_year(self) -> SheetOwner:
        """Return the fiscal year of today."""
        return SheetOwner(YEAR, fiscal_year(self._context.clock.today()))

    def describe(self) -> str:
        """Return the record in words, empty if there is none."""
        return self.words.text()

    def _take(self, owner: SheetOwner | None) -> None:
        self.owner = owner
        self.changed.emit(owner)

    def _on_other(self) -> None:
        self._shown.hide()
        self.picker.show()
        self.none.show()
        self.picker.box.setFocus()

    def _years(self) -> list[tuple[str, str]]:
        year = self.this_year().record_id
        return [(str(one), format_fiscal_year(one)) for one in range(year + _LATER, year - _EARLIER - 1, -1)]

    def _search(self, text: str, limit: int) -> Sequence[ChosenRecord]:
        found: list[ChosenRecord] = []
        for kind in self._kinds:
            page = next(spec for spec in PAGES if spec.key == _PAGE_OF[kind]).load()
            hits = page.search(self._context.services, text, limit)
            found += [ChosenRecord(SheetOwner(kind, hit.record_id), hit.title, hit.detail) for hit in hits]
        # Both kinds are to be seen, the first one rather more.
        first = [one for one in found if one.owner.kind == self._kinds[0]]
        rest = [one for one in found if one.owner.kind != self._kinds[0]]
        return (first[: limit - min(len(rest), limit // 2)] + rest)[:limit]

    def _chosen(self) -> ChosenRecord | None:
        if self.owner is None or self.owner.kind == YEAR:
            return None
        services, record_id = self._context.services, self.owner.record_id
        with self._context.reporting():
            match self.owner.kind:
                case "partner":
                    return ChosenRecord(self.owner, services.partners.get(record_id).name)
                case "proposal":
                    proposal = services.proposals.get(record_id)
                    draft = proposal.draft
                    title = f"{proposal.receipt_number} {draft.title}".strip() or _("（名称未記入）")
                    return ChosenRecord(self.owner, title, draft.partner_name)
                case "check_sheet":
                    return ChosenRecord(self.owner, services.check_sheets.get(record_id).title)
                case "collaboration":
                    return ChosenRecord(self.owner, services.collaborations.get(record_id).title)
        return None


def _words(record: ChosenRecord) -> str:
    kind = _(KIND_LABELS[record.owner.kind])
    return f"{kind}　{record.title}　{record.detail}".rstrip("　")


def _chosen_words(record: ChosenRecord) -> str:
    return _words(record)
