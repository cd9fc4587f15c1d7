"""What may be given to fill a paper in: its own names, each of its own type."""

from datetime import date
from typing import Any

import pytest

from kyodo_desktop.base.errors import InputError
from kyodo_desktop.forms.data import check_data, empty_required
from kyodo_desktop.forms.form import Form
from kyodo_desktop.records.forms import FormField, FormFieldKind, FormOption

FORM = Form(
    "sample",
    "見本",
    1,
    True,
    None,
    (
        FormField("name", "団体名", required=True, max_length=5),
        FormField("memo", "メモ", FormFieldKind.MULTILINE),
        FormField("kana", "よみ", FormFieldKind.KANA),
        FormField("day", "日付", FormFieldKind.DATE, required=True),
        FormField("amount", "金額", FormFieldKind.YEN),
        FormField("count", "部数", FormFieldKind.NUMBER),
        FormField("agreed", "同意", FormFieldKind.CHECK),
        FormField("way", "方法", FormFieldKind.CHOICE, options=(FormOption("post", "郵送"),)),
        FormField(
            "rows",
            "明細",
            FormFieldKind.ROWS,
            columns=(FormField("item", "科目", required=True), FormField("yen", "額", FormFieldKind.YEN)),
        ),
    ),
)
SOUND: dict[str, Any] = {
    "name": "あおば会",
    "memo": "一行目\n二行目",
    "kana": "あおばかい",
    "day": "2026-05-27",
    "amount": 100000,
    "count": 0,
    "agreed": False,
    "way": "post",
    "rows": [{"item": "報償費", "yen": 36000}],
}


def test_sound_data_is_taken_and_dates_are_read() -> None:
    values = check_data(FORM, SOUND)
    assert values["day"] == date(2026, 5, 27)
    assert values["rows"] == ({"item": "報償費", "yen": 36000},)
    assert values["count"] == 0
    assert values["agreed"] is False


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", 12),
        ("name", ["あ"]),
        ("name", "六文字の名前"),
        ("day", "2026-02-30"),
        ("day", "令和8年"),
        ("day", 20260527),
        ("amount", "100000"),
        ("amount", 1.5),
        ("amount", True),
        ("count", "3"),
        ("agreed", "はい"),
        ("agreed", 1),
        ("way", "pigeon"),
        ("rows", {"item": "報償費"}),
        ("rows", ["報償費"]),
        ("rows", [{"item": 3}]),
        ("rows", [{"colour": "赤"}]),
        ("colour", "赤"),
    ],
)
def test_a_wrong_name_or_type_is_refused_in_words(name: str, value: object) -> None:
    with pytest.raises(InputError, match=r"。$") as refused:
        check_data(FORM, {**SOUND, name: value})
    assert refused.value.field


def test_the_row_with_the_fault_is_named() -> None:
    with pytest.raises(InputError, match=r"明細の2行目の「額」（yen）"):
        check_data(FORM, {"rows": [{"yen": 1}, {"yen": "2"}]})


def test_what_is_no_set_of_names_and_values_is_refused() -> None:
    with pytest.raises(InputError, match="組"):
        check_data(FORM, [SOUND])  # type: ignore[arg-type]


def test_required_fields_without_a_value_are_named() -> None:
    values = check_data(FORM, {"name": "　", "day": None, "rows": [{"item": "a"}, {"yen": 1}]})
    assert empty_required(FORM, values) == ("団体名", "日付", "明細の2行目の科目")
    assert empty_required(FORM, check_data(FORM, SOUND)) == ()
