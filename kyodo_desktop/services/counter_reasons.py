"""By what a partner was found, in words, where that is not its name. Pure, no database."""

import re
from collections.abc import Iterator
from datetime import date

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import Query, search_keys
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.services.key_search import Asked

_Field = tuple[tuple[str, ...], str]
"""Texts that are found together, and the words that say so."""


def reason_words(partner: PartnerRecord, asked: Asked, today: date) -> str:
    """Return by which of its fields a whole partner answers; empty where its name or reading does."""
    if asked.digits:
        found = [
            words for texts, words in _numbers(partner) if any(asked.digits in _digits(t) for t in texts)
        ]
        if found:
            return found[0]
    fields = [(search_keys(texts), texts, words) for texts, words in _fields(partner, today)]
    reasons: dict[str, None] = {}
    for word in asked.query.words:
        alone = Query((word,))
        for keys, texts, words in fields:
            if alone.matches(*keys, raw="\n".join(texts)):
                reasons[words] = None
                break
    return _("、").join(filter(None, reasons))


def _fields(partner: PartnerRecord, today: date) -> Iterator[_Field]:
    yield (partner.name, partner.kana), ""
    yield from _names(partner)
    yield from _persons(partner, today)
    yield from _numbers(partner)
    yield (partner.address, partner.postal_code), _("所在地 {text}").format(text=partner.address)
    yield (partner.email,), _("メール {text}").format(text=partner.email)
    for contact in partner.contacts:
        yield (contact.email,), _("メール {text}").format(text=contact.email)
        yield (contact.note,), _("連絡先のメモ {text}").format(text=_short(contact.note))
    yield (partner.corporate_number,), _("法人番号 {text}").format(text=partner.corporate_number)
    for tag in partner.tags:
        yield (tag,), _("タグ {text}").format(text=tag)
    yield (partner.website,), _("ウェブサイト {text}").format(text=partner.website)
    yield (partner.note,), _("メモ {text}").format(text=_short(partner.note))


def _names(partner: PartnerRecord) -> Iterator[_Field]:
    yield (partner.short_name,), _("略称 {text}").format(text=partner.short_name)
    for name in partner.former_names:
        yield (name,), _("もとの名称 {text}").format(text=name)


def _persons(partner: PartnerRecord, today: date) -> Iterator[_Field]:
    yield (partner.representative,), _("代表者 {text}").format(text=partner.representative)
    for officer in partner.officers:
        words = _("{title} {name}") if officer.in_office_on(today) else _("もとの{title} {name}")
        yield (officer.name, officer.kana), words.format(title=officer.title, name=officer.name).strip()
    for contact in partner.contacts:
        yield (contact.person,), " ".join(filter(None, (_("連絡先"), contact.purpose, contact.person)))


def _numbers(partner: PartnerRecord) -> Iterator[_Field]:
    yield (partner.phone, _digits(partner.phone)), _("電話 {text}").format(text=partner.phone)
    for contact in partner.contacts:
        for number, words in ((contact.phone, _("電話 {text}")), (contact.fax, _("ファクス {text}"))):
            whose = " ".join(filter(None, (contact.purpose, contact.person)))
            yield (number, _digits(number)), f"{words.format(text=number)} {whose}".strip()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 24 else f"{line[:24]}…"
