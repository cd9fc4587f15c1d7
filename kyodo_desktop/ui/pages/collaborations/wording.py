"""How an entry is put into words on the page: names, forms, kinds, notes."""

from collections.abc import Mapping

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.collaborations import CollaborationRecord, ParticipationRecord, PartnerLink
from kyodo_desktop.ui.pages.shared.kinds import kind_label

FormLabels = Mapping[str, str]
"""Key of a 形態 → its word."""


def partner_names(record: CollaborationRecord) -> list[str]:
    """Return the names as they stand in the entry's cells, one a line of a cell."""
    return [line for cell in record.participations for line in cell.text.split("\n")]


def form_words(record: CollaborationRecord, labels: FormLabels) -> str:
    """Return the entry's 形態, each once."""
    keys = dict.fromkeys(cell.collaboration_form for cell in record.participations)
    return "・".join(labels.get(key, key) for key in keys)


def form_detail(record: CollaborationRecord, labels: FormLabels) -> str:
    """Return the 形態 for the detail, saying how the cells share them."""
    cells = record.participations
    words = form_words(record, labels)
    if len(cells) > 1 and len({cell.collaboration_form for cell in cells}) == 1:
        return _("{form}（相手 {n}件とも）").format(form=words, n=len(cells))
    return words


def note_words(record: CollaborationRecord) -> str:
    """Return the 備考, a doubtful one as such."""
    if not record.note_doubtful:
        return record.note
    return _("要確認 {note}").format(note=record.note).strip()


def kind_words(link: PartnerLink) -> str:
    """Return a partner's 区分, a guess marked 推定."""
    return kind_label(link.kind, link.kind_estimated)


def link_detail(cell: ParticipationRecord, link: PartnerLink) -> str:
    """Return the small line below a partner's link: its name where the cell words it otherwise, its 区分."""
    parts = [kind_words(link)]
    if link.unit:
        parts.insert(0, _("{name} の {unit}").format(name=link.name, unit=link.unit))
    elif len(cell.partners) == 1 and link.name != cell.text:
        parts.insert(0, _("台帳では {name}").format(name=link.name))
    return " ・ ".join(parts)
