"""From drafts to themes, meetings, briefings and their attendance: what is checked, and what is kept."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import Briefing, BriefingGuest, CouncilMeeting, Partner, Round, Theme
from kyodo_desktop.records.rounds import BriefingDraft, GuestDraft, MeetingDraft, ThemeDraft
from kyodo_desktop.services.collaboration_edit import find_departments
from kyodo_desktop.services.merge_links import living_id
from kyodo_desktop.services.partner_texts import one_line
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.round_edit import write_time
from kyodo_desktop.services.round_terms import council_departments

_MOST_PERSONS = 9_999


def apply_theme(session: Session, row: Theme, draft: ThemeDraft) -> None:
    """Make a theme what the draft says; a 課 that nothing has named yet is added to the office's.

    Raises:
        InputError: it has no title.
    """
    refuse_my_number(draft, _("このテーマ"))
    title = one_line(draft.title, _("名称"), "title").strip()
    if not title:
        raise InputError(_("テーマの名称が空です。何をしてほしいかを、ひとことで書いてください。"), "title")
    named = [name.strip() for name in draft.departments if name.strip()]
    departments = [one.name for one in find_departments(session, named)]
    row.title, row.text, row.kind = title, draft.text.strip(), draft.kind.value
    row.departments, row.origin = departments, draft.origin.value


def put_in_order(row: Round, theme_ids: Sequence[int]) -> None:
    """Put the themes of a round into an order.

    Raises:
        ConflictError: the round has others by now.
    """
    places = {theme_id: place for place, theme_id in enumerate(theme_ids)}
    if places.keys() != {one.id for one in row.themes}:
        raise ConflictError(_("テーマが、いま見えているものと変わっています。募集回を開き直してください。"))
    for one in row.themes:
        one.position = places[one.id]


def apply_meeting(row: CouncilMeeting, draft: MeetingDraft) -> None:
    """Make a meeting what the draft says.

    Raises:
        InputError: it names a 課 that is not of the council.
    """
    refuse_my_number(draft, _("この会議"))
    council = council_departments()
    _refuse_unknown(draft.attended, {*council, *(row.attended or ())}, "attended")
    order = {name: place for place, name in enumerate(council)}
    row.attended = sorted(set(draft.attended), key=lambda name: (order.get(name, len(order)), name))
    row.held_on = draft.held_on
    row.place, row.note = one_line(draft.place, _("場所"), "place").strip(), draft.note.strip()


def apply_briefing(row: Briefing, draft: BriefingDraft) -> None:
    """Make a briefing what the draft says.

    Raises:
        InputError: a text cannot be kept.
    """
    refuse_my_number(draft, _("この説明会"))
    row.held_on, row.starts_at = draft.held_on, write_time(draft.starts_at)
    row.place, row.note = one_line(draft.place, _("場所"), "place").strip(), draft.note.strip()


def apply_guest(session: Session, row: BriefingGuest, draft: GuestDraft, briefing: Briefing) -> None:
    """Make a line of the attendance what the draft says.

    Raises:
        InputError: it names nobody, a partner that is not in the register or on the list already.
    """
    refuse_my_number(draft, _("この出席者"))
    partner_id = living_id(session, draft.partner_id)
    partner = _guest_partner(session, row, partner_id)
    name = one_line(draft.name, _("名前"), "name").strip()
    if partner is None and not name:
        raise InputError(
            _("だれが出席したかが書かれていません。団体を選ぶか、名前を書いてください。"), "name"
        )
    # Two lines of partners that were made one stay two: each counts those who came for it.
    twice = partner_id != row.partner_id and any(one.partner_id == partner_id for one in briefing.guests)
    if partner is not None and twice:
        raise InputError(
            _("「{name}」は、もうこの説明会の出席者にあります。その行を直してください。").format(
                name=partner.name
            ),
            "partner_id",
        )
    if draft.persons is not None and not 1 <= draft.persons <= _MOST_PERSONS:
        raise InputError(_("人数は 1 からの数字で書いてください。分からなければ空にします。"), "persons")
    row.partner_id, row.name = partner_id, partner.name if partner is not None else name
    row.persons, row.note = draft.persons, draft.note.strip()


def _guest_partner(session: Session, row: BriefingGuest, partner_id: int | None) -> Partner | None:
    """Return the partner that came; one noted before may lie in the wastebasket by now."""
    if partner_id is None:
        return None
    partner = session.get(Partner, partner_id)
    if partner is None or (partner.deleted_at is not None and partner_id != row.partner_id):
        raise InputError(
            _("選んだ団体が台帳にありません（ごみ箱に入れたのかもしれません）。団体を選び直してください。"),
            "partner_id",
        )
    return partner


def _refuse_unknown(names: Iterable[str], known: set[str], field: str) -> None:
    for name in names:
        if name not in known:
            raise InputError(
                _("「{name}」という課は、いまの一覧にありません。課を選び直してください。").format(name=name),
                field,
            )
