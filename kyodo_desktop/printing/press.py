"""FORM + data -> PDF: the one door of this package."""

from collections.abc import Callable, Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values, empty_required, worked_out
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.templates import default_template, left_open
from kyodo_desktop.printing.blocks.drawing import Issue, draw_form
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.margin_code import draw_margin_code
from kyodo_desktop.printing.missing import missing_glyphs
from kyodo_desktop.printing.page import Page
from kyodo_desktop.printing.registry import LAYOUTS
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.sheet_codes import SheetCode, SheetNumber
from kyodo_desktop.records.templates import Template


def print_form(
    form: Form,
    values: Values,
    *,
    blank: bool = False,
    template: Template | None = None,
    issued: bool = False,
    sheet_number: SheetNumber | None = None,
) -> PrintedForm:
    """Return the form with these values; a `blank` one is meant to be empty and says nothing of it.

    Without a `template` it is the shipped one. An `issued` paper leaves out the marks of a draft (where the
    seal goes), and what its template still wants is named with the empty fields. With a `sheet_number` every
    page carries it, as text and as a code. Forms that a module of their own draws know of these the number
    only, which stands in their margin.
    """
    template = template or default_template(form)
    document = _document(form, values, sheet_number)
    _draw(document, form, values, template, Issue(blank, issued, sheet_number))
    wanting = () if blank else empty_required(form, values)
    return PrintedForm(
        document.finish(),
        empty_required=(*wanting, *left_open(form, template)) if issued else wanting,
        missing_glyphs=missing_glyphs(form, values, template if form.layout is not None else None),
        pages=document.pages,
    )


def print_together(
    form: Form, many: Sequence[Values], template: Template, step: Callable[[], None]
) -> PrintedForm:
    """Return one file with the form filled in for each of several records; its fonts are in it once.

    `step` is called before each; it may raise to stop.
    """
    document = _document(form, many[0])
    for values in many:
        step()
        _draw(document, form, values, template, Issue())
    words = template if form.layout is not None else None
    missing = (one for values in many for one in missing_glyphs(form, values, words))
    return PrintedForm(document.finish(), missing_glyphs=tuple(dict.fromkeys(missing)), pages=document.pages)


def _document(form: Form, values: Values, number: SheetNumber | None = None) -> Document:
    subject = _("様式 {key} 第{revision}版").format(key=form.key, revision=form.revision)
    if form.layout is not None:
        return Document(_(form.title), subject, *form.layout.paper.size)
    on_each = _coder(number) if number is not None and form.numbered else None
    return Document(_(form.title), subject, *LAYOUTS[form.key].paper_of(values), on_each)


def _coder(number: SheetNumber) -> Callable[[Page, int], None]:
    return lambda page, place: draw_margin_code(page, SheetCode(number, place))


def _draw(document: Document, form: Form, values: Values, template: Template, issue: Issue) -> None:
    if form.layout is not None:
        draw_form(document, form, form.layout, worked_out(form, values), template, issue)
    else:
        LAYOUTS[form.key].draw(document, values)
