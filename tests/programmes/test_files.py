"""The programmes are data: the handbook's words, a closed vocabulary, one file for each."""

import re
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from kyodo_desktop.base import resources
from kyodo_desktop.base.clock import FixedClock
from kyodo_desktop.base.errors import NotFoundError, ResourceError
from kyodo_desktop.base.paths import DataFolder
from kyodo_desktop.composition import build
from kyodo_desktop.programmes import files
from kyodo_desktop.programmes.programme import Source
from tests.programmes.samples import THIRD_PROGRAMME


@pytest.fixture
def overrides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "programmes"
    folder.mkdir()
    monkeypatch.setattr(resources, "_overrides", [tmp_path])
    return folder


def _line_of(text: str, word: str, number: int = 0) -> int:
    return [line for line, raw in enumerate(text.splitlines(), 1) if raw.startswith(word)][number]


def test_both_programmes_say_what_the_handbook_says() -> None:
    open_call, ikiiki = files.in_year(2026)
    assert (open_call.key, open_call.letter, open_call.cap, open_call.rate) == (
        "open_call",
        "T",
        100_000,
        Fraction(10, 10),
    )
    assert open_call.rate_words == "10分の10"
    assert open_call.period(2026) == (date(2026, 7, 1), date(2027, 3, 31))
    assert (ikiiki.key, ikiiki.letter, ikiiki.cap, ikiiki.rate) == ("ikiiki", "I", 1_000_000, None)
    assert ikiiki.period(2026) == (date(2027, 4, 1), date(2028, 3, 31))


def test_words_marked_as_the_handbooks_stand_in_it() -> None:
    handbook = re.sub(r"\s", "", resources.read_text("handbook/handbook.txt"))
    for programme in files.load_all():
        quoted = [programme.title, programme.summary, programme.applicants, programme.projects]
        quoted += [programme.cap_words, programme.period_words]
        quoted += [one.text for one in programme.requirements if one.source is Source.HANDBOOK]
        for words in quoted:
            assert words in handbook, words


def test_the_three_requirements_of_the_open_call() -> None:
    requirements = files.find("open_call").requirements
    assert [(one.label, one.text) for one in requirements if one.source is Source.HANDBOOK] == [
        ("要件 ①", "団体が自ら企画し、かつ実施する事業"),
        ("要件 ②", "市の課題解決に寄与する事業"),
        ("要件 ③", "当該事業が、国・都・市等から補助を受けていない事業"),
    ]


def test_what_is_ours_is_never_shown_as_the_citys_rule() -> None:
    ours = [one for programme in files.load_all() for one in programme.requirements]
    ours = [one for one in ours if one.source is Source.OURS]
    assert ours
    assert all(one.label.endswith("（仮）") for one in ours)


def test_no_programme_before_the_handbook_and_two_after() -> None:
    assert files.in_year(2018) == ()
    assert len(files.in_year(2019)) == 2


def test_the_old_programmes_take_records_and_no_rounds() -> None:
    old = files.recorded_in(2018)
    assert [(one.title, one.past) for one in old] == [
        ("小平市市民活動支援公募事業", True),
        ("小平市民活動支援公募事業（学生団体コース）", True),
        ("いきいき協働事業提案制度", True),
    ]
    assert [one.title for one in files.recorded_in(2006)] == [one.title for one in old[:2]]
    assert [one.key for one in files.recorded_in(2010)][-1] == "ikiiki_system"
    assert files.recorded_in(2019) == files.in_year(2019)
    assert files.recorded_in(2005) == ()
    # Nothing is said of them that the handbook does not say.
    assert {(one.cap, one.requirements, one.papers) for one in old} == {(0, (), ())}


@pytest.mark.parametrize("missing", ["title", "letter", "valid_to", "applicants"])
def test_of_an_old_programme_must_be_said_what_tells_it_from_others(overrides: Path, missing: str) -> None:
    shipped = resources.read_text("programmes/support_call.toml")
    text = re.sub(rf"(?m)^{missing} = .*$", "", shipped)
    (overrides / "support_call.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=missing):
        files.load_all()


def test_a_programme_of_today_says_all_of_it(overrides: Path) -> None:
    text = resources.read_text("programmes/support_call.toml").replace("past = true", "past = false")
    (overrides / "support_call.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match="「paper_title」がありません"):
        files.load_all()


def test_a_third_programme_is_one_file_more(overrides: Path) -> None:
    (overrides / "flower_beds.toml").write_text(THIRD_PROGRAMME, encoding="utf-8")
    assert [one.title for one in files.in_year(2026)][-1] == "花と緑のまちづくり補助"
    assert [one.key for one in files.in_year(2028)] == ["open_call", "ikiiki"]
    assert files.find("flower_beds").rate_words == "3分の2"


def test_a_new_revision_holds_from_its_year_and_the_old_one_stays(overrides: Path) -> None:
    newer = THIRD_PROGRAMME.replace("revision = 1", "revision = 2").replace("2024", "2026")
    (overrides / "flower_beds.toml").write_text(THIRD_PROGRAMME, encoding="utf-8")
    (overrides / "flower_beds-2.toml").write_text(newer.replace("50000", "60000"), encoding="utf-8")
    assert [one.cap for one in (*files.in_year(2025), *files.in_year(2026)) if one.letter == "H"] == [
        50_000,
        60_000,
    ]
    assert files.find("flower_beds", 1).cap == 50_000
    assert files.find("flower_beds").cap == 60_000
    with pytest.raises(NotFoundError, match="第3版"):
        files.find("flower_beds", 3)


def test_a_programme_without_a_file_is_told() -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        files.find("nowhere")


@pytest.mark.parametrize(
    ("change", "says", "at"),
    [
        (("letter = ", "leter = "), "leter", ("leter", 0)),
        (("cap = 50000", "cap = 50000\ncolour = 1"), "colour", ("colour", 0)),
        (("cap = 50000\n", ""), "「cap」がありません", ("[money]", 0)),
        (("cap = 50000", "cap = 0"), "1 以上の整数", ("cap", 0)),
        (("cap = 50000", "cap = true"), "1 以上の整数", ("cap", 0)),
        (('rate = "2/3"', 'rate = "2/0"'), "10/10", ("rate", 0)),
        (("rounding = 1000", "rounding = 7"), "1000", ("rounding", 0)),
        (('letter = "H"', 'letter = "T"'), "符号「T」", ("letter", 0)),
        (('letter = "H"', 'letter = "S"'), "発行した紙の番号", ("letter", 0)),
        (('alias = "花"', 'alias = "い"'), "符号「い」", ("alias", 0)),
        (("valid_to = 2027", "valid_to = 2020"), "valid_to", ("valid_to", 0)),
        (("day = 28", "day = 29"), "2月29日", ("ends", 0)),
        (('source = "ours"\nhint', 'source = "theirs"\nhint'), "handbook か ours", ("source", 3)),
        (('level = "proposal"', 'level = "case"'), "round、proposal、both", ("level", 0)),
        (('part = "mid"', 'part = "middle"'), "month = 6 } } の形", ("window", 0)),
        (("month = 4, part", "month = 3, part"), "「to」が「from」より前", ("window", 0)),
        (("due = true\n", ""), "due を true", ("closes", 0)),
        (("closes = true\n", ""), "一つだけ", ("key", 1)),
        (('window = "period"', 'window = "period"\ndue = true'), "実施期間の終わり", ("due", 1)),
        (('acts = ["selection", ', 'acts = ["party", '), "記録の種類の並び", ("acts", 0)),
        (('["selection", "payment"]', '["selection", "selection"]'), "重ならないように", ("acts", 0)),
        (('needs = ["accepted"]', 'needs = ["approved"]'), "accepted、adopted、opinions", ("needs", 0)),
        (('papers = ["selection_result"]', "papers = []"), "様式の名前の並び", ("papers", 0)),
        (('kinds = ["theme"]', 'kinds = ["topic"]'), "theme、problem、project", ("kinds", 0)),
        (("[[paper]]\n", "[[papers]]\n"), "papers", ("[[papers]]", 0)),
        (("summary = ", "summary = '' # "), "summary", ("summary", 0)),
    ],
)
def test_a_word_that_is_wrong_is_named_with_its_file_and_line(
    overrides: Path, change: tuple[str, str], says: str, at: tuple[str, int]
) -> None:
    text = THIRD_PROGRAMME.replace(*change, 1)
    assert text != THIRD_PROGRAMME
    (overrides / "flower_beds.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        files.load_all()
    sentence = str(caught.value)
    assert says in sentence
    assert f"flower_beds.toml」の{_line_of(text, *at)}行目" in sentence


def test_the_second_table_of_a_name_is_the_one_named(overrides: Path) -> None:
    text = THIRD_PROGRAMME + '\n[[paper]]\nkey = "application"\nlabel = "申請書"\nsource = "ours"\n'
    (overrides / "flower_beds.toml").write_text(text, encoding="utf-8")
    line = _line_of(text, 'key = "application"', 2)
    with pytest.raises(ResourceError, match=f"{line}行目: 「application」が二度"):
        files.load_all()


def test_one_revision_in_two_files_is_refused(overrides: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (overrides / name).write_text(THIRD_PROGRAMME, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"b\.toml.*第1版"):
        files.load_all()


def test_a_file_that_is_no_toml_is_named(overrides: Path) -> None:
    (overrides / "flower_beds.toml").write_text("key = \n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"flower_beds\.toml.*line 1"):
        files.load_all()


def test_a_slip_in_an_offices_file_is_told_at_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_overrides", [])
    folder = DataFolder(tmp_path)
    (folder.overrides / "programmes").mkdir(parents=True)
    text = THIRD_PROGRAMME.replace("cap = 50000", 'cap = "5万円"')
    (folder.overrides / "programmes" / "flower_beds.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=f"flower_beds.*の{_line_of(text, 'cap')}行目"):
        build(folder, clock=FixedClock(datetime(2026, 5, 27, tzinfo=UTC)))
    assert not folder.database.exists()
