"""What the city sends and signs: one page if it can be one, the words of its outcome, 甲 and 乙 together."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kyodo_desktop.forms.catalogue import find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.printing.press import print_form
from kyodo_desktop.records.sheet_codes import SheetNumber
from tests.printing.conftest import ReadPaper

Read = Callable[[bytes], ReadPaper]

LETTERS = (
    "grant_decision",
    "change_approval",
    "settlement_notice",
    "revocation",
    "correction_request",
    "opinion_request",
)
SIGNED = ("agreement", "contract")


def sample(key: str, **other: object) -> dict[str, Any]:
    path = Path(__file__).parent / "samples" / f"{key}.json"
    given = {**json.loads(path.read_text(encoding="utf-8")), **other}
    return {name: value for name, value in given.items() if value is not None}


def made(read: Read, key: str, *, issued: bool = False, **other: object) -> ReadPaper:
    form = find_form(key)
    values = check_data(form, sample(key, **other))
    number = SheetNumber(2026, 12) if issued else None
    return read(print_form(form, values, issued=issued, sheet_number=number).pdf)


@pytest.mark.parametrize("key", LETTERS)
def test_a_letter_of_usual_length_is_one_page_with_its_number_and_code(read: Read, key: str) -> None:
    paper = made(read, key, issued=True)
    assert paper.pages == 1
    assert "問合せ先" in paper.words()
    assert "1/1" in paper.words()


def test_a_grant_has_its_terms_and_no_way_of_appeal(read: Read) -> None:
    words = made(read, "grant_decision").words()
    assert "補助金交付決定通知書" in words
    assert "下記のとおり交付の決定をしました" in words
    assert "４補助金の額金100,000円" in words
    assert "６交付の条件（１）補助金は" in words
    assert "教示" not in words
    assert "理由" not in words


def test_a_refusal_has_its_reason_and_the_way_of_appeal_and_no_terms(read: Read) -> None:
    words = made(
        read,
        "grant_decision",
        result="refused",
        granted_amount=None,
        starts_on=None,
        ends_on=None,
        conditions=None,
        reject_reason="予算の範囲を超えるため。",
    ).words()
    assert "補助金不交付決定通知書" in words
    assert "下記のとおり不交付の決定をしました" in words
    assert "４理由予算の範囲を超えるため。" in words
    assert "交付の条件" not in words
    assert "補助金の額" not in words
    assert "（教示）１この決定に不服があるときは" in words


def test_a_letter_about_a_change_names_which_and_what_became_of_it(read: Read) -> None:
    assert "補助金変更承認通知書" in made(read, "change_approval").words()
    abolished = made(read, "change_approval", change_kind="abolish", result="refused").words()
    assert "補助金廃止不承認通知書" in abolished
    assert "事業の廃止については、下記のとおり不承認の決定" in abolished


def test_without_a_refund_a_settlement_says_nothing_of_one(read: Read) -> None:
    settled = made(
        read, "settlement_notice", paid_amount=None, refund_amount=None, due_on=None, refund_way=None
    )
    assert "返還" not in settled.words()


def test_a_section_is_asked_by_the_head_of_the_section_in_charge(read: Read) -> None:
    words = made(read, "opinion_request").words()
    assert "環境部水と緑と公園課課長様" in words
    assert "市民協働・男女参画推進課長（公印省略）" in words


@pytest.mark.parametrize("key", SIGNED)
def test_both_parties_sign_on_one_page_below_what_they_certify(read: Read, key: str) -> None:
    paper = made(read, key)
    [page] = [number for number in range(paper.pages) if "㊞" in paper.words(number)]
    words = paper.words(page)
    assert words.count("㊞") == 2
    assert words.index("本書２通を作成し") < words.index("甲所在地") < words.index("乙所在地")


@pytest.mark.parametrize("key", SIGNED)
def test_no_page_ends_with_the_heading_of_an_article(read: Read, key: str) -> None:
    form = find_form(key)
    headings = [f"（{text.label}）" for text in form.wording.more]
    papers = (made(read, key), made(read, key, issued=True), read(print_form(form, {}, blank=True).pdf))
    for paper in papers:
        for page in range(paper.pages):
            body = paper.words(page).split("（仮）")[0]
            assert not body.endswith(tuple(headings))


@pytest.mark.parametrize("key", SIGNED)
def test_there_is_room_for_the_seals_across_both_copies(read: Read, key: str) -> None:
    words = made(read, key).words(0)
    assert words.count("捨印") == 2
    assert words.count("割印") == 1


def test_what_is_to_be_put_right_keeps_its_size_in_the_table(read: Read) -> None:
    """Sentences that need two lines are not made smaller than those that need one."""
    sizes: dict[str, float] = {}

    def note(text: str, _matrix: object, place: list[float], _font: object, _size: float) -> None:
        for start in ("収入の部の合計", "添付がありません"):
            if start in text:
                sizes[start] = _size * place[0]

    paper = made(read, "correction_request")
    paper.reader.pages[0].extract_text(visitor_text=note)
    assert len(sizes) == 2
    assert len(set(sizes.values())) == 1


def test_a_letter_with_no_number_of_the_decision_leaves_room_for_it(read: Read) -> None:
    for key in ("change_approval", "payment_request"):
        words = read(print_form(find_form(key), {}, blank=True).pdf).words()
        assert "日付け第号" in words, key
