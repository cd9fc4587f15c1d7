"""What is written where the gaps are read: what was agreed of an item, and when to look again."""

from typing import Any

from kyodo_desktop.base.errors import KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.check_gaps import ItemGap
from kyodo_desktop.records.check_sheets import CheckSheetRecord
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.widgets.edits import JapaneseTextEdit, WarekiEdit
from kyodo_desktop.ui.widgets.in_place_form import FormTarget, InPlaceForm, day_of

_HEIGHT = 78


def agreement_target(record_id: int, item: str) -> FormTarget:
    """Return under what the draft of an item's note is kept."""
    return FormTarget(f"check_agreement_{item}", record_id)


class TalkForm(InPlaceForm):
    """A form in a detail that is read anew as soon as it writes: `is_written` says not to open it again."""

    is_written = False

    def write(self) -> str:
        """Write what is typed, its draft forgotten before: whoever reads the sheet anew finds none."""
        self.context.services.drafts.drop(self.target.kind, self.target.record_id)
        self.is_written = True
        try:
            return self.write_sheet()
        except KyodoError:
            self.is_written = False
            raise

    def write_sheet(self) -> str:
        """Change the sheet; return in words what was done.

        Raises:
            KyodoError: it cannot be taken.
        """
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Keep what is typed, unless it is written."""
        if not self.is_written:
            super().keep_draft()


class AgreementForm(TalkForm):
    """What was agreed of one item, and on which day."""

    def __init__(self, context: UiContext, record: CheckSheetRecord, gap: ItemGap) -> None:
        super().__init__(context, agreement_target(record.id, gap.item.key), _("話し合いのメモ"))
        self._record_id, self._item = record.id, gap.item.key
        self.words = JapaneseTextEdit(_("決めたこと"))
        self.words.setFixedHeight(context.theme.px(_HEIGHT))
        self.day = WarekiEdit(_("話し合った日"), context.clock.today())
        self.put(_("決めたこと"), "words", self.words)
        self.put(_("話し合った日"), "day", self.day)
        self.words.textChanged.connect(self.on_edited)
        self.day.textEdited.connect(self.on_edited)
        kept = record.agreement(gap.item.key)
        day = kept.agreed_on if kept is not None else context.clock.today()
        self.begin({"words": kept.words if kept is not None else "", "day": format_date(day) if day else ""})

    def fill(self, answers: dict[str, Any]) -> None:
        """Show words and day."""
        self.words.setPlainText(answers["words"])
        self.day.setText(answers["day"])

    def answers(self) -> dict[str, Any]:
        """Return words and day as typed."""
        return {"words": self.words.toPlainText(), "day": self.day.text()}

    def write_sheet(self) -> str:
        """Keep what was agreed."""
        day = day_of(self.day.text(), self.context.clock.today(), "day")
        sheets = self.context.services.check_sheets
        sheets.agree(self._record_id, self._item, self.words.toPlainText(), day)
        return _("話し合いのメモを保存しました")


class NextCheckForm(TalkForm):
    """The day on which both sides look at the sheet again."""

    def __init__(self, context: UiContext, record: CheckSheetRecord) -> None:
        super().__init__(context, FormTarget("check_sheet_next", record.id), _("次の確認日"))
        self._record_id = record.id
        self.day = WarekiEdit(_("次の確認日"), context.clock.today())
        self.put(_("次の確認日"), "day", self.day)
        self.day.textEdited.connect(self.on_edited)
        day = record.next_check_on
        self.begin({"day": format_date(day) if day else ""})

    def fill(self, answers: dict[str, Any]) -> None:
        """Show the day."""
        self.day.setText(answers["day"])

    def answers(self) -> dict[str, Any]:
        """Return the day as typed."""
        return {"day": self.day.text()}

    def write_sheet(self) -> str:
        """Keep the day, or that there is none."""
        day = day_of(self.day.text(), self.context.clock.today(), "day")
        self.context.services.check_sheets.plan_check(self._record_id, day)
        return _("次の確認日を保存しました") if day else _("次の確認日を消しました")
