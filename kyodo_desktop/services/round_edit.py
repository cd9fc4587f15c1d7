"""How a round is made, copied and changed: what is checked, and what is kept."""

from datetime import date, time

from sqlalchemy.orm import Session

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.models import Briefing, Round, RoundDate, Theme
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.calendar import planned_dates
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.rounds import RoundDraft, ThemeDecision
from kyodo_desktop.services.personal_numbers import refuse_my_number
from kyodo_desktop.services.round_records import (
    dates_of,
    find_round,
    in_order,
    living_round,
    programme_of,
    round_words,
)


def make_round(session: Session, key: str, fiscal_year: int) -> Round:
    """Make the round of a programme in a fiscal year, with its dates worked out.

    Raises:
        InputError: the programme has no round in that year.
        ConflictError: there is one already.
    """
    programme = _programme_in(key, fiscal_year)
    row = Round(programme=key, programme_revision=programme.revision, fiscal_year=fiscal_year)
    _refuse_second(session, row)
    row.dates = [
        RoundDate(stage=one.stage, starts_on=one.starts_on, ends_on=one.ends_on)
        for one in planned_dates(programme, fiscal_year)
    ]
    session.add(row)
    session.flush()
    return row


def copy_into(row: Round, source: Round) -> None:
    """Give a new round the set-up of another: its closing time, its themes as candidates, its briefings.

    What was refused is left behind, and so is all that has a day of its own.
    """
    row.closes_at, row.late_note = source.closes_at, source.late_note
    kept = [one for one in in_order(source.themes) if one.decision != ThemeDecision.REFUSED]
    row.themes = [
        Theme(
            position=position,
            kind=one.kind,
            title=one.title,
            text=one.text,
            departments=list(one.departments),
            origin=one.origin,
        )
        for position, one in enumerate(kept)
    ]
    row.briefings = [
        Briefing(starts_at=one.starts_at, place=one.place, note=one.note) for one in source.briefings
    ]


def find_open(session: Session, round_id: int) -> Round:
    """Return the row of a round that is not in the wastebasket, to be changed.

    Raises:
        NotFoundError: there is none.
        ConflictError: it lies in the wastebasket.
    """
    row = find_round(session, round_id)
    refuse_discarded(row)
    return row


def refuse_discarded(row: Round) -> None:
    """Refuse to change a round in the wastebasket.

    Raises:
        ConflictError: it lies there.
    """
    if row.deleted_at is not None:
        raise ConflictError(_("この募集回はごみ箱にあります。先に戻してください。"))


def bring_back(session: Session, row: Round) -> None:
    """Take a round out of the wastebasket.

    Raises:
        ConflictError: the programme has another round in that year by now.
    """
    if row.deleted_at is not None:
        _refuse_second(session, row)
    row.deleted_at = None
    session.flush()


def apply_round(row: Round, draft: RoundDraft) -> None:
    """Make the settings of a round what the draft says; the closing day is the end of the closing stage.

    Raises:
        InputError: the closing day lies before that stage begins, or a text cannot be kept.
    """
    refuse_my_number(draft.late_note, _("締切のあとに来たもの"), "late_note")
    refuse_my_number(draft.note, _("メモ"), "note")
    closing = next((one for one in dates_of(row, programme_of(row)) if one.closes), None)
    if closing is not None and closing.ends_on != draft.closes_on:
        if draft.closes_on < closing.starts_on:
            raise InputError(
                _("締切の {day}が、「{stage}」の始まりの {start}より前です。先に日程を直します。").format(
                    day=format_date(draft.closes_on),
                    stage=closing.label,
                    start=format_date(closing.starts_on),
                ),
                "closes_on",
            )
        apply_dates(row, closing.stage, closing.starts_on, draft.closes_on)
    row.closes_at = write_time(draft.closes_at)
    row.late_note, row.note = draft.late_note.strip(), draft.note.strip()


def apply_dates(row: Round, stage: str, starts_on: date, ends_on: date) -> None:
    """Give a stage its dates; they count as moved where the programme's window has others.

    Raises:
        InputError: the end lies before the start, or the round has no such stage.
    """
    label = stage_label(row, stage)
    if ends_on < starts_on:
        raise InputError(
            _("「{stage}」の終わりの {end}が、始まりの {start}より前です。どちらかを直してください。").format(
                stage=label, end=format_date(ends_on), start=format_date(starts_on)
            ),
            "ends_on",
        )
    entity = _date_row(row, stage)
    entity.starts_on, entity.ends_on = starts_on, ends_on
    entity.moved = (starts_on, ends_on) != planned_window(row, stage)


def planned_window(row: Round, stage: str) -> tuple[date, date]:
    """Return the dates of a stage as the programme's window has them.

    Raises:
        InputError: the programme has no such stage (any more).
    """
    programme = programme_of(row)
    for one in planned_dates(programme, row.fiscal_year) if programme is not None else ():
        if one.stage == stage:
            return one.starts_on, one.ends_on
    raise _no_stage(stage)


def stage_label(row: Round, stage: str) -> str:
    """Return what a stage of a round is called.

    Raises:
        InputError: the round has no such stage.
    """
    label = next((one.label for one in dates_of(row, programme_of(row)) if one.stage == stage), None)
    if label is None:
        raise _no_stage(stage)
    return label


def write_time(at: time | None) -> str:
    """Return a time of day as it is stored."""
    return at.isoformat("minutes") if at is not None else ""


def _programme_in(key: str, fiscal_year: int) -> Programme:
    for programme in files.in_year(fiscal_year):
        if programme.key == key:
            return programme
    raise InputError(
        _("「{title}」に {year}の募集はありません。年度を確かめてください。").format(
            title=files.find(key).title, year=format_fiscal_year(fiscal_year)
        ),
        "fiscal_year",
    )


def _refuse_second(session: Session, row: Round) -> None:
    if living_round(session, row.programme, row.fiscal_year) is not None:
        raise ConflictError(
            _("「{round}」の募集回は、もうあります。その募集回を開いてください。").format(
                round=round_words(row)
            )
        )


def _date_row(row: Round, stage: str) -> RoundDate:
    found = next((one for one in row.dates if one.stage == stage), None)
    if found is None:
        raise _no_stage(stage)
    return found


def _no_stage(stage: str) -> InputError:
    return InputError(
        _("「{stage}」という段階は、この制度にありません。日程を開き直してください。").format(stage=stage)
    )
