"""The columns of 団体台帳; their keys are the names of a partner's fields, which an export takes."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.postal import format_postal_code
from kyodo_desktop.japanese.sorting import sort_key
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, LIST_ONLY
from kyodo_desktop.records.partners import PartnerKind, PartnerRecord
from kyodo_desktop.ui.pages.partners.terms import Terms
from kyodo_desktop.ui.pages.partners.wording import CONFIRMATION_LABELS, Confirmation, confirmation
from kyodo_desktop.ui.pages.shared.kinds import is_guess, short_kind_label
from kyodo_desktop.ui.tables.columns import Cell, Column
from kyodo_desktop.ui.theme.tokens import Tone

_KIND_PLACE = {kind: place for place, kind in enumerate(PartnerKind)}


_LAST = (99,)
"""Behind every 活動分野 by number: where none is known."""


def make_columns(today: Callable[[], date], terms: Terms) -> tuple[Column[PartnerRecord], ...]:
    """Return the columns; names and readings sort in 五十音順."""

    def confirmed_cell(partner: PartnerRecord) -> Cell:
        return _confirmed_cell(partner, today())

    return (
        Column("name", _("名称"), lambda p: p.name, 184, lambda p: (p.sort_key, p.name), most=360),
        Column("kana", _("フリガナ"), lambda p: p.kana, None, lambda p: p.sort_key, muted=True, least=112),
        Column("kind", _("区分"), lambda p: short_kind_label(p.kind), 148, _kind_order, _kind_cell),
        Column(
            "activity_fields",
            _("分野"),
            lambda p: terms.field_words(p.activity_fields, _("、")),
            92,
            lambda p: p.activity_fields or _LAST,
        ),
        Column(
            "representative",
            _("代表者"),
            lambda p: p.representative,
            76,
            lambda p: sort_key(p.representative),
        ),
        Column("phone", _("電話"), lambda p: p.phone, 108),
        Column(
            "confirmed_on",
            _("最終確認"),
            lambda p: confirmed_cell(p).text,
            156,
            lambda p: p.confirmed_on or date.min,
            confirmed_cell,
        ),
        *_more_columns(terms),
    )


def _more_columns(terms: Terms) -> tuple[Column[PartnerRecord], ...]:
    """Return the columns that are there to be chosen."""
    forms = {form.key: form.label for form in terms.forms}

    def text(name: str, width: int, *, reading: bool = False) -> Column[PartnerRecord]:
        read = attrgetter(name)
        order = (lambda p: sort_key(read(p))) if reading else None
        return Column(name, _(FIELDS_BY_NAME[name].label), read, width, order, shown=False)

    def listed(name: str) -> Column[PartnerRecord]:
        read = attrgetter(name)
        label = _(FIELDS_BY_NAME[name].label)
        return Column(name, label, lambda p: "○" if read(p) else "", 96, lambda p: not read(p), shown=False)

    return (
        text("short_name", 120, reading=True),
        Column("legal_form", _("法人格"), lambda p: forms.get(p.legal_form, ""), 120, shown=False),
        text("corporate_number", 132),
        _number("members", _("会員数")),
        Column("postal_code", _("郵便番号"), lambda p: format_postal_code(p.postal_code), 88, shown=False),
        text("address", 240),
        text("email", 200),
        text("website", 200),
        _day("established_on", _("設立")),
        Column("tags", _("タグ"), lambda p: _("、").join(p.tags), 132, shown=False),
        listed("asupia_registered"),
        listed("musubu_listed"),
        _number("collaborations", _(LIST_ONLY["collaborations"])),
        _day("last_contact_on", _(LIST_ONLY["last_contact_on"])),
    )


def _number(name: str, label: str) -> Column[PartnerRecord]:
    read = attrgetter(name)

    def text(partner: PartnerRecord) -> str:
        value = read(partner)
        return "" if value is None else f"{value:,}"

    return Column(
        name, label, text, 80, lambda p: -1 if read(p) is None else read(p), right=True, shown=False
    )


def _day(name: str, label: str) -> Column[PartnerRecord]:
    read = attrgetter(name)

    def cell(partner: PartnerRecord) -> Cell:
        day = read(partner)
        return Cell("") if day is None else Cell(format_date(day), date=day)

    return Column(name, label, lambda p: cell(p).text, 156, lambda p: read(p) or date.min, cell, shown=False)


def _kind_order(partner: PartnerRecord) -> object:
    return (_KIND_PLACE[partner.kind], partner.kind_estimated)


def _kind_cell(partner: PartnerRecord) -> Cell:
    guessed = is_guess(partner.kind, partner.kind_estimated)
    return Cell(
        short_kind_label(partner.kind),
        pill=_("推定") if guessed else "",
        muted=partner.kind is PartnerKind.UNSET,
    )


def _confirmed_cell(partner: PartnerRecord, today: date) -> Cell:
    when = confirmation(partner, today)
    if partner.confirmed_on is None:
        return Cell(_(CONFIRMATION_LABELS[when]), muted=True)
    stale = when is Confirmation.STALE
    return Cell(
        format_date(partner.confirmed_on),
        date=partner.confirmed_on,
        tone=Tone.DUE if stale else None,
        meaning=_(CONFIRMATION_LABELS[when]) if stale else "",
    )
