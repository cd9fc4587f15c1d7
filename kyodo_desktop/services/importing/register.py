"""The register made ready for many comparisons: whom a row of a file is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kyodo_desktop.base.i18n import _
from kyodo_desktop.japanese.digits import half_width
from kyodo_desktop.japanese.folding import bare_key, written_key
from kyodo_desktop.records.partner_fields import value_of
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.services.importing.rows import RowValues
from kyodo_desktop.services.importing.values import Kind

_CORROBORATING = ("corporate_number", "phone", "email", "representative", "address", "website")
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row is. With a `doubt` it may be `partner`, and a person decides; with neither it is new.

    `renames`: the row's name is to take the place of the partner's.
    """

    partner: PartnerRecord | None = None
    doubt: str = ""
    renames: bool = False


class Register:
    """Finds the partner of a row by id, by corporate number, by name; a likeness alone is never enough."""

    def __init__(self, partners: Iterable[PartnerRecord]) -> None:
        self._by_key: dict[str, PartnerRecord] = {}
        self._by_number: dict[str, PartnerRecord] = {}
        self._by_name: dict[str, list[PartnerRecord]] = defaultdict(list)
        self._by_likeness: dict[str, dict[int, PartnerRecord]] = defaultdict(dict)
        self._discarded: dict[str, PartnerRecord] = {}
        self._by_id: dict[int, PartnerRecord] = {}
        for partner in partners:
            self._take_in(partner)

    def partner(self, record_id: int) -> PartnerRecord | None:
        """Return a living partner by its id."""
        return self._by_id.get(record_id)

    def match(self, row: RowValues) -> Match:
        """Tell whom a row is."""
        return (
            self._match_key(row)
            or self._match_number(row)
            or self._match_name(row)
            or self._match_likeness(row)
            or Match()
        )

    def _take_in(self, partner: PartnerRecord) -> None:
        if partner.deleted:
            self._discarded.setdefault(plain_name(partner.name), partner)
            return
        self._by_id[partner.id] = self._by_key[str(partner.id)] = partner
        if partner.key:
            self._by_key[partner.key] = partner
        if partner.corporate_number:
            self._by_number[partner.corporate_number] = partner
        self._by_name[plain_name(partner.name)].append(partner)
        for name in (partner.name, partner.short_name, *partner.former_names):
            if key := bare_key(name):
                self._by_likeness[key][partner.id] = partner

    def _match_key(self, row: RowValues) -> Match | None:
        partner = self._by_key.get(row.record_key)
        if partner is None:
            return None
        if plain_name(partner.name) == plain_name(row.name):
            return Match(partner)
        sentence = _("台帳番号 {key} は「{name}」です。名称を直すのなら、この団体として更新してください。")
        return Match(partner, sentence.format(key=row.record_key, name=partner.name), renames=True)

    def _match_number(self, row: RowValues) -> Match | None:
        partner = self._by_number.get(str(row.values.get("corporate_number", "")))
        if partner is None:
            return None
        if bare_key(partner.name) == bare_key(row.name):
            return Match(partner)
        sentence = _("法人番号が「{name}」と同じですが、名称がちがいます。")
        return Match(partner, sentence.format(name=partner.name), renames=True)

    def _match_name(self, row: RowValues) -> Match | None:
        named = self._by_name.get(plain_name(row.name), [])
        if not named:
            return self._match_discarded(row)
        sure = [partner for partner in named if _corroborates(partner, row)]
        if len(sure) == 1 and not _contradicts(sure[0], row):
            return Match(sure[0])
        if len(named) > 1:
            return Match(named[0], _("同じ名称の団体が台帳に{n}件あります。").format(n=len(named)))
        if _contradicts(named[0], row):
            return Match(named[0], _("同じ名称の団体がありますが、法人番号がちがいます。"))
        if _says_nothing_else(named[0], row):
            return Match(named[0])
        return Match(
            named[0], _("同じ名称の団体がありますが、電話・所在地・代表者などに同じものがありません。")
        )

    def _match_discarded(self, row: RowValues) -> Match | None:
        partner = self._discarded.get(plain_name(row.name))
        if partner is None or bare_key(row.name) in self._by_likeness:
            return None
        return Match(None, _("同じ名称の団体がごみ箱にあります。"))

    def _match_likeness(self, row: RowValues) -> Match | None:
        alike = list(self._by_likeness.get(bare_key(row.name), {}).values())
        if not alike:
            return None
        names = "、".join(f"「{partner.name}」" for partner in alike[:_MOST_NAMED])
        return Match(
            alike[0],
            _("台帳の{names}に似た名称です（字体・法人格・略称・旧称のちがい）。").format(names=names),
        )


def plain_name(name: str) -> str:
    """Return a name without what no reader sees a difference in: width and spaces. Kanji stay as they are."""
    return "".join(half_width(name).split())


def _corroborates(partner: PartnerRecord, row: RowValues) -> bool:
    return any(_same(name, value_of(partner, name), row.values.get(name)) for name in _CORROBORATING)


def _same(name: str, known: Any, given: Any) -> bool:
    if not known or not given:
        return False
    if name in ("address", "website"):
        return written_key(known) == written_key(given)
    return plain_name(known) == plain_name(given)


def _contradicts(partner: PartnerRecord, row: RowValues) -> bool:
    number = row.values.get("corporate_number")
    return bool(number and partner.corporate_number and number != partner.corporate_number)


def _says_nothing_else(partner: PartnerRecord, row: RowValues) -> bool:
    """Tell whether a row holds the name and nothing that the register does not hold just so."""
    return not changed_fields(partner, row.values)


def changed_fields(partner: PartnerRecord, values: dict[str, Any]) -> tuple[str, ...]:
    """Return the fields of a partner that the values would change; the name is not one of them."""
    return tuple(name for name, value in values.items() if name != "name" and _differs(partner, name, value))


def _differs(partner: PartnerRecord, name: str, value: Any) -> bool:
    if isinstance(value, Kind):
        return (partner.kind, partner.kind_estimated) != (value.kind, value.estimated)
    known = value_of(partner, name)
    if isinstance(known, str):
        return bool(known.strip() != str(value).strip())
    if name in ("contacts", "officers"):
        return [_without_id(one) for one in known] != list(value)
    return bool(known != value)


def _without_id(part: Any) -> Any:
    return replace(part, id=None)
