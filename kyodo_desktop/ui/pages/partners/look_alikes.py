"""Saying who in the register looks like the partner that is being typed; nothing is blocked by it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.matching import LookAlike
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.ui.pages.shared.kinds import kind_label
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.tags import NoteBox

PAUSE_MS = 300
"""How long typing must rest before the register is asked."""
_MOST = 3

Ask = Callable[[PartnerDraft, int | None], Sequence[LookAlike]]


class LookAlikeNotice(QObject):
    """Asks a while after the last key, and shows what it hears below the field that was typed in.

    `look` asks for what is typed now; `say_below(name, notice)` puts a notice below a field.
    """

    def __init__(
        self,
        theme: Theme,
        look: Callable[[], Sequence[LookAlike]],
        say_below: Callable[[str, QWidget], object],
        open_partner: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        self._say_below, self._open_partner = say_below, open_partner
        self._notice: NoteBox | None = None
        self._asked_by = "name"
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look_now)

    def ask(self, name: str) -> None:
        """Ask in a while, because something was typed in a field."""
        self._asked_by = name
        self._pause.start()

    def look_now(self) -> None:
        """Say who looks like what is typed."""
        self.clear()
        found = self._look()
        if found:
            self._notice = self._make(found)
            self._say_below(self._asked_by, self._notice)

    def clear(self) -> None:
        """Say nothing, and ask nothing more."""
        self._pause.stop()
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def words(self) -> str:
        """Return what is said, empty if nothing."""
        return self._notice.accessibleName() if self._notice is not None else ""

    def _make(self, found: Sequence[LookAlike]) -> NoteBox:
        lines = [_line(one) for one in found[:_MOST]]
        if len(found) > _MOST:
            lines.append(_("ほかに {n}団体").format(n=len(found) - _MOST))
        lines.append(_("別の団体なら、このまま保存できます。"))
        sure = any(not one.doubtful for one in found)
        head = _("同じ団体かもしれません") if sure else _("似ている団体が台帳にあります（要確認）")
        first = found[0].partner.id
        see = (_("見る"), lambda: self._open_partner(first))
        return NoteBox(self._theme, Tone.DUE, head, "\n".join(lines), see)


def _line(alike: LookAlike) -> str:
    partner = alike.partner
    kind = kind_label(partner.kind, partner.kind_estimated)
    return _("「{name}」{kind}: {reason}").format(name=partner.name, kind=kind, reason=alike.reason)
