"""The six steps: the handbook's own words, and which 形態 go with the answers."""

import re

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.forms import guide_text
from kyodo_desktop.forms.six_steps import STEPS
from kyodo_desktop.records.guides import Answers, advise, zone_of


def _plain(text: str) -> str:
    return re.sub(r"\s|※", "", text)


def test_every_word_of_the_steps_is_the_handbooks():
    handbook = _plain(resources.resource_path("handbook/handbook.txt").read_text(encoding="utf-8"))
    guide = guide_text.load()
    said = [guide.title, *guide.lead.split("\n"), guide.choosing]
    for step in guide.steps:
        said += [step.title, step.subtitle, *step.text.split("\n"), *step.heads, *step.aside]
        said += [part for point in step.points for part in (point.heading, *point.text.split("\n"))]
    for kind in guide.suitabilities:
        said += [kind.title, kind.effect, *kind.examples]
    for zone in guide.zones:
        said += [zone.title, zone.text]
    for form in guide.forms:
        said += [*form.title.split("・"), *form.text.split("\n")]
    said += [quote for q in guide.questions for option in q.options for quote in option.quotes.values()]
    assert [text for text in said if _plain(text) not in handbook] == []


def test_there_are_six_steps_with_their_sub_titles():
    steps = guide_text.load().steps
    assert [(step.number, step.subtitle) for step in steps] == [
        (1, "協働で取り組む事業の発見・掘り起こし"),
        (2, "協働の取り組み形態・手法を選ぶ"),
        (3, "協働するパートナーを見極め選ぶ"),
        (4, "企画案のブラッシュアップ"),
        (5, "信頼関係を構築しながら事業を展開"),
        (6, "次につなげるためのフィードバック"),
    ]


@pytest.mark.parametrize(
    ("answers", "fitting"),
    [
        ({}, ["後援", "補助・助成", "協力", "共催", "実行委員会・協議会", "委託"]),
        ({"host": "citizens"}, ["後援", "補助・助成", "協力"]),
        ({"host": "citizens", "share": "money"}, ["補助・助成"]),
        ({"host": "both", "organisation": "yes"}, ["実行委員会・協議会"]),
        ({"host": "both", "share": "together", "organisation": "no"}, ["共催"]),
        ({"host": "city", "share": "hands"}, ["協力"]),
        ({"host": "city", "share": "expertise"}, ["委託"]),
        ({"host": "city", "share": "name"}, []),
    ],
)
def test_the_forms_that_go_with_every_answer_are_told(answers: Answers, fitting: list[str]):
    advice = advise(guide_text.load(), answers)
    assert [one.form.title for one in advice if one.fits] == fitting


def test_why_a_form_fits_is_said_in_the_handbooks_words_and_what_speaks_against_it():
    guide = guide_text.load()
    told = {one.form.key: one for one in advise(guide, {"host": "citizens", "share": "money"})}
    assert told["subsidy"].quotes == (
        "市民活動団体等が行う公益的な社会貢献活動や事業に対して",
        "財政支援を行うこと。",
    )
    assert told["endorsement"].against == ("市が団体の活動の費用を支える",)
    assert all(quote in one.form.text for one in told.values() for quote in one.quotes)
    assert zone_of(guide, {"host": "citizens"}) == "citizens_lead"


def test_the_paper_asks_what_the_steps_ask():
    guide = guide_text.load()
    on_paper = [(key, sub, points) for key, _title, sub, points in STEPS]
    steps = [(s.key, s.subtitle, tuple((p.heading, p.text) for p in s.points)) for s in guide.steps]
    assert on_paper == steps
