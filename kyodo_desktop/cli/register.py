"""`partner export`."""

from argparse import Namespace

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened, outside_data
from kyodo_desktop.cli.tell import note

FORMATS = ("csv", "xlsx", "json")


def export(options: Namespace, folder: DataFolder) -> int:
    """Write the register to a file; name on stderr what the public edition left out."""
    path = outside_data(options.output, folder)
    with opened(folder) as services:
        made = services.partner_export.partners(None, options.format, path, public=options.public)
    for one in made.left_out:
        sentence = _("「{name}」は次の欄が公開になっていないので、書きませんでした: {fields}")
        note(sentence.format(name=one.name, fields="、".join(one.fields)))
    return 0
