"""Forms are found by themselves, each has a layout, and nothing found is an error."""

from pathlib import Path

import pytest

from kyodo_desktop import forms
from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.forms import catalogue, check_sheet_text
from kyodo_desktop.forms.check_sheet import mark_name
from kyodo_desktop.printing.registry import LAYOUTS
from kyodo_desktop.records.check_sheets import Moment, Side
from kyodo_desktop.records.forms import FormFieldKind
from tests.resources.later_items import write_later_items


def test_every_form_has_blocks_or_a_module_that_draws_it() -> None:
    assert {form.key for form in catalogue.all_forms() if form.layout is None} == set(LAYOUTS)


def test_the_first_papers_are_there() -> None:
    blank = {form.key: form.blank for form in catalogue.all_forms()}
    first = {
        "address_labels": False,
        "check_sheet": True,
        "collaboration_list": False,
        "partner_card": True,
        "partner_directory": False,
        "reception_slip": True,
    }
    assert first.items() <= blank.items()


def test_finding_no_form_at_all_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "__path__", [])
    with pytest.raises(ResourceError, match="様式がひとつも見つかりません"):
        catalogue.all_forms()


def test_an_unknown_key_is_told_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"no_such_paper.*check_sheet"):
        catalogue.find_form("no_such_paper")


def test_names_are_unique_and_ascii() -> None:
    for form in catalogue.all_forms():
        names = [field.name for field in form.fields]
        assert len(set(names)) == len(names)
        assert all(name.isascii() and name.isidentifier() for name in names)


def test_choices_have_options_and_rows_have_columns() -> None:
    fields = [field for form in catalogue.all_forms() for field in form.fields]
    fields += [column for field in fields for column in field.columns]
    for field in fields:
        assert bool(field.options) is (field.kind is FormFieldKind.CHOICE)
        assert bool(field.columns) is (field.kind is FormFieldKind.ROWS)


def test_the_check_sheet_has_a_field_for_the_boxes_of_every_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_later_items(tmp_path)
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    fields = {field.name: field.label for field in catalogue.find_form("check_sheet").fields}
    assert fields["plan_public_before_city"] == "Ⅰ－5　事業前（市）"
    assert fields["plan_1_before_city"] == "Ⅰ－1　事業前（市）"
    assert fields["plan_4_before_city"] == "Ⅰ－4（第1版）　事業前（市）"
    monkeypatch.setattr(resources, "_overrides", [])
    assert "plan_public_before_city" not in {
        field.name for field in catalogue.find_form("check_sheet").fields
    }


def test_the_check_sheet_has_a_field_for_each_of_its_48_boxes() -> None:
    names = {field.name for field in catalogue.find_form("check_sheet").fields}
    items = [item.key for stage in check_sheet_text.load().stages for item in stage.items]
    boxes = {mark_name(item, moment, side) for item in items for moment in Moment for side in Side}
    assert len(boxes) == 48
    assert boxes < names
