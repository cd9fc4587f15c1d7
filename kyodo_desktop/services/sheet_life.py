"""The life of a sheet: 作成 → 印刷 → 署名・押印待ち → 受領 → 綴り済, one step back, and 無効.

A step may be left out where the office works without it (a paper that was signed at the counter at once, a
copy that is filed and never goes out); a sheet that is void goes nowhere.
"""

from datetime import date

from kyodo_desktop.base.errors import ConflictError, InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.models import IssuedSheet
from kyodo_desktop.records.sheets import SHEET_STATE_LABELS, SheetState
from kyodo_desktop.services.sheet_records import number_of

_S = SheetState


def print_sheet(row: IssuedSheet, day: date) -> None:
    """Note that a sheet was printed; one that is further already was printed again.

    Raises:
        ConflictError: it is void.
    """
    _refuse(row, _("印刷"), _S.MADE, _S.PRINTED, _S.AWAITED, _S.RECEIVED, _S.FILED)
    if row.state == _S.MADE:
        row.state, row.printed_on = _S.PRINTED.value, day


def hand_out(row: IssuedSheet, holder: str, since: date, due_on: date | None) -> None:
    """Give a sheet to somebody who signs or seals it; it may be handed on.

    Raises:
        ConflictError: it is void, or has come back.
        InputError: nobody is named, or it would be due before it goes.
    """
    _refuse(row, _("手渡し"), _S.MADE, _S.PRINTED, _S.AWAITED)
    if not holder.strip():
        raise InputError(
            _("「渡した相手」を書いてください。だれの手元にあるかを後で探せるようにします。"), "holder"
        )
    if due_on is not None and due_on < since:
        raise InputError(_("「戻る予定の日」が、渡す日より前です。日付を確かめてください。"), "due_on")
    row.state, row.holder, row.due_on = _S.AWAITED.value, " ".join(holder.split()), due_on
    row.awaited_since = since


def receive(row: IssuedSheet, day: date) -> None:
    """Note that a sheet has come back.

    Raises:
        ConflictError: it is void, or came back before.
    """
    _refuse(row, _("受領"), _S.MADE, _S.PRINTED, _S.AWAITED)
    row.state, row.received_on = _S.RECEIVED.value, day


def file_away(row: IssuedSheet, day: date) -> None:
    """Note that a sheet was filed.

    Raises:
        ConflictError: it is void or filed already, was never printed, or is still with somebody.
    """
    _refuse(row, _("綴り"), _S.PRINTED, _S.RECEIVED)
    row.state, row.filed_on = _S.FILED.value, day


def make_void(row: IssuedSheet, day: date, reason: str) -> None:
    """Make a sheet void; the reason stands in its note.

    Raises:
        ConflictError: it is void already.
        InputError: there is no reason.
    """
    _refuse(row, _("無効"), *(state for state in _S if state is not _S.VOID))
    if not reason.strip():
        raise InputError(_("無効にする「理由」を書いてください。記録に残します。"), "reason")
    row.state, row.void_on = _S.VOID.value, day
    row.note = "\n".join(filter(None, (row.note, _("無効の理由: {reason}").format(reason=reason.strip()))))


def step_back(row: IssuedSheet) -> None:
    """Take the last step of a sheet back.

    Raises:
        ConflictError: it has made none.
    """
    if row.state == _S.MADE:
        raise ConflictError(
            _("{number}は「作成」のままなので、戻す段階がありません。").format(number=number_of(row))
        )
    last = next(name for name, state in _DAYS if state == row.state)
    setattr(row, last, None)
    if row.state == _S.AWAITED:
        row.holder, row.due_on = "", None
    row.state = next((state.value for name, state in _DAYS if getattr(row, name) is not None), _S.MADE.value)


_DAYS = (
    ("void_on", _S.VOID),
    ("filed_on", _S.FILED),
    ("received_on", _S.RECEIVED),
    ("awaited_since", _S.AWAITED),
    ("printed_on", _S.PRINTED),
)
"""The day of each step, the last step first."""


def _refuse(row: IssuedSheet, step: str, *fit: SheetState) -> None:
    state = SheetState(row.state)
    if state not in fit:
        raise ConflictError(
            _(
                "{number}は「{state}」なので、「{step}」にできません。一覧で今の段階を確かめてください。"
            ).format(number=number_of(row), state=_(SHEET_STATE_LABELS[state]), step=step)
        )
