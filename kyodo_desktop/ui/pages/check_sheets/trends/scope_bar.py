"""Whose papers are counted, of which years, and what of them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.records.trends import ASPECT_LABELS, Aspect, TrendOffer, TrendScope
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.bars import EDGE
from kyodo_desktop.ui.widgets.buttons import make_icon_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.labels import ElidedLabel, make_label
from kyodo_desktop.ui.widgets.partner_picker import PartnerPicker
from kyodo_desktop.ui.widgets.segments import Segments

WHOLE, PARTNER, DEPARTMENT = "whole", "partner", "department"
_NAME_WIDTH, _PICKER_WIDTH = 200, 420


class ScopeBar(QWidget):
    """Tells `changed` when something else is to be counted or shown."""

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        self._partner_id: int | None = None
        whose = ((WHOLE, _("事業全体")), (PARTNER, _("団体")), (DEPARTMENT, _("課")))
        self.whose = Segments(theme, whose, _("だれの事業を見るか"))
        self.whose.set_value(WHOLE)
        self.department = Choice(theme, _("課"))
        self.department.setMinimumWidth(theme.px(_NAME_WIDTH))
        self.picker = PartnerPicker(theme, context.services.partners.search)
        self.aspect = Choice(
            theme, _("見るもの"), [(one.value, _(label)) for one, label in ASPECT_LABELS.items()]
        )
        self.aspect.setMinimumWidth(theme.px(176))
        self.first, self.last = Choice(theme, _("はじめの年度")), Choice(theme, _("終わりの年度"))
        for choice in (self.first, self.last):
            choice.setMinimumWidth(theme.px(120))
        self._lay_out()
        self.whose.chosen.connect(self._on_whose)
        self.picker.picked.connect(self._on_picked)
        for choice in (self.department, self.aspect, self.first, self.last):
            choice.chosen.connect(lambda _key: self.changed.emit())
        self._refresh()

    def offer(self, offer: TrendOffer) -> None:
        """Offer the 課 and years that there are papers of; what is chosen stays."""
        department, first, last = self.department.value(), self.first.value(), self.last.value()
        names = offer.departments
        self.department.set_choices([(name, name) for name in names])
        self.department.set_value(department if department in names else next(iter(names), ""))
        for choice, kept, anyway in (
            (self.first, first, _("はじめから")),
            (self.last, last, _("今まで")),
        ):
            years = [(str(year), format_fiscal_year(year)) for year in offer.years]
            choice.set_choices([("", anyway), *years])
            choice.set_value(kept if kept in dict(years) else "")

    def scope(self) -> TrendScope | None:
        """Return whose papers are counted; None while no partner is chosen yet."""
        whose = self.whose.value()
        first, last = sorted((self._year(self.first) or 0, self._year(self.last) or 9999))
        scope = TrendScope(first_year=first or None, last_year=last if last < 9999 else None)
        if whose == PARTNER:
            return replace(scope, partner_id=self._partner_id) if self._partner_id is not None else None
        return replace(scope, department=self.department.value()) if whose == DEPARTMENT else scope

    def shown_aspect(self) -> Aspect:
        """Return what is shown."""
        return Aspect(self.aspect.value())

    def words(self) -> str:
        """Return whose papers are counted, in words."""
        whose = self.whose.value()
        if whose == PARTNER:
            return self._name.text()
        return self.department.value() if whose == DEPARTMENT else _("事業全体")

    def choose_partner(self, partner_id: int, name: str) -> None:
        """Count the papers of a partner."""
        self.whose.set_value(PARTNER)
        self._take(partner_id, name)

    def state(self) -> dict[str, Any]:
        """Return what is chosen, JSON-able."""
        return {
            "whose": self.whose.value(),
            "partner": [self._partner_id, self._name.text()],
            "department": self.department.value(),
            "aspect": self.aspect.value(),
            "first": self.first.value(),
            "last": self.last.value(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` returned (what there is must have been offered)."""
        self.whose.set_value(str(state.get("whose", WHOLE)))
        self._partner_id, name = state.get("partner", (None, ""))
        self._name.setText(name)
        for key, choice in (
            ("department", self.department),
            ("aspect", self.aspect),
            ("first", self.first),
            ("last", self.last),
        ):
            if choice.findData(state.get(key)) >= 0:
                choice.set_value(str(state[key]))
        self._refresh()

    # Inside

    def _year(self, choice: Choice) -> int | None:
        return int(choice.value()) if choice.value() else None

    def _lay_out(self) -> None:
        theme = self.context.theme
        self._name = ElidedLabel("", middle=True)
        self._chosen = QWidget()
        line = QHBoxLayout(self._chosen)
        theme.space(line, 4)
        line.addWidget(self._name, 1)
        self.off = make_icon_button(theme, "x", _("ほかの団体にする"), self._on_off)
        line.addWidget(self.off)
        self._chosen.setFixedWidth(theme.px(_NAME_WIDTH))
        bar = FlowBar(theme.px(32), theme.px(8))
        bar.setProperty("ground", "window")
        theme.space(bar.flow, 8, (EDGE, 8, EDGE, 8))
        years = QWidget()
        between = QHBoxLayout(years)
        theme.space(between, 8)
        between.addWidget(self.first)
        between.addWidget(make_label(_("〜"), "muted"))
        between.addWidget(self.last)
        for widget in (self.whose, self._chosen, self.department, years, self.aspect):
            bar.flow.addWidget(widget)
        self._finding = QWidget()
        finding = QHBoxLayout(self._finding)
        theme.space(finding, 0, (EDGE, 0, EDGE, 8))
        self.picker.setFixedWidth(theme.px(_PICKER_WIDTH))
        finding.addWidget(self.picker)
        finding.addStretch(1)
        column = QVBoxLayout(self)
        theme.space(column, 0)
        column.addWidget(bar)
        column.addWidget(self._finding)

    def _refresh(self) -> None:
        whose, known = self.whose.value(), self._partner_id is not None
        self.department.setVisible(whose == DEPARTMENT)
        self._chosen.setVisible(whose == PARTNER and known)
        self._finding.setVisible(whose == PARTNER and not known)

    def _on_whose(self, _whose: str) -> None:
        # The keys stay here: the arrows go on to 課.
        self._refresh()
        self.changed.emit()

    def _on_picked(self, partner: PartnerRecord) -> None:
        self._take(partner.id, partner.name)
        self.off.setFocus()

    def _take(self, partner_id: int, name: str) -> None:
        self._partner_id = partner_id
        self._name.setText(name)
        self._refresh()
        self.changed.emit()

    def _on_off(self) -> None:
        self._partner_id = None
        self._name.setText("")
        self._refresh()
        self.picker.box.setFocus()
        self.changed.emit()
