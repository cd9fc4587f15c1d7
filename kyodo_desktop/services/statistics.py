"""The verbs of looking back: a partner's cases of all years, and what came of each round."""

import csv
import io
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.models import Proposal
from kyodo_desktop.programmes import files
from kyodo_desktop.records.case_figures import (
    FIGURES,
    CaseCounts,
    CaseLine,
    PartnerCases,
    RoundFigures,
    counted,
    in_sum,
)
from kyodo_desktop.services.case_lines import read_case_lines
from kyodo_desktop.services.table_files import with_guard
from kyodo_desktop.services.table_workbook import TextTable, text_workbook
from kyodo_desktop.store import Store

FORMATS = ("xlsx", "csv")


class StatisticsService:
    """What came of the cases, counted."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_partner(self, partner_id: int) -> PartnerCases:
        """Return the cases of a partner in all years, the newest year first."""
        with self._store.reading() as session:
            return PartnerCases(read_case_lines(session, Proposal.partner_id == partner_id))

    def cases(self) -> tuple[CaseLine, ...]:
        """Return all cases in short, the newest year first."""
        with self._store.reading() as session:
            return read_case_lines(session)

    def rounds(self) -> tuple[RoundFigures, ...]:
        """Return what came of each programme in each fiscal year, the newest year first."""
        with self._store.reading() as session:
            return round_figures(read_case_lines(session))

    def write(self, figures: Sequence[RoundFigures], file_format: str, path: Path) -> None:
        """Write figures to a file in their order, with their sum, whole or not at all.

        Raises:
            InputError: there is no such format.
            OutputError: the file cannot be written; what stood under its name is untouched.
        """
        table = _table(figures)
        if file_format == "xlsx":
            data = text_workbook(table, self._store.clock.now())
        elif file_format == "csv":
            data = _csv(table)
        else:
            raise InputError(
                _("「{format}」の形では書き出せません。{known} から選んでください。").format(
                    format=file_format, known="、".join(FORMATS)
                )
            )
        write_whole_file(Path(path), data)


def round_figures(lines: Sequence[CaseLine]) -> tuple[RoundFigures, ...]:
    """Count cases by fiscal year and programme, the newest year first, in a year in the programmes' order."""
    places = {one.key: one.position for one in files.load_all()}

    def place(line: CaseLine) -> tuple[int, int, str]:
        return -line.fiscal_year, places.get(line.programme, len(places) * 1000), line.programme

    groups = (tuple(group) for _key, group in groupby(sorted(lines, key=place), key=place))
    return tuple(
        RoundFigures(
            number, group[0].programme, group[0].programme_title, group[0].fiscal_year, counted(group)
        )
        for number, group in enumerate(groups, 1)
    )


def _table(figures: Sequence[RoundFigures]) -> TextTable:
    headings = (_("年度"), _("制度"), *(_(label) for _name, label in FIGURES))
    rows = [(format_fiscal_year(one.fiscal_year), one.title, *_texts(one.counts)) for one in figures]
    whole = in_sum(figures)
    rows.append((_("計"), "", *_texts(whole)))
    notes = (
        _("「採択」には、条件付採択と、あとで中止・取消しになったものを含みます。"),
        _("「団体」の計は、募集回ごとの団体の数を足したものです。"),
        _("金額は円です。「決定額」は、変更の承認があれば、変更のあとの額です。"),
    )
    numbers = frozenset(range(2, len(headings)))
    return TextTable(_("募集回ごとの集計"), headings, tuple(rows), notes, numbers)


def _texts(counts: CaseCounts) -> tuple[str, ...]:
    return tuple(str(getattr(counts, name)) for name, _label in FIGURES)


def _csv(table: TextTable) -> bytes:
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    for row in (table.headings, *table.rows):
        rows.writerow(map(with_guard, row))
    return text.getvalue().encode("utf-8-sig")
