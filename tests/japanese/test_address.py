"""An address in parts: of the city what is sure, of others the prefecture."""

from dataclasses import astuple

import pytest

from kyodo_desktop.japanese.address import split_address

HOME = ("132110", "東京都", "小平市")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("東京都小平市小川町2-1333", ("小川町", "2-1333", "")),
        ("小平市小川西町４－１０　第一ビル 2階", ("小川西町", "４－１０", "第一ビル 2階")),
        ("東京都　小平市　花小金井南町一丁目8番1号", ("花小金井南町一丁目", "8番1号", "")),
        ("小平市花小金井1-8-1 コーポ花", ("花小金井", "1-8-1", "コーポ花")),
        ("小平市", ("", "", "")),
    ],
)
def test_an_address_of_the_city(text: str, parts: tuple[str, str, str]) -> None:
    assert astuple(split_address(text)) == (*HOME, *parts)


def test_a_town_alone_is_of_the_city_if_the_postal_code_is() -> None:
    assert astuple(split_address("小川町2-1333", "1870032")) == (*HOME, "小川町", "2-1333", "")
    assert astuple(split_address("小川町2-1333")) == ("",) * 6


@pytest.mark.parametrize(
    ("text", "prefecture"),
    [
        ("東京都国分寺市本町1-1", "東京都"),
        ("神奈川県横浜市中区1", "神奈川県"),
        ("国分寺市本町1-1", ""),
        ("", ""),
    ],
)
def test_of_another_place_only_the_prefecture_is_said(text: str, prefecture: str) -> None:
    assert astuple(split_address(text)) == ("", prefecture, "", "", "", "")
