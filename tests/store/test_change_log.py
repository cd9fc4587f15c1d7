"""What one act leaves in the change log, and who is told."""

import contextlib
from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import delete, select, update

from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.models import (
    Change,
    ChangeSet,
    Collaboration,
    CollaborationDepartment,
    Department,
    FormDraft,
    Participation,
    Partner,
    Proposal,
    ProposalPaper,
    RequirementCheck,
    Setting,
)
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.store import Store
from kyodo_desktop.store.schema import SCHEMA

Row = tuple[str, int, str, object, object]


def acts(store: Store) -> list[str]:
    with store.reading() as session:
        return list(session.scalars(select(ChangeSet.what).order_by(ChangeSet.id)))


def changes(store: Store, act: int = 1) -> list[Row]:
    with store.reading() as session:
        rows = session.scalars(select(Change).where(Change.change_set_id == act).order_by(Change.id))
        return [(row.kind, row.record_id, row.field, row.before, row.after) for row in rows]


def test_a_changed_field_is_logged_with_when_who_before_and_after(store: Store, clock: FixedClock) -> None:
    with store.writing("設定") as session:
        session.add(Setting(key="clerk_name", value="西田"))
    with store.writing("取組を直す: 1 朝市") as session:
        session.get_one(Collaboration, 1).title = "夕市"
        session.get_one(Collaboration, 1).full_key = "ゆういち"
    assert changes(store, 2) == [("collaboration", 1, "title", "朝市", "夕市")]
    with store.reading() as session:
        act = session.get_one(ChangeSet, 2)
        assert (act.what, act.who, act.moment, act.schema, act.undoes) == (
            "取組を直す: 1 朝市", "西田", clock.now(), SCHEMA.number, None,
        )  # fmt: skip


def test_without_a_clerk_in_the_settings_the_systems_user_did_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "nishida")
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"
    with store.reading() as session:
        assert session.get_one(ChangeSet, 1).who == "nishida"


def test_a_record_made_is_logged_whole_and_as_json(store: Store) -> None:
    with store.writing("団体を足す") as session:
        session.add(Partner(name="朝市の会", kind="other", confirmed_on=date(2026, 4, 1), sort_key="あ"))
    ((kind, record_id, field, before, after),) = changes(store)
    assert (kind, record_id, field, before) == ("partner", 1, "*", None)
    assert isinstance(after, dict)
    assert (after["name"], after["confirmed_on"], after["deleted_at"], after["phone"]) == (
        "朝市の会", "2026-04-01", None, "",
    )  # fmt: skip
    assert not {"id", "sort_key", "full_key", "bare_key", "key_version"} & after.keys()


def test_a_part_removed_is_logged_whole_under_its_owner(store: Store) -> None:
    with store.writing("相手を消す") as session:
        entry = session.get_one(Collaboration, 1)
        entry.participations.clear()
    ((kind, _id, field, before, after),) = changes(store)
    assert (kind, field, after) == ("participation", "*", None)
    assert isinstance(before, dict)
    assert before["text"] == "朝市の会"
    with store.reading() as session:
        change = session.get_one(Change, 1)
        assert (change.owner_kind, change.owner_id) == ("collaboration", 1)


def test_several_flushes_are_one_act(store: Store) -> None:
    with store.writing("いろいろ") as session:
        entry = session.get_one(Collaboration, 1)
        entry.title = "夕市"
        session.flush()
        entry.title = "夜市"
        brief = Department(name="すぐ消える課")
        session.add(brief)
        session.flush()
        session.delete(brief)
        department = Department(name="新しい課")
        session.add(department)
        session.flush()
        department.name = "新課"
        doubtful = session.get_one(Participation, 1)
        doubtful.text = "？"
        session.flush()
        session.delete(doubtful)
        session.flush()
        entry.note = "仮"
        session.flush()
        entry.note = ""
    assert [row[:3] for row in changes(store)] == [
        ("collaboration", 1, "title"),
        ("department", 4, "*"),
        ("participation", 1, "*"),
    ]
    assert changes(store)[0][3:] == ("朝市", "夜市")
    assert changes(store)[1][4] == {"name": "新課", "position": 0}
    removed = changes(store)[2][3]
    assert isinstance(removed, dict)
    assert removed["text"] == "朝市の会"


def test_a_row_id_used_again_within_an_act_is_a_change(store: Store) -> None:
    with store.writing("入れかえる") as session:
        entry = session.get_one(Collaboration, 1)
        entry.participations.clear()
        session.flush()
        entry.participations.append(Participation(text="夕市の会", collaboration_form="cooperation"))
    assert changes(store) == [("participation", 1, "text", "朝市の会", "夕市の会")]


def test_a_field_set_without_having_been_read_still_knows_its_old_value(store: Store) -> None:
    with store.writing("直す") as session:
        entry = session.get_one(Collaboration, 1)
        session.expire(entry, ["title"])
        entry.title = "夕市"
    assert changes(store) == [("collaboration", 1, "title", "朝市", "夕市")]


def test_nothing_changed_is_no_act(store: Store) -> None:
    heard: list[Touched] = []
    store.subscribe(heard.extend)
    with store.writing("直す") as session:
        entry = session.get_one(Collaboration, 1)
        entry.title = "夕市"
        session.flush()
        entry.title = "朝市"
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "朝市"
    assert acts(store) == []


def test_an_act_that_fails_leaves_nothing_and_tells_nobody(store: Store) -> None:
    heard: list[Touched] = []
    store.subscribe(heard.extend)
    with contextlib.suppress(ZeroDivisionError), store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"
        session.flush()
        raise ZeroDivisionError
    assert acts(store) == []
    assert heard == []
    with store.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"


def test_a_logged_change_needs_words(store: Store) -> None:
    with pytest.raises(ValueError, match="say in words"), store.writing() as session:
        session.get_one(Collaboration, 1).title = "夕市"
    with store.reading() as session:
        assert session.get_one(Collaboration, 1).title == "朝市"


def test_what_is_not_logged_needs_none(store: Store, clock: FixedClock) -> None:
    with store.writing() as session:
        session.add(FormDraft(kind="partner", answers={"name": "書きかけ"}, updated_at=clock.now()))
        session.get_one(Collaboration, 1).full_key = "あさいち"
    with store.seeding() as session:
        session.get_one(Collaboration, 1).title = "夕市"
    assert acts(store) == []


@pytest.mark.parametrize("unseen", [update(Collaboration).values(title="夕市"), delete(Participation)])
def test_what_the_log_cannot_see_is_refused(store: Store, unseen: object) -> None:
    with pytest.raises(RuntimeError, match="cannot see"), store.writing("直す") as session:
        session.execute(unseen)  # type: ignore[call-overload]


# Who is told


def test_listeners_hear_of_records_and_of_what_they_are_part_of(store: Store) -> None:
    heard: list[list[Touched]] = []
    store.subscribe(lambda touched: heard.append(list(touched)))
    with store.writing("直す") as session:
        session.get_one(Participation, 1).text = "夕市の会"
    assert heard == [[Touched("participation", 1), Touched("collaboration", 1)]]
    with store.reading() as session:
        assert session.get_one(Participation, 1).text == "夕市の会"


def test_listeners_hear_when_the_act_is_in_the_file(store: Store) -> None:
    seen: list[str] = []

    def look(_touched: object) -> None:
        with store.reading() as session:
            seen.append(session.get_one(Collaboration, 1).title)

    store.subscribe(look)
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"
    assert seen == ["夕市"]


def test_a_listener_that_fails_keeps_nobody_from_hearing_and_undoes_nothing(store: Store) -> None:
    heard: list[Touched] = []

    def fail(_touched: object) -> None:
        raise RuntimeError("the page is gone")

    store.subscribe(fail)
    store.subscribe(heard.extend)
    with pytest.raises(RuntimeError, match="the page is gone"), store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"
    assert heard == [Touched("collaboration", 1)]
    with store.reading() as session:
        assert session.get_one(Collaboration, 1).title == "夕市"


def test_a_listener_may_write_itself(store: Store) -> None:
    heard: list[Touched] = []

    def answer(touched: Sequence[Touched]) -> None:
        heard.extend(touched)
        if touched == (Touched("collaboration", 1),):
            with store.writing("続けて直す") as session:
                session.get_one(Participation, 1).text = "夕市の会"

    store.subscribe(answer)
    with store.writing("直す") as session:
        session.get_one(Collaboration, 1).title = "夕市"
    assert Touched("participation", 1) in heard


# A proposal's draft


def draft() -> Proposal:
    return Proposal(
        title="朝市で会う",
        requirements=[RequirementCheck(key="members")],
        papers=[ProposalPaper(key="budget"), ProposalPaper(key="bylaws")],
    )


def test_a_draft_is_told_but_not_logged(store: Store) -> None:
    heard: list[Touched] = []
    store.subscribe(heard.extend)
    with store.writing() as session:
        session.add(draft())
    with store.writing() as session:
        session.get_one(RequirementCheck, 1).state = "confirmed"
    assert acts(store) == []
    assert heard[-2:] == [Touched("requirement_check", 1), Touched("proposal", 1)]
    assert heard[0] == Touched("proposal", 1)


def test_leaving_the_draft_is_logged_with_all_it_holds(store: Store) -> None:
    with store.writing() as session:
        session.add(draft())
    with store.writing("受け付ける") as session:
        proposal = session.get_one(Proposal, 1)
        del proposal.papers[1]
        proposal.requirements[0].state = "confirmed"
        proposal.stage, proposal.serial = "received", 3
    rows = {
        (kind, record_id): (field, before, after) for kind, record_id, field, before, after in changes(store)
    }
    assert set(rows) == {("proposal", 1), ("requirement_check", 1), ("proposal_paper", 1)}
    assert {(field, before) for field, before, _after in rows.values()} == {("*", None)}
    whole, checked = rows["proposal", 1][2], rows["requirement_check", 1][2]
    assert isinstance(whole, dict)
    assert isinstance(checked, dict)
    assert (whole["title"], whole["serial"], checked["state"]) == ("朝市で会う", 3, "confirmed")


def test_after_the_draft_every_change_of_a_part_is_logged(store: Store) -> None:
    with store.writing("受け付ける") as session:
        proposal = draft()
        proposal.stage = "received"
        session.add(proposal)
    with store.writing("直す") as session:
        proposal = session.get_one(Proposal, 1)
        proposal.requirements[0].state = "not_met"
        del proposal.papers[0]
    assert [row[:3] for row in changes(store, 2)] == [
        ("requirement_check", 1, "state"),
        ("proposal_paper", 1, "*"),
    ]


def test_a_link_moved_to_another_record_is_logged_by_its_id(store: Store) -> None:
    with store.writing("課を変える") as session:
        row = session.get_one(CollaborationDepartment, 1)
        row.department = Department(name="新課")
    assert ("collaboration_department", 1, "department_id", 1, 3) in changes(store)
