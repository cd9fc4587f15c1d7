"""The headings and words that files use (`resources/import/columns.toml`)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from kyodo_desktop.base import resources
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.folding import written_key
from kyodo_desktop.records.partner_fields import FIELDS_BY_NAME, PARTNER_FIELDS, PartnerFieldKind
from kyodo_desktop.records.partner_import import (
    ACTIVITY,
    ADDRESS_PART,
    CLOSED,
    NOT_READ,
    PARTNER_ID,
    PUBLIC_FIELDS,
)
from kyodo_desktop.records.partners import PartnerKind
from kyodo_desktop.services.partner_part_cells import PARTS_HEADINGS
from kyodo_desktop.services.partner_terms import activity_fields

CORPORATE_NUMBERS = "corporate_numbers"

_FILE = "import/columns.toml"
_BRACKETED = re.compile(r"[(（［\[【〔][^)）］\]】〕]*[)）］\]】〕]")
_BRACKETS = re.compile(r"[()（）［］\[\]【】〔〕]")
_READING = re.compile(r"[(（［\[【〔](?:フリガナ|ﾌﾘｶﾞﾅ|ふりがな|カナ|ｶﾅ|かな|読み|よみ)")
"""A reading in brackets makes of a heading the heading of another column."""
_NUMBERED_FIELD = re.compile(r"活動分野\s*([0-9０-９]{1,2})|活動分野[／/](.+)")
_SHORTEST_PART = 2
_EXTRA: dict[str, str] = {
    PARTNER_ID: N_("台帳番号"),
    ADDRESS_PART: N_("所在地の一部"),
    PUBLIC_FIELDS: N_("公開する項目"),
    CLOSED: N_("解散・閉鎖"),
}


def targets() -> tuple[tuple[str, str], ...]:
    """Return what a column can be read as, with its words; 読まない first."""
    fields = [(field.name, _(field.label)) for field in PARTNER_FIELDS]
    extra = [(name, _(label)) for name, label in _EXTRA.items()]
    ticks = [
        (f"{ACTIVITY}{field.number}", _("活動分野 {n}（{short}）").format(n=field.number, short=field.short))
        for field in activity_fields()
    ]
    return ((NOT_READ, _("読まない")), *fields, *extra, *ticks)


def label_of(target: str) -> str:
    """Return the words of a target."""
    if target in FIELDS_BY_NAME:
        return _(FIELDS_BY_NAME[target].label)
    return dict(targets())[target]


def count_known(headings: Sequence[str]) -> int:
    """Return how many different headings are known."""
    return len({heading for heading in headings if _exactly(heading) is not None})


def target_of(heading: str) -> tuple[str, int] | None:
    """Return the field that a heading means and its rank among the headings for it (0 is the best)."""
    exact = _exactly(heading)
    if exact is not None:
        return exact
    key = written_key(heading)
    inside = [known for known in _known() if len(known) > _SHORTEST_PART and known in key]
    if not inside:
        return None
    target, rank = _known()[max(inside, key=len)]
    return target, rank + 1000


def kind_named(text: str) -> PartnerKind | None:
    """Return the 区分 that a file means by a word."""
    return _kinds().get(written_key(text))


def legal_form_named(text: str) -> str | None:
    """Return the key of the 法人格 that a file means by a word or a number."""
    return _legal_forms().get(written_key(text))


@cache
def corporate_number_columns() -> tuple[str, ...]:
    """Return the headings for the file of the tax agency, which has none."""
    return tuple(_read()["corporate_number_file"]["columns"])


def _exactly(heading: str) -> tuple[str, int] | None:
    if not heading.strip():
        return None
    if match := _NUMBERED_FIELD.fullmatch(heading.strip()):
        return _activity(match)
    known = _known()
    found = known.get(written_key(heading)) or known.get(written_key(_BRACKETS.sub("", heading)))
    if found is not None or _READING.search(heading):
        return found
    return known.get(written_key(_BRACKETED.sub("", heading)))


def _activity(match: re.Match[str]) -> tuple[str, int] | None:
    if match[1]:
        number = int(match[1])
        return (f"{ACTIVITY}{number}", 0) if 1 <= number <= len(activity_fields()) else None
    key = written_key(match[2])
    found = next((one.number for one in activity_fields() if written_key(one.short) == key), None)
    return (f"{ACTIVITY}{found}", 0) if found else None


@cache
def _known() -> dict[str, tuple[str, int]]:
    """Folded headings with what they mean and their rank."""
    known: dict[str, tuple[str, int]] = {}
    for field in PARTNER_FIELDS:
        known[written_key(field.name)] = (field.name, 0)
        if field.kind is PartnerFieldKind.PARTS:
            known[written_key(PARTS_HEADINGS[field.name])] = (field.name, 0)
        else:
            known[written_key(field.label)] = (field.name, 0)
    for name, label in _EXTRA.items():
        known[written_key(label)] = (name, 0)
    for target, headings in _read()["headings"].items():
        for rank, heading in enumerate(headings, 1):
            known.setdefault(written_key(heading), (target, rank))
    known.pop("", None)
    return known


@cache
def _kinds() -> dict[str, PartnerKind]:
    return {
        written_key(word): PartnerKind(kind) for kind, words in _read()["kinds"].items() for word in words
    }


@cache
def _legal_forms() -> dict[str, str]:
    return {written_key(word): key for word, key in _read()["legal_forms"].items()}


@cache
def _read() -> dict[str, Any]:
    return resources.read_toml(_FILE)
