"""The verbs of 募集回: its calendar, themes, 庁内検討会議, 事業説明会 and closing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import select

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import Round
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.calendar import planned_dates
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.round_calendar import RoundCalendar
from kyodo_desktop.records.rounds import (
    RoundDetail,
    RoundDraft,
    RoundRecord,
    RoundStrip,
)
from kyodo_desktop.services.calendar_file import calendar_file
from kyodo_desktop.services.round_edit import (
    apply_dates,
    apply_round,
    bring_back,
    copy_into,
    find_open,
    make_round,
    planned_window,
    stage_label,
)
from kyodo_desktop.services.round_parts import RoundParts
from kyodo_desktop.services.round_records import (
    LIVING,
    dates_of,
    find_round,
    living_round,
    programme_of,
    read_round,
    read_rounds,
    round_words,
)
from kyodo_desktop.services.round_strip import read_strip
from kyodo_desktop.services.round_terms import council_departments, office_departments


class RoundsService(RoundParts):
    """What can be asked of the rounds and done to them."""

    # Asking

    def list(self) -> tuple[RoundRecord, ...]:
        """Return the rounds, the newest year first, in a year in the programmes' order."""
        with self._store.reading() as session:
            return read_rounds(session, LIVING)

    def get(self, round_id: int) -> RoundDetail:
        """Return one round, also from the wastebasket.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as session:
            return read_round(session, round_id)

    def of(self, programme: str, fiscal_year: int) -> RoundDetail | None:
        """Return the round of a programme in a fiscal year."""
        with self._store.reading() as session:
            row = living_round(session, programme, fiscal_year)
            return read_round(session, row.id) if row is not None else None

    def calendar(self, programme: str, fiscal_year: int) -> RoundCalendar:
        """Return the calendar of a programme in a fiscal year: its round's, else worked out of its windows.

        Raises:
            NotFoundError: there is no such programme, or it has no round in that year.
        """
        with self._store.reading() as session:
            row = living_round(session, programme, fiscal_year)
            if row is None:
                return _planned(programme, fiscal_year)
            return _calendar_of(read_round(session, row.id))

    def calendar_file(self, calendar: RoundCalendar) -> bytes:
        """Return a calendar as an iCalendar file, for other calendars to read."""
        return calendar_file(calendar, self._store.clock.now())

    def write_calendar(self, round_id: int, path: Path) -> None:
        """Write a round's calendar to an iCalendar file, whole or not at all.

        Raises:
            NotFoundError: there is no such round.
            OutputError: the file cannot be written; what stood under its name is untouched.
        """
        with self._store.reading() as session:
            calendar = _calendar_of(read_round(session, round_id))
        write_whole_file(Path(path), calendar_file(calendar, self._store.clock.now()))

    def programmes(self, fiscal_year: int | None = None) -> tuple[Programme, ...]:
        """Return the programmes of a fiscal year, those of the past too; without a year all of them."""
        return files.load_all() if fiscal_year is None else files.recorded_in(fiscal_year)

    def to_create(self, fiscal_year: int) -> tuple[Programme, ...]:
        """Return the programmes of a fiscal year that have no round in it yet."""
        with self._store.reading() as session:
            in_year = select(Round.programme).where(LIVING, Round.fiscal_year == fiscal_year)
            made = set(session.scalars(in_year))
        return tuple(one for one in files.in_year(fiscal_year) if one.key not in made)

    def strip(self, round_id: int) -> RoundStrip:
        """Return the stages of a round and how many of its proposals stand in each."""
        with self._store.reading() as session:
            return read_strip(session, round_id, self._store.clock.today())

    def departments(self) -> tuple[str, ...]:
        """Return the 課 that can ask for something, in the office's order."""
        with self._store.reading() as session:
            return office_departments(session)

    def council(self) -> tuple[str, ...]:
        """Return the sixteen 課 of the 協働推進庁内検討会議."""
        return council_departments()

    def wastebasket(self) -> tuple[RoundRecord, ...]:
        """Return what was discarded, the last first."""
        with self._store.reading() as session:
            return read_rounds(session, ~LIVING, first=Round.deleted_at.desc())

    # Doing with rounds

    def create(self, programme: str, fiscal_year: int) -> int:
        """Make the round of a programme in a fiscal year, its dates worked out, and return its id.

        Raises:
            InputError: the programme has no round in that year.
            ConflictError: there is one already.
        """
        what = _("募集回をつくる: {round}").format(round=_name(programme, fiscal_year))
        with self._store.writing(what) as session:
            return make_round(session, programme, fiscal_year).id

    def copy_from(self, round_id: int) -> int:
        """Make the round of the year after from another and return its id.

        Its themes come as candidates (but those refused), the briefings with their places; the dates are
        worked out anew.

        Raises:
            InputError: the programme has no round in that year.
            ConflictError: there is one already.
        """
        with self._store.reading() as session:
            source = find_round(session, round_id)
            programme, year, old = source.programme, source.fiscal_year + 1, round_words(source)
        words = _("募集回を{old}の写しでつくる: {round}")
        with self._store.writing(words.format(old=old, round=_name(programme, year))) as session:
            row = make_round(session, programme, year)
            copy_into(row, find_round(session, round_id))
            return row.id

    def edit(self, round_id: int, draft: RoundDraft) -> None:
        """Set when the applications close, what is done with late ones, and the note.

        Raises:
            InputError: the closing day lies before the closing stage begins, or a text cannot be kept.
        """
        what = self._words(_("募集回の締切などを直す: {round}"), round_id)
        with self._store.writing(what) as session:
            apply_round(find_open(session, round_id), draft)

    def set_date(self, round_id: int, stage: str, starts_on: date, ends_on: date) -> None:
        """Set the dates of a stage by hand.

        Raises:
            InputError: the end lies before the start.
        """
        with self._store.writing(
            self._date_words(_("日程を変える: {stage}（{round}）"), round_id, stage)
        ) as session:
            apply_dates(find_open(session, round_id), stage, starts_on, ends_on)

    def take_proposed(self, round_id: int, stage: str) -> None:
        """Move the end of a stage to the open day proposed for it."""
        words = _("締切を開庁日に移す: {stage}（{round}）")
        with self._store.writing(self._date_words(words, round_id, stage)) as session:
            row = find_open(session, round_id)
            for one in dates_of(row, programme_of(row)):
                if one.stage == stage and one.proposed_end is not None:
                    apply_dates(row, stage, min(one.starts_on, one.proposed_end), one.proposed_end)

    def work_out_again(self, round_id: int, stage: str) -> None:
        """Give a stage the dates of the programme's window again."""
        words = _("日程を制度の時期に戻す: {stage}（{round}）")
        with self._store.writing(self._date_words(words, round_id, stage)) as session:
            row = find_open(session, round_id)
            apply_dates(row, stage, *planned_window(row, stage))

    def discard(self, ids: Sequence[int]) -> None:
        """Put rounds into the wastebasket; their proposals stay."""
        with self._store.writing(_("募集回をごみ箱へ: {n}件").format(n=len(set(ids)))) as session:
            for round_id in ids:
                row = find_round(session, round_id)
                row.deleted_at = row.deleted_at or self._store.clock.now()

    def restore(self, ids: Sequence[int]) -> None:
        """Take rounds out of the wastebasket.

        Raises:
            ConflictError: the programme has another round in that year by now.
        """
        with self._store.writing(_("募集回をごみ箱から戻す: {n}件").format(n=len(set(ids)))) as session:
            for round_id in ids:
                bring_back(session, find_round(session, round_id))

    def _date_words(self, act: str, round_id: int, stage: str) -> str:
        with self._store.reading() as session:
            row = find_round(session, round_id)
            return act.format(round=round_words(row), stage=stage_label(row, stage))


def _name(programme: str, fiscal_year: int) -> str:
    """Return what a round that is to be made will be called."""
    return f"{format_fiscal_year(fiscal_year)} {files.find(programme).title}"


def _calendar_of(detail: RoundDetail) -> RoundCalendar:
    return RoundCalendar(
        programme=detail.programme,
        programme_revision=detail.programme_revision,
        title=detail.title,
        fiscal_year=detail.fiscal_year,
        round_id=detail.id,
        closes_at=detail.draft.closes_at,
        dates=detail.dates,
    )


def _planned(programme: str, fiscal_year: int) -> RoundCalendar:
    in_year = {one.key: one for one in files.in_year(fiscal_year)}
    found = in_year.get(programme)
    if found is None and programme not in {one.key for one in files.load_all()}:
        raise NotFoundError(
            _("「{key}」という制度はありません。ある制度: {known}").format(
                key=programme, known=_("、").join(in_year) or _("この年度にはありません")
            )
        )
    if found is None:
        raise NotFoundError(
            _("「{title}」には、{year}の募集がありません。年度を確かめてください。").format(
                title=files.find(programme).title, year=format_fiscal_year(fiscal_year)
            )
        )
    return RoundCalendar(
        programme=found.key,
        programme_revision=found.revision,
        title=found.title,
        fiscal_year=fiscal_year,
        round_id=None,
        closes_at=None,
        dates=planned_dates(found, fiscal_year),
    )
