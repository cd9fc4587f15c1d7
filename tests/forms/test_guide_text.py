"""The six steps: the handbook's own words, and which 形態 go with the answers."""

import re
from dataclasses import astuple

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.forms import guide_text
from kyodo_desktop.forms.six_steps import STEPS
from kyodo_desktop.records.guides import Answers, GuideText, Misfit, advise, zone_of

_PUT_RIGHT = {"相互理解・情報共有": "相互理解情報共有", "実行委員会・協議会": "実行委員会協議会"}
"""Lines of one cell, which the extraction lost the ・ between (the design's reading of garbled tables)."""
_VERSIONS = guide_text.versions()


def _plain(text: str) -> str:
    return re.sub(r"[\s※⇒]", "", _PUT_RIGHT.get(text, text))


def _said(guide: GuideText) -> list[str]:
    """Return every text of a version that is quoted: all but questions and answers, which are ours."""
    said = [guide.title, *guide.lead.split("\n"), guide.about_forms, guide.about_suitabilities]
    said += [*guide.suitability_heads, *guide.suitability_aside, *astuple(guide.chart)]
    for step in guide.steps:
        said += [step.title, step.subtitle, *step.text.split("\n"), *step.heads, *step.aside]
        said += [part for point in step.points for part in (point.heading, *point.text.split("\n"))]
    for kind in guide.suitabilities:
        said += [kind.title, kind.effect, *kind.examples]
    for zone in guide.zones:
        said += [zone.title, zone.text]
    for form in guide.forms:
        said += [form.title, *form.text.split("\n")]
    said += [quote for q in guide.questions for option in q.options for quote in option.quotes.values()]
    return said


@pytest.mark.parametrize("version", _VERSIONS)
def test_every_shipped_version_is_whole(version: int):
    guide = guide_text.load(version)
    assert guide.version == version
    keys = [(step.key, point.key) for step in guide.steps for point in step.points]
    assert len(set(keys)) == len(keys)
    known = {form.key for form in guide.forms}
    assert {key for zone in guide.zones for key in zone.forms} == known
    assert {key for q in guide.questions for option in q.options for key in option.quotes} == known
    zones = {zone.key for zone in guide.zones}
    assert {option.zone for q in guide.questions for option in q.options} - {""} <= zones
    assert len({question.key for question in guide.questions}) == len(guide.questions)


def test_every_word_of_the_steps_is_the_handbooks():
    handbook = _plain(resources.resource_path("handbook/handbook.txt").read_text(encoding="utf-8"))
    assert [text for text in _said(guide_text.load(1)) if _plain(text) not in handbook] == []


def test_nothing_of_the_handbooks_chapters_is_missing():
    handbook = resources.resource_path("handbook/handbook.txt").read_text(encoding="utf-8")
    left = ""
    for first, last in (
        ("（６）協働の形態", "（８）協働を進める"),
        ("１ 協働による事業", "協働事業を円滑に"),
    ):
        begins = handbook.index(first)
        left += handbook[begins : handbook.index(last, begins)]
    left = _plain(left)
    for text in sorted((_plain(one) for one in _said(guide_text.load(1))), key=len, reverse=True):
        left = left.replace(text, "|") if text else left
    assert {words for words in left.split("|") if words.strip("・")} == {
        "（６）協働の形態",
        "形態内容",
        "実行委員会・協議会（７）協働に適した事業",
        "協働ちょこっとコラム１",
        *(f"（{number}）" for number in "１２３４５６"),
    }


def test_what_stands_in_no_table_of_the_handbook_is_marked_as_ours():
    drawn = {point.key for step in guide_text.load(1).steps for point in step.points if point.drawn}
    assert drawn == {"choice", "commission", "criteria", "roles", "midterm"}


def test_there_are_six_steps_with_their_sub_titles():
    steps = guide_text.load(1).steps
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
    advice = advise(guide_text.load(1), answers)
    assert [one.form.title for one in advice if one.fits] == fitting


def test_why_a_form_fits_is_said_in_the_handbooks_words_and_what_speaks_against_it():
    guide = guide_text.load(1)
    told = {one.form.key: one for one in advise(guide, {"host": "citizens", "share": "money"})}
    assert told["subsidy"].quotes == (
        "市民活動団体等が行う公益的な社会貢献活動や事業に対して",
        "財政支援を行うこと。",
    )
    assert told["endorsement"].against == (
        Misfit("市が団体の活動の費用を支える", ("「後援」名義の申請を承認する形で支援すること。",)),
    )
    assert all(
        quote in one.form.text for one in told.values() for misfit in one.against for quote in misfit.quotes
    )
    assert all(quote in one.form.text for one in told.values() for quote in one.quotes)
    assert zone_of(guide, {"host": "citizens"}) == "citizens_lead"


def test_the_paper_asks_what_the_steps_ask():
    guide = guide_text.load(1)
    ours = ("確かめること", "ハンドブックの言葉")
    on_paper = [(key, title[3:], sub, points, heads) for key, title, sub, points, heads in STEPS]
    steps = [
        (s.key, s.title, s.subtitle, tuple((p.heading, p.text) for p in s.points), s.heads or ours)
        for s in guide.steps
    ]
    assert on_paper == steps
