"""Places in the texts of papers: every shipped text names only what its paper has."""

import pytest

from kyodo_desktop.forms.catalogue import all_forms, find_form
from kyodo_desktop.forms.form import Form
from kyodo_desktop.forms.places import known_places, places_in, unknown_places
from kyodo_desktop.forms.templates import default_template, texts_of


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.key)
def test_shipped_texts_name_only_fields_of_their_paper(form: Form) -> None:
    template = default_template(form)
    texts = [template.title, *template.notes, *(one.text for one in texts_of(form))]
    assert [name for text in texts for name in unknown_places(form, text)] == []


def test_places_of_an_office_s_own_text_are_told() -> None:
    form = find_form("selection_result")
    assert places_in("{title}は{granted_amount:kin}。{title}｛title｝{Title}") == ("title", "granted_amount")
    assert unknown_places(form, "{title}{no_such_place}{mayor}") == ("no_such_place",)
    assert "conditions" not in known_places(form)
