"""取組一覧 through its service, on a real database."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kyodo_desktop.base.errors import ConflictError, InputError, NotFoundError, StoreError
from kyodo_desktop.japanese.folding import Query
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.collaborations import (
    CollaborationDraft,
    CollaborationRecord,
    CollaborationZone,
    FiscalYearSummary,
    ParticipationDraft,
)
from kyodo_desktop.services.collaborations import CollaborationsService
from kyodo_desktop.services.history import HistoryService
from kyodo_desktop.services.partners import PartnersService
from kyodo_desktop.store import Store
from tests.services.drafts import draft_of

Entry = Callable[[int], CollaborationRecord]


@pytest.fixture
def entry(collaborations: CollaborationsService) -> Entry:
    return lambda number: next(one for one in collaborations.list(2018) if one.number == number)


@pytest.fixture
def history(store: Store) -> HistoryService:
    return HistoryService(store)


NEW = CollaborationDraft(
    fiscal_year=2018,
    number=169,
    departments=("産業振興課", "こども家庭課"),
    title="朝市　（仮称)",
    participations=(ParticipationDraft("朝市実行委員会", "executive_committee"),),
    note="隔月",
    zone=CollaborationZone.EQUAL,
)


# Asking


def test_years_count_their_living_entries_newest_first(collaborations: CollaborationsService) -> None:
    assert collaborations.fiscal_years() == (FiscalYearSummary(2018, 168),)
    collaborations.copy_year(2018, 2019)
    assert [year.fiscal_year for year in collaborations.fiscal_years()] == [2019, 2018]
    collaborations.discard([one.id for one in collaborations.list(2019)])
    assert collaborations.fiscal_years() == (FiscalYearSummary(2018, 168),)
    assert collaborations.list(2019) == ()
    assert len(collaborations.list(None)) == 168


def test_forms_and_departments_come_in_the_handbooks_order(collaborations: CollaborationsService) -> None:
    labels = [form.label for form in collaborations.forms()]
    assert labels[:8] == [
        "後援", "補助・助成", "協力", "共催", "実行委員会", "協議会", "連絡会", "委託",
    ]  # fmt: skip
    assert collaborations.departments()[0] == "公共施設マネジメント課"
    assert len(collaborations.departments()) == 24


def test_entries_of_the_same_partner_are_found_through_the_years(
    collaborations: CollaborationsService, entry: Entry
) -> None:
    collaborations.copy_year(2018, 2019)
    same = collaborations.same_partners(entry(62).id)
    assert [(one.fiscal_year, one.number) for one in same] == [(2019, 62)]
    same = collaborations.same_partners(entry(31).id)
    assert [one.number for one in same if one.fiscal_year == 2018] == [
        1, 11, 18, 43, 44, 55, 58, 65, 107, 139, 143, 166,
    ]  # fmt: skip
    assert same[0].fiscal_year == 2019
    assert collaborations.same_partners(entry(74).id) == ()


def test_an_entry_that_is_not_there_is_said(collaborations: CollaborationsService) -> None:
    with pytest.raises(NotFoundError, match="もうありません"):
        collaborations.get(99_999)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("斎藤", {31, 107, 139}),
        ("㈱スワレント", {101}),
        ("株式会社スワレント", {101}),
        ("グリーンロード　共催", {27, 28, 30}),
        ("特定非営利活動法人日本下水文化研究会", {84, 85, 86, 87, 94, 95, 96}),
        ("中央公民館事業企画委員会", {128}),
        ("彫刻学科研究室", {43, 44}),
    ],
)
def test_keys_find_an_entry_by_any_of_its_fields(
    collaborations: CollaborationsService, words: str, numbers: set[int]
) -> None:
    query = Query.parse(words)
    found = {one.number for one in collaborations.list(2018) if query.matches(one.full_key, one.bare_key)}
    assert found == numbers


# Adding and changing


def test_an_added_entry_is_kept_letter_for_letter(
    collaborations: CollaborationsService, history: HistoryService
) -> None:
    assert collaborations.next_number(2018) == 169
    made = collaborations.get(collaborations.add(NEW))
    assert draft_of(made) == NEW
    assert collaborations.departments()[-1] == "こども家庭課"
    assert Query.parse("こども家庭課 169 朝市").matches(made.full_key, made.bare_key)
    assert history.can_undo() == "取組を足す: 169 朝市　（仮称)"
    assert made.source == ""


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"number": 31}, "number", "斎藤素巖ブロンズ像"),
        ({"number": 31}, "number", "次の空きは169です"),
        ({"number": 0}, "number", "1 からの数字"),
        ({"title": " 　\n"}, "title", "事業名称が空"),
        ({"fiscal_year": 31}, "fiscal_year", "年度として使えません"),
        ({"participations": (ParticipationDraft("", "cooperation"),)}, "participations", "名前が空"),
        ({"participations": (ParticipationDraft("朝市の会", "共催"),)}, "participations", "形態"),
        (
            {"participations": (ParticipationDraft("朝市の会", "cooperation", ((9999, ""),)),)},
            "participations",
            "台帳にありません",
        ),
    ],
)
def test_what_cannot_be_taken_is_said_with_its_field_and_nothing_is_saved(
    collaborations: CollaborationsService,
    history: HistoryService,
    change: dict[str, object],
    field: str,
    words: str,
) -> None:
    with pytest.raises(InputError, match=words) as refusal:
        collaborations.add(replace(NEW, **change))  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert len(collaborations.list(None)) == 168
    assert history.can_undo() is None
    assert "こども家庭課" not in collaborations.departments()


def test_an_edit_changes_only_what_changed_and_says_it(
    collaborations: CollaborationsService, history: HistoryService, entry: Entry
) -> None:
    before = entry(65)
    draft = draft_of(before)
    cells = (replace(draft.participations[0], collaboration_form="co_hosting"), draft.participations[1])
    collaborations.edit(before.id, replace(draft, title="喫煙マナー向上", participations=cells))
    after = collaborations.get(before.id)
    assert [cell.id for cell in after.participations] == [cell.id for cell in before.participations]
    assert after.participations[1] == before.participations[1]
    act = history.of("collaboration", before.id)[0]
    assert act.what == "取組を直す: 65 喫煙マナー向上"
    assert {(change.kind, change.field, change.after) for change in act.changes} == {
        ("collaboration", "title", "喫煙マナー向上"),
        ("participation", "collaboration_form", "co_hosting"),
    }


def test_saving_an_entry_unchanged_is_no_act(
    collaborations: CollaborationsService, history: HistoryService, entry: Entry
) -> None:
    for number in (4, 18, 43, 119):
        collaborations.edit(entry(number).id, draft_of(entry(number)))
    assert history.can_undo() is None


def test_cells_and_links_can_go_and_come_and_undo_brings_all_back(
    collaborations: CollaborationsService,
    partners: PartnersService,
    history: HistoryService,
    entry: Entry,
) -> None:
    before = entry(65)
    school = partners.search("一橋大学", 1)[0]
    draft = draft_of(before)
    kept = replace(
        draft.participations[1], links=((school.id, "学生支援課"), *draft.participations[1].links[2:])
    )
    new = ParticipationDraft("町内会", "cooperation")
    collaborations.edit(before.id, replace(draft, departments=("道路課",), participations=(kept, new, new)))
    after = collaborations.get(before.id)
    assert after.departments == ("道路課",)
    assert [cell.text for cell in after.participations] == [kept.text, "町内会", "町内会"]
    first = after.participations[0].partners[0]
    assert (first.name, first.unit) == ("一橋大学", "学生支援課")
    assert Query.parse("学生支援課").matches(after.full_key, after.bare_key)
    history.undo()
    assert collaborations.get(before.id) == before


def test_listeners_hear_of_the_entry_when_only_a_cell_changed(
    store: Store, collaborations: CollaborationsService, entry: Entry
) -> None:
    heard: list[Touched] = []
    store.subscribe(heard.extend)
    draft = draft_of(entry(5))
    cells = (replace(draft.participations[0], text="小平防犯協会（本部）"),)
    collaborations.edit(entry(5).id, replace(draft, participations=cells))
    assert Touched("collaboration", entry(5).id) in heard


def test_a_doubt_without_a_note_is_none(collaborations: CollaborationsService, entry: Entry) -> None:
    collaborations.edit(entry(120).id, replace(draft_of(entry(120)), note=""))
    assert not entry(120).note_doubtful


def test_a_line_break_of_windows_is_a_line_break(collaborations: CollaborationsService, entry: Entry) -> None:
    collaborations.edit(entry(5).id, replace(draft_of(entry(5)), note="一行目\r\n二行目"))
    assert entry(5).note == "一行目\n二行目"


def test_a_duplicate_takes_the_next_number(collaborations: CollaborationsService, entry: Entry) -> None:
    copy = collaborations.get(collaborations.duplicate(entry(120).id))
    assert replace(draft_of(copy), number=120) == draft_of(entry(120))
    assert (copy.number, copy.source, copy.source_page) == (169, "", None)
    assert Query.parse("169 ＰＴＡ").matches(copy.full_key, copy.bare_key)


# The wastebasket


def test_discarded_entries_come_back_as_they_were(
    collaborations: CollaborationsService, history: HistoryService, entry: Entry
) -> None:
    chosen = [entry(10), entry(43)]
    collaborations.discard([one.id for one in chosen])
    assert history.can_undo() == "取組をごみ箱へ: 2件"
    assert {one.number for one in collaborations.wastebasket()} == {10, 43}
    assert collaborations.get(chosen[0].id).deleted
    assert len(collaborations.list(2018)) == 166
    collaborations.restore([one.id for one in chosen])
    assert [entry(10), entry(43)] == chosen
    assert collaborations.wastebasket() == ()


def test_a_restored_number_that_is_taken_by_now_is_said(
    collaborations: CollaborationsService, entry: Entry
) -> None:
    discarded = entry(10)
    collaborations.discard([discarded.id])
    collaborations.add(replace(NEW, number=10))
    with pytest.raises(ConflictError, match="番号10は、いまは「朝市"):
        collaborations.restore([discarded.id])
    assert collaborations.get(discarded.id).deleted


def test_two_discarded_entries_of_one_number_do_not_both_come_back(
    collaborations: CollaborationsService, entry: Entry
) -> None:
    first = entry(10).id
    collaborations.discard([first])
    second = collaborations.add(replace(NEW, number=10))
    collaborations.discard([second])
    with pytest.raises(ConflictError):
        collaborations.restore([first, second])
    assert len(collaborations.wastebasket()) == 2


def test_an_entry_whose_partner_is_discarded_waits_for_it(
    collaborations: CollaborationsService, partners: PartnersService, entry: Entry
) -> None:
    record_id, partner_id = entry(62).id, entry(62).participations[0].partners[0].partner_id
    collaborations.discard([record_id])
    partners.discard([partner_id])
    with pytest.raises(ConflictError, match="先に団体を戻してください"):
        collaborations.restore([record_id])
    partners.restore([partner_id])
    collaborations.restore([record_id])
    assert entry(62).participations[0].partners[0].name == "大塚製薬株式会社"


# A new year


def test_a_year_is_copied_with_all_but_the_certainty_of_its_notes(
    collaborations: CollaborationsService, history: HistoryService, entry: Entry
) -> None:
    collaborations.edit(entry(5).id, replace(draft_of(entry(5)), note="二回目", note_doubtful=False))
    assert collaborations.copy_year(2018, 2019) == 168
    old, new = collaborations.list(2018), collaborations.list(2019)
    for one, other in zip(old, new, strict=True):
        copied = replace(draft_of(one), fiscal_year=2019, note_doubtful=bool(one.note))
        assert draft_of(other) == copied
        assert (other.source, other.source_page) == ("平成30年度の写し", None)
        assert [cell.partners for cell in other.participations] == [
            cell.partners for cell in one.participations
        ]
    assert history.can_undo() == "令和元年度を平成30年度から作る"
    history.undo()
    assert collaborations.list(2019) == ()
    assert collaborations.list(2018) == old


@pytest.mark.parametrize(("source", "target"), [(2018, 2018), (2017, 2020)])
def test_a_year_is_made_only_of_one_that_is_for_one_that_is_not(
    collaborations: CollaborationsService, source: int, target: int
) -> None:
    with pytest.raises(InputError):
        collaborations.copy_year(source, target)
    assert len(collaborations.list(None)) == 168


def test_half_a_letter_is_refused_in_words_and_nothing_is_changed(
    collaborations: CollaborationsService,
) -> None:
    before = collaborations.list(2018)
    with pytest.raises(StoreError, match="こわれた文字"):
        collaborations.edit(before[0].id, replace(draft_of(before[0]), title="朝市\ud842"))
    assert collaborations.list(2018) == before
