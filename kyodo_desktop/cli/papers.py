"""`form list`, `form fields` and `form print`."""

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.base.reasons import json_reason, reason_of
from kyodo_desktop.cli.office import opened, outside_data
from kyodo_desktop.cli.tell import note, shape, tell_json, tell_rows
from kyodo_desktop.records.forms import PrintedForm
from kyodo_desktop.records.personal_data import DataUse

if TYPE_CHECKING:
    from kyodo_desktop.services import Services


def list_forms(options: Namespace, folder: DataFolder) -> int:
    """Print every form there is."""
    with opened(folder) as services:
        forms = services.documents.forms()
    if options.json:
        tell_json(shape(forms))
    else:
        tell_rows((form.key, form.title, form.revision) for form in forms)
    return 0


def list_fields(options: Namespace, folder: DataFolder) -> int:
    """Print the fields of one form."""
    with opened(folder) as services:
        fields = services.documents.fields(options.key)
    if options.json:
        tell_json(shape(fields))
    else:
        must = _("必須")
        tell_rows((one.name, one.label, one.kind.value, must if one.required else "") for one in fields)
    return 0


def print_form(options: Namespace, folder: DataFolder) -> int:
    """Write one form as a PDF: blank, filled in from JSON, or of a record."""
    path = outside_data(options.output, folder)
    data = read_data(options.data) if options.data is not None else None
    with opened(folder) as services:
        printed = _printed(services, options, data)
        write_whole_file(path, printed.pdf)
        services.personal_data.note(printed.personal, DataUse.EXPORT, str(path.resolve()))
    # A blank paper is empty on purpose.
    for label in () if options.blank else printed.empty_required:
        note(
            _("「{label}」は必須の欄ですが、空です。書きこめるように空けて印刷しました。").format(label=label)
        )
    note_missing_glyphs(printed)
    return 0


def _printed(services: "Services", options: Namespace, data: Mapping[str, object] | None) -> PrintedForm:
    if options.blank:
        return services.documents.print_blank(options.key)
    if data is not None:
        return services.documents.print_data(options.key, data)
    return services.documents.print_record(options.key, options.record)


def note_missing_glyphs(printed: PrintedForm) -> None:
    """Name the characters that stand on the paper otherwise than they were given."""
    for text in printed.missing_glyphs:
        note(
            _("文字「{text}」はどの書体にもありません。紙では近い字か記号になっています。").format(text=text)
        )


def read_data(path: Path) -> Mapping[str, object]:
    """Return the values in a JSON file.

    Raises:
        InputError: it cannot be read, or is not one object with each name once.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_object)
    except OSError as error:
        raise InputError(
            _("データのファイル「{path}」が読めません（{reason}）。").format(
                path=path, reason=reason_of(error)
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            _("データのファイル「{path}」はUTF-8のJSONとして読めません（{reason}）。").format(
                path=path, reason=json_reason(error)
            )
        ) from error
    if not isinstance(data, Mapping):
        raise InputError(
            _('データのファイル「{path}」は {{"欄の名前": 値}} の形ではありません。').format(path=path)
        )
    return data


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InputError(
            _("データのファイルに「{name}」が二度あります。どちらかを消してください。").format(name=twice),
            twice,
        )
    return made
