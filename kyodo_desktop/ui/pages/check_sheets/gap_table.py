"""A whole sheet at a glance: twelve items, four marks each, and where the two sides differ."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.records.check_gaps import GapKind, ItemGap
from kyodo_desktop.records.check_sheets import (
    MOMENT_LABELS,
    SIDE_LABELS,
    Box,
    CheckItem,
    CheckStage,
    Marks,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.ui.pages.check_sheets.gap_groups import (
    ORDER_LABELS,
    GapGroup,
    GapOrder,
    drift_words,
    gap_words,
)
from kyodo_desktop.ui.pages.check_sheets.gap_sign import SIGN_SIZE, GapSign
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import LinkHolder
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import TextRole, make_label
from kyodo_desktop.ui.widgets.marks import MarkSign, PairMarks, mark_word
from kyodo_desktop.ui.widgets.segments import Segments

_COLUMN, _ROW, _WORDS = 56, 28, 148
_SMALL_COLUMN, _LEAST, _NUMBER, _LONG_NUMBER = 30, 64, 16, 36
_GAP, _BAR = 16, 4
OpenItem = Callable[[CheckStage, CheckItem], object]
Covered = frozenset[Box]
"""The boxes that are not to be seen yet."""


def make_wide_rows(
    theme: Theme, groups: Sequence[GapGroup], marks: Marks, open_item: OpenItem, covered: Covered
) -> list[QWidget]:
    """Return the head and a row of 28 px an item; an item is a link to its boxes."""
    rows: list[QWidget] = [_wide_head(theme), make_line()]
    for group in groups:
        rows += [_group(theme, group), make_line()]
        for gap in group.gaps:
            rows += [_wide_row(theme, group, gap, marks, open_item, covered), make_line(faint=True)]
    return rows


def make_compact_rows(
    theme: Theme, group: GapGroup, marks: Marks, covered: Covered, open_item: OpenItem | None = None
) -> list[QWidget]:
    """Return a group's head with the names of the columns, and its items.

    Below an item stands what its marks say and, with `open_item`, a link to its boxes.
    """
    rows: list[QWidget] = [_compact_head(theme, group), make_line()]
    for gap in group.gaps:
        rows += [_compact_row(theme, group, gap, marks, covered, open_item), make_line(faint=True)]
    return rows


def make_order(theme: Theme, order: GapOrder, choose: Callable[[GapOrder], object]) -> Segments:
    """Return the choice of how the items are sorted."""
    segments = Segments(theme, [(one.value, _(label)) for one, label in ORDER_LABELS.items()], _("並べ方"))
    segments.set_value(order.value)
    segments.shrink()
    segments.chosen.connect(lambda key: choose(GapOrder(key)))
    return segments


def make_order_row(theme: Theme, order: GapOrder, choose: Callable[[GapOrder], object]) -> QWidget:
    """Return that choice at the left of a row of its own."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    theme.space(row, 0)
    row.addWidget(make_order(theme, order, choose))
    row.addStretch(1)
    return holder


def make_legend(theme: Theme) -> FlowBar:
    """Return the four marks with their words."""
    bar = FlowBar(theme.px(24), theme.px(2))
    bar.setProperty("ground", "surface")
    theme.space(bar.flow, 16)
    for value in (*MarkValue, None):
        holder = QWidget()
        row = QHBoxLayout(holder)
        theme.space(row, 6)
        row.addWidget(MarkSign(theme, value))
        row.addWidget(make_label(mark_word(value), "caption"))
        bar.flow.addWidget(holder)
    return bar


def _line(theme: Theme, widget: QWidget, height: int) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    theme.space(row, _GAP)
    widget.setMinimumHeight(theme.px(height))
    return row


def _wide_head(theme: Theme) -> QWidget:
    head = QWidget()
    row = _line(theme, head, 52)
    items = make_label(_("項目"), "muted")
    items.setMinimumHeight(theme.px(26))
    row.addWidget(items, 1, Qt.AlignmentFlag.AlignBottom)
    row.addWidget(_beside(theme, [_pair_head(theme, moment, _COLUMN, 26) for moment in Moment], QWidget()))
    words = make_label(_("団体と市のちがい"), "muted")
    words.setFixedWidth(theme.px(_WORDS + _BAR + _GAP))
    words.setMinimumHeight(theme.px(26))
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignBottom)
    return head


def _pair_head(theme: Theme, moment: Moment, column: int, height: int) -> QWidget:
    head = QWidget()
    outer = QVBoxLayout(head)
    theme.space(outer, 0)
    above = make_label(_(MOMENT_LABELS[moment]), "body" if column == _COLUMN else "caption")
    outer.addWidget(above)
    outer.addWidget(make_line())
    sides = QHBoxLayout()
    theme.space(sides, 0)
    below = [make_label(_(SIDE_LABELS[side]), "muted" if column == _COLUMN else "caption") for side in Side]
    for label in below:
        sides.addWidget(label, 1)
    for label in (above, *below):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setMinimumHeight(theme.px(height))
    outer.addLayout(sides)
    head.setFixedWidth(theme.px(column) * len(Side))
    return head


def _group(theme: Theme, group: GapGroup) -> QWidget:
    frame = make_frame("window")
    row = _line(theme, frame, _ROW)
    theme.space(row, 12, (8, 0, 0, 0))
    if group.kind is not None:
        row.addWidget(GapSign(theme, group.kind))
    else:
        row.addWidget(make_label(group.numeral, "head"))
    row.addWidget(make_label(group.title, "head"), 1)
    return frame


def _number_words(group: GapGroup, gap: ItemGap) -> str:
    """Return the item's number, with its stage where the group is not its stage."""
    return str(gap.item.number) if group.kind is None else f"{gap.stage.numeral}－{gap.item.number}"


def _wide_row(
    theme: Theme, group: GapGroup, gap: ItemGap, marks: Marks, open_item: OpenItem, covered: Covered
) -> QWidget:
    holder = QWidget()
    row = _line(theme, holder, _ROW)
    number = make_label(_number_words(group, gap), "muted")
    number.setFixedWidth(theme.px(24 if group.kind is None else _LONG_NUMBER))
    number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(number)
    open_it = partial(open_item, gap.stage, gap.item)
    link = LinkHolder(make_button(theme, gap.item.text, open_it, kind="link"))
    row.addWidget(link, 1)
    row.addWidget(_pairs(theme, gap, marks, _COLUMN, covered))
    said = _said(theme, gap, marks, covered)
    said.setFixedWidth(theme.px(_WORDS))
    row.addWidget(said)
    row.addWidget(_edge(theme, bool(gap.apart)))
    return holder


def _said(theme: Theme, gap: ItemGap, marks: Marks, covered: Covered) -> QWidget:
    """Return the sign and the words of what the marks say; of a blank item, nothing."""
    words = QWidget()
    row = QHBoxLayout(words)
    theme.space(row, 8)
    said = gap_words(gap, marks)
    if not gap.is_to_talk and any(box in covered for box in gap.open):
        row.addWidget(make_label(_("そろうと見えます"), "muted"), 1)
    elif said:
        row.addWidget(GapSign(theme, gap.kind))
        role: TextRole = "due" if gap.kind is GapKind.APART else "muted"
        row.addWidget(make_label(said, "body" if gap.kind is GapKind.DRIFT else role), 1)
    return words


def _edge(theme: Theme, apart: bool) -> QWidget:
    """Return the bar at the row's right edge that marks a difference."""
    edge = QFrame()
    edge.setFixedWidth(theme.px(_BAR))
    if apart:
        edge.setStyleSheet(f"background: {theme.tokens.due};")
    return edge


def _pairs(theme: Theme, gap: ItemGap, marks: Marks, column: int, covered: Covered) -> QWidget:
    """Return an item's marks before and after; an arrow stands between them where a side changed its own."""
    pairs: list[QWidget] = []
    for moment in Moment:
        pair = PairMarks(theme, moment, column, _ROW)
        boxes = {side: (gap.item.key, moment, side) for side in Side}
        found = {side: marks[box] for side, box in boxes.items() if box in marks}
        hidden = [side for side, box in boxes.items() if box in covered]
        pair.show_marks(found, apart=moment in gap.apart, covered=hidden)
        pairs.append(pair)
    if not gap.drifts:
        return _beside(theme, pairs, QWidget())
    arrow = GapSign(theme, GapKind.DRIFT)
    arrow.setToolTip("\n".join(drift_words(gap)))
    return _beside(theme, pairs, arrow)


def _beside(theme: Theme, pair: Sequence[QWidget], between: QWidget) -> QWidget:
    """Return what stands under 事業前 and 事業後, and between them room for a sign."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    theme.space(row, 2)
    between.setFixedWidth(theme.px(SIGN_SIZE))
    for widget in (pair[0], between, pair[1]):
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


def _compact_head(theme: Theme, group: GapGroup) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    theme.space(row, 4, (0, 16, _BAR + 4, 0))
    if group.kind is not None:
        row.addWidget(GapSign(theme, group.kind), 0, Qt.AlignmentFlag.AlignBottom)
    title = make_label(f"{group.numeral} {group.title}".strip(), "head", wrap=True)
    title.setMinimumWidth(theme.px(_LEAST))
    row.addWidget(title, 1, Qt.AlignmentFlag.AlignBottom)
    heads = [_pair_head(theme, moment, _SMALL_COLUMN, 22) for moment in Moment]
    row.addWidget(_beside(theme, heads, QWidget()))
    return head


def _compact_row(
    theme: Theme,
    group: GapGroup,
    gap: ItemGap,
    marks: Marks,
    covered: Covered,
    open_item: OpenItem | None,
) -> QWidget:
    holder = QWidget()
    outer = QHBoxLayout(holder)
    theme.space(outer, 4)
    column = QVBoxLayout()
    theme.space(column, 0, (0, 0, 0, 4))
    row = QHBoxLayout()
    theme.space(row, 4)
    top = Qt.AlignmentFlag.AlignTop
    number = make_label(_number_words(group, gap), "caption")
    number.setFixedSize(theme.px(_NUMBER if group.kind is None else _LONG_NUMBER), theme.px(_ROW))
    row.addWidget(number, 0, top)
    text = make_label(gap.item.text, "small", wrap=True)
    text.setMinimumWidth(theme.px(_LEAST))
    text.setContentsMargins(0, theme.px(4), 0, 0)
    row.addWidget(text, 1, top)
    row.addWidget(_pairs(theme, gap, marks, _SMALL_COLUMN, covered), 0, top)
    column.addLayout(row)
    left = (_NUMBER if group.kind is None else _LONG_NUMBER) + 4
    column.addLayout(_below(theme, gap, marks, covered, open_item, left))
    outer.addLayout(column, 1)
    outer.addWidget(_edge(theme, bool(gap.apart)))
    return holder


def _below(
    theme: Theme, gap: ItemGap, marks: Marks, covered: Covered, open_item: OpenItem | None, left: int
) -> QHBoxLayout:
    """Return what is said under an item's text, and the link to its boxes."""
    row = QHBoxLayout()
    theme.space(row, 16, (left, 0, 0, 0))
    if gap.kind is not GapKind.BLANK:
        row.addWidget(_said(theme, gap, marks, covered))
    if open_item is not None:
        open_it = partial(open_item, gap.stage, gap.item)
        link = make_button(theme, _("書く"), open_it, kind="link", icon="pencil")
        link.setAccessibleName(_("{stage}－{n} を書く").format(stage=gap.stage.numeral, n=gap.item.number))
        row.addWidget(link)
    row.addStretch(1)
    return row
