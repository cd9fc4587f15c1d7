"""The parts of a partner as typed, checked and written one way; a refusal says which part it is about."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.mail import normalise_mail
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.partner_parts import (
    PROFILE_QUESTIONS,
    PartnerContact,
    PartnerOfficer,
    ProfileAnswer,
)
from kyodo_desktop.services.partner_texts import one_line, reading


def check_words(words: Iterable[str], label: str, field: str) -> tuple[str, ...]:
    """Return names or tags without blank ones and without the same one twice.

    Raises:
        InputError: one goes over several lines.
    """
    return tuple(dict.fromkeys(one_line(word, label, field).strip() for word in words if word.strip()))


def check_contacts(contacts: Iterable[PartnerContact]) -> tuple[PartnerContact, ...]:
    """Return the contacts that are not blank.

    Raises:
        InputError: a number or an address cannot be.
    """
    return tuple(
        _contact(contact, place) for place, contact in enumerate(contacts, 1) if _is_filled_contact(contact)
    )


def check_officers(officers: Iterable[PartnerOfficer]) -> tuple[PartnerOfficer, ...]:
    """Return the officers that are not blank.

    Raises:
        InputError: one has no name, a reading with kanji, or ends before it starts.
    """
    return tuple(
        _officer(officer, place)
        for place, officer in enumerate(officers, 1)
        if any(map(str.strip, (officer.title, officer.name, officer.kana)))
    )


def check_answers(answers: Iterable[ProfileAnswer]) -> tuple[ProfileAnswer, ...]:
    """Return what was found, without what is as though nobody had looked.

    Raises:
        InputError: it answers what is not asked, or the same twice.
    """
    given = [answer for answer in answers if answer != ProfileAnswer(answer.key)]
    if len({answer.key for answer in given}) < len(given) or not {a.key for a in given} <= set(
        PROFILE_QUESTIONS
    ):
        raise InputError(
            _("「協働の相手として」の項目が合いません。項目ごとに一つだけ書いてください。"), "profile.asked"
        )
    return tuple(given)


def _is_filled_contact(contact: PartnerContact) -> bool:
    texts = (contact.purpose, contact.person, contact.phone, contact.fax, contact.email, contact.note)
    return any(map(str.strip, texts))


def _contact(contact: PartnerContact, place: int) -> PartnerContact:
    takes: dict[str, Callable[[str], str]] = {
        "purpose": lambda text: one_line(text, _("用途"), "purpose").strip(),
        "person": lambda text: one_line(text, _("担当者"), "person"),
        "phone": normalise_phone,
        "fax": normalise_phone,
        "email": normalise_mail,
    }
    taken: dict[str, str] = {}
    for name, take in takes.items():
        with _within(_("連絡先の{n}番目: {words}"), place, f"contacts.{place - 1}.{name}"):
            taken[name] = take(getattr(contact, name))
    return PartnerContact(**taken, note=contact.note, id=contact.id)


def _officer(officer: PartnerOfficer, place: int) -> PartnerOfficer:
    sentence, at = _("役員の{n}番目: {words}"), f"officers.{place - 1}"
    with _within(sentence, place, f"{at}.name"):
        if not officer.name.strip():
            raise InputError(_("氏名が空です。氏名を書くか、その行を消してください。"))
        name = one_line(officer.name, _("氏名"), "name")
    with _within(sentence, place, f"{at}.ends_on"):
        _check_term(officer)
    with _within(sentence, place, f"{at}.title"):
        title = one_line(officer.title, _("役職"), "title").strip()
    with _within(sentence, place, f"{at}.kana"):
        kana = reading(officer.kana)
    return replace(officer, title=title, name=name, kana=kana)


def _check_term(officer: PartnerOfficer) -> None:
    if officer.starts_on and officer.ends_on and officer.ends_on < officer.starts_on:
        raise InputError(
            _(
                "「{name}」の任期の終わり（{end}）が始まり（{start}）より前です。日付を見直してください。"
            ).format(
                name=officer.name, end=format_date(officer.ends_on), start=format_date(officer.starts_on)
            )
        )


@contextmanager
def _within(sentence: str, place: int, field: str) -> Iterator[None]:
    try:
        yield
    except InputError as error:
        raise InputError(sentence.format(n=place, words=error), field) from error
