"""The template a form ships with."""

from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.forms.form import Form, Text
from kyodo_desktop.records.templates import Seal, Template

SENDER = N_("小平市長")


def default_template(form: Form) -> Template:
    """Return what the form prints with until the office makes it its own; it prints （仮）."""
    return Template(
        form_key=form.key,
        title=_(form.wording.title or form.title),
        notes=tuple(_(note) for note in form.wording.notes),
        seal=form.signs[0].seal if form.signs else Seal.NONE,
        sender=_(SENDER),
    )


def texts_of(form: Form) -> tuple[Text, ...]:
    """Return the texts of the form's wording that a template may change, in its order, as shipped."""
    body = (Text("body", N_("本文"), form.wording.body),) if form.wording.body else ()
    return body + form.wording.more


def text_of(form: Form, template: Template, name: str) -> str:
    """Return a text of the wording: the template's, else the shipped one."""
    if name in template.wording:
        return template.wording[name]
    shipped = next(one.text for one in texts_of(form) if one.name == name)
    return _(shipped) if shipped else ""
