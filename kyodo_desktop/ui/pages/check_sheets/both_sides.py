"""What both sides said of a record, in its detail: its check sheets and evaluations, and the way to more."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.evaluations.opening import open_evaluation
from kyodo_desktop.ui.evaluations.wording import kind_words, stand_words
from kyodo_desktop.ui.pages.check_sheets.beginning import begin_sheet
from kyodo_desktop.ui.pages.check_sheets.covered import covered_in, marks_without
from kyodo_desktop.ui.pages.check_sheets.wording import differences
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.detail import make_flow, make_link_row, make_section
from kyodo_desktop.ui.widgets.labels import make_label


def make_both_sides(context: UiContext, owner: SheetOwner, parent: QWidget) -> Iterator[QWidget]:
    """Yield the section of a proposal or an entry of the list."""
    theme = context.theme
    sheets = context.services.check_sheets.of(owner)
    evaluations = context.services.evaluations.of(owner)
    yield make_section(theme, _("チェックシートと評価"), len(sheets) + len(evaluations))
    if not sheets and not evaluations:
        yield make_label(_("団体と市が、事業の前と後に確かめ、話し合うところです。"), "muted", wrap=True)
    for sheet in sheets:
        yield make_link_row(
            theme,
            _("相互チェックシート"),
            partial(context.open_page, "check_sheets", sheet.id),
            after=format_fiscal_year(sheet.fiscal_year),
            below=_told(context, sheet),
        )
    for one in evaluations:
        yield make_link_row(
            theme,
            kind_words(one),
            partial(open_evaluation, context, parent, SheetOwner("evaluation", one.id)),
            after=format_fiscal_year(one.draft.fiscal_year),
            below=stand_words(one),
        )
    to_sheet = partial(begin_sheet, context, owner, parent)
    begin = make_button(theme, _("チェックシートをつくる"), to_sheet, kind="link", icon="plus")
    begin.setToolTip("Ctrl+Shift+C")
    to_evaluation = partial(open_evaluation, context, parent, owner)
    evaluate = make_button(theme, _("評価・振り返りをひらく"), to_evaluation, kind="link", icon="list-checks")
    evaluate.setToolTip("Ctrl+Shift+V")
    yield make_flow(theme, (begin, evaluate), 16)


def _told(context: UiContext, sheet: CheckSheetRecord) -> str:
    """Return how much of a sheet is filled in, and on how many items the sides differ."""
    filled = _("記入 {n}／{all}").format(n=len(sheet.marked), all=4 * sheet.boxes)
    text = context.services.check_sheets.text(sheet.version)
    apart = differences(marks_without(sheet, covered_in(context, sheet, text)), text)
    return filled + (_(" ・ ▲ ちがい {n}項目").format(n=apart) if apart else "")
