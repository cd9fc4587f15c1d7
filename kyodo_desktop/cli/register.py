"""`partner export` and `partner duplicates`."""

from argparse import Namespace
from collections import Counter
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.cli.office import opened, outside_data
from kyodo_desktop.cli.tell import note, tell_json, tell_rows
from kyodo_desktop.records.matching import LikelyPair
from kyodo_desktop.records.partners import PartnerRecord

FORMATS = ("csv", "xlsx", "json")


def export(options: Namespace, folder: DataFolder) -> int:
    """Write the register to a file; count on stderr what the public edition left out."""
    path = outside_data(options.output, folder)
    with opened(folder) as services:
        made = services.partner_export.partners(
            None, options.format, path, public=options.public, open_data=options.open_data
        )
    fields = Counter(field for one in made.left_out for field in one.fields)
    if fields:
        named = _("、").join(_("{field}（{n}団体）").format(field=f, n=n) for f, n in fields.items())
        note(_("公開になっていないので、書きませんでした: {fields}").format(fields=named))
    return 0


def duplicates(options: Namespace, folder: DataFolder) -> int:
    """Print the undecided pairs of partners that may be the same, the surest first, each with its reasons."""
    with opened(folder) as services:
        pairs = services.matching.likely_pairs()
    if options.json:
        tell_json([_pair_shape(pair) for pair in pairs])
    else:
        sure, doubtful = _("未判断"), _("要確認")
        tell_rows(
            (
                doubtful if pair.doubtful else sure,
                pair.first.id,
                pair.first.name,
                pair.second.id,
                pair.second.name,
                pair.reason,
            )
            for pair in pairs
        )
    return 0


def _pair_shape(pair: LikelyPair) -> dict[str, Any]:
    return {
        "first": _partner_shape(pair.first),
        "second": _partner_shape(pair.second),
        "reasons": list(pair.reasons),
        "doubtful": pair.doubtful,
    }


def _partner_shape(partner: PartnerRecord) -> dict[str, Any]:
    """Return what tells a partner from another without telling of its persons."""
    return {
        "id": partner.id,
        "name": partner.name,
        "kana": partner.kana,
        "collaborations": partner.collaborations,
    }
