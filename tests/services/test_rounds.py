"""募集回 on a real database: the calendar by hand, themes, meetings, briefings, last year's set-up, undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.errors import ConflictError, InputError, KyodoError, NotFoundError
from kyodo_desktop.records.changes import Touched
from kyodo_desktop.records.partners import PartnerDraft
from kyodo_desktop.records.proposals import ProposalDraft
from kyodo_desktop.records.rounds import (
    BriefingDraft,
    GuestDraft,
    MeetingDraft,
    RoundDate,
    RoundDetail,
    ThemeDecision,
    ThemeDraft,
    ThemeKind,
    ThemeOrigin,
)
from tests.programmes.samples import THIRD_PROGRAMME
from tests.services.proposal_fixtures import GROUP, Office, office
from tests.services.test_history import dump

__all__ = ["office"]

YEAR = 2026
ROUND = "令和8年度 小平市提示型公募事業"
FLOWERS = ThemeDraft(
    "駅前の花壇を育てる",
    "市民の手で、四季の花を。",
    ThemeKind.PROBLEM,
    ("水と緑と公園課", "道路課"),
)
TALK = ThemeDraft("高齢者の話し相手")
WATER = ThemeDraft("用水路の生き物調べ")


@pytest.fixture
def made(office: Office) -> int:
    return office.rounds.create("open_call", YEAR)


def stage(detail: RoundDetail, key: str) -> RoundDate:
    return next(one for one in detail.dates if one.stage == key)


def titles(detail: RoundDetail) -> list[str]:
    return [one.draft.title for one in detail.themes]


# Rounds


def test_a_round_has_the_years_calendar_and_closes_with_its_applications(office: Office, made: int) -> None:
    detail = office.rounds.get(made)
    assert (detail.title, detail.letter, detail.fiscal_year) == ("小平市提示型公募事業", "T", YEAR)
    assert [one.stage for one in detail.dates][:3] == ["call", "briefing", "application"]
    assert detail.draft.closes_on == date(2026, 5, 31)
    assert detail.draft.closes_at is None
    assert detail.closing == datetime(2026, 5, 31, 14, 59, tzinfo=UTC)
    assert not any(one.moved for one in detail.dates)
    assert detail.theme_kinds[0] is ThemeKind.THEME
    assert not detail.asks_origin
    assert office.acts("round", made) == [f"募集回をつくる: {ROUND}"]


def test_a_programme_has_one_round_a_year(office: Office, made: int) -> None:
    with pytest.raises(ConflictError, match=f"「{ROUND}」の募集回は、もうあります"):
        office.rounds.create("open_call", YEAR)
    assert [one.key for one in office.rounds.to_create(YEAR)] == ["ikiiki"]
    assert [one.key for one in office.rounds.to_create(YEAR + 1)] == ["open_call", "ikiiki"]
    found = office.rounds.of("open_call", YEAR)
    assert found is not None
    assert found.id == made
    assert office.rounds.of("ikiiki", YEAR) is None


def test_before_the_handbook_there_is_no_round(office: Office) -> None:
    with pytest.raises(InputError, match="平成30年度の募集はありません"):
        office.rounds.create("open_call", 2018)


def test_the_newest_year_comes_first_and_the_programmes_in_their_order(office: Office) -> None:
    for key, year in (("ikiiki", 2025), ("ikiiki", 2026), ("open_call", 2026), ("open_call", 2024)):
        office.rounds.create(key, year)
    office.proposals.create(ProposalDraft(programme="open_call", fiscal_year=2026))
    found = [(one.programme, one.fiscal_year, one.proposals) for one in office.rounds.list()]
    assert found == [("open_call", 2026, 1), ("ikiiki", 2026, 0), ("ikiiki", 2025, 0), ("open_call", 2024, 0)]


def test_a_date_set_by_hand_is_marked_until_it_is_worked_out_again(office: Office, made: int) -> None:
    office.rounds.set_date(made, "selection", date(2026, 6, 16), date(2026, 6, 16))
    moved = stage(office.rounds.get(made), "selection")
    assert (moved.starts_on, moved.ends_on, moved.moved) == (date(2026, 6, 16), date(2026, 6, 16), True)
    office.rounds.work_out_again(made, "selection")
    again = stage(office.rounds.get(made), "selection")
    assert (again.starts_on, again.ends_on, again.moved) == (date(2026, 6, 11), date(2026, 6, 20), False)
    assert office.acts("round", made)[:2] == [
        f"日程を制度の時期に戻す: 選考審査会（{ROUND}）",
        f"日程を変える: 選考審査会（{ROUND}）",
    ]


def test_a_deadline_on_a_sunday_moves_only_when_the_clerk_says_so(office: Office, made: int) -> None:
    before = stage(office.rounds.get(made), "application")
    assert (before.ends_on, before.closed_end, before.proposed_end) == (
        date(2026, 5, 31),
        True,
        date(2026, 6, 1),
    )
    office.rounds.take_proposed(made, "application")
    after = stage(office.rounds.get(made), "application")
    assert (after.ends_on, after.moved, after.proposed_end) == (date(2026, 6, 1), True, None)
    assert office.rounds.get(made).draft.closes_on == date(2026, 6, 1)
    # Once more there is nothing to move.
    office.rounds.take_proposed(made, "application")
    assert len(office.acts("round", made)) == 2


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (
            lambda rounds, made: rounds.set_date(made, "call", date(2026, 5, 9), date(2026, 5, 8)),
            "「募集」の終わりの 令和8年5月8日が、始まりの 令和8年5月9日より前",
        ),
        (lambda rounds, made: rounds.set_date(made, "party", date(2026, 5, 9), date(2026, 5, 9)), "party"),
        (lambda rounds, made: rounds.work_out_again(made, "party"), "party"),
        (
            lambda rounds, made: rounds.edit(
                made, replace(rounds.get(made).draft, closes_on=date(2026, 5, 1))
            ),
            "締切の 令和8年5月1日が、「申請書等の提出」の始まりの 令和8年5月21日より前",
        ),
        (lambda rounds, made: rounds.add_theme(made, ThemeDraft(" ")), "名称が空"),
        (
            lambda rounds, made: rounds.add_meeting(made, MeetingDraft(attended=("水道部",))),
            "「水道部」という課は",
        ),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    office: Office, made: int, act: Callable[..., object], says: str
) -> None:
    before = office.rounds.get(made)
    with pytest.raises(InputError, match=says):
        act(office.rounds, made)
    assert office.rounds.get(made) == before


def test_closing_day_time_and_what_is_done_with_late_ones(office: Office, made: int) -> None:
    draft = replace(
        office.rounds.get(made).draft,
        closes_on=date(2026, 6, 1),
        closes_at=time(17),
        late_note="郵送は、消印が締切までのものを受け付ける。",
        note="広報は5月5日号",
    )
    office.rounds.edit(made, draft)
    detail = office.rounds.get(made)
    assert detail.draft == draft
    assert detail.closing == datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
    assert stage(detail, "application").moved
    listed = office.rounds.list()[0]
    assert (listed.closes_on, listed.closes_at) == (date(2026, 6, 1), time(17))
    office.history.undo()
    assert office.rounds.get(made).draft.closes_at is None
    assert not stage(office.rounds.get(made), "application").moved


def test_a_discarded_round_comes_back_unless_another_took_its_place(office: Office, made: int) -> None:
    office.rounds.add_theme(made, FLOWERS)
    office.rounds.discard([made])
    assert office.rounds.list() == ()
    assert [(one.id, one.deleted) for one in office.rounds.wastebasket()] == [(made, True)]
    with pytest.raises(ConflictError, match="ごみ箱にあります"):
        office.rounds.add_theme(made, TALK)
    with pytest.raises(ConflictError, match="ごみ箱にあります"):
        office.rounds.edit_theme(office.rounds.get(made).themes[0].id, TALK)
    other = office.rounds.create("open_call", YEAR)
    with pytest.raises(ConflictError, match="もうあります"):
        office.rounds.restore([made])
    office.rounds.discard([other])
    office.rounds.restore([made])
    assert titles(office.rounds.get(made)) == [FLOWERS.title]


def test_a_round_that_is_gone_is_told(office: Office) -> None:
    with pytest.raises(NotFoundError, match="この募集回は、もうありません"):
        office.rounds.get(77)
    with pytest.raises(NotFoundError, match="この行は、もうありません"):
        office.rounds.edit_theme(77, TALK)


def test_a_third_programme_has_a_round_by_its_file(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "programmes").mkdir()
    own = tmp_path / "programmes" / "flower_beds.toml"
    own.write_text(THIRD_PROGRAMME, encoding="utf-8")
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    made = office.rounds.create("flower_beds", YEAR)
    assert [one.label for one in office.rounds.get(made).dates] == ["申込み", "決定", "手入れ"]
    strip = office.rounds.strip(made)
    assert [(one.label, one.now) for one in strip.stages] == [
        ("申込み", False),
        ("決定", False),
        ("手入れ", True),
    ]
    # Its file gone, what was kept can still be seen.
    own.unlink()
    detail = office.rounds.get(made)
    assert (detail.title, [one.label for one in detail.dates]) == (
        "flower_beds",
        ["application", "decision", "execution"],
    )
    assert office.rounds.strip(made).title == "flower_beds"


def test_the_strip_says_what_is_not_recorded_of_the_round_yet(office: Office, made: int) -> None:
    def missing() -> list[tuple[str, ...]]:
        return [one.missing for one in office.rounds.strip(made).stages[:2]]

    assert missing() == [
        ("提示するテーマがまだ決まっていません。",),
        ("事業説明会の日が書かれていません。",),
    ]
    theme = office.rounds.add_theme(made, FLOWERS)
    office.rounds.add_briefing(made, BriefingDraft(place="中央公民館"))
    assert missing() == [
        ("提示するテーマがまだ決まっていません。",),
        ("事業説明会の日が書かれていません。",),
    ]
    office.rounds.decide([theme], ThemeDecision.CHOSEN, "声が多い", None)
    office.rounds.add_briefing(made, BriefingDraft(date(2026, 5, 14)))
    assert missing() == [(), ()]


# Last year's set-up


def test_a_copy_has_the_themes_as_candidates_and_its_own_dates(office: Office, made: int) -> None:
    rounds = office.rounds
    flowers, talk, _water = (rounds.add_theme(made, one) for one in (FLOWERS, TALK, WATER))
    meeting = rounds.add_meeting(made, MeetingDraft(date(2026, 4, 20)))
    rounds.decide([flowers], ThemeDecision.CHOSEN, "声が多い", meeting)
    rounds.decide([talk], ThemeDecision.REFUSED, "別の事業がある", meeting)
    rounds.set_date(made, "application", date(2026, 5, 21), date(2026, 6, 1))
    rounds.edit(made, replace(rounds.get(made).draft, closes_at=time(17), late_note="消印は問わない"))
    briefing = rounds.add_briefing(made, BriefingDraft(date(2026, 5, 14), time(14), "中央公民館"))
    rounds.add_guest(briefing, GuestDraft(office.partner_id))
    copy = rounds.get(rounds.copy_from(made))
    assert copy.fiscal_year == YEAR + 1
    assert titles(copy) == [FLOWERS.title, WATER.title]
    assert {one.decision for one in copy.themes} == {ThemeDecision.CANDIDATE}
    assert copy.themes[0].draft == FLOWERS
    assert copy.themes[0].reason == ""
    assert (copy.draft.closes_on, copy.draft.closes_at) == (date(2027, 5, 31), time(17))
    assert copy.draft.late_note == "消印は問わない"
    assert not any(one.moved for one in copy.dates)
    assert copy.meetings == ()
    assert [(one.draft, one.guests) for one in copy.briefings] == [
        (BriefingDraft(None, time(14), "中央公民館"), ())
    ]
    with pytest.raises(ConflictError, match="もうあります"):
        rounds.copy_from(made)
    office.history.undo()
    assert len(rounds.list()) == 1


# Themes


def test_a_theme_is_kept_as_it_was_written(office: Office, made: int) -> None:
    theme_id = office.rounds.add_theme(made, FLOWERS)
    (theme,) = office.rounds.get(made).themes
    assert (theme.id, theme.draft, theme.decision) == (theme_id, FLOWERS, ThemeDecision.CANDIDATE)
    changed = replace(FLOWERS, title="駅前の花", origin=ThemeOrigin.EXISTING, departments=("政策課",))
    office.rounds.edit_theme(theme_id, changed)
    assert office.rounds.get(made).themes[0].draft == changed
    assert office.acts("round", made)[0] == f"テーマを直す: 駅前の花（{ROUND}）"
    assert Touched("round", made) in office.heard


def test_the_sections_that_can_ask_are_the_lists_and_the_councils(office: Office, made: int) -> None:
    assert office.rounds.departments()[:2] == ("市民協働・男女参画推進課", "政策課")
    office.rounds.add_theme(made, replace(FLOWERS, departments=("みどりの新しい課",)))
    assert office.rounds.departments()[0] == "みどりの新しい課"
    assert "文化スポーツ課" in office.rounds.departments()


def test_the_chosen_are_numbered_first_in_the_order_they_were_put(office: Office, made: int) -> None:
    rounds = office.rounds
    flowers, talk, water = (rounds.add_theme(made, one) for one in (FLOWERS, TALK, WATER))
    rounds.sort_themes(made, [water, flowers, talk])
    assert titles(rounds.get(made)) == [WATER.title, FLOWERS.title, TALK.title]
    rounds.decide([water], ThemeDecision.REFUSED, "市の事業と重なる")
    rounds.decide([flowers, talk], ThemeDecision.CHOSEN)
    found = [(one.number, one.draft.title, one.decision, one.reason) for one in rounds.get(made).themes]
    assert found == [
        (1, FLOWERS.title, ThemeDecision.CHOSEN, ""),
        (2, TALK.title, ThemeDecision.CHOSEN, ""),
        (3, WATER.title, ThemeDecision.REFUSED, "市の事業と重なる"),
    ]
    assert office.acts("round", made)[:3] == [
        "テーマを「提示する」にする: 2件",
        f"テーマを「提示しない」にする: {WATER.title}（{ROUND}）",
        f"テーマを並べかえる: {ROUND}",
    ]
    with pytest.raises(ConflictError, match="変わっています"):
        rounds.sort_themes(made, [flowers, talk])


def test_a_refusal_has_a_reason(office: Office, made: int) -> None:
    theme = office.rounds.add_theme(made, FLOWERS)
    with pytest.raises(InputError, match="理由を書いてください") as caught:
        office.rounds.decide([theme], ThemeDecision.REFUSED, "  ")
    assert caught.value.field == "reason"


def test_a_theme_that_a_proposal_took_up_stays(office: Office, made: int) -> None:
    theme, other = (office.rounds.add_theme(made, one) for one in (FLOWERS, TALK))
    office.proposals.create(
        ProposalDraft(programme="open_call", fiscal_year=YEAR, title="花の道", theme_id=theme)
    )
    with pytest.raises(ConflictError, match="提案「花の道」が選んでいるので消せません"):
        office.rounds.remove_theme(theme)
    assert office.rounds.get(made).themes[0].proposals == 1
    office.rounds.remove_theme(other)
    assert titles(office.rounds.get(made)) == [FLOWERS.title]
    office.history.undo()
    assert titles(office.rounds.get(made)) == [FLOWERS.title, TALK.title]


def test_a_theme_in_use_is_not_undone_away(office: Office, made: int) -> None:
    theme = office.rounds.add_theme(made, FLOWERS)
    office.proposals.create(ProposalDraft(programme="open_call", fiscal_year=YEAR, theme_id=theme))
    with pytest.raises(ConflictError, match="ほかの記録がこれを使っています"):
        office.history.undo()
    assert titles(office.rounds.get(made)) == [FLOWERS.title]


# Meetings


def test_the_sixteen_sections_of_the_council_are_the_handbooks() -> None:
    handbook = "".join(resources.read_text("handbook/handbook.txt").split())
    names = resources.read_toml("review_council.toml")["departments"]
    assert len(names) == 16
    assert [name for name in names if name not in handbook] == []


def test_a_meeting_has_who_came_and_what_was_decided(office: Office, made: int) -> None:
    rounds = office.rounds
    first, *_others, last = rounds.council()
    meeting_id = rounds.add_meeting(made, MeetingDraft(date(2026, 4, 20), "５０５会議室", (last, first)))
    flowers, talk = (rounds.add_theme(made, one) for one in (FLOWERS, TALK))
    rounds.decide([flowers, talk], ThemeDecision.CHOSEN, "声が多い", meeting_id)
    (meeting,) = rounds.get(made).meetings
    assert meeting.draft.attended == (first, last)
    assert meeting.themes == (flowers, talk)
    rounds.edit_meeting(meeting_id, replace(meeting.draft, note="欠席の課には書面で聞いた"))
    rounds.remove_meeting(meeting_id)
    detail = rounds.get(made)
    assert detail.meetings == ()
    assert [(one.decision, one.meeting_id) for one in detail.themes] == [(ThemeDecision.CHOSEN, None)] * 2
    office.history.undo()
    again = rounds.get(made)
    assert again.meetings[0].themes == (flowers, talk)
    assert again.meetings[0].draft.note == "欠席の課には書面で聞いた"


def test_a_theme_is_not_decided_on_at_another_rounds_meeting(office: Office, made: int) -> None:
    other = office.rounds.create("ikiiki", YEAR)
    meeting = office.rounds.add_meeting(other, MeetingDraft())
    theme = office.rounds.add_theme(made, FLOWERS)
    with pytest.raises(InputError, match="別の募集回"):
        office.rounds.decide([theme], ThemeDecision.CHOSEN, "", meeting)


# Briefings


def test_a_briefing_counts_who_came(office: Office, made: int) -> None:
    rounds = office.rounds
    briefing_id = rounds.add_briefing(made, BriefingDraft(date(2026, 5, 14), time(14), "中央公民館"))
    known = rounds.add_guest(briefing_id, GuestDraft(office.partner_id, persons=2))
    rounds.add_guest(briefing_id, GuestDraft(name="通りがかりの方", persons=1))
    rounds.add_guest(briefing_id, GuestDraft(name="人数の分からない会"))
    (briefing,) = rounds.get(made).briefings
    assert [one.name for one in briefing.guests] == [GROUP, "通りがかりの方", "人数の分からない会"]
    assert briefing.persons == 3
    rounds.edit_guest(known, GuestDraft(office.partner_id, persons=3, note="資料を2部"))
    assert rounds.get(made).briefings[0].guests[0].draft.note == "資料を2部"
    rounds.remove_guest(known)
    rounds.edit_briefing(briefing_id, replace(briefing.draft, place="市役所"))
    rounds.remove_briefing(briefing_id)
    assert rounds.get(made).briefings == ()
    office.history.undo()
    (again,) = rounds.get(made).briefings
    assert (again.draft.place, len(again.guests)) == ("市役所", 2)


@pytest.mark.parametrize(
    ("guest", "says"),
    [
        (GuestDraft(), "だれが出席したか"),
        (GuestDraft(partner_id=9_999), "台帳にありません"),
        (GuestDraft(name="会", persons=0), "1 からの数字"),
        (GuestDraft(name="番号は 1234 5678 9018"), "マイナンバー"),
    ],
)
def test_who_cannot_have_come_is_said(office: Office, made: int, guest: GuestDraft, says: str) -> None:
    briefing = office.rounds.add_briefing(made, BriefingDraft())
    with pytest.raises(KyodoError, match=says):
        office.rounds.add_guest(briefing, guest)


def test_a_group_is_on_the_attendance_once(office: Office, made: int) -> None:
    briefing = office.rounds.add_briefing(made, BriefingDraft())
    guest = office.rounds.add_guest(briefing, GuestDraft(office.partner_id))
    with pytest.raises(InputError, match=f"「{GROUP}」は、もう"):
        office.rounds.add_guest(briefing, GuestDraft(office.partner_id))
    # The name is the register's, also when that changes; a group that was discarded stays on the list.
    office.partners.edit(office.partner_id, PartnerDraft("みどりのこみち"))
    office.partners.discard([office.partner_id])
    office.rounds.edit_guest(guest, GuestDraft(office.partner_id, persons=1))
    assert office.rounds.get(made).briefings[0].guests[0].name == "みどりのこみち"


# Undo


def test_every_act_on_a_round_is_taken_back_and_done_again(office: Office, made: int) -> None:
    rounds = office.rounds
    theme = rounds.add_theme(made, FLOWERS)
    meeting = rounds.add_meeting(made, MeetingDraft(date(2026, 4, 20)))
    briefing = rounds.add_briefing(made, BriefingDraft(place="市役所"))
    guest = rounds.add_guest(briefing, GuestDraft(office.partner_id))
    later = replace(rounds.get(made).draft, closes_on=date(2026, 6, 2), closes_at=time(12))
    acts: tuple[Callable[[], object], ...] = (
        lambda: rounds.create("ikiiki", YEAR),
        lambda: rounds.copy_from(made),
        lambda: rounds.edit(made, later),
        lambda: rounds.set_date(made, "briefing", date(2026, 5, 14), date(2026, 5, 14)),
        lambda: rounds.work_out_again(made, "briefing"),
        lambda: rounds.take_proposed(made, "call"),
        lambda: rounds.add_theme(made, TALK),
        lambda: rounds.edit_theme(theme, WATER),
        lambda: rounds.sort_themes(made, [one.id for one in reversed(rounds.get(made).themes)]),
        lambda: rounds.decide([theme], ThemeDecision.CHOSEN, "声が多い", meeting),
        lambda: rounds.edit_meeting(meeting, MeetingDraft(attended=rounds.council())),
        lambda: rounds.remove_meeting(meeting),
        lambda: rounds.edit_briefing(briefing, BriefingDraft(starts_at=time(14))),
        lambda: rounds.edit_guest(guest, GuestDraft(name="別の会", persons=3)),
        lambda: rounds.remove_guest(guest),
        lambda: rounds.remove_briefing(briefing),
        lambda: rounds.remove_theme(theme),
        lambda: rounds.discard([made]),
        lambda: rounds.restore([made]),
    )
    for act in acts:
        before = dump(office.store)
        act()
        after = dump(office.store)
        assert after != before
        office.history.undo()
        assert dump(office.store) == before
        office.history.redo()
        assert dump(office.store) == after


# The strip


def test_the_strip_counts_where_the_proposals_of_the_round_stand(office: Office, made: int) -> None:
    drafts = [
        ProposalDraft(
            programme=key,
            fiscal_year=YEAR,
            partner_name=f"団体{number}",
            title="こと",
            received_by="鈴木",
        )
        for number, key in enumerate(("open_call", "open_call", "open_call", "ikiiki"))
    ]
    ids = [office.proposals.create(draft) for draft in drafts]
    office.proposals.receive(ids[0])
    office.rounds.edit(made, replace(office.rounds.get(made).draft, closes_on=date(2026, 5, 26)))
    office.proposals.receive(ids[3])
    strip = office.rounds.strip(made)
    assert {one.stage: one.proposals for one in strip.stages if one.proposals} == {"application": 1}
    assert (strip.drafts, strip.late) == (2, 1)
    assert [one.stage for one in strip.stages if one.now] == ["call", "opinion"]
    office.proposals.discard(ids)
    assert sum(one.proposals for one in office.rounds.strip(made).stages) == 0
