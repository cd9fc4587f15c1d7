"""The handbook's points stand on papers as the handbook has them."""

from kyodo_desktop.base import resources
from kyodo_desktop.forms.handbook_points import EVALUATION_POINTS, JUDGEMENT_POINTS, PRINCIPLES


def test_every_word_is_the_handbooks() -> None:
    handbook = resources.resource_path("handbook/handbook.txt").read_text(encoding="utf-8")
    words = "".join(handbook.split())
    pairs = [*EVALUATION_POINTS, *JUDGEMENT_POINTS]
    assert [pair for pair in pairs if "".join(pair) not in words] == []
    assert [principle for principle in PRINCIPLES if f"{principle}市は、" not in words] == []
    assert len(PRINCIPLES) == 8
