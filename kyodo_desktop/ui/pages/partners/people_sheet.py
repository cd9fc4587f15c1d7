"""連絡先・役員 on the card: whom to reach for what, and who holds which office."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.partner_parts import PartnerContact, PartnerOfficer
from kyodo_desktop.ui.pages.partners.view import PartnerView, Sheet
from kyodo_desktop.ui.pages.partners.wording import by_office, period_words
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.detail import FieldRows, make_section
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import make_label

_LABEL_WIDTH = 84


def make_people_sheet(theme: Theme, view: PartnerView) -> Sheet:
    """Return the contacts, each with its purpose, and the officers, those in office today first."""
    partner, sheet = view.partner, Sheet(theme)
    sheet.add(make_section(theme, _("連絡先"), len(partner.contacts)))
    if not partner.contacts:
        sheet.add(make_label(_("連絡先はまだありません"), "muted"))
    for number, contact in enumerate(partner.contacts):
        if number:
            sheet.add_space(8)
            sheet.add(make_line(faint=True))
        sheet.add_space(4)
        sheet.add(_make_contact(theme, contact))
    sheet.add(make_section(theme, _("役員"), len(partner.officers)))
    if not partner.officers:
        sheet.add(make_label(_("役員はまだありません"), "muted"))
    for officer in by_office(partner.officers, view.today):
        sheet.add(_make_officer(theme, officer, view.today))
    sheet.add_space(12)
    sheet.add(make_label(_("連絡先と役員は庁内だけのものです。"), "caption", wrap=True))
    return sheet


def _make_contact(theme: Theme, contact: PartnerContact) -> QWidget:
    block = Sheet(theme)
    block.add(make_label(contact.purpose, "head", wrap=True))
    rows = FieldRows(theme, _LABEL_WIDTH)
    for label, text in _contact_fields(contact):
        if text == contact.email:
            rows.add_unbroken(label, text)
        else:
            rows.add_text(label, text)
    block.add(rows)
    return block


def _contact_fields(contact: PartnerContact) -> Iterator[tuple[str, str]]:
    for label, text in (
        (_("担当者"), contact.person),
        (_("電話"), contact.phone),
        (_("FAX"), contact.fax),
        (_("メール"), contact.email),
        (_("メモ"), contact.note),
    ):
        if text:
            yield label, text


def _make_officer(theme: Theme, officer: PartnerOfficer, today: date) -> QWidget:
    """Return title, name, reading and period; one no longer in office is muted."""
    row = QWidget()
    column = QVBoxLayout(row)
    theme.space(column, 0, (0, 4, 0, 4))
    former = officer.ends_on is not None and officer.ends_on < today
    name = "　".join(part for part in (officer.title, officer.name) if part)
    column.addWidget(make_label(name, "muted" if former else "body", wrap=True))
    below = " ・ ".join(part for part in (officer.kana, period_words(officer)) if part)
    if below:
        column.addWidget(make_label(below, "caption", wrap=True))
    return row
