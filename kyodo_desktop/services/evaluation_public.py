"""What of an evaluation may be public: its texts are looked through for persons before they leave."""

import re
import unicodedata
from collections.abc import Iterator

from sqlalchemy.orm import Session

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.folding import written_key
from kyodo_desktop.models import Proposal
from kyodo_desktop.records.evaluations import EvaluationDraft, EvaluationRecord, EvaluationSide
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.partner_records import read_whole_partners

_PHONE = re.compile(r"(?<![0-9])0[0-9]{1,4}[-() ]*[0-9]{1,4}[-() ]*[0-9]{3,4}(?![0-9])")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー－", "-"))
_MAIL = re.compile(r"[^\s@＠]+[@＠][^\s@＠]+[.．][^\s@＠]+")
_SHORTEST = 3
"""Letters of a name that are looked for; a shorter one is found in any text, if it is not a whole name."""


def public_problems(session: Session, draft: EvaluationDraft) -> tuple[str, ...]:
    """Return what of persons seems to stand in what the public paper and the website say, in sentences."""
    texts = {
        _("事業名"): draft.title,
        _("公表用の要約"): draft.public_summary,
        _("ホームページの文"): draft.public_text,
        _("協働による成果"): draft.joint_result,
        _("改善すること"): draft.improvements,
        _("話し合いのことば"): "\n".join(
            one.words for one in draft.answers if one.side is EvaluationSide.JOINT
        ),
    }
    names = tuple(dict.fromkeys(_names(session, draft)))
    return tuple(
        sentence for label, text in texts.items() if text for sentence in _of_text(label, text, names)
    )


def website_text(record: EvaluationRecord) -> str:
    """Return the text for the website: what was written for it, else project, who, and the summary."""
    draft = record.draft
    if draft.public_text.strip():
        return draft.public_text.strip()
    who = "・".join(name for name in (record.partner_name, draft.department) if name)
    parts = (
        _("{title}（{who}）").format(title=draft.title, who=who) if who else draft.title,
        draft.public_summary.strip(),
    )
    return "\n\n".join(part for part in parts if part)


def _of_text(label: str, text: str, names: tuple[str, ...]) -> Iterator[str]:
    closed = written_key(text)
    for name in names:
        if written_key(name) in closed:
            yield _("「{label}」に、人の名前「{name}」があります。公表してよいか、確かめてください。").format(
                label=label, name=name
            )
    if _PHONE.search(unicodedata.normalize("NFKC", text).translate(_DASHES)):
        yield _("「{label}」に、電話番号と思われる数字があります。公表してよいか、確かめてください。").format(
            label=label
        )
    if _MAIL.search(text):
        yield _("「{label}」に、メールアドレスがあります。公表してよいか、確かめてください。").format(
            label=label
        )


def _names(session: Session, draft: EvaluationDraft) -> Iterator[str]:
    found: list[str] = [one.filled_by for one in draft.fillings]
    partner_id = living_id(session, draft.partner_id)
    partner = read_whole_partners(session, (partner_id,)).get(partner_id) if partner_id is not None else None
    if partner is not None:
        found += [one.person for one in partner.contacts] + [one.name for one in partner.officers]
        found.append(partner.representative)
    proposal = session.get(Proposal, draft.proposal_id) if draft.proposal_id is not None else None
    if proposal is not None:
        found.append(proposal.contact_name)
    for words in found:
        # 会長　髙﨑　一郎 is looked for without the title.
        parts = words.split()
        for at in range(len(parts)):
            name = "".join(parts[at:])
            if len(name) >= _SHORTEST or (len(parts) - at > 1 and len(name) == _SHORTEST - 1):
                yield name
