"""Writing partners out: which kind of file, how many, for whom; and a report of what is not in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.records.partner_export import PartnerFile
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.pages.partners.merge_dialog import fit_over
from kyodo_desktop.ui.tables.columns import Column
from kyodo_desktop.ui.tables.record_table import RecordTable
from kyodo_desktop.ui.tables.view import RecordView
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button, make_button_row
from kyodo_desktop.ui.widgets.form_rows import FormRows
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kyodo_desktop.ui.pages.partners.page import PartnersPage

_FORMATS = (("xlsx", "Excel"), ("csv", "CSV"), ("csv-cp932", N_("CSV（Shift_JIS）")), ("json", "JSON"))


class Edition(StrEnum):
    """For whom a file is."""

    OFFICE = "office"
    PUBLIC = "public"
    OPEN_DATA = "open_data"


_EDITIONS: dict[Edition, str] = {
    Edition.OFFICE: N_("庁内用"),
    Edition.PUBLIC: N_("公開用"),
    Edition.OPEN_DATA: N_("オープンデータ"),
}
_TITLES: dict[Edition, str] = {
    Edition.OFFICE: N_("団体台帳"),
    Edition.PUBLIC: N_("団体名簿（公開用）"),
    Edition.OPEN_DATA: N_("市民活動団体一覧"),
}
_AS_SHOWN = N_("いま見えている列だけを、その順に書きます。")
_ALL_OF_IT = N_("台帳のすべての欄を書きます。このファイルを読み込むと、同じ台帳に戻ります。")
_PUBLIC = N_("公開用には、名称と、公開にした欄だけを書きます。書かなかった欄は後で一覧で出ます。")
_OPEN_DATA = N_(
    "自治体標準オープンデータセットの欄の名前で、公開にした欄だけを書きます。"
    "何も公開していない団体は書きません。"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written: the kind of file, what is shown or all, which columns, for whom."""

    file_format: str
    only_shown: bool
    shown_columns: bool
    edition: Edition


class PartnerExportDialog(QDialog):
    """Asks what is to be written; `chosen(wish)` follows. `counts`: partners shown, all, columns shown."""

    def __init__(
        self, theme: Theme, counts: tuple[int, int, int], chosen: Callable[[Wish], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("団体の書き出し"))
        self._chosen = chosen
        shown, whole, columns = counts
        rows = FormRows(theme, label_width=112, least_width=420)
        self.file_format = Segments(theme, [(key, _(word)) for key, word in _FORMATS], _("ファイルの種類"))
        self.scope = Segments(
            theme,
            (
                ("shown", _("表示している {n}件").format(n=shown)),
                ("whole", _("台帳の全体 {n}件").format(n=whole)),
            ),
            _("どれを"),
        )
        which = (("shown", _("表示どおり {n}列").format(n=columns)), ("all", _("すべての欄")))
        self.columns = Segments(theme, which, _("どの欄を"))
        self.edition = Segments(theme, [(key, _(word)) for key, word in _EDITIONS.items()], _("だれに"))
        for label, choice, first in (
            (_("ファイルの種類"), self.file_format, "xlsx"),
            (_("どれを"), self.scope, "shown"),
            (_("どの欄を"), self.columns, "shown"),
            (_("だれに"), self.edition, Edition.OFFICE),
        ):
            choice.set_value(first)
            choice.chosen.connect(lambda _key: self._refresh())
            rows.add(label, choice, width=None)
        self._note = make_label("", "muted", wrap=True)
        # Two lines from the start, so that nothing moves when other words stand there.
        self._note.setMinimumHeight(theme.px(44))
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows.add_widget(self._note)
        layout = QVBoxLayout(self)
        theme.space(layout, 16, (24, 24, 24, 16))
        layout.addWidget(rows)
        confirm = make_button(theme, _("場所を選ぶ"), self.confirm, kind="primary")
        layout.addLayout(make_button_row(theme, make_button(theme, _("やめる"), self.reject), confirm))
        self._refresh()

    def wish(self) -> Wish:
        """Return what is chosen."""
        return Wish(
            self.file_format.value(),
            only_shown=self.scope.value() == "shown",
            shown_columns=self.columns.value() == "shown",
            edition=Edition(self.edition.value()),
        )

    def confirm(self) -> None:
        """Close and go on."""
        self.accept()
        self._chosen(self.wish())

    def _refresh(self) -> None:
        wish = self.wish()
        self.columns.setEnabled(wish.edition is not Edition.OPEN_DATA)
        words = {Edition.PUBLIC: _PUBLIC, Edition.OPEN_DATA: _OPEN_DATA}
        self._note.setText(_(words.get(wish.edition, _AS_SHOWN if wish.shown_columns else _ALL_OF_IT)))


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    place: str
    words: str


class ReportDialog(QDialog):
    """Lists what is not in a file that was written."""

    def __init__(
        self, context: UiContext, head: str, lines: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("書き出さなかったもの"))
        theme = context.theme
        columns = (
            Column[_Line]("place", _("団体・場所"), lambda line: line.place, 280),
            Column[_Line]("words", _("内容"), lambda line: line.words),
        )
        self.table = RecordTable(columns, lambda line: line.number)
        self.table.set_rows([_Line(at, *line) for at, line in enumerate(lines)])
        self.view = RecordView(
            theme, self.table, context.settings, settings_key="export_report", name=self.windowTitle()
        )
        layout = QVBoxLayout(self)
        theme.space(layout, 12, (24, 16, 24, 16))
        layout.addWidget(make_label(head, wrap=True))
        layout.addWidget(self.view, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(make_button(theme, _("閉じる"), self.accept, kind="primary"))
        layout.addLayout(buttons)
        fit_over(self, QSize(theme.px(760), theme.px(440)))


def open_export(page: "PartnersPage") -> None:
    """Ask what is to be written and where, and write it; the window goes on meanwhile."""
    counts = (len(page.table.shown), len(page.table.rows), len(page.view.chosen.visible()))

    def ask_where(wish: Wish) -> None:
        name = f"{_(_TITLES[wish.edition])}.{wish.file_format.split('-')[0]}"
        page.context.files.save(page, _("書き出し"), name, lambda path: write_out(page, wish, path))

    PartnerExportDialog(page.context.theme, counts, ask_where, page.window()).open()


def write_out(page: "PartnersPage", wish: Wish, path: Path) -> None:
    """Write the partners in the order shown."""
    context = page.context
    columns = page.view.chosen.visible() if wish.shown_columns else None
    ids = [partner.id for partner in (page.table.shown if wish.only_shown else page.table.rows)]

    def tell(made: PartnerFile) -> None:
        words = _("{n}件を書き出しました: {name}").format(n=made.partners, name=path.name)
        context.tell(Tone.DONE, words, "", (_("開く"), lambda: _open(path)))
        lines = [*_left_out_lines(made), *_unwritable_lines(made)]
        if lines:
            ReportDialog(context, _head(made), lines, page.window()).open()

    export = context.services.partner_export
    context.jobs.run(
        _("書き出しています…"),
        lambda: export.partners(
            ids,
            wish.file_format,
            path,
            public=wish.edition is Edition.PUBLIC,
            columns=columns,
            open_data=wish.edition is Edition.OPEN_DATA,
        ),
        tell,
    )


def _head(made: PartnerFile) -> str:
    words = []
    if made.left_out:
        sentence = _("公開にしていない欄は書きませんでした（{n}団体）。")
        words.append(sentence.format(n=len(made.left_out)))
    if made.unwritable:
        sentence = _("Shift_JIS にない文字を、近い字か〓で書きました（{n}か所）。")
        words.append(sentence.format(n=len(made.unwritable)))
    return "".join(words)


def _left_out_lines(made: PartnerFile) -> list[tuple[str, str]]:
    return [(one.name, "・".join(one.fields)) for one in made.left_out]


def _unwritable_lines(made: PartnerFile) -> list[tuple[str, str]]:
    return [
        (
            _("{line}行目 {heading}").format(line=one.line, heading=one.heading),
            _("「{characters}」: {text}").format(characters=one.characters, text=one.text.replace("\n", " ")),
        )
        for one in made.unwritable
    ]


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
