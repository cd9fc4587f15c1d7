"""The catalogue holds every Japanese text of code and resources, and stays as it is while no text changes."""

import ast
import gettext
import re
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kyodo_desktop.programmes import files

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "installer"))
import catalogue  # noqa: E402

SENTENCE = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]{2}")
LANGUAGE_DATA = {
    "printing/cell_breaks.py",
    "printing/clusters.py",
    "printing/line_classes.py",
    "printing/lines.py",
    # What stands in other people's files, and in ours that come back, in whatever language the window is.
    "services/importing/columns.py",
    "services/importing/rows.py",
    "services/importing/values.py",
    "services/partner_cells.py",
    "services/partner_import.py",
    "services/talent_words.py",
}
NO_WORDS = {"BIZ UDゴシック", "BIZ UDPゴシック", "BIZ UD明朝", "令和00年"}
"""Names of typefaces, and a text that is only measured."""


def test_words_of_code_and_of_resources_are_in_it() -> None:
    found = {message.id for message in catalogue.read_sources()}
    assert "取組一覧" in found
    assert "データを開いています…" in found
    for programme in files.load_all():
        assert programme.title in found
        assert {one.text for one in programme.requirements} <= found
    assert not [text for text in found if text == "小平市役所前"]


def test_proper_names_are_data_and_stay_out() -> None:
    found = {message.id for message in catalogue.read_sources()}
    assert "花小金井南町" not in found
    assert "公共施設マネジメント課" not in found


def test_it_is_written_the_same_from_the_same_texts() -> None:
    first, second = catalogue.make_files(), catalogue.make_files()
    assert first == second
    assert b"POT-Creation-Date" not in first[catalogue.TEMPLATE]


def test_another_wording_is_kept_when_it_is_written_anew(tmp_path: Path) -> None:
    template = catalogue.read_sources()
    known = catalogue.japanese_of(template, catalogue.Catalog())
    known.get("取組一覧").string = "とりくみ一覧"
    again = catalogue.japanese_of(template, known)
    path = tmp_path / "ja" / "LC_MESSAGES" / "kyodo_desktop.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, again)
    words = gettext.translation("kyodo_desktop", str(tmp_path), ["ja"])
    assert words.gettext("取組一覧") == "とりくみ一覧"
    assert words.gettext("団体台帳") == "団体台帳"


def test_the_shipped_catalogue_can_be_read() -> None:
    with catalogue.JAPANESE.open("rb") as file:
        shipped = read_po(file, locale="ja")
    assert len(shipped) > 100
    assert not [message.id for message in shipped if message.id and not message.string]


def test_no_sentence_of_the_code_goes_past_the_catalogue() -> None:
    missed = []
    for path in sorted((ROOT / "kyodo_desktop").rglob("*.py")):
        if not is_language_data(path):
            missed += [
                f"{path.relative_to(ROOT)}:{line} {text}"
                for line, text in unmarked_texts(ast.parse(path.read_text(encoding="utf-8")))
            ]
    assert missed == []


def is_language_data(path: Path) -> bool:
    """Tell whether a module's texts are facts about Japanese writing, not words of the program."""
    return "japanese" in path.parts or path.relative_to(ROOT / "kyodo_desktop").as_posix() in LANGUAGE_DATA


def unmarked_texts(tree: ast.Module) -> list[tuple[int, str]]:
    marked: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_"):
            marked |= {id(part) for part in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            marked.add(id(node.value))
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in marked
        and SENTENCE.search(node.value)
        and node.value not in NO_WORDS
    ]
