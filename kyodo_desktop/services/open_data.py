"""A list of 市民活動団体 in the columns that 自治体標準オープンデータセット have for organisations.

There is no such data set for civic groups; these are the common columns of its neighbours, in their order.
"""

from collections.abc import Callable, Iterable

from kyodo_desktop.base import resources
from kyodo_desktop.base.i18n import N_, _
from kyodo_desktop.japanese.address import AddressParts, split_address
from kyodo_desktop.records.partners import PartnerRecord
from kyodo_desktop.services.partner_cells import text_of
from kyodo_desktop.services.table_workbook import TextTable

_Cell = Callable[[PartnerRecord, AddressParts], str]


def open_data_table(title: str, partners: Iterable[PartnerRecord]) -> TextTable:
    """Return the table of partners of whom nothing stands that is not public any more (`public_view`)."""
    rows = (_row(partner) for partner in partners)
    return TextTable(title, tuple(_(heading) for heading, _cell in _COLUMNS), tuple(rows))


def _row(partner: PartnerRecord) -> tuple[str, ...]:
    parts = split_address(partner.address, partner.postal_code)
    return tuple(cell(partner, parts) for _heading, cell in _COLUMNS)


def _field(name: str) -> _Cell:
    return lambda partner, _parts: text_of(partner, name)


def _part(name: str) -> _Cell:
    return lambda _partner, parts: str(getattr(parts, name))


def _blank(_partner: PartnerRecord, _parts: AddressParts) -> str:
    """Leave the column, which the standard has, to what this register does not know."""
    return ""


def _home(key: str) -> _Cell:
    return lambda _partner, _parts: str(resources.read_toml("towns.toml")[key])


def _key(partner: PartnerRecord, _parts: AddressParts) -> str:
    return partner.key or str(partner.id)


def _postal_code(partner: PartnerRecord, _parts: AddressParts) -> str:
    return partner.postal_code


def _about(partner: PartnerRecord, _parts: AddressParts) -> str:
    return partner.profile.purpose or partner.profile.achievements


_COLUMNS: tuple[tuple[str, _Cell], ...] = (
    (N_("全国地方公共団体コード"), _home("municipality_code")),
    ("ID", _key),
    (N_("地方公共団体名"), _home("city")),
    (N_("名称"), _field("name")),
    (N_("名称_カナ"), _field("kana")),
    (N_("名称_英字"), _blank),
    (N_("名称_通称"), _field("short_name")),
    (N_("所在地_全国地方公共団体コード"), _part("code")),
    (N_("町字ID"), _blank),
    (N_("所在地_連結表記"), _field("address")),
    (N_("所在地_都道府県"), _part("prefecture")),
    (N_("所在地_市区町村"), _part("municipality")),
    (N_("所在地_町字"), _part("town")),
    (N_("所在地_番地以下"), _part("rest")),
    (N_("建物名等(方書)"), _part("building")),
    (N_("緯度"), _blank),
    (N_("経度"), _blank),
    (N_("電話番号"), _field("phone")),
    (N_("内線番号"), _blank),
    (N_("連絡先メールアドレス"), _field("email")),
    (N_("連絡先URL"), _blank),
    (N_("郵便番号"), _postal_code),
    (N_("法人番号"), _field("corporate_number")),
    (N_("団体種別"), _field("kind")),
    (N_("活動分野"), _field("activity_fields")),
    (N_("設立年月日"), _field("established_on")),
    (N_("代表者名"), _field("representative")),
    (N_("説明"), _about),
    ("URL", _field("website")),
    (N_("備考"), _blank),
)

OPEN_DATA_FIELDS = (
    *("name", "kana", "short_name", "address", "phone", "email", "postal_code", "corporate_number", "kind"),
    *("activity_fields", "established_on", "representative", "profile.purpose", "profile.achievements"),
    "website",
)
"""The fields of a partner that the columns are made of."""
