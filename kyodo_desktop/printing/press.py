"""FORM + data -> PDF: the one door of this package."""

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values, empty_required
from kyodo_desktop.forms.form import Form
from kyodo_desktop.printing.document import Document
from kyodo_desktop.printing.missing import missing_glyphs
from kyodo_desktop.printing.registry import LAYOUTS
from kyodo_desktop.records.forms import PrintedForm


def print_form(form: Form, values: Values, *, blank: bool = False) -> PrintedForm:
    """Return the form with these values; a `blank` one is meant to be empty and says nothing of it."""
    layout = LAYOUTS[form.key]
    subject = _("様式 {key} 第{revision}版").format(key=form.key, revision=form.revision)
    document = Document(_(form.title), subject, *layout.paper_of(values))
    layout.draw(document, values)
    return PrintedForm(
        document.finish(),
        empty_required=() if blank else empty_required(form, values),
        missing_glyphs=missing_glyphs(form, values),
    )
