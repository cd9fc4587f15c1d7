"""基本 on the card: what the office knows of a partner, in a glance."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partner_public import is_public
from kyodo_desktop.records.partners import PartnerPair, PartnerRecord, representative_on
from kyodo_desktop.ui.pages.partners.story_sheet import make_story_rows
from kyodo_desktop.ui.pages.partners.view import CardActions, PartnerView, Sheet, public_mark
from kyodo_desktop.ui.pages.partners.wording import (
    CONFIRMATION_LABELS,
    Confirmation,
    address_words,
    listed_names,
    listed_words,
    members_words,
    seen_words,
)
from kyodo_desktop.ui.pages.shared.kinds import kind_label
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import FieldRows, make_flow, make_link_row, make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.history import make_history_rows
from kyodo_desktop.ui.widgets.labels import make_label

_LABEL_WIDTH = 84
_FEW = 3
_UNBROKEN = (("corporate_number",), ("phone",), ("email",), ("website",))


def make_basic_sheet(
    theme: Theme, view: PartnerView, actions: CardActions, show_story: Callable[[], object]
) -> Sheet:
    """Return the fields, 活動目的, the last of the 協働の歩み, 似た団体, 履歴."""
    sheet = Sheet(theme)
    sheet.add_space(12)
    sheet.add(_make_fields(theme, view, actions))
    if view.partner.profile.purpose:
        sheet.add(
            make_section(theme, _("活動目的"), mark=public_mark(theme, view.partner, "profile.purpose"))
        )
        sheet.add(make_label(view.partner.profile.purpose, wrap=True))
    _add_story(sheet, theme, view, actions, show_story)
    _add_pairs(sheet, theme, view.detail.likely_same, actions)
    sheet.add(make_section(theme, _("履歴")))
    for row in make_history_rows(theme, view.history):
        sheet.add(row)
    return sheet


def _make_fields(theme: Theme, view: PartnerView, actions: CardActions) -> QWidget:
    partner, rows = view.partner, FieldRows(theme, _LABEL_WIDTH)
    for names, label, text in _fields(view):
        mark = public_mark(theme, partner, *names) if text else None
        if text and names in _UNBROKEN:
            rows.add_unbroken(label, text, mark)
        else:
            rows.add_text(label, text or _("未記入"), "body" if text else "muted", mark)
    rows.add_widget(_("最終確認"), _make_confirmed(theme, partner, actions))
    words = _("名称と「公開」の印の項目のほかは、庁内だけのものです。")
    sheet = Sheet(theme)
    sheet.add(rows)
    sheet.add_space(4)
    sheet.add(make_label(words, "caption", wrap=True))
    return sheet


def _fields(view: PartnerView) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield names, label and text; what is rarely known only where it is."""
    partner = view.partner
    if partner.short_name:
        yield ("short_name",), _("略称"), partner.short_name
    if partner.former_names:
        yield ("former_names",), _("旧称"), "\n".join(partner.former_names)
    yield ("kind",), _("区分"), kind_label(partner.kind, partner.kind_estimated)
    if partner.legal_form:
        yield ("legal_form", "legal_form_position"), _("法人格"), view.terms.form_words(partner)
    if partner.corporate_number:
        yield ("corporate_number",), _("法人番号"), partner.corporate_number
    yield ("activity_fields",), _("活動分野"), view.terms.field_words(partner.activity_fields, " ・ ")
    yield ("representative",), _("代表者"), representative_on(partner, view.today)
    yield ("phone",), _("電話"), partner.phone
    yield ("email",), _("メール"), partner.email
    yield ("postal_code", "address"), _("所在地"), address_words(partner)
    if partner.website:
        yield ("website",), _("ホームページ"), partner.website
    yield from _founding(partner)
    if seen := seen_words(partner):
        yield ("bylaws_seen_on",), _("見たもの"), seen
    if listed := listed_words(partner):
        yield listed_names(partner), _("登録・掲載"), listed
    if partner.note:
        yield ("note",), _("備考"), partner.note


def _founding(partner: PartnerRecord) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield since when it is there and its members, in one row unless only one of them is public."""
    day = "" if partner.established_on is None else format_date(partner.established_on)
    members, names = members_words(partner), ("members", "members_in_city")
    if day and members and is_public(partner, "established_on") != all(is_public(partner, n) for n in names):
        yield ("established_on",), _("設立"), day
        yield names, _("会員"), members
    else:
        words = " ・ ".join(part for part in (day, members) if part)
        yield ("established_on",) if day else names, _("設立"), words


def _make_confirmed(theme: Theme, partner: PartnerRecord, actions: CardActions) -> QWidget:
    if partner.confirmed_on is None:
        when = [make_label(_(CONFIRMATION_LABELS[Confirmation.NEVER]), "muted")]
    else:
        words = (format_date(partner.confirmed_on), partner.confirmed_by)
        when = [make_label(word) for word in words if word]
    confirm = make_button(theme, _("いま確認した"), actions.confirm, kind="link", icon="check")
    return make_flow(theme, (*when, confirm), 12)


def _add_story(
    sheet: Sheet, theme: Theme, view: PartnerView, actions: CardActions, show_story: Callable[[], object]
) -> None:
    lines = view.detail.collaborations
    more = make_button(theme, _("すべて見る"), show_story, kind="link") if len(lines) > _FEW else None
    sheet.add(make_section(theme, _("協働の歩み"), len(lines), more))
    for row in make_story_rows(theme, lines[:_FEW], view.labels, actions.open_entry):
        sheet.add(row)


def _add_pairs(sheet: Sheet, theme: Theme, pairs: Sequence[PartnerPair], actions: CardActions) -> None:
    if not pairs:
        return
    sheet.add(make_section(theme, _("似た団体"), len(pairs)))
    for number, pair in enumerate(pairs):
        if number:
            sheet.add(make_line(faint=True))
        compare = make_button(theme, _("並べて見る"), partial(actions.compare, pair), kind="link")
        compare.setAccessibleName(_("{name} と並べて見る").format(name=pair.second.name))
        decide = make_button(theme, _("別の団体"), partial(actions.mark_different, pair), kind="link")
        decide.setAccessibleName(_("{name} は別の団体").format(name=pair.second.name))
        both = QWidget()
        line = QHBoxLayout(both)
        theme.space(line, 12)
        line.addWidget(compare)
        line.addWidget(decide)
        sheet.add(
            make_link_row(
                theme,
                pair.second.name,
                partial(actions.open_partner, pair.second.id),
                below=pair.reason,
                action=both,
            )
        )
