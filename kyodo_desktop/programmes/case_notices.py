"""What a clerk should know of a case's money and changes; it is told, and holds nothing back. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.japanese.yen import format_yen
from kyodo_desktop.programmes.case_money import granted_before
from kyodo_desktop.programmes.programme import Programme
from kyodo_desktop.records.cases import ActRecord, CaseFigures, CaseNotice

PAYMENT_TAKES_TIME = N_(
    "お金の支払いには時間がかかる！　公金の支払いは、請求書の提出から支払いまでに数週間かかる場合があるので、"
    "余裕のあるスケジュールを組みます。"
)
"""相互チェックシート Ⅰ 事業計画段階, POINT!"""


def notices(
    programme: Programme, acts: Sequence[ActRecord], figures: CaseFigures, today: date
) -> tuple[CaseNotice, ...]:
    """Return what is to be told beside the acts of a case."""
    return (
        *_payments(programme, acts, today),
        *_changes(programme, acts, figures),
        *_sums(acts, figures),
    )


def _payments(programme: Programme, acts: Sequence[ActRecord], today: date) -> Iterator[CaseNotice]:
    paid = [act for act in acts if act.kind == "payment"]
    for act in acts:
        needed = act.values.get("needed_on")
        if act.kind != "payment_request" or needed is None or len(paid) >= _place(acts, act):
            continue
        begun = max(today, act.held_on or today)
        if needed < begun + timedelta(weeks=programme.payment_weeks):
            words = _("お金の要る{day}まで、あと{n}日です（支払いの目安は{weeks}週間）。{handbook}").format(
                day=format_date(needed),
                n=max((needed - today).days, 0),
                weeks=programme.payment_weeks,
                handbook=_(PAYMENT_TAKES_TIME),
            )
            yield CaseNotice("payment_request", words)


def _place(acts: Sequence[ActRecord], request: ActRecord) -> int:
    """Return which of the requests this is, the first being 1: as many payments answer it."""
    return [act.id for act in acts if act.kind == "payment_request"].index(request.id) + 1


def _changes(programme: Programme, acts: Sequence[ActRecord], figures: CaseFigures) -> Iterator[CaseNotice]:
    """Tell of a change that is called 軽微 and touches more of the money than that allows."""
    for act in acts:
        if act.kind != "plan_change" or act.amount is None or not act.values.get("minor"):
            continue
        before = granted_before(acts, act) or figures.asked
        limit = programme.minor_share
        if before and (limit is None or Fraction(abs(act.amount - before), before) > limit):
            yield CaseNotice(
                "plan_change",
                _("{before}円から{after}円への変更は、軽微な変更の目安（{limit}）を超えています。").format(
                    before=format_yen(before),
                    after=format_yen(act.amount),
                    limit=_("{percent}％まで").format(percent=int(limit * 100)) if limit else _("なし"),
                ),
            )


def _sums(acts: Sequence[ActRecord], figures: CaseFigures) -> Iterator[CaseNotice]:
    if figures.granted is not None and figures.paid > figures.granted:
        yield CaseNotice(
            "payment",
            _("支払額の計 {paid}円が、決定額 {granted}円を {over}円 超えています。").format(
                paid=format_yen(figures.paid),
                granted=format_yen(figures.granted),
                over=format_yen(figures.paid - figures.granted),
            ),
        )
    if figures.refund and figures.refunded > figures.refund:
        yield CaseNotice(
            "refund",
            _("返還された額 {refunded}円が、返還額 {refund}円を超えています。").format(
                refunded=format_yen(figures.refunded), refund=format_yen(figures.refund)
            ),
        )
    if figures.settled is None:
        return
    if figures.granted is not None and figures.settled > figures.granted:
        yield CaseNotice(
            "settlement",
            _("確定額 {settled}円が、決定額 {granted}円を超えています。").format(
                settled=format_yen(figures.settled), granted=format_yen(figures.granted)
            ),
        )
    owed = max(figures.paid - figures.settled, 0)
    if (figures.refund or 0) != owed:
        yield CaseNotice(
            "settlement",
            _(
                "支払額 {paid}円から確定額 {settled}円を引くと {owed}円です。返還額を確かめてください。"
            ).format(
                paid=format_yen(figures.paid), settled=format_yen(figures.settled), owed=format_yen(owed)
            ),
        )
