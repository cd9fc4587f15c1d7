"""Which evaluation is begun: its kind first, then what it is of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.evaluations import EVALUATION_LABELS, EvaluationKind
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.registry import PAGES
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.record_picker import RecordPicker
from kyodo_desktop.ui.widgets.segments import Segments

_OF = {"proposals": ("proposal", N_("提案")), "collaborations": ("collaboration", N_("取組"))}
Chosen = Callable[[SheetOwner | None, EvaluationKind], object]


@dataclass(frozen=True, slots=True)
class _Hit:
    owner: SheetOwner
    words: str


class NewEvaluationDialog(QDialog):
    """Asks for kind and project; `chosen(subject, kind)` follows, with no subject for a free one."""

    def __init__(self, context: UiContext, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("新しい評価"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._chosen = context, chosen
        theme = context.theme
        self.kinds = Segments(
            theme, [(kind.value, _(EVALUATION_LABELS[kind])) for kind in EvaluationKind], _("評価の種類")
        )
        self.kinds.set_value(EvaluationKind.EVALUATION.value)
        self.picker = RecordPicker(
            theme,
            self._search,
            lambda hit: str(hit.words),
            prompt=_("事業名か受付番号を打つと、提案と取組からさがします"),
            name=_("見つかった事業"),
            nobody=_("見つかりません"),
        )
        self.picker.box.setAccessibleName(_("どの事業か"))
        self.picker.picked.connect(lambda hit: self._take(hit.owner))
        self.free_button = make_button(theme, _("選ばずに書く"), lambda: self._take(None))
        self.free_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        theme.space(column, 8, (24, 16, 24, 16))
        column.addWidget(make_label(_("評価の種類"), "muted"))
        column.addWidget(self.kinds)
        column.addSpacing(theme.px(8))
        column.addWidget(make_label(_("どの事業か"), "muted"))
        column.addWidget(self.picker)
        note = _("どちらにもない事業は、選ばずに書けます。年度はあとで選べます。")
        column.addWidget(make_label(note, "caption", wrap=True))
        column.addStretch(1)
        stop = make_button(theme, _("やめる"), self.reject)
        stop.setAutoDefault(False)
        column.addLayout(make_button_row(theme, self.free_button, stop))
        self.resize(theme.px(560), theme.px(320))
        self.kinds.setFocus()

    def _search(self, text: str, limit: int) -> Sequence[_Hit]:
        """Return proposals and entries that the words mean, both kinds to be seen."""
        found = []
        for key, (kind, label) in _OF.items():
            page = next(spec for spec in PAGES if spec.key == key).load()
            for hit in page.search(self._context.services, text, limit // 2):
                words = f"{_(label)}　{hit.title}　{hit.detail}".rstrip("　")
                found.append(_Hit(SheetOwner(kind, hit.record_id), words))
        return found

    def _take(self, subject: SheetOwner | None) -> None:
        self.accept()
        self._chosen(subject, EvaluationKind(self.kinds.value()))
