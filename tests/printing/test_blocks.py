"""What blocks look like on paper: where they stand in mm, what an office may change, how texts run on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.templates import default_template
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.sheet_codes import SheetNumber
from kyodo_desktop.records.templates import DateStyle, DigitRule, Seal
from tests.printing.codes import read_codes
from tests.printing.conftest import ReadPaper, squash
from tests.printing.papers import Sheets, Tokens, long_text, text_fields, with_text
from tests.printing.sample_forms import AGREEMENT, ALL, INNER_LETTER, SHEET, SIGNED

Read = Callable[[bytes], ReadPaper]

APPLICATION, LETTER, BUDGET = (
    find_form(key) for key in ("open_call_application", "selection_result", "budget")
)
NEAR = 0.2
"""mm"""
APPLIED: dict[str, Any] = {
    "applied_on": "2026-05-07",
    "postal_code": "1870032",
    "address": "小平市小川町二丁目1333番地",
    "partner_name": "みどりのこみち",
    "representative": "理事長　佐藤　花子",
    "phone": "042-346-0000",
    "fiscal_year": 2026,
    "title": "玉川上水みどりの学校",
    "amount": 100_000,
}
TOLD: dict[str, Any] = {
    "issued_on": "2026-06-19",
    "partner_name": "みどりのこみち",
    "representative": "理事長　佐藤　花子",
    "fiscal_year": 2026,
    "programme_title": "小平市提示型公募事業",
    "applied_on": "2026-05-27",
    "receipt_number": "2026-T-003",
    "title": "玉川上水みどりの学校",
    "result": "adopted",
    "granted_amount": 100_000,
    "conditions": [{"text": "一つ目の条件。"}, {"text": "二つ目の条件。"}],
}


def made(form: Form, data: dict[str, Any], **options: Any) -> bytes:
    return print_form(form, check_data(form, data), **options).pdf


def level(paper: ReadPaper, page: int = 0) -> list[tuple[float, float, float]]:
    """Return the level rules as y, x and to x."""
    return [(y, min(x, to_x), max(x, to_x)) for x, y, to_x, to_y in paper.rules(page) if abs(y - to_y) < 0.01]


def has_rule(paper: ReadPaper, y: float, x: float, to_x: float) -> bool:
    return any(one == pytest.approx((y, x, to_x), abs=NEAR) for one in level(paper))


def test_the_application_stands_where_it_was_measured(read: Read) -> None:
    paper = read(print_form(APPLICATION, {}, blank=True).pdf)
    assert paper.pages == 1
    [frame] = paper.frames(0)
    assert (frame.x, frame.top, frame.width, frame.height) == pytest.approx((25, 241, 165, 36), abs=NEAR)
    for y in (64, 74.5, 85, 95.5, 106):
        assert has_rule(paper, y, 126, 190)
    assert has_rule(paper, 169, 62, 190)
    assert has_rule(paper, 179, 62, 190)
    assert has_rule(paper, 192.5, 62, 154)
    upright = {round(x, 1) for x, y, to_x, to_y in paper.rules(0) if x == to_x and to_y - y > 30}
    assert upright == {33.0, 73.0, 92.0, 146.0}


def test_filled_the_application_has_its_lines_in_the_same_places(read: Read) -> None:
    blank, filled = read(print_form(APPLICATION, {}, blank=True).pdf), read(made(APPLICATION, APPLIED))
    assert filled.pages == 1
    assert set(level(filled)) == set(level(blank))
    words = filled.words()
    for wanted in (
        "様式第号令和８年５月７日",
        "〒187-0032",
        "金100,000円",
        "令和８年度において",
        "（１）事業計画書",
        "（仮）",
    ):
        assert wanted in words


def test_the_letter_stands_where_it_was_measured(read: Read) -> None:
    paper = read(made(LETTER, TOLD))
    assert paper.pages == 1
    assert has_rule(paper, 63, 162.3, 165.3)
    assert has_rule(paper, 87, 183.3, 186.3)
    assert has_rule(paper, 240, 104, 190)
    words = paper.words()
    for wanted in (
        "理事長佐藤花子様",
        "令和８年度小平市提示型公募事業の選考結果について（通知）",
        "４採択予定額金100,000円",
        "（１）一つ目の条件。（２）二つ目の条件。",
        "以上",
        "電話042-346-9809",
    ):
        assert wanted in words


def test_a_blank_paper_of_an_office_that_gave_its_contact_is_still_blank(read: Read) -> None:
    words = read(print_form(LETTER, {"contact": "協働担当\n電話 042-000-0000"}, blank=True).pdf).words()
    assert "採択・不採択" in words
    assert "問合せ先協働担当電話042-000-0000" in words


def test_items_without_a_value_are_left_out_and_the_numbers_close_up(read: Read) -> None:
    told = {**TOLD, "result": "rejected", "reject_reason": "要件に合わないため。"}
    words = read(made(LETTER, {**told, "granted_amount": None, "conditions": None})).words()
    assert "３選考の結果不採択４理由要件に合わないため。以上" in words


def test_an_issued_letter_has_no_marks_of_its_seal(read: Read) -> None:
    draft, issued = read(made(LETTER, TOLD)), read(made(LETTER, TOLD, issued=True))
    assert "公印" in draft.words()
    assert "公印" not in issued.words()
    assert not has_rule(issued, 63, 162.3, 165.3)


def test_the_budget_stands_where_it_was_measured(read: Read) -> None:
    paper = read(print_form(BUDGET, {}, blank=True).pdf)
    income, expenses = sorted(paper.frames(0), key=lambda frame: frame.top)
    assert (income.x, income.top, income.width) == pytest.approx((25, 76, 165), abs=NEAR)
    assert (expenses.x, expenses.top, expenses.width) == pytest.approx((25, 158.8, 165), abs=NEAR)
    assert income.height == pytest.approx(11 + 5 * 9 + 0.8 + 9, abs=NEAR)
    for y in (76 + 11 + 45, 76 + 11 + 45 + 0.8):
        assert has_rule(paper, y, 25, 190)


def test_totals_are_sums_and_losses_carry_their_sign(read: Read) -> None:
    rows = [{"item": "会費", "amount": 12_000}, {"item": "値引き", "amount": -500}]
    words = read(made(BUDGET, {"income": rows})).words()
    assert "値引き△500" in words
    assert "合計11,500" in words


def test_a_long_table_repeats_its_head_and_the_title(read: Read) -> None:
    rows = [{"item": f"費目{n}", "amount": n} for n in range(80)]
    paper = read(made(BUDGET, {"expenses": rows}))
    assert paper.pages > 2
    for page in range(1, paper.pages):
        assert f"{page + 1}/{paper.pages}" in paper.words(page)
        assert "収支予算書（続き）" in paper.words(page)
    assert "うち補助対象経費" in paper.words(1)
    assert all(f"費目{n}" in paper.words() for n in range(80))


def test_what_is_too_long_for_its_line_stands_on_an_annex(read: Read) -> None:
    title = "玉川上水の長い長い名前の事業" * 12
    paper = read(made(APPLICATION, {**APPLIED, "title": title}))
    assert "１事業の名称別紙のとおり" in paper.words(0)
    assert "別紙事業の名称" + title in paper.words(1)


@pytest.mark.parametrize("form", [APPLICATION, LETTER, BUDGET, *ALL], ids=lambda form: form.key)
def test_every_page_of_a_sheet_has_its_number_and_its_code(form: Form) -> None:
    values = check_data(form, Tokens(form).values)
    for path in text_fields(form.fields):
        values = with_text(values, path, "長い文。" * 300)
    printed = print_form(form, values, issued=True, sheet_number=SheetNumber(2026, 12))
    codes = read_codes(printed.pdf)
    assert len(codes) > 1
    assert codes == [[f"2026-S-00012/{page}"] for page in range(1, len(codes) + 1)]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", ALL, ids=lambda form: form.key)
def test_no_block_loses_a_letter(form: Form) -> None:
    values = check_data(form, Tokens(form).values)
    text, paths = long_text(), list(text_fields(form.fields))
    for path in paths:
        values = with_text(values, path, text)
    sheets = Sheets(print_form(form, values).pdf)
    count = sheets.letters()
    assert [letter for letter in text if count[letter] < len(paths)] == []
    assert sheets.beyond_margins() == []
    assert Sheets(print_form(form, {}, blank=True).pdf).beyond_margins() == []


def test_articles_without_words_are_left_out(read: Read) -> None:
    words = read(made(AGREEMENT, {"title": "みどりの学校", "fee": 500_000})).words()
    assert "（目的）第１条この協定は、みどりの学校について" in words
    assert "（経費）第３条経費は、金500,000円とする。" in words
    assert "使わない条" not in words
    assert words.count("㊞") == 2
    assert words.count("捨印") == 2


def test_the_office_s_words_stand_in_place_of_the_shipped_ones(read: Read) -> None:
    template = replace(
        default_template(APPLICATION),
        form_number="様式第１号（第５条関係）",
        title="補助金交付申請書",
        wording={"body": "{title}の補助を申請します。{unknown}", "enclosures": "計画書"},
        seal=Seal.NONE,
        sender="（あて先）小平市長",
        own=True,
    )
    words = read(made(APPLICATION, APPLIED, template=template)).words()
    for wanted in (
        "様式第１号（第５条関係）",
        "補助金交付申請書玉川上水みどりの学校の補助を申請します。{unknown}",
    ):
        assert wanted in words
    for unwanted in ("（仮）", "㊞", "収支予算書"):
        assert unwanted not in words


@pytest.mark.parametrize(
    ("rule", "style", "expected"),
    [
        (DigitRule.MIXED, DateStyle.WAREKI, "令和８年５月７日"),
        (DigitRule.HALF, DateStyle.WAREKI, "令和8年5月7日"),
        (DigitRule.FULL, DateStyle.WESTERN, "２０２６年５月７日"),
    ],
)
def test_digits_and_dates_follow_the_template(
    read: Read, rule: DigitRule, style: DateStyle, expected: str
) -> None:
    template = replace(default_template(APPLICATION), digits=rule, date_style=style)
    words = read(made(APPLICATION, APPLIED, template=template)).words()
    assert expected in words
    assert "金100,000円" in words
    assert "042-346-0000" in words


@pytest.mark.parametrize(
    ("seal", "sign"), [(Seal.NONE, ""), (Seal.PERSONAL, "㊞"), (Seal.SIGNATURE, "（署名）")]
)
def test_the_seal_is_the_template_s(read: Read, seal: Seal, sign: str) -> None:
    template = replace(default_template(SIGNED), seal=seal)
    words = read(made(SIGNED, {"representative": "会長"}, template=template)).words()
    assert [one for one in ("㊞", "（署名）") if one in words] == ([sign] if sign else [])


@pytest.mark.usefixtures("qapp")
def test_the_chosen_box_is_ticked() -> None:
    sheets = Sheets(made(SHEET, {"way": "desk", "agreed": True}))
    words = squash(sheets.words(1))
    assert "□郵送☑窓口" in words
    assert "☑内容に同意します。" in words
    assert "□記載したことを確かめました。" in words


def test_a_letter_inside_the_office_says_only_what_was_found(read: Read) -> None:
    words = read(made(INNER_LETTER, {"department": "水と緑と公園課", "result": "no"})).words()
    assert "水と緑と公園課御中" in words
    assert "（公印省略）" in words
    assert "不適の文。" in words
    assert "依頼します。適の文。" not in words
    assert "（１）一つ目アその中の一つイその中の二つ（２）二つ目" in words


def test_groups_are_merged_and_start_anew_on_each_page(read: Read) -> None:
    rows = [{"group": "実施", "item": f"項目{n}"} for n in range(30)]
    paper = read(made(SHEET, {"marks": rows}))
    tables = [page for page in range(paper.pages) if "項目" in paper.words(page)[40:]]
    assert len(tables) > 1
    assert sum(paper.words(page).count("実施") for page in range(paper.pages)) < len(rows) / 4
    assert "実施" in paper.words(1)
