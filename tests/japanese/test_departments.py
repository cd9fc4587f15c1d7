"""The 課 that a text names."""

from kyodo_desktop.japanese.departments import departments_in


def test_a_cell_of_departments_is_taken_apart_but_not_a_name() -> None:
    assert departments_in("水と緑と公園課・環境政策課") == ("水と緑と公園課", "環境政策課")
    assert departments_in("市民協働・男女参画推進課、公民館") == ("市民協働・男女参画推進課", "公民館")
    assert departments_in(" ") == ()
