"""Files of known kinds: their columns are proposed right, whatever order and words they have."""

from pathlib import Path

import pytest

from kyodo_desktop.records.partner_import import Grounds, RowState
from kyodo_desktop.services.partner_import import PartnerImportService
from kyodo_desktop.store import Store

PORTAL = [
    "法人名称",
    "法人名称カナ",
    "所轄庁",
    "権限移譲先市町村",
    "主たる事務所の所在地",
    "主たる事業所の郵便番号",
    "従たる事務所の所在地",
    "代表者氏名",
    "団体代表者名（フリガナ）",
    "法人設立認証年月日",
    "設立年月日",
    "定款に記載された目的",
    *(
        f"活動分野{n}"
        for n in [
            "１",
            "２",
            "３",
            "４",
            "５",
            "６",
            "７",
            "８",
            "９",
            "１０",
            "１１",
            "１２",
            "１３",
            "１４",
            "１５",
            "１６",
            "１７",
            "１８",
            "１９",
            "２０",
        ]
    ),
    "監督情報",
    "解散情報",
    "法人情報URL",
    "法人番号",
]


@pytest.fixture
def importing(store: Store) -> PartnerImportService:
    return PartnerImportService(store)


def write(path: Path, encoding: str, *rows: list[str]) -> Path:
    text = "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    path.write_bytes(text.encode(encoding))
    return path


def test_the_national_portals_file(importing: PartnerImportService, tmp_path: Path) -> None:
    ticks = [""] * 20
    ticks[2], ticks[12] = "○", "子どもの健全育成を図る活動"
    row = ["特定非営利活動法人こだいら会", "コダイラカイ", "東京都", "", "東京都小平市小川町二丁目1333番地"]
    row += ["187-0032", "", "山田 花子", "ヤマダ ハナコ", "2003/02/01", "2003/04/01", "福祉の増進。"]
    row += [*ticks, "", "", "https://www.npo-homepage.go.jp/npoportal/detail/1", "7000012050002"]
    gone = ["特定非営利活動法人やめた会", *[""] * 32, "2020年02月19日 社員総会の決議", "", ""]
    assert len(row) == len(gone) == len(PORTAL)
    table = importing.read(write(tmp_path / "gyousei_013.csv", "cp932", PORTAL, row, gone))
    targets = {one.heading: one.target for one in importing.propose(table)}
    assert targets["法人名称"] == "name"
    assert targets["代表者氏名"] == "representative"
    assert targets["団体代表者名（フリガナ）"] == ""
    assert targets["設立年月日"] == "established_on"
    assert targets["法人設立認証年月日"] == ""
    assert targets["法人情報URL"] == ""
    plan = importing.plan(table, list(targets.values()))
    assert plan.rows[0].state is RowState.NEW
    assert plan.rows[0].values["activity_fields"] == (3, 13)
    assert plan.rows[0].values["corporate_number"] == "7000012050002"
    assert plan.rows[1].state is RowState.DOUBTFUL
    assert "解散・閉鎖" in plan.rows[1].reason


def test_the_tax_agencys_file_has_no_headings(importing: PartnerImportService, tmp_path: Path) -> None:
    row = ["1", "7000012050002", "01", "0", "2020-01-01", "2015-10-05", "株式会社こだいら", "", "301"]
    row += [
        "東京都",
        "小平市",
        "小川町２丁目１３３３番地",
        "",
        "13",
        "211",
        "1870032",
        "",
        "",
        "",
        "",
        "",
        "",
    ]
    row += ["2015-10-05", "1", "", "", "", "", "コダイラ", "0"]
    table = importing.read(write(tmp_path / "13_tokyo.csv", "cp932", row))
    plan = importing.plan(table, [one.target for one in importing.propose(table)])
    values = plan.rows[0].values
    assert plan.rows[0].state is RowState.NEW
    assert (values["name"], values["kana"], values["legal_form"]) == (
        "株式会社こだいら",
        "コダイラ",
        "stock_company",
    )
    assert values["address"] == "東京都小平市小川町２丁目１３３３番地"
    assert values["postal_code"] == "1870032"


def test_columns_in_the_style_of_the_open_data_set(importing: PartnerImportService, tmp_path: Path) -> None:
    headings = ["全国地方公共団体コード", "ID", "地方公共団体名", "名称", "名称_カナ", "名称_英字"]
    headings += ["所在地_全国地方公共団体コード", "町字ID", "所在地_連結表記", "所在地_都道府県"]
    headings += ["所在地_市区町村", "所在地_町字", "所在地_番地以下", "建物名等(方書)", "緯度", "経度"]
    headings += ["電話番号", "内線番号", "連絡先メールアドレス", "法人番号", "URL", "備考"]
    row = [
        "132110",
        "0001",
        "東京都小平市",
        "こだいら会",
        "コダイラカイ",
        "",
        "132110",
        "",
        "東京都小平市小川町2-1333",
    ]
    row += ["東京都", "小平市", "小川町", "2-1333", "元気村", "35.7", "139.4", "(042)346-9809", ""]
    row += ["a@example.jp", "", "https://example.jp", ""]
    table = importing.read(write(tmp_path / "132110_npo.csv", "utf-8-sig", headings, row))
    plan = importing.plan(table, [one.target for one in importing.propose(table)])
    values = plan.rows[0].values
    assert (values["name"], values["kana"]) == ("こだいら会", "コダイラカイ")
    assert values["address"] == "東京都小平市小川町2-1333　元気村"
    assert (values["phone"], values["email"]) == ("042-346-9809", "a@example.jp")
    assert values["website"] == "https://example.jp"


def test_an_ordinary_list_of_a_counter(importing: PartnerImportService, tmp_path: Path) -> None:
    headings = [
        "No.",
        "団体名（ふりがな）",
        "団体名",
        "代表者名",
        "連絡先",
        "住所",
        "主な活動内容",
        "分野",
        "備考",
    ]
    row = [
        "1",
        "こだいらかい",
        "こだいら会",
        "山田花子",
        "042-346-9809",
        "小平市小川町",
        "清掃",
        "環境の保全",
        "",
    ]
    table = importing.read(write(tmp_path / "名簿.csv", "cp932", headings, row))
    targets = [one.target for one in importing.propose(table)]
    assert targets[1:6] == ["kana", "name", "representative", "phone", "address"]
    plan = importing.plan(table, targets)
    assert plan.rows[0].values["kana"] == "コダイラカイ"
    assert plan.rows[0].values["activity_fields"] == (7,)


def test_columns_that_nobody_named_are_known_by_what_they_hold(
    importing: PartnerImportService, tmp_path: Path
) -> None:
    headings = ["団体名", "昼", "手紙", "ネット", "番"]
    rows = [
        [f"会{n}", f"042-346-980{n}", f"187-003{n}", f"a{n}@example.jp", "7000012050002"] for n in range(5)
    ]
    table = importing.read(write(tmp_path / "名簿.csv", "utf-8", headings, *rows))
    proposals = importing.propose(table)
    assert [one.target for one in proposals[1:]] == ["phone", "postal_code", "email", "corporate_number"]
    assert {one.grounds for one in proposals[1:]} == {Grounds.CONTENT}
    assert proposals[1].samples == ("042-346-9800", "042-346-9801", "042-346-9802")


def test_a_heading_that_the_cells_gainsay_is_not_believed(
    importing: PartnerImportService, tmp_path: Path
) -> None:
    table = importing.read(
        write(tmp_path / "名簿.csv", "utf-8", ["団体名", "連絡先"], ["甲の会", "a@example.jp"])
    )
    assert importing.propose(table)[1].target == "email"
