"""`partner export`."""

from argparse import Namespace
from collections import Counter

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened, outside_data
from kyodo_desktop.cli.tell import note

FORMATS = ("csv", "xlsx", "json")


def export(options: Namespace, folder: DataFolder) -> int:
    """Write the register to a file; count on stderr what the public edition left out."""
    path = outside_data(options.output, folder)
    with opened(folder) as services:
        made = services.partner_export.partners(None, options.format, path, public=options.public)
    fields = Counter(field for one in made.left_out for field in one.fields)
    if fields:
        named = _("、").join(_("{field}（{n}団体）").format(field=f, n=n) for f, n in fields.items())
        note(_("公開になっていないので、書きませんでした: {fields}").format(fields=named))
    return 0
