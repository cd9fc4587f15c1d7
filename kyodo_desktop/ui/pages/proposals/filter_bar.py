"""The filter row of 提案受付: box, chips for 募集回, 年度, 制度 and 段階; with it the strip of a round."""

from collections import Counter
from collections.abc import Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.proposals import PROPOSAL_STAGE_LABELS
from kyodo_desktop.records.rounds import RoundRecord, RoundStrip
from kyodo_desktop.ui.pages.proposals.rounds.chip import RoundChip
from kyodo_desktop.ui.pages.proposals.rounds.strip import DRAFTS, RoundStripBar
from kyodo_desktop.ui.pages.proposals.rounds.wording import round_key
from kyodo_desktop.ui.pages.proposals.rows import ProposalRow, raw_text
from kyodo_desktop.ui.pages.shared.facet_bar import FacetBar
from kyodo_desktop.ui.pages.shared.facets import Facet
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.chip import Chip

YEAR, PROGRAMME, STAGE, ROUND, STANDING = "fiscal_year", "programme", "stage", "round", "standing"
_NONE = "none"


class ProposalFilterBar(FacetBar[ProposalRow]):
    """Narrows the list of the proposals; the strip of the chosen round is laid out by the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("番号・団体・事業名"), raw_text)
        self.round = RoundChip(theme)
        self.strip = RoundStripBar(theme)
        self.year = Chip(theme, _("年度"))
        self.programme = Chip(theme, _("制度"))
        self.stage = Chip(theme, _("段階"))
        stages = {stage.value: _(label) for stage, label in PROPOSAL_STAGE_LABELS.items()}
        self.put(
            (self.round, self.year, self.programme, self.stage),
            (
                (Facet(ROUND, _round), self.round),
                (Facet(STANDING, _standing), self.strip),
                (Facet(YEAR, _year), self.year),
                (Facet(PROGRAMME, _programme), self.programme),
                (Facet(STAGE, lambda row: frozenset({row.record.stage.value}), stages), self.stage),
            ),
        )

    def offer_rounds(self, rounds: Sequence[RoundRecord]) -> None:
        """Offer the rounds."""
        self.round.set_rounds(rounds)
        keys = {round_key(one.programme, one.fiscal_year): one for one in rounds}
        self.set_labels(
            ROUND, {key: f"{format_fiscal_year(one.fiscal_year)} {one.title}" for key, one in keys.items()}
        )

    def show_strip(self, strip: RoundStrip | None) -> None:
        """Show where the proposals of the chosen round stand."""
        stages = strip.stages if strip is not None else ()
        self.set_labels(STANDING, {DRAFTS: _("下書き"), **{one.stage: one.label for one in stages}})
        self.strip.show_strip(strip)

    def offer(self, records: Sequence[ProposalRow]) -> None:
        """Offer the values that occur, the newest year first."""
        years = sorted({row.record.draft.fiscal_year for row in records}, reverse=True)
        self.set_labels(YEAR, {str(year): format_fiscal_year(year) for year in years})
        titles = {row.record.draft.programme: row.programme_title for row in records if row.programme}
        places = {row.programme.key: row.programme.position for row in records if row.programme}
        ordered = {key: titles[key] for key in sorted(titles, key=lambda key: places[key])}
        self.set_labels(PROGRAMME, {**ordered, _NONE: _("まだ選んでいない")})
        super().offer(records)


def count_stages(rows: Sequence[ProposalRow]) -> list[tuple[str, int]]:
    """Count the proposals by what the list says of their stage, in the order of the stages."""
    return list(Counter(row.stage for row in sorted(rows, key=lambda row: row.place)).items())


def _round(row: ProposalRow) -> frozenset[str]:
    return frozenset({round_key(row.record.draft.programme, row.record.draft.fiscal_year)})


def _standing(row: ProposalRow) -> frozenset[str]:
    if row.programme is None:
        return frozenset()
    return frozenset({row.record.standing or DRAFTS})


def _year(row: ProposalRow) -> frozenset[str]:
    return frozenset({str(row.record.draft.fiscal_year)})


def _programme(row: ProposalRow) -> frozenset[str]:
    return frozenset({row.record.draft.programme or _NONE})
