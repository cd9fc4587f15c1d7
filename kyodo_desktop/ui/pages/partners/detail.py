"""The card of a partner, to be read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.changes import ChangeSetRecord
from kyodo_desktop.records.partners import (
    PartnerCollaboration,
    PartnerDetail,
    PartnerKind,
    PartnerPair,
    PartnerRecord,
)
from kyodo_desktop.ui.pages.partners.wording import (
    CONFIRMATION_LABELS,
    Confirmation,
    address_words,
    age_words,
    confirmation,
)
from kyodo_desktop.ui.pages.shared.kinds import is_guess, kind_label
from kyodo_desktop.ui.pages.shared.record_detail import RecordDetail
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import (
    FieldRows,
    make_flow,
    make_link_row,
    make_section,
)
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.labels import TextRole, make_label
from kyodo_desktop.ui.widgets.tags import Tag

_YEAR_WIDTH = 76


@dataclass(frozen=True, slots=True)
class PartnerView:
    """All that the card shows of one partner; `labels` are the words of the 形態."""

    detail: PartnerDetail
    history: Sequence[ChangeSetRecord]
    labels: Mapping[str, str]
    today: date
    has_draft: bool = False

    @property
    def partner(self) -> PartnerRecord:
        """The partner."""
        return self.detail.partner


@dataclass(frozen=True, slots=True)
class CardActions:
    """Where the card's links lead."""

    edit: Callable[[], object]
    confirm: Callable[[], object]
    drop_draft: Callable[[], object]
    open_partner: Callable[[int], object]
    open_entry: Callable[[int], object]
    mark_different: Callable[[PartnerPair], object]


class PartnerCard(RecordDetail):
    """Caption, title, tags, fields, 協働の歩み, 似た団体, 履歴."""

    def show_partner(self, view: PartnerView, actions: CardActions) -> None:
        """Show a partner from the top of its card."""
        self.clear()
        theme, partner = self.theme, view.partner
        self.add_head(partner.kana or _("フリガナ未記入"), partner.name, actions.edit)
        self._add_tags(view)
        if view.has_draft:
            self.add_draft_note(actions.drop_draft)
        self.add_space(12)
        self.add(self._make_fields(view, actions))
        self._add_collaborations(view, actions)
        self._add_pairs(view.detail.likely_same, actions)
        self.add(make_section(theme, _("履歴")))
        for row in make_history_rows(theme, view.history):
            self.add(row)
        self.finish()

    def _add_tags(self, view: PartnerView) -> None:
        tags = [Tag(self.theme, tone, words) for tone, words in tag_words(view)]
        if tags:
            self.add_space(8)
            self.add(make_flow(self.theme, tags))

    def _make_fields(self, view: PartnerView, actions: CardActions) -> QWidget:
        partner, fields = view.partner, FieldRows(self.theme)
        kind_role: TextRole = "muted" if partner.kind is PartnerKind.UNSET else "body"
        fields.add_text(_("区分"), kind_label(partner.kind, partner.kind_estimated), kind_role)
        for label, text in (
            (_("代表者"), partner.representative),
            (_("電話"), partner.phone),
            (_("メール"), partner.email),
            (_("所在地"), address_words(partner)),
            (_("備考"), partner.note),
        ):
            fields.add_text(label, text or _("未記入"), "body" if text else "muted")
        fields.add_widget(_("最終確認"), self._make_confirmed(partner, actions))
        return fields

    def _make_confirmed(self, partner: PartnerRecord, actions: CardActions) -> QWidget:
        if partner.confirmed_on is None:
            when = make_label(_(CONFIRMATION_LABELS[Confirmation.NEVER]), "muted")
        else:
            when = make_label(format_date(partner.confirmed_on))
        confirm = make_button(self.theme, _("いま確認した"), actions.confirm, kind="link", icon="check")
        return make_flow(self.theme, (when, confirm), 12)

    def _add_collaborations(self, view: PartnerView, actions: CardActions) -> None:
        lines = view.detail.collaborations
        self.add(make_section(self.theme, _("協働の歩み"), len(lines)))
        if not lines:
            self.add(make_label(_("取組はまだありません"), "muted"))
        last_year: int | None = None
        for line in lines:
            year = "" if line.fiscal_year == last_year else format_fiscal_year(line.fiscal_year)
            last_year = line.fiscal_year
            form = view.labels.get(line.collaboration_form, line.collaboration_form)
            self.add(self._make_collaboration(line, year, form, actions))

    def _make_collaboration(
        self, line: PartnerCollaboration, year: str, form: str, actions: CardActions
    ) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        self.theme.space(layout, 4)
        when = make_label(year, "muted")
        when.setFixedWidth(self.theme.px(_YEAR_WIDTH))
        when.setMinimumHeight(self.theme.px(28))
        layout.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        link = make_link_row(
            self.theme,
            line.title,
            partial(actions.open_entry, line.collaboration_id),
            before=str(line.number),
            after=form,
            below=line.unit,
        )
        layout.addWidget(link, 1)
        return row

    def _add_pairs(self, pairs: Sequence[PartnerPair], actions: CardActions) -> None:
        if not pairs:
            return
        self.add(make_section(self.theme, _("似た団体"), len(pairs)))
        for number, pair in enumerate(pairs):
            if number:
                self.add(make_line(faint=True))
            decide = make_button(
                self.theme, _("別の団体"), partial(actions.mark_different, pair), kind="link"
            )
            decide.setAccessibleName(_("{name} は別の団体").format(name=pair.second.name))
            self.add(
                make_link_row(
                    self.theme,
                    pair.second.name,
                    partial(actions.open_partner, pair.second.id),
                    below=pair.reason,
                    action=decide,
                )
            )


def tag_words(view: PartnerView) -> list[tuple[Tone, str]]:
    """Return the tags below the name: what is due, and what is done."""
    partner, tags = view.partner, []
    when = confirmation(partner, view.today)
    if when is Confirmation.STALE and partner.confirmed_on is not None:
        age = age_words(partner.confirmed_on, view.today)
        tags.append((Tone.DUE, _("最終確認から {age}").format(age=age)))
    elif when is Confirmation.FRESH:
        tags.append((Tone.DONE, _("最終確認 済")))
    if is_guess(partner.kind, partner.kind_estimated):
        tags.append((Tone.DUE, _("区分は推定")))
    if view.detail.likely_same:
        tags.append((Tone.DUE, _("似た団体 {n}件").format(n=len(view.detail.likely_same))))
    return tags
