"""From a draft to a partner: what is checked, what is written one way, what stays as typed."""

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.kana import is_reading, to_katakana
from kyodo_desktop.japanese.mail import normalise_mail
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.postal import normalise_postal_code
from kyodo_desktop.models import Partner
from kyodo_desktop.records.partners import PartnerDraft, PartnerKind
from kyodo_desktop.services.keys import refresh_keys


def apply_draft(session: Session, entity: Partner, draft: PartnerDraft) -> None:
    """Make the partner what the draft says and compute its keys.

    The name, the representative, the address and the note stay letter for letter as typed.

    Raises:
        InputError: something of the draft cannot be taken; nothing is changed then.
    """
    _check_name(draft.name)
    kana, email = _kana(draft.kana), normalise_mail(draft.email)
    phone, postal_code = normalise_phone(draft.phone), normalise_postal_code(draft.postal_code)
    entity.name, entity.kana = draft.name, kana
    entity.kind = draft.kind.value
    entity.kind_estimated = draft.kind_estimated and draft.kind is not PartnerKind.UNSET
    entity.phone, entity.email, entity.postal_code = phone, email, postal_code
    entity.representative, entity.address, entity.note = draft.representative, draft.address, draft.note
    refresh_keys(session, entity)


def _check_name(name: str) -> None:
    if not name.strip():
        raise InputError(_("団体名が空です。団体の名前を書いてください。"), "name")
    if len(name.splitlines()) > 1:
        raise InputError(_("団体名は1行で書いてください。"), "name")


def _kana(text: str) -> str:
    kana = to_katakana(text)
    if not is_reading(kana):
        raise InputError(
            _("フリガナ「{text}」に漢字があります。読みをカタカナかひらがなで書いてください。").format(
                text=text
            ),
            "kana",
        )
    return kana
