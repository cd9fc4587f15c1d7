"""Which addresses name another city."""

import pytest

from kyodo_desktop.japanese.elsewhere import is_elsewhere


@pytest.mark.parametrize(
    "address",
    ["", "小平市小川町二丁目1333", "東京都小平市学園西町1-2", "学園西町1-2-3", "美園町１丁目", "上水新町1"],
)
def test_what_names_no_other_city_is_here(address: str) -> None:
    assert not is_elsewhere(address)


@pytest.mark.parametrize(
    "address",
    [
        "東京都国分寺市本町1-1",
        "国分寺市本町1-1",
        "新宿区西新宿2-8-1",
        "神奈川県横浜市中区",
        "埼玉県入間郡三芳町",
    ],
)
def test_another_city_is_seen(address: str) -> None:
    assert is_elsewhere(address)
