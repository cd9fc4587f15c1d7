"""`list export` and `partner search`."""

from argparse import Namespace
from typing import TYPE_CHECKING

from kyodo_desktop.base.errors import NotFoundError
from kyodo_desktop.base.files import write_whole_file
from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened, outside_data
from kyodo_desktop.cli.papers import note_missing_glyphs
from kyodo_desktop.cli.tell import shape, tell_json, tell_rows
from kyodo_desktop.japanese.fiscal_year import format_fiscal_year
from kyodo_desktop.records.partners import PARTNER_KIND_LABELS

if TYPE_CHECKING:
    from kyodo_desktop.services import Services

FORMATS = ("csv", "xlsx", "json", "pdf")
_KEYS = {"full_key", "bare_key", "sort_key"}
_UNREAD = {"contacts", "officers", "profile"}
_INNER = _KEYS | _UNREAD | {"whole", "deleted", "merged_into"}
"""Of use inside the program only: keys whose recipe may change, what a search does not read, never finds."""


def export(options: Namespace, folder: DataFolder) -> int:
    """Write one fiscal year's list to a file."""
    path = outside_data(options.output, folder)
    with opened(folder) as services:
        _check_year(services, options.fiscal_year)
        if options.format == "pdf":
            printed = services.documents.print_collaborations(options.fiscal_year, None)
            write_whole_file(path, printed.pdf)
            note_missing_glyphs(printed)
        else:
            services.exporting.collaborations(None, options.fiscal_year, options.format, path)
    return 0


def _check_year(services: "Services", year: int) -> None:
    years = [summary.fiscal_year for summary in services.collaborations.fiscal_years()]
    if year not in years:
        known = "、".join(format_fiscal_year(one) for one in years) or _("まだありません")
        raise NotFoundError(
            _("{year}の取組一覧はありません。ある年度: {known}").format(
                year=format_fiscal_year(year), known=known
            )
        )


def search(options: Namespace, folder: DataFolder) -> int:
    """Print the partners that the text finds, best first."""
    with opened(folder) as services:
        found = services.partners.search(options.text, options.limit)
    if options.json:
        shapes = [shape(partner) for partner in found]
        tell_json([{name: part for name, part in one.items() if name not in _INNER} for one in shapes])
    else:
        tell_rows((one.id, one.name, one.kana, _(PARTNER_KIND_LABELS[one.kind])) for one in found)
    return 0
