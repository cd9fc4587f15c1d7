"""Papers for several records in one go: none while one lacks something, and in files that memory can hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values, empty_required
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.personal import personal_content, together
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.templates import Template
from kyodo_desktop.services.importing.progress import Progress

SHEETS_A_FILE = 200
"""How many papers go into one file for a printer: fonts are in it once, and it fits into memory."""


def print_in_files(
    form: Form, many: Sequence[Values], template: Template, progress: Progress
) -> Iterator[PrintedForm]:
    """Give the form for all of these values, file by file, each made when it is asked for.

    Raises:
        CancelledError: `progress` was cancelled.
    """
    from kyodo_desktop.printing.press import print_together

    for start in range(0, len(many), SHEETS_A_FILE):
        some = many[start : start + SHEETS_A_FILE]
        contents = together(personal_content(form, values) for values in some)
        printed = print_together(form, some, template, progress.step)
        yield replace(printed, personal=contents[0] if contents else None)


def refuse_empty(form: Form, values: Values, wanting: Sequence[str] = (), which: str = "") -> None:
    """Refuse a paper with empty required fields; the sentence names them, and the record where one is given.

    `wanting` is what else it lacks, in words.

    Raises:
        InputError: one is empty; `field` is its name.
    """
    labels = (*empty_required(form, values), *wanting)
    if not labels:
        return
    words = _("「{title}」の必須の欄が空です: {labels}。書いてから、やり直してください。")
    if which:
        words = _(
            "「{which}」の「{title}」の必須の欄が空です: {labels}。"
            "1枚も出していません。書いてから、やり直してください。"
        )
    first = next((one.name for one in form.fields if _(one.label) == labels[0]), None)
    raise InputError(words.format(which=which, title=_(form.title), labels="、".join(labels)), first)


def whose(values: Mapping[str, Any]) -> str:
    """Return by what a clerk knows which paper of many this is."""
    words = (str(values.get(name, "")) for name in ("receipt_number", "partner_name", "title"))
    return " ".join(" ".join(one.split()) for one in words if one) or _("名前のない記録")
