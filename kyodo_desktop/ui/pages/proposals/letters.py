"""通知をまとめて: one letter of the city for all chosen proposals, looked at together, issued in one act."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.forms import FormGroup, FormInfo
from kyodo_desktop.ui.context import UiContext


def make_letters_menu(context: UiContext, ids: Collection[int], parent: QWidget) -> QMenu:
    """Return the letters that there are for proposals; one that is chosen asks for whom, these ticked."""
    menu = QMenu(_("通知をまとめて"), parent)
    for info in context.services.documents.forms():
        if info.group is FormGroup.CITY and info.record_kind == "proposal" and info.numbered:
            menu.addAction(info.title, partial(_open, context, info, ids, parent))
    return menu


def offer_letters(context: UiContext, ids: Collection[int], parent: QWidget) -> None:
    """Offer the letters in the middle of a list."""
    menu = make_letters_menu(context, ids, parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(parent.mapToGlobal(QPoint(parent.width() // 3, parent.height() // 4)))


def _open(context: UiContext, info: FormInfo, ids: Collection[int], parent: QWidget) -> None:
    from kyodo_desktop.ui.pages.papers.batch_dialog import BatchDialog

    BatchDialog(context, info, {}, (), ids, parent).open()
