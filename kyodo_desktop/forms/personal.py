"""What of persons a filled paper holds, as its form's fields say."""

from collections.abc import Iterable, Iterator, Sequence

from kyodo_desktop.base.i18n import _
from kyodo_desktop.forms.data import Values
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind
from kyodo_desktop.records.personal_data import PersonalContent


def personal_content(form: Form, values: Values) -> PersonalContent | None:
    """Return what of persons stands on the paper, None if nothing does."""
    found = [held for fields, record in _records(form, values) if (held := _held(fields, record))]
    if not found:
        return None
    # In the order of the form, whoever of them has which.
    labels = [field.label for field in _fields(form) if any(field in held for held in found)]
    return PersonalContent(_title(form, values), len(found), tuple(map(_, dict.fromkeys(labels))))


def together(contents: Iterable[PersonalContent | None]) -> tuple[PersonalContent, ...]:
    """Return what several papers hold of persons, one content for all that are called alike."""
    found: dict[str, PersonalContent] = {}
    for content in filter(None, contents):
        former = found.get(content.what, PersonalContent(content.what, 0, ()))
        fields = tuple(dict.fromkeys((*former.fields, *content.fields)))
        found[content.what] = PersonalContent(content.what, former.records + content.records, fields)
    return tuple(found.values())


def _records(form: Form, values: Values) -> Iterator[tuple[Sequence[FormField], Values]]:
    """Return whom the paper is about: its one record, or every row of one that is made of several."""
    if form.record_kind is not None:
        yield form.fields, values
        return
    for field in form.fields:
        if field.kind is FormFieldKind.ROWS:
            for row in values.get(field.name, ()):
                yield field.columns, row


def _fields(form: Form) -> Iterator[FormField]:
    for field in form.fields:
        yield field
        yield from field.columns


def _held(fields: Sequence[FormField], values: Values) -> list[FormField]:
    return [field for field in fields if _holds_person(field, values)]


def _holds_person(field: FormField, values: Values) -> bool:
    value = values.get(field.name)
    if field.kind is FormFieldKind.ROWS:
        return any(_held(field.columns, row) for row in value or ())
    return field.personal and value is not None and bool(str(value).strip())


def _title(form: Form, values: Values) -> str:
    which = ""
    for field in form.fields:
        if field.name == "name":
            which = str(values.get("name", ""))
        elif field.name == "edition":
            which = next((_(one.label) for one in field.options if one.key == values.get("edition")), "")
    title = _(form.title)
    return _("{title}（{which}）").format(title=title, which=which) if which else title
