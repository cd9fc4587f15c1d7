"""Invented check sheets, evaluations and a way through the six steps for the pictures of docs/screenshots."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kyodo_desktop.records.check_sheets import (
    CheckFilling,
    CheckMarkRecord,
    CheckSheetDraft,
    FillWay,
    MarkValue,
    Moment,
    Side,
)
from kyodo_desktop.records.evaluations import (
    EvaluationAnswer,
    EvaluationFilling,
    EvaluationGoal,
    EvaluationKind,
    EvaluationSide,
)
from kyodo_desktop.records.guides import GuideNote, NoteState
from kyodo_desktop.records.sheets import SheetOwner
from kyodo_desktop.services import Services

_MARKS = {"o": MarkValue.DONE, "t": MarkValue.TALK, "x": MarkValue.NOT_YET}
_BRONZE = ("oooo", "ttoo", "tooo", "xxoo", "oooo", "ttxo", "toto", "xxtt", "--oo", "--oo", "--o-", "--tt")
"""An item each: 団体 and 市 before, 団体 and 市 after; there is agreement, difference, drift and no mark."""
_OTHERS = (
    ("otoo", "oooo", "toto", "oxoo", "oooo", "toto", "oooo", "txoo", "--oo", "--oo", "--to", "--oo"),
    ("oooo", "oooo", "toto", "xxoo", "oooo", "otoo", "oooo", "oooo", "--oo", "--oo", "--to", "--oo"),
    ("oooo", "ttoo", "toto", "oooo", "otoo", "toto", "oooo", "ttoo", "--oo", "--oo", "--oo", "--to"),
    ("oooo", "oooo", "tooo", "oooo", "oooo", "tooo", "oooo", "ttoo", "--oo", "--oo", "--oo", "--oo"),
)
_PROJECTS = ("水辺の観察会", "公園の花だん", "まちあるき地図", "防災の集い")
_YEARS = {2023: (0, 1, 2), 2024: (2, 1, 0, 3), 2025: (3, 1, 3)}
"""By fiscal year: which of the sheets above each project of that year has."""


def fill_dialogue(services: Services, partner: int, proposal: int) -> None:
    """Put sheets of several years, an evaluation, a mid-term check and a guide into the database."""
    _fill_sheets(services, partner)
    _fill_evaluation(services)
    _fill_midterm(services, proposal)
    _fill_guide(services, proposal)


def _marks(services: Services, rows: tuple[str, ...]) -> Iterator[CheckMarkRecord]:
    items = [item.key for stage in services.check_sheets.text().stages for item in stage.items]
    columns = [(moment, side) for moment in Moment for side in Side]
    for item, row in zip(items, rows, strict=True):
        for (moment, side), letter in zip(columns, row, strict=True):
            if letter in _MARKS:
                note = "請求書の出し方を確かめる" if (item, letter) == ("plan_3", "t") else ""
                yield CheckMarkRecord(item, side, moment, _MARKS[letter], note)


def _fill_sheets(services: Services, partner: int) -> None:
    sheets = services.check_sheets
    for year, given in _YEARS.items():
        for title, which in zip(_PROJECTS, given, strict=False):
            own = partner if title == _PROJECTS[0] else None
            draft = CheckSheetDraft(year, title, partner_id=own, department="水と緑と公園課")
            sheets.create(replace(draft, marks=tuple(_marks(services, _OTHERS[which]))))
    entry = next(one for one in services.collaborations.list(2018) if one.number == 31)
    fillings = (
        CheckFilling(Side.PARTNER, Moment.BEFORE, "彫刻学科　研究室", date(2018, 5, 9), FillWay.PAPER),
        CheckFilling(Side.CITY, Moment.BEFORE, "鈴木", date(2018, 5, 10)),
        CheckFilling(Side.PARTNER, Moment.AFTER, "彫刻学科　研究室", date(2019, 2, 20), FillWay.PAPER),
        CheckFilling(Side.CITY, Moment.AFTER, "鈴木", date(2019, 2, 22)),
    )
    drafted = sheets.blank_for(SheetOwner("collaboration", entry.id))
    marks = tuple(_marks(services, _BRONZE))
    bronze = sheets.create(replace(drafted, marks=marks, fillings=fillings))
    agreed = "請求書の出し方を、十二月の打合せでいっしょに確かめる。支払いの時期は市から先に示す。"
    sheets.agree(bronze, "plan_3", agreed, date(2018, 5, 17))
    sheets.plan_check(bronze, date(2026, 6, 5))
    sheets.create(CheckSheetDraft(2026, "用水路いきもの調べ", department="水と緑と公園課"))


def _fill_evaluation(services: Services) -> None:
    entry = next(one for one in services.collaborations.list(2018) if one.number == 31)
    drafted = services.evaluations.blank_for(SheetOwner("collaboration", entry.id), EvaluationKind.EVALUATION)
    text = services.evaluations.text(EvaluationKind.EVALUATION, 2018)
    marks = {EvaluationSide.PARTNER: "4334343334334", EvaluationSide.CITY: "4323344333233"}
    reasons = {
        "effect": "当日の見学者が見込みより少なかった。",
        "principle_6": "清掃の分担を決めたのが遅かった。",
    }
    answers = [
        EvaluationAnswer(item.key, side, mark, reasons.get(item.key, "") if mark == "2" else "")
        for side, given in marks.items()
        for item, mark in zip(text.items, given, strict=True)
    ]
    joint = "見学者の数え方が違っていた。次は、団体と市で同じ日に数える。"
    answers.append(EvaluationAnswer("effect", EvaluationSide.JOINT, words=joint))
    evaluation = services.evaluations.create(
        replace(
            drafted,
            goals=(
                EvaluationGoal(
                    "ブロンズ像を、市民が親しめる状態に保つ",
                    "清掃する像の数",
                    "１０基",
                    "１２基",
                    "見学者への聞き取り",
                ),
                EvaluationGoal(
                    "学生が地域の文化財を知る", "参加した学生の数", "２０人", "２４人", "学生への聞き取り"
                ),
            ),
            answers=tuple(answers),
            fillings=(
                EvaluationFilling(EvaluationSide.PARTNER, "彫刻学科　研究室", date(2019, 2, 20)),
                EvaluationFilling(EvaluationSide.CITY, "鈴木", date(2019, 2, 22)),
            ),
            joint_result="目標の数を上回って清掃でき、学生と市民が話す場になった。",
            causes="見学者を、団体は一日を通して、市は開会のときに数えていた。",
            improvements="役割と数え方を、四月の打合せで紙に書いて決める。",
            comment="続けて行うことで、地域の文化財への関心が広がっている。",
            public_summary="大学と市が協力して、市内のブロンズ像１２基を清掃しました。",
            next_on=date(2026, 6, 12),
        )
    )
    services.evaluations.hold(evaluation, date(2019, 3, 5))


def _fill_midterm(services: Services, proposal: int) -> None:
    draft = services.evaluations.blank_for(SheetOwner("proposal", proposal), EvaluationKind.MIDTERM)
    goal = EvaluationGoal(
        "子どもが用水路の生き物を記録する", "観察会の参加者数", "６０人", "", "参加者へのアンケート"
    )
    services.evaluations.create(replace(draft, goals=(goal,)))


def _fill_guide(services: Services, proposal: int) -> None:
    guides = services.guides
    draft = guides.blank_for(SheetOwner("proposal", proposal))
    guide = guides.create(replace(draft, zone="citizens_lead", collaboration_form="subsidy"))
    step = guides.text().steps[0]
    words = ("橋の下の三か所を、子どもと調べたい。", "生き物の調べ方は団体が、場所の安全は市が受け持つ。")
    for point, said in zip(step.points, words, strict=False):
        guides.note(guide, GuideNote(step.key, point.key, NoteState.SEEN, said, date(2026, 5, 22), "鈴木"))
