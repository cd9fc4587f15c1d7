"""六つの手順: kept, taken from a record, printed, and merged with what the handbook asks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader
from pypdfium2 import PdfDocument

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import InputError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import Composition, build
from kyodo_desktop.forms import guide_text
from kyodo_desktop.forms.six_steps import STEPS
from kyodo_desktop.models import Proposal
from kyodo_desktop.records.guides import (
    WRITTEN,
    GuideDraft,
    GuideNote,
    NoteState,
    asks_for_paper,
    former_notes,
    noted_words,
)
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.sheets import SheetOwner

NOON = datetime(2026, 5, 27, 3, 0, tzinfo=UTC)


@pytest.fixture
def composition(tmp_path: Path) -> Iterator[Composition]:
    made = build(DataFolder(tmp_path), clock=FixedClock(NOON))
    yield made
    made.close()


def text_of(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def fonts_of(page: PageObject) -> list[str]:
    fonts = page["/Resources"]["/Font"]
    return [str(fonts[name]["/BaseFont"]) for name in fonts]


def test_a_guide_begins_with_what_a_proposal_knows(composition: Composition):
    partner = composition.services.partners.add(PartnerDraft(name="朝市の会"))
    proposal = composition.services.proposals.create(
        ProposalDraft(title="朝市", programme="open_call", fiscal_year=2027, partner_id=partner)
    )
    guides = composition.services.guides
    made = guides.create(guides.blank_for(SheetOwner("proposal", proposal)))
    (record,) = guides.of(SheetOwner("proposal", proposal))
    assert (record.id, record.draft.title, record.draft.fiscal_year) == (made, "朝市", 2027)
    assert record.partner_name == "朝市の会"
    assert guides.of(SheetOwner("partner", partner)) == (record,)


def test_what_was_noted_of_a_point_is_kept_changed_and_taken_away(composition: Composition):
    guides = composition.services.guides
    made = guides.create(GuideDraft(2026, "朝市"))
    guides.note(made, GuideNote("partner", "finances", NoteState.TALK, "決算書を待つ", by="西田"))
    note = guides.get(made).note("partner", "finances")
    assert note is not None
    assert (note.state, note.words, note.by) == (NoteState.TALK, "決算書を待つ", "西田")
    assert note.noted_on == date(2026, 5, 27)
    guides.note(made, replace(note, state=NoteState.SEEN))
    changed = guides.get(made).note("partner", "finances")
    assert changed is not None
    assert changed.state is NoteState.SEEN
    guides.note(made, GuideNote("partner", "finances"))
    assert guides.get(made).notes == ()


def test_what_the_steps_do_not_have_is_refused(composition: Composition):
    guides = composition.services.guides
    made = guides.create(GuideDraft(2026, "朝市"))
    with pytest.raises(InputError, match="という項目はありません"):
        guides.note(made, GuideNote("partner", "luck", NoteState.SEEN))
    with pytest.raises(InputError, match="選び直してください"):
        guides.save(made, GuideDraft(2026, "朝市", collaboration_form="gift"))


def test_commission_outside_the_programmes_asks_for_a_paper(composition: Composition):
    guides = composition.services.guides
    free = guides.get(guides.create(GuideDraft(2026, "相談", collaboration_form="commission")))
    assert free.paper_missing
    assert not asks_for_paper(guides.text(), replace(free.draft, proposal_id=7))
    assert not asks_for_paper(guides.text(), replace(free.draft, collaboration_form="co_hosting"))


def test_a_tick_says_that_the_paper_is_there_and_which(composition: Composition):
    guides, documents = composition.services.guides, composition.services.documents
    made = guides.create(GuideDraft(2026, "相談", collaboration_form="commission"))
    guides.note(made, GuideNote(*WRITTEN, NoteState.SEEN, "契約書 令和8年4月1日"))
    record = guides.get(made)
    assert record.is_written
    assert not record.paper_missing
    paper = "".join(text_of(documents.print_data("six_steps", guides.paper(made)).pdf).split())
    assert "協定や契約の書面があります。契約書令和8年4月1日" in paper
    guides.note(made, GuideNote(*WRITTEN, None, "契約書 令和8年4月1日"))
    assert guides.get(made).paper_missing


def test_an_entry_that_came_of_a_proposal_is_within_the_programmes(composition: Composition):
    services = composition.services
    entry = services.collaborations.list(2018)[0]
    assert services.guides.blank_for(SheetOwner("collaboration", entry.id)).proposal_id is None
    proposal = services.proposals.create(ProposalDraft(title="朝市", programme="open_call", fiscal_year=2018))
    with composition.store.writing("取組一覧に加える") as session:
        row = session.get(Proposal, proposal)
        assert row is not None
        row.collaboration_id = entry.id
    assert services.guides.blank_for(SheetOwner("collaboration", entry.id)).proposal_id == proposal


@pytest.fixture
def second_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second file of words: from 令和９年度 財政状況 is gone, 会計 has come, and step 6 has another key."""
    words = resources.resource_path("guide/1.toml").read_text(encoding="utf-8")
    words = words.replace("version = 1", "version = 2").replace("from_year = 2008", "from_year = 2027")
    words = words.replace('key = "finances"\nheading = "財政状況"', 'key = "books"\nheading = "会計の状況"')
    words = words.replace('key = "schedule"\nheading = "スケジュール"', 'key = "plan"\nheading = "日程"')
    folder = tmp_path / "overrides" / "guide"
    folder.mkdir(parents=True)
    (folder / "2.toml").write_text(words, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path / "overrides"])


@pytest.mark.usefixtures("second_version")
def test_a_project_has_the_words_of_its_year(composition: Composition):
    guides = composition.services.guides
    assert guide_text.versions() == (1, 2)
    assert [guides.text(year).version for year in (2005, 2026, 2027, 2030)] == [1, 1, 2, 2]
    old, new = guides.create(GuideDraft(2026, "朝市")), guides.create(GuideDraft(2027, "朝市"))
    guides.note(old, GuideNote("partner", "finances", NoteState.SEEN))
    guides.note(new, GuideNote("partner", "books", NoteState.SEEN))
    with pytest.raises(InputError, match="という項目はありません"):
        guides.note(new, GuideNote("partner", "finances", NoteState.SEEN))


@pytest.mark.usefixtures("second_version")
def test_what_was_noted_of_a_point_of_other_words_is_kept_printed_and_can_be_changed(
    composition: Composition,
):
    guides, documents = composition.services.guides, composition.services.documents
    made = guides.create(GuideDraft(2026, "朝市"))
    guides.note(made, GuideNote("partner", "finances", NoteState.TALK, "決算書を待つ"))
    guides.save(made, GuideDraft(2027, "朝市"))
    record = guides.get(made)
    assert [one.point for one in former_notes(guides.text(2027), record, "partner")] == ["finances"]
    paper = "".join(text_of(documents.print_data("six_steps", guides.paper(made)).pdf).split())
    assert "会計の状況" in paper
    assert "以前の項目:財政状況" in paper
    assert "決算書を待つ" in paper
    guides.note(made, GuideNote("partner", "finances", NoteState.SEEN, "決算書を見た"))
    changed = guides.get(made).note("partner", "finances")
    assert changed is not None
    assert changed.words == "決算書を見た"


def test_what_was_noted_of_a_step_is_told_in_lines(composition: Composition):
    guides = composition.services.guides
    made = guides.create(GuideDraft(2026, "朝市"))
    assert noted_words(guides.text(), guides.get(made), "partner") == ""
    guides.note(made, GuideNote("partner", "record", NoteState.SEEN, "観察会を５年"))
    assert noted_words(guides.text(), guides.get(made), "partner") == (
        "六つの手順（協働パートナーの選択）朝市\n活動実績: 観察会を５年"
    )


def test_the_whole_and_one_step_are_printed(composition: Composition):
    guides, documents = composition.services.guides, composition.services.documents
    made = guides.create(GuideDraft(2026, "相談の場", collaboration_form="commission", zone="city_leads"))
    guides.note(made, GuideNote("form", "commission", NoteState.NOT_YET, "契約書を作る"))
    whole = "".join(text_of(documents.print_data("six_steps", guides.paper(made)).pdf).split())
    for words in (
        "相談の場",
        "④行政主導",
        "協定や契約の書面が必要です。",
        "契約書を作る",
        "次につなげるため",
    ):
        assert words in whole
    one = "".join(text_of(documents.print_data("six_steps", guides.paper(made, "form")).pdf).split())
    assert "契約書を作る" in one
    assert "次につなげるため" not in one


@pytest.mark.parametrize("key", [step[0] for step in STEPS])
def test_each_step_is_printed_alone_with_what_was_noted(composition: Composition, key: str):
    guides, documents = composition.services.guides, composition.services.documents
    made = guides.create(GuideDraft(2026, "相談の場"))
    for step in guides.text(2026).steps:
        for point in step.points:
            guides.note(made, GuideNote(step.key, point.key, NoteState.SEEN, f"メモ{step.key}{point.key}"))
    pdf = documents.print_data("six_steps", guides.paper(made, key)).pdf
    words = "".join(text_of(pdf).split())
    for step in guides.text(2026).steps:
        told = [f"メモ{step.key}{point.key}" in words for point in step.points]
        assert set(told) == {step.key == key}
        assert (step.subtitle in words) == (step.key == key)
    (step,) = [one for one in guides.text(2026).steps if one.key == key]
    for point in step.points:
        assert "".join(point.text.split()) in words
    fonts = {font for page in PdfReader(BytesIO(pdf)).pages for font in fonts_of(page)}
    assert fonts
    assert all("BIZUD" in font for font in fonts)


def test_a_guide_goes_to_the_wastebasket_and_comes_back(composition: Composition):
    guides = composition.services.guides
    made = guides.create(GuideDraft(2026, "朝市"))
    guides.discard([made])
    assert guides.list() == ()
    assert [one.id for one in guides.wastebasket()] == [made]
    guides.restore([made])
    assert [one.id for one in guides.list()] == [made]
