"""The papers left, the fields of one in the middle, the paper itself right."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyodo_desktop.base.clock import office_time
from kyodo_desktop.base.errors import InputError, KyodoError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.fiscal_year import fiscal_year, format_fiscal_year
from kyodo_desktop.japanese.wareki import format_date
from kyodo_desktop.records.templates import COMMON, Template, TemplateVersion
from kyodo_desktop.ui.context import UiContext
from kyodo_desktop.ui.dialogs.templates.editor import TemplateEditor
from kyodo_desktop.ui.dialogs.templates.sample import SamplePane
from kyodo_desktop.ui.dialogs.templates.unsaved import UnsavedTemplates
from kyodo_desktop.ui.message_bar import MessageBar
from kyodo_desktop.ui.theme.theme import Theme
from kyodo_desktop.ui.theme.tokens import Tone
from kyodo_desktop.ui.widgets.buttons import make_button
from kyodo_desktop.ui.widgets.choice import Choice
from kyodo_desktop.ui.widgets.flow import FlowBar
from kyodo_desktop.ui.widgets.form_list import FormList
from kyodo_desktop.ui.widgets.frames import make_frame, make_line
from kyodo_desktop.ui.widgets.labels import make_label
from kyodo_desktop.ui.widgets.list_frame import make_splitter

_PAUSE = 1000
"""ms after the last key until what is typed is kept as a draft."""
_SHARES = (22, 36, 42)
"""Of the width: the list, the fields, the paper."""
_NOW, _SHIPPED = "now", "shipped"


class TemplatesPane(QWidget):
    """Lets the office change its papers; every 保存 is a new version of the chosen fiscal year."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._templates = context, context.services.templates
        theme = context.theme
        self._year = fiscal_year(context.clock.today())
        self._saved, self._in_use = Template(COMMON), ""
        self._is_dragged = False
        self._versions: tuple[TemplateVersion, ...] = ()
        self._forms = self._templates.forms()
        self.unsaved = UnsavedTemplates(context.services.drafts)
        self.messages = MessageBar(theme)
        self.forms = FormList(theme, self._forms, [(COMMON, _("すべての様式に共通"))])
        self.year = Choice(theme, _("年度"))
        self.version = Choice(theme, _("版"))
        self.editor = TemplateEditor(theme)
        self.sample = SamplePane(context)
        self.title = make_label("", "title", wrap=True)
        self.state = make_label("", "muted", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.keep)
        self._lay_out()
        self.forms.chosen.connect(self._open)
        self.year.chosen.connect(self._on_year)
        self.version.chosen.connect(self._on_version)
        self.editor.edited.connect(self._on_edited)
        self._mark()
        self.forms.choose(COMMON)

    def open_form(self, form_key: str) -> None:
        """Show a form's template."""
        self.forms.choose(form_key)

    def save(self) -> None:
        """Keep what is typed as a new version."""
        template = self.editor.template()
        try:
            version = self._templates.save(template)
        except KyodoError as error:
            self.messages.show_note(Tone.ERROR, str(error))
            self.editor.show_problem(error.field if isinstance(error, InputError) else None, str(error))
            return
        self._done(template, _("保存しました: {title} {year} 第{version}版"), version)

    def give_up(self) -> None:
        """Go back to what was saved last."""
        self.unsaved.drop(self._saved)
        self._reopen()

    def back_to_default(self) -> None:
        """Let the paper print as it ships."""
        with self._context.reporting():
            version = self._templates.back_to_default(self._saved.form_key, self._year)
            self._done(self._saved, _("初めの文面に戻しました: {title} {year} 第{version}版"), version)

    def keep(self) -> None:
        """Keep what is typed and not saved."""
        self._timer.stop()
        with self._context.reporting():
            self.unsaved.keep()

    # Showing

    def _lay_out(self) -> None:
        theme = self._context.theme
        middle = make_frame("surface")
        column = QVBoxLayout(middle)
        theme.space(column, 0)
        column.addWidget(self.messages)
        column.addWidget(self._make_head())
        column.addWidget(make_line())
        column.addWidget(self.editor, 1)
        column.addWidget(make_line())
        column.addWidget(self._make_buttons())
        left = make_frame("surface")
        listed = QVBoxLayout(left)
        theme.space(listed, 0)
        listed.addWidget(self.forms, 1)
        legend = make_label(_("✓ 市の様式　✎ 保存していない変更"), "caption", wrap=True)
        legend.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(12))
        listed.addWidget(legend)
        self._splitter = make_splitter(theme)
        for widget, least in ((left, 120), (middle, 280), (self.sample, 240)):
            widget.setMinimumWidth(theme.px(least))
            self._splitter.addWidget(widget)
        self._splitter.splitterMoved.connect(lambda _pos, _index: self._on_dragged())
        outer = QVBoxLayout(self)
        theme.space(outer, 0)
        outer.addWidget(self._splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width, until a person has shared it."""
        super().resizeEvent(event)
        if not self._is_dragged:
            self._splitter.setSizes([self.width() * share // sum(_SHARES) for share in _SHARES])

    def _on_dragged(self) -> None:
        self._is_dragged = True

    def _make_head(self) -> QWidget:
        theme = self._context.theme
        head = make_frame("surface")
        column = QVBoxLayout(head)
        theme.space(column, 8, (16, 12, 16, 12))
        column.addWidget(self.title)
        self.default_button = make_button(theme, _("初めの文面に戻す"), self.back_to_default, kind="link")
        line = QHBoxLayout()
        theme.space(line, 8)
        line.addWidget(self.state, 1)
        line.addWidget(self.default_button)
        column.addLayout(line)
        choices = FlowBar(theme.px(32), theme.px(8))
        choices.setProperty("ground", "surface")
        theme.space(choices.flow, 16)
        for label, choice, width in ((_("年度"), self.year, 120), (_("版"), self.version, 216)):
            choice.setFixedWidth(theme.px(width))
            choices.flow.addWidget(_labelled(theme, label, choice))
        column.addWidget(choices)
        return head

    def _make_buttons(self) -> QWidget:
        theme = self._context.theme
        bar = make_frame("surface")
        row = QHBoxLayout(bar)
        theme.space(row, 8, (16, 12, 16, 12))
        self.give_up_button = make_button(theme, _("やめる"), self.give_up)
        self.save_button = make_button(theme, _("保存"), self.save, kind="primary")
        row.addStretch(1)
        row.addWidget(self.give_up_button)
        row.addWidget(self.save_button)
        return bar

    def _open(self, form_key: str) -> None:
        self._versions = self._templates.versions(form_key)
        now = self._templates.of(form_key, self._year)
        self._saved = replace(now, fiscal_year=self._year)
        self._in_use = self._version_words(now)
        self.title.setText(self._title_of(form_key))
        self._offer_years()
        self._offer_versions(now)
        self.sample.offer(self._templates.variants(form_key))
        self._show(self.unsaved.get(self._saved) or self._saved)
        self.messages.clear()

    def _reopen(self) -> None:
        self._mark()
        self._open(self._saved.form_key)

    def _show(self, template: Template) -> None:
        key = template.form_key
        below = self._templates.shipped(key, self._year)
        texts, places = self._templates.texts(template), self._templates.places(key)
        self.editor.show_template(template, below, self._templates.parts(key), texts, places)
        self._tell(template, at_once=True)

    def _tell(self, template: Template, *, at_once: bool = False) -> None:
        is_changed = self.unsaved.get(self._saved) is not None
        self.state.setText(_("● 保存していない変更があります") if is_changed else self._in_use)
        for button in (self.give_up_button, self.save_button):
            button.setEnabled(is_changed)
        self.default_button.setEnabled(bool(self._versions) and not self._versions[0].shipped)
        words = _("見本: {version}").format(version=_("保存する前の文面") if is_changed else self._in_use)
        self.sample.show_soon(words, template, at_once=at_once)

    def _mark(self) -> None:
        self.forms.mark(self.unsaved.forms(), self._templates.own_forms(self._year))

    # Answering

    def _on_edited(self) -> None:
        template = self.editor.template()
        before = self.unsaved.forms()
        if template == self._saved:
            self.unsaved.drop(template)
        else:
            self.unsaved.put(template)
        self._timer.start()
        if before != self.unsaved.forms():
            self._mark()
        self._tell(template)

    def _on_year(self, year: str) -> None:
        self.keep()
        self._year = int(year)
        self._reopen()

    def _on_version(self, key: str) -> None:
        if key == _NOW:
            self.give_up()
            return
        if key == _SHIPPED:
            chosen = self._templates.shipped(self._saved.form_key, self._year)
        else:
            chosen = next(one.template for one in self._versions if str(one.id) == key)
        chosen = replace(chosen, fiscal_year=self._year)
        self.unsaved.put(chosen)
        self._mark()
        self._show(chosen)

    def _done(self, template: Template, words: str, version: int) -> None:
        self.unsaved.drop(template)
        year = format_fiscal_year(self._year)
        told = words.format(title=self._title_of(template.form_key), year=year, version=version)
        self._context.tell(Tone.DONE, told, "", None)
        self._reopen()
        self.messages.show_note(Tone.DONE, told)

    # Words

    def _title_of(self, form_key: str) -> str:
        titles = {form.key: form.title for form in self._forms}
        return titles.get(form_key, _("すべての様式に共通"))

    def _offer_years(self) -> None:
        this = fiscal_year(self._context.clock.today())
        kept = {one.template.fiscal_year for one in self._versions}
        years = sorted({this - 1, this, this + 1, self._year} | {year for year in kept if year is not None})
        self.year.set_choices([(str(year), format_fiscal_year(year)) for year in years])
        self.year.set_value(str(self._year))

    def _offer_versions(self, now: Template) -> None:
        choices = [(_NOW, _("いまの版: {version}").format(version=self._version_words(now)))]
        choices += [(str(one.id), self._kept_words(one)) for one in self._versions]
        self.version.set_choices([*choices, (_SHIPPED, _("初めの文面"))])
        self.version.set_value(_NOW)

    def _kept_words(self, one: TemplateVersion) -> str:
        day = format_date(office_time(one.made_at).date())
        parts = (self._version_words(one.template), day, one.made_by, _("初めの文面") if one.shipped else "")
        return "　".join(part for part in parts if part)

    def _version_words(self, template: Template) -> str:
        if template.fiscal_year is None:
            return _("初めの文面")
        words = _("{year} 第{version}版")
        return words.format(year=format_fiscal_year(template.fiscal_year), version=template.version)


def _labelled(theme: Theme, label: str, choice: Choice) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    theme.space(row, 8)
    name = make_label(label, "muted")
    name.setBuddy(choice)
    row.addWidget(name)
    row.addWidget(choice)
    return pair
