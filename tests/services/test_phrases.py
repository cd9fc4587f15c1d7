"""決まり文句: shipped ones and the office's own, and how they look with their places filled."""

from datetime import date

import pytest

from kyodo_desktop.base.errors import InputError, NotFoundError
from kyodo_desktop.forms.catalogue import all_forms
from kyodo_desktop.forms.places import places_in
from kyodo_desktop.records.phrases import PhraseDraft
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.phrases import PhrasesService
from kyodo_desktop.store import Store

LETTER = "selection_result"
OWN = PhraseDraft("説明会", "「{title}」の説明会を行います。", LETTER, "adopted")


@pytest.fixture
def phrases(store: Store) -> PhrasesService:
    return PhrasesService(store)


def titles(phrases: PhrasesService, outcome: str | None = None, key: str = LETTER) -> list[str]:
    return [one.title for one in phrases.of(key, outcome)]


def test_shipped_sentences_fit_their_papers(phrases: PhrasesService) -> None:
    forms = {form.key for form in all_forms()}
    shipped = phrases.list()
    assert shipped
    for one in shipped:
        assert not one.own
        assert one.form_key in forms | {""}
        assert one.outcome in {"", *dict(phrases.outcomes(one.form_key))}
        assert set(places_in(one.text)) <= set(dict(phrases.places(one.form_key)))
        assert one.title.strip() == one.title != ""


def test_a_letter_is_offered_what_fits_its_outcome(phrases: PhrasesService) -> None:
    phrases.add(OWN)
    adopted, rejected = titles(phrases, "adopted"), titles(phrases, "rejected")
    assert adopted[0] == "説明会"
    assert "採択の後の手続" in adopted
    assert "不採択の理由（実現性）" in rejected
    assert not {"説明会", "採択の後の手続"} & set(rejected)
    assert adopted[-1] == rejected[-1] == "広報のときの表示"
    assert {"説明会", "不採択の理由（実現性）"} <= set(titles(phrases))
    assert "説明会" not in titles(phrases, key="budget")


def test_places_are_shown_as_they_will_be_printed(phrases: PhrasesService) -> None:
    text = "「{title}」に{granted_amount:kin}を交付する。{issued_on}、{conditions}、{mayor}、{what}"
    values = {"title": "朝市<b>{issued_on}", "granted_amount": 100_000, "issued_on": date(2026, 4, 1)}
    filled = phrases.filled(LETTER, text, values)
    assert filled.text == (
        "「朝市<b>{issued_on}」に金100,000円を交付する。令和８年４月１日、{conditions}、〔市長名〕、{what}"
    )
    assert filled.empty == ("市長名",)
    assert filled.unknown == ("conditions", "what")


def test_own_sentences_are_kept_changed_and_thrown_away(phrases: PhrasesService, store: Store) -> None:
    made = phrases.add(OWN)
    phrases.edit(made, PhraseDraft(" 説明の会 ", "行います。\n", "", "rejected"))
    (own,) = (one for one in phrases.list() if one.own)
    assert (own.id, own.title, own.text, own.form_key, own.outcome) == (
        made,
        "説明の会",
        "行います。",
        "",
        "rejected",
    )
    phrases.discard([made])
    assert not any(one.own for one in phrases.list())
    assert [one.id for one in phrases.discarded()] == [made]
    phrases.restore([made])
    assert any(one.own for one in phrases.list())
    HistoryService(store).undo()
    assert not any(one.own for one in phrases.list())
    with pytest.raises(NotFoundError, match="もうありません"):
        phrases.edit(made + 1, OWN)


def test_an_outcome_the_paper_does_not_have_is_left_out(phrases: PhrasesService) -> None:
    phrases.add(PhraseDraft("題", "文", "budget", "adopted"))
    assert [one.outcome for one in phrases.list() if one.own] == [""]


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (PhraseDraft(" ", "文"), "見出しが空"),
        (PhraseDraft("題", " \n"), "文が空"),
        (PhraseDraft("題\n名", "文"), "1行で"),
        (PhraseDraft("題" * 41, "文"), "40字まで"),
        (PhraseDraft("題", "{titel}を行う。", LETTER), r"\{titel\} は、この様式では使えない"),
        (PhraseDraft("題", "{no_such_place}を行う。"), "no_such_place"),
        (PhraseDraft("題", "番号 123456789018"), "マイナンバー"),
    ],
)
def test_what_cannot_be_kept(phrases: PhrasesService, draft: PhraseDraft, told: str) -> None:
    with pytest.raises(InputError, match=told):
        phrases.add(draft)
    assert not any(one.own for one in phrases.list())
