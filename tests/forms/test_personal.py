"""What of persons papers hold: a name, an address, a telephone counts as such on every paper alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kyodo_desktop.forms.catalogue import all_forms, find_form
from kyodo_desktop.forms.data import check_data
from kyodo_desktop.forms.personal import personal_content
from kyodo_desktop.records.forms import FormField

OF_PERSONS = {
    *("postal_code", "address", "phone", "fax", "email"),
    *("representative", "representative_name", "representative_kana", "representative_address"),
    *("contact_person", "contact_phone", "contact_email", "person", "partner_person"),
    *("member_name", "attendees", "present", "account_number", "account_kana", "account_name"),
}
"""The shared names of what says something of a person outside the office."""
AS_THE_PAPER_SAYS = {"name", "kana", "note"}
"""Of a person in a list of persons, of a group or a thing elsewhere."""


def every_field() -> Iterator[tuple[str, FormField]]:
    def walk(fields: Sequence[FormField]) -> Iterator[FormField]:
        for field in fields:
            yield field
            yield from walk(field.columns)

    for form in all_forms():
        for field in walk(form.fields):
            yield form.key, field


def test_names_addresses_and_telephones_are_personal_on_every_paper() -> None:
    forgotten = [
        (key, field.name) for key, field in every_field() if field.name in OF_PERSONS and not field.personal
    ]
    assert forgotten == []
    assert {field.name for _key, field in every_field()} >= OF_PERSONS


def test_fields_of_one_name_are_personal_on_all_papers_or_on_none() -> None:
    papers: dict[str, dict[bool, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, field in every_field():
        papers[field.name][field.personal].append(key)
    unlike = {name: dict(found) for name, found in papers.items() if len(found) > 1}
    assert unlike.keys() - AS_THE_PAPER_SAYS == set(), unlike


def test_an_application_says_whose_name_and_address_it_holds() -> None:
    form = find_form("open_call_application")
    values = check_data(form, {"representative": "会長　髙﨑　葛󠄀子", "address": "小平市小川町２"})
    content = personal_content(form, values)
    assert content is not None
    assert content.fields == ("所在地", "代表者職・氏名")
