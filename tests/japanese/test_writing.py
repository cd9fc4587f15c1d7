"""Yen, telephone, postal codes, kana and their order."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.japanese.day_time import format_time, spell_time
from kyodo_desktop.japanese.digits import Digits, read_whole
from kyodo_desktop.japanese.kana import is_reading, to_katakana
from kyodo_desktop.japanese.mail import normalise_mail
from kyodo_desktop.japanese.phone import normalise_phone
from kyodo_desktop.japanese.postal import address_for, format_postal_code, normalise_postal_code, towns
from kyodo_desktop.japanese.sorting import index_row, sort_key
from kyodo_desktop.japanese.yen import formal_numerals, format_yen, parse_yen


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (100_000, "壱拾万"),
        (1_000_000, "壱百万"),
        (98_765, "九万八千七百六拾五"),
        (12_030, "壱万弐千参拾"),
        (0, "零"),
    ],
)
def test_formal_numerals(amount: int, words: str) -> None:
    assert formal_numerals(amount) == words


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("１２", 12),
        (" 7 ", 7),
        ("0", 0),
        ("-1", None),
        ("1.5", None),
        ("①", 1),
        ("二", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_is_read_in_any_width(typed: str, number: int | None) -> None:
    assert read_whole(typed) == number


@pytest.mark.parametrize(
    ("hour", "minute", "shown", "spelt"),
    [
        (0, 5, "00:05", "午前0時5分"),
        (11, 59, "11:59", "午前11時59分"),
        (12, 0, "12:00", "午後0時0分"),
        (14, 30, "14:30", "午後2時30分"),
    ],
)
def test_a_time_is_shown_and_spelt(hour: int, minute: int, shown: str, spelt: str) -> None:
    moment = datetime(2026, 4, 1, hour, minute)  # noqa: DTZ001 - an office's local time
    assert (format_time(moment), spell_time(moment)) == (shown, spelt)


def test_a_paper_spells_lone_digits_full_width() -> None:
    moment = datetime(2026, 4, 1, 9, 25)  # noqa: DTZ001 - an office's local time
    assert spell_time(moment, Digits.SINGLE_FULL) == "午前９時25分"


@pytest.mark.parametrize(
    "typed", ["100000", "１００，０００円", "￥100,000-", "金100,000円", "10万円", "¥100,000"]
)
def test_amounts_are_read_as_typed(typed: str) -> None:
    assert parse_yen(typed) == 100_000


@pytest.mark.parametrize(
    "typed", ["", "10.5", "百円", "1,00", "99999999999999", "9" * 5000, "1" + "0" * 11 + "万"]
)
def test_amounts_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_yen(typed)


@given(st.integers(-(10**11), 10**11))
def test_every_amount_written_is_read_back(amount: int) -> None:
    assert parse_yen(format_yen(amount)) == amount


def test_negative_amounts_carry_a_triangle() -> None:
    assert format_yen(-1234) == "△1,234"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("０４２－３４６－９８０９", "042-346-9809"),
        ("0423469809", "042-346-9809"),
        ("042ー346ー9809", "042-346-9809"),
        ("09012345678", "090-1234-5678"),
        ("346-9809", "346-9809"),
        ("", ""),
    ],
)
def test_telephone_numbers_are_kept_one_way(typed: str, kept: str) -> None:
    assert normalise_phone(typed) == kept


@pytest.mark.parametrize("typed", ["でんわ", "123", "0901234", "1234567", "042-346-98091234567"])
def test_telephone_numbers_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(InputError):
        normalise_phone(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ｙａｍａｄａ＠example.jp ", "yamada@example.jp"),
        ("a.b+c@mail.example.jp", "a.b+c@mail.example.jp"),
        ("", ""),
    ],
)
def test_mail_addresses_are_kept_one_way(typed: str, kept: str) -> None:
    assert normalise_mail(typed) == kept


@pytest.mark.parametrize("typed", ["yamada@", "yamada", "yamada@example", "a@b.jp, c@d.jp", "山田 a@b.jp"])
def test_mail_addresses_that_are_none_are_refused_in_words(typed: str) -> None:
    with pytest.raises(InputError, match="正しい形ではありません"):
        normalise_mail(typed)


def test_postal_codes_of_the_city_name_their_town() -> None:
    assert len(towns()) == 22
    assert normalise_postal_code("〒１８７－００１３") == "1870013"
    assert format_postal_code("1870013") == "187-0013"
    assert address_for("1870013") == "東京都小平市回田町"
    assert address_for("1000001") == ""
    assert next(town.kana for town in towns() if town.name == "回田町") == "メグリタチョウ"
    with pytest.raises(InputError):
        normalise_postal_code("187")


def test_readings_become_full_width_katakana() -> None:
    assert to_katakana("こだいらｼﾐﾝﾌﾞ ") == "コダイラシミンブ"
    assert is_reading("コダイラ・シミン")
    assert not is_reading("小平")


def test_readings_sort_in_the_order_of_the_fifty_sounds() -> None:
    right = ["Links", "アイ", "あう", "ｶｷ", "がき", "コアラ", "こおひい", "コーヒー", "コピー", "さくら"]
    for mixed in (right[::-1], right[5:] + right[:5]):
        assert sorted(mixed, key=sort_key) == right


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("ギンナン", "か"),
        ("株式会社アオバ", "あ"),
        ("カブシキガイシャアオバ", "あ"),
        ("にんていエヌピーオーほうじん・アオバ", "あ"),
        ("NPOホウジンアオバ", "あ"),
        ("いっぱんしゃだんほうじん アオバ", "あ"),
        ("ホウジンカイ", "は"),
        ("カブシキガイシャ", "か"),
        ("ヴァイオリン", "あ"),
        ("ンジャメナ", "わ"),
        ("", "他"),
        ("ABC", "他"),
        ("小平", "他"),
        ("ぱぱ", "は"),
    ],
)
def test_the_index_strip_finds_its_row(reading: str, row: str) -> None:
    assert index_row(reading) == row
