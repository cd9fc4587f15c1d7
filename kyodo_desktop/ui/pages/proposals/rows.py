"""A proposal as a row of the list: with its programme's words and what it is found by. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese import folding
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.cases import CASE_END_LABELS, CaseBrief, CaseEnd
from kyodo_desktop.records.proposals import PROPOSAL_STAGE_LABELS, ProposalRecord, ProposalStage, Weight

KIND = "proposal"
"""The kind of record in the change log and among the drafts."""


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal; `programme` is None while none is chosen, or when its file is gone.

    `case` says how it goes on from its 受付; None before it, and of a former project.
    """

    record: ProposalRecord
    programme: Programme | None
    case: CaseBrief | None
    full_key: str
    bare_key: str

    @property
    def id(self) -> int:
        """The proposal's id."""
        return self.record.id

    @property
    def programme_title(self) -> str:
        """The programme in words."""
        return self.programme.title if self.programme is not None else self.record.draft.programme

    @property
    def title(self) -> str:
        """The proposal's title, or that it has none yet."""
        return self.record.draft.title or _("（名称未記入）")

    @property
    def partner(self) -> str:
        """The partner's name, or that there is none yet."""
        return self.record.draft.partner_name or _("（団体未記入）")

    @property
    def stage(self) -> str:
        """The stage in words: where its case stands once it is accepted; of a former project how it ended."""
        if self.record.past and self.record.standing in list(CaseEnd):
            return _(CASE_END_LABELS[CaseEnd(self.record.standing)])
        if self.case is not None and (self.record.stage is ProposalStage.ACCEPTED or self.case.ended):
            return self.case.state
        return _(PROPOSAL_STAGE_LABELS[self.record.stage])

    @property
    def place(self) -> tuple[int, int, bool]:
        """How far it has come, to sort by: what is over stands last."""
        keys = [one.key for one in self.programme.stages] if self.programme is not None else []
        standing = self.record.standing
        at = keys.index(standing) if standing in keys else len(keys)
        return list(ProposalStage).index(self.record.stage), at, self.record.late

    @property
    def has_open_problems(self) -> bool:
        """Whether a 受理 would be refused, or would ask for a reason."""
        return any(problem.weight is not Weight.NOTICE for problem in self.record.problems)


def make_rows(
    records: Iterable[ProposalRecord], cases: Mapping[int, CaseBrief] | None = None
) -> list[ProposalRow]:
    """Return the rows of proposals with their cases; the programmes' files are read once."""
    revisions = {(one.key, one.revision): one for one in files.load_all()}
    known = cases or {}
    return [
        _row(one, revisions.get((one.draft.programme, one.programme_revision)), known.get(one.id))
        for one in records
    ]


def _row(record: ProposalRecord, programme: Programme | None, case: CaseBrief | None) -> ProposalRow:
    parts = _searched(record, programme)
    return ProposalRow(record, programme, case, *folding.search_keys(parts))


def raw_text(row: ProposalRow) -> str:
    """Return a proposal's own text, for words that fold to nothing."""
    draft = row.record.draft
    return "\n".join((row.record.receipt_number, draft.partner_name, draft.title, draft.contact_name))


def _searched(record: ProposalRecord, programme: Programme | None) -> tuple[str, ...]:
    draft = record.draft
    letter = programme.letter if programme is not None else ""
    # The number without its zeros as well: 2026-T-3 finds 2026-T-003.
    short = f"{draft.fiscal_year}-{letter}-{record.serial}" if record.serial is not None else ""
    return (
        record.receipt_number,
        short,
        draft.partner_name,
        draft.title,
        programme.title if programme is not None else "",
        format_fiscal_year(draft.fiscal_year) if draft.fiscal_year else "",
        draft.contact_name,
        draft.summary,
        record.theme.title if record.theme is not None else "",
    )
