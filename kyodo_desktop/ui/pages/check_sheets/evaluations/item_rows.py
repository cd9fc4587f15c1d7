"""The items of an evaluation: both sides' marks side by side, what each says, what both say together."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_gaps import GapKind
from kyodo_desktop.records.evaluations import (
    EVALUATION_SIDE_LABELS,
    OWN_SIDES,
    EvaluationDraft,
    EvaluationGroup,
    EvaluationItem,
    EvaluationRecord,
    EvaluationSide,
    EvaluationText,
    apart,
)
from kyodo_desktop.ui.pages.check_sheets.gap_sign import GapSign
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.frames import make_line
from kyodo_desktop.ui.widgets.labels import TextRole, make_label
from kyodo_desktop.ui.widgets.marks import paint_capsule

_COLUMN, _ROW, _LEAST, _EDGE = 52, 28, 96, 4
_NOTHING = "―"


class MarkPair(QWidget):
    """The marks of 団体 and 担当課 as they are written; on one capsule where they differ."""

    def __init__(self, theme: Theme, labels: Sequence[str], *, is_apart: bool) -> None:
        super().__init__()
        self._theme, self._labels, self._apart = theme, tuple(labels), is_apart
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font())
        said = _("、").join(
            f"{_(EVALUATION_SIDE_LABELS[side])}: {label or _('未記入')}"
            for side, label in zip(OWN_SIDES, self._labels, strict=True)
        )
        self.setAccessibleName(said + (_(" ちがい") if is_apart else ""))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Return the room of two columns."""
        return QSize(self._theme.px(_COLUMN) * len(self._labels), self._theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the capsule and the marks."""
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._apart:
            paint_capsule(painter, self._theme, self.rect().toRectF().adjusted(0, px(2), 0, -px(2)))
        width = self.width() / len(self._labels)
        for at, label in enumerate(self._labels):
            painter.setPen(QColor(tokens.due if self._apart else tokens.ink if label else tokens.muted))
            box = QRectF(width * at, 0, width, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label or _NOTHING)


def make_item_rows(
    theme: Theme,
    text: EvaluationText,
    draft: EvaluationDraft,
    other: tuple[EvaluationText, EvaluationRecord] | None = None,
) -> Iterator[QWidget]:
    """Yield the items in their groups; beside each, what another evaluation of the same says of it."""
    differing = {item.key for item in apart(text, draft)}
    for group in text.groups:
        yield _head(theme, group)
        yield make_line()
        for item in group.items:
            yield _row(theme, text, draft, item, is_apart=item.key in differing, other=other)
            yield make_line(faint=True)


def make_scale(theme: Theme, text: EvaluationText) -> QWidget:
    """Return the marks with their words, and that they are ours."""
    words = "　".join(f"{mark.label} {mark.words}" for mark in text.scale)
    return make_label(
        _("{words}（仮）").format(words=words) if text.provisional else words, "caption", wrap=True
    )


def _head(theme: Theme, group: EvaluationGroup) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    theme.space(row, 4, (0, 16, _EDGE + 4, 4))
    row.addWidget(make_label(group.label, "head", wrap=True), 1, Qt.AlignmentFlag.AlignBottom)
    for side in OWN_SIDES:
        label = make_label(_(EVALUATION_SIDE_LABELS[side]), "caption")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setFixedWidth(theme.px(_COLUMN))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)
    row.setSpacing(0)
    return head


def _row(
    theme: Theme,
    text: EvaluationText,
    draft: EvaluationDraft,
    item: EvaluationItem,
    *,
    is_apart: bool,
    other: tuple[EvaluationText, EvaluationRecord] | None,
) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    theme.space(column, 2, (0, 0, 0, 6))
    row = QHBoxLayout()
    theme.space(row, 4, (0, 0, _EDGE + 4, 0))
    words = make_label(item.heading, wrap=True)
    words.setMinimumWidth(theme.px(_LEAST))
    words.setContentsMargins(0, theme.px(4), 0, 0)
    words.setToolTip(item.text)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(
        MarkPair(theme, _labels(text, draft, item), is_apart=is_apart), 0, Qt.AlignmentFlag.AlignTop
    )
    column.addLayout(row)
    column.addLayout(_said(theme, draft, item, is_apart=is_apart))
    for side in EvaluationSide:
        answer = draft.seen_answer(item.key, side)
        if answer.words.strip():
            line = _("{side}: {words}").format(
                side=_(EVALUATION_SIDE_LABELS[side]), words=answer.words.strip()
            )
            role: TextRole = "body" if side is EvaluationSide.JOINT else "small"
            column.addWidget(make_label(line, role, wrap=True))
    if other is not None:
        told = _other_words(item, *other)
        if told:
            column.addWidget(make_label(told, "caption", wrap=True))
    return holder


def _said(theme: Theme, draft: EvaluationDraft, item: EvaluationItem, *, is_apart: bool) -> QHBoxLayout:
    """Return the sign and the word of what both marks say together."""
    row = QHBoxLayout()
    theme.space(row, 8)
    kind = _gap_kind(draft, item, is_apart=is_apart)
    words = {
        GapKind.APART: _("ちがい"),
        GapKind.AGREED: _("一致"),
        GapKind.OPEN: _open_words(draft, item),
        GapKind.BLANK: _("未記入"),
    }[kind]
    row.addWidget(GapSign(theme, kind))
    row.addWidget(make_label(words, "due" if kind is GapKind.APART else "muted"))
    row.addStretch(1)
    return row


def _gap_kind(draft: EvaluationDraft, item: EvaluationItem, *, is_apart: bool) -> GapKind:
    if is_apart:
        return GapKind.APART
    given = sum(draft.seen_answer(item.key, side).mark is not None for side in OWN_SIDES)
    return (GapKind.BLANK, GapKind.OPEN, GapKind.AGREED)[given]


def _open_words(draft: EvaluationDraft, item: EvaluationItem) -> str:
    missing = (side for side in OWN_SIDES if draft.seen_answer(item.key, side).mark is None)
    return _("{side}が未記入").format(side=_("・").join(_(EVALUATION_SIDE_LABELS[side]) for side in missing))


def _labels(text: EvaluationText, draft: EvaluationDraft, item: EvaluationItem) -> list[str]:
    known = {mark.key: mark.label for mark in text.scale}
    return [known.get(draft.seen_answer(item.key, side).mark or "", "") for side in OWN_SIDES]


def _other_words(item: EvaluationItem, text: EvaluationText, record: EvaluationRecord) -> str:
    """Return what another evaluation says of an item; nothing if it does not ask for it."""
    if item.key not in {one.key for one in text.items}:
        return ""
    labels = _labels(text, record.draft, item)
    said = _("・").join(
        f"{_(EVALUATION_SIDE_LABELS[side])} {label or _('未記入')}"
        for side, label in zip(OWN_SIDES, labels, strict=True)
    )
    year = format_fiscal_year(record.draft.fiscal_year)
    return _("{year}の評価では {said}").format(year=year, said=said)
