"""How a former project is put into words. No Qt."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.records.case_figures import CONTINUATION_LABELS, CaseCounts, CaseLine


def case_words(line: CaseLine) -> str:
    """Return how a case stands, and what went on after it: 完了 ・ 継続."""
    after = _(CONTINUATION_LABELS[line.continued]) if line.continued is not None else ""
    return " ・ ".join(part for part in (line.state, after) if part)


def money_words(line: CaseLine) -> str:
    """Return the amount of a case that was told last: settled, granted, else asked for."""
    for amount, words in (
        (line.settled, _("確定 {yen}円")),
        (line.granted, _("決定 {yen}円")),
        (line.asked, _("申請 {yen}円")),
    ):
        if amount is not None:
            return words.format(yen=format_yen(amount))
    return ""


def counts_words(counts: CaseCounts) -> str:
    """Return what a partner did in all years: 提案 5件 ・ 採択 3件 ・ 完了 2件 ・ 継続・自立 1件."""
    told = [
        (counts.received, _("提案 {n}件")),
        (counts.adopted, _("採択 {n}件")),
        (counts.finished, _("完了 {n}件")),
        (counts.goes_on, _("継続・自立 {n}件")),
    ]
    words = [text.format(n=number) for number, text in told if number]
    if counts.granted:
        words.append(_("決定額の計 {yen}円").format(yen=format_yen(counts.granted)))
    return " ・ ".join(words)
